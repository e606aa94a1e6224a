package main

type key struct{ a, b int }

func count(words []string) map[string]int {
	counts := make(map[string]int)
	for _, word := range words {
		counts[word]++
	}
	return counts
}

func main() {
	counts := count([]string{"go", "js", "go"})
	if n, ok := counts["go"]; ok {
		println(n)
	}
	delete(counts, "js")
	grid := map[key]bool{{1, 2}: true}
	println(len(counts), grid[key{1, 2}])
}
