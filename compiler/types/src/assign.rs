//! Assignments, and what can be assigned to what.

use crate::checker::Checker;
use crate::conversion::assignment_code;
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::info::Mode;
use crate::object::{ObjectKind, VarKind};
use crate::operand::Operand;
use crate::types::{Type, TypeId};
use goes_source::{Code, Diagnostic, Span};
use goes_syntax::ast::{self, ChanDir, ExprKind, ExprNode};

/// What a value is assigned to.
#[derive(Copy, Clone, Debug)]
enum Left {
    /// `_`
    Blank,
    /// Reported.
    Invalid,
    Place(TypeId),
}

impl<'a> Checker<'a> {
    /// Checks the assignment of an operand to a variable of type `target` (`None`: to the blank
    /// identifier), converting an untyped one. `context` says in words where that happens. If it is not
    /// valid, the operand is not afterwards.
    pub(crate) fn assignment(
        &mut self,
        env: &Env,
        x: &mut Operand<'a>,
        target: Option<TypeId>,
        context: &str,
    ) {
        self.require_single(env, x);
        match x.mode {
            Mode::Invalid => return,
            Mode::NoValue | Mode::Builtin(_) | Mode::Type => {
                let text = self.operand_string(env.package, x);
                let target = target.map_or_else(|| "_".to_string(), |ty| self.type_string(ty, env.package));
                self.fail(
                    env,
                    "IncompatibleAssign",
                    x.span,
                    format!("cannot assign {text} to {target} in {context}"),
                );
                return x.invalidate();
            }
            Mode::Constant | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::CommaOk | Mode::Nil => {}
        }
        if self.is_untyped(x.ty) && !self.assign_untyped(env, x, target, context) {
            return;
        }
        if self.is_generic_func(x.ty) {
            let text = self.operand_string(env.package, x);
            let message = format!("cannot use generic function {text} without instantiation in {context}");
            self.fail(env, "WrongTypeArgCount", x.span, message);
            return x.invalidate();
        }
        let Some(target) = target else { return };
        self.recall_param_names(env.package, x);
        if let Err((code, cause)) = self.assignable(env, x, target) {
            if self.is_broken(x.ty) || self.is_broken(target) {
                return x.invalidate();
            }
            let (text, target) = (
                self.operand_string(env.package, x),
                self.type_string(target, env.package),
            );
            let cause = because(&cause);
            self.fail(
                env,
                code,
                x.span,
                format!("cannot use {text} as {target} value in {context}{cause}"),
            );
            x.invalidate();
        }
    }

    /// spec: "If an untyped constant is assigned to a variable of interface type or the blank identifier,
    /// the constant is first implicitly converted to its default type."
    fn assign_untyped(
        &mut self,
        env: &Env,
        x: &mut Operand<'a>,
        target: Option<TypeId>,
        context: &str,
    ) -> bool {
        let target = match target {
            None if x.is_nil() => {
                self.fail(
                    env,
                    "UntypedNilUse",
                    x.span,
                    format!("use of untyped nil in {context}"),
                );
                x.invalidate();
                return false;
            }
            Some(target) if x.is_nil() || !self.is_plain_interface(target) => target,
            _ => self.default_type(x.ty),
        };
        match self.implicit_type(x, target) {
            Ok((ty, value)) => {
                self.take_on(env, x, ty, value);
                true
            }
            Err(problem) => {
                let (code, suffix) = assignment_code(problem);
                let (text, target) = (
                    self.operand_string(env.package, x),
                    self.type_string(target, env.package),
                );
                let message = format!("cannot use {text} as {target} value in {context}{suffix}");
                self.fail(env, code, x.span, message);
                x.invalidate();
                false
            }
        }
    }

    /// Whether an operand can be assigned to a variable of type `target`; if not, the code of the error and
    /// why, as far as there is more to say than that.
    ///
    /// spec: "A value x of type V is assignable to a variable of type T ("x is assignable to T") if one of
    /// the following conditions applies".
    pub(crate) fn assignable(
        &mut self,
        env: &Env,
        x: &Operand<'a>,
        target: TypeId,
    ) -> Result<(), (Code, String)> {
        if x.is_invalid() || x.ty.is_invalid() || target.is_invalid() || self.identical(x.ty, target) {
            return Ok(());
        }
        let from = x.ty;
        if self.is_untyped(from) {
            return self
                .implicit_type(x, target)
                .map(|_| ())
                .map_err(|_| ("IncompatibleAssign", String::new()));
        }
        let (underlying, target_underlying) = (self.underlying(from), self.underlying(target));
        let (is_param, to_param) = (self.is_type_param(from), self.is_type_param(target));
        let (has_name, target_has_name) = (self.is_named(from), self.is_named(target));
        if (!has_name || !target_has_name)
            && !is_param
            && !to_param
            && self.identical(underlying, target_underlying)
        {
            return Ok(());
        }
        let is_interface_target =
            !to_param && matches!(self.types.get(target_underlying), Type::Interface(_));
        if is_interface_target || self.is_pointer_to_interface(target_underlying) {
            match self.implements(env, from, target, false) {
                Ok(()) => return Ok(()),
                // A type parameter's types may still be assignable each.
                Err(cause) if !is_param => return Err(("InvalidIfaceAssign", cause)),
                Err(_) => {}
            }
        }
        if !is_param
            && matches!(self.types.get(underlying), Type::Interface(_))
            && self.implements(env, target, from, false).is_ok()
        {
            return Err(("IncompatibleAssign", "need type assertion".to_string()));
        }
        // spec: "V and T are channel types with identical element types, V is a bidirectional channel, and
        // at least one of V or T is not a named type."
        if let (
            &Type::Chan {
                dir: ChanDir::Both,
                elem,
            },
            &Type::Chan {
                elem: target_elem, ..
            },
        ) = (self.types.get(underlying), self.types.get(target_underlying))
            && self.identical(elem, target_elem)
        {
            return if has_name && target_has_name {
                Err(("InvalidChanAssign", String::new()))
            } else {
                Ok(())
            };
        }
        self.assignable_params(env, x, target)
    }

    fn is_pointer_to_interface(&mut self, underlying: TypeId) -> bool {
        match *self.types.get(underlying) {
            Type::Pointer(elem) => self.is_interface(elem) || self.is_type_param(elem),
            _ => false,
        }
    }

    /// spec: "V is not a named type, T is a type parameter, and x is assignable to each type in T's type
    /// set", "V is a type parameter and T is not a named type, and values of each type in V's type set are
    /// assignable to T".
    fn assignable_params(
        &mut self,
        env: &Env,
        x: &Operand<'a>,
        target: TypeId,
    ) -> Result<(), (Code, String)> {
        let failed = ("IncompatibleAssign", String::new());
        let join = |first: String, cause: String| {
            if cause.is_empty() {
                first
            } else {
                format!("{first}\n\t{cause}")
            }
        };
        if self.is_type_param(target) && !self.is_named(x.ty) {
            let Some(terms) = self.type_set_terms(target).filter(|terms| !terms.is_empty()) else {
                return Err(failed);
            };
            for term in &terms {
                if let Err((code, cause)) = self.assignable(env, x, term.ty) {
                    let from = self.type_string(x.ty, env.package);
                    let to = self.type_string(term.ty, env.package);
                    let param = self.type_string(target, env.package);
                    return Err((
                        code,
                        join(format!("cannot assign {from} to {to} (in {param})"), cause),
                    ));
                }
            }
            return Ok(());
        }
        if self.is_type_param(x.ty) && !self.is_named(target) {
            let Some(terms) = self.type_set_terms(x.ty).filter(|terms| !terms.is_empty()) else {
                return Err(failed);
            };
            for term in &terms {
                let part = Operand {
                    ty: term.ty,
                    ..x.clone()
                };
                if let Err((code, cause)) = self.assignable(env, &part, target) {
                    let from = self.type_string(term.ty, env.package);
                    let param = self.type_string(x.ty, env.package);
                    let to = self.type_string(target, env.package);
                    return Err((
                        code,
                        join(format!("cannot assign {from} (in {param}) to {to}"), cause),
                    ));
                }
            }
            return Ok(());
        }
        Err(failed)
    }

    /// `lhs = rhs`
    pub(crate) fn assign_stmt(&mut self, env: &mut Env, lhs: &'a [ast::Expr], rhs: &'a [ast::Expr]) {
        let is_call = matches!(rhs, [e] if matches!(unparen(e).kind, ExprKind::Call(_)));
        if lhs.len() == rhs.len() && !is_call {
            for (left, right) in lhs.iter().zip(rhs) {
                self.assign_one(env, left, right);
            }
            return;
        }
        let [e] = rhs else {
            let are_left_valid = self.use_lhs(env, lhs);
            if self.use_exprs(env, rhs) && are_left_valid {
                self.report_count(env, lhs.len(), rhs, rhs.len());
            }
            return;
        };
        let (mut values, is_comma_ok) = self.multi_expr(env, e, lhs.len() == 2);
        if values.len() != lhs.len() {
            if !values[0].is_invalid() {
                self.report_count(env, lhs.len(), rhs, values.len());
            }
            self.use_lhs(env, lhs);
            return;
        }
        let context = if lhs.len() > 1 {
            "multiple assignment"
        } else {
            "assignment"
        };
        for (left, x) in lhs.iter().zip(&mut values) {
            let left = self.left(env, left);
            self.assign_to(env, left, x, context);
        }
        if is_comma_ok && values.iter().all(|x| !x.is_invalid()) {
            self.record_comma_ok(env, e, values[0].ty, values[1].ty);
        }
    }

    fn assign_one(&mut self, env: &mut Env, left: &'a ExprNode, right: &'a ExprNode) {
        let place = left;
        let left = self.left(env, place);
        match left {
            Left::Invalid => {
                self.use_expr(env, right);
            }
            Left::Blank => {
                let mut x = self.expr(env, right);
                self.assign_to(env, left, &mut x, "assignment");
            }
            Left::Place(ty) => {
                let mut x = self.expr_for(env, right, Some(ty), |_| expr_string(place));
                self.assign_to(env, left, &mut x, "assignment");
            }
        }
    }

    fn assign_to(&mut self, env: &Env, left: Left, x: &mut Operand<'a>, context: &str) {
        match left {
            Left::Invalid => x.invalidate(),
            Left::Blank if matches!(context, "assignment" | "multiple assignment") => {
                self.assignment(env, x, None, "assignment to _ identifier")
            }
            Left::Blank => self.assignment(env, x, None, context),
            Left::Place(ty) => self.assignment(env, x, Some(ty), context),
        }
    }

    /// Assigns an operand to the place that an expression denotes.
    pub(crate) fn assign_operand(
        &mut self,
        env: &mut Env,
        left: &'a ExprNode,
        x: &mut Operand<'a>,
        context: &str,
    ) {
        let left = self.left(env, left);
        self.assign_to(env, left, x, context);
    }

    /// The left side of an assignment. To assign to a variable is not to use it.
    fn left(&mut self, env: &mut Env, e: &'a ExprNode) -> Left {
        let inner = unparen(e);
        if let ExprKind::Ident(name) = inner.kind {
            if name.is_blank() {
                return Left::Blank;
            }
            if let Some(x) = self.local_operand(env, e, inner, name) {
                return if x.is_invalid() {
                    Left::Invalid
                } else {
                    Left::Place(x.ty)
                };
            }
        }
        let x = self.expr(env, e);
        self.require_place(env, &x)
    }

    /// A local variable's identifier, recorded but not marked as used.
    fn local_operand(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        inner: &'a ExprNode,
        name: ast::Symbol,
    ) -> Option<Operand<'a>> {
        let id = self.lookup_name(env, name)?;
        let object = self.object(id);
        let ObjectKind::Var(VarKind::Local) = object.kind else {
            return None;
        };
        let ty = object.ty;
        self.record_object(env, inner.id, id);
        if ty.is_invalid() {
            return Some(Operand::invalid(e));
        }
        let mut at = e;
        loop {
            self.record_type(env, at.id, Mode::Variable, ty, None);
            let ExprKind::Paren(within) = &at.kind else { break };
            at = within;
        }
        Some(Operand::new(Mode::Variable, ty, e))
    }

    /// spec: "Each left-hand side operand must be addressable, a map index expression, or (for =
    /// assignments only) the blank identifier."
    fn require_place(&mut self, env: &mut Env, x: &Operand<'a>) -> Left {
        match x.mode {
            Mode::Invalid => return Left::Invalid,
            Mode::Variable | Mode::MapIndex if x.ty.is_invalid() => return Left::Invalid,
            Mode::Variable | Mode::MapIndex => return Left::Place(x.ty),
            _ => {}
        }
        let text = self.source(x);
        if let Some(ExprKind::Selector(operand, _)) = x.expr.map(|e| &e.kind) {
            let is_in_map = self
                .recorded_type(env, operand.id)
                .is_some_and(|of| of.mode == Mode::MapIndex);
            if is_in_map {
                let message = format!("cannot assign to struct field {text} in map");
                self.fail(env, "UnaddressableFieldAssign", x.span, message);
                return Left::Invalid;
            }
        }
        let message = format!("cannot assign to {text} (neither addressable nor a map index expression)");
        self.fail(env, "UnassignableOperand", x.span, message);
        Left::Invalid
    }

    /// Evaluates left sides whose assignment is wrong otherwise.
    fn use_lhs(&mut self, env: &mut Env, lhs: &'a [ast::Expr]) -> bool {
        let mut are_valid = true;
        for e in lhs {
            let inner = unparen(e);
            are_valid &= match inner.kind {
                ExprKind::Ident(name) if name.is_blank() => true,
                ExprKind::Ident(name) => match self.local_operand(env, e, inner, name) {
                    Some(x) => !x.is_invalid(),
                    None => self.use_expr(env, e),
                },
                _ => self.use_expr(env, e),
            };
        }
        are_valid
    }

    /// `x++`, `x--`
    pub(crate) fn inc_dec_stmt(&mut self, env: &mut Env, e: &'a ExprNode, is_inc: bool) {
        let x = self.expr(env, e);
        if x.is_invalid() {
            return;
        }
        if !self.is_numeric(x.ty) {
            let (op, ty) = (
                if is_inc { "++" } else { "--" },
                self.type_string(x.ty, env.package),
            );
            let message = format!(
                "invalid operation: {}{op} (non-numeric type {ty})",
                expr_string(e)
            );
            self.fail(env, "NonNumericIncDec", e.span, message);
            return;
        }
        self.require_place(env, &x);
    }

    /// `lhs op= rhs`
    pub(crate) fn op_assign_stmt(
        &mut self,
        env: &mut Env,
        op: ast::BinaryOp,
        lhs: &'a ExprNode,
        rhs: &'a ExprNode,
    ) {
        let x = self.expr(env, lhs);
        let y = self.expr(env, rhs);
        if x.is_invalid() || y.is_invalid() {
            return;
        }
        let place = x.clone();
        let mut result = self.binary(env, None, x, y, op);
        if result.is_invalid() {
            return;
        }
        let left = self.require_place(env, &place);
        // The result is a value of its own: the left side keeps its type.
        result.expr = if self.is_untyped(result.ty) {
            None
        } else {
            result.expr
        };
        self.assign_to(env, left, &mut result, "assignment");
    }

    /// Reports several related places at once.
    pub(crate) fn fail_with_label(
        &mut self,
        env: &Env,
        code: Code,
        span: Span,
        message: String,
        other: (Span, &str),
    ) {
        let span = env.repeated_at.unwrap_or(span);
        self.report(Diagnostic::error(code, span, message).label(other.0, other.1));
    }
}

/// Where the operator between two expressions stands, as gofmt spaces them; the tree does not tell.
pub(crate) fn operator_span(
    left: Option<&ast::Expr>,
    right: Option<&ast::Expr>,
    length: u32,
) -> Option<Span> {
    let (left, right) = (left?.span.hi, right?.span.lo);
    let start = match right.checked_sub(left)? {
        gap if gap == length => left,
        _ => left + 1,
    };
    Some(Span::new(start, start + length))
}

/// What follows a message whose cause is known: `: cause`, or nothing.
pub(crate) fn because(cause: &str) -> String {
    if cause.is_empty() {
        String::new()
    } else {
        format!(": {cause}")
    }
}
