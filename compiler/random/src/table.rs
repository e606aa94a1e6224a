//! Loops over slices of slices, stacks in fields, and functions that call themselves: what the compiler has
//! passes for.

use crate::Generator;
use crate::program::{Decl, Node};
use crate::ty::Type;

impl Generator {
    fn number(&mut self) -> Type {
        Type::Int(self.choose::<&'static str>(&["int", "int", "int64", "uint64", "uint8", "int32"]))
    }

    /// A loop along the rows of a table, which may be exchanged meanwhile, or be too short.
    pub(crate) fn table(&mut self) -> Vec<Node> {
        self.may_panic = false;
        let elem = self.number();
        let ty = self.text(&elem);
        let (t, c, j, sum) = (self.fresh("t"), self.fresh("c"), self.fresh("j"), self.fresh("v"));
        let (rows, columns) = (self.rng.usize(1..4), self.rng.usize(1..5));
        let (beyond, too_far) = (usize::from(self.once_in(6)), usize::from(self.once_in(5)));
        let made = format!(
            "{t} := make([][]{ty}, {rows}, {})\nfor i := range {t} {{\n\t{t}[i] = make([]{ty}, {columns})\n\tfor j := range {t}[i] {{\n\t\t{t}[i][j] = {ty}(i*{columns} + j)\n\t}}\n}}\n{c} := {}\nvar {sum} {ty}\n_ = {c}",
            rows + self.rng.usize(..2),
            self.rng.usize(..rows + beyond),
        );
        let seed = self.operand(&elem, 1);
        let mut body = Vec::new();
        for _ in 0..1 + self.rng.usize(..4) {
            let row = self.row(&t, &c);
            let column = match self.once_in(5) {
                true => format!("{}", self.rng.usize(..columns)),
                false => j.clone(),
            };
            body.push(Node::line(match self.rng.usize(..6) {
                0 => format!("{row}[{column}] = {sum} + {seed}"),
                1 => format!("{row}[{column}] += {sum}"),
                2 => format!("{row}[{column}]++"),
                3 => format!("for _, x := range {row} {{\n\t{sum} += x\n}}"),
                4 => self.disturbed(&t, &c, &j, &ty),
                _ => format!("{sum} = {sum}*3 + {row}[{column}]"),
            }));
        }
        let bound = match self.rng.usize(..4) {
            0 => format!("len({})", self.row(&t, &c)),
            1 => format!("len({t}[0])"),
            _ => format!("{}", self.rng.usize(..columns + 1 + too_far)),
        };
        let loops = Node::block(format!("for {j} := 0; {j} < {bound}; {j}++ {{"), body, "}");
        self.declare(&sum, &elem);
        vec![
            Node::line(made),
            Node::block("func() {", vec![Node::line("defer tell()"), loops], "}()"),
            Node::line(format!("fmt.Println({sum}, {t})")),
        ]
    }

    fn row(&mut self, t: &str, c: &str) -> String {
        match self.rng.usize(..6) {
            0 => format!("{t}[0]"),
            1 => format!("{t}[{c}+1]"),
            2 => format!("{t}[{c}-1]"),
            3 => format!("{t}[len({t})-1]"),
            _ => format!("{t}[{c}]"),
        }
    }

    /// Another row in the place of one, in one of the ways that there are.
    fn disturbed(&mut self, t: &str, c: &str, j: &str, ty: &str) -> String {
        let turn = self.rng.usize(..3);
        let fresh = format!("[]{ty}{{7, {turn}, 9}}");
        let change = match self.rng.usize(..8) {
            0 => format!("{t}[{c}] = {fresh}"),
            1 => format!("{t}[0], {t}[{c}] = {t}[{c}], {t}[0]"),
            2 => format!("p := &{t}[{c}]\n\t*p = {fresh}"),
            3 => format!("func() {{ {t}[{c}] = {fresh} }}()"),
            4 => format!("copy({t}, {t}[1:])"),
            5 => format!("few(append({t}[:0], {fresh}))"),
            6 => format!("{t} = append({t}[1:], {fresh})"),
            _ => format!("{t}[{c}] = {t}[{c}][1:]"),
        };
        let change = change.replace("few(", "_ = few(");
        format!("if {j} == {turn} {{\n\t{change}\n}}")
    }

    /// A struct that pushes to and pops from its slice, and whose sum takes all 64 bits.
    pub(crate) fn stack(&mut self) -> Vec<Node> {
        self.may_panic = false;
        let elem = self.number();
        let ty = self.text(&elem);
        let (name, s, i, kept) = (
            self.fresh("stack"),
            self.fresh("s"),
            self.fresh("i"),
            self.fresh("v"),
        );
        let seed = self.operand(&elem, 1);
        let declared = format!(
            "type {name} struct {{\n\titems []{ty}\n\tsum uint64\n}}\n{s} := &{name}{{}}\nvar {kept} []{ty}"
        );
        let mut body = vec![Node::line(format!(
            "{s}.items = append({s}.items, {ty}({i}) + {seed})"
        ))];
        for _ in 0..1 + self.rng.usize(..4) {
            body.push(Node::line(match self.rng.usize(..8) {
                0 => format!("if n := len({s}.items); n > 2 {{\n\t{s}.items = {s}.items[:n-1]\n}}"),
                1 => format!("if len({s}.items) > 1 {{\n\t{s}.items = {s}.items[1:]\n}}"),
                2 => format!("{kept} = {s}.items"),
                3 => format!("{s}.items = append({s}.items, {ty}({i}))"),
                4 => format!("{{\n\tother := *{s}\n\t{s}.items[0]++\n\t{kept} = other.items\n}}"),
                5 => format!("{s}.sum = {s}.sum*31 + uint64({s}.items[len({s}.items)-1])"),
                6 => format!("{s}.sum ^= {s}.sum << 13\n{s}.sum ^= {s}.sum >> 7"),
                _ => format!("{s}.sum -= uint64({i}) * 11400714819323198485"),
            }));
        }
        self.declare(&kept, &Type::slice(elem));
        vec![
            Node::line(declared),
            Node::block(format!("for {i} := 0; {i} < 6; {i}++ {{"), body, "}"),
            Node::line(format!("{kept} = few({kept})\nfmt.Println(*{s}, {kept})")),
        ]
    }

    /// Declares `func name(n int, x T) T`, which calls itself with a smaller `n`.
    pub(crate) fn recursive(&mut self, name: String) {
        let ty = self.number();
        let text = self.text(&ty);
        self.is_pure = true;
        self.may_panic = false;
        self.declare("n", &Type::Int("int"));
        self.declare("x", &ty);
        let (first, left, right) = (self.operand(&ty, 2), self.operand(&ty, 1), self.operand(&ty, 1));
        self.scope.clear();
        self.is_pure = false;
        let operator = *self.choose(&["+", "-", "*", "^", "|"]);
        let (least, step) = (self.rng.u8(..3), self.rng.u8(1..3));
        self.decls.push(Decl {
            name: name.clone(),
            text: format!(
                "func {name}(n int, x {text}) {text} {{\n\tif n <= {least} {{\n\t\treturn {first}\n\t}}\n\treturn {name}(n-1, {left}) {operator} {name}(n-{step}, {right})\n}}"
            ),
        });
        self.recursives.push((name, ty));
    }

    pub(crate) fn recursion(&mut self) -> Vec<Node> {
        let recursives = self.recursives.clone();
        let (name, ty) = self.choose(&recursives);
        let (value, argument) = (self.fresh("v"), self.operand(ty, 2));
        let text = format!("{value} := {name}({}, {argument})\n_ = {value}", self.rng.u8(..7));
        self.declare(&value, ty);
        vec![Node::line(text)]
    }
}
