// Literals: raw, escaped, and names that JavaScript would mistake.
package main

import "fmt"

func main() {
	fmt.Println(`raw \n ${x} "quoted"`, "tab\there", "\u00e9\U0001F600\x41\101", "a\\b", '\'', "it's `backquoted`")
	fmt.Println(`two
lines`)
	s := "null\x00byte"
	fmt.Println(len(s), s[4], fmt.Sprintf("%q", s))
	fmt.Println("\u2028\u2029", "</script>", "\r|")
}
