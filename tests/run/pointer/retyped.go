// run

// A pointer converted to one of another struct type has that type's methods and refers to the same variable.
package main

import (
	"encoding/json"
	"fmt"
)

type temperature struct {
	Celsius float64
	Tags    []string
	inner   struct{ n int }
}

func (t *temperature) MarshalJSON() ([]byte, error) {
	type alias temperature
	return json.Marshal(&struct {
		*alias
		Fahrenheit float64
	}{(*alias)(t), t.Celsius*9/5 + 32})
}

func (t *temperature) UnmarshalJSON(data []byte) error {
	type alias temperature
	return json.Unmarshal(data, (*alias)(t))
}

func (t *temperature) String() string { return "a temperature" }

type other temperature

func (o *other) String() string { return "another" }

func main() {
	t := &temperature{Celsius: 20, Tags: []string{"x"}}
	data, err := json.Marshal(t)
	fmt.Println(string(data), err)
	fmt.Println(json.Unmarshal([]byte(`{"Celsius": 5}`), t), t.Celsius)

	o := (*other)(t)
	o.Celsius = 7
	o.inner.n = 3
	fmt.Println(t, o, t.Celsius, t.inner.n)
	fmt.Println((*temperature)(o) == t, (*other)(t) == o, &o.Celsius == &t.Celsius)
	*o = other{Celsius: 9}
	fmt.Println(t.Celsius, t.Tags == nil)
	var i any = o
	_, isOther := i.(*other)
	_, isTemperature := i.(*temperature)
	fmt.Println(isOther, isTemperature)
	var none *temperature
	fmt.Println((*other)(none) == nil)
}
