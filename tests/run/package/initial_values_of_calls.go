// run

// Package variables whose initial values count calls, in the order of their dependencies.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
)

type S struct {
	a, b int
	m    map[string]int
	arr  [3]int
	in   *S
}

func f() int                        { n++; return n }
func two() (int, error)             { return f(), nil }
func pair() (map[string]int, []int) { return map[string]int{"x": f()}, []int{f()} }
func mk() S                         { return S{a: f(), arr: [3]int{1, 2, 3}} }
func (s S) M(x int) int             { return s.a + x }
func (s *S) P(x int) int            { s.a += x; return s.a }

var n int
var idx = []int{1, 2, 3}
var (
	a, b        = two()
	m1, s1      = pair()
	v1, ok1     = m1["x"]
	v2          = m1["y"] + s1[f()-f()+1]
	x1, x2      = mk().arr[f()%3], mk().M(f())
	iface   any = mk()
	s2, ok2     = iface.(S)
	s3          = iface.(S).arr[1] << uint(f())
	q           = f() / f() % (f() + 1)
	uq          = uint64(f())*0xffffffffffff + uint64(f())
	big         = int64(f())*1e18/7 + 3*int64(f())
	z           = [...]int{f(), 5: f(), f()}
	mm          = map[string][]int{"k": {f(), f()}, fmt.Sprint(f()): nil}
	and         = f() > 0 && f() < 0 || f() == 3
	fn          = func(x int) func() int { return func() int { x++; return x + f() } }(f())
	_           = f()
	_, _        = f(), f()
	ch          = make(chan int, 1+f()%4)
	rcv         = func() int { ch <- 1; return <-ch }()
	str         = strings.Repeat("ab", f()%3) + string(rune('a'+f()%26)) + fmt.Sprint(iface.(S).a)
	sl          = idx[f()%2 : 2 : 3]
	ptr         = &S{a: f(), in: &S{b: f()}}
	mv          = ptr.P
	mv2         = ptr.in.M
	me          = (*S).P
	g           = ptr.in.arr[f()%3] + ptr.P(f())
	err         = errors.Join(fmt.Errorf("e%d: %w", f(), os.ErrExist), nil)
	once        = sync.OnceValue(func() int { return f() })
	st          = struct {
		x int
		y []S
	}{f(), []S{{a: f()}, mk()}}
	swapA, swapB   = swapB0, swapA0
	swapA0, swapB0 = f(), f()
	c128           = complex(float64(f()), float64(f())) / complex(float64(f()), 1)
	arrCopy        = z
	app            = append(append([]int{f()}, idx[:f()%3]...), f())
	cp             = copy(idx2, idx)
	idx2           = make([]int, 2)
	conv           = [2]int(app[:2])
	bs             = []byte(str)[f()%2:]
	ln             = len(str) + cap(app[:1])*f()
	mx             = max(f(), f(), 3) - min(f(), 2)
	sw             = func() (r int) {
		switch x := any(f()).(type) {
		case int:
			r = x
		}
		return
	}()
	gen = Gen[int](f(), f())
	gs  = G[string]{v: fmt.Sprint(f())}.Get()
	lbl = func() int {
		for i := range 10 {
			if i == f()%10 {
				return i
			}
		}
		return -1
	}()
	shl = 1 << f() >> (f() % 3)
	neg = -f() ^ f()&^f()
	fl  = float32(f())/3 + float32(f())
)

func (s *S) self() *S { return s }

type PS = **S

func (s *S) nop() {}

var recv = (<-func() chan int { c := make(chan int, 1); c <- f(); return c }()) + f()
var rv, rok = <-func() chan int { c := make(chan int, 1); close(c); return c }()
var nested = map[string]map[string]S{"a": {"b": mk()}}["a"]["b"].arr[f()%3]
var tern = map[bool]int{true: f(), false: f()}[f()%2 == 0]
var sideM = func() int { nested2["x"] = f(); return len(nested2) }()
var nested2 = map[string]int{}
var inc = idx[idx[0]] + func() int { idx[1] = 50; return 1 }()

func Gen[T int | float64](a, b T) T { return a*10 + b }

type G[T any] struct{ v T }

func (g G[T]) Get() T { return g.v }

func main() {
	fmt.Println(a, b, m1, s1, v1, ok1, v2, x1, x2, s2, ok2, s3, q, uq, big, z, mm, and, fn(), fn())
	fmt.Println(cap(ch), rcv, str, sl, len(sl), cap(sl), *ptr.in, mv(1), mv2(2), me(ptr, 3), g, err, once(), once(), st)
	fmt.Println(swapA, swapB, swapA0, swapB0, c128, arrCopy, app, cp, idx2, conv, bs, ln, mx, sw, gen, gs, lbl, shl, neg, fl)
	fmt.Println(recv, rv, rok, nested, tern, sideM, nested2, inc, n)
}
