// A small expression interpreter: lexer, parser, evaluator.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"unicode"
)

type expr interface{ eval(env map[string]float64) (float64, error) }
type num float64
type name string
type binary struct {
	op   byte
	l, r expr
}

var errDivide = errors.New("division by zero")

func (n num) eval(map[string]float64) (float64, error) { return float64(n), nil }
func (n name) eval(env map[string]float64) (float64, error) {
	if v, ok := env[string(n)]; ok {
		return v, nil
	}
	return 0, fmt.Errorf("undefined: %q", string(n))
}
func (b *binary) eval(env map[string]float64) (float64, error) {
	l, err := b.l.eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.r.eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	}
	if r == 0 {
		return 0, errDivide
	}
	return l / r, nil
}

type parser struct {
	src string
	pos int
}

func (p *parser) peek() byte {
	for p.pos < len(p.src) && p.src[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.src) {
		return 0
	}
	return p.src[p.pos]
}

func (p *parser) sum() expr {
	l := p.product()
	for c := p.peek(); c == '+' || c == '-'; c = p.peek() {
		p.pos++
		l = &binary{c, l, p.product()}
	}
	return l
}

func (p *parser) product() expr {
	l := p.atom()
	for c := p.peek(); c == '*' || c == '/'; c = p.peek() {
		p.pos++
		l = &binary{c, l, p.atom()}
	}
	return l
}

func (p *parser) atom() expr {
	c := p.peek()
	if c == '(' {
		p.pos++
		e := p.sum()
		if p.peek() != ')' {
			panic(fmt.Sprintf("position %d: missing )", p.pos))
		}
		p.pos++
		return e
	}
	start := p.pos
	for p.pos < len(p.src) && (unicode.IsLetter(rune(p.src[p.pos])) || unicode.IsDigit(rune(p.src[p.pos])) || p.src[p.pos] == '.') {
		p.pos++
	}
	text := p.src[start:p.pos]
	if text == "" {
		panic(fmt.Sprintf("position %d: unexpected %q", p.pos, c))
	}
	if v, err := strconv.ParseFloat(text, 64); err == nil {
		return num(v)
	}
	return name(text)
}

func run(src string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("syntax: %v", r)
		}
	}()
	p := &parser{src: src}
	e := p.sum()
	if p.peek() != 0 {
		panic(fmt.Sprintf("trailing %q", p.src[p.pos:]))
	}
	return e.eval(map[string]float64{"pi": 3.14159, "x": 2})
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "x*x - pi", "1/0", "y", "(1", "2 2", "", "1.5/4"} {
		v, err := run(s)
		fmt.Printf("%-10q %v %v\n", s, v, err)
	}
}
