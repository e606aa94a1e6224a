package fiat

import "unsafe"

// Elements are in the Montgomery domain: a stands for a·2^-n, n being the size of all limbs.

//js:native multiply
func multiply(field int, out, a, b unsafe.Pointer)

//js:native add
func add(field int, out, a, b unsafe.Pointer)

//js:native subtract
func subtract(field int, out, a, b unsafe.Pointer)

func p224Mul(out1, arg1, arg2 *p224MontgomeryDomainFieldElement) {
	multiply(224, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p224Square(out1, arg1 *p224MontgomeryDomainFieldElement) {
	multiply(224, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg1))
}

func p224Add(out1, arg1, arg2 *p224MontgomeryDomainFieldElement) {
	add(224, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p224Sub(out1, arg1, arg2 *p224MontgomeryDomainFieldElement) {
	subtract(224, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p256Mul(out1, arg1, arg2 *p256MontgomeryDomainFieldElement) {
	multiply(256, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p256Square(out1, arg1 *p256MontgomeryDomainFieldElement) {
	multiply(256, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg1))
}

func p256Add(out1, arg1, arg2 *p256MontgomeryDomainFieldElement) {
	add(256, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p256Sub(out1, arg1, arg2 *p256MontgomeryDomainFieldElement) {
	subtract(256, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p384Mul(out1, arg1, arg2 *p384MontgomeryDomainFieldElement) {
	multiply(384, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p384Square(out1, arg1 *p384MontgomeryDomainFieldElement) {
	multiply(384, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg1))
}

func p384Add(out1, arg1, arg2 *p384MontgomeryDomainFieldElement) {
	add(384, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p384Sub(out1, arg1, arg2 *p384MontgomeryDomainFieldElement) {
	subtract(384, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p521Mul(out1, arg1, arg2 *p521MontgomeryDomainFieldElement) {
	multiply(521, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p521Square(out1, arg1 *p521MontgomeryDomainFieldElement) {
	multiply(521, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg1))
}

func p521Add(out1, arg1, arg2 *p521MontgomeryDomainFieldElement) {
	add(521, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}

func p521Sub(out1, arg1, arg2 *p521MontgomeryDomainFieldElement) {
	subtract(521, unsafe.Pointer(out1), unsafe.Pointer(arg1), unsafe.Pointer(arg2))
}
