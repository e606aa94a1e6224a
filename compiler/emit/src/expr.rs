//! Expressions: one node in, one node out.

use crate::cx::Cx;
use crate::int::Operand;
use crate::js::{self, Expr};
use crate::{call, compare, goroutine, int, interface, map, pointer, slice, string, structs, words};
use goes_lower::ir::{self, Builtin, Const, Conversion, ExprKind, TypeId, TypeKind};

pub(crate) fn expr(cx: &mut Cx, node: &ir::Expr) -> Expr {
    if words::is_split(cx, node) {
        return words::joined(cx, node);
    }
    let value = match &node.kind {
        ExprKind::Const(value) => constant(cx, value, node.ty),
        ExprKind::Zero => zero(cx, node.ty),
        ExprKind::Local(local) => return cx.local_value(*local),
        ExprKind::Global(global) => return cx.global_value(*global),
        ExprKind::Func(func) => return call::function_value(cx, *func),
        ExprKind::FuncLit(closure) => call::function_literal(cx, closure),
        ExprKind::Copy(operand) => copy(cx, operand),
        ExprKind::StructLit(values) => structs::literal(cx, node.ty, values),
        ExprKind::ArrayLit { elems, len } => slice::literal(cx, node.ty, elems, *len),
        ExprKind::MapLit(entries) => map::literal(cx, node.ty, entries),
        ExprKind::Arith {
            op,
            left,
            right,
            overflow,
        } => {
            if let Some(value) = int::remainder_of_product(cx, *op, node.ty, left, right) {
                return value;
            }
            if let Some(value) = int::masked(cx, *op, node.ty, left, right) {
                return value;
            }
            let left = Operand::of(cx, left);
            let right = Operand::of(cx, right);
            int::arith(cx, *op, node.ty, *overflow, left, right)
        }
        ExprKind::Shift {
            op,
            left,
            count,
            overflow,
        } => {
            let left = Operand::of(cx, left);
            let count = Operand::of(cx, count);
            let TypeKind::Int(kind) = cx.kind(node.ty) else {
                return cx.unsupported(node.span, "shift of a value that is not an integer");
            };
            int::shift(cx, *op, *kind, *overflow, left, count)
        }
        ExprKind::Negate { operand, overflow } => {
            let value = int::negate(cx, operand, node.ty, *overflow);
            int::round_complex(cx, node.ty, value)
        }
        ExprKind::Complement(operand) => int::complement(cx, operand, node.ty),
        ExprKind::Not(operand) => js::not(expr(cx, operand)),
        ExprKind::And(left, right) => js::and(expr(cx, left), expr(cx, right)),
        ExprKind::Or(left, right) => js::or(expr(cx, left), expr(cx, right)),
        ExprKind::Compare { op, left, right } => compare::compare(cx, *op, left, right),
        ExprKind::IsNil(operand) => is_nil(cx, operand),
        ExprKind::Concat(operands) => string::concat(cx, operands),
        ExprKind::Convert { op, operand } => convert(cx, *op, operand, node.ty),
        ExprKind::Field { base, field } => structs::field(cx, base, *field),
        ExprKind::Index { base, index, bounds } => slice::index(cx, base, index, *bounds),
        ExprKind::MapIndex { map, key, comma_ok } => map::index(cx, map, key, *comma_ok),
        ExprKind::Slice { base, low, high, max } => {
            slice::subslice(cx, base, low.as_deref(), high.as_deref(), max.as_deref())
        }
        ExprKind::Deref(operand) => pointer::deref(cx, operand),
        ExprKind::Address(place) => pointer::address(cx, place),
        ExprKind::NewBox(operand) => {
            let value = expr(cx, operand);
            if cx.is_aggregate(operand.ty) {
                value
            } else {
                js::new(cx.rt("Box"), vec![value])
            }
        }
        ExprKind::Call(call) => call::call_expr(cx, call, node.span),
        ExprKind::MakeInterface(operand) => interface::make(cx, operand),
        ExprKind::TypeAssert {
            operand,
            target,
            comma_ok,
        } => interface::assert(cx, operand, *target, *comma_ok),
        ExprKind::TypeTest { operand, target } => interface::test(cx, operand, *target),
        ExprKind::Unwrap(operand) => {
            let value = expr(cx, operand);
            interface::unwrap(cx, value, node.ty)
        }
        ExprKind::Tuple(values) => js::array(exprs(cx, values)),
        ExprKind::TupleElement { tuple, index } => js::element(expr(cx, tuple), js::int(i64::from(*index))),
        ExprKind::Builtin(op, args) => builtin(cx, *op, args, node),
        ExprKind::Receive { chan, comma_ok } => goroutine::receive(cx, chan, *comma_ok, node.span),
        ExprKind::Cond { cond, then, els } => {
            let cond = expr(cx, cond);
            let then = expr(cx, then);
            js::conditional(cond, then, expr(cx, els))
        }
        ExprKind::Sequence { effects, value } => sequence(cx, effects, value),
        ExprKind::TypeDescriptor(ty) => cx.descriptor(*ty),
    };
    if matches!(value, Expr::Call(_) | Expr::Member(_) | Expr::New(_)) && !is_marked(&value) {
        return js::at(node.span, value);
    }
    value
}

/// Already has a place, or is marked as pure.
fn is_marked(value: &Expr) -> bool {
    use swc_common::Spanned;
    value.span().lo.0 != 0
}

pub(crate) fn exprs(cx: &mut Cx, nodes: &[ir::Expr]) -> Vec<Expr> {
    nodes.iter().map(|node| expr(cx, node)).collect()
}

fn constant(cx: &mut Cx, value: &Const, ty: TypeId) -> Expr {
    match value {
        Const::Bool(value) => js::bool(*value),
        Const::Int(value) => match cx.kind(ty) {
            TypeKind::Int(kind) => int::constant(*kind, value),
            _ => js::bigint(value),
        },
        Const::Float(value) => js::number(*value),
        Const::Complex(re, im) => {
            let args = vec![js::number(*re), js::number(*im)];
            js::new(cx.rt("Complex"), args)
        }
        Const::String(bytes) => string::constant(cx, bytes),
        Const::Nil => zero(cx, ty),
    }
}

/// The zero value of a type; a fresh one of structs and arrays.
pub(crate) fn zero(cx: &mut Cx, ty: TypeId) -> Expr {
    match cx.kind(ty) {
        TypeKind::Bool => js::bool(false),
        TypeKind::Int(kind) => int::constant(*kind, &0.into()),
        TypeKind::Float32 | TypeKind::Float64 => js::int(0),
        TypeKind::Complex64 | TypeKind::Complex128 => cx.rt("complexZero"),
        TypeKind::String => js::string(""),
        TypeKind::Slice(_) => cx.rt("nilSlice"),
        TypeKind::Map { .. } => cx.rt("nilMap"),
        TypeKind::Array { len, elem } => slice::zero_array(cx, *elem, *len),
        TypeKind::Struct(_) => {
            let class = cx.class(ty);
            js::new(class, Vec::new())
        }
        TypeKind::Tuple(types) => js::array(types.iter().map(|&ty| zero(cx, ty)).collect()),
        TypeKind::Unit => js::undefined(),
        TypeKind::Pointer(_)
        | TypeKind::UnsafePointer
        | TypeKind::Chan { .. }
        | TypeKind::Func { .. }
        | TypeKind::Interface(_) => js::null(),
    }
}

/// Whether a node gives the zero value of its type.
pub(crate) fn is_zero(node: &ir::Expr) -> bool {
    match &node.kind {
        ExprKind::Zero => true,
        ExprKind::Const(value) => match value {
            Const::Bool(value) => !value,
            Const::Int(value) => value.sign() == num_bigint::Sign::NoSign,
            Const::Float(value) => *value == 0.0 && value.is_sign_positive(),
            Const::Complex(..) => false,
            Const::String(bytes) => bytes.is_empty(),
            Const::Nil => true,
        },
        _ => false,
    }
}

fn copy(cx: &mut Cx, operand: &ir::Expr) -> Expr {
    // Copying from nil fails by itself, so the check of a dereference is not needed.
    let value = match &operand.kind {
        ExprKind::Deref(pointer) => expr(cx, pointer),
        _ => expr(cx, operand),
    };
    if matches!(cx.kind(operand.ty), TypeKind::Slice(_)) {
        return cx.helper("ownHeader", vec![value]);
    }
    copy_of(cx, operand.ty, value)
}

/// A new object equal to a struct or array; other values are themselves.
pub(crate) fn copy_of(cx: &mut Cx, ty: TypeId, value: Expr) -> Expr {
    match cx.kind(ty) {
        TypeKind::Struct(_) => {
            cx.support.need_clone(ty);
            js::method(value, "$clone", Vec::new())
        }
        TypeKind::Array { elem, .. } if cx.is_aggregate(*elem) => {
            let id = cx.fresh("v");
            let elem_value = cx.name(id);
            let elem_copy = copy_of(cx, *elem, elem_value);
            let each = js::arrow_value(vec![js::pat(cx.ident(id))], elem_copy);
            js::method(value, "map", vec![each])
        }
        TypeKind::Array { .. } => js::method(value, "slice", Vec::new()),
        _ => value,
    }
}

fn is_nil(cx: &mut Cx, operand: &ir::Expr) -> Expr {
    let value = expr(cx, operand);
    match cx.kind(operand.ty) {
        TypeKind::Slice(_) => js::equal(value, cx.rt("nilSlice")),
        TypeKind::Map { .. } => js::equal(value, cx.rt("nilMap")),
        _ => js::equal(value, js::null()),
    }
}

fn convert(cx: &mut Cx, op: Conversion, operand: &ir::Expr, to: TypeId) -> Expr {
    match op {
        Conversion::Numeric => return int::convert(cx, operand, to),
        Conversion::Retype => return structs::retype(cx, operand, to),
        _ => {}
    }
    let value = expr(cx, operand);
    match op {
        Conversion::RuneToString => cx.helper("runeToString", vec![value]),
        Conversion::BytesToString => cx.helper("bytesToString", vec![value]),
        Conversion::StringToBytes => cx.helper("stringToBytes", vec![value]),
        Conversion::RunesToString => cx.helper("runesToString", vec![value]),
        Conversion::StringToRunes => cx.helper("stringToRunes", vec![value]),
        Conversion::SliceToArray => {
            let TypeKind::Array { len, elem } = cx.kind(to) else {
                return value;
            };
            let kind = cx.element_kind(*elem);
            cx.helper("sliceToArray", vec![kind, value, js::int(*len as i64)])
        }
        Conversion::SliceToArrayPointer => {
            let Some(TypeKind::Array { len, .. }) = cx.pointee(to).map(|elem| cx.kind(elem)) else {
                return value;
            };
            cx.helper("sliceToArrayPointer", vec![value, js::int(*len as i64)])
        }
        Conversion::Unsafe => match (cx.kind(operand.ty), cx.kind(to)) {
            (_, TypeKind::Int(_)) => cx.helper("pointerAddress", vec![value]),
            (TypeKind::Int(_), _) => cx.helper("pointerAt", vec![value]),
            (TypeKind::Pointer(elem), TypeKind::UnsafePointer) => {
                pointer::retype_unsafe(cx, "untyped", value, *elem)
            }
            (TypeKind::UnsafePointer, TypeKind::Pointer(elem)) => {
                pointer::retype_unsafe(cx, "typed", value, *elem)
            }
            _ => value,
        },
        Conversion::Interface | Conversion::Number | Conversion::Numeric | Conversion::Retype => value,
    }
}

/// `(t = f(), g(t))`
fn sequence(cx: &mut Cx, effects: &[(ir::LocalId, ir::Expr)], value: &ir::Expr) -> Expr {
    let mut parts = Vec::new();
    for (local, effect) in effects {
        let effect = expr(cx, effect);
        if cx.is_boxed(*local) {
            // Nothing has made its box yet.
            let variable = cx.variable(*local);
            let boxed = js::new(cx.rt("Box"), vec![effect]);
            parts.push(js::assign(variable, boxed));
        } else {
            let variable = cx.variable(*local);
            parts.push(js::assign(variable, effect));
        }
    }
    parts.push(expr(cx, value));
    js::sequence(parts)
}

fn builtin(cx: &mut Cx, op: Builtin, args: &[ir::Expr], node: &ir::Expr) -> Expr {
    match op {
        Builtin::Len | Builtin::Cap => return length(cx, op, &args[0]),
        Builtin::Append
        | Builtin::AppendSlice
        | Builtin::AppendString
        | Builtin::Copy
        | Builtin::CopyString
        | Builtin::MakeSlice
        | Builtin::ClearSlice => return slice::builtin(cx, op, args, node.ty),
        Builtin::LeastLength | Builtin::RowArrays => return slice::table(cx, op, args),
        Builtin::MakeMap | Builtin::Delete | Builtin::ClearMap => return map::builtin(cx, op, args, node.ty),
        Builtin::MakeChan | Builtin::Close => return goroutine::builtin(cx, op, args, node.ty),
        Builtin::Min | Builtin::Max => return extreme(cx, op, args, node.ty),
        Builtin::Print | Builtin::Println => return print(cx, op, args),
        Builtin::Recover => {
            // In the body of a range over a function it is that of the function around.
            return match cx.frames.iter().rev().find_map(|frame| frame.recovery) {
                Some(id) => {
                    let recovery = cx.name(id);
                    js::method(recovery, "recover", Vec::new())
                }
                None => js::null(),
            };
        }
        _ => {}
    }
    let mut values = exprs(cx, args);
    match op {
        Builtin::Panic if cx.program.panics_with_nil => cx.helper("panicOrNil", values),
        Builtin::Panic => cx.helper("panic", values),
        Builtin::PanicRuntime => cx.helper("runtimeError", values),
        Builtin::RangePanic => cx.helper("rangePanic", values),
        Builtin::Complex => js::new(cx.rt("Complex"), values),
        Builtin::Real => js::member(values.remove(0), "re"),
        Builtin::Imag => js::member(values.remove(0), "im"),
        Builtin::UnsafeString => cx.helper("unsafeString", values),
        Builtin::UnsafeStringData => cx.helper("unsafeStringData", values),
        Builtin::UnsafeSlice => {
            let kind = crate::slice::elem(cx, node.ty).map(|elem| cx.element_kind(elem));
            values.extend(kind);
            cx.helper("unsafeSlice", values)
        }
        Builtin::UnsafeSliceData => {
            let pointer = cx.helper("unsafeSliceData", values);
            match cx.pointee(node.ty) {
                Some(elem) => pointer::to_element(cx, elem, pointer),
                None => pointer,
            }
        }
        Builtin::UnsafeAdd => cx.helper("unsafeAdd", values),
        Builtin::UnsafeView => pointer::view(cx, values, args[0].ty, node.ty),
        Builtin::NotNil => cx.helper("notNil", values),
        Builtin::PanicWrap => cx.helper("panicWrap", values),
        _ => cx.unsupported(node.span, "predeclared function"),
    }
}

fn length(cx: &mut Cx, op: Builtin, operand: &ir::Expr) -> Expr {
    if let Some(header) = crate::slice::parts(cx, operand) {
        return header.length;
    }
    let value = expr(cx, operand);
    match cx.kind(operand.ty) {
        TypeKind::Slice(_) if op == Builtin::Cap => js::member(value, "capacity"),
        TypeKind::Map { .. } => js::member(value, "size"),
        TypeKind::Chan { .. } => cx.helper(
            if op == Builtin::Len { "chanLen" } else { "chanCap" },
            vec![value],
        ),
        TypeKind::Array { len, .. } => with_effect(value, js::int(*len as i64)),
        TypeKind::Pointer(elem) => match cx.kind(*elem) {
            TypeKind::Array { len, .. } => with_effect(value, js::int(*len as i64)),
            _ => js::member(value, "length"),
        },
        _ => js::member(value, "length"),
    }
}

/// A known value, after the effects of an operand that need not be kept.
fn with_effect(operand: Expr, value: Expr) -> Expr {
    if crate::effects::is_repeatable(&operand) {
        value
    } else {
        js::sequence(vec![operand, value])
    }
}

/// spec: "For floating-point arguments [...] negative zero is smaller than (non-negative) zero [...] if any
/// argument is a NaN, the result is a NaN": as `Math.min` and `Math.max` have it.
fn extreme(cx: &mut Cx, op: Builtin, args: &[ir::Expr], ty: TypeId) -> Expr {
    let name = if op == Builtin::Min { "min" } else { "max" };
    let is_number = args.iter().all(|arg| int::is_number(cx, arg));
    let values = exprs(cx, args);
    let is_float = matches!(cx.kind(ty), TypeKind::Float32 | TypeKind::Float64);
    if is_number || is_float {
        return js::method(js::global("Math"), name, values);
    }
    cx.helper(name, values)
}

fn print(cx: &mut Cx, op: Builtin, args: &[ir::Expr]) -> Expr {
    if let Some(text) = printed_text(op, args) {
        let text = string::constant(cx, &text);
        return cx.helper("writeText", vec![js::int(2), text]);
    }
    let parts = args
        .iter()
        .map(|arg| {
            let value = expr(cx, arg);
            match cx.kind(arg.ty) {
                TypeKind::Bool | TypeKind::Int(_) | TypeKind::String => value,
                TypeKind::Float32 => cx.helper("printFloat32", vec![value]),
                TypeKind::Float64 => cx.helper("printFloat", vec![value]),
                TypeKind::Complex64 => cx.helper("printComplex64", vec![value]),
                TypeKind::Complex128 => cx.helper("printComplex", vec![value]),
                TypeKind::Slice(_) => cx.helper("printSlice", vec![value]),
                TypeKind::Interface(_) => cx.helper("printInterface", vec![value]),
                _ => cx.helper("printPointer", vec![value]),
            }
        })
        .collect();
    cx.helper(if op == Builtin::Print { "print" } else { "println" }, parts)
}

/// What constant strings print; `None` if there are other operands.
fn printed_text(op: Builtin, args: &[ir::Expr]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    for (index, arg) in args.iter().enumerate() {
        let ExprKind::Const(Const::String(bytes)) = &arg.kind else {
            return None;
        };
        if index > 0 && op == Builtin::Println {
            text.push(b' ');
        }
        text.extend_from_slice(bytes);
    }
    if op == Builtin::Println {
        text.push(b'\n');
    }
    Some(text)
}
