package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

// What protobuf does with its messages.

type info struct{ name string }

type state struct {
	_    [0]func()
	info *info
}

type message struct {
	state state
	kind  isKind
	subs  []*message
	text  string
	n     int64
}

type isKind interface{ isKind() }

type number struct{ N float64 }

func (*number) isKind() {}

type reflected state

type pointer struct{ p unsafe.Pointer }

func (p pointer) apply(offset uintptr) pointer {
	return pointer{unsafe.Pointer(uintptr(p.p) + offset)}
}
func (p pointer) elem() pointer     { return pointer{*(*unsafe.Pointer)(p.p)} }
func (p pointer) slice() []pointer  { return *(*[]pointer)(p.p) }
func (p pointer) add(other pointer) { s := (*[]pointer)(p.p); *s = append(*s, other) }

type words struct {
	_    [0]any
	Type unsafe.Pointer
	Data unsafe.Pointer
}

func pointerOf(x any) pointer { return pointer{(*words)(unsafe.Pointer(&x)).Data} }

func offset(name string) uintptr {
	field, _ := reflect.TypeFor[message]().FieldByName(name)
	return field.Offset
}

func (m *message) reflect() *reflected { return (*reflected)(unsafe.Pointer(m)) }

func (r *reflected) message() any {
	return reflect.NewAt(reflect.TypeFor[message](), unsafe.Pointer(r)).Interface()
}

func fields() {
	m := &message{text: "top", n: 5}
	m.state.info = &info{"it"}
	p := pointerOf(m)
	fmt.Println(*(*string)(p.apply(offset("text")).p), *(*int64)(p.apply(offset("n")).p))
	*(*int64)(p.apply(offset("n")).p) = 6

	kind := p.apply(offset("kind"))
	fmt.Println(kind.elem().p == nil)
	m.kind = &number{1.5}
	fmt.Println(kind.elem().p == nil)

	subs := p.apply(offset("subs"))
	fmt.Println(len(subs.slice()))
	subs.add(pointerOf(&message{text: "one"}))
	subs.add(pointerOf(&message{text: "two"}))
	for _, sub := range subs.slice() {
		fmt.Println(*(*string)(sub.apply(offset("text")).p))
	}
	fmt.Println(len(m.subs), m.subs[1].text, m.n)

	r := m.reflect()
	fmt.Println(r.info.name, r.message() == any(m), r.message().(*message).text)
}

// An interface that nothing but reflection asks for.
func kinds() {
	want := reflect.TypeFor[message]().Field(1).Type
	fmt.Println(reflect.TypeFor[*number]().Implements(want), reflect.TypeFor[number]().Implements(want))
	var m message
	fmt.Println(m.kind == nil)
}

type natural []uint

type decimal struct {
	neg bool
	abs natural
}

type shape struct {
	neg bool
	abs []uint
}

// An array through its first element, a struct through one of like fields.
func arrays() {
	var inline [2]uint
	array := (*[2]uint)(unsafe.Pointer(&inline[0]))
	array[1] = 7
	d := decimal{abs: natural(inline[:])}
	(*shape)(unsafe.Pointer(&d)).neg = true
	fmt.Println(inline, d)

	long := []string{"a", "b", "c", "d"}
	part := (*[2]string)(unsafe.Pointer(&long[1]))
	part[1] = "x"
	fmt.Println(*part, long)
}

func main() {
	fields()
	kinds()
	arrays()
}
