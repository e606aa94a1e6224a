package rand

import "internal/zipf"

// A Zipf draws integers that are less likely the greater they are.
type Zipf struct {
	distribution *zipf.Distribution
}

// NewZipf returns a Zipf for integers k up to imax, with a probability proportional to (v + k)^−s. s must be greater
// than 1 and v at least 1, else it is nil.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if d := zipf.New(r.Float64, s, v, imax); d != nil {
		return &Zipf{d}
	}
	return nil
}

// Uint64 draws an integer.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.distribution.Draw()
}
