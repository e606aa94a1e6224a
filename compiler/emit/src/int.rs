//! Integer, floating-point and complex arithmetic.
//!
//! `int32` and narrower are JavaScript numbers wrapped by bit operations, `int` and its like are numbers
//! while they are safe integers and bigints beyond, `uint64` is a bigint (ARCHITECTURE.md, Integers).

use crate::cx::Cx;
use crate::guard;
use crate::js::{self, Expr};
use crate::narrow::{narrow, narrow_shift, wrap};
use crate::words;
use goes_lower::ir::{self, ArithOp, Const, ExprKind, IntKind, IntRepr, Overflow, ShiftOp, TypeId, TypeKind};
use num_bigint::BigInt;
use swc_ecma_ast::{BinaryOp, UnaryOp};

pub(crate) const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

/// An operand and what is known about it.
pub(crate) struct Operand {
    pub js: Expr,
    pub constant: Option<BigInt>,
    /// Certainly no bigint.
    pub is_number: bool,
    /// 32-bit arithmetic that has been wrapped, and was a small integer before.
    pub is_wrapped: bool,
}

impl Operand {
    pub(crate) fn of(cx: &mut Cx, expr: &ir::Expr) -> Operand {
        let constant = match &expr.kind {
            ExprKind::Const(Const::Int(value)) => Some(value.clone()),
            _ => None,
        };
        Operand {
            is_number: is_number(cx, expr),
            is_wrapped: is_wrapped(cx, expr),
            js: crate::expr::expr(cx, expr),
            constant,
        }
    }

    pub(crate) fn small(&self) -> Option<i64> {
        self.constant
            .as_ref()
            .and_then(|value| i64::try_from(value).ok())
            .filter(|value| value.unsigned_abs() <= MAX_SAFE as u64)
    }
}

fn is_wrapped(cx: &Cx, expr: &ir::Expr) -> bool {
    let has_32_bits = matches!(cx.kind(expr.ty), TypeKind::Int(IntKind::Int32 | IntKind::Uint32));
    let is_small = match &expr.kind {
        ExprKind::Arith { op, .. } => !matches!(op, ArithOp::Div | ArithOp::Rem),
        ExprKind::Shift { .. } | ExprKind::Complement(_) => true,
        _ => false,
    };
    has_32_bits && is_small
}

/// Whether a value of an integer type is certainly held as a JavaScript number.
pub(crate) fn is_number(cx: &Cx, expr: &ir::Expr) -> bool {
    let TypeKind::Int(kind) = cx.kind(expr.ty) else {
        return false;
    };
    match kind.repr() {
        IntRepr::Number => return true,
        IntRepr::BigInt => return false,
        IntRepr::Mixed => {}
    }
    match &expr.kind {
        ExprKind::Const(Const::Int(value)) => is_safe(value),
        ExprKind::Zero => true,
        ExprKind::Local(local) => cx.local(*local).is_some_and(|info| info.is_number),
        ExprKind::Global(global) => cx.program.globals[global.0 as usize].is_number,
        ExprKind::Field { base, field } => cx
            .fields(base.ty)
            .is_some_and(|(_, fields)| fields[*field as usize].is_number),
        ExprKind::Call(call) => match call.callee {
            ir::Callee::Func(func) => cx.function(func).code.number_results.first() == Some(&true),
            _ => false,
        },
        ExprKind::Builtin(ir::Builtin::Min | ir::Builtin::Max, args) => {
            args.iter().all(|arg| is_number(cx, arg))
        }
        ExprKind::Builtin(op, _) => matches!(
            op,
            ir::Builtin::Len | ir::Builtin::Cap | ir::Builtin::Copy | ir::Builtin::CopyString
        ),
        ExprKind::Sequence { value, .. } => is_number(cx, value),
        ExprKind::Convert {
            op: ir::Conversion::Number,
            ..
        } => true,
        ExprKind::Convert {
            op: ir::Conversion::Retype,
            operand,
        } => is_number(cx, operand),
        ExprKind::Convert {
            op: ir::Conversion::Numeric,
            operand,
        } => is_number(cx, operand) && (is_signed(cx, expr.ty) || !is_signed(cx, operand.ty)),
        ExprKind::Arith { overflow, .. } if overflow.is_proven() => true,
        ExprKind::Shift { overflow, .. } if overflow.is_proven() => true,
        ExprKind::Negate { operand, overflow } => {
            overflow.is_proven() || is_signed(cx, expr.ty) && is_number(cx, operand)
        }
        ExprKind::Shift {
            op: ShiftOp::Right,
            left,
            ..
        } => is_number(cx, left),
        // No larger than the divisor, or the dividend.
        ExprKind::Arith {
            op: ArithOp::Rem,
            left,
            right,
            ..
        } => is_number(cx, left) || is_number(cx, right),
        ExprKind::Arith {
            op: ArithOp::Div,
            left,
            ..
        } => is_number(cx, left),
        ExprKind::Arith {
            op: ArithOp::And,
            left,
            right,
            ..
        } => {
            let is_mask = |expr: &ir::Expr| matches!(&expr.kind, ExprKind::Const(Const::Int(value)) if is_safe(value) && value.sign() != num_bigint::Sign::Minus);
            is_mask(left) || is_mask(right)
        }
        ExprKind::Cond { then, els, .. } => is_number(cx, then) && is_number(cx, els),
        _ => false,
    }
}

fn is_signed(cx: &Cx, ty: TypeId) -> bool {
    matches!(cx.kind(ty), TypeKind::Int(kind) if kind.is_signed())
}

fn is_safe(value: &BigInt) -> bool {
    value.bits() <= 53
}

/// An integer constant as its kind is held.
pub(crate) fn constant(kind: IntKind, value: &BigInt) -> Expr {
    if kind.repr() == IntRepr::BigInt || !is_safe(value) {
        return js::bigint(value);
    }
    js::int(i64::try_from(value).unwrap_or(0))
}

fn wrap64(value: Expr) -> Expr {
    js::method(js::global("BigInt"), "asUintN", vec![js::int(64), value])
}

/// `left op right` in the arithmetic of a type. Both operands of a shift are given by [`shift`].
pub(crate) fn arith(
    cx: &mut Cx,
    op: ArithOp,
    ty: TypeId,
    overflow: Overflow,
    left: Operand,
    right: Operand,
) -> Expr {
    match cx.kind(ty) {
        TypeKind::Int(kind) => match op {
            ArithOp::Shl => shift(cx, ShiftOp::Left, *kind, overflow, left, right),
            ArithOp::Shr => shift(cx, ShiftOp::Right, *kind, overflow, left, right),
            _ => match kind.repr() {
                IntRepr::Number => narrow(cx, op, *kind, left, right),
                IntRepr::Mixed => mixed(cx, op, *kind, overflow, left, right),
                IntRepr::BigInt => wide(cx, op, left, right),
            },
        },
        TypeKind::Float32 => js::method(js::global("Math"), "fround", vec![float(op, left.js, right.js)]),
        TypeKind::Complex64 | TypeKind::Complex128 => complex(cx, op, ty, left.js, right.js),
        TypeKind::String => js::add(left.js, right.js),
        _ => float(op, left.js, right.js),
    }
}

fn float(op: ArithOp, left: Expr, right: Expr) -> Expr {
    let op = match op {
        ArithOp::Sub => BinaryOp::Sub,
        ArithOp::Mul => BinaryOp::Mul,
        ArithOp::Div => BinaryOp::Div,
        ArithOp::Rem => BinaryOp::Mod,
        ArithOp::Add
        | ArithOp::Concat
        | ArithOp::And
        | ArithOp::Or
        | ArithOp::Xor
        | ArithOp::AndNot
        | ArithOp::Shl
        | ArithOp::Shr => BinaryOp::Add,
    };
    js::binary(op, left, right)
}

fn complex(cx: &mut Cx, op: ArithOp, ty: TypeId, left: Expr, right: Expr) -> Expr {
    let helper = match op {
        ArithOp::Sub => "complexSub",
        ArithOp::Mul => "complexMul",
        ArithOp::Div => "complexDiv",
        _ => "complexAdd",
    };
    let value = cx.helper(helper, vec![left, right]);
    round_complex(cx, ty, value)
}

/// Rounds the parts of a complex64.
pub(crate) fn round_complex(cx: &mut Cx, ty: TypeId, value: Expr) -> Expr {
    if *cx.kind(ty) == TypeKind::Complex64 {
        cx.helper("complex64", vec![value])
    } else {
        value
    }
}

pub(crate) fn helper_name(op: ArithOp, is_signed: bool) -> &'static str {
    match (op, is_signed) {
        (ArithOp::Add | ArithOp::Concat, true) => "add",
        (ArithOp::Sub, true) => "sub",
        (ArithOp::Mul, true) => "mul",
        (ArithOp::Div, true) => "div",
        (ArithOp::Rem, true) => "rem",
        (ArithOp::And, true) => "and",
        (ArithOp::Or, true) => "or",
        (ArithOp::Xor, true) => "xor",
        (ArithOp::AndNot, true) => "andNot",
        (ArithOp::Shl, true) => "shl",
        (ArithOp::Shr, true) => "shr",
        (ArithOp::Add | ArithOp::Concat, false) => "addU",
        (ArithOp::Sub, false) => "subU",
        (ArithOp::Mul, false) => "mulU",
        (ArithOp::Div, false) => "divU",
        (ArithOp::Rem, false) => "remU",
        (ArithOp::And, false) => "andU",
        (ArithOp::Or, false) => "orU",
        (ArithOp::Xor, false) => "xorU",
        (ArithOp::AndNot, false) => "andNotU",
        (ArithOp::Shl, false) => "shlU",
        (ArithOp::Shr, false) => "shrU",
    }
}

/// `int`, `int64`, `uint`, `uintptr`.
fn mixed(cx: &mut Cx, op: ArithOp, kind: IntKind, overflow: Overflow, left: Operand, right: Operand) -> Expr {
    let is_signed = kind.is_signed();
    let proven = overflow.is_proven();
    let numbers = left.is_number && right.is_number;
    match op {
        ArithOp::Mul | ArithOp::Div | ArithOp::Rem if overflow == Overflow::Int32 => {
            small(op, is_signed, left, right)
        }
        ArithOp::Add | ArithOp::Concat if proven => js::add(left.js, right.js),
        ArithOp::Sub if proven => js::sub(left.js, right.js),
        ArithOp::Mul if proven => {
            let exact = !is_signed || is_positive(&left) || is_positive(&right);
            let product = js::mul(left.js, right.js);
            // 0 × −1 is −0.
            if exact {
                product
            } else {
                js::add(product, js::int(0))
            }
        }
        ArithOp::Div if proven || (numbers && is_positive(&right)) => {
            let quotient = js::div(left.js, right.js);
            let quotient = js::method(js::global("Math"), "trunc", vec![quotient]);
            if is_signed {
                js::add(quotient, js::int(0))
            } else {
                quotient
            }
        }
        ArithOp::Rem if proven || (numbers && is_positive(&right)) => {
            let remainder = js::rem(left.js, right.js);
            if is_signed {
                js::add(remainder, js::int(0))
            } else {
                remainder
            }
        }
        // Operands and results are within 31 bits and a sign.
        ArithOp::And if proven => js::bit_and(left.js, right.js),
        ArithOp::Or if proven => js::bit_or(left.js, right.js),
        ArithOp::Xor if proven => js::binary(BinaryOp::BitXor, left.js, right.js),
        ArithOp::AndNot if proven => js::bit_and(left.js, js::unary(UnaryOp::Tilde, right.js)),
        ArithOp::And if numbers && is_mask(&left, &right) => js::bit_and(left.js, right.js),
        ArithOp::Add | ArithOp::Sub | ArithOp::Mul if cx.is_hot() && (numbers || is_signed) => {
            guard::guarded(cx, op, is_signed, left, right)
        }
        ArithOp::And | ArithOp::Rem | ArithOp::Div if cx.is_hot() => {
            guard::with_constant(cx, op, is_signed, left, right)
        }
        _ => cx.helper(helper_name(op, is_signed), vec![left.js, right.js]),
    }
}

fn is_positive(operand: &Operand) -> bool {
    operand.small().is_some_and(|value| value > 0)
}

/// Operands and result are in the range of int32; a divisor is not zero.
fn small(op: ArithOp, is_signed: bool, left: Operand, right: Operand) -> Expr {
    let exact = !is_signed || is_positive(&left) || is_positive(&right);
    let (l, r) = (left.js, right.js);
    match op {
        ArithOp::Mul if exact => js::mul(l, r),
        ArithOp::Mul => js::method(js::global("Math"), "imul", vec![l, r]),
        ArithOp::Div => js::bit_or(js::div(l, r), js::int(0)),
        _ if is_signed => js::bit_or(js::rem(l, r), js::int(0)),
        _ => js::rem(l, r),
    }
}

/// One operand is a constant mask of fewer than 32 bits: what JavaScript cuts off does not matter.
pub(crate) fn is_mask(left: &Operand, right: &Operand) -> bool {
    [left, right]
        .into_iter()
        .any(|operand| operand.small().is_some_and(|value| (0..1 << 31).contains(&value)))
}

/// A result that needs no wrapping; where it is hot, wrapping tells the engine that 64 bits are enough.
fn bits64(cx: &Cx, value: Expr) -> Expr {
    if cx.is_hot() { wrap64(value) } else { value }
}

/// `a * b % m` on `int` or `int64` where the product may be wide.
pub(crate) fn remainder_of_product(
    cx: &mut Cx,
    op: ArithOp,
    ty: TypeId,
    left: &ir::Expr,
    right: &ir::Expr,
) -> Option<Expr> {
    let ExprKind::Arith {
        op: ArithOp::Mul,
        left: a,
        right: b,
        overflow: Overflow::Checked,
    } = &left.kind
    else {
        return None;
    };
    if op != ArithOp::Rem || !cx.is_hot() {
        return None;
    }
    let is_fit =
        matches!(cx.kind(ty), TypeKind::Int(kind) if kind.repr() == IntRepr::Mixed && kind.is_signed());
    if !is_fit {
        return None;
    }
    let args = [a, b, right].map(|operand| crate::expr::expr(cx, operand));
    Some(cx.helper("mulRem", args.into()))
}

/// `(a*b + c) & mask` on `int` and its like, with a mask of at most 32 bits.
pub(crate) fn masked(
    cx: &mut Cx,
    op: ArithOp,
    ty: TypeId,
    left: &ir::Expr,
    right: &ir::Expr,
) -> Option<Expr> {
    let is_mixed = matches!(cx.kind(ty), TypeKind::Int(kind) if kind.repr() == IntRepr::Mixed);
    let ExprKind::Const(Const::Int(mask)) = &right.kind else {
        return None;
    };
    let mask = i64::try_from(mask)
        .ok()
        .filter(|mask| (0..1 << 32).contains(mask))?;
    if op != ArithOp::And || !is_mixed {
        return None;
    }
    let value = words::lower_bits(cx, left)?;
    let masked = js::bit_and(value, js::int(mask));
    Some(if mask < 1 << 31 {
        masked
    } else {
        js::shr_u(masked, js::int(0))
    })
}

/// `uint64`
fn wide(cx: &mut Cx, op: ArithOp, left: Operand, right: Operand) -> Expr {
    let divides = right
        .constant
        .as_ref()
        .is_some_and(|value| value.sign() != num_bigint::Sign::NoSign);
    let (l, r) = (left.js, right.js);
    match op {
        ArithOp::Add | ArithOp::Concat => wrap64(js::add(l, r)),
        ArithOp::Sub => wrap64(js::sub(l, r)),
        ArithOp::Mul => wrap64(js::mul(l, r)),
        ArithOp::Div if divides => js::div(l, r),
        ArithOp::Div => cx.helper("div64", vec![l, r]),
        ArithOp::Rem if divides => js::rem(l, r),
        ArithOp::Rem => cx.helper("rem64", vec![l, r]),
        ArithOp::And => bits64(cx, js::bit_and(l, r)),
        ArithOp::Or => bits64(cx, js::bit_or(l, r)),
        ArithOp::Xor => bits64(cx, js::binary(BinaryOp::BitXor, l, r)),
        ArithOp::AndNot => bits64(cx, js::bit_and(l, js::unary(UnaryOp::Tilde, r))),
        ArithOp::Shl | ArithOp::Shr => wrap64(js::add(l, r)),
    }
}

/// spec: "The shift operators shift the left operand by the shift count specified by the right operand,
/// which must be non-negative [...] There is no upper limit on the shift count."
pub(crate) fn shift(
    cx: &mut Cx,
    op: ShiftOp,
    kind: IntKind,
    overflow: Overflow,
    left: Operand,
    count: Operand,
) -> Expr {
    match kind.repr() {
        IntRepr::Number => narrow_shift(cx, op, kind, overflow, left.js, count),
        IntRepr::BigInt => wide_shift(cx, op, overflow, left, count),
        IntRepr::Mixed => mixed_shift(cx, op, kind, overflow, left, count),
    }
}

fn wide_shift(cx: &mut Cx, op: ShiftOp, overflow: Overflow, left: Operand, count: Operand) -> Expr {
    let amount = match count.small().filter(|&count| count >= 0) {
        Some(amount) if amount >= 64 => {
            return js::sequence(vec![left.js, js::bigint(&BigInt::from(0))]);
        }
        Some(amount) => js::bigint(&BigInt::from(amount)),
        None if overflow.is_proven() => js::call(js::global("BigInt"), vec![count.js]),
        None => {
            let helper = if op == ShiftOp::Left { "shl64" } else { "shr64" };
            return cx.helper(helper, vec![left.js, count.js]);
        }
    };
    if op == ShiftOp::Left {
        wrap64(js::shl(left.js, amount))
    } else {
        js::shr(wrap64(left.js), amount)
    }
}

fn mixed_shift(
    cx: &mut Cx,
    op: ShiftOp,
    kind: IntKind,
    overflow: Overflow,
    left: Operand,
    count: Operand,
) -> Expr {
    let constant = count.small().filter(|&count| (0..64).contains(&count));
    if overflow == Overflow::Int32 {
        let count = match constant {
            Some(amount) => js::int(amount),
            None if count.is_number => count.js,
            None => js::call(js::global("Number"), vec![count.js]),
        };
        return if op == ShiftOp::Left {
            js::shl(left.js, count)
        } else {
            js::shr(left.js, count)
        };
    }
    let proven = overflow.is_proven() || (op == ShiftOp::Right && left.is_number);
    if let (Some(amount), true) = (constant, proven) {
        let power = js::number(2f64.powi(amount as i32));
        if op == ShiftOp::Left {
            return js::mul(left.js, power);
        }
        return js::method(js::global("Math"), "floor", vec![js::div(left.js, power)]);
    }
    if let (Some(amount), ShiftOp::Right, true) = (constant, op, cx.is_hot()) {
        return guard::shift_right(cx, kind.is_signed(), left, amount);
    }
    let op = if op == ShiftOp::Left {
        ArithOp::Shl
    } else {
        ArithOp::Shr
    };
    cx.helper(helper_name(op, kind.is_signed()), vec![left.js, count.js])
}

/// `-x`
pub(crate) fn negate(cx: &mut Cx, operand: &ir::Expr, ty: TypeId, overflow: Overflow) -> Expr {
    let operand = Operand::of(cx, operand);
    match cx.kind(ty) {
        TypeKind::Int(kind) => match kind.repr() {
            IntRepr::Number => wrap(*kind, js::unary(UnaryOp::Minus, operand.js)),
            IntRepr::BigInt => wrap64(js::unary(UnaryOp::Minus, operand.js)),
            IntRepr::Mixed if overflow.is_proven() || kind.is_signed() && operand.is_number => {
                js::sub(js::int(0), operand.js)
            }
            IntRepr::Mixed if kind.is_signed() => cx.helper("neg", vec![operand.js]),
            IntRepr::Mixed => cx.helper("negU", vec![operand.js]),
        },
        TypeKind::Complex64 | TypeKind::Complex128 => cx.helper("complexNeg", vec![operand.js]),
        _ => js::unary(UnaryOp::Minus, operand.js),
    }
}

/// `^x`
pub(crate) fn complement(cx: &mut Cx, operand: &ir::Expr, ty: TypeId) -> Expr {
    let operand = crate::expr::expr(cx, operand);
    let TypeKind::Int(kind) = cx.kind(ty) else {
        return operand;
    };
    match kind.repr() {
        IntRepr::Number if kind.is_signed() => js::unary(UnaryOp::Tilde, operand),
        IntRepr::Number => wrap(*kind, js::unary(UnaryOp::Tilde, operand)),
        IntRepr::BigInt => wrap64(js::unary(UnaryOp::Tilde, operand)),
        IntRepr::Mixed => cx.helper(if kind.is_signed() { "not" } else { "notU" }, vec![operand]),
    }
}

// ---- conversions ------------------------------------------------------------------------------------

/// Between integer, floating-point and complex types.
///
/// spec: "When converting between integer types, if the value is a signed integer, it is sign extended to
/// implicit infinite precision; otherwise it is zero extended. It is then truncated to fit in the result
/// type's size." "When converting a floating-point number to an integer, the fraction is discarded".
pub(crate) fn convert(cx: &mut Cx, operand: &ir::Expr, to: TypeId) -> Expr {
    let to_kind = cx.kind(to).clone();
    if words::is_split(cx, operand)
        && let Some(value) = words::convert(cx, operand, &to_kind)
    {
        return value;
    }
    if let TypeKind::Int(kind) = to_kind
        && kind.bits() <= 32
        && let Some(value) = words::lower_bits(cx, operand)
    {
        return wrap(kind, value);
    }
    let known_number = is_number(cx, operand);
    let value = crate::expr::expr(cx, operand);
    match (cx.kind(operand.ty), cx.kind(to)) {
        (TypeKind::Int(from), TypeKind::Int(to)) => int_to_int(cx, *from, *to, value, known_number),
        (TypeKind::Int(from), TypeKind::Float32) => {
            if from.repr() == IntRepr::Number || known_number {
                return js::method(js::global("Math"), "fround", vec![value]);
            }
            // Rounded once.
            cx.helper("toFloat32", vec![value])
        }
        (TypeKind::Int(from), TypeKind::Float64) => int_to_float(*from, value, known_number),
        (TypeKind::Float32 | TypeKind::Float64, TypeKind::Int(to)) => float_to_int(cx, *to, value),
        (TypeKind::Float64, TypeKind::Float32) => js::method(js::global("Math"), "fround", vec![value]),
        (TypeKind::Complex128, TypeKind::Complex64) => cx.helper("complex64", vec![value]),
        _ => value,
    }
}

fn int_to_float(from: IntKind, value: Expr, known_number: bool) -> Expr {
    if from.repr() == IntRepr::Number || known_number {
        return value;
    }
    js::call(js::global("Number"), vec![value])
}

fn float_to_int(cx: &mut Cx, to: IntKind, value: Expr) -> Expr {
    match to {
        IntKind::Int | IntKind::Int64 => cx.helper("floatToInt64", vec![value]),
        IntKind::Uint | IntKind::Uintptr => cx.helper("floatToUint", vec![value]),
        IntKind::Uint64 => cx.helper("floatToUint64", vec![value]),
        IntKind::Int32 => cx.helper("floatToInt32", vec![value]),
        _ => wrap(to, value),
    }
}

fn int_to_int(cx: &mut Cx, from: IntKind, to: IntKind, value: Expr, known_number: bool) -> Expr {
    let fits = from.is_signed() == to.is_signed() && from.bits() <= to.bits()
        || !from.is_signed() && from.bits() < to.bits();
    match (from.repr(), to.repr()) {
        (IntRepr::Number, IntRepr::Number) => {
            if fits {
                value
            } else {
                wrap(to, value)
            }
        }
        (IntRepr::Number | IntRepr::Mixed, IntRepr::Mixed) => {
            if fits {
                value
            } else {
                cx.helper(if to.is_signed() { "toInt64" } else { "toUint" }, vec![value])
            }
        }
        (IntRepr::Number, IntRepr::BigInt) => {
            let value = js::call(js::global("BigInt"), vec![value]);
            if fits { value } else { wrap64(value) }
        }
        (IntRepr::Mixed, IntRepr::Number) if known_number => wrap(to, value),
        (IntRepr::Mixed, IntRepr::Number) => {
            let helper = match to {
                IntKind::Int8 => "toInt8",
                IntKind::Int16 => "toInt16",
                IntKind::Int32 => "toInt32",
                IntKind::Uint8 => "toUint8",
                IntKind::Uint16 => "toUint16",
                _ => "toUint32",
            };
            cx.helper(helper, vec![value])
        }
        (IntRepr::Mixed, IntRepr::BigInt) => cx.helper("toUint64", vec![value]),
        (IntRepr::BigInt, IntRepr::Number) => {
            let cut = if to.is_signed() { "asIntN" } else { "asUintN" };
            let value = js::method(js::global("BigInt"), cut, vec![js::int(to.bits().into()), value]);
            js::call(js::global("Number"), vec![value])
        }
        (IntRepr::BigInt, IntRepr::Mixed) => {
            cx.helper(if to.is_signed() { "toInt64" } else { "toUint" }, vec![value])
        }
        (IntRepr::BigInt, IntRepr::BigInt) => value,
    }
}
