package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func wrap(text string, width int) (lines []string) {
	line, n := "", 0
	for _, w := range strings.Fields(text) {
		l := utf8.RuneCountInString(w)
		if n > 0 && n+1+l > width {
			lines, line, n = append(lines, line), "", 0
		}
		if n > 0 {
			line += " "
			n++
		}
		line += w
		n += l
	}
	if n > 0 {
		lines = append(lines, line)
	}
	return
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func rot13(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

func main() {
	for _, l := range wrap("The quick brown fox jümps over the lazy dög and runs away", 16) {
		fmt.Printf("|%-16s|\n", l)
	}
	fmt.Println(reverse("Hello, 世界"), rot13("Hello"), rot13(rot13("Hello")))
}
