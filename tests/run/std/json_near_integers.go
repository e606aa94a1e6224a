package main

import (
	"encoding/json"
	"fmt"
)

type all struct {
	A int
	B []int64
	C map[string]uint32
	D *uint64
	E float64
}

// Numbers that are rounded to integers are no integers, wherever they are in a text.
func main() {
	numbers := []string{
		"0.99999999999999999999", "4.99999999999999999999999", "-3.9999999999999999999", "2147483647.99999999999999", "2147483647.0000000000001", "2147483648.0000000001",
		"4294967295.99999999999", "1e0", "15E-1", "20e-1", "7.0", "7.000", "7.0001", "7.9999", "0.0", "-0", "-0.0", "0e5", "1.05", "99.9", "100000000000000.007", "12345678901",
		"0." + "0000000000000000000000000000000000000000000000000000000000000000000001",
	}
	for _, n := range numbers {
		for _, text := range []string{`{"A":` + n + `}`, `{"B":[1,` + n + `]}`, `{"C":{"x":` + n + `}}`, `{"D":` + n + `}`, `{"E":` + n + `,"A":3,"B":[null]}`} {
			var p *all
			err := json.Unmarshal([]byte(text), &p)
			b, _ := json.Marshal(p)
			old := all{A: 5, C: map[string]uint32{"y": 6}}
			fmt.Println(text, err, string(b), json.Unmarshal([]byte(text), &old), old.A, old.B, old.C, old.E)
		}
	}
}
