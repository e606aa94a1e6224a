// Package several is the front of two others.
package several

import "example.com/several/geometry"

// Origin is where it begins.
func Origin() geometry.Point { return geometry.Point{} }

// Name is this package's.
const Name = "several"

var started = false

func init() { started = true }

// Started tells whether init was called.
func Started() bool { return started }
