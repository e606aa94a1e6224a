//! Statements: the dispatch, and declarations of locals.

use crate::assign::{assign, assign_op, assign_tuple};
use crate::call;
use crate::control::{block, leave, switch_stmt};
use crate::cx::Cx;
use crate::effects::is_repeatable;
use crate::expr::{copy_of, expr, zero};
use crate::goroutine::{self, wait_stmt};
use crate::js::{self, Expr, Ident, Pat, Stmt};
use crate::loops::{for_stmt, range_map, range_string};
use crate::{function, interface, map, slice, words};
use goes_lower::ir::{self, ExprKind, LocalId, StmtKind};
use swc_ecma_ast::{AssignTarget, Callee, Decl, SimpleAssignTarget};

pub(crate) fn stmts<'i>(cx: &mut Cx, nodes: impl IntoIterator<Item = &'i ir::Stmt>) -> Vec<Stmt> {
    let mut out = Vec::new();
    for node in nodes {
        let before = out.len();
        stmt(cx, node, &mut out);
        for stmt in out.iter_mut().skip(before) {
            locate(stmt, node.span);
        }
    }
    out
}

/// Gives a statement that has none its place in the Go source.
fn locate(stmt: &mut Stmt, go: goes_source::Span) {
    if go.is_nowhere() {
        return;
    }
    let span = match stmt {
        Stmt::Return(stmt) => &mut stmt.span,
        Stmt::If(stmt) => &mut stmt.span,
        Stmt::For(stmt) => &mut stmt.span,
        Stmt::ForOf(stmt) => &mut stmt.span,
        Stmt::Switch(stmt) => &mut stmt.span,
        Stmt::Break(stmt) => &mut stmt.span,
        Stmt::Continue(stmt) => &mut stmt.span,
        Stmt::Decl(Decl::Var(decl)) => &mut decl.span,
        Stmt::Expr(stmt) => {
            locate_start(&mut stmt.expr, js::span(go));
            &mut stmt.span
        }
        Stmt::Block(block) => return block.stmts.iter_mut().for_each(|stmt| locate(stmt, go)),
        _ => return,
    };
    if span.is_dummy() {
        *span = js::span(go);
    }
}

/// Gives what an expression begins with its place: the source map tells that of names, not of statements.
fn locate_start(expr: &mut Expr, span: swc_common::Span) {
    match expr {
        Expr::Assign(assign) => match &mut assign.left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => locate_name(&mut name.id.span, span),
            AssignTarget::Simple(SimpleAssignTarget::Member(member)) => locate_start(&mut member.obj, span),
            _ => {}
        },
        Expr::Update(update) => locate_start(&mut update.arg, span),
        Expr::Bin(bin) => locate_start(&mut bin.left, span),
        Expr::Cond(cond) => locate_start(&mut cond.test, span),
        Expr::Paren(paren) => locate_start(&mut paren.expr, span),
        Expr::Unary(unary) => locate_start(&mut unary.arg, span),
        Expr::Seq(sequence) => {
            if let Some(first) = sequence.exprs.first_mut() {
                locate_start(first, span);
            }
        }
        Expr::Member(member) => locate_start(&mut member.obj, span),
        Expr::Call(call) => {
            if let Callee::Expr(callee) = &mut call.callee {
                locate_start(callee, span);
            }
        }
        Expr::Ident(name) => locate_name(&mut name.span, span),
        _ => {}
    }
}

fn locate_name(name: &mut swc_common::Span, span: swc_common::Span) {
    if name.is_dummy() {
        *name = span;
    }
}

fn stmt(cx: &mut Cx, node: &ir::Stmt, out: &mut Vec<Stmt>) {
    match &node.kind {
        StmtKind::Expr(value) => expr_stmt(cx, value, out),
        StmtKind::Let { local, init } => let_stmt(cx, *local, init.as_ref(), out),
        StmtKind::LetTuple { locals, init } => let_tuple(cx, locals, init, out),
        StmtKind::Assign {
            place,
            value,
            in_place,
        } => assign(cx, place, value, *in_place, out),
        StmtKind::AssignOp {
            place,
            op,
            value,
            overflow,
        } => assign_op(cx, place, *op, value, *overflow, out),
        StmtKind::AssignTuple { places, value } => assign_tuple(cx, places, value, out),
        StmtKind::If { cond, then, els } => {
            let cond = expr(cx, cond);
            let then = stmts(cx, then);
            out.push(js::if_(cond, then, stmts(cx, els)));
        }
        StmtKind::For {
            label,
            init,
            cond,
            post,
            body,
            per_iteration,
        } => {
            for_stmt(cx, *label, init, cond.as_ref(), post, body, *per_iteration, out);
        }
        StmtKind::RangeMap {
            label,
            map,
            key,
            value,
            body,
        } => range_map(cx, *label, map, *key, *value, body, out),
        StmtKind::RangeString {
            label,
            string,
            index,
            rune,
            body,
        } => {
            range_string(cx, *label, string, *index, *rune, body, out);
        }
        StmtKind::Switch { label, tag, cases } => switch_stmt(cx, *label, tag, cases, out),
        StmtKind::Block { label, body } => block(cx, *label, body, out),
        StmtKind::Break(label) => out.push(leave(cx, *label, false)),
        StmtKind::Continue(label) => out.push(leave(cx, *label, true)),
        StmtKind::Return(values) => function::return_stmt(cx, values, out),
        StmtKind::Go(call) => {
            let go = goroutine::go(cx, call);
            out.push(js::expr_stmt(goroutine::created_at(cx, go, node.span)));
        }
        StmtKind::Defer { call, recovers } => {
            let defer = goroutine::defer(cx, call, *recovers);
            out.push(js::expr_stmt(js::at(node.span, defer)));
        }
        StmtKind::Send { chan, value } => goroutine::send(cx, chan, value, node.span, out),
        StmtKind::Select(select) => goroutine::select(cx, select, node.span, out),
    }
}

pub(crate) fn expr_stmt(cx: &mut Cx, value: &ir::Expr, out: &mut Vec<Stmt>) {
    let stmt = match &value.kind {
        ExprKind::Call(call) if call::may_wait(cx, call) => {
            let call = js::call_at(value.span, call::raw_call(cx, call));
            wait_stmt(cx, call, value.span)
        }
        ExprKind::Receive { chan, .. } if !goroutine::only_lets_others_run(cx, chan) => {
            let receive = js::at(value.span, goroutine::raw_receive(cx, chan, false));
            wait_stmt(cx, receive, value.span)
        }
        ExprKind::Const(_) | ExprKind::Zero | ExprKind::Local(_) | ExprKind::Global(_) => return,
        ExprKind::Call(call) if words::is_split(cx, value) => {
            js::expr_stmt(js::call_at(value.span, call::raw_call(cx, call)))
        }
        _ => js::expr_stmt(expr(cx, value)),
    };
    out.push(stmt);
}

/// A value that a call gives which may park, without waiting for it; `None` for other values.
fn parking(cx: &mut Cx, value: &ir::Expr) -> Option<Expr> {
    match &value.kind {
        ExprKind::Call(call) if call::may_wait(cx, call) => {
            Some(js::call_at(value.span, call::raw_call(cx, call)))
        }
        ExprKind::Receive { chan, comma_ok } if cx.frame().is_generator => {
            Some(js::at(value.span, goroutine::raw_receive(cx, chan, *comma_ok)))
        }
        _ => None,
    }
}

/// `let v = call; if (v === $parked) v = yield;`
fn let_parking(cx: &mut Cx, ident: Ident, call: Expr, span: goes_source::Span, out: &mut Vec<Stmt>) {
    let name = Expr::Ident(ident.clone());
    out.push(js::let_(ident, Some(call)));
    let parked = cx.rt("parked");
    let resume = js::expr_stmt(js::assign(name.clone(), call::pause(cx, span)));
    out.push(js::if_then(js::equal(name, parked), resume));
}

fn let_stmt(cx: &mut Cx, local: LocalId, init: Option<&ir::Expr>, out: &mut Vec<Stmt>) {
    if words::is_split_local(cx, local) {
        return words::declare(cx, local, init, out);
    }
    if let Some(view) = cx.local(local).and_then(|info| info.view)
        && let Some(init) = init
    {
        return slice::declare_view(cx, local, view, init, out);
    }
    let boxed = cx.is_boxed(local);
    if !boxed
        && let Some(init) = init
        && let Some(call) = parking(cx, init)
    {
        let ident = cx.declare(local);
        return let_parking(cx, ident, call, init.span, out);
    }
    let value = match init {
        Some(init) => Some(expr(cx, init)),
        None if boxed => cx.local(local).map(|info| info.ty).map(|ty| zero(cx, ty)),
        None => None,
    };
    let value = if boxed {
        let value = value.unwrap_or_else(js::null);
        Some(js::new(cx.rt("Box"), vec![value]))
    } else {
        value
    };
    let ident = cx.declare(local);
    out.push(js::let_(ident, value));
}

/// `const [a, b] = tuple`
fn let_tuple(cx: &mut Cx, locals: &[Option<LocalId>], init: &ir::Expr, out: &mut Vec<Stmt>) {
    let (first, second) = (
        locals.first().copied().flatten(),
        locals.get(1).copied().flatten(),
    );
    match &init.kind {
        ExprKind::Tuple(values) if values.len() == locals.len() => {
            for (local, value) in locals.iter().zip(values) {
                match local {
                    Some(local) => let_stmt(cx, *local, Some(value), out),
                    None => expr_stmt(cx, value, out),
                }
            }
        }
        ExprKind::MapIndex {
            map,
            key,
            comma_ok: true,
        } => let_map_index(cx, map, key, first, second, out),
        ExprKind::TypeAssert {
            operand,
            target,
            comma_ok: true,
        } => {
            let value = expr(cx, operand);
            let value = if is_repeatable(&value) {
                value
            } else {
                let id = cx.fresh("$x");
                out.push(js::let_(cx.ident(id), Some(value)));
                cx.name(id)
            };
            // The variable for `ok` may be unused or boxed: test into one of our own then.
            let plain_ok = second.filter(|&ok| !cx.is_boxed(ok));
            let ok = match plain_ok {
                Some(ok) => cx.declare(ok),
                None => {
                    let id = cx.fresh("$ok");
                    cx.ident(id)
                }
            };
            let keeps = first.is_some_and(|first| cx.is_borrowed(first));
            let (test, taken) = interface::assert_parts(cx, value, *target, Expr::Ident(ok.clone()), keeps);
            out.push(js::let_(ok.clone(), Some(test)));
            if let Some(first) = first {
                declare_value(cx, first, taken, out);
            }
            if plain_ok.is_none()
                && let Some(second) = second
            {
                declare_value(cx, second, Expr::Ident(ok), out);
            }
        }
        _ => let_pattern(cx, locals, init, out),
    }
}

pub(crate) fn declare_value(cx: &mut Cx, local: LocalId, value: Expr, out: &mut Vec<Stmt>) {
    let value = if cx.is_boxed(local) {
        js::new(cx.rt("Box"), vec![value])
    } else {
        value
    };
    let ident = cx.declare(local);
    out.push(js::let_(ident, Some(value)));
}

/// `v, ok := m[key]` as `const t = m.get(key); const v = t ?? zero; const ok = t !== undefined;`
fn let_map_index(
    cx: &mut Cx,
    map: &ir::Expr,
    key: &ir::Expr,
    value: Option<LocalId>,
    ok: Option<LocalId>,
    out: &mut Vec<Stmt>,
) {
    let (_, elem) = map::types(cx, map.ty);
    let object = expr(cx, map);
    let key = expr(cx, key);
    let Some(value) = value else {
        let has = js::method(object, "has", vec![key]);
        match ok {
            Some(ok) => declare_value(cx, ok, has, out),
            None => out.push(js::expr_stmt(has)),
        }
        return;
    };
    let found = cx.fresh("$found");
    out.push(js::let_(
        cx.ident(found),
        Some(js::method(object, "get", vec![key])),
    ));
    let found = cx.name(found);
    let zero = zero(cx, elem);
    let given = js::nullish(found.clone(), zero);
    let given = if cx.is_borrowed(value) {
        given
    } else {
        copy_of(cx, elem, given)
    };
    declare_value(cx, value, given, out);
    if let Some(ok) = ok {
        declare_value(cx, ok, js::not_equal(found, js::undefined()), out);
    }
}

fn let_pattern(cx: &mut Cx, locals: &[Option<LocalId>], init: &ir::Expr, out: &mut Vec<Stmt>) {
    if locals.iter().all(Option::is_none) {
        return expr_stmt(cx, init, out);
    }
    let value = match parking(cx, init) {
        Some(call) => {
            let id = cx.fresh("$results");
            let_parking(cx, cx.names.ident(id), call, init.span, out);
            cx.name(id)
        }
        None => expr(cx, init),
    };
    let mut boxes = Vec::new();
    let mut elems: Vec<Option<Pat>> = Vec::new();
    for local in locals {
        elems.push(local.map(|local| {
            if !cx.is_boxed(local) {
                return js::pat(cx.declare(local));
            }
            let id = cx.fresh("$v");
            boxes.push((local, id));
            js::pat(cx.ident(id))
        }));
    }
    while elems.last().is_some_and(Option::is_none) {
        elems.pop();
    }
    out.push(js::let_pat(js::array_pat(elems), Some(value)));
    for (local, id) in boxes {
        let value = cx.name(id);
        declare_value(cx, local, value, out);
    }
}
