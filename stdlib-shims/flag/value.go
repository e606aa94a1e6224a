package flag

import (
	"encoding"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// basic is what the flags of basic types share: the variable that a flag sets, how text becomes its value, and back.
type basic[T any] struct {
	variable *T
	parse    func(string) (T, error)
	format   func(T) string
}

// Set changes the variable even where text is wrong: to what parse makes of it.
func (b *basic[T]) Set(text string) (err error) {
	*b.variable, err = b.parse(text)
	return err
}

func (b *basic[T]) Get() any { return *b.variable }

func (b *basic[T]) String() string {
	if b.variable == nil {
		return ""
	}
	return b.format(*b.variable)
}

// zeroText is what String says of the zero value of T.
func (b *basic[T]) zeroText() string {
	var zero T
	return b.format(zero)
}

// The names of these types tell packages that wrap flags what they hold.
type (
	boolValue     struct{ basic[bool] }
	intValue      struct{ basic[int] }
	int64Value    struct{ basic[int64] }
	uintValue     struct{ basic[uint] }
	uint64Value   struct{ basic[uint64] }
	stringValue   struct{ basic[string] }
	float64Value  struct{ basic[float64] }
	durationValue struct{ basic[time.Duration] }
)

func (*boolValue) IsBoolFlag() bool { return true }

// plainly says what is wrong with text, without the details of strconv and time.
func plainly[T any](v T, err error) (T, error) {
	if err != nil {
		if errors.Is(err, strconv.ErrRange) {
			return v, errRange
		}
		return v, errParse
	}
	return v, nil
}

func parseBool(s string) (bool, error)              { return plainly(strconv.ParseBool(s)) }
func parseInt64(s string) (int64, error)            { return plainly(strconv.ParseInt(s, 0, 64)) }
func parseUint64(s string) (uint64, error)          { return plainly(strconv.ParseUint(s, 0, 64)) }
func parseFloat(s string) (float64, error)          { return plainly(strconv.ParseFloat(s, 64)) }
func parseDuration(s string) (time.Duration, error) { return plainly(time.ParseDuration(s)) }

func parseInt(s string) (int, error) {
	v, err := parseInt64(s)
	return int(v), err
}

func parseUint(s string) (uint, error) {
	v, err := parseUint64(s)
	return uint(v), err
}

func parseString(s string) (string, error) { return s, nil }

func formatInt64(v int64) string   { return strconv.FormatInt(v, 10) }
func formatUint(v uint) string     { return strconv.FormatUint(uint64(v), 10) }
func formatUint64(v uint64) string { return strconv.FormatUint(v, 10) }
func formatString(v string) string { return v }
func formatFloat(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// textValue is the flag of a variable that reads and writes itself.
type textValue struct {
	encoding.TextUnmarshaler
}

func (v textValue) Set(s string) error { return v.UnmarshalText([]byte(s)) }
func (v textValue) Get() any           { return v.TextUnmarshaler }

func (v textValue) String() (text string) {
	if writer, ok := v.TextUnmarshaler.(encoding.TextMarshaler); ok {
		if b, err := writer.MarshalText(); err == nil {
			text = string(b)
		}
	}
	return text
}

// funcValue is a flag that only calls a function.
type funcValue func(string) error

func (call funcValue) Set(s string) error { return call(s) }
func (funcValue) String() string          { return "" }

type boolFuncValue struct {
	funcValue
}

func (boolFuncValue) IsBoolFlag() bool { return true }

// Each …Var method defines a flag that sets what p points to. The method without Var makes the variable, too.

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	*p = value
	f.Var(&boolValue{basic[bool]{p, parseBool, strconv.FormatBool}}, name, usage)
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	f.BoolVar(&value, name, value, usage)
	return &value
}

func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	*p = value
	f.Var(&intValue{basic[int]{p, parseInt, strconv.Itoa}}, name, usage)
}

func (f *FlagSet) Int(name string, value int, usage string) *int {
	f.IntVar(&value, name, value, usage)
	return &value
}

func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	*p = value
	f.Var(&int64Value{basic[int64]{p, parseInt64, formatInt64}}, name, usage)
}

func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	f.Int64Var(&value, name, value, usage)
	return &value
}

func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	*p = value
	f.Var(&uintValue{basic[uint]{p, parseUint, formatUint}}, name, usage)
}

func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	f.UintVar(&value, name, value, usage)
	return &value
}

func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	*p = value
	f.Var(&uint64Value{basic[uint64]{p, parseUint64, formatUint64}}, name, usage)
}

func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	f.Uint64Var(&value, name, value, usage)
	return &value
}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	*p = value
	f.Var(&stringValue{basic[string]{p, parseString, formatString}}, name, usage)
}

func (f *FlagSet) String(name string, value string, usage string) *string {
	f.StringVar(&value, name, value, usage)
	return &value
}

func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	*p = value
	f.Var(&float64Value{basic[float64]{p, parseFloat, formatFloat}}, name, usage)
}

func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	f.Float64Var(&value, name, value, usage)
	return &value
}

func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	*p = value
	f.Var(&durationValue{basic[time.Duration]{p, parseDuration, time.Duration.String}}, name, usage)
}

func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	f.DurationVar(&value, name, value, usage)
	return &value
}

// TextVar defines a flag that p reads from text. What value points to must have the same type as what p points to.
func (f *FlagSet) TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	if !assign(p, value) {
		panic(fmt.Sprintf("default type does not match variable type: %s", typeText(p)))
	}
	f.Var(textValue{p}, name, usage)
}

// Func defines a flag that calls fn with its value.
func (f *FlagSet) Func(name, usage string, fn func(string) error) {
	f.Var(funcValue(fn), name, usage)
}

// BoolFunc defines a flag without a value that calls fn.
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue{fn}, name, usage)
}
