// run

// A method that recovers does so also when it is deferred through an interface, a method value or a promotion.
package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		fmt.Println(name, "outer", recover())
	}()
	f()
}

type T1 struct{}

func (T1) M() {
	fmt.Println(recover())
}

type T2 struct{ T1 }
type I interface{ M() }

func main() {
	try("defer recover()", func() {
		defer recover()
		panic(1)
	})
	try("defer func defer recover", func() {
		defer func() {
			defer recover()
			panic(2)
		}()
		panic(1)
	})
	try("nested defer recover", func() {
		defer func() {
			defer recover()
		}()
		panic(1)
	})
	try("method", func() {
		defer T1{}.M()
		panic(9)
	})
	try("promoted", func() {
		defer T2{}.M()
		panic(9)
	})
	try("iface", func() {
		var i I = T2{}
		defer i.M()
		panic(9)
	})
	try("iface ptr", func() {
		var i I = &T2{}
		defer i.M()
		panic(9)
	})
	try("method value", func() {
		var i I = &T2{}
		f := i.M
		defer f()
		panic(9)
	})
	try("method expr", func() {
		defer (*T2).M(&T2{})
		panic(9)
	})
	try("method expr iface", func() {
		defer I.M(&T2{})
		panic(9)
	})
}
