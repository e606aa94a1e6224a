package main

import (
	"encoding/json"
	"fmt"
	"os"
)

type address struct {
	Street string `json:"street"`
	Zip    *int   `json:"zip,omitempty"`
}
type person struct {
	Name    string            `json:"name"`
	Age     int               `json:"age"`
	Emails  []string          `json:"emails"`
	Addr    *address          `json:"addr,omitempty"`
	Extra   map[string]any    `json:"extra"`
	Skip    string            `json:"-"`
	private int
}

func main() {
	zip := 1234
	p := person{"Ann \"A\" <x>", 30, []string{"a@b"}, &address{"S", &zip}, map[string]any{"k": 1.5, "a": nil}, "no", 1}
	b, err := json.Marshal(p)
	fmt.Println(string(b), err)
	var q person
	err = json.Unmarshal(b, &q)
	fmt.Println(q.Name, q.Age, q.Emails, q.Addr.Street, *q.Addr.Zip, q.Extra, err)
	var v any
	err = json.Unmarshal([]byte(`{"a":[1,2,{"b":null}],"c":"\u00e9","d":true}`), &v)
	fmt.Println(v, err)
	err = json.Unmarshal([]byte(`{"name": 5}`), &q)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{bad`), &q)
	fmt.Println(err)
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", "  ")
	fmt.Println(enc.Encode(map[string]int{"b": 2, "a": 1}))
}
