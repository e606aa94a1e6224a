package slices

import (
	"cmp"
	"internal/quicksort"
)

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
	quicksort.Sort(&elements[E]{x, cmp}, len(x))
}

// SortStableFunc sorts x as cmp says. Equal elements stay in order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	const run = 12
	for start := 0; start < len(x); start += run {
		(&elements[E]{x, cmp}).Insert(int32(start), int32(min(start+run, len(x))))
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
	return IsSortedFunc(x, cmp.Compare[E])
}

// IsSortedFunc tells whether x is in order as cmp says.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	n := len(x)
	for n > 1 && cmp(x[n-1], x[n-2]) >= 0 {
		n--
	}
	return n <= 1
}

// first returns x[0], from where the search for an extreme begins.
func first[S ~[]E, E any](x S, function string) E {
	if len(x) == 0 {
		panic("slices." + function + ": empty list")
	}
	return x[0]
}

// Min returns the least element, NaN if there is one.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	least := first(x, "Min")
	for _, v := range x {
		least = min(least, v)
	}
	return least
}

// MinFunc returns the first of the least elements.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	least := first(x, "MinFunc")
	for _, v := range x[1:] {
		if cmp(v, least) < 0 {
			least = v
		}
	}
	return least
}

// Max returns the greatest element, NaN if there is one.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	greatest := first(x, "Max")
	for _, v := range x {
		greatest = max(greatest, v)
	}
	return greatest
}

// MaxFunc returns the first of the greatest elements.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	greatest := first(x, "MaxFunc")
	for _, v := range x[1:] {
		if cmp(v, greatest) > 0 {
			greatest = v
		}
	}
	return greatest
}

// BinarySearch returns where target is or belongs in the sorted x, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := low + (high-low)>>1
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
		middle := low + (high-low)>>1
		if cmp(x[middle], target) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
