// run

// What is read early in a program goes another way than what is read later: nobody can tell, whatever the text.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type Point struct {
	X, Y int
	Next *Point `json:"next"`
}

type Record struct {
	ID    int64            `json:"id"`
	Small int8             `json:"small"`
	Count uint             `json:"count"`
	Big   uint64           `json:"big"`
	Price float64          `json:"price"`
	Name  string           `json:"name"`
	Tags  []string         `json:"tags"`
	Bits  []bool           `json:"bits"`
	At    map[string]Point `json:"at"`
	Via   *Point           `json:"via"`
	Any   any              `json:"any"`
}

var texts = []string{
	`{"id":1,"small":-5,"count":7,"big":18446744073709551615,"price":1.5,"name":"a","tags":["x","y"],"bits":[true,false,true]}`,
	`{"id":9007199254740993,"price":1e2}`,
	`{"id":1.0}`, `{"id":1e2}`, `{"id":-0,"count":-0}`, `{"price":-0.0}`, `{"price":1e400}`, `{"unknown":1e400}`, `{"any":1e400}`,
	`{"id":1.000000000000000000001}`, `{"small":128}`, `{"count":-1}`,
	`{"id":1,"id":null}`, `{"id":1,"price":"x","id":2}`, `{"id":1,"ID":2,"Id":3}`, `{"name" : "b" , "id":1, "id":2}`,
	`{"at":{"a":{"X":1},"a":{"Y":2}},"at":{"b":{"X":3}}}`, `{"via":{"X":1},"via":{"Y":2}}`, `{"via":{"X":1,"next":{"next":{"Y":4}}},"via":null}`,
	`{"any":{"b":[1,"1.0",{"c":null}],"a":true,"10":1,"9":2,"__proto__":3,"toString":4}}`,
	`{"constructor":1,"toString":{"id":3},"__proto__":{"id":4},"name":"c"}`,
	`{"name":"a:b","tags":["\":","\\\":","http://x/"]}`,
	`{"name":"\u0041\u00e9\ud83d\ude00\ud800\u2028","tags":["é","` + "\xff" + `","\n"]}`,
	`{"name":1}`, `{"tags":{"a":1}}`, `{"at":[1]}`, `{"via":[]}`, `{"id":"1"}`, `{"bits":[1]}`, `[1]`, `null`, `1`, `"x"`,
	`{"id":1`, `{"id":1}}`, `{"id":01}`, `{"id":+1}`, `{id:1}`, "{\"name\":\"a\tb\"}", ``, ` `,
}

func show(err error, values ...any) {
	text, failure := json.Marshal(values)
	fmt.Printf("  %s %v %v\n", text, failure, err)
}

func readAll() {
	for _, text := range texts {
		fmt.Printf("%.60q\n", text)
		var fresh *Record
		err := json.Unmarshal([]byte(text), &fresh)
		show(err, fresh)

		kept := map[string]Point{"kept": {X: 1}}
		there := Record{ID: 8, Name: "there", At: kept, Via: &Point{X: 2, Y: 3}}
		err = json.Unmarshal([]byte(text), &there)
		show(err, there, len(kept), cap(there.Tags), cap(there.Bits))

		var dynamic any
		err = json.Unmarshal([]byte(text), &dynamic)
		show(err, dynamic)

		list := []Record{}
		err = json.Unmarshal([]byte("["+text+","+text+"]"), &list)
		show(err, list, cap(list))
	}
}

func main() {
	readAll()
	var much []Point
	text := []byte("[" + strings.Repeat(`{"X":1,"Y":2,"next":{"X":3}},`, 30000) + "{}]")
	for range 7 {
		if err := json.Unmarshal(text, &much); err != nil || len(much) != 30001 || much[7].Next.X != 3 {
			fmt.Println(err, len(much))
		}
		much = nil
	}
	fmt.Println("late")
	readAll()
}
