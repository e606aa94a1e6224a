package main

func f() {}

func main() {
	defer f // ERROR "expression in defer must be function call"
	go func() {} // ERROR "expression in go must be function call"
	defer len("x") // ERROR "defer discards result of len("
	go int(5) // ERROR "go requires function call, not conversion int(5) (constant 5 of type int)"
	defer recover()
	defer panic(1)
}
