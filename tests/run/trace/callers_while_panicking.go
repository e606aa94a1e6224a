package main

import (
	"fmt"
	"runtime"
	"strings"
)

// callers lists the functions of this file that are running, from the innermost.
func callers() string {
	pcs := make([]uintptr, 50)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var names []string
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			names = append(names, strings.TrimPrefix(frame.Function, "main."))
		}
		if !more {
			return strings.Join(names, " ")
		}
	}
}

func first() {
	fmt.Println("first", callers())
	panic("first")
}

func second() {
	fmt.Println("second", callers())
	panic("second")
}

func last() { fmt.Println("last", callers()) }

func f() {
	for _, deferred := range []func(){last, second, last, first, last} {
		defer deferred()
	}
}

func nested() {
	defer last()
	defer func() {
		defer last()
		defer second()
		panic("inner")
	}()
	panic("outer")
}

func fixed() {
	defer last()
	defer second()
	defer first()
}

func main() {
	for _, run := range []func(){f, nested, fixed} {
		func() {
			defer func() { fmt.Println(recover(), callers()) }()
			run()
		}()
	}
}
