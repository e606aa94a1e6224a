package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	n    int
}

type node[K cmp.Ordered, V any] struct {
	k    K
	v    V
	l, r *node[K, V]
}

func (t *tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			(*p).v = v
			return
		}
	}
	*p = &node[K, V]{k: k, v: v}
	t.n++
}

func (t *tree[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		var walk func(*node[K, V]) bool
		walk = func(n *node[K, V]) bool {
			return n == nil || walk(n.l) && yield(n.k, n.v) && walk(n.r)
		}
		walk(t.root)
	}
}

type named[T any] struct {
	tree[string, T]
	label string
}

type numeric interface{ ~int | ~float64 }
type vec[T numeric] []T

func (v vec[T]) dot(w vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

func groupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		m[key(x)] = append(m[key(x)], x)
	}
	return m
}

type chain[T any] struct{ next func(T) (T, *chain[T]) }

func main() {
	var t named[int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		if k > "q" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.n)
	fmt.Println(vec[int]{1, 2, 3}.dot(vec[int]{4, 5, 6}), vec[float64]{0.5}.dot([]float64{4}))
	g := groupBy([]string{"a", "bb", "cc", "d"}, func(s string) int { return len(s) })
	fmt.Println(g)
	xs := []struct {
		n string
		a int
	}{{"x", 3}, {"y", 1}}
	slices.SortFunc(xs, func(a, b struct {
		n string
		a int
	}) int {
		return cmp.Compare(a.a, b.a)
	})
	fmt.Println(xs)
	c := &chain[int]{}
	c.next = func(n int) (int, *chain[int]) {
		if n > 100 {
			return n, nil
		}
		return n * 3, c
	}
	n := 1
	for cur := c; cur != nil; {
		n, cur = cur.next(n)
	}
	fmt.Println(n)
}
