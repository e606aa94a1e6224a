//! Statements and function bodies.

use crate::checker::Checker;
use crate::env::Env;
use crate::expr::{Class, Context};
use crate::info::Mode;
use crate::types::{Type, TypeId};
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, ExprKind, ExprNode, Stmt, StmtKind, StmtNode};

/// Which branch statements are possible here.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Flow {
    pub can_break: bool,
    pub can_continue: bool,
    pub can_fall_through: bool,
    /// In the last clause of a switch.
    pub is_final_case: bool,
    pub in_type_switch: bool,
}

impl Flow {
    /// What holds for statements nested in one.
    pub(crate) fn inner(self) -> Flow {
        Flow {
            can_break: self.can_break,
            can_continue: self.can_continue,
            ..Flow::default()
        }
    }
}

impl<'a> Checker<'a> {
    /// Checks a function's body. `env.scope` is the function's own, its parameters declared; `env.results`
    /// are its named results.
    pub(crate) fn func_body(&mut self, env: &mut Env, signature: TypeId, body: &'a ast::Block) {
        let first = self.objects.len();
        let outer_labels = std::mem::replace(&mut self.has_labels, false);
        env.signature = Some(signature);
        self.stmt_list(env, Flow::default(), &body.stmts);
        if std::mem::replace(&mut self.has_labels, outer_labels) {
            self.labels(env, &body.stmts);
        }
        let has_results = matches!(self.types.get(signature), Type::Signature(of) if !of.results.is_empty());
        if has_results && !self.is_terminating_list(env, &body.stmts) {
            let end = Span::new(body.span.hi.saturating_sub(1), body.span.hi);
            self.error("MissingReturn", end, "missing return");
        }
        self.unused_vars(first);
    }

    pub(crate) fn stmt_list(&mut self, env: &mut Env, flow: Flow, list: &'a [Stmt]) {
        // A `fallthrough` must come last, empty statements aside.
        let last = list
            .iter()
            .rposition(|stmt| !matches!(stmt.kind, StmtKind::Empty));
        let inner = Flow {
            can_fall_through: false,
            ..flow
        };
        for (index, stmt) in list.iter().enumerate() {
            self.stmt(env, if Some(index) == last { flow } else { inner }, stmt);
        }
    }

    /// A block's statements in a scope of their own.
    pub(crate) fn block(&mut self, env: &mut Env, flow: Flow, list: &'a [Stmt]) {
        self.open_scope(env);
        self.stmt_list(env, flow, list);
        self.close_scope(env);
    }

    pub(crate) fn stmt(&mut self, env: &mut Env, flow: Flow, stmt: &'a StmtNode) {
        let inner = flow.inner();
        match &stmt.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Expr(e) => self.expr_stmt(env, e),
            StmtKind::Send(chan, value) => self.send_stmt(env, stmt.span, chan, value),
            StmtKind::IncDec(e, is_inc) => self.inc_dec_stmt(env, e, *is_inc),
            StmtKind::Assign(lhs, rhs) => self.assign_stmt(env, lhs, rhs),
            StmtKind::Define(lhs, rhs) => self.define_stmt(env, stmt.span, lhs, rhs),
            StmtKind::OpAssign(op, lhs, rhs) => self.op_assign_stmt(env, *op, lhs, rhs),
            StmtKind::Go(call) => self.suspended_call(env, "go", call),
            StmtKind::Defer(call) => self.suspended_call(env, "defer", call),
            StmtKind::Return(values) => self.return_stmt(env, stmt.span, values),
            StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Goto(_) | StmtKind::Fallthrough => {
                self.branch_stmt(env, flow, stmt);
            }
            StmtKind::Block(block) => self.block(env, inner, &block.stmts),
            StmtKind::If(branch) => self.if_stmt(env, inner, branch),
            StmtKind::Switch(switch) => self.switch_stmt(env, inner, switch),
            StmtKind::TypeSwitch(switch) => self.type_switch_stmt(env, inner, switch),
            StmtKind::Select(select) => self.select_stmt(env, inner, select),
            StmtKind::For(stmt) => self.for_stmt(env, inner, stmt),
            StmtKind::Range(range) => self.range_stmt(env, inner, stmt.span, range),
            StmtKind::Labeled(_, labeled) => {
                self.has_labels = true;
                self.stmt(env, flow, labeled);
            }
            StmtKind::Decl(decls) => self.decl_stmt(env, decls),
        }
    }

    fn expr_stmt(&mut self, env: &mut Env, e: &'a ExprNode) {
        let (x, class) = self.raw_expr(env, e, Context::NONE);
        let (code, problem) = match x.mode {
            Mode::Invalid => return,
            Mode::Builtin(_) => ("UncalledBuiltin", "must be called"),
            Mode::Type => ("NotAnExpr", "is not an expression"),
            _ if class == Class::Statement => return,
            _ => ("UnusedExpr", "is not used"),
        };
        let text = self.operand_string(env.package, &x);
        self.fail(env, code, x.span, format!("{text} {problem}"));
    }

    /// `chan <- value`
    ///
    /// spec: "The channel expression's core type must be a channel, the channel direction must permit send
    /// operations, and the type of the value to be sent must be assignable to the channel's element type."
    fn send_stmt(&mut self, env: &mut Env, at: Span, chan: &'a ExprNode, value: &'a ExprNode) {
        let chan = self.expr(env, chan);
        let core = self.core_type(chan.ty).map(|core| self.types.shared(core));
        let elem = match core.as_deref() {
            Some(&Type::Chan { elem, .. }) => Some(elem),
            _ => None,
        };
        let mut value = self.expr_for_part(env, value, elem, |checker| checker.source(&chan));
        if chan.is_invalid() || value.is_invalid() {
            return;
        }
        if let Some(elem) = self.chan_elem(env, &chan, at, false) {
            self.assignment(env, &mut value, Some(elem), "send");
        }
    }

    /// `go f()`, `defer f()`
    fn suspended_call(&mut self, env: &mut Env, keyword: &str, e: &'a ExprNode) {
        let code = if keyword == "go" {
            "InvalidGo"
        } else {
            "InvalidDefer"
        };
        let ExprKind::Call(_) = e.kind else {
            self.fail(
                env,
                code,
                e.span,
                format!("expression in {keyword} must be function call"),
            );
            self.use_expr(env, e);
            return;
        };
        let (x, class) = self.raw_expr(env, e, Context::NONE);
        let (code, problem) = match class {
            _ if x.is_invalid() => return,
            Class::Statement => return,
            Class::Conversion => (code, "requires function call, not conversion"),
            Class::Expression => ("UnusedResults", "discards result of"),
        };
        let text = self.operand_string(env.package, &x);
        self.fail(env, code, x.span, format!("{keyword} {problem} {text}"));
    }

    fn return_stmt(&mut self, env: &mut Env, at: Span, values: &'a [ast::Expr]) {
        let results = match env.signature.map(|ty| self.types.get(ty)) {
            Some(Type::Signature(signature)) => signature.results.to_vec(),
            _ => Vec::new(),
        };
        if results.is_empty() && values.is_empty() {
            return;
        }
        if !values.is_empty() || env.results.is_empty() {
            if results.is_empty() {
                return self.report_extra_results(env, values);
            }
            return self.init_results(env, &results, values, at);
        }
        // spec: "A compiler may disallow an empty expression list in a "return" statement if a different
        // entity [...] with the same name as a result parameter is in scope at the place of the return."
        for result in env.results.clone() {
            let name = self.object(result).name;
            if name.is_blank() {
                continue;
            }
            if let Some(other) = self.lookup_name(env, name).filter(|&other| other != result) {
                let other = self.object(other).span;
                let text = self.object_string(env, result);
                let diagnostic = Diagnostic::error(
                    "OutOfScopeResult",
                    at,
                    format!("result parameter {name} not in scope at return"),
                )
                .label(other, format!("inner declaration of {text}"));
                self.report(diagnostic);
            }
        }
    }

    /// Values returned by a function without results.
    fn report_extra_results(&mut self, env: &mut Env, values: &'a [ast::Expr]) {
        let operands = self.expr_list(env, values);
        if operands.iter().any(|x| x.is_invalid()) {
            return;
        }
        let have: Vec<TypeId> = operands.iter().map(|x| x.ty).collect();
        let have = self.types_summary(env, &have, false, false);
        let at = values.first().map_or(Span::default(), |first| first.span);
        self.fail(
            env,
            "WrongResultCount",
            at,
            format!("too many return values\n\thave {have}\n\twant ()"),
        );
    }

    fn branch_stmt(&mut self, env: &Env, flow: Flow, stmt: &'a StmtNode) {
        let (code, message) = match &stmt.kind {
            StmtKind::Break(None) if !flow.can_break => {
                ("MisplacedBreak", "break is not in a loop, switch, or select")
            }
            StmtKind::Continue(None) if !flow.can_continue => {
                ("MisplacedContinue", "continue is not in a loop")
            }
            StmtKind::Break(Some(_)) | StmtKind::Continue(Some(_)) | StmtKind::Goto(_) => {
                self.has_labels = true;
                return;
            }
            StmtKind::Fallthrough if !flow.can_fall_through => {
                let message = if flow.in_type_switch {
                    "cannot fallthrough in type switch"
                } else if flow.is_final_case {
                    "cannot fallthrough final case in switch"
                } else {
                    "fallthrough statement out of place"
                };
                ("MisplacedFallthrough", message)
            }
            _ => return,
        };
        self.fail(env, code, stmt.span, message);
    }

    /// The condition of an `if` or `for` statement.
    fn condition(&mut self, env: &mut Env, e: &'a ExprNode, of: &str) {
        let mut x = self.expr(env, e);
        if x.is_invalid() {
            return;
        }
        if !self.is_boolean(x.ty) {
            return self.fail(
                env,
                "InvalidCond",
                e.span,
                format!("non-boolean condition in {of} statement"),
            );
        }
        let ty = self.default_type(x.ty);
        self.convert_untyped(env, &mut x, ty);
    }

    /// `if … else if … else …`; each part is in scope of what the ones before declare.
    fn if_stmt(&mut self, env: &mut Env, flow: Flow, branch: &'a ast::IfStmt) {
        let scope = env.scope;
        let mut branch = branch;
        loop {
            // A block without declarations would only make lookups longer: `else if` may go on for long.
            if let Some(init) = &branch.init {
                self.open_scope(env);
                self.stmt(env, Flow::default(), init);
            }
            self.condition(env, &branch.cond, "if");
            self.block(env, flow, &branch.then.stmts);
            match branch.els.as_deref() {
                None => break,
                Some(StmtNode {
                    kind: StmtKind::If(next),
                    ..
                }) => branch = next,
                Some(els) => {
                    self.stmt(env, flow, els);
                    break;
                }
            }
        }
        env.scope = scope;
    }

    fn for_stmt(&mut self, env: &mut Env, flow: Flow, stmt: &'a ast::ForStmt) {
        self.open_scope(env);
        if let Some(init) = &stmt.init {
            self.stmt(env, Flow::default(), init);
        }
        if let Some(cond) = &stmt.cond {
            self.condition(env, cond, "for");
        }
        if let Some(post) = &stmt.post {
            // The parser has reported a definition there.
            if !matches!(post.kind, StmtKind::Define(..)) {
                self.stmt(env, Flow::default(), post);
            }
        }
        self.block(
            env,
            Flow {
                can_break: true,
                can_continue: true,
                ..flow
            },
            &stmt.body.stmts,
        );
        self.close_scope(env);
    }
}
