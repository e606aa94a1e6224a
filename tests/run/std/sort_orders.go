// Sorting of input with all kinds of patterns: equal elements come out as with Go.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"sort"
)

type rec struct {
	k, id int
}

type byK []rec

func (b byK) Len() int           { return len(b) }
func (b byK) Less(i, j int) bool { return b[i].k < b[j].k }
func (b byK) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func gen(n, mod, kind int) []rec {
	r := make([]rec, n)
	x := uint32(n*7919 + mod*31 + kind)
	for i := range r {
		x = x*1664525 + 1013904223
		switch kind {
		case 0:
			r[i] = rec{int(x>>8) % mod, i}
		case 1:
			r[i] = rec{i / 3 % mod, i}
		case 2:
			r[i] = rec{(n - i) / 2, i}
		case 3:
			r[i] = rec{i, i}
			if i%17 == 5 {
				r[i].k -= 9
			}
		case 4:
			r[i] = rec{min(i, n-i), i}
		}
	}
	return r
}

func sum(r []rec) (h uint32) {
	for _, x := range r {
		h = h*31 + uint32(x.id)
	}
	return
}

func main() {
	for _, n := range []int{0, 1, 2, 5, 12, 13, 20, 49, 50, 51, 100, 257, 1000, 5000} {
		for _, mod := range []int{2, 10, 1000} {
			for kind := range 5 {
				a := gen(n, mod, kind)
				sort.Sort(byK(a))
				b := gen(n, mod, kind)
				sort.Slice(b, func(i, j int) bool { return b[i].k < b[j].k })
				c := gen(n, mod, kind)
				slices.SortFunc(c, func(a, b rec) int { return cmp.Compare(a.k, b.k) })
				d := gen(n, mod, kind)
				sort.Stable(byK(d))
				e := gen(n, mod, kind)
				sort.SliceStable(e, func(i, j int) bool { return e[i].k < e[j].k })
				f := gen(n, mod, kind)
				slices.SortStableFunc(f, func(a, b rec) int { return a.k - b.k })
				fmt.Println(n, mod, kind, sum(a), sum(b), sum(c), sum(d), sum(e), sum(f), sort.IsSorted(byK(d)))
			}
		}
	}
	ints := []int{5, 1 << 60, -3, 1<<60 + 1, 0, -1 << 62}
	for len(ints) < 60 {
		ints = append(ints, ints[len(ints)-6]/7*3, len(ints))
	}
	slices.Sort(ints)
	fmt.Println(ints)
	fs := []float64{3, math.NaN(), -1, math.Inf(1), 0, math.Inf(-1), 2}
	for len(fs) < 50 {
		fs = append(fs, fs[len(fs)-7]*2)
	}
	sort.Float64s(fs)
	fmt.Println(fs)
	ss := []string{"b", "a", "", "é", "z", "abc"}
	sort.Strings(ss)
	fmt.Println(ss, sort.SearchStrings(ss, "abc"))
	sort.Sort(sort.Reverse(sort.StringSlice(ss)))
	fmt.Println(ss)
	fmt.Println(sort.Find(6, func(i int) int { return 3 - i }))
	next, stop := iter.Pull(slices.Values(ss))
	for {
		v, ok := next()
		if !ok {
			break
		}
		fmt.Print(v, ";")
	}
	stop()
	fmt.Println()
	m := map[string]int{"x": 1, "y": 2, "a": 3}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Print(k, m[k], " ")
	}
	fmt.Println()
	s := []int{1, 2, 3, 4, 5}
	s = slices.Insert(s, 2, 9, 8)
	fmt.Println(s, slices.Index(s, 8))
	s = slices.Delete(s, 1, 3)
	s = slices.Replace(s, 0, 2, s[2:4]...)
	fmt.Println(s, slices.Max(s), slices.Min(s))
	s = slices.Insert(slices.Grow(s, 10), 1, s[0:3]...)
	fmt.Println(s, slices.Contains(s, 4), slices.Compact(slices.Sorted(slices.Values(s))))
	for c := range slices.Chunk(s, 3) {
		fmt.Print(c)
	}
	fmt.Println(slices.Concat(s, s), slices.Repeat([]string{"a", "b"}, 2))
	fmt.Println(slices.BinarySearch([]int{1, 3, 5}, 3))
	p := slices.Backward(s)
	for i, v := range p {
		fmt.Print(i, v, ",")
	}
	fmt.Println(cmp.Or("", "x"), cmp.Compare(math.NaN(), 1), cmp.Less(1, 2))
}
