package main

import (
	"fmt"
	"unsafe"
)

// A tree in a slice: nodes refer to others by their distance.
type node struct {
	name        string
	next, child int
}

func stride(p unsafe.Pointer, size uintptr, by int) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + uintptr(int(size)*by))
}

func (n *node) Next() *node {
	if n.next == 0 {
		return nil
	}
	return (*node)(stride(unsafe.Pointer(n), unsafe.Sizeof(node{}), n.next))
}

func (n *node) Child() *node {
	if n.child == 0 {
		return nil
	}
	return (*node)(unsafe.Add(unsafe.Pointer(n), n.child*int(unsafe.Sizeof(*n))))
}

func (n *node) print(depth int) {
	for ; n != nil; n = n.Next() {
		fmt.Printf("%*s%s\n", 2*depth, "", n.name)
		n.Child().print(depth + 1)
	}
}

type tree struct{ nodes []node }

func (t *tree) push(name string, from int) int {
	t.nodes = append(t.nodes, node{name: name})
	at := len(t.nodes) - 1
	if from >= 0 {
		t.nodes[from].next = at - from
	}
	return at
}

// A list whose items begin with what links them.
type link struct {
	next, prev *link
}

type item struct {
	link
	value string
}

type list struct {
	link
	length int
}

func (l *link) item() *item { return (*item)(unsafe.Pointer(l)) }
func (l *link) list() *list { return (*list)(unsafe.Pointer(l)) }

func (l *list) add(value string) *item {
	i := &item{value: value}
	if l.next == nil {
		l.next, l.prev = &l.link, &l.link
	}
	i.prev, i.next = l.prev, &l.link
	l.prev.next, l.prev = &i.link, &i.link
	l.length++
	return i
}

// A hook that is not the first field.
type hook struct{ next *hook }

type task struct {
	name string
	id   int32
	hook hook
	done bool
}

func (h *hook) task() *task {
	return (*task)(unsafe.Pointer(uintptr(unsafe.Pointer(h)) - unsafe.Offsetof(task{}.hook)))
}

type point struct{ x, y int32 }

func main() {
	var t tree
	root := t.push("root", -1)
	a := t.push("a", -1)
	t.nodes[root].child = a - root
	b := t.push("b", a)
	c := t.push("c", -1)
	t.nodes[b].child = c - b
	t.push("d", c)
	e := t.push("e", b)
	t.nodes[root].print(0)
	n := &t.nodes[e]
	for ; n != &t.nodes[0]; n = (*node)(stride(unsafe.Pointer(n), unsafe.Sizeof(*n), -1)) {
		fmt.Print(n.name, " ")
	}
	n.name = "changed"
	fmt.Println(t.nodes[0].name)

	old := n.Child()
	t.nodes = t.nodes[:0]
	t.nodes[t.push("again", -1)].child = 1
	t.push("first", -1)
	t.nodes[t.push("second", 1)].next = 0
	t.nodes[0].print(0)
	fmt.Println(old != nil, t.nodes[0].Child().Next().name)

	var l list
	for _, v := range []string{"x", "y", "z"} {
		l.add(v)
	}
	for at := l.next; at != &l.link; at = at.next {
		at.item().value += "!"
		fmt.Print(at.item().value, " ")
	}
	fmt.Println(l.prev.next.list().length, l.next.item().prev.list() == &l)

	tasks := []task{{name: "one", id: 1}, {name: "two", id: 2}}
	tasks[1].hook.next = &tasks[0].hook
	h := &tasks[1].hook
	for ; h != nil; h = h.next {
		h.task().done = true
		fmt.Print(h.task().name, h.task().id, " ")
	}
	fmt.Println(tasks[0].done, tasks[1].done)

	points := [...]point{{1, 2}, {3, 4}, {5, 6}}
	p := unsafe.Pointer(&points[2])
	first := (*point)(unsafe.Add(p, -2*int(unsafe.Sizeof(point{}))))
	first.x = 10
	middle := uintptr(p) - uintptr(unsafe.Pointer(&points[0]))
	fmt.Println(points, middle, (*point)(unsafe.Pointer(uintptr(p)-middle/2)).y)
}
