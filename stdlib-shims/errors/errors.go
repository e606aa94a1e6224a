// Package errors makes, joins and examines errors.
package errors

// New returns an error that formats as text. Each call gives a distinct error.
func New(text string) error {
	return &errorString{text}
}

// An errorString is the error of one text. %#v shows the name of its field.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// ErrUnsupported says that an operation cannot be done because it is unsupported.
var ErrUnsupported = New("unsupported operation")

// Unwrap returns what the Unwrap method of err gives, if its type has one that returns an error, else nil.
func Unwrap(err error) error {
	if wrapper, ok := err.(interface{ Unwrap() error }); ok {
		return wrapper.Unwrap()
	}
	return nil
}

// Join wraps those of errs that are not nil; the result is nil where all are.
func Join(errs ...error) error {
	var some []error
	for _, err := range errs {
		if err != nil {
			some = append(some, err)
		}
	}
	if some == nil {
		return nil
	}
	return &joinError{some}
}

type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	text, separator := "", ""
	for _, err := range e.errs {
		text += separator + err.Error()
		separator = "\n"
	}
	return text
}

func (e *joinError) Unwrap() []error {
	return e.errs
}
