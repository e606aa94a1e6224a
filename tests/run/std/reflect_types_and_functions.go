package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"
)

type shape interface {
	Area() float64
	name() string
}

type square struct{ side float64 }

func (s square) Area() float64 { return s.side * s.side }
func (s square) name() string  { return "square" }

type plain struct {
	Exported   int `json:"x,omitempty" xml:"y"`
	unexported string
	*strings.Builder
	inner
}

type inner struct {
	Deep  []int
	other map[string]shape
}

func attempt(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func describe(t reflect.Type) {
	fmt.Println(t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.Align(), t.Comparable(), t.NumMethod())
	if t.Kind() == reflect.Struct {
		for f := range t.Fields() {
			fmt.Printf("  %s %q %v %v %d %v %q\n", f.Name, f.PkgPath, f.Type, f.Anonymous, f.Offset, f.Index, f.Tag)
		}
	}
	for m := range t.Methods() {
		fmt.Printf("  method %s %q %v %v\n", m.Name, m.PkgPath, m.Type, m.IsExported())
	}
}

func types() {
	describe(reflect.TypeOf(plain{}))
	describe(reflect.TypeFor[shape]())
	describe(reflect.TypeOf(struct {
		A byte
		b struct{}
	}{}))
	describe(reflect.TypeOf(struct{ square }{}))
	describe(reflect.TypeOf(&struct{ square }{}))
	describe(reflect.TypeFor[interface {
		io.Reader
		close() error
	}]())
	for _, t := range []reflect.Type{reflect.TypeFor[shape](), reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[error]()} {
		for _, v := range []any{square{}, &square{}, time.Second, errors.New("x"), 1} {
			fmt.Print(reflect.TypeOf(v).Implements(t), " ")
		}
		fmt.Println()
	}
}

func structs() {
	t := reflect.StructOf([]reflect.StructField{
		{Name: "Pair", Type: reflect.TypeFor[Pair](), Anonymous: true},
		{Name: "Text", Type: reflect.TypeFor[string](), Tag: `json:"text"`},
		{Name: "Größe", Type: reflect.ArrayOf(2, reflect.TypeFor[int8]())},
	})
	v := reflect.New(t).Elem()
	v.Field(0).Field(0).SetInt(12)
	v.Field(1).SetString("hello")
	v.Field(2).Index(1).SetInt(-3)
	fmt.Println(t)
	fmt.Println(v.Interface())
	fmt.Println(v.Interface() == v.Interface(), t == reflect.StructOf([]reflect.StructField{t.Field(0), t.Field(1), t.Field(2)}))
	attempt("no name", func() { reflect.StructOf([]reflect.StructField{{Type: t}}) })
	attempt("bad name", func() { reflect.StructOf([]reflect.StructField{{Name: "1x", Type: t}}) })
	attempt("no type", func() { reflect.StructOf([]reflect.StructField{{Name: "X"}}) })
	attempt("lower", func() { reflect.StructOf([]reflect.StructField{{Name: "x", Type: t}}) })
	attempt("twice", func() { reflect.StructOf([]reflect.StructField{{Name: "X", Type: t}, {Name: "X", Type: t}}) })
	attempt("packages", func() {
		reflect.StructOf([]reflect.StructField{{Name: "x", PkgPath: "a", Type: t}, {Name: "y", PkgPath: "b", Type: t}})
	})
	attempt("second", func() {
		reflect.StructOf([]reflect.StructField{{Name: "X", Type: t}, {Name: "Duration", Anonymous: true, Type: reflect.TypeFor[time.Duration]()}})
	})
}

type Pair struct{ A, B int }

type pair struct{ a, b int }

func functions() {
	swap := reflect.MakeFunc(reflect.TypeFor[func(int, string) (string, int)](), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{in[1], in[0]}
	}).Interface().(func(int, string) (string, int))
	fmt.Println(swap(1, "one"))
	made := reflect.MakeFunc(reflect.TypeFor[func() pair](), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(struct{ a, b int }{3, 4})}
	}).Interface().(func() pair)
	fmt.Printf("%+v %T\n", made(), made())
	wait := reflect.MakeFunc(reflect.TypeFor[func(int) int](), func(in []reflect.Value) []reflect.Value {
		time.Sleep(time.Millisecond)
		return in
	}).Interface().(func(int) int)
	fmt.Println(wait(7))
	done := make(chan int, 1)
	slow := reflect.ValueOf(sleeper{done}).MethodByName("Run").Interface().(func(int) string)
	fmt.Println(slow(9), <-done)
	sum := reflect.ValueOf(func(base int, more ...int) int {
		for _, n := range more {
			base += n
		}
		return base
	})
	fmt.Println(sum.Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2), reflect.ValueOf(3)})[0])
	fmt.Println(sum.CallSlice([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf([]int{5, 6})})[0])
	attempt("few", func() { sum.Call(nil) })
	attempt("type", func() { sum.Call([]reflect.Value{reflect.ValueOf("x")}) })
	attempt("rest", func() { sum.Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("x")}) })
	attempt("nil", func() { reflect.ValueOf((func())(nil)).Call(nil) })
}

type sleeper struct{ done chan int }

func (s sleeper) Run(n int) string {
	time.Sleep(time.Millisecond)
	s.done <- n
	return fmt.Sprint("ran ", n)
}

func values() {
	s := []int{1, 2, 3, 4}
	fmt.Println(reflect.ValueOf(s).Slice3(1, 2, 3).Cap(), reflect.SliceAt(reflect.TypeFor[int](), reflect.ValueOf(s).UnsafePointer(), 2))
	for i, zero := range []any{0.0, pair{}, [2]string{}, struct{ _, x int }{}, []int(nil), []int{}, complex(0, 0), (*int)(nil)} {
		fmt.Print(i, reflect.ValueOf(zero).IsZero(), " ")
	}
	fmt.Println()
	attempt("read-only", func() { reflect.Append(reflect.ValueOf(struct{ s []int }{s}).Field(0), reflect.ValueOf(1)) })
	attempt("not comparable", func() { reflect.ValueOf(s).Equal(reflect.ValueOf(s)) })
	attempt("convert", func() { reflect.ValueOf(s).Convert(reflect.TypeFor[[8]int]()) })
	attempt("convert", func() { reflect.ValueOf(s).Convert(reflect.TypeFor[*[8]int]()) })
	attempt("private method", func() { reflect.ValueOf(struct{ S shape }{square{2}}).Field(0).Method(1).Call(nil) })
	attempt("copy", func() { reflect.Copy(reflect.ValueOf(s), reflect.ValueOf([]string{"x"})) })
	m := map[string]int{"one": 1}
	iter := reflect.ValueOf(m).MapRange()
	key := reflect.New(reflect.TypeFor[any]()).Elem()
	attempt("early", func() { key.SetIterKey(iter) })
	iter.Next()
	key.SetIterKey(iter)
	fmt.Println(key)
	type list []struct{ C int }
	type outer struct{ list }
	fmt.Println(reflect.ValueOf(outer{list{{1}}}).Field(0).Index(0).Field(0).CanSet())
	x, ok := reflect.TypeAssert[float64](reflect.ValueOf(2.5))
	fmt.Println(x, ok)
	ch := make(chan int, 1)
	i, _, _ := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(ch), Send: reflect.ValueOf(5)}})
	j, v, open := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}})
	fmt.Println(i, j, v, open)
	attempt("select", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf((chan<- int)(ch))}})
	})
}

func main() {
	types()
	structs()
	functions()
	values()
}
