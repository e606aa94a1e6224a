// Interfaces, generics and sorting: areas of shapes.
package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Shape is anything with an area.
type Shape interface {
	Area() float64
}

// Circle has a radius.
type Circle struct{ Radius float64 }

// Rect has two sides.
type Rect struct{ Width, Height float64 }

// Area returns πr².
func (c Circle) Area() float64 { return math.Pi * c.Radius * c.Radius }

// Area returns width × height.
func (r Rect) Area() float64 { return r.Width * r.Height }

func (r Rect) String() string { return fmt.Sprintf("%gx%g", r.Width, r.Height) }

// SortBy sorts xs by the key that f computes.
func SortBy[T any, K cmp.Ordered](xs []T, f func(T) K) {
	slices.SortFunc(xs, func(a, b T) int { return cmp.Compare(f(a), f(b)) })
}

func main() {
	shapes := []Shape{Rect{3, 4}, Circle{1}, Rect{1, 1}, &Circle{0.5}}
	SortBy(shapes, Shape.Area)
	for _, s := range shapes {
		fmt.Printf("%-14v %6.3f\n", s, s.Area())
	}
}
