package rand

import "math"

// A Zipf draws integers that are less likely the greater they are, by rejection-inversion (Hörmann, Derflinger).
type Zipf struct {
	r          *Rand
	max        float64
	v, q       float64
	oneMinusQ  float64
	inverse    float64 // 1 / oneMinusQ
	hMax       float64
	hRange     float64 // from h at the start to hMax
	acceptance float64
}

// NewZipf returns a Zipf for integers k up to imax, with a probability proportional to (v + k)^−s. s must be greater
// than 1 and v at least 1, else it is nil.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, max: float64(imax), v: v, q: s, oneMinusQ: 1 - s}
	z.inverse = 1 / z.oneMinusQ
	z.hMax = z.h(z.max + 0.5)
	z.hRange = z.h(0.5) - math.Exp(math.Log(v)*-s) - z.hMax
	z.acceptance = 1 - z.hInverse(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) h(x float64) float64 {
	return math.Exp(z.oneMinusQ*math.Log(z.v+x)) * z.inverse
}

func (z *Zipf) hInverse(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.oneMinusQ*x)) - z.v
}

// Uint64 draws an integer.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.hMax + z.r.Float64()*z.hRange
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.acceptance || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
