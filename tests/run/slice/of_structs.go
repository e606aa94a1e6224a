// Elements of struct type are values: reading copies, &s[i] refers to the element.
package main

import "fmt"

type inner struct{ n int }
type outer struct {
	in  inner
	arr [2]int
}

func main() {
	s := make([]outer, 2)
	x := s[0]
	x.in.n = 5
	fmt.Println(s[0], x)
	p := &s[1]
	p.in.n = 7
	p.arr[1] = 8
	fmt.Println(s[1])
	s[1] = outer{inner{1}, [2]int{2, 3}}
	fmt.Println(*p, p.in)
	s[0], s[1] = s[1], s[0]
	fmt.Println(s, *p)
	for _, o := range s {
		o.in.n = 100
	}
	fmt.Println(s)
	for i := range s {
		s[i].in.n = 100
	}
	fmt.Println(s)
	s = append(s, s[0])
	s[2].arr[0] = -1
	fmt.Println(s[0].arr, s[2].arr)
}
