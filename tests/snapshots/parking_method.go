package main

type job interface{ run() int }

type quick int

func (q quick) run() int { return int(q) }

type slow struct{ c chan int }

func (s *slow) run() int { return <-s.c }

func sum(jobs []job) (total int) {
	for _, j := range jobs {
		total += j.run()
	}
	return total
}

func main() {
	s := &slow{make(chan int)}
	go func() { s.c <- 40 }()
	println(sum([]job{quick(2), s}))
}
