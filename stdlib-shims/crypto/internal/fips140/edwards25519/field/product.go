package field

func feMulGeneric(v, a, b *Element) {
	v.l0, v.l1, v.l2, v.l3, v.l4 = product(a.l0, a.l1, a.l2, a.l3, a.l4, b.l0, b.l1, b.l2, b.l3, b.l4)
}

func feSquareGeneric(v, a *Element) { feMulGeneric(v, a, a) }

// product multiplies elements of five limbs of 51 bits.
//
//js:native product reads
func product(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 uint64) (l0, l1, l2, l3, l4 uint64)
