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
    pub(crate) fn unary(&mut self, env: &mut Env, e: &'a ExprNode, op: UnaryOp, operand: &'a ExprNode) -> Operand<'a> {
        let mut x = self.expr(env, operand);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        let mut op = op;
        if op == UnaryOp::Address {
            return self.address(env, e, operand, x);
        }
        if op == UnaryOp::Tilde {
            let hint = if self.is_integer(x.ty) { " (use ^ for bitwise complement)" } else { "" };
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
            let message = format!("invalid operation: operator {} not defined on {text}", unary_op(op));
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
            self.fail(env, "UnaddressableOperand", x.span, format!("invalid operation: cannot take address of {text}"));
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
    pub(crate) fn chan_elem(&mut self, env: &Env, x: &Operand<'a>, span: Span, is_receive: bool) -> Option<TypeId> {
        let is_param = self.is_type_param(x.ty);
        let types = self.underlying_types(x.ty);
        let mut found = None;
        let mut problem = types.is_empty().then(|| "no specific channel type".to_string());
        for &ty in &types {
            let shown = if is_param { ty } else { x.ty };
            let what = match *self.types.get(ty) {
                Type::Chan { dir, elem } => {
                    let wrong = if is_receive { ChanDir::Send } else { ChanDir::Receive };
                    if dir == wrong {
                        if is_receive { "send-only channel" } else { "receive-only channel" }
                    } else if found.is_some_and(|found| !self.identical(found, elem)) {
                        "mismatched channel"
                    } else {
                        found = Some(elem);
                        continue;
                    }
                }
                _ => "non-channel",
            };
            problem = Some(format!("{what} {}", self.type_string(shown, env.package)));
            break;
        }
        let Some(problem) = problem else { return found };
        let text = self.operand_string(env.package, x);
        let (code, verb) = if is_receive { ("InvalidReceive", "receive from") } else { ("InvalidSend", "send to") };
        let message = if is_param {
            format!("invalid operation: cannot {verb} {text}: {problem}")
        } else {
            let (what, _) = problem.split_at(problem.find(" channel").map_or("non-channel".len(), |at| at + " channel".len()));
            format!("invalid operation: cannot {verb} {what} {text}")
        };
        self.fail(env, code, span, message);
        None
    }
}
