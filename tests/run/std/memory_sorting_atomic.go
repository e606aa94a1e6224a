// run

// Readers in memory, the order of equal elements after sorting, Zipf, atomic variables.
package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
)

func main() {
	r := strings.NewReader("héllo wörld")
	for {
		c, n, err := r.ReadRune()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Print(string(c), n, " ")
	}
	fmt.Println(r.UnreadRune(), r.UnreadByte(), r.Len(), r.Size())
	fmt.Println(r.Seek(-3, io.SeekEnd))
	fmt.Println(r.Seek(-30, io.SeekEnd))
	fmt.Println(r.Seek(-30, 7))
	b := bytes.NewReader([]byte("abcdef"))
	var sb strings.Builder
	b.ReadByte()
	fmt.Println(b.UnreadRune())
	fmt.Println(b.WriteTo(&sb))
	fmt.Println(sb.String())
	fmt.Println(b.ReadAt(make([]byte, 3), 4))
	fmt.Println(b.ReadAt(make([]byte, 3), -4))
	z := rand.NewZipf(rand.New(rand.NewSource(1)), 1.5, 2, 100)
	for range 10 {
		fmt.Print(z.Uint64(), " ")
	}
	x := make([]int, 1000)
	for i := range x {
		x[i] = i * 7919 % 100
	}
	y := slices.Clone(x)
	slices.SortFunc(x, func(a, b int) int { return a%10 - b%10 })
	sort.Slice(y, func(i, j int) bool { return y[i]%10 < y[j]%10 })
	fmt.Println(x[:50], slices.Equal(x, y))
	sort.Stable(sort.Reverse(sort.IntSlice(x)))
	fmt.Println(x[:50], sort.IsSorted(sort.IntSlice(x)))
	var a atomic.Int64
	a.Store(3)
	fmt.Println(a.Add(4), a.Or(8), a.Swap(5), a.CompareAndSwap(5, 6), a.Load())
	var p atomic.Pointer[int]
	fmt.Println(p.Load(), p.CompareAndSwap(nil, &x[0]), *p.Load())
	var u uint64
	fmt.Println(atomic.AddUint64(&u, ^uint64(0)), u)
}
