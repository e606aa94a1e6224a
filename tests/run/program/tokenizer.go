package main

import (
	"fmt"
	"strings"
	"unicode"
)

type kind int

const (
	ident kind = iota + 1
	number
	str
	punct
)

type token struct {
	kind
	text string
	line int
}

func tokenize(src string) (tokens []token, err error) {
	line := 1
	for i := 0; i < len(src); {
		c := rune(src[i])
		start := i
		switch {
		case c == '\n':
			line++
			fallthrough
		case unicode.IsSpace(c):
			i++
			continue
		case c == '/' && strings.HasPrefix(src[i:], "//"):
			for i < len(src) && src[i] != '\n' {
				i++
			}
			continue
		case unicode.IsLetter(c) || c == '_':
			for i < len(src) && (unicode.IsLetter(rune(src[i])) || unicode.IsDigit(rune(src[i])) || src[i] == '_') {
				i++
			}
			tokens = append(tokens, token{ident, src[start:i], line})
		case unicode.IsDigit(c):
			for ; i < len(src) && unicode.IsDigit(rune(src[i])); i++ {
			}
			tokens = append(tokens, token{number, src[start:i], line})
		case c == '"':
			end := strings.IndexByte(src[i+1:], '"')
			if end < 0 {
				return tokens, fmt.Errorf("line %d: unterminated string", line)
			}
			i += end + 2
			tokens = append(tokens, token{kind: str, text: src[start+1 : i-1], line: line})
		default:
			i++
			tokens = append(tokens, token{punct, string(c), line})
		}
	}
	return
}

func main() {
	tokens, err := tokenize("let x_1 = 42; // comment\nprint(\"hi there\", x_1)")
	for _, t := range tokens {
		fmt.Printf("%d:%d:%q ", t.line, t.kind, t.text)
	}
	fmt.Println(err)
	_, err = tokenize("a\n\"open")
	fmt.Println(err)
}
