// Indexing and slicing a string beyond its end panics.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := "abc"
	i, j := 3, 5
	try(func() { fmt.Println(s[i]) })
	try(func() { fmt.Println(s[i:], s[i:i] == "") })
	try(func() { fmt.Println(s[:j]) })
	try(func() { fmt.Println(s[j:]) })
	i = 2
	j = 1
	try(func() { fmt.Println(s[i:j]) })
	j = -1
	try(func() { fmt.Println(s[j]) })
}
