//! Shifts.

use crate::checker::Checker;
use crate::constant::{self, Value};
use crate::env::Env;
use crate::info::Mode;
use crate::operand::{Operand, UINT, UNTYPED_INT};
use crate::types::BasicKind;
use goes_syntax::ast::{BinaryOp, ExprNode};

pub(crate) fn is_shift(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Shl | BinaryOp::Shr)
}

/// Counts beyond this have no use in constants: it suffices to express the smallest float64.
const MAX_COUNT: u64 = 1023 - 1 + 52;

impl<'a> Checker<'a> {
    /// `x << y` and `x >> y`; `e` is the whole expression, if there is one.
    ///
    /// spec: "The right operand in a shift expression must have integer type or be an untyped constant
    /// representable by a value of type uint."
    pub(crate) fn shift(
        &mut self,
        env: &mut Env,
        e: Option<&'a ExprNode>,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
        op: BinaryOp,
    ) -> Operand<'a> {
        let shifted = if x.is_constant() {
            x.constant_value().to_int()
        } else {
            Value::Unknown
        };
        let is_integral =
            matches!(shifted, Value::Int(_)) || x.is_constant() && x.constant_value().is_unknown();
        if !(self.is_integer(x.ty) || self.is_untyped(x.ty) && is_integral) {
            self.reject_shifted(env, &mut x);
            return x;
        }
        if !self.require_shift_count(env, &mut y) {
            x.invalidate();
            return x;
        }
        if x.is_constant() && y.is_constant() {
            return self.constant_shift(env, e, x, y, shifted, op);
        }
        if x.is_constant() && self.is_untyped(x.ty) {
            // spec: "If the left operand of a non-constant shift expression is an untyped constant, it is
            // first implicitly converted to the type it would assume if the shift expression were replaced
            // by its left operand alone." So wait until that type is known.
            if let Some(operand) = x.expr {
                self.shift_operands.insert((env.package, operand.id));
            }
            (x.mode, x.value) = (Mode::Value, None);
            return x;
        }
        if !self.is_integer(x.ty) {
            self.reject_shifted(env, &mut x);
            return x;
        }
        (x.mode, x.value) = (Mode::Value, None);
        x
    }

    fn reject_shifted(&mut self, env: &Env, x: &mut Operand<'a>) {
        let text = self.operand_string(env.package, x);
        self.fail(
            env,
            "InvalidShiftOperand",
            x.span,
            format!("invalid operation: shifted operand {text} must be integer"),
        );
        x.invalidate();
    }

    fn require_shift_count(&mut self, env: &Env, y: &mut Operand<'a>) -> bool {
        if y.is_constant() {
            if y.constant_value().to_int().is_negative() {
                let text = self.operand_string(env.package, y);
                self.fail(
                    env,
                    "InvalidShiftCount",
                    y.span,
                    format!("invalid operation: negative shift count {text}"),
                );
                return false;
            }
            if self.is_untyped(y.ty) {
                // Representable only: the count itself is not converted.
                let mut count = y.clone();
                self.require_representable(env, &mut count, BasicKind::Uint);
                if count.is_invalid() {
                    return false;
                }
                if let Some(e) = y.expr {
                    self.update_expr_type(env, e, UINT);
                }
                return true;
            }
            if matches!(y.constant_value().to_int(), Value::Int(_)) {
                return true;
            }
        }
        if self.is_untyped(y.ty) {
            self.convert_untyped(env, y, UINT);
            return !y.is_invalid();
        }
        if !self.is_integer(y.ty) {
            let text = self.operand_string(env.package, y);
            self.fail(
                env,
                "InvalidShiftCount",
                y.span,
                format!("invalid operation: shift count {text} must be integer"),
            );
            return false;
        }
        if !y.is_constant() && !self.is_unsigned(y.ty) && !self.allow_version(env, (1, 13)) {
            let text = self.operand_string(env.package, y);
            return self.verify_version(
                env,
                y.span,
                (1, 13),
                &format!("invalid operation: signed shift count {text}"),
            );
        }
        true
    }

    fn constant_shift(
        &mut self,
        env: &Env,
        e: Option<&'a ExprNode>,
        mut x: Operand<'a>,
        y: Operand<'a>,
        shifted: Value,
        op: BinaryOp,
    ) -> Operand<'a> {
        // An untyped 2.0 is an integer from here on.
        if !self.is_integer(x.ty) {
            x.ty = UNTYPED_INT;
        }
        if shifted.is_unknown() || y.constant_value().is_unknown() {
            x.value = Some(Value::Unknown);
            return x;
        }
        let Some(count) = y
            .constant_value()
            .to_int()
            .as_u64()
            .filter(|&count| count <= MAX_COUNT)
        else {
            let text = self.operand_string(env.package, &y);
            self.fail(
                env,
                "InvalidShiftCount",
                y.span,
                format!("invalid operation: invalid shift count {text}"),
            );
            x.invalidate();
            return x;
        };
        x.value = Some(constant::shift(&shifted, op == BinaryOp::Shl, count));
        if let Some(e) = e {
            (x.expr, x.span) = (Some(e), e.span);
        }
        self.check_overflow(env, &mut x);
        x
    }
}
