package nistec

// Go's tables of multiples of the generator are memory that is read as another type; without them, the generator is a
// point like any other.

var p256PrecomputedEmbed string

// ScalarBaseMult sets p to a multiple of the generator and returns it.
func (p *P256Point) ScalarBaseMult(scalar []byte) (*P256Point, error) {
	return p.ScalarMult(NewP256Point().SetGenerator(), scalar)
}
