// Messages show types as the program writes them.
package main

type count = int

type near int

type ints interface{ ~int }

type overlapping interface{ near | ~int } // ERROR "overlapping terms ~int and main.near"

type misused interface{ ~near } // ERROR "invalid use of ~ (underlying type of near is int)"

func embeds[_ interface{ ints }]()                                 {}
func nests[_ interface{ interface{ comparable; ~int | ~string } }]() {}
func elems[S []E, E any](S, E)                                     {}
func same[T any](x, y T) T                                         { return x }
func made[T any]() (t T)                                           { return t }
func total() count                                                 { return 0 }

// A type parameter may hide a predeclared type.
func hides[string any](x string) {
	x = "" // ERROR "(untyped string constant) as string /* with string declared at"
}

type list[T any] func(T, func(T, list[T]) T) T

func empty[T any](n T, _ list[T]) T { return n }
func cons[T any](h T, t list[T]) list[T] {
	return func(n T, f func(T, list[T]) T) T { return f(h, t) }
}
func once[T any](t T) list[T] {
	return cons(t, cons(t, empty[T])) // ERROR "type func(n T, _ list[T]) T of empty[T] does not match inferred type list[T] for list[T]"
}

type receiver struct{}

func (receiver) plain(int)     {}
func (r receiver) named(x int) {}

func main() {
	_ = embeds[string] // ERROR "string does not satisfy interface{ints} (string missing in ~int)"
	_ = nests[func()]  // ERROR "func() does not satisfy interface{interface{comparable; ~int | ~string}}"

	type link chan int
	elems([]chan int{}, make(link)) // ERROR "[]chan int does not satisfy []link ([]chan int missing in []main.link)"

	var f func()
	f = receiver.plain // ERROR "cannot use receiver.plain (value of type func(receiver, int)) as func() value"
	f = receiver.named // ERROR "cannot use receiver.named (value of type func(r receiver, x int)) as func() value"
	f()

	var n count
	m := same(n, 1)
	var text string
	text = m             // ERROR "cannot use m (variable of int type count) as string value"
	text = -n            // ERROR "cannot use -n (value of int type count) as string value"
	text = 1 << n        // ERROR "cannot use 1 << n (untyped int value) as string value in assignment"
	text = n << 1        // ERROR "cannot use n << 1 (value of int type count) as string value"
	text = 1 + n         // ERROR "cannot use 1 + n (value of int type count) as string value"
	text = total()       // ERROR "cannot use total() (value of int type count) as string value"
	text = made[count]() // ERROR "cannot use made[count]() (value of int type count) as string value"
	text = any(n).(count) // ERROR "cannot use any(n).(count) (comma, ok expression of int type count) as string value"
	_ = m + "a"          // ERROR "mismatched types count and untyped string"
	_ = text
}
