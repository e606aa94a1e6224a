package main

import "fmt"

type empty struct{}

type point struct{ x, y int }

// The initial value of a package variable may be converted from a struct type without a name.
var (
	nothing  empty              = struct{}{}
	origin   point              = struct{ x, y int }{1, 2}
	computed                    = point(struct{ x, y int }{origin.x + 1, origin.y + 1})
	marker   any                = empty(struct{}{})
	back     struct{ x, y int } = computed
	list                        = []point{struct{ x, y int }{5, 6}}
	byKey    map[empty]point    = map[empty]point{struct{}{}: struct{ x, y int }{7, 8}}
	called                      = point(make2())
)

func make2() struct{ x, y int } { return struct{ x, y int }{9, 10} }

func main() {
	_, ok := marker.(empty)
	fmt.Println(nothing, origin, computed, ok, marker == any(nothing), back, list, byKey, called)
	called.x++
	fmt.Println(called, make2())
}
