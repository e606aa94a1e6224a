package main

import "fmt"

func main() {
	s := "aé\xe4\xb8世\xff😀"
	for i, r := range s {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println()
	for i := 0; i < len(s); i++ {
		fmt.Printf("%x ", s[i])
	}
	fmt.Println()
	fmt.Println([]rune(s), []byte(s[:3]), string([]rune(s)) == s)
	for i := range s {
		if i > 3 {
			break
		}
		fmt.Print(i, " ")
	}
	for range "ab" {
		fmt.Print("x")
	}
	fmt.Println()
	for i, b := range []byte("hi") {
		fmt.Print(i, b, " ")
	}
	fmt.Println(string([]rune{0xd800, 0x110000, 'x'}), []byte(string(rune(0xfffd))))
	counts := [256]int{}
	for i := range len(s) {
		counts[s[i]]++
	}
	fmt.Println(counts['a'], counts[0xff])
}
