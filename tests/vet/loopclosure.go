//go:build go1.21

// Before Go 1.22 the iterations of a loop shared its variables.
package main

func use(values ...any) {}

func main() {
	list := []int{1, 2}
	for i, each := range list {
		go func() { use(i, each) }()
	}
	for i := 0; i < 3; i++ {
		defer func() { use(i) }()
	}
	for i := range list {
		go func() { use(i) }()
		use()
	}
	for i := range list {
		if i > 0 {
			go func() { use(i) }()
		} else {
			i := i
			go func() { use(i) }()
		}
	}
	for i := range list {
		go func(i int) { use(i) }(i)
	}
}
