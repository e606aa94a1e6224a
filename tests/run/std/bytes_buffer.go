package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("world"))
	fmt.Fprintf(&b, " %d", 42)
	fmt.Println(b.String(), b.Len())
	line, err := b.ReadString(' ')
	fmt.Printf("%q %v %q\n", line, err, b.String())
	io.Copy(os.Stdout, upper{strings.NewReader("copied\n")})
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Contains([]byte("abc"), []byte("bc")), bytes.Split([]byte("a,b"), []byte(",")), bytes.TrimSpace([]byte(" x ")), bytes.IndexByte([]byte("abc"), 'c'))
	data, err := io.ReadAll(io.LimitReader(strings.NewReader("limited"), 3))
	fmt.Println(string(data), err)
	r := io.TeeReader(strings.NewReader("tee"), &b)
	io.ReadAll(r)
	fmt.Println(b.String())
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	all, _ := io.ReadAll(mr)
	fmt.Println(string(all))
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "through the pipe"); pw.Close() }()
	all, err = io.ReadAll(pr)
	fmt.Println(string(all), err)
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(err)
}
