package main

import "errors"

var errEmpty = errors.New("empty")

func minmax(xs []int) (lo, hi int, err error) {
	if len(xs) == 0 {
		return 0, 0, errEmpty
	}
	lo, hi = xs[0], xs[0]
	for _, x := range xs[1:] {
		lo, hi = min(lo, x), max(hi, x)
	}
	return lo, hi, nil
}

func main() {
	lo, hi, err := minmax([]int{3, 1, 2})
	println(lo, hi, err == nil)
	if _, _, err := minmax(nil); err != nil {
		println(err.Error())
	}
}
