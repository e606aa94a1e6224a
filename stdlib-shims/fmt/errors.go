package fmt

import "errors"

// Errorf returns an error that formats as told. It wraps the operands of %w.
func Errorf(format string, a ...any) error {
	p := printer{wrapsErrors: true}
	p.printf(format, a)
	switch len(p.wrapped) {
	case 0:
		return errors.New(p.buf)
	case 1:
		err, _ := a[p.wrapped[0]].(error)
		return &wrapError{p.buf, err}
	}
	return &wrapErrors{p.buf, wrappedErrors(a, p.wrapped)}
}

// wrappedErrors returns the operands with these indexes that are errors, in the order of operands, none twice.
func wrappedErrors(a []any, indexes []int) []error {
	var errs []error
	for i, arg := range a {
		for _, index := range indexes {
			if index == i {
				if err, ok := arg.(error); ok {
					errs = append(errs, err)
				}
				break
			}
		}
	}
	return errs
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
