package main

import "fmt"

type config struct {
	Server struct {
		Host string
		Port int
	}
	Limits [2]struct{ Min, Max int }
	Next   *struct{ v int }
}

func main() {
	var c config
	c.Server.Host = "localhost"
	c.Server.Port++
	c.Limits[1].Max = 10
	d := c
	d.Limits[1].Max = 20
	d.Server.Port = 80
	fmt.Printf("%+v\n%+v\n", c, d)
	c.Next = &struct{ v int }{5}
	e := c
	e.Next.v++
	fmt.Println(c.Next.v)
	points := []struct{ x, y int }{{1, 2}, {3, 4}}
	for i := range points {
		points[i].x *= 10
	}
	fmt.Println(points)
	tests := map[string]struct {
		in   int
		want string
	}{"one": {1, "1"}, "two": {2, "2"}}
	fmt.Println(tests["two"].want, len(tests))
	type local struct{ config }
	l := local{c}
	l.Server.Port = 5
	fmt.Println(l.Server.Port, c.Server.Port)
	f := func(o struct{ a, b int }) int { return o.a - o.b }
	fmt.Println(f(struct{ a, b int }{5, 3}))
}
