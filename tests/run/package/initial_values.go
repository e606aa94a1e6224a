// run

// Package variables whose initial values take loops, deferred calls, literals of functions and dereferences.
package main

import "fmt"

var p *struct{ x, y int }

var arr = [4][2]int{{1, 2}, {3, 4}}
var k = 1
var row = arr[k]
var cell = arr[k][k]
var pp = &arr[k][0]
var ss = arr[:][k:3]
var el = &ss[1]
var sum = *pp + el[1]
var mapOfArr = map[[2]int]string{row: "row", arr[0]: "zero"}
var name, found = mapOfArr[[2]int{3, 4}]
var fns = [...]func(int) int{func(i int) int { return i + k }, nil}
var called = fns[0](fns[0](2))
var clos = func() (r []int) {
	for i := range 3 {
		defer func() { r = append(r, i) }()
	}
	return nil
}()
var rec = func() (r any) {
	defer func() { r = recover() }()
	return p.x + p.y
}()
var rec2 = try(func() { fmt.Println(p.x) })
var lbl = func() string {
	var s string
outer:
	for i := 0; i < 3; i++ {
		for j := 0; ; j++ {
			if j > i {
				continue outer
			}
			if i == 2 {
				break outer
			}
			s += fmt.Sprint(i, j, ";")
		}
	}
	return s
}()

func try(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return
}

type T struct{ n int }

func (t T) Add(i int) T { t.n += i; return t }
func (t *T) Inc() *T    { t.n++; return t }

var t0 = T{1}
var t1 = t0.Add(2).Add(3)
var t2 = t0.Inc().Inc().Add(5)
var t3 = *t0.Inc()
var t4 = (&t3).Inc().n + t3.n
var ifc interface{ Add(int) T } = t3
var t5 = ifc.Add(1).Add(2)
var t6 = T.Add(t5, 3)
var t7, t8 = t6.Add(1), t6
var big1, big2 uint64 = 1<<63 + uint64(k), ^uint64(k)
var prod = big1 * big2
var hash = func(s string) (h uint64) {
	h = 14695981039346656037
	for i := range len(s) {
		h ^= uint64(s[i])
		h *= 1099511628211
	}
	return
}("hello")
var i64 = int64(prod>>3) * int64(k+2)
var u32 = uint32(prod) + uint32(hash)
var in = (int(prod>>40) + k) * (k + 5) / (k + 2) % 1000003
var s8 = int8(in) << k
var cplx = complex(float32(k), 2) * complex(1, float32(k))
var strs = [...]string{2: "c", 0: "a"}
var joined = strs[0] + strs[k] + strs[k+1][:k] + string(strs[2][0]+byte(k))
var runes = []rune(joined + "é")
var bytes = append([]byte(joined), "xyz"[k:]...)
var anyMap = map[any]any{1: "int", "a": T{2}, T{3}: []int{1}, [1]int{k}: nil}
var got = anyMap[T{3}].([]int)[0] + anyMap["a"].(T).n
var _, isT = anyMap["a"].(fmt.Stringer)
var deferred = func() (n int) { defer func(x int) { n += x }(k); n = 5; return n * 2 }()
var sel = func() int {
	c := make(chan int, 1)
	select {
	case c <- 1:
		return <-c + 10
	default:
		return 0
	}
}()

func main() {
	fmt.Println(row, cell, *pp, ss, el, sum, mapOfArr, name, found, called, clos, rec, rec2, lbl)
	fmt.Println(t0, t1, t2, t3, t4, t5, t6, t7, t8, big1, big2, prod, hash, i64, u32, in, s8, cplx, joined, runes, string(bytes), got, isT, deferred, sel, len(anyMap))
	defer func() { fmt.Println(recover()) }()
	fns[1](2)
}
