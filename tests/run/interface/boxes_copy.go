// Putting a struct or array into an interface copies it.
package main

import "fmt"

type p struct{ x int }

func (v p) get() int   { return v.x }
func (v *p) set(x int) { v.x = x }

type getter interface{ get() int }

func main() {
	v := p{1}
	var g getter = v
	v.x = 2
	fmt.Println(g.get(), v.get())
	w := g.(p)
	w.x = 3
	fmt.Println(g.get(), w.get())
	g = &v
	v.x = 4
	fmt.Println(g.get())
	g.(*p).set(5)
	fmt.Println(v.x)
	arr := [2]int{1, 2}
	var a any = arr
	arr[0] = 9
	fmt.Println(a, arr)
	list := []any{v, &v}
	v.x = 6
	fmt.Println(list[0], list[1].(*p).x)
	switch t := list[0].(type) {
	case p:
		t.x = 100
		fmt.Println(t, list[0])
	}
}
