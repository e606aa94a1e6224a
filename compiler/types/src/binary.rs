//! Binary operators.

use crate::checker::Checker;
use crate::compare::is_comparison;
use crate::constant::{self, Value};
use crate::env::Env;
use crate::expr_string::{binary_op, expr_string};
use crate::info::Mode;
use crate::operand::{Operand, UNTYPED_STRING};
use crate::shift::is_shift;
use crate::types::{Type, TypeId};
use goes_syntax::ast::{BinaryOp, ExprKind, ExprNode, LitKind};

/// Constant strings of more parts than this are joined at once: one by one, the time would be quadratic.
const LONG_CONCATENATION: usize = 64;

/// A binary expression, its operator and its right operand.
type Link<'a> = (&'a ExprNode, BinaryOp, &'a ExprNode);

impl<'a> Checker<'a> {
    /// A binary expression. `a + b + c + …` nests to the left as deep as it is long, so go through it in a
    /// loop.
    pub(crate) fn binary_chain(&mut self, env: &mut Env, e: &'a ExprNode) -> Operand<'a> {
        let mut spine = Vec::new();
        let mut leftmost = e;
        while let ExprKind::Binary(op, x, y) = &leftmost.kind {
            spine.push((leftmost, *op, &**y));
            leftmost = x;
        }
        let mut x = self.expr(env, leftmost);
        if spine.len() > LONG_CONCATENATION {
            self.concatenate(env, &mut x, &mut spine);
        }
        while let Some((node, op, right)) = spine.pop() {
            let y = self.expr(env, right);
            x = self.binary(env, Some(node), x, y, op);
            if !x.is_invalid() {
                (x.expr, x.span) = (Some(node), node.span);
            }
            if !spine.is_empty() {
                self.record(env, &x);
            }
        }
        if x.is_invalid() { Operand::invalid(e) } else { x }
    }

    /// Joins a constant string with as many string literals as follow it. The partial results are not
    /// noted: only the whole is ever asked for.
    fn concatenate(&mut self, env: &mut Env, x: &mut Operand<'a>, spine: &mut Vec<Link<'a>>) {
        if !x.is_constant() || x.ty != UNTYPED_STRING {
            return;
        }
        let mut bytes: Option<Vec<u8>> = None;
        let mut last = None;
        while let Some(&(node, BinaryOp::Add, right)) = spine.last() {
            if spine.len() == 1 || !matches!(right.kind, ExprKind::BasicLit(LitKind::String, _)) {
                break;
            }
            let y = self.expr(env, right);
            let Value::String(more) = y.constant_value() else {
                break;
            };
            let first = || x.constant_value().as_bytes().unwrap_or_default().to_vec();
            bytes.get_or_insert_with(first).extend_from_slice(more);
            self.record_type(env, node.id, Mode::Constant, UNTYPED_STRING, Some(Value::Unknown));
            spine.pop();
            last = Some(node);
        }
        if let (Some(node), Some(bytes)) = (last, bytes) {
            *x = Operand::constant(Value::String(bytes.into()), UNTYPED_STRING, node);
        }
    }

    /// `x op y`; `e` is the whole expression, `None` for `x op= y`.
    ///
    /// spec: "For other binary operators, the operand types must be identical unless the operation
    /// involves shifts or untyped constants."
    pub(crate) fn binary(
        &mut self,
        env: &mut Env,
        e: Option<&'a ExprNode>,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
        op: BinaryOp,
    ) -> Operand<'a> {
        if x.is_invalid() || y.is_invalid() {
            x.invalidate();
            return x;
        }
        if is_shift(op) {
            return self.shift(env, e, x, y, op);
        }
        self.match_types(env, &mut x, &mut y);
        if x.is_invalid() {
            return x;
        }
        if is_comparison(op) {
            return self.comparison(env, x, y, op, false);
        }
        if !self.identical(x.ty, y.ty) {
            self.report_mismatch(env, e, &x, &y, op);
            x.invalidate();
            return x;
        }
        if !self.is_operator_defined(op, x.ty) {
            let text = self.operand_string(env.package, &x);
            let message = format!(
                "invalid operation: operator {} not defined on {text}",
                binary_op(op)
            );
            self.fail(env, "UndefinedOp", x.span, message);
            x.invalidate();
            return x;
        }
        if matches!(op, BinaryOp::Div | BinaryOp::Rem) && self.divides_by_zero(&x, &y) {
            self.fail(env, "DivByZero", y.span, "invalid operation: division by zero");
            x.invalidate();
            return x;
        }
        if x.is_constant() && y.is_constant() {
            if x.constant_value().is_unknown() || y.constant_value().is_unknown() {
                x.value = Some(Value::Unknown);
                return x;
            }
            let is_integer = self.is_integer(x.ty);
            x.value = Some(constant::binary(
                op,
                x.constant_value(),
                y.constant_value(),
                is_integer,
            ));
            if let Some(e) = e {
                (x.expr, x.span) = (Some(e), e.span);
            }
            self.check_overflow(env, &mut x);
            return x;
        }
        (x.mode, x.value) = (Mode::Value, None);
        x
    }

    fn report_mismatch(
        &mut self,
        env: &Env,
        e: Option<&'a ExprNode>,
        x: &Operand<'a>,
        y: &Operand<'a>,
        op: BinaryOp,
    ) {
        if x.ty.is_invalid() || y.ty.is_invalid() {
            return;
        }
        let expression = match e {
            Some(e) => expr_string(e),
            None => format!("{} {}= {}", self.source(x), binary_op(op), self.source(y)),
        };
        let (left, right) = (
            self.operand_type(env.package, x),
            self.operand_type(env.package, y),
        );
        let message = format!("invalid operation: {expression} (mismatched types {left} and {right})");
        self.fail(env, "MismatchedTypes", x.span, message);
    }

    fn is_operator_defined(&mut self, op: BinaryOp, ty: TypeId) -> bool {
        match op {
            BinaryOp::Add => self.is_numeric_or_string(ty),
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => self.is_numeric(ty),
            BinaryOp::LogicalAnd | BinaryOp::LogicalOr => self.is_boolean(ty),
            _ => self.is_integer(ty),
        }
    }

    /// Whether all types of a type's set are numeric or strings.
    fn is_numeric_or_string(&mut self, ty: TypeId) -> bool {
        if !self.is_type_param(ty) {
            return self.is_numeric(ty) || self.is_string(ty);
        }
        let types = self.underlying_types(ty);
        !types.is_empty() && types.iter().all(|&ty| self.is_numeric(ty) || self.is_string(ty))
    }

    /// spec: "If the divisor is a constant, it must not be zero."
    fn divides_by_zero(&mut self, x: &Operand<'a>, y: &Operand<'a>) -> bool {
        if !y.is_constant() || !(x.is_constant() || self.is_integer(x.ty)) {
            return false;
        }
        let divisor = y.constant_value();
        if divisor.is_zero() {
            return true;
        }
        // The square of a complex divisor's absolute value may vanish too.
        x.is_constant() && self.is_complex(x.ty) && {
            let square = |part: Value| constant::binary(BinaryOp::Mul, &part, &part, false);
            square(divisor.real()).is_zero() && square(divisor.imag()).is_zero()
        }
    }

    /// Converts an untyped operand to the type of the other one where that may make them agree; where it
    /// cannot, a mismatch is the better message.
    pub(crate) fn match_types(&mut self, env: &Env, x: &mut Operand<'a>, y: &mut Operand<'a>) {
        if !self.may_convert(x, y) {
            return;
        }
        self.convert_untyped(env, x, y.ty);
        if x.is_invalid() {
            return;
        }
        self.convert_untyped(env, y, x.ty);
        if y.is_invalid() {
            x.invalidate();
        }
    }

    fn may_convert(&mut self, x: &Operand<'a>, y: &Operand<'a>) -> bool {
        if !self.is_untyped(x.ty) && !self.is_untyped(y.ty) {
            return false;
        }
        if self.is_numeric(x.ty) != self.is_numeric(y.ty) {
            return false;
        }
        if self.is_plain_interface(x.ty) || self.is_plain_interface(y.ty) {
            return true;
        }
        if self.is_boolean(x.ty) != self.is_boolean(y.ty) || self.is_string(x.ty) != self.is_string(y.ty) {
            return false;
        }
        if x.is_nil() {
            return self.has_nil(y.ty);
        }
        if y.is_nil() {
            return self.has_nil(x.ty);
        }
        !self.is_pointer(x.ty) && !self.is_pointer(y.ty)
    }

    /// Whether a type is an interface, and not a type parameter.
    pub(crate) fn is_plain_interface(&mut self, ty: TypeId) -> bool {
        !self.is_type_param(ty) && self.is_interface(ty)
    }

    fn is_pointer(&mut self, ty: TypeId) -> bool {
        let underlying = self.underlying(ty);
        matches!(self.types.get(underlying), Type::Pointer(_))
    }
}
