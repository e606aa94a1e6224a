//! Structs: instances of a class with their fields in order.

use crate::cx::Cx;
use crate::expr::{copy_of, expr, is_zero, zero};
use crate::js::{self, Expr};
use goes_lower::ir::{self, ExprKind, TypeId, TypeKind};

/// `T{a, b}`: fields at the end that are zero are left to the constructor's defaults.
pub(crate) fn literal(cx: &mut Cx, ty: TypeId, values: &[ir::Expr]) -> Expr {
    let given = values
        .iter()
        .rposition(|value| !is_zero(value))
        .map_or(0, |last| last + 1);
    let args = values[..given]
        .iter()
        .map(|value| {
            // The constructor's default is a fresh zero value.
            if matches!(value.kind, ExprKind::Zero) && cx.is_aggregate(value.ty) {
                js::undefined()
            } else {
                expr(cx, value)
            }
        })
        .collect();
    let class = cx.class(ty);
    js::new(class, args)
}

/// `base.f`: through a nil pointer, JavaScript's TypeError becomes Go's panic.
pub(crate) fn field(cx: &mut Cx, base: &ir::Expr, field: u32) -> Expr {
    let name = property(cx, base.ty, field);
    let base = object(cx, base);
    js::member(base, &name)
}

/// The object of a struct, or of what a pointer points to, for access to a property.
pub(crate) fn object(cx: &mut Cx, base: &ir::Expr) -> Expr {
    match &base.kind {
        // The access itself checks for nil.
        ExprKind::Deref(pointer) if cx.is_aggregate(base.ty) => expr(cx, pointer),
        ExprKind::Copy(operand) => object(cx, operand),
        _ => expr(cx, base),
    }
}

pub(crate) fn property(cx: &Cx, base: TypeId, field: u32) -> String {
    cx.fields(base)
        .and_then(|(_, fields)| fields.get(field as usize))
        .map_or_else(|| "$".to_string(), |field| crate::names::property(&field.js_name))
}

/// `target = value` where the target's address may be known: its object stays.
pub(crate) fn assign_in_place(cx: &mut Cx, ty: TypeId, target: Expr, value: Expr) -> Expr {
    match cx.kind(ty) {
        TypeKind::Struct(_) => {
            cx.support.need_assign(ty);
            js::method(target, "$assign", vec![value])
        }
        TypeKind::Array { elem, .. } => crate::slice::assign_array(cx, *elem, target, value),
        _ => js::assign(target, value),
    }
}

/// A value as one of another type with the same representation. Struct types have classes of their own,
/// so that their values must be made anew.
pub(crate) fn retype(cx: &mut Cx, operand: &ir::Expr, to: TypeId) -> Expr {
    let from = operand.ty;
    if let (TypeKind::Pointer(from), TypeKind::Pointer(to)) = (cx.kind(from), cx.kind(to)) {
        return retype_pointer(cx, operand, *from, *to);
    }
    let TypeKind::Struct(fields) = cx.kind(from) else {
        return expr(cx, operand);
    };
    // `&T{…}` is the object itself.
    if from == to || !matches!(cx.kind(to), TypeKind::Struct(_)) {
        return expr(cx, operand);
    }
    // What is new is made as a value of the other type at once.
    match &operand.kind {
        ExprKind::StructLit(values) => return literal(cx, to, values),
        ExprKind::Zero => return zero(cx, to),
        _ => {}
    }
    let value = object(cx, operand);
    let (effect, value) = if crate::effects::is_repeatable(&value) {
        (None, value)
    } else {
        let temp = cx.temp();
        (Some(js::assign(temp.clone(), value)), temp)
    };
    let args = fields
        .iter()
        .map(|field| {
            let part = js::member(value.clone(), &crate::names::property(&field.js_name));
            copy_of(cx, field.ty, part)
        })
        .collect();
    let class = cx.class(to);
    let made = js::new(class, args);
    match effect {
        Some(effect) => js::sequence(vec![effect, made]),
        None => made,
    }
}

/// `(*T)(p)`, where p points to a struct of another class: the object looks like a T through it.
fn retype_pointer(cx: &mut Cx, operand: &ir::Expr, from: TypeId, to: TypeId) -> Expr {
    let value = expr(cx, operand);
    if from == to || !matches!(cx.kind(to), TypeKind::Struct(_)) {
        return value;
    }
    let class = cx.class(to);
    cx.helper("pointerAs", vec![value, class])
}
