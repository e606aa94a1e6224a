// run

// An unsafe.Pointer that waits in a variable knows what it points to: fields at their offsets, elements at their
// sizes, numbers as other numbers and as bytes.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type inner struct {
	a int8
	b int32
}

type mixed struct {
	flag  bool
	small int16
	name  string
	in    inner
	list  []int
	any   any
	f     float32
	arr   [3]uint16
	last  *int
}

func at(p unsafe.Pointer, offset uintptr) unsafe.Pointer { return unsafe.Add(p, offset) }

func fields() {
	n := 7
	m := mixed{true, -2, "name", inner{3, 4}, []int{5}, "any", 1.5, [3]uint16{1, 2, 3}, &n}
	p := unsafe.Pointer(&m)
	fmt.Println(*(*bool)(p), *(*int16)(at(p, unsafe.Offsetof(m.small))), *(*string)(at(p, unsafe.Offsetof(m.name))))
	in := (*inner)(at(p, unsafe.Offsetof(m.in)))
	in.b++
	fmt.Println(*in, m.in, *(*int32)(at(p, unsafe.Offsetof(m.in)+unsafe.Offsetof(m.in.b))), *(*int8)(at(p, unsafe.Offsetof(m.in))))
	fmt.Println(*(*[]int)(at(p, unsafe.Offsetof(m.list))), *(*any)(at(p, unsafe.Offsetof(m.any))))
	*(*float32)(at(p, unsafe.Offsetof(m.f))) = 2.5
	fmt.Println(m.f, *(*uint16)(at(p, unsafe.Offsetof(m.arr)+2)), **(**int)(at(p, unsafe.Offsetof(m.last))))
	fmt.Println(uintptr(unsafe.Pointer(&m.f))-uintptr(p) == unsafe.Offsetof(m.f))
	fmt.Println((*mixed)(p) == &m, at(p, 0) == p)
	fmt.Println(*(*bool)(unsafe.Pointer(&m)))

	t := reflect.TypeOf(m)
	v := reflect.ValueOf(&m).Elem()
	for i := range t.NumField() {
		f := t.Field(i)
		there := reflect.NewAt(f.Type, unsafe.Pointer(v.UnsafeAddr()+f.Offset)).Elem()
		if f.Type.Kind() != reflect.Pointer {
			fmt.Println(f.Name, there.Interface())
		}
	}
}

func elements() {
	words := []string{"a", "b", "c"}
	p := unsafe.Pointer(&words[0])
	fmt.Println(*(*string)(unsafe.Add(p, unsafe.Sizeof(""))), *(*string)(unsafe.Pointer(uintptr(p) + 2*unsafe.Sizeof(""))))
	lists := [][]int{{1}, {2}, {3}}
	q := unsafe.Pointer(&lists[0])
	fmt.Println(*(*[]int)(unsafe.Add(q, 48)), uintptr(unsafe.Pointer(&lists[2]))-uintptr(q))
	pairs := [4]struct{ x, y int }{{1, 2}, {3, 4}, {5, 6}, {7, 8}}
	r := unsafe.Pointer(&pairs)
	fmt.Println(*(*int)(unsafe.Add(r, 16)), *(*int)(unsafe.Add(r, 56)), *(*struct{ x, y int })(unsafe.Add(r, 32)))
}

type number float64

func numbers() {
	f := 1.5
	p := unsafe.Pointer(&f)
	fmt.Printf("%#x %v\n", *(*uint64)(p), *(*number)(p))
	*(*int64)(p) = 0x4010000000000000
	fmt.Println(f)

	n := uint64(0x0102030405060708)
	bytes := (*[8]byte)(unsafe.Pointer(&n))
	fmt.Println(*bytes, unsafe.Slice((*byte)(unsafe.Pointer(&n)), 3))
	bytes[7] = 0xff
	fmt.Printf("%#x\n", n)
	n = 1
	fmt.Println(bytes[:], unsafe.String((*byte)(unsafe.Pointer(&n)), 2) == "\x01\x00")

	halves := []uint16{0x4100, 0x4342, 0x4544}
	fmt.Println(unsafe.String((*byte)(unsafe.Pointer(&halves[0])), 6)[1:])
	seen := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(halves))), 6)
	seen[0] = 1
	fmt.Println(halves[0], *(*uint32)(unsafe.Pointer(&seen[2])), *(*uint16)(unsafe.Add(unsafe.Pointer(&seen[0]), 4)))
	back := unsafe.Slice((*uint16)(unsafe.Pointer(&seen[0])), 3)
	back[2] = 9
	fmt.Println(halves, seen)

	wide := []uint64{1, 2, 3}
	memory := unsafe.Slice((*byte)(unsafe.Pointer(&wide[0])), 24)
	memory[8] = 42
	memory[17] = 1
	wide[0] = 0x0a0b
	fmt.Println(wide, memory[:2])
}

type header struct {
	magic uint32
	size  uint16
	kind  uint8
	_     uint8
	at    uint64
	in    inner
}

func structs() {
	bytes := []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 12, 0, 0, 0}
	h := (*header)(unsafe.Pointer(&bytes[0]))
	fmt.Printf("%#x %#x %d %d %v\n", h.magic, h.size, h.kind, h.at, h.in)
	h.at = 0x1ff
	h.in.b = -1
	fmt.Println(bytes)

	own := header{magic: 0x01020304, size: 5, at: 6, in: inner{7, 8}}
	view := unsafe.Slice((*byte)(unsafe.Pointer(&own)), unsafe.Sizeof(own))
	fmt.Println(view)
	view[0] = 9
	own.kind = 3
	fmt.Printf("%#x %d %v\n", own.magic, view[6], own == *(*header)(unsafe.Pointer(&view[0])))
}

type words struct {
	kind, data unsafe.Pointer
}

type speaker interface{ Speak() string }
type cat float64

func (c cat) Speak() string { return fmt.Sprint("meow ", float64(c)) }

func interfaces() {
	var s speaker = cat(1)
	w := (*words)(unsafe.Pointer(&s))
	other := 2.5
	w.data = unsafe.Pointer(&other)
	fmt.Println(s.Speak())

	var x any = &other
	fmt.Println(*(*float64)((*words)(unsafe.Pointer(&x)).data))
	var y any = cat(4)
	var z any = cat(5)
	var i any = 5
	wy, wz, wi := (*words)(unsafe.Pointer(&y)), (*words)(unsafe.Pointer(&z)), (*words)(unsafe.Pointer(&i))
	fmt.Println(wy.kind == wz.kind, wy.kind == wi.kind, *(*cat)(wz.data), *(*int)(wi.data))
	var none any
	fmt.Println((*words)(unsafe.Pointer(&none)).kind == nil)
}

func main() {
	fields()
	elements()
	numbers()
	structs()
	interfaces()
}
