//! Declarations that every random program may use.

use crate::program::Decl;

/// `id` hides a constant from the type checker, `apart` also from what is made of it; `at`, `cut`, `sub`, `load` and `whole` are total forms of operations that may
/// panic or that the spec leaves to the implementation; `clip` keeps values small in loops; `try` runs a case.
const TEXTS: [(&str, &str); 43] = [
    (
        "Integer",
        "type Integer interface {\n\t~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr\n}",
    ),
    (
        "Number",
        "type Number interface {\n\tInteger | ~float32 | ~float64\n}",
    ),
    ("Ordered", "type Ordered interface {\n\tNumber | ~string\n}"),
    ("id", "func id[T any](x T) T { return x }"),
    ("apart", "//go:noinline\nfunc apart[T any](x T) T { return x }"),
    (
        "pick",
        "func pick[T any](first bool, x, y T) T {\n\tif first {\n\t\treturn x\n\t}\n\treturn y\n}",
    ),
    (
        "at",
        "func at[T any](xs []T, i int) T {\n\tif len(xs) == 0 {\n\t\tvar zero T\n\t\treturn zero\n\t}\n\treturn xs[uint(i)%uint(len(xs))]\n}",
    ),
    (
        "cut",
        "func cut[T any](xs []T, i, j int) []T {\n\thigh := int(uint(j) % uint(len(xs)+1))\n\treturn xs[int(uint(i)%uint(high+1)):high]\n}",
    ),
    (
        "sub",
        "func sub(s string, i, j int) string {\n\thigh := int(uint(j) % uint(len(s)+1))\n\treturn s[int(uint(i)%uint(high+1)):high]\n}",
    ),
    (
        "clip",
        "func clip(s string) string {\n\tif len(s) > 40 {\n\t\treturn s[:40]\n\t}\n\treturn s\n}",
    ),
    (
        "few",
        "func few[T any](xs []T) []T {\n\tif len(xs) > 12 {\n\t\treturn xs[:12]\n\t}\n\treturn xs\n}",
    ),
    (
        "load",
        "func load[T any](p *T) T {\n\tif p == nil {\n\t\tvar zero T\n\t\treturn zero\n\t}\n\treturn *p\n}",
    ),
    (
        "whole",
        "func whole(x float64) float64 {\n\tif x > -100000 && x < 100000 {\n\t\treturn x\n\t}\n\treturn 7\n}",
    ),
    ("to", "func to[T any](f func() T) T { return f() }"),
    (
        "trace",
        "func trace[T any](n int, x T) T {\n\tfmt.Print(\"<\", n, \"> \")\n\treturn x\n}",
    ),
    (
        "collect",
        "func collect[T any](xs []T, keep func(T) bool) []T {\n\tvar kept []T\n\tfor _, x := range xs {\n\t\tif keep(x) {\n\t\t\tkept = append(kept, x)\n\t\t}\n\t}\n\treturn kept\n}",
    ),
    (
        "each",
        "func each[T, U any](xs []T, f func(T) U) []U {\n\tys := make([]U, 0, len(xs))\n\tfor _, x := range xs {\n\t\tys = append(ys, f(x))\n\t}\n\treturn ys\n}",
    ),
    (
        "sum",
        "func sum[T Number | ~string](xs ...T) T {\n\tvar total T\n\tfor _, x := range xs {\n\t\ttotal += x\n\t}\n\treturn total\n}",
    ),
    (
        "seq",
        "func seq[T any](xs ...T) iter.Seq2[int, T] {\n\treturn func(yield func(int, T) bool) {\n\t\tdefer fmt.Print(\"(end) \")\n\t\tfor i, x := range xs {\n\t\t\tif !yield(i, x) {\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n\t}\n}",
    ),
    (
        "chain",
        "type chain[T any] struct {\n\tvalue T\n\tnext  *chain[T]\n}",
    ),
    (
        "chain",
        "func (c *chain[T]) push(x T) *chain[T] { return &chain[T]{x, c} }\n\nfunc (c *chain[T]) all(yield func(T) bool) {\n\tfor ; c != nil; c = c.next {\n\t\tif !yield(c.value) {\n\t\t\treturn\n\t\t}\n\t}\n}",
    ),
    ("Adder", "type Adder interface{ Add(int) int }"),
    (
        "counter",
        "type counter struct{ n int }\n\nfunc (c counter) Add(x int) int { return c.n + x }",
    ),
    (
        "middle",
        "type middle struct {\n\tk int\n\t*counter\n}\n\nfunc (m *middle) Twice(x int) int {\n\tm.n += x\n\treturn m.k * m.Add(x)\n}",
    ),
    ("outer", "type outer struct {\n\tmiddle\n\tAdder\n}"),
    (
        "bag",
        "type bag[K comparable, V any] struct {\n\titems map[K]V\n\torder []K\n}\n\nfunc (b *bag[K, V]) put(k K, v V) {\n\tif b.items == nil {\n\t\tb.items = make(map[K]V)\n\t}\n\tif _, ok := b.items[k]; !ok {\n\t\tb.order = append(b.order, k)\n\t}\n\tb.items[k] = v\n}\n\nfunc (b bag[K, V]) get(k K) V { return b.items[k] }\n\nfunc (b *bag[K, V]) len() int { return len(b.order) }\n\nfunc (b bag[K, V]) all(yield func(K, V) bool) {\n\tfor _, k := range b.order {\n\t\tif !yield(k, b.items[k]) {\n\t\t\treturn\n\t\t}\n\t}\n}",
    ),
    (
        "kind",
        "func kind[T any](x T) string {\n\tswitch v := any(x).(type) {\n\tcase nil:\n\t\treturn \"nil\"\n\tcase int, uint8, string:\n\t\treturn fmt.Sprintf(\"basic %v\", v)\n\tcase interface{ get(int16) T }:\n\t\treturn \"bag\"\n\tcase []T, [2]T, map[string]T, *T, func() T:\n\t\treturn \"of itself\"\n\tcase fmt.Stringer, error:\n\t\treturn fmt.Sprint(v)\n\tcase float64:\n\t\treturn fmt.Sprint(v * 2)\n\tdefault:\n\t\treturn fmt.Sprintf(\"%T\", v)\n\t}\n}",
    ),
    (
        "tree",
        "type tree[K cmp.Ordered, V any] struct {\n\tkey         K\n\tvalue       V\n\tleft, right *tree[K, V]\n}\n\nfunc (t *tree[K, V]) put(k K, v V) *tree[K, V] {\n\tif t == nil {\n\t\treturn &tree[K, V]{key: k, value: v}\n\t}\n\tswitch c := cmp.Compare(k, t.key); {\n\tcase c < 0:\n\t\tt.left = t.left.put(k, v)\n\tcase c > 0:\n\t\tt.right = t.right.put(k, v)\n\tdefault:\n\t\tt.value = v\n\t}\n\treturn t\n}\n\nfunc (t *tree[K, V]) get(k K) (v V, ok bool) {\n\tfor t != nil && t.key != k {\n\t\tif k < t.key {\n\t\t\tt = t.left\n\t\t} else {\n\t\t\tt = t.right\n\t\t}\n\t}\n\tif t == nil {\n\t\treturn\n\t}\n\treturn t.value, true\n}\n\nfunc (t *tree[K, V]) all(yield func(K, V) bool) { t.walk(yield) }\n\nfunc (t *tree[K, V]) walk(yield func(K, V) bool) bool {\n\treturn t == nil || t.left.walk(yield) && yield(t.key, t.value) && t.right.walk(yield)\n}\n\nfunc (t *tree[K, V]) size() (n int) {\n\tfor range t.all {\n\t\tn++\n\t}\n\treturn\n}",
    ),
    ("sizer", "type sizer interface{ size() int }"),
    (
        "fold",
        "func fold[K, V, R any](all iter.Seq2[K, V], r R, f func(R, K, V) R) R {\n\tfor k, v := range all {\n\t\tr = f(r, k, v)\n\t}\n\treturn r\n}",
    ),
    (
        "pair",
        "type pair[A, B any] struct {\n\tfirst  A\n\tsecond B\n}\n\nfunc (p pair[A, B]) swap() pair[B, A] { return pair[B, A]{p.second, p.first} }\n\nfunc (p *pair[A, B]) set(a A, b B) { p.first, p.second = a, b }",
    ),
    (
        "twice",
        "func twice[T any](x T) pair[T, T] { return pair[T, T]{x, x} }",
    ),
    (
        "wrapped",
        "type wrapped[T Adder] struct {\n\tT   T\n\tall []T\n}\n\nfunc (w wrapped[T]) twice() int {\n\tw.all = append(w.all, w.T)\n\treturn w.T.Add(w.all[0].Add(1))\n}",
    ),
    (
        "parsed",
        "func parsed[T any, P interface {\n\t*T\n\tset(string)\n}](text string) []T {\n\tvar all []T\n\tfor _, part := range strings.Split(text, \",\") {\n\t\tvar x T\n\t\tP(&x).set(part)\n\t\tall = append(all, x)\n\t}\n\treturn all\n}",
    ),
    (
        "label",
        "type label struct{ text string }\n\nfunc (l *label) set(s string) { l.text = \"<\" + s + \">\" }",
    ),
    (
        "digits",
        "type digits [4]byte\n\nfunc (d *digits) set(s string) { copy(d[:], s) }",
    ),
    (
        "joined",
        "func joined[S ~string](parts ...S) (s S) {\n\tfor _, part := range parts {\n\t\ts += part + \"/\"\n\t}\n\treturn s[:len(s)/2]\n}",
    ),
    (
        "bits",
        "func bits[T Integer](x T) (n int) {\n\tfor x := uint64(x); x != 0; x &= x - 1 {\n\t\tn++\n\t}\n\tif ^T(0) < 0 {\n\t\tn = -n\n\t}\n\treturn\n}",
    ),
    ("speaker", "type speaker interface{ say() string }"),
    (
        "base",
        "type base struct{ n int }\n\nfunc (b base) say() string { return fmt.Sprint(\"base \", b.n) }\n\nfunc (b *base) bump(k int) int {\n\tb.n += k\n\treturn b.n\n}\n\nfunc (b *base) quiet() bool { return b == nil }",
    ),
    (
        "over",
        "type over struct {\n\t*base\n\ttag string\n}\n\nfunc (o over) say() string { return o.tag + \" over\" }",
    ),
    (
        "top",
        "type top struct {\n\tover\n\tspeaker\n}\n\nfunc (t *top) say() string { return \"top \" + t.over.say() }",
    ),
    (
        "try",
        "func try(id int, body func()) {\n\tfmt.Printf(\"#%d\\n\", id)\n\tdefer tell()\n\tbody()\n}",
    ),
];

const TELL: &str = "func tell() {\n\tswitch r := recover().(type) {\n\tcase nil:\n\tcase runtime.Error:\n\t\tfmt.Println(\"run-time error:\", r)\n\tcase error:\n\t\tfmt.Println(\"error:\", r)\n\tdefault:\n\t\tfmt.Printf(\"panic: %v %T\\n\", r, r)\n\t}\n}";

pub(crate) fn decls() -> Vec<Decl> {
    TEXTS
        .iter()
        .chain(&[("tell", TELL)])
        .map(|(name, text)| Decl {
            name: name.to_string(),
            text: text.to_string(),
        })
        .collect()
}
