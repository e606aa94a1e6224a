package main

import (
	"fmt"
	"sort"
	"sync"
)

type task struct{ id, n int }
type outcome struct {
	task
	value int
	err   error
}

func collatz(n int) (steps int) {
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	return
}

func process(t task) (o outcome) {
	o.task = t
	defer func() {
		if r := recover(); r != nil {
			o.err = fmt.Errorf("task %d: %v", t.id, r)
		}
	}()
	if t.n <= 0 {
		panic("not positive")
	}
	o.value = collatz(t.n)
	return
}

func main() {
	tasks, outcomes := make(chan task), make(chan outcome, 4)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for t := range tasks {
				outcomes <- process(t)
			}
		}()
	}
	go func() {
		for i, n := range []int{27, 97, 0, 1, 871, -5} {
			tasks <- task{i, n}
		}
		close(tasks)
		wg.Wait()
		close(outcomes)
	}()
	var all []outcome
	for o := range outcomes {
		all = append(all, o)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	for _, o := range all {
		fmt.Println(o.id, o.n, o.value, o.err)
	}
	sem := make(chan struct{}, 2)
	var mu sync.Mutex
	running, most := 0, 0
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			mu.Lock()
			running++
			most = max(most, running)
			mu.Unlock()
			mu.Lock()
			running--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println(most <= 2)
}
