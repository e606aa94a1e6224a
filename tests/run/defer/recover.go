// recover stops a panic in the function that deferred its caller, and nowhere else.
package main

import (
	"errors"
	"fmt"
)

func safe(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	f()
	return nil
}

func helper() any { return recover() }

func notDirect() {
	defer func() { fmt.Println("helper's recover:", recover()) }()
	defer func() {
		func() { fmt.Println("nested:", recover()) }()
	}()
	panic("direct only")
}

func viaHelper() {
	defer func() { fmt.Println("outer:", recover()) }()
	defer func() { fmt.Println("helper:", helper()) }()
	panic("x")
}

func named() (s string) {
	defer func() {
		recover()
		s += " after"
	}()
	s = "before"
	panic(1)
}

func replace() {
	defer func() { fmt.Println("got", recover()) }()
	defer func() { panic("second") }()
	panic("first")
}

func again() {
	defer func() { fmt.Println("finally", recover()) }()
	defer func() {
		r := recover()
		fmt.Println("caught", r)
		panic(fmt.Sprint("re-", r))
	}()
	panic("panic")
}

var errSentinel = errors.New("sentinel")

func main() {
	fmt.Println(safe(func() {}))
	fmt.Println(safe(func() { panic("boom") }))
	fmt.Println(safe(func() { panic(errSentinel) }))
	fmt.Println(safe(func() { var m map[int]int; m[1] = 1 }))
	notDirect()
	viaHelper()
	fmt.Println(named())
	replace()
	again()
	fmt.Println(recover())
	err := safe(func() {
		defer fmt.Println("cleanup runs")
		panic(fmt.Sprintf("%d", 42))
	})
	fmt.Println(err)
	defer recover()
	func() {
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("in deferred")
		}()
	}()
	for i := range 3 {
		func() {
			defer func() { recover() }()
			if i == 1 {
				panic(i)
			}
			fmt.Println("iteration", i)
		}()
	}
	err = safe(func() { panic(nil) })
	fmt.Println(err)
}
