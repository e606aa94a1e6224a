package main

import (
	"errors"
	"fmt"
	"runtime"
)

// caught gives what f panics with.
func caught(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

func describe(r any) {
	_, isNil := r.(*runtime.PanicNilError)
	_, isAssertion := r.(*runtime.TypeAssertionError)
	_, isRuntime := r.(runtime.Error)
	fmt.Printf("%T %v %v %v\n", r, isNil, isAssertion, isRuntime)
	switch e := r.(type) {
	case *runtime.TypeAssertionError:
		fmt.Println("type assertion:", e.Error())
	case runtime.Error:
		fmt.Println("runtime:", e)
	case error:
		fmt.Println("error:", e)
	}
	if err, ok := r.(error); ok {
		var assertion *runtime.TypeAssertionError
		var nilPanic *runtime.PanicNilError
		fmt.Println(errors.As(err, &assertion), errors.As(fmt.Errorf("wrapped: %w", err), &nilPanic))
	}
}

func main() {
	var x any = 1
	var list []int
	describe(caught(func() { _ = x.(string) }))
	describe(caught(func() { _ = x.(error) }))
	describe(caught(func() { panic(nil) }))
	describe(caught(func() { _ = list[3] }))
	describe(caught(func() { panic(errors.New("own")) }))
	defer func() {
		r := recover()
		fmt.Println(r.(error).Error())
		panic(r)
	}()
	panic(nil)
}
