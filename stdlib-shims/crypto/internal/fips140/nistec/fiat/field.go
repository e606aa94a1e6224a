package fiat

// Elements are in the Montgomery domain: a stands for a·2^-n, n being the size of all limbs.

//js:native multiply224
func p224Mul(out1, arg1, arg2 *p224MontgomeryDomainFieldElement)

//js:native square224
func p224Square(out1, arg1 *p224MontgomeryDomainFieldElement)

//js:native add224
func p224Add(out1, arg1, arg2 *p224MontgomeryDomainFieldElement)

//js:native subtract224
func p224Sub(out1, arg1, arg2 *p224MontgomeryDomainFieldElement)

//js:native multiply256
func p256Mul(out1, arg1, arg2 *p256MontgomeryDomainFieldElement)

//js:native square256
func p256Square(out1, arg1 *p256MontgomeryDomainFieldElement)

//js:native add256
func p256Add(out1, arg1, arg2 *p256MontgomeryDomainFieldElement)

//js:native subtract256
func p256Sub(out1, arg1, arg2 *p256MontgomeryDomainFieldElement)

//js:native multiply384
func p384Mul(out1, arg1, arg2 *p384MontgomeryDomainFieldElement)

//js:native square384
func p384Square(out1, arg1 *p384MontgomeryDomainFieldElement)

//js:native add384
func p384Add(out1, arg1, arg2 *p384MontgomeryDomainFieldElement)

//js:native subtract384
func p384Sub(out1, arg1, arg2 *p384MontgomeryDomainFieldElement)

//js:native multiply521
func p521Mul(out1, arg1, arg2 *p521MontgomeryDomainFieldElement)

//js:native square521
func p521Square(out1, arg1 *p521MontgomeryDomainFieldElement)

//js:native add521
func p521Add(out1, arg1, arg2 *p521MontgomeryDomainFieldElement)

//js:native subtract521
func p521Sub(out1, arg1, arg2 *p521MontgomeryDomainFieldElement)
