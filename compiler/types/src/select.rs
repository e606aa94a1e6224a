//! Select statements.

use crate::checker::Checker;
use crate::env::Env;
use crate::expr_string::unparen;
use crate::stmt::Flow;
use goes_syntax::ast::{ExprKind, ExprNode, SelectStmt, StmtKind, StmtNode, UnaryOp};

impl<'a> Checker<'a> {
    /// spec: "A "select" statement chooses which of a set of possible send or receive operations will
    /// proceed."
    pub(crate) fn select_stmt(&mut self, env: &mut Env, flow: Flow, select: &'a SelectStmt) {
        let flow = Flow {
            can_break: true,
            ..flow
        };
        let mut default = None;
        for clause in &select.cases {
            let Some(comm) = &clause.comm else {
                if let Some(first) = default.replace(clause.span) {
                    self.report_second_default(clause.span, first);
                }
                self.block(env, flow, &clause.body);
                continue;
            };
            if !is_communication(comm) {
                let message = "select case must be send or receive (possibly with assignment)";
                self.fail(env, "InvalidSelectCase", comm.span, message);
                continue;
            }
            self.open_scope(env);
            self.stmt(env, Flow::default(), comm);
            self.stmt_list(env, flow, &clause.body);
            self.close_scope(env);
        }
    }
}

/// spec: "CommCase = "case" ( SendStmt | RecvStmt ) | "default""
fn is_communication(stmt: &StmtNode) -> bool {
    let is_receive = |e: &ExprNode| matches!(unparen(e).kind, ExprKind::Unary(UnaryOp::Receive, _));
    match &stmt.kind {
        StmtKind::Bad | StmtKind::Send(..) => true,
        StmtKind::Expr(e) => is_receive(e),
        StmtKind::Assign(_, rhs) | StmtKind::Define(_, rhs) => matches!(&rhs[..], [e] if is_receive(e)),
        _ => false,
    }
}
