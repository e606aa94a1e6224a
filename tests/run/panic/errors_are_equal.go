// run

// Errors of the runtime are compared by what they say, but for failed assertions.
package main

import "fmt"

func recovered(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

func main() {
	zero := 0
	var p *struct{ x int }
	var s []int
	var m map[string]int
	var i any = "x"
	failing := []func(){
		func() { _ = 1 / zero },
		func() { _ = p.x },
		func() { _ = s[zero+3] },
		func() { m["a"] = 1 },
		func() { _ = i.(int) },
		func() { panic(nil) },
		func() { _ = s[zero+4] },
		func() { n := zero - 1; _ = 1 << n },
		func() { _ = 2 / zero },
		func() { m["b"] = 1 },
		func() { var c chan int; close(c) },
		func() { c := make(chan int); close(c); close(c) },
		func() { var i any = []int{}; _ = i == i },
		func() { _ = make([]int, zero-1) },
		func() { _ = [2]int(s) },
		func() { _ = s[zero+3:] },
		func() { _ = map[any]int{i: 1, s: 2} },
	}
	counts := map[any]int{}
	for k, f := range failing {
		a, b := recovered(f), recovered(f)
		counts[a]++
		fmt.Println(k, a, a == b, counts[b])
	}
	fmt.Println(recovered(failing[0]) == recovered(failing[8]), recovered(failing[2]) == recovered(failing[6]), len(counts))
}
