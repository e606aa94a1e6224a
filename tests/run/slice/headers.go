// run

// A slice that is appended to or cut in a loop stays apart from the slices that were made of it before.
package main

import "fmt"

type stack struct {
	items []int
	names []string
	log   [][]int
}

func (s *stack) push(v int) { s.items = append(s.items, v) }
func (s *stack) pop() int {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}
func (s *stack) all() []int       { return s.items }
func (s *stack) save()            { s.log = append(s.log, s.items) }
func (s *stack) set(xs []int)     { s.items = xs }
func (s *stack) pushed(v int) int { s.push(v); return v * 10 }
func (s *stack) first() int {
	v := s.items[0]
	s.items = s.items[1:]
	return v
}

func fields() {
	s := &stack{}
	for i := 0; i < 5; i++ {
		s.push(i)
		s.save()
	}
	fmt.Println(s.log, len(s.items), cap(s.items))
	a := s.all()
	fmt.Println(s.pop(), s.pop(), a, s.items)
	s.push(100)
	fmt.Println(a, s.items, s.all())
	b := s.items[:]
	c := s.items[1:]
	s.pop()
	s.push(200)
	s.push(300)
	s.push(400)
	s.push(500)
	fmt.Println(b, c, s.items)
	xs := []int{1, 2, 3}
	s.set(xs)
	s.pop()
	s.push(9)
	fmt.Println(xs, s.items, len(xs))
	s.pop()
	s.pop()
	fmt.Println(xs, s.items)
	s.items = append(s.items, s.pushed(5))
	fmt.Println(s.items)
	for i, v := range s.items {
		s.push(v + 1)
		if i > 10 {
			break
		}
	}
	fmt.Println(s.items)
	for _, v := range s.items {
		s.pop()
		fmt.Print(v, " ")
	}
	fmt.Println(s.items, s.items == nil)
	s.items = nil
	s.push(1)
	t := stack{items: s.items}
	s.push(2)
	t.push(3)
	fmt.Println(s.items, t.items)
	u := t
	t.push(4)
	u.push(5)
	fmt.Println(t.items, u.items)
	s.items = s.items[:0]
	fmt.Println(len(s.items), s.items[:2])
	s.push(7)
	fmt.Println(s.first(), s.items, s.all()[:1])
	func() {
		defer func() { fmt.Println(recover(), s.items) }()
		s.first()
	}()
	func() {
		defer func() { fmt.Println(recover(), len(s.items)) }()
		s.items = s.items[:100]
	}()
	s.items, s.names = append(s.items, 8), append(s.names, "n")
	p := &s.names
	s.names = append(s.names, "m")
	fmt.Println(s.items, *p, s.names)
}

func locals() {
	var xs []int
	var seen [][]int
	for i := 0; i < 4; i++ {
		xs = append(xs, i)
		seen = append(seen, xs)
	}
	xs[0] = 9
	fmt.Println(xs, seen)

	ys := make([]int, 0, 10)
	for i := 0; i < 3; i++ {
		ys = append(ys, i)
	}
	zs := ys
	ys = append(ys, 7)
	zs = append(zs, 8)
	fmt.Println(ys, zs)

	queue := []int{1}
	order := []int{}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		order = append(order, n)
		if n < 20 {
			queue = append(queue, 2*n)
			queue = append(queue, 2*n+1)
		}
	}
	fmt.Println(order, len(queue), queue == nil)

	var grid [][]int
	for i := 0; i < 3; i++ {
		var row []int
		for j := 0; j < 3; j++ {
			row = append(row, i*j)
		}
		grid = append(grid, row)
	}
	grid[1][1] = 50
	fmt.Println(grid)

	cur := []int{1}
	for i := 0; i < 3; i++ {
		var next []int
		for _, v := range cur {
			next = append(next, v, v+1)
			next = append(next, -v)
		}
		cur = next
	}
	fmt.Println(cur)

	path := []int{}
	var found [][]int
	var walk func(n int)
	walk = func(n int) {
		path = append(path, n)
		if n == 0 {
			found = append(found, append([]int(nil), path...))
		} else {
			walk(n - 1)
			walk(0)
		}
		path = path[:len(path)-1]
	}
	walk(2)
	fmt.Println(found, path)

	src := []int{1, 2, 3, 4}
	view := src
	for len(view) > 1 {
		view = view[1:]
	}
	fmt.Println(src, view)
	bs := []byte("abc")
	for i := 0; i < 3; i++ {
		bs = append(bs, 'x')
		bs = append(bs, "yz"...)
	}
	text := string(bs)
	for len(bs) > 2 {
		bs = bs[:len(bs)-1]
	}
	fmt.Println(text, string(bs), string(bs[:5]))

	type P struct{ X, Y int }
	var ps []P
	for i := 0; i < 3; i++ {
		ps = append(ps, P{i, i})
	}
	q := &ps[1]
	for i := 0; i < 5; i++ {
		ps = append(ps, P{9, 9})
	}
	q.X = 77
	fmt.Println(ps, *q)
	for s := "abc"; len(s) > 0; s = s[1:] {
		fmt.Print(s, " ")
	}
	for s := src[:]; len(s) > 0; s = s[1:] {
		fmt.Print(s, " ")
	}
	fmt.Println(src)
	var kept [][]int
	for s := []int{1, 2, 3}; len(s) > 0; s = s[1:] {
		kept = append(kept, s)
	}
	fmt.Println(kept)
}

func conditional(n int) (out []int) {
	for i := 0; i < n; i++ {
		out = append(out, i)
		if i == 3 {
			return out
		}
	}
	return
}

func early(n int) []int {
	var out []int
	var saved []int
	for i := 0; i < n; i++ {
		if i == 2 {
			saved = out
		}
		out = append(out, i)
	}
	return append(saved, len(out))
}

type holder struct {
	st   stack
	rest [2]stack
}

func (s stack) grown(v int) stack {
	s.items = append(s.items, v)
	return s
}

// Structs that hold slices are copied: each copy goes its own way.
func copies() {
	var h holder
	for i := 0; i < 3; i++ {
		h.st.push(i)
		h.rest[1].push(10 * i)
	}
	g := h
	g.st.push(100)
	h.st.push(200)
	h.rest[1].pop()
	g.rest[1].push(5)
	fmt.Println(h.st.items, g.st.items, h.rest[1].items, g.rest[1].items)

	p := &h.st
	q := *p
	p.pop()
	p.push(300)
	p.push(301)
	fmt.Println(q.items, p.items, p.grown(1).items, p.items)
	*p = q
	p.push(302)
	fmt.Println(q.items, p.items)

	all := []stack{q, *p}
	m := map[string]stack{"q": q}
	ch := make(chan stack, 1)
	ch <- q
	var any interface{} = q
	q.pop()
	all[0].push(7)
	all = append(all, all[0])
	all[2].pop()
	all[2].pop()
	c := <-ch
	c.push(8)
	fmt.Println(all[0].items, all[1].items, all[2].items, m["q"].items, c.items, any.(stack).items, q.items)
	for i, s := range all {
		s.push(i)
		all[i].pop()
		fmt.Println(s.items, all[i].items)
	}
	show := func(x interface{}) { fmt.Printf("%v %+v\n", x, x) }
	show(stack{items: q.items})
	show(&q)
}

func search(n int) []int {
	var found []int
	for i := 0; ; i++ {
		if i*i > n {
			return found
		}
		found = append(found, i)
	}
}

func kept() (out [][]int) {
	var cur []int
	for i := 0; i < 4; i++ {
		cur = append(cur, i)
		if i%2 == 1 {
			out = append(out, cur)
			cur = nil
		}
	}
	return append(out, cur)
}

func main() {
	fields()
	locals()
	copies()
	fmt.Println(search(30), search(2), kept())
	fmt.Println(conditional(2), conditional(9), early(5))
}
