// run

// A struct that was made for a call belongs to the callee: who calls with one that lives on gives a copy.
package main

import "fmt"

type pair struct{ a, b int }

type list struct{ items []pair }

func (l *list) push(p pair) { l.items = append(l.items, p) }

// Both elements are values of their own.
func (l *list) twice(p pair) {
	l.items = append(l.items, p)
	l.items = append(l.items, p)
}

func (l *list) pushAll(n int) {
	for i := range n {
		l.push(pair{i, i * i})
	}
}

// One call gives a variable that is used afterwards.
func mixed(l *list, p pair) { l.items = append(l.items, p) }

// The parameter is copied in a loop.
func repeat(l *list, p pair, n int) {
	for range n {
		l.items = append(l.items, p)
	}
}

// The copy may panic after it was made, and the parameter is read by a deferred call.
func deferred(l *list, p pair, i int) {
	defer func() {
		recover()
		fmt.Println("deferred", p)
	}()
	l.items[i] = p
	l.items[i].a = 1000
}

type keeper interface{ keep() *pair }

var kept []*pair

func (p pair) keep() *pair {
	q := p
	kept = append(kept, &q)
	return &q
}

func made() pair { return pair{5, 6} }

var global = pair{7, 8}

func main() {
	l := &list{}
	l.pushAll(3)
	l.push(made())
	l.push(pair{1, 1})
	l.items[0].a = 50
	fmt.Println(l.items)

	l.twice(pair{2, 2})
	l.items[len(l.items)-1].b = 99
	fmt.Println(l.items[len(l.items)-2:])

	p := pair{3, 3}
	mixed(l, p)
	mixed(l, pair{4, 4})
	p.a = 33
	mixed(l, global)
	global.a = 77
	fmt.Println(l.items[len(l.items)-3:], p)

	repeat(l, pair{6, 6}, 3)
	l.items[len(l.items)-1].a = 66
	fmt.Println(l.items[len(l.items)-3:])

	deferred(l, pair{8, 8}, 0)
	deferred(l, pair{9, 9}, 1000)
	fmt.Println(l.items[0])

	var k keeper = pair{10, 10}
	k.keep().a = 11
	pair{12, 12}.keep().b = 13
	fmt.Println(k, *kept[0], *kept[1])

	method := (*list).push
	q := pair{20, 20}
	method(l, q)
	method(l, pair{21, 21})
	q.a = 0
	bound := l.push
	bound(q)
	q.a = 1
	fmt.Println(l.items[len(l.items)-3:], q)
}
