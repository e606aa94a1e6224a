package sort

// stable sorts n elements without room for copies: runs by insertion, then merges by rotation.
func (e *elements) stable(n int32) {
	const run = int32(20)
	for start := int32(0); start < n; start += run {
		e.Insert(start, min(start+run, n))
	}
	for width := run; width < n; width *= 2 {
		for start := int32(0); start+width < n; start += 2 * width {
			e.merge(start, start+width, min(start+2*width, n))
		}
	}
}

// merge puts two sorted parts a … middle−1 and middle … b−1 in order. The greater part is cut in the middle, the
// other where that element belongs; what is in between changes sides, and both sides are merged in turn.
func (e *elements) merge(a, middle, b int32) {
	for a < middle && middle < b && e.Less(middle, middle-1) {
		if b-a == 2 {
			e.Swap(a, middle)
			return
		}
		var left, right int32
		if middle-a >= b-middle {
			left = (a + middle) >> 1
			right = e.firstNotLess(middle, b, left)
		} else {
			right = (middle + b) >> 1
			left = e.firstGreater(a, middle, right)
			right++
		}
		e.rotate(left, middle, right)
		newMiddle := left + right - middle
		if middle-a >= b-middle {
			// The pivot stands first in the second half.
			e.merge(a, left, newMiddle)
			a, middle = newMiddle+1, right
		} else {
			// The pivot stands last in the first half.
			e.merge(newMiddle, right, b)
			middle, b = left, newMiddle-1
		}
	}
}

// firstNotLess returns the first place in a … b−1 whose element is not less than that of pivot, b where there is none.
func (e *elements) firstNotLess(a, b, pivot int32) int32 {
	for a < b {
		middle := (a + b) >> 1
		if e.Less(middle, pivot) {
			a = middle + 1
		} else {
			b = middle
		}
	}
	return a
}

// firstGreater returns the first place in a … b−1 whose element is greater than that of pivot, b where there is none.
func (e *elements) firstGreater(a, b, pivot int32) int32 {
	for a < b {
		middle := (a + b) >> 1
		if e.Less(pivot, middle) {
			b = middle
		} else {
			a = middle + 1
		}
	}
	return a
}

// rotate exchanges the parts a … middle−1 and middle … b−1.
func (e *elements) rotate(a, middle, b int32) {
	if a == middle || middle == b {
		return
	}
	e.reverse(a, middle)
	e.reverse(middle, b)
	e.reverse(a, b)
}
