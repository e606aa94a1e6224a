package big

import "internal/natural"

// What takes long on vectors of words is left to JavaScript's own integers.

// mul returns x*y.
func (z nat) mul(stk *stack, x, y nat) nat {
	switch {
	case len(x) == 0 || len(y) == 0:
		return z[:0]
	case len(y) == 1:
		return z.mulAddWW(x, y[0], 0)
	case len(x) == 1:
		return z.mulAddWW(y, x[0], 0)
	}
	return natural.Product(x, y)
}

// sqr returns x*x.
func (z nat) sqr(stk *stack, x nat) nat { return z.mul(stk, x, x) }

// divLarge returns quotient and remainder of uIn and vIn of two words or more.
func (z nat) divLarge(stk *stack, u, uIn, vIn nat) (q, r nat) { return natural.Quotient(uIn, vIn) }

// expNN returns x**y, modulo m if that is not 0.
func (z nat) expNN(stk *stack, x, y, m nat, slow bool) nat {
	switch {
	case len(m) == 1 && m[0] == 1:
		return z[:0]
	case len(y) == 0:
		return z.setWord(1)
	case len(x) == 0:
		return z[:0]
	}
	return natural.Power(x, y, m)
}

// itoa returns x in a base, with a sign if neg and x is not 0.
func (x nat) itoa(neg bool, base int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	digits := natural.Text(x, base)
	if neg && len(x) > 0 {
		digits = "-" + digits
	}
	return []byte(digits)
}

// probablyPrimeMillerRabin reports whether odd n passes as many rounds of the Miller-Rabin test, the last of them with
// base 2 if force2.
func (n nat) probablyPrimeMillerRabin(stk *stack, reps int, force2 bool) bool {
	return natural.PassesMillerRabin(n, reps, force2)
}

// lehmerGCD sets z to the greatest common divisor of a and b, and x and y, unless they are nil, so that z = a*x + b*y.
func (z *Int) lehmerGCD(x, y, a, b *Int) *Int {
	if len(a.abs) < 2 || len(b.abs) < 2 {
		return z.shortGCD(x, y, a, b)
	}
	if x == nil && y == nil {
		z.abs, z.neg = natural.Divisor(a.abs, b.abs), false
		return z
	}
	divisor, factor, isNegative := natural.Bezout(a.abs, b.abs)
	g, first := Int{abs: divisor}, Int{abs: factor, neg: isNegative != a.neg}
	if y != nil {
		// y may be a or b.
		var rest Int
		rest.Sub(&g, rest.Mul(a, &first))
		y.Quo(&rest, b)
	}
	if x != nil {
		x.Set(&first)
	}
	return z.Set(&g)
}
