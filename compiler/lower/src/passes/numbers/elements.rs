//! Which variables may lead to the same elements.
//!
//! Every variable that leads to integers, through elements of slices, arrays, maps and channels and through
//! pointers, has one more variable that stands for all of them. Where a value goes from one to another, these
//! become the same. What goes where this does not look (into interfaces, function values and JavaScript) may get
//! any elements.

use super::Context;
use super::form::Var;
use super::read::{Definition, Reader};
use crate::ir::{Builtin, Callee, Conversion, Expr, ExprKind, Place, TypeId};
use crate::visit::Visitor;

/// What stands for the elements that an expression leads to, if it is a variable or a part of what one leads to.
pub(super) fn elements(cx: Context, expr: &Expr) -> Option<Var> {
    if !cx.vars.has_elements(expr.ty) {
        return None;
    }
    let var = match &expr.kind {
        ExprKind::Local(local) => cx.vars.local(cx.func, *local),
        ExprKind::Global(global) => cx.vars.global(*global),
        ExprKind::Field { base, field } => cx.vars.field(base.ty, *field)?,
        ExprKind::Call(call) => match call.callee {
            Callee::Func(func) => cx.vars.result(func, 0),
            _ => return None,
        },
        ExprKind::Address(place) => return place_elements(cx, place),
        _ => return elements(cx, whole(expr)?),
    };
    cx.vars.elements(var)
}

/// What an expression is a part of, or a copy.
fn whole(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Index { base: whole, .. }
        | ExprKind::Slice { base: whole, .. }
        | ExprKind::Deref(whole)
        | ExprKind::Copy(whole)
        | ExprKind::Sequence { value: whole, .. }
        | ExprKind::MapIndex {
            map: whole,
            comma_ok: false,
            ..
        }
        | ExprKind::Receive {
            chan: whole,
            comma_ok: false,
        }
        | ExprKind::Convert {
            op: Conversion::Retype | Conversion::SliceToArray | Conversion::SliceToArrayPointer,
            operand: whole,
        } => Some(whole),
        ExprKind::Builtin(Builtin::NotNil, operands) => operands.first(),
        _ => None,
    }
}

/// The same of a place, or of what holds it.
pub(super) fn place_elements(cx: Context, place: &Place) -> Option<Var> {
    let var = match place {
        Place::Local(local) => cx.vars.local(cx.func, *local),
        Place::Global(global) => cx.vars.global(*global),
        Place::Field { base, field } => cx.vars.field(base.ty, *field)?,
        Place::Index { base, .. } => return elements(cx, base),
        Place::MapIndex { map, .. } => return elements(cx, map),
        Place::Deref(pointer) => return elements(cx, pointer),
        Place::Blank => return None,
    };
    cx.vars.elements(var)
}

/// Which variables for elements have become the same: a forest that leads from each to the one that stands for all.
#[derive(Default)]
pub(super) struct Joined(Vec<u32>);

impl Joined {
    pub(super) fn of(vars: usize) -> Joined {
        Joined((0..vars as u32).collect())
    }

    pub(super) fn find(&self, var: Var) -> Var {
        let mut at = var.0;
        while self.0[at as usize] != at {
            at = self.0[at as usize];
        }
        Var(at)
    }

    fn join(&mut self, a: Var, b: Var) {
        let (a, b) = (self.shortened(a), self.shortened(b));
        self.0[a.0.max(b.0) as usize] = a.0.min(b.0);
    }

    /// Finds, and lets each variable on the way lead twice as far.
    fn shortened(&mut self, var: Var) -> Var {
        let mut at = var.0;
        while self.0[at as usize] != at {
            let next = self.0[self.0[at as usize] as usize];
            self.0[at as usize] = next;
            at = next;
        }
        Var(at)
    }
}

impl Reader<'_> {
    fn has_elements(&self, expr: &Expr) -> bool {
        self.vars.has_elements(expr.ty)
    }

    /// A value comes to where `to` stands for its elements, or to where nothing is known of them.
    pub(super) fn flow(&mut self, to: Option<Var>, value: &Expr) {
        if !self.has_elements(value) {
            return;
        }
        match &value.kind {
            ExprKind::Zero
            | ExprKind::Const(_)
            | ExprKind::Builtin(Builtin::MakeSlice | Builtin::MakeMap | Builtin::MakeChan, _) => {}
            ExprKind::ArrayLit { elems, .. } => {
                for (_, elem) in elems {
                    self.store(to, elem);
                }
            }
            ExprKind::MapLit(entries) => {
                for (_, elem) in entries {
                    self.store(to, elem);
                }
            }
            ExprKind::NewBox(elem) => self.store(to, elem),
            ExprKind::Cond { then, els, .. } => {
                self.flow(to, then);
                self.flow(to, els);
            }
            ExprKind::Builtin(op @ (Builtin::Append | Builtin::AppendSlice), operands) => {
                let Some((slice, rest)) = operands.split_first() else {
                    return;
                };
                self.flow(to, slice);
                for operand in rest {
                    match op {
                        Builtin::Append => self.store(to, operand),
                        _ => self.copy(to, operand),
                    }
                }
            }
            _ => match elements(self.cx(), value) {
                Some(from) => self.same(to, from),
                None => match whole(value) {
                    Some(whole) => self.flow(to, whole),
                    None => self.unknown_elements(to),
                },
            },
        }
    }

    /// An element is given a value.
    pub(super) fn store(&mut self, to: Option<Var>, value: &Expr) {
        if self.has_elements(value) {
            self.flow(to, value);
        } else if let Some(to) = to {
            let form = self.form(value);
            self.define(to, Definition::Value(form));
        }
    }

    /// The elements of a slice are copied to where `to` stands for them.
    fn copy(&mut self, to: Option<Var>, from: &Expr) {
        match elements(self.cx(), from) {
            Some(from) => self.same(to, from),
            None => self.flow(to, from),
        }
    }

    pub(super) fn same(&mut self, to: Option<Var>, from: Var) {
        match to {
            Some(to) => self.joined.join(to, from),
            None => self.unknown_elements(Some(from)),
        }
    }

    pub(super) fn unknown_elements(&mut self, of: Option<Var>) {
        if let Some(of) = of {
            self.define(of, Definition::Unknown);
        }
    }

    /// Visits what is only looked into for its elements or its length.
    pub(super) fn looked_into(&mut self, expr: &Expr) {
        if self.has_elements(expr) && elements(self.cx(), expr).is_none() {
            self.flow(None, expr);
        }
        self.taken(expr);
    }

    /// Visits an expression of whose value it is known where it goes.
    pub(super) fn taken(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Index { base, index, .. } => {
                self.looked_into(base);
                self.expr(index);
            }
            ExprKind::MapIndex { map, key, .. } => {
                self.looked_into(map);
                self.expr(key);
            }
            ExprKind::Deref(whole) | ExprKind::Receive { chan: whole, .. } | ExprKind::IsNil(whole) => {
                self.looked_into(whole);
            }
            ExprKind::Compare { left, right, .. } => {
                self.looked_into(left);
                self.looked_into(right);
            }
            ExprKind::Slice { base, low, high, max } => {
                self.taken(base);
                for bound in [low, high, max].into_iter().flatten() {
                    self.expr(bound);
                }
            }
            ExprKind::Copy(operand)
            | ExprKind::NewBox(operand)
            | ExprKind::Convert {
                op: Conversion::Retype | Conversion::SliceToArray | Conversion::SliceToArrayPointer,
                operand,
            } => self.taken(operand),
            ExprKind::ArrayLit { elems, .. } => {
                for (_, elem) in elems {
                    self.taken(elem);
                }
            }
            ExprKind::MapLit(entries) => {
                for (key, elem) in entries {
                    self.expr(key);
                    self.taken(elem);
                }
            }
            ExprKind::Cond { cond, then, els } => {
                self.expr(cond);
                self.taken(then);
                self.taken(els);
            }
            ExprKind::Sequence { effects, value } => {
                for (local, effect) in effects {
                    self.give(self.local(*local), effect);
                }
                self.taken(value);
            }
            ExprKind::Builtin(op, operands) => self.builtin(*op, operands, expr.ty),
            ExprKind::Call(call) => self.call(call),
            ExprKind::StructLit(values) => self.struct_lit(expr.ty, values),
            _ => self.other(expr),
        }
    }

    fn builtin(&mut self, op: Builtin, operands: &[Expr], ty: TypeId) {
        match op {
            Builtin::Len | Builtin::Cap | Builtin::Delete | Builtin::ClearMap | Builtin::ClearSlice => {
                for (index, operand) in operands.iter().enumerate() {
                    if index == 0 {
                        self.looked_into(operand);
                    } else {
                        self.expr(operand);
                    }
                }
            }
            Builtin::Copy => {
                if let [to, from] = operands {
                    if self.has_elements(to) {
                        self.copy(elements(self.cx(), to), from);
                    }
                    self.looked_into(to);
                    self.looked_into(from);
                }
            }
            Builtin::Append | Builtin::AppendSlice | Builtin::NotNil => {
                for operand in operands {
                    self.taken(operand);
                }
            }
            Builtin::UnsafeView => {
                self.unsafe_type(ty);
                self.has_addresses |= !self.is_std;
                for operand in operands {
                    self.unsafe_type(operand.ty);
                    self.expr(operand);
                }
            }
            _ => {
                for operand in operands {
                    self.expr(operand);
                }
            }
        }
    }
}
