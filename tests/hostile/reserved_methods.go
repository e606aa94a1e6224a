package main

type t struct{ then, constructor, prototype, arguments, __proto__, caller, name, length int }

func (x *t) toString() string { return "toString" }
func (x *t) valueOf() int     { return x.then }
func (x t) hasOwnProperty() int { return x.constructor }
func (x t) toJSON() int       { return x.prototype }
func (x t) apply() int        { return x.arguments }
func (x t) call() int         { return x.__proto__ }
func (x t) bind() int         { return x.caller + x.name + x.length }

type i interface {
	toString() string
	valueOf() int
	hasOwnProperty() int
	toJSON() int
	apply() int
	call() int
	bind() int
}

func main() {
	var v i = &t{1, 2, 3, 4, 5, 6, 7, 8}
	println(v.toString(), v.valueOf(), v.hasOwnProperty(), v.toJSON(), v.apply(), v.call(), v.bind())
	var then, constructor, prototype, __proto__, arguments = 1, 2, 3, 4, 5
	println(then + constructor + prototype + __proto__ + arguments)
	type constructor2 struct{ __defineGetter__, __lookupSetter__ int }
	c := constructor2{1, 2}
	d := c
	d.__defineGetter__++
	println(c.__defineGetter__, d.__defineGetter__, c == d)
}
