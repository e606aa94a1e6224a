// Keys of every comparable kind.
package main

import (
	"fmt"
	"math"
)

type id int
type pair struct {
	x any
	f float64
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	i := map[int]string{1: "a", 1 << 60: "b", -1: "c"}
	fmt.Println(i[1<<60], i[-1], i[1<<60+1] == "")
	f := map[float64]int{0: 1, math.Inf(1): 2}
	f[math.Copysign(0, -1)]++
	f[math.NaN()] = 5
	f[math.NaN()] = 6
	_, ok := f[math.NaN()]
	fmt.Println(f[0], len(f), ok)
	u := map[uint64]bool{1<<64 - 1: true}
	fmt.Println(u[1<<64-1], u[0])
	a := map[any]int{1: 1, "1": 2, 1.0: 3, id(1): 4, [1]int{1}: 5, nil: 6, true: 7, int8(1): 8, pair{1, 2}: 9}
	fmt.Println(a[1], a["1"], a[1.0], a[id(1)], a[[1]int{1}], a[nil], a[true], a[int8(1)], a[pair{1, 2}], a[pair{int8(1), 2}], len(a))
	try(func() { a[[]int{1}] = 1 })
	try(func() { fmt.Println(a[map[string]int{}]) })
	try(func() { a[pair{func() {}, 1}]++ })
	try(func() { var n map[string]int; n["x"] = 1 })
	p, q := new(int), new(int)
	ptr := map[*int]string{p: "p", q: "q"}
	fmt.Println(ptr[p], ptr[q])
	ch := make(chan int)
	chans := map[chan int]int{ch: 3}
	fmt.Println(chans[ch])
	s := map[struct{ a, b string }]int{{"a", "bc"}: 1, {"ab", "c"}: 2}
	fmt.Println(s[struct{ a, b string }{"ab", "c"}], len(s))
	r := map[rune]int{}
	for _, c := range "hello" {
		r[c]++
	}
	fmt.Println(r['l'], r['z'])
	b := map[bool]string{true: "yes"}
	fmt.Println(b[1 > 0], b[false] == "")
}
