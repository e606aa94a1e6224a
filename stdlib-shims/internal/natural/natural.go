// Package natural computes with vectors of words, the lowest first, through JavaScript's own integers. Results have no
// leading zeros.
//
// Go wants bodies of generic functions; the natives take their place.
package natural

// Product returns x*y.
//
//js:native product
func Product[V ~[]W, W ~uint](x, y V) (z V) { return }

// Quotient returns x/y and x%y.
//
//js:native quotient
func Quotient[V ~[]W, W ~uint](x, y V) (q, r V) { return }

// Power returns x**y, modulo m if that is not empty.
//
//js:native power
func Power[V ~[]W, W ~uint](x, y, m V) (z V) { return }

// GCD returns the greatest common divisor of x and m, and a number below m whose product with x is that, modulo m.
//
//js:native gcd
func GCD[V ~[]W, W ~uint](x, m V) (divisor, factor V) { return }

// Divisor returns the greatest common divisor of x and y.
//
//js:native divisor
func Divisor[V ~[]W, W ~uint](x, y V) (divisor V) { return }

// Bezout returns the greatest common divisor of x and y, and the factor of x that Euclid's algorithm finds for it.
//
//js:native bezout
func Bezout[V ~[]W, W ~uint](x, y V) (divisor, factor V, isNegative bool) { return }

// PassesMillerRabin reports whether odd n passes as many rounds of the Miller-Rabin test, the last of them with base 2
// if endsWithTwo.
//
//js:native passesMillerRabin
func PassesMillerRabin[V ~[]W, W ~uint](n V, rounds int, endsWithTwo bool) (passes bool) { return }

// Text returns the digits of x.
//
//js:native text
func Text[V ~[]W, W ~uint](x V, base int) (digits string) { return }
