// A concurrent pipeline: a producer, a pool of workers, and a collector that keeps the order.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type job struct {
	index, n int
}

type result struct {
	job
	factors []int
}

func produce(ctx context.Context, numbers []int) <-chan job {
	jobs := make(chan job)
	go func() {
		defer close(jobs)
		for i, n := range numbers {
			select {
			case jobs <- job{i, n}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return jobs
}

func factorize(n int) (factors []int) {
	for p := 2; p*p <= n; p++ {
		for n%p == 0 {
			factors = append(factors, p)
			n /= p
		}
	}
	if n > 1 {
		factors = append(factors, n)
	}
	return factors
}

func work(workers int, jobs <-chan job) <-chan result {
	results := make(chan result)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				time.Sleep(time.Millisecond)
				results <- result{j, factorize(j.n)}
			}
		})
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	return results
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()

	numbers := []int{84, 97, 1001, 65536, 999999, 123456789}
	ordered := make([]result, len(numbers))
	for r := range work(3, produce(ctx, numbers)) {
		ordered[r.index] = r
	}
	for _, r := range ordered {
		fmt.Println(r.n, "=", r.factors)
	}

	late, stop := context.WithTimeout(ctx, time.Millisecond)
	defer stop()
	<-late.Done()
	fmt.Println(errors.Is(late.Err(), context.DeadlineExceeded))
}
