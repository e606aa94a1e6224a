// Interfaces embed interfaces, structs embed interfaces; unexported methods; same name, other signature.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type reader interface{ read() string }
type writer interface{ write(string) }
type readWriter interface {
	reader
	writer
}

type buffer struct{ data []string }

func (b *buffer) read() string   { return strings.Join(b.data, ",") }
func (b *buffer) write(s string) { b.data = append(b.data, s) }

type counting struct {
	readWriter
	n int
}

func (c *counting) write(s string) { c.n++; c.readWriter.write(s) }

type intRunner struct{}

func (intRunner) run() int { return 1 }

type stringRunner struct{}

func (stringRunner) run() string { return "one" }

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type reversed struct{ sort.Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

func main() {
	c := &counting{readWriter: &buffer{}}
	var rw readWriter = c
	rw.write("a")
	rw.write("b")
	var r reader = rw
	fmt.Println(r.read(), c.n)
	_, ok := r.(writer)
	fmt.Println(ok)
	for _, v := range []any{intRunner{}, stringRunner{}} {
		if x, ok := v.(interface{ run() int }); ok {
			fmt.Println("int", x.run())
		}
		if x, ok := v.(interface{ run() string }); ok {
			fmt.Println("string", x.run())
		}
	}
	words := byLen{"ccc", "a", "bb"}
	sort.Sort(words)
	fmt.Println(words)
	sort.Sort(reversed{words})
	fmt.Println(words)
	f := reader.read
	fmt.Println(f(rw))
	g := rw.write
	g("c")
	fmt.Println(c.read())
}
