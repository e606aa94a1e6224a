// Several mistakes of one declaration are reported, each once.
package main

type fields struct {
	good int
	(complex128) // ERROR "syntax error: cannot parenthesize embedded type"
	(*string)    // ERROR "syntax error: cannot parenthesize embedded type"
	*(bool)      // ERROR "syntax error: cannot parenthesize embedded type"
}

func clauses(x int) {
	switch x {
	case 0; // ERROR "syntax error: unexpected semicolon, expected :"
	}
	switch x {
	case 1; // ERROR "syntax error: unexpected semicolon, expected :"
	default:
	}
	if x == x] { // ERROR "syntax error: unexpected ], expected {"
	}
	for x) { // ERROR "syntax error: unexpected ), expected {"
	}
}

type receiving <-<-chan int // ERROR "syntax error: unexpected <-, expected"

func channels() {
	<-<-chan int // ERROR "syntax error: unexpected <-, expected chan"
	<-chan<-int  // ERROR "syntax error: unexpected int, expected chan"
}

func main() {
	switch x; y // ERROR "missing { after switch clause"
	{
		z
	}
}
