// Package zipf draws integers that are less likely the greater they are.
package zipf

import "math"

// A Distribution has probabilities proportional to (shift + k)^−exponent for k from 0 to last. It draws by
// rejection-inversion (Hörmann and Derflinger, 1996): a point under the integral of that function, whose inverse is
// known, gives k, unless it lies outside of the bar of k.
type Distribution struct {
	uniform          func() float64 // gives numbers in [0, 1)
	shift, exponent  float64
	rise, reciprocal float64 // 1 − exponent, and 1 / rise
	start, span      float64 // the integral at the end, and what to add to be at the beginning
	sure             float64 // so far from the left of its bar, a point is inside
}

// New returns a Distribution, nil unless exponent is greater than 1 and shift at least 1.
func New(uniform func() float64, exponent, shift float64, last uint64) *Distribution {
	if exponent <= 1 || shift < 1 {
		return nil
	}
	d := &Distribution{uniform: uniform, shift: shift, exponent: exponent, rise: 1 - exponent}
	d.reciprocal = 1 / d.rise
	d.start = d.integral(float64(last) + 0.5)
	d.span = d.integral(0.5) - d.height(0) - d.start
	d.sure = 1 - d.place(d.integral(1.5)-d.height(1))
	return d
}

// height is the function itself.
func (d *Distribution) height(k float64) float64 {
	return math.Exp(-math.Log(k+d.shift) * d.exponent)
}

// integral is an antiderivative of height.
func (d *Distribution) integral(x float64) float64 {
	return math.Exp(d.rise*math.Log(d.shift+x)) * d.reciprocal
}

// place is the inverse of integral.
func (d *Distribution) place(area float64) float64 {
	return math.Exp(d.reciprocal*math.Log(d.rise*area)) - d.shift
}

// Draw returns an integer.
func (d *Distribution) Draw() uint64 {
	for {
		area := d.start + d.uniform()*d.span
		x := d.place(area)
		k := math.Floor(x + 0.5)
		if k-x <= d.sure || area >= d.integral(k+0.5)-d.height(k) {
			return uint64(k)
		}
	}
}
