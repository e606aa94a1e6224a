package md5

func blockGeneric(dig *digest, p []byte) { takeIn(dig.s[:], p) }

// takeIn works full blocks of data into a state.
//
//js:native takeIn
func takeIn(state []uint32, data []byte)
