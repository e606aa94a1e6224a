package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

type codeErr struct{ code int }

func (e *codeErr) Error() string { return fmt.Sprint("code ", e.code) }

type isErr struct{}

func (isErr) Error() string        { return "isErr" }
func (isErr) Is(target error) bool { return target == io.EOF }

func main() {
	base := &codeErr{7}
	err := fmt.Errorf("outer: %w", fmt.Errorf("middle: %w", base))
	var ce *codeErr
	fmt.Println(err, errors.As(err, &ce), ce.code, errors.Is(err, base), errors.Unwrap(errors.Unwrap(err)) == base)
	joined := errors.Join(io.EOF, nil, err)
	fmt.Println(joined, errors.Is(joined, io.EOF), errors.As(joined, &ce))
	fmt.Println(errors.Is(isErr{}, io.EOF), errors.Is(nil, io.EOF), errors.Join(nil, nil) == nil)
	two := fmt.Errorf("%w and %w", io.EOF, base)
	fmt.Println(two, errors.Is(two, io.EOF), errors.Is(two, base), errors.Is(two, fs.ErrNotExist))
	e1, e2 := errors.New("same"), errors.New("same")
	fmt.Println(e1 == e2, e1 == e1)
	pe := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}
	fmt.Println(pe, errors.Is(pe, fs.ErrNotExist))
}
