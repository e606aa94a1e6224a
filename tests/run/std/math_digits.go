// Elementary functions to the last digit.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, x := range []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, 1e-300, 1e300, -1e300, 710, -710, -740, -745.2, -750, 709.7, 1e6, 1e9, -1e10, math.Inf(1), math.Inf(-1), math.NaN(), 0.7, 0.66, 2.5, 1023.5, 1024, -1074, -1073.5, -1080, math.Pi, math.Pi / 4, 44.1} {
		fmt.Println(x, math.Exp(x), math.Exp2(x), math.Log2(x), math.Log10(x), math.Sinh(x), math.Cosh(x), math.Tanh(x), math.Asin(x), math.Acos(x), math.Atan(x), math.Cbrt(x), math.Acosh(x), math.Asinh(x), math.Atanh(x))
		if !(math.Abs(x) >= 1<<29) {
			fmt.Println(math.Sin(x), math.Cos(x), math.Tan(x))
		}
		for _, y := range []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, 3, -3, 1e300, -1e300, math.Inf(1), math.Inf(-1), math.NaN(), 1.5, 100.25} {
			fmt.Print(math.Pow(x, y), math.Atan2(x, y), " ")
		}
		fmt.Println()
	}
	for i := range 400 {
		x := float64(i)*0.0837 - 20
		fmt.Println(x, math.Exp(x), math.Log(float64(i)*0.731+1e-3), math.Sin(x), math.Cos(x), math.Tan(x), math.Pow(float64(i), 2.5), math.Pow(1.1, x))
	}
	fmt.Println(math.Exp(0.5 * math.Log(2)))
	h := 0.0
	for i := range 20000 {
		x := float64(i)*0.037 - 300
		h += math.Exp(x/10) + math.Pow(1.0001, x) + math.Pow(float64(i), 1.7) + math.Sin(x)*math.Cos(x) + math.Tanh(x/100)
	}
	fmt.Println(h)
}
