package gcm

// ghash sets out to the hash of the inputs under a key, each filled up with zeros to full blocks.
func ghash(out, H *[gcmBlockSize]byte, inputs ...[]byte) {
	hash(out[:], H[:], inputs)
}

//js:native hash
func hash(out, key []byte, inputs [][]byte)
