// Switch: no fall through by default, fallthrough, several values, no tag, init, default anywhere.
package main

import "fmt"

func kind(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	default:
		return "many"
	case n == 1, n == 2:
		return "few"
	}
}

func f(s string) string { fmt.Print("<", s, ">"); return s }

func main() {
	for _, n := range []int{-1, 0, 1, 2, 3} {
		fmt.Print(kind(n), " ")
	}
	fmt.Println()
	for i := range 6 {
		switch i {
		case 0:
			fmt.Print("zero ")
			fallthrough
		case 1:
			fmt.Print("one ")
		case 2, 3:
			if i == 3 {
				break
			}
			fmt.Print("two ")
		default:
			fmt.Print("default ")
			fallthrough
		case 100:
			fmt.Print("hundred ")
		}
	}
	fmt.Println()
	switch x := f("b"); x {
	case f("a"), f("b"), f("c"):
		fmt.Println("found")
	case f("d"):
	}
	switch {
	}
	var i any = 3
	switch i {
	case "3", 3.0:
		fmt.Println("no")
	case 3:
		fmt.Println("int three")
	}
outer:
	for i := 0; ; i++ {
		switch {
		case i == 2:
			continue outer
		case i > 4:
			break outer
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
}
