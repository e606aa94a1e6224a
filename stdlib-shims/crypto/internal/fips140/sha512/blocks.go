package sha512

func blockGeneric(dig *Digest, p []byte) { takeIn(dig.h[:], p) }

// takeIn works full blocks of data into a state.
//
//js:native takeIn
func takeIn(state []uint64, data []byte)
