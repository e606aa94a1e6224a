package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	fmt.Println(math.Abs(-3), math.Pow(2, 10), math.Cbrt(27), math.Hypot(3, 4), math.Log(math.E), math.Log2(8), math.Log10(1000), math.Exp(0))
	fmt.Println(math.Max(1, 2), math.Min(-0.0, 0), math.MaxInt64, uint64(math.MaxUint64), math.MinInt64)
	fr, ex := math.Frexp(10)
	ip, frac := math.Modf(-3.25)
	fmt.Println(fr, ex, ip, frac, math.Ldexp(0.5, 4), math.IsInf(math.Inf(-1), -1))
	fmt.Printf("%.4f %.4f %.4f %.4f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, 2))
	fmt.Println(math.Float64bits(1.5), math.Float64frombits(0x4009_21fb_5444_2d18), math.Float32bits(-2), math.Float32frombits(0x3f800000))
	fmt.Println(bits.LeadingZeros64(1), bits.TrailingZeros32(8), bits.OnesCount(255), bits.Len(1023), bits.Reverse8(1), bits.RotateLeft32(1, 31), bits.RotateLeft64(1, -1), bits.ReverseBytes32(0x01020304))
	hi, lo := bits.Mul64(1<<63, 6)
	sum, carry := bits.Add64(1<<63, 1<<63, 1)
	q, r := bits.Div64(1, 0, 3)
	fmt.Println(hi, lo, sum, carry, q, r)
	fmt.Println(math.Round(0.5), math.RoundToEven(2.5), math.Remainder(5, 3), math.Dim(5, 3), math.Gamma(5), math.Sinh(0))
	fmt.Println(math.Floor(-0.5), math.Nextafter(1, 2), math.Copysign(3, -1), math.FMA(2, 3, 4))
}
