package fmt

// printf goes through the directives of a format.
func (p *printer) printf(format string, a []any) {
	argNum := 0
	reordered := false
	end := len(format)
	for i := 0; i < end; {
		start := i
		i = indexPercent(format, i)
		if i > start {
			p.buf += format[start:i]
		}
		if i >= end {
			break
		}
		i++
		p.clearFlags()
		i = p.flags(format, i)
		d := directive{format: format, args: len(a), i: i, argNum: argNum, reordered: reordered, good: true}
		d.options(p, a)
		i, argNum, reordered = d.i, d.argNum, d.reordered
		if i >= end {
			p.buf += "%!(NOVERB)"
			break
		}
		verb, size := decodeRune(format, i)
		i += size
		switch {
		case verb == '%':
			p.buf += "%"
		case !d.good:
			p.buf += "%!" + string(verb) + "(BADINDEX)"
		case argNum >= len(a):
			p.buf += "%!" + string(verb) + "(MISSING)"
		default:
			p.verb(verb, a[argNum], argNum)
			argNum++
		}
	}
	if !reordered && argNum < len(a) {
		p.extra(a[argNum:])
	}
}

func (p *printer) verb(verb rune, arg any, argNum int) {
	switch verb {
	case 'w':
		p.wrapped = append(p.wrapped, argNum)
		p.valueFlags()
	case 'v':
		p.valueFlags()
	}
	p.printArg(arg, verb)
}

// valueFlags makes %#v and %+v of # and +, which mean something else for what the value consists of.
func (p *printer) valueFlags() {
	if p.sharp {
		p.sharp, p.sharpV = false, true
	}
	if p.plus {
		p.plus, p.plusV = false, true
	}
}

func (p *printer) extra(rest []any) {
	p.clearFlags()
	p.buf += "%!(EXTRA "
	for i, arg := range rest {
		if i > 0 {
			p.buf += ", "
		}
		if arg == nil {
			p.buf += "<nil>"
		} else {
			p.buf += typeText(arg) + "="
			p.printArg(arg, 'v')
		}
	}
	p.buf += ")"
}

// flags reads the flags at format[i:] and returns where they end.
func (p *printer) flags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			return i
		}
	}
	return i
}

// A directive is read from format[i:] on, behind its flags.
type directive struct {
	format     string
	args       int
	i          int
	argNum     int
	reordered  bool
	good       bool // argument indexes so far are right
	afterIndex bool // the last item was an argument index, which goes with what follows
}

// options reads argument indexes, width and precision.
func (d *directive) options(p *printer, a []any) {
	d.index()
	if d.at('*') {
		d.i++
		var ok bool
		p.wid, ok = d.intArg(a)
		p.widPresent = ok
		if !ok {
			p.buf += "%!(BADWIDTH)"
		}
		if p.wid < 0 {
			p.wid = -p.wid
			p.minus = true
			p.zero = false
		}
		d.afterIndex = false
	} else {
		p.wid, p.widPresent = d.number()
		if d.afterIndex && p.widPresent {
			d.good = false
		}
	}
	if d.at('.') && d.i+1 < len(d.format) {
		d.precision(p, a)
	}
	if !d.afterIndex {
		d.index()
	}
}

func (d *directive) precision(p *printer, a []any) {
	d.i++
	if d.afterIndex {
		d.good = false
	}
	d.index()
	if d.at('*') {
		d.i++
		var ok bool
		p.prec, ok = d.intArg(a)
		p.precPresent = ok
		if p.prec < 0 {
			p.prec = 0
			p.precPresent = false
			ok = false
		}
		if !ok {
			p.buf += "%!(BADPREC)"
		}
		d.afterIndex = false
		return
	}
	p.prec, p.precPresent = d.number()
	if !p.precPresent {
		p.prec = 0
		p.precPresent = true
	}
}

func (d *directive) at(c byte) bool {
	return d.i < len(d.format) && d.format[d.i] == c
}

const largest = 1e6 // of widths and precisions

// number reads digits.
func (d *directive) number() (n int, found bool) {
	for ; d.i < len(d.format) && '0' <= d.format[d.i] && d.format[d.i] <= '9'; d.i++ {
		if n > largest {
			// Nothing behind it counts.
			d.i = len(d.format)
			return 0, false
		}
		n = n*10 + int(d.format[d.i]-'0')
		found = true
	}
	return n, found
}

// intArg takes the next operand as the value of a star.
func (d *directive) intArg(a []any) (n int, ok bool) {
	if d.argNum >= len(a) {
		return 0, false
	}
	n, ok = intOf(a[d.argNum])
	d.argNum++
	if n > largest || n < -largest {
		return 0, false
	}
	return n, ok
}

// index reads an explicit argument index, [3].
func (d *directive) index() {
	d.afterIndex = false
	if !d.at('[') {
		return
	}
	d.reordered = true
	close := d.i + 1
	for close < len(d.format) && d.format[close] != ']' {
		close++
	}
	if close >= len(d.format) || d.i+3 > len(d.format) {
		d.good = false
		d.i++
		return
	}
	inner := directive{format: d.format[:close], i: d.i + 1}
	n, found := inner.number()
	d.i = close + 1
	if !found || inner.i != close || n < 1 || n > d.args {
		d.good = false
		d.afterIndex = found && inner.i == close
		return
	}
	d.argNum = n - 1
	d.afterIndex = true
}

//js:native indexPercent
func indexPercent(format string, i int) int

//js:native decodeRuneAt
func decodeRune(s string, i int) (r rune, size int)
