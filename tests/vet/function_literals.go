// Function literals that format their arguments, called through variables; methods of interfaces.
package main

import (
	"fmt"
	"testing"
)

var warnf = func(format string, args ...any) { fmt.Printf("warning: "+format, args...) }

func check(tb testing.TB) {
	tb.Errorf("%d", "one")
	tb.Log("%d", 1)
	tb.Fatalf("none", 1)
}

func main() {
	warnf("%d", "one")
	logf := func(level int, format string, args ...any) { fmt.Println(fmt.Sprintf(format, args...)) }
	logf(1, "%d %d", 1)
	var print func(args ...any)
	print("%d", 1)
	print = func(args ...any) { fmt.Print(args...) }
	ignore := func(format string, args ...any) {}
	ignore("%d", "one")
	var none any
	fmt.Printf("%p %s %v\n", nil, nil, nil)
	fmt.Printf("%p\n", none)
	check(nil)
}
