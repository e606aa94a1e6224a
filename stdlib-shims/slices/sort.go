package slices

import "cmp"

// Sort sorts x in ascending order, NaN first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	sortOrdered(x)
}

//js:native sortOrdered
func sortOrdered[S ~[]E, E cmp.Ordered](x S) {
	SortFunc(x, cmp.Compare[E])
}

// SortFunc sorts x as cmp says. Equal elements may change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	(&sorter[E]{x, cmp}).sort(0, int32(len(x)), depth(int32(len(x))))
}

// SortStableFunc sorts x as cmp says. Equal elements stay in order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	const run = 12
	for start := 0; start < len(x); start += run {
		(&sorter[E]{x, cmp}).insertionSort(int32(start), int32(min(start+run, len(x))))
	}
	if len(x) <= run {
		return
	}
	from, to := []E(x), make([]E, len(x))
	for width := run; width < len(x); width *= 2 {
		for start := 0; start < len(x); start += 2 * width {
			middle := min(start+width, len(x))
			merge(to[start:], from[start:middle], from[middle:min(middle+width, len(x))], cmp)
		}
		from, to = to, from
	}
	if &from[0] != &x[0] {
		copy(x, from)
	}
}

// merge puts the elements of two sorted slices in order, of equal ones those of a first.
func merge[E any](to, a, b []E, cmp func(a, b E) int) {
	if len(a) > 0 && len(b) > 0 && cmp(a[len(a)-1], b[0]) <= 0 {
		copy(to[copy(to, a):], b)
		return
	}
	i, j, k := 0, 0, 0
	for i < len(a) && j < len(b) {
		if cmp(b[j], a[i]) < 0 {
			to[k] = b[j]
			j++
		} else {
			to[k] = a[i]
			i++
		}
		k++
	}
	k += copy(to[k:], a[i:])
	copy(to[k:], b[j:])
}

// IsSorted tells whether x is in ascending order.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc tells whether x is in order as cmp says.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min returns the least element, NaN if there is one.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	least := x[0]
	for i := 1; i < len(x); i++ {
		least = min(least, x[i])
	}
	return least
}

// MinFunc returns the first of the least elements.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	least := x[0]
	for i := 1; i < len(x); i++ {
		if cmp(x[i], least) < 0 {
			least = x[i]
		}
	}
	return least
}

// Max returns the greatest element, NaN if there is one.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	greatest := x[0]
	for i := 1; i < len(x); i++ {
		greatest = max(greatest, x[i])
	}
	return greatest
}

// MaxFunc returns the first of the greatest elements.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	greatest := x[0]
	for i := 1; i < len(x); i++ {
		if cmp(x[i], greatest) > 0 {
			greatest = x[i]
		}
	}
	return greatest
}

// BinarySearch returns where target is or belongs in the sorted x, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := halfway(low, high)
		if cmp.Less(x[middle], target) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && (x[low] == target || x[low] != x[low] && target != target)
}

// BinarySearchFunc is BinarySearch with a comparison of its own between elements and targets.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := halfway(low, high)
		if cmp(x[middle], target) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
