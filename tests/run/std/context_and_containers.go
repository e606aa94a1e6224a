// Contexts of all kinds, heaps, lists and rings.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"context"
	"errors"
	"fmt"
	"time"
)

type key string
type ik int

type myCtx struct{ context.Context }

func (myCtx) Done() <-chan struct{} { return doneCh }

var doneCh = make(chan struct{})

func (myCtx) Err() error {
	select {
	case <-doneCh:
		return errors.New("mine")
	default:
		return nil
	}
}

type H []int

func (h H) Len() int           { return len(h) }
func (h H) Less(i, j int) bool { return h[i] < h[j] }
func (h H) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *H) Push(x any)        { *h = append(*h, x.(int)) }
func (h *H) Pop() any {
	o := *h
	n := len(o)
	x := o[n-1]
	*h = o[:n-1]
	return x
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil)
	ctx, cancel := context.WithCancel(bg)
	v := context.WithValue(ctx, key("k"), 5)
	v2 := context.WithValue(v, ik(3), "str")
	fmt.Println(v2, v2.Value(key("k")), v2.Value(ik(3)), v2.Value(ik(4)), v2.Err())
	child, cancel2 := context.WithCancelCause(v2)
	wo := context.WithoutCancel(v2)
	stopped := context.AfterFunc(child, func() { fmt.Println("never") })
	fmt.Println(stopped(), stopped())
	ran := make(chan bool)
	context.AfterFunc(child, func() { fmt.Println("after", child.Err()); close(ran) })
	cancel()
	<-ran
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child), wo.Err(), wo.Value(key("k")), wo)
	cancel2(errors.New("late"))
	fmt.Println(context.Cause(child))
	c3, cancel3 := context.WithCancelCause(bg)
	cancel3(errors.New("why"))
	fmt.Println(c3.Err(), context.Cause(c3), errors.Is(c3.Err(), context.Canceled))
	t, cancel4 := context.WithTimeout(bg, 20*time.Millisecond)
	defer cancel4()
	t2, cancel5 := context.WithTimeout(t, time.Hour)
	defer cancel5()
	_, has := t2.Deadline()
	fmt.Println(has)
	select {
	case <-t2.Done():
		fmt.Println(t2.Err(), t.Err() == context.DeadlineExceeded)
	case <-time.After(2 * time.Second):
		fmt.Println("late")
	}
	t3, cancel6 := context.WithDeadlineCause(bg, time.Now().Add(-time.Second), errors.New("past"))
	cancel6()
	fmt.Println(t3.Err(), context.Cause(t3))
	m, cancel7 := context.WithCancel(myCtx{bg})
	defer cancel7()
	close(doneCh)
	<-m.Done()
	fmt.Println(m.Err(), context.Cause(m))
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(bg, []int{}, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithCancel(nil)
	}()
	h := &H{5, 2, 8, 1, 9, 3}
	heap.Init(h)
	heap.Push(h, 4)
	(*h)[2] = 7
	heap.Fix(h, 2)
	fmt.Println(heap.Remove(h, 3))
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	l.MoveToFront(e4)
	l.PushBackList(l)
	l.MoveBefore(e1, e4)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	l.Remove(e4)
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
	var zl list.List
	zl.PushBack("z")
	fmt.Println(zl.Front().Value, zl.Len())
	r := ring.New(5)
	for i := range 5 {
		r.Value = i
		r = r.Next()
	}
	r.Unlink(2)
	r.Do(func(x any) { fmt.Print(x, " ") })
	fmt.Println(r.Len(), r.Move(2).Value, r.Prev().Value)
}
