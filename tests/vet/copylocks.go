// Values that hold locks are not to be copied.
package main

import (
	"sync"
	"sync/atomic"
)

type counter struct {
	mu sync.Mutex
	n  int
}

type nested struct {
	name  string
	inner [2]counter
}

type custom struct{}

func (*custom) Lock()   {}
func (*custom) Unlock() {}

func (c counter) get() int { return c.n }

func take(c counter, w sync.WaitGroup) {}

func give(c *counter) counter {
	return *c
}

func fresh() counter { return counter{} }

var global counter
var copied = global

func main() {
	var a counter
	b := a
	b = a
	p := &a
	c := *p
	take(a, sync.WaitGroup{})
	list := []counter{a, {}}
	for _, each := range list {
		_ = each.n
	}
	for i := range list {
		_ = i
	}
	n := nested{inner: [2]counter{}}
	m := n
	_ = m
	var once sync.Once
	other := once
	_ = &other
	var flag atomic.Bool
	_ = flag
	f := func(m sync.RWMutex) {}
	_ = f
	x := custom{}
	y := x
	_ = y
	_ = len(list)
	_, _, _, _ = b.n, c.n, fresh(), give(&a)
	interfaces := []any{a, &a}
	_ = interfaces
	println(a.get())
}
