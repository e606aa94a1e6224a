//! Maps: JavaScript's own where it compares keys as Go does, `$KeyMap` elsewhere.

use crate::cx::Cx;
use crate::expr::{expr, zero};
use crate::js::{self, Expr};
use goes_lower::ir::{self, Builtin, TypeId, TypeKind};

/// Key and element type.
pub(crate) fn types(cx: &Cx, ty: TypeId) -> (TypeId, TypeId) {
    match cx.kind(ty) {
        TypeKind::Map { key, elem } => (*key, *elem),
        _ => (ty, ty),
    }
}

/// Whether JavaScript's Map tells keys of a type apart as Go does. Not floats: NaN is not equal to itself.
fn is_plain_key(cx: &Cx, key: TypeId) -> bool {
    match cx.kind(key) {
        TypeKind::Bool | TypeKind::Int(_) | TypeKind::String | TypeKind::Chan { .. } => true,
        TypeKind::Pointer(elem) => cx.is_aggregate(*elem),
        _ => false,
    }
}

pub(crate) fn new_map(cx: &mut Cx, ty: TypeId, entries: Option<Expr>) -> Expr {
    let (key, _) = types(cx, ty);
    let mut args = Vec::new();
    let class = if is_plain_key(cx, key) {
        js::global("Map")
    } else {
        args.push(cx.descriptor(key));
        cx.rt("KeyMap")
    };
    args.extend(entries);
    js::new(class, args)
}

/// `map[K]V{…}`
pub(crate) fn literal(cx: &mut Cx, ty: TypeId, entries: &[(ir::Expr, ir::Expr)]) -> Expr {
    if entries.is_empty() {
        return new_map(cx, ty, None);
    }
    let pairs = entries
        .iter()
        .map(|(key, value)| {
            let key = expr(cx, key);
            let value = expr(cx, value);
            js::array(vec![key, value])
        })
        .collect();
    new_map(cx, ty, Some(js::array(pairs)))
}

/// `m.get(key) ?? zero`
pub(crate) fn get(cx: &mut Cx, ty: TypeId, map: Expr, key: Expr) -> Expr {
    let (_, elem) = types(cx, ty);
    let zero = zero(cx, elem);
    js::nullish(js::method(map, "get", vec![key]), zero)
}

/// [`get`] for `m[key] op= v`.
pub(crate) fn old(cx: &mut Cx, ty: TypeId, map: Expr, key: Expr) -> Expr {
    let (key_ty, elem) = types(cx, ty);
    if is_plain_key(cx, key_ty) {
        return get(cx, ty, map, key);
    }
    let zero = zero(cx, elem);
    js::nullish(js::method(map, "old", vec![key]), zero)
}

/// `m[key]`; with `comma_ok` a tuple of the element and whether it is there.
pub(crate) fn index(cx: &mut Cx, map: &ir::Expr, key: &ir::Expr, comma_ok: bool) -> Expr {
    let ty = map.ty;
    let (_, elem) = types(cx, ty);
    let map = expr(cx, map);
    let key = expr(cx, key);
    if !comma_ok {
        return get(cx, ty, map, key);
    }
    let temp = cx.temp();
    let found = js::assign(temp.clone(), js::method(map, "get", vec![key]));
    let missing = js::array(vec![zero(cx, elem), js::bool(false)]);
    js::conditional(
        js::equal(found, js::undefined()),
        missing,
        js::array(vec![temp, js::bool(true)]),
    )
}

/// make, delete, clear
pub(crate) fn builtin(cx: &mut Cx, op: Builtin, args: &[ir::Expr], ty: TypeId) -> Expr {
    match op {
        Builtin::MakeMap => {
            let map = new_map(cx, ty, None);
            // The size hint has no use, but its evaluation may have effects.
            match args.first() {
                Some(hint) => {
                    let hint = expr(cx, hint);
                    if crate::effects::is_repeatable(&hint) {
                        map
                    } else {
                        js::sequence(vec![hint, map])
                    }
                }
                None => map,
            }
        }
        Builtin::Delete => {
            let map = expr(cx, &args[0]);
            let key = expr(cx, &args[1]);
            js::method(map, "delete", vec![key])
        }
        _ => {
            let map = expr(cx, &args[0]);
            js::method(map, "clear", Vec::new())
        }
    }
}
