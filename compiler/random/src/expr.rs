//! Expressions: they change nothing that is in scope, and each contains at most one operation that may panic.

use crate::Generator;
use crate::ty::{Constraint, INTS, Shape, Type};
use std::rc::Rc;

const COUNTS: [u8; 12] = [0, 1, 2, 7, 8, 15, 31, 32, 33, 63, 64, 70];
const COMPARISONS: [&str; 6] = ["==", "!=", "<", "<=", ">", ">="];

impl Generator {
    /// An expression of the type, perhaps a constant.
    pub(crate) fn expr(&mut self, ty: &Type, depth: usize) -> String {
        if self.once_in(5) || depth == 0 && self.rng.bool() {
            return self.literal(ty, depth);
        }
        self.operand(ty, depth)
    }

    /// An expression that is not constant, so that no overflow in it is an error of the compiler.
    pub(crate) fn operand(&mut self, ty: &Type, depth: usize) -> String {
        let places = self.places(ty);
        if !places.is_empty() && (depth == 0 || self.once_in(2)) {
            return self.choose(&places).text.clone();
        }
        if depth == 0 {
            return self.hidden(ty);
        }
        if self.once_in(4) {
            return self.indirect(ty, depth - 1);
        }
        let d = depth - 1;
        match self.underlying(ty) {
            Type::Bool => self.bool_operand(ty, d),
            Type::Int(_) => self.int_operand(ty, d),
            Type::Float(_) => self.float_operand(ty, d),
            Type::Complex(float) => self.complex_operand(ty, float, d),
            Type::Str => self.string_operand(ty, d),
            Type::Slice(elem) => self.slice_operand(ty, &elem, d),
            Type::Param(constraint) => self.param_operand(ty, constraint, d),
            _ => self.indirect(ty, d),
        }
    }

    /// A literal whose value the compiler is not told.
    fn hidden(&mut self, ty: &Type) -> String {
        let literal = self.literal(ty, 0);
        match self.underlying(ty) {
            Type::Bool | Type::Int(_) | Type::Float(_) | Type::Complex(_) | Type::Str => {
                format!("id({literal})")
            }
            _ => literal,
        }
    }

    /// The right operand of a binary operator.
    fn right(&mut self, ty: &Type, depth: usize) -> String {
        if self.once_in(2) {
            self.bare(ty)
        } else {
            self.operand(ty, depth)
        }
    }

    fn int(&mut self) -> Type {
        Type::Int(self.choose::<&'static str>(&INTS))
    }

    /// Takes the right of the statement to one operation that may panic.
    pub(crate) fn takes_risk(&mut self) -> bool {
        let takes = self.may_panic && self.once_in(3);
        if takes {
            self.may_panic = false;
        }
        takes
    }

    /// Ways to any type: calls, elements, fields, assertions.
    fn indirect(&mut self, ty: &Type, d: usize) -> String {
        let name = self.text(ty);
        match self.rng.usize(..14) {
            0 => {
                let condition = self.operand(&Type::Bool, d);
                format!(
                    "pick({condition}, {}, {})",
                    self.operand(ty, d),
                    self.operand(ty, d)
                )
            }
            1 => {
                let slice = self.operand(&Type::slice(ty.clone()), d);
                let index = self.operand(&Type::Int("int"), d);
                match self.takes_risk() {
                    true => format!("{slice}[{index}]"),
                    false => format!("at({slice}, {index})"),
                }
            }
            2 => {
                let key = self.key();
                let map = self.operand(&Type::Map(Rc::new(key.clone()), Rc::new(ty.clone())), d);
                format!("{map}[{}]", self.expr(&key, d))
            }
            3 => format!("load({})", self.operand(&Type::pointer(ty.clone()), d)),
            4 if !self.is_interface(ty) && !matches!(ty, Type::Param(_)) => {
                format!("any({}).({name})", self.operand(ty, d))
            }
            5 => self.thunk(ty, d),
            6 => {
                let array = self.operand(&Type::Array(4, Rc::new(ty.clone())), d);
                match self.takes_risk() {
                    true => format!("{array}[{}]", self.operand(&Type::Int("int"), d)),
                    false => format!("{array}[{} & 3]", self.operand(&Type::Int("uint8"), d)),
                }
            }
            7 => self.method_call(ty, d).unwrap_or_else(|| self.hidden(ty)),
            8 => self.interface_call(ty, d).unwrap_or_else(|| self.hidden(ty)),
            9 if self.takes_risk() => {
                let other = self.dynamic();
                format!("any({}).({name})", self.operand(&other, d))
            }
            10 => self.generic_call(ty, d).unwrap_or_else(|| self.hidden(ty)),
            _ => self.call(ty, d).unwrap_or_else(|| self.hidden(ty)),
        }
    }

    /// A function that is called where it is written.
    fn thunk(&mut self, ty: &Type, d: usize) -> String {
        let (scope, barrier, is_pure) = (self.scope.len(), self.barrier, self.is_pure);
        self.barrier = scope;
        self.is_pure = true;
        let local = self.fresh("t");
        let inner = self.ty(1);
        let value = self.expr(&inner, d);
        self.declare(&local, &inner);
        let result = self.operand(ty, d);
        self.scope.truncate(scope);
        (self.barrier, self.is_pure) = (barrier, is_pure);
        let name = self.text(ty);
        let inner = self.text(&inner);
        format!("to(func() {name} {{ var {local} {inner} = {value}; _ = {local}; return {result} }})")
    }

    fn call(&mut self, ty: &Type, d: usize) -> Option<String> {
        let fitting: Vec<_> = (0..self.functions.len())
            .filter(|&i| self.functions[i].constraint.is_none() && self.functions[i].result == *ty)
            .collect();
        if fitting.is_empty() {
            return None;
        }
        let index = *self.choose(&fitting);
        let params = self.functions[index].params.clone();
        let arguments = self.arguments(&params, d);
        Some(format!("{}({arguments})", self.functions[index].name))
    }

    fn generic_call(&mut self, ty: &Type, d: usize) -> Option<String> {
        let mut fitting = Vec::new();
        for (index, function) in self.functions.iter().enumerate() {
            let Some(constraint) = function.constraint else {
                continue;
            };
            let inferred = matches!(function.result, Type::Param(_));
            if inferred && self.satisfies(ty, constraint) || function.result == *ty {
                fitting.push((index, inferred, constraint));
            }
        }
        if fitting.is_empty() {
            return None;
        }
        let (index, inferred, constraint) = *self.choose(&fitting);
        let argument = match inferred {
            true => ty.clone(),
            false => self.argument(constraint),
        };
        let params: Vec<_> = self.functions[index]
            .params
            .iter()
            .map(|p| p.substitute(&argument))
            .collect();
        let arguments = self.arguments(&params, d);
        let name = &self.functions[index].name;
        Some(format!("{name}[{}]({arguments})", self.text(&argument)))
    }

    fn satisfies(&self, ty: &Type, constraint: Constraint) -> bool {
        if matches!(ty, Type::Param(own) if *own != constraint) {
            return constraint == Constraint::Any;
        }
        let shape = self.underlying(ty);
        match constraint {
            Constraint::Any => true,
            Constraint::Comparable => self.is_comparable(ty),
            Constraint::Ordered => self.is_ordered(ty),
            Constraint::Integer => matches!(shape, Type::Int(_) | Type::Param(_)),
            Constraint::Number => matches!(shape, Type::Int(_) | Type::Float(_) | Type::Param(_)),
        }
    }

    /// A type argument for a constraint.
    fn argument(&mut self, constraint: Constraint) -> Type {
        for _ in 0..20 {
            let ty = self.ty(1);
            if self.satisfies(&ty, constraint) {
                return ty;
            }
        }
        Type::Int("int16")
    }

    pub(crate) fn arguments(&mut self, params: &[Type], d: usize) -> String {
        let parts: Vec<_> = params.iter().map(|p| self.expr(p, d.min(2))).collect();
        parts.join(", ")
    }

    /// A call of a method that does not change its receiver.
    fn method_call(&mut self, ty: &Type, d: usize) -> Option<String> {
        let mut fitting = Vec::new();
        for (index, declared) in self.declared.iter().enumerate() {
            let receiver = match declared.shape {
                Shape::Interface => continue,
                Shape::Generic(_) => Type::Instance(index, Rc::new(Type::Int("uint8"))),
                _ => Type::Named(index),
            };
            for method in &declared.methods {
                if method.result == *ty && !method.on_pointer {
                    fitting.push((receiver.clone(), method.clone()));
                }
            }
        }
        if fitting.is_empty() {
            return None;
        }
        let (receiver, method) = self.choose(&fitting).clone();
        let arguments = self.arguments(&method.params, d);
        let value = self.operand(&receiver, d);
        let name = &method.name;
        Some(match self.rng.usize(..4) {
            // A method expression.
            0 => {
                let separator = if arguments.is_empty() { "" } else { ", " };
                format!("{}.{name}({value}{separator}{arguments})", self.text(&receiver))
            }
            // A method value.
            1 => format!("id(({value}).{name})({arguments})"),
            _ => format!("({value}).{name}({arguments})"),
        })
    }

    fn interface_call(&mut self, ty: &Type, d: usize) -> Option<String> {
        let mut fitting = Vec::new();
        for (index, declared) in self.declared.iter().enumerate() {
            if matches!(declared.shape, Shape::Interface) {
                let methods = declared.methods.iter().filter(|m| m.result == *ty);
                fitting.extend(methods.map(|m| (index, m.clone())));
            }
        }
        if fitting.is_empty() || !self.takes_risk() {
            return None;
        }
        let (index, method) = self.choose(&fitting).clone();
        let value = self.operand(&Type::Named(index), d);
        Some(format!(
            "{value}.{}({})",
            method.name,
            self.arguments(&method.params, d)
        ))
    }

    fn bool_operand(&mut self, ty: &Type, d: usize) -> String {
        let convert = |text: String, cx: &Self| match ty {
            Type::Bool => text,
            _ => format!("{}({text})", cx.text(ty)),
        };
        match self.rng.usize(..6) {
            0 => format!("!{}", self.operand(ty, d)),
            1 => format!("({} && {})", self.operand(ty, d), self.operand(ty, d)),
            2 => format!("({} || {})", self.operand(ty, d), self.operand(ty, d)),
            3 => {
                let other = self.dynamic();
                let operator = *self.choose(&COMPARISONS[..2]);
                let text = format!(
                    "({} {operator} {})",
                    self.compared(&other, d),
                    self.compared(&other, d)
                );
                convert(text, self)
            }
            4 => {
                let (a, b) = (self.dynamic(), self.dynamic());
                let text = format!("(any({}) == any({}))", self.operand(&a, d), self.operand(&b, d));
                convert(text, self)
            }
            _ => {
                let other = match self.basic() {
                    Type::Bool | Type::Complex(_) => self.int(),
                    other => other,
                };
                let operator = *self.choose(&COMPARISONS);
                let left = self.operand(&other, d);
                let text = format!("({left} {operator} {})", self.right(&other, d));
                convert(text, self)
            }
        }
    }

    /// A composite literal as an operand of a condition would be read as a block.
    fn compared(&mut self, ty: &Type, d: usize) -> String {
        format!("id({})", self.operand(ty, d))
    }

    fn int_operand(&mut self, ty: &Type, d: usize) -> String {
        let name = self.text(ty);
        match self.rng.usize(..20) {
            0..4 => {
                let operator = *self.choose(&["+", "-", "*", "+", "*"]);
                format!("({} {operator} {})", self.operand(ty, d), self.right(ty, d))
            }
            4..6 => {
                let operator = *self.choose(&["&", "|", "^", "&^"]);
                format!("({} {operator} {})", self.operand(ty, d), self.right(ty, d))
            }
            6..8 => {
                let operator = *self.choose(&["/", "%"]);
                let left = self.operand(ty, d);
                let right = match self.rng.usize(..3) {
                    0 if self.takes_risk() => self.operand(ty, d),
                    1 => self.bare(ty),
                    _ => format!("({} | 1)", self.operand(ty, d)),
                };
                // gc folds the least value divided by −1 wrongly where it sees both.
                format!("(apart({left}) {operator} {right})")
            }
            8..11 => {
                let operator = *self.choose(&["<<", ">>"]);
                let left = self.operand(ty, d);
                format!("({left} {operator} {})", self.count(d))
            }
            11 => {
                // With a constant count the shift would be constant.
                let count = self.operand(&Type::Int("uint8"), d);
                format!("{name}(1 << {count})")
            }
            12 => format!("{}({})", self.choose(&["-", "^", "+"]), self.operand(ty, d)),
            13..16 => {
                let other = self.int();
                format!("{name}({})", self.operand(&other, d))
            }
            16 => {
                let float = self.operand(&Type::Float("float64"), d);
                match name.as_str() {
                    "int" | "int32" | "int64" => format!("{name}(whole({float}))"),
                    _ => format!("{name}(int64(whole({float})))"),
                }
            }
            17 => format!(
                "{}({}, {})",
                self.choose(&["min", "max"]),
                self.operand(ty, d),
                self.right(ty, d)
            ),
            18 => {
                let measured = match self.rng.usize(..3) {
                    0 => Type::Str,
                    1 => Type::slice(self.basic()),
                    _ => Type::Map(Rc::new(Type::Str), Rc::new(self.basic())),
                };
                format!("{name}(len({}))", self.operand(&measured, d))
            }
            _ => {
                let text = self.operand(&Type::Str, d);
                match self.takes_risk() {
                    true => format!("{name}({text}[{}])", self.operand(&Type::Int("int"), d)),
                    false => format!("{name}(sum([]byte({text})...))"),
                }
            }
        }
    }

    /// A shift count: any unsigned value, or a signed one that is seldom negative.
    fn count(&mut self, d: usize) -> String {
        match self.rng.usize(..6) {
            0..3 => self.choose(&COUNTS).to_string(),
            3 => {
                let int =
                    Type::Int(self.choose::<&'static str>(&["uint8", "uint16", "uint32", "uint", "uint64"]));
                self.operand(&int, d)
            }
            4 if self.takes_risk() => {
                let int = self.int();
                self.operand(&int, d)
            }
            _ => {
                let int = self.int();
                format!(
                    "({} & {})",
                    self.operand(&int, d),
                    self.choose(&["7", "31", "63", "127"])
                )
            }
        }
    }

    fn float_operand(&mut self, ty: &Type, d: usize) -> String {
        let name = self.text(ty);
        match self.rng.usize(..10) {
            0..4 => {
                let operator = *self.choose(&["+", "-", "*", "/"]);
                format!("({} {operator} {})", self.operand(ty, d), self.right(ty, d))
            }
            4 => format!("-({})", self.operand(ty, d)),
            5 => {
                let int = self.int();
                format!("{name}({})", self.operand(&int, d))
            }
            6 => {
                let other = Type::Float(if self.rng.bool() { "float32" } else { "float64" });
                format!("{name}({})", self.operand(&other, d))
            }
            7 => {
                let function =
                    *self.choose(&["Sqrt", "Floor", "Ceil", "Trunc", "Abs", "Round", "RoundToEven"]);
                format!(
                    "{name}(math.{function}({}))",
                    self.operand(&Type::Float("float64"), d)
                )
            }
            8 => format!(
                "{}({}, {})",
                self.choose(&["min", "max"]),
                self.operand(ty, d),
                self.operand(ty, d)
            ),
            _ => match self.rng.usize(..3) {
                0 => format!("{name}(math.Inf({}))", self.choose(&["1", "-1"])),
                1 => format!("{name}(math.NaN())"),
                _ => format!(
                    "{name}({}({}))",
                    self.choose(&["real", "imag"]),
                    self.operand(&Type::Complex("complex128"), d)
                ),
            },
        }
    }

    fn complex_operand(&mut self, ty: &Type, float: &str, d: usize) -> String {
        let part = Type::Float(if float == "complex64" {
            "float32"
        } else {
            "float64"
        });
        match self.rng.usize(..5) {
            0..3 => {
                let operator = *self.choose(&["+", "-", "*", "/"]);
                format!("({} {operator} {})", self.operand(ty, d), self.right(ty, d))
            }
            3 => format!("-({})", self.operand(ty, d)),
            _ => format!(
                "{}(complex({}, {}))",
                self.text(ty),
                self.operand(&part, d),
                self.operand(&part, d)
            ),
        }
    }

    fn string_operand(&mut self, ty: &Type, d: usize) -> String {
        let name = self.text(ty);
        let int = Type::Int("int");
        match self.rng.usize(..12) {
            0 | 1 => format!("({} + {})", self.operand(ty, d), self.right(ty, d)),
            2 => {
                let text = self.operand(&Type::Str, d);
                match self.takes_risk() {
                    true => format!("{name}({text}[{}:])", self.operand(&int, d)),
                    false => format!(
                        "{name}(sub({text}, {}, {}))",
                        self.operand(&int, d),
                        self.operand(&int, d)
                    ),
                }
            }
            3 => {
                let rune = self.int();
                format!("{name}(rune({}))", self.operand(&rune, d))
            }
            4 => format!("{name}({})", self.operand(&Type::slice(Type::Int("uint8")), d)),
            5 => format!("{name}({})", self.operand(&Type::slice(Type::Int("int32")), d)),
            6 => format!("{name}(strconv.Itoa({}))", self.operand(&int, d)),
            7 => format!("{name}(strings.ToUpper({}))", self.operand(&Type::Str, d)),
            8 => {
                let key = Type::slice(Type::Str);
                format!("{name}(strings.Join({}, \"|\"))", self.operand(&key, d))
            }
            9 => format!(
                "{}({}, {})",
                self.choose(&["min", "max"]),
                self.operand(ty, d),
                self.operand(ty, d)
            ),
            _ => {
                let printed = self.printable(1);
                let verb = self.verb(&printed);
                format!("{name}(fmt.Sprintf({verb:?}, {}))", self.operand(&printed, d))
            }
        }
    }

    /// A type whose values `fmt` prints the same in each run.
    pub(crate) fn printable(&mut self, depth: usize) -> Type {
        for _ in 0..5 {
            let ty = self.ty(depth);
            if self.is_printable(&ty) {
                return ty;
            }
        }
        self.basic()
    }

    /// A verb of `fmt` for values of the type.
    pub(crate) fn verb(&mut self, ty: &Type) -> String {
        let special: &[&str] = match self.underlying(ty) {
            Type::Int(_) => &[
                "%d", "%x", "%08b", "%o", "%+d", "%6d|", "%-6d|", "%#x", "%U", "%q",
            ],
            Type::Float(_) => &["%g", "%e", "%.3f", "%8.2f", "%+v", "%6.1g|"],
            Type::Str => &["%q", "%x", "% X", "%10s|", "%.3s", "%+q"],
            _ => &["%v", "%+v", "%#v", "%T"],
        };
        match self.once_in(2) {
            true => self.choose(special).to_string(),
            false => self.choose(&["%v", "%v", "%T", "%+v", "%#v"]).to_string(),
        }
    }

    fn slice_operand(&mut self, ty: &Type, elem: &Type, d: usize) -> String {
        let name = self.text(ty);
        let int = Type::Int("int");
        let convert = |text: String| match ty {
            Type::Slice(_) => text,
            _ => format!("{name}({text})"),
        };
        match self.rng.usize(..8) {
            0 if *elem == Type::Int("uint8") => format!("{name}({})", self.operand(&Type::Str, d)),
            0 if *elem == Type::Int("int32") => format!("{name}({})", self.operand(&Type::Str, d)),
            0 | 1 => {
                let plain = self.operand(&Type::slice(elem.clone()), d);
                convert(format!(
                    "cut({plain}, {}, {})",
                    self.operand(&int, d),
                    self.operand(&int, d)
                ))
            }
            2 => {
                let plain = self.operand(&Type::slice(elem.clone()), d);
                let copy = format!("append({name}(nil), {plain}...)");
                match self.once_in(2) {
                    true => copy,
                    false => format!("append({copy}, {})", self.expr(elem, d)),
                }
            }
            3 => {
                let from = self.basic();
                let source = self.operand(&Type::slice(from.clone()), d);
                let function = self.function_literal(&[from], elem, d);
                convert(format!("each({source}, {function})"))
            }
            4 => {
                let source = self.operand(&Type::slice(elem.clone()), d);
                let function = self.function_literal(std::slice::from_ref(elem), &Type::Bool, d);
                convert(format!("collect({source}, {function})"))
            }
            5 => format!("make({name}, {}, {})", self.rng.u8(..3), self.rng.u8(3..6)),
            6 if self.takes_risk() => {
                let plain = self.operand(&Type::slice(elem.clone()), d);
                convert(format!(
                    "{plain}[{}:{}]",
                    self.operand(&int, d),
                    self.operand(&int, 0)
                ))
            }
            _ => self.literal(ty, d + 1),
        }
    }

    fn param_operand(&mut self, ty: &Type, constraint: Constraint, d: usize) -> String {
        match constraint {
            Constraint::Integer | Constraint::Number => {
                let operator = *self.choose(&["+", "-", "*", "/", "+"]);
                let left = self.operand(ty, d);
                match operator {
                    "/" => format!("({left} / {})", self.bare(ty)),
                    _ => format!("({left} {operator} {})", self.right(ty, d)),
                }
            }
            Constraint::Ordered => match self.rng.bool() {
                true => format!("({} + {})", self.operand(ty, d), self.operand(ty, d)),
                false => format!("max({}, {})", self.operand(ty, d), self.operand(ty, d)),
            },
            _ => self.indirect(ty, d),
        }
    }
}
