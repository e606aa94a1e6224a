// Sleep orders goroutines, timers stop and reset, tickers tick, context cancels.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	order := make(chan string, 3)
	for _, d := range []int{30, 10, 20} {
		go func() {
			time.Sleep(time.Duration(d) * time.Millisecond)
			order <- fmt.Sprint(d)
		}()
	}
	fmt.Println(<-order, <-order, <-order)
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	t.Reset(time.Millisecond)
	<-t.C
	fired := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { fired <- true })
	fmt.Println(<-fired)
	ticker := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-ticker.C
	}
	ticker.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	ctx2, cancel2 := context.WithCancel(context.WithValue(context.Background(), "k", "v"))
	go cancel2()
	<-ctx2.Done()
	fmt.Println(ctx2.Err(), ctx2.Value("k"))
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	fmt.Println(time.Since(start) >= 3*time.Millisecond)
}
