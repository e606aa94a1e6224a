package main

import (
	"fmt"
	"strings"
)

const size = 8

type board [size][size]bool

func (b board) neighbours(r, c int) (n int) {
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			if (dr != 0 || dc != 0) && b[(r+dr+size)%size][(c+dc+size)%size] {
				n++
			}
		}
	}
	return
}

func (b *board) step() {
	old := *b
	for r := range old {
		for c := range old[r] {
			n := old.neighbours(r, c)
			b[r][c] = n == 3 || n == 2 && old[r][c]
		}
	}
}

func (b board) String() string {
	var s strings.Builder
	for _, row := range b {
		for _, cell := range row {
			s.WriteByte(" #"[map[bool]int{true: 1}[cell]])
		}
		s.WriteByte('|')
	}
	return s.String()
}

func main() {
	var b board
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		b[p[0]][p[1]] = true
	}
	for range 4 {
		fmt.Println(b)
		b.step()
	}
}
