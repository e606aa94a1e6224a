// run

// A number can be seen as the bytes that it is made of, and as the only field of a struct.
package main

import (
	"encoding/binary"
	"fmt"
	"sync/atomic"
	"unsafe"
)

type celsius struct{ degrees float64 }

type wrapped struct{ inner struct{ n uint64 } }

type record struct {
	name  string
	count int64
}

func main() {
	x := 0x0102030405060708
	bytes := (*[8]byte)(unsafe.Pointer(&x))
	fmt.Println(bytes[0], bytes[7], *bytes)
	bytes[0] = 0xff
	bytes[7] = 0x80
	fmt.Printf("%#x\n", uint(x))
	x = -1
	fmt.Println(*bytes)

	u := uint32(0x12345678)
	s := unsafe.Slice((*byte)(unsafe.Pointer(&u)), unsafe.Sizeof(u))
	fmt.Println(binary.NativeEndian.Uint32(s) == u, len(s), cap(s))
	s[1] = 0
	fmt.Printf("%#x\n", u)

	r := record{"r", 1<<40 + 2}
	halves := (*[2]int32)(unsafe.Pointer(&r.count))
	halves[1]++
	fmt.Println(r.count, halves[0])

	f := 1.5
	fmt.Println((*[8]byte)(unsafe.Pointer(&f))[7], (*celsius)(unsafe.Pointer(&f)).degrees)
	(*celsius)(unsafe.Pointer(&f)).degrees *= 2
	fmt.Println(f)

	b := []byte{1, 0, 2, 0, 3, 0, 4, 0}
	words := unsafe.Slice((*uint16)(unsafe.Pointer(&b[0])), 4)
	words[2] = 0x0505
	fmt.Println(words, b)

	n := uint64(1) << 63
	w := (*wrapped)(unsafe.Pointer(&n))
	w.inner.n++
	fmt.Println(n, w.inner.n == n)
	count := int32(5)
	atomicCount := (*atomic.Int32)(unsafe.Pointer(&count))
	fmt.Println(atomicCount.Add(2), count, atomicCount.CompareAndSwap(7, -1), count)
}
