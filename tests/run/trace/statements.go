// run

// Traces of panics in all kinds of statements.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

type stack struct{ s []int }

func (s *stack) push(i int) { s.s = append(s.s, i) }
func lines(b []byte) {
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		l = strings.TrimSpace(l)
		if i := strings.LastIndex(l, "/"); i >= 0 && strings.Contains(l, ".go:") {
			l = l[i+1:]
		}
		if strings.HasPrefix(l, "runtime/debug.Stack") || strings.HasPrefix(l, "stack.go") || strings.HasPrefix(l, "debug.go") {
			continue
		}
		if i := strings.Index(l, " +0x"); i >= 0 {
			l = l[:i]
		}
		if i := strings.LastIndex(l, "("); i >= 0 {
			l = l[:i]
		}
		fmt.Println(l)
	}
}

type A struct{ b *B }
type B struct{ c map[string][]int }

//go:noinline
func (b *B) m(i int) int { return b.c["x"][i] }

//go:noinline
func (a A) m(i int) int { return a.b.m(i) }

//go:noinline
func rec(n int) {
	if n == 0 {
		lines(debug.Stack())
		return
	}
	rec(n - 1)
}

//go:noinline
func caller(skip int) string {
	_, f, l, ok := runtime.Caller(skip)
	if !ok {
		return "none"
	}
	return fmt.Sprint(f[strings.LastIndex(f, "/")+1:], ":", l)
}

//go:noinline
func multi(
	a int,
	b string,
) string {
	return caller(1) + " " +
		caller(2) +
		b
}

var global = caller(1)

//go:noinline
func run(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
			lines(debug.Stack())
		}
	}()
	f()
}

func main() {
	fmt.Println(global, caller(0) != "", caller(1), caller(100))
	fmt.Println(multi(
		1,
		multi(2, "x"),
	))
	rec(2)
	run(func() {
		A{&B{}}.m(3)
	})
	run(func() {
		var a A
		a.m(1)
	})
	run(func() {
		x := []int{1,
			2,
			3}
		i := 5
		x[0] = x[1] +
			x[i]
	})
	run(func() {
		panic(fmt.Sprintf(
			"multi %d",
			1))
	})
	run(func() {
		var m map[string]int
		m["a"] = 1
	})
	run(func() {
		var m map[string]int
		m["a"]++
	})
	run(func() {
		var e error
		fmt.Println(
			e.Error(),
		)
	})
	run(func() {
		var i any = 1
		_ = i.(string)
	})
	run(func() {
		a, b := 1, 0
		fmt.Println(a / b)
	})
	run(func() {
		a := make([]int, 2)
		n := -1
		a = a[n:]
	})
	run(func() {
		var c chan int
		close(c)
	})
	run(func() {
		n := -1
		_ = make([]int, n)
	})
	run(func() {
		var s stack
		var p *stack = &s
		p.push(1)
		p = nil
		p.push(2)
	})
	run(func() {
		for i := range 3 {
			func() {
				if i == 2 {
					panic(i)
				}
			}()
		}
	})
	run(func() {
		defer func() { panic("second") }()
		panic("first")
	})
	run(func() {
		type T struct{ a, b int }
		var ts []T
		ts[0].a++
	})
	run(func() {
		var p *[4]int
		for i := range p {
			p[i] = i
		}
	})
	run(func() {
		a := [3][3]int{}
		i, j := 1, 3
		a[i][j] += 2
	})
	fmt.Fprintln(os.Stderr, "done")
}
