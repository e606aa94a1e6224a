// run

// What is known of the lengths of strings and slices, and indices that it bounds.
package main

import "fmt"

var (
	table   = "0123456789abcdef"
	changed = "abc"
)

type named struct {
	key  string
	rest []int
}

func cycle(s string, n int) (sum int) {
	for i := 0; i < n; i++ {
		sum = sum*31%65521 + int(s[i%len(s)])
	}
	return
}

func fixed(n int) (sum int) {
	key := "the quick brown fox"
	for i := 0; i < n; i++ {
		sum = sum*31%65521 + int(key[i%len(key)]) ^ int(key[(i*7)%19])
	}
	return
}

func backwards(s string) (sum int, err any) {
	defer func() { err = recover() }()
	for i := 5; ; i-- {
		sum += int(s[i%len(s)])
	}
}

func either(isLong bool) (err any) {
	defer func() { err = recover() }()
	s := "abcdefgh"
	if !isLong {
		s = "abc"
	}
	return s[3:] + string(s[5%len(s)]) + string(s[7])
}

func growing(n int) (sum int) {
	s := ""
	for i := 0; i < n; i++ {
		s += "xy"
		sum += int(s[(i*3)%len(s)])
	}
	return
}

func reassigned() (err any) {
	defer func() { err = recover() }()
	s := []int{1, 2, 3, 4}
	i := 7 % len(s)
	first := s[i]
	s = s[:2]
	return first + s[i]
}

func negative(s []int, d int) (sum int, err any) {
	defer func() { err = recover() }()
	for i := 0; i < 4; i++ {
		sum += s[i%(len(s)-d)]
	}
	return
}

func emptied(s string) (err any) {
	defer func() { err = recover() }()
	if s != "" {
		last := s[len(s)-1]
		s = s[1:]
		return string(last) + string(s[len(s)-1])
	}
	return "empty"
}

func ring(values []int) []int {
	buffer, at := make([]int, 5), 0
	for _, v := range values {
		buffer[at] = v
		at = (at + 1) % len(buffer)
	}
	return append(buffer, at)
}

func (n named) first() (err any) {
	defer func() { err = recover() }()
	if len(n.key) > 0 && len(n.rest) > 0 {
		return string(n.key[0]) + fmt.Sprint(n.rest[0])
	}
	return n.rest[len(n.key)]
}

func closure() (err any) {
	defer func() { err = recover() }()
	s := "abcdef"
	cut := func() { s = s[:2] }
	if len(s) > 4 {
		cut()
		return s[4]
	}
	return nil
}

func joined(a, b string) (err any) {
	defer func() { err = recover() }()
	s := a + "-" + b
	return string(s[0]) + string([]byte(s)[len(s)-1]) + string(s[3])
}

func hex(v uint8) string { return string(table[v>>4]) + string(table[v&15]) }

func mod(s string, x int) (err any) {
	defer func() { err = recover() }()
	return x % len(s)
}

func main() {
	fmt.Println(cycle("abc", 100), cycle("x", 3), fixed(1000))
	fmt.Println(backwards("abcd"))
	fmt.Println(either(true), either(false))
	fmt.Println(growing(10))
	fmt.Println(reassigned())
	fmt.Println(negative([]int{1, 2, 3}, 1))
	fmt.Println(negative([]int{1, 2, 3}, 3))
	fmt.Println(negative([]int{1}, 3))
	fmt.Println(negative([]int{1, 2}, 5))
	fmt.Println(emptied("ab"), emptied("a"), emptied(""))
	fmt.Println(ring([]int{1, 2, 3, 4, 5, 6, 7}))
	fmt.Println(named{"k", []int{4}}.first(), named{"", []int{5}}.first(), named{"k", nil}.first())
	fmt.Println(closure())
	fmt.Println(joined("", "b"), joined("", "bcd"), joined("", ""))
	fmt.Println(hex(0xa5), mod("", 3), mod("abc", -5))
	changed += "d"
	for i := range 6 {
		changed = changed[1:] + string(changed[i%len(changed)])
	}
	fmt.Println(changed, changed[3])
}
