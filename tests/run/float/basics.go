// Floating-point arithmetic, rounding to float32, NaN and signed zero.
package main

import (
	"fmt"
	"math"
)

func main() {
	var f float32 = 0.1
	sum := f
	for range 9 {
		sum += f
	}
	fmt.Println(sum, f*3, f/3, float64(f))
	nan := math.NaN()
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, math.IsNaN(nan))
	z := 0.0
	nz := -z
	nz = math.Copysign(0, -1)
	fmt.Println(z == nz, 1/nz, math.Signbit(nz), -z)
	fmt.Println(math.Inf(1), math.Inf(-1), math.MaxFloat64, math.SmallestNonzeroFloat64)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(-2.5), math.Mod(7, -3))
	fmt.Println(1e20, 1e21, 1e-7, 123456789.0, 100000000000000000000000.0, float32(1e10))
	i := -0
	fmt.Println(float64(i), 0*-1)
}
