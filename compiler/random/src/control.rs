//! Statements with blocks: conditions, loops, switches, jumps.

use crate::Generator;
use crate::program::Node;
use crate::ty::Type;
use std::rc::Rc;

impl Generator {
    /// Statements of a block, whose variables go out of scope.
    fn block(&mut self, n: usize, depth: usize) -> Vec<Node> {
        let scope = self.scope.len();
        let body = self.statements(n, depth);
        self.scope.truncate(scope);
        body
    }

    fn condition(&mut self) -> String {
        format!("({})", self.operand(&Type::Bool, 2))
    }

    pub(crate) fn if_stmt(&mut self, depth: usize) -> Vec<Node> {
        let mut blocks = vec![(format!("if {} {{", self.condition()), self.block(2, depth))];
        if self.rng.bool() {
            blocks.push((
                format!("}} else if {} {{", self.condition()),
                self.block(1, depth),
            ));
        }
        if self.rng.bool() {
            blocks.push(("} else {".to_string(), self.block(2, depth)));
        }
        vec![Node {
            blocks,
            tail: "}".to_string(),
        }]
    }

    pub(crate) fn loop_stmt(&mut self, depth: usize) -> Vec<Node> {
        let scope = self.scope.len();
        let (head, unused) = self.loop_head();
        self.loops += 1;
        let label = match self.once_in(4) {
            true => self.fresh("L"),
            false => String::new(),
        };
        let mut body = vec![Node::line(unused)];
        let n = 1 + self.rng.usize(..2);
        body.extend(self.statements(n, depth));
        if !label.is_empty() || self.once_in(3) {
            let word = *self.choose(&["break", "continue"]);
            let leave = Node::line(format!("{word} {label}"));
            let mut block = Node::block(format!("if {} {{", self.condition()), vec![leave], "}");
            if !label.is_empty() && self.rng.bool() {
                block = Node::block("for range 2 {", vec![block], "}");
            }
            body.push(block);
            body.extend(self.statements(1, depth));
        }
        self.loops -= 1;
        self.scope.truncate(scope);
        let prefix = if label.is_empty() {
            String::new()
        } else {
            format!("{label}:\n")
        };
        vec![Node::block(format!("{prefix}{head} {{"), body, "}")]
    }

    /// The head of a loop of few iterations, and the uses of its variables.
    fn loop_head(&mut self) -> (String, String) {
        let (i, x) = (self.fresh("i"), self.fresh("x"));
        let int = Type::Int("int");
        match self.rng.usize(..11) {
            0 | 1 => {
                self.declare_fixed(&i, &int);
                let n = self.rng.u8(1..5);
                let head = match self.rng.bool() {
                    true => format!("for {i} := 0; {i} < {n}; {i}++"),
                    false => format!("for {i} := {n}; {i} >= 0; {i} -= 2"),
                };
                (head, format!("_ = {i}"))
            }
            2 => {
                let ty =
                    Type::Int(self.choose::<&'static str>(&["int8", "uint16", "uint64", "int64", "uint"]));
                self.declare_fixed(&i, &ty);
                (
                    format!("for {i} := range {}({})", self.text(&ty), self.rng.u8(..4)),
                    format!("_ = {i}"),
                )
            }
            3 => {
                let condition = self.condition();
                (
                    format!("for {i} := 3; {i} > 0 && {condition}; {i}--"),
                    String::new(),
                )
            }
            4 => {
                let text = self.operand(&Type::Str, 2);
                self.declare_fixed(&i, &int);
                self.declare(&x, &Type::Int("int32"));
                (
                    format!("for {i}, {x} := range clip({text})"),
                    format!("_, _ = {i}, {x}"),
                )
            }
            5 => {
                let elem = self.ty(1);
                let array = Type::Array(3, Rc::new(elem.clone()));
                let source = self.operand(&array, 2);
                self.declare_fixed(&i, &int);
                self.declare(&x, &elem);
                (
                    format!("for {i}, {x} := range ({source})"),
                    format!("_, _ = {i}, {x}"),
                )
            }
            6 => {
                let (key, elem) = (Type::Int("int16"), self.ty(1));
                let map = Type::Map(Rc::new(key.clone()), Rc::new(elem));
                let source = self.operand(&map, 2);
                self.declare_fixed(&i, &key);
                (
                    format!("for _, {i} := range slices.Sorted(maps.Keys({source}))"),
                    format!("_ = {i}"),
                )
            }
            7 if !self.is_pure => {
                let elem = self.ty(1);
                let list = self.arguments(&[elem.clone(), elem.clone(), elem.clone()], 1);
                let name = self.text(&elem);
                self.declare_fixed(&i, &int);
                self.declare(&x, &elem);
                (
                    format!("for {i}, {x} := range seq[{name}]({list})"),
                    format!("_, _ = {i}, {x}"),
                )
            }
            8 => {
                let elem = self.ty(1);
                let (a, b) = (self.expr(&elem, 1), self.expr(&elem, 1));
                let name = self.text(&elem);
                self.declare(&x, &elem);
                (
                    format!("for {x} := range (&chain[{name}]{{{a}, nil}}).push({b}).all"),
                    format!("_ = {x}"),
                )
            }
            _ => {
                let elem = self.ty(1);
                let source = self.operand(&Type::slice(elem.clone()), 2);
                self.declare_fixed(&i, &int);
                self.declare(&x, &elem);
                (
                    format!("for {i}, {x} := range few({source})"),
                    format!("_, _ = {i}, {x}"),
                )
            }
        }
    }

    pub(crate) fn switch(&mut self, depth: usize) -> Vec<Node> {
        let is_tagless = self.once_in(3);
        let ty = match self.basic() {
            Type::Bool => Type::Str,
            ty => ty,
        };
        let head = match is_tagless {
            true => "switch {".to_string(),
            false => format!("switch ({}) {{", self.operand(&ty, 2)),
        };
        let n = 1 + self.rng.usize(..4);
        let default = self.rng.usize(..6);
        let mut blocks = vec![(head, Vec::new())];
        for i in 0..n {
            let label = match (i == default, is_tagless) {
                (true, _) => "default:".to_string(),
                (false, true) => format!("case {}:", self.condition()),
                (false, false) => {
                    let values: Vec<_> = (0..1 + self.rng.usize(..2))
                        .map(|_| format!("id({})", self.operand(&ty, 1)))
                        .collect();
                    format!("case {}:", values.join(", "))
                }
            };
            let mut body = self.block(1, depth);
            if self.once_in(4) {
                body.push(Node::block(
                    format!("if {} {{", self.condition()),
                    vec![Node::line("break")],
                    "}",
                ));
                if !self.is_pure {
                    body.push(Node::line("fmt.Println(\"not broken\")"));
                }
            }
            if i + 1 < n && self.once_in(4) {
                body.push(Node::line("fallthrough"));
            }
            blocks.push((label, body));
        }
        vec![Node {
            blocks,
            tail: "}".to_string(),
        }]
    }

    pub(crate) fn type_switch(&mut self, depth: usize) -> Vec<Node> {
        let name = self.fresh("x");
        let head = format!("switch {name} := ({}).(type) {{", self.operand(&Type::Any, 2));
        let mut blocks = vec![(head, vec![])];
        let mut seen = Vec::new();
        for _ in 0..2 + self.rng.usize(..3) {
            let ty = if self.rng.bool() {
                self.dynamic()
            } else {
                self.ty(1)
            };
            // `uint8` and `byte` are one type, but the generator has one name for each type.
            if seen.contains(&ty) || ty == Type::Any {
                continue;
            }
            let scope = self.scope.len();
            self.declare(&name, &ty);
            let mut body = vec![self.print(&name, &ty)];
            body.extend(self.statements(1, depth));
            self.scope.truncate(scope);
            blocks.push((format!("case {}:", self.text(&ty)), body));
            seen.push(ty);
        }
        let rest = *self.choose(&["default:", "case nil, error:", "case nil:"]);
        let line = match self.is_pure {
            true => format!("_ = {name}"),
            false => format!("fmt.Printf(\"%T %v\\n\", {name}, {name} == nil)"),
        };
        blocks.push((rest.to_string(), vec![Node::line(line)]));
        vec![Node {
            blocks,
            tail: "}".to_string(),
        }]
    }

    /// A loop made of `goto`.
    pub(crate) fn jump(&mut self, depth: usize) -> Vec<Node> {
        let (label, count) = (self.fresh("L"), self.fresh("n"));
        self.loops += 1;
        let scope = self.scope.len();
        self.declare_fixed(&count, &Type::Int("int"));
        let body = self.block(2, depth);
        let condition = self.condition();
        self.scope.truncate(scope);
        self.loops -= 1;
        vec![
            Node::line(format!("{count} := 0")),
            Node::block(format!("{label}:\n{{"), body, "}"),
            Node::line(format!(
                "{count}++\nif {count} < 3 && {condition} {{\n\tgoto {label}\n}}"
            )),
        ]
    }
}
