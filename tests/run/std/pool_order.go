// run

// A Pool gives what was put first, then the others from the last one on; collecting garbage twice empties it.
package main

import (
	"fmt"
	"io/fs"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync"
	"time"
)

type info struct{ size int64 }

func (i info) Name() string       { return "name" }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return 0o644 }
func (i info) ModTime() time.Time { return time.Unix(0, 0).UTC() }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }

func main() {
	debug.SetGCPercent(-1)
	made := 0
	p := sync.Pool{New: func() any { made++; return "new" }}
	for _, s := range []string{"a", "b", "c"} {
		p.Put(s)
	}
	p.Put(nil)
	fmt.Println(p.Get(), p.Get(), p.Get(), p.Get(), made)

	for i := range 1000 {
		p.Put(i)
	}
	for range 1000 {
		p.Get()
	}
	fmt.Println(made)

	p.Put("given up")
	runtime.GC()
	runtime.GC()
	fmt.Println(p.Get())

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.NumGC-before.NumGC, after.TotalAlloc >= before.TotalAlloc)

	for _, size := range []int64{0, -1, 1<<63 - 1, -1 << 63} {
		fmt.Println(fs.FormatFileInfo(info{size}))
	}

	// What Unicode has had since 15.0 cannot be printed, whatever the host thinks.
	for _, r := range []rune{0x88e, 0x88f, 0x897, 0x20c0, 0x20c1, 0x2ebf0, 0x323b0, 0x1fa89, 0x3000} {
		fmt.Print(strconv.IsPrint(r), strconv.IsGraphic(r), strconv.QuoteRune(r), " ")
	}
	fmt.Println()
}
