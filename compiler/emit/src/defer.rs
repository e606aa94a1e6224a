//! Deferred calls outside of loops and branches: a function that makes them all, or panics before.
//!
//! What ends without a panic needs no `$Frame`: it makes its call. What panics leaves the rest to one.

use crate::cx::Cx;
use crate::function;
use crate::js::{self, Expr, Stmt};
use crate::stmt::{expr_stmt, stmts};
use crate::{call, goroutine};
use goes_lower::ir::{self, Builtin, Closure, ExprKind, LocalId, Recovers, StmtKind};
use goes_lower::visit::{self, Visitor};
use swc_ecma_ast::{AssignOp, CatchClause, TryStmt};

/// Each lies in the block of the one before.
const MOST: usize = 3;

/// The body of a function all of whose deferred calls are direct, with its results; `None` for others.
///
/// Go `defer mu.Unlock(); return f()`, JS `$ended: { try { $result = f(); } catch ($e) { $unwind($e, () => {
/// Unlock(mu); }, false); break $ended; } Unlock(mu); } return $result;`
pub(crate) fn direct(cx: &mut Cx, code: &Closure, body: &[&ir::Stmt]) -> Option<Vec<Stmt>> {
    if cx.frame().returns_words || !are_direct(code, body) {
        return None;
    }
    let mut whole = Vec::new();
    let result = (!code.results.is_empty() && code.named_results.is_empty()).then(|| cx.fresh("$result"));
    if let Some(result) = result {
        cx.frame().result = Some(result);
        whole.push(js::let_(cx.ident(result), None));
    }
    whole.extend(sequence(cx, code, body, 0));
    if !code.named_results.is_empty() {
        let value = function::named_values(cx);
        whole.push(js::return_(Some(value)));
    } else if let Some(result) = result {
        whole.push(js::return_(Some(cx.name(result))));
    }
    Some(whole)
}

/// Whether all that a function defers stands in its outermost block, and none of it may park.
fn are_direct(code: &Closure, body: &[&ir::Stmt]) -> bool {
    struct Count(usize);
    impl Visitor for Count {
        fn stmt(&mut self, stmt: &ir::Stmt) {
            self.0 += usize::from(matches!(stmt.kind, StmtKind::Defer { .. }));
            visit::walk_stmt(self, stmt);
        }
        fn closure(&mut self, closure: &Closure) {
            // The body of a loop over a function defers in the function around.
            if !closure.has_defer {
                visit::walk_stmts(self, &closure.body);
            }
        }
    }
    let mut all = Count(0);
    visit::walk_stmts(&mut all, &code.body);
    let outermost = body.iter().filter_map(|stmt| match &stmt.kind {
        StmtKind::Defer { call, .. } => Some(call),
        _ => None,
    });
    all.0 <= MOST
        && outermost.clone().count() == all.0
        && outermost
            .into_iter()
            .all(|call| !call.may_park && !goroutine::is_recover(call))
}

/// Statements of the outermost block, in which `depth` calls have been deferred already.
fn sequence(cx: &mut Cx, code: &Closure, body: &[&ir::Stmt], depth: u32) -> Vec<Stmt> {
    let deferred = body.iter().enumerate().find_map(|(at, stmt)| match &stmt.kind {
        StmtKind::Defer { call, recovers } => {
            Some((at, call, *recovers == Recovers::Yes || call.has_recover))
        }
        _ => None,
    });
    let Some((at, call, recovers)) = deferred else {
        return stmts(cx, body.iter().copied());
    };
    let mut whole = stmts(cx, body[..at].iter().copied());
    let late = late(cx, code, call, &mut whole);
    let rest = &body[at + 1..];
    if rest.is_empty() && !recovers {
        whole.extend(late.normally);
        return whole;
    }
    let mut ending = late.normally;
    if recovers {
        whole.push(js::expr_stmt(cx.helper("mayRecover", Vec::new())));
        ending.insert(0, js::expr_stmt(cx.helper("noPanic", Vec::new())));
    }
    let outer = cx.frame().leaves_by_break.replace(depth);
    let left = std::mem::take(&mut cx.frame().leaves);
    let inner = sequence(cx, code, rest, depth + 1);
    let protected = function::without_last_leave(cx, inner);
    let is_left = std::mem::replace(&mut cx.frame().leaves, left) > 0;
    cx.frame().leaves_by_break = outer;

    let ended = (!ending.is_empty()).then(|| function::label("$ended", depth));
    let handler = handler(cx, code, late.copies, late.function, recovers, ended.as_deref());
    let attempt = Stmt::Try(Box::new(TryStmt {
        span: swc_common::DUMMY_SP,
        block: js::block_of(protected),
        handler: Some(handler),
        finalizer: None,
    }));
    let attempt = if is_left {
        js::labeled(&function::label(function::BODY, depth), attempt)
    } else {
        attempt
    };
    match ended {
        None => whole.push(attempt),
        Some(ended) => {
            ending.insert(0, attempt);
            whole.push(js::labeled(&ended, js::block(ending)));
        }
    }
    whole
}

/// `catch ($e) { const $a$1 = $a; $unwind($e, function, recovers); $result ??= 0; break $ended; }`
fn handler(
    cx: &mut Cx,
    code: &Closure,
    copies: Vec<Stmt>,
    function: Expr,
    recovers: bool,
    ended: Option<&str>,
) -> CatchClause {
    let mut body = copies;
    let error = cx.fresh("$e");
    let args = vec![cx.name(error), function, js::bool(recovers)];
    let unwind = cx.helper("unwind", args);
    body.push(js::expr_stmt(js::call_at(code.end, unwind)));
    if let Some(result) = cx.frame().result {
        let zero = function::zero_results(cx, &code.results);
        let result = cx.name(result);
        body.push(js::expr_stmt(js::assign_op(
            AssignOp::NullishAssign,
            result,
            zero,
        )));
    }
    body.extend(ended.map(|label| js::break_(Some(label))));
    CatchClause {
        span: swc_common::DUMMY_SP,
        param: Some(js::pat(cx.ident(error))),
        body: js::block_of(body),
    }
}

/// A deferred call.
struct Late {
    /// Makes it where there is no panic.
    normally: Vec<Stmt>,
    /// What the handler of a panic declares, and the function that it then has called.
    copies: Vec<Stmt>,
    function: Expr,
}

/// `out` takes what belongs to the defer statement itself.
fn late(cx: &mut Cx, code: &Closure, call: &Closure, out: &mut Vec<Stmt>) -> Late {
    let end = code.end;
    // A function literal that is deferred itself has a name of its own, which traces show.
    if let [stmt] = &call.body[..]
        && let StmtKind::Expr(value) = &stmt.kind
        && call.go_name == code.go_name
        && !has_literal(value)
    {
        let mut value = value.clone();
        value.span = end;
        let mut normally = Vec::new();
        expr_stmt(cx, &value, &mut normally);
        let (copies, function) = with_copies(cx, &value, |cx| call::function_literal(cx, call));
        return Late {
            normally,
            copies,
            function,
        };
    }
    let literal = call::function_literal(cx, call);
    if only_recovers(&call.body) {
        return Late {
            normally: Vec::new(),
            copies: Vec::new(),
            function: literal,
        };
    }
    let deferred = cx.fresh("$deferred");
    out.push(js::const_(cx.ident(deferred), literal));
    let made = js::call_at(end, js::call(cx.name(deferred), Vec::new()));
    Late {
        normally: vec![js::expr_stmt(made)],
        copies: Vec::new(),
        function: cx.name(deferred),
    }
}

fn has_literal(value: &ir::Expr) -> bool {
    let mut has = false;
    visit::each_expr(value, &mut |part| {
        has |= matches!(part.kind, ExprKind::FuncLit(_))
    });
    has
}

/// Emits a function of the handler with copies of the operands that were kept: variables that a closure captures live in
/// memory, even if it never comes into being.
fn with_copies(cx: &mut Cx, value: &ir::Expr, emit: impl FnOnce(&mut Cx) -> Expr) -> (Vec<Stmt>, Expr) {
    let mut locals: Vec<LocalId> = Vec::new();
    visit::each_expr(value, &mut |part| {
        if let ExprKind::Local(local) = part.kind
            && !locals.contains(&local)
        {
            locals.push(local);
        }
    });
    let mut copies = Vec::new();
    let mut renamed = Vec::new();
    for local in locals {
        let is_plain = !crate::words::is_split_local(cx, local)
            && cx.local(local).is_some_and(|info| !info.is_reassigned);
        if !is_plain || cx.frame().receiver == Some(local) {
            continue;
        }
        let name = cx.local(local).map_or_else(String::new, |info| info.name.clone());
        let copy = cx.fresh(&name);
        copies.push(js::const_(cx.ident(copy), cx.variable(local)));
        renamed.push((local, copy));
    }
    let function = cx.renamed(&renamed, emit);
    (copies, function)
}

/// Whether a deferred function does nothing where there is nothing to recover: `if r := recover(); r != nil { … }`.
fn only_recovers(body: &[ir::Stmt]) -> bool {
    match body {
        [stmt] => match &stmt.kind {
            StmtKind::Block { label: None, body } => only_recovers(body),
            StmtKind::Expr(value) => is_recover(value),
            StmtKind::If { cond, els, .. } => els.is_empty() && not_nil(cond).is_some_and(is_recover),
            _ => false,
        },
        [first, second] => {
            let StmtKind::Let {
                local,
                init: Some(init),
            } = &first.kind
            else {
                return false;
            };
            let StmtKind::If { cond, els, .. } = &second.kind else {
                return false;
            };
            let is_local =
                |value: &ir::Expr| matches!(value.kind, ExprKind::Local(tested) if tested == *local);
            is_recover(init) && els.is_empty() && not_nil(cond).is_some_and(is_local)
        }
        _ => false,
    }
}

/// `x` of `x != nil`
fn not_nil(cond: &ir::Expr) -> Option<&ir::Expr> {
    let ExprKind::Not(equal) = &cond.kind else {
        return None;
    };
    let ExprKind::IsNil(value) = &equal.kind else {
        return None;
    };
    Some(value)
}

fn is_recover(value: &ir::Expr) -> bool {
    matches!(value.kind, ExprKind::Builtin(Builtin::Recover, _))
}
