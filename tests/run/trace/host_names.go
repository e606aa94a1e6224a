// run

// Declarations that are called as what the host has do not hide that from the traces.
package main

import "fmt"

type (
	Error   struct{ text string }
	JSON    struct{ text string }
	URL     struct{ text string }
	process struct{ text string }
)

func Number(x any) any { return x }
func String(x any) any { return x }

type Math interface{ Abs() int }

func (u *URL) Host() string { return u.text }

func main() {
	fmt.Println(Number(1), String("s"), Error{"e"}, JSON{"j"}, process{"p"}, Math(nil))
	var u *URL
	fmt.Println(u.Host())
}
