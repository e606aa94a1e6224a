// Package strconv converts between basic values and their texts.
package strconv

import "errors"

// IntSize is the size of an int in bits.
const IntSize = 64

var (
	// ErrRange says that a value does not fit its type.
	ErrRange = errors.New("value out of range")
	// ErrSyntax says that a text does not have the right syntax.
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError is a failed conversion.
type NumError struct {
	Func string // the failing function
	Num  string // its argument
	Err  error  // why it failed
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error {
	return e.Err
}

// What the natives report.
const (
	ok = iota
	syntaxFailure
	rangeFailure
)

func failure(fn, num string, code int) error {
	if code == syntaxFailure {
		return &NumError{fn, num, ErrSyntax}
	}
	return &NumError{fn, num, ErrRange}
}

func checkSizes(fn, s string, base, bitSize int) error {
	if base != 0 && (base < 2 || base > 36) {
		return &NumError{fn, s, errors.New("invalid base " + Itoa(base))}
	}
	if bitSize < 0 || bitSize > 64 {
		return &NumError{fn, s, errors.New("invalid bit size " + Itoa(bitSize))}
	}
	return nil
}

// Atoi is ParseInt(s, 10, 0) with an int as its result.
func Atoi(s string) (int, error) {
	i, code := parseInt(s, 10, 64)
	if code != ok {
		return int(i), failure("Atoi", s, code)
	}
	return int(i), nil
}

// ParseInt reads a signed integer in base 2 to 36, or in the base that its prefix says where base is 0.
// The result fits in bitSize bits; 0 stands for the size of int.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	if s == "" {
		return 0, failure("ParseInt", s, syntaxFailure)
	}
	if err := checkSizes("ParseInt", s, base, bitSize); err != nil {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	i, code := parseInt(s, base, bitSize)
	if code != ok {
		err = failure("ParseInt", s, code)
	}
	return i, err
}

// ParseUint is ParseInt for unsigned integers; a sign is not allowed.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	if s == "" {
		return 0, failure("ParseUint", s, syntaxFailure)
	}
	if err := checkSizes("ParseUint", s, base, bitSize); err != nil {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	u, code := parseUint(s, base, bitSize)
	if code != ok {
		return u, failure("ParseUint", s, code)
	}
	return u, nil
}

// ParseBool reads 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, failure("ParseBool", str, syntaxFailure)
}

// ParseFloat reads a floating-point number, decimal or hexadecimal, an infinity or NaN. The result is the nearest
// number of bitSize bits; where that overflows it is ±Inf and the error is ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, code := parseFloat(s, bitSize)
	if code != ok {
		return f, failure("ParseFloat", s, code)
	}
	return f, nil
}

// ParseComplex reads a complex number: N, Ni or N±Ni, perhaps in parentheses.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	re, im, code := parseComplex(s, size)
	if code != ok {
		return complex(re, im), failure("ParseComplex", s, code)
	}
	return complex(re, im), nil
}

// Itoa is FormatInt(int64(i), 10).
//
//js:native itoa
func Itoa(i int) string

// FormatInt returns i in a base from 2 to 36, with letters in lower case.
//
//js:native formatInt
func FormatInt(i int64, base int) string

// FormatUint is FormatInt for unsigned integers.
//
//js:native formatInt
func FormatUint(i uint64, base int) string

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	return append(dst, FormatInt(i, base)...)
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	return append(dst, FormatUint(i, base)...)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends FormatBool(b) to dst.
func AppendBool(dst []byte, b bool) []byte {
	return append(dst, FormatBool(b)...)
}

// FormatFloat formats f, rounded as a number of bitSize bits, in format fmt (b e E f g G x X) with a precision;
// −1 stands for the fewest digits that give f when they are read back.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	switch bitSize {
	case 32:
		f = float64(float32(f))
	case 64:
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize) to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

// FormatComplex formats c as (a+bi), its parts as FormatFloat does for half of bitSize.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize/2) + im + "i)"
}

//js:native parseInt
func parseInt(s string, base, bitSize int) (i int64, code int)

//js:native parseUint
func parseUint(s string, base, bitSize int) (u uint64, code int)

//js:native parseFloat
func parseFloat(s string, bitSize int) (f float64, code int)

//js:native parseComplex
func parseComplex(s string, bitSize int) (re, im float64, code int)

//js:native formatFloat
func formatFloat(f float64, fmt byte, prec, bitSize int) string
