package main

func squares(n int, out chan<- int) {
	for i := range n {
		out <- i * i
	}
	close(out)
}

func main() {
	ch := make(chan int)
	go squares(4, ch)
	for v := range ch {
		println(v)
	}
	done := make(chan bool, 1)
	go func() { done <- true }()
	select {
	case <-done:
		println("done")
	case v, ok := <-ch:
		println(v, ok)
	}
}
