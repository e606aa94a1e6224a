// Package flag reads the flags of a command line.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// ErrHelp is the error where -help or -h is given but not defined.
var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// A Value holds what a flag is set to. If it has a method IsBoolFlag() bool that returns true, -name alone means
// -name=true.
type Value interface {
	String() string
	Set(string) error
}

// A Getter also gives the value itself.
type Getter interface {
	Value
	Get() any
}

// ErrorHandling is what FlagSet.Parse does at an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // return it
	ExitOnError                          // end the program with status 2, or 0 for help
	PanicOnError                         // panic
)

// A FlagSet is a set of flags that are defined. The zero value has no name and ContinueOnError.
type FlagSet struct {
	// Usage is called at an error. By default it prints the flags.
	Usage func()

	name          string
	isParsed      bool
	actual        map[string]*Flag
	formal        map[string]*Flag
	args          []string
	errorHandling ErrorHandling
	output        io.Writer
	tooEarly      map[string]string // where flags were set before they were defined
}

// A Flag is one flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string // the default value, as text
}

// NewFlagSet returns an empty FlagSet.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, errorHandling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init sets name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.errorHandling = errorHandling
}

// CommandLine has the flags of the program, which the functions of the package use.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

func init() {
	// Whatever Usage is by then.
	CommandLine.Usage = func() { Usage() }
}

// Usage prints how to call the program. It may be changed.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func (f *FlagSet) defaultUsage() {
	of := ""
	if f.name != "" {
		of = " of " + f.name
	}
	fmt.Fprint(f.Output(), "Usage", of, ":\n")
	f.PrintDefaults()
}

// Name returns the name of the set.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what Parse does at an error.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.errorHandling }

// Output returns where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.output != nil {
		return f.output
	}
	return os.Stderr
}

// SetOutput sets where messages go, nil for the error output.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

func sorted(flags map[string]*Flag) []*Flag {
	var all []*Flag
	for _, flag := range flags {
		all = append(all, flag)
	}
	slices.SortFunc(all, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// VisitAll calls fn for each flag, in the order of names.
func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range sorted(f.formal) {
		fn(flag)
	}
}

// Visit calls fn for each flag that is set, in the order of names.
func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range sorted(f.actual) {
		fn(flag)
	}
}

// Lookup returns the flag of that name, nil for none.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value) }

// set is what two exported functions named Set call, of which each is called by whoever sets the flag.
func (f *FlagSet) set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		if f.tooEarly == nil {
			f.tooEarly = map[string]string{}
		}
		place := ""
		if _, file, line, ok := runtime.Caller(2); ok {
			place = file + ":" + strconv.Itoa(line)
		}
		f.tooEarly[name] = place
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.markSet(flag)
	return nil
}

func (f *FlagSet) markSet(flag *Flag) {
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[flag.Name] = flag
}

// NFlag returns how many flags are set.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Arg returns an argument that is no flag, "" where there is none.
func (f *FlagSet) Arg(i int) string {
	if 0 <= i && i < f.NArg() {
		return f.args[i]
	}
	return ""
}

// NArg returns how many arguments are no flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args returns the arguments that are no flags.
func (f *FlagSet) Args() []string { return f.args }

// Parsed tells whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.isParsed }

// Var defines a flag with a Value.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		panic(f.sprintf("flag %q begins with -", name))
	case strings.Contains(name, "="):
		panic(f.sprintf("flag %q contains =", name))
	}
	if _, ok := f.formal[name]; ok {
		if f.name == "" {
			panic(f.sprintf("flag redefined: %s", name))
		}
		panic(f.sprintf("%s flag redefined: %s", f.name, name))
	}
	if place, ok := f.tooEarly[name]; ok {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, place))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func (f *FlagSet) sprintf(format string, a ...any) string {
	message := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), message)
	return message
}

// Parse sets flags from arguments, which do not include the program's name, up to the first that is no flag or after --.
func (f *FlagSet) Parse(arguments []string) error {
	f.isParsed, f.args = true, arguments
	var err error
	for found := true; found; {
		found, err = f.parseOne()
	}
	if err == nil || f.errorHandling == ContinueOnError {
		return err
	}
	if f.errorHandling == PanicOnError {
		panic(err)
	}
	status := 2
	if err == ErrHelp {
		status = 0
	}
	os.Exit(status)
	return nil
}

func (f *FlagSet) fail(format string, a ...any) error {
	message := f.sprintf(format, a...)
	f.usage()
	return errors.New(message)
}

func (f *FlagSet) usage() {
	show := f.Usage
	if show == nil {
		show = f.defaultUsage
	}
	show()
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

func isBool(value Value) bool {
	b, ok := value.(boolFlag)
	return ok && b.IsBoolFlag()
}

// parseOne reads one flag and tells whether there was one.
func (f *FlagSet) parseOne() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	if arg == "--" {
		f.args = f.args[1:]
		return false, nil
	}
	name := strings.TrimPrefix(arg[1:], "-")
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	switch {
	case isBool(flag.Value) && hasValue:
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
		}
	case isBool(flag.Value):
		if err := flag.Value.Set("true"); err != nil {
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
	default:
		if !hasValue {
			if len(f.args) == 0 {
				return false, f.fail("flag needs an argument: -%s", name)
			}
			value, f.args = f.args[0], f.args[1:]
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.markSet(flag)
	return true, nil
}

// PrintDefaults prints the flags with what they are for and their default values.
func (f *FlagSet) PrintDefaults() {
	var failures []error
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		// What has one letter and no value leaves room for the usage on the same line.
		if len(line) <= 4 {
			line += "\t"
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		if isZero, err := isZeroValue(flag); err != nil {
			failures = append(failures, err)
		} else if !isZero {
			if _, ok := flag.Value.(*stringValue); ok {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), line, "\n")
	})
	if len(failures) > 0 {
		fmt.Fprintln(f.Output())
		for _, err := range failures {
			fmt.Fprintln(f.Output(), err)
		}
	}
}

// isZeroValue tells whether the default of a flag is what the zero value of its type says.
func isZeroValue(flag *Flag) (isZero bool, err error) {
	if value, ok := flag.Value.(interface{ zeroText() string }); ok {
		return flag.DefValue == value.zeroText(), nil
	}
	zero := zeroOf(flag.Value)
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("panic calling String method on zero %s for flag %s: %v", typeText(flag.Value), flag.Name, e)
		}
	}()
	return flag.DefValue == zero.(Value).String(), nil
}

// zeroOf returns the zero value of the type of v, for a pointer type a pointer to a zero value.
//
//js:native zeroOf reads
func zeroOf(v any) any

// typeText returns the type of v, or what it points to.
//
//js:native typeText reads
func typeText(v any) string

// assign sets what pointer points to, to v or what v points to.
//
//js:native assign
func assign(pointer, v any) (ok bool)

// UnquoteUsage returns what stands between back quotes in the usage of a flag, or else what its value is called, and
// the usage without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	switch value := flag.Value.(type) {
	case boolFlag:
		if value.IsBoolFlag() {
			return "", flag.Usage
		}
		return "value", flag.Usage
	case *durationValue:
		return "duration", flag.Usage
	case *float64Value:
		return "float", flag.Usage
	case *intValue, *int64Value:
		return "int", flag.Usage
	case *stringValue:
		return "string", flag.Usage
	case *uintValue, *uint64Value:
		return "uint", flag.Usage
	}
	return "value", flag.Usage
}
