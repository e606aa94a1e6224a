// The functions that cancel contexts are to be called.
package main

import (
	"context"
	"os"
	"time"
)

func discarded() {
	ctx, _ := context.WithCancel(context.Background())
	_ = ctx
}

func branches(ok bool) int {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	if ok {
		return 1
	}
	_ = ctx
	cancel()
	return 2
}

func deferred() {
	_, cancel := context.WithCancel(context.Background())
	defer cancel()
}

func never() {
	var ctx, cancel = context.WithDeadline(context.Background(), time.Now())
	_ = ctx
	for {
		if ctx.Err() != nil {
			break
		}
	}
	if false {
		cancel()
	}
}

func panics(ok bool) {
	_, cancel := context.WithCancel(context.Background())
	if ok {
		panic("no")
	}
	if !ok {
		os.Exit(1)
	}
	cancel()
}

func named() (ctx context.Context, cancel func()) {
	ctx, cancel = context.WithCancel(context.Background())
	return
}

func literal() func() {
	return func() {
		_, cancel := context.WithCancelCause(context.Background())
		switch {
		case true:
			cancel(nil)
		default:
		}
	}
}

func loops(n int) {
	for i := 0; i < n; i++ {
		_, cancel := context.WithCancel(context.Background())
		if i == 3 {
			continue
		}
		cancel()
	}
}

func main() {
	discarded()
	deferred()
	never()
	panics(branches(true) == 1)
	named()
	literal()
	loops(1)
	_, cancel := context.WithCancel(context.Background())
	if false {
		cancel()
	}
}
