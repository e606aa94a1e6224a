// run

// Pointers that reflection makes to fields whose structs have no name tell their types, and reflect's values of any
// kind serve as keys of maps.
package main

import (
	"fmt"
	"reflect"
)

type options struct {
	Group struct{ A, B int } `group:"one"`
	Args  struct {
		ID   int
		Rest []string
	}
	Nested struct {
		Inner struct{ Name string }
	}
}

func show(pointer any) {
	v := reflect.ValueOf(pointer)
	fmt.Println(v.Type(), v.Kind(), v.Elem().NumField())
	for i := range v.Elem().NumField() {
		field := v.Elem().Field(i)
		switch field.Kind() {
		case reflect.Struct:
			show(field.Addr().Interface())
		case reflect.Int:
			*field.Addr().Interface().(*int) = 10 + i
		}
	}
}

func keys(m any) {
	v := reflect.ValueOf(m)
	unused := map[reflect.Value]struct{}{}
	for _, key := range v.MapKeys() {
		unused[key] = struct{}{}
	}
	fmt.Println(len(unused), len(unused) == v.Len())
	for key := range unused {
		if !v.MapIndex(key).IsValid() {
			fmt.Println("lost", key)
		}
		delete(unused, key)
	}
	fmt.Println(len(unused))
}

func main() {
	var o options
	show(&o)
	fmt.Println(o)

	keys(map[any]any{"foo": 1, 2: "bar", 2.5: nil, true: 3, [2]int{1, 2}: 4})
	keys(map[string]int{"a": 1, "b": 2})
	keys(map[int64]bool{1: true, 2: false, 1 << 60: true})
}
