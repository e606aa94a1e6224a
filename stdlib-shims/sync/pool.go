package sync

import _ "unsafe" // for go:linkname

// A Pool keeps values that may be used again, until runtime.GC has been called twice without their being used.
type Pool struct {
	// New makes a value when the pool has none.
	New func() any
	// What was put first is taken first; the others, the last one first.
	first  any
	others []any
	// What was there before the last collection, and when that was.
	older      []any
	collection uint32
}

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.age()
	if p.first == nil {
		p.first = x
	} else {
		p.others = append(p.others, x)
	}
}

// Get takes a value out of the pool, or makes one.
func (p *Pool) Get() any {
	p.age()
	if x := p.first; x != nil {
		p.first = nil
		return x
	}
	if x := takeLast(&p.others); x != nil {
		return x
	}
	if x := takeLast(&p.older); x != nil {
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

// age gives up what was there two collections ago.
func (p *Pool) age() {
	now := collectionCount()
	if now == p.collection {
		return
	}
	p.older = nil
	if now == p.collection+1 {
		p.older = p.others
		if p.first != nil {
			p.older = append(p.older, p.first)
		}
	}
	p.first, p.others, p.collection = nil, nil, now
}

func takeLast(items *[]any) any {
	last := len(*items) - 1
	if last < 0 {
		return nil
	}
	x := (*items)[last]
	(*items)[last] = nil
	*items = (*items)[:last]
	return x
}

//go:linkname collectionCount runtime.collectionCount
func collectionCount() uint32
