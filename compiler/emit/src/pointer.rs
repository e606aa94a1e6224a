//! Pointers: to a struct or array the object itself, to anything else an object with a property `v`.

use crate::cx::Cx;
use crate::expr::expr;
use crate::js::{self, Expr};
use crate::structs;
use goes_lower::ir::{self, ExprKind, Place, TypeId, TypeKind};

/// `*p`
pub(crate) fn deref(cx: &mut Cx, operand: &ir::Expr) -> Expr {
    let pointer = expr(cx, operand);
    match cx.pointee(operand.ty) {
        Some(elem) if cx.is_aggregate(elem) => {
            // `*&x` cannot be nil.
            if matches!(operand.kind, ExprKind::Address(_)) {
                return pointer;
            }
            cx.helper("notNil", vec![pointer])
        }
        _ => js::member(pointer, "v"),
    }
}

/// `(*T)(unsafe.Pointer(p))`: a pointer through which what `p` points to looks like a T.
pub(crate) fn view(cx: &mut Cx, mut values: Vec<Expr>, from: TypeId, to: TypeId) -> Expr {
    let pointees = [from, to].map(|ty| cx.pointee(ty));
    let [Some(from), Some(to)] = pointees else {
        return values.remove(0);
    };
    if matches!(cx.kind(to), TypeKind::Struct(_)) {
        if matches!(cx.kind(from), TypeKind::Interface(_)) {
            let descriptor = cx.descriptor(to);
            values.push(descriptor);
            return cx.helper("viewInterface", values);
        }
        let class = cx.class(to);
        values.push(class);
        if matches!(cx.kind(from), TypeKind::Struct(_)) {
            return cx.helper("pointerAs", values);
        }
        values.push(js::string(layout(cx, from)));
        if let TypeKind::Slice(elem) = cx.kind(from) {
            let descriptor = cx.descriptor(*elem);
            values.push(descriptor);
        }
        return cx.helper("viewHeader", values);
    }
    if let (TypeKind::Interface(_), TypeKind::Array { elem, .. }) = (cx.kind(from), cx.kind(to)) {
        let is_number = matches!(cx.kind(*elem), TypeKind::Int(_));
        values.push(js::bool(is_number));
        return cx.helper("interfaceWords", values);
    }
    values.extend([from, to].map(|ty| js::string(layout(cx, ty))));
    if let TypeKind::Array { len, .. } = cx.kind(to) {
        values.push(js::int(*len as i64));
        return cx.helper("viewArray", values);
    }
    cx.helper("viewPointer", values)
}

/// `unsafe.Pointer(p)`, and `(*T)(p)` of such a pointer: the first notes what lies there, for the second to compare.
/// Package unsafe is used in std as the shims' representation allows; its tests from outside use it as anyone does.
pub(crate) fn retype_unsafe(cx: &mut Cx, helper: &str, value: Expr, elem: TypeId) -> Expr {
    let is_std = |package: &ir::Package| package.is_std && !package.path.ends_with("_test");
    if cx.package().is_some_and(is_std) {
        return value;
    }
    let descriptor = cx.descriptor(elem);
    cx.helper(helper, vec![value, descriptor])
}

/// How memory holds a value of a type; of an array, its elements.
fn layout(cx: &Cx, ty: TypeId) -> &'static str {
    match cx.kind(ty) {
        TypeKind::Array { elem, .. } => layout(cx, *elem),
        TypeKind::Bool => "Bool",
        TypeKind::Int(kind) => match kind {
            ir::IntKind::Int8 => "Int8",
            ir::IntKind::Uint8 => "Uint8",
            ir::IntKind::Int16 => "Int16",
            ir::IntKind::Uint16 => "Uint16",
            ir::IntKind::Int32 => "Int32",
            ir::IntKind::Uint32 => "Uint32",
            ir::IntKind::Int | ir::IntKind::Int64 => "Int",
            ir::IntKind::Uint | ir::IntKind::Uintptr => "Uint",
            ir::IntKind::Uint64 => "Uint64",
        },
        TypeKind::Float32 => "Float32",
        TypeKind::Float64 => "Float64",
        TypeKind::String => "string",
        TypeKind::Slice(_) => "bytes",
        _ => "",
    }
}

/// `&place`
pub(crate) fn address(cx: &mut Cx, place: &Place) -> Expr {
    match place {
        Place::Local(local) => cx.variable(*local),
        Place::Global(global) => cx.name(cx.globals[global.0 as usize]),
        Place::Blank => js::null(),
        Place::Deref(pointer) => expr(cx, pointer),
        Place::MapIndex { map, key } => crate::map::index(cx, map, key, false),
        Place::Field { base, field } => {
            let Some((whole, fields)) = cx.fields(base.ty) else {
                return js::null();
            };
            let ty = fields[*field as usize].ty;
            let name = structs::property(cx, base.ty, *field);
            let object = structs::object(cx, base);
            let is_part = cx.program.types[ty.0 as usize].uses.place;
            if cx.is_aggregate(ty) && !is_part {
                return js::member(object, &name);
            }
            let pointer = cx.helper("fieldPointer", vec![object, js::string(&name)]);
            if is_part {
                part_of(cx, pointer, whole)
            } else {
                pointer
            }
        }
        Place::Index { base, index, bounds } => {
            let elem = crate::slice::elem(cx, base.ty);
            let part = elem.filter(|elem| cx.program.types[elem.0 as usize].uses.place);
            if elem.is_some_and(|elem| cx.is_aggregate(elem)) && part.is_none() {
                return crate::slice::index(cx, base, index, *bounds);
            }
            let is_array = crate::slice::array_len(cx, base.ty).is_some();
            let array = structs::object(cx, base);
            let at = expr(cx, index);
            let helper = if is_array {
                "arrayElementPointer"
            } else {
                "elementPointer"
            };
            let pointer = cx.helper(helper, vec![array, at]);
            match (part, elem) {
                (Some(part), _) => part_of(cx, pointer, part),
                (None, Some(elem)) => to_element(cx, elem, pointer),
                (None, None) => pointer,
            }
        }
    }
}

/// A pointer to a struct that knows what it is part of: a struct of that type, or an array of such.
fn part_of(cx: &mut Cx, pointer: Expr, of: TypeId) -> Expr {
    let descriptor = cx.descriptor(of);
    cx.helper("partOf", vec![pointer, descriptor])
}

/// A pointer to an element of a type: through one to a bool, 0 and 1 are booleans.
pub(crate) fn to_element(cx: &mut Cx, elem: TypeId, pointer: Expr) -> Expr {
    if crate::slice::is_byte_of_bool(cx, elem) {
        cx.helper("boolPointer", vec![pointer])
    } else {
        pointer
    }
}
