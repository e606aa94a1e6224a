//! Structs whose surroundings matter: a pointer to one leads to its neighbours in an array, or to the struct around it.
//!
//! Go gets there through unsafe.Pointer: by an integer that is added to the address, or by seeing what begins a
//! struct as that struct. In JavaScript such a pointer is the object itself, which knows of nothing around it, unless
//! `&s[i]` and `&x.f` note that (`partOf` in `runtime/src/memory.js`). Std uses unsafe as the shims let it.

use crate::ir::{Builtin, Conversion, Expr, ExprKind, Program, Type, TypeId, TypeKind};
use crate::visit::{self, Visitor};

pub fn run(program: &mut Program) {
    let mut pointers = Pointers {
        types: &program.types,
        made_untyped: Vec::new(),
        calculates: false,
        begins_others: Vec::new(),
    };
    for function in &program.functions {
        if !program.packages[function.package.0 as usize].is_std {
            pointers.closure(&function.code);
        }
    }
    let mut found = pointers.begins_others;
    if pointers.calculates {
        found.extend(pointers.made_untyped);
    }
    for ty in found {
        program.types[ty.0 as usize].uses.place = true;
    }
}

struct Pointers<'p> {
    types: &'p [Type],
    /// Struct types that an unsafe.Pointer was made to point to.
    made_untyped: Vec<TypeId>,
    /// An integer becomes an unsafe.Pointer.
    calculates: bool,
    /// Struct types of which a pointer was made one to a struct that begins with them.
    begins_others: Vec<TypeId>,
}

impl<'p> Pointers<'p> {
    fn kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.types[ty.0 as usize].kind
    }

    /// The struct type that a pointer type points to.
    fn pointee(&self, ty: TypeId) -> Option<TypeId> {
        match self.kind(ty) {
            TypeKind::Pointer(elem) if matches!(self.kind(*elem), TypeKind::Struct(_)) => Some(*elem),
            _ => None,
        }
    }

    fn begins_with(&self, whole: TypeId, part: TypeId) -> bool {
        match self.kind(whole) {
            TypeKind::Struct(fields) => fields
                .first()
                .is_some_and(|first| first.ty == part || self.begins_with(first.ty, part)),
            _ => false,
        }
    }

    /// What a conversion, through unsafe.Pointer or to it, says of the pointer that it converts.
    fn conversion(&mut self, from: TypeId, to: TypeId) {
        match (self.kind(from), self.kind(to)) {
            (TypeKind::Int(_), TypeKind::UnsafePointer) => self.calculates = true,
            (TypeKind::Pointer(_), TypeKind::UnsafePointer) => self.made_untyped.extend(self.pointee(from)),
            _ => {}
        }
    }

    /// `(*T)(unsafe.Pointer(p))`
    fn view(&mut self, from: TypeId, to: TypeId) {
        if let (Some(part), Some(whole)) = (self.pointee(from), self.pointee(to))
            && self.begins_with(whole, part)
        {
            self.begins_others.push(part);
        }
    }
}

impl Visitor for Pointers<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Builtin(Builtin::UnsafeAdd, _) => self.calculates = true,
            ExprKind::Convert {
                op: Conversion::Unsafe,
                operand,
            } => {
                self.conversion(operand.ty, expr.ty);
                if let ExprKind::Convert {
                    op: Conversion::Unsafe,
                    operand: inner,
                } = &operand.kind
                {
                    self.view(inner.ty, expr.ty);
                }
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }
}
