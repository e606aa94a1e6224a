// run

// Small arrays in variables, in loops: values with constant indices, and those that must be arrays.
package main

import "fmt"

type Vec [3]float64

func (a Vec) Add(b Vec) Vec       { return Vec{a[0] + b[0], a[1] + b[1], a[2] + b[2]} }
func (a Vec) Scale(s float64) Vec { return Vec{a[0] * s, a[1] * s, a[2] * s} }
func (a Vec) Same() Vec           { return a }
func (a Vec) Neg() Vec            { a[0] = -a[0]; a[2] = -a[2]; return a }
func (a Vec) At(i int) float64    { return a[i] }
func (a Vec) First() Vec          { return Vec{1: a[0]} }

type Body struct {
	Pos, Vel Vec
	Tags     [2]string
	Grid     [2][2]int
}

func values() {
	bs := []Body{{Vec{1, 2, 3}, Vec{4, 5, 6}, [2]string{"a", "b"}, [2][2]int{{1, 2}, {3, 4}}}, {}}
	for round := 0; round < 3; round++ {
		for i := range bs {
			b := bs[i]
			c := b
			c.Pos[0] = 100
			b.Pos = b.Pos.Add(b.Vel.Scale(0.5))
			b.Pos[1] += c.Pos[0]
			b.Tags[0], b.Tags[1] = b.Tags[1], b.Tags[0]+"x"
			b.Grid[1][0]++
			b.Grid[0] = b.Grid[1]
			b.Grid[1][1] = b.Grid[0][0] * 2
			bs[i] = b
			bs[1-i].Vel = Vec{bs[i].Vel[1], bs[1-i].Vel[2], bs[1-i].Vel[0] + 1}
			fmt.Println(b, c, b == c, bs[i] == b, b.Grid[0] == [2]int{2, 4})
		}
	}
	fmt.Println(bs)
}

func parallel() {
	v, w := Vec{1, 2, 3}, Vec{4, 5, 6}
	for i := 0; i < 3; i++ {
		v = Vec{v[2], v[0], v[1]}
		v, w = w, v
		v[0], w[0] = w[1], v[1]
		w = w.Same().Neg().First().Add(v)
		var z Vec
		z[i] = 1
		v = v.Add(z)
		fmt.Println(v, w, v.At(i), v == w, len(v))
	}
	m := [2][2]int{{1, 1}, {1, 0}}
	r := [2][2]int{{1, 0}, {0, 1}}
	for i := 0; i < 90; i++ {
		r = [2][2]int{
			{r[0][0]*m[0][0] + r[0][1]*m[1][0], r[0][0]*m[0][1] + r[0][1]*m[1][1]},
			{r[1][0]*m[0][0] + r[1][1]*m[1][0], r[1][0]*m[0][1] + r[1][1]*m[1][1]},
		}
	}
	fmt.Println(r)
}

func dynamic() {
	total := 0
	for i := 0; i < 4; i++ {
		counts := [4]int{i, 1}
		counts[i]++
		counts[3] += counts[0]
		for j, c := range counts {
			total += j * c
		}
		part := counts[1:3]
		part[0] = 7
		keep := counts
		p := &counts[2]
		*p = 9
		keep[0] = -1
		f := func() int { counts[1]++; return counts[1] }
		fmt.Println(counts, keep, part, f(), counts, total)
	}
	seen := map[[2]int]int{}
	at := [2]int{}
	for i := 0; i < 6; i++ {
		at[0]++
		at = [2]int{at[1], at[0]}
		seen[at]++
		next := [2]int{at[0] + 1, at[1]}
		if seen[next] > 0 && next != at {
			seen[next]++
		}
	}
	fmt.Println(seen, at)
	var small [3]uint8
	var bools [2]bool
	var u [2]uint64
	for i := 0; i < 300; i++ {
		small[0] += 3
		small = [3]uint8{small[0], small[0] + small[2], small[1]}
		bools[0], bools[1] = !bools[1], bools[0]
		u = [2]uint64{u[1]*6364136223846793005 + 1, u[0] ^ u[1]>>3}
	}
	fmt.Println(small, bools, u)
}

func fails(list []Vec, i int) (sum Vec, err any) {
	defer func() { err = recover() }()
	for n := range 2 {
		v := list[n]
		sum = sum.Add(v)
		v[1] = sum.At(i)
		list[n] = v
	}
	return
}

func main() {
	values()
	parallel()
	dynamic()
	list := []Vec{{1, 2, 3}, {4, 5, 6}}
	fmt.Println(fails(list, 2))
	fmt.Println(fails(list, 3))
	fmt.Println(fails(list[:1], 0))
	fmt.Println(list)
}
