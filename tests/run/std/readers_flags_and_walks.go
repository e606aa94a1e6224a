// run

// What std packages without a system underneath give: errors, flags, buffers, readers, trees of files, slices.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing/fstest"
	"testing/iotest"
	"time"
)

type E struct{ n int }

func (e E) Error() string { return fmt.Sprint("E", e.n) }

func main() {
	// errors
	e1 := fmt.Errorf("a: %w, %w", E{1}, fmt.Errorf("x %w", io.EOF))
	fmt.Println(errors.Is(e1, io.EOF), errors.Is(e1, E{1}), errors.Is(e1, E{2}))
	var e E
	fmt.Println(errors.As(e1, &e), e)
	var pe *fs.PathError
	_, err := os.Open("/nonexistent")
	fmt.Println(errors.As(err, &pe), pe, errors.Is(err, fs.ErrNotExist))
	var ie interface{ Error() string }
	fmt.Println(errors.As(e1, &ie), ie)
	fmt.Println(errors.Join(nil, io.EOF, nil, e))
	// flag
	f := flag.NewFlagSet("prog", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	i := f.Int("i", 3, "an `integer` here")
	b := f.Bool("b", false, "a bool")
	s := f.String("s", "def", "a string")
	d := f.Duration("d", time.Second, "a duration")
	u := f.Uint("u", 0, "unsigned")
	x := f.Float64("x", 1.5, "float")
	f.Func("fn", "function", func(s string) error { return errors.New("no " + s) })
	f.BoolFunc("bf", "function", func(s string) error { fmt.Println("bf", s); return nil })
	for _, args := range [][]string{{"-i", "7", "-b", "-s=q", "--d", "3m", "rest"}, {"-i", "zz"}, {"-i", "99999999999999999999"}, {"-u=-1"}, {"-d", "1"}, {"-x", "1e999"}, {"-b=maybe"}, {"-fn", "a"}, {"-bf"}, {"-nope"}, {"-h"}, {"---x"}} {
		fmt.Println(f.Parse(args))
		fmt.Println(*i, *b, *s, *d, *u, *x, f.NArg(), f.NFlag(), f.Arg(0))
	}
	f.VisitAll(func(fl *flag.Flag) { fmt.Println(fl.Name, fl.Value.String(), fl.DefValue, reflect.TypeOf(fl.Value)) })
	// bufio
	w := bufio.NewWriterSize(os.Stdout, 16)
	for k := 0; k < 20; k++ {
		fmt.Fprintf(w, "%d-%s ", k, strings.Repeat("z", k))
		w.WriteByte('!')
		w.WriteRune('é')
	}
	w.WriteString("\n")
	n, err := w.ReadFrom(strings.NewReader(strings.Repeat("abc", 50) + "\n"))
	fmt.Fprintln(w, n, err, w.Available(), w.Buffered())
	w.Flush()
	text := "line one\r\nline two\n\nlast é word\xff x"
	for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		sc := bufio.NewScanner(iotest.OneByteReader(strings.NewReader(text)))
		sc.Split(split)
		for sc.Scan() {
			fmt.Printf("%q ", sc.Text())
		}
		fmt.Println(sc.Err())
	}
	sc := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(make([]byte, 10), 20)
	fmt.Println(sc.Scan(), sc.Err())
	r := bufio.NewReaderSize(iotest.DataErrReader(strings.NewReader(strings.Repeat("0123456789", 5)+"\n")), 16)
	p, err := r.Peek(20)
	fmt.Println(string(p), err)
	p, err = r.Peek(5)
	fmt.Println(string(p), err)
	line, isP, err := r.ReadLine()
	fmt.Println(string(line), isP, err)
	c, sz, err := r.ReadRune()
	fmt.Println(c, sz, err, r.UnreadRune(), r.UnreadRune(), r.UnreadByte())
	fmt.Println(r.Discard(7))
	rest, err := r.ReadString('\n')
	fmt.Println(rest, err)
	fmt.Println(r.ReadByte())
	// io
	var tee bytes.Buffer
	all, err := io.ReadAll(io.TeeReader(io.LimitReader(iotest.HalfReader(strings.NewReader(text)), 10), &tee))
	fmt.Printf("%q %v %q\n", all, err, tee.String())
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	all, err = io.ReadAll(sr)
	fmt.Println(string(all), err, sr.Size())
	fmt.Println(sr.Seek(-2, io.SeekEnd))
	fmt.Println(sr.Seek(-20, io.SeekEnd))
	buf := make([]byte, 4)
	n2, err := sr.ReadAt(buf, 3)
	fmt.Println(n2, err, string(buf))
	mw := io.MultiWriter(&tee, os.Stdout)
	io.WriteString(mw, "multi\n")
	fmt.Println(io.CopyN(io.Discard, strings.NewReader("abc"), 5))
	rc := io.NopCloser(strings.NewReader("x"))
	_, isWT := rc.(io.WriterTo)
	fmt.Println(isWT, rc.Close())
	// fs
	tree := fstest.MapFS{"top/a/one.txt": {Data: []byte("1")}, "top/list/two.txt": {}, "top/z.txt": {}, "other": {}}
	sub, err := fs.Sub(tree, "top")
	fmt.Println(err)
	fs.WalkDir(sub, ".", func(path string, d fs.DirEntry, err error) error {
		if d.Name() == "list" {
			return fs.SkipDir
		}
		fmt.Println(path, d.IsDir(), err)
		return nil
	})
	fmt.Println(fs.Glob(sub, "*/*.txt"))
	_, err = fs.ReadFile(sub, "nope")
	fmt.Println(err)
	_, err = fs.Stat(sub, "../x")
	fmt.Println(err)
	// slices
	a := []int{1, 2, 3, 4, 5, 6, 7}
	fmt.Println(slices.Compare(a, a[:3]), slices.Compare(a[:3], a), slices.Equal(a, a), slices.Collect(slices.Chunk(a, 3)))
	fmt.Println(slices.DeleteFunc(slices.Clone(a), func(v int) bool { return v%2 == 0 }), slices.Concat(a, a[:2]), slices.Concat[[]int]() == nil)
	fmt.Println(maps.Equal(map[string]int{"a": 1}, map[string]int{"a": 1}), maps.Equal(map[string]int{"a": 1}, map[string]int{"a": 2}))
	fmt.Println(slices.Min(a), slices.MaxFunc(a, func(x, y int) int { return y - x }))
	rr := rand.New(rand.NewSource(5))
	fmt.Println(rr.Int31n(100), rr.Int63n(1<<40+7), rr.Intn(1000), rr.Perm(6))
	for _, dd := range []time.Duration{0, 1, 1500 * time.Millisecond, -2500 * time.Millisecond, 1<<63 - 1, -1 << 63} {
		fmt.Println(dd.Round(time.Second), dd.Truncate(time.Second), dd.Abs(), dd.Round(7*time.Hour), dd.Round(0))
	}
	fmt.Println(slices.Collect(strings.FieldsFuncSeq("  a b  c ", func(r rune) bool { return r == ' ' })))
	for k, v := range reflect.ValueOf([]string{"p", "q"}).Seq2() {
		fmt.Println(k, v)
	}
	for k := range reflect.ValueOf(uint8(3)).Seq() {
		fmt.Println(k, k.Type())
	}
	fmt.Println(reflect.BothDir, reflect.RecvDir, reflect.ChanDir(9), reflect.ValueOf([2]any{1, []int{}}).Comparable())
	fmt.Printf("%#v\n", io.EOF)
}
