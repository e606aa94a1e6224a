// run

// Fields that reflection sets: exported ones, and others through their addresses in the programs that ask for these.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

type inner struct {
	Depth int
	depth int
}

type record struct {
	Count  int
	Scores []int
	Nested inner
	inner
	hidden  int
	cells   []int
	Pointer *inner
	Table   [2]int
}

func (r *record) grow() {
	r.Count++
	r.hidden++
	r.Depth++
	r.depth++
	r.Nested.Depth++
	for i := range r.Scores {
		r.Scores[i]++
	}
	for i := range r.cells {
		r.cells[i]++
	}
	r.Table[0]++
	if r.Pointer != nil {
		r.Pointer.Depth++
	}
}

func main() {
	r := &record{cells: make([]int, 2)}
	text := `{"Count": 9007199254740991, "Scores": [9007199254740992, 1], "Nested": {"Depth": 9007199254740993},
		"Depth": 4611686018427387904, "Pointer": {"Depth": 9223372036854775807}, "Table": [9007199254740991, 5]}`
	if err := json.Unmarshal([]byte(text), r); err != nil {
		fmt.Println(err)
	}
	r.grow()
	r.grow()
	fmt.Println(r.Count, r.Scores, r.Nested, r.inner, r.hidden, r.cells, *r.Pointer, r.Table)

	v := reflect.ValueOf(r).Elem()
	v.FieldByName("Count").SetInt(1<<62 + 1)
	v.FieldByName("Scores").Index(1).SetInt(1<<53 - 1)
	v.FieldByName("Table").Index(1).SetInt(1<<53 - 1)
	fmt.Println(v.FieldByName("hidden").CanSet(), v.FieldByName("cells").Index(0).CanSet())
	r.grow()
	r.grow()
	fmt.Println(r.Count, r.Scores, r.hidden, r.cells, r.Table)

	// The whole struct, with what it hides.
	s := record{hidden: 1<<53 - 1, cells: []int{1<<53 - 1}}
	v.Set(reflect.ValueOf(s))
	r.grow()
	r.grow()
	fmt.Println(r.hidden, r.cells)
}
