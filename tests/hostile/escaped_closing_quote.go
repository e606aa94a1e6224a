package main

import (
	"fmt"
	"str\\\"
	"\\conv"
)

func main() { fmt.Println("end\") }
