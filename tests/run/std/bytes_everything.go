// Every function of bytes, on text of all kinds, and its Buffer.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

func main() {
	q := func(a ...any) {
		for _, x := range a {
			fmt.Printf("%q ", x)
		}
		fmt.Println()
	}
	subjects := []string{"", "a", "abcabcabc", "héllo wörld", " \t x y  z\n", "\u00a0\u3000zé\u2003", "a\xffb\xfe\xfd", "ÀÉÎ straße ǆ ΑΣ", "aXbXXc", "--go--", "日本語", "i İ ı I", strings.Repeat("xy", 50) + "z"}
	others := []string{"", "a", "b", "abc", "X", "é", "\xff", " ", "-", "本", "\u00a0", "ab\u3000", "z"}
	for _, str := range subjects {
		s := []byte(str)
		q(s, bytes.ToUpper(s), bytes.ToLower(s), bytes.ToTitle(s), bytes.Title(s), bytes.TrimSpace(s), bytes.Fields(s), bytes.ToValidUTF8(s, []byte("?")))
		q(bytes.ToUpperSpecial(unicode.TurkishCase, s), bytes.Repeat(s, 3), bytes.Runes(s), bytes.Clone(s))
		q(bytes.TrimFunc(s, unicode.IsLetter), bytes.TrimLeftFunc(s, unicode.IsSpace), bytes.FieldsFunc(s, func(r rune) bool { return r == 'X' || r == '-' }))
		fmt.Println(bytes.IndexFunc(s, unicode.IsUpper), bytes.LastIndexFunc(s, unicode.IsLetter))
		for _, other := range others {
			t := []byte(other)
			fmt.Println(bytes.Index(s, t), bytes.LastIndex(s, t), bytes.IndexAny(s, other), bytes.LastIndexAny(s, other), bytes.Count(s, t), bytes.Contains(s, t), bytes.ContainsAny(s, other), bytes.HasPrefix(s, t), bytes.HasSuffix(s, t), bytes.EqualFold(s, t), bytes.Compare(s, t), bytes.Equal(s, t))
			q(bytes.Split(s, t), bytes.SplitN(s, t, 2), bytes.SplitAfter(s, t), bytes.SplitAfterN(s, t, 2), bytes.SplitN(s, t, 0), bytes.SplitN(s, t, 1))
			q(bytes.Replace(s, t, []byte("<>"), 2), bytes.ReplaceAll(s, t, []byte("$&")), bytes.Replace(s, t, t, -1))
			q(bytes.Trim(s, other), bytes.TrimLeft(s, other), bytes.TrimRight(s, other), bytes.TrimPrefix(s, t), bytes.TrimSuffix(s, t))
			a, b, ok := bytes.Cut(s, t)
			q(a, b)
			c, ok2 := bytes.CutPrefix(s, t)
			d, ok3 := bytes.CutSuffix(s, t)
			fmt.Println(ok, c, ok2, d, ok3)
		}
		for _, r := range []rune{'a', 'é', 0xfffd, -1, 0xd800, '本'} {
			fmt.Print(bytes.IndexRune(s, r), bytes.ContainsRune(s, r), " ")
		}
		fmt.Println(bytes.IndexByte(s, 0xff), bytes.LastIndexByte(s, 'a'), bytes.IndexByte(s, 'z'))
	}
	fmt.Println(bytes.TrimSpace([]byte("  ")) == nil, bytes.Clone(nil) == nil, bytes.Equal(nil, []byte{}))
	var b bytes.Buffer
	b.WriteString("x")
	b.WriteByte(0xe4)
	b.WriteRune('世')
	b.Write([]byte("yz"))
	fmt.Fprintf(&b, "%d", 5)
	q(b.String(), b.Bytes())
	fmt.Println(b.Len(), b.Cap(), b.Available())
	c, _ := b.ReadByte()
	fmt.Println(c, b.UnreadByte(), b.UnreadByte(), b.UnreadRune())
	b.Next(2)
	r, n, err := b.ReadRune()
	fmt.Println(r, n, err, b.UnreadRune())
	fmt.Println(b.ReadString('y'))
	fmt.Println(b.ReadBytes('!'))
	fmt.Println(b.ReadByte())
	fmt.Println(b.Read(make([]byte, 3)))
	nn, err := b.ReadFrom(strings.NewReader(strings.Repeat("line of text\n", 200)))
	fmt.Println(nn, err, b.Len())
	p, err := b.Peek(5)
	q(p, err)
	for range 3 {
		l, err := b.ReadString('\n')
		q(l, err)
	}
	b.Truncate(10)
	b.WriteTo(os.Stdout)
	fmt.Println()
	for i := range 100 {
		fmt.Fprint(&b, i, " ")
		if i%7 == 0 {
			b.Next(11)
		}
	}
	fmt.Println(b.String())
	b.Reset()
	b.Grow(100)
	fmt.Println(b.Len(), b.Available() >= 100)
	rd := bytes.NewReader([]byte("héllo\xff"))
	for {
		c, n, err := rd.ReadRune()
		if err != nil {
			fmt.Println(err, err == io.EOF)
			break
		}
		fmt.Print(c, n, " ")
	}
	fmt.Println(rd.UnreadRune(), rd.UnreadByte(), rd.Len(), rd.Size())
	fmt.Println(rd.Seek(-3, io.SeekEnd))
	bs, err := io.ReadAll(rd)
	q(string(bs), err)
	q(bytes.Map(func(r rune) rune {
		if r == 'l' {
			return -1
		}
		return r + 1
	}, []byte("hello")), bytes.Join([][]byte{[]byte("a"), []byte("b")}, []byte(", ")))
	var nb *bytes.Buffer
	fmt.Println(nb.String(), bytes.NewBufferString("hi"), bytes.NewBuffer([]byte("yo")))
}
