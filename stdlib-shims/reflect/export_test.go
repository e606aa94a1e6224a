package reflect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MakeRO returns v as from a field that is not exported.
func MakeRO(v Value) Value {
	v.flag |= flagStickyRO
	return v
}

// IsRO tells whether v is from a field that is not exported.
func IsRO(v Value) bool { return v.flag&flagStickyRO != 0 }

// CallGC has nothing to do where the host alone collects garbage.
var CallGC = new(bool)

// MethodValueCallCodePtr is the address of all functions that Value.Method gives.
func MethodValueCallCodePtr() uintptr { return address(methodCode()) }

// ResolveReflectName has no table to enter a name into.
func ResolveReflectName(s string) {}

// IsExported tells whether the name of a type, or of what it points to, is exported.
func IsExported(t Type) bool {
	text := strings.TrimLeft(t.String(), "*")
	char, _ := utf8.DecodeRuneInString(text[strings.LastIndex(text, ".")+1:])
	return unicode.IsUpper(char)
}

type EmbedWithUnexpMeth struct{}

func (EmbedWithUnexpMeth) f() {}

type OtherPkgFields struct {
	OtherExported   int
	otherUnexported int
}

type Buffer struct {
	buf []byte
}
