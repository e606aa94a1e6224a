package main

func main() {
	x := 1 // ERROR "declared and not used: x"
	var y, z int // ERROR "declared and not used: y"
	z = 2
	_ = z
	func() {
		inner := 0 // ERROR "declared and not used: inner"
	}()
	for i, v := range []int{1} { // ERROR "declared and not used: v"
		_ = i
	}
	switch t := any(1).(type) { // ERROR "t declared and not used"
	case int:
	}
}
