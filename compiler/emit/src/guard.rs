//! Arithmetic on `int` and its like with the check written out: fast where the operands are numbers and the
//! result is one, the helper else.

use crate::cx::Cx;
use crate::effects;
use crate::int::{MAX_SAFE, Operand, helper_name};
use crate::js::{self, Expr};
use goes_lower::ir::ArithOp;
use num_bigint::Sign;
use swc_ecma_ast::BinaryOp;

/// `typeof a === "number" && typeof b === "number" && Math.abs(t = a + b) <= MAX ? t : $add(a, b)`, where
/// the operands may be written twice; else the helper alone.
pub(crate) fn guarded(cx: &mut Cx, op: ArithOp, is_signed: bool, left: Operand, right: Operand) -> Expr {
    // A constant beyond the safe integers makes a wide result.
    if [&left, &right]
        .into_iter()
        .any(|operand| operand.constant.is_some() && operand.small().is_none())
    {
        return cx.helper(helper_name(op, is_signed), vec![left.js, right.js]);
    }
    let mut effects = Vec::new();
    let [l, r] = effects::name(cx, [left.js, right.js], &mut effects);
    let left = Operand { js: l, ..left };
    let right = Operand { js: r, ..right };
    let result = cx.temp();
    let op_js = match op {
        ArithOp::Sub => BinaryOp::Sub,
        ArithOp::Mul => BinaryOp::Mul,
        _ => BinaryOp::Add,
    };
    let plain = js::binary(op_js, left.js.clone(), right.js.clone());
    let plain = js::assign(result.clone(), plain);
    let in_range = in_range(op, is_signed, &left, &right, plain);
    let is_square = op == ArithOp::Mul && left.js == right.js;
    let operands = if left.js == right.js {
        vec![&left]
    } else {
        vec![&left, &right]
    };
    let test = operands.into_iter().rev().fold(in_range, |test, operand| {
        if operand.is_number {
            test
        } else {
            js::and(is_a_number(operand.js.clone()), test)
        }
    });
    let slow = cx.helper(helper_name(op, is_signed), vec![left.js, right.js]);
    // 0 × −1 is −0.
    let exact = op != ArithOp::Mul
        || is_square
        || !is_signed
        || [&left.constant, &right.constant]
            .into_iter()
            .flatten()
            .any(|value| value.sign() == Sign::Plus);
    let fast = if exact {
        result
    } else {
        js::add(result, js::int(0))
    };
    effects::after(effects, js::conditional(test, fast, slow))
}

/// Whether a result is a safe integer.
fn in_range(op: ArithOp, is_signed: bool, left: &Operand, right: &Operand, result: Expr) -> Expr {
    let is_positive = |operand: &Operand| operand.small().is_some_and(|value| value >= 0);
    match op {
        // A sum with a positive constant can only be too large, a difference only too small.
        ArithOp::Add if is_positive(right) || is_positive(left) || !is_signed => {
            js::less_equal(result, js::number(MAX_SAFE))
        }
        ArithOp::Sub if !is_signed => js::greater_equal(result, js::int(0)),
        ArithOp::Sub if is_positive(right) => js::greater_equal(result, js::number(-MAX_SAFE)),
        _ if is_signed => js::less_equal(
            js::method(js::global("Math"), "abs", vec![result]),
            js::number(MAX_SAFE),
        ),
        _ => js::less_equal(result, js::number(MAX_SAFE)),
    }
}

/// `typeof x === "number"`
fn is_a_number(value: Expr) -> Expr {
    js::equal(js::type_of(value), js::string("number"))
}

/// `x & c`, `x / c` and `x % c` for small positive constants: JavaScript's own operation where `x` is a
/// number, an int32 for the latter two.
pub(crate) fn with_constant(
    cx: &mut Cx,
    op: ArithOp,
    is_signed: bool,
    left: Operand,
    right: Operand,
) -> Expr {
    let is_small = right.small().is_some_and(|value| (1..1 << 31).contains(&value));
    let helper = helper_name(op, is_signed);
    if op != ArithOp::And && left.is_number && right.is_number && right.constant.is_none() {
        return divided(cx, op, helper, left, right);
    }
    if op != ArithOp::And && right.constant.is_none() {
        return between_small(cx, op, helper, left, right);
    }
    if !is_small {
        return cx.helper(helper, vec![left.js, right.js]);
    }
    let mut effects = Vec::new();
    let [l] = effects::name(cx, [left.js], &mut effects);
    let slow = cx.helper(helper, vec![l.clone(), right.js.clone()]);
    let is_int32 = js::equal(js::bit_or(l.clone(), js::int(0)), l.clone());
    let (needed, fast) = match op {
        ArithOp::And => (None, js::bit_and(l.clone(), right.js)),
        ArithOp::Div => (
            Some(is_int32),
            js::bit_or(js::div(l.clone(), right.js), js::int(0)),
        ),
        _ => (
            Some(is_int32),
            js::bit_or(js::rem(l.clone(), right.js), js::int(0)),
        ),
    };
    let number = (!left.is_number).then(|| is_a_number(l));
    let test = match (number, needed) {
        (Some(number), Some(needed)) => js::and(number, needed),
        (Some(test), None) | (None, Some(test)) => test,
        (None, None) => return effects::after(effects, fast),
    };
    effects::after(effects, js::conditional(test, fast, slow))
}

/// `a / b` and `a % b`: JavaScript's own operation where both are within 31 bits and the divisor is not zero.
/// Comparisons take bigints too, which are never that small.
fn between_small(cx: &mut Cx, op: ArithOp, helper: &str, left: Operand, right: Operand) -> Expr {
    let mut effects = Vec::new();
    let [l, r] = effects::name(cx, [left.js, right.js], &mut effects);
    let max = || js::number(f64::from(i32::MAX));
    let tests = [
        js::greater_equal(l.clone(), js::int(0)),
        js::binary(BinaryOp::Gt, r.clone(), js::int(0)),
        js::less_equal(l.clone(), max()),
        js::less_equal(r.clone(), max()),
    ];
    let test = tests.into_iter().reduce(js::and);
    let fast = if op == ArithOp::Div {
        js::bit_or(js::div(l.clone(), r.clone()), js::int(0))
    } else {
        js::rem(l.clone(), r.clone())
    };
    let slow = cx.helper(helper, vec![l, r]);
    match test {
        Some(test) => effects::after(effects, js::conditional(test, fast, slow)),
        None => slow,
    }
}

/// `a / b` and `a % b` of numbers: only zero needs a check.
fn divided(cx: &mut Cx, op: ArithOp, helper: &str, left: Operand, right: Operand) -> Expr {
    let mut effects = Vec::new();
    let [l, r] = effects::name(cx, [left.js, right.js], &mut effects);
    let test = js::not(js::equal(r.clone(), js::int(0)));
    let fast = if op == ArithOp::Div {
        js::method(js::global("Math"), "trunc", vec![js::div(l.clone(), r.clone())])
    } else {
        js::rem(l.clone(), r.clone())
    };
    let slow = cx.helper(helper, vec![l, r]);
    let fast = js::add(fast, js::int(0));
    effects::after(effects, js::conditional(test, fast, slow))
}

/// `x >> c`
pub(crate) fn shift_right(cx: &mut Cx, is_signed: bool, left: Operand, amount: i64) -> Expr {
    let mut effects = Vec::new();
    let [l] = effects::name(cx, [left.js], &mut effects);
    let power = js::number(2f64.powi(amount as i32));
    let fast = js::method(js::global("Math"), "floor", vec![js::div(l.clone(), power)]);
    let helper = helper_name(ArithOp::Shr, is_signed);
    let slow = cx.helper(helper, vec![l.clone(), js::int(amount)]);
    effects::after(effects, js::conditional(is_a_number(l), fast, slow))
}
