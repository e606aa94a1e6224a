// run

// Ranges over functions that are left in all ways, and iterators that go on when they must not.
package main

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[end]")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Print("[stop]")
				return
			}
		}
	}
}
func pairs[K comparable, V any](ks []K, vs []V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i, k := range ks {
			if !yield(k, vs[i]) {
				return
			}
		}
	}
}
func bad(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			yield(i)
		}
	}
}
func try(l string, f func()) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		fmt.Println(l, "->", r, ok)
	}()
	f()
}
func ret(n int) (res string) {
	defer func() { res += "!" }()
	for i := range count(n) {
		for j := range count(n) {
			defer func() { res += fmt.Sprint("d", i, j) }()
			if j == 2 {
				break
			}
			if i == 1 {
				continue
			}
			if i+j == 3 {
				return fmt.Sprint("ret", i, j)
			}
		}
	}
	return "full"
}
func labels() {
outer:
	for i := range count(4) {
		switch {
		case i == 1:
			continue outer
		}
	mid:
		for j := range count(3) {
			for k := range count(3) {
				fmt.Print(i, j, k, " ")
				switch k {
				case 0:
					continue
				case 1:
					if j == 1 {
						continue outer
					}
					if i == 3 {
						break outer
					}
					if i == 2 && j == 0 {
						break mid
					}
					continue mid
				}
			}
		}
		fmt.Println("after mid")
	}
	fmt.Println("done")
}
func gotos() {
	n := 0
again:
	for i := range count(3) {
		n++
		if n < 5 && i == 1 {
			goto again
		}
		for j := range count(2) {
			if n == 7 && j == 1 {
				goto end
			}
		}
	}
	fmt.Println("no goto end")
end:
	fmt.Println("n", n)
}

type Tree[T any] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) All(yield func(T) bool) bool {
	return t == nil || t.l.All(yield) && yield(t.v) && t.r.All(yield)
}
func (t *Tree[T]) Seq() iter.Seq[T] { return func(y func(T) bool) { t.All(y) } }

func recur(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if n == 0 {
			return
		}
		for x := range recur(n - 1) {
			if !yield(x) {
				return
			}
		}
		yield(n)
	}
}
func recoverIn() (s string) {
	for i := range count(3) {
		func() {
			defer func() {
				s += fmt.Sprint(recover(), ";")
			}()
			panic(i)
		}()
	}
	defer func() { s += fmt.Sprint("R", recover()) }()
	for i := range count(3) {
		defer func() { s += "D" }()
		if i == 1 {
			panic("P")
		}
	}
	return
}

func main() {
	for range count(2) {
	}
	fmt.Println()
	fmt.Println(ret(5))
	labels()
	gotos()
	try("bad", func() {
		for i := range bad(3) {
			fmt.Print(i)
			break
		}
	})
	try("bad-ret", func() {
		func() int {
			for i := range bad(3) {
				return i
			}
			return 0
		}()
	})
	var saved func(int) bool
	try("saved", func() {
		for i := range func(y func(int) bool) { saved = y; y(1) } {
			fmt.Print(i)
		}
		fmt.Print("after")
		saved(2)
	})
	try("panic in body continue", func() {
		for range func(y func(int) bool) {
			func() { defer func() { fmt.Print("rec", recover()) }(); y(1) }()
			y(2)
		} {
			panic("body")
		}
	})
	try("swallow panic", func() {
		for range func(y func(int) bool) {
			func() { defer func() { recover() }(); y(1) }()
		} {
			panic("body2")
		}
		fmt.Print("after swallowed")
	})
	try("recursive yield", func() {
		var y0 func(int) bool
		for i := range func(y func(int) bool) { y0 = y; y(1) } {
			fmt.Print(i)
			if i < 2 {
				y0(i + 1)
			}
		}
	})
	try("nil seq", func() {
		var s iter.Seq[int]
		for range s {
		}
	})
	try("seq panics", func() {
		for i := range func(y func(int) bool) { y(1); panic("seq") } {
			fmt.Print(i)
		}
	})
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	stop()
	n2, s2 := iter.Pull2(pairs([]string{"a", "b"}, []int{1, 2}))
	fmt.Println(n2())
	fmt.Println(n2())
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
	try("pull panics", func() {
		n, s := iter.Pull(func(y func(int) bool) { y(1); panic("in pull") })
		defer s()
		fmt.Println(n())
		fmt.Println(n())
	})
	try("pull goexit stop", func() {
		n, s := iter.Pull(func(y func(int) bool) {
			defer func() { fmt.Print("deferred ", recover(), ";") }()
			y(1)
			panic("after stop")
		})
		n()
		s()
		fmt.Print("stopped")
	})
	try("pull next in next", func() {
		var n func() (int, bool)
		n, _ = iter.Pull(func(y func(int) bool) { n(); y(1) })
		n()
	})
	try("unstarted", func() {
		_, s := iter.Pull(func(y func(int) bool) { fmt.Print("started") })
		s()
	})
	t := &Tree[int]{&Tree[int]{nil, nil, 1}, &Tree[int]{nil, &Tree[int]{nil, nil, 4}, 3}, 2}
	for v := range t.Seq() {
		fmt.Print(v, " ")
		if v == 3 {
			break
		}
	}
	fmt.Println(slices.Collect(t.Seq()), slices.Collect(recur(5)))
	fmt.Println(recoverIn())
	m := maps.Collect(pairs([]string{"x", "y"}, []int{1, 2}))
	fmt.Println(m, slices.Sorted(maps.Keys(m)))
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	var k, v int
	for k, v = range slices.All([]int{5, 6, 7}) {
		if k == 1 {
			break
		}
	}
	fmt.Println(k, v)
	var arr [3]int
	for arr[1] = range count(3) {
	}
	fmt.Println(arr)
	for i := range uint8(3) {
		fmt.Printf("%T%v ", i, i)
	}
	const c = 3
	for i := range c {
		fmt.Printf("%T ", i)
	}
	type My int16
	for i := range My(2) {
		fmt.Printf("%T ", i)
	}
	nn := 3
	for i := range nn {
		nn = 10
		i++
		fmt.Print(i)
	}
	for i := range -5 {
		fmt.Print("never", i)
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v)
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		if i == 0 {
			sl = append(sl, 9)
			sl[1] = 50
		}
		fmt.Print(" ", v)
	}
	sl2 := []int{1, 2, 3}
	for i, v := range sl2 {
		sl2 = sl2[:1]
		fmt.Print(" ", i, v)
	}
	fmt.Println()
	func() {
		for x := range count(3) {
			for y := range count(3) {
				select {
				default:
					if y == 1 {
						break
					}
					fmt.Print(x, y, ",")
					if x == 1 {
						return
					}
				}
			}
		}
	}()
}
