// run

// The length of a slice may be known from how it was made, unless something gives the variable another one.
package main

import "fmt"

const size = 8

type table struct {
	cells []int
	spare []int
}

var global = make([]int, size)
var shrinking = make([]int, size)

func weigh(i, j int) float64 { return 1 / float64((i+j)*(i+j+1)/2+i+1) }

func weights(v, u []float64) {
	for i := range v {
		for j := range u {
			v[i] += weigh(i, j) * u[j]
		}
	}
}

func try(name string, f func()) {
	defer func() {
		if err := recover(); err != nil {
			fmt.Println(name, err)
		}
	}()
	f()
	fmt.Println(name, "ok")
}

func last(s []int) int { return s[size-1] }

func half(s []int) []int { return s[:len(s)/2] }

func made(n int) []int { return make([]int, n) }

func set(s *[]int) { *s = (*s)[:2] }

func main() {
	v, u := make([]float64, size), make([]float64, size)
	for i := range u {
		u[i] = 1
	}
	weights(v, u)
	fmt.Printf("%.4f\n", v)

	s := make([]int, size)
	for i := 0; i < size; i++ {
		s[i] = i * i
	}
	fmt.Println(s, last(s), len(half(s)))

	try("fits", func() { fmt.Println(last(made(size))) })
	try("param", func() { last(half(s)) })
	try("global", func() {
		for i := 0; i < size; i++ {
			global[i] = i
		}
	})
	try("shrunk global", func() {
		for i := 0; i < size; i++ {
			shrinking[i] = i
			if i == 4 {
				shrinking = shrinking[:5]
			}
		}
	})
	try("field", func() {
		t := table{cells: make([]int, size)}
		for i := 0; i < size; i++ {
			t.cells[i]++
		}
		for i := 0; i < size; i++ {
			t.spare[i]++
		}
	})
	try("appended", func() {
		x := make([]int, 2, 4)
		x = append(x, 1)
		x[2]++
		x[3]++
	})
	try("captured", func() {
		x := make([]int, size)
		cut := func() { x = x[:size-1] }
		for i := 0; i < size; i++ {
			x[i]++
			if i == 3 {
				cut()
			}
		}
	})
	try("pointer", func() {
		x := make([]int, size)
		set(&x)
		for i := 0; i < size; i++ {
			x[i]++
		}
	})
	try("tuple", func() {
		x, y := half(s), s
		x, y = y, x
		fmt.Println(x[size-1])
		fmt.Println(y[size-1])
	})
	try("resliced", func() {
		x := make([]int, size)
		for len(x) > 0 {
			x = x[1:]
		}
		x[0]++
	})
	try("negative", func() {
		n := -1
		if len(s) > 0 {
			n -= 2
		}
		fmt.Println(len(make([]int, n)))
	})
	try("nil", func() {
		var x []int
		for i := 0; i < 1; i++ {
			x[i]++
		}
	})
	try("named result", func() { fmt.Println(cut(s)[size-1]) })
	try("literal", func() {
		x := []int{size: 1}
		fmt.Println(x[size], x[len(s)])
		x = []int{1, 2, 3}
		fmt.Println(x[size])
	})
}

func cut(s []int) (r []int) {
	r = s
	defer func() {
		recover()
		r = r[:3]
	}()
	panic("cut")
}
