package main

import (
	"fmt"
	"sort"
)

type value struct{ n int }

func (v value) Get() int { return v.n }

type pointer struct{ n int }

func (p *pointer) Get() int { p.n++; return p.n }

type getter interface{ Get() int }

type both struct {
	value
	*pointer2
}
type pointer2 struct{}

func (*pointer2) Other() string { return "other" }

type fn func() int

func (f fn) Get() int { return f() }

type ints []int

func (s ints) Get() int { return len(s) }

type dict map[string]int

func (d dict) Get() int { d["calls"]++; return d["calls"] }

type ch chan int

func (c ch) Get() int { return cap(c) }

type sorter struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (s sorter) Len() int           { return s.n }
func (s sorter) Less(i, j int) bool { return s.less(i, j) }
func (s sorter) Swap(i, j int)      { s.swap(i, j) }

func main() {
	p := &pointer{}
	gs := []getter{value{1}, &value{2}, p, both{value: value{3}}, &both{value: value{4}}, fn(func() int { return 5 }), ints{1, 2, 3, 4, 5, 6}, dict{}, make(ch, 8)}
	for _, g := range gs {
		fmt.Print(g.Get(), " ")
	}
	fmt.Println(gs[7].Get(), p.n)
	if o, ok := gs[3].(interface{ Other() string }); ok {
		fmt.Println(o.Other())
	}
	xs := []int{3, 1, 2}
	sort.Sort(sorter{len(xs), func(i, j int) bool { return xs[i] < xs[j] }, func(i, j int) { xs[i], xs[j] = xs[j], xs[i] }})
	fmt.Println(xs)
	var nilGetter getter
	_, ok := nilGetter.(value)
	fmt.Println(ok, nilGetter == nil)
	var d dict
	fmt.Println(getter(d) == nil, len(d))
	m := map[getter]string{value{1}: "v1", p: "p"}
	fmt.Println(m[value{1}], m[p], m[value{2}] == "")
}
