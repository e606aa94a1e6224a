package main

func f(a interface{}, b []interface{}) {
	a()           // ERROR "cannot call a (variable of type interface{}): interface{} is not a function"
	for range a { // ERROR "cannot range over a (variable of type interface{})"
	}
	*a = 1           // ERROR "cannot indirect a (variable of type interface{})"
	var s string = a // ERROR "cannot use a (variable of type interface{}) as string value in variable declaration: need type assertion"
	_ = s
	_ = len(a)   // ERROR "invalid argument: a (variable of type interface{}) for built-in len"
	b.x = 1      // ERROR "b.x undefined (type []interface{} has no field or method x)"
	delete(a, 1) // ERROR "invalid argument: a (variable of type interface{}) is not a map"
}

func main() {}
