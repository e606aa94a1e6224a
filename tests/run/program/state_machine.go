package main

import "fmt"

type state int

const (
	idle state = iota
	running
	stopped
	numStates
)

func (s state) String() string { return [...]string{"idle", "running", "stopped"}[s] }

type event string

type transition struct {
	from state
	ev   event
}

type action func(*machine) error

type machine struct {
	state
	table map[transition]state
	hooks map[state][]action
	trace []string
}

func (m *machine) fire(e event) error {
	next, ok := m.table[transition{m.state, e}]
	if !ok {
		return fmt.Errorf("no transition from %v on %q", m.state, e)
	}
	m.trace = append(m.trace, fmt.Sprint(m.state, "->", next))
	m.state = next
	for _, h := range m.hooks[next] {
		if err := h(m); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	m := &machine{
		table: map[transition]state{{idle, "start"}: running, {running, "stop"}: stopped, {stopped, "reset"}: idle},
		hooks: map[state][]action{running: {func(m *machine) error { m.trace = append(m.trace, "hook"); return nil }}},
	}
	for _, e := range []event{"start", "start", "stop", "reset"} {
		fmt.Println(m.fire(e), m.state)
	}
	fmt.Println(m.trace, numStates)
}
