// Generic types with methods, instantiated at several types.
package main

import "fmt"

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }
func (s *stack[T]) pop() (v T, ok bool) {
	if len(s.items) == 0 {
		return v, false
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}

type list[T any] struct {
	head *element[T]
	size int
}

type element[T any] struct {
	value T
	next  *element[T]
}

func (l *list[T]) add(v T) { l.head = &element[T]{v, l.head}; l.size++ }

func (l *list[T]) all() func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for e := l.head; e != nil; e = e.next {
			if !yield(i, e.value) {
				return
			}
			i++
		}
	}
}

type pair[K comparable, V any] struct {
	key K
	val V
}

type orderedMap[K comparable, V any] struct {
	index map[K]int
	pairs []pair[K, V]
}

func newMap[K comparable, V any]() *orderedMap[K, V] {
	return &orderedMap[K, V]{index: make(map[K]int)}
}

func (m *orderedMap[K, V]) set(k K, v V) {
	if i, ok := m.index[k]; ok {
		m.pairs[i].val = v
		return
	}
	m.index[k] = len(m.pairs)
	m.pairs = append(m.pairs, pair[K, V]{k, v})
}

type tree[T interface{ less(T) bool }] struct {
	left, right *tree[T]
	v           T
}

func (t *tree[T]) insert(v T) *tree[T] {
	if t == nil {
		return &tree[T]{v: v}
	}
	if v.less(t.v) {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree[T]) walk(f func(T)) {
	if t != nil {
		t.left.walk(f)
		f(t.v)
		t.right.walk(f)
	}
}

type num int

func (a num) less(b num) bool { return a < b }

type set[T comparable] = map[T]struct{}

type embedded[T any] struct {
	stack[T]
	name string
}

func main() {
	var s stack[string]
	s.push("a")
	s.push("b")
	v, ok := s.pop()
	fmt.Println(v, ok, len(s.items))
	n := stack[pair[string, int]]{}
	n.push(pair[string, int]{"x", 1})
	fmt.Printf("%+v %T\n", n, n)
	_, _ = n.pop()
	fmt.Println(n.pop())
	l := &list[float64]{}
	l.add(1.5)
	l.add(2.5)
	for i, v := range l.all() {
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println(l.size)
	m := newMap[string, []int]()
	m.set("a", []int{1})
	m.set("b", nil)
	m.set("a", []int{2})
	fmt.Println(m.pairs)
	var t *tree[num]
	for _, x := range []num{5, 2, 8, 1} {
		t = t.insert(x)
	}
	t.walk(func(x num) { fmt.Print(x, " ") })
	fmt.Println()
	st := set[int]{1: {}, 2: {}}
	fmt.Println(len(st))
	e := embedded[bool]{name: "e"}
	e.push(true)
	fmt.Println(e.items, e.name)
	fmt.Printf("%T %T\n", e, t)
	var i any = pair[string, int]{"k", 2}
	_, isPair := i.(pair[string, int])
	_, isOther := i.(pair[string, string])
	fmt.Println(isPair, isOther)
}
