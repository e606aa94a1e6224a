package main

var (
	total = base + 1
	base  = 41
	names = []string{"a", "b"}
	index = build(names)
)

func build(names []string) map[string]int {
	m := map[string]int{}
	for i, n := range names {
		m[n] = i
	}
	return m
}

func init() { total++ }

func main() {
	println(total, index["b"])
}
