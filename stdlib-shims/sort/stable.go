package sort

// stable sorts n elements without room for copies: runs by insertion, then merges by rotation.
func (s *sorter) stable(n int32) {
	const run = int32(20)
	for start := int32(0); start < n; start += run {
		s.insertionSort(start, min(start+run, n))
	}
	for width := run; width < n; width *= 2 {
		for start := int32(0); start+width < n; start += 2 * width {
			s.merge(start, start+width, min(start+2*width, n))
		}
	}
}

// merge puts two sorted parts a … middle−1 and middle … b−1 in order. The greater part is cut in the middle, the
// other where that element belongs; what is in between changes sides, and both sides are merged in turn.
func (s *sorter) merge(a, middle, b int32) {
	for a < middle && middle < b && s.less(middle, middle-1) {
		if b-a == 2 {
			s.swap(a, middle)
			return
		}
		var left, right int32
		if middle-a >= b-middle {
			left = half(a + middle)
			right = s.firstNotLess(middle, b, left)
		} else {
			right = half(middle + b)
			left = s.firstGreater(a, middle, right)
			right++
		}
		s.rotate(left, middle, right)
		newMiddle := left + right - middle
		if middle-a >= b-middle {
			// The pivot stands first in the second half.
			s.merge(a, left, newMiddle)
			a, middle = newMiddle+1, right
		} else {
			// The pivot stands last in the first half.
			s.merge(newMiddle, right, b)
			middle, b = left, newMiddle-1
		}
	}
}

// firstNotLess returns the first place in a … b−1 whose element is not less than that of pivot, b where there is none.
func (s *sorter) firstNotLess(a, b, pivot int32) int32 {
	for a < b {
		middle := half(a + b)
		if s.less(middle, pivot) {
			a = middle + 1
		} else {
			b = middle
		}
	}
	return a
}

// firstGreater returns the first place in a … b−1 whose element is greater than that of pivot, b where there is none.
func (s *sorter) firstGreater(a, b, pivot int32) int32 {
	for a < b {
		middle := half(a + b)
		if s.less(pivot, middle) {
			b = middle
		} else {
			a = middle + 1
		}
	}
	return a
}

// rotate exchanges the parts a … middle−1 and middle … b−1.
func (s *sorter) rotate(a, middle, b int32) {
	if a == middle || middle == b {
		return
	}
	s.reverse(a, middle)
	s.reverse(middle, b)
	s.reverse(a, b)
}
