//! The shapes: lists of statements, each about one notion of the language.

use crate::shape::Shape;

pub(crate) const ALL: &[Shape] = &[
    VALUES, VIEWS, LOOPS, TREES, PAIRS, NUMBERS, COMPLEX, TEXTS, LAYERS, RANGES, SWITCHES, SELECTS, EXTREMES,
    DEFERS, POINTERS, EQUALITY, ROUTES,
];

/// Structs in interfaces, bound methods, deferred receivers: each a copy.
const VALUES: Shape = Shape {
    begin: "type cell struct{ a, b $T }\ntype box struct {\n\tcells [2]cell\n\tone cell\n\tp *cell\n}\nx := box{p: new(cell)}\nx.one.a = $v\ny := x\nvar i any = x\nvar all []any\n_, _, _ = y, i, all",
    steps: &[
        "x.cells[$i].b = $v",
        "x.p.a = $v",
        "y.p = &x.cells[$i]",
        "y = x",
        "i = x\nx.one = cell{$v, $v}",
        "i = &x\nx.one.b = $v",
        "switch z := i.(type) {\ncase box:\n\tz.one.a = $v\n\ty = z\ncase *box:\n\tz.one.a = $v\n\ty = *z\n}",
        "if z, ok := i.(box); ok {\n\tz.cells[$i] = cell{a: $v}\n\tall = append(all, z.one, z.cells)\n}",
        "all = append(all, x.cells, y.one, x.cells[$i])",
        "func(z box, c ...cell) {\n\tz.one.a, c[$i].b = $v, $v\n\ty.cells[$i] = c[$i]\n}(x, x.cells[:]...)",
        "defer fmt.Println(\"deferred\", x.one, x.cells)",
        "for _, z := range []box{x, y} {\n\tz.cells[$i].a = $v\n\tx.cells[$i] = z.cells[$i]\n}",
        "m := map[string]box{\"k\": y}\nz := m[\"k\"]\nz.one.b = $v\nx.cells[1], m[\"k\"] = m[\"k\"].one, z\nfmt.Println(m[\"k\"].one)",
        "x.cells[0], x.cells[1], x.one = x.cells[1], x.one, x.cells[0]",
        "z := struct {\n\tbox\n\tcell\n}{x, y.one}\nz.a = $v\nz.one.a, x.one = z.cell.b, z.cell",
        "ch := make(chan [2]cell, 2)\nch <- x.cells\nx.cells[$i].a = $v\ny.cells = <-ch",
        "x.cells = func() [2]cell { return y.cells }()\ny.cells[$i].b = $v",
        "i = [1]box{x}\nx.one.a = $v\ny = i.([1]box)[0]",
        "p, q := &x.cells, &y.cells\n*p, *q = *q, *p\np[$i].a = $v",
    ],
    end: "fmt.Println(x.one, x.cells, *x.p, y.one, y.cells, *y.p, all)\nfmt.Printf(\"%T\\n\", i)",
};

/// Slices as windows of arrays, arrays made of slices, capacities.
const VIEWS: Shape = Shape {
    begin: "a := [4]$T{$c, $v}\ns := a[1:3]\nt := append([]$T(nil), a[:]...)\np := &a\nrows := [2][]$T{s, t}\n_, _, _ = s, p, rows",
    steps: &[
        "s = append(s, $v)",
        "t = append(s[:1], $v)",
        "a[$j] = $v",
        "p = (*[4]$T)(t[:4:4])\np[$j] = $v",
        "b := [2]$T(s[:2])\nb[$i] = $v\nfmt.Println(b == [2]$T(s))",
        "copy(s, t[$i:])",
        "copy(a[$i:], a[:])",
        "s = p[id($i):id($j):4]",
        "for i, x := range p {\n\tp[3-i] = x\n}",
        "for i, x := range a {\n\ta[3-i] = x\n}",
        "for i := range s {\n\ts[i], t[i] = t[i], s[i]\n}",
        "rows[$i] = rows[$i][:len(rows[$i])/2]\nrows[$i] = append(rows[$i], $v, $v)",
        "rows[0], rows[1] = rows[1], append(rows[0], rows[1]...)[:2]",
        "q := &s[len(s)-1]\ns = append(s, *q, *q)\n*q = $v",
        "t = slices.Insert(t, $i, s...)[:4]",
        "t = slices.Delete(t, $i, $j)",
        "clear(s[$i:])",
        "fmt.Println((*[1]$T)(s)[0], len((*[0]$T)(s)), s == nil)",
        "s = s[:cap(s)]",
        "s, t = t[:3], append(s, $v)",
        "var e [2][2]$T\ne[$i] = [2]$T(a[:2])\nf := e\ne[$i][$i] = $v\nfmt.Println(e == f, f)",
    ],
    end: "fmt.Println(a, s, t, *p, rows, len(s), cap(s), len(t))",
};

/// Variables of loops, which closures, pointers and deferred calls hold.
const LOOPS: Shape = Shape {
    begin: "var fs []func() int\nvar ps []*int\nvar out []$T\nvar counts [4]int\n_, _, _ = fs, ps, out",
    steps: &[
        "for i := 0; i < 4; i++ {\n\tfs = append(fs, func() int { i += $j; return i })\n\tif i == $j {\n\t\tcontinue\n\t}\n\tps = append(ps, &i)\n}",
        "for i, j := 0, 5; i < j; i, j = i+1, j-1 {\n\tdefer func() { fmt.Print(i, j, \" \") }()\n\tfs = append(fs, func() int { return i*10 + j })\n\ti += $i\n}",
        "$l:\nfor i := range 4 {\n\tfor j := range 3 {\n\t\tdefer func() { counts[i] += j }()\n\t\tif j == $j {\n\t\t\tcontinue $l\n\t\t}\n\t\tif i == $j {\n\t\t\tbreak $l\n\t\t}\n\t\tcounts[i] += 10\n\t}\n}",
        "for i, x := range []$T{$v, $c} {\n\tfs = append(fs, func() int { out = append(out, x); i++; return len(out) + i })\n}",
        "for i := range counts {\n\tps = append(ps, &i, &counts[i])\n\ti += 2\n}",
        "$l:\nfor i := 0; ; i++ {\n\tswitch {\n\tcase i > $j:\n\t\tbreak $l\n\tcase i == 1:\n\t\tcontinue $l\n\t}\n\tselect {\n\tdefault:\n\t\tbreak\n\t}\n\tps = append(ps, &i)\n\tfs = append(fs, func() int { i--; return i })\n}",
        "for i := 0; i < 3; func() { i++ }() {\n\tps = append(ps, &i)\n}",
        "for x := $j; x > 0; x-- {\n\tx := x * 2\n\tfs = append(fs, func() int { x++; return x })\n}",
        "for i := int8(125); i > 0; i++ {\n\tps = append(ps, new(int))\n\t*ps[len(ps)-1] = int(i)\n}",
        "for range $j {\n\tfs = append(fs, func() int { return len(fs) })\n}",
        "for i := range 3 {\n\tfunc() {\n\t\tdefer func() {\n\t\t\tif r := recover(); r != nil {\n\t\t\t\tcounts[i]++\n\t\t\t}\n\t\t}()\n\t\tfs = append(fs, func() int { return i / (i - $i) })\n\t\t_ = fs[len(fs)-1]()\n\t}()\n}\nfs = few(fs)[:min(len(fs), 1)]",
        "for ps, i := ps, 0; i < 2; i++ {\n\tps = append(ps, &i)\n\tfs = append(fs, func() int { return len(ps) + *ps[len(ps)-1] })\n}",
        "{\n\ti := 0\n$l:\n\tk := i\n\tfs = append(fs, func() int { k++; return k })\n\tif i++; i < 3 {\n\t\tgoto $l\n\t}\n}",
    ],
    end: "for _, f := range fs {\n\tfmt.Print(f(), f(), \" \")\n}\nfor _, p := range ps {\n\t*p++\n\tfmt.Print(*p, \" \")\n}\nfmt.Println(counts, out)",
};

/// A generic type with methods, whose arguments are of many kinds.
const TREES: Shape = Shape {
    begin: "var t *tree[int, $T]\nu := &tree[string, [2]$T]{key: $s}\nput := u.put\nget := (*tree[int, $T]).get\n_, _ = put, get",
    steps: &[
        "t = t.put($j, $v)",
        "t = t.put($n, $v)",
        "u = u.put($s, [2]$T{$v})",
        "put($s, [2]$T{1: $v})",
        "fmt.Println(get(t, $j))",
        "fmt.Println(t.get($j))",
        "fmt.Println(u.get($s))",
        "for k, x := range t.all {\n\tfmt.Print(k, x, \" \")\n\tif k == $j {\n\t\tbreak\n\t}\n}",
        "for k, x := range u.all {\n\tx[$i] = $v\n\tu = u.put(k, x)\n}",
        "fmt.Printf(\"%T %T %v\\n\", t, u, u.size())",
        "w := fold(u.all, 0, func(n int, k string, x [2]$T) int { return n*3 + len(k) })\nfmt.Println(w)",
        "w := fold(t.all, \"\", func(s string, k int, x $T) string { return clip(s + fmt.Sprint(k, x)) })\nfmt.Println(w)",
        "v := *u\nv.value[$i] = $v\nu.left = &v\nfmt.Println(u.value == v.value)\nu.left = nil",
        "var s sizer = u\nfmt.Println(s.size())\n_, ok := s.(*tree[string, [2]$T])\nfmt.Println(ok)",
        "type own tree[int, $T]\nfmt.Println((*tree[int, $T])(&own{key: $n}).size())",
    ],
    end: "fmt.Println(t.size(), u.size())\nfor k, x := range t.all {\n\tfmt.Print(k, \"=\", x, \" \")\n}\nfmt.Println()",
};

/// Generic structs as values, embedded type arguments, constraints with methods.
const PAIRS: Shape = Shape {
    begin: "type name string\nx := pair[$T, [2]int]{first: $v}\ny := x.swap()\nz := twice(x)\nvar i any = x\n_, _, _ = y, z, i",
    steps: &[
        "x.second[$i] = $n",
        "y.first[$i]++",
        "z = twice(x)\nz.first.second[$i] = $n",
        "i = y\nfmt.Printf(\"%T\\n\", i)",
        "fmt.Println(x == z.first, i == any(x), i == any(y.swap()))",
        "x = y.swap()\ny.second = $v",
        "f := x.swap\nx.first = $v\ny = f()",
        "f := pair[$T, [2]int].swap\ny = f(x)",
        "x.set($v, [2]int{$n})",
        "g := x.set\ng($v, [2]int{1: $n})\nx.second[0]--",
        "fmt.Println(parsed[label](\"a,b\"), parsed[digits](\"12,345\"))",
        "fmt.Println(joined(name(\"a\"), \"b\", name($s)), joined[string]())",
        "var w wrapped[*counter]\nw.T = &counter{$n}\nfmt.Println(w.T.Add($j), w.twice())",
        "w := wrapped[counter]{T: counter{$j}}\nv := w\nw.T.n = $n\nfmt.Println(w.twice(), v.twice())",
        "_, is := any(x).(pair[$T, [2]int])\n_, other := any(x).(pair[[2]int, $T])\nfmt.Println(is, other)",
        "type both pair[$T, int]\nb := both{$v, $j}\nc := pair[$T, int](b)\nfmt.Println(c.swap().first, b.second)",
        "m := map[pair[string, bool]][]$T{}\nm[pair[string, bool]{$s, $b}] = []$T{$v}\nm[pair[string, bool]{$s, true}] = append(m[pair[string, bool]{$s, $b}], $v)\nfmt.Println(len(m))",
        "s := []pair[int, string]{{$n, $s}, {$j, $s}, {$n, \"q\"}}\nslices.SortFunc(s, func(a, b pair[int, string]) int { return cmp.Or(cmp.Compare(a.first, b.first), strings.Compare(a.second, b.second)) })\nfmt.Println(s)",
        "fmt.Println(bits(uint8($n)), bits(int16($n)), bits(uint64($n)), bits[int32]($j))",
        "fmt.Println(each([]int{$n, $j}, func(n int) pair[int, $I] { return pair[int, $I]{first: n} })[0].first)",
    ],
    end: "fmt.Println(x, y, z)",
};

/// Integers of all widths, converted into each other, shifted far, assigned by operators.
const NUMBERS: Shape = Shape {
    begin: "a, b := $I($n), $J($n)\nc := [4]$I{$I($n), $I($n)}\nvar d, e $J\nf := $f\nturn := 0\nnext := func() int { turn++; return turn & 3 }\n_, _, _, _, _ = a, b, d, e, next",
    steps: &[
        "a += a >> 1",
        "a = a<<$k | a>>$k",
        "b ^= b << ($n & 127)",
        "c[next()] += c[next()]",
        "c[next()] <<= uint8($n) & 70",
        "c[next()]--\nc[$j]++",
        "d, e = e+d, d-e",
        "if b != 0 {\n\td = d*31 + e/3\n\tfmt.Println(a%7, b%(b|1))\n}",
        "fmt.Println(-a, ^b, a&^a, d-e, +e)",
        "f = f/2 + float64(a)*float64(float32(b))",
        "fmt.Println(int8(a), uint8(b), int16(a), uint16(b), int32(a), uint32(b), int64(a), uint64(b))",
        "fmt.Println(float32(a), float64(b), float32(uint64(b)), float64(uint64(a)))",
        "fmt.Println(uint64(a)*uint64(b), int64(a)*int64(b), uint32(a)*uint32(b), int32(a)*int32(b))",
        "fmt.Println(uint64(a)>>$k, int64(b)>>$k, int32(a)<<$k, uint8(b)<<$k, 1<<(uint(a)&63))",
        "fmt.Println(uint64(a)/(uint64(b)|1), int64(a)%(int64(b)|1), int32(a)/(int32(b)|1))",
        "fmt.Println(uint64(a) < uint64(b), int64(a) >= int64(b), int8(a) > int8(b))",
        "for i := a; i < a+3; i++ {\n\td++\n}",
        "for i := range b & 7 {\n\t_ = i\n\te++\n}",
        "var s uint = 40\nfmt.Println(1<<s == 1<<s, uint8(1)<<s, int64(1)<<s, int8(1<<s>>s))",
        "a, c[next()] = 5, c[next()] + 1",
        "fmt.Println(a, b, max(a, 3), min(b, 7))",
    ],
    end: "fmt.Println(a, b, c, d, e, f)\nfmt.Printf(\"%T %T %x %b\\n\", a, b, a, b)",
};

/// Complex numbers with parts that are not finite.
const COMPLEX: Shape = Shape {
    begin: "var z complex128 = complex($f, $f)\nvar w complex64 = complex(float32($f), 1)\nzs := []complex128{z, 1i, 0}\ninf := math.Inf(1)\n_, _ = zs, inf",
    steps: &[
        "z *= zs[$i]",
        // What the sign of a NaN is shows in quotients of values that are not finite.
        "if f := $f; f-f == 0 {\n\tz /= complex(1, f)\n}",
        "z += complex(0, $f)",
        "z = -z",
        "zs[$i] /= 0",
        "zs[$i] = complex(inf, $f)",
        "zs[2] = complex(math.NaN(), 0)",
        "w = w*w - complex64(z)",
        "z = complex(imag(z), real(zs[$i]))",
        "fmt.Println(z == zs[$i], z != z, w == complex64(complex128(w)))",
        "fmt.Println(any(z) == any(zs[0]), real(w), imag(z*z))",
        "fmt.Println(z*complex(inf, 0), z/complex(0, inf), zs[1]/zs[2])",
        "m := map[complex128]int{z: 1, zs[0]: 2, 0: 3}\nfmt.Println(len(m), m[0], m[z])",
        "fmt.Printf(\"%v %g %.2f %+v %8.1e|\\n\", z, w, z, w, zs[0])",
        "z, w = complex128(w), complex64(z)",
    ],
    end: "fmt.Println(z, w, zs)",
};

/// Strings, bytes and runes, valid UTF-8 or not.
const TEXTS: Shape = Shape {
    begin: "s := $s + \"\\xe2\\x82z\"\nb := []byte(s)\nr := []rune(s)\nvar out strings.Builder\nm := map[string]int{}\n_, _ = b, r",
    steps: &[
        "s = clip(s + string(rune($n)))",
        "s = string(b[len(b)/2:]) + s[:1]",
        "b[$i] = byte($n)",
        "b = append(b, s...)[:min(len(b)+3, 40)]",
        "r[len(r)-1] = rune($n)",
        "b = []byte(string(r))",
        "r = []rune(string(b))",
        "m[string(b)]++\nb[0]++\nm[string(b)] += 2",
        "for i, c := range s {\n\tif i > 3 {\n\t\tbreak\n\t}\n\tfmt.Fprintf(&out, \"%d%q \", i, c)\n}",
        "for i, c := range []byte(s) {\n\tif c == 0xe2 && i > 0 {\n\t\tout.WriteByte(s[i-1])\n\t\tcontinue\n\t}\n\tout.WriteRune(rune(c))\n}",
        "for i := range b {\n\tb[len(b)-1-i] ^= b[i] & 1\n}",
        "switch string(b) {\ncase s:\n\tfmt.Println(\"same\")\ncase \"\", s[1:]:\n\tfmt.Println(\"rest\")\n}",
        "fmt.Println(s < string(b), s == string(r), s[len(s)-1], len(r), copy(b, s))",
        "fmt.Println(strings.Compare(s, string(b)), string(b) > string(r), s != s[:len(s)])",
        "t := s\ns = strings.ToUpper(s)\nfmt.Println(t == s, strings.EqualFold(s, t))",
        "fmt.Printf(\"%q %x %v %+q\\n\", s, s, b, string(r))",
        "c := [3]byte([]byte(s + \"abc\"))\nfmt.Println(c, string(c[:]))",
        "type text string\ntype octets []byte\nx := octets(text(s))\nx[0] = '!'\nfmt.Printf(\"%q %q\\n\", text(x), s)",
        "if i := strings.IndexByte(s, 0x82); i >= 0 {\n\tfmt.Printf(\"%q %q\\n\", s[:i], s[i:])\n}",
    ],
    end: "fmt.Printf(\"%q %q %q %q %d\\n\", s, b, string(r), out.String(), len(m))",
};

/// Embedded structs, pointers and interfaces; methods that hide those below; structs converted into each other.
const LAYERS: Shape = Shape {
    begin: "b := &base{n: $n}\no := over{base: b, tag: $s}\nt := top{over: o, speaker: b}\nvar s speaker = t.over\nf := t.say\n_, _, _ = t, s, f",
    steps: &[
        "t.n = $n",
        "b.n += $j",
        "t.over.base = &base{n: $n}",
        "t.speaker = o",
        "t.speaker = &t",
        "s = t.over\nt.tag = $s",
        "s = &t.over\nt.tag = $s",
        "f = t.over.say",
        "f = s.say",
        "f = func() string { return speaker.say(s) }",
        "f = func() string { return over.say(o) + (*base).say(b) }",
        "fmt.Println(f())",
        "fmt.Println(t.over.say(), t.base.say(), t.bump($j), b.n)",
        "t.bump($j)\nt.over.bump($j)\no.base.bump(1)",
        "switch x := s.(type) {\ncase interface{ bump(int) int }:\n\tfmt.Println(\"bumps\", x.bump(2))\ncase over, *over:\n\tfmt.Printf(\"%T\\n\", x)\n}",
        "type plain struct {\n\tn int\n}\np := plain(*b)\np.n++\n*b = base(p)",
        "u := struct {\n\tn int `tag:\"x\"`\n}{$n}\n*b = base(u)",
        "t.over.base = nil\ndefer func() {\n\tt.over.base = b\n\tfmt.Println(\"nil\", recover() != nil)\n}()\nfmt.Println(t.tag, t.over.base == nil)",
        "func() {\n\tdefer tell()\n\tvar nobody *base\n\tfmt.Println(nobody.quiet())\n\tfmt.Println(nobody.say())\n}()",
        "x, ok := s.(fmt.Stringer)\nfmt.Println(x == nil, ok)",
        "fmt.Println(s == speaker(o), s == speaker(t.over), o == t.over)",
        "fmt.Println(struct{ speaker }{s}.say(), struct{ *over }{&o}.say())",
    ],
    end: "fmt.Println(b.n, o.tag, t.tag, t.over.base == b, f(), s.say())",
};

/// What loops range over, which changes meanwhile.
const RANGES: Shape = Shape {
    begin: "a := [3]$T{$c, $v}\ns := a[:]\nm := map[int]$T{1: $v}\nvar p *[3]$T\nx := struct {\n\ti int\n\tv $T\n}{}\nnum := 0\n_, _, _, _ = s, m, p, num",
    steps: &[
        "for i, v := range a {\n\ta[2-i] = $v\n\tx.v = v\n}",
        "for i, v := range s {\n\ta[2-i] = $v\n\tx.v = v\n}",
        "for i, v := range &a {\n\ta[2-i] = v\n}",
        "for x.i, x.v = range s {\n\tif x.i == $j {\n\t\tbreak\n\t}\n}",
        "for x.i, a[x.i] = range []$T{$v, $v} {\n\tnum += x.i\n}",
        "for i := range s {\n\ts = append(s, $v)\n\tnum += i\n}\ns = s[:3]",
        "for i := range len(s) {\n\ts = s[:len(s)-i/2]\n\tnum += i\n}\ns = a[:]",
        "for x.i = range 4 {\n\tnum += x.i\n\tx.i *= 2\n}",
        "for i := range p {\n\tnum += i * 10\n}",
        "for range a {\n\tnum++\n\tif num%3 == $j {\n\t\tcontinue\n\t}\n\tnum++\n}",
        "for k, v := range m {\n\tdelete(m, k)\n\tx.v = v\n}\nm[$j] = $v",
        "for k := range m {\n\tm[k] = $v\n\tclear(m)\n}\nm[$j] = $v",
        "for i, v := range seq($v, $v) {\n\ta[i] = v\n\tif i == $i {\n\t\tbreak\n\t}\n}",
        "for x.i, x.v = range seq($v, $v) {\n\tdefer fmt.Print(\"late \", x.i, \" \")\n}",
        "func() {\n\tfor i, v := range seq($v, $v) {\n\t\tdefer func() { a[i] = v }()\n\t\tif i == $i {\n\t\t\treturn\n\t\t}\n\t}\n}()",
        "for v := range slices.Values(s) {\n\ts[$j%3], x.v = v, v\n}",
        "for i, v := range slices.Backward(s) {\n\tnum += i\n\tx.v = v\n}",
        "for c := range slices.Chunk(s, 2) {\n\tc[0] = $v\n}",
        "ch := make(chan $T, 3)\nch <- $v\nch <- a[$i]\nclose(ch)\nfor x.v = range ch {\n\tnum++\n}",
        "func() {\n\tdefer func() {\n\t\tp = &a\n\t\tfmt.Println(\"nil array\", recover() != nil)\n\t}()\n\tfor _, v := range p {\n\t\tx.v = v\n\t}\n}()",
        "var i $I = 2\nfor i = range i {\n\tnum += int(i)\n}\nfmt.Println(i)",
        "for i := range $I($j) {\n\tnum += int(i)\n\ti += 100\n}",
    ],
    end: "fmt.Println(a, s, m, x, num, p == &a)",
};

/// Switches, jumps out of them, and conditions with statements of their own.
const SWITCHES: Shape = Shape {
    begin: "n, s := $j, $s\nvar i any = $v\nhits := []int{}\nhit := func(k int, b bool) bool { hits = append(hits, k); return b }\n_, _, _ = n, s, i",
    steps: &[
        "switch n++; {\ncase hit(1, n > 2):\n\tfallthrough\ncase hit(2, false):\n\tn = -1\ndefault:\n\tn += 3\ncase hit(3, $b):\n\tbreak\n}",
        "switch x := i.(type) {\ncase nil:\n\thits = nil\ncase [1]$T, []int:\n\thit(len(fmt.Sprint(x)), true)\ncase $T:\n\ti = [1]$T{x}\ncase fmt.Stringer:\n\ti = x.String()\ndefault:\n\ti = nil\n}",
        "switch i {\ncase any($v):\n\thit(4, true)\ncase n, s:\n\thit(5, true)\ncase nil:\n\ti = $v\n}",
        "switch f := func() int { return n & 3 }; f() {\ncase 0, 1:\n\tn++\n\tif ($b) {\n\t\tbreak\n\t}\n\thit(6, true)\ncase 2:\n\tn *= 2\n}",
        "$l:\nswitch {\ndefault:\n\tfor k := range 3 {\n\t\tif k == $j {\n\t\t\tbreak $l\n\t\t}\n\t\thit(k, true)\n\t}\n\tfallthrough\ncase n > 100:\n\tn = 0\n}",
        "if x, ok := i.($T); ok && hit(7, true) {\n\t_ = x\n} else if y, ok := i.([1]$T); !ok || hit(8, false) {\n\ti = $v\n} else {\n\ti = y[0]\n}",
        "switch s := s + \"!\"; s {\ncase \"!\", \"a!\":\n\thit(9, true)\ncase \"go\" + \"!\":\n\thit(10, true)\ndefault:\n\thit(len(s), true)\n}",
        "for {\n\tswitch n & 1 {\n\tcase 0:\n\t\tn++\n\t\tcontinue\n\t}\n\tn--\n\tbreak\n}",
        "$l:\nfor k := 0; k < 3; k++ {\n\tswitch {\n\tcase k == $j:\n\t\tcontinue $l\n\tcase k > $j:\n\t\tif hit(11, n > 0) {\n\t\t\tbreak $l\n\t\t}\n\t\tfallthrough\n\tdefault:\n\t\thit(12, true)\n\t}\n\tn += k\n}",
        "switch {\ncase n < 0:\n\tgoto $l\ncase n > 10:\n\tn %= 10\n}\nhit(13, true)\n$l:\n\tn++",
        "switch b := hit(14, $b); b {\ncase !b:\n\thit(15, true)\ncase hit(16, b), hit(17, true):\n\thit(18, true)\n}",
        "switch {\n}\nswitch hit(19, true) {\n}\nswitch i.(type) {\n}",
        "func() int {\n\tswitch n {\n\tcase 1:\n\t\treturn 1\n\tcase 2:\n\t\tfallthrough\n\tdefault:\n\t\tpanic(fmt.Sprint(n))\n\t}\n}()",
        "switch [2]int{n, $j} {\ncase [2]int{$j, $j}:\n\thit(20, true)\ncase [2]int{1, 1}, [2]int{}:\n\thit(21, true)\n}",
    ],
    end: "fmt.Println(n, s, i, hits)",
};

/// Select statements: what they evaluate, and when.
const SELECTS: Shape = Shape {
    begin: "a, b := make(chan $T, 2), make(chan [2]$T, 1)\nvar none chan $T\ns := []$T{$v, $v, $v}\nvar ok bool\nx := [2]$T{}\nlog := func(k int, c chan $T) chan $T { fmt.Print(k, \" \"); return c }\n_, _, _ = none, x, log",
    steps: &[
        "select {\ncase a <- $v:\n\tfmt.Print(\"sent \")\ndefault:\n\tfmt.Print(\"full \")\n}",
        "select {\ncase s[trace($j, $i)] = <-a:\n\tfmt.Print(\"got \")\ndefault:\n\tfmt.Print(\"empty \")\n}",
        "select {\ncase s[0], ok = <-log(1, a):\ncase log(2, none) <- trace(3, $v):\ndefault:\n\tok = !ok\n}",
        "select {\ncase b <- x:\n\tx[$i] = $v\ncase y := <-b:\n\ty[$i] = $v\n\tx, y = y, x\n}",
        "select {\ncase v, open := <-a:\n\ts[1], ok = v, open\ncase <-none:\ndefault:\n\ta <- $v\n}",
        "$l:\nfor k := range 4 {\n\tselect {\n\tcase v := <-a:\n\t\ts[k%3] = v\n\t\tcontinue $l\n\tdefault:\n\t\tbreak $l\n\t}\n}",
        "for len(a) < cap(a) {\n\ta <- s[len(a)]\n}",
        "go func() { none <- $v }()\nselect {\ncase <-none:\ndefault:\n}",
        "c := make(chan $T)\ngo func() { c <- $v; close(c) }()\nfor v := range c {\n\ts[$i] = v\n}\ns[2], ok = <-c",
        "c := make(chan chan $T, 2)\nc <- a\nc <- none\nselect {\ncase v := <-<-c:\n\ts[0] = v\ncase (<-c) <- $v:\ndefault:\n}",
        "c := make(chan *[2]$T)\ngo func() { c <- &x }()\n(<-c)[$i] = $v",
        "c := make(chan int)\nd := make(chan string)\ngo func() {\n\tfor k := range 2 {\n\t\tselect {\n\t\tcase c <- k:\n\t\tcase t := <-d:\n\t\t\tfmt.Print(t, \" \")\n\t\t}\n\t}\n\tclose(d)\n}()\nfmt.Print(<-c, \" \")\nd <- $s\n_, ok = <-d",
        "func() {\n\tdefer tell()\n\tc := make(chan $T)\n\tclose(c)\n\tselect {\n\tcase none <- $v:\n\tcase c <- $v:\n\t}\n}()",
        "var in <-chan $T = a\nvar out chan<- $T = a\nfmt.Println(len(in), cap(out), in == a)",
    ],
    end: "fmt.Println(len(a), len(b), s, x, ok)",
};

/// `min`, `max` and `clear`, NaN and the negative zero.
const EXTREMES: Shape = Shape {
    begin: "x, y := $f, $f\nnan, zero := math.NaN(), 0.0\nneg := -zero\nif ($b) {\n\tneg = math.Copysign(0, -1)\n}\nm := map[float64]int{x: 1}\nvar f float32 = float32(y)\n_, _, _ = nan, neg, f",
    steps: &[
        "fmt.Println(min(x, nan), max(nan, y), min(zero, neg), max(neg, zero), 1/min(neg, zero), 1/max(neg, 0))",
        "fmt.Println(min($s, \"b\", $s), max(\"\", $s))",
        "fmt.Println(min($n, 3), max(uint8($n), 9), min(int64($n), $j, -1))",
        "m[nan]++\nm[nan]++\nm[neg] += 2\nm[zero] += 3",
        "delete(m, nan)\ndelete(m, neg)",
        "clear(m)",
        "x, y = y/zero, x*neg",
        "x = min(x, y, float64(f))",
        "f = f*f + float32(x)",
        "f, y = float32(y), float64(f)",
        "fmt.Println(nan == nan, nan != nan, nan < 1, !(nan >= 1), x < nan || x >= nan, any(nan) == any(nan))",
        "fmt.Println([1]float64{nan} == [1]float64{nan}, [1]float64{zero} == [1]float64{neg}, struct{ x any }{neg} == struct{ x any }{zero})",
        "fmt.Println(math.Signbit(neg*1), math.Signbit(zero-zero), math.Signbit(-(zero)), 1/neg, -x)",
        "fmt.Println(math.Float32bits(f), math.Float64bits(y) == math.Float64bits(y+0), float32(x) == f)",
        "switch x {\ncase nan:\n\tfmt.Println(\"never\")\ncase y, neg:\n\tfmt.Println(\"equal\")\n}",
        "a := []float64{y, nan, x, neg, zero}\nslices.Sort(a)\nfmt.Println(a, slices.Max(a[1:]), slices.Index(a, zero))",
        "x++\ny--\nf += 0.1",
        "for k, n := range m {\n\tif k != k {\n\t\tx += float64(n)\n\t}\n}",
        "fmt.Println(int64(whole(x)), uint8(int(whole(y))), int32(whole(float64(f))))",
    ],
    end: "fmt.Println(x, y, f, len(m), m[nan], m[zero])",
};

/// Deferred calls: what is evaluated when; panics that replace each other.
const DEFERS: Shape = Shape {
    begin: "n := $n\nc := counter{$j}\np := &c\nvar f func() int\nlog := func(a ...any) { fmt.Print(a...); fmt.Print(\"; \") }\n_, _, _ = n, p, f",
    steps: &[
        "defer log(\"n\", n, c.n, p.n)\nn++",
        "defer func(n int) { log(\"arg\", n, p.n) }(n)\np.n += $j",
        "add := c.Add\nc.n++\ndefer func() { log(add(1), c.Add(1)) }()",
        "defer log(p.Add(trace($j, 1)))",
        "f = func() (r int) {\n\tdefer func() { r += $j }()\n\tdefer func() { r *= 3 }()\n\treturn n & 7\n}\nlog(f())",
        "f = func() (r int) {\n\tdefer func() {\n\t\tif recover() != nil {\n\t\t\tr = -r\n\t\t}\n\t}()\n\tr = $j\n\treturn []int{7}[r]\n}\nlog(f())",
        "log(func() (r int, err error) {\n\tdefer func() {\n\t\tif x := recover(); x != nil {\n\t\t\terr = fmt.Errorf(\"%d: %v\", r, x)\n\t\t}\n\t}()\n\tr = 5\n\tpanic($v)\n}())",
        "func() {\n\tdefer func() { log(recover()) }()\n\tdefer func() { panic(fmt.Sprint(\"second \", recover())) }()\n\tdefer func() {\n\t\tdefer func() { log(\"inner\", recover()) }()\n\t\tpanic(\"nested\")\n\t}()\n\tpanic(\"first\")\n}()",
        "func() {\n\tdefer func() { log(recover() != nil) }()\n\tvar g func()\n\tdefer g()\n\tlog(\"reached\")\n}()",
        "func() {\n\tdefer func() { log(fmt.Sprint(recover())) }()\n\tdefer recover()\n\tdefer panic(\"deferred\")\n\tvar s []int\n\t_ = s[$j]\n}()",
        "func() {\n\tdefer func() {\n\t\tfunc() { log(\"too deep\", recover() == nil) }()\n\t\tlog(recover())\n\t}()\n\tpanic($v)\n}()",
        "done := make(chan int)\ngo func() {\n\tdefer close(done)\n\tdefer func() { log(\"goexit\", recover()) }()\n\tfunc() {\n\t\tdefer log(\"on the way\")\n\t\truntime.Goexit()\n\t}()\n\tlog(\"never\")\n}()\n<-done",
        "for k := range 2 {\n\tdefer func() { log(\"loop\", k, n) }()\n}\nn *= 2",
        "func() {\n\tdefer func() {\n\t\tx := recover()\n\t\t_, is := x.(runtime.Error)\n\t\tlog(is, x)\n\t}()\n\tvar i any = c\n\tif ($b) {\n\t\ti = $v\n\t}\n\tlog(i.(interface{ Add(int) int }).Add(2), i.(int))\n}()",
        "if ($b) {\n\tdefer func() { log(\"again\", recover()) }()\n}",
        "if n%5 == $j {\n\tpanic(fmt.Errorf(\"bad %d\", n&15))\n}",
        "x := errors.Join(errors.New($s), nil)\ndefer func() { panic(x) }()",
    ],
    end: "log(n, c.n)",
};

/// Pointers to variables, fields and elements; pointers to pointers; pointers as keys.
const POINTERS: Shape = Shape {
    begin: "type node struct {\n\tv $T\n\tnext *node\n\tarr [2]$T\n}\nn := node{v: $v}\np, q := &n, &node{}\npp := &p\npv := &n.v\npa := &n.arr\nelems := []*$T{pv}\nm := map[*node]int{p: 1}\n_, _, _, _, _, _ = q, pp, pv, pa, elems, m",
    steps: &[
        "*pv = $v",
        "pv = &n.arr[$i]",
        "pv = &q.v",
        "pv = &(*pp).arr[$i]",
        "*pp = q",
        "pp = &n.next",
        "q.next, p.next = p, q",
        "*p = *q",
        "*q = node{arr: [2]$T{$v}}",
        "pa[$i] = $v",
        "pa = &q.arr",
        "*pa = n.arr",
        "elems = append(elems, &pa[$i], pv)",
        "for _, e := range elems {\n\t*e = $v\n}",
        "m[q]++\nm[p]++\nm[*pp]++",
        "n, *q = *q, n",
        "fmt.Println(p == q, *pp == p, pv == &n.v, pa == &n.arr, pv == &pa[$i], p.next == nil)",
        "f := func(x *$T, y **node) { *x = $v; *y = &node{v: *x} }\nf(&n.v, pp)",
        "type view struct{ *node }\nw := view{q}\nw.v, w.arr[$i] = $v, $v\nw.node = p\nw.v = $v",
        "s := n.arr[:]\ns[$i] = $v\npv = &s[1]",
        "if *pp != nil && (*pp).next != nil {\n\t(*pp).next.v = $v\n}",
        "c := n\nc.arr[$i] = $v\npa = &c.arr\npv = &c.v",
        "r := new(*$T)\n*r = pv\n**r = $v",
        "local := [2]node{n, *q}\nlocal[$i].v = $v\np = &local[$i]\npv = &local[0].arr[1]",
    ],
    end: "fmt.Println(n.v, n.arr, q.v, q.arr, *pv, *pa, len(m), m[p])\nfor _, e := range elems {\n\tfmt.Print(*e, \" \")\n}\nfmt.Println(*pp == nil)",
};

/// What is equal: interface values, arrays, structs, channels, and what cannot be compared.
const EQUALITY: Shape = Shape {
    begin: "type key struct {\n\ta any\n\tb [2]$T\n}\nx, y := key{$v, [2]$T{$v}}, key{}\nvar i, j any = x, &x\nm := map[any]int{}\nc := make(chan int)\n_, _, _ = y, j, c",
    steps: &[
        "x.a = $v",
        "y = x\ny.b[$i] = $v",
        "i, j = j, i",
        "i = x",
        "j = [1]key{x}",
        "i = struct{ f []int }{}",
        "x.a = []$T{$v}",
        "x.a = [2]any{1, $v}",
        "i = c",
        "j = (<-chan int)(c)",
        "i, j = int8(1), int16(1)",
        "i, j = error(nil), any(nil)",
        "m[i]++",
        "m[x.b] += 2",
        "m[j]++\ndelete(m, i)",
        "func() {\n\tdefer tell()\n\tfmt.Println(i == j, x == y, i == any(x))\n}()",
        "func() {\n\tdefer tell()\n\tfmt.Println([2]any{i, x.a} == [2]any{j, y.a}, x.b == y.b)\n}()",
        "func() {\n\tdefer tell()\n\tm[x]++\n\tfmt.Println(m[y])\n}()",
        "func() {\n\tdefer tell()\n\tswitch i {\n\tcase j:\n\t\tfmt.Println(\"j\")\n\tcase x.a, y:\n\t\tfmt.Println(\"part\")\n\t}\n}()",
        "_, ok := m[$v]\nfmt.Println(ok, m[nil], m[1], len(m))",
        "e, d := errors.New($s), errors.New($s)\nfmt.Println(e == d, e == e, errors.Is(fmt.Errorf(\"%w\", e), e))",
        "type same struct {\n\ta any\n\tb [2]$T\n}\nfmt.Println(any(same(y)) == any(y), same(y) == same(y))",
        "var f func()\nvar s []int\nfmt.Println(f == nil, s == nil, any(f) == nil, any(s) == any(nil))",
    ],
    end: "fmt.Println(len(m))\nfmt.Printf(\"%T %T\\n\", i, j)",
};

/// Several values: what is evaluated first, what is assigned first.
const ROUTES: Shape = Shape {
    begin: "a := [4]$T{$v, $v}\nm := map[int][]$T{}\nvar x, y $T\np := &struct{ l, r $T }{}\ntwo := func(k int) ($T, $T) { fmt.Print(k, \" \"); return $v, $v }\nnth := func(k int) int { fmt.Print(k, \" \"); return k & 3 }\n_, _, _, _, _ = x, y, p, two, nth",
    steps: &[
        "x, y = two(1)",
        "x, y = y, x",
        "a[nth(1)], a[nth(2)] = two(3)",
        "a[nth(1)], m[nth(2)] = $v, []$T{$v}",
        "m[nth(1)] = append(m[nth(1)], a[nth(2)])",
        "p.l, p.r, a[nth(3)] = p.r, p.l, $v",
        "x, m[$j] = a[nth(1)], m[nth(2)]",
        "k := $j\nk, a[k] = nth(k+1), $v\nfmt.Print(k, \" \")",
        "k := 0\nk, k = nth(1), nth(2)\nfmt.Print(k, \" \")",
        "func(s ...$T) { x = s[len(s)-1] }(two(4))",
        "fmt.Println(two(5))",
        "q := p\np, p.l = &struct{ l, r $T }{}, $v\nfmt.Println(q.l == q.r, p.l == p.r)",
        "func() {\n\tdefer tell()\n\tvar none map[int]$T\n\tx, none[nth(1)] = two(2)\n}()",
        "func() {\n\tdefer tell()\n\ta[nth(1)], a[nth(2)+id(3)] = two(3)\n}()",
        "func() {\n\tdefer tell()\n\tvar none *struct{ l, r $T }\n\ty, none.l, x = $v, trace(7, $v), $v\n}()",
        "s := a[:]\ns, s[nth(0)] = s[1:], $v\nfmt.Print(len(s), \" \")",
        "i := 1\ni, s := nth(2), []int{i, nth(3)}\nfmt.Print(i, s, \" \")",
        "r := func() (l, r $T) {\n\tl, r = two(1)\n\treturn r, l\n}\ny, x = r()",
        "m[nth(1)], a = m[nth(0)], [4]$T{2: $v}",
    ],
    end: "fmt.Println(a, x, y, *p, len(m))",
};
