package maphash

import (
	"math"
	"math/bits"
	"reflect"
	_ "unsafe"
)

//go:linkname randUint64 runtime.rand
func randUint64() uint64

func rthash(buf []byte, state uint64) uint64 { return mix(buf, state) }

func rthashString(s string, state uint64) uint64 { return mix(s, state) }

// mix mixes text into state. JavaScript multiplies 32 bits at once, hence two halves, each with multipliers of its
// own, that take four bytes in turn and meet at the end.
func mix[T string | []byte](text T, state uint64) uint64 {
	low, high := uint32(state), uint32(state>>32)^uint32(len(text))
	i := 0
	for ; i+4 <= len(text); i += 4 {
		word := uint32(text[i]) | uint32(text[i+1])<<8 | uint32(text[i+2])<<16 | uint32(text[i+3])<<24
		low, high = mixWords(low, high, word)
	}
	if i < len(text) {
		var word uint32
		for shift := 0; i < len(text); i++ {
			word |= uint32(text[i]) << shift
			shift += 8
		}
		low, high = mixWords(low, high, word)
	}
	return finish(low, high)
}

// The multipliers are odd with about as many ones as zeros.
func mixWords(low, high, word uint32) (uint32, uint32) {
	low = bits.RotateLeft32((low^word)*0x9e3779b1, 15) + high
	high = bits.RotateLeft32((high^word*0x85ebca77)*0xc2b2ae3d, 13) + low
	return low, high
}

// finish makes every bit depend on all others.
func finish(low, high uint32) uint64 {
	for range 2 {
		low ^= high >> 15
		low *= 0x2c1b3c6d
		low ^= low >> 12
		high ^= low
		high *= 0x297a2d39
		high ^= high >> 15
		low += high
	}
	return uint64(high)<<32 | uint64(low)
}

// comparableHash returns the hash of v with a seed.
func comparableHash[T comparable](v T, seed Seed) uint64 {
	var h Hash
	h.SetSeed(seed)
	writeComparable(&h, v)
	return h.Sum64()
}

// writeComparable adds v to what h has hashed.
func writeComparable[T comparable](h *Hash, v T) { writeValue(h, reflect.ValueOf(&v).Elem()) }

// writeValue adds to h what tells v from values that are not equal to it.
func writeValue(h *Hash, v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		var bit uint64
		if v.Bool() {
			bit = 1
		}
		writeWord(h, bit)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		writeWord(h, uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		writeWord(h, v.Uint())
	case reflect.Float32, reflect.Float64:
		writeFloat(h, v.Float())
	case reflect.Complex64, reflect.Complex128:
		writeFloat(h, real(v.Complex()))
		writeFloat(h, imag(v.Complex()))
	case reflect.String:
		writeWord(h, uint64(v.Len()))
		h.WriteString(v.String())
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		writeWord(h, uint64(v.Pointer()))
	case reflect.Interface:
		if v.IsNil() {
			writeWord(h, 0)
			return
		}
		h.WriteString(v.Elem().Type().String())
		writeValue(h, v.Elem())
	case reflect.Array:
		for i := range v.Len() {
			writeValue(h, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			writeValue(h, v.Field(i))
		}
	default:
		panic(unhashable("hash of unhashable type " + v.Type().String()))
	}
}

func writeWord(h *Hash, word uint64) {
	for range 8 {
		h.WriteByte(byte(word))
		word >>= 8
	}
}

// writeFloat hashes both zeros alike, and each NaN in its own way.
func writeFloat(h *Hash, f float64) {
	switch {
	case f == 0:
		writeWord(h, 0)
	case f != f:
		writeWord(h, randUint64())
	default:
		writeWord(h, math.Float64bits(f))
	}
}

type unhashable string

func (u unhashable) Error() string { return "runtime error: " + string(u) }
func (unhashable) RuntimeError()   {}
