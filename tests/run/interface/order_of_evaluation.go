// run

// Variables are read after the calls of the same list, also where their values go into interfaces.
package main

import "fmt"

type P struct{ a, b int }
type Q struct{ a int }

var x = 1
var s = "a"
var fl = 1.5
var st = P{1, 2}
var q = Q{1}
var ar = [2]int{1, 2}
var sl = []int{1}
var pt = &x
var bo = false
var i8 = int8(1)
var e any = 1
var err fmt.Stringer

//go:noinline
func f() int {
	x++
	s += "b"
	fl++
	st.a++
	q.a++
	ar[0]++
	sl = append(sl, 1)
	bo = !bo
	i8++
	e = x
	return 0
}

func take(a ...any) { fmt.Println(a...) }

func main() {
	fmt.Println(x, f())
	fmt.Println(s, f())
	fmt.Println(fl, f())
	fmt.Println(st, f())
	fmt.Println(q, f())
	fmt.Println(ar, f())
	fmt.Println(sl, f())
	fmt.Println(bo, f())
	fmt.Println(i8, f())
	fmt.Println(e, f())
	fmt.Println(st.a, f())
	fmt.Println(ar[1], ar[0], f())
	fmt.Println(x+1, f())
	fmt.Println(*pt, f())
	take(x, f())
	var y any = x
	_, y = y, f()
	z := []any{x, f(), x}
	fmt.Println(z...)
	w := []any{st, f(), s}
	fmt.Println(w...)
}
