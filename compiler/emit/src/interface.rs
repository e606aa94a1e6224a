//! Interface values: raw, objects, or boxes that carry their type (ARCHITECTURE.md, Interfaces).

use crate::cx::{Cx, Emitter};
use crate::effects::is_repeatable;
use crate::expr::{copy_of, expr, zero};
use crate::js::{self, Expr};
use crate::string;
use goes_lower::ir::{self, ExprKind, IntKind, TypeId, TypeKind};

impl Emitter<'_> {
    /// Whether values of a type stand in an interface as they are: string, bool and int themselves.
    pub(crate) fn is_raw(&self, ty: TypeId) -> bool {
        let ty = self.ty(ty);
        ty.named.is_none()
            && matches!(
                ty.kind,
                TypeKind::String | TypeKind::Bool | TypeKind::Int(IntKind::Int)
            )
    }

    /// Whether a type is a pointer to a struct, so that an interface holds the object itself.
    pub(crate) fn is_object_pointer(&self, ty: TypeId) -> bool {
        self.ty(ty).named.is_none()
            && self
                .pointee(ty)
                .is_some_and(|elem| matches!(self.kind(elem), TypeKind::Struct(_)))
    }
}

/// Converts a value to an interface.
pub(crate) fn make(cx: &mut Cx, operand: &ir::Expr) -> Expr {
    let ty = operand.ty;
    let value = expr(cx, operand);
    if cx.is_raw(ty) || matches!(cx.kind(ty), TypeKind::Interface(_)) {
        return value;
    }
    if cx.is_object_pointer(ty) {
        let elem = cx.pointee(ty).expect("it is a pointer");
        let class = cx.class(elem);
        cx.support.need_pointer_methods(ty);
        let is_object = matches!(
            operand.kind,
            ExprKind::Address(_) | ExprKind::StructLit(_) | ExprKind::NewBox(_)
        ) || matches!(value, Expr::New(_) | Expr::This(_));
        if is_object {
            return value;
        }
        let nil = cx.helper("nilBox", vec![class]);
        return js::nullish(value, nil);
    }
    let class = cx.box_class(ty);
    js::new(class, vec![value])
}

/// Whether a JavaScript value in an interface has a dynamic type. The operand is written once, except for
/// `int`.
fn is_type(cx: &mut Cx, value: Expr, target: TypeId) -> Expr {
    if cx.is_raw(target) {
        return match cx.kind(target) {
            TypeKind::String => js::equal(js::type_of(value), js::string("string")),
            TypeKind::Bool => js::equal(js::type_of(value), js::string("boolean")),
            _ => cx.helper("isInt", vec![value]),
        };
    }
    if let TypeKind::Interface(methods) = cx.kind(target) {
        if methods.is_empty() {
            return js::not_equal(value, js::null());
        }
        let keys = cx.keys(target);
        return cx.helper("hasMethods", vec![value, keys]);
    }
    let class = if cx.is_object_pointer(target) {
        cx.support.need_pointer_methods(target);
        let elem = cx.pointee(target).expect("it is a pointer");
        cx.class(elem)
    } else {
        cx.box_class(target)
    };
    js::instance_of(value, class)
}

/// For type switches.
pub(crate) fn test(cx: &mut Cx, operand: &ir::Expr, target: TypeId) -> Expr {
    let value = expr(cx, operand);
    is_type(cx, value, target)
}

/// The value in an interface whose dynamic type is known.
pub(crate) fn unwrap(cx: &mut Cx, value: Expr, ty: TypeId) -> Expr {
    if cx.is_raw(ty) || matches!(cx.kind(ty), TypeKind::Interface(_)) {
        return value;
    }
    if cx.is_object_pointer(ty) {
        return cx.helper("unwrapPointer", vec![value]);
    }
    js::member(value, "$value")
}

/// `x.(T)`
///
/// spec: "If the type assertion is false, a run-time panic occurs"; with `comma_ok`, "the value of v is the
/// zero value for type T" and no panic occurs.
pub(crate) fn assert(cx: &mut Cx, operand: &ir::Expr, target: TypeId, comma_ok: bool) -> Expr {
    let interface = operand.ty;
    let value = expr(cx, operand);
    if !comma_ok && matches!(cx.kind(target), TypeKind::Interface(_)) {
        let keys = cx.keys(target);
        let text = string::text(&cx.ty(target).text);
        return cx.helper("assertInterface", vec![value, keys, text]);
    }
    // The value is written twice: tested, then taken.
    let (first, again) = if is_repeatable(&value) {
        (value.clone(), value)
    } else {
        let temp = cx.temp();
        (js::assign(temp.clone(), value), temp)
    };
    let test = is_type(cx, first, target);
    let taken = unwrap(cx, again.clone(), target);
    if comma_ok {
        let taken = copy_of(cx, target, taken);
        let zero = zero(cx, target);
        return js::conditional(
            test,
            js::array(vec![taken, js::bool(true)]),
            js::array(vec![zero, js::bool(false)]),
        );
    }
    let args = vec![
        again,
        string::text(&cx.ty(target).text),
        string::text(&cx.ty(interface).text),
    ];
    let failed = cx.helper("assertFailed", args);
    js::conditional(test, taken, failed)
}

/// Test and value of `v, ok := x.(T)`, for a statement that declares both: `x` has been put into a variable.
/// A struct or array is copied unless the variable `keeps` the object.
pub(crate) fn assert_parts(cx: &mut Cx, value: Expr, target: TypeId, ok: Expr, keeps: bool) -> (Expr, Expr) {
    let test = is_type(cx, value.clone(), target);
    let mut taken = unwrap(cx, value, target);
    if !keeps {
        taken = copy_of(cx, target, taken);
    }
    let zero = zero(cx, target);
    (test, js::conditional(ok, taken, zero))
}
