package runtime

// Functions of Go's runtime that other packages reach by go:linkname.

// rand returns 64 random bits.
//
//js:native random64
func rand() uint64

//js:native random32
func fastrand() uint32

//js:native random32
func cheaprand() uint32

func fastrand64() uint64 { return rand() }

func fastrandn(n uint32) uint32 { return cheaprandn(n) }

// cheaprandn returns a random number below n.
func cheaprandn(n uint32) uint32 { return uint32(uint64(cheaprand()) * uint64(n) >> 32) }

// nanotime returns nanoseconds on a clock that never goes back.
//
//js:native monotonicTime
func nanotime() int64

//js:native wallTime
func walltime() (sec int64, nsec int32)

// haveHighResSleep says that sleeping is as exact as the clock.
var haveHighResSleep = true

// fatal ends the program with a message.
//
//js:native fatalError
func fatal(text string)

//js:native fatalError
func throw(text string)

func procPin() int { return 0 }

func procUnpin() {}

// getAuxv returns what the kernel told the program, which is nothing here.
func getAuxv() []uintptr { return nil }
