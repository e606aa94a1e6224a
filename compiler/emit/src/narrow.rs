//! Integers of at most 32 bits: numbers in the range of their kind.

use crate::cx::Cx;
use crate::int::Operand;
use crate::js::{self, Expr};
use goes_lower::ir::{ArithOp, IntKind, Overflow, ShiftOp};
use swc_ecma_ast::{BinaryOp, Lit, UnaryOp};

/// Brings a number that is exact modulo 2^32 into the range of a kind of at most 32 bits.
pub(crate) fn wrap(kind: IntKind, value: Expr) -> Expr {
    match kind {
        IntKind::Int32 => js::bit_or(value, js::int(0)),
        IntKind::Uint32 => js::shr_u(value, js::int(0)),
        IntKind::Int16 => js::shr(js::shl(value, js::int(16)), js::int(16)),
        IntKind::Int8 => js::shr(js::shl(value, js::int(24)), js::int(24)),
        IntKind::Uint16 => js::bit_and(value, js::int(0xffff)),
        IntKind::Uint8 => js::bit_and(value, js::int(0xff)),
        IntKind::Int | IntKind::Int64 | IntKind::Uint | IntKind::Uint64 | IntKind::Uintptr => value,
    }
}

/// `left op right`
pub(crate) fn narrow(cx: &mut Cx, op: ArithOp, kind: IntKind, left: Operand, right: Operand) -> Expr {
    match op {
        ArithOp::Add | ArithOp::Concat => wrap(kind, js::add(term(left), term(right))),
        ArithOp::Sub => wrap(kind, js::sub(term(left), term(right))),
        ArithOp::Mul if kind.bits() < 32 => wrap(kind, js::mul(left.js, right.js)),
        ArithOp::Mul => {
            let product = js::method(js::global("Math"), "imul", vec![bits(left.js), bits(right.js)]);
            if kind == IntKind::Uint32 {
                wrap(kind, product)
            } else {
                product
            }
        }
        ArithOp::Div | ArithOp::Rem => divide(cx, op, kind, left, right),
        ArithOp::And => bitwise(BinaryOp::BitAnd, kind, left.js, right.js),
        ArithOp::Or => bitwise(BinaryOp::BitOr, kind, left.js, right.js),
        ArithOp::Xor => bitwise(BinaryOp::BitXor, kind, left.js, right.js),
        ArithOp::AndNot => {
            let mask = js::unary(UnaryOp::Tilde, bits(right.js));
            bitwise(BinaryOp::BitAnd, kind, left.js, mask)
        }
        ArithOp::Shl | ArithOp::Shr => js::add(left.js, right.js),
    }
}

fn divide(cx: &mut Cx, op: ArithOp, kind: IntKind, left: Operand, right: Operand) -> Expr {
    let divides = right
        .constant
        .as_ref()
        .is_some_and(|value| value.sign() != num_bigint::Sign::NoSign);
    let (l, r) = (left.js, right.js);
    let is_unsigned32 = kind == IntKind::Uint32;
    match op {
        ArithOp::Div if divides => wrap(kind, js::div(l, r)),
        ArithOp::Div => {
            let quotient = cx.helper(if is_unsigned32 { "divU32" } else { "div32" }, vec![l, r]);
            if kind.is_signed() {
                wrap(kind, quotient)
            } else {
                quotient
            }
        }
        // A number's remainder may be −0.
        _ if divides && kind.is_signed() => js::bit_or(js::rem(l, r), js::int(0)),
        _ if divides => js::rem(l, r),
        _ => cx.helper(if is_unsigned32 { "remU32" } else { "rem32" }, vec![l, r]),
    }
}

/// JavaScript's bit operations give an int32.
fn bitwise(op: BinaryOp, kind: IntKind, left: Expr, right: Expr) -> Expr {
    if kind.bits() < 32 {
        return js::binary(op, left, right);
    }
    let (left, right) = (bits(left), bits(right));
    let is_done =
        kind.is_signed() || op == BinaryOp::BitAnd && (is_below_sign(&left) || is_below_sign(&right));
    let value = js::binary(op, left, right);
    if is_done {
        value
    } else {
        js::shr_u(value, js::int(0))
    }
}

/// Certainly without the bit that is the sign of an int32.
pub(crate) fn is_below_sign(value: &Expr) -> bool {
    match value {
        Expr::Lit(Lit::Num(number)) => (0.0..2_147_483_648.0).contains(&number.value),
        Expr::Bin(bin) if bin.op == BinaryOp::ZeroFillRShift => {
            matches!(&*bin.right, Expr::Lit(Lit::Num(count)) if count.value >= 1.0)
        }
        _ => false,
    }
}

fn is_zero(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(Lit::Num(number)) if number.value == 0.0)
}

/// `x` of `x >>> 0` and `x | 0`.
fn unwrapped(value: Expr) -> Result<Expr, Expr> {
    match value {
        Expr::Paren(inner) => unwrapped(*inner.expr),
        Expr::Bin(bin)
            if matches!(bin.op, BinaryOp::ZeroFillRShift | BinaryOp::BitOr) && is_zero(&bin.right) =>
        {
            Ok(*bin.left)
        }
        other => Err(other),
    }
}

/// The operand of a bit operation, which looks at the lower 32 bits alone.
fn bits(value: Expr) -> Expr {
    match unwrapped(value) {
        Ok(Expr::Paren(inner)) => *inner.expr,
        Ok(inner) | Err(inner) => inner,
    }
}

/// A term of a sum that will be wrapped: need not be wrapped itself where it is 32-bit arithmetic, whose
/// exact result is small.
fn term(operand: Operand) -> Expr {
    if operand.is_wrapped {
        bits(operand.js)
    } else {
        operand.js
    }
}

/// `left << count`, `left >> count`
pub(crate) fn narrow_shift(
    cx: &mut Cx,
    op: ShiftOp,
    kind: IntKind,
    overflow: Overflow,
    left: Expr,
    count: Operand,
) -> Expr {
    let amount = match count.small().filter(|&count| count >= 0) {
        Some(amount) if amount >= 32 && (op == ShiftOp::Left || !kind.is_signed()) => {
            return js::sequence(vec![left, js::int(0)]);
        }
        Some(amount) => js::int(amount.min(31)),
        None if overflow.is_proven() && count.is_number => count.js,
        None => {
            let helper = match (op, kind.is_signed()) {
                (ShiftOp::Left, _) => "shl32",
                (ShiftOp::Right, true) => "shr32",
                (ShiftOp::Right, false) => "shrU32",
            };
            let value = cx.helper(helper, vec![left, count.js]);
            return if op == ShiftOp::Left {
                wrap(kind, value)
            } else {
                value
            };
        }
    };
    let left = if kind.bits() == 32 { bits(left) } else { left };
    match op {
        ShiftOp::Left => wrap(kind, js::shl(left, amount)),
        ShiftOp::Right if kind.is_signed() => js::shr(left, amount),
        ShiftOp::Right => js::shr_u(left, amount),
    }
}
