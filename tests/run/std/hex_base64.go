// Bytes as hexadecimal digits and in base 64, right and wrong.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	for n := range 10 {
		data := []byte("ab\xff\x00cdefgh")[:n]
		h := hex.EncodeToString(data)
		back, err := hex.DecodeString(strings.ToUpper(h))
		fmt.Println(h, bytes.Equal(back, data), err)
		for i, enc := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.WithPadding('*').Strict()} {
			s := enc.EncodeToString(data)
			back, err := enc.DecodeString(s)
			fmt.Println(i, s, bytes.Equal(back, data), err, enc.EncodedLen(n), enc.DecodedLen(len(s)), string(enc.AppendEncode([]byte(">"), data)))
		}
	}
	for _, s := range []string{"a", "zz", "abz", "0g", "0102x"} {
		b, err := hex.DecodeString(s)
		fmt.Println(b, err)
		b, err = io.ReadAll(hex.NewDecoder(strings.NewReader(s)))
		fmt.Println(b, err)
	}
	inputs := []string{"", "YQ==", "YQ=", "YQ", "Y", "YQ==YQ==", "Y=Q=", "====", "YWI=", "YW\nI=\n", "YWI", "YWJj", "YWJjZ", "YWJj\nZA==", "Y!==", "YR==", "YWJ=", "YQ=x", "YQ\n=\n=\n", "YQ==\nx", "-_-_", "+/+/", "YQ=\n"}
	for _, in := range inputs {
		for i, enc := range []*base64.Encoding{base64.StdEncoding, base64.StdEncoding.Strict(), base64.RawURLEncoding, base64.RawURLEncoding.Strict()} {
			b, err := enc.DecodeString(in)
			fmt.Printf("%q %d %q %v", in, i, b, err)
			b, err = io.ReadAll(base64.NewDecoder(enc, strings.NewReader(in)))
			fmt.Printf(" | %q %v\n", b, err)
		}
	}
	long := []byte(strings.Repeat("The quick brown fox. ", 100))
	w := base64.NewEncoder(base64.StdEncoding, os.Stdout)
	for i := 0; i < len(long); i += 100 {
		w.Write(long[i:min(i+100, len(long))])
	}
	w.Close()
	fmt.Println()
	s := base64.StdEncoding.EncodeToString(long)
	b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(s)))
	fmt.Println(bytes.Equal(b, long), err)
	fmt.Print(hex.Dump(long[:70]))
	e := hex.NewEncoder(os.Stdout)
	fmt.Println(e.Write(long[:20]))
	func() {
		defer func() { fmt.Println(recover()) }()
		base64.NewEncoding("abc")
	}()
	fmt.Println(len(base64.StdEncoding.EncodeToString(make([]byte, 100000))))
}
