// run

// A pointer that was made an integer leads back to what it points to; numbers can be seen as others.
package main

import (
	"fmt"
	"unsafe"
)

type point struct{ x, y int }

type original struct {
	Name string
	N    int
}

type renamed struct {
	Name string
	N    int
}

func (r *renamed) Both() string { return fmt.Sprint(r.Name, r.N) }

func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

func main() {
	p := &point{1, 2}
	q := (*point)(noescape(unsafe.Pointer(p)))
	q.x = 10
	fmt.Println(p.x, p == q)

	u := uintptr(unsafe.Pointer(p))
	fmt.Println(u != 0, u&7, u == uintptr(unsafe.Pointer(q)))
	fmt.Println(unsafe.Pointer(uintptr(0)) == nil)

	n := 5
	m := (*int)(unsafe.Pointer(uintptr(unsafe.Pointer(&n))))
	*m = 6
	fmt.Println(n, m == &n)

	b := []byte{1, 2, 3, 4, 5, 6, 7, 8}
	second := unsafe.Add(unsafe.Pointer(&b[0]), 1)
	fmt.Println(second == unsafe.Pointer(&b[1]), *(*byte)(second))
	third := unsafe.Pointer(uintptr(unsafe.Pointer(&b[0])) + 2)
	fmt.Println(third == unsafe.Pointer(&b[2]), *(*byte)(third))
	fmt.Println(*(*uint32)(unsafe.Pointer(&b[0])), *(*uint64)(unsafe.Pointer(&b[0])))
	*(*uint16)(unsafe.Pointer(&b[2])) = 0xffff
	fmt.Println(b)
	fmt.Println((*[4]byte)(unsafe.Pointer(&b[4]))[1])

	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	*(*uint64)(unsafe.Pointer(&f)) = 0x4000000000000000
	fmt.Println(f)
	f32 := float32(1.5)
	fmt.Printf("%#x\n", *(*uint32)(unsafe.Pointer(&f32)))
	i := int64(-1)
	fmt.Println(*(*uint64)(unsafe.Pointer(&i)), *(*int32)(unsafe.Pointer(&i)))

	fmt.Println(*(*string)(unsafe.Pointer(&b)) == string(b))
	fmt.Println(unsafe.String(&b[1], 1), unsafe.Slice(&b[1], 2), *unsafe.SliceData(b))

	o := &original{"a", 1}
	r := (*renamed)(unsafe.Pointer(o))
	r.N = 2
	fmt.Println(o.N, r.Both())
}
