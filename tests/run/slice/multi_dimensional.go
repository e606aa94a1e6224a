package main

import "fmt"

type cell struct {
	v    int
	tags []string
}

func main() {
	var grid [3][4]cell
	for i := range grid {
		for j := range grid[i] {
			grid[i][j].v = i * j
		}
	}
	row := grid[2]
	row[3].v = 100
	p := &grid[1]
	p[2].tags = append(p[2].tags, "t")
	fmt.Println(grid[2][3].v, row[3].v, grid[1][2].tags, len(grid[0]))
	jagged := [][]int{{1}, {2, 3}, nil, {}}
	for i, r := range jagged {
		fmt.Print(i, len(r), r == nil, " ")
	}
	jagged[2] = append(jagged[2], 9)
	fmt.Println(jagged)
	m := map[string][][]int{"a": {{1, 2}, {3}}}
	m["a"][0][1] = 20
	fmt.Println(m)
	ptrs := []*[2]int{{1, 2}, {3, 4}}
	ptrs[0][1]++
	fmt.Println(*ptrs[0], len(ptrs[1]))
	s := grid[0][1:3]
	s[0].v = -1
	fmt.Println(grid[0][1].v, len(s), cap(s))
	copies := grid
	copies[0][0].v = 5
	fmt.Println(grid[0][0].v, copies[0][0].v)
}
