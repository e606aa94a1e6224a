// Embedded fields promote fields and methods; the outermost wins.
package main

import "fmt"

type animal struct {
	name string
	legs int
}

func (a animal) describe() string   { return fmt.Sprint(a.name, " has ", a.legs, " legs") }
func (a *animal) rename(s string)   { a.name = s }
func (a animal) sound() string      { return "..." }

type dog struct {
	animal
	breed string
}

func (d dog) sound() string { return "woof" }

type logger struct{ prefix string }

func (l *logger) log(s string) { fmt.Println(l.prefix + s) }

type service struct {
	*logger
	dog
	fmt.Stringer
}

type sounder interface{ sound() string }

func main() {
	d := dog{animal{"rex", 4}, "lab"}
	d.rename("max")
	fmt.Println(d.name, d.describe(), d.sound(), d.animal.sound())
	s := service{logger: &logger{"> "}, dog: d}
	s.log(s.describe())
	s.legs = 3
	fmt.Println(s.dog.legs, d.legs, s.Stringer == nil)
	var x sounder = s.dog
	fmt.Println(x.sound())
	x = &s.animal
	fmt.Println(x.sound())
	f := s.describe
	s.name = "later"
	fmt.Println(f())
	h := (*service).log
	h(&s, "method expression")
}
