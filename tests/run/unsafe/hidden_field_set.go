// run

// Fields that are not exported, set through addresses that reflection gives.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type counter struct {
	name  string
	count int
}

func main() {
	c := &counter{"c", 1}
	field := reflect.ValueOf(c).Elem().FieldByName("count")
	reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().SetInt(1<<53 - 1)
	c.count++
	c.count++
	fmt.Println(c.count)
}
