package main

type p *int

type t struct {
	p
	*[]int // ERROR "syntax error: unexpected [, expected name"
}

func main() {}
