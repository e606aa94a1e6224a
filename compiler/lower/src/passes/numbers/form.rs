//! Intervals, and expressions as far as intervals can be told.

use super::Context;
use super::elements::elements;
use crate::ir::{
    ArithOp, Builtin, Callee, Const, Conversion, Expr, ExprKind, IntKind, IntRepr, LocalId, ShiftOp,
};
use num_traits::ToPrimitive;

/// Inclusive.
pub(super) type Interval = (i128, i128);

pub(super) const SAFE: i128 = (1 << 53) - 1;
/// No string, slice or map is longer.
pub(super) const LENGTH: i128 = 1 << 33;
pub(super) const INT32: Interval = (-(1 << 31), (1 << 31) - 1);
/// Expressions that are deeper are unknown.
const DEPTH: u32 = 32;

/// A variable of the program in the sense of the analysis: a local, a result of a function, a package
/// variable or a field.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Var(pub u32);

#[derive(Clone, Debug)]
pub(super) enum Form {
    Known(Interval),
    Var(Var),
    Arith {
        op: ArithOp,
        kind: IntKind,
        left: Box<Form>,
        right: Box<Form>,
    },
    Shift {
        op: ShiftOp,
        kind: IntKind,
        left: Box<Form>,
        count: Box<Form>,
    },
    Negate(IntKind, Box<Form>),
    Complement(IntKind, Box<Form>),
    Either(Box<Form>, Box<Form>),
    Convert(IntKind, Box<Form>),
    /// A length that is asked for: it is one, or there is a panic.
    Length(Box<Form>),
    /// The length of a slice that begins where another one does in its backing array, or, without one, that may
    /// begin anywhere. All other forms of slices are of those that begin where the array does.
    Part {
        length: Box<Form>,
        of: Option<Box<Form>>,
    },
    Unknown,
}

impl Form {
    /// Calls `visit` with each variable in the form.
    pub(super) fn each_var(&self, visit: &mut dyn FnMut(Var)) {
        match self {
            Form::Known(_) | Form::Unknown => {}
            Form::Var(var) => visit(*var),
            Form::Arith { left, right, .. } | Form::Either(left, right) => {
                left.each_var(visit);
                right.each_var(visit);
            }
            Form::Shift { left, count, .. } => {
                left.each_var(visit);
                count.each_var(visit);
            }
            Form::Negate(_, operand)
            | Form::Complement(_, operand)
            | Form::Convert(_, operand)
            | Form::Length(operand) => {
                operand.each_var(visit);
            }
            Form::Part { length, of } => {
                length.each_var(visit);
                if let Some(of) = of {
                    of.each_var(visit);
                }
            }
        }
    }

    /// Whether a slice begins where its backing array does, if that is so of some variables.
    pub(super) fn begins(&self, does: &dyn Fn(Var) -> bool) -> bool {
        match self {
            Form::Var(var) => does(*var),
            Form::Either(a, b) => a.begins(does) && b.begins(does),
            Form::Part { of, .. } => of.as_ref().is_some_and(|of| of.begins(does)),
            Form::Unknown => false,
            _ => true,
        }
    }

    /// Puts other variables in the places of those in the form.
    pub(super) fn rename(&mut self, new: &impl Fn(Var) -> Var) {
        match self {
            Form::Known(_) | Form::Unknown => {}
            Form::Var(var) => *var = new(*var),
            Form::Arith { left, right, .. } | Form::Either(left, right) => {
                left.rename(new);
                right.rename(new);
            }
            Form::Shift { left, count, .. } => {
                left.rename(new);
                count.rename(new);
            }
            Form::Negate(_, operand)
            | Form::Complement(_, operand)
            | Form::Convert(_, operand)
            | Form::Length(operand) => operand.rename(new),
            Form::Part { length, of } => {
                length.rename(new);
                if let Some(of) = of {
                    of.rename(new);
                }
            }
        }
    }
}

/// All values of a kind.
pub(super) fn full(kind: IntKind) -> Interval {
    let bits = kind.bits();
    if kind.is_signed() {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    }
}

/// Values of a kind that are held in the kind's usual form: as numbers, but for uint64.
pub(super) fn range(kind: IntKind) -> Interval {
    match (kind.repr(), kind.is_signed()) {
        (IntRepr::Mixed, true) => (-SAFE, SAFE),
        (IntRepr::Mixed, false) => (0, SAFE),
        _ => full(kind),
    }
}

pub(super) fn within(value: Interval, range: Interval) -> bool {
    value.0 >= range.0 && value.1 <= range.1
}

pub(super) fn hull(a: Interval, b: Interval) -> Interval {
    (a.0.min(b.0), a.1.max(b.1))
}

/// The interval, unless a value in it might wrap or be held as a bigint. What wraps in a kind with only one
/// form may be anything of that kind.
pub(super) fn fitting(kind: IntKind, interval: Option<Interval>) -> Option<Interval> {
    let fits = interval.filter(|&interval| within(interval, range(kind)));
    if kind.repr() == IntRepr::Mixed {
        fits
    } else {
        Some(fits.unwrap_or(full(kind)))
    }
}

/// What an expression's value depends on.
pub(super) fn form(cx: Context, expr: &Expr) -> Form {
    if cx.has_length(expr.ty) {
        return length_within(cx, expr, DEPTH);
    }
    form_within(cx, expr, DEPTH)
}

/// What the length of a slice or a string depends on.
pub(super) fn length(cx: Context, slice: &Expr) -> Form {
    length_within(cx, slice, DEPTH)
}

fn length_within(cx: Context, slice: &Expr, depth: u32) -> Form {
    let of_any_length = |of| Form::Part {
        length: Box::new(Form::Known((0, LENGTH))),
        of,
    };
    let any = of_any_length(None);
    let Some(depth) = depth.checked_sub(1) else {
        return any;
    };
    let of = |slice: &Expr| length_within(cx, slice, depth);
    match &slice.kind {
        ExprKind::Zero | ExprKind::Const(Const::Nil) => Form::Known((0, 0)),
        ExprKind::Local(local) => Form::Var(cx.vars.local(cx.func, *local)),
        ExprKind::Global(global) => Form::Var(cx.vars.global(*global)),
        ExprKind::Field { base, field } => cx.vars.field(base.ty, *field).map_or(any, Form::Var),
        ExprKind::Call(call) => match call.callee {
            Callee::Func(func) => Form::Var(cx.vars.result(func, 0)),
            _ => any,
        },
        ExprKind::ArrayLit { len, .. } => known(*len),
        ExprKind::Const(Const::String(bytes)) => known(bytes.len() as u64),
        ExprKind::Concat(parts) => parts
            .iter()
            .map(of)
            .reduce(|a, b| Form::Length(Box::new(sum(a, b))))
            .unwrap_or(known(0)),
        ExprKind::Builtin(Builtin::MakeSlice, args) => match args.first() {
            Some(len) => Form::Length(Box::new(form_within(cx, len, depth))),
            None => any,
        },
        ExprKind::Slice { base, low, high, .. } => {
            let whole = match cx.array_len(base.ty) {
                Some(len) => known(len),
                None => of(base),
            };
            let high = match high {
                Some(high) => form_within(cx, high, depth),
                None => whole.clone(),
            };
            let begins = low.as_ref().is_none_or(|low| constant(low) == Some(0));
            let low = low
                .as_ref()
                .map_or(Form::Known((0, 0)), |low| form_within(cx, low, depth));
            let length = Form::Length(Box::new(Form::Arith {
                op: ArithOp::Sub,
                kind: IntKind::Int,
                left: Box::new(high),
                right: Box::new(low),
            }));
            Form::Part {
                length: Box::new(length),
                of: begins.then_some(Box::new(whole)),
            }
        }
        ExprKind::Builtin(Builtin::Append | Builtin::AppendSlice | Builtin::AppendString, args) => {
            of_any_length(args.first().map(|slice| Box::new(of(slice))))
        }
        ExprKind::Convert {
            op: Conversion::StringToRunes,
            ..
        } => Form::Known((0, LENGTH)),
        ExprKind::Convert {
            op: Conversion::StringToBytes,
            operand,
        } => Form::Length(Box::new(of(operand))),
        ExprKind::Convert {
            op: Conversion::Retype | Conversion::BytesToString,
            operand,
        } if cx.has_length(operand.ty) => of(operand),
        ExprKind::Copy(operand) | ExprKind::Sequence { value: operand, .. } => of(operand),
        ExprKind::Cond { then, els, .. } => Form::Either(Box::new(of(then)), Box::new(of(els))),
        _ => any,
    }
}

fn sum(left: Form, right: Form) -> Form {
    Form::Arith {
        op: ArithOp::Add,
        kind: IntKind::Int,
        left: Box::new(left),
        right: Box::new(right),
    }
}

fn known(len: u64) -> Form {
    Form::Known((i128::from(len), i128::from(len)))
}

fn form_within(cx: Context, expr: &Expr, depth: u32) -> Form {
    let Some(kind) = cx.kind(expr.ty) else {
        return Form::Unknown;
    };
    if depth == 0 {
        return otherwise(kind);
    }
    let of = |expr: &Expr| Box::new(form_within(cx, expr, depth - 1));
    match &expr.kind {
        ExprKind::Const(Const::Int(value)) => value
            .to_i128()
            .map_or(Form::Unknown, |value| Form::Known((value, value))),
        ExprKind::Zero => Form::Known((0, 0)),
        ExprKind::Local(local) => Form::Var(cx.vars.local(cx.func, *local)),
        ExprKind::Global(global) => Form::Var(cx.vars.global(*global)),
        ExprKind::Field { base, field } => match cx.vars.field(base.ty, *field) {
            Some(var) => Form::Var(var),
            None => otherwise(kind),
        },
        ExprKind::Call(call) => match call.callee {
            Callee::Func(func) => Form::Var(cx.vars.result(func, 0)),
            _ => otherwise(kind),
        },
        ExprKind::Builtin(op @ (Builtin::Len | Builtin::Cap | Builtin::Copy | Builtin::CopyString), args) => {
            let operand = args.first();
            match operand.and_then(|operand| cx.array_len(operand.ty)) {
                Some(len) => known(len),
                None => operand
                    .filter(|operand| *op == Builtin::Len && cx.has_length(operand.ty))
                    .map_or(Form::Known((0, LENGTH)), |slice| {
                        length_within(cx, slice, depth - 1)
                    }),
            }
        }
        ExprKind::Builtin(Builtin::Min | Builtin::Max, args) => args
            .iter()
            .map(|arg| form_within(cx, arg, depth - 1))
            .reduce(|a, b| Form::Either(Box::new(a), Box::new(b)))
            .unwrap_or(Form::Unknown),
        ExprKind::Convert {
            op: Conversion::Numeric | Conversion::Retype | Conversion::Number,
            operand,
        } => Form::Convert(kind, of(operand)),
        ExprKind::Arith { op, left, right, .. } => Form::Arith {
            op: *op,
            kind,
            left: of(left),
            right: of(right),
        },
        ExprKind::Shift { op, left, count, .. } => Form::Shift {
            op: *op,
            kind,
            left: of(left),
            count: of(count),
        },
        ExprKind::Negate { operand, .. } => Form::Negate(kind, of(operand)),
        ExprKind::Complement(operand) => Form::Complement(kind, of(operand)),
        ExprKind::Cond { then, els, .. } => Form::Either(of(then), of(els)),
        ExprKind::Sequence { value, .. } => *of(value),
        ExprKind::Index { base: whole, .. }
        | ExprKind::MapIndex {
            map: whole,
            comma_ok: false,
            ..
        }
        | ExprKind::Deref(whole)
        | ExprKind::Receive {
            chan: whole,
            comma_ok: false,
        } => elements(cx, whole).map_or(otherwise(kind), Form::Var),
        _ => otherwise(kind),
    }
}

/// Whatever it is, the value is one of its kind.
fn otherwise(kind: IntKind) -> Form {
    if kind.repr() == IntRepr::Mixed {
        Form::Unknown
    } else {
        Form::Known(full(kind))
    }
}

/// `x`, `x + c` or `x - c`: the variable and what is added to it.
pub(super) fn linear(expr: &Expr) -> Option<(LocalId, i128)> {
    match &expr.kind {
        ExprKind::Local(local) => Some((*local, 0)),
        ExprKind::Convert {
            op: Conversion::Retype,
            operand,
        } => linear(operand).filter(|(_, offset)| *offset == 0),
        ExprKind::Arith {
            op: op @ (ArithOp::Add | ArithOp::Sub),
            left,
            right,
            ..
        } => {
            let (constant, other) = match (constant(right), constant(left)) {
                (Some(constant), _) => (constant, left),
                (None, Some(constant)) if *op == ArithOp::Add => (constant, right),
                _ => return None,
            };
            let (local, offset) = linear(other)?;
            let offset = if *op == ArithOp::Add {
                offset + constant
            } else {
                offset - constant
            };
            Some((local, offset))
        }
        _ => None,
    }
}

/// The value of a small integer constant.
pub(super) fn constant(expr: &Expr) -> Option<i128> {
    match &expr.kind {
        ExprKind::Const(Const::Int(value)) => value.to_i128().filter(|value| value.abs() <= SAFE),
        ExprKind::Zero => Some(0),
        _ => None,
    }
}

/// The exact results of an operation. Remainders and masks are bounded by one operand alone.
pub(super) fn arith(
    op: ArithOp,
    left: Option<Interval>,
    right: Option<Interval>,
    is_signed: bool,
) -> Option<Interval> {
    let both = || Some((left?, right?));
    match op {
        ArithOp::Add => both().map(|(a, b)| (a.0 + b.0, a.1 + b.1)),
        ArithOp::Sub => both().map(|(a, b)| (a.0 - b.1, a.1 - b.0)),
        ArithOp::Mul => {
            let (a, b) = both()?;
            ends([
                a.0.checked_mul(b.0)?,
                a.0.checked_mul(b.1)?,
                a.1.checked_mul(b.0)?,
                a.1.checked_mul(b.1)?,
            ])
        }
        ArithOp::Div => {
            let (a, b) = both().filter(|(_, b)| b.0 > 0)?;
            ends([a.0 / b.0, a.0 / b.1, a.1 / b.0, a.1 / b.1])
        }
        ArithOp::Rem => {
            let b = right.filter(|b| b.0 > 0)?;
            let most = b.1 - 1;
            match left {
                Some(a) if a.0 >= 0 => Some((0, most.min(a.1))),
                Some(a) => Some((-most.min(-a.0), most.min(a.1.max(0)))),
                None => Some((if is_signed { -most } else { 0 }, most)),
            }
        }
        ArithOp::And => {
            let masks = [left, right]
                .into_iter()
                .flatten()
                .filter(|mask| mask.0 >= 0)
                .map(|mask| mask.1)
                .min()?;
            Some((0, masks))
        }
        ArithOp::Or | ArithOp::Xor => {
            let (a, b) = both()?;
            if a.0 < 0 || b.0 < 0 {
                return within(hull(a, b), INT32).then_some(INT32);
            }
            let most = a.1.max(b.1);
            Some((0, all_ones(most)))
        }
        ArithOp::AndNot => left.filter(|a| a.0 >= 0).map(|a| (0, a.1)),
        ArithOp::Shl | ArithOp::Shr | ArithOp::Concat => None,
    }
}

/// The least 2^n − 1 that is no smaller.
fn all_ones(most: i128) -> i128 {
    (1 << (128 - most.leading_zeros())) - 1
}

/// The hull of the values at the ends of the operands' intervals.
fn ends<const N: usize>(values: [i128; N]) -> Option<Interval> {
    Some((values.into_iter().min()?, values.into_iter().max()?))
}

/// spec: "The shift operators shift the left operand by the shift count specified by the right operand".
pub(super) fn shift(op: ShiftOp, left: Option<Interval>, count: Option<Interval>) -> Option<Interval> {
    let left = left?;
    let counts = count.filter(|count| within(*count, (0, 62)));
    match (op, counts) {
        (ShiftOp::Left, Some(count)) => ends([
            left.0 << count.0,
            left.0 << count.1,
            left.1 << count.0,
            left.1 << count.1,
        ]),
        (ShiftOp::Left, None) => None,
        (ShiftOp::Right, Some(count)) => ends([
            left.0 >> count.0,
            left.0 >> count.1,
            left.1 >> count.0,
            left.1 >> count.1,
        ]),
        (ShiftOp::Right, None) => Some((left.0.min(0), left.1.max(0))),
    }
}
