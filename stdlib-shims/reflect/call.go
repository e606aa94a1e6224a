package reflect

// Call calls a function with arguments.
func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice calls a variadic function with its last argument as a slice.
func (v Value) CallSlice(in []Value) []Value {
	v.must(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(method string, in []Value) []Value {
	if v.flag&flagPrivate != 0 {
		panic("reflect: " + method + " of unexported method")
	}
	fn := v.raw()
	if fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	args := v.arguments(method, in)
	results := callFunc(fn, args)
	n := numOut(v.typ.t)
	values := make([]Value, n)
	for i := range n {
		values[i] = valueOf(typeFor(out(v.typ.t, i)), resultAt(results, n, i))
	}
	return values
}

// arguments returns the bare arguments for a call, variadic ones in their slice.
func (v Value) arguments(method string, in []Value) []raw {
	t := v.typ
	n := t.NumIn()
	packs := t.IsVariadic() && method == "Call"
	if method == "CallSlice" && !t.IsVariadic() {
		panic("reflect: CallSlice of non-variadic function")
	}
	fixed := n
	if packs {
		fixed--
	}
	if len(in) < fixed {
		panic("reflect: " + method + " with too few input arguments")
	}
	if len(in) > fixed && !packs {
		panic("reflect: " + method + " with too many input arguments")
	}
	for _, x := range in {
		if x.kind() == Invalid {
			panic("reflect: " + method + " using zero Value argument")
		}
	}
	args := make([]raw, 0, n)
	for i := range fixed {
		in[i].mustBeExported(method)
		args = append(args, in[i].argument(method, t.In(i).common()))
	}
	if packs {
		rest := MakeSlice(t.In(fixed), 0, len(in)-fixed)
		elem := rest.typ.elem()
		list := rest.raw()
		for _, x := range in[fixed:] {
			x.mustBeExported(method)
			if !assignable(x.typ.t, elem.t) {
				panic("reflect: cannot use " + x.typ.String() + " as type " + elem.String() + " in " + method)
			}
			list = appendOne(elem.t, list, x.assigned("reflect.Value.Call", elem))
		}
		args = append(args, list)
	}
	return args
}

func (v Value) argument(method string, t *rtype) raw {
	if !assignable(v.typ.t, t.t) {
		panic("reflect: " + method + " using " + v.typ.String() + " as type " + t.String())
	}
	return v.assigned("reflect.Value.Call", t)
}

// MakeFunc returns a function of a type that calls fn with its arguments.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	return valueOf(t, makeFunc(func(args []raw) []raw {
		results := fn(arguments(t, args))
		n := t.NumOut()
		if len(results) != n {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		list := make([]raw, n)
		for i, result := range results {
			if result.typ == nil {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			if result.flag&flagRO != 0 {
				panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
			}
			list[i] = result.assigned("reflect.MakeFunc", t.Out(i).common())
		}
		return list
	}))
}

// arguments returns what a function of type t was called with.
func arguments(t *rtype, args []raw) []Value {
	values := make([]Value, len(args))
	for i, arg := range args {
		values[i] = valueOf(typeFor(in(t.t, i)), arg)
	}
	return values
}

// MakeChan returns a new channel.
func MakeChan(typ Type, buffer int) Value {
	t := typ.common()
	if t.kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if t.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	return valueOf(t, makeChan(typeElem(t.t), buffer))
}

func (v Value) checkChan(method string, dir ChanDir) {
	v.must(Chan, method)
	v.mustBeExported(method)
	if v.typ.ChanDir()&dir == 0 {
		if dir == SendDir {
			panic("reflect: send on recv-only channel")
		}
		panic("reflect: recv on send-only channel")
	}
}

// Send sends x on a channel.
func (v Value) Send(x Value) {
	v.checkChan("Send", SendDir)
	x.mustBeExported("Send")
	chanSend(v.raw(), x.assigned("reflect.Value.Send", v.typ.elem()))
}

// Recv receives from a channel.
func (v Value) Recv() (x Value, ok bool) {
	v.checkChan("Recv", RecvDir)
	t := v.typ.elem()
	received, ok := chanReceive(v.raw())
	return valueOf(t, received), ok
}

// TrySend sends x on a channel if that needs no waiting and tells whether it did.
func (v Value) TrySend(x Value) bool {
	v.checkChan("TrySend", SendDir)
	x.mustBeExported("TrySend")
	return chanTrySend(v.raw(), x.assigned("reflect.Value.Send", v.typ.elem()))
}

// TryRecv receives from a channel if that needs no waiting; else x is the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.checkChan("TryRecv", RecvDir)
	received, did, ok := chanTryReceive(v.raw())
	if !did {
		return Value{}, false
	}
	return valueOf(v.typ.elem(), received), ok
}

// Close closes a channel.
func (v Value) Close() {
	v.must(Chan, "Close")
	v.mustBeExported("Close")
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.raw())
}

// A SelectDir says what a SelectCase does.
type SelectDir int

const (
	_             SelectDir = iota
	SelectSend              // case Chan <- Send
	SelectRecv              // case <-Chan:
	SelectDefault           // default
)

// A SelectCase is a case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// operands returns the channel of a case, nil where there is none, and what it sends.
func (c SelectCase) operands() (ch, x raw) {
	if c.Dir != SelectSend && c.Dir != SelectRecv {
		panic("reflect.Select: invalid Dir")
	}
	if c.Dir == SelectRecv && c.Send.IsValid() {
		panic("reflect.Select: RecvDir case has Send value")
	}
	if !c.Chan.IsValid() {
		return nil, nil
	}
	c.Chan.must(Chan, "")
	c.Chan.mustBeExported("")
	dir := c.Chan.typ.ChanDir()
	if c.Dir == SelectRecv {
		if dir&RecvDir == 0 {
			panic("reflect.Select: RecvDir case using send-only channel")
		}
		return c.Chan.raw(), nil
	}
	if dir&SendDir == 0 {
		panic("reflect.Select: SendDir case using recv-only channel")
	}
	if !c.Send.IsValid() {
		panic("reflect.Select: SendDir case missing Send value")
	}
	c.Send.mustBeExported("")
	return c.Chan.raw(), c.Send.assigned("reflect.Select", c.Chan.typ.elem())
}

// Select does what the select statement does.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	hasDefault, defaultCase := false, 0
	var chans, values []raw
	var isSend []bool
	var places []int
	for i, c := range cases {
		if c.Dir == SelectDefault {
			if hasDefault {
				panic("reflect.Select: multiple default cases")
			}
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			hasDefault, defaultCase = true, i
			continue
		}
		ch, x := c.operands()
		chans, values = append(chans, ch), append(values, x)
		isSend, places = append(isSend, c.Dir == SelectSend), append(places, i)
	}
	at, received, ok := selectCases(chans, values, isSend, hasDefault)
	if at < 0 {
		return defaultCase, Value{}, false
	}
	chosen = places[at]
	if isSend[at] {
		return chosen, Value{}, false
	}
	return chosen, valueOf(cases[chosen].Chan.typ.elem(), received), ok
}
