package rand

import "unsafe"

// A Source gives random integers of 63 bits.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 also gives integers of 64 bits.
type Source64 interface {
	Source
	Uint64() uint64
}

// A partSource also gives the parts of its next number that fit in a JavaScript number: the others do not, which
// makes them slow.
type partSource interface {
	Source64
	high31() int32    // bits 32 … 62
	middle() uint32   // bits 31 … 62
	float63() float64 // bits 0 … 62, rounded
}

// A lagged source adds two of its last 607 numbers.
type lagged struct {
	state unsafe.Pointer
}

// NewSource returns a Source whose numbers depend on seed alone.
func NewSource(seed int64) Source {
	return &lagged{newState(seed)}
}

func (s *lagged) Seed(seed int64)  { s.state = newState(seed) }
func (s *lagged) Int63() int64     { return stateInt63(s.state) }
func (s *lagged) Uint64() uint64   { return stateUint64(s.state) }
func (s *lagged) high31() int32    { return stateHigh31(s.state) }
func (s *lagged) middle() uint32   { return stateMiddle(s.state) }
func (s *lagged) float63() float64 { return stateFloat63(s.state) }

//js:native newState reads
func newState(seed int64) unsafe.Pointer

//js:native stateInt63 reads
func stateInt63(state unsafe.Pointer) int64

//js:native stateUint64 reads
func stateUint64(state unsafe.Pointer) uint64

//js:native stateHigh31 reads
func stateHigh31(state unsafe.Pointer) int32

//js:native stateMiddle reads
func stateMiddle(state unsafe.Pointer) uint32

//js:native stateFloat63 reads
func stateFloat63(state unsafe.Pointer) float64

// The host's source is what the functions of the package draw from.
type host struct{}

func (host) Seed(seed int64)  {}
func (host) Int63() int64     { return int64(hostUint32())>>1<<32 | int64(hostUint32()) }
func (host) Uint64() uint64   { return uint64(hostUint32())<<32 | uint64(hostUint32()) }
func (host) high31() int32    { return int32(hostUint32() >> 1) }
func (host) middle() uint32   { return hostUint32() }
func (host) float63() float64 { return float64(hostUint32()>>1)*(1<<32) + float64(hostUint32()) }

//js:native hostUint32 reads
func hostUint32() uint32
