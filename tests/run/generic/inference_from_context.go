// Since Go 1.27 a generic function gets its type arguments from wherever its value goes.
package main

import "fmt"

func double[T int | string](x T) T { return x + x }

type Op func(int) int

type holder struct {
	op   Op
	text func(string) string
}

func apply[F ~func(int) int](f F) int { return f(21) }

func main() {
	h := holder{op: double, text: double}
	fmt.Println(h.op(1), h.text("a"))
	ops := []Op{double, func(i int) int { return -i }}
	fmt.Println(ops[0](2), ops[1](2))
	arr := [...]func(string) string{2: double}
	fmt.Println(arr[0] == nil, arr[2]("b"))
	byName := map[string]Op{"double": double}
	fmt.Println(byName["double"](4))
	fmt.Println(Op(double)(5), (func(string) string)(double)("c"))
	ch := make(chan Op, 1)
	ch <- double
	fmt.Println((<-ch)(6))
	fmt.Println(apply[Op](double))
}
