// Results that are the only point of a call.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sort"
	"time"
)

type text struct{}

func (text) String() string { return "" }
func (*text) Error() string { return "" }
func (text) Other() string  { return "" }

func main() {
	fmt.Sprintf("%d", 1)
	fmt.Errorf("x")
	(fmt.Sprint("a"))
	errors.New("e")
	sort.Reverse(sort.IntSlice{})
	slices.Contains([]int{1}, 1)
	slices.Sort([]int{1})
	t := text{}
	t.String()
	t.Error()
	t.Other()
	var buffer bytes.Buffer
	buffer.String()
	time.Now().String()
	fmt.Println("used")
}
