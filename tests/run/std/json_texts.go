// run

// Texts that are no JSON, or hardly, read into values of several types: an error is the one of Go, and a text that
// is no JSON stores nothing.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

type inner struct {
	X int
	Y *int
}

type item struct {
	ID    int               `json:"id"`
	Name  string            `json:"name"`
	Price float64           `json:"price"`
	Tags  []string          `json:"tags"`
	Attrs map[string]string `json:"attrs"`
	Sub   *inner            `json:"sub"`
	In    inner
	U     uint8
	Big   uint64
	Ok    bool
	Any   any
}

var texts = []string{
	``, ` `, `null`, `nul`, `nulll`, `true`, `tru`, `truex`, `false`, `fals`, `0`, `-0`, `-`, `01`, `-01`, `1.`, `.5`, `-.5`, `0.5`, `00.5`,
	`01.5`, `1.2.3`, `1e`, `1e5`, `1E+2`, `1e-2`, `1e+`, `0e0`, `1.0`, `10.50`, `+1`, `0x10`, `1 2`, `NaN`, `Infinity`, `1e400`, `-1e400`,
	`9007199254740993`, `18446744073709551615`, `18446744073709551616`, `123456789012345678901234567890`, `0.1000000000000000055511151231257827`,
	`"a`, `"a"`, `"a"b`, `"\u00e9"`, `"\u00E9"`, `"\u12g4"`, `"\u12"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ud83dx"`, `"\ude00\ud83d"`, `"\x"`, `"\`,
	"\"\t\"", "\"a\nb\"", "\"\x00\"", "\"\x7f\"", "\"\xff\"", "\"é\xe2\x82\"", `"\"\\\/\b\f\n\r\t"`, "\"\u2028\"", `'a'`,
	`[]`, `[`, `]`, `[1`, `[1,`, `[1,]`, `[,1]`, `[1 2]`, `[1}`, `[[]]`, `[1,2,3]`, `["a",1]`, `[null]`, `[true,false]`, " [ 1 ,\n\t2 ]\r\n", "[1]\x00", "\x0b[1]", "\ufeff[1]",
	`{}`, `{`, `}`, `{"id"`, `{"id":`, `{"id":1`, `{"id":1,`, `{"id":1,}`, `{"id" 1}`, `{id:1}`, `{"id":1 "name":"x"}`, `{"id":1;}`, `{"id":1]`,
	`{"id":7,"name":"x","price":1.5,"tags":["p","q"],"attrs":{"k":"v"},"sub":{"X":1,"Y":2},"In":{"X":3}}`,
	`{"ID":8,"NAME":"y","Id":9}`, `{"id":1,"id":2}`, `{"sub":{"X":1},"sub":{"Y":5}}`, `{"id":1.0}`, `{"id":1e2}`, `{"id":"1"}`, `{"U":256}`, `{"U":-1}`, `{"U":-0}`, `{"U":255}`,
	`{"Big":18446744073709551615}`, `{"Big":5,"Ok":true}`, `{"Ok":1}`, `{"unknown":{"a":[1,{"b":null}]},"id":3}`, `{"unknown":{"a":[1,{"b":nul}]},"id":3}`,
	`{"id":null,"name":null,"price":null,"tags":null,"attrs":null,"sub":null,"In":null}`, `{"id":5,"tags":[}`, `{"attrs":{"a":"b","c":}}`,
	`{"Any":{"a":1,"":[1.5,"x",null,true]}}`, `{"__proto__":1,"constructor":2}`, `{"k\u0065y":"v"}`, `{"é":"ü"}`, `{"name":":","attrs":{":":":"}}`,
	strings.Repeat("[", 600) + strings.Repeat("]", 600), strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
}

func short(s string) string {
	if len(s) > 60 {
		return s[:60] + "..."
	}
	return s
}

func show(v any, err error) {
	fmt.Printf("  %s", short(fmt.Sprintf("%+v", v)))
	if err != nil {
		fmt.Printf(" | %T %v", err, err)
	}
	fmt.Println()
}

func main() {
	for _, text := range texts {
		fmt.Printf("%q %v\n", short(text), json.Valid([]byte(text)))
		data := []byte(text)

		i := 42
		err := json.Unmarshal(data, &i)
		show(i, err)
		f := 4.5
		err = json.Unmarshal(data, &f)
		show(f, err)
		s := "old"
		err = json.Unmarshal(data, &s)
		show(s, err)
		var a any
		err = json.Unmarshal(data, &a)
		show(a, err)
		var ints []int
		err = json.Unmarshal(data, &ints)
		show(ints, err)
		m := map[string]any{"old": 1}
		err = json.Unmarshal(data, &m)
		show(m, err)
		x := item{ID: 1, Name: "old", Tags: []string{"t"}, Sub: &inner{X: 9}, Attrs: map[string]string{"o": "p"}}
		err = json.Unmarshal(data, &x)
		sub := x.Sub
		x.Sub = nil
		fmt.Println(" ", x, sub != nil && sub.X == 9, err)
		p := &inner{X: 5}
		err = json.Unmarshal(data, &p)
		fmt.Println(" ", p == nil || p.X == 5, err)
	}
	fmt.Println(json.Unmarshal([]byte("1"), nil), json.Unmarshal([]byte("1"), 5), json.Unmarshal([]byte("1"), (*int)(nil)))
	var none any
	fmt.Println(json.Unmarshal(nil, &none), json.Unmarshal([]byte{}, &none))
	list := []int{1, 2, 3}
	fmt.Println(json.Unmarshal([]byte("null"), &list), list == nil)

	b, err := json.Marshal([]any{math.Copysign(0, -1), uint64(math.MaxUint64), int64(math.MinInt64), 1e21, 1e-7, "<&>\u2028\xff\x7f\b\f", map[string]any{"9": 1, "10": 2, "__proto__": 3}, nil})
	fmt.Println(string(b), err, cap(b) >= len(b))
	c, _ := json.Marshal(1)
	d, _ := json.Marshal(2)
	fmt.Println(string(c), string(d))
	var w strings.Builder
	e := json.NewEncoder(&w)
	e.SetEscapeHTML(false)
	fmt.Println(e.Encode("<&>"), e.Encode([]int{1}), e.Encode(math.NaN()), w.String())
}
