// run

// Reflection copies structs: a slice in the copy stays as it was.
package main

import (
	"fmt"
	"reflect"
)

type stack struct {
	items []int
	Name  string
}
type other stack

func (s *stack) push(v int) { s.items = append(s.items, v) }
func (s *stack) pop()       { s.items = s.items[:len(s.items)-1] }

func main() {
	s := &stack{Name: "s"}
	for i := 0; i < 3; i++ {
		s.push(i)
	}
	v := reflect.ValueOf(s).Elem()
	copied := v.Interface().(stack)
	t := &stack{}
	reflect.ValueOf(t).Elem().Set(v)
	field := v.Field(0)
	conv := v.Convert(reflect.TypeOf(other{})).Interface().(other)
	s.push(3)
	t.push(9)
	s.pop()
	s.pop()
	s.push(7)
	fmt.Println(s.items, t.items, copied.items, conv.items, field.Len())
	f := func(s stack) int { return len(s.items) }
	out := reflect.ValueOf(f).Call([]reflect.Value{v})
	fmt.Println(out[0])
	m := reflect.MakeMap(reflect.TypeOf(map[string]stack{}))
	m.SetMapIndex(reflect.ValueOf("k"), v)
	s.pop()
	fmt.Println(m.Interface(), s.items)
	arr := reflect.New(reflect.TypeOf([2]stack{})).Elem()
	arr.Index(0).Set(v)
	s.pop()
	s.push(50)
	fmt.Println(arr.Interface(), s.items)
}
