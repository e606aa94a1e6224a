// Package quicksort sorts by pattern-defeating quicksort: quicksort that sees sorted input, and goes over to heapsort
// where the pivots keep being bad. It makes the same choices as Go's own, so that equal elements come out in the same
// order.
package quicksort

// Elements is what can be sorted. Indexes are 32-bit integers, which JavaScript is fastest with.
type Elements interface {
	Less(i, j int32) bool
	Swap(i, j int32)
	// Insert sorts the few elements a … b−1 by insertion.
	Insert(a, b int32)
}

// Sort sorts n elements. Equal ones may change places.
func Sort[E Elements](x E, n int) {
	(&sorter[E]{x}).sort(0, int32(n), depth(int32(n)))
}

// Heap sorts n elements by heapsort alone.
func Heap[E Elements](x E, n int) {
	(&sorter[E]{x}).heapSort(0, int32(n))
}

type sorter[E Elements] struct {
	x E
}

const (
	insertionLength = 12 // up to here, insertion sort
	ninetherLength  = 50 // from here, the pivot is a median of medians
	allSwapped      = 12 // all of a ninether's comparisons said "descending"
)

// What the choice of a pivot learned about the order.
const (
	unknown = iota
	ascending
	descending
)

// depth is how often a pivot may be bad.
func depth(n int32) int32 {
	d := int32(0)
	for ; n > 0; n = half(n) {
		d++
	}
	return d
}

func (s *sorter[E]) sort(a, b, depth int32) {
	isBalanced, isPartitioned := true, true
	for {
		length := b - a
		if length <= insertionLength {
			s.x.Insert(a, b)
			return
		}
		if depth == 0 {
			s.heapSort(a, b)
			return
		}
		if !isBalanced {
			s.shuffle(a, b)
			depth--
		}
		pivot, order := s.choosePivot(a, b)
		if order == descending {
			s.reverse(a, b)
			pivot = b - 1 - (pivot - a)
			order = ascending
		}
		if isBalanced && isPartitioned && order == ascending && s.repair(a, b) {
			return
		}
		// What stands before a is not greater than anything here: a pivot that it equals is the least.
		if a > 0 && !s.x.Less(a-1, pivot) {
			a = s.partitionEqual(a, b, pivot)
			continue
		}
		var middle int32
		middle, isPartitioned = s.partition(a, b, pivot)
		left, right := middle-a, b-middle
		isBalanced = 8*(min(left, right)+1) > length
		if left < right {
			s.sort(a, middle, depth)
			a = middle + 1
		} else {
			s.sort(middle+1, b, depth)
			b = middle
		}
	}
}

func (s *sorter[E]) heapSort(a, b int32) {
	n := b - a
	for i := half(n - 1); i >= 0; i-- {
		s.siftDown(a, i, n)
	}
	for i := n - 1; i >= 0; i-- {
		s.x.Swap(a, a+i)
		s.siftDown(a, 0, i)
	}
}

// siftDown lets the element at root sink in the heap of n elements from a.
func (s *sorter[E]) siftDown(a, root, n int32) {
	for child := 2*root + 1; child < n; child = 2*root + 1 {
		if child+1 < n && s.x.Less(a+child, a+child+1) {
			child++
		}
		if !s.x.Less(a+root, a+child) {
			return
		}
		s.x.Swap(a+root, a+child)
		root = child
	}
}

// partition puts what is less than the pivot before it, the rest after it, and tells where it is now, and whether
// nothing had to move.
func (s *sorter[E]) partition(a, b, pivot int32) (middle int32, wasPartitioned bool) {
	s.x.Swap(a, pivot)
	i, j := a+1, b-1
	for wasPartitioned = true; ; wasPartitioned = false {
		for i <= j && s.x.Less(i, a) {
			i++
		}
		for i <= j && !s.x.Less(j, a) {
			j--
		}
		if i > j {
			s.x.Swap(j, a)
			return j, wasPartitioned
		}
		s.x.Swap(i, j)
		i++
		j--
	}
}

// partitionEqual puts what equals the pivot, which is the least, first, and returns where greater elements begin.
func (s *sorter[E]) partitionEqual(a, b, pivot int32) int32 {
	s.x.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !s.x.Less(a, i) {
			i++
		}
		for i <= j && s.x.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		s.x.Swap(i, j)
		i++
		j--
	}
}

// repair sorts what is almost sorted. It gives up after a few elements that are out of order.
func (s *sorter[E]) repair(a, b int32) bool {
	i := a + 1
	for range 5 {
		for i < b && !s.x.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < ninetherLength {
			return false
		}
		s.x.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && s.x.Less(j, j-1); j-- {
				s.x.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && s.x.Less(j, j-1); j++ {
				s.x.Swap(j, j-1)
			}
		}
	}
	return false
}

// shuffle moves three elements to the middle, to break the pattern that made partitions uneven.
func (s *sorter[E]) shuffle(a, b int32) {
	length := b - a
	if length < 8 {
		return
	}
	random := uint64(length)
	mask := uint64(1)<<uint(depth(length)) - 1
	at := a + length>>2<<1 - 1
	for i := range int32(3) {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int32(random & mask)
		if other >= length {
			other -= length
		}
		s.x.Swap(at+i, a+other)
	}
}

// choosePivot takes the median of three places, each of them the median of itself and its neighbours where there
// are many elements.
func (s *sorter[E]) choosePivot(a, b int32) (pivot, order int32) {
	quarter := (b - a) >> 2
	i, j, k := a+quarter, a+2*quarter, a+3*quarter
	swaps, n := int32(0), int32(0)
	if b-a >= ninetherLength {
		i, n = s.median(i-1, i, i+1)
		swaps += n
		j, n = s.median(j-1, j, j+1)
		swaps += n
		k, n = s.median(k-1, k, k+1)
		swaps += n
	}
	j, n = s.median(i, j, k)
	switch swaps + n {
	case 0:
		return j, ascending
	case allSwapped:
		return j, descending
	}
	return j, unknown
}

// median returns the place of the middle one of three elements and how many swaps would sort them.
func (s *sorter[E]) median(i, j, k int32) (middle, swaps int32) {
	if s.x.Less(j, i) {
		i, j = j, i
		swaps++
	}
	if s.x.Less(k, j) {
		j = k
		swaps++
	}
	if s.x.Less(j, i) {
		j = i
		swaps++
	}
	return j, swaps
}

func (s *sorter[E]) reverse(a, b int32) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		s.x.Swap(i, j)
	}
}

func half(n int32) int32 {
	return n >> 1
}
