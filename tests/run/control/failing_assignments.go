// run

// What has happened, and what has not, when one side of an assignment or an operand panics.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

var log []string

func tr[T any](name string, v T) T { log = append(log, name); return v }
func flush(label string) {
	fmt.Println(label, strings.Join(log, " "))
	log = nil
}
func try(label string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			fmt.Printf("%s: runtime error %q %T\n", label, e.Error(), e)
		} else if r != nil {
			fmt.Printf("%s: %v %T\n", label, r, r)
		}
		flush(label)
	}()
	f()
}

type P struct {
	x, y int
	a    [3]int
	m    map[string]int
	p    *P
	s    []int
}

var gp *P
var nilp *P

func idx(n int) int { log = append(log, fmt.Sprint("i", n)); return n }
func pan(s string) int {
	log = append(log, "pan"+s)
	panic(errors.New(s))
}
func getS(s []int) []int { log = append(log, "S"); return s }
func getM(m map[string]int) map[string]int {
	log = append(log, "M")
	return m
}
func getP(p *P) *P    { log = append(log, "P"); return p }
func two() (int, int) { log = append(log, "two"); return 7, 8 }

func main() {
	s := []int{1, 2, 3}
	var nm map[string]int
	m := map[string]int{"a": 1}
	try("1", func() { getS(s)[idx(5)] = pan("rhs") })
	try("2", func() { getS(s)[idx(5)] = tr("v", 3) })
	try("3", func() { getM(nm)["k"] = tr("v", 3) })
	try("4", func() { getM(nm)["k"] = pan("x") })
	try("5", func() { getP(nil).x = tr("v", 3) })
	try("6", func() { getP(nil).x = pan("v") })
	try("7", func() { getP(nil).a[idx(4)] = tr("v", 1) })
	try("8", func() { getP(nil).a[idx(1)] = tr("v", 1) })
	try("9", func() { getS(s)[idx(1)], getP(nil).x = tr("a", 5), tr("b", 6) })
	fmt.Println(s)
	try("10", func() { getP(nil).x, getS(s)[idx(1)] = tr("a", 15), tr("b", 16) })
	fmt.Println(s)
	try("11", func() { getS(s)[idx(0)], getS(s)[idx(9)] = two() })
	fmt.Println(s)
	try("12", func() { getM(m)[tr("k", "z")], getM(nm)[tr("k", "y")] = two() })
	fmt.Println(m)
	try("13", func() { getM(m)[tr("k", "a")] += pan("op") })
	try("14", func() { getM(m)[tr("k", "a")] /= tr("zero", 0) })
	fmt.Println(m)
	try("15", func() { getM(nm)[tr("k", "a")] /= tr("zero", 0) })
	try("16", func() { getM(nm)[tr("k", "a")] += tr("one", 1) })
	try("17", func() { getS(s)[idx(7)] /= tr("zero", 0) })
	try("18", func() { getS(s)[idx(1)] %= tr("zero", 0) })
	try("19", func() { getS(s)[idx(1)]++; getS(s)[idx(-1)]++ })
	try("20", func() { getP(nil).s[idx(1)]++ })
	try("21", func() { (*getP(nil)).a = [3]int{tr("x", 1), 2, 3} })
	try("22", func() { *getP(nil) = P{x: tr("x", 1)} })
	try("23", func() { _ = *getP(nil); log = append(log, "unreached?") })
	try("24", func() { _ = getP(nil).x; log = append(log, "unreached?") })
	try("25", func() { _ = getP(nil).a; log = append(log, "unreached?") })
	try("26", func() { _ = &getP(nil).x; log = append(log, "unreached?") })
	try("27", func() { _ = getP(nil).a[:]; log = append(log, "unreached?") })
	try("28", func() {
		var a *[3]int
		_ = a[:]
		log = append(log, "nil slice ok")
		for i := range a {
			log = append(log, fmt.Sprint(i))
		}
		log = append(log, fmt.Sprint(len(a)))
		for _, v := range a {
			_ = v
		}
	})
	try("29", func() { var a *[3]int; a[idx(1)] = tr("v", 1) })
	try("30", func() { var f func(int); f(tr("arg", 1)) })
	try("31", func() { var f func(int); f(pan("arg")) })
	try("33", func() { var i interface{ M(int) }; f := i.M; f(tr("arg", 1)) })
	try("34", func() { var i interface{ M(int) }; defer i.M(tr("arg", 1)); log = append(log, "after") })
	try("35", func() { var f func(int); defer f(tr("arg", 1)); log = append(log, "after") })
}
