package main

type _ int

func _() {}

func main() {
	_ = 1
	x := _ // ERROR "cannot use _ as value or type"
	_ = x
	_() // ERROR "cannot use _ as value or type"
	var t struct{ _ int }
	_ = t._ // ERROR "t._ undefined (type struct{_ int} has no field or method _)"
	_++ // ERROR "cannot use _ as value or type"
}
