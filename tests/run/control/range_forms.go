// Range over int, slice, array pointer, string, map, channel and functions.
package main

import (
	"fmt"
	"iter"
)

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Print("(stopped) ")
				return
			}
		}
		fmt.Print("(done) ")
	}
}

func pairs(s []string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, x := range s {
			if !yield(i, x) {
				return
			}
		}
	}
}

func firstOver(n int) int {
	for i := range upTo(100) {
		if i > n {
			return i
		}
	}
	return -1
}

func nested() (r string) {
outer:
	for i := range upTo(4) {
		for j := range upTo(4) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 2:
				break outer
			case j == 3:
				break
			}
			defer func() { r += fmt.Sprint(i, j, ";") }()
		}
	}
	return "deferred: "
}

func main() {
	for range 2 {
		fmt.Print("twice ")
	}
	var u8 uint8 = 3
	for i := range u8 {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
	for i := range upTo(3) {
		fmt.Print(i, " ")
	}
	for i := range upTo(10) {
		if i == 1 {
			continue
		}
		if i == 3 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, s := range pairs([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	fmt.Println(firstOver(5))
	fmt.Println(nested())
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	for range upTo(1) {
	}
	next, stop := iter.Pull(upTo(3))
	v, ok := next()
	fmt.Print(v, ok, " ")
	v, ok = next()
	fmt.Print(v, ok, " ")
	stop()
	v, ok = next()
	fmt.Println(v, ok)
}
