package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.Split("a,b,c", ","), strings.SplitN("a,b,c", ",", 2), strings.Fields("  a  b c "), strings.Split("abc", ""), len(strings.Split("", ",")))
	fmt.Println(strings.Join([]string{"a", "b"}, "-"), strings.Repeat("ab", 3), strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("aaaa", "aa", "b"))
	fmt.Println(strings.Contains("hello", "ell"), strings.ContainsRune("héllo", 'é'), strings.ContainsAny("hello", "xyz"), strings.HasPrefix("hello", "he"), strings.HasSuffix("hello", "lo"))
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexRune("chicken", 'k'), strings.IndexAny("golang", "ny"), strings.IndexFunc("Hello, 世界", unicode.IsUpper))
	fmt.Println(strings.ToUpper("héllo"), strings.ToLower("HÉLLO"), strings.Title("hello world"), strings.TrimSpace("\t x \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhixx", "x"), strings.TrimRight("xxhixx", "x"), strings.TrimPrefix("prefix-x", "prefix-"), strings.TrimSuffix("x.go", ".go"))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.EqualFold("Go", "GO"), strings.Compare("a", "b"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return unicode.ToUpper(r)
	}, "banana"), strings.TrimFunc("123abc456", unicode.IsDigit), strings.FieldsFunc("a1b2c", unicode.IsDigit))
	before, after, ok := strings.Cut("key=value", "=")
	fmt.Println(before, after, ok)
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "%d,", i)
	}
	b.WriteByte('x')
	b.WriteRune('世')
	b.WriteString("!")
	fmt.Println(b.String(), b.Len())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>bold</b>"))
	rd := strings.NewReader("read me")
	buf := make([]byte, 4)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf[:n]), rd.Len())
	for line := range strings.Lines("a\nb\nc") {
		fmt.Printf("%q ", line)
	}
	for part := range strings.SplitSeq("x-y-z", "-") {
		fmt.Print(part, " ")
	}
	fmt.Println(strings.ToTitle("abc"), strings.SplitAfter("a,b", ","), strings.ToValidUTF8("a\xffb", "?"))
}
