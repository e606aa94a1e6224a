// Package ziggurat draws from the normal and the exponential distribution for math/rand and math/rand/v2, by
// Marsaglia and Tsang's method: the area under the density is cut into strips of the same size.
package ziggurat

import "math"

const (
	normalStart      = 3.442619855899      // where the tail of the normal distribution begins
	exponentialStart = 7.69711747013104972 // where that of the exponential one begins
)

// A table has for each strip the numbers below which a draw lies within the density for sure, the width of a unit,
// and the density at its end.
type table struct {
	limit   []uint32
	width   []float32
	density []float32
}

var normal, exponential *table

//js:native normalTable
func normalTable() (limit []uint32, width, density []float32)

//js:native exponentialTable
func exponentialTable() (limit []uint32, width, density []float32)

// Normal draws from the standard normal distribution. bits gives a number and which of 128 strips it is for.
func Normal(bits func() (j int32, strip uint32), uniform func() float64) float64 {
	if normal == nil {
		limit, width, density := normalTable()
		normal = &table{limit, width, density}
	}
	for {
		j, i := bits()
		x := float64(j) * float64(normal.width[i])
		if magnitude(j) < normal.limit[i] {
			return x
		}
		if i == 0 {
			return tail(j > 0, uniform)
		}
		if normal.isBelow(i, uniform(), math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// tail draws from the part of the normal distribution that no strip covers.
func tail(isPositive bool, uniform func() float64) float64 {
	for {
		x := -math.Log(uniform()) * (1.0 / normalStart)
		y := -math.Log(uniform())
		if y+y >= x*x {
			if isPositive {
				return normalStart + x
			}
			return -normalStart - x
		}
	}
}

// Exponential draws from the exponential distribution of rate 1. bits gives a number and which of 256 strips it is for.
func Exponential(bits func() (j, strip uint32), uniform func() float64) float64 {
	if exponential == nil {
		limit, width, density := exponentialTable()
		exponential = &table{limit, width, density}
	}
	for {
		j, i := bits()
		x := float64(j) * float64(exponential.width[i])
		if j < exponential.limit[i] {
			return x
		}
		if i == 0 {
			return exponentialStart - math.Log(uniform())
		}
		if exponential.isBelow(i, uniform(), math.Exp(-x)) {
			return x
		}
	}
}

// isBelow tells whether a place in a strip, f of the way down, is under the density there.
func (t *table) isBelow(strip uint32, f, density float64) bool {
	return t.density[strip]+float32(f)*(t.density[strip-1]-t.density[strip]) < float32(density)
}

func magnitude(j int32) uint32 {
	if j < 0 {
		return uint32(-j)
	}
	return uint32(j)
}

// NormalParameters returns what Normal goes by.
func NormalParameters() (start float64, limit []uint32, width, density []float32) {
	limit, width, density = normalTable()
	return normalStart, limit, width, density
}

// ExponentialParameters returns what Exponential goes by.
func ExponentialParameters() (start float64, limit []uint32, width, density []float32) {
	limit, width, density = exponentialTable()
	return exponentialStart, limit, width, density
}
