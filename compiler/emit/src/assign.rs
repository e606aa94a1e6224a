//! Assignments.

use crate::cx::Cx;
use crate::effects::is_repeatable;
use crate::expr::expr;
use crate::int::{self, Operand};
use crate::js::{self, AssignOp, BinaryOp, Expr, Stmt};
use crate::stmt::expr_stmt;
use crate::{map, slice, structs, words};
use goes_lower::ir::{self, ArithOp, Place, TypeKind};
use swc_common::EqIgnoreSpan;

/// The JavaScript place of one that is no map element and needs no check.
pub(crate) fn simple_place(cx: &mut Cx, place: &Place) -> Option<Expr> {
    Some(match place {
        Place::Local(local) => cx.local_value(*local),
        Place::Global(global) => cx.global_value(*global),
        Place::Field { base, field } => {
            let name = structs::property(cx, base.ty, *field);
            let object = structs::object(cx, base);
            js::member(object, &name)
        }
        Place::Deref(pointer) => {
            if cx.pointee(pointer.ty).is_some_and(|elem| cx.is_aggregate(elem)) {
                expr(cx, pointer)
            } else {
                let pointer = expr(cx, pointer);
                js::member(pointer, "v")
            }
        }
        Place::Blank | Place::Index { .. } | Place::MapIndex { .. } => return None,
    })
}

pub(crate) fn assign(cx: &mut Cx, place: &Place, value: &ir::Expr, in_place: bool, out: &mut Vec<Stmt>) {
    if matches!(place, Place::Blank) {
        return expr_stmt(cx, value, out);
    }
    if words::is_split_place(cx, place) {
        return words::assign(cx, place, value, out);
    }
    let ty = value.ty;
    // A dereferenced pointer to a struct cannot be replaced, only written to.
    let through_pointer = matches!(place, Place::Deref(_)) && cx.is_aggregate(ty);
    if (in_place || through_pointer) && cx.is_aggregate(ty) {
        if let Place::Index { base, index, bounds } = place {
            let target = slice::index(cx, base, index, *bounds);
            let value = expr(cx, value);
            out.push(js::expr_stmt(structs::assign_in_place(cx, ty, target, value)));
            return;
        }
        if let Some(target) = simple_place(cx, place) {
            let value = expr(cx, value);
            out.push(js::expr_stmt(structs::assign_in_place(cx, ty, target, value)));
            return;
        }
    }
    if in_place
        && let Some(changed) = slice::changed_in_place(cx, place, value)
        && let Some(target) = simple_place(cx, place)
    {
        out.push(js::expr_stmt(js::assign(target, changed)));
        return;
    }
    // `x = f()` where f may park: the value is read in a statement of its own.
    let value = expr(cx, value);
    let assigned = assign_value(cx, place, value);
    out.push(js::expr_stmt(assigned));
}

/// `place = value`
fn assign_value(cx: &mut Cx, place: &Place, value: Expr) -> Expr {
    match place {
        Place::Blank => value,
        Place::Index { base, index, bounds } => slice::set(cx, base, index, *bounds, value),
        Place::MapIndex { map, key } => {
            let map = expr(cx, map);
            let key = expr(cx, key);
            js::method(map, "set", vec![key, value])
        }
        _ => {
            let target = simple_place(cx, place).unwrap_or_else(js::null);
            compound(target, value)
        }
    }
}

/// `x = x + v` is `x += v`, `x = x + 1` is `x++`.
fn compound(target: Expr, value: Expr) -> Expr {
    let Expr::Bin(bin) = &value else {
        return js::assign(target, value);
    };
    let op = match bin.op {
        BinaryOp::Add => AssignOp::AddAssign,
        BinaryOp::Sub => AssignOp::SubAssign,
        BinaryOp::Mul => AssignOp::MulAssign,
        BinaryOp::Div => AssignOp::DivAssign,
        BinaryOp::Mod => AssignOp::ModAssign,
        BinaryOp::BitAnd => AssignOp::BitAndAssign,
        BinaryOp::BitOr => AssignOp::BitOrAssign,
        BinaryOp::BitXor => AssignOp::BitXorAssign,
        BinaryOp::LShift => AssignOp::LShiftAssign,
        BinaryOp::RShift => AssignOp::RShiftAssign,
        BinaryOp::ZeroFillRShift => AssignOp::ZeroFillRShiftAssign,
        _ => return js::assign(target, value),
    };
    if !bin.left.eq_ignore_span(&Box::new(target.clone())) {
        return js::assign(target, value);
    }
    let is_one = matches!(&*bin.right, Expr::Lit(swc_ecma_ast::Lit::Num(number)) if number.value == 1.0);
    match op {
        AssignOp::AddAssign if is_one => js::increment(target),
        AssignOp::SubAssign if is_one => js::decrement(target),
        _ => js::assign_op(op, target, (*bin.right).clone()),
    }
}

/// An operand that is written twice: named first if it is not a mere name.
pub(crate) fn repeatable(cx: &mut Cx, value: Expr, out: &mut Vec<Stmt>) -> Expr {
    if is_repeatable(&value) {
        return value;
    }
    let id = cx.fresh("$p");
    out.push(js::let_(cx.ident(id), Some(value)));
    cx.name(id)
}

/// `place op= value`
///
/// spec: "An assignment operation x op= y [...] behaves like x = x op (y) but evaluates x only once."
pub(crate) fn assign_op(
    cx: &mut Cx,
    place: &Place,
    op: ArithOp,
    value: &ir::Expr,
    overflow: ir::Overflow,
    out: &mut Vec<Stmt>,
) {
    if words::is_split_place(cx, place) {
        return words::assign_op(cx, place, op, value, out);
    }
    let first = out.len();
    let (read, write, ty, is_number) = match place {
        Place::Blank => return expr_stmt(cx, value, out),
        Place::Local(local) => {
            let info = cx.local(*local);
            let target = cx.local_value(*local);
            let is_number = info.is_some_and(|info| info.is_number);
            (
                target.clone(),
                Some(target),
                info.map_or(value.ty, |info| info.ty),
                is_number,
            )
        }
        Place::Global(global) => {
            let info = &cx.program.globals[global.0 as usize];
            let target = cx.global_value(*global);
            (target.clone(), Some(target), info.ty, info.is_number)
        }
        Place::Field { base, field } => {
            let name = structs::property(cx, base.ty, *field);
            let (ty, is_number) = cx.fields(base.ty).map_or((value.ty, false), |(_, fields)| {
                let info = &fields[*field as usize];
                (info.ty, info.is_number)
            });
            let object = structs::object(cx, base);
            let object = repeatable(cx, object, out);
            let target = js::member(object, &name);
            (target.clone(), Some(target), ty, is_number)
        }
        Place::Deref(pointer) => {
            let ty = cx.pointee(pointer.ty).unwrap_or(value.ty);
            let object = expr(cx, pointer);
            let object = repeatable(cx, object, out);
            let target = js::member(object, "v");
            (target.clone(), Some(target), ty, false)
        }
        Place::Index { base, index, bounds } => {
            let ty = element_type(cx, base.ty).unwrap_or(value.ty);
            let (read, write) = if let Some(header) = slice::parts(cx, base) {
                let at = expr(cx, index);
                let at = repeatable(cx, at, out);
                slice::read_write_part(cx, base, header, at, *bounds)
            } else {
                let array = structs::object(cx, base);
                let array = repeatable(cx, array, out);
                let at = expr(cx, index);
                let at = repeatable(cx, at, out);
                slice::read_write(cx, base, array, at, *bounds)
            };
            (read, Some(write), ty, false)
        }
        Place::MapIndex { map, key } => {
            let (_, ty) = map::types(cx, map.ty);
            let object = expr(cx, map);
            let object = repeatable(cx, object, out);
            let key_value = expr(cx, key);
            let key_value = repeatable(cx, key_value, out);
            let read = map::old(cx, map.ty, object.clone(), key_value.clone());
            let result = arith_value(cx, op, ty, overflow, read, value, false);
            let set = js::method(object, "set", vec![key_value, result]);
            out.push(js::expr_stmt(set));
            return enclose(out, first);
        }
    };
    let result = arith_value(cx, op, ty, overflow, read, value, is_number);
    if let Some(write) = write {
        out.push(js::expr_stmt(compound(write, result)));
    }
    enclose(out, first);
}

/// Puts statements that start with declarations of ours into a block, so that they end with it.
fn enclose(out: &mut Vec<Stmt>, first: usize) {
    if out.len() - first > 1 {
        let inner = out.split_off(first);
        out.push(js::block(inner));
    }
}

fn arith_value(
    cx: &mut Cx,
    op: ArithOp,
    ty: ir::TypeId,
    overflow: ir::Overflow,
    left: Expr,
    right: &ir::Expr,
    is_number: bool,
) -> Expr {
    let is_number =
        is_number || matches!(cx.kind(ty), TypeKind::Int(kind) if kind.repr() == ir::IntRepr::Number);
    let right = Operand::of(cx, right);
    int::arith(
        cx,
        op,
        ty,
        overflow,
        Operand {
            js: left,
            constant: None,
            is_number,
            is_wrapped: false,
        },
        right,
    )
}

fn element_type(cx: &Cx, ty: ir::TypeId) -> Option<ir::TypeId> {
    match cx.kind(ty) {
        TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => Some(*elem),
        TypeKind::Pointer(array) => element_type(cx, *array),
        _ => None,
    }
}

/// `[a, b] = tuple`
pub(crate) fn assign_tuple(cx: &mut Cx, places: &[Option<Place>], value: &ir::Expr, out: &mut Vec<Stmt>) {
    let types = match cx.kind(value.ty) {
        TypeKind::Tuple(types) => types.clone(),
        _ => Vec::new(),
    };
    let is_plain = |cx: &Cx, index: usize, place: &Option<Place>| {
        let is_aggregate = types.get(index).is_some_and(|&ty| cx.is_aggregate(ty));
        match place {
            None | Some(Place::Blank) => true,
            Some(Place::Local(_) | Place::Global(_) | Place::Field { .. } | Place::Deref(_)) => !is_aggregate,
            Some(Place::Index { .. } | Place::MapIndex { .. }) => false,
        }
    };
    if places
        .iter()
        .enumerate()
        .all(|(index, place)| is_plain(cx, index, place))
    {
        let value = expr(cx, value);
        let mut targets: Vec<Option<Expr>> = places
            .iter()
            .map(|place| place.as_ref().and_then(|place| simple_place(cx, place)))
            .collect();
        while targets.last().is_some_and(Option::is_none) {
            targets.pop();
        }
        let assignment = if targets.is_empty() {
            value
        } else {
            js::assign_array(targets, value)
        };
        out.push(js::expr_stmt(assignment));
        return;
    }
    let first = out.len();
    let id = cx.fresh("$results");
    let given = expr(cx, value);
    out.push(js::let_(cx.ident(id), Some(given)));
    for (index, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let part = js::element(cx.name(id), js::int(index as i64));
        let in_place = matches!(place, Place::Deref(_))
            .then(|| types.get(index).copied())
            .flatten();
        let stmt = match in_place.filter(|&ty| cx.is_aggregate(ty)) {
            Some(ty) => {
                let target = simple_place(cx, place).unwrap_or_else(js::null);
                structs::assign_in_place(cx, ty, target, part)
            }
            None => assign_value(cx, place, part),
        };
        out.push(js::expr_stmt(stmt));
    }
    enclose(out, first);
}
