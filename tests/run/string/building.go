package main

import (
	"fmt"
	"strings"
)

func main() {
	s := ""
	for i := range 1000 {
		s += string(rune('a' + i%26))
	}
	fmt.Println(len(s), s[:5], s[995:])
	var b strings.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("ignition")
	fmt.Println(b.String())
	parts := []byte{}
	for i := byte('z'); i > 'v'; i-- {
		parts = append(parts, i)
	}
	t := string(parts)
	parts[0] = '!'
	fmt.Println(t, string(parts))
	x := "a" + "b" + s[:1] + `c` + fmt.Sprint(1)
	x += x
	fmt.Println(x, x > "ab", "abc"[1:2]+"z")
	u := "日本"
	fmt.Println(u+"語", len(u), u[3:] == "本", strings.ToUpper("straße"))
	const hex = "0123456789abcdef"
	out := ""
	for n := 48879; n > 0; n >>= 4 {
		out = hex[n&15:n&15+1] + out
	}
	fmt.Println(out)
}
