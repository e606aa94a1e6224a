//! Takes trees apart without recursion where they lean to one side, however long the chain is.

use crate::ast::{Expr, ExprKind, ExprNode, Stmt, StmtKind, StmtNode};

impl Drop for ExprNode {
    fn drop(&mut self) {
        // `a.b(c)[d] + e + …`: down the left side, dropping what hangs on the right.
        let mut next = leftmost(&mut self.kind).map(take_expr);
        while let Some(mut kind) = next {
            next = leftmost(&mut kind).map(take_expr);
        }
    }
}

fn leftmost(kind: &mut ExprKind) -> Option<&mut Expr> {
    match kind {
        ExprKind::Binary(_, x, _)
        | ExprKind::Selector(x, _)
        | ExprKind::Index(x, _)
        | ExprKind::TypeAssert(x, _) => Some(x),
        ExprKind::Call(call) => Some(&mut call.func),
        ExprKind::Slice(slice) => Some(&mut slice.operand),
        _ => None,
    }
}

fn take_expr(x: &mut Expr) -> ExprKind {
    std::mem::replace(&mut x.kind, ExprKind::Bad)
}

impl Drop for StmtNode {
    fn drop(&mut self) {
        let mut next = last(&mut self.kind).map(take_stmt);
        while let Some(mut kind) = next {
            next = last(&mut kind).map(take_stmt);
        }
    }
}

/// The `else` of an `if`, or what a label stands before.
fn last(kind: &mut StmtKind) -> Option<&mut Stmt> {
    match kind {
        StmtKind::If(stmt) => stmt.els.as_mut(),
        StmtKind::Labeled(_, stmt) => Some(stmt),
        _ => None,
    }
}

fn take_stmt(stmt: &mut Stmt) -> StmtKind {
    std::mem::replace(&mut stmt.kind, StmtKind::Bad)
}
