// run

// What fmt reads at the end of its input, the order of keys of several types, and structs around a time.Time.
package main

import (
	"fmt"
	"time"
)

type token struct{ text, width string }

func (t *token) Scan(state fmt.ScanState, verb rune) error {
	text, err := state.Token(true, nil)
	t.text = string(text) + string(verb)
	if width, ok := state.Width(); ok {
		t.width = fmt.Sprint(width)
	}
	return err
}

type count int

type stamped struct{ at time.Time }

func main() {
	for _, in := range []string{"", "+", "-12", " 12 ", "12%", "(1+2i)", "abc"} {
		var (
			i int
			c complex128
			t token
		)
		n, err := fmt.Sscanf(in, "%d", &i)
		fmt.Println(n, err, i)
		n, err = fmt.Sscanf(in, "%d%%", &i)
		fmt.Println(n, err, i)
		n, err = fmt.Sscanf(in, "%d", &c)
		fmt.Println(n, err, c)
		n, err = fmt.Sscanf(in, "%2s", &t)
		fmt.Println(n, err, t)
	}
	fmt.Println(len(fmt.Sprintf("%1000001d|%d\n", 1, 2)))
	fmt.Printf("%w %w %w\n", []byte("ab"), []int{1}, "s")

	keys := map[any]int{
		"s": 1, 1: 2, int8(1): 3, int32(1): 4, uint(1): 5, uint8(1): 6, uint64(1): 7, 1.5: 8, true: 9, 1i: 10,
		[1]int{1}: 11, nil: 12, count(3): 13, time.Second: 14, struct{ a int }{1}: 15,
	}
	fmt.Println(keys)
	fmt.Printf("%#v\n", keys)

	fmt.Println(stamped{}, stamped{time.Unix(5, 7).UTC()})
	fmt.Printf("%+v %#v\n", stamped{}, &stamped{time.Unix(5, 7).UTC()})
}
