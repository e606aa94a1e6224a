// run

// Reflection makes values of types that only the signatures of methods name.
package main

import (
	"fmt"
	"reflect"
)

type reply struct {
	text  string
	Count int
}

type request struct{ Names []*name }

type name struct{ First string }

type service struct{}

func (*service) Answer(asked *request, answer *reply) error {
	*answer = reply{text: asked.Names[0].First, Count: len(asked.Names)}
	return nil
}

func main() {
	method := reflect.TypeOf(new(service)).Method(0)
	asked, answer := reflect.New(method.Type.In(1).Elem()), reflect.New(method.Type.In(2).Elem())
	names := asked.Elem().Field(0)
	one := reflect.New(names.Type().Elem().Elem())
	one.Elem().Field(0).SetString("Ada")
	names.Set(reflect.Append(names, one))
	out := method.Func.Call([]reflect.Value{reflect.ValueOf(new(service)), asked, answer})
	fmt.Println(out[0].IsNil(), answer.Elem().Field(1))
	fmt.Printf("%T %+v %T %+v\n", answer.Interface(), answer.Interface(), asked.Interface(), one.Interface())
}
