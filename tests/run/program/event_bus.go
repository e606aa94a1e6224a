package main

import "fmt"

type Event interface{ Name() string }
type Created struct{ ID int }
type Deleted struct {
	ID     int
	Reason string
}

func (Created) Name() string  { return "created" }
func (*Deleted) Name() string { return "deleted" }

type Handler[E Event] func(E)

type Bus struct {
	handlers map[string][]func(Event)
	history  []Event
}

func On[E Event](b *Bus, name string, h Handler[E]) {
	if b.handlers == nil {
		b.handlers = make(map[string][]func(Event))
	}
	b.handlers[name] = append(b.handlers[name], func(e Event) {
		if typed, ok := e.(E); ok {
			h(typed)
		}
	})
}

func (b *Bus) Emit(events ...Event) {
	for _, e := range events {
		b.history = append(b.history, e)
		for _, h := range b.handlers[e.Name()] {
			h(e)
		}
	}
}

func main() {
	var b Bus
	sum := 0
	On(&b, "created", func(c Created) { sum += c.ID })
	On(&b, "deleted", func(d *Deleted) { fmt.Println("deleted", d.ID, d.Reason) })
	On(&b, "created", func(d *Deleted) { fmt.Println("never") })
	b.Emit(Created{1}, Created{2}, &Deleted{1, "old"})
	fmt.Println(sum, len(b.history), b.history[0] == Event(Created{1}))
	for _, e := range b.history {
		switch e := e.(type) {
		case Created:
			fmt.Print(e.ID, " ")
		case *Deleted:
			fmt.Println(e.Reason)
		}
	}
}
