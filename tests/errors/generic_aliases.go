// A generic alias needs its type arguments, and its instances have no methods of their own.
package main

type plain struct{}

type instance[P any] = plain
type pointer = *instance[int]

type callback[P any] = func()
type same[P any] = callback[P]

var _ = callback(nil) // ERROR "cannot use generic type callback without instantiation"
var _ = same(nil)     // ERROR "cannot use generic type same without instantiation"
var _ same            // ERROR "cannot use generic type same[P any] without instantiation"
var _ = same[int](nil)

func (pointer) lost()          {} // ERROR "cannot define new methods on instantiated type instance[int]"
func (*pointer) lost2()        {} // ERROR "cannot define new methods on instantiated type instance[int]"
func (instance[P]) generic()   {} // ERROR "cannot define new methods on generic alias type instance[P any]"

type union interface{ int | string }

func (union) method() {} // ERROR "cannot use type union outside a type constraint" // ERROR "invalid receiver type union (pointer or interface type)"

func main() {}
