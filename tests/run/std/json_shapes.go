// run

// Shapes of types that are read and written without reflection: pointers to structs and to pointers, maps and lists in
// each other, what refuses to be read, numbers at the ends of their ranges, and depth.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type Leaf struct {
	N int     `json:"n"`
	F float64 `json:"f,omitempty"`
}
type Refused struct {
	C complex128
	L int
}
type Tree struct {
	Name  string            `json:"name"`
	One   *Leaf             `json:"one"`
	Two   **Leaf            `json:"two"`
	Kids  []*Tree           `json:"kids,omitempty"`
	Vals  []Leaf            `json:"vals"`
	By    map[string]Leaf   `json:"by"`
	Ptrs  map[string]*Leaf  `json:"ptrs"`
	Text  map[string]string `json:"text"`
	Deep  [][]int           `json:"deep"`
	Flag  bool
	Any   any
	Empty struct{}
	B     []byte
	Bad   *Refused `json:"bad,omitempty"`
	Arr   [3]int
}

type Ints struct {
	A int8
	B int64
	C uint64
	D int32
	E float64
}

func main() {
	l := &Leaf{N: -2147483648, F: 1.5}
	t := Tree{Name: "r", One: l, Two: &l, Kids: []*Tree{nil, {Name: "k"}}, Vals: []Leaf{{}, {N: 7}}, By: map[string]Leaf{"a": {}, "b": {N: 1}, "c": {N: 2}},
		Ptrs: map[string]*Leaf{"x": nil, "y": {N: 3}}, Text: map[string]string{"<": ">", "é": "ü"}, Deep: [][]int{{}, nil, {1, -2, 0, 1000000000, 2147483647, -2147483647}}, Any: []any{nil, 1.0, "s", map[string]any{}}}
	b, err := json.Marshal(t)
	fmt.Println(string(b), err)
	var back Tree
	fmt.Println(json.Unmarshal(b, &back))
	b2, _ := json.Marshal(back)
	fmt.Println(string(b) == string(b2))
	for _, s := range []string{`{"name":"q","one":null,"two":{"n":5},"by":{"a":{"n":1}},"ptrs":{"z":{"N":4}},"vals":[{"n":1},null,{"f":2}]}`,
		`{"two":null}`, `{"bad":{"L":1}}`, `{"bad":null,"Name":"again"}`, `{"name":5}`, `{"one":[]}`, `{"vals":{}}`, `{"by":[]}`, `{"name":"ü","unknown":{"a":1}}`,
		`{"name":"a","name":"b"}`, `{"one":{"n":1,"N":2}}`, `{"one":{"n":1.0}}`, `{"kids":[{"kids":[{"kids":null,"name":"deep"}]}]}`} {
		var tr Tree
		err := json.Unmarshal([]byte(s), &tr)
		o, _ := json.Marshal(tr)
		fmt.Println(s, err, string(o))
		err = json.Unmarshal([]byte(s), &back)
		o, _ = json.Marshal(back)
		fmt.Println(" ", err, len(o), strings.Count(string(o), "null"))
		pp := new(*Tree)
		err = json.Unmarshal([]byte(s), pp)
		fmt.Println(" ", err, (*pp).Name)
	}
	for _, v := range []any{0, -1, 9, 10, -10, 99, 100, 2147483647, -2147483648, 2147483648, -2147483649, 1e9, 1e21, -1e-7, 0.1, int64(1) << 62, ^uint64(0), []float64{0, -0.5}, Ints{-128, -1 << 63, 1 << 63, -5, -0.0}} {
		o, err := json.Marshal(v)
		fmt.Println(string(o), err)
	}
	neg := 0.0
	neg = -neg
	o, _ := json.Marshal([]float64{neg, 0 * -1})
	fmt.Println(string(o))
	var deep any = 1
	for i := 0; i < 700; i++ {
		deep = []any{deep, map[string]any{}, []any{}}
	}
	o, err = json.Marshal(deep)
	fmt.Println(len(o), err)
	big := make([][]any, 3000)
	for i := range big {
		big[i] = []any{}
	}
	o, _ = json.Marshal(big)
	fmt.Println(len(o), string(o[:7]), string(o[len(o)-5:]))
	var m map[string]map[string]map[string]int
	fmt.Println(json.Unmarshal([]byte(`{"a":{"b":{"c":1,"d":2}},"e":{}}`), &m), m)
	var li **Leaf
	fmt.Println(json.Unmarshal([]byte(`{"n":3}`), &li), (*li).N)
}
