package main

import "fmt"

var x = make([]int, 1)
var c = 1 + 1i
var fl = 1.0
var m = map[string]int{"a": 1}
var s = "a"

func f() int {
	x = make([]int, 3, 7)
	c = 3 + 3i
	fl = 3
	m = map[string]int{"a": 3, "b": 4}
	s = "abc"
	return 2
}
func reset() {
	x = make([]int, 1)
	c = 1 + 1i
	fl = 1
	m = map[string]int{"a": 1}
	s = "a"
}

func two() (int, int)          { return len(x), f() }
func three() (int, int, int)   { return cap(x) + 1, f(), len(s) }
func show(a ...any)            { fmt.Println(a...); reset() }
func ints(a, b int) (int, int) { return a, b }

func main() {
	{
		a, b, d := len(x), f(), len(x)
		show("define len", a, b, d)
	}
	{
		a, b := len(x)+1, f()
		show("define len+1", a, b)
	}
	{
		var a, b = cap(x), f()
		show("var cap", a, b)
	}
	{
		var a, b int
		a, b = len(x), f()
		show("assign len", a, b)
	}
	{
		a, b := real(c), f()
		show("define real", a, b)
	}
	{
		a, b := complex(fl, 0), f()
		show("define complex", a, b)
	}
	{
		a, b := len(m), f()
		show("define len map", a, b)
	}
	{
		a, b := len(s), f()
		show("define len string", a, b)
	}
	{
		a, b := make([]int, len(x)), f()
		show("define make", len(a), b)
	}
	{
		a, b := min(fl, 7), f()
		show("define min", a, b)
	}
	{
		a, b := fl, f()
		show("define var", a, b)
	}
	{
		a, b := fl+1, f()
		show("define var+1", a, b)
	}
	{
		a, b := two()
		show("return len", a, b)
	}
	{
		a, b, d := three()
		show("return cap", a, b, d)
	}
	{
		a, b := ints(len(x), f())
		show("call len", a, b)
	}
	{
		a := len(x) + f()
		show("sum len", a)
	}
	{
		a := []int{len(x), f()}
		show("lit len", a)
	}
	{
		a := [2]int{len(x) * 2, f()}
		show("arr len", a)
	}
	{
		a := struct{ a, b int }{len(x), f()}
		show("struct len", a)
	}
	{
		a := map[int]int{len(x): f()}
		show("map len", a)
	}
	{
		show("any", len(x), f())
	}
	{
		y := make([]int, 10)
		y[len(x)], y[f()] = 5, 6
		show("place", y)
	}
	{
		y := make([]int, 10)
		y[len(x)] = f()
		show("place1", y)
	}
	{
		y := make([]int, 10)
		show("slice", len(y[len(x):f()+3]))
	}
	{
		a, b := m["a"], f()
		show("map index", a, b)
	}
	{
		a, b := s+"x", f()
		show("concat", a, b)
	}
	{
		a, b := s == "a", f()
		show("compare", a, b)
	}
	{
		a, b := []byte(s), f()
		show("convert", a, b)
	}
	{
		a, b := any(fl), f()
		show("box", a, b)
	}
	{
		a, b := fl == 1 && s == "a", f()
		show("and", a, b)
	}
	{
		a, b := x[0], f()
		show("index", a, b)
	}
	{
		a, b := func() int { return len(x) }, f()
		show("closure", a(), b)
	}
}
