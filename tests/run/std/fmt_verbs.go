// fmt: verbs, flags, width and precision.
package main

import (
	"errors"
	"fmt"
	"os"
)

type point struct {
	X, Y int
	name string
}

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type list []*point

func main() {
	p := point{1, -2, "p"}
	fmt.Printf("%v|%+v|%#v|%T\n", p, p, p, p)
	fmt.Printf("%v|%+v\n", &p, &p)
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 5, 'A', 'A', 'é', '世')
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%e|%E|%g|%G|%+.1f|%08.3f\n", 3.14159, 3.14159, 3.14159, 3.14159, 123456.789, 0.00012, 1e21, 1e-7, 2.5, -3.14159)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X|% x|%#q\n", "hi", "hi", "hi", "hello", "a\"b\n", "hi", "hi", "hi", "raw")
	fmt.Printf("%t|%v|%5t|%p\n", true, false, true, nil)
	fmt.Printf("%v %v %v %v\n", []int{1, 2}, map[string]int{"b": 2, "a": 1}, [2]bool{true}, struct{}{})
	fmt.Printf("%#v %#v %#v %#v %#v\n", []string{"a"}, map[string]int{"a": 1}, [2]int{1, 2}, "q", 1.0)
	fmt.Printf("%d %s %x\n", []int{1, 2}, []string{"a", "b"}, []byte("abc"))
	fmt.Printf("%v %d %s\n", temp(36.6), []temp{1}, temp(2))
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%[2]d %[1]d %[2]v\n", 1, 2)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%!|%z|%-\n", 3)
	fmt.Printf("100%%\n")
	fmt.Println(nil, []any{1, "a", nil}, error(nil), errors.New("e"), (*int)(nil) == nil)
	fmt.Print("a", 1, 2, "b", 3.5, '\n', "\n")
	fmt.Println(fmt.Sprint("x", 1, 2, "y"), fmt.Sprintln("end", 1))
	err := fmt.Errorf("ctx: %w", os.ErrNotExist)
	fmt.Println(err, errors.Is(err, os.ErrNotExist), errors.Unwrap(err) == os.ErrNotExist)
	fmt.Printf("%v %+v\n", list{}, list(nil))
	fmt.Printf("%6.2f|%6d|%6s|%06d|%x\n", 1.0, 1, "é", -12, -255)
	fmt.Printf("%v %v %v\n", int8(-5), uint8(200), uint64(1<<64-1))
	fmt.Printf("%t %v\n", "notbool", complex(1, -2))
	fmt.Printf("%08b %o %x %X\n", 5, 64, 3735928559, "hello")
	fmt.Printf("%q %v %s\n", []string{"a b", "c"}, []byte("hi"), []byte("hi"))
	fmt.Printf("%v %v\n", struct {
		a any
		b error
	}{}, &[]int{1})
	var ip *point
	fmt.Printf("%v %+v %s\n", ip, ip, error(nil))
	fmt.Printf("%3c|%-3c|%03d|%+q\n", 'x', 'y', 7, "é")
	fmt.Printf("%s %v\n", errors.New("err"), &struct{ e error }{errors.New("in")} != nil)
}
