// run

// Integers in slices, arrays, maps and channels and behind pointers that leave the safe integers, and 64 bits, by whatever
// way a value comes to them.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type table struct {
	rows  [][]int
	seen  [4]int
	total int
}

type ints []int

func (s *ints) push(x int) { *s = append(*s, x) }

type holder interface{ all() []int }

type box struct{ data []int }

func (b *box) all() []int { return b.data }

var shared = make([]int, 4)

var table2 = [][]int{{1, 2}, {3, 4}}

func fill(s []int, x int) {
	for i := range s {
		s[i] = x
	}
}

func pointer(s []int, i int) *int { return &s[i] }

func double(s []int, n int) []int {
	for k := 0; k < n; k++ {
		for i := range s {
			s[i] += s[i]
		}
	}
	return s
}

func fibonacci(n int) int {
	f := make([]int, n+1)
	f[1] = 1
	for i := 2; i <= n; i++ {
		f[i] = f[i-1] + f[i-2]
	}
	return f[n]
}

func catalan(n int) []int {
	c := make([]int, n+1)
	c[0] = 1
	for i := 1; i <= n; i++ {
		for j := 0; j < i; j++ {
			c[i] += c[j] * c[i-1-j]
		}
	}
	return c
}

func pascal(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, i+1)
		rows[i][0], rows[i][i] = 1, 1
		for j := 1; j < i; j++ {
			rows[i][j] = rows[i-1][j-1] + rows[i-1][j]
		}
	}
	return rows
}

func generic[T ~int | ~int64](s []T, x T) []T {
	for i := range s {
		s[i] += x
	}
	return append(s, x)
}

func pair() ([]int, int) { return shared, 2 }

func variadic(s ...int) []int { s[0]++; return s }

func swap(a, b []int) ([]int, []int) { return b, a }

func main() {
	fmt.Println(double([]int{1, -1, 3}, 61), double([]int{1}, 63), double([]int{1}, 64))
	fmt.Println(fibonacci(78), fibonacci(79), fibonacci(92), fibonacci(93))
	fmt.Println(catalan(36)[30:])
	fmt.Println(pascal(68)[67][30:36])

	// Large constants that reach a counter's table on different ways.
	a := make([]int, 3)
	b := a[1:]
	b[0] = 1<<53 - 1
	a[1]++
	a[1]++
	fmt.Println(a, a[1]-1, a[1] == 1<<53+1)

	c := []int{1, 2, 3}
	copy(c, []int{1<<62 + 1})
	c[0] += c[0]
	c[0]++
	fmt.Println(c)

	d := append([]int(nil), 1)
	d = append(d, c...)
	d[1]--
	fmt.Println(d)

	p := pointer(shared, 1)
	*p = 1<<63 - 1
	shared[1]++
	fmt.Println(shared, *p)

	e := make([]int, 2)
	set := func(s []int, x int) { s[0] = x }
	set(e, 1<<60)
	e[0] += 1
	fmt.Println(e)

	f := make([]int, 2)
	func() { f[1] = 1<<61 + 1 }()
	f[1] += 1
	fmt.Println(f)

	g := &box{make([]int, 2)}
	var h holder = g
	h.all()[1] = 1<<59 + 1
	g.data[1]++
	fmt.Println(g.data)

	var any1 any = e
	any1.([]int)[1] = 1<<58 + 1
	e[1]++
	fmt.Println(e)

	fmt.Println(generic([]int{1, 2}, 1<<53-1), generic([]int64{1 << 62}, 1<<62))

	t := table{rows: [][]int{{0, 0}, {0, 0}}}
	row := t.rows[1]
	row[1] = 1<<53 - 1
	for range 3 {
		t.rows[1][1]++
		t.seen[2]++
	}
	u := t
	u.seen[2] += 1 << 60
	fmt.Println(t, u.seen, u.rows[1][1])

	var s ints
	s.push(1 << 53)
	s.push(1)
	s[0]++
	s[1]++
	fmt.Println(s)

	x, _ := pair()
	x[2] = 1<<63 - 1
	shared[2] += 2
	fmt.Println(shared)

	args := []int{5, 6}
	variadic(args...)[1] = 1 << 57
	args[1]++
	fmt.Println(args, variadic(1<<53-1, 2))

	y, z := swap(make([]int, 1), make([]int, 1))
	y[0] = 1 << 53
	z[0]++
	y[0]++
	fmt.Println(y, z)

	m := map[string][]int{"a": make([]int, 2)}
	m["a"][0] = 1<<53 - 1
	q := m["a"]
	q[0]++
	q[0]++
	r, ok := m["a"]
	r[1] -= 1<<63 - 1
	r[1] -= 2
	fmt.Println(m, ok)

	counts := map[string]int{}
	for _, w := range strings.Fields("a b a c a b") {
		counts[w]++
	}
	counts["d"] += 1<<53 - 1
	counts["d"]++
	counts["d"]++
	fmt.Println(counts)

	ch := make(chan []int, 1)
	w := make([]int, 1)
	ch <- w
	(<-ch)[0] = 1 << 54
	w[0]++
	numbers := make(chan int, 2)
	numbers <- 1<<53 - 1
	n := <-numbers
	n++
	n++
	fmt.Println(w, n)

	fill(shared, 7)
	for i := range shared {
		shared[i] *= 1 << 61
	}
	fmt.Println(shared)

	table2[0], table2[1] = table2[1], []int{1<<53 - 1}
	for _, row := range table2 {
		for i := range row {
			row[i]++
			row[i]++
		}
	}
	fmt.Println(table2)

	keyed := map[[1]int]int{{1 << 53}: 1}
	for k, v := range keyed {
		k[0]++
		fmt.Println(k, v)
	}

	arr := [3]int{1, 2, 3}
	pa := &arr
	pa[1] = 1<<53 - 1
	sl := arr[:]
	sl[1]++
	arr[1]++
	brr := arr
	brr[0]--
	fmt.Println(arr, brr, *pa)

	pp := &sl
	(*pp)[0] = 1<<63 - 1
	*pp = append(*pp, 1<<53)
	arr[0]++
	fmt.Println(arr, sl)

	sorted := []int{3, 1 << 60, -1 << 60, 2}
	sort.Ints(sorted)
	sorted[3]++
	fmt.Println(sorted)

	new1 := new(int)
	*new1 = 1<<53 - 1
	*new1++
	*new1++
	fmt.Println(*new1)

	structs := []struct{ v []int }{{[]int{1}}}
	for _, st := range structs {
		st.v[0] = 1<<53 - 1
	}
	structs[0].v[0]++
	structs[0].v[0]++
	fmt.Println(structs)

	sums := make([]int, 3)
	products := 1
	for i := 1; i <= 25; i++ {
		products *= i
		sums[i%3] += products
	}
	fmt.Println(sums, products)
}
