package main

func main() { ﻿ }
