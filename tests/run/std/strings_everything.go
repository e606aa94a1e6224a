// Every function of strings, on text of all kinds.
package main

import (
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
	subjects := []string{"", "a", "abcabcabc", "héllo wörld", " \t x y  z\n", "\u00a0\u3000zé\u2003", "a\xffb\xfe\xfd", "ÀÉÎ straße ǆ ΑΣ", "aXbXXc", "--go--", "日本語", "i İ ı I", "k K \u212a ſ s"}
	others := []string{"", "a", "b", "abc", "X", "é", "\xff", " ", "-", "本", "\u00a0", "ab\u3000", "kK"}
	for _, s := range subjects {
		q(s, strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.TrimSpace(s), strings.Fields(s), strings.ToValidUTF8(s, "?"))
		q(strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.TurkishCase, s), strings.Repeat(s, 3))
		q(strings.TrimFunc(s, unicode.IsLetter), strings.TrimLeftFunc(s, unicode.IsSpace), strings.FieldsFunc(s, func(r rune) bool { return r == 'X' || r == '-' }))
		fmt.Println(strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsLetter))
		for _, t := range others {
			fmt.Println(strings.Index(s, t), strings.LastIndex(s, t), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.Count(s, t), strings.Contains(s, t), strings.ContainsAny(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.EqualFold(s, t), strings.Compare(s, t))
			q(strings.Split(s, t), strings.SplitN(s, t, 2), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, 2), strings.SplitN(s, t, 0), strings.SplitN(s, t, 1))
			q(strings.Replace(s, t, "<>", 2), strings.ReplaceAll(s, t, "$&"), strings.Replace(s, t, t, -1))
			q(strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
			a, b, ok := strings.Cut(s, t)
			q(a, b)
			c, ok2 := strings.CutPrefix(s, t)
			d, ok3 := strings.CutSuffix(s, t)
			fmt.Println(ok, c, ok2, d, ok3)
		}
		for _, r := range []rune{'a', 'é', 0xfffd, -1, 0xd800, '本'} {
			fmt.Print(strings.IndexRune(s, r), strings.ContainsRune(s, r), " ")
		}
		fmt.Println(strings.IndexByte(s, 0xff), strings.LastIndexByte(s, 'a'))
	}
	fmt.Println(strings.EqualFold("k K \u212a ſ s", "K \u212a k S ſ"), strings.EqualFold("GO", "go"))
	var b strings.Builder
	b.WriteString("x")
	b.WriteByte(0xe4)
	b.WriteRune('世')
	b.Write([]byte("yz"))
	fmt.Fprintf(&b, "%d", 5)
	q(b.String())
	fmt.Println(b.Len())
	r := strings.NewReplacer("a", "1", "aa", "2", "b", "$&", "<", "&lt;")
	q(r.Replace("aaab<>b"))
	r = strings.NewReplacer("", "X")
	q(r.Replace("aé"), strings.NewReplacer("a", "1", "", "Z").Replace("bab"), strings.NewReplacer("", "Z", "a", "1").Replace("bab"))
	r.WriteString(os.Stdout, "abc\n")
	rd := strings.NewReader("héllo\xff")
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
	_, err = rd.Seek(-3, io.SeekStart)
	fmt.Println(err)
	q(strings.Map(func(r rune) rune {
		if r == 'l' {
			return -1
		}
		return r + 1
	}, "hello"), strings.Join([]string{"a", "b", "c"}[1:], ", "), strings.Join(nil, "x"))
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.Repeat("x", -1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		c := b
		c.WriteByte('x')
	}()
}
