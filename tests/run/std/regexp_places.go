// run

// What holds at a place in a text (beginnings, ends, borders of words) follows from the runes beside it, in strings,
// bytes and readers alike, whether these are ASCII, longer, or not valid.
package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

var texts = []string{
	"", "a", "ab cd", "\nab\n\ncd\n", "été à Noël", "日本 go", "a\xffb", "\xff", "x-y_z 42", "𝒳a", "ſKs \u212a", "a\u2028b", "tail\n",
}

var patterns = []string{
	`\b`, `\B`, `^`, `$`, `(?m)^`, `(?m)$`, `\A`, `\z`, `\b\w+\b`, `\B.\B`, `(?m)^.*$`, `(?m)^(\w)(\w*)$`, `^\w+$`, `(?s)\A.*\z`, `\bé`, `a\b.`, `(?i)[k-s]+`, `(?i)K|ſ`,
	`(^|\s)(\pL+)($|\s)`, `(?:a|ab)(?:c|bcd)*(d*)`, `(a*)(b*)\b`, `[^\x00-\x7f]+`,
}

func main() {
	for _, pattern := range patterns {
		re := regexp.MustCompile(pattern)
		longest := regexp.MustCompile(pattern)
		longest.Longest()
		fmt.Printf("%q\n", pattern)
		for _, text := range texts {
			all := re.FindAllStringSubmatchIndex(text, -1)
			inBytes := re.FindAllSubmatchIndex([]byte(text), -1)
			inReader := re.FindReaderSubmatchIndex(strings.NewReader(text))
			if fmt.Sprint(all) != fmt.Sprint(inBytes) || len(all) > 0 && fmt.Sprint(all[0]) != fmt.Sprint(inReader) {
				fmt.Println("different:", all, inBytes, inReader)
			}
			fmt.Printf("  %q %v %v %q\n", text, all, longest.FindStringIndex(text), re.ReplaceAllString(text, "<$0>"))
		}
	}
	for _, r := range "AaKkSsZz@[`{19é\u212aſ\u03c3" {
		fmt.Printf("%c%c ", r, unicode.SimpleFold(r))
	}
	fmt.Println(unicode.SimpleFold(-1), unicode.SimpleFold(0), unicode.SimpleFold(0x110000))
}
