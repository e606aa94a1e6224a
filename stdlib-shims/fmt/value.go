package fmt

import (
	"internal/dynamic"
)

// printArg prints an operand. The types that need no look inside are dealt with here.
func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.pad("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.fmtS(typeText(arg))
		return
	case 'p':
		p.fmtPointer(dynamic.TypeOf(arg), dynamic.ValueOf(arg), 'p')
		return
	}
	switch v := arg.(type) {
	case string:
		if isTextVerb(verb) {
			p.fmtString(v, verb)
			return
		}
	case int:
		if isIntVerb(verb) {
			p.fmtInt(int64(v), verb)
			return
		}
	case bool:
		if verb == 't' || verb == 'v' {
			p.fmtBool(v)
			return
		}
	default:
		p.printOther(arg, verb)
		return
	}
	p.badVerb(verb)
}

func (p *printer) printOther(arg any, verb rune) {
	t, v := dynamic.TypeOf(arg), dynamic.ValueOf(arg)
	if dynamic.IsReflectValue(t) {
		p.printReflected(t, v, verb, 0)
		return
	}
	isBytes := (p.sharpV || verb == 'w') && dynamic.Text(t) == "[]uint8"
	if isBytes || !p.handleMethods(verb) {
		start := len(p.buf)
		p.printValue(t, v, verb, 0, true)
		if p.sharpV && isBytes {
			p.buf = p.buf[:start] + "[]byte" + p.buf[start+len("[]uint8"):]
		}
	}
}

// printReflected prints what a reflect.Value stands for.
func (p *printer) printReflected(t dynamic.Type, v dynamic.Value, verb rune, depth int) {
	t, v, exported := reflected(t, v)
	switch {
	case t == nil && depth == 0:
		p.buf += "<invalid reflect.Value>"
	case t == nil && verb == 'v':
		p.buf += "<nil>"
	case t == nil:
		p.badVerb(verb)
	default:
		if exported {
			p.arg = dynamic.Box(t, v)
			if p.handleMethods(verb) {
				return
			}
		}
		p.printValue(t, v, verb, depth, exported)
	}
}

// handleMethods prints p.arg by its own methods, if it has some that count for the verb.
func (p *printer) handleMethods(verb rune) bool {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapsErrors {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if formatter, ok := p.arg.(Formatter); ok {
		p.callFormatter(formatter, verb)
		return true
	}
	if p.sharpV {
		if stringer, ok := p.arg.(GoStringer); ok {
			p.callGoStringer(stringer, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			p.callError(v, verb)
			return true
		case Stringer:
			p.callStringer(v, verb)
			return true
		}
	}
	return false
}

func (p *printer) callFormatter(v Formatter, verb rune) {
	defer p.catch(v, verb, "Format")
	v.Format(p, verb)
}

func (p *printer) callGoStringer(v GoStringer, verb rune) {
	defer p.catch(v, verb, "GoString")
	p.fmtS(v.GoString())
}

func (p *printer) callError(v error, verb rune) {
	defer p.catch(v, verb, "Error")
	p.fmtString(v.Error(), verb)
}

func (p *printer) callStringer(v Stringer, verb rune) {
	defer p.catch(v, verb, "String")
	p.fmtString(v.String(), verb)
}

// catch prints the panic of a method. That of a nil receiver prints as <nil>, and a panic while one is printed goes on.
func (p *printer) catch(arg any, verb rune, method string) {
	reason := recover()
	if reason == nil {
		return
	}
	t := dynamic.TypeOf(arg)
	if dynamic.Kind(t) == dynamic.Pointer && dynamic.IsNil(dynamic.ValueOf(arg)) {
		p.buf += "<nil>"
		return
	}
	if p.panicking {
		panic(reason)
	}
	flags := *p
	p.clearFlags()
	p.buf += "%!" + string(verb) + "(PANIC=" + method + " method: "
	p.panicking = true
	p.printArg(reason, 'v')
	p.panicking = false
	p.buf += ")"
	p.restoreFlags(&flags)
}

func (p *printer) restoreFlags(flags *printer) {
	p.wid, p.prec = flags.wid, flags.prec
	p.widPresent, p.precPresent = flags.widPresent, flags.precPresent
	p.minus, p.plus, p.sharp, p.space, p.zero = flags.minus, flags.plus, flags.sharp, flags.space, flags.zero
	p.plusV, p.sharpV = flags.plusV, flags.sharpV
}

// badVerb says that the verb is not for p.arg.
func (p *printer) badVerb(verb rune) {
	if p.arg == nil {
		p.buf += "%!" + string(verb) + "(<nil>)"
		return
	}
	t := dynamic.TypeOf(p.arg)
	p.badVerbFor(t, dynamic.ValueOf(p.arg), verb)
}

func (p *printer) badVerbFor(t dynamic.Type, v dynamic.Value, verb rune) {
	p.erroring = true
	p.buf += "%!" + string(verb) + "(" + dynamic.Text(t) + "="
	p.printValue(t, v, 'v', 0, false)
	p.buf += ")"
	p.erroring = false
}

// printValue prints a value by its type. exported tells whether its methods may be called: what stands in an
// unexported field is private to its package.
func (p *printer) printValue(t dynamic.Type, v dynamic.Value, verb rune, depth int, exported bool) {
	kind := dynamic.Kind(t)
	if depth > 0 && exported && kind != dynamic.Interface {
		p.arg = dynamic.Box(t, v)
		if p.handleMethods(verb) {
			return
		}
	}
	if depth > 0 && dynamic.IsReflectValue(t) {
		p.printReflected(t, v, verb, depth)
		return
	}
	switch kind {
	case dynamic.Bool, dynamic.String:
		p.printText(t, v, kind, verb)
	case dynamic.Int, dynamic.Int8, dynamic.Int16, dynamic.Int32, dynamic.Int64:
		if isIntVerb(verb) {
			p.fmtInt(dynamic.AsInt(v), verb)
		} else {
			p.badVerbFor(t, v, verb)
		}
	case dynamic.Uint, dynamic.Uint8, dynamic.Uint16, dynamic.Uint32, dynamic.Uint64, dynamic.Uintptr:
		if isIntVerb(verb) {
			p.fmtUint(dynamic.AsUint(v), verb)
		} else {
			p.badVerbFor(t, v, verb)
		}
	case dynamic.Float32, dynamic.Float64, dynamic.Complex64, dynamic.Complex128:
		p.printInexact(t, v, kind, verb)
	case dynamic.Map:
		p.printMap(t, v, verb, depth, exported)
	case dynamic.Struct:
		p.printStruct(t, v, verb, depth, exported)
	case dynamic.Interface:
		p.printInterface(t, v, verb, depth, exported)
	case dynamic.Array, dynamic.Slice:
		p.printList(t, v, kind, verb, depth, exported)
	case dynamic.Pointer:
		if depth == 0 && !dynamic.IsNil(v) {
			elem := dynamic.Elem(t)
			switch dynamic.Kind(elem) {
			case dynamic.Array, dynamic.Slice, dynamic.Struct, dynamic.Map:
				p.buf += "&"
				p.printValue(elem, dynamic.Load(t, v), verb, depth+1, exported)
				return
			}
		}
		p.fmtPointer(t, v, verb)
	default:
		p.fmtPointer(t, v, verb)
	}
}

func isIntVerb(verb rune) bool {
	switch verb {
	case 'v', 'd', 'b', 'o', 'O', 'x', 'X', 'c', 'q', 'U':
		return true
	}
	return false
}

func isTextVerb(verb rune) bool {
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		return true
	}
	return false
}

func (p *printer) printText(t dynamic.Type, v dynamic.Value, kind int, verb rune) {
	switch {
	case kind == dynamic.Bool && (verb == 't' || verb == 'v'):
		p.fmtBool(dynamic.AsBool(v))
	case kind == dynamic.String && isTextVerb(verb):
		p.fmtString(dynamic.AsString(v), verb)
	default:
		p.badVerbFor(t, v, verb)
	}
}

func (p *printer) printInexact(t dynamic.Type, v dynamic.Value, kind int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
	default:
		p.badVerbFor(t, v, verb)
		return
	}
	switch kind {
	case dynamic.Float32:
		p.fmtFloat(dynamic.AsFloat(v), 32, verb)
	case dynamic.Float64:
		p.fmtFloat(dynamic.AsFloat(v), 64, verb)
	case dynamic.Complex64:
		p.fmtComplex(dynamic.AsComplex(v), 64, verb)
	default:
		p.fmtComplex(dynamic.AsComplex(v), 128, verb)
	}
}

func (p *printer) printMap(t dynamic.Type, v dynamic.Value, verb rune, depth int, exported bool) {
	if !p.open(t, v, "map[") {
		return
	}
	keys, elems := sortedEntries(t, v)
	keyType, elemType := dynamic.Key(t), dynamic.Elem(t)
	for i := range keys {
		p.separate(i)
		p.printValue(keyType, keys[i], verb, depth+1, exported)
		p.buf += ":"
		p.printValue(elemType, elems[i], verb, depth+1, exported)
	}
	p.close("]")
}

// open prints what stands before the parts of a map, slice or array. It returns false where %#v has printed nil.
func (p *printer) open(t dynamic.Type, v dynamic.Value, plain string) bool {
	if !p.sharpV {
		p.buf += plain
		return true
	}
	p.buf += dynamic.Text(t)
	if dynamic.IsNil(v) {
		p.buf += "(nil)"
		return false
	}
	p.buf += "{"
	return true
}

func (p *printer) separate(i int) {
	switch {
	case i == 0:
	case p.sharpV:
		p.buf += ", "
	default:
		p.buf += " "
	}
}

func (p *printer) close(plain string) {
	if p.sharpV {
		p.buf += "}"
	} else {
		p.buf += plain
	}
}

func (p *printer) printStruct(t dynamic.Type, v dynamic.Value, verb rune, depth int, exported bool) {
	if p.sharpV {
		p.buf += dynamic.Text(t)
	}
	p.buf += "{"
	first := 0
	if dynamic.Text(t) == "time.Time" && dynamic.NumField(t) == 4 {
		p.timeFields(t, v, verb)
		first = 3
	}
	for i := first; i < dynamic.NumField(t); i++ {
		p.fieldName(i, dynamic.FieldName(t, i))
		fieldType, field := dynamic.FieldType(t, i), dynamic.Field(t, v, i)
		fieldExported := exported && dynamic.FieldExported(t, i)
		if dynamic.Kind(fieldType) == dynamic.Interface && !dynamic.IsNil(field) {
			inside := dynamic.AsAny(field)
			p.printValue(dynamic.TypeOf(inside), dynamic.ValueOf(inside), verb, depth+1, fieldExported)
		} else {
			p.printValue(fieldType, field, verb, depth+1, fieldExported)
		}
	}
	p.buf += "}"
}

func (p *printer) fieldName(i int, name string) {
	p.separate(i)
	if p.plusV || p.sharpV {
		p.buf += name + ":"
	}
}

// timeFields prints nanoseconds and seconds of a time.Time, which Go has in two fields.
func (p *printer) timeFields(t dynamic.Type, v dynamic.Value, verb rune) {
	for i, name := range [...]string{"wall", "ext"} {
		p.fieldName(i, name)
		number := dynamic.AsInt(dynamic.Field(t, v, 1-i))
		var field any = number
		if i == 0 {
			field = uint64(number)
		}
		p.printValue(dynamic.TypeOf(field), dynamic.ValueOf(field), verb, 1, false)
	}
}

func (p *printer) printInterface(t dynamic.Type, v dynamic.Value, verb rune, depth int, exported bool) {
	switch {
	case !dynamic.IsNil(v):
		inside := dynamic.AsAny(v)
		p.printValue(dynamic.TypeOf(inside), dynamic.ValueOf(inside), verb, depth+1, exported)
	case p.sharpV:
		p.buf += dynamic.Text(t) + "(nil)"
	default:
		p.buf += "<nil>"
	}
}

func (p *printer) printList(t dynamic.Type, v dynamic.Value, kind int, verb rune, depth int, exported bool) {
	elem := dynamic.Elem(t)
	if dynamic.Kind(elem) == dynamic.Uint8 {
		switch verb {
		case 's', 'q', 'x', 'X':
			p.fmtString(bytesText(t, v), verb)
			return
		}
	}
	if !p.open(t, v, "[") {
		return
	}
	for i := range dynamic.Len(t, v) {
		p.separate(i)
		p.printValue(elem, dynamic.Index(t, v, i), verb, depth+1, exported)
	}
	p.close("]")
}

func (p *printer) fmtPointer(t dynamic.Type, v dynamic.Value, verb rune) {
	switch dynamic.Kind(t) {
	case dynamic.Chan, dynamic.Func, dynamic.Map, dynamic.Pointer, dynamic.Slice, dynamic.UnsafePointer:
	default:
		p.badVerbFor(t, v, verb)
		return
	}
	address := dynamic.Address(v)
	switch verb {
	case 'v':
		switch {
		case p.sharpV && address == 0:
			p.buf += "(" + dynamic.Text(t) + ")(nil)"
		case p.sharpV:
			p.buf += "(" + dynamic.Text(t) + ")("
			p.fmt0x(address, true)
			p.buf += ")"
		case address == 0:
			p.pad("<nil>")
		default:
			p.fmt0x(address, !p.sharp)
		}
	case 'p':
		p.fmt0x(address, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.fmtUint(address, verb)
	default:
		p.badVerbFor(t, v, verb)
	}
}

// typeText returns the type of an operand that is not nil.
func typeText(arg any) string {
	return dynamic.Text(dynamic.TypeOf(arg))
}

// intOf returns an operand of integer type, for width and precision.
func intOf(arg any) (n int, ok bool) {
	if n, ok := arg.(int); ok {
		return n, true
	}
	if arg == nil {
		return 0, false
	}
	kind := dynamic.Kind(dynamic.TypeOf(arg))
	switch {
	case kind >= dynamic.Int && kind <= dynamic.Int64:
		return int(dynamic.AsInt(dynamic.ValueOf(arg))), true
	case kind >= dynamic.Uint && kind <= dynamic.Uintptr:
		n := int(dynamic.AsUint(dynamic.ValueOf(arg)))
		return n, n >= 0
	}
	return 0, false
}

func isStringKind(arg any) bool {
	if _, ok := arg.(string); ok {
		return true
	}
	return dynamic.Kind(dynamic.TypeOf(arg)) == dynamic.String
}

//js:native reflected reads
func reflected(t dynamic.Type, v dynamic.Value) (dynamic.Type, dynamic.Value, bool)

// bytesText returns the bytes of a slice or array as a string.
//
//js:native bytesText reads
func bytesText(t dynamic.Type, v dynamic.Value) string

// sortedEntries returns keys and elements of a map in the order in which they are printed.
//
//js:native sortedEntries reads
func sortedEntries(t dynamic.Type, v dynamic.Value) (keys, elems []dynamic.Value)
