//! Comparison, as the operands' type asks.

use crate::cx::Cx;
use crate::expr::expr;
use crate::js::{self, Expr};
use goes_lower::ir::{self, CompareOp, Const, ExprKind, Place, TypeId, TypeKind};
use swc_ecma_ast::BinaryOp;

/// `left op right`
pub(crate) fn compare(cx: &mut Cx, op: CompareOp, left: &ir::Expr, right: &ir::Expr) -> Expr {
    if crate::words::is_split(cx, left) || crate::words::is_split(cx, right) {
        return crate::words::compare(cx, op, left, right);
    }
    if let Some(same) = same_element(cx, left, right) {
        match op {
            CompareOp::Equal => return same,
            _ => return js::not(same),
        }
    }
    let is_interface = matches!(cx.kind(left.ty), TypeKind::Interface(_));
    let is_plain = is_interface && (has_identity(cx, left) || has_identity(cx, right));
    let ty = left.ty;
    let left = expr(cx, left);
    let right = expr(cx, right);
    let ordering = match op {
        CompareOp::Equal | CompareOp::NotEqual => {
            let equal = if is_plain {
                js::equal(left, right)
            } else {
                equal(cx, ty, left, right)
            };
            return if op == CompareOp::Equal {
                equal
            } else {
                js::not(equal)
            };
        }
        CompareOp::Less => BinaryOp::Lt,
        CompareOp::LessEqual => BinaryOp::LtEq,
        CompareOp::Greater => BinaryOp::Gt,
        CompareOp::GreaterEqual => BinaryOp::GtEq,
    };
    js::binary(ordering, left, right)
}

/// `&s[i] == &t[j]`, by which packages ask whether slices share their memory: `$sameElement(s, i, t, j)`, without
/// pointers. None for other operands.
fn same_element(cx: &mut Cx, left: &ir::Expr, right: &ir::Expr) -> Option<Expr> {
    let is_slice = |place: &Place| match place {
        Place::Index { base, .. } => match cx.kind(base.ty) {
            TypeKind::Slice(elem) => !cx.is_aggregate(*elem),
            _ => false,
        },
        _ => false,
    };
    let (ExprKind::Address(left), ExprKind::Address(right)) = (&left.kind, &right.kind) else {
        return None;
    };
    if !is_slice(left) || !is_slice(right) {
        return None;
    }
    let mut args = Vec::new();
    for place in [left, right] {
        if let Place::Index { base, index, .. } = place {
            args.extend([crate::structs::object(cx, base), expr(cx, index)]);
        }
    }
    Some(cx.helper("sameElement", args))
}

/// Whether an interface value equals another one exactly if they are the same JavaScript value: nil,
/// strings, bools, ints and pointers to structs.
fn has_identity(cx: &Cx, value: &ir::Expr) -> bool {
    match &value.kind {
        ExprKind::Const(Const::Nil) => true,
        ExprKind::MakeInterface(operand) => cx.is_raw(operand.ty) || cx.is_object_pointer(operand.ty),
        _ => false,
    }
}

/// Whether `===` compares values of a type.
pub(crate) fn is_strict(cx: &Cx, ty: TypeId) -> bool {
    match cx.kind(ty) {
        TypeKind::Bool
        | TypeKind::Int(_)
        | TypeKind::Float32
        | TypeKind::Float64
        | TypeKind::String
        | TypeKind::Chan { .. }
        | TypeKind::Func { .. }
        | TypeKind::Map { .. }
        | TypeKind::Slice(_) => true,
        TypeKind::Pointer(elem) => cx.is_aggregate(*elem),
        _ => false,
    }
}

/// Whether values of a type take no memory.
fn is_empty(cx: &Cx, ty: TypeId) -> bool {
    match cx.kind(ty) {
        TypeKind::Array { len: 0, .. } => true,
        TypeKind::Array { elem, .. } => is_empty(cx, *elem),
        TypeKind::Struct(fields) => fields.is_empty(),
        _ => false,
    }
}

/// `left == right` for two values of a type. The operands are written once.
pub(crate) fn equal(cx: &mut Cx, ty: TypeId, left: Expr, right: Expr) -> Expr {
    if let TypeKind::Pointer(elem) = cx.kind(ty)
        && is_empty(cx, *elem)
    {
        // spec: "Pointers to distinct zero-size variables may or may not be equal": here those of a type are.
        let [left, right] = [left, right].map(|side| js::equal(side, js::null()));
        return js::equal(left, right);
    }
    if is_strict(cx, ty) {
        return js::equal(left, right);
    }
    match cx.kind(ty) {
        TypeKind::Complex64 | TypeKind::Complex128 => cx.helper("complexEqual", vec![left, right]),
        TypeKind::Interface(_) => cx.helper("equal", vec![left, right]),
        TypeKind::Struct(_) => {
            cx.support.need_equal(ty);
            js::method(left, "$equal", vec![right])
        }
        TypeKind::Array { elem, .. } if is_strict(cx, *elem) => cx.helper("arrayEqual", vec![left, right]),
        TypeKind::Array { elem, .. } => {
            let (a, b) = (cx.fresh("a"), cx.fresh("b"));
            let (x, y) = (cx.name(a), cx.name(b));
            let test = equal(cx, *elem, x, y);
            let test = js::arrow_value(vec![js::pat(cx.ident(a)), js::pat(cx.ident(b))], test);
            cx.helper("arrayEqual", vec![left, right, test])
        }
        _ => cx.helper("samePointer", vec![left, right]),
    }
}
