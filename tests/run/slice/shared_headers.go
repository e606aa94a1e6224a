// run

// A variable that a slice was read into from a field is a copy of the field's header: what changes the field later
// does not change the variable.
package main

import "fmt"

type stack struct{ items []int }

func (s *stack) push(v int) { s.items = append(s.items, v) }
func (s *stack) pop() int {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}

func (s *stack) show() []int { return s.items }

func swap(s *stack, i, j int) { s.items[i], s.items[j] = s.items[j], s.items[i] }

// The operands of the left side are evaluated before anything is assigned.
func swapAndShrink(s *stack, n int) {
	s.items[n-1], s.items = 7, s.items[:n-1]
}

func sumWhilePushing(s *stack) (sum, n int) {
	for _, v := range s.items {
		sum += v
		if v < 3 {
			s.push(v * 10)
		}
		n++
	}
	return
}

func sumWhilePopping(s *stack) (sum int) {
	items := s.items
	for i := range items {
		sum += items[i]
		if i == 0 {
			s.pop()
			s.push(100)
		}
	}
	return sum + len(items)
}

func readOnly(s *stack) (sum int) {
	items := s.items
	for i := 0; i < len(items); i++ {
		sum += items[i]
	}
	return sum
}

func throughPointer(p **stack) int {
	items := (*p).items
	(*p).push(1)
	return len(items)
}

func throughCall(s *stack, f func()) int {
	items := s.items
	f()
	return len(items)
}

func throughDefer(s *stack) (n int) {
	items := s.items
	defer func() { n = n*100 + len(s.items) }()
	defer s.push(5)
	return len(items)
}

func wholeStruct(s *stack, t stack) int {
	items := s.items
	*s = t
	return len(items)*10 + len(s.items)
}

func local() (int, int) {
	var s stack
	for i := 0; i < 4; i++ {
		s.items = append(s.items, i)
	}
	items := s.items
	s.items = s.items[:1]
	return len(items), len(s.items)
}

func inLoop(s *stack) (lengths []int) {
	for i := 0; i < 3; i++ {
		items := s.items
		lengths = append(lengths, len(items))
		s.push(i)
		lengths = append(lengths, len(items))
	}
	return
}

func halfWay(s *stack, i int) {
	defer func() { fmt.Println(recover(), s.show()) }()
	s.items[0], s.items[i] = 42, 43
}

func viaChannel(s *stack) int {
	c := make(chan int)
	items := s.items
	go func() {
		s.push(1)
		c <- 1
	}()
	<-c
	return len(items)
}

func nilStack() {
	defer func() { fmt.Println(recover()) }()
	var s *stack
	s.items[0], s.items[1] = s.items[1], s.items[0]
}

func main() {
	s := &stack{}
	for i := 0; i < 5; i++ {
		s.push(i)
	}
	swap(s, 0, 4)
	fmt.Println(s.show(), len(s.show()))
	swapAndShrink(s, 5)
	fmt.Println(s.show(), s.show()[:5])
	s.push(9)
	fmt.Println(sumWhilePushing(s))
	fmt.Println(s.show())
	fmt.Println(sumWhilePopping(s))
	fmt.Println(s.show(), readOnly(s))
	fmt.Println(throughPointer(&s), len(s.show()))
	fmt.Println(throughCall(s, func() { s.pop() }), len(s.show()))
	fmt.Println(throughDefer(s), len(s.show()))
	fmt.Println(wholeStruct(s, stack{[]int{1, 2}}), s.show())
	fmt.Println(local())
	fmt.Println(inLoop(s))
	halfWay(s, 1)
	halfWay(s, 10)
	fmt.Println(viaChannel(s), len(s.show()))
	nilStack()
}
