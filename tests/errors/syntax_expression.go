package main

func main() {
	x := 1 + // the operand is on the next line
	) // ERROR "syntax error: unexpected ), expected expression"
	a := [3]int{1, 2, 3 // ERROR "syntax error: unexpected newline in composite literal; possibly missing comma or }"
	}
}
