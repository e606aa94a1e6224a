package main

import (
	"fmt"
	"strings"
	"time"
)

var a strings.ToUpper // ERROR "strings.ToUpper (value of type func(s string) string) is not a type"

var b []time.Second // ERROR "time.Second (constant 1000000000 of int64 type time.Duration) is not a type"

type c struct {
	strings.ToLower // ERROR "strings.ToLower (value of type func(s string) string) is not a type"
}

// Functions are described by the names of their own parameters, and calls by those of the results.

func named(n int) (count int, err error) { return }

func unnamed(int) (int, error) { return 0, nil }

func main() {
	var _ error = strings.ToUpper // ERROR "cannot use strings.ToUpper (value of type func(s string) string) as error value"
	var _ error = named           // ERROR "cannot use named (value of type func(n int) (count int, err error)) as error value"
	var _ error = unnamed         // ERROR "cannot use unnamed (value of type func(int) (int, error)) as error value"
	_ = 1 + fmt.Println()         // ERROR "multiple-value fmt.Println() (value of type (n int, err error)) in single-value context"
	_ = 1 + unnamed(1)            // ERROR "multiple-value unnamed(1) (value of type (int, error)) in single-value context"
	_ = strings.ToUpper.x         // ERROR "strings.ToUpper.x undefined (type func(s string) string has no field or method x)"
	switch {
	default:
	default: // ERROR "multiple defaults (first at"
	}
	_, _ = a, b
}
