// Scanners, readers and writers with buffers of all sizes.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type slow struct {
	s string
	n int
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p, r.s[:min(len(r.s), r.n)])
	r.s = r.s[n:]
	return n, nil
}

type failing struct{ left int }

func (w *failing) Write(p []byte) (int, error) {
	if len(p) > w.left {
		n := w.left
		w.left = 0
		return n, errors.New("full")
	}
	w.left -= len(p)
	return len(p), nil
}

func main() {
	text := "one two\r\n  three é\u00a0世界 \xff\xe4\n\nlast" + strings.Repeat("x", 50) + "\n" + strings.Repeat("yz ", 40) + "end"
	for _, n := range []int{1, 3, 1000} {
		for i, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
			sc := bufio.NewScanner(&slow{text, n})
			sc.Split(split)
			fmt.Print(n, " ", i, ":")
			for sc.Scan() {
				fmt.Printf("%q", sc.Text())
			}
			fmt.Println(sc.Err())
		}
	}
	sc := bufio.NewScanner(&slow{text, 10})
	sc.Buffer(make([]byte, 0, 16), 40)
	for sc.Scan() {
		fmt.Printf("%q", sc.Bytes())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("1,2,STOP,4"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		i := bytes.IndexByte(data, ',')
		if i < 0 {
			if !atEOF {
				return 0, nil, nil
			}
			return len(data), data, bufio.ErrFinalToken
		}
		if string(data[:i]) == "STOP" {
			return i + 1, []byte("!"), bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	})
	for sc.Scan() {
		fmt.Printf("%q", sc.Bytes())
	}
	fmt.Println(sc.Err())
	for _, n := range []int{1, 7, 1000} {
		r := bufio.NewReaderSize(&slow{text, n}, 20)
		fmt.Println(r.Size())
		p, err := r.Peek(5)
		fmt.Printf("%q %v\n", p, err)
		p, err = r.Peek(25)
		fmt.Printf("%q %v\n", p, err)
		c, err := r.ReadByte()
		fmt.Println(c, err, r.UnreadByte(), r.UnreadByte(), r.UnreadRune())
		for range 12 {
			c, n, err := r.ReadRune()
			fmt.Print(c, " ", n, " ", err, " ")
		}
		fmt.Println(r.UnreadRune())
		s, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", s, err)
		b, err := r.ReadSlice('\n')
		fmt.Printf("%q %v\n", b, err)
		b, more, err := r.ReadLine()
		fmt.Printf("%q %v %v\n", b, more, err)
		b, more, err = r.ReadLine()
		fmt.Printf("%q %v %v\n", b, more, err)
		b, err = r.ReadSlice('\n')
		fmt.Printf("%q %v\n", b, err)
		fmt.Println(r.Discard(23))
		b, err = r.ReadBytes(' ')
		fmt.Printf("%q %v\n", b, err)
		var sb strings.Builder
		m, err := r.WriteTo(&sb)
		fmt.Printf("%q %v %v\n", sb.String(), m, err)
		s, err = r.ReadString('x')
		fmt.Printf("%q %v\n", s, err)
		fmt.Println(r.Discard(1))
	}
	w := bufio.NewWriterSize(os.Stdout, 16)
	fmt.Fprintf(w, "hello %d %s\n", 5, strings.Repeat("ab", 20))
	w.WriteString("short")
	w.WriteByte('!')
	w.WriteRune('世')
	w.Write([]byte("\n"))
	fmt.Println(w.Buffered(), w.Available(), w.Size())
	w.Flush()
	n, err := w.ReadFrom(&slow{text, 9})
	w.Flush()
	fmt.Println(n, err)
	fw := bufio.NewWriterSize(&failing{30}, 16)
	for i := range 6 {
		n, err := fw.WriteString("0123456789")
		fmt.Println(i, n, err, fw.Buffered())
	}
	fmt.Println(fw.Flush())
	fw.Reset(io.Discard)
	fmt.Println(fw.WriteString("abc"))
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("abc")), w)
	s, err := rw.ReadString('c')
	fmt.Println(s, err)
}
