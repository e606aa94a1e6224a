// run

// The channel of a timer appears unbuffered, and gives nothing stale after Stop and Reset.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Reset(time.Millisecond), len(t.C), cap(t.C))
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(t.C), t.Stop(), len(t.C))
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("not stale")
	}
	ticker := time.NewTicker(time.Millisecond)
	time.Sleep(3 * time.Millisecond)
	fmt.Println(len(ticker.C), cap(ticker.C))
	ticker.Stop()
}
