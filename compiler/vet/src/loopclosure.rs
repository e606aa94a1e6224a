//! Loop variables that a function refers to which runs later. Before Go 1.22 all iterations shared them.

use crate::pass::{Pass, as_ident, unparen};
use crate::walk::{Node, each_of};
use goes_syntax::ast::{CaseClause, ExprKind, ExprNode, Stmt, StmtKind, StmtNode};
use goes_types::ObjectId;

pub(crate) fn statement(pass: &mut Pass<'_, '_>, stmt: &StmtNode) {
    const OWN_PER_ITERATION: (u32, u32) = (1, 22);
    if pass.version >= OWN_PER_ITERATION {
        return;
    }
    let (updated, body): (Vec<&ExprNode>, _) = match &stmt.kind {
        StmtKind::Range(range) => (
            [&range.key, &range.value]
                .into_iter()
                .flat_map(|var| var.as_deref())
                .collect(),
            &range.body,
        ),
        StmtKind::For(stmt) => {
            let post = stmt.post.as_ref().map(|post| &post.kind);
            let updated = match post {
                Some(StmtKind::Assign(left, _)) => left.iter().map(|x| &**x).collect(),
                Some(StmtKind::IncDec(x, _)) | Some(StmtKind::OpAssign(_, x, _)) => vec![&**x],
                _ => Vec::new(),
            };
            (updated, &stmt.body)
        }
        _ => return,
    };
    let names = updated.into_iter().filter_map(as_ident);
    let vars: Vec<ObjectId> = names.filter_map(|name| pass.object(name.id)).collect();
    if !vars.is_empty() {
        last(pass, &body.stmts, &vars);
    }
}

/// Looks at the statement that comes last, or at those that may: what follows another one might wait for it.
fn last(pass: &mut Pass<'_, '_>, stmts: &[Stmt], vars: &[ObjectId]) {
    let Some(stmt) = stmts.last() else { return };
    let cases = |pass: &mut Pass<'_, '_>, cases: &[CaseClause]| {
        cases.iter().for_each(|case| last(pass, &case.body, vars));
    };
    match &stmt.kind {
        StmtKind::If(_) => {
            let mut next = Some(&**stmt);
            while let Some(StmtKind::If(branch)) = next.map(|stmt| &stmt.kind) {
                last(pass, &branch.then.stmts, vars);
                next = branch.els.as_deref();
            }
            if let Some(StmtKind::Block(block)) = next.map(|stmt| &stmt.kind) {
                last(pass, &block.stmts, vars);
            }
        }
        StmtKind::For(stmt) => last(pass, &stmt.body.stmts, vars),
        StmtKind::Range(stmt) => last(pass, &stmt.body.stmts, vars),
        StmtKind::Switch(stmt) => cases(pass, &stmt.cases),
        StmtKind::TypeSwitch(stmt) => cases(pass, &stmt.cases),
        StmtKind::Select(stmt) => stmt.cases.iter().for_each(|case| last(pass, &case.body, vars)),
        StmtKind::Go(x) | StmtKind::Defer(x) => {
            if let ExprKind::Call(call) = &unparen(x).kind {
                captured(pass, &call.func, vars);
            }
        }
        StmtKind::Expr(x) => {
            if let ExprKind::Call(call) = &unparen(x).kind
                && let Some(callee) = pass.callee(call)
                && pass.full_name(callee) == "(*golang.org/x/sync/errgroup.Group).Go"
                && let Some(func) = call.args.first()
            {
                captured(pass, func, vars);
            }
        }
        _ => {}
    }
}

fn captured(pass: &mut Pass<'_, '_>, func: &ExprNode, vars: &[ObjectId]) {
    let ExprKind::FuncLit(func) = &func.kind else {
        return;
    };
    let mut found = Vec::new();
    each_of(&func.body.stmts, &mut |node| {
        if let Node::Expr(e) = node
            && let Some(name) = as_ident(e)
            && pass.object(name.id).is_some_and(|object| vars.contains(&object))
        {
            found.push(name);
        }
        true
    });
    for name in found {
        let message = format!("loop variable {} captured by func literal", name.name);
        pass.report("loopclosure", name.span, message);
    }
}
