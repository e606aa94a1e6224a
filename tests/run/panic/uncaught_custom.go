// Panic values of other types.
package main

type myErr struct{ code int }

func (e myErr) Error() string { return "my error" }

func main() {
	defer func() {
		panic(recover())
	}()
	panic(myErr{3})
}
