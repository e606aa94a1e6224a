// Methods with type parameters of their own: on plain, generic, embedded and pointer receivers, with written and
// inferred type arguments, as method values and expressions, and calling themselves.
package main

import (
	"fmt"
	"strconv"
)

type Counter struct{ calls int }

func (c *Counter) Show[T any](x T) string {
	c.calls++
	return fmt.Sprintf("%d:%v", c.calls, x)
}

func (c Counter) Pair[A, B any](a A, b B) (B, A) { return b, a }

type List[T any] struct{ items []T }

func (l *List[T]) Add(items ...T) *List[T] {
	l.items = append(l.items, items...)
	return l
}

func (l *List[T]) Map[U any](f func(T) U) *List[U] {
	out := &List[U]{}
	for _, item := range l.items {
		out.Add(f(item))
	}
	return out
}

func (l List[T]) Fold[A any](start A, f func(A, T) A) A {
	for _, item := range l.items {
		start = f(start, item)
	}
	return start
}

func (l List[T]) Zip[U any, P interface{ *U }](others []P) (n int) {
	for i := range l.items {
		if i < len(others) && others[i] != nil {
			n++
		}
	}
	return n
}

type Number interface{ ~int | ~float64 }

type Converter[From Number] struct{ factor From }

func (c Converter[From]) To[Into Number](x From) Into { return Into(x * c.factor) }

type Tree[K comparable] struct {
	key         K
	left, right *Tree[K]
}

// A generic method that calls itself with other type arguments, finitely many.
func (t *Tree[K]) Walk[R any](depth int, visit func(int, K) R) []R {
	if t == nil {
		return nil
	}
	out := t.left.Walk(depth+1, visit)
	out = append(out, visit(depth, t.key))
	return append(out, t.right.Walk[R](depth+1, visit)...)
}

type Embeds struct {
	*Counter
	List[string]
}

type Celsius float64

func (c Celsius) As[T ~float64](f func(Celsius) T) T { return f(c) }

type local interface{ Add(...int) *List[int] }

func generic[T any](x T) string {
	type box struct{ v T }
	var c Counter
	return c.Show(box{x}) + c.Show[[]T]([]T{x, x})
}

func main() {
	c := &Counter{}
	fmt.Println(c.Show(1), c.Show("two"), c.Show[float64](3))
	fmt.Println(Counter{}.Pair("a", 2))
	fmt.Println(c.Pair[int, string](1, "b"))

	ints := (&List[int]{}).Add(1, 2, 3)
	words := ints.Map(func(i int) string { return strconv.Itoa(i * i) })
	fmt.Println(words.items, ints.Map(strconv.Itoa).items)
	fmt.Println(ints.Fold("", func(s string, i int) string { return s + strconv.Itoa(i) }))
	fmt.Println(words.Fold(0, func(n int, s string) int { return n + len(s) }))
	x, y := 1, 2
	fmt.Println(ints.Zip([]*int{&x, nil, &y}))

	fmt.Println(Converter[int]{3}.To[float64](14))
	fmt.Println(Converter[float64]{0.5}.To[int](14))

	tree := &Tree[string]{"m", &Tree[string]{key: "c"}, &Tree[string]{key: "x"}}
	fmt.Println(tree.Walk(0, func(d int, k string) string { return fmt.Sprint(k, d) }))
	fmt.Println(tree.Walk(0, func(d int, k string) int { return d * len(k) }))

	// Method values bind their receiver; method expressions take it as a parameter.
	show := c.Show[[]int]
	c.calls = 40
	fmt.Println(show([]int{1}), show(nil))
	fold := List[int].Fold[[]int]
	fmt.Println(fold(*ints, nil, func(acc []int, i int) []int { return append(acc, -i) }))
	pair := (*Counter).Pair[bool, rune]
	fmt.Println(pair(c, true, 'x'))
	var asString func(func(int) string) *List[string] = ints.Map
	fmt.Println(asString(func(i int) string { return fmt.Sprint("n", i) }).items)

	e := Embeds{Counter: c}
	e.Add("p", "q")
	fmt.Println(e.Show(e.items), e.Map(func(s string) int { return len(s) }).items)

	fmt.Println(Celsius(20).As(func(c Celsius) float64 { return float64(c)*9/5 + 32 }))
	fmt.Println(generic(7), generic("s"))

	// Generic methods do not stand in the way of interfaces, nor do they belong to them.
	var adder local = ints
	adder.Add(4)
	_, isShower := any(c).(interface{ Show(int) string })
	fmt.Println(len(ints.items), isShower)

	defer func() { fmt.Println("recovered:", recover()) }()
	var none *Counter
	none.Show(1)
}
