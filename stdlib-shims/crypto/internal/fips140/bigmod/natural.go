package bigmod

import (
	"errors"
	"internal/natural"
)

// setFor makes x the number limbs, which is less than m.
func (x *Nat) setFor(m *Modulus, limbs []uint) *Nat {
	copy(x.resetFor(m).limbs, limbs)
	return x
}

// rr returns R*R modulo m, where R is the first power of 2 that is beyond the words of m.
func rr(m *Modulus) *Nat {
	square := make([]uint, 2*len(m.nat.limbs)+1)
	square[len(square)-1] = 1
	_, r := natural.Quotient(square, m.nat.limbs)
	return NewNat().setFor(m, r)
}

// Mod sets out to x modulo m and returns it.
func (out *Nat) Mod(x *Nat, m *Modulus) *Nat {
	_, r := natural.Quotient(x.limbs, m.nat.limbs)
	return out.setFor(m, r)
}

// Mul sets x to x*y modulo m and returns it.
func (x *Nat) Mul(y *Nat, m *Modulus) *Nat {
	_, r := natural.Quotient(natural.Product(x.limbs, y.limbs), m.nat.limbs)
	return x.setFor(m, r)
}

// Exp sets out to x to the power of e, which has its highest byte first, modulo odd m, and returns it.
func (out *Nat) Exp(x *Nat, e []byte, m *Modulus) *Nat {
	if !m.odd {
		panic("bigmod: modulus for Exp must be odd")
	}
	return out.setFor(m, natural.Power(x.limbs, NewNat().resetToBytes(e).limbs, m.nat.limbs))
}

// ExpShortVarTime sets out to x to the power of e modulo odd m, and returns it.
func (out *Nat) ExpShortVarTime(x *Nat, e uint, m *Modulus) *Nat {
	if !m.odd {
		panic("bigmod: modulus for ExpShortVarTime must be odd")
	}
	return out.setFor(m, natural.Power(x.limbs, []uint{e}, m.nat.limbs))
}

// extendedGCD returns the greatest common divisor of a and m, and what a is to be multiplied with to be that modulo m.
func extendedGCD(a, m *Nat) (u, A *Nat, err error) {
	if a.IsZero() == yes || m.IsZero() == yes {
		return nil, nil, errors.New("extendedGCD: a or m is zero")
	}
	if a.IsOdd() == no && m.IsOdd() == no {
		return nil, nil, errors.New("extendedGCD: both a and m are even")
	}
	divisor, factor := natural.GCD(a.limbs, m.limbs)
	u = NewNat().reset(max(len(a.limbs), len(m.limbs)))
	copy(u.limbs, divisor)
	A = NewNat().reset(len(m.limbs))
	copy(A.limbs, factor)
	return u, A, nil
}
