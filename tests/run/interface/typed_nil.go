// An interface that holds a nil pointer is not nil, and its methods may run.
package main

import "fmt"

type myErr struct{}

func (e *myErr) Error() string {
	if e == nil {
		return "nil *myErr"
	}
	return "myErr"
}

func mayFail(fail bool) error {
	var e *myErr
	if fail {
		e = &myErr{}
	}
	return e
}

func main() {
	err := mayFail(false)
	fmt.Println(err == nil, err != nil, err.Error())
	fmt.Println(mayFail(true))
	e, ok := err.(*myErr)
	fmt.Println(e == nil, ok)
	fmt.Printf("%T %v\n", err, err)
	var s fmt.Stringer
	_, ok = any(s).(fmt.Stringer)
	fmt.Println(ok)
}
