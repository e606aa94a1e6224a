// Package synctest runs goroutines with a clock of their own, which stands still while any of them can run.
package synctest

// Run calls f in a bubble, and waits until all goroutines of the bubble have ended.
func Run(f func()) {
	if IsInBubble() {
		panic("synctest.Run called from within a synctest bubble")
	}
	run(f)
}

//js:native run parks
func run(f func())

// Wait waits until all other goroutines of the bubble wait for each other.
func Wait() {
	if !IsInBubble() {
		panic("goroutine is not in a bubble")
	}
	wait()
}

//js:native wait parks
func wait()

// IsInBubble tells whether the goroutine is in a bubble.
//
//js:native isInBubble
func IsInBubble() bool

// An Association is how a value relates to the bubble.
type Association int

const (
	Unbubbled Association = iota
	CurrentBubble
	OtherBubble
)

// Associate tells that p is of no bubble: nothing records where values belong.
func Associate[T any](p *T) Association { return Unbubbled }

func Disassociate[T any](p *T) {}

func IsAssociated[T any](p *T) bool { return false }

// A Bubble is one that a goroutine outside of it refers to.
type Bubble struct{}

// Acquire returns nil: bubbles cannot be entered again.
func Acquire() *Bubble { return nil }

func (b *Bubble) Release() {}

// Run calls f.
func (b *Bubble) Run(f func()) { f() }
