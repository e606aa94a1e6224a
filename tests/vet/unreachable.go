// Statements that nothing leads to.
package main

func returns() int {
	return 1
	println("a")
	println("b")
	return 2
}

func panics() {
	panic("x")
	println("a")
}

func loops() {
	for {
		println("a")
	}
	println("b")
}

func leaves(n int) int {
	for {
		if n > 3 {
			break
		}
		continue
		n++
	}
outer:
	for {
		for {
			break outer
		}
	}
	return n
}

func switches(n int) int {
	switch n {
	case 1:
		return 1
		n++
	case 2:
		fallthrough
	default:
		return 2
	}
	return 3
}

func branches(ok bool) int {
	if ok {
		return 1
	} else if !ok {
		return 2
	} else {
		panic("no")
	}
	return 3
}

func jumps() {
	goto end
	println("a")
end:
	println("b")
}

func selects(c chan int) {
	select {
	case <-c:
		return
	}
	println("x")
}

func literal() {
	_ = func() int {
		return 1
		println("x")
		return 2
	}
	{
		return
	}
	println("x")
}

func main() {
	returns()
	panics()
	leaves(1)
	switches(1)
	branches(true)
	jumps()
	selects(nil)
	literal()
	loops()
}
