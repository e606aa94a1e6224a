package reflect

import (
	"strconv"
	"unicode"
)

// StructOf returns a struct type. Of embedded fields only the first can have methods that are promoted, with the limits
// that Go's own package has.
func StructOf(fields []StructField) Type {
	names, pkgs, tags := make([]string, len(fields)), make([]string, len(fields)), make([]string, len(fields))
	types, embedded := make([]descriptor, len(fields)), make([]bool, len(fields))
	pkg, text := "", "struct {"
	known := map[string]bool{}
	for i, f := range fields {
		f.check(i)
		if pkg == "" {
			pkg = f.PkgPath
		} else if f.PkgPath != "" && f.PkgPath != pkg {
			panic("reflect.Struct: fields with different PkgPath " + pkg + " and " + f.PkgPath)
		}
		if f.Anonymous {
			f.checkEmbedded(i, len(fields))
		}
		if known[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		known[f.Name] = true
		names[i], pkgs[i], tags[i] = f.Name, f.PkgPath, string(f.Tag)
		types[i], embedded[i] = f.Type.common().t, f.Anonymous
		if i > 0 {
			text += ";"
		}
		text += " " + f.text()
	}
	if len(fields) > 0 {
		text += " "
	}
	t := typeFor(structOf(names, pkgs, types, tags, embedded, text+"}"))
	exactSize(t)
	return t
}

// check panics where f cannot be a field.
func (f StructField) check(i int) {
	field := "reflect.StructOf: field "
	switch {
	case f.Name == "":
		panic(field + strconv.Itoa(i) + " has no name")
	case !isIdentifier(f.Name):
		panic(field + strconv.Itoa(i) + " has invalid name")
	case f.Type == nil:
		panic(field + strconv.Itoa(i) + " has no type")
	case f.Anonymous && f.PkgPath != "":
		panic(field + strconv.Quote(f.Name) + " is anonymous but has PkgPath set")
	}
	if c := f.Name[0]; f.PkgPath == "" && ('a' <= c && c <= 'z' || c == '_') {
		panic(field + strconv.Quote(f.Name) + " is unexported but missing PkgPath")
	}
}

// checkEmbedded panics where f, field i of n, has methods that cannot be promoted.
func (f StructField) checkEmbedded(i, n int) {
	t := f.Type.common()
	if t.kind() == Pointer {
		if kind := t.elem().kind(); kind == Pointer || kind == Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.String())
		}
	}
	hasMethods := countMethods(t.t) > 0
	switch {
	case t.kind() == Interface:
		for m := range t.Methods() {
			if m.PkgPath != "" {
				panic("reflect: embedded interface with unexported method(s) not implemented")
			}
		}
	case hasMethods && i > 0:
		panic("reflect: embedded type with methods not implemented if type is not first field")
	case hasMethods && n > 1 && t.kind() == Pointer:
		panic("reflect: embedded type with methods not implemented if there is more than one field")
	case n > 1 && t.Name() != "" && t.isPointerShaped():
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
}

// isPointerShaped tells whether a value of the type is nothing but a pointer.
func (r *rtype) isPointerShaped() bool {
	switch r.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return true
	case Array:
		return r.Len() == 1 && r.elem().isPointerShaped()
	case Struct:
		return r.NumField() == 1 && r.Field(0).Type.common().isPointerShaped()
	}
	return false
}

// text returns f as a struct type shows it.
func (f StructField) text() string {
	text := f.Type.String()
	if !f.Anonymous {
		text = f.Name + " " + text
	}
	if f.Tag != "" {
		text += " " + strconv.Quote(string(f.Tag))
	}
	return text
}

func isIdentifier(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return true
}

// exactSize returns the size of a type that reflection has made; it panics at a struct beyond all memory.
func exactSize(r *rtype) uintptr {
	switch r.kind() {
	case Array:
		return uintptr(r.Len()) * exactSize(r.elem())
	case Struct:
		end, largest, last := uintptr(0), uintptr(1), uintptr(1)
		for i := range numField(r.t) {
			_, _, t, _, _, _ := fieldAt(r.t, i)
			align := uintptr(typeAlign(t))
			largest = max(largest, align)
			last = exactSize(typeFor(t))
			end = extended(extended(end, (align-end%align)%align), last)
		}
		if last == 0 && end > 0 {
			end = extended(end, 1)
		}
		return extended(end, (largest-end%largest)%largest)
	}
	return r.Size()
}

func extended(size, by uintptr) uintptr {
	if size+by < size {
		panic("reflect.StructOf: struct size would exceed virtual address space")
	}
	return size + by
}
