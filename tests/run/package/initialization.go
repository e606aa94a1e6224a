// Package variables initialise in dependency order, then init functions run.
package main

import "fmt"

var (
	a = b + 1
	b = f("b", c)
	c = 5
	_ = f("blank", 0)
	d, e = pair()
	table = map[string]int{"a": a}
	lazy  = func() int { return late }
	late  = 9
	pt    = &point{a, b}
)

type point struct{ x, y int }

func f(s string, n int) int { fmt.Println("init", s, n); return n * 2 }

func pair() (int, string) { fmt.Println("pair"); return a, "e" }

func init() { fmt.Println("first init", a, b, c, d, e) }

func init() {
	c = 50
	fmt.Println("second init", table["a"], lazy(), *pt)
}

func main() { fmt.Println("main", c, x) }

var x = func() string { fmt.Println("x"); return "last" }()
