//! Comparisons.

use crate::checker::Checker;
use crate::constant::{self, Value};
use crate::env::Env;
use crate::expr_string::binary_op;
use crate::info::Mode;
use crate::operand::{Operand, UNTYPED_BOOL, UNTYPED_NIL};
use crate::types::{Type, TypeId};
use goes_syntax::ast::BinaryOp;

pub(crate) fn is_comparison(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::Equal
            | BinaryOp::NotEqual
            | BinaryOp::Less
            | BinaryOp::LessEqual
            | BinaryOp::Greater
            | BinaryOp::GreaterEqual
    )
}

/// Why two operands cannot be compared.
struct Failure {
    code: &'static str,
    /// It is the right operand's fault.
    is_right: bool,
    /// Empty if the operator is just not defined.
    cause: String,
}

impl<'a> Checker<'a> {
    /// `x op y` for comparison operators, and the implicit `x == y` of a switch case (`is_case`), where `y`
    /// is the tag.
    pub(crate) fn comparison(
        &mut self,
        env: &Env,
        mut x: Operand<'a>,
        y: Operand<'a>,
        op: BinaryOp,
        is_case: bool,
    ) -> Operand<'a> {
        if x.ty.is_invalid() || y.ty.is_invalid() {
            x.invalidate();
            return x;
        }
        if let Err(failure) = self.comparable_operands(env, &x, &y, op) {
            self.report_comparison(env, &x, &y, op, is_case, failure);
            x.invalidate();
            return x;
        }
        if x.is_constant() && y.is_constant() {
            x.value = Some(Value::Bool(constant::compare(
                op,
                x.constant_value(),
                y.constant_value(),
            )));
        } else {
            (x.mode, x.value) = (Mode::Value, None);
            // The operands are compared at run time, so they need types.
            for operand in [&x, &y] {
                if let (Some(e), true) = (operand.expr, self.is_untyped(operand.ty)) {
                    let ty = self.default_type(operand.ty);
                    self.update_expr_type(env, e, ty);
                }
            }
        }
        // spec: "Comparison operators compare two operands and yield an untyped boolean value."
        x.ty = UNTYPED_BOOL;
        x
    }

    fn comparable_operands(
        &mut self,
        env: &Env,
        x: &Operand<'a>,
        y: &Operand<'a>,
        op: BinaryOp,
    ) -> Result<(), Failure> {
        // spec: "In any comparison, the first operand must be assignable to the type of the second operand,
        // or vice versa."
        if self.assignable(env, x, y.ty).is_err() && self.assignable(env, y, x.ty).is_err() {
            let (left, right) = (
                self.operand_type(env.package, x),
                self.operand_type(env.package, y),
            );
            let cause = format!("mismatched types {left} and {right}");
            return Err(Failure {
                code: "MismatchedTypes",
                is_right: true,
                cause,
            });
        }
        let undefined = |is_right, cause| {
            Err(Failure {
                code: "UndefinedOp",
                is_right,
                cause,
            })
        };
        if !matches!(op, BinaryOp::Equal | BinaryOp::NotEqual) {
            // spec: "The ordering operators <, <=, >, and >= apply to operands that are ordered."
            if !self.is_ordered(x.ty) {
                return undefined(false, String::new());
            }
            if !self.is_ordered(y.ty) {
                return undefined(true, String::new());
            }
            return Ok(());
        }
        // spec: "The equality operators == and != apply to operands of comparable types."
        if x.is_nil() || y.is_nil() {
            let other = if x.is_nil() { y.ty } else { x.ty };
            let is_valid = other != UNTYPED_NIL && self.has_nil(other);
            return if is_valid {
                Ok(())
            } else {
                undefined(true, String::new())
            };
        }
        for (operand, is_right) in [(x, false), (y, true)] {
            if self.is_type_param(operand.ty) && self.type_set(operand.ty).is_empty() {
                return undefined(is_right, "empty type set".to_string());
            }
            if !self.comparable(operand.ty) {
                let cause = self.incomparable_cause(env, operand.ty);
                return undefined(is_right, cause);
            }
        }
        Ok(())
    }

    fn incomparable_cause(&mut self, env: &Env, ty: TypeId) -> String {
        let underlying = self.underlying(ty);
        match self.types.get(underlying) {
            Type::Slice(_) | Type::Signature(_) | Type::Map { .. } => {
                format!("{} can only be compared to nil", self.composite_kind(ty))
            }
            _ => self.why_not_comparable(env, ty),
        }
    }

    fn report_comparison(
        &mut self,
        env: &Env,
        x: &Operand<'a>,
        y: &Operand<'a>,
        op: BinaryOp,
        is_case: bool,
        failure: Failure,
    ) {
        let mut culprit = if failure.is_right { y } else { x };
        let mut cause = failure.cause;
        if cause.is_empty() {
            if self.is_type_param(x.ty) || self.is_type_param(y.ty) {
                if !self.is_type_param(x.ty) {
                    culprit = y;
                }
                let ty = self.type_string(culprit.ty, env.package);
                cause = format!("type parameter {ty} cannot use operator {}", binary_op(op));
            } else {
                let what = match self.composite_kind(culprit.ty) {
                    "" => self.type_string(culprit.ty, env.package),
                    what => what.to_string(),
                };
                cause = format!("operator {} not defined on {what}", binary_op(op));
            }
        }
        let (left, right) = (self.source(x), self.source(y));
        if is_case {
            let tag = if y.expr.is_none() {
                "true".to_string()
            } else {
                right
            };
            self.fail(
                env,
                failure.code,
                x.span,
                format!("invalid case {left} in switch on {tag} ({cause})"),
            );
        } else {
            let message = format!("invalid operation: {left} {} {right} ({cause})", binary_op(op));
            self.fail(env, failure.code, culprit.span, message);
        }
    }
}
