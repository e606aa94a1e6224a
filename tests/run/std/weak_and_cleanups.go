// run

// Weak pointers, also to fields, and cleanups of arrays: what is gone after runtime.GC.
package main

import (
	"fmt"
	"runtime"
	"weak"
)

type T struct {
	a, b int
	next *T
}

func main() {
	p := &T{a: 1}
	w := weak.Make(p)
	wa := weak.Make(&p.a)
	fmt.Println(w.Value() == p, *wa.Value(), wa == weak.Make(&p.a), wa == weak.Make(&p.b))
	runtime.GC()
	fmt.Println(w.Value() != nil, wa.Value() != nil)
	runtime.KeepAlive(p)
	done := make(chan int, 1)
	s := make([]byte, 1000)
	runtime.AddCleanup(&s[0], func(x int) { done <- x }, 7)
	runtime.GC()
	fmt.Println(len(done))
	runtime.KeepAlive(s)
	s = nil
	p = nil
	runtime.GC()
	fmt.Println(w.Value() == nil, wa.Value() == nil, <-done)
	m := map[string]weak.Pointer[T]{}
	func() {
		for i := range 3 {
			m[fmt.Sprint(i)] = weak.Make(&T{a: i})
		}
	}()
	runtime.GC()
	n := 0
	for _, w := range m {
		if w.Value() == nil {
			n++
		}
	}
	fmt.Println(n)
}
