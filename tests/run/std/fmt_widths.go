// run

// Directives with a width, with and without other flags.
package main

import "fmt"

func main() {
	for _, n := range []int{0, 1, -1, 42, -42, 1 << 62, -1 << 63, 99999} {
		fmt.Printf("%5d|%-5d|%05d|%+5d|% 5d|%5x|%-8x|%.3d|%8.3d|%1d|%0d|%-0d|%5v|%-5v\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n)
		fmt.Printf("%5d|%-5d|%5d|%3d\n", int8(n), uint8(n), uint16(n), int64(n))
		s := fmt.Sprintf("%6d", n) + fmt.Sprintf("%-6d", n)
		fmt.Println(len(s), s)
	}
	for _, s := range []string{"", "a", "héllo", "日本", "\xff\xfe", "long text here"} {
		fmt.Printf("%8s|%-8s|%08s|%.2s|%8.2s|%-8.2s|%s|%v|%8v|%-8v|%q|%8q|%-8q|%x|%5x\n", s, s, s, s, s, s, s, s, s, s, s, s, s, s, s)
		fmt.Println(fmt.Sprintf("%10s", s) + fmt.Sprintf("%-10s.", s))
	}
	for _, b := range []bool{true, false} {
		fmt.Printf("%t|%8t|%-8t|%08t|%v|%8v\n", b, b, b, b, b, b)
	}
	for _, f := range []float64{0, 1.5, -2.25, 1e10, -0.001} {
		fmt.Printf("%8.2f|%-8.2f|%08.2f|%+8.2f|%f|%10f|%-12f|%g|%8g|%-8v|%6.1f%%\n", f, f, f, f, f, f, f, f, f, f, f)
	}
	fmt.Printf("%*d|%-*d|%*s|%5c|%-5c|%5U|%p\n", 5, 1, 5, 2, 6, "x", 'é', 'é', 'é', nil)
}
