// Maps: reading, comma-ok, deleting, zero values of missing keys, nil maps.
package main

import (
	"fmt"
	"sort"
)

type key struct {
	a int
	b string
}

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"]++
	m["one"] += 10
	v, ok := m["none"]
	fmt.Println(m["one"], m["three"], v, ok, len(m))
	delete(m, "two")
	delete(m, "nothing")
	_, ok = m["two"]
	fmt.Println(ok, m)
	var n map[string]int
	fmt.Println(n["x"], len(n), n == nil)
	delete(n, "x")
	for range n {
		fmt.Println("never")
	}
	s := map[key][]int{}
	s[key{1, "a"}] = append(s[key{1, "a"}], 5, 6)
	s[key{1, "a"}][0] = 50
	fmt.Println(s, s[key{2, "a"}] == nil)
	mm := map[string]map[string]bool{"a": {"b": true}}
	fmt.Println(mm["a"]["b"], mm["x"]["y"])
	type point struct{ x, y int }
	ps := map[string]point{"p": {1, 2}}
	p := ps["p"]
	p.x = 100
	fmt.Println(ps["p"], ps["q"])
	pp := map[string]*point{"p": {1, 2}}
	pp["p"].x = 100
	fmt.Println(*pp["p"])
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	clear(m)
	fmt.Println(len(m))
	c := m
	c["shared"] = 1
	fmt.Println(m)
}
