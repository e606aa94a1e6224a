// A string is bytes: length, indexing, slicing and comparing are by byte, range is by rune.
package main

import "fmt"

func main() {
	s := "héllo, 世界\xff!"
	fmt.Println(len(s), s[1], s[2], s[0:3], s[3:])
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	fmt.Println([]byte("é"), []rune(s)[1], string([]rune{19990, 30028}), string([]byte{104, 105}))
	fmt.Println("a" < "b", "a" < "aa", "é" > "z", s == "héllo, 世界\xff!")
	fmt.Println(string(rune(65)), string(rune(0x10ffff+1)), string(rune(-1)))
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(string(b), s)
	n := 0
	for range s {
		n++
	}
	fmt.Println(n)
	t := ""
	for i := 0; i < 5; i++ {
		t += string(rune('a' + i))
	}
	fmt.Printf("%s %q %x %v\n", t, s, "hi", []byte(t))
}
