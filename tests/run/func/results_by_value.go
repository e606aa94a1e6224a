package main

import "fmt"

// Results are values: what a closure or a pointer does to a result's variable after the return is not seen by the
// caller.

type point struct{ x int }

type pair struct {
	p point
	a [2]int
}

var (
	change func()
	kept   *point
	array  *[2]int
)

func captured() (p point) {
	change = func() { p.x++ }
	p.x = 1
	return
}

func capturedExplicit() (p point) {
	change = func() { p.x++ }
	p.x = 1
	return p
}

func pointedTo() (p point) {
	kept = &p
	p.x = 1
	return
}

func deferring() (p point, err error) {
	defer func() { kept = &p }()
	p.x = 1
	return
}

func deferringWithoutLiteral() (p point, err error) {
	defer fmt.Print("")
	kept = &p
	p.x = 1
	return
}

func deferringInALoop() (p pair, err error) {
	for i := range 2 {
		defer func() {
			kept, array = &p.p, &p.a
			p.a[i]++
		}()
	}
	return pair{point{1}, [2]int{1, 2}}, nil
}

func ranging() (p point, a [2]int) {
	for i := range func(yield func(int) bool) { yield(3) } {
		kept = &p
		array = &a
		p.x = i
		a[1] = i
		return
	}
	return
}

func recovering() (p pair) {
	defer func() {
		recover()
		kept, array = &p.p, &p.a
	}()
	p.p.x = 1
	p.a[0] = 1
	panic("out")
}

func unused() (n int, err error) {
	if n := len("four"); n > 3 {
		return n, nil
	}
	return 0, fmt.Errorf("short")
}

func (p *point) moved() (q point, from *point) {
	q = *p
	q.x++
	from = &q
	return
}

func main() {
	a := captured()
	change()
	fmt.Println(a)
	a = capturedExplicit()
	change()
	fmt.Println(a)
	a = pointedTo()
	kept.x++
	fmt.Println(a)
	a, _ = deferring()
	kept.x++
	fmt.Println(a)
	a, _ = deferringWithoutLiteral()
	kept.x++
	fmt.Println(a)
	b, _ := deferringInALoop()
	kept.x++
	array[1] = 9
	fmt.Println(b, *array)
	a, c := ranging()
	kept.x++
	array[1]++
	fmt.Println(a, c)
	b = recovering()
	kept.x++
	array[0]++
	fmt.Println(b)
	fmt.Println(unused())
	q, from := a.moved()
	from.x = 0
	fmt.Println(a, q)
}
