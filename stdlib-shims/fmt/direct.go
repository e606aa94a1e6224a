package fmt

import (
	"errors"
	"os"
	"strconv"
)

// What the compiler makes of calls with a constant format, or none, whose operands have basic types without methods:
// the texts of the operands are concatenated where the call stands, and nothing looks into interface values.

// printed writes what Print, Println or Printf has formatted.
func printed(text string) (n int, err error) { return os.Stdout.WriteString(text) }

// printedAlone is taken in its place where nothing else in the program knows of os.Stdout: nobody can have closed or
// replaced it.
func printedAlone(text string) (n int, err error) {
	output(1, text)
	return len(text), nil
}

//js:native outputText
func output(fd int, text string)

func failed(text string) error { return errors.New(text) }

// The texts of operands without flags, width and precision.

//js:native plain
func intText(v int64) string

//js:native plain
func uintText(v uint) string

//js:native plain
func uint64Text(v uint64) string

//js:native plain
func boolText(v bool) string

func floatText(v float64, size int) string { return strconv.FormatFloat(v, 'g', -1, size) }

func quotedText(v string) string { return strconv.Quote(v) }

// printerFor returns a printer for what stands between % and verb: the flags as bits in the order of "-+# 0", width and
// precision, −1 where there is none.
func printerFor(flags, width, precision int) *printer {
	p := new(printer)
	p.minus, p.plus, p.sharp = flags&1 != 0, flags&2 != 0, flags&4 != 0
	p.space, p.zero = flags&8 != 0, flags&16 != 0
	if width >= 0 {
		p.wid, p.widPresent = width, true
	}
	if precision >= 0 {
		p.prec, p.precPresent = precision, true
	}
	return p
}

// padded fills a text up with spaces to the width: for the flag - after it, without flags before it.
func padded(text string, flags, width int) string {
	if width <= 0 {
		return text
	}
	missing := width - runeCount(text)
	switch {
	case missing <= 0:
		return text
	case flags == 1:
		return text + repeat(" ", missing)
	}
	return repeat(" ", missing) + text
}

func formatInt(v int64, verb rune, flags, width, precision int) string {
	if verb == 'd' && flags <= 1 && precision < 0 {
		return padded(digits(v, 10), flags, width)
	}
	p := printerFor(flags, width, precision)
	p.fmtDigits(v, baseOf(verb), verb)
	return p.buf
}

func formatUint(v uint, verb rune, flags, width, precision int) string {
	p := printerFor(flags, width, precision)
	base := baseOf(verb)
	p.integer(udigits(v, base), false, base, verb)
	return p.buf
}

func formatFloat(v float64, size int, verb rune, flags, width, precision int) string {
	if isFinite := v-v == 0; isFinite && verb == 'f' && flags <= 1 && precision >= 0 {
		return padded(strconv.FormatFloat(v, 'f', precision, size), flags, width)
	}
	p := printerFor(flags, width, precision)
	p.fmtFloat(v, size, verb)
	return p.buf
}

// formatText serves %s, %v and %t.
func formatText(v string, flags, width, precision int) string {
	if flags <= 1 && precision < 0 {
		return padded(v, flags, width)
	}
	p := printerFor(flags, width, precision)
	p.fmtS(v)
	return p.buf
}

// formatPadded is formatText for what a precision does not cut.
func formatPadded(v string, flags, width int) string {
	if flags <= 1 {
		return padded(v, flags, width)
	}
	p := printerFor(flags, width, -1)
	p.pad(v)
	return p.buf
}

func formatQuoted(v string, flags, width, precision int) string {
	p := printerFor(flags, width, precision)
	p.fmtQ(v)
	return p.buf
}

func formatHex(v string, isUpper bool, flags, width, precision int) string {
	p := printerFor(flags, width, precision)
	p.fmtHex(v, isUpper)
	return p.buf
}
