package rand

import (
	"errors"
	"unsafe"
)

// A Source gives random integers of 64 bits.
type Source interface {
	Uint64() uint64
}

// The host's source is what the functions of the package draw from.
type host struct{}

func (host) Uint64() uint64 {
	return hostUint64()
}

//js:native hostUint64 reads
func hostUint64() uint64

// A PCG is a permuted congruential generator with 128 bits of state (PCG-DXSM).
type PCG struct {
	hi uint64
	lo uint64
}

// NewPCG returns a PCG whose numbers depend on the seeds alone.
func NewPCG(seed1, seed2 uint64) *PCG {
	return &PCG{seed1, seed2}
}

// Seed makes p start again.
func (p *PCG) Seed(seed1, seed2 uint64) {
	p.hi = seed1
	p.lo = seed2
}

// Uint64 returns the next number.
func (p *PCG) Uint64() uint64 {
	p.hi, p.lo = pcgNext(p.hi, p.lo)
	return pcgMix(p.hi, p.lo)
}

//js:native pcgNext reads
func pcgNext(hi, lo uint64) (nextHi, nextLo uint64)

//js:native pcgMix reads
func pcgMix(hi, lo uint64) uint64

// AppendBinary appends the state to b.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "pcg:"...)
	b = appendBigEndian(b, p.hi)
	return appendBigEndian(b, p.lo), nil
}

// MarshalBinary returns the state.
func (p *PCG) MarshalBinary() ([]byte, error) {
	return p.AppendBinary(make([]byte, 0, 20))
}

// UnmarshalBinary sets the state to one that MarshalBinary returned.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi = bigEndian(data[4:12])
	p.lo = bigEndian(data[12:])
	return nil
}

func appendBigEndian(b []byte, x uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>shift))
	}
	return b
}

func bigEndian(b []byte) uint64 {
	var x uint64
	for _, c := range b {
		x = x<<8 | uint64(c)
	}
	return x
}

// A ChaCha8 is a cryptographically strong generator.
type ChaCha8 struct {
	state unsafe.Pointer
	bytes []byte // what Read has left of a number
}

// NewChaCha8 returns a ChaCha8 whose numbers depend on the seed alone.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	return &ChaCha8{state: newChaCha8(seed[:])}
}

// Seed makes c start again.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{state: newChaCha8(seed[:])}
}

// start makes the zero value begin where Go's does.
func (c *ChaCha8) start() {
	if c.state == nil {
		c.state = newChaCha8(make([]byte, 32))
		useChaCha8(c.state, 32)
	}
}

// Uint64 returns the next number.
func (c *ChaCha8) Uint64() uint64 {
	c.start()
	return nextChaCha8(c.state)
}

// Read fills p with random bytes.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(c.bytes) == 0 {
			x := c.Uint64()
			c.bytes = make([]byte, 8)
			for i := range c.bytes {
				c.bytes[i] = byte(x >> (8 * i))
			}
		}
		m := copy(p[n:], c.bytes)
		c.bytes = c.bytes[m:]
		n += m
	}
	return n, nil
}

// AppendBinary appends the state to b.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if len(c.bytes) > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(len(c.bytes)))
		b = append(b, c.bytes...)
	}
	c.start()
	b = append(b, "chacha8:"...)
	b = appendBigEndian(b, uint64(usedOf(c.state)))
	return append(b, seedOf(c.state)...), nil
}

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) {
	return c.AppendBinary(make([]byte, 0, 64))
}

// UnmarshalBinary sets the state to one that MarshalBinary returned.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	if len(data) >= 8 && string(data[:8]) == "readbuf:" {
		data = data[8:]
		if len(data) == 0 || len(data) < 1+int(data[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		n := int(data[0])
		c.bytes = append([]byte(nil), data[1:1+n]...)
		data = data[1+n:]
	}
	if len(data) != 48 || string(data[:8]) != "chacha8:" {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := bigEndian(data[8:16])
	if used > 4*32-4 {
		return errors.New("invalid ChaCha8 encoding")
	}
	c.state = newChaCha8(data[16:])
	useChaCha8(c.state, int(used))
	return nil
}

//js:native newChaCha8 reads
func newChaCha8(seed []byte) unsafe.Pointer

//js:native nextChaCha8 reads
func nextChaCha8(state unsafe.Pointer) uint64

// usedOf returns how many numbers have been taken since the state last had a new seed.
//
//js:native usedOf reads
func usedOf(state unsafe.Pointer) int

//js:native seedOf reads
func seedOf(state unsafe.Pointer) []byte

//js:native useChaCha8 reads
func useChaCha8(state unsafe.Pointer, used int)
