package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

type Clock interface {
	Now() time.Duration
	Advance(time.Duration)
}

type fake struct {
	mu sync.Mutex
	t  time.Duration
}

func (f *fake) Now() time.Duration      { f.mu.Lock(); defer f.mu.Unlock(); return f.t }
func (f *fake) Advance(d time.Duration) { f.mu.Lock(); f.t += d; f.mu.Unlock() }

type Job struct {
	Name string
	At   time.Duration
	Run  func(Clock) error
}

type Scheduler struct {
	Clock
	jobs []Job
	log  strings.Builder
}

func (s *Scheduler) Add(j Job) *Scheduler {
	i := 0
	for i < len(s.jobs) && s.jobs[i].At <= j.At {
		i++
	}
	s.jobs = append(s.jobs[:i], append([]Job{j}, s.jobs[i:]...)...)
	return s
}

func (s *Scheduler) Run() (failed []string) {
	for len(s.jobs) > 0 {
		j := s.jobs[0]
		s.jobs = s.jobs[1:]
		if wait := j.At - s.Now(); wait > 0 {
			s.Advance(wait)
		}
		fmt.Fprintf(&s.log, "%v %s; ", s.Now(), j.Name)
		if err := j.Run(s.Clock); err != nil {
			failed = append(failed, j.Name+": "+err.Error())
		}
	}
	return
}

func main() {
	s := &Scheduler{Clock: &fake{}}
	ok := func(c Clock) error { c.Advance(10 * time.Millisecond); return nil }
	s.Add(Job{"b", time.Second, ok}).Add(Job{"a", 0, ok}).Add(Job{"c", time.Second, func(Clock) error { return fmt.Errorf("boom at %v", s.Now()) }})
	fmt.Println(s.Run())
	fmt.Println(s.log.String())
}
