//! Bodies of functions: parameters, named results, deferred calls.

use crate::cx::{Cx, Emitter, Frame};
use crate::defer;
use crate::expr::{copy_of, exprs, zero};
use crate::js::{self, Expr, Function, Pat, Stmt};
use crate::stmt::stmts;
use goes_lower::ir::{self, Closure, FuncId, LocalId, StmtKind, TypeId};
use swc_ecma_ast::{BlockStmt, CatchClause, TryStmt};

/// A declared function; a method of a class lacks its receiver, which is `this`.
pub(crate) fn declared(emitter: &mut Emitter, func: FuncId) -> Function {
    let function = emitter.function(func);
    let is_method = emitter.is_class_method.contains(&func);
    let mut cx = Cx::new(emitter, Some(function));
    cx.is_recursive = function.code.is_hot || calls_itself(&function.code.body, func);
    let (params, body) = write(&mut cx, &function.code, is_method, function.returns_words);
    let mut whole: Vec<Stmt> = crate::code::of_function(&cx, func).into_iter().collect();
    let undeclared = cx.undeclared();
    if !undeclared.is_empty() {
        let decls = undeclared
            .into_iter()
            .map(|ident| (js::pat(ident), None))
            .collect();
        let decl = js::var_decl(js::VarDeclKind::Let, decls);
        whole.push(Stmt::Decl(swc_ecma_ast::Decl::Var(Box::new(decl))));
    }
    whole.extend(body);
    js::function(params, whole, function.code.may_park)
}

/// Parameters and body of a function literal.
pub(crate) fn closure(cx: &mut Cx, closure: &Closure) -> (Vec<Pat>, Vec<Stmt>) {
    let outer = cx.is_recursive;
    cx.is_recursive |= closure.is_hot;
    let (params, body) = write(cx, closure, false, false);
    cx.is_recursive = outer;
    let directive = crate::code::directive(cx, cx.package(), &closure.go_name, closure.span);
    (params, directive.into_iter().chain(body).collect())
}

fn write(cx: &mut Cx, code: &Closure, is_method: bool, returns_words: bool) -> (Vec<Pat>, Vec<Stmt>) {
    cx.frames.push(Frame {
        is_generator: code.may_park,
        results: code.named_results.clone(),
        returns_words,
        inner_locals: crate::walk::inner_locals(code),
        ..Frame::default()
    });
    let mut prologue = Vec::new();
    let params = parameters(cx, code, is_method, &mut prologue);
    if code.has_recover {
        let id = cx.fresh("$recovery");
        cx.frame().recovery = Some(id);
        let take = cx.helper("takeRecovery", Vec::new());
        prologue.push(js::let_(cx.ident(id), Some(take)));
    }
    results(cx, code, &mut prologue);
    let body: Vec<&ir::Stmt> = code
        .body
        .iter()
        .filter(|stmt| !is_result(stmt, &code.named_results))
        .collect();
    let body = if code.has_defer {
        defer::direct(cx, code, &body).unwrap_or_else(|| deferring(cx, code, &body))
    } else {
        stmts(cx, body.iter().copied())
    };
    let temps = cx.declare_temps();
    let constants = std::mem::take(&mut cx.frame().constants);
    cx.frames.pop();
    let mut whole: Vec<Stmt> = temps.into_iter().collect();
    whole.extend(prologue);
    whole.extend(constants);
    whole.extend(body);
    // A `return` at the end has nothing to say.
    if matches!(whole.last(), Some(Stmt::Return(last)) if last.arg.is_none()) {
        whole.pop();
    }
    (params, whole)
}

/// Declares the parameters; those whose address is taken move into a box.
fn parameters(cx: &mut Cx, code: &Closure, is_method: bool, prologue: &mut Vec<Stmt>) -> Vec<Pat> {
    let mut params = Vec::new();
    for (index, &param) in code.params.iter().enumerate() {
        let is_receiver = is_method && index == 0;
        let info = cx.local(param);
        let name = info.map_or_else(|| "$p".to_string(), |info| info.name.clone());
        if is_receiver {
            let stays =
                info.is_some_and(|info| !info.is_captured && !info.is_reassigned) && !cx.is_boxed(param);
            if stays {
                cx.declare(param);
                cx.frame().receiver = Some(param);
                continue;
            }
        }
        if crate::words::is_split_local(cx, param) {
            let (upper, lower) = cx.halves(param);
            params.extend([upper, lower].map(|half| js::pat(cx.ident(half))));
            continue;
        }
        let boxed = cx.is_boxed(param);
        let given = if is_receiver {
            js::this()
        } else if boxed {
            let id = cx.fresh(&name);
            params.push(js::pat(cx.ident(id)));
            cx.name(id)
        } else {
            let ident = cx.declare(param);
            params.push(js::pat(ident));
            continue;
        };
        let value = if boxed {
            js::new(cx.rt("Box"), vec![given])
        } else {
            given
        };
        let ident = cx.declare(param);
        prologue.push(js::let_(ident, Some(value)));
    }
    params
}

/// A top-level declaration of a named result.
fn is_result(stmt: &ir::Stmt, named: &[LocalId]) -> bool {
    matches!(&stmt.kind, StmtKind::Let { local, .. } if named.contains(local))
}

/// Declares named results before everything else, because they are returned after deferred calls ran.
fn results(cx: &mut Cx, code: &Closure, prologue: &mut Vec<Stmt>) {
    for &result in &code.named_results {
        if code.params.contains(&result) {
            continue;
        }
        let given = code.body.iter().find_map(|stmt| match &stmt.kind {
            StmtKind::Let { local, init } if *local == result => Some(init.as_ref()),
            _ => None,
        });
        let ty = cx.local(result).map(|info| info.ty);
        let value = match given.flatten() {
            Some(init) => crate::expr::expr(cx, init),
            None => ty.map_or_else(js::null, |ty| zero(cx, ty)),
        };
        let value = if cx.is_boxed(result) {
            js::new(cx.rt("Box"), vec![value])
        } else {
            value
        };
        let ident = cx.declare(result);
        prologue.push(js::let_(ident, Some(value)));
    }
}

/// `const $frame = new $Frame(); try { … } catch (e) { $frame.caught(e); } finally { $frame.run(); }`, then
/// the results.
fn deferring(cx: &mut Cx, code: &Closure, body: &[&ir::Stmt]) -> Vec<Stmt> {
    let frame = cx.fresh("$frame");
    let frame_name = cx.name(frame);
    cx.frame().defers = Some(frame);
    cx.frame().leaves_by_break = (!code.named_results.is_empty()).then_some(0);
    let made = js::new(cx.rt("Frame"), Vec::new());
    let inner = stmts(cx, body.iter().copied());
    let inner = without_last_leave(cx, inner);
    let caught = caught(cx, frame);
    let run = js::call_at(code.end, js::method(frame_name, "run", Vec::new()));
    let finalizer = if code.may_park {
        // while ($frame.run()) { try { yield; } catch (e) { $frame.caught(e); } }
        let resume = Stmt::Try(Box::new(TryStmt {
            span: swc_common::DUMMY_SP,
            block: js::block_of(vec![js::expr_stmt(crate::call::pause(cx, code.end))]),
            handler: Some(self::caught(cx, frame)),
            finalizer: None,
        }));
        vec![js::for_(None, Some(run), None, vec![resume])]
    } else {
        vec![js::expr_stmt(run)]
    };
    let whole = Stmt::Try(Box::new(TryStmt {
        span: swc_common::DUMMY_SP,
        block: js::block_of(inner),
        handler: Some(caught),
        finalizer: Some(BlockStmt {
            stmts: finalizer,
            ..js::block_of(Vec::new())
        }),
    }));
    let is_left = cx.frame().leaves > 0;
    let mut result = vec![js::let_(cx.ident(frame), Some(made))];
    result.push(if is_left { js::labeled(BODY, whole) } else { whole });
    if !code.named_results.is_empty() {
        let value = named_values(cx);
        result.push(js::return_(Some(value)));
    } else if !code.results.is_empty() {
        let value = zero_results(cx, &code.results);
        result.push(js::return_(Some(value)));
    }
    result
}

/// The label of the block of a function that defers, which may lie in another.
pub(crate) const BODY: &str = "$body";

pub(crate) fn label(name: &str, depth: u32) -> String {
    if depth == 0 {
        name.to_string()
    } else {
        format!("{name}${depth}")
    }
}

/// The statements of a block that `return` leaves, without doing so at their end.
pub(crate) fn without_last_leave(cx: &mut Cx, mut inner: Vec<Stmt>) -> Vec<Stmt> {
    let Some(depth) = cx.frame().leaves_by_break else {
        return inner;
    };
    let wanted = label(BODY, depth);
    if matches!(inner.last(), Some(Stmt::Break(last)) if last.label.as_ref().is_some_and(|label| *label.sym == *wanted))
    {
        inner.pop();
        cx.frame().leaves -= 1;
    }
    inner
}

fn caught(cx: &mut Cx, frame: u32) -> CatchClause {
    let error = cx.fresh("$e");
    let (frame, value) = (cx.name(frame), cx.name(error));
    let call = js::method(frame, "caught", vec![value]);
    CatchClause {
        span: swc_common::DUMMY_SP,
        param: Some(js::pat(cx.ident(error))),
        body: js::block_of(vec![js::expr_stmt(call)]),
    }
}

pub(crate) fn zero_results(cx: &mut Cx, types: &[TypeId]) -> Expr {
    let mut values: Vec<Expr> = types.iter().map(|&ty| zero(cx, ty)).collect();
    if values.len() == 1 {
        values.remove(0)
    } else {
        js::array(values)
    }
}

/// The current values of the named results; of structs and arrays, which pointers and closures may still reach, copies.
pub(crate) fn named_values(cx: &mut Cx) -> Expr {
    let results = cx.frame().results.clone();
    let value = |result| {
        let value = cx.local_value(result);
        match cx.local(result).map(|info| info.ty) {
            Some(ty) => copy_of(cx, ty, value),
            None => value,
        }
    };
    let mut values: Vec<Expr> = results.into_iter().map(value).collect();
    if values.len() == 1 {
        values.remove(0)
    } else {
        js::array(values)
    }
}

/// `return …`
pub(crate) fn return_stmt(cx: &mut Cx, values: &[ir::Expr], out: &mut Vec<Stmt>) {
    if let Some(depth) = cx.frame().leaves_by_break {
        assign_results(cx, values, out);
        cx.frame().leaves += 1;
        out.push(js::break_(Some(&label(BODY, depth))));
        return;
    }
    if cx.frame().returns_words
        && let [value] = values
    {
        return crate::words::return_stmt(cx, value, out);
    }
    let value = returned(cx, values);
    out.push(js::return_(value));
}

/// What a function gives for the results of a return statement.
fn returned(cx: &mut Cx, values: &[ir::Expr]) -> Option<Expr> {
    match values {
        [] if cx.frame().results.is_empty() => None,
        [] => Some(named_values(cx)),
        [value] => Some(crate::expr::expr(cx, value)),
        _ => Some(js::array(exprs(cx, values))),
    }
}

/// `return a, b` where deferred calls may still change the results.
fn assign_results(cx: &mut Cx, values: &[ir::Expr], out: &mut Vec<Stmt>) {
    if let Some(result) = cx.frame().result {
        let value = returned(cx, values).unwrap_or_else(js::null);
        out.push(js::expr_stmt(js::assign(cx.name(result), value)));
        return;
    }
    let results = cx.frame().results.clone();
    let assignment = match values {
        [] => return,
        [value] if results.len() == 1 => {
            let value = crate::expr::expr(cx, value);
            js::assign(cx.local_value(results[0]), value)
        }
        _ => {
            let value = match values {
                [value] => crate::expr::expr(cx, value),
                _ => js::array(exprs(cx, values)),
            };
            let targets = results
                .into_iter()
                .map(|result| Some(cx.local_value(result)))
                .collect();
            js::assign_array(targets, value)
        }
    };
    out.push(js::expr_stmt(assignment));
}

/// A call of a function in its own body: what it does is done often.
fn calls_itself(body: &[ir::Stmt], func: FuncId) -> bool {
    let mut finds = false;
    crate::walk::calls(body, &mut |call| {
        finds |= matches!(call.callee, ir::Callee::Func(callee) if callee == func);
    });
    finds
}
