package main

func a(x ...int, y int) {} // ERROR "can only use ... with final parameter"

func b(x ...int) ...int { return nil } // ERROR "syntax error: unexpected ... after top level declaration"

func main() {}
