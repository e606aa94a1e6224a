// Formats and locks of type parameters: what their type sets allow.
package main

import (
	"fmt"
	"sync"
)

type integer interface{ ~int | ~int64 }

func format[I integer, S ~string, E error, A any, M int | string](i I, s S, e E, a A, m M) {
	fmt.Printf("%d %s %s %v\n", i, s, e, a)
	fmt.Printf("%s\n", i)
	fmt.Printf("%d\n", s)
	fmt.Printf("%d\n", e)
	fmt.Printf("%d\n", a)
	fmt.Printf("%d\n", m)
	fmt.Printf("%d\n", []I{i})
	fmt.Printf("%d\n", map[S]I{})
	fmt.Println(fmt.Errorf("%w", e))
}

func byValue[M sync.Mutex, P *sync.Mutex](m M, p P) {
	other := m
	_ = &other
	same := p
	_ = same
}

func guarded[G ~struct{ sync.Mutex }](g *G) {
	_ = *g
}

func main() {
	format(1, "", error(nil), 1.5, "")
	_ = byValue[sync.Mutex, *sync.Mutex]
	guarded(&struct{ sync.Mutex }{})
}
