// run

// Goroutines of a loop whose functions mention variables of the loop, of the function around it, of one further out, and
// names that inner blocks declare again.
package main

import (
	"fmt"
	"sync"
)

func outer(names []string) (total int) {
	c := make(chan int)
	done := make(chan string, len(names))
	var wg, after sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n := <-c
			mu.Lock()
			defer mu.Unlock()
			sum += n
		}()
	}
	for i := range 5 {
		sum := i * 10
		go func() { c <- sum + i }()
	}
	wg.Wait()
	{
		sum := "inner"
		for range 2 {
			go func() { done <- sum }()
		}
		fmt.Println(<-done, <-done)
	}
	for _, name := range names {
		func() {
			prefix := fmt.Sprint(sum)
			for range 2 {
				wg.Add(1)
				after.Add(1)
				go func() {
					defer after.Done()
					mu.Lock()
					total += len(prefix) + len(name)
					mu.Unlock()
					wg.Done()
					<-c
					mu.Lock()
					total += 1000
					mu.Unlock()
				}()
			}
		}()
	}
	wg.Wait()
	for range 2 * len(names) {
		c <- 0
	}
	after.Wait()
	return total + sum
}

func deferring(n int) (last int) {
	defer func() { last *= 2 }()
	c := make(chan int)
	for i := 0; i < n; i++ {
		go func() { c <- n }()
		last += <-c
		if i == 2 {
			limit := i
			for range 3 {
				go func(k int) { c <- k + limit }(i)
				last += <-c
			}
		}
	}
	return last
}

func main() {
	fmt.Println(outer([]string{"a", "bb", "ccc"}))
	fmt.Println(deferring(4))
}
