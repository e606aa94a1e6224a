//! Goroutines, channels, select, deferred calls.

use crate::call::{self, Convention, pause, wait};
use crate::control::{finish_target, switch};
use crate::cx::{Cx, Target};
use crate::expr::{expr, exprs};
use crate::function;
use crate::js::{self, Expr, Stmt};
use crate::stmt::stmts;
use goes_lower::ir::{
    self, Builtin, Call, Callee, Closure, ExprKind, LocalId, Recovers, SelectOp, TypeId, TypeKind,
};
use goes_source::Span;

/// `<-ch`
pub(crate) fn receive(cx: &mut Cx, chan: &ir::Expr, comma_ok: bool, span: Span) -> Expr {
    if only_lets_others_run(cx, chan) {
        return cx.helper("letOthersRun", Vec::new());
    }
    let value = raw_receive(cx, chan, comma_ok);
    if cx.frame().is_generator {
        wait(cx, value, span)
    } else {
        cx.helper("mustNotPark", vec![value])
    }
}

/// A receive that gives the value, or `$parked`.
pub(crate) fn raw_receive(cx: &mut Cx, chan: &ir::Expr, comma_ok: bool) -> Expr {
    if chan.is_spinning() {
        return cx.helper("spin", Vec::new());
    }
    let chan = expr(cx, chan);
    cx.helper(if comma_ok { "receive2" } else { "receive" }, vec![chan])
}

/// What a loop receives from that looks for others, where it cannot wait for them.
pub(crate) fn only_lets_others_run(cx: &mut Cx, chan: &ir::Expr) -> bool {
    chan.is_spinning() && !cx.frame().is_generator
}

/// `ch <- value`
pub(crate) fn send(cx: &mut Cx, chan: &ir::Expr, value: &ir::Expr, span: Span, out: &mut Vec<Stmt>) {
    let chan = expr(cx, chan);
    let value = expr(cx, value);
    let send = js::at(span, cx.helper("send", vec![chan, value]));
    out.push(wait_stmt(cx, send, span));
}

/// `if (call === $parked) yield;`
pub(crate) fn wait_stmt(cx: &mut Cx, call: Expr, span: Span) -> Stmt {
    if !cx.frame().is_generator {
        return js::expr_stmt(cx.helper("mustNotPark", vec![call]));
    }
    let parked = cx.rt("parked");
    js::if_then(js::equal(call, parked), js::expr_stmt(pause(cx, span)))
}

/// make and close
pub(crate) fn builtin(cx: &mut Cx, op: Builtin, args: &[ir::Expr], ty: TypeId) -> Expr {
    if op == Builtin::Close {
        let args = exprs(cx, args);
        return cx.helper("close", args);
    }
    let TypeKind::Chan { elem, .. } = cx.kind(ty) else {
        return js::null();
    };
    let kind = cx.element_kind(*elem);
    let mut values = vec![kind];
    values.extend(exprs(cx, args));
    if args.is_empty() {
        values.push(js::int(0));
    }
    cx.helper("makeChan", values)
}

/// `go f(x)`
///
/// spec: "The function value and parameters are evaluated as usual in the calling goroutine".
pub(crate) fn go(cx: &mut Cx, call: &Call) -> Expr {
    match &call.callee {
        Callee::Func(func) => {
            let args = exprs(cx, &call.args);
            if cx.convention(*func) == Convention::Generator {
                let callee = cx.name(cx.functions[func.0 as usize]);
                return cx.helper("go", vec![js::call(callee, args)]);
            }
            let callee = call::function_value(cx, *func);
            go_call(cx, callee, args)
        }
        Callee::Value(callee) => {
            if let ExprKind::FuncLit(closure) = &callee.kind
                && closure.may_park
            {
                let (params, body) = function::closure(cx, closure);
                let generator = js::function_expr(js::function(params, body, true));
                let generator = shared(cx, closure, generator);
                let args = exprs(cx, &call.args);
                return cx.helper("go", vec![js::call(generator, args)]);
            }
            let callee = expr(cx, callee);
            let args = exprs(cx, &call.args);
            go_call(cx, callee, args)
        }
        Callee::Interface { key } => {
            let key = cx.key(*key);
            let params: Vec<u32> = (0..call.args.len())
                .map(|index| cx.fresh(&call::letter(index)))
                .collect();
            let mut names: Vec<Expr> = params.iter().map(|&id| cx.name(id)).collect();
            let args = exprs(cx, &call.args);
            if names.is_empty() {
                return js::null();
            }
            let receiver = names.remove(0);
            let body = js::method(receiver, key, names);
            let callee = js::arrow_value(params.iter().map(|&id| js::pat(cx.ident(id))).collect(), body);
            go_call(cx, callee, args)
        }
    }
}

/// The generator function that a goroutine of a loop runs: a constant of the function around, if it mentions nothing of the
/// loop. Engines keep two objects more for each generator function than for each generator: two thirds of the memory.
fn shared(cx: &mut Cx, closure: &Closure, generator: Expr) -> Expr {
    if cx.frame().loops == 0 {
        return generator;
    }
    let (others, own) = crate::walk::mentioned(closure);
    let is_of_loop = others.iter().any(|local| cx.frame().inner_locals.contains(local));
    // Such a local may bring in others.
    let is_row = |local: &LocalId| cx.local(*local).is_none_or(|info| info.stands_for.is_some());
    if is_of_loop || others.iter().chain(&own).any(is_row) {
        return generator;
    }
    let id = cx.fresh("$body");
    let constant = js::const_(cx.ident(id), generator);
    cx.frame().constants.push(constant);
    cx.name(id)
}

/// Where there is a source map, the goroutine is told where it was started.
pub(crate) fn created_at(cx: &Cx, go: Expr, span: Span) -> Expr {
    let go = js::at(span, go);
    if !cx.options.source_map || span.is_nowhere() {
        return go;
    }
    js::method(go, "at", vec![js::int(i64::from(span.lo))])
}

fn go_call(cx: &mut Cx, callee: Expr, args: Vec<Expr>) -> Expr {
    let mut all = vec![callee];
    all.extend(args);
    cx.helper("goCall", all)
}

/// `defer f(x)`
pub(crate) fn defer(cx: &mut Cx, closure: &Closure, recovers: Recovers) -> Expr {
    // A body of a loop over a function is a function of its own, but defers in the one around.
    let frame = cx.frames.iter().rev().find_map(|frame| frame.defers);
    let function = match (frame, is_recover(closure)) {
        (Some(frame), true) => deferred_recover(cx, frame),
        _ => call::function_literal(cx, closure),
    };
    let Some(frame) = frame else {
        return cx.unsupported(closure.span, "defer outside of a function that defers");
    };
    let mut args = vec![function];
    if recovers == Recovers::Yes || closure.has_recover {
        args.push(js::bool(true));
    }
    let frame = cx.name(frame);
    js::method(frame, "defer", args)
}

/// Whether what is deferred is `recover()` itself: no function of its own calls it.
pub(crate) fn is_recover(closure: &Closure) -> bool {
    !closure.has_recover
        && matches!(
            &closure.body[..],
            [ir::Stmt {
                kind: ir::StmtKind::Expr(ir::Expr {
                    kind: ExprKind::Builtin(Builtin::Recover, _),
                    ..
                }),
                ..
            }]
        )
}

/// `() => $recovery.recoverIn($frame)`
fn deferred_recover(cx: &mut Cx, frame: u32) -> Expr {
    let Some(recovery) = cx.frames.iter().rev().find_map(|frame| frame.recovery) else {
        return js::arrow(Vec::new(), Vec::new());
    };
    let call = js::method(cx.name(recovery), "recoverIn", vec![cx.name(frame)]);
    js::arrow_value(Vec::new(), call)
}

/// `select { … }`: `$select` chooses a case, a switch runs its body.
pub(crate) fn select(cx: &mut Cx, select: &ir::Select, span: Span, out: &mut Vec<Stmt>) {
    let mut cases = Vec::new();
    for case in &select.cases {
        cases.push(match &case.op {
            SelectOp::Send { chan, value } => {
                let chan = expr(cx, chan);
                let value = expr(cx, value);
                js::array(vec![chan, value])
            }
            SelectOp::Receive { chan, .. } => js::array(vec![expr(cx, chan)]),
        });
    }
    let args = vec![js::array(cases), js::bool(select.default.is_some())];
    let chosen = cx.fresh("$chosen");
    let mut call = js::at(span, cx.helper("select", args));
    if !cx.frame().is_generator && select.default.is_none() {
        call = cx.helper("mustNotPark", vec![call]);
    }
    out.push(js::let_(cx.ident(chosen), Some(call)));
    let chosen = cx.name(chosen);
    if cx.frame().is_generator {
        let parked = cx.rt("parked");
        let resume = js::expr_stmt(js::assign(chosen.clone(), pause(cx, span)));
        out.push(js::if_then(js::equal(chosen.clone(), parked), resume));
    }
    cx.frame().targets.push(Target {
        label: select.label,
        is_loop: false,
        is_breakable: true,
        is_named: false,
    });
    let mut clauses = Vec::new();
    for (index, case) in select.cases.iter().enumerate() {
        let mut body = Vec::new();
        if let SelectOp::Receive { value, ok, .. } = &case.op {
            for (local, at) in [(value, 1), (ok, 2)] {
                if let Some(local) = local {
                    let given = js::element(chosen.clone(), js::int(at));
                    let given = if cx.is_boxed(*local) {
                        js::new(cx.rt("Box"), vec![given])
                    } else {
                        given
                    };
                    body.push(js::let_(cx.declare(*local), Some(given)));
                }
            }
        }
        body.extend(stmts(cx, &case.body));
        clauses.push((vec![js::int(index as i64)], body, false));
    }
    if let Some(default) = &select.default {
        let body = stmts(cx, default);
        clauses.push((Vec::new(), body, false));
    }
    let stmt = switch(js::element(chosen, js::int(0)), clauses);
    out.push(finish_target(cx, stmt));
}
