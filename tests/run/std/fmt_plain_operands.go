// run

// Formats and operands of basic types, which need no look into interface values.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
)

type celsius float64
type shout string

func (s shout) String() string { return string(s) + "!" }

func integers() {
	small, large, wide := -42, math.MinInt64, uint64(math.MaxUint64)
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%#b|%c\n",
		small, small, small, small, small, small, small, small, small, small, small, small, small, small, small)
	fmt.Printf("%d %v %+v %.20d %x %20d\n", large, large, large, large, large, large)
	fmt.Printf("%d %x %#X %25d %-25d|\n", wide, wide, wide, wide, wide)
	fmt.Printf("%c%c%5c|%q %U\n", 'é', 0x110000, '世', 'x', '⌘')
	fmt.Println(uint8(200), int8(-128), uint16(65535), uintptr(7), uint(math.MaxUint64), 'a')
	fmt.Printf("%.0d|%5.0d|%08.3d|%+.3d\n", 0, 0, 7, 7)
}

func floats() {
	for _, f := range []float64{0, math.Copysign(0, -1), 1.5, 1e20, 1e21, 123456789, 1e-7, math.Inf(1), math.Inf(-1), math.NaN()} {
		fmt.Println(f, float32(f), celsius(f))
		fmt.Printf("%v %g %f %.2f %8.3f|%-8.1f|%08.2f %+.1e %G %x %F % g %#g\n", f, f, f, f, f, f, f, f, f, f, f, f, f)
	}
}

func texts() {
	s := "héllo\n\xff"
	fmt.Printf("%s|%q|%x|% X|%#x|%8s|%-8s|%.2s|%08s|%+q|%#q\n", s, s, s, s, s, s, s, s, s, s, "a`b")
	fmt.Printf("%t %v %6t|%-6t|%v%%\n", true, false, true, false, 5 > 3)
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, "\n")
	fmt.Print(fmt.Sprint(), fmt.Sprint("x", 1, 2), fmt.Sprintln("y", 3), "\n")
}

func misfits() {
	n, s := 3, "x"
	fmt.Printf("%d %s\n", s, n)
	fmt.Printf("%d\n", n, n)
	fmt.Printf("%d %d\n", n)
	fmt.Printf("%z %!\n", n)
	fmt.Printf("%[2]d %[1]d %*d\n", 1, 2, 5, 6)
	fmt.Printf("%v %s %d %#v %+v %T\n", shout("hey"), shout("hey"), 3, "q", 4, celsius(1))
	fmt.Println(nil, errors.New("e"), []int{1}, shout("you"))
}

func main() {
	integers()
	floats()
	texts()
	misfits()
	n, err := fmt.Println("counted", 9)
	fmt.Println(n, err, fmt.Errorf("%d of %q", 3, "w"))
	n, err = fmt.Fprintf(os.Stdout, "%d\n", 12)
	fmt.Fprintln(os.Stdout, n, err == nil)
}
