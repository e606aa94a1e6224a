//! Conversions, implicit and explicit.

use crate::body::Body;
use crate::ir::{Conversion, Expr, ExprKind, IntKind, TypeKind};
use goes_syntax::ast::{CallExpr, ExprNode};
use goes_types::types::Type;
use goes_types::{BasicKind, Mode, TypeId as Ty};

/// How a pointer to one type serves as a pointer to another.
enum Look {
    Same,
    /// Through an object that shows the memory as the other type.
    View,
    /// As far as can be seen when the program runs.
    Dynamic,
    Nothing,
}

impl<'a> Body<'_, '_, 'a> {
    /// Converts as assignment does: `expr` is assignable to `to`.
    pub fn assign_convert(&mut self, expr: Expr, from: Ty, to: Ty) -> Expr {
        if from == to || to.is_invalid() {
            return expr;
        }
        let to_id = self.cx.ty(to);
        if expr.ty == to_id {
            return expr;
        }
        if self.cx.is_interface(to) {
            return self.make_interface(expr, from, to);
        }
        let span = expr.span;
        self.node(
            ExprKind::Convert {
                op: Conversion::Retype,
                operand: Box::new(expr),
            },
            to_id,
            span,
        )
    }

    /// A value of any type as one of an interface type.
    pub fn make_interface(&mut self, expr: Expr, from: Ty, to: Ty) -> Expr {
        let (span, to_id) = (expr.span, self.cx.ty(to));
        if expr.ty == to_id {
            return expr;
        }
        if matches!(self.kind_of(expr.ty), TypeKind::Interface(_)) {
            return self.node(
                ExprKind::Convert {
                    op: Conversion::Interface,
                    operand: Box::new(expr),
                },
                to_id,
                span,
            );
        }
        let concrete = self.cx.default_type(from);
        self.cx.put_into_interface(concrete);
        let expr = self.own(expr);
        self.node(ExprKind::MakeInterface(Box::new(expr)), to_id, span)
    }

    /// `T(x)`
    pub fn conversion(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let Some(arg) = call.args.first() else {
            return self.invalid(e.span);
        };
        let to = self.type_of(&call.func);
        if self.mode(arg) == Mode::Nil {
            return self.nil(to, e.span);
        }
        let from = self.type_of(arg);
        if let Some(value) = self.const_value(arg) {
            // A constant converted to a type parameter's argument: not a constant for the checker.
            let (from_under, to_under) = (self.cx.under(from), self.cx.under(to));
            if let (Type::Basic(from), Type::Basic(to_kind)) = (&*from_under, &*to_under)
                && is_numeric(*from) == is_numeric(*to_kind)
            {
                return self.cx.constant(&value, to, e.span);
            }
        }
        let operand = self.expr(arg);
        self.convert(operand, from, to, e.span)
    }

    /// Converts a value explicitly. The result may be the operand's own object.
    pub fn convert(&mut self, operand: Expr, from: Ty, to: Ty, span: goes_source::Span) -> Expr {
        let to_id = self.cx.ty(to);
        if operand.ty == to_id {
            return operand;
        }
        if self.cx.is_interface(to) {
            return self.make_interface(operand, from, to);
        }
        let (from_under, to_under) = (self.cx.under(from), self.cx.under(to));
        let op = match (&*from_under, &*to_under) {
            // A type that a shim has held in another way has a kind of its own.
            (Type::Basic(_), Type::Basic(_)) if self.are_other_integers(operand.ty, to_id) => {
                Conversion::Numeric
            }
            (Type::Basic(from), Type::Basic(to)) => basic_conversion(*from, *to),
            (Type::Basic(_), Type::Slice(elem)) if self.is_string(operand.ty) => {
                if self.is_byte(*elem) {
                    Conversion::StringToBytes
                } else {
                    Conversion::StringToRunes
                }
            }
            (Type::Slice(elem), Type::Basic(BasicKind::String)) => {
                if self.is_byte(*elem) {
                    Conversion::BytesToString
                } else {
                    Conversion::RunesToString
                }
            }
            (Type::Slice(_), Type::Array { .. }) => Conversion::SliceToArray,
            (Type::Slice(_), Type::Pointer(_)) => Conversion::SliceToArrayPointer,
            (Type::Basic(BasicKind::UnsafePointer), _) | (_, Type::Basic(BasicKind::UnsafePointer)) => {
                return self.convert_unsafe(operand, to_id, span);
            }
            (Type::Struct(fields), Type::Struct(_)) => {
                return self.convert_struct(operand, fields.len(), to_id, span);
            }
            _ => Conversion::Retype,
        };
        self.node(
            ExprKind::Convert {
                op,
                operand: Box::new(operand),
            },
            to_id,
            span,
        )
    }

    fn are_other_integers(&self, from: crate::ir::TypeId, to: crate::ir::TypeId) -> bool {
        match (self.kind_of(from), self.kind_of(to)) {
            (TypeKind::Int(from), TypeKind::Int(to)) => from != to,
            _ => false,
        }
    }

    /// To or from `unsafe.Pointer`. `(*T)(unsafe.Pointer(p))` looks at the memory of another type; there is no
    /// memory. Where both types are represented alike the pointer serves for both, and numbers can be seen
    /// as others.
    fn convert_unsafe(&mut self, operand: Expr, to: crate::ir::TypeId, span: goes_source::Span) -> Expr {
        let operand = match operand {
            Expr {
                kind:
                    ExprKind::Convert {
                        op: Conversion::Unsafe,
                        operand: inner,
                    },
                ..
            } if matches!(
                (self.kind_of(inner.ty), self.kind_of(to)),
                (TypeKind::Pointer(_), TypeKind::Pointer(_))
            ) =>
            {
                match self.look_through(inner.ty, to) {
                    Look::Same => *inner,
                    Look::View => {
                        let view = ExprKind::Builtin(crate::ir::Builtin::UnsafeView, vec![*inner]);
                        return self.node(view, to, span);
                    }
                    Look::Dynamic => Expr {
                        kind: ExprKind::Convert {
                            op: Conversion::Unsafe,
                            operand: inner,
                        },
                        ..operand
                    },
                    Look::Nothing => {
                        return self.unsupported_unsafe("a pointer to a value of another type", to, span);
                    }
                }
            }
            operand => operand,
        };
        let kind = ExprKind::Convert {
            op: Conversion::Unsafe,
            operand: Box::new(operand),
        };
        self.node(kind, to, span)
    }

    /// Whether a pointer can serve as one of another type.
    fn look_through(&self, from: crate::ir::TypeId, to: crate::ir::TypeId) -> Look {
        let (TypeKind::Pointer(from_id), TypeKind::Pointer(to_id)) = (self.kind_of(from), self.kind_of(to))
        else {
            return Look::Same;
        };
        if from_id == to_id {
            return Look::Same;
        }
        match (self.kind_of(*from_id), self.kind_of(*to_id)) {
            (TypeKind::Int(a), TypeKind::Int(b))
                if a.repr() == b.repr() && a.bits() == b.bits() && a.is_signed() == b.is_signed() =>
            {
                Look::Same
            }
            (
                TypeKind::Pointer(_) | TypeKind::UnsafePointer,
                TypeKind::Pointer(_) | TypeKind::UnsafePointer,
            ) => Look::Same,
            (TypeKind::Struct(a), TypeKind::Struct(b)) => {
                let are_alike = a.len() >= b.len() && a.iter().zip(b).all(|(a, b)| a.ty == b.ty);
                if are_alike { Look::View } else { Look::Dynamic }
            }
            (TypeKind::Interface(_), TypeKind::Struct(words)) if self.is_words(words) => Look::View,
            (TypeKind::Interface(_), TypeKind::Array { elem, len: 2 })
                if matches!(
                    self.kind_of(*elem),
                    TypeKind::UnsafePointer | TypeKind::Int(IntKind::Uintptr)
                ) =>
            {
                Look::View
            }
            (TypeKind::String | TypeKind::Slice(_), TypeKind::Struct(header)) => {
                let words = self.header_words(*from_id);
                let is_header = (2..=words).contains(&header.len()) && self.is_header(header);
                if is_header { Look::View } else { Look::Nothing }
            }
            (TypeKind::Struct(header), TypeKind::String | TypeKind::Slice(_)) => {
                let words = self.header_words(*to_id);
                // `struct{ string; cap int }` has a string's header in its own.
                let with_text = matches!(&header[..], [text, cap]
                    if *self.kind_of(text.ty) == TypeKind::String && self.is_length(cap.ty));
                let is_header = header.len() >= words && self.is_header(header);
                if is_header || with_text {
                    Look::View
                } else {
                    Look::Nothing
                }
            }
            (TypeKind::Slice(a), TypeKind::String) | (TypeKind::String, TypeKind::Slice(a)) if matches!(self.kind_of(*a), TypeKind::Int(kind) if kind.bits() == 8) => {
                Look::View
            }
            (from, to) if from == to => Look::Same,
            (_, TypeKind::Array { elem, .. }) if self.is_typed(*elem) && self.is_in_typed(*from_id) => {
                Look::View
            }
            (_, TypeKind::Bool | TypeKind::Int(_) | TypeKind::Float32 | TypeKind::Float64)
                if self.is_number_memory(*from_id) =>
            {
                Look::View
            }
            (
                TypeKind::Struct(_)
                | TypeKind::Array { .. }
                | TypeKind::Int(_)
                | TypeKind::Float32
                | TypeKind::Float64,
                _,
            ) => Look::Dynamic,
            // An array that begins with what the pointer points to.
            (_, TypeKind::Array { elem, .. }) if elem == from_id => Look::Dynamic,
            // Each of these has a nil of its own.
            (a, b) if is_word(a) && is_word(b) => Look::Dynamic,
            _ => Look::Nothing,
        }
    }

    /// The words of a string's header, or of a slice's.
    fn header_words(&self, ty: crate::ir::TypeId) -> usize {
        let is_string = *self.kind_of(ty) == TypeKind::String;
        if is_string { 2 } else { 3 }
    }

    /// Whether a struct is laid out as Go has interfaces: a pointer for the type, a pointer to the value. Fields that
    /// take no memory, which some have for their alignment, do not count.
    fn is_words(&self, fields: &[crate::ir::Field]) -> bool {
        let takes_memory =
            |field: &&crate::ir::Field| !matches!(self.kind_of(field.ty), TypeKind::Array { len: 0, .. });
        let is_pointer = |field: &crate::ir::Field| {
            matches!(
                self.kind_of(field.ty),
                TypeKind::UnsafePointer | TypeKind::Pointer(_)
            )
        };
        let words: Vec<_> = fields.iter().filter(takes_memory).collect();
        words.len() == 2 && words.into_iter().all(is_pointer)
    }

    /// Whether a struct is laid out as Go has strings and slices: a pointer, then lengths.
    fn is_header(&self, fields: &[crate::ir::Field]) -> bool {
        let [data, lengths @ ..] = fields else {
            return false;
        };
        let is_address = matches!(
            self.kind_of(data.ty),
            TypeKind::UnsafePointer | TypeKind::Pointer(_) | TypeKind::Int(IntKind::Uintptr)
        );
        is_address && lengths.iter().all(|length| self.is_length(length.ty))
    }

    fn is_length(&self, ty: crate::ir::TypeId) -> bool {
        matches!(
            self.kind_of(ty),
            TypeKind::Int(IntKind::Int | IntKind::Uint | IntKind::Uintptr)
        )
    }

    /// Whether arrays of it are typed arrays.
    fn is_typed(&self, ty: crate::ir::TypeId) -> bool {
        match self.kind_of(ty) {
            TypeKind::Int(kind) => kind.bits() <= 32,
            TypeKind::Bool | TypeKind::Float32 | TypeKind::Float64 => true,
            _ => false,
        }
    }

    /// Whether it is such an array, or may be an element of one.
    fn is_in_typed(&self, ty: crate::ir::TypeId) -> bool {
        match self.kind_of(ty) {
            TypeKind::Array { elem, .. } => self.is_typed(*elem),
            _ => self.is_typed(ty),
        }
    }

    fn is_number_memory(&self, ty: crate::ir::TypeId) -> bool {
        match self.kind_of(ty) {
            TypeKind::Array { elem, .. } => self.is_typed(*elem),
            TypeKind::Bool | TypeKind::Int(_) | TypeKind::Float32 | TypeKind::Float64 => true,
            _ => false,
        }
    }

    /// The user is told. In a dependency the code may well be one that never runs: there it panics.
    pub fn unsupported_unsafe(&mut self, what: &str, ty: crate::ir::TypeId, span: goes_source::Span) -> Expr {
        if self.cx.checker.packages[self.package.0 as usize].is_user {
            self.report(crate::diag::unsupported_unsafe(span, what));
        }
        let string = self.cx.ty(Ty::basic(BasicKind::String));
        let text = format!("unsafe: {what} cannot be represented in JavaScript");
        let text = self.node(
            ExprKind::Const(crate::ir::Const::String(text.into_bytes())),
            string,
            span,
        );
        self.node(
            ExprKind::Builtin(crate::ir::Builtin::PanicRuntime, vec![text]),
            ty,
            span,
        )
    }

    fn is_byte(&mut self, ty: Ty) -> bool {
        matches!(&*self.cx.under(ty), Type::Basic(BasicKind::Uint8))
    }

    /// Structs of different types are objects of different classes: the fields move to a new one.
    fn convert_struct(
        &mut self,
        operand: Expr,
        count: usize,
        to: crate::ir::TypeId,
        span: goes_source::Span,
    ) -> Expr {
        let TypeKind::Struct(fields) = self.kind_of(operand.ty).clone() else {
            return operand;
        };
        // A literal is made as one of the new type at once.
        if matches!(operand.kind, ExprKind::StructLit(_) | ExprKind::Zero) {
            return self.node(operand.kind, to, span);
        }
        let mut effects = Vec::new();
        let base = if crate::expr::is_simple(&operand) {
            operand
        } else {
            let local = self.late_temp("s", operand.ty, span);
            effects.push((local, operand));
            self.local(local, span)
        };
        let mut values = Vec::with_capacity(count);
        for (index, field) in fields.iter().enumerate() {
            let kind = ExprKind::Field {
                base: Box::new(base.clone()),
                field: index as u32,
            };
            let value = self.node(kind, field.ty, span);
            values.push(self.own(value));
        }
        let value = self.node(ExprKind::StructLit(values), to, span);
        self.sequence(effects, value)
    }
}

fn is_numeric(kind: BasicKind) -> bool {
    !matches!(
        kind,
        BasicKind::Bool
            | BasicKind::UntypedBool
            | BasicKind::String
            | BasicKind::UntypedString
            | BasicKind::UnsafePointer
            | BasicKind::UntypedNil
    )
}

fn basic_conversion(from: BasicKind, to: BasicKind) -> Conversion {
    use BasicKind as K;
    let is_string = |kind| matches!(kind, K::String | K::UntypedString);
    if to == from || is_string(from) && is_string(to) {
        return Conversion::Retype;
    }
    if is_string(to) {
        return Conversion::RuneToString;
    }
    if from == K::UnsafePointer || to == K::UnsafePointer {
        return Conversion::Unsafe;
    }
    if is_numeric(from) && is_numeric(to) {
        Conversion::Numeric
    } else {
        Conversion::Retype
    }
}

/// Whether a variable is one pointer in Go's memory.
fn is_word(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::Pointer(_)
            | TypeKind::UnsafePointer
            | TypeKind::Map { .. }
            | TypeKind::Chan { .. }
            | TypeKind::Func { .. }
    )
}
