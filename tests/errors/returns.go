package main

func a() int {
} // ERROR "missing return"

func b(x bool) int {
	if x {
		return 1
	}
} // ERROR "missing return"

func c() (int, string) {
	return 1 // ERROR "not enough return values"
}

func d() {
	return 1 // ERROR "too many return values"
}

func e() int {
	return "s" // ERROR "(untyped string constant) as int value in return statement"
}

func f(x int) int {
	for {
	}
}

func g(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("x")
	}
}

func h(x int) int {
	for x < 1 {
	}
} // ERROR "missing return"

func i() (x int) {
	{
		x := 2 // ERROR "declared and not used: x"
		return // ERROR "result parameter x not in scope at return"
	}
}

func main() {}
