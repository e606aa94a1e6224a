// run

// Keys of all kinds, those that cannot be keys, and changes during a range.
package main

import (
	"fmt"
	"math"
	"runtime"
)

type K struct {
	a any
	f float64
}

func try(l string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(runtime.Error)
			fmt.Printf("%s: %v (%T, %v)\n", l, r, r, ok)
			_ = e
		} else {
			fmt.Printf("%s: fine\n", l)
		}
	}()
	f()
}

type F func()
type S []int
type ST struct{ f F }
type AR [2]any
type E struct{ any }
type Gen[T any] struct{ v T }

func main() {
	nan := math.NaN()
	m := map[float64]int{}
	m[nan] = 1
	m[nan] = 2
	m[0] = 3
	m[math.Copysign(0, -1)]++
	fmt.Println(len(m), m[nan], m[0])
	delete(m, nan)
	fmt.Println(len(m))
	for k, v := range m {
		if k != k {
			fmt.Print("nan ", v > 0, ";")
		} else {
			fmt.Print(k, v, ";")
		}
		break
	}
	clear(m)
	fmt.Println(len(m))
	mi := map[any]int{}
	mi[1] = 1
	mi[int8(1)] = 2
	mi[1.0] = 3
	mi["1"] = 4
	mi['1'] = 5
	mi[[2]int{1, 2}] = 6
	mi[struct{ a, b int }{1, 2}] = 7
	mi[K{1, 2}] = 8
	mi[nil] = 9
	mi[nan] = 10
	mi[nan] = 11
	mi[true] = 12
	mi[1i] = 13
	mi[complex64(1i)] = 14
	mi[Gen[int]{1}] = 15
	mi[Gen[int8]{1}] = 16
	mi[error(nil)] = 17
	var pi *int
	mi[pi] = 18
	var pj *int8
	mi[pj] = 19
	mi[uint64(1)] = 20
	mi[float32(1)] = 21
	fmt.Println(len(mi), mi[1], mi[int8(1)], mi[1.0], mi["1"], mi['1'], mi[[2]int{1, 2}], mi[struct{ a, b int }{1, 2}], mi[K{1, 2}], mi[K{int8(1), 2}], mi[nil], mi[nan], mi[true], mi[1i], mi[complex64(1i)], mi[Gen[int]{1}], mi[(*int)(nil)], mi[(*int8)(nil)], mi[(*int16)(nil)], mi[uint64(1)], mi[uint(1)], mi[float32(1)])
	try("1", func() { mi[[]int{}] = 1 })
	try("2", func() { _ = mi[map[int]int{}] })
	try("3", func() { delete(mi, any(func() {})) })
	try("4", func() { mi[K{a: S{}}] = 1 })
	try("5", func() { mi[AR{1, F(nil)}] = 1 })
	try("6", func() { mi[ST{}] = 1 })
	try("7", func() { _, ok := mi[E{S{}}]; fmt.Println(ok) })
	try("8", func() { mi[Gen[[]int]{}]++ })
	try("9", func() { var nm map[any]int; _ = nm[[]int{}] })
	try("10", func() { var nm map[any]int; delete(nm, []int{}) })
	try("10b", func() { e := map[any]int{}; delete(e, []int{}) })
	try("10c", func() { e := map[any]int{}; _ = e[[]int{}] })
	cmp := func(a, b any) func() { return func() { fmt.Println(a == b) } }
	try("11", cmp([]int{}, []int{}))
	try("12", cmp([]int{}, S{}))
	try("13", cmp(K{1, 1}, K{S{}, 1}))
	try("14", cmp(K{S{}, 1}, K{S{}, 2}))
	try("15", cmp(K{S{}, 1}, K{S{}, 1}))
	try("16", cmp(AR{1, S{}}, AR{2, S{}}))
	try("17", cmp(AR{1, S{}}, AR{1, S{}}))
	try("18", cmp(ST{}, ST{}))
	try("19", cmp(F(nil), F(nil)))
	try("20", cmp(nan, nan))
	try("21", cmp(map[string]int(nil), map[string]int(nil)))
	try("22", cmp(struct{ m map[string]int }{}, struct{ m map[string]int }{}))
	try("23", cmp([0]func(){}, [0]func(){}))
	try("24", cmp(struct {
		_ func()
		a int
	}{}, 1))
	try("25", cmp(E{1}, E{1}))
	try("26", cmp(E{E{S{}}}, E{E{S{}}}))
	try("27", cmp(&K{}, &K{}))
	try("28", func() {
		a, b := K{S{}, 1}, K{S{}, 2}
		fmt.Println(a == b)
	})
	try("29", func() {
		a, b := [2]any{1, S{}}, [2]any{2, S{}}
		fmt.Println(a == b)
	})
	try("30", func() {
		var a any = S{}
		switch a {
		case 1, "x":
			fmt.Println("no")
		}
	})
	try("31", func() {
		var a any = 5
		switch a {
		case S{}.x():
			fmt.Println("no")
		case 5:
			fmt.Println("five")
		}
	})
	// deletion and insertion in range
	mm := map[int]int{}
	for i := 0; i < 100; i++ {
		mm[i] = i
	}
	n := 0
	for k := range mm {
		delete(mm, k)
		delete(mm, (k+1)%100)
		n++
	}
	fmt.Println(len(mm), n >= 50)
	for i := 0; i < 10; i++ {
		mm[i] = i
	}
	seen := 0
	for k := range mm {
		if k < 1000 {
			mm[k+1000] = 1
		}
		seen++
		if seen > 10000 {
			break
		}
	}
	fmt.Println(len(mm), seen >= 10 && seen <= 20)
	for k := range mm {
		clear(mm)
		_ = k
	}
	fmt.Println(len(mm))
	var nilm map[string][]int
	for range nilm {
		fmt.Println("never")
	}
	clear(nilm)
	delete(nilm, "x")
	fmt.Println(nilm == nil, len(nilm), nilm["x"] == nil)
	ms := map[string][]int{}
	ms["a"] = append(ms["a"], 1)
	ms["a"] = append(ms["a"], 2)
	ms["a"][0] = 9
	fmt.Println(ms)
	mp := map[*int]string{}
	x, y := 1, 1
	mp[&x], mp[&y] = "x", "y"
	fmt.Println(len(mp), mp[&x], mp[&y])
	mc := map[chan int]int{}
	c1 := make(chan int)
	mc[c1]++
	mc[c1]++
	mc[nil]++
	fmt.Println(len(mc), mc[c1], mc[nil])
	ma := map[[2]string]int{{"a", "b"}: 1, {"a,", "b"}: 2, {"a", ",b"}: 3, {"", "ab"}: 4, {"ab", ""}: 5}
	fmt.Println(len(ma), ma[[2]string{"a", "b"}], ma[[2]string{"a,", "b"}], ma)
	mf := map[struct {
		s string
		f float32
		i interface{}
	}]int{}
	type kk = struct {
		s string
		f float32
		i interface{}
	}
	mf[kk{"a", 1, 1}]++
	mf[kk{"a", 1, int64(1)}]++
	mf[kk{"a", float32(nan), 1}]++
	mf[kk{"a", float32(nan), 1}]++
	fmt.Println(len(mf))
	mcx := map[complex128]int{complex(0, 0): 1}
	mcx[complex(math.Copysign(0, -1), 0)]++
	mcx[complex(nan, 0)]++
	fmt.Println(len(mcx))
	type Key interface{ comparable }
	fmt.Println(cnt(1, 1, 2), cnt("a", "b", "a"), len(cnt[any](1, "1", 1.0, 1)), cnt([1]int{1}, [1]int{1}))
	try("32", func() { cnt[any](S{}) })
	m2 := map[int64]string{math.MaxInt64: "max", math.MinInt64: "min", 1 << 53: "53", 1<<53 + 1: "53+1"}
	fmt.Println(m2[math.MaxInt64], m2[math.MinInt64], m2[1<<53], m2[1<<53+1], m2[1<<53-1] == "", len(m2), m2)
	m3 := map[uint64]int{0: 1, math.MaxUint64: 2}
	for k := range m3 {
		m3[k]++
	}
	fmt.Println(m3)
	v, ok := m3[5]
	fmt.Println(v, ok)
	var i8 int8 = -1
	m4 := map[int8]int{i8: 1, -i8: 2, i8 << 7: 3}
	fmt.Println(m4)
}
func (S) foo()   {}
func (S) x() any { return S{} }
func cnt[K comparable](ks ...K) map[K]int {
	m := map[K]int{}
	for _, k := range ks {
		m[k]++
	}
	return m
}
