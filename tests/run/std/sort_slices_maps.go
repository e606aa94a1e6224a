package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
)

type person struct {
	name string
	age  int
}

func main() {
	people := []person{{"bob", 30}, {"al", 25}, {"cy", 30}, {"di", 20}}
	sort.Slice(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people[0], people[1])
	sort.SliceStable(people, func(i, j int) bool { return people[i].name < people[j].name })
	slices.SortStableFunc(people, func(a, b person) int { return cmp.Compare(b.age, a.age) })
	fmt.Println(people)
	ints := []int{3, 1, 2}
	sort.Ints(ints)
	fmt.Println(ints, sort.SearchInts(ints, 2), sort.IsSorted(sort.IntSlice(ints)))
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints, slices.Max(ints), slices.Min(ints), slices.Contains(ints, 2), slices.Index(ints, 9))
	s := []string{"b", "a", "c"}
	slices.Sort(s)
	i, found := slices.BinarySearch(s, "b")
	fmt.Println(s, i, found, len(slices.Clone(s)))
	s = slices.Insert(s, 1, "x", "y")
	s = slices.Delete(s, 0, 1)
	fmt.Println(s, slices.Equal(s, []string{"x"}), slices.IndexFunc(s, func(s string) bool { return s == "b" }), slices.Compact([]int{1, 1, 2, 2, 1}))
	m := map[string]int{"z": 26, "a": 1, "m": 13}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), slices.Collect(slices.Values(ints)))
	n := maps.Clone(m)
	delete(n, "a")
	fmt.Println(len(m), len(n), maps.Equal(m, n))
	for i, v := range slices.Backward(ints) {
		fmt.Print(i, v, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println(slices.Concat([]int{1}, []int{2, 3}), slices.Repeat([]int{1}, 3))
	big := make([]int, 1000)
	for i := range big {
		big[i] = (i * 7919) % 1000
	}
	slices.Sort(big)
	fmt.Println(slices.IsSorted(big), big[0], big[999])
	fmt.Println(cmp.Compare("a", "b"), cmp.Less(2, 1), cmp.Or(0, 3, 5), min(3, 1, 2), max(2.5, 1))
}
