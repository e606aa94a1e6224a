// Package math has constants and functions.
package math

const (
	E   = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi  = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi = 1.61803398874989484820458683436563811772030917980576286213544862

	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038

	Ln2    = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E  = 1 / Ln2
	Ln10   = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E = 1 / Ln10
)

const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

// Inf returns an infinity with the sign of sign.
func Inf(sign int) float64 {
	if sign >= 0 {
		return infinity()
	}
	return -infinity()
}

// NaN returns not-a-number.
//
//js:native nan
func NaN() float64

//js:native infinity
func infinity() float64

// IsNaN tells whether f is not a number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf tells whether f is an infinity: a positive one for sign > 0, a negative one for sign < 0, any for 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit tells whether x is negative or −0.
//
//js:native signbit
func Signbit(x float64) bool

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64 {
	if Signbit(f) != Signbit(sign) {
		return -f
	}
	return f
}

// Max returns the larger of x and y. An infinity beats NaN.
func Max(x, y float64) float64 {
	if IsInf(x, 1) || IsInf(y, 1) {
		return infinity()
	}
	return max(x, y)
}

// Min returns the smaller of x and y. An infinity beats NaN.
func Min(x, y float64) float64 {
	if IsInf(x, -1) || IsInf(y, -1) {
		return -infinity()
	}
	return min(x, y)
}

// Dim returns x − y or 0, whichever is larger.
func Dim(x, y float64) float64 {
	v := x - y
	if v <= 0 {
		return 0
	}
	return v
}

// Mod returns the remainder of x / y with the sign of x.
//
//js:native mod
func Mod(x, y float64) float64

// Remainder returns x − n·y, n being the whole number nearest to x / y.
//
//js:native remainder
func Remainder(x, y float64) float64

// Modf returns whole part and fraction of f, both with its sign.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return integer, Copysign(f-integer, f)
}

// Frexp returns frac in [½, 1) and exp such that f = frac × 2**exp.
//
//js:native frexp
func Frexp(f float64) (frac float64, exp int)

// Ldexp returns frac × 2**exp.
//
//js:native ldexp
func Ldexp(frac float64, exp int) float64

// Ilogb returns the binary exponent of x as an integer.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case IsNaN(x), IsInf(x, 0):
		return MaxInt32
	}
	_, exp := Frexp(x)
	return exp - 1
}

// Pow returns x to the power of y.
//
//js:native pow
func Pow(x, y float64) float64

// Pow10 returns 10 to the power of n.
//
//js:native pow10
func Pow10(n int) float64

// Hypot returns the square root of p² + q².
//
//js:native hypot
func Hypot(p, q float64) float64

// Atan2 returns the angle of the point (x, y).
//
//js:native atan2
func Atan2(y, x float64) float64

// Sincos returns sine and cosine of x.
func Sincos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }

// FMA returns x·y + z, rounded once.
//
//js:native fma
func FMA(x, y, z float64) float64

// Nextafter returns the next number after x in the direction of y.
//
//js:native nextafter
func Nextafter(x, y float64) (r float64)

// Nextafter32 is Nextafter for float32.
//
//js:native nextafter32
func Nextafter32(x, y float32) (r float32)

// Float64bits returns the bits of f.
//
//js:native float64bits
func Float64bits(f float64) uint64

// Float64frombits returns the number with these bits.
//
//js:native float64frombits
func Float64frombits(b uint64) float64

// Float32bits returns the bits of f.
//
//js:native float32bits
func Float32bits(f float32) uint32

// Float32frombits returns the number with these bits.
//
//js:native float32frombits
func Float32frombits(b uint32) float32
