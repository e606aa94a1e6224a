package main

import (
	"encoding/json"
	"fmt"
)

func main() {
	for _, text := range []string{"9007199254740991.4", "4503599627370497.1", "1000000000000001.01", "123456789012345.0625", "0.00000000000000000001", "12.00000000000000001", "9007199254740991", "-9007199254740992.2", "1.5"} {
		var n int
		err := json.Unmarshal([]byte(text), &n)
		fmt.Println(n, err)
		var s struct {
			A int
			B float64
		}
		err = json.Unmarshal([]byte(`{"A": `+text+`, "B": `+text+`}`), &s)
		fmt.Println(s, err)
		var l []uint32
		err = json.Unmarshal([]byte(`[1, `+text+`]`), &l)
		fmt.Println(l, err)
	}
}
