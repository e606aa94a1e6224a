// run

// Bytes are found whether near or far, and never beyond the slice; bytes and text of any length turn into each other.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
)

func main() {
	backing := bytes.Repeat([]byte("x"), 1000)
	for _, at := range []int{0, 1, 63, 64, 99, 100, 101, 499, 500, 999} {
		backing[at] = 'y'
		for _, end := range []int{at, at + 1, 500, 1000} {
			part := backing[min(7, end):end]
			fmt.Print(bytes.IndexByte(part, 'y'), bytes.IndexByte(backing[:end], 'y'), bytes.Count(part, []byte("y")), " ")
		}
		fmt.Println(bytes.IndexByte(nil, 'y'), bytes.IndexByte(backing[at:at], 'y'))
		backing[at] = 'x'
	}
	for n := range 40 {
		var b []byte
		for i := range n {
			b = append(b, byte(i*37+200))
		}
		s := string(b)
		fmt.Printf("%x %v %v\n", s, len(s) == n, bytes.Equal([]byte(s), b) && string(b[n/2:]) == s[n/2:])
	}
	text := strings.Repeat("short\n"+strings.Repeat("long ", 60)+"\n\n", 20)
	lines, total := 0, 0
	for scanner := bufio.NewScanner(strings.NewReader(text)); scanner.Scan(); lines++ {
		total += len(scanner.Text())
	}
	fmt.Println(lines, total)
}
