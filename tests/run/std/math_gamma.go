// Gamma and the error functions to the last digit.
package main

import (
	"fmt"
	"math"
)

func main() {
	for i := range 600 {
		x := float64(i)*0.0917 - 20
		l, s := math.Lgamma(x)
		fmt.Println(x, math.Gamma(x), l, s, math.Erf(x/5), math.Erfc(x/5))
	}
	for _, x := range []float64{0, math.Copysign(0, -1), 1, 2, 3, -1, -2.5, 33.5, 100, 143.5, 170.6, 171.7, 172, 200.5, -33.5, -100.5, -180.5, 1e-10, -1e-10, 1e-30, -1e-30, 1e300, math.Inf(1), math.Inf(-1), math.NaN(), 0.73, 1.7, 1.4616, 7.99, 8, 27, 28.5, 6.1, -6.1, 0.5, 5, 10} {
		l, s := math.Lgamma(x)
		fmt.Println(x, math.Gamma(x), l, s, math.Erf(x), math.Erfc(x))
	}
}
