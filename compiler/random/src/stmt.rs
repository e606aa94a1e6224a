//! Statements without blocks of their own.

use crate::path::Place;
use crate::program::Node;
use crate::ty::Type;
use crate::{Generator, Returns};
use std::rc::Rc;

impl Generator {
    /// The body of a case: it ends by printing what it has.
    pub(crate) fn case(&mut self) -> Vec<Node> {
        self.scope.clear();
        let n = 2 + self.rng.usize(..5);
        let depth = if self.once_in(4) { 3 } else { 2 };
        let mut body = self.statements(n, depth);
        for variable in self.scope.clone() {
            body.push(self.print(&variable.name, &variable.ty));
        }
        body
    }

    pub(crate) fn statements(&mut self, n: usize, depth: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        for _ in 0..n {
            nodes.extend(self.statement(depth));
        }
        nodes
    }

    fn statement(&mut self, depth: usize) -> Vec<Node> {
        self.may_panic = !self.is_pure && self.once_in(8);
        let choice = if depth == 0 {
            self.rng.usize(..24)
        } else {
            self.rng.usize(..50)
        };
        let d = depth.saturating_sub(1);
        match choice {
            0..7 => self.declaration(),
            7..12 => self.assignment(),
            12..15 => self.operation(),
            15 => self.swap(),
            16 | 17 => self.append(),
            18 | 19 => self.map_change(),
            20 => self.pointer(),
            21 if !self.is_pure => self.mutating_call(),
            22 => self.copy(),
            23 => self.early_return(),
            24..27 => self.if_stmt(d),
            27..31 => self.loop_stmt(d),
            31 | 32 => self.switch(d),
            33 => self.type_switch(d),
            34 if !self.is_pure => self.closure(d),
            35 if !self.is_pure => self.closures_of_loop(d),
            36 | 37 if !self.is_pure => self.guarded(d),
            38 if !self.is_pure && self.loops == 0 => self.routine(),
            39 if !self.is_pure => match self.rng.usize(..3) {
                0 => self.traced(),
                1 => self.constants(),
                _ => self.jump(d),
            },
            40 | 41 if !self.is_pure => self.table(),
            42 if !self.is_pure => self.stack(),
            43 if !self.is_pure => self.recursion(),
            44 | 45 if !self.is_pure => self.weave(),
            46 | 47 if !self.is_pure => self.shape(crate::shapes::ALL),
            48 | 49 if !self.is_pure => self.library(),
            _ => self.declaration(),
        }
    }

    /// Prints a value, or the type of what cannot be printed.
    pub(crate) fn print(&mut self, text: &str, ty: &Type) -> Node {
        // What expressions call prints nothing: a goroutine may call it at any time.
        if self.is_pure {
            return Node::line(format!("_ = {text}"));
        }
        if self.is_printable(ty) {
            return Node::line(match self.once_in(3) {
                true => format!("fmt.Printf(\"{}\\n\", {text})", self.verb(ty)),
                false => format!("fmt.Println({text})"),
            });
        }
        if let Type::Pointer(elem) = ty
            && self.is_printable(elem)
        {
            return Node::line(format!("fmt.Println(load({text}))"));
        }
        Node::line(format!("fmt.Printf(\"%T\\n\", {text})"))
    }

    fn declaration(&mut self) -> Vec<Node> {
        let ty = self.ty(2);
        let name = self.fresh("v");
        let mut value = self.expr(&ty, 3);
        if self.loops > 0 {
            value = self.clipped(&ty, value);
        }
        let text = match self.rng.usize(..3) {
            0 => format!("var {name} {} = {value}", self.text(&ty)),
            1 if !matches!(ty, Type::Pointer(_)) => {
                let typed = self.text(&ty);
                format!("var {name} {typed}\n{name} = {value}")
            }
            _ => format!("{name} := {value}"),
        };
        self.declare(&name, &ty);
        vec![Node::line(format!("{text}\n_ = {name}"))]
    }

    /// In loops, what could grow is kept short.
    fn clipped(&self, ty: &Type, value: String) -> String {
        match (ty, self.underlying(ty)) {
            (Type::Str, _) => format!("clip({value})"),
            (_, Type::Str) => format!("{}(clip(string({value})))", self.text(ty)),
            (Type::Slice(_), _) => format!("few({value})"),
            (_, Type::Slice(_)) => format!("{}(few({value}))", self.text(ty)),
            _ => value,
        }
    }

    /// An assignable place, of any type or of the one told.
    fn target(&mut self, wanted: impl Fn(&Self, &Type) -> bool) -> Option<Place> {
        let places: Vec<_> = self
            .all_places()
            .into_iter()
            .filter(|p| p.is_assignable && wanted(self, &p.ty))
            .collect();
        match places.is_empty() {
            true => None,
            false => Some(self.choose(&places).clone()),
        }
    }

    fn assignment(&mut self) -> Vec<Node> {
        let slices = self.all_places();
        if !self.is_pure && self.once_in(3) {
            let slices: Vec<_> = slices
                .into_iter()
                .filter_map(|p| match self.underlying(&p.ty) {
                    Type::Slice(elem) => Some((p.text, elem)),
                    _ => None,
                })
                .collect();
            if !slices.is_empty() {
                let (slice, elem) = self.choose(&slices).clone();
                return vec![self.element_assignment(&slice, &elem)];
            }
        }
        let Some(place) = self.target(|_, _| true) else {
            return self.declaration();
        };
        let value = self.expr(&place.ty, 3);
        let value = self.clipped(&place.ty, value);
        vec![Node::line(format!("{} = {value}", place.text))]
    }

    fn element_assignment(&mut self, slice: &str, elem: &Type) -> Node {
        let value = self.expr(elem, 2);
        let value = self.clipped(elem, value);
        let index = self.operand(&Type::Int("int"), 1);
        match self.takes_risk() {
            true => Node::line(format!("{slice}[{index}] = {value}")),
            false => Node::line(format!(
                "if n := uint(len({slice})); n > 0 {{\n\t{slice}[uint({index})%n] = {value}\n}}"
            )),
        }
    }

    /// `x += y` and the like.
    fn operation(&mut self) -> Vec<Node> {
        let target = self.target(|cx, ty| {
            matches!(
                cx.underlying(ty),
                Type::Int(_) | Type::Float(_) | Type::Complex(_) | Type::Str
            )
        });
        let Some(place) = target else {
            return self.declaration();
        };
        let text = &place.text;
        let value = self.expr(&place.ty, 2);
        let line = match self.underlying(&place.ty) {
            Type::Int(_) => match self.rng.usize(..5) {
                0 => format!("{text}{}", self.choose(&["++", "--"])),
                1 => format!("{text} {} uint8({value}) & 63", self.choose(&["<<=", ">>="]))
                    .replace(&format!("uint8({value})"), &format!("uint8(id({value}))")),
                2 => format!("{text} {} apart({value} | 1)", self.choose(&["/=", "%="])),
                _ => format!(
                    "{text} {} {value}",
                    self.choose(&["+=", "-=", "*=", "&=", "|=", "^=", "&^="])
                ),
            },
            Type::Str => format!(
                "{text} += {value}\n{text} = {}",
                self.clipped(&place.ty, text.clone())
            ),
            _ => format!("{text} {} {value}", self.choose(&["+=", "-=", "*=", "/="])),
        };
        vec![Node::line(line)]
    }

    fn swap(&mut self) -> Vec<Node> {
        let Some(first) = self.target(|_, _| true) else {
            return self.declaration();
        };
        let wanted = first.ty.clone();
        let Some(second) = self.target(|_, ty| *ty == wanted) else {
            return self.declaration();
        };
        let (a, b) = (first.text, second.text);
        vec![Node::line(match self.rng.bool() {
            true => format!("{a}, {b} = {b}, {a}"),
            false => {
                let value = self.operand(&wanted, 2);
                let value = self.clipped(&wanted, value);
                format!("{a}, {b} = {b}, {value}")
            }
        })]
    }

    /// `x = append(y, …)`, where the arrays may be shared.
    fn append(&mut self) -> Vec<Node> {
        let target = self.target(|_, ty| matches!(ty, Type::Slice(_)));
        let (Some(place), false) = (target, self.is_pure) else {
            return self.declaration();
        };
        let Type::Slice(elem) = &place.ty else {
            return Vec::new();
        };
        let sources = self.places(&place.ty);
        let source = match sources.is_empty() || self.rng.bool() {
            true => place.text.clone(),
            false => self.choose(&sources).text.clone(),
        };
        let part = match self.rng.usize(..4) {
            0 => format!("{source}[:len({source})/2]"),
            1 => format!("{source}[:len({source})/2:len({source})]"),
            _ => source.clone(),
        };
        let added = match self.rng.usize(..4) {
            0 => format!("{source}..."),
            1 => format!("{}, {}", self.expr(elem, 1), self.expr(elem, 1)),
            _ => self.expr(elem, 2),
        };
        let value = self.clipped(&place.ty, format!("append({part}, {added})"));
        vec![Node::line(format!("{} = {value}", place.text))]
    }

    fn copy(&mut self) -> Vec<Node> {
        let target = self.target(|_, ty| matches!(ty, Type::Slice(_)));
        let (Some(place), false) = (target, self.is_pure) else {
            return self.declaration();
        };
        let text = &place.text;
        // Which elements are looked at is random: the place itself may not be found again.
        let sources = self.places(&place.ty);
        let source = match sources.is_empty() {
            true => text.clone(),
            false => self.choose(&sources).text.clone(),
        };
        vec![Node::line(match self.rng.usize(..3) {
            0 => format!("if len({text}) > 1 {{\n\tfmt.Println(copy({text}[1:], {text}))\n}}"),
            1 => format!("clear({text})"),
            _ => format!("fmt.Println(copy({text}, {source}))"),
        })]
    }

    fn map_change(&mut self) -> Vec<Node> {
        let target = self.target(|cx, ty| matches!(cx.underlying(ty), Type::Map(..)));
        let (Some(place), false) = (target, self.is_pure) else {
            return self.declaration();
        };
        let Type::Map(key, elem) = self.underlying(&place.ty) else {
            return Vec::new();
        };
        let text = &place.text;
        let key_text = self.expr(&key, 1);
        let line = match self.rng.usize(..6) {
            0 => format!("delete({text}, {key_text})"),
            1 => {
                let (value, ok) = (self.fresh("v"), self.fresh("ok"));
                self.declare(&value, &elem);
                self.declare(&ok, &Type::Bool);
                format!("{value}, {ok} := {text}[{key_text}]\n_, _ = {value}, {ok}")
            }
            2 if matches!(self.underlying(&elem), Type::Int(_) | Type::Float(_)) => {
                format!("if {text} != nil {{\n\t{text}[{key_text}]++\n}}")
            }
            3 if self.takes_risk() => format!("{text}[{key_text}] = {}", self.literal(&elem, 1)),
            _ => {
                let value = self.expr(&elem, 2);
                let value = self.clipped(&elem, value);
                format!("if {text} != nil {{\n\t{text}[{key_text}] = {value}\n}}")
            }
        };
        vec![Node::line(line)]
    }

    /// A pointer to a place; what it points to may be changed through it.
    fn pointer(&mut self) -> Vec<Node> {
        let places: Vec<_> = self
            .all_places()
            .into_iter()
            .filter(|p| p.is_assignable && p.is_addressable)
            .collect();
        if places.is_empty() || self.is_pure {
            return self.declaration();
        }
        let place = self.choose(&places).clone();
        let name = self.fresh("p");
        self.declare_fixed(&name, &Type::pointer(place.ty));
        vec![Node::line(format!("{name} := &{}\n_ = {name}", place.text))]
    }

    /// A call of a method that changes its receiver.
    fn mutating_call(&mut self) -> Vec<Node> {
        let mut fitting = Vec::new();
        for place in self.all_places() {
            if place.is_assignable && place.is_addressable {
                let methods = self.methods_of(&place.ty).into_iter().filter(|m| m.on_pointer);
                fitting.extend(methods.map(|m| (place.text.clone(), m)));
            }
        }
        if fitting.is_empty() {
            return self.declaration();
        }
        let (place, method) = self.choose(&fitting).clone();
        let arguments = self.arguments(&method.params, 2);
        let name = self.fresh("v");
        let call = format!("{place}.{}({arguments})", method.name);
        self.declare(&name, &method.result);
        vec![Node::line(match self.once_in(4) {
            true => {
                let f = self.fresh("m");
                format!(
                    "{f} := {place}.{}\n{name} := {f}({arguments})\n_ = {name}",
                    method.name
                )
            }
            false => format!("{name} := {call}\n_ = {name}"),
        })]
    }

    fn early_return(&mut self) -> Vec<Node> {
        let text = match self.returns.clone() {
            Returns::Not => return self.declaration(),
            Returns::Nothing => "return".to_string(),
            Returns::Value(ty) => format!("return {}", self.expr(&ty, 2)),
        };
        let condition = self.operand(&Type::Bool, 2);
        vec![Node::block(
            format!("if ({condition}) {{"),
            vec![Node::line(text)],
            "}",
        )]
    }

    /// Calls whose order shows.
    fn traced(&mut self) -> Vec<Node> {
        self.may_panic = false;
        let int = Type::Int("int");
        let ty = self.basic();
        let mut count = 0;
        let mut traced = |cx: &mut Self, ty: &Type| {
            count += 1;
            format!("trace({count}, {})", cx.operand(ty, 1))
        };
        let line = match self.rng.usize(..5) {
            0 => {
                let (a, b, c) = (traced(self, &int), traced(self, &int), traced(self, &int));
                format!("fmt.Println({a} + {b}*({c} | 1))")
            }
            1 => {
                let slice = Type::slice(ty.clone());
                let (a, b, c) = (traced(self, &slice), traced(self, &int), traced(self, &ty));
                format!("func() {{\n\tdefer tell()\n\t{a}[{b}] = {c}\n}}()")
            }
            2 => {
                let map = Type::Map(Rc::new(Type::Str), Rc::new(ty.clone()));
                let (a, b, c, d) = (
                    traced(self, &map),
                    traced(self, &Type::Str),
                    traced(self, &ty),
                    traced(self, &ty),
                );
                let (x, y) = (self.fresh("v"), self.fresh("v"));
                format!(
                    "{x}, {y} := {a}[{b}], [...]{}{{{c}, {d}}}\nfmt.Println({x}, {y})",
                    self.text(&ty)
                )
            }
            3 => {
                let (a, b, c) = (
                    traced(self, &Type::Bool),
                    traced(self, &Type::Bool),
                    traced(self, &Type::Bool),
                );
                format!("fmt.Println({a} && {b} || !{c})")
            }
            _ => {
                let (a, b) = (traced(self, &ty), traced(self, &int));
                format!("defer fmt.Println({a}, {b})\nfmt.Println({})", traced(self, &ty))
            }
        };
        vec![Node::line(line)]
    }
}
