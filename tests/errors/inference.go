package main

func values[K comparable, V any](m map[K]V)  {}
func both[K, V any](k []K, v func(K) V)      {}
func bytes[P []byte](p string) any           { return (*P)(p) } // ERROR "type *P is pointer to type parameter, not type parameter"

func main() {
	values(1)                       // ERROR "in call to values, cannot infer K (declared at"
	values[int](map[string]bool{})  // ERROR "in call to values[int], type map[string]bool of map[string]bool{} does not match map[int]V"
	both([]int{}, func(string) {})  // ERROR "does not match inferred type func(int) V for func(K) V"
	for range nil {                 // ERROR "cannot range over nil"
	}
	var x any
	_ = x.(type) // ERROR "invalid syntax tree: use of .(type) outside type switch"
	y := 0
	both[y.(type)]() // ERROR "y.(type) is not a type" // ERROR "invalid syntax tree: use of .(type) outside type switch"
}
