// Package ring has circular lists.
package ring

// A Ring is an element of a circular list, which has no beginning. The zero value is a ring of one element.
type Ring struct {
	next, prev *Ring
	Value      any
}

// New returns a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	r := new(Ring).init()
	for ; n > 1; n-- {
		r.prev.Link(&Ring{})
	}
	return r
}

func (r *Ring) init() *Ring {
	if r.next == nil {
		r.next = r
		r.prev = r
	}
	return r
}

// Next returns the next element.
func (r *Ring) Next() *Ring {
	return r.init().next
}

// Prev returns the element before.
func (r *Ring) Prev() *Ring {
	return r.init().prev
}

// Move goes n elements on, back where n is negative.
func (r *Ring) Move(n int) *Ring {
	r.init()
	for ; n < 0; n++ {
		r = r.prev
	}
	for ; n > 0; n-- {
		r = r.next
	}
	return r
}

// Link puts s after r and returns what came there before. Where both are in the same ring, what is between is cut out.
func (r *Ring) Link(s *Ring) *Ring {
	after := r.Next()
	if s != nil {
		last := s.Prev()
		r.next = s
		s.prev = r
		after.prev = last
		last.next = after
	}
	return after
}

// Unlink cuts out n elements after r and returns them.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len returns the number of elements.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for p := r.Next(); p != r; p = p.next {
		n++
	}
	return n
}

// Do calls f with each value, from r on.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
