// run

// Which calls are made, and which places assigned to, before an assignment, a declaration or an expression fails.
package main

import "fmt"

var trace []any

func T[X any](x X) X { trace = append(trace, x); return x }

type N struct {
	v int
	n *N
	a [2]N2
	s []N2
	m map[string]N2
}
type N2 struct{ p, q int }

func try(l string, f func()) {
	trace = nil
	defer func() {
		fmt.Println(l, recover(), trace)
	}()
	f()
}

func res() (int, *N, [2]int) { T("res"); return 1, nil, [2]int{1, 2} }

func main() {
	n := &N{}
	s := []N{{v: 1}, {v: 2}}
	ss := [][]int{{1}, {2}}
	var nn *N
	try("1", func() { n.v, nn.v, s[0].v = T(1), T(2), T(3) })
	fmt.Println(n.v, s[0].v)
	try("2", func() { s[0].v, s[T(5)].v, s[1].v = T(10), T(20), T(30) })
	fmt.Println(s[0].v, s[1].v)
	try("3", func() { ss[0][0], ss[T(5)][0] = T(10), T(20) })
	fmt.Println(ss)
	try("4", func() { ss[0][0], ss[1][T(5)] = T(11), T(20) })
	fmt.Println(ss)
	try("5", func() { n.a[0], nn.a[T(1)] = N2{T(1), 2}, N2{T(3), 4} })
	fmt.Println(n.a)
	try("6", func() { n.v, n.n.n.v = T(50), T(60) })
	fmt.Println(n.v)
	try("7", func() { n.v, *T(&nn.v) = T(51), T(61) })
	fmt.Println(n.v)
	try("8", func() { var m map[string]N2; n.v, m[T("k")] = T(52), N2{T(1), 1} })
	fmt.Println(n.v)
	try("9", func() { n.v, nn, n.a = res2() })
	fmt.Println(n.v, nn, n.a)
	try("10", func() { n.v, s[T(7)].n, _ = res() })
	fmt.Println(n.v)
	try("11", func() { i := 0; i, s[i].v = 1, 100; T(i) })
	fmt.Println(s[0].v, s[1].v)
	try("12", func() { s, s[0].v = nil, 101 })
	fmt.Println(s)
	s = []N{{v: 1}, {v: 2}}
	try("13", func() { s[0], s[1], s[2] = s[1], s[0], N{} })
	fmt.Println(s[0].v, s[1].v)
	try("14", func() { p := &s[0]; p, p.v = &s[1], 7; p.v = 8 })
	fmt.Println(s[0].v, s[1].v)
	try("15", func() { n.s = append(n.s, N2{1, 2}); n.s, n.s[0].p = append(n.s, N2{3, 4}), 9 })
	fmt.Println(n.s)
	try("16", func() {
		n.m = map[string]N2{}
		n.m["a"], n.m["b"] = n.m["b"], N2{5, T(6)}
		n.m["c"], n.m = n.m["b"], nil
	})
	fmt.Println(n.m)
	try("17", func() { var a [3]int; i := 2; a[i], i, a[i-1] = i, T(0), i*10; T(a) })
	try("18", func() { var p **int; n.v, **p = T(1), T(2) })
	fmt.Println(n.v)
	try("19", func() { x := []int{1, 2, 3}; x[0], x[1], x[2] = x[2], x[0], x[1]; T(x); x[0], x = 9, x[:1]; T(x) })
	try("20", func() {
		var i any = 3
		n.v, _ = i.(int)
		n.v, i = i.(int), n.v
		T(n.v)
		T(i)
		n.v, i = 4, i.(string)
	})
	fmt.Println(n.v)
	try("21", func() {
		a := [2][2]int{{1, 2}, {3, 4}}
		a[0], a[1] = a[1], a[0]
		T(a)
		a[0][0], a = 9, [2][2]int{}
		T(a)
	})
	try("22", func() {
		a := [2]N2{{1, 2}, {3, 4}}
		b := &a
		b[0], a[0].p = a[1], 77
		T(a)
		*b, a[0] = a, N2{}
		T(a)
	})
	try("23", func() { f := func() *N { T("f"); return n }; f().v, f().a[T(0)].p = f().v+1, T(f().v); T(n.v); T(n.a) })
	try("24", func() { n.v += T(1) / T(0) })
	try("25", func() { s[T(0)].v += s[T(9)].v })
	try("26", func() { s[T(9)].v += T(5) })
	try("27", func() { nn = nil; nn.v += T(5) })
	try("28", func() { nn.a[T(1)].p++ })
	try("29", func() { ss[T(0)][T(3)] <<= T(2) })
	try("30", func() { ss[T(0)][T(0)] <<= T(-2) })
	try("31", func() { m := map[string][]int{}; m[T("a")][T(0)]++ })
	try("32", func() { m := map[string]*N{}; m[T("a")].v = T(0) })
	try("33", func() { m := map[string]int{"a": 1}; m[T("a")], m[T("b")] = m["b"], m["a"]; T(len(m)) })
	try("34", func() { var arr *[3]int; arr[T(1)], trace[0] = T(2), T(9) })
	try("35", func() { var arr *[3]int; trace[T(0)], arr[T(1)] = T(2), T(9) })
	try("36", func() { _ = nn.a[T(0)].p + T(4) })
	try("37", func() { _ = [3]int{T(1), s[T(7)].v, T(3)} })
	try("38", func() { fmt.Sprint(T(1), nn.v, T(2)) })
	try("39", func() { _ = T(1) == 1 && s[T(8)].v == T(2) || T(3) == 3 })
	try("40", func() { _ = append(n.s, N2{T(1), nn.v}, N2{T(2), 2}) })
	try("41", func() { defer T(nn.v); T("x") })
	try("42", func() { go T(nn.v + T(1)); T("x") })
	try("43", func() {
		for i := range s[T(1):T(9)] {
			T(i)
		}
	})
	try("44", func() {
		switch T(1) {
		case nn.v, T(2):
		}
	})
	try("45", func() { var c chan int = make(chan int, 1); c <- nn.v + T(3) })
	try("46", func() { var f func(int, int) int; _ = f(T(1), T(2)) + T(3) })
	try("47", func() { x, y := T(1), nn.v; _, _ = x, y })
	try("48", func() { var x, y = nn.v, T(1); _, _ = x, y })
	try("49", func() {
		if x := nn.n; x == nil && T(true) {
		}
	})
	try("50", func() { _ = map[string]int{T("a"): T(1), T("b"): nn.v, T("c"): T(3)} })
	try("51", func() { _ = N{v: T(1), n: nn.n, s: []N2{{T(2), 3}}} })
	try("52", func() { _ = string(rune(T(65))) + ss2(nn) + T("z") })
	try("53", func() { return; T(1) })
	fmt.Println(func() (r int) { defer func() { recover(); r *= 2 }(); r = T(5); r, nn.v = T(7), 1; return T(9) }())
}
func res2() (int, *N, [2]N2) { return 70, &N{v: 3}, [2]N2{{1, 1}} }
func ss2(n *N) string        { T("ss2"); return fmt.Sprint(n == nil) }
