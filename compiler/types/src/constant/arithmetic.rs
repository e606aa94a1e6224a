//! Operators on constant values.

use super::scaled::Scaled;
use super::{Value, compare_rationals, float};
use goes_syntax::ast::{BinaryOp, UnaryOp};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};
use std::cmp::Ordering;

/// `op x`. `unsigned_bits` is the width of the operand's type if that is unsigned: spec: "^x bitwise
/// complement is m ^ x with m = "all bits set to 1" for unsigned x and m = -1 for signed x".
pub fn unary(op: UnaryOp, x: &Value, unsigned_bits: Option<u64>) -> Value {
    match (op, x) {
        (UnaryOp::Plus, _) => x.clone(),
        (UnaryOp::Minus, Value::Int(value)) => Value::Int(-value),
        (UnaryOp::Minus, Value::Float(value)) => Value::float(-(**value).clone()),
        (UnaryOp::Minus, Value::Huge(value)) => value.negated().value(),
        (UnaryOp::Minus, Value::Complex(parts)) => Value::complex(-parts.0.clone(), -parts.1.clone()),
        (UnaryOp::Not, Value::Bool(value)) => Value::Bool(!value),
        (UnaryOp::Complement, Value::Int(value)) => match unsigned_bits {
            Some(bits) => Value::Int(value ^ ((BigInt::one() << bits) - 1)),
            None => Value::Int(!value),
        },
        _ => Value::Unknown,
    }
}

/// `x op y` for all operators but comparisons and shifts. The divisor is not zero.
///
/// `is_integer`: the operands are of integer type, so that division truncates.
pub fn binary(op: BinaryOp, x: &Value, y: &Value, is_integer: bool) -> Value {
    match (x, y) {
        (Value::Bool(x), Value::Bool(y)) => match op {
            BinaryOp::LogicalAnd => Value::Bool(*x && *y),
            BinaryOp::LogicalOr => Value::Bool(*x || *y),
            _ => Value::Unknown,
        },
        (Value::String(x), Value::String(y)) if op == BinaryOp::Add => Value::String(x.concat(y)),
        (Value::Int(x), Value::Int(y)) => binary_int(op, x, y, is_integer),
        (Value::Huge(_), _) | (_, Value::Huge(_)) => match (Scaled::of(x), Scaled::of(y)) {
            (Some(x), Some(y)) => Scaled::binary(op, &x, &y),
            _ => Value::Unknown,
        },
        (Value::Complex(_), _) | (_, Value::Complex(_)) => match (x.to_complex(), y.to_complex()) {
            (Value::Complex(x), Value::Complex(y)) => binary_complex(op, &x, &y),
            _ => Value::Unknown,
        },
        _ => match (x.to_rational(), y.to_rational()) {
            (Some(x), Some(y)) => binary_rational(op, &x, &y).map_or(Value::Unknown, Value::float),
            _ => Value::Unknown,
        },
    }
}

fn binary_int(op: BinaryOp, x: &BigInt, y: &BigInt, is_integer: bool) -> Value {
    Value::Int(match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::Div | BinaryOp::Rem if y.is_zero() => return Value::Unknown,
        // spec: "the integer quotient q = x / y [...] with x / y truncated towards zero".
        BinaryOp::Div if is_integer => match (x.to_i64(), y.to_i64()) {
            // gc divides what fits in 64 bits there: the least number by −1 is itself.
            (Some(x), Some(y)) => BigInt::from(x.wrapping_div(y)),
            _ => x / y,
        },
        BinaryOp::Div => return Value::float(float::quotient(x.clone(), y.clone())),
        BinaryOp::Rem => x % y,
        BinaryOp::And => x & y,
        BinaryOp::Or => x | y,
        BinaryOp::Xor => x ^ y,
        BinaryOp::AndNot => x & !y,
        _ => return Value::Unknown,
    })
}

/// Sum, difference, product or quotient; no larger than needed.
fn binary_rational(op: BinaryOp, x: &BigRational, y: &BigRational) -> Option<BigRational> {
    let (xn, xd, yn, yd) = (x.numer(), x.denom(), y.numer(), y.denom());
    Some(match op {
        BinaryOp::Add if xd == yd => float::quotient(xn + yn, xd.clone()),
        BinaryOp::Sub if xd == yd => float::quotient(xn - yn, xd.clone()),
        BinaryOp::Add => float::quotient(xn * yd + yn * xd, xd * yd),
        BinaryOp::Sub => float::quotient(xn * yd - yn * xd, xd * yd),
        BinaryOp::Mul => float::quotient(xn * yn, xd * yd),
        BinaryOp::Div if !yn.is_zero() => float::quotient(xn * yd, xd * yn),
        _ => return None,
    })
}

type Parts = (BigRational, BigRational);

fn binary_complex(op: BinaryOp, x: &Parts, y: &Parts) -> Value {
    let parts = match op {
        BinaryOp::Add | BinaryOp::Sub => binary_rational(op, &x.0, &y.0).zip(binary_rational(op, &x.1, &y.1)),
        BinaryOp::Mul => multiply(x, y),
        BinaryOp::Div => divide(x, y),
        _ => None,
    };
    parts.map_or(Value::Unknown, |(re, im)| Value::complex(re, im))
}

fn multiply((a, b): &Parts, (c, d): &Parts) -> Option<Parts> {
    let mul = |x, y| Value::float(binary_rational(BinaryOp::Mul, x, y)?).to_rational();
    let re = binary_rational(BinaryOp::Sub, &mul(a, c)?, &mul(b, d)?)?;
    let im = binary_rational(BinaryOp::Add, &mul(b, c)?, &mul(a, d)?)?;
    Some((re, im))
}

/// `x / y = x * conjugate(y) / |y|²`.
fn divide(x: &Parts, y: &Parts) -> Option<Parts> {
    let conjugate = (y.0.clone(), -y.1.clone());
    let (re, im) = multiply(x, &conjugate)?;
    let (norm, _) = multiply(y, &conjugate)?;
    Some((
        binary_rational(BinaryOp::Div, &re, &norm)?,
        binary_rational(BinaryOp::Div, &im, &norm)?,
    ))
}

/// `x << count` or `x >> count` of an integer.
pub fn shift(x: &Value, is_left: bool, count: u64) -> Value {
    let Value::Int(value) = x else {
        return Value::Unknown;
    };
    Value::Int(if is_left {
        value << count
    } else {
        // Rounds towards negative infinity.
        value.div_floor(&(BigInt::one() << count))
    })
}

/// `x op y` for comparison operators; false for what cannot be compared.
pub fn compare(op: BinaryOp, x: &Value, y: &Value) -> bool {
    let ordering = match (x, y) {
        (Value::Bool(x), Value::Bool(y)) => x.cmp(y),
        (Value::String(x), Value::String(y)) => x.cmp(y),
        (Value::Int(x), Value::Int(y)) => x.cmp(y),
        (Value::Huge(_), _) | (_, Value::Huge(_)) => match (Scaled::of(x), Scaled::of(y)) {
            (Some(x), Some(y)) => x.compare(&y),
            _ => return false,
        },
        (Value::Complex(_), _) | (_, Value::Complex(_)) => match (x.to_complex(), y.to_complex()) {
            (Value::Complex(x), Value::Complex(y)) => {
                compare_rationals(&x.0, &y.0).then(compare_rationals(&x.1, &y.1))
            }
            _ => return false,
        },
        _ => match (x.to_rational(), y.to_rational()) {
            (Some(x), Some(y)) => compare_rationals(&x, &y),
            _ => return false,
        },
    };
    match op {
        BinaryOp::Equal => ordering == Ordering::Equal,
        BinaryOp::NotEqual => ordering != Ordering::Equal,
        BinaryOp::Less => ordering == Ordering::Less,
        BinaryOp::LessEqual => ordering != Ordering::Greater,
        BinaryOp::Greater => ordering == Ordering::Greater,
        BinaryOp::GreaterEqual => ordering != Ordering::Less,
        _ => false,
    }
}
