package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	t := time.NewTimer(time.Millisecond)
	time.Sleep(3 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C))
	os.Setenv("GODEBUG", "asynctimerchan=1")
	t = time.NewTimer(time.Millisecond)
	time.Sleep(3 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C))
}
