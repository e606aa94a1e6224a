// Package sig marks programs by the cryptography that they use; here no mark is left.
package sig

func BoringCrypto() {}

func FIPSOnly() {}

func StandardCrypto() {}
