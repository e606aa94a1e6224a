// Constraints with methods and type sets; type parameters with core types.
package main

import "fmt"

type setter[T any] interface {
	*T
	set(string)
}

type conf struct{ v string }

func (c *conf) set(s string) { c.v = s }

func parseAll[T any, P setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).set(s)
	}
	return out
}

type bytesOrString interface{ ~[]byte | ~string }

func count[T bytesOrString](s T, c byte) (n int) {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return
}

type integer interface {
	~int | ~int32 | ~int64 | ~uint8 | ~uint64
}

func gcd[T integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func convert[To, From integer](x From) To { return To(x) }

func send[C ~chan T, T any](c C, v T) { c <- v }

func apply[F ~func(int) int](f F, n int) int { return f(n) }

type double func(int) int

func describe[T any](v T) string {
	switch x := any(v).(type) {
	case int:
		return fmt.Sprint("int ", x)
	case string:
		return "string " + x
	case []T:
		return "slice of T"
	}
	return fmt.Sprintf("%T", v)
}

type numeric interface{ ~int | ~float64 }

func scale[S ~[]E, E numeric](s S, by E) S {
	r := make(S, len(s))
	for i, v := range s {
		r[i] = v * by
	}
	return r
}

type vec []float64

func (v vec) norm() float64 { return v[0] + v[1] }

func main() {
	fmt.Println(parseAll[conf]([]string{"a", "b"}))
	fmt.Println(count("banana", 'a'), count([]byte("xx"), 'x'))
	fmt.Println(gcd(12, 18), gcd[uint8](200, 75), gcd[int64](1<<40, 1<<35), gcd[uint64](1<<63, 6))
	fmt.Println(convert[uint8](300), convert[int32](int64(1<<33+7)), convert[uint64](-1))
	c := make(chan string, 1)
	send(c, "sent")
	fmt.Println(<-c, apply(double(func(n int) int { return 2 * n }), 4))
	fmt.Println(describe(1), describe("s"), describe(2.5), describe([]int{}))
	fmt.Println(scale(vec{1, 2}, 2).norm(), scale([]int{1, 2}, 3))
}
