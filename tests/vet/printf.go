// Formats and the arguments that they are given.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
)

type point struct{ x, y int }

type named string

func (n named) String() string { return string(n) }

type logger struct{ prefix string }

func (l *logger) logf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, l.prefix+format, args...)
}

func (l *logger) warn(format string, args ...any) {
	log.Printf(format, args...)
}

func report(args ...any) {
	fmt.Println(args...)
}

func forwards(format string, args ...any) {
	fmt.Printf(format, args)
}

func apply() int { return 1 }

func main() {
	s, n, f := "text", 3, 2.5
	fmt.Printf("%d %s %v\n", s, n, f)
	fmt.Printf("%s and %d\n", s)
	fmt.Printf("%s\n", s, n)
	fmt.Printf("none\n", n)
	fmt.Printf("%z\n", n)
	fmt.Printf("%")
	fmt.Printf("%[3]d\n", n)
	fmt.Printf("%[x]d\n", n)
	fmt.Printf("%*d %.*f\n", n, n, s, f)
	fmt.Printf("%w\n", errors.New("e"))
	fmt.Printf("%#s\n", s)
	fmt.Printf("%s %v\n", point{1, 2}, point{})
	fmt.Printf("%s %q %x %d\n", named("a"), named("b"), named("c"), named("d"))
	fmt.Printf("%d %s\n", []int{1}, map[string]int{})
	fmt.Printf("%t %c %U %e\n", true, 'x', 'y', 1.5)
	fmt.Printf("%t\n", n)
	fmt.Printf("%p %p\n", &n, n)
	fmt.Printf("%v %s\n", apply, apply)
	fmt.Printf("\t%d%%\n", s)
	fmt.Printf(`raw %d`+"\n", s)
	fmt.Printf(s)
	fmt.Printf("%s %s\n", []any{1, 2}...)
	fmt.Println("total: %d", n)
	fmt.Println("done\n")
	fmt.Println(apply)
	fmt.Println("100%", "50% off", "http://a/%2f")
	fmt.Print("%s")
	fmt.Fprintln(os.Stdout, "%v")
	fmt.Println(os.Stderr, "x")
	fmt.Println(fmt.Sprintf("%d", "x"), fmt.Errorf("%w %d", errors.New("y"), "z"))
	fmt.Println(fmt.Errorf("%w", s))
	log.Printf("%d", s)
	log.Fatalln("x %d")
	l := &logger{}
	l.logf("%d", s)
	l.warn("%d")
	report("%d", n)
	var e error
	var i any
	fmt.Printf("%s %d %v %s\n", e, i, i, i)
	fmt.Printf("%d %s %f\n", &point{}, &n, 1i)
}
