package sha1

func blockGeneric(dig *digest, p []byte) { takeIn(dig.h[:], p) }

// takeIn works full blocks of data into a state.
//
//js:native takeIn
func takeIn(state []uint32, data []byte)
