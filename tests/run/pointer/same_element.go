// run

// Whether slices share their memory is asked by comparing addresses of elements.
package main

import "fmt"

type pair struct{ a, b int }

func share[T any](s, t []T) bool { return len(s) > 0 && len(t) > 0 && &s[0] == &t[0] }

func main() {
	ints := []int{1, 2, 3, 4}
	bytes := []byte("abcdef")
	bools := []bool{true, false, true}
	texts := []string{"a", "b"}
	pairs := []pair{{1, 2}, {3, 4}}
	array := [3]int{1, 2, 3}
	fmt.Println(&ints[1] == &ints[1:][0], &ints[1] == &ints[2], &ints[0] != &append([]int(nil), ints...)[0])
	fmt.Println(&bytes[2] == &bytes[1:3:3][1], &bytes[0] == &append([]byte(nil), bytes...)[0], &bools[2] == &bools[1:][1], &bools[0] != &bools[1])
	fmt.Println(&texts[0] == &texts[:1][0], &pairs[1] == &pairs[1:][0], &pairs[0] == &pairs[1], &array[0] == &array[:][0], &array[1] != &array[2])
	fmt.Println(share(ints, ints[:2]), share(ints, ints[1:]), share(texts, []string{"a"}), share(pairs, pairs), share(nil, ints))
	view := (*[2]int)(ints[2:])
	fmt.Println(&view[:][0] == &ints[2], &view[1] == &ints[3])

	calls := ""
	at := func(name string, i int) int { calls += name; return i }
	fmt.Println(&ints[at("x", 1)] == &ints[at("y", 1)], calls)
	for _, i := range []int{4, -1} {
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(&ints[i] == &ints[0])
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(&ints[0] != &ints[i])
		}()
	}
}
