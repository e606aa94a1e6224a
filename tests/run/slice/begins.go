// run

// Slices that begin in the middle of their backing array, by all ways that lead to one: an index must count from
// there, also where other slices of the same variable, field or type begin where the array does.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"unsafe"
)

type queue struct{ items []int }

func (q *queue) push(v int) { q.items = append(q.items, v) }
func (q *queue) pop() int {
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

type stack struct{ items []int }

func (s *stack) push(v int) { s.items = append(s.items, v) }
func (s *stack) pop() int {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}

type byPointer struct{ items []int }
type byCopy struct{ items []int }
type wrapper struct{ byCopy }
type other struct{ items []int }
type reflected struct{ Items []int }
type decoded struct{ Items []int }
type seen struct{ items []int }
type shape struct{ data []int }

func tail(s []int) []int        { return s[1:] }
func both(s []int) (a, b []int) { return s[:2], s[2:] }
func named(s []int) (r []int)   { defer func() { r = s[1:] }(); return s }
func first(s []int) int         { return s[0] }
func firstOf(s ...int) int      { return s[0] }
func generic[T any](s []T) T    { return s[0] }
func iterate(s []int) func(func([]int) bool) {
	return func(yield func([]int) bool) {
		for i := range s {
			if !yield(s[i:]) {
				return
			}
		}
	}
}

type firster interface{ first() int }
type list []int

func (l list) first() int { return l[0] }

var global = []int{1, 2, 3}

func dropGlobal() { global = global[1:] }

func main() {
	xs := []int{10, 11, 12, 13, 14, 15}

	q := &queue{}
	for i := range 5 {
		q.push(i)
	}
	fmt.Println(q.pop(), q.pop(), q.items[0], q.items[len(q.items)-1])
	q.items[1] = 70
	q.items[0] += 5
	sum := 0
	for range 3 {
		for i := range q.items {
			sum += q.items[i]
		}
	}
	fmt.Println(sum, q.items)

	s := &stack{}
	for i := range 5 {
		s.push(i * i)
	}
	fmt.Println(s.pop(), s.pop(), s.items[0], s.items[len(s.items)-1])

	bp := &byPointer{items: xs}
	p := &bp.items
	*p = (*p)[2:]
	fmt.Println(bp.items[0], bp.items[1])

	w := wrapper{byCopy{xs[:3]}}
	fmt.Println(w.items[0])
	w.byCopy = byCopy(other{xs[3:]})
	fmt.Println(w.items[0], w.byCopy.items[1])

	r := &reflected{Items: xs}
	reflect.ValueOf(r).Elem().Field(0).Set(reflect.ValueOf(xs[4:]))
	fmt.Println(r.Items[0])
	v := xs
	reflect.ValueOf(&v).Elem().Set(reflect.ValueOf(xs).Slice(2, 4))
	fmt.Println(v[0])

	var d decoded
	d.Items = xs[1:4:4]
	fmt.Println(d.Items[0], json.Unmarshal([]byte(`{"Items":[7,8]}`), &d), d.Items[0], xs[1])

	sn := &seen{items: xs[:2]}
	*(*[]int)(unsafe.Pointer(&sn.items)) = unsafe.Slice(&xs[3], 2)
	fmt.Println(sn.items[0])

	fmt.Println(first(xs), first(xs[1:]), firstOf(xs[2:]...), firstOf(1, 2), generic(xs[3:]), generic([]string{"a", "b"}[1:]))
	fmt.Println(tail(xs)[0], tail(tail(xs))[0], named(xs)[0])
	a, b := both(xs)
	fmt.Println(a[0], b[0])
	a, b = b, a
	fmt.Println(a[0], b[0])

	for part := range iterate(xs[2:]) {
		fmt.Print(part[0], " ")
	}
	fmt.Println()

	f := func(s []int) int { return s[0] }
	fmt.Println(f(xs[1:]), f(xs[5:]))
	var fr firster = list(xs[2:])
	fmt.Println(fr.first(), list(xs[1:]).first())
	var any any = xs[3:]
	fmt.Println(any.([]int)[0])
	if c, ok := any.([]int); ok {
		fmt.Println(c[0])
	}

	rows := [][]int{xs, xs[1:], xs[2:]}
	for _, row := range rows {
		fmt.Print(row[0], " ")
	}
	rows[0] = rows[1][1:]
	fmt.Println(rows[0][0], rows[1][0])
	sort.Slice(rows, func(i, j int) bool { return rows[i][0] < rows[j][0] })
	fmt.Println(rows[0][0], rows[1][0], rows[2][0])

	m := map[string][]int{"a": xs[4:]}
	fmt.Println(m["a"][0])
	ch := make(chan []int, 1)
	ch <- xs[5:]
	got := <-ch
	fmt.Println(got[0])

	array := [5]int{20, 21, 22, 23, 24}
	part := array[2:]
	fmt.Println(part[0], array[:2][1], array[1:3][0])
	part[0] = 99
	fmt.Println(array)
	whole := array[:]
	whole[1] = 98
	fmt.Println(array, whole[1])

	dropGlobal()
	fmt.Println(global[0], global[1])

	sh := shape{data: append(xs[3:4:4], 1, 2, 3)}
	fmt.Println(sh.data[0], sh.data[1])
	sh2 := shape{data: append([]int(nil), xs[3:]...)}
	fmt.Println(sh2.data[0], sh2.data[1])
	sh3 := shape{data: append(xs[4:5], 77)}
	fmt.Println(sh3.data[0], sh3.data[1], xs[5])

	bytes := []byte("hello")
	bytes = bytes[1:]
	fmt.Println(bytes[0], string(bytes))
	runes := []rune("héllo")
	fmt.Println(runes[1], runes[1:][1])

	func() {
		defer func() { fmt.Println(recover()) }()
		for i := 0; i < 10; i++ {
			fmt.Print(q.items[i], " ")
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for i := 2; i >= -1; i-- {
			s.items[i]++
			fmt.Print(s.items[i], " ")
		}
	}()
}
