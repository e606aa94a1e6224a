//! Terminating statements.
//!
//! spec: "A terminating statement interrupts the regular flow of control in a block."

use crate::checker::Checker;
use crate::env::Env;
use crate::expr_string::unparen;
use crate::info::Mode;
use crate::object::Builtin;
use goes_syntax::ast::{CaseClause, ExprKind, ExprNode, Stmt, StmtKind, StmtNode, Symbol};

impl<'a> Checker<'a> {
    /// spec: "A statement list ends in a terminating statement if the list is not empty and its final
    /// non-empty statement is terminating."
    pub(crate) fn is_terminating_list(&self, env: &Env, list: &[Stmt]) -> bool {
        let last = list
            .iter()
            .rev()
            .find(|stmt| !matches!(stmt.kind, StmtKind::Empty));
        last.is_some_and(|stmt| self.is_terminating(env, stmt, None))
    }

    fn is_terminating(&self, env: &Env, stmt: &StmtNode, label: Option<Symbol>) -> bool {
        match &stmt.kind {
            StmtKind::Return(_) | StmtKind::Goto(_) | StmtKind::Fallthrough => true,
            StmtKind::Expr(e) => self.is_panic(env, e),
            StmtKind::Block(block) => self.is_terminating_list(env, &block.stmts),
            StmtKind::If(_) => self.is_terminating_if(env, stmt),
            // A range loop ends when there are no more iteration values.
            StmtKind::For(stmt) => stmt.cond.is_none() && !has_break_list(&stmt.body.stmts, label, true),
            StmtKind::Switch(stmt) => self.is_terminating_switch(env, &stmt.cases, label),
            StmtKind::TypeSwitch(stmt) => self.is_terminating_switch(env, &stmt.cases, label),
            StmtKind::Select(stmt) => stmt.cases.iter().all(|case| {
                self.is_terminating_list(env, &case.body) && !has_break_list(&case.body, label, true)
            }),
            StmtKind::Labeled(label, stmt) => self.is_terminating(env, stmt, Some(label.name)),
            // What has been reported should not cause another error.
            StmtKind::Bad => true,
            _ => false,
        }
    }

    /// An `if` and all that hangs on its `else`.
    fn is_terminating_if(&self, env: &Env, stmt: &StmtNode) -> bool {
        let mut stmt = stmt;
        loop {
            let StmtKind::If(branch) = &stmt.kind else {
                return self.is_terminating(env, stmt, None);
            };
            let Some(next) = &branch.els else { return false };
            if !self.is_terminating_list(env, &branch.then.stmts) {
                return false;
            }
            stmt = next;
        }
    }

    fn is_terminating_switch(&self, env: &Env, cases: &[CaseClause], label: Option<Symbol>) -> bool {
        let has_default = cases.iter().any(|case| case.is_default);
        has_default
            && cases.iter().all(|case| {
                self.is_terminating_list(env, &case.body) && !has_break_list(&case.body, label, true)
            })
    }

    /// spec: "A call to the built-in function panic."
    fn is_panic(&self, env: &Env, e: &ExprNode) -> bool {
        let ExprKind::Call(call) = &unparen(e).kind else {
            return false;
        };
        self.recorded_type(env, call.func.id)
            .is_some_and(|func| func.mode == Mode::Builtin(Builtin::Panic))
    }
}

/// Whether a statement list has a `break` out of the statement with the given label, or, if
/// `is_innermost`, one without a label.
fn has_break_list(list: &[Stmt], label: Option<Symbol>, is_innermost: bool) -> bool {
    list.iter().any(|stmt| has_break(stmt, label, is_innermost))
}

fn has_break(stmt: &StmtNode, label: Option<Symbol>, is_innermost: bool) -> bool {
    match &stmt.kind {
        StmtKind::Break(None) => is_innermost,
        StmtKind::Break(Some(to)) => label == Some(to.name),
        StmtKind::Block(block) => has_break_list(&block.stmts, label, is_innermost),
        StmtKind::If(stmt) => {
            has_break_list(&stmt.then.stmts, label, is_innermost)
                || stmt
                    .els
                    .as_ref()
                    .is_some_and(|els| has_break(els, label, is_innermost))
        }
        StmtKind::Labeled(_, stmt) => has_break(stmt, label, is_innermost),
        // Only a labelled break leaves more than these.
        _ if label.is_none() => false,
        StmtKind::For(stmt) => has_break_list(&stmt.body.stmts, label, false),
        StmtKind::Range(stmt) => has_break_list(&stmt.body.stmts, label, false),
        StmtKind::Switch(stmt) => stmt
            .cases
            .iter()
            .any(|case| has_break_list(&case.body, label, false)),
        StmtKind::TypeSwitch(stmt) => stmt
            .cases
            .iter()
            .any(|case| has_break_list(&case.body, label, false)),
        StmtKind::Select(stmt) => stmt
            .cases
            .iter()
            .any(|case| has_break_list(&case.body, label, false)),
        _ => false,
    }
}
