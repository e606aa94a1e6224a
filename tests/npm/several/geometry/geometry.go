// Package geometry has points.
package geometry

import "errors"

// ErrFar says that a point is too far.
var ErrFar = errors.New("too far")

// A Point is a place.
type Point struct{ X, Y float64 }

// Move moves a point.
func Move(p Point, dx float64) (Point, error) {
	if dx > 100 {
		return p, ErrFar
	}
	p.X += dx
	return p, nil
}

// Name is this package's.
const Name = "geometry"
