package main

import "surely/not/there" // ERROR "could not import surely/not/there (package surely/not/there is not in std (/usr/local/go/src/surely/not/there))"

func main() {}
