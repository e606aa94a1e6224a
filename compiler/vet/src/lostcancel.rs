//! Contexts whose cancel function is not called on all paths: what they hold is never released.

use crate::flow::{Flow, Step};
use crate::pass::{Pass, as_ident, unparen};
use crate::walk::{Node, each, each_of};
use goes_source::Span;
use goes_syntax::ast::{Block, DeclKind, ExprKind, ExprNode, FuncDecl, Ident, Signature, StmtKind, StmtNode};
use goes_types::{ObjectId, ObjectKind};

const CODE: &str = "lostcancel";

/// `func`: the declaration that has the body, unless it is a literal's.
pub(crate) fn body<'a>(
    pass: &mut Pass<'_, 'a>,
    body: &'a Block,
    func: Option<&'a FuncDecl>,
    signature: &'a Signature,
) {
    let own = func.map_or(signature.span, |func| func.name.span.to(signature.span));
    let span = own.to(body.span);
    let mut found: Vec<(ObjectId, &'a StmtNode)> = Vec::new();
    each_of(&body.stmts, &mut |node| {
        if let Node::Stmt(stmt) = node
            && let Some((name, maker)) = cancel_name(pass, stmt)
        {
            discarded(pass, name, &maker);
            let object = pass.object(name.id).filter(|_| !name.name.is_blank());
            // One that is declared outside may be used there.
            let is_own = |object: &ObjectId| {
                let declared = pass.checker.object(*object).span;
                span.lo <= declared.lo && declared.hi <= span.hi
            };
            found.extend(object.filter(is_own).map(|object| (object, stmt)));
        }
        !is_literal(node)
    });
    let is_main = func.is_some_and(|func| func.name.name.as_str() == "main" && func.receiver.is_none())
        && pass.checker.package(pass.package).name == "main";
    // The end of main is the end of the program.
    if found.is_empty() || is_main {
        return;
    }
    let flow = Flow::new(pass, body);
    let is_result = |object: ObjectId| {
        let names = signature.results.iter().filter_map(|result| result.name);
        names.into_iter().any(|name| pass.object(name.id) == Some(object))
    };
    let lost: Vec<_> = found
        .into_iter()
        .filter_map(|(object, stmt)| {
            Some((object, stmt, lost(pass, &flow, object, stmt, is_result(object))?))
        })
        .collect();
    for (object, stmt, end) in lost {
        let name = pass.checker.object(object).name;
        let message = format!("the {name} function is not used on all paths (possible context leak)");
        let defined = definition(stmt);
        pass.report(CODE, defined, message);
        let line = pass.checker.line(defined).unwrap_or_default();
        let message = format!(
            "this return statement may be reached without using the {name} var defined on line {line}"
        );
        pass.report(CODE, end, message);
    }
}

fn is_literal(node: Node<'_>) -> bool {
    matches!(
        node,
        Node::Expr(ExprNode {
            kind: ExprKind::FuncLit(_),
            ..
        })
    )
}

/// The second name of `ctx, cancel := context.WithCancel(…)`, and the function's name.
fn cancel_name(pass: &Pass<'_, '_>, stmt: &StmtNode) -> Option<(Ident, String)> {
    let (name, value) = match &stmt.kind {
        StmtKind::Assign(left, right) | StmtKind::Define(left, right) => {
            (as_ident(left.get(1)?)?, right.first()?)
        }
        StmtKind::Decl(decls) => match &decls.first()?.kind {
            DeclKind::Var(var) => (*var.names.get(1)?, var.values.first()?),
            _ => return None,
        },
        _ => return None,
    };
    let ExprKind::Call(call) = &unparen(value).kind else {
        return None;
    };
    let callee = pass.callee(call)?;
    let maker = pass.checker.object(callee).name.to_string();
    let is_maker = matches!(
        maker.as_str(),
        "WithCancel"
            | "WithCancelCause"
            | "WithTimeout"
            | "WithTimeoutCause"
            | "WithDeadline"
            | "WithDeadlineCause"
    );
    let is_function = matches!(pass.checker.object(callee).kind, ObjectKind::Func { .. });
    (is_maker && is_function && pass.package_path(callee) == "context").then_some((name, maker))
}

/// Where a statement starts to define what it does, `var` aside.
fn definition(stmt: &StmtNode) -> Span {
    match &stmt.kind {
        StmtKind::Decl(decls) => match decls.first().map(|decl| &decl.kind) {
            Some(DeclKind::Var(var)) => var.names.first().map_or(stmt.span, |name| name.span),
            _ => stmt.span,
        },
        _ => stmt.span,
    }
}

fn discarded(pass: &mut Pass<'_, '_>, name: Ident, maker: &str) {
    if name.name.is_blank() {
        let message = format!(
            "the cancel function returned by context.{maker} should be called, not discarded, to avoid a context leak"
        );
        pass.report(CODE, name.span, message);
    }
}

/// A return that is reached from `stmt` without any use of the variable.
fn lost(
    pass: &Pass<'_, '_>,
    flow: &Flow<'_>,
    object: ObjectId,
    stmt: &StmtNode,
    is_result: bool,
) -> Option<Span> {
    let is_stmt = |node: &Node<'_>| matches!(node, Node::Stmt(other) if std::ptr::eq(*other, stmt));
    let (start, index) = flow
        .steps
        .iter()
        .enumerate()
        .find_map(|(start, step)| Some((start, step.nodes.iter().position(is_stmt)?)))?;
    let uses = |nodes: &[Node<'_>]| nodes.iter().any(|&node| mentions(pass, node, object, is_result));
    let step: &Step<'_> = &flow.steps[start];
    if uses(&step.nodes[index + 1..]) {
        return None;
    }
    if step.returns.is_some() {
        return step.returns;
    }
    let mut seen = vec![false; flow.steps.len()];
    let mut work: Vec<usize> = step.next.iter().rev().copied().collect();
    while let Some(at) = work.pop() {
        let step = &flow.steps[at];
        if std::mem::replace(&mut seen[at], true) || uses(&step.nodes) {
            continue;
        }
        if step.returns.is_some() {
            return step.returns;
        }
        work.extend(step.next.iter().rev());
    }
    None
}

/// Whether a node mentions the variable; `return` alone mentions named results.
fn mentions(pass: &Pass<'_, '_>, node: Node<'_>, object: ObjectId, is_result: bool) -> bool {
    let mut found = false;
    each(node, &mut |node| {
        found |= match node {
            Node::Expr(e) => as_ident(e).is_some_and(|name| pass.object(name.id) == Some(object)),
            Node::Stmt(stmt) => {
                is_result && matches!(&stmt.kind, StmtKind::Return(results) if results.is_empty())
            }
        };
        !found
    });
    found
}
