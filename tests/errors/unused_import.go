package main

import (
	"fmt" // ERROR "imported and not used"
	str "strings" // ERROR "imported as str and not used"
	"os"
	_ "sort"
)

func main() { os.Exit(0) }
