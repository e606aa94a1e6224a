//! Literals: edge values of basic types, and composite literals.

use crate::Generator;
use crate::ty::{Constraint, Type, range};

const STRINGS: [&str; 14] = [
    r#""""#,
    r#""a""#,
    r#""go""#,
    r#""héllo""#,
    r#""日本""#,
    r#""\xff\xfe""#,
    r#""a\x00b""#,
    r#""zz top""#,
    r#""\u20ac\xe2\x82""#,
    r#""0123456789""#,
    r#""🙂x""#,
    "`r\\aw`",
    r#""Ab\tC\n""#,
    r#""\ud7ff\U0010ffff""#,
];
const FLOATS: [&str; 16] = [
    "0",
    "1",
    "-1",
    "0.5",
    "-2.5",
    "3",
    "0.1",
    "1e10",
    "16777217",
    "-1e-7",
    "123456.789",
    "1.0 / 3",
    "2147483648",
    "1e21",
    "0x1p-20",
    "100",
];
const WIDE_FLOATS: [&str; 6] = [
    "1e300",
    "9007199254740993",
    "-4.9e-324",
    "1.7976931348623157e308",
    "1e-310",
    "9223372036854775807",
];

impl Generator {
    /// A value of an integer type, mostly near an edge.
    pub(crate) fn int_value(&mut self, int: &str) -> i128 {
        let (low, high) = range(int);
        let value = match self.rng.usize(..12) {
            0 => low,
            1 => high,
            2 => low + 1,
            3 => high - 1,
            4 => -1,
            5 => (1 << self.rng.u32(..64)) - 1,
            6 => 1 << self.rng.u32(..64),
            7 => -(1 << self.rng.u32(..64)),
            8 => i128::from(self.rng.i64(..)),
            _ => i128::from(self.rng.u8(..10)),
        };
        match value < low || value > high {
            true => i128::from(self.rng.u8(..100)),
            false => value,
        }
    }

    /// A constant that stands where the context gives it the type; not zero.
    pub(crate) fn bare(&mut self, ty: &Type) -> String {
        match self.underlying(ty) {
            Type::Int(int) => match self.int_value(int) {
                0 => "3".to_string(),
                value if value < 0 => format!("({value})"),
                value => value.to_string(),
            },
            Type::Float(_) => format!("({})", &self.choose(&FLOATS[1..]).to_string()),
            Type::Complex(_) => format!("({}i)", self.rng.u8(1..9)),
            Type::Param(_) => self.rng.u8(1..100).to_string(),
            _ => self.literal(ty, 0),
        }
    }

    /// A literal of the type; of a basic type it is constant.
    pub(crate) fn literal(&mut self, ty: &Type, depth: usize) -> String {
        let name = self.conversion(ty);
        match self.underlying(ty) {
            Type::Bool => format!("{name}({})", self.rng.bool()),
            Type::Int(int) => format!("{name}({})", self.int_value(int)),
            Type::Float(float) => match self.rng.usize(..6) {
                0 if float == "float64" => format!("{name}({})", self.choose(&WIDE_FLOATS)),
                _ => format!("{name}({})", self.choose(&FLOATS)),
            },
            Type::Complex(_) => {
                let (re, im) = (self.rng.i8(-3..4), self.rng.u8(..4));
                format!("{name}({re} + {im}i)")
            }
            Type::Str => format!("{name}({})", self.choose(&STRINGS)),
            Type::Slice(elem) => {
                let n = self.rng.usize(..4);
                self.list(&format!("{}{{", self.text(ty)), &elem, n, depth)
            }
            Type::Array(n, elem) => {
                let n = if self.once_in(3) { self.rng.usize(..n) } else { n };
                self.list(&format!("{}{{", self.text(ty)), &elem, n, depth)
            }
            Type::Map(key, elem) => {
                // The spec does not say which of two equal keys stays; equal constant ones are an error.
                let most = if matches!(*key, Type::Array(..)) { 2 } else { 3 };
                let mut entries: Vec<(String, String)> = Vec::new();
                for _ in 0..self.rng.usize(..most) {
                    let key = match *key {
                        Type::Array(..) => self.literal(&key, 0),
                        _ => format!("id({})", self.literal(&key, 0)),
                    };
                    if entries.iter().all(|entry| entry.0 != key) {
                        entries.push((key, self.part(&elem, depth)));
                    }
                }
                let entries: Vec<_> = entries
                    .iter()
                    .map(|(key, value)| format!("{key}: {value}"))
                    .collect();
                format!("{}{{{}}}", self.text(ty), entries.join(", "))
            }
            Type::Pointer(elem) => self.address(&elem, depth),
            Type::Func(params, result) => {
                let literal = self.function_literal(&params, &result, depth);
                match ty {
                    Type::Func(..) => literal,
                    _ => format!("{name}({literal})"),
                }
            }
            Type::Any => {
                let inner = self.dynamic();
                format!("any({})", self.part(&inner, depth))
            }
            Type::Param(Constraint::Integer | Constraint::Number) => format!("T({})", self.rng.u8(..100)),
            Type::Param(_) => "*new(T)".to_string(),
            Type::Named(_) | Type::Instance(..) if self.is_interface(ty) => self.implementer(ty, depth),
            Type::Named(_) | Type::Instance(..) => self.struct_literal(ty, depth),
        }
    }

    fn part(&mut self, ty: &Type, depth: usize) -> String {
        match depth {
            0 => self.literal(ty, 0),
            _ => self.expr(ty, depth - 1),
        }
    }

    fn list(&mut self, head: &str, elem: &Type, n: usize, depth: usize) -> String {
        let parts: Vec<_> = (0..n).map(|_| self.part(elem, depth)).collect();
        format!("{head}{}}}", parts.join(", "))
    }

    fn struct_literal(&mut self, ty: &Type, depth: usize) -> String {
        let fields = self.struct_fields(ty).expect("the type is a struct");
        let is_keyed = self.rng.bool();
        let mut parts = Vec::new();
        for field in &fields {
            if is_keyed && self.once_in(3) {
                continue;
            }
            let value = self.part(&field.ty, depth);
            parts.push(if is_keyed {
                format!("{}: {value}", field.name)
            } else {
                value
            });
        }
        format!("{}{{{}}}", self.text(ty), parts.join(", "))
    }

    /// A pointer to a fresh variable.
    fn address(&mut self, elem: &Type, depth: usize) -> String {
        if self.struct_fields(elem).is_some() {
            return format!("&{}", self.struct_literal(elem, depth));
        }
        if self.once_in(3) {
            return format!("new({})", self.text(elem));
        }
        format!("&[]{}{{{}}}[0]", self.text(elem), self.part(elem, depth))
    }

    /// A type that an `any` holds: one that can be printed and compared.
    pub(crate) fn dynamic(&mut self) -> Type {
        for _ in 0..5 {
            let ty = self.ty(1);
            if self.is_printable(&ty) && self.is_comparable(&ty) {
                return ty;
            }
        }
        self.basic()
    }

    /// A value of an interface type with methods: a type that has them, or its pointer.
    fn implementer(&mut self, ty: &Type, depth: usize) -> String {
        let wanted = self.methods_of(ty);
        let mut found = Vec::new();
        for index in 0..self.declared.len() {
            let candidate = Type::Named(index);
            if self.is_interface(&candidate)
                || matches!(self.declared[index].shape, crate::ty::Shape::Generic(_))
            {
                continue;
            }
            let own = &self.declared[index].methods;
            let has = |on_pointer: bool| {
                wanted.iter().all(|w| {
                    own.iter()
                        .any(|m| m.name == w.name && (on_pointer || !m.on_pointer))
                })
            };
            if has(false) {
                found.push((candidate, false));
            } else if has(true) {
                found.push((candidate, true));
            }
        }
        let name = self.text(ty);
        // Structs hold interfaces that hold structs: somewhere that ends.
        if found.is_empty() || self.boxes > 2 || depth == 0 && self.once_in(12) {
            return format!("{name}(nil)");
        }
        self.boxes += 1;
        let (candidate, on_pointer) = self.choose(&found).clone();
        let value = match on_pointer || self.struct_fields(&candidate).is_some() && self.once_in(3) {
            true => self.address(&candidate, depth.min(1)),
            false => self.literal(&candidate, depth.min(1)),
        };
        self.boxes -= 1;
        format!("{name}({value})")
    }

    /// The type as the function of a conversion.
    pub(crate) fn conversion(&self, ty: &Type) -> String {
        match ty {
            Type::Pointer(_) | Type::Func(..) => format!("({})", self.text(ty)),
            _ => self.text(ty),
        }
    }
}
