package main

import (
	"fmt"
	"reflect"
)

type inner struct{ Z float64 }
type rec struct {
	Name string `json:"name" xml:"n"`
	Age  int    `json:"age,omitempty"`
	in   inner
	Tags []string
	M    map[string]int
}

func (r rec) Hello(s string) string { return "hello " + s + " from " + r.Name }
func (r *rec) Grow()                { r.Age++ }

func main() {
	r := rec{Name: "n", Age: 3, Tags: []string{"a"}, M: map[string]int{"k": 1}}
	t := reflect.TypeOf(r)
	fmt.Println(t, t.Kind(), t.NumField(), t.Name(), t.PkgPath(), t.NumMethod(), reflect.TypeOf(&r).NumMethod())
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("json"), f.IsExported())
	}
	v := reflect.ValueOf(&r).Elem()
	v.Field(1).SetInt(10)
	v.FieldByName("Name").SetString("changed")
	fmt.Println(r.Age, r.Name, v.Field(2).CanSet(), v.Field(3).Len(), v.Field(4).MapIndex(reflect.ValueOf("k")))
	out := v.MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf("x")})
	fmt.Println(out[0], len(out))
	fmt.Println(reflect.DeepEqual([]int{1, 2}, []int{1, 2}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(r, rec{}))
	s := reflect.MakeSlice(reflect.TypeOf([]int{}), 0, 2)
	s = reflect.Append(s, reflect.ValueOf(5))
	fmt.Println(s.Interface(), s.Index(0).Int(), reflect.Zero(t).Field(1))
	for _, x := range []any{1, "s", 2.5, []int{}, map[string]bool{}, &r, func(int) string { return "" }, make(chan int), nil, struct{ A int }{}, [3]int{}} {
		if x == nil {
			fmt.Println(reflect.TypeOf(x))
			continue
		}
		fmt.Println(reflect.TypeOf(x), reflect.TypeOf(x).Kind())
	}
	f := reflect.ValueOf(func(a, b int) int { return a * b })
	fmt.Println(f.Call([]reflect.Value{reflect.ValueOf(6), reflect.ValueOf(7)})[0].Int())
	e := reflect.TypeOf((*error)(nil)).Elem()
	fmt.Println(e, e.Kind(), t.Implements(e))
	n := reflect.New(reflect.TypeOf(0))
	n.Elem().SetInt(9)
	fmt.Println(*n.Interface().(*int), reflect.Indirect(n))
}
