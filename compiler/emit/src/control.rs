//! Jumps, blocks and switches.

use crate::cx::{Cx, Target};
use crate::expr::expr;
use crate::js::{self, Expr, Stmt};
use crate::stmt::stmts;
use goes_lower::ir::{self, LabelId};
use swc_common::DUMMY_SP;
use swc_ecma_ast::{SwitchCase, SwitchStmt};

/// Go's name of a label, unless that is to be short; numbered where another of the function has it, too.
fn label_name(cx: &Cx, label: LabelId) -> String {
    let index = label.0 as usize;
    let labels = cx.labels();
    let Some(name) = labels.get(index).copied().flatten() else {
        return format!("$L{index}");
    };
    let before = labels[..index]
        .iter()
        .filter(|&&other| other == Some(name))
        .count();
    let name = crate::names::sanitise(name.as_str());
    if before == 0 {
        name.to_string()
    } else {
        format!("{name}${before}")
    }
}

/// `break` or `continue`, with the label where it would lead elsewhere without.
pub(crate) fn leave(cx: &mut Cx, label: LabelId, is_continue: bool) -> Stmt {
    let targets = &mut cx.frame().targets;
    let nearest = targets.iter().rposition(|target| {
        if is_continue {
            target.is_loop
        } else {
            target.is_breakable
        }
    });
    let meant = targets.iter().rposition(|target| target.label == Some(label));
    let is_named = meant.is_none() || nearest != meant;
    if let Some(meant) = meant
        && is_named
    {
        targets[meant].is_named = true;
    }
    let name = is_named.then(|| label_name(cx, label));
    let name = name.as_deref();
    if is_continue {
        js::continue_(name)
    } else {
        js::break_(name)
    }
}

/// Ends the innermost target: the statement, with its label if something in it names it.
pub(crate) fn finish_target(cx: &mut Cx, stmt: Stmt) -> Stmt {
    match cx.frame().targets.pop() {
        Some(Target {
            label: Some(label),
            is_named: true,
            ..
        }) => js::labeled(&label_name(cx, label), stmt),
        _ => stmt,
    }
}

pub(crate) fn enter_loop(cx: &mut Cx, label: Option<LabelId>) {
    cx.frame().targets.push(Target {
        label,
        is_loop: true,
        is_breakable: true,
        is_named: false,
    });
    cx.frame().loops += 1;
}

pub(crate) fn leave_loop(cx: &mut Cx, stmt: Stmt) -> Stmt {
    cx.frame().loops -= 1;
    finish_target(cx, stmt)
}

pub(crate) fn block(cx: &mut Cx, label: Option<LabelId>, body: &[ir::Stmt], out: &mut Vec<Stmt>) {
    cx.frame().targets.push(Target {
        label,
        is_loop: false,
        is_breakable: false,
        is_named: false,
    });
    let body = stmts(cx, body);
    let declares = body.iter().any(|stmt| matches!(stmt, Stmt::Decl(_)));
    let is_named = cx.frame().targets.last().is_some_and(|target| target.is_named);
    if is_named || declares {
        let whole = js::block(body);
        out.push(finish_target(cx, whole));
    } else {
        cx.frame().targets.pop();
        out.extend(body);
    }
}

pub(crate) fn switch_stmt(
    cx: &mut Cx,
    label: Option<LabelId>,
    tag: &ir::Expr,
    cases: &[ir::SwitchCase],
    out: &mut Vec<Stmt>,
) {
    let tag = expr(cx, tag);
    cx.frame().targets.push(Target {
        label,
        is_loop: false,
        is_breakable: true,
        is_named: false,
    });
    let mut clauses = Vec::new();
    for case in cases {
        let values = crate::expr::exprs(cx, &case.values);
        clauses.push((values, stmts(cx, &case.body), case.falls_through));
    }
    let stmt = switch(tag, clauses);
    out.push(finish_target(cx, stmt));
}

/// `switch (tag) { case v: { body; break; } … }`; clauses are values (none for `default`), body, and whether
/// the body falls through.
pub(crate) fn switch(tag: Expr, clauses: Vec<(Vec<Expr>, Vec<Stmt>, bool)>) -> Stmt {
    let mut cases = Vec::new();
    for (values, mut body, falls_through) in clauses {
        if !falls_through && !js::terminates(&body) {
            body.push(js::break_(None));
        }
        if body.iter().any(|stmt| matches!(stmt, Stmt::Decl(_))) {
            body = vec![js::block(body)];
        }
        let mut tests: Vec<Option<Box<Expr>>> =
            values.into_iter().map(|value| Some(Box::new(value))).collect();
        if tests.is_empty() {
            tests.push(None);
        }
        let last = tests.len() - 1;
        for (index, test) in tests.into_iter().enumerate() {
            let cons = if index == last {
                std::mem::take(&mut body)
            } else {
                Vec::new()
            };
            cases.push(SwitchCase {
                span: DUMMY_SP,
                test,
                cons,
            });
        }
    }
    Stmt::Switch(SwitchStmt {
        span: DUMMY_SP,
        body_ctxt: swc_common::SyntaxContext::empty(),
        discriminant: Box::new(tag),
        cases,
    })
}
