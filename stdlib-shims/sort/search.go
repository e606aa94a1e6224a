package sort

// Search returns the least i in 0 … n−1 for which f is true, n where there is none. Once true, f must stay true.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		middle := halfway(low, high)
		if f(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// Find returns the least i in 0 … n−1 for which cmp is not positive, n where there is none, and whether cmp is 0 there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	low, high := 0, n
	for low < high {
		middle := halfway(low, high)
		if cmp(middle) > 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < n && cmp(low) == 0
}

// halfway lies between two indexes; they may be as great as an int can be.
func halfway(low, high int) int {
	return low + (high-low)>>1
}

// SearchInts returns where x is or belongs in the sorted a.
func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchFloat64s returns where x is or belongs in the sorted a.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings returns where x is or belongs in the sorted a.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
