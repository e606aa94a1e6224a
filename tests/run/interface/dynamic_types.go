// Type switches and assertions distinguish all types.
package main

import (
	"errors"
	"fmt"
)

type celsius float64
type names []string
type pt struct{ x, y int }
type handler func(int)

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", x+1)
	case int8, int16:
		return fmt.Sprintf("small %T", x)
	case uint64:
		return fmt.Sprint("uint64 ", x>>1)
	case float64:
		return fmt.Sprint("float64 ", x/2)
	case string:
		return "string " + x
	case bool:
		return fmt.Sprint("bool ", !x)
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case []int:
		return fmt.Sprint("slice ", len(x))
	case names:
		return fmt.Sprint("names ", x[0])
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case *pt:
		if x == nil {
			return "nil *pt"
		}
		return fmt.Sprint("pointer ", x.x)
	case pt:
		return fmt.Sprint("struct ", x.y)
	case func() int:
		return fmt.Sprint("func ", x())
	case chan int:
		return "chan"
	case [2]int:
		return fmt.Sprint("array ", x[1])
	case struct{ a int }:
		return fmt.Sprint("anonymous ", x.a)
	case rune:
		return fmt.Sprint("rune ", string(x))
	case *int:
		return fmt.Sprint("*int ", *x)
	case complex128:
		return fmt.Sprint("complex ", real(x))
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	n := 5
	values := []any{nil, 1, int8(2), int16(3), uint64(4), 2.5, "s", true, errors.New("e"), celsius(20), []int{1}, names{"n"},
		map[string]int{"a": 1}, &pt{1, 2}, pt{3, 4}, (*pt)(nil), func() int { return 6 }, make(chan int), [2]int{7, 8},
		struct{ a int }{9}, 'x', &n, 1 + 2i, handler(nil), []string{}, uint(1), [3]int{}, float32(1), uintptr(1), 1 << 60}
	for _, v := range values {
		fmt.Println(describe(v))
	}
	var v any = 3
	if x, ok := v.(string); !ok {
		fmt.Printf("%q %v\n", x, ok)
	}
	if x, ok := v.(int); ok {
		fmt.Println(x)
	}
	_, ok := v.(fmt.Stringer)
	fmt.Println(ok)
	v = celsius(1)
	s, ok := v.(fmt.Stringer)
	fmt.Println(s, ok)
	f, ok := v.(float64)
	fmt.Println(f, ok)
}
