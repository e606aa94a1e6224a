// Package fmt formats and scans, with verbs like those of C's printf.
//
// Output is built as one string: in JavaScript appending to a string is cheap.
package fmt

import (
	"io"
	"os"
)

// A State is the printer as a Formatter sees it.
type State interface {
	Write(b []byte) (n int, err error)
	// Width returns the width option and whether it was given.
	Width() (wid int, ok bool)
	// Precision returns the precision option and whether it was given.
	Precision() (prec int, ok bool)
	// Flag tells whether the flag c was given.
	Flag(c int) bool
}

// A Formatter formats itself under every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// A Stringer has a text of its own, for %v and %s.
type Stringer interface {
	String() string
}

// A GoStringer has Go syntax of its own, for %#v.
type GoStringer interface {
	GoString() string
}

// FormatString returns the directive that state and verb stand for: "%-8.3f".
func FormatString(state State, verb rune) string {
	text := "%"
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			text += string(c)
		}
	}
	if width, ok := state.Width(); ok {
		text += digits(int64(width), 10)
	}
	if precision, ok := state.Precision(); ok {
		text += "." + digits(int64(precision), 10)
	}
	return text + string(verb)
}

// Fprintf formats and writes to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return write(w, Sprintf(format, a...))
}

// Printf formats and writes to standard output.
func Printf(format string, a ...any) (n int, err error) {
	return os.Stdout.WriteString(Sprintf(format, a...))
}

// Sprintf formats by the directives of format.
func Sprintf(format string, a ...any) string {
	p := printer{}
	p.printf(format, a)
	return p.buf
}

// Appendf appends Sprintf(format, a...) to b.
func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, Sprintf(format, a...)...)
}

// Fprint writes Sprint(a...) to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	return write(w, Sprint(a...))
}

// Print writes Sprint(a...) to standard output.
func Print(a ...any) (n int, err error) {
	return os.Stdout.WriteString(Sprint(a...))
}

// Sprint formats operands with %v. Spaces stand between two of them when neither is a string.
func Sprint(a ...any) string {
	p := printer{}
	wasString := false
	for i, arg := range a {
		isString := arg != nil && isStringKind(arg)
		if i > 0 && !isString && !wasString {
			p.buf += " "
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
	return p.buf
}

// Append appends Sprint(a...) to b.
func Append(b []byte, a ...any) []byte {
	return append(b, Sprint(a...)...)
}

// Fprintln writes Sprintln(a...) to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return write(w, Sprintln(a...))
}

// Println writes Sprintln(a...) to standard output.
func Println(a ...any) (n int, err error) {
	return os.Stdout.WriteString(Sprintln(a...))
}

// Sprintln formats operands with %v, spaces between them and a newline behind.
func Sprintln(a ...any) string {
	p := printer{}
	for i, arg := range a {
		if i > 0 {
			p.buf += " "
		}
		p.printArg(arg, 'v')
	}
	return p.buf + "\n"
}

// Appendln appends Sprintln(a...) to b.
func Appendln(b []byte, a ...any) []byte {
	return append(b, Sprintln(a...)...)
}

// write spares files the way through a []byte.
func write(w io.Writer, text string) (n int, err error) {
	if file, ok := w.(*os.File); ok {
		return file.WriteString(text)
	}
	return w.Write([]byte(text))
}
