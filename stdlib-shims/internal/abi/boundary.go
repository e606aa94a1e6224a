package abi

// Nothing moves here, so nothing has to be made to stay.

func Escape[T any](x T) T { return x }

func EscapeNonString[T any](v T) {}

func EscapeToResultNonString[T any](v T) T { return v }

// Functions have no addresses.

func FuncPCABI0(f any) uintptr { return 0 }

func FuncPCABIInternal(f any) uintptr { return 0 }
