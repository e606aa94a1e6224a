// run

// Values of plain types take short cuts through JavaScript, others do not: nobody can tell.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
)

type Kind string

type Inner struct {
	A int     `json:"a"`
	B *Inner  `json:"b,omitempty"`
	C float64 `json:",omitempty"`
}

type Outer struct {
	Name   string            `json:"name"`
	Kind   Kind              `json:"kind,omitempty"`
	Int8   int8              `json:"i8"`
	U64    uint64            `json:"u64"`
	I64    int64             `json:"i64"`
	List   []Inner           `json:"list"`
	Map    map[string]*Inner `json:"map,omitempty"`
	Any    any               `json:"any"`
	Bytes  []byte            `json:"bytes,omitempty"`
	hidden int
	Skip   int  `json:"-"`
	Dash   int  `json:"-,"`
	Ok     bool `json:"ok"`
	Ptr    *int `json:"ptr"`
	In     Inner
	F32    float32 `json:"f32,omitempty"`
	Arr    [2]int  `json:"arr"`
}

type Plain struct {
	Name string            `json:"name"`
	N    int               `json:"n"`
	F    float64           `json:"f"`
	L    []string          `json:"l"`
	M    map[string]string `json:"m"`
	In   Inner             `json:"in"`
	P    *Inner            `json:"p"`
	U    uint64            `json:"u"`
	I8   int8              `json:"i8"`
	Any  any               `json:"any"`
	LL   [][]int           `json:"ll"`
	PI   *int              `json:"pi"`
	Key  string            `json:"Straße"`
}

type Upper string

func (u Upper) MarshalText() ([]byte, error) { return []byte(strings.ToUpper(string(u))), nil }
func (u *Upper) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		return errors.New("empty")
	}
	*u = Upper(strings.ToLower(string(b)))
	return nil
}

type Own struct{ n int }

func (o Own) MarshalJSON() ([]byte, error)   { return []byte(fmt.Sprintf("[%d]", o.n)), nil }
func (o *Own) UnmarshalJSON(b []byte) error { o.n = len(b); return nil }

type Embeds struct {
	Inner
	*Own2
	D int `json:"d,string"`
}

type Own2 struct{ E string }

type Cycle struct {
	Next *Cycle `json:"next"`
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s %v\n", b, err)
}

func encode() {
	n := 7
	show(Outer{Name: "a<b>&\"\\\x01\x7f\u2028é\xff\t\n", Kind: "k", Int8: -8, U64: math.MaxUint64, I64: math.MinInt64,
		List: []Inner{{1, &Inner{2, nil, 1.5}, -0.0}}, Map: map[string]*Inner{"b": nil, "a": {A: 1}, "é": {}}, Any: []any{1, "x", nil, 1.5, true, map[string]any{}},
		Bytes: []byte("hi"), Ptr: &n, F32: 0.1})
	show([]float64{0, math.Copysign(0, -1), 1e21, 1e20, 1e-6, 1e-7, 123456789.125, 5e-324, math.MaxFloat64, 100, 1.0})
	show([]Plain{{}, {Name: "x", L: []string{}, M: map[string]string{"z": "1", "a": "2", "": "3"}, In: Inner{A: 1}, P: &Inner{}, LL: [][]int{nil, {}, {1, 2}}}})
	show(math.NaN())
	show(map[string]any{"f": math.Inf(1)})
	show(func() {})
	show(map[int]string{2: "b", 1: "a"})
	show(map[Upper]int{"x": 1})
	show([]any{Upper("abc"), Own{3}, &Own{4}, Kind("kind"), int8(3), uint64(1 << 63), [2]bool{true}, struct{}{}, json.Number("12"), json.RawMessage(`{"raw": 1}`)})
	show(Embeds{Inner: Inner{A: 1}, Own2: &Own2{"e"}, D: 5})
	show((*Inner)(nil))
	show(nil)
	show(map[string]any(nil))
	show([]int(nil))
	show(errors.New("hidden"))
	var e any = &n
	show(&e)
	c := &Cycle{}
	c.Next = c
	_, err := json.Marshal(c)
	fmt.Println(err != nil && strings.Contains(err.Error(), "cycle"))
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent(">", "  ")
	fmt.Println(enc.Encode(map[string]any{"a<": "<&>\u2029", "b": []int{1}}), buf.String())
	b, err := json.MarshalIndent(Plain{}, "", "\t")
	fmt.Println(string(b), err)
}

func decode[T any](texts ...string) {
	for _, text := range texts {
		var v T
		err := json.Unmarshal([]byte(text), &v)
		b, _ := json.Marshal(v)
		fmt.Printf("%s => %s %v\n", text, b, err)
	}
}

func describe(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return fmt.Sprintf("object %d", len(v))
	case []any:
		return fmt.Sprintf("array %d %d", len(v), cap(v))
	default:
		return fmt.Sprintf("%T %v", v, v)
	}
}

func main() {
	encode()
	decode[int](`1`, ` -12 `, `-0`, `1.0`, `1e2`, `9223372036854775807`, `9223372036854775808`, `-9223372036854775808`, `123456789012345678`, `"1"`, `null`, `01`, ``, `1 2`, `true`)
	decode[uint8](`255`, `256`, `-1`, `-0`)
	decode[uint64](`18446744073709551615`, `18446744073709551616`, `5`)
	decode[int8](`-128`, `128`, `null`)
	decode[float64](`1`, `-0`, `1e400`, `1.5e-3`, `"x"`, `0.1`, `123456789012345678901234567890`)
	decode[float32](`0.1`, `1e39`, `16777217`)
	decode[bool](`true`, `false`, `null`, `1`)
	decode[string](`"a\u00e9\ud83d\ude00\ud800x\udc00\"\\\/\b\f\n\r\t"`, "\"raw é \xff\xc3 \u2028\"", `"\x"`, "\"a\nb\"", `null`, `"\uD83D\u0041"`)
	decode[[]int](`[]`, `[1,2,3]`, ` [ 1 , 2 ] `, `null`, `[1,"2",3]`, `[1,]`, `{}`)
	decode[[3]int](`[1]`, `[1,2,3,4]`)
	decode[map[string]int](`{}`, `{"a":1,"b":2,"a":3}`, `null`, `{"a":"x","b":1}`, `{"__proto__":1,"constructor":2}`)
	decode[map[int]string](`{"1":"a","x":"b"}`)
	decode[map[Upper]Upper](`{"A":"B"}`, `{"":"B"}`)
	decode[Plain](`{"name":"n","n":1,"f":2.5,"l":["a","b"],"m":{"k":"v"},"in":{"a":5,"b":{"a":6},"C":1},"p":{"a":7},"u":3,"i8":-3,"ll":[[1],[],null]}`,
		`{"NAME":"upper","N":2,"unknown":[1,{"x":"}"}],"IN":{"A":3}}`, `{"name":1,"n":2}`, `{"n":1.5,"name":"kept"}`, `{"i8":300,"n":1}`,
		`{"l":["a"],"l":["b","c"],"in":{"a":1},"in":{"C":2},"p":{"a":1},"p":{"C":3}}`, `{"straße":"s"}`, `{"STRASSE":"s"}`, `{"name":null,"l":null,"p":null,"in":null}`, `{"name":"x"`, `[]`, `"s"`)
	decode[Outer](`{"name":"n","bytes":"aGk=","f32":1.5,"arr":[1,2],"any":{"a":[1,null,"s",true,{"b":1e3}]},"-":4,"Skip":5,"hidden":6,"ptr":9}`)
	decode[Embeds](`{"a":1,"E":"e","d":"5"}`, `{"d":5}`)
	decode[[]Own](`[1,[22],{"a":3}]`)
	decode[any](`{"a":[1,2,{"b":null}],"c":true,"d":"x\u00e9"}`, `[]`, `[[]]`, `12`, `{"a":1,"a":2}`, `nul`)
	for _, text := range []string{`{}`, `[]`, `[1,2,3,4,5]`, `1`, `"s"`, `null`, `true`} {
		var v any
		fmt.Println(json.Unmarshal([]byte(text), &v), describe(v))
	}

	// What is there already.
	one := 1
	p := Plain{Name: "before", N: 5, L: []string{"x", "y", "z"}, M: map[string]string{"old": "1"}, P: &Inner{A: 1, C: 2}, PI: &one, Any: 3}
	keep := p.P
	fmt.Println(json.Unmarshal([]byte(`{"n":6,"l":["new"],"m":{"k":"v"},"p":{"a":9},"pi":2,"any":{"q":1}}`), &p), p.Name, p.N, p.L, cap(p.L), p.M, *p.P, keep == p.P, one, p.Any)
	before := p.M
	fmt.Println(json.Unmarshal([]byte(`{"m":{"x":"y"},"n":"bad","name":"after"}`), &p), p.Name, before)
	fmt.Println(json.Unmarshal([]byte(`{"m":{"syntax":"y"},"n":1`), &p), p.M)
	var caps []int
	for n := 0; n < 20; n++ {
		var s []string
		_ = json.Unmarshal([]byte("["+strings.TrimSuffix(strings.Repeat(`"a",`, n), ",")+"]"), &s)
		caps = append(caps, cap(s))
	}
	fmt.Println(caps)
	var nothing *Plain
	fmt.Println(json.Unmarshal([]byte(`{}`), nothing), json.Unmarshal([]byte(`{}`), nil), json.Unmarshal([]byte(`{}`), p))
	deep := strings.Repeat("[", 20000) + strings.Repeat("]", 20000)
	var v any
	fmt.Println(json.Unmarshal([]byte(deep), &v), json.Valid([]byte(deep)), json.Valid([]byte(`{"a":1}`)), json.Valid([]byte(`{a:1}`)))
	fmt.Println(json.Unmarshal([]byte(strings.Repeat("[", 3000)+strings.Repeat("]", 3000)), &v))
	d := json.NewDecoder(strings.NewReader(`{"n":1} {"n":2,"zzz":3} [`))
	d.DisallowUnknownFields()
	for i := 0; i < 3; i++ {
		var p Plain
		fmt.Println(d.Decode(&p), p.N)
	}
	d = json.NewDecoder(strings.NewReader(`[12345678901234567890, 1] {"a":"b"}`))
	d.UseNumber()
	fmt.Println(d.Decode(&v), v)
	fmt.Println(d.Decode(&v), v)
	shared := []Inner{{A: 1}}
	q := &shared[0]
	fmt.Println(json.Unmarshal([]byte(`{"a":44}`), q), shared)
}
