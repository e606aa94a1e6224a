// run

// Keys that are structs and arrays of integers, small, large and beyond what JavaScript's numbers hold.
package main

import "fmt"

type pair struct{ x, y int }

type triple struct {
	a int8
	_ int
	b uint16
	c int64
}

type one struct{ n int }
type five struct{ a, b, c, d, e int }
type mixed struct {
	s string
	n int
}
type wide struct{ u uint64 }
type nested struct {
	p pair
	z int
}
type number int32
type named struct{ a, b number }

var values = []int{0, 1, -1, 127, -128, 16383, 16384, -16384, -16385, 32767, 32768, 1<<25 - 1, 1 << 25, -1 << 25, -1<<25 - 1, 1<<29 - 1, 1 << 29, 1 << 51, 1<<52 + 1, 1<<53 - 1, 1 << 53, 1<<53 + 1, 1<<63 - 1, -1 << 63}

func main() {
	pairs, arrays, triples := map[pair]int{}, map[[2]int]int{}, map[triple]int{}
	n := 0
	for _, x := range values {
		for _, y := range values {
			n++
			pairs[pair{x, y}] = n
			arrays[[2]int{x, y}] = n
			triples[triple{a: int8(x), b: uint16(y), c: int64(x)}] = n
		}
	}
	fmt.Println(n, len(pairs), len(arrays), len(triples))
	n = 0
	for _, x := range values {
		for _, y := range values {
			n++
			if pairs[pair{x, y}] != n || arrays[[2]int{x, y}] != n {
				fmt.Println("differs", x, y)
			}
			delete(pairs, pair{x, y})
		}
	}
	fmt.Println(len(pairs), triples[triple{a: 1, b: 1, c: 1}], triples[triple{a: -1, b: 65535, c: 1<<63 - 1}])

	ones, fives := map[one]string{}, map[five]bool{}
	for _, x := range values {
		ones[one{x}] = fmt.Sprint(x)
		fives[five{x, 1, 2, 3, x}] = true
	}
	fmt.Println(len(ones), ones[one{1 << 29}], ones[one{-1 << 63}], ones[one{3}] == "", len(fives), fives[five{16384, 1, 2, 3, 16384}])

	texts := map[mixed]int{{"a", 1}: 1, {"a", 2}: 2, {"1", 1}: 3}
	wides := map[wide]int{{1}: 1, {1 << 63}: 2, {0}: 3}
	nests := map[nested]int{{pair{1, 2}, 3}: 1, {pair{1, 23}, 0}: 2}
	names := map[named]int{{1, 2}: 1, {-1, 2}: 2}
	fmt.Println(texts[mixed{"1", 1}], wides[wide{1 << 63}], nests[nested{pair{1, 23}, 0}], names[named{-1, 2}])

	empty := map[struct{}]int{}
	empty[struct{}{}]++
	empty[struct{}{}]++
	none := map[[0]int]int{{}: 4}
	bytes := map[[4]byte]int{{1, 2, 3, 4}: 5, {255, 255, 255, 255}: 6, {0, 0, 0, 255}: 7}
	fmt.Println(empty, none[[0]int{}], bytes[[4]byte{255, 255, 255, 255}], bytes[[4]byte{0, 0, 0, 255}], len(bytes))

	any := map[interface{}]int{pair{1, 2}: 1, [2]int{1, 2}: 2, one{1}: 3, 1: 4, 32769: 5}
	fmt.Println(any[pair{1, 2}], any[[2]int{1, 2}], any[one{1}], any[1], any[32769], len(any))
}
