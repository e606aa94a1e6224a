//! Shapes of code in which rules of the language meet: named results and deferred calls, assignments that fail halfway,
//! literals of calls, iterators that are left early, promoted methods, shared arrays.

use crate::Generator;
use crate::program::Node;
use crate::ty::Type;
use std::rc::Rc;

impl Generator {
    pub(crate) fn weave(&mut self) -> Vec<Node> {
        self.may_panic = false;
        let text = match self.rng.usize(..10) {
            0 => self.hashing(),
            1 => self.failing_assignment(),
            2 => self.literal_of_calls(),
            3 => self.left_iterator(),
            4 => self.repanic(),
            5 => self.shared_array(),
            6 => self.nested_values(),
            7 => self.promoted(),
            8 => self.keyed(),
            _ => self.collected(),
        };
        vec![Node::line(text)]
    }

    /// Integers that are multiplied and shifted into themselves, in a function literal with named results.
    fn hashing(&mut self) -> String {
        let int =
            *self.choose::<&'static str>(&["uint64", "uint64", "int64", "uint", "int", "uint32", "int32"]);
        let ty = Type::Int(int);
        let (f, x, v, w) = (
            self.fresh("hash"),
            self.fresh("x"),
            self.fresh("v"),
            self.fresh("v"),
        );
        let wide = self.int_value(int);
        let mut steps = String::new();
        for _ in 0..1 + self.rng.usize(..4) {
            steps += "\t\t";
            steps += &match self.rng.usize(..9) {
                0 => format!("h = h*{} + {x}", 31 + 2 * self.rng.u8(..50)),
                1 => format!("h ^= h << {}", self.rng.u8(1..32)),
                2 => format!("h ^= h >> {}", self.rng.u8(1..32)),
                3 => "h, g = g, h".to_string(),
                4 => format!("g = g<<{} | h>>{}", self.rng.u8(1..30), self.rng.u8(1..30)),
                5 => format!("g += h * {}", self.bare(&ty)),
                6 => format!("if h%{} == 0 {{\n\t\t\treturn\n\t\t}}", self.rng.u8(3..9)),
                7 => format!("if i == {} {{\n\t\t\treturn g, h\n\t\t}}", self.rng.u8(..4)),
                _ => format!("h -= {int}(i) ^ g"),
            };
            steps.push('\n');
        }
        let late = match self.rng.usize(..4) {
            0 => "\tdefer func() { h += g }()\n",
            1 => "\tdefer func() {\n\t\tif recover() != nil {\n\t\t\tg = h\n\t\t}\n\t}()\n",
            _ => "",
        };
        let last = *self.choose(&["return", "return h, g", "return h + 1, h / g"]);
        let start = self.operand(&ty, 1);
        let argument = self.operand(&ty, 2);
        self.declare(&v, &ty);
        self.declare(&w, &ty);
        let last = if late.contains("recover") {
            last
        } else {
            last.trim_end_matches(", h / g")
        };
        let last = if last == "return h + 1" {
            "return h + 1, g"
        } else {
            last
        };
        format!(
            "{f} := func({x} {int}) (h, g {int}) {{\n{late}\th, g = {start}, {wide}\n\tfor i := range 4 {{\n{steps}\t\t_ = i\n\t}}\n\t{last}\n}}\n{v}, {w} := {f}({argument})\n_, _ = {v}, {w}"
        )
    }

    /// `a, b = c, d` whose places may not exist, and what has been assigned when it fails.
    fn failing_assignment(&mut self) -> String {
        let ty = self.basic();
        let name = self.text(&ty);
        let (s, m, p, a) = (self.fresh("s"), self.fresh("m"), self.fresh("p"), self.fresh("a"));
        let made = [
            format!("{s} := make([]{name}, {})", self.rng.u8(..3)),
            match self.rng.bool() {
                true => format!("{m} := map[int]{name}{{}}"),
                false => format!("var {m} map[int]{name}"),
            },
            match self.rng.bool() {
                true => format!("{p} := &struct{{ x, y {name} }}{{}}"),
                false => format!("var {p} *struct{{ x, y {name} }}"),
            },
            format!("var {a} [2]{name}"),
        ];
        let n = 2 + self.rng.usize(..2);
        let mut places = Vec::new();
        let mut values = Vec::new();
        for at in 0..n {
            let index = self.rng.u8(..3);
            places.push(match self.rng.usize(..8) {
                0 | 1 => format!("{s}[trace({at}, {index})]"),
                2 => format!("{s}[id({index})]"),
                3 => format!("{m}[trace({at}, {index})]"),
                4 => format!("{p}.{}", self.choose(&["x", "y"])),
                5 => format!("trace({at}, {p}).x"),
                6 => format!("{a}[trace({at}, {index})]"),
                _ => "_".to_string(),
            });
            values.push(match self.rng.bool() {
                true => format!("trace({}, {})", at + n, self.operand(&ty, 1)),
                false => self.operand(&ty, 1),
            });
        }
        let shown = format!("fmt.Println({s}, {m}, {p} != nil && {p}.x == {p}.y, {a})");
        format!(
            "{}\nfunc() {{\n\tdefer tell()\n\tdefer func() {{ {shown} }}()\n\t{} = {}\n}}()",
            made.join("\n"),
            places.join(", "),
            values.join(", ")
        )
    }

    /// Composite literals whose parts are calls, keyed in any order.
    fn literal_of_calls(&mut self) -> String {
        let ty = self.basic();
        let name = self.text(&ty);
        let traced: Vec<_> = (0..6)
            .map(|n| format!("trace({n}, {})", self.operand(&ty, 1)))
            .collect();
        let [a, b, c, d, e, f] = &traced[..] else {
            return String::new();
        };
        let text = match self.rng.usize(..6) {
            0 => format!("[...]{name}{{2: {a}, 0: {b}, {c}}}"),
            1 => format!("struct{{ x, y {name} }}{{y: {a}, x: {b}}}"),
            2 => format!("map[int]{name}{{1: {a}, trace(7, 2): {b}, 3: {c}}}"),
            3 => format!("[][]{name}{{{{{a}, {b}}}, 2: {{{c}}}, 1: {{{d}}}}}"),
            4 => format!("map[string][]{name}{{\"b\": {{{a}}}, \"a\": append([]{name}{{{b}, {c}}}, {d})}}"),
            _ => format!(
                "[]struct{{ k string; v any }}{{{{v: {a}, k: fmt.Sprint({b})}}, {{fmt.Sprint({c}, {d}), [2]{name}{{{e}, {f}}}}}}}"
            ),
        };
        format!("fmt.Printf(\"{}\\n\", {text})", self.choose(&["%v", "%+v"]))
    }

    /// Loops over functions in each other, left by all the ways that there are.
    fn left_iterator(&mut self) -> String {
        let ty = self.ty(1);
        let (label, v, i, x, j) = (
            self.fresh("L"),
            self.fresh("v"),
            self.fresh("i"),
            self.fresh("x"),
            self.fresh("j"),
        );
        let name = self.text(&ty);
        let list = self.arguments(&[ty.clone(), ty.clone(), ty.clone()], 1);
        let inner = match self.rng.bool() {
            true => format!("for {j} := range 3"),
            false => format!("for {j}, _ := range seq(7, 8, 9)"),
        };
        let mut body = String::new();
        for _ in 0..1 + self.rng.usize(..3) {
            let (a, b) = (self.rng.u8(..3), self.rng.u8(..3));
            let leave = match self.rng.usize(..6) {
                0 => format!("break {label}"),
                1 => format!("continue {label}"),
                2 => "break".to_string(),
                3 => "continue".to_string(),
                4 => format!("return {x}"),
                _ => format!("panic({j})"),
            };
            body += &format!("\t\t\tif {i} == {a} && {j} == {b} {{\n\t\t\t\t{leave}\n\t\t\t}}\n");
        }
        let late = match self.rng.usize(..3) {
            0 => format!("\t\tdefer fmt.Println(\"deferred\", {i})\n"),
            1 => format!("\t\tdefer func() {{ fmt.Println(\"deferred\", {i}, recover()) }}()\n"),
            _ => String::new(),
        };
        let result = self.operand(&ty, 1);
        let text = format!(
            "{v} := func() (r {name}) {{\n\tdefer tell()\n{label}:\n\tfor {i}, {x} := range seq[{name}]({list}) {{\n\t\tif {i} > 5 {{\n\t\t\tbreak {label}\n\t\t}}\n{late}\t\t{inner} {{\n{body}\t\t\tfmt.Print({i}, {j}, \" \")\n\t\t}}\n\t\t_ = {x}\n\t}}\n\treturn {result}\n}}()\n_ = {v}"
        );
        self.declare(&v, &ty);
        text
    }

    /// Deferred calls that recover, panic again, and change the results.
    fn repanic(&mut self) -> String {
        let ty = self.basic();
        let (name, v, e) = (self.text(&ty), self.fresh("v"), self.fresh("e"));
        let mut body = String::new();
        for at in 0..2 + self.rng.usize(..3) {
            let value = self.operand(&ty, 1);
            body += &match self.rng.usize(..7) {
                0 => "\tdefer tell()\n".to_string(),
                1 => format!("\tdefer func() {{ r = {value} }}()\n"),
                2 => format!(
                    "\tdefer func() {{\n\t\tif x := recover(); x != nil {{\n\t\t\terr = fmt.Errorf(\"{at}: %v\", x)\n\t\t}}\n\t}}()\n"
                ),
                3 => format!("\tdefer func() {{\n\t\tx := recover()\n\t\tfmt.Println({at}, x, r)\n\t\tpanic(fmt.Sprint(\"again \", x))\n\t}}()\n"),
                4 => format!("\tdefer func(x {name}) {{ fmt.Println({at}, x, r, err) }}(r)\n\tr = {value}\n"),
                5 => "\tfunc() {\n\t\tdefer func() { err = errors.Join(err, fmt.Errorf(\"inner %v\", recover())) }()\n\t\tvar s []int\n\t\t_ = s[len(s)]\n\t}()\n".to_string(),
                _ => format!("\tif id({at}) == 1 {{\n\t\tpanic({value})\n\t}}\n"),
            };
        }
        let last = match self.rng.usize(..3) {
            0 => "return".to_string(),
            1 => format!("return {}, nil", self.operand(&ty, 1)),
            _ => format!("panic({})", self.operand(&ty, 1)),
        };
        let text = format!(
            "{v}, {e} := func() (r {name}, err error) {{\n\tdefer tell()\n{body}\t{last}\n}}()\nfmt.Println({v}, {e})"
        );
        self.declare(&v, &ty);
        text
    }

    /// Slices of one array with capacities of their own.
    fn shared_array(&mut self) -> String {
        let ty = self.ty(1);
        let name = self.text(&ty);
        if !self.is_printable(&ty) {
            return self.hashing();
        }
        let (a, s, t) = (self.fresh("a"), self.fresh("s"), self.fresh("t"));
        let list = self.arguments(&vec![ty.clone(); 5], 1);
        let low = self.rng.usize(..4);
        let high = low + self.rng.usize(..5 - low);
        let most = high + self.rng.usize(..6 - high);
        let mut steps = String::new();
        for _ in 0..2 + self.rng.usize(..4) {
            let value = self.expr(&ty, 1);
            steps += &match self.rng.usize(..8) {
                0 => format!("{t} = append({s}, {value})\n"),
                1 => format!("{s} = append({s}[:len({s})/2], {value})\n"),
                2 => format!("if len({t}) > 0 {{\n\t{t}[len({t})-1] = {value}\n}}\n"),
                3 => format!("{a}[{}] = {value}\n", self.rng.u8(..5)),
                4 => format!("{t} = {s}[len({s})/2:]\n"),
                5 => format!("copy({a}[{}:], {s})\n", self.rng.u8(..5)),
                6 => format!("{t} = slices.Insert({s}, len({s})/2, {value})\n"),
                _ => format!("if cap({s}) > len({s}) {{\n\t{s} = {s}[:len({s})+1]\n}}\n"),
            };
        }
        format!(
            "{a} := [5]{name}{{{list}}}\n{s} := {a}[{low}:{high}:{most}]\nvar {t} []{name}\nfmt.Println(len({s}), cap({s}))\n{steps}fmt.Println({a}, {s}, {t}, len({s}), len({t}))"
        )
    }

    /// Structs of arrays of structs, which are copied by assignments, calls, ranges and captures.
    fn nested_values(&mut self) -> String {
        let ty = self.basic();
        let name = self.text(&ty);
        let (cell, grid, x, y) = (
            self.fresh("cell"),
            self.fresh("grid"),
            self.fresh("x"),
            self.fresh("y"),
        );
        let mut steps = String::new();
        for _ in 0..2 + self.rng.usize(..4) {
            let value = self.operand(&ty, 1);
            let (i, j) = (self.rng.u8(..2), self.rng.u8(..2));
            steps += &match self.rng.usize(..12) {
                0 => format!("{y} = {x}\n{x}.rows[{i}][{j}].v = {value}\n"),
                1 => format!("{x}.rows[{i}] = {y}.rows[{j}]\n"),
                2 => format!(
                    "for i, row := range {x}.rows {{\n\t{x}.rows[1-i][{j}].v = {value}\n\t{y}.rows[i] = row\n}}\n"
                ),
                3 => format!(
                    "for _, row := range {x}.rows[:] {{\n\trow[{j}].v = {value}\n\t{y}.rows[{i}] = row\n\t{x}.rows[1][0].v = {value}\n}}\n"
                ),
                4 => format!("func(g {grid}) {{\n\tg.rows[{i}][{j}].v = {value}\n\t{y} = g\n}}({x})\n"),
                5 => format!(
                    "{{\n\tp := &{x}.rows[{i}]\n\tq := *p\n\tp[{j}].v = {value}\n\t{y}.rows[{j}] = q\n}}\n"
                ),
                6 => format!("{y}, {x} = {x}, {y}\n"),
                7 => format!(
                    "{{\n\tvar boxed any = {x}\n\t{x}.rows[{i}][{j}].v = {value}\n\t{y} = boxed.({grid})\n\tfmt.Println(boxed == any({x}))\n}}\n"
                ),
                8 => format!(
                    "{{\n\tm := map[string]{grid}{{\"k\": {x}}}\n\t{x}.one.v = {value}\n\tg := m[\"k\"]\n\tg.one.v, {y} = {value}, m[\"k\"]\n}}\n"
                ),
                9 => format!(
                    "{{\n\tf := func() {grid} {{ return {x} }}\n\tg := f()\n\tg.rows[{i}][{j}] = {x}.one\n\t{x}.one = {cell}{{{value}}}\n\t{y} = g\n}}\n"
                ),
                10 => format!(
                    "{{\n\tch := make(chan {grid}, 1)\n\tch <- {x}\n\t{x}.rows[{i}][{j}].v = {value}\n\t{y} = <-ch\n}}\n"
                ),
                _ => format!(
                    "{{\n\tall := []{grid}{{{x}, {y}}}\n\tall[{i}].rows[{j}][0].v = {value}\n\t{y} = all[{j}]\n\tall = append(all, all...)\n\tall[2].one.v = {value}\n\t{x}.one = all[0].one\n}}\n"
                ),
            };
        }
        format!(
            "type {cell} struct{{ v {name} }}\ntype {grid} struct {{\n\trows [2][2]{cell}\n\tone  {cell}\n}}\nvar {x}, {y} {grid}\n{steps}fmt.Println({x}, {y}, {x} == {y})"
        )
    }

    /// Methods promoted through pointers and interfaces that may be nil, as calls, values and expressions.
    fn promoted(&mut self) -> String {
        let (t, f, base) = (self.fresh("t"), self.fresh("f"), self.fresh("b"));
        let value = self.operand(&Type::Int("int"), 1);
        let made = self
            .choose(&[
                "{2, nil}, nil}",
                "{3, base}, base}",
                "{4, base}, *base}",
                "{5, base}, nil}",
            ])
            .replace("base", &base);
        let mut steps = String::new();
        for _ in 0..2 + self.rng.usize(..4) {
            let place = *self.choose(&["", ".middle", ".counter", ".Adder"]);
            steps += &match self.rng.usize(..7) {
                0 => format!("\tfmt.Println({t}{place}.Add({value}))\n"),
                1 => format!("\t{f} = {t}{place}.Add\n"),
                2 => format!("\t{f} = {t}.Twice\n"),
                3 => format!("\t{base}.n++\n\tfmt.Println({f}(1))\n"),
                4 => format!("\t{t}.counter = &counter{{{value}}}\n"),
                5 => format!(
                    "\t{f} = func(x int) int {{ return (*middle).Twice(&{t}.middle, x) + counter.Add(*{base}, x) }}\n"
                ),
                _ => format!("\tfmt.Println({t}.Twice(2), {t}.n, {t}.middle.counter.n)\n"),
            };
        }
        steps = steps
            .replace(&format!("{t}.Add("), &format!("{t}.middle.Add("))
            .replace(&format!("{t}.Add\n"), &format!("{t}.Adder.Add\n"));
        format!(
            "{base} := &counter{{7}}\n{t} := outer{{middle{made}\n_ = {t}\n{f} := {base}.Add\nfunc() {{\n\tdefer tell()\n{steps}\tfmt.Println({f}(3))\n}}()"
        )
    }

    /// A map whose keys are structs, arrays, floats or interface values.
    fn keyed(&mut self) -> String {
        let (m, k) = (self.fresh("m"), self.fresh("k"));
        let part = self.basic();
        let name = self.text(&part);
        let (key, head) = match self.rng.usize(..5) {
            0 => (format!("struct {{ a {name}; b string }}"), "{"),
            1 => (format!("[2]{name}"), "{"),
            2 => ("any".to_string(), "any("),
            3 => (format!("struct {{ a any; b [1]{name} }}"), "{"),
            _ => ("float64".to_string(), "float64("),
        };
        let tail = if head == "{" { "}" } else { ")" };
        let mut steps = String::new();
        for at in 0..3 + self.rng.usize(..5) {
            let value = self.operand(&part, 1);
            let parts = match (head, key.contains("any;"), key.starts_with('[')) {
                ("float64(", ..) => self.operand(&Type::Float("float64"), 1),
                ("any(", ..) => match self.rng.usize(..6) {
                    0 => "[]int{1}".to_string(),
                    1 => format!("[1]any{{{value}}}"),
                    2 => format!("struct{{ x {name} }}{{{value}}}"),
                    _ => value,
                },
                (_, true, _) => format!("{}, [1]{name}{{{value}}}", self.operand(&Type::Any, 1)),
                (_, _, true) => format!("{value}, {}", self.operand(&part, 1)),
                _ => format!("{value}, {}", self.operand(&Type::Str, 1)),
            };
            let made = match head {
                "{" => format!("({key}{{{parts}{tail})"),
                _ => format!("{head}{parts}{tail}"),
            };
            steps += &match self.rng.usize(..4) {
                0 => format!("\tdelete({m}, {made})\n"),
                1 => format!("\t{k} = {made}\n\t{m}[{k}] += {at}\n"),
                _ => format!("\t{m}[{made}] += {at}\n"),
            };
        }
        format!(
            "{m} := map[{key}]int{{}}\nfunc() {{\n\tdefer tell()\n\tvar {k} {key}\n{steps}\tfmt.Println(len({m}), {m}[{k}])\n\tx, ok := {m}[{k}]\n\tfmt.Println(x, ok, {k} == {k})\n}}()\nfmt.Println(len({m}))"
        )
    }

    /// A generic collection, what it holds told apart by type.
    fn collected(&mut self) -> String {
        let (key, elem) = (self.key(), self.ty(1));
        let (b, f) = (self.fresh("bag"), self.fresh("f"));
        let (k, e) = (self.text(&key), self.text(&elem));
        let mut steps = String::new();
        for _ in 0..2 + self.rng.usize(..4) {
            let (x, y) = (self.expr(&key, 1), self.expr(&elem, 1));
            steps += &match self.rng.usize(..6) {
                0 => format!("{f}({x}, {y})\n"),
                1 => format!("(*bag[{k}, {e}]).put(&{b}, {x}, {y})\n"),
                2 => format!("fmt.Println(kind({b}.get({x})), kind({y}), kind(&{b}))\n"),
                3 => format!(
                    "for k := range {b}.all {{\n\tfmt.Print(k, \" \")\n\tif k == {x} {{\n\t\tbreak\n\t}}\n}}\n"
                ),
                4 => format!("fmt.Printf(\"%T %d %v\\n\", {b}, {b}.len(), any({b}.get({x})) == nil)\n"),
                _ => format!("{b}.put({x}, {y})\n"),
            };
        }
        let map = Type::Map(Rc::new(key), Rc::new(elem));
        let v = self.fresh("v");
        self.declare(&v, &map);
        format!("var {b} bag[{k}, {e}]\n{f} := {b}.put\n{steps}{v} := {b}.items\n_, _ = {v}, {f}")
    }
}
