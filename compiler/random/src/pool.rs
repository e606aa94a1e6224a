//! The declared types and functions of a program, and what is known of types.

use crate::program::Decl;
use crate::ty::{Constraint, Declared, Field, INTS, Method, Shape, Type};
use crate::{Function, Generator};
use std::rc::Rc;

impl Generator {
    /// Declares types, their methods, and functions.
    pub(crate) fn pool(&mut self) {
        for i in 0..4 {
            let params = (0..self.rng.usize(..3)).map(|_| self.basic()).collect();
            let result = self.basic();
            self.signatures.push(Method {
                name: format!("M{i}"),
                params,
                result,
                on_pointer: false,
            });
        }
        for i in 0..3 {
            let first = self.rng.usize(..3);
            let mut methods = vec![self.signatures[first].clone()];
            if i == 2 {
                methods.push(self.signatures[3].clone());
            }
            self.add_type(format!("I{i}"), Shape::Interface, methods);
        }
        for i in 0..5 {
            let ty = if self.once_in(4) { self.ty(1) } else { self.basic() };
            let ty = self.underlying(&ty);
            if matches!(
                ty,
                Type::Pointer(_) | Type::Any | Type::Named(_) | Type::Instance(..)
            ) {
                continue;
            }
            self.add_type(format!("N{i}"), Shape::Is(ty), Vec::new());
        }
        for i in 0..7 {
            let fields = self.fields(i);
            self.add_type(format!("S{i}"), Shape::Struct(fields), Vec::new());
        }
        for i in 0..2 {
            let fields = vec![
                self.field("A", Type::Param(Constraint::Any)),
                self.field("B", Type::slice(Type::Param(Constraint::Any))),
            ];
            let more = self.ty(1);
            let more = self.field("C", more);
            self.add_type(
                format!("G{i}"),
                Shape::Generic([fields, vec![more]].concat()),
                Vec::new(),
            );
        }
        for i in 0..3 {
            self.recursive(format!("r{i}"));
        }
        for index in 0..self.declared.len() {
            self.methods(index);
        }
        for i in 0..10 {
            self.function(format!("f{i}"), None);
        }
        for (i, constraint) in Constraint::ALL.into_iter().cycle().take(8).enumerate() {
            self.function(format!("g{i}"), Some(constraint));
        }
    }

    fn field(&mut self, name: &str, ty: Type) -> Field {
        Field {
            name: name.to_string(),
            ty,
            is_embedded: false,
        }
    }

    /// The fields of the struct number `i`, which may embed an earlier type.
    fn fields(&mut self, i: usize) -> Vec<Field> {
        let mut fields = Vec::new();
        let structs: Vec<_> = (0..self.declared.len())
            .filter(|&d| !matches!(self.declared[d].shape, Shape::Generic(_) | Shape::Interface))
            .collect();
        if i > 1 && self.once_in(2) {
            let embedded = *self.choose(&structs);
            fields.push(Field {
                name: self.declared[embedded].name.clone(),
                ty: Type::Named(embedded),
                is_embedded: true,
            });
        }
        for k in 0..1 + self.rng.usize(..4) {
            let ty = self.ty(2);
            // Two embedded structs would make promoted names ambiguous; the number tells fields apart.
            fields.push(self.field(&format!("F{i}{k}"), ty));
        }
        fields
    }

    fn add_type(&mut self, name: String, shape: Shape, methods: Vec<Method>) {
        let text = match &shape {
            Shape::Is(ty) => format!("type {name} {}", self.text(ty)),
            Shape::Struct(fields) => format!("type {name} struct {{\n{}}}", self.field_lines(fields)),
            Shape::Generic(fields) => format!("type {name}[T any] struct {{\n{}}}", self.field_lines(fields)),
            Shape::Interface => {
                let lines: Vec<_> = methods
                    .iter()
                    .map(|m| format!("\t{}{}\n", m.name, self.signature(&m.params, &m.result)))
                    .collect();
                format!("type {name} interface {{\n{}}}", lines.concat())
            }
        };
        self.decls.push(Decl {
            name: name.clone(),
            text,
        });
        self.declared.push(Declared { name, shape, methods });
    }

    fn field_lines(&self, fields: &[Field]) -> String {
        fields
            .iter()
            .map(|f| match f.is_embedded {
                true => format!("\t{}\n", f.name),
                false => format!("\t{} {}\n", f.name, self.text(&f.ty)),
            })
            .collect()
    }

    /// `(a, b) T` as a declaration without names has it.
    fn signature(&self, params: &[Type], result: &Type) -> String {
        let params: Vec<_> = params.iter().map(|p| self.text(p)).collect();
        format!("({}) {}", params.join(", "), self.text(result))
    }

    /// Gives a declared type some of the methods.
    fn methods(&mut self, index: usize) {
        let receiver_type = match &self.declared[index].shape {
            Shape::Interface => return,
            Shape::Generic(_) => Type::Instance(index, Rc::new(Type::Param(Constraint::Any))),
            Shape::Is(Type::Func(..)) => return,
            _ => Type::Named(index),
        };
        for signature in self.signatures.clone() {
            if self.once_in(3) {
                continue;
            }
            let on_pointer = self.once_in(3);
            let star = if on_pointer { "*" } else { "" };
            let receiver = format!("(self {star}{})", self.text(&receiver_type));
            match on_pointer {
                true => self.declare_fixed("self", &Type::pointer(receiver_type.clone())),
                false => self.declare("self", &receiver_type),
            }
            let text = self.function_text(
                &format!("{receiver} {}", signature.name),
                &signature.params,
                &signature.result,
                on_pointer,
            );
            self.scope.clear();
            let name = self.declared[index].name.clone();
            self.decls.push(Decl {
                name,
                text: format!("func {text}"),
            });
            self.declared[index].methods.push(Method {
                on_pointer,
                ..signature
            });
        }
    }

    fn function(&mut self, name: String, constraint: Option<Constraint>) {
        let parameter = constraint.map(Type::Param);
        let mut params: Vec<_> = (0..1 + self.rng.usize(..3)).map(|_| self.ty(1)).collect();
        let mut result = self.ty(1);
        if let Some(parameter) = &parameter {
            params[0] = parameter.clone();
            params.push(Type::slice(parameter.clone()));
            if self.once_in(2) {
                result = parameter.clone();
            }
        }
        let head = match constraint {
            Some(constraint) => format!("{name}[T {}]", constraint.text()),
            None => name.clone(),
        };
        let text = self.function_text(&head, &params, &result, false);
        self.decls.push(Decl {
            name: name.clone(),
            text: format!("func {text}"),
        });
        self.functions.push(Function {
            name,
            params,
            result,
            constraint,
        });
    }

    /// How Go writes a type.
    pub(crate) fn text(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".to_string(),
            Type::Int(name) | Type::Float(name) | Type::Complex(name) => name.to_string(),
            Type::Str => "string".to_string(),
            Type::Slice(elem) => format!("[]{}", self.text(elem)),
            Type::Array(n, elem) => format!("[{n}]{}", self.text(elem)),
            Type::Map(key, elem) => format!("map[{}]{}", self.text(key), self.text(elem)),
            Type::Pointer(elem) => format!("*{}", self.text(elem)),
            Type::Func(params, result) => format!("func{}", self.signature(params, result)),
            Type::Named(index) => self.declared[*index].name.clone(),
            Type::Instance(index, argument) => {
                format!("{}[{}]", self.declared[*index].name, self.text(argument))
            }
            Type::Any => "any".to_string(),
            Type::Param(_) => "T".to_string(),
        }
    }

    /// The type literal behind a declared name; structs and interfaces stay names.
    pub(crate) fn underlying(&self, ty: &Type) -> Type {
        if let Type::Named(index) = ty
            && let Shape::Is(inner) = &self.declared[*index].shape
        {
            return inner.clone();
        }
        ty.clone()
    }

    /// The fields of a struct type.
    pub(crate) fn struct_fields(&self, ty: &Type) -> Option<Vec<Field>> {
        match ty {
            Type::Named(index) => match &self.declared[*index].shape {
                Shape::Struct(fields) => Some(fields.clone()),
                _ => None,
            },
            Type::Instance(index, argument) => match &self.declared[*index].shape {
                Shape::Generic(fields) => Some(
                    fields
                        .iter()
                        .map(|f| Field {
                            ty: f.ty.substitute(argument),
                            ..f.clone()
                        })
                        .collect(),
                ),
                _ => None,
            },
            _ => None,
        }
    }

    pub(crate) fn is_interface(&self, ty: &Type) -> bool {
        matches!(ty, Type::Any)
            || matches!(ty, Type::Named(index) if matches!(self.declared[*index].shape, Shape::Interface))
    }

    /// The methods of a value of the type, as far as it declares them itself.
    pub(crate) fn methods_of(&self, ty: &Type) -> Vec<Method> {
        match ty {
            Type::Named(index) | Type::Instance(index, _) => self.declared[*index].methods.clone(),
            _ => Vec::new(),
        }
    }

    /// Whether all values of the type may be compared by `==`.
    pub(crate) fn is_comparable(&self, ty: &Type) -> bool {
        match self.underlying(ty) {
            Type::Slice(_) | Type::Map(..) | Type::Func(..) | Type::Any => false,
            Type::Param(constraint) => constraint != Constraint::Any,
            Type::Array(_, elem) => self.is_comparable(&elem),
            ty => match self.struct_fields(&ty) {
                Some(fields) => fields.iter().all(|f| self.is_comparable(&f.ty)),
                None => !self.is_interface(&ty),
            },
        }
    }

    /// Whether `fmt` prints values of the type without addresses and in a fixed order.
    pub(crate) fn is_printable(&self, ty: &Type) -> bool {
        match self.underlying(ty) {
            Type::Pointer(_) | Type::Func(..) => false,
            Type::Slice(elem) | Type::Array(_, elem) | Type::Map(_, elem) => self.is_printable(&elem),
            ty => match self.struct_fields(&ty) {
                Some(fields) => fields.iter().all(|f| self.is_printable(&f.ty)),
                None => ty == Type::Any || !self.is_interface(&ty),
            },
        }
    }

    pub(crate) fn is_ordered(&self, ty: &Type) -> bool {
        match self.underlying(ty) {
            Type::Int(_) | Type::Float(_) | Type::Str => true,
            Type::Param(c) => matches!(c, Constraint::Ordered | Constraint::Integer | Constraint::Number),
            _ => false,
        }
    }

    /// A type without parts.
    pub(crate) fn basic(&mut self) -> Type {
        match self.rng.usize(..16) {
            0..9 => Type::Int(self.choose::<&'static str>(&INTS)),
            9 => Type::Bool,
            10 => Type::Float("float32"),
            11 | 12 => Type::Float("float64"),
            13 => Type::Complex(if self.once_in(2) {
                "complex64"
            } else {
                "complex128"
            }),
            _ => Type::Str,
        }
    }

    /// A type for keys of maps: what has one value for each key, and a fixed order when printed.
    pub(crate) fn key(&mut self) -> Type {
        match self.rng.usize(..10) {
            0..5 => Type::Int(self.choose::<&'static str>(&INTS)),
            5 => Type::Bool,
            6 => Type::Array(2, Rc::new(Type::Int("int16"))),
            _ => Type::Str,
        }
    }

    /// Any type, nested at most as deep as told.
    pub(crate) fn ty(&mut self, depth: usize) -> Type {
        if depth == 0 {
            return self.basic();
        }
        let with = |cx: &mut Self| Rc::new(cx.ty(depth - 1));
        match self.rng.usize(..24) {
            0..3 => Type::Slice(with(self)),
            3 | 4 => Type::Array(1 + self.rng.usize(..4), with(self)),
            5 | 6 => Type::Map(Rc::new(self.key()), with(self)),
            7 => Type::Pointer(with(self)),
            8 => Type::Any,
            9 => Type::Func(vec![self.basic()], Rc::new(self.basic())),
            10..16 if !self.declared.is_empty() => {
                let index = self.rng.usize(..self.declared.len());
                match self.declared[index].shape {
                    Shape::Generic(_) => Type::Instance(index, Rc::new(self.basic())),
                    _ => Type::Named(index),
                }
            }
            _ => self.basic(),
        }
    }
}
