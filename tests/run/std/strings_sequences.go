// The functions of strings that give sequences.
package main

import (
	"fmt"
	"strings"
)

func main() {
	for l := range strings.Lines("a\nb\n\nc") {
		fmt.Printf("%q ", l)
	}
	for l := range strings.SplitSeq("a,b,c", ",") {
		fmt.Printf("%q ", l)
	}
	for l := range strings.SplitAfterSeq("a,b,c", ",") {
		fmt.Printf("%q ", l)
	}
	for l := range strings.SplitSeq("aéc", "") {
		fmt.Printf("%q ", l)
		if l == "é" {
			break
		}
	}
	for l := range strings.FieldsSeq(" a b  c ") {
		fmt.Printf("%q ", l)
	}
	fmt.Println()
}
