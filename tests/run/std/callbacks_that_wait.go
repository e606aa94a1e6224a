// Functions of std call functions that wait for other goroutines.
package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
)

type ask struct {
	a, b  int
	reply chan bool
}

func main() {
	asks := make(chan ask)
	go func() {
		for q := range asks {
			q.reply <- q.a < q.b
		}
	}()
	less := func(a, b int) bool {
		reply := make(chan bool)
		asks <- ask{a, b, reply}
		return <-reply
	}
	s := []int{5, 2, 9, 1, 7, 3, 8, 6, 4, 0, 15, 12, 19, 11, 17, 13}
	a := slices.Clone(s)
	sort.Slice(a, func(i, j int) bool { return less(a[i], a[j]) })
	fmt.Println(a)
	b := slices.Clone(s)
	slices.SortFunc(b, func(x, y int) int {
		if less(x, y) {
			return -1
		}
		return 1
	})
	fmt.Println(b, slices.IndexFunc(b, func(x int) bool { return less(10, x) }))
	var mu sync.Mutex
	fmt.Println(strings.Map(func(r rune) rune {
		mu.Lock()
		defer mu.Unlock()
		time.Sleep(time.Microsecond)
		return r + 1
	}, "HAL"))
	fmt.Println(sort.Search(100, func(i int) bool { return less(41, i) }))

	r, w := io.Pipe()
	go func() {
		bw := bufio.NewWriterSize(w, 16)
		for i := range 5 {
			fmt.Fprintf(bw, "line %d of the text\n", i)
		}
		bw.Flush()
		w.Close()
	}()
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		fmt.Println(sc.Text())
	}

	numbers := func(yield func(int) bool) {
		c := make(chan int)
		done := make(chan bool)
		go func() {
			defer close(c)
			for i := range 10 {
				select {
				case c <- i * i:
				case <-done:
					return
				}
			}
		}()
		defer close(done)
		for v := range c {
			if !yield(v) {
				return
			}
		}
	}
	next, stop := iter.Pull(iter.Seq[int](numbers))
	for range 4 {
		fmt.Print(fmt.Sprintln(next()))
	}
	stop()
	fmt.Println(next())
	fmt.Println(slices.Collect(iter.Seq[int](numbers)), slices.Sorted(maps.Keys(map[string]int{"b": 1, "a": 2})))

	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next, stop := iter.Pull2(func(yield func(int, string) bool) {
			yield(1, "a")
			panic("in the sequence")
		})
		defer stop()
		fmt.Println(next())
		fmt.Println(next())
	}()

	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	results := make([]string, 3)
	for i := range 3 {
		wg.Go(func() {
			<-ctx.Done()
			results[i] = fmt.Sprint(i, ctx.Err())
		})
	}
	cancel()
	wg.Wait()
	fmt.Println(results)

	pr, pw := io.Pipe()
	go func() {
		pw.Write([]byte("through a pipe"))
		pw.CloseWithError(io.ErrUnexpectedEOF)
	}()
	var buf bytes.Buffer
	n, err := buf.ReadFrom(pr)
	fmt.Println(n, err, buf.String())
	fmt.Println(strings.FieldsFunc("a,b;c", func(r rune) bool { return less(int(r), 'a') }))
}
