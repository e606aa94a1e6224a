package sync

// A Pool keeps values that may be used again. It keeps a limited number of them.
type Pool struct {
	// New makes a value when the pool has none.
	New   func() any
	items []any
}

const poolLimit = 256

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x != nil && len(p.items) < poolLimit {
		p.items = append(p.items, x)
	}
}

// Get takes a value out of the pool, or makes one.
func (p *Pool) Get() any {
	if last := len(p.items) - 1; last >= 0 {
		x := p.items[last]
		p.items[last] = nil
		p.items = p.items[:last]
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
