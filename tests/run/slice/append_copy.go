// append and copy, also on overlapping windows, strings and the slice itself.
package main

import "fmt"

func main() {
	s := []int{1, 2, 3, 4, 5}
	copy(s[1:], s)
	fmt.Println(s)
	s = []int{1, 2, 3, 4, 5}
	copy(s, s[2:])
	fmt.Println(s)
	b := append([]byte("ab"), "cd"...)
	n := copy(b[1:], "xyz")
	fmt.Println(string(b), n)
	s = append(s, s...)
	fmt.Println(s, len(s))
	s = append(s[:2], s[5:]...)
	fmt.Println(s)
	var e []string
	e = append(e, []string{}...)
	fmt.Println(e == nil, len(e))
	f := make([]float64, 0, 4)
	for i := 0; i < 10; i++ {
		f = append(f, float64(i)/2)
	}
	fmt.Println(f)
	type point struct{ x, y int }
	ps := []point{{1, 2}}
	p := ps[0]
	ps = append(ps, p, p)
	ps[1].x = 9
	fmt.Println(ps, p)
	grid := make([][]rune, 3)
	for i := range grid {
		grid[i] = []rune("...")
	}
	grid[1][1] = '#'
	for _, row := range grid {
		fmt.Println(string(row))
	}
}
