package main

import "fmt"

// Labels have a name space of their own, in which JavaScript reserves other words than Go.

func reserved() (n int) {
await:
	for i := range 3 {
	yield:
		for j := range 3 {
		let:
			for k := range 3 {
				switch {
				case i == 0:
					continue await
				case j == 1:
					continue yield
				case k == 2:
					break let
				}
				n += i*100 + j*10 + k
			}
			if j == 2 {
				break await
			}
		}
	}
	return n
}

func numbered() (n int) {
L1:
	for i := range 4 {
	L0:
		for j := range 4 {
			switch {
			case i > j:
				continue L0
			case j == 3:
				continue L1
			}
			n += i*10 + j
		}
	}
	return n
}

func again() (n int) {
	i := 0
über:
	for j := 0; j < 5; j++ {
		n++
		if j == 3 {
			break über
		}
		if i < 2 && j == 2 {
			i++
			goto über
		}
	}
	return n
}

func nested() (n int) {
outer:
	for i := range 3 {
		inner := func() {
		outer:
			for j := range 3 {
				for k := range 3 {
					if k == 1 {
						continue outer
					}
					n += j
					if j == 2 {
						break outer
					}
				}
			}
		}
		for range 2 {
			inner()
			if i == 1 {
				continue outer
			}
		}
	}
	return n
}

func overFunctions() (n int) {
	upTo := func(limit int) func(func(int) bool) {
		return func(yield func(int) bool) {
			for i := 0; i < limit && yield(i); i++ {
			}
		}
	}
class:
	for i := range upTo(4) {
		for j := range upTo(4) {
			if j > i {
				continue class
			}
			n += i*10 + j
			if i == 3 {
				break class
			}
		}
	}
	return n
}

func main() {
	fmt.Println(reserved(), numbered(), again(), nested(), overFunctions())
}
