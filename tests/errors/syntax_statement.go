package main

x := 1 // ERROR "syntax error: non-declaration statement outside function body"

func main() {
	var := 5 // ERROR "syntax error: unexpected :=, expected name"
	for i := 0; i < 3; i++ // ERROR "syntax error: unexpected newline, expected { after for clause"
	{
	}
}
