package main

func f() int { return 1 }

func main() {
	x := 1
	x // ERROR "x (variable of type int) is not used"
	f // ERROR "f (value of type func() int) is not used"
	1 + 2 // ERROR "1 + 2 (untyped int constant 3) is not used"
	if x { // ERROR "non-boolean condition in if statement"
	}
	for x { // ERROR "non-boolean condition in for statement"
	}
	break // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	defer f // ERROR "expression in defer must be function call"
	go 5 // ERROR "expression in go must be function call"
	x++ 
	"s"++ // ERROR "++ (non-numeric type untyped string)"
	for range 1.5 { // ERROR "cannot range over 1.5 (untyped float constant)"
	}
	var c chan<- int
	<-c // ERROR "invalid operation: cannot receive from send-only channel chan<- int c (variable of type chan<- int)"
	var r <-chan int
	r <- 1 // ERROR "invalid operation: cannot send to receive-only channel <-chan int r (variable of type <-chan int)"
	close(r) // ERROR "invalid operation: cannot close receive-only channel r (variable of type <-chan int)"
}
