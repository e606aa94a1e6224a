// Bounds are checked, with Go's messages.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := []int{1, 2, 3}
	var a [4]int
	i, j, k := 3, -1, 9
	try(func() { s[i] = 1 })
	try(func() { fmt.Println(s[j]) })
	try(func() { fmt.Println(a[k]) })
	try(func() { fmt.Println(s[:k]) })
	try(func() { fmt.Println(s[k:]) })
	try(func() { fmt.Println(s[i:2]) })
	try(func() { fmt.Println(s[0:2:k]) })
	try(func() { fmt.Println(a[i:j]) })
	try(func() { fmt.Println(make([]int, j)) })
	try(func() { fmt.Println([4]int(s)) })
	try(func() { var u uint8 = 200; fmt.Println(s[u]) })
	try(func() { var n []int; fmt.Println(n[0]) })
	try(func() { var p *[3]int; fmt.Println(len(p)); fmt.Println(p[1]) })
}
