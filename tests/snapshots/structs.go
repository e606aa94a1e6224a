package main

// Point is a place on the map.
type Point struct{ X, Y int }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Scale stretches p in place.
func (p *Point) Scale(k int) {
	p.X *= k
	p.Y *= k
}

func main() {
	points := []Point{{1, 2}, {3, 4}}
	first := points[0] // a copy
	points[0].Scale(10)
	var sum Point
	for _, p := range points {
		sum = sum.Add(p)
	}
	println(first.X, points[0].X, sum.X, sum.Y)
}
