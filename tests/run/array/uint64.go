package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sort"
	"sync/atomic"
	"unsafe"
)

type key [3]uint64

type boxed struct {
	Words [4]uint64
	Rest  []uint64
}

func sum[T uint64 | float64 | int](s ...T) (t T) {
	for _, x := range s {
		t += x
	}
	return
}

func main() {
	var a [5]uint64
	a[1], a[4] = 1<<64-1, 1<<63
	b := a
	b[1]++
	fmt.Println(a, b, a == b, a != b, len(a))
	m := map[key]string{{1, 2, 3}: "a", {1, 2, 1 << 63}: "b"}
	fmt.Println(m[key{1, 2, 1 << 63}], m[key{}] == "", len(m))
	var x any = key{1, 2, 3}
	fmt.Println(x == key{1, 2, 3}, x == any(key{1, 2, 4}))
	s := []uint64{1, 1 << 63, 3}
	p := &s[1]
	*p += 1 << 63
	*p--
	s = append(s, 4, 5)
	s = append(s[:1], s[2:]...)
	fmt.Println(s, *p, cap(s) >= len(s))
	s = slices.Insert(s, 1, 9, 8, 7)
	slices.Sort(s)
	fmt.Println(s, slices.Max(s), slices.Index(s, 8), slices.Contains(s, 1<<63))
	sort.Slice(s, func(i, j int) bool { return s[i] > s[j] })
	fmt.Println(s, sum(s...), sum(1.5, 2), sum(s[:2]...))
	copy(s[1:], s)
	clear(s[:1])
	fmt.Println(s, slices.Equal(s, s[:]), slices.Compare(s, s[1:]))
	arr := [3]uint64(s[:3])
	ptr := (*[2]uint64)(s)
	ptr[1] = 42
	fmt.Println(arr, s, *ptr)
	v := reflect.ValueOf(&a).Elem()
	v.Index(2).SetUint(77)
	v.Index(3).Set(reflect.ValueOf(uint64(78)))
	fmt.Println(a, v.Kind(), v.Index(1).Uint())
	mk := reflect.MakeSlice(reflect.TypeOf(s), 2, 4)
	mk = reflect.Append(mk, reflect.ValueOf(uint64(5)))
	mk.Index(0).SetUint(1 << 63)
	fmt.Println(mk.Interface(), reflect.Zero(reflect.ArrayOf(2, reflect.TypeOf(uint64(0)))), reflect.New(reflect.TypeOf(boxed{})).Elem())
	reflect.Copy(mk, reflect.ValueOf(s))
	fmt.Println(mk, reflect.DeepEqual(s, slices.Clone(s)))
	var bx boxed
	err := json.Unmarshal([]byte(`{"Words":[1,18446744073709551615,3],"Rest":[5,9223372036854775808,0]}`), &bx)
	out, _ := json.Marshal(bx)
	fmt.Println(bx, err, string(out))
	bx.Rest = append(bx.Rest, bx.Words[:]...)
	fmt.Printf("%v %x %T\n", bx, bx.Rest[:2], bx.Words)
	counters := make([]uint64, 3)
	atomic.AddUint64(&counters[1], 1<<63)
	atomic.AddUint64(&counters[1], 5)
	atomic.StoreUint64(&a[0], 6)
	fmt.Println(counters, atomic.CompareAndSwapUint64(&counters[2], 0, 9), counters[2], a[0])
	u := unsafe.Slice(&a[1], 3)
	u[0] = 10
	fmt.Println(a, u, *(*[2]uint64)(unsafe.Pointer(&a[1])))
	f := []float64{1, -2}
	fw := unsafe.Slice((*uint64)(unsafe.Pointer(&f[0])), 2)
	fmt.Printf("%x %x\n", fw, *(*uint64)(unsafe.Pointer(&f[1])))
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(&s[0])), 16)
	bytes[0] = 255
	fmt.Println(s[0], bytes[:9])
	matrix := make([][4]uint64, 2)
	matrix[0][1] = 5
	matrix[1] = matrix[0]
	matrix[1][1]++
	row := matrix[1]
	row[0] = 1
	fmt.Println(matrix, row)
	ch := make(chan [2]uint64, 1)
	ch <- [2]uint64{1, 2}
	fmt.Println(<-ch)
	for i, w := range a {
		a[i] = w + 1
	}
	var nilSlice []uint64
	fmt.Println(a, nilSlice == nil, append(nilSlice, a[:2]...), max(a[0], a[1]))
	defer func() { fmt.Println(recover()) }()
	i := 5
	a[i%len(s)]++
	fmt.Println(s[i*2])
}
