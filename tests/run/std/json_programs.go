package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

type Color int

const (
	Red Color = iota
	Green
)

func (c Color) MarshalText() ([]byte, error) { return []byte([]string{"red", "green"}[c]), nil }
func (c *Color) UnmarshalText(b []byte) error {
	switch string(b) {
	case "red":
		*c = Red
	case "green":
		*c = Green
	default:
		return fmt.Errorf("no color %q", b)
	}
	return nil
}

type Money struct{ cents int64 }

func (m Money) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf("%d.%02d", m.cents/100, m.cents%100)), nil
}
func (m *Money) UnmarshalJSON(b []byte) error {
	var f float64
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	m.cents = int64(math.Round(f * 100))
	return nil
}

type Base struct {
	ID      int       `json:"id"`
	Created time.Time `json:"created"`
	Note    string    `json:",omitempty"`
}

type Extra struct {
	Note  string
	Level int8 `json:"level,string"`
}

type Item struct {
	Base
	*Extra
	Name     string            `json:"name"`
	Price    Money             `json:"price"`
	Color    Color             `json:"color"`
	Tags     []string          `json:"tags"`
	Attrs    map[string]any    `json:"attrs,omitempty"`
	ByColor  map[Color]int     `json:"by_color"`
	ByNumber map[int]string    `json:"by_number,omitempty"`
	Raw      json.RawMessage   `json:"raw,omitempty"`
	Next     *Item             `json:"next,omitempty"`
	Skipped  string            `json:"-"`
	Dash     string            `json:"-,"`
	Bytes    []byte            `json:"bytes"`
	Array    [2]float64        `json:"array"`
	Any      any               `json:"any"`
	Zero     time.Time         `json:"zero,omitzero"`
	Num      json.Number       `json:"num"`
	private  int
	F        float32
	U64      uint64
	I64      int64 `json:",string"`
	Iface    fmt.Stringer      `json:"iface"`
	Strs     map[string]string `json:"strs"`
}

func main() {
	item := Item{
		Base: Base{ID: 1, Created: time.Date(2024, 2, 29, 12, 30, 0, 123000000, time.UTC), Note: "base"},
		Extra: &Extra{Level: 3, Note: "extra"},
		Name: "<b>\"x\" & \u2028 é 😀\x01\xff", Price: Money{1999}, Color: Green, Tags: nil,
		Attrs: map[string]any{"z": 1, "a": []any{true, nil, 1.5e30, 1e-7}, "m": map[string]int{"q": 1}},
		ByColor: map[Color]int{Red: 1, Green: 2}, ByNumber: map[int]string{10: "ten", -2: "minus", 3: "three"},
		Raw: json.RawMessage(`{ "k" : [1, 2] }`), Next: &Item{Name: "n"}, Dash: "dash", Bytes: []byte("hello"),
		Array: [2]float64{math.Pi, 1e21}, Any: struct{ X, y int }{1, 2}, Num: "12.50", F: 0.1, U64: math.MaxUint64, I64: math.MinInt64,
	}
	b, err := json.MarshalIndent(item, "", "  ")
	fmt.Println(string(b), err)
	var back Item
	err = json.Unmarshal(b, &back)
	fmt.Println(err)
	fmt.Printf("%+v %+v\n", back.Base, back.Extra)
	fmt.Println(back.Name == item.Name, back.Price, back.Color, back.ByColor, back.ByNumber, string(back.Raw), back.Next.Name, string(back.Bytes), back.Array, back.Any, back.Num, back.F, back.U64, back.I64)
	for _, text := range []string{
		`{"id": "x"}`, `{"id": 1.5}`, `{"id": 99999999999999999999}`, `{"level": "300"}`, `{"level": 3}`, `{"color":"blue"}`, `{"tags":[1]}`, `{"price":"x"}`,
		`{`, `{"a" 1}`, `[1,2`, `{"name": "a\qb"}`, `nul`, `{"iface": 1}`, `{"created":"yesterday"}`, `{"by_number":{"x":"y"}}`, `{"array":[1,2,3]}`, "{\"name\":\"a\nb\"}", `{"bytes":"!!"}`, `{} x`, ``, `{"next":{"next":{"id":true}}}`,
		`{"NAME":"Upper","Id":7,"extra":1}`, `{"name":null,"tags":null,"next":null}`, `{"num":"1"}`, `{"num":"x"}`, `{"u64":-1}`, `{"U64":18446744073709551615}`,
	} {
		var it Item
		err := json.Unmarshal([]byte(text), &it)
		var syntax *json.SyntaxError
		var typ *json.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			fmt.Println(text, "syntax", syntax.Offset, err)
		case errors.As(err, &typ):
			fmt.Println(text, "type", typ.Value, typ.Type, typ.Offset, typ.Struct, typ.Field, err)
		default:
			fmt.Println(text, err, it.Name, it.ID)
		}
	}
	dec := json.NewDecoder(strings.NewReader(`{"a":1,"b":[1,2,{"c":null}]} {"a":2} [3]`))
	dec.UseNumber()
	for dec.More() {
		tok, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v %d; ", tok, tok, dec.InputOffset())
	}
	fmt.Println()
	strict := json.NewDecoder(strings.NewReader(`{"ID":1,"Unknown":2}`))
	strict.DisallowUnknownFields()
	var base Base
	fmt.Println(strict.Decode(&base), base.ID)
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent(">", "\t")
	fmt.Println(enc.Encode(map[string]any{"html": "<&>", "list": []int{}, "empty": map[string]int{}, "nil": nil}), buf.String())
	for _, bad := range []any{make(chan int), func() {}, math.NaN(), math.Inf(1), map[bool]int{true: 1}, struct{ C chan int }{}, complex(1, 2)} {
		_, err := json.Marshal(bad)
		fmt.Printf("%T %v\n", err, err)
	}
	type node struct{ Next *node }
	loop := &node{}
	loop.Next = loop
	_, err = json.Marshal(loop)
	fmt.Println(err)
	var anyv any
	fmt.Println(json.Unmarshal([]byte(`{"b":[1,"x",{"c":true}],"a":1e3}`), &anyv), anyv)
	fmt.Println(json.Unmarshal([]byte(`1`), nil), json.Unmarshal([]byte(`1`), base))
	fmt.Println(json.Valid([]byte(`{"a":[}`)), json.Valid([]byte(` [1] `)))
	var out bytes.Buffer
	json.HTMLEscape(&out, []byte(`"<script>&"`))
	fmt.Println(out.String(), json.Compact(&out, []byte(`{ "a" : 1 }`)), out.String())
}
