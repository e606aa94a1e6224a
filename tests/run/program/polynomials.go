package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

type poly []float64

func (p poly) at(x float64) (y float64) {
	for i := len(p) - 1; i >= 0; i-- {
		y = y*x + p[i]
	}
	return
}

func (p poly) derive() poly {
	d := make(poly, 0, len(p))
	for i, c := range p[1:] {
		d = append(d, c*float64(i+1))
	}
	return d
}

func newton(p poly, x float64) float64 {
	d := p.derive()
	for range 50 {
		next := x - p.at(x)/d.at(x)
		if math.Abs(next-x) < 1e-12 {
			return next
		}
		x = next
	}
	return x
}

func roots(a, b, c float64) (complex128, complex128) {
	d := cmplx.Sqrt(complex(b*b-4*a*c, 0))
	return (-complex(b, 0) + d) / complex(2*a, 0), (-complex(b, 0) - d) / complex(2*a, 0)
}

func main() {
	p := poly{-2, 0, 1}
	fmt.Printf("%.10f %v %v\n", newton(p, 1), p.derive(), p.at(3))
	fmt.Println(roots(1, 2, 5))
	fmt.Println(roots(1, -3, 2))
}
