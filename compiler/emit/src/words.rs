//! 64-bit integers as two words: the locals that a pass has split, and what is computed of them.

use crate::cx::Cx;
use crate::expr::expr;
use crate::js::{self, Expr, Stmt};
use crate::narrow::{is_below_sign, wrap};
use crate::structs;
use goes_lower::ir::{
    self, ArithOp, CompareOp, Const, Conversion, ExprKind, IntKind, IntRepr, LocalId, Place, ShiftOp,
    TypeKind,
};
use goes_lower::passes::split;
use goes_source::Span;
use num_bigint::BigInt;
use swc_common::EqIgnoreSpan;
use swc_ecma_ast::{BinaryOp, Lit, UnaryOp};
use swc_ecma_visit::{Visit, VisitWith};

const WORD: f64 = 4_294_967_296.0;
/// A factor below this gives a product with a word that a double holds.
const SMALL: i32 = 1 << 21;

/// The halves of a value: int32 each. Both are free of effects.
struct Words {
    upper: Expr,
    lower: Expr,
}

/// Whether a node is computed as two words.
pub(crate) fn is_split(cx: &Cx, node: &ir::Expr) -> bool {
    let locals = cx.locals();
    split::is_split(cx.program, locals, node)
}

pub(crate) fn is_split_local(cx: &Cx, local: LocalId) -> bool {
    cx.local(local).is_some_and(|info| info.is_split)
}

pub(crate) fn is_split_place(cx: &Cx, place: &Place) -> bool {
    match place {
        Place::Local(local) => is_split_local(cx, *local),
        Place::Field { base, field } => split::is_split_field(&cx.program.types, base.ty, *field),
        _ => false,
    }
}

// ---- uses -------------------------------------------------------------------------------------------

/// A node that is computed as two words, as a value.
pub(crate) fn joined(cx: &mut Cx, node: &ir::Expr) -> Expr {
    // Its class has an accessor for the whole value.
    if let ExprKind::Field { base, field } = &node.kind {
        return structs::field(cx, base, *field);
    }
    let mut effects = Vec::new();
    let words = words(cx, node, &mut effects);
    let TypeKind::Int(kind) = cx.kind(node.ty) else {
        return words.lower;
    };
    let (kind, is_short) = (*kind, literal(&words.upper) == Some(0));
    let value = if is_short {
        let lower = if is_below_sign(&words.lower) {
            words.lower
        } else {
            js::shr_u(words.lower, js::int(0))
        };
        if kind.repr() == IntRepr::BigInt {
            js::call(js::global("BigInt"), vec![lower])
        } else {
            lower
        }
    } else {
        let helper = match kind.repr() {
            IntRepr::BigInt => "fromWords64",
            _ if kind.is_signed() => "fromWords",
            _ => "fromWordsU",
        };
        cx.helper(helper, vec![words.upper, words.lower])
    };
    crate::effects::after(effects, value)
}

/// The conversion of such a node to a kind of at most 32 bits, or to float64.
pub(crate) fn convert(cx: &mut Cx, operand: &ir::Expr, to: &TypeKind) -> Option<Expr> {
    let mut effects = Vec::new();
    let value = match to {
        TypeKind::Int(kind) if kind.bits() <= 32 => {
            let lower = words(cx, operand, &mut effects).lower;
            if *kind == IntKind::Int32 {
                lower
            } else {
                wrap(*kind, lower)
            }
        }
        TypeKind::Float64 => {
            let is_signed = is_signed(cx, operand);
            let words = words(cx, operand, &mut effects);
            let upper = if is_signed {
                words.upper
            } else {
                unsigned(words.upper)
            };
            js::add(js::mul(upper, js::number(WORD)), unsigned(words.lower))
        }
        _ => return None,
    };
    Some(crate::effects::after(effects, value))
}

fn is_signed(cx: &Cx, node: &ir::Expr) -> bool {
    matches!(cx.kind(node.ty), TypeKind::Int(kind) if kind.is_signed())
}

/// `left op right`, either of them computed as two words.
pub(crate) fn compare(cx: &mut Cx, op: CompareOp, left: &ir::Expr, right: &ir::Expr) -> Expr {
    let is_signed = is_signed(cx, left);
    let mut effects = Vec::new();
    let a = words(cx, left, &mut effects);
    let b = words(cx, right, &mut effects);
    let is_zero = literal(&b.upper) == Some(0) && literal(&b.lower) == Some(0);
    let value = match op {
        CompareOp::Equal => js::and(js::equal(a.upper, b.upper), js::equal(a.lower, b.lower)),
        CompareOp::NotEqual => js::not(js::and(js::equal(a.upper, b.upper), js::equal(a.lower, b.lower))),
        CompareOp::Less if is_zero && is_signed => js::less(a.upper, js::int(0)),
        CompareOp::GreaterEqual if is_zero && is_signed => js::greater_equal(a.upper, js::int(0)),
        _ => {
            let (upper_op, lower_op) = match op {
                CompareOp::Less => (BinaryOp::Lt, BinaryOp::Lt),
                CompareOp::LessEqual => (BinaryOp::Lt, BinaryOp::LtEq),
                CompareOp::Greater => (BinaryOp::Gt, BinaryOp::Gt),
                _ => (BinaryOp::Gt, BinaryOp::GtEq),
            };
            let a_upper = named(cx, a.upper, &mut effects);
            let b_upper = named(cx, b.upper, &mut effects);
            let sign = |word: Expr| if is_signed { word } else { unsigned(word) };
            let differs = js::binary(upper_op, sign(a_upper.clone()), sign(b_upper.clone()));
            let follows = js::binary(lower_op, unsigned(a.lower), unsigned(b.lower));
            js::or(differs, js::and(js::equal(a_upper, b_upper), follows))
        }
    };
    crate::effects::after(effects, value)
}

/// `let hHigh = …, hLow = …`
pub(crate) fn declare(cx: &mut Cx, local: LocalId, init: Option<&ir::Expr>, out: &mut Vec<Stmt>) {
    let mut effects = Vec::new();
    let value = match init {
        Some(init) => words(cx, init, &mut effects),
        None => Words {
            upper: js::int(0),
            lower: js::int(0),
        },
    };
    out.extend(effects.into_iter().map(js::expr_stmt));
    let (upper, lower) = cx.halves(local);
    out.push(js::let_(cx.ident(upper), Some(value.upper)));
    out.push(js::let_(cx.ident(lower), Some(value.lower)));
}

/// `place = value`
pub(crate) fn assign(cx: &mut Cx, place: &Place, value: &ir::Expr, out: &mut Vec<Stmt>) {
    match place {
        Place::Local(local) => assign_local(cx, *local, value, out),
        Place::Field { base, field } => assign_field(cx, base, *field, value, out),
        _ => {}
    }
}

fn assign_local(cx: &mut Cx, local: LocalId, value: &ir::Expr, out: &mut Vec<Stmt>) {
    let mut effects = Vec::new();
    let value = words(cx, value, &mut effects);
    out.extend(effects.into_iter().map(js::expr_stmt));
    let (upper, lower) = cx.halves(local);
    let (upper, lower) = (cx.name(upper), cx.name(lower));
    let mut set = |target: &Expr, value: Expr| {
        if !value.eq_ignore_span(target) {
            out.push(js::expr_stmt(js::assign(target.clone(), value)));
        }
    };
    if !mentions(&value.upper, &lower) {
        set(&lower, value.lower);
        set(&upper, value.upper);
    } else if !mentions(&value.lower, &upper) {
        set(&upper, value.upper);
        set(&lower, value.lower);
    } else {
        let temp = cx.temp();
        set(&temp, value.lower);
        set(&upper, value.upper);
        set(&lower, temp);
    }
}

/// `x.f$upper = …; x.f$lower = …;`
fn assign_field(cx: &mut Cx, base: &ir::Expr, field: u32, value: &ir::Expr, out: &mut Vec<Stmt>) {
    let mut effects = Vec::new();
    let name = structs::property(cx, base.ty, field);
    let object = structs::object(cx, base);
    let object = named(cx, object, &mut effects);
    let value = words(cx, value, &mut effects);
    out.extend(effects.into_iter().map(js::expr_stmt));
    for (half, value) in [(upper_half(&name), value.upper), (lower_half(&name), value.lower)] {
        out.push(js::expr_stmt(js::assign(
            js::member(object.clone(), &half),
            value,
        )));
    }
}

pub(crate) fn upper_half(name: &str) -> String {
    format!("{name}$upper")
}

pub(crate) fn lower_half(name: &str) -> String {
    format!("{name}$lower")
}

/// `place op= value`
pub(crate) fn assign_op(cx: &mut Cx, place: &Place, op: ArithOp, value: &ir::Expr, out: &mut Vec<Stmt>) {
    let (kind, ty) = match place {
        Place::Local(local) => {
            let Some(info) = cx.local(*local) else { return };
            (ExprKind::Local(*local), info.ty)
        }
        Place::Field { base, field } => {
            let Some((_, fields)) = cx.fields(base.ty) else {
                return;
            };
            let (base, field) = (base.clone(), *field);
            let ty = fields[field as usize].ty;
            (ExprKind::Field { base, field }, ty)
        }
        _ => return,
    };
    let span = value.span;
    let left = Box::new(ir::Expr { kind, ty, span });
    let overflow = ir::Overflow::Checked;
    let right = Box::new(value.clone());
    let shift = |op, left, count| ExprKind::Shift {
        op,
        left,
        count,
        overflow,
    };
    let kind = match op {
        ArithOp::Shl => shift(ShiftOp::Left, left, right),
        ArithOp::Shr => shift(ShiftOp::Right, left, right),
        _ => ExprKind::Arith {
            op,
            left,
            right,
            overflow,
        },
    };
    assign(cx, place, &ir::Expr { kind, ty, span }, out);
}

/// `return value`, of which the upper word goes by another way.
pub(crate) fn return_stmt(cx: &mut Cx, value: &ir::Expr, out: &mut Vec<Stmt>) {
    let mut effects = Vec::new();
    let value = words(cx, value, &mut effects);
    out.extend(effects.into_iter().map(js::expr_stmt));
    let upper = js::element(cx.rt("upperResult"), js::int(0));
    out.push(js::expr_stmt(js::assign(upper, value.upper)));
    out.push(js::return_(Some(value.lower)));
}

/// The arguments of a call, where some parameters take two words.
pub(crate) fn args(cx: &mut Cx, func: ir::FuncId, args: &[ir::Expr]) -> (Vec<Expr>, Vec<Expr>) {
    let function = cx.function(func);
    let mut effects = Vec::new();
    let mut values = Vec::new();
    for (index, arg) in args.iter().enumerate() {
        let param = function.code.params.get(index);
        let is_split = param.is_some_and(|param| function.locals[param.0 as usize].is_split);
        if is_split {
            let before = effects.len();
            let given = words(cx, arg, &mut effects);
            // What was evaluated first stays first.
            let mut earlier = Vec::new();
            if effects.len() > before {
                values = std::mem::take(&mut values)
                    .into_iter()
                    .map(|value| named_apart(cx, value, &mut earlier))
                    .collect();
            }
            effects.splice(before..before, earlier);
            values.extend([given.upper, given.lower]);
            continue;
        }
        let value = match &arg.kind {
            // The receiver is only accessed by property: its access checks for nil.
            ExprKind::Deref(pointer)
                if index == 0 && cx.is_aggregate(arg.ty) && cx.is_class_method.contains(&func) =>
            {
                expr(cx, pointer)
            }
            _ => expr(cx, arg),
        };
        values.push(value);
    }
    (effects, values)
}

// ---- computing --------------------------------------------------------------------------------------

/// The words of a 64-bit integer. What must be computed before them is appended to `out`.
fn words(cx: &mut Cx, node: &ir::Expr, out: &mut Vec<Expr>) -> Words {
    match &node.kind {
        ExprKind::Const(Const::Int(value)) => return constant(value),
        ExprKind::Zero => return constant(&BigInt::from(0)),
        ExprKind::Local(local) if is_split_local(cx, *local) => {
            let (upper, lower) = cx.halves(*local);
            return Words {
                upper: cx.name(upper),
                lower: cx.name(lower),
            };
        }
        ExprKind::Convert { op, operand }
            if *op != Conversion::Number && matches!(cx.kind(operand.ty), TypeKind::Int(_)) =>
        {
            return converted(cx, operand, out);
        }
        ExprKind::Field { base, field } if split::is_split_field(&cx.program.types, base.ty, *field) => {
            return field_words(cx, base, *field, out);
        }
        ExprKind::Call(call) if is_split(cx, node) => return result_words(cx, call, node.span, out),
        _ if !is_split(cx, node) => return taken_apart(cx, node, out),
        _ => {}
    }
    match &node.kind {
        ExprKind::Arith {
            op: ArithOp::Rem,
            left,
            right,
            ..
        } => remainder(cx, left, right, out),
        ExprKind::Arith { op, left, right, .. } => {
            let a = words(cx, left, out);
            let b = words(cx, right, out);
            arith(cx, *op, a, b, out)
        }
        ExprKind::Shift { op, left, count, .. } => shift(cx, *op, left, count, out),
        ExprKind::Negate { operand, .. } => {
            let zero = constant(&BigInt::from(0));
            let value = words(cx, operand, out);
            subtract(cx, zero, value, out)
        }
        ExprKind::Complement(operand) => {
            let value = words(cx, operand, out);
            Words {
                upper: js::unary(UnaryOp::Tilde, value.upper),
                lower: js::unary(UnaryOp::Tilde, value.lower),
            }
        }
        _ => taken_apart(cx, node, out),
    }
}

/// Calls and assignments that follow must not change them.
fn field_words(cx: &mut Cx, base: &ir::Expr, field: u32, out: &mut Vec<Expr>) -> Words {
    let name = structs::property(cx, base.ty, field);
    let object = structs::object(cx, base);
    let object = named(cx, object, out);
    let upper = js::member(object.clone(), &upper_half(&name));
    let lower = js::member(object, &lower_half(&name));
    Words {
        upper: named_apart(cx, upper, out),
        lower: named_apart(cx, lower, out),
    }
}

/// The words that a call returns.
fn result_words(cx: &mut Cx, call: &ir::Call, span: Span, out: &mut Vec<Expr>) -> Words {
    let value = js::call_at(span, crate::call::raw_call(cx, call));
    let lower = named_apart(cx, value, out);
    let upper = js::element(cx.rt("upperResult"), js::int(0));
    Words {
        upper: named_apart(cx, upper, out),
        lower,
    }
}

fn constant(value: &BigInt) -> Words {
    let bits = match i64::try_from(value) {
        Ok(value) => value as u64,
        Err(_) => u64::try_from(value).unwrap_or(0),
    };
    Words {
        upper: js::int(i64::from((bits >> 32) as u32 as i32)),
        lower: js::int(i64::from(bits as u32 as i32)),
    }
}

/// The words of a value that comes from elsewhere.
fn taken_apart(cx: &mut Cx, node: &ir::Expr, out: &mut Vec<Expr>) -> Words {
    let is_number = crate::int::is_number(cx, node);
    let value = expr(cx, node);
    let value = named_apart(cx, value, out);
    if is_number {
        let upper = js::method(
            js::global("Math"),
            "floor",
            vec![js::div(value.clone(), js::number(WORD))],
        );
        return Words {
            upper: js::bit_or(upper, js::int(0)),
            lower: js::bit_or(value, js::int(0)),
        };
    }
    Words {
        upper: cx.helper("upperWord", vec![value.clone()]),
        lower: cx.helper("lowerWord", vec![value]),
    }
}

/// From another integer kind.
fn converted(cx: &mut Cx, operand: &ir::Expr, out: &mut Vec<Expr>) -> Words {
    let TypeKind::Int(from) = cx.kind(operand.ty) else {
        return taken_apart(cx, operand, out);
    };
    let from = *from;
    if from.bits() == 64 {
        return words(cx, operand, out);
    }
    let value = expr(cx, operand);
    let value = named_apart(cx, value, out);
    let upper = if from.is_signed() {
        js::shr(value.clone(), js::int(31))
    } else {
        js::int(0)
    };
    let lower = if from == IntKind::Uint32 {
        js::bit_or(value, js::int(0))
    } else {
        value
    };
    Words { upper, lower }
}

fn arith(cx: &mut Cx, op: ArithOp, a: Words, b: Words, out: &mut Vec<Expr>) -> Words {
    let bitwise = |op: BinaryOp, a: Words, b: Words| Words {
        upper: bits(op, a.upper, b.upper),
        lower: bits(op, a.lower, b.lower),
    };
    match op {
        ArithOp::Sub => subtract(cx, a, b, out),
        ArithOp::Mul => multiply(cx, a, b, out),
        ArithOp::And => bitwise(BinaryOp::BitAnd, a, b),
        ArithOp::Or => bitwise(BinaryOp::BitOr, a, b),
        ArithOp::Xor => bitwise(BinaryOp::BitXor, a, b),
        ArithOp::AndNot => {
            let mask = Words {
                upper: complement(b.upper),
                lower: complement(b.lower),
            };
            bitwise(BinaryOp::BitAnd, a, mask)
        }
        _ => add(cx, a, b, out),
    }
}

fn complement(word: Expr) -> Expr {
    match literal(&word) {
        Some(value) => js::int(i64::from(!value)),
        None => js::unary(UnaryOp::Tilde, word),
    }
}

/// `a op b` on words, without what changes nothing.
fn bits(op: BinaryOp, a: Expr, b: Expr) -> Expr {
    match (op, literal(&a), literal(&b)) {
        (BinaryOp::BitAnd, Some(0), _) | (BinaryOp::BitAnd, _, Some(0)) => js::int(0),
        (BinaryOp::BitAnd, Some(-1), _) | (BinaryOp::BitOr | BinaryOp::BitXor, Some(0), _) => b,
        (BinaryOp::BitAnd, _, Some(-1)) | (BinaryOp::BitOr | BinaryOp::BitXor, _, Some(0)) => a,
        _ => js::binary(op, a, b),
    }
}

/// The lower words are added; their sum is smaller than either of them exactly if it was cut off.
fn add(cx: &mut Cx, a: Words, b: Words, out: &mut Vec<Expr>) -> Words {
    let b_lower = named(cx, b.lower, out);
    let a_lower = if literal(&b_lower).is_some() {
        a.lower
    } else {
        named(cx, a.lower, out)
    };
    let sum = js::bit_or(js::add(a_lower, b_lower.clone()), js::int(0));
    let lower = named(cx, sum, out);
    let carry = js::conditional(
        js::less(unsigned(lower.clone()), unsigned(b_lower)),
        js::int(1),
        js::int(0),
    );
    let upper = js::add(sum_of(a.upper, b.upper), carry);
    let upper = js::bit_or(upper, js::int(0));
    Words { upper, lower }
}

/// `a + b` on upper words, before it is cut off.
fn sum_of(a: Expr, b: Expr) -> Expr {
    match (literal(&a), literal(&b)) {
        (Some(0), _) => b,
        (_, Some(0)) => a,
        _ => js::add(a, b),
    }
}

fn subtract(cx: &mut Cx, a: Words, b: Words, out: &mut Vec<Expr>) -> Words {
    let a_lower = named(cx, a.lower, out);
    let b_lower = named(cx, b.lower, out);
    let lower = js::bit_or(js::sub(a_lower.clone(), b_lower.clone()), js::int(0));
    let borrow = js::conditional(
        js::less(unsigned(a_lower), unsigned(b_lower)),
        js::int(1),
        js::int(0),
    );
    let upper = js::sub(js::sub(a.upper, b.upper), borrow);
    Words {
        upper: js::bit_or(upper, js::int(0)),
        lower,
    }
}

fn multiply(cx: &mut Cx, a: Words, b: Words, out: &mut Vec<Expr>) -> Words {
    let (a, b) = if literal(&a.lower).is_some() {
        (b, a)
    } else {
        (a, b)
    };
    let a_lower = named(cx, a.lower, out);
    let b_lower = named(cx, b.lower, out);
    let imul = |a: Expr, b: Expr| js::method(js::global("Math"), "imul", vec![a, b]);
    // A double holds the product of a word and a small number.
    let small = literal(&b_lower).filter(|factor| (0..SMALL).contains(factor));
    let mut upper = match small {
        Some(_) => {
            let product = js::mul(unsigned(a_lower.clone()), b_lower.clone());
            js::bit_or(js::div(product, js::number(WORD)), js::int(0))
        }
        None => cx.helper("upperProduct", vec![a_lower.clone(), b_lower.clone()]),
    };
    let lower = imul(a_lower.clone(), b_lower.clone());
    for (x, y) in [(a_lower, b.upper), (a.upper, b_lower)] {
        if literal(&x) != Some(0) && literal(&y) != Some(0) {
            upper = js::add(upper, imul(x, y));
        }
    }
    Words {
        upper: js::bit_or(upper, js::int(0)),
        lower,
    }
}

/// Of an unsigned value by a small constant: the remainder of the upper word comes before the lower one as
/// in long division. JavaScript's `%` is fast on integers of 32 bits only: where the divisor has no more than
/// 16 bits, 2^32 counts as its own remainder, and the sum stays below 2^32; else the quotient of doubles is exact
/// enough, for both are below 2^53.
fn remainder(cx: &mut Cx, left: &ir::Expr, right: &ir::Expr, out: &mut Vec<Expr>) -> Words {
    let value = words(cx, left, out);
    let constant = constant_of(right).unwrap_or(1);
    let divisor = || js::int(constant);
    let lower = match (1 << 32) % constant {
        0 => js::rem(unsigned(value.lower), divisor()),
        word if constant <= 1 << 16 => {
            let upper = js::mul(js::rem(unsigned(value.upper), divisor()), js::int(word));
            let lower = js::rem(unsigned(value.lower), divisor());
            js::rem(unsigned(js::add(upper, lower)), divisor())
        }
        _ => {
            let upper = js::mul(js::rem(unsigned(value.upper), divisor()), js::number(WORD));
            let whole = named(cx, js::add(upper, unsigned(value.lower)), out);
            let quotient = js::method(
                js::global("Math"),
                "floor",
                vec![js::div(whole.clone(), divisor())],
            );
            js::sub(whole, js::mul(quotient, divisor()))
        }
    };
    Words {
        upper: js::int(0),
        lower,
    }
}

fn constant_of(node: &ir::Expr) -> Option<i64> {
    match &node.kind {
        ExprKind::Const(Const::Int(value)) => i64::try_from(value).ok(),
        _ => None,
    }
}

fn shift(cx: &mut Cx, op: ShiftOp, left: &ir::Expr, count: &ir::Expr, out: &mut Vec<Expr>) -> Words {
    let is_signed = is_signed(cx, left);
    let value = words(cx, left, out);
    match constant_of(count) {
        Some(count) if count >= 0 => by_constant(cx, op, is_signed, value, count, out),
        _ => {
            let count = expr(cx, count);
            by_count(cx, op, is_signed, value, count, out)
        }
    }
}

/// Each word takes in what the other one loses.
fn by_constant(
    cx: &mut Cx,
    op: ShiftOp,
    is_signed: bool,
    value: Words,
    count: i64,
    out: &mut Vec<Expr>,
) -> Words {
    let by = |count: i64| js::int(count);
    let zero = || js::int(0);
    let (upper, lower) = (value.upper, value.lower);
    match op {
        _ if count == 0 => Words { upper, lower },
        ShiftOp::Left if count < 32 => {
            let lower = named(cx, lower, out);
            let taken = js::shr_u(lower.clone(), by(32 - count));
            Words {
                upper: bits(BinaryOp::BitOr, js::shl(upper, by(count)), taken),
                lower: js::shl(lower, by(count)),
            }
        }
        ShiftOp::Left if count < 64 => Words {
            upper: bits(BinaryOp::BitOr, zero(), shifted(lower, count - 32)),
            lower: zero(),
        },
        ShiftOp::Left => Words {
            upper: zero(),
            lower: zero(),
        },
        ShiftOp::Right if count < 32 => {
            let upper = named(cx, upper, out);
            let rest = if is_signed {
                js::shr(upper.clone(), by(count))
            } else {
                js::shr_u(upper.clone(), by(count))
            };
            let taken = js::shl(upper, by(32 - count));
            Words {
                upper: rest,
                lower: bits(BinaryOp::BitOr, js::shr_u(lower, by(count)), taken),
            }
        }
        ShiftOp::Right if is_signed => {
            let upper = named(cx, upper, out);
            Words {
                lower: js::shr(upper.clone(), by((count - 32).min(31))),
                upper: js::shr(upper, by(31)),
            }
        }
        ShiftOp::Right if count < 64 => Words {
            upper: zero(),
            lower: if count == 32 {
                upper
            } else {
                js::shr_u(upper, by(count - 32))
            },
        },
        ShiftOp::Right => Words {
            upper: zero(),
            lower: zero(),
        },
    }
}

fn shifted(word: Expr, count: i64) -> Expr {
    if count == 0 {
        word
    } else {
        js::shl(word, js::int(count))
    }
}

/// Counts that are not known are checked, and may be too large.
fn by_count(
    cx: &mut Cx,
    op: ShiftOp,
    is_signed: bool,
    value: Words,
    count: Expr,
    out: &mut Vec<Expr>,
) -> Words {
    let upper = named(cx, value.upper, out);
    let lower = named(cx, value.lower, out);
    let count = named_apart(cx, count, out);
    let (upper_helper, lower_helper) = match (op, is_signed) {
        (ShiftOp::Left, _) => ("shlUpper", "shlLower"),
        (ShiftOp::Right, true) => ("shrUpper", "shrLower"),
        (ShiftOp::Right, false) => ("shrUpperU", "shrLowerU"),
    };
    let args = vec![upper, lower, count];
    Words {
        upper: cx.helper(upper_helper, args.clone()),
        lower: cx.helper(lower_helper, args),
    }
}

// ---- parts ------------------------------------------------------------------------------------------

/// `word >>> 0`
fn unsigned(word: Expr) -> Expr {
    match literal(&word) {
        Some(value) => js::int(i64::from(value as u32)),
        None => js::shr_u(word, js::int(0)),
    }
}

fn literal(expr: &Expr) -> Option<i32> {
    let value = match expr {
        Expr::Lit(Lit::Num(number)) => number.value,
        Expr::Unary(unary) if unary.op == UnaryOp::Minus => match &*unary.arg {
            Expr::Lit(Lit::Num(number)) => -number.value,
            _ => return None,
        },
        Expr::Paren(inner) => return literal(&inner.expr),
        _ => return None,
    };
    (value >= f64::from(i32::MIN) && value <= f64::from(i32::MAX) && value.fract() == 0.0)
        .then_some(value as i32)
}

/// An operand that is used twice.
fn named(cx: &mut Cx, value: Expr, out: &mut Vec<Expr>) -> Expr {
    if matches!(value, Expr::Ident(_)) || literal(&value).is_some() {
        return value;
    }
    let temp = cx.temp();
    out.push(js::assign(temp.clone(), value));
    temp
}

/// An operand that is evaluated now: what follows may change what it reads.
fn named_apart(cx: &mut Cx, value: Expr, out: &mut Vec<Expr>) -> Expr {
    if literal(&value).is_some() {
        return value;
    }
    let temp = cx.temp();
    out.push(js::assign(temp.clone(), value));
    temp
}

/// Whether a variable is read in an expression.
fn mentions(expr: &Expr, variable: &Expr) -> bool {
    struct Finder<'a> {
        variable: &'a Expr,
        found: bool,
    }
    impl Visit for Finder<'_> {
        fn visit_expr(&mut self, expr: &Expr) {
            self.found |= expr.eq_ignore_span(self.variable);
            expr.visit_children_with(self);
        }
    }
    let mut finder = Finder {
        variable,
        found: false,
    };
    expr.visit_with(&mut finder);
    finder.found
}

// ---- lower words alone ------------------------------------------------------------------------------

/// The lower 32 bits of 64-bit arithmetic that might leave the safe integers, for those who look at no
/// others: `uint32(a*b + c)`, `(a*b + c) & mask`.
pub(crate) fn lower_bits(cx: &mut Cx, node: &ir::Expr) -> Option<Expr> {
    let is_wide = matches!(cx.kind(node.ty), TypeKind::Int(kind) if kind.bits() == 64);
    let is_checked = match &node.kind {
        ExprKind::Arith { op, overflow, .. } => {
            matches!(op, ArithOp::Add | ArithOp::Sub | ArithOp::Mul) && !overflow.is_proven()
        }
        _ => false,
    };
    (is_wide && is_checked && !is_split(cx, node)).then(|| low(cx, node))
}

/// A number that is right modulo 2^32, and a small integer.
fn low(cx: &mut Cx, node: &ir::Expr) -> Expr {
    let bits = match cx.kind(node.ty) {
        TypeKind::Int(kind) => kind.bits(),
        _ => 0,
    };
    match &node.kind {
        ExprKind::Const(Const::Int(value)) => constant(value).lower,
        // What is narrower has been wrapped.
        _ if bits < 64 => expr(cx, node),
        ExprKind::Arith { op, left, right, .. }
            if !matches!(op, ArithOp::Div | ArithOp::Rem | ArithOp::Concat) =>
        {
            let op = *op;
            let left = low(cx, left);
            let right = low(cx, right);
            match op {
                ArithOp::Sub => js::sub(left, right),
                ArithOp::Mul => js::method(js::global("Math"), "imul", vec![left, right]),
                ArithOp::And => js::bit_and(left, right),
                ArithOp::Or => js::bit_or(left, right),
                ArithOp::Xor => js::binary(BinaryOp::BitXor, left, right),
                ArithOp::AndNot => js::bit_and(left, js::unary(UnaryOp::Tilde, right)),
                _ => js::add(left, right),
            }
        }
        ExprKind::Convert { op, operand }
            if *op != Conversion::Number && matches!(cx.kind(operand.ty), TypeKind::Int(_)) =>
        {
            low(cx, operand)
        }
        _ => {
            let is_number = crate::int::is_number(cx, node);
            let value = expr(cx, node);
            if is_number {
                js::bit_or(value, js::int(0))
            } else {
                cx.helper("lowerWord", vec![value])
            }
        }
    }
}
