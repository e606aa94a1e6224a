// Names that mean something to JavaScript mean nothing here.
package main

import "fmt"

type Object struct {
	constructor, __proto__, prototype, then, toString int
	arguments                                         string
}

func (o Object) valueOf() int         { return o.constructor + o.__proto__ }
func (o *Object) hasOwnProperty() int { o.then++; return o.then }

type Map map[string]int
type Array []int
type Symbol string
type Promise struct{ resolve func() }

type thenable interface{ then() int }
type constructor struct{ v int }

func (c constructor) then() int        { return c.v }
func (c constructor) toString() string { return "toString" }

func eval(arguments ...int) int {
	let, await, yield, class := 1, 2, 3, 4
	static, enum, this, super := 5, 6, 7, 8
	null, undefined, NaN, Infinity := 9, 10, 11, 12
	return let + await + yield + class + static + enum + this + super + null + undefined + NaN + Infinity + len(arguments)
}

func delete_(void, typeof, instanceof int) int { return void + typeof + instanceof }

func function(new, with, export, try, catch, throw, finally, debugger, implements int) int {
	Math, BigInt, Number, globalThis, process := new, with, export, try, catch
	return Math + BigInt + Number + globalThis + process + throw + finally + debugger + implements
}

var window, document, require, module, exports = 1, 2, 3, 4, 5

func main() {
	o := Object{1, 2, 3, 4, 5, "args"}
	fmt.Println(o.valueOf(), o.hasOwnProperty(), o.then, o)
	fmt.Println(eval(1, 2, 3), delete_(1, 2, 3), function(1, 2, 3, 4, 5, 6, 7, 8, 9))
	m := Map{"__proto__": 1, "constructor": 2, "toString": 3}
	fmt.Println(m["__proto__"], m["constructor"], m["valueOf"], len(m))
	var t thenable = constructor{42}
	fmt.Println(t.then(), constructor{}.toString())
	p := &Promise{func() { fmt.Println("resolved") }}
	p.resolve()
	fmt.Println(window+document+require+module+exports, Array{1}, Symbol("s"))
	type Error struct{ String string }
	var Date, JSON, Set = Error{"x"}, 1, 2
	fmt.Println(Date, JSON, Set)
	await := make(chan int, 1)
	await <- 1
	fmt.Println(<-await)
	delete := func(x int) int { return x }
	fmt.Println(delete(3))
	var in, of, async, get, set, as, from = 1, 2, 3, 4, 5, 6, 7
	fmt.Println(in, of, async, get, set, as, from)
}
