package main

import (
	"fmt"
	"reflect"
)

// Methods recover where what defers them has them from a value, a type or reflection.

type value struct{ name string }

func (v value) Value() { fmt.Println(v.name, recover()) }

func (v *value) Pointer() { fmt.Println(v.name, recover()) }

type outer struct{ value }

func deferring(name string, with func()) {
	defer fmt.Println("left", name)
	with()
}

func main() {
	deferring("a type's method by reflection", func() {
		f := reflect.TypeOf(value{}).Method(0).Func.Interface().(func(value))
		defer f(value{"a"})
		panic(1)
	})
	deferring("a value's method by reflection", func() {
		f := reflect.ValueOf(value{"b"}).Method(0).Interface().(func())
		defer f()
		panic(2)
	})
	deferring("a pointer type's method by reflection", func() {
		f := reflect.TypeOf(&value{}).Method(0).Func.Interface().(func(*value))
		defer f(&value{"c"})
		panic(3)
	})
	deferring("a method expression", func() {
		f := value.Value
		defer f(value{"d"})
		panic(4)
	})
	deferring("a promoted method", func() {
		f := (*outer).Pointer
		defer f(&outer{value{"e"}})
		panic(5)
	})
	deferring("an interface's method", func() {
		f := interface{ Pointer() }.Pointer
		defer f(&value{"f"})
		panic(6)
	})
}
