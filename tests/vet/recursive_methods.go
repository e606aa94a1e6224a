// Methods that fmt calls and that call fmt with their own receiver.
package main

import "fmt"

type celsius float64

func (c celsius) String() string {
	_ = fmt.Sprintf("%v", c)
	_ = fmt.Sprintf("%#v", c)
	_ = fmt.Sprintf("%.1f", c)
	_ = fmt.Sprintf("%T", c)
	_ = fmt.Sprintf("%v", float64(c))
	_ = fmt.Sprintln("a", &c)
	_ = func() string { return fmt.Sprint(c) }
	return fmt.Sprintf("%s", c)
}

type node struct{ next *node }

func (n *node) String() string {
	_ = fmt.Sprint(*n)
	_ = fmt.Sprint(n.next)
	return fmt.Sprintf("%s", n)
}

type failure struct{ code int }

func (f failure) Error() string { return fmt.Errorf("%d: %w", f.code, f).Error() }

func (f failure) Describe() string { return fmt.Sprint(f) }

type pair[T any] struct{ a, b T }

func (p pair[T]) String() string { return fmt.Sprint(p) }

func main() { fmt.Println(celsius(1), &node{}, failure{}, pair[int]{}) }
