// Interface values are equal when dynamic types and values are.
package main

import (
	"fmt"
	"io"
)

type a struct{ n int }
type b struct{ n int }
type num int

func main() {
	var x, y any = 1, 1
	fmt.Println(x == y, x == any(int64(1)), x == any(num(1)), x == any("1"), x == nil)
	x, y = a{1}, a{1}
	fmt.Println(x == y, x == any(b{1}), x == any(a{2}), x == a{1})
	p := &a{1}
	x, y = p, p
	fmt.Println(x == y, x == any(&a{1}), x == p)
	var np *a
	x = np
	fmt.Println(x == nil, x == any((*a)(nil)), x == any((*b)(nil)), x.(*a) == nil)
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil, io.EOF == io.EOF)
	x, y = 1.5, 1.5
	fmt.Println(x == y, any(float32(1.5)) == x, any([2]string{"a", "b"}) == any([2]string{"a", "b"}))
	x = struct{ v any }{3}
	fmt.Println(x == any(struct{ v any }{3}), x == any(struct{ v any }{3.0}))
	c := make(chan int)
	x, y = c, c
	fmt.Println(x == y, any(uint8(1)) == any(byte(1)), any('a') == any(int32(97)))
}
