// Package reflectlite is the part of reflect that packages below it use.
package reflectlite

import "reflect"

type (
	Type  = reflect.Type
	Value = reflect.Value
	Kind  = reflect.Kind
)

const (
	Ptr       = reflect.Pointer
	Interface = reflect.Interface
	Slice     = reflect.Slice
	String    = reflect.String
	Struct    = reflect.Struct
)

// TypeOf returns the dynamic type of i, nil where i is nil.
func TypeOf(i any) Type { return reflect.TypeOf(i) }

// ValueOf returns the value in i.
func ValueOf(i any) Value { return reflect.ValueOf(i) }

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) { return reflect.Swapper(slice) }
