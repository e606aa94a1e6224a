// Formatter, Stringer, GoStringer, errors that panic, nested values.
package main

import (
	"fmt"
	"strings"
)

type s1 struct{ n int }

func (s s1) String() string { return fmt.Sprint("s1:", s.n) }

type s2 struct{ n int }

func (s *s2) String() string { return "ptr s2" }

type g struct{}

func (g) GoString() string { return "g!" }

type f struct{}

func (f) Format(st fmt.State, verb rune) {
	w, ok := st.Width()
	fmt.Fprintf(st, "[%c %d %v %v]", verb, w, ok, st.Flag('+'))
}

type bad struct{}

func (bad) String() string { panic("oops") }

type nilsafe struct{}

func (n *nilsafe) String() string { return "x" + fmt.Sprint(n == nil) }

type nested struct {
	A s1
	B *s2
	C []s1
	D map[string]s1
	E any
}

type inner struct{ V int }
type outer struct {
	inner
	P *inner
}

func main() {
	fmt.Println(s1{1}, &s1{2}, []s1{{3}}, s2{4}, &s2{5}, map[s1]s1{{1}: {2}})
	fmt.Printf("%v %+v %#v\n", g{}, g{}, g{})
	fmt.Printf("%v|%+8d|%s\n", f{}, f{}, f{})
	fmt.Printf("%v %d\n", bad{}, bad{})
	fmt.Println((*nilsafe)(nil))
	fmt.Printf("%v\n", nested{A: s1{1}, C: []s1{{2}}, D: map[string]s1{"k": {3}}, E: s1{4}})
	fmt.Printf("%+v\n", nested{E: 1})
	fmt.Printf("%+v %#v\n", outer{inner{1}, nil}, outer{inner{1}, nil})
	var b strings.Builder
	n, err := fmt.Fprintf(&b, "%s-%d", "x", 1)
	fmt.Println(b.String(), n, err)
	fmt.Printf("%#v %#v %#v\n", struct {
		A int
		B []any
	}{1, []any{1, "x", nil}}, []byte{1, 2}, map[int]bool{1: true})
	fmt.Printf("%#v %#v %#v %#v\n", int8(1), uint(2), 'x', 1e6)
	var a, c int
	var s string
	k, err := fmt.Sscanf("10 abc 20", "%d %s %d", &a, &s, &c)
	fmt.Println(k, err, a, s, c)
	k, err = fmt.Sscan("7 8", &a, &c)
	fmt.Println(k, err, a, c)
	fmt.Println(fmt.Append([]byte("x"), 1, "y"))
}
