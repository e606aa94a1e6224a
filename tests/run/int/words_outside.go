// run

// Generators of random numbers that are also used as values, through interfaces, by reflection and by goroutines.
package main

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"reflect"
)

type xorshift struct{ s uint64 }

func (x *xorshift) next() uint64 {
	x.s ^= x.s << 13
	x.s ^= x.s >> 7
	x.s ^= x.s << 17
	return x.s
}

func (x *xorshift) float() float64 { return float64(x.next()>>11) / (1 << 53) }

func (x *xorshift) intn(n int) int { return int(x.next() % uint64(n)) }

type splitmix struct {
	State uint64
	count int
}

func (r *splitmix) next() uint64 {
	r.count++
	r.State += 0x9e3779b97f4a7c15
	return mix(r.State)
}

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

type pcg struct{ hi, lo uint64 }

func (p *pcg) step() uint64 {
	hi, lo := bits.Mul64(p.lo, 0x5851f42d4c957f2d)
	lo, c := bits.Add64(lo, 1442695040888963407, 0)
	p.hi, _ = bits.Add64(hi+p.hi*3, 7, c)
	p.lo = lo
	return bits.RotateLeft64(p.hi^p.lo, int(p.hi>>58))
}

type xoshiro struct{ a, b, c, d uint64 }

func rotl(x uint64, k uint) uint64 { return x<<k | x>>(64-k) }

func (x *xoshiro) next() uint64 {
	result := rotl(x.b*5, 7) * 9
	t := x.b << 17
	x.c ^= x.a
	x.d ^= x.b
	x.b ^= x.c
	x.a ^= x.d
	x.c ^= t
	x.d = rotl(x.d, 45)
	return result
}

type source interface{ next() uint64 }

func main() {
	x := &xorshift{88172645463325252}
	sum, odd := uint64(0), 0
	for i := 0; i < 1000; i++ {
		sum += x.next() % 1000
		if x.next()&1 == 1 {
			odd++
		}
	}
	fmt.Println(sum, odd, x.s, *x, x.float(), x.intn(1000), uint32(x.next()), int64(x.next()))

	r := splitmix{State: 42}
	for range 10 {
		sum ^= r.next()
	}
	copied := r
	fmt.Println(sum, r, copied == r)
	fmt.Println(copied.next() == r.next(), copied.next() == r.State)
	fmt.Println(copied == r, copied, r)
	var sources []source
	sources = append(sources, x, &r, &xoshiro{1, 2, 3, 4})
	for _, s := range sources {
		fmt.Println(s.next(), s)
	}
	f := x.next
	g := (*splitmix).next
	h := mix
	fmt.Println(f(), g(&r), h(1), mix(1), h(mix(1)) == mix(h(1)))

	p := pcg{1, 2}
	for range 5 {
		sum += p.step()
	}
	fmt.Println(sum, p, p.hi > p.lo, max(p.hi, p.lo) == p.lo)
	xo := xoshiro{1, 2, 3, 4}
	for range 20 {
		sum ^= xo.next()
	}
	fmt.Printf("%d %x %+v\n", sum, sum, xo)

	v := reflect.ValueOf(&r).Elem()
	v.Field(0).SetUint(1 << 63)
	fmt.Println(v.Field(0).Uint(), r.State, v.Field(0).Interface(), v.Type().Field(0).Name)
	text, err := json.Marshal(r)
	fmt.Println(string(text), err)
	err = json.Unmarshal([]byte(`{"State": 18446744073709551615}`), &r)
	fmt.Println(r.State, r.next(), err)

	done := make(chan uint64)
	for i := range 3 {
		go func() { done <- mix(uint64(i)) }()
	}
	fmt.Println(<-done ^ <-done ^ <-done)
	go mix(3)
	defer mix(4)

}
