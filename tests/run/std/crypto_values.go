// run

// Hashes of texts of many lengths, GCM with parts of blocks, and points and signatures of fixed keys.
package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha3"
	"crypto/sha512"
	"fmt"
	"hash"
	"math/big"
)

func main() {
	text := make([]byte, 1000)
	for i := range text {
		text[i] = byte(i*i + i>>3)
	}
	hashes(text)
	gcm(text)
	curves(text)
}

func hashes(text []byte) {
	for _, h := range []hash.Hash{md5.New(), sha1.New(), sha512.New(), sha512.New384(), sha512.New512_256(), sha3.New256(), sha3.New512(), hmac.New(md5.New, text[:70])} {
		all := md5.New()
		for n := 0; n <= 300; n++ {
			h.Reset()
			h.Write(text[:n/3])
			h.Write(text[n/3 : n])
			all.Write(h.Sum(nil))
		}
		h.Write(text)
		fmt.Printf("%x %x\n", all.Sum(nil), h.Sum(nil))
	}
	shake := sha3.NewCSHAKE128([]byte("name"), []byte("custom"))
	shake.Write(text)
	out := make([]byte, 500)
	shake.Read(out)
	fmt.Printf("%x\n", md5.Sum(out))
}

func gcm(text []byte) {
	for _, size := range []int{16, 24, 32} {
		block, _ := aes.NewCipher(text[:size])
		for _, nonceSize := range []int{12, 5, 16, 40} {
			aead, err := cipher.NewGCMWithNonceSize(block, nonceSize)
			if err != nil {
				fmt.Println(err)
				continue
			}
			all := md5.New()
			for n := 0; n < 70; n++ {
				sealed := aead.Seal(nil, text[n:n+nonceSize], text[:n], text[n:3*n])
				all.Write(sealed)
				opened, err := aead.Open(nil, text[n:n+nonceSize], sealed, text[n:3*n])
				if err != nil || !bytes.Equal(opened, text[:n]) {
					fmt.Println("cannot be opened:", n, err)
				}
				sealed[len(sealed)-1] ^= 1
				if _, err := aead.Open(nil, text[n:n+nonceSize], sealed, text[n:3*n]); err == nil {
					fmt.Println("opened:", n)
				}
			}
			fmt.Printf("%d %d %x\n", size, nonceSize, all.Sum(nil))
		}
	}
}

func curves(text []byte) {
	for i, curve := range []ecdh.Curve{ecdh.P256(), ecdh.P384(), ecdh.P521(), ecdh.X25519()} {
		size := []int{32, 48, 66, 32}[i]
		scalar := bytes.Clone(text[100 : 100+size])
		scalar[0] = 0
		one, err := curve.NewPrivateKey(scalar)
		if err != nil {
			fmt.Println(err)
			continue
		}
		scalar[size-1] ^= 0x55
		other, _ := curve.NewPrivateKey(scalar)
		shared, err := one.ECDH(other.PublicKey())
		back, _ := other.ECDH(one.PublicKey())
		fmt.Printf("%x %v %v\n", shared, err, bytes.Equal(shared, back))
	}
	digest := md5.Sum(text)
	for _, curve := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		d := new(big.Int).SetBytes(text[200:220])
		x, y := curve.ScalarBaseMult(d.Bytes())
		key := &ecdsa.PrivateKey{PublicKey: ecdsa.PublicKey{Curve: curve, X: x, Y: y}, D: d}
		signature, err := key.Sign(nil, digest[:], nil)
		fmt.Println(x, y, curve.IsOnCurve(x, y), len(signature) > 0, err)
		signature, err = ecdsa.SignASN1(zeros{}, key, digest[:])
		fmt.Println(err, ecdsa.VerifyASN1(&key.PublicKey, digest[:], signature), ecdsa.VerifyASN1(&key.PublicKey, digest[1:], signature))
	}
	key := ed25519.NewKeyFromSeed(text[:32])
	signature := ed25519.Sign(key, text)
	fmt.Printf("%x %x\n", key.Public(), signature)
	fmt.Println(ed25519.Verify(key.Public().(ed25519.PublicKey), text, signature), ed25519.Verify(key.Public().(ed25519.PublicKey), text[1:], signature))
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
