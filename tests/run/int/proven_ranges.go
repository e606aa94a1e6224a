// run

// Arithmetic whose range follows from the program, and indices that comparisons prove, next to those that
// only look like it.
package main

import "fmt"

type counter struct {
	n, last int
	left    uint
}

func (c *counter) step(by int) int {
	c.n += by
	c.last = c.n - 1
	return c.n
}

// Parameters and results get what all calls give them.
func area(w, h int) int { return w * h }

func grow(n int) int {
	if n > 1<<60 {
		return n
	}
	return grow(n * 3)
}

func digits(n int) (count, sum int) {
	for ; n != 0; n /= 10 {
		count++
		sum += n % 10
	}
	return
}

// A counter that leaves the range of its comparison by steps.
func strides(n, by int) (visited, after int) {
	i := 1
	for ; i <= n; i += by {
		visited++
	}
	return visited, i
}

func window(s []int, at, n int) (sum int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(" ", r)
		}
	}()
	if at < 0 || at >= len(s) {
		return -1
	}
	for i := at; i < at+n; i++ {
		sum += s[i]
	}
	return sum
}

func insertion(s []int) []int {
	for i := 1; i < len(s); i++ {
		x, j := s[i], i-1
		for j >= 0 && s[j] > x {
			s[j+1] = s[j]
			j--
		}
		s[j+1] = x
	}
	return s
}

// The slice gets shorter in the loop whose counter was compared with its length.
func shrinking(s []int) (seen int) {
	defer func() { fmt.Println("  recovered:", recover()) }()
	for i := 0; i < len(s); i++ {
		s = s[:len(s)-1]
		seen += s[i]
	}
	return
}

// The counter moves between the comparison and the index.
func skipping(s []int) (seen int) {
	defer func() { fmt.Println("  recovered:", recover()) }()
	for i := 0; i < len(s); {
		i += 2
		seen += s[i]
	}
	return
}

func search(s []int, x int) int {
	low, high := 0, len(s)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if s[mid] < x {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func masked(x int, y uint8, table *[16]int) int {
	return table[x&15] + table[y>>4] + table[y%16]
}

func matrix(n int) (trace int) {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, n+1)
		for j := 0; j <= n; j++ {
			rows[i][j] = i*n + j
		}
	}
	for i := 0; i < n; i++ {
		trace += rows[i][i] + rows[i][n]
	}
	return trace
}

func shifts(x int32, u uint32, n uint) (int32, uint32, uint32) {
	if n < 32 {
		return x << n, u >> n, u<<n | u>>(32-n)
	}
	return x << n, u >> n, u << n
}

func down(s []string) (out string) {
	for i := len(s) - 1; i >= 0; i-- {
		out += s[i]
	}
	for u := uint(3); u < 4; u-- {
		out += fmt.Sprint(u)
	}
	return out
}

func main() {
	c := &counter{left: 2}
	for i := 0; i < 5; i++ {
		c.step(i * 1000)
	}
	c.left -= 3
	fmt.Println(*c, c.step(1<<62), c.step(1<<62), c.last)
	fmt.Println(area(3, 4), area(-1, 0), area(1<<31, 1<<31), area(-(1 << 32), 1<<31), grow(7))
	fmt.Println(digits(-9223372036854775808))
	fmt.Println(digits(120034))
	fmt.Println(strides(10, 4))
	fmt.Println(strides(1<<53-2, 1<<51))
	s := []int{5, 3, 9, 1, 7, 3}
	fmt.Println(window(s, 2, 3), window(s, -1, 3), window(s, 6, 1), window(s, 4, 3))
	fmt.Println(insertion(s), search(s, 4), search(s, 100), search(s, -5))
	fmt.Println(shrinking([]int{1, 2, 3, 4, 5}), skipping([]int{1, 2, 3, 4, 5}))
	table := [16]int{1, 2, 4, 8, 15: 1 << 62, 14: 3}
	fmt.Println(masked(-1, 255, &table), masked(1<<62+1, 16, &table))
	fmt.Println(matrix(4))
	fmt.Println(shifts(-5, 0x80000001, 0))
	fmt.Println(shifts(-5, 0x80000001, 7))
	fmt.Println(shifts(-5, 0x80000001, 31))
	fmt.Println(shifts(-5, 0x80000001, 32))
	fmt.Println(down([]string{"c", "b", "a"}))
	product := 1
	for i := 1; i <= 25; i++ {
		product = product * i % 1000000007
		fmt.Print(product, " ")
	}
	fmt.Println((1<<62)%6364136223846793005, c.n/6364136223846793005)
}
