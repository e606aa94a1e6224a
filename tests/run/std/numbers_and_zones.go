// run

// Numbers that are hard to format or to compute, and names of time zones long ago.
package main

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

func main() {
	for _, f := range []float64{1e300, -1e39, 3.4028235677973366e+38, 16777217, 1e-50} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 32), strconv.FormatFloat(f, 'e', 3, 32), strconv.FormatFloat(f, 'x', -1, 32))
	}
	for _, n := range []int{-324, -323, -215, -39, -1, 0, 31, 68, 154, 281, 308, 309} {
		fmt.Print(math.Pow10(n), " ")
	}
	fmt.Println()
	for _, x := range []float64{0, 0.1, 3, 5.5, 21, 23, 700, 1e9, math.Inf(1)} {
		fmt.Printf("%.10g %.10g %.10g %.10g\n", math.J0(x), math.J1(x), math.Jn(4, x), math.Jn(-3, -x))
		fmt.Printf("%.10g %.10g %.10g\n", math.Y0(x), math.Y1(x), math.Yn(3, x))
	}
	fmt.Println(math.J0(math.MaxFloat64) < 1e-100, math.IsNaN(math.Y0(-1)))
	for _, name := range []string{"Europe/Berlin", "Asia/Kolkata", "America/New_York"} {
		zone, err := time.LoadLocation(name)
		fmt.Println(err)
		for _, year := range []int{1957, 1990, 2024} {
			fmt.Println(time.Date(year, 1, 10, 12, 0, 0, 0, zone), time.Date(year, 7, 10, 12, 0, 0, 0, zone))
		}
	}
	zone, _ := time.LoadLocation("Australia/Lord_Howe")
	fmt.Println(time.Date(2024, 1, 10, 12, 0, 0, 0, zone), time.Date(2024, 7, 10, 12, 0, 0, 0, zone))
}
