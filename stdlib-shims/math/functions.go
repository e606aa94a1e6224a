package math

// Sqrt returns the square root of x.
//
//js:native sqrt
func Sqrt(x float64) float64

// Cbrt returns the cube root of x.
//
//js:native cbrt
func Cbrt(x float64) float64

// Floor returns the greatest whole number ≤ x.
//
//js:native floor
func Floor(x float64) float64

// Ceil returns the least whole number ≥ x.
//
//js:native ceil
func Ceil(x float64) float64

// Trunc returns x without its fraction.
//
//js:native trunc
func Trunc(x float64) float64

// Sin returns the sine of x.
//
//js:native sin
func Sin(x float64) float64

// Cos returns the cosine of x.
//
//js:native cos
func Cos(x float64) float64

// Tan returns the tangent of x.
//
//js:native tan
func Tan(x float64) float64

// Asin returns the arcsine of x.
//
//js:native asin
func Asin(x float64) float64

// Acos returns the arccosine of x.
//
//js:native acos
func Acos(x float64) float64

// Atan returns the arctangent of x.
//
//js:native atan
func Atan(x float64) float64

// Sinh returns the hyperbolic sine of x.
//
//js:native sinh
func Sinh(x float64) float64

// Cosh returns the hyperbolic cosine of x.
//
//js:native cosh
func Cosh(x float64) float64

// Tanh returns the hyperbolic tangent of x.
//
//js:native tanh
func Tanh(x float64) float64

// Asinh returns the inverse hyperbolic sine of x.
//
//js:native asinh
func Asinh(x float64) float64

// Acosh returns the inverse hyperbolic cosine of x.
//
//js:native acosh
func Acosh(x float64) float64

// Atanh returns the inverse hyperbolic tangent of x.
//
//js:native atanh
func Atanh(x float64) float64

// Exp returns e to the power of x.
//
//js:native exp
func Exp(x float64) float64

// Expm1 returns e to the power of x, minus 1.
//
//js:native expm1
func Expm1(x float64) float64

// Log returns the natural logarithm of x.
//
//js:native log
func Log(x float64) float64

// Log10 returns the decimal logarithm of x.
//
//js:native log10
func Log10(x float64) float64

// Log1p returns the natural logarithm of 1 + x.
//
//js:native log1p
func Log1p(x float64) float64

// Log2 returns the binary logarithm of x.
//
//js:native log2
func Log2(x float64) float64

// Exp2 returns 2 to the power of x.
//
//js:native exp2
func Exp2(x float64) float64

// Round returns x rounded to a whole number, halves away from zero.
//
//js:native round
func Round(x float64) float64

// RoundToEven returns x rounded to a whole number, halves to even.
//
//js:native roundToEven
func RoundToEven(x float64) float64

// Logb returns the binary exponent of x.
//
//js:native logb
func Logb(x float64) float64

// Abs returns x without its sign.
//
//js:native abs
func Abs(x float64) float64
