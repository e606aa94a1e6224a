// run

// Calls happen before what surrounds them is read or fails.
package main

import (
	"fmt"
	"strings"
)

type V struct{ n int }

var trace []string

func t(s string, n int) int { trace = append(trace, fmt.Sprint(s, n)); return n }
func show(l string)         { fmt.Println(l, strings.Join(trace, " ")); trace = nil }
func b(s string, v bool) bool {
	trace = append(trace, s)
	return v
}

type S struct {
	a, b int
	c    []int
	d    map[string]int
}

func (s *S) get(n string) *S { trace = append(trace, n); return s }
func (s S) val(n string) S   { trace = append(trace, n); return s }

var g int

func inc() int       { g++; return g }
func setG(n int) int { g = n; return n }

func multi(a, b, c int) (int, int, int)     { return c, b, a }
func variadic(pre string, xs ...int) string { return fmt.Sprint(pre, xs, len(xs), xs == nil) }

func main() {
	arr := []int{10, 20, 30}
	arr[t("i", 0)], arr[t("j", 1)], arr[t("k", 2)] = t("a", 1), t("b", 2), t("c", 3)
	show("assign")
	fmt.Println(t("x", 1)+t("y", 2)*t("z", 3), b("p", false) && b("q", true) || b("r", true))
	show("expr")
	s := S{b: t("b", 1), a: t("a", 2), c: []int{t("c0", 0), 5: t("c5", 5), t("c6", 6)}, d: map[string]int{fmt.Sprint(t("k", 1)): t("v", 1), fmt.Sprint(t("k", 2)): t("v", 2)}}
	show("composite")
	s.get("1").get("2").c[t("i", 0)] = s.get("3").a + t("r", 1)
	show("chain")
	_ = s.val("1").val("2").c[t("i", 1):t("j", 3):t("k", 5)]
	show("slice")
	i := 0
	i, arr[i] = 1, 99
	fmt.Println(i, arr)
	arr[0], i = i, arr[0]
	fmt.Println(i, arr)
	i = 2
	arr[i], i, arr[i-1] = 5, 0, 6
	fmt.Println(i, arr)
	x := []int{1, 2, 3}
	j := 0
	j, x[j] = 1, 2
	x[0], x[0] = 1, 2
	x[1], x[2] = 4, 5
	type P struct {
		x *P
		v int
	}
	p := &P{v: 1}
	p.x, p = &P{v: 2}, nil
	fmt.Println(x, p == nil)
	x[2], x = 77, []int{1}
	fmt.Println(x)
	g = 0
	y := g + inc()*10 + g
	fmt.Println(y)
	g = 0
	z := []int{g, inc(), g, inc(), g}
	fmt.Println(z)
	g = 5
	w := [...]int{g, setG(7), g}
	fmt.Println(w)
	g = 1
	fmt.Println(g, inc(), g, inc())
	k := 1
	f := func() int { k++; return k }
	fmt.Println(k, f(), k, f())
	l := k + f()
	fmt.Println(l)
	m := map[int]int{k: f(), f(): k}
	fmt.Println(len(m), m)
	ar := [3]int{1, 2, 3}
	mod := func() int { ar[0] = 100; return 1 }
	fmt.Println(ar[0]+mod(), ar)
	ar[0] = 1
	q := ar
	cp := [2][3]int{ar, {mod()}}
	fmt.Println(q, cp)
	ar[0] = 1
	ret := func() ([3]int, int) { return ar, mod() }
	fmt.Println(ret())
	st := V{1}
	modst := func() int { st.n = 9; return 1 }
	fmt.Println(st, modst())
	st.n = 1
	vs := []V{st, {modst()}, st}
	fmt.Println(vs)
	st.n = 1
	var ifs []any = []any{st, modst(), st}
	fmt.Println(ifs)
	fmt.Println(multi(multi(1, 2, 3)))
	fmt.Println(variadic("a"), variadic("b", 1), variadic("c", []int{}...), variadic("d", nil...), variadic("e", arr[:2]...))
	func(xs ...int) { xs[0] = 1000 }(arr...)
	fmt.Println(arr)
	c := make(chan int, 3)
	c <- 1
	c <- 2
	c <- 3
	fmt.Println(<-c+<-c*10, <-c)
	sl := []int{0, 1, 2}
	for i, sl[0] = range []int{7, 8} {
		fmt.Print(i, sl, ";")
	}
	fmt.Println()
	idx := 0
	ys := [3]int{}
	for idx, ys[idx] = range []int{7, 8, 9} {
		fmt.Print(idx, ys, ";")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover(), x, arr) }()
		x[0], arr[t("no", 10)] = 555, 1
	}()
	func() {
		defer func() { fmt.Println(recover()); show("div") }()
		zero := 0
		_ = t("a", 1)/zero + t("b", 2)
	}()
	func() {
		defer func() { fmt.Println(recover()); show("idx") }()
		_ = arr[t("a", 10)] + t("b", 2)
	}()
	func() {
		defer func() { fmt.Println(recover()); show("conv") }()
		var a any = "s"
		fmt.Println(t("x", 1), a.(int), t("y", 2))
	}()
	func() {
		defer func() { fmt.Println(recover()); show("nilmap") }()
		var m map[string]int
		m[fmt.Sprint(t("x", 1))] = t("y", 2)
	}()
	func() {
		defer func() { fmt.Println(recover()); show("ptr") }()
		var p *S
		p.c[t("x", 1)] = t("y", 2)
	}()
	func() {
		defer func() { fmt.Println(recover()); show("callnil") }()
		var f func(int, int)
		f(t("x", 1), t("y", 2))
	}()
	func() {
		defer func() { fmt.Println(recover()); show("append") }()
		var p *S
		arr = append(arr, t("x", 1), p.a, t("y", 2))
	}()
	func() {
		defer func() { fmt.Println(recover()); show("copy") }()
		fmt.Println(copy(arr[t("x", 1):], arr[t("y", 99):]))
	}()
	switch t("tag", 2) {
	case t("c1", 1), t("c2", 2), t("c3", 3):
		show("switch")
	case t("c4", 4):
	}
	switch {
	case b("s1", false), b("s2", false):
	case b("s3", true):
		show("switch2")
	}
	var n *int
	func() {
		defer func() { fmt.Println(recover() != nil, trace); trace = nil }()
		a, b := t("l", 1), *n
		_, _ = a, b
	}()
	if v := t("if", 1); v > 5 {
	} else if v2 := t("elif", v+1); v2 == 2 {
		show("if")
	}
	for i, n := t("init", 0), t("n", 2); i < n; i, n = i+t("post", 1), n {
		t("body", i)
	}
	show("for")
	str := "abc"
	str += string(rune('a'+t("s", 1))) + str
	fmt.Println(str)
	mm := map[string][]int{}
	mm["a"], mm["b"] = append(mm["a"], 1), append(mm["a"], 2)
	fmt.Println(mm)
	a1 := [2]int{1, 2}
	a1[0], a1[1] = a1[1], a1[0]
	pp := &a1
	pp[0], pp[1], a1 = 5, 6, [2]int{7, 8}
	fmt.Println(a1)
	var e1, e2 any = a1, V{3}
	e1, e2 = e2, e1
	fmt.Println(e1, e2)
}
