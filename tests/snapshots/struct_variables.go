// The form of struct variables in loops: one variable per field.
package main

type Vec struct{ X, Y float64 }

func (a Vec) Add(b Vec) Vec       { return Vec{a.X + b.X, a.Y + b.Y} }
func (a Vec) Scale(f float64) Vec { return Vec{a.X * f, a.Y * f} }
func (a Vec) Turned() Vec         { a.X, a.Y = -a.Y, a.X; return a }
func (a Vec) Clamped(m float64) Vec {
	if a.X > m {
		return Vec{m, a.Y}
	}
	return a
}

type Particle struct {
	Pos, Vel Vec
	ID       int
}

func main() {
	ps := make([]Particle, 10)
	kept := []Vec{}
	var sum Vec
	for i := range ps {
		p := ps[i]
		p.Pos = p.Pos.Add(p.Vel.Scale(0.5))
		p.Vel = Vec{p.Vel.Y, p.Vel.X}.Clamped(9)
		ps[i] = p
		if p.Pos != sum {
			sum = sum.Add(p.Vel.Turned())
		}
		kept = append(kept, sum)
	}
	println(sum.X, sum.Y, len(kept))
}
