//! Places: what can be assigned to or pointed to.

use crate::body::Body;
use crate::ir::{Builtin, Conversion, Expr, ExprKind, Place, Storage, TypeKind};
use goes_syntax::ast::{self, ExprNode};
use goes_types::TypeId as Ty;

impl<'a> Body<'_, '_, 'a> {
    /// The place that an expression on the left of an assignment denotes.
    pub fn place(&mut self, e: &'a ExprNode) -> Place {
        if let ast::ExprKind::Ident(name) = &e.kind
            && name.is_blank()
        {
            return Place::Blank;
        }
        let mut expr = self.expr(e);
        if let ExprKind::Sequence { effects, value } = expr.kind {
            self.settle(effects, e.span);
            expr = *value;
        }
        to_place(expr)
    }

    /// The type of the values that a place on the left of an assignment holds.
    pub fn place_type(&mut self, e: &ExprNode) -> Ty {
        let ty = self.type_of(e);
        if !ty.is_invalid() {
            return ty;
        }
        match self.object_of(e.id) {
            Some(object) => self.object_type(object),
            None => ty,
        }
    }

    /// `&x`. spec: "As an exception to the addressability requirement, x may also be a (possibly
    /// parenthesized) composite literal."
    pub fn address_expr(&mut self, e: &'a ExprNode, x: &'a ExprNode) -> Expr {
        let mut inner = x;
        while let ast::ExprKind::Paren(nested) = &inner.kind {
            inner = nested;
        }
        let base = self.type_of(inner);
        if let ast::ExprKind::CompositeLit(_) = &inner.kind {
            let value = self.expr(inner);
            return self.new_pointer(value, e);
        }
        let expr = self.expr(inner);
        // spec: "If the evaluation of x would cause a run-time panic, then the evaluation of &x does too."
        let is_deref = matches!(expr.kind, ExprKind::Deref(_));
        let pointer = self.address_of(expr, base);
        if !is_deref {
            return pointer;
        }
        let (ty, span) = (pointer.ty, pointer.span);
        self.node(ExprKind::Builtin(Builtin::NotNil, vec![pointer]), ty, span)
    }

    /// A pointer to a new variable that holds the value.
    pub fn new_pointer(&mut self, value: Expr, e: &ExprNode) -> Expr {
        let ty = self.expr_ty(e);
        self.pointer_to_new(value, ty)
    }

    pub fn pointer_to_new(&mut self, value: Expr, ty: crate::ir::TypeId) -> Expr {
        let span = value.span;
        if self.is_aggregate(value.ty) {
            // The object itself is the pointer.
            return self.node(
                ExprKind::Convert {
                    op: Conversion::Retype,
                    operand: Box::new(value),
                },
                ty,
                span,
            );
        }
        self.node(ExprKind::NewBox(Box::new(value)), ty, span)
    }

    /// A pointer to the place that an expression of type `ty` denotes.
    pub fn address_of(&mut self, expr: Expr, ty: Ty) -> Expr {
        let span = expr.span;
        let pointer = self.cx.checker.types.pointer_to(ty);
        let pointer = self.cx.ty(pointer);
        if let ExprKind::Sequence { effects, value } = expr.kind {
            let address = self.address_of(*value, ty);
            return self.sequence(effects, address);
        }
        // `&*p` is p.
        if let ExprKind::Deref(inner) = expr.kind {
            let mut inner = *inner;
            if inner.ty != pointer {
                inner = self.node(
                    ExprKind::Convert {
                        op: Conversion::Retype,
                        operand: Box::new(inner),
                    },
                    pointer,
                    span,
                );
            }
            return inner;
        }
        let place = to_place(expr);
        self.note_address(&place);
        self.node(ExprKind::Address(place), pointer, span)
    }

    /// A variable whose address is known lives in a box, unless it is an object anyway.
    fn note_address(&mut self, place: &Place) {
        match place {
            Place::Local(local) => {
                let ty = self.state.locals[local.0 as usize].ty;
                self.note_use(*local);
                if self.is_aggregate(ty) {
                    let facts = &mut self.state.facts[local.0 as usize];
                    facts.is_address_taken = true;
                    facts.is_mutated = true;
                } else {
                    self.state.locals[local.0 as usize].storage = Storage::Boxed;
                }
            }
            Place::Global(global) => {
                let index = global.0 as usize;
                let ty = self.cx.program.globals[index].ty;
                if !self.is_aggregate(ty) {
                    self.cx.program.globals[index].storage = Storage::Boxed;
                }
            }
            Place::Field { base, .. } | Place::Index { base, .. } => {
                if let Some(owner) = self.owner(base) {
                    let facts = &mut self.state.facts[owner.0 as usize];
                    facts.is_address_taken = true;
                    facts.is_mutated = true;
                }
            }
            Place::Blank | Place::MapIndex { .. } | Place::Deref(_) => {}
        }
    }

    /// Gives the place operands that can be evaluated twice, or before others, without a difference.
    /// `is_kept`: they must also keep their values while calls run.
    pub fn stable_place(&mut self, place: Place, is_kept: bool) -> Place {
        match place {
            Place::Local(_) | Place::Global(_) | Place::Blank => place,
            Place::Field { base, field } => Place::Field {
                base: Box::new(self.stable_base(*base, is_kept)),
                field,
            },
            Place::Index { base, index, bounds } => {
                let base = self.stable_base(*base, is_kept);
                let index = self.stable_operand("i", *index, is_kept);
                Place::Index {
                    base: Box::new(base),
                    index: Box::new(index),
                    bounds,
                }
            }
            Place::MapIndex { map, key } => {
                let map = self.stable_operand("m", *map, is_kept);
                let key = self.own(*key);
                let key = self.stable_operand("key", key, is_kept);
                Place::MapIndex {
                    map: Box::new(map),
                    key: Box::new(key),
                }
            }
            Place::Deref(pointer) => Place::Deref(Box::new(self.stable_operand("p", *pointer, is_kept))),
        }
    }

    /// The struct, array, slice or pointer in which a place lies. The objects of values stay the same.
    fn stable_base(&mut self, base: Expr, is_kept: bool) -> Expr {
        let (ty, span) = (base.ty, base.span);
        match base.kind {
            ExprKind::Field { base: inner, field } if self.is_aggregate(ty) || !is_kept => {
                let inner = self.stable_base(*inner, is_kept);
                self.node(
                    ExprKind::Field {
                        base: Box::new(inner),
                        field,
                    },
                    ty,
                    span,
                )
            }
            ExprKind::Index {
                base: inner,
                index,
                bounds,
            } if self.is_aggregate(ty)
                && self.is_aggregate(inner.ty)
                && matches!(index.kind, ExprKind::Const(_)) =>
            {
                let base = Box::new(self.stable_base(*inner, is_kept));
                self.node(ExprKind::Index { base, index, bounds }, ty, span)
            }
            ExprKind::Local(_) | ExprKind::Global(_) if self.is_aggregate(ty) => base,
            kind => {
                let base = self.node(kind, ty, span);
                self.stable_operand("p", base, is_kept)
            }
        }
    }

    fn stable_operand(&mut self, name: &str, expr: Expr, is_kept: bool) -> Expr {
        let is_stable = match &expr.kind {
            ExprKind::Const(_) | ExprKind::Func(_) => true,
            ExprKind::Local(local) => {
                let local = &self.state.locals[local.0 as usize];
                !is_kept || local.name.starts_with('$') && local.storage == Storage::Plain
            }
            ExprKind::Global(_) => !is_kept,
            _ => false,
        };
        if is_stable {
            return expr;
        }
        let span = expr.span;
        let local = self.temp(name, expr);
        self.local(local, span)
    }

    pub fn kind_of(&self, ty: crate::ir::TypeId) -> &TypeKind {
        &self.cx.program.types[ty.0 as usize].kind
    }
}

/// An expression that denotes a place as that place. Others are pointed to through their own object.
pub(crate) fn to_place(expr: Expr) -> Place {
    match expr.kind {
        ExprKind::Local(local) => Place::Local(local),
        ExprKind::Global(global) => Place::Global(global),
        ExprKind::Field { base, field } => Place::Field { base, field },
        ExprKind::Index { base, index, bounds } => Place::Index { base, index, bounds },
        ExprKind::MapIndex { map, key, .. } => Place::MapIndex { map, key },
        ExprKind::Deref(pointer) => Place::Deref(pointer),
        _ => Place::Blank,
    }
}
