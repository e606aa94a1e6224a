// A goto over a declaration makes a new variable, which closures and pointers hold; jumps that overlap.
package main

import "fmt"

func a(n int) (out []string) {
	// forward blocks that overlap
	if n == 0 {
		goto one
	}
	if n == 1 {
		goto two
	}
	out = append(out, "zero")
one:
	out = append(out, "one")
	if n == 2 {
		goto three
	}
two:
	out = append(out, "two")
three:
	out = append(out, "three")
	return
}

func b() {
	// nested backward loops, declared variables in both
	i := 0
	var fs []func()
outer:
	x := i * 10
	j := 0
inner:
	y := x + j
	fs = append(fs, func() { y++; x++; fmt.Print(x, y, " ") })
	j++
	if j < 2 {
		goto inner
	}
	i++
	if i < 3 {
		goto outer
	}
	for _, f := range fs {
		f()
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}

func c() {
	// overlapping loops that do not nest
	n := 0
l1:
	n++
	fmt.Print("l1 ")
l2:
	n++
	v := n
	p := &v
	fmt.Print("l2 ", *p, " ")
	if n < 4 {
		goto l1
	}
	fmt.Print("m ")
	if n < 9 {
		goto l2
	}
	fmt.Println(v)
}

func d(k int) {
	// into the loop: irreducible
	n := 0
	if k == 1 {
		goto mid
	}
top:
	n++
	fmt.Print("top ")
mid:
	n += 2
	fmt.Print("mid ", n, " ")
	if n < 8 {
		goto top
	}
	fmt.Println("end")
}

func e() {
	for i := range 3 {
		switch i {
		case 1:
			k := 0
		again:
			k++
			s := [2]int{k, i}
			defer func() { s[0]++; fmt.Print(s, " ") }()
			if k < 3 {
				goto again
			}
			if s[0] == 3 {
				goto out
			}
			fmt.Print("no")
		out:
			fmt.Print("out ")
		default:
			goto skip
		}
		fmt.Print("case1 ")
		continue
	skip:
		fmt.Print("skip ", i, " ")
	}
	fmt.Println()
}

func seq(yield func(int) bool) {
	for i := range 4 {
		if !yield(i) {
			return
		}
	}
}

func f() {
	n := 0
retry:
	n++
	q := n
	for x := range seq {
		if x == 2 && n < 3 {
			goto retry
		}
		if x == 3 {
			goto done
		}
		fmt.Print(x, q, " ")
	}
	fmt.Print("unreached")
done:
	fmt.Println("done")
}

func main() {
	for n := range 4 {
		fmt.Println(a(n))
	}
	b()
	c()
	d(0)
	d(1)
	e()
	f()
}
