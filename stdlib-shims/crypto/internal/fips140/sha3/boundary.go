package sha3

// keccakF1600Generic applies the permutation Keccak-f[1600] to a state of 25 little-endian words.
func keccakF1600Generic(da *[200]byte) { permute(da[:]) }

//js:native permute
func permute(state []byte)
