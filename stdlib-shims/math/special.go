package math

// Gamma returns the Gamma function of x.
//
//js:native gamma
func Gamma(x float64) float64

// Erf returns the error function of x.
//
//js:native erf
func Erf(x float64) float64

// Erfc returns 1 − Erf(x).
//
//js:native erfc
func Erfc(x float64) float64

// Lgamma returns the natural logarithm of |Gamma(x)| and the sign of Gamma(x).
//
//js:native lgamma
func Lgamma(x float64) (lgamma float64, sign int)

// Erfinv returns the inverse of Erf.
//
//js:native erfinv
func Erfinv(x float64) float64

// Erfcinv returns the inverse of Erfc.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64 { return Jn(0, x) }

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64 { return Jn(1, x) }

// Jn returns the Bessel function of the first kind of order n.
//
//js:native jn
func Jn(n int, x float64) float64

// Y0 returns the Bessel function of the second kind of order 0.
func Y0(x float64) float64 { return Yn(0, x) }

// Y1 returns the Bessel function of the second kind of order 1.
func Y1(x float64) float64 { return Yn(1, x) }

// Yn returns the Bessel function of the second kind of order n.
//
//js:native yn
func Yn(n int, x float64) float64
