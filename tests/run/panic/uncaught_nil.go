package main

type t struct{ x int }

func get(p *t) int { return p.x }

func main() {
	get(nil)
}
