// Since Go 1.22 each iteration has its own variable, also when the body changes it.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 6; i++ {
		if i%2 == 0 {
			i++
		}
		ps = append(ps, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var gs []func()
	for k, v := range []string{"a", "b"} {
		gs = append(gs, func() { fmt.Print(k, v, " ") })
	}
	for i := range 3 {
		gs = append(gs, func() { fmt.Print(i, " ") })
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()
}
