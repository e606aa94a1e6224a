//! Unary operators.

use crate::checker::Checker;
use crate::constant;
use crate::env::Env;
use crate::expr_string::{unary_op, unparen};
use crate::info::Mode;
use crate::operand::Operand;
use crate::types::{Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::{ChanDir, ExprKind, ExprNode, UnaryOp};

impl<'a> Checker<'a> {
    /// `op x` for all operators but `<-`.
    pub(crate) fn unary(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        op: UnaryOp,
        operand: &'a ExprNode,
    ) -> Operand<'a> {
        let mut x = self.expr(env, operand);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        let mut op = op;
        if op == UnaryOp::Address {
            return self.address(env, e, operand, x);
        }
        if op == UnaryOp::Tilde {
            let hint = if self.is_integer(x.ty) {
                " (use ^ for bitwise complement)"
            } else {
                ""
            };
            let message = format!("cannot use ~ outside of interface or type constraint{hint}");
            self.fail(env, "UndefinedOp", e.span, message);
            if hint.is_empty() {
                return Operand::invalid(e);
            }
            op = UnaryOp::Complement;
        }
        let is_defined = match op {
            UnaryOp::Plus | UnaryOp::Minus => self.is_numeric(x.ty),
            UnaryOp::Complement => self.is_integer(x.ty),
            _ => self.is_boolean(x.ty),
        };
        if !is_defined {
            let text = self.operand_string(env.package, &x);
            let message = format!(
                "invalid operation: operator {} not defined on {text}",
                unary_op(op)
            );
            self.fail(env, "UndefinedOp", x.span, message);
            return Operand::invalid(e);
        }
        (x.expr, x.span) = (Some(e), e.span);
        if !x.is_constant() {
            (x.mode, x.value) = (Mode::Value, None);
            return x;
        }
        if !x.constant_value().is_unknown() {
            let bits = match self.basic_kind(x.ty) {
                Some(kind) if self.is_unsigned(x.ty) => Some(constant::int_bits(kind)),
                _ => None,
            };
            x.value = Some(constant::unary(op, x.constant_value(), bits));
            self.check_overflow(env, &mut x);
        }
        x
    }

    /// `&x`. spec: "The operand must be addressable [...]. As an exception to the addressability
    /// requirement, x may also be a (possibly parenthesized) composite literal."
    fn address(&mut self, env: &Env, e: &'a ExprNode, operand: &'a ExprNode, x: Operand<'a>) -> Operand<'a> {
        let is_literal = matches!(unparen(operand).kind, ExprKind::CompositeLit(_));
        if !is_literal && x.mode != Mode::Variable {
            let text = self.operand_string(env.package, &x);
            self.fail(
                env,
                "UnaddressableOperand",
                x.span,
                format!("invalid operation: cannot take address of {text}"),
            );
            return Operand::invalid(e);
        }
        Operand::new(Mode::Value, self.types.pointer_to(x.ty), e)
    }

    /// `<-x`
    pub(crate) fn receive(&mut self, env: &mut Env, e: &'a ExprNode, operand: &'a ExprNode) -> Operand<'a> {
        let x = self.expr(env, operand);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        env.has_call_or_receive = true;
        match self.chan_elem(env, &x, x.span, true) {
            Some(elem) => Operand::new(Mode::CommaOk, elem, e),
            None => Operand::invalid(e),
        }
    }

    /// The element type of a channel that is received from (`is_receive`) or sent to; reports what forbids it.
    ///
    /// spec: "The expression blocks until a value is available", "the channel direction must permit
    /// receive operations".
    pub(crate) fn chan_elem(
        &mut self,
        env: &Env,
        x: &Operand<'a>,
        span: Span,
        is_receive: bool,
    ) -> Option<TypeId> {
        let result = self.common_underlying(env, x.ty, |checker, ty, underlying| {
            let what = match checker.types.get(underlying) {
                Type::Chan {
                    dir: ChanDir::Send, ..
                } if is_receive => "send-only channel",
                Type::Chan {
                    dir: ChanDir::Receive,
                    ..
                } if !is_receive => "receive-only channel",
                Type::Chan { .. } => return None,
                _ => "non-channel",
            };
            Some(format!("{what} {}", checker.type_string(ty, env.package)))
        });
        let cause = match result {
            Ok(underlying) => match *self.types.get(underlying) {
                Type::Chan { elem, .. } => return Some(elem),
                _ => return None,
            },
            Err(cause) if cause == "no specific type" => "no specific channel type".to_string(),
            Err(cause) => cause,
        };
        let text = self.operand_string(env.package, x);
        let (code, verb) = if is_receive {
            ("InvalidReceive", "receive from")
        } else {
            ("InvalidSend", "send to")
        };
        let message = if self.is_type_param(x.ty) {
            format!("invalid operation: cannot {verb} {text}: {cause}")
        } else {
            format!("invalid operation: cannot {verb} {cause} {text}")
        };
        self.fail(env, code, span, message);
        None
    }
}
