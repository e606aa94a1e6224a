//! Loop variables that a function refers to which runs later. Before Go 1.22 all iterations shared them.

use crate::pass::{Pass, as_ident, unparen};
use crate::walk::{Node, each};
use goes_syntax::ast::{CallExpr, CaseClause, ExprKind, ExprNode, Stmt, StmtKind, StmtNode};
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
        for stmt in &body.stmts {
            captured_by_subtest(pass, stmt, &vars);
        }
    }
}

/// `t.Run(name, func(t *testing.T) { t.Parallel(); … })`: what follows runs when the loop is over.
fn captured_by_subtest(pass: &mut Pass<'_, '_>, stmt: &StmtNode, vars: &[ObjectId]) {
    let Some((_, call)) = method_call(pass, stmt, "(*testing.common).Run") else {
        return;
    };
    let [_, func] = &call.args[..] else { return };
    let ExprKind::FuncLit(func) = &func.kind else {
        return;
    };
    let test = func.signature.params.first().and_then(|param| param.name);
    let Some(test) = test.and_then(|name| pass.object(name.id)) else {
        return;
    };
    let mut is_parallel = false;
    let mut later: Vec<&StmtNode> = Vec::new();
    for stmt in &func.body.stmts {
        let mut stmt: &StmtNode = stmt;
        while let StmtKind::Labeled(_, inner) = &stmt.kind {
            // A jump to the label may pass over what stands before it.
            is_parallel = false;
            later.clear();
            stmt = inner;
        }
        if is_parallel {
            later.push(stmt);
        }
        let receiver = method_call(pass, stmt, "(*testing.common).Parallel").map(|(receiver, _)| receiver);
        let object = receiver.and_then(as_ident).and_then(|name| pass.object(name.id));
        is_parallel |= object == Some(test);
    }
    for stmt in later {
        captured_in(pass, stmt, vars);
    }
}

/// The receiver and the call that a statement consists of, if it calls that method.
fn method_call<'t>(
    pass: &Pass<'_, '_>,
    stmt: &'t StmtNode,
    name: &str,
) -> Option<(&'t ExprNode, &'t CallExpr)> {
    let StmtKind::Expr(x) = &stmt.kind else {
        return None;
    };
    let ExprKind::Call(call) = &unparen(x).kind else {
        return None;
    };
    let ExprKind::Selector(receiver, _) = &unparen(&call.func).kind else {
        return None;
    };
    let callee = pass.callee(call)?;
    (pass.full_name(callee) == name).then_some((&**receiver, call))
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
    for stmt in &func.body.stmts {
        captured_in(pass, stmt, vars);
    }
}

fn captured_in(pass: &mut Pass<'_, '_>, stmt: &StmtNode, vars: &[ObjectId]) {
    let mut found = Vec::new();
    each(Node::Stmt(stmt), &mut |node| {
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
