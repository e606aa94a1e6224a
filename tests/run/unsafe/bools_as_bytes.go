// run

// Bools are bytes of memory: alone, in structs, arrays and slices.
package main

import (
	"fmt"
	"unsafe"
)

type flags struct {
	a, b bool
	n    uint16
	c    bool
}

func b2i(b bool) int  { return int(*(*uint8)(unsafe.Pointer(&b))) }
func i2b(n byte) bool { return *(*bool)(unsafe.Pointer(&n)) }

func count(bs []bool) (n int) {
	for _, x := range unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(bs))), len(bs)) {
		n += int(x)
	}
	return
}

func main() {
	fmt.Println(b2i(true), b2i(false), i2b(1), i2b(0))
	b := true
	p := (*byte)(unsafe.Pointer(&b))
	*p ^= 1
	fmt.Println(b, *p)
	b = true
	fmt.Println(*p)
	bs := []bool{true, false, true}
	q := (*uint8)(unsafe.Pointer(&bs[1]))
	*q = 1
	fmt.Println(bs, count(bs))
	arr := [4]bool{0: true, 3: true}
	as := (*[4]uint8)(unsafe.Pointer(&arr))
	as[1] = 1
	fmt.Println(arr, as, *(*uint32)(unsafe.Pointer(&arr)))
	bytes := [3]byte{1, 0, 1}
	fmt.Println(*(*[3]bool)(unsafe.Pointer(&bytes)))
	f := flags{true, false, 0x1234, true}
	fp := (*[6]byte)(unsafe.Pointer(&f))
	fmt.Println(fp[0], fp[1], fp[2], fp[3], fp[4])
	fp[1] = 1
	fmt.Println(f)
	f.c = false
	fmt.Println(fp[4])
	u := uint64(1)
	fmt.Println(*(*bool)(unsafe.Pointer(&u)))
	pb := (*bool)(unsafe.Pointer(&u))
	*pb = false
	fmt.Println(u)
	i8 := *(*int8)(unsafe.Pointer(&f.b))
	fmt.Println(i8)
	type myBool bool
	mb := (*myBool)(unsafe.Pointer(&f.a))
	*mb = false
	fmt.Println(f, unsafe.Sizeof(f))
}
