// Package text writes points.
package text

import (
	"fmt"

	"example.com/several/geometry"
)

// Of writes a point.
func Of(p geometry.Point) string { return fmt.Sprintf("(%g, %g)", p.X, p.Y) }
