package main

func main() {
	x := 5
	switch x {
	case "a": // ERROR "(untyped string constant) to type int"
	case 1, 2:
		fallthrough
	case 3:
	default:
	default: // ERROR "multiple defaults"
	}
	switch {
	case x: // ERROR "invalid case x in switch on true (mismatched types int and bool)"
	}
	switch x {
	case 1:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	switch y := any(x).(type) {
	case int:
		fallthrough // ERROR "cannot fallthrough in type switch"
	default:
		_ = y
	}
	select {
	case x > 1: // ERROR "select case must be send or receive (possibly with assignment)"
	}
}
