package main

import (
	"fmt"
	"sort"
	"strings"
)

const text = `It was the best of times, it was the worst of times, it was the age of wisdom`

func main() {
	freq := map[string]int{}
	for _, w := range strings.Fields(text) {
		freq[strings.Trim(strings.ToLower(w), ",.")]++
	}
	type kv struct {
		k string
		v int
	}
	var list []kv
	for k, v := range freq {
		list = append(list, kv{k, v})
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].v != list[j].v {
			return list[i].v > list[j].v
		}
		return list[i].k < list[j].k
	})
	for _, e := range list[:5] {
		fmt.Printf("%-6s %s\n", e.k, strings.Repeat("*", e.v))
	}
}
