// Counts the words of standard input and prints the most frequent ones.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
)

type entry struct {
	word  string
	count int
}

func main() {
	counts := make(map[string]int)
	lines := 0
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		lines++
		for _, word := range strings.FieldsFunc(scanner.Text(), func(r rune) bool { return !unicode.IsLetter(r) }) {
			counts[strings.ToLower(word)]++
		}
	}
	if err := scanner.Err(); err != nil {
		fmt.Fprintln(os.Stderr, "wordcount:", err)
		os.Exit(1)
	}

	entries := make([]entry, 0, len(counts))
	for word, count := range counts {
		entries = append(entries, entry{word, count})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(b.count-a.count, strings.Compare(a.word, b.word))
	})

	fmt.Printf("%d lines, %d distinct words\n", lines, len(entries))
	for _, e := range entries[:min(5, len(entries))] {
		fmt.Printf("%4d %s\n", e.count, e.word)
	}
}
