package main

type base struct{ name string }

func (b *base) rename(s string) { b.name = s }
func (b base) hello() string    { return "hello " + b.name }

type derived struct {
	base
	n int
}

type greeter interface{ hello() string }

func main() {
	d := derived{base{"a"}, 1}
	d.rename("b")
	var g greeter = d
	println(g.hello(), d.name)
}
