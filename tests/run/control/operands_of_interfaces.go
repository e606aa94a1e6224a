// Which operands are read before the calls behind them, where they go into interfaces and where they do not.
package main

import "fmt"

//go:noinline
func set(b []byte, s string) int { return copy(b, s) }

func main() {
	b := []byte("zzz")
	s := "mmm"
	fmt.Println(s < string(b), copy(b, "aaa"))
	b = []byte("zzz")
	fmt.Println(s < string(b), set(b, "aaa"))
	b = []byte("zzz")
	fmt.Println(string(b), copy(b, "aaa"))
	b = []byte("zzz")
	fmt.Println(string(b), set(b, "aaa"))
	b = []byte("zzz")
	fmt.Println(string(b) == "zzz", set(b, "aaa"))
	b = []byte("zzz")
	x := string(b) == "zzz" && set(b, "aaa") > 0
	fmt.Println(x)
	b = []byte("zzz")
	fmt.Println(s+string(b), set(b, "aaa"))
	b = []byte("zzz")
	fmt.Println(len(string(b)), set(b, "aaa"), b[0], copy(b, "ccc"))
	b = []byte("zzz")
	m := map[string]int{"zzz": 1, "aaa": 2}
	fmt.Println(m[string(b)], set(b, "aaa"))
	b = []byte("zzz")
	fmt.Println(m[string(b)], copy(b, "aaa"))
	r := []rune("zzz")
	fmt.Println(string(r) < "m", copy(r, []rune("aaa")))
	y, z := s < string(b), copy(b, "qqq")
	fmt.Println(y, z)
	a := [3]int{1, 2, 3}
	e := a[:]
	fmt.Println(a[0], copy(e, []int{9}), a == [3]int{1, 2, 3}, copy(e, []int{7}))
	fmt.Println([3]int(e), copy(e, []int{5}), len(e), cap(append(e, 1)) > 0, e[0], copy(e, []int{8}))
	u, v := any(a), copy(e, []int{4})
	fmt.Println(u, v)
	fmt.Println(a, copy(e, []int{3}))
	fmt.Println(min(a[0], 100), copy(e, []int{2}))
	fmt.Println(&a[0] == &e[0], *(&a[0]), copy(e, []int{1}), a[0]+0, float64(a[0]))
	type st struct{ x, y int }
	q := []st{{1, 2}}
	fmt.Println(q[0] == st{1, 2}, copy(q, []st{{3, 4}}), q[0], q[0].x)
	i := any(1)
	set2 := func() int { i = "s"; return 1 }
	fmt.Println(i.(int), set2())
	i = 1
	fmt.Println(i == 1, set2())
	i = 1
	_, ok := i.(string)
	fmt.Println(ok, set2())
	c := complex(1, 2)
	set3 := func() int { c = 5; return 2 }
	fmt.Println(real(c), set3(), c)
	st1 := "abc"
	set4 := func() int { st1 = "wxyz"; return 2 }
	fmt.Println(st1[0], st1[1:], len(st1), st1+"!", st1 == "abc", set4(), st1)
}

var g int
var gs = "abc"
var gb bool
var g8 uint8
var ga = [3]int{1, 2, 3}
var gp = &g
var gm = map[string]bool{}
var gf float32
var gc complex64
var gst struct{ a, b int32 }

func inc() int { g++; return g }
func setG(n int) int {
	g, gs, gb, g8, ga, gf, gc = n, fmt.Sprint(n), !gb, g8+1, [3]int{n}, gf+1, gc+1
	gst.a++
	gm["x"] = true
	return n
}

func init() {
	fmt.Println(g+inc(), setG(7), g)
	fmt.Println(g == 7, setG(8), g == 7, g > inc())
	fmt.Println(g8+1, setG(9), g8, int8(g8), uint16(g8), int64(g8))
	fmt.Println(gs[0], setG(10), gs[0], gs+"", string(gs[0]), gs == "x", gs[:1], []byte(gs), rune(gs[0]))
	fmt.Println(gb, !gb, setG(11), gb, gb || inc() > 0, gb && inc() > 0)
	fmt.Println(ga, ga[0], setG(12), ga, ga == [3]int{12}, ga[1:], len(ga))
	fmt.Println(gf, gf+1, -gf, setG(13), gf, float64(gf), int8(gf), gc, gc+1, real(gc), gc == 0)
	fmt.Println(gst, gst.a, setG(14), gst == struct{ a, b int32 }{}, gst, any(gst), any(gst.a) == any(int32(1)))
	fmt.Println(gm["x"], setG(15), gm["y"], len(gm), gp == &g, *gp, *gp+1, *gp > 3, &g == gp)
	delete(gm, "x")
	fmt.Println(gm["x"], setG(16), gm["x"])
	var i any = g
	f := func() int { i = g8; return 1 }
	fmt.Println(i == 1, i, f(), i != nil, i.(uint8), i == any(g8))
	s := []int{1, 2, 3}
	h := func() int { s = append(s[:1], 9, 9, 9); s[0] = 5; return 2 }
	fmt.Println(s[0] == 1, s[0], s[1]+1, h(), s[2], s, len(s), uint8(s[0]), s[0] > h())
	type big struct{ a, b, c int }
	x := big{1, 2, 3}
	k := func() int { x.a = 9; return 3 }
	fmt.Println(x, x.a, x == big{}, k(), x, big{x.a, 0, 0}, &x == nil, [2]int{x.a, x.b}, []int{x.a})
	var a, b any = x.a == 9, k()
	fmt.Println(a, b)
	p, q := x.a > 3, k()
	fmt.Println(p, q)
	func(b bool, n int, e any, u uint8) { fmt.Println(b, n, e, u) }(x.a == 9, k(), x.a > 10, uint8(x.a))
	m := map[string]any{"a": x.a == 9, "b": k(), "c": x.b > k()}
	fmt.Println(m)
	z := []any{x.a == 1, x.a, k(), x}
	fmt.Println(z...)
	w := struct {
		a any
		b int
		c any
	}{x.a == 1, k(), x.b == 2}
	fmt.Println(w)
	ch := make(chan any, 1)
	select {
	case ch <- x.a > k():
	}
	fmt.Println(<-ch)
	ret := func() (any, int, any) { return x.a == 2, k(), x.c == 3 }
	fmt.Println(ret())
	fmt.Printf("%v %v %t\n", x.a == 9, k(), x.b == 2 && k() == 3)
	defer fmt.Println(x.a == 9, k(), x.a)
	x.a = 4
	fmt.Print(x.a == 4, k(), "\n")
	_ = fmt.Sprint(x.a == 4, k(), "\n")
	panicky := func() {
		defer func() { fmt.Println(recover()) }()
		var np *big
		fmt.Println(np.a == 1, func() int { fmt.Println("called"); return 1 }())
	}
	panicky()
	panicky2 := func() {
		defer func() { fmt.Println(recover()) }()
		var np *big
		fmt.Println(np.a, func() int { fmt.Println("called"); return 1 }())
	}
	panicky2()
	panicky3 := func() {
		defer func() { fmt.Println(recover()) }()
		var np []bool
		j := 3
		fmt.Println(np[j], func() int { fmt.Println("called"); return 1 }())
	}
	panicky3()
	panicky4 := func() {
		defer func() { fmt.Println(recover()) }()
		str, j := "abc", 3
		fmt.Println(str[j], func() int { fmt.Println("called"); return 1 }())
	}
	panicky4()
	panicky5 := func() {
		defer func() { fmt.Println(recover()) }()
		j := 0
		fmt.Println(uint8(3/j), func() int { fmt.Println("called"); return 1 }())
	}
	panicky5()
	panicky6 := func() {
		defer func() { fmt.Println(recover()) }()
		j := 0
		fmt.Println(3/j, func() int { fmt.Println("called"); return 1 }())
	}
	panicky6()
	panicky7 := func() {
		defer func() { fmt.Println(recover()) }()
		np := map[[1]any]bool{}
		fmt.Println(np[[1]any{[]int{}}], func() int { fmt.Println("called"); return 1 }())
	}
	panicky7()
}
