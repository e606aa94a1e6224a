// Values that cross 2^53 in both directions stay exact and comparable.
package main

import "fmt"

func main() {
	x := 1<<53 - 2
	var seen []int
	for range 5 {
		x++
		seen = append(seen, x)
	}
	for range 5 {
		x--
		seen = append(seen, x)
	}
	fmt.Println(seen)
	m := map[int]int{}
	for _, v := range seen {
		m[v]++
	}
	fmt.Println(len(m), m[1<<53], m[1<<53+1])
	a, b := 1<<60, 1<<60
	fmt.Println(a == b, a-b == 0, a > b-1, a/b, a%7, -a < a, a*0)
	var any1, any2 any = a, b
	fmt.Println(any1 == any2, any1 == any(a-1))
	switch a {
	case 1 << 60:
		fmt.Println("matched")
	}
	f := float64(a) * 1.5
	fmt.Println(f, int(f), int64(float64(1<<62)))
	sum := 0
	for i := range 100 {
		sum += i << 55
	}
	fmt.Println(sum)
	u := uint(0)
	u--
	fmt.Println(u, u/2, u>>1 == 1<<63-1, int(u))
}
