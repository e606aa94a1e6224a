package main

import (
	"errors"
	"fmt"
)

type resource struct{ name string }

func open(name string) (*resource, error) {
	if name == "bad" {
		return nil, errors.New("cannot open " + name)
	}
	fmt.Println("open", name)
	return &resource{name}, nil
}

func (r *resource) Close() error { fmt.Println("close", r.name); return nil }

func use(names ...string) (err error) {
	for _, n := range names {
		r, err := open(n)
		if err != nil {
			return fmt.Errorf("use: %w", err)
		}
		defer r.Close()
	}
	return nil
}

type closer interface{ Close() error }

func deferInterface(c closer) {
	defer c.Close()
	fmt.Println("using")
}

func conditional(b bool) {
	if b {
		defer fmt.Println("conditional")
	}
	fmt.Println("body", b)
}

func returnsEarly(n int) (s string) {
	defer func() { s = s + "]" }()
	for i := range 10 {
		if i == n {
			return fmt.Sprint("[", i)
		}
	}
	return "[end"
}

func panicsInLoop() (count int) {
	for i := range 3 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					count += r.(int)
				}
			}()
			panic(i + 1)
		}()
	}
	return
}

func main() {
	fmt.Println(use("a", "b"))
	fmt.Println(use("c", "bad", "d"))
	deferInterface(&resource{"iface"})
	conditional(true)
	conditional(false)
	fmt.Println(returnsEarly(3), returnsEarly(30), panicsInLoop())
	x := 1
	defer func(n int) { fmt.Println(n, x) }(x)
	x = 2
	var f func()
	defer func() { fmt.Println("nil deferred:", recover() != nil) }()
	defer f()
	fmt.Println("end")
}
