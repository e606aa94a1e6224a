package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"strings"
)

// A key made anew signs, verifies, encrypts and decrypts.
func keys() {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	fmt.Println(err, key.Validate(), key.N.BitLen(), key.E)
	product := new(big.Int).Mul(key.Primes[0], key.Primes[1])
	fmt.Println(product.Cmp(key.N), key.Primes[0].ProbablyPrime(5))

	digest := sha256.Sum256([]byte("message"))
	signature, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, digest[:])
	fmt.Println(len(signature), err, rsa.VerifyPKCS1v15(&key.PublicKey, crypto.SHA256, digest[:], signature))
	signature[3] ^= 1
	fmt.Println(rsa.VerifyPKCS1v15(&key.PublicKey, crypto.SHA256, digest[:], signature))
	signature, err = rsa.SignPSS(rand.Reader, key, crypto.SHA256, digest[:], nil)
	fmt.Println(err, rsa.VerifyPSS(&key.PublicKey, crypto.SHA256, digest[:], signature, nil))

	secret, err := rsa.EncryptOAEP(sha256.New(), rand.Reader, &key.PublicKey, []byte("secret"), nil)
	fmt.Println(len(secret), err)
	text, err := rsa.DecryptOAEP(sha256.New(), nil, key, secret, nil)
	fmt.Println(string(text), err)

	again, err := x509.ParsePKCS1PrivateKey(x509.MarshalPKCS1PrivateKey(key))
	fmt.Println(key.Equal(again), err)
}

// net/http looks through io.NopCloser at what it holds.
func request() {
	for _, body := range []io.Reader{strings.NewReader("four"), io.NopCloser(strings.NewReader("five!"))} {
		request, err := http.NewRequest("PUT", "http://example.com/p?q", body)
		fmt.Println(err)
		fmt.Println(request.Write(os.Stdout))
	}
	_, isWriterTo := io.NopCloser(strings.NewReader("")).(io.WriterTo)
	_, isWriterToToo := io.NopCloser(io.LimitReader(nil, 0)).(io.WriterTo)
	fmt.Println(isWriterTo, isWriterToToo)
}

func main() {
	keys()
	request()
}
