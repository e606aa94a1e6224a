// run

// A backing array of bools holds bytes; everything that looks at it sees bools.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sort"
	"unsafe"
)

type flag bool

type board struct {
	cells [3][2]bool
	row   []flag
}

func isEven(n int) bool { return n%2 == 0 }

func set(p *bool, to bool) bool {
	old := *p
	*p = to
	return old
}

func count(flags ...bool) (n int) {
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}

func pair() (bool, bool) { return true, false }

func main() {
	s := make([]bool, 5, 8)
	for i := range s {
		s[i] = isEven(i)
	}
	s[1] = s[0] && !s[3]
	s[3] = s[2] == s[4]
	fmt.Println(s, len(s), cap(s), s[1] != s[0], s[:7])
	println(s[0], !s[1])

	s = append(s, true, s[1])
	s = append(s, s[:3]...)
	n := copy(s[1:], s)
	fmt.Println(s, n, slices.Index(s, false), slices.Contains(s[:1], false))
	s[0], s[1] = pair()
	s[2], s[3] = s[3], s[2]
	fmt.Printf("%v %t %#v %T\n", s, s[0], s[:2], s)
	clear(s[2:4])
	slices.Reverse(s)
	sort.Slice(s, func(i, j int) bool { return !s[i] && s[j] })
	slices.SortFunc(s[1:], func(a, b bool) int {
		if a == b {
			return 0
		} else if a {
			return -1
		}
		return 1
	})
	fmt.Println(s, count(s...), count(), count(true, false, true))

	p, q := &s[1], &s[2]
	fmt.Println(set(p, false), *p, p == &s[1], p == q, set(q, true), s[:3])
	r := unsafe.SliceData(s)
	fmt.Println(*r, *(*bool)(unsafe.Add(unsafe.Pointer(r), 2)), unsafe.Slice(q, 2))

	b := board{row: []flag{true, 2: true}}
	b.cells[1][1] = true
	c := b
	c.cells[2] = [2]bool{true}
	d := &c.cells[2][1]
	*d = !*d
	fmt.Println(b, c, b.cells == c.cells, c.cells[2] == [2]bool{true, true}, b.row[1], !b.row[2])
	seen := map[[2]bool]string{{true, false}: "tf", {false, false}: "ff"}
	seen[c.cells[2]] = "tt"
	fmt.Println(seen[[2]bool{true, true}], seen[b.cells[0]], len(seen))
	var a any = c.cells
	cells, ok := a.([3][2]bool)
	fmt.Println(a == any(c.cells), cells[2][0], ok, a)

	v := reflect.ValueOf(s)
	v.Index(0).SetBool(!v.Index(0).Bool())
	v = reflect.Append(v, reflect.ValueOf(true))
	fmt.Println(v.Index(0), v.Index(0).Interface() == any(s[0]), v.Len(), reflect.DeepEqual(s[:2], []bool{s[0], s[1]}))
	w := reflect.ValueOf(c.cells).Index(2).Index(0)
	fmt.Println(w, w.Bool(), w.Kind(), reflect.Zero(v.Type().Elem()))
	e := reflect.ValueOf(&c).Elem().Field(0).Index(0).Index(0).Addr().Elem()
	fmt.Println(e.Bool())

	text, err := json.Marshal(map[string]any{"s": s[:3], "a": [2]bool{false, true}, "x": []any{true}})
	fmt.Println(string(text), err)
	var back struct {
		S []bool
		A [2]bool
	}
	err = json.Unmarshal(text, &back)
	fmt.Println(back, back.S[0], err)

	array := [4]bool{0: true, 3: true}
	for i, set := range array {
		fmt.Print(i, set, " ")
	}
	window := array[1:]
	window[0] = true
	three := [3]bool(window)
	(*[2]bool)(window)[1] = true
	fmt.Println(array, three, three[0] || three[1])
	ch := make(chan []bool, 1)
	ch <- array[2:]
	got := <-ch
	switch got[0] {
	case true:
		fmt.Println("set")
	}
	any1 := any(got[1])
	fmt.Println(any1 == true, min(len(got), 1))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(got[n])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		got[n] = true
	}()
}
