// Command lines, right and wrong, and log lines.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return fmt.Sprint([]string(*l)) }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type level int

func (l *level) UnmarshalText(t []byte) error {
	switch string(t) {
	case "low":
		*l = 1
	case "high":
		*l = 2
	default:
		return errors.New("bad level")
	}
	return nil
}
func (l level) MarshalText() ([]byte, error) { return []byte([]string{"none", "low", "high"}[l]), nil }

func main() {
	mk := func() (*flag.FlagSet, func()) {
		fs := flag.NewFlagSet("prog", flag.ContinueOnError)
		fs.SetOutput(os.Stdout)
		v := fs.Bool("v", false, "verbose")
		n := fs.Int("n", 5, "the `count` of things")
		s := fs.String("s", "dflt", "a string\nsecond line")
		f := fs.Float64("float", 1.5, "a float")
		d := fs.Duration("d", time.Second, "dur")
		u := fs.Uint("u", 0, "uns")
		i64 := fs.Int64("i64", -7, "i64")
		u64 := fs.Uint64("u64", 1<<63, "u64")
		var l list
		fs.Var(&l, "l", "list")
		lv := level(1)
		fs.TextVar(&lv, "lv", level(2), "level")
		fs.Func("fn", "calls", func(s string) error {
			if s == "bad" {
				return errors.New("no good")
			}
			fmt.Println("fn", s)
			return nil
		})
		fs.BoolFunc("bf", "calls", func(s string) error { fmt.Println("bf", s); return nil })
		return fs, func() {
			fmt.Println(*v, *n, *s, *f, *d, *u, *i64, *u64, l, lv, fs.Args(), fs.NArg(), fs.NFlag(), fs.Arg(0))
		}
	}
	for _, line := range []string{"", "-v -n 3 a b", "--n=0x10 -s= -float 2e3 -d 1m30s -u 4 -- -v", "-l a -l b -i64 9 -u64 0 -", "-lv low -fn x -bf", "-v=false -bf=true",
		"-x", "-n", "-n abc", "-n 99999999999999999999", "-v=maybe", "-=3", "---v", "-h", "-fn bad", "-lv mid", "-d 5", "-u -1"} {
		fs, show := mk()
		fmt.Println("==", line)
		err := fs.Parse(strings.Fields(line))
		fmt.Println(err, err == flag.ErrHelp)
		show()
		fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println()
	}
	fs, _ := mk()
	fmt.Println(fs.Lookup("n").DefValue, fs.Set("n", "8"), fs.Lookup("n").Value, fs.Set("zz", "1"), fs.Name(), fs.Parsed(), fs.Lookup("n").Value.(flag.Getter).Get())
	func() {
		defer func() { fmt.Println(recover()) }()
		fs.Int("n", 1, "again")
	}()
	l := log.New(os.Stdout, "pre: ", 0)
	l.Println("a", 1)
	l.Printf("x%dy", 2)
	l.SetFlags(log.Lmsgprefix)
	l.Print("hello\n")
	l.SetPrefix("")
	l.SetFlags(log.Ldate | log.Ltime | log.Lmicroseconds | log.LUTC)
	fmt.Println(l.Flags(), l.Prefix(), l.Writer() == os.Stdout)
	var sb strings.Builder
	l.SetOutput(&sb)
	l.Print("x")
	fmt.Println(len(sb.String()))
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.SetPrefix("std ")
	log.Println("hi", log.Prefix())
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		log.Panicf("bad %d", 3)
	}()
	n := flag.Int("n", 4, "num")
	flag.Parse()
	fmt.Println(*n, flag.NArg())
	log.Fatalf("end %d", 1)
}
