// Sorting slices of elements of all representations; pointers to elements keep their place.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type point struct{ x, y int }
type celsius float32
type names []string

func sorted[E cmp.Ordered](s ...E) []E {
	slices.Sort(s)
	t := make([]E, 0, 40)
	for i := range 40 {
		t = append(t, s[(i*7)%len(s)])
	}
	slices.Sort(t)
	fmt.Println(s, slices.IsSorted(t), slices.Max(t), slices.Min(t), len(slices.Compact(t)))
	return s
}

func main() {
	sorted(3, -1, 1<<60, -1<<62, 1<<60+1)
	sorted[int8](3, -1, 127, -128)
	sorted[uint8](3, 255, 0)
	sorted[int16](3, -300, 300)
	sorted[uint32](3, 1<<31, 1<<32-1)
	sorted[int64](3, -1<<63, 1<<63-1)
	sorted[uint64](3, 1<<63, 1<<64-1)
	sorted[uint](3, 1<<63, 0)
	sorted[float32](3, -0.5, 1e30)
	sorted("b", "a", "é", "")
	sorted[celsius](3, -0.5)
	fmt.Println(slices.BinarySearch(sorted("q", "w", "e"), "w"))

	ps := []point{{3, 1}, {1, 2}, {2, 3}}
	p := &ps[0]
	sort.Slice(ps, func(i, j int) bool { return ps[i].x < ps[j].x })
	fmt.Println(ps, *p, p == &ps[0])
	p.y = 100
	slices.SortFunc(ps, func(a, b point) int { return -cmp.Compare(a.y, b.y) })
	fmt.Println(ps, *p)
	slices.Reverse(ps)
	fmt.Println(ps, *p, slices.Contains(ps, point{2, 3}), slices.Index(ps, point{1, 100}))

	as := [][2]int{{3, 1}, {1, 2}, {2, 3}}
	q := &as[0]
	sort.Slice(as, func(i, j int) bool { return as[i][0] < as[j][0] })
	fmt.Println(as, *q)
	us := []uint64{3, 1 << 63, 2}
	sort.Slice(us, func(i, j int) bool { return us[i] > us[j] })
	vs := []any{"b", 1, nil, 2.5, "a"}
	sort.SliceStable(vs, func(i, j int) bool { return fmt.Sprint(vs[i]) < fmt.Sprint(vs[j]) })
	ns := names{"c", "a", "b"}
	sort.Slice(ns, func(i, j int) bool { return ns[i] < ns[j] })
	sort.Slice(ns[1:], func(i, j int) bool { return ns[1+i] > ns[1+j] })
	bs := []bool{true, false, true}
	sort.Slice(bs, func(i, j int) bool { return !bs[i] && bs[j] })
	ss := [][]int{{3}, nil, {1, 2}}
	sort.Slice(ss, func(i, j int) bool { return len(ss[i]) < len(ss[j]) })
	pp := []*point{{2, 0}, {1, 0}}
	sort.Slice(pp, func(i, j int) bool { return pp[i].x < pp[j].x })
	fmt.Println(us, vs, ns, bs, ss, *pp[0])
	var none []int
	sort.Slice(none, nil)
	sort.Ints(none)
	slices.Sort(none)
	func() {
		defer func() { fmt.Println(recover()) }()
		sort.Slice(map[int]int{}, nil)
	}()

	s := make([]int, 0, 20)
	s = append(s, 1, 2, 3, 4, 5)
	s = slices.Insert(s, 1, s[2:5]...)
	fmt.Println(s, len(s))
	s = slices.Replace(s, 0, 4, s[3:6]...)
	fmt.Println(s)
	t := []*point{{1, 1}, {2, 2}, {3, 3}}
	u := slices.Delete(t, 0, 2)
	fmt.Println(len(u), t[1] == nil, t[2] == nil)
	w := slices.DeleteFunc([]string{"a", "", "b"}, func(s string) bool { return s == "" })
	fmt.Println(w, slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	x := slices.Clip(append(make([]int, 0, 10), 1))
	fmt.Println(len(x), cap(x), cap(slices.Grow(x, 5)) >= 6, slices.Clone(none) == nil, slices.Clone([]int{}) == nil)
	for _, f := range []func(){
		func() { slices.Insert(x, 5, 1) }, func() { slices.Delete(x, 1, 0) }, func() { slices.Max(none) }, func() { slices.Chunk(x, 0) },
		func() { slices.Grow(x, -1) }, func() { slices.Repeat(x, -1) }, func() { slices.Replace(x, 0, 9) }, func() { slices.MinFunc(none, cmp.Compare[int]) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(slices.Compare([]int{1, 2}, []int{1, 3}), slices.Equal(s, s), slices.EqualFunc(s, w, func(a int, b string) bool { return false }))
	fmt.Println(slices.MaxFunc(ps, func(a, b point) int { return a.x - b.x }), slices.ContainsFunc(ps, func(p point) bool { return p.x == 9 }))
	fmt.Println(slices.BinarySearchFunc(ps, 2, func(p point, x int) int { return p.x - x }))
}
