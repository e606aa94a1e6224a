// Inner declarations shadow outer ones, also in their own initialisers.
package main

import "fmt"

var x = "global"

func f() (x int, err error) {
	if x, err := 5, error(nil); x > 3 {
		_ = err
		x := x * 2
		{
			x := x + 1
			x++
			fmt.Println(x)
		}
		fmt.Println(x)
	}
	return x, err
}

type T struct{ T int }

func (t T) f(T T) int { return t.T + T.T }

func main() {
	fmt.Println(x)
	x := x + "!"
	fmt.Println(x)
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(f())
	func(x string) { x += "?"; fmt.Println(x) }(x)
	switch x := any(x).(type) {
	case string:
		x = x + x
		fmt.Println(x)
	}
	fmt.Println(T{1}.f(T{2}))
	len := func(s string) int { return -1 }
	fmt.Println(len("abc"))
	true := false
	fmt.Println(true)
	string := 3
	fmt.Println(string)
	var int int64 = 5
	fmt.Println(int)
	if a := 1; a > 2 {
	} else if b := a + 1; b > 5 {
	} else {
		fmt.Println(a, b)
	}
	nil := 0
	_ = nil
	main := "main"
	fmt.Println(main)
	i := 1
	{
		i, j := i+1, i
		fmt.Println(i, j)
	}
}
