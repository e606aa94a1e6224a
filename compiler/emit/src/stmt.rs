//! Statements.

use crate::call;
use crate::cx::{Cx, Target};
use crate::effects::is_repeatable;
use crate::expr::{copy_of, expr, zero};
use crate::goroutine::{self, wait_stmt};
use crate::int::{self, Operand};
use crate::js::{self, AssignOp, BinaryOp, Expr, Ident, Pat, Stmt};
use crate::{function, interface, map, slice, structs};
use goes_lower::ir::{self, ArithOp, ExprKind, LabelId, LocalId, Place, StmtKind, TypeKind};
use swc_common::{DUMMY_SP, EqIgnoreSpan};
use swc_ecma_ast::{Decl, SwitchCase, SwitchStmt, VarDeclKind};
use swc_ecma_visit::{Visit, VisitWith};

pub(crate) fn stmts<'i>(cx: &mut Cx, nodes: impl IntoIterator<Item = &'i ir::Stmt>) -> Vec<Stmt> {
    let mut out = Vec::new();
    for node in nodes {
        let before = out.len();
        stmt(cx, node, &mut out);
        if let Some(first) = out.get_mut(before) {
            locate(first, node.span);
        }
    }
    out
}

/// Gives a statement its place in the Go source.
fn locate(stmt: &mut Stmt, span: goes_source::Span) {
    if span.is_nowhere() {
        return;
    }
    let span = js::span(span);
    match stmt {
        Stmt::Return(stmt) => stmt.span = span,
        Stmt::If(stmt) => stmt.span = span,
        Stmt::For(stmt) => stmt.span = span,
        Stmt::ForOf(stmt) => stmt.span = span,
        Stmt::Switch(stmt) => stmt.span = span,
        Stmt::Break(stmt) => stmt.span = span,
        Stmt::Continue(stmt) => stmt.span = span,
        Stmt::Expr(stmt) => stmt.span = span,
        Stmt::Decl(Decl::Var(decl)) => decl.span = span,
        _ => {}
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
            out.push(js::expr_stmt(js::at(node.span, go)));
        }
        StmtKind::Defer { call, recovers } => {
            let defer = goroutine::defer(cx, call, *recovers);
            out.push(js::expr_stmt(js::at(node.span, defer)));
        }
        StmtKind::Send { chan, value } => goroutine::send(cx, chan, value, out),
        StmtKind::Select(select) => goroutine::select(cx, select, out),
    }
}

// ---- jumps ------------------------------------------------------------------------------------------

fn label_name(label: LabelId) -> String {
    format!("L{}", label.0)
}

/// `break` or `continue`, with the label where it would lead elsewhere without.
fn leave(cx: &mut Cx, label: LabelId, is_continue: bool) -> Stmt {
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
    let name = label_name(label);
    let name = is_named.then_some(name.as_str());
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
        }) => js::labeled(&label_name(label), stmt),
        _ => stmt,
    }
}

fn enter_loop(cx: &mut Cx, label: Option<LabelId>) {
    cx.frame().targets.push(Target {
        label,
        is_loop: true,
        is_breakable: true,
        is_named: false,
    });
    cx.frame().loops += 1;
}

fn leave_loop(cx: &mut Cx, stmt: Stmt) -> Stmt {
    cx.frame().loops -= 1;
    finish_target(cx, stmt)
}

fn block(cx: &mut Cx, label: Option<LabelId>, body: &[ir::Stmt], out: &mut Vec<Stmt>) {
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

// ---- simple statements ------------------------------------------------------------------------------

fn expr_stmt(cx: &mut Cx, value: &ir::Expr, out: &mut Vec<Stmt>) {
    let stmt = match &value.kind {
        ExprKind::Call(call) if call::may_wait(cx, call) => {
            let call = js::at(value.span, call::raw_call(cx, call));
            wait_stmt(cx, call)
        }
        ExprKind::Receive { chan, .. } => {
            let receive = js::at(value.span, goroutine::raw_receive(cx, chan, false));
            wait_stmt(cx, receive)
        }
        ExprKind::Const(_) | ExprKind::Zero | ExprKind::Local(_) | ExprKind::Global(_) => return,
        _ => js::expr_stmt(expr(cx, value)),
    };
    out.push(stmt);
}

/// A value that a call gives which may park, without waiting for it; `None` for other values.
fn parking(cx: &mut Cx, value: &ir::Expr) -> Option<Expr> {
    match &value.kind {
        ExprKind::Call(call) if call::may_wait(cx, call) => {
            Some(js::at(value.span, call::raw_call(cx, call)))
        }
        ExprKind::Receive { chan, comma_ok } if cx.frame().is_generator => {
            Some(js::at(value.span, goroutine::raw_receive(cx, chan, *comma_ok)))
        }
        _ => None,
    }
}

/// `let v = call; if (v === $parked) v = yield;`
fn let_parking(cx: &mut Cx, ident: Ident, call: Expr, out: &mut Vec<Stmt>) {
    let name = Expr::Ident(ident.clone());
    out.push(js::let_(ident, Some(call)));
    let parked = cx.rt("parked");
    let resume = js::expr_stmt(js::assign(name.clone(), js::yield_()));
    out.push(js::if_then(js::equal(name, parked), resume));
}

fn let_stmt(cx: &mut Cx, local: LocalId, init: Option<&ir::Expr>, out: &mut Vec<Stmt>) {
    let boxed = cx.is_boxed(local);
    if !boxed
        && let Some(init) = init
        && let Some(call) = parking(cx, init)
    {
        let ident = cx.declare(local);
        return let_parking(cx, ident, call, out);
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
            let (test, taken) = interface::assert_parts(cx, value, *target, Expr::Ident(ok.clone()));
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

fn declare_value(cx: &mut Cx, local: LocalId, value: Expr, out: &mut Vec<Stmt>) {
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
    let given = if cx.is_aggregate(elem) {
        copy_of(cx, elem, given)
    } else {
        given
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
            let_parking(cx, cx.names.ident(id), call, out);
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

// ---- assignments ------------------------------------------------------------------------------------

/// The JavaScript place of one that is no map element and needs no check.
fn simple_place(cx: &mut Cx, place: &Place) -> Option<Expr> {
    Some(match place {
        Place::Local(local) => cx.local_value(*local),
        Place::Global(global) => cx.global_value(*global),
        Place::Field { base, field } => {
            let name = structs::property(cx, base.ty, *field);
            let object = structs::object(cx, base);
            js::member(object, &name)
        }
        Place::Deref(pointer) => {
            if cx.pointee(pointer.ty).is_some_and(|elem| cx.is_aggregate(elem)) {
                expr(cx, pointer)
            } else {
                let pointer = expr(cx, pointer);
                js::member(pointer, "v")
            }
        }
        Place::Blank | Place::Index { .. } | Place::MapIndex { .. } => return None,
    })
}

fn assign(cx: &mut Cx, place: &Place, value: &ir::Expr, in_place: bool, out: &mut Vec<Stmt>) {
    if matches!(place, Place::Blank) {
        return expr_stmt(cx, value, out);
    }
    let ty = value.ty;
    // A dereferenced pointer to a struct cannot be replaced, only written to.
    let through_pointer = matches!(place, Place::Deref(_)) && cx.is_aggregate(ty);
    if (in_place || through_pointer) && cx.is_aggregate(ty) {
        if let Place::Index { base, index, bounds } = place {
            let target = slice::index(cx, base, index, *bounds);
            let value = expr(cx, value);
            out.push(js::expr_stmt(structs::assign_in_place(cx, ty, target, value)));
            return;
        }
        if let Some(target) = simple_place(cx, place) {
            let value = expr(cx, value);
            out.push(js::expr_stmt(structs::assign_in_place(cx, ty, target, value)));
            return;
        }
    }
    // `x = f()` where f may park: the value is read in a statement of its own.
    let value = expr(cx, value);
    let assigned = assign_value(cx, place, value);
    out.push(js::expr_stmt(assigned));
}

/// `place = value`
fn assign_value(cx: &mut Cx, place: &Place, value: Expr) -> Expr {
    match place {
        Place::Blank => value,
        Place::Index { base, index, bounds } => slice::set(cx, base, index, *bounds, value),
        Place::MapIndex { map, key } => {
            let map = expr(cx, map);
            let key = expr(cx, key);
            js::method(map, "set", vec![key, value])
        }
        _ => {
            let target = simple_place(cx, place).unwrap_or_else(js::null);
            compound(target, value)
        }
    }
}

/// `x = x + v` is `x += v`, `x = x + 1` is `x++`.
fn compound(target: Expr, value: Expr) -> Expr {
    let Expr::Bin(bin) = &value else {
        return js::assign(target, value);
    };
    let op = match bin.op {
        BinaryOp::Add => AssignOp::AddAssign,
        BinaryOp::Sub => AssignOp::SubAssign,
        BinaryOp::Mul => AssignOp::MulAssign,
        BinaryOp::Div => AssignOp::DivAssign,
        BinaryOp::Mod => AssignOp::ModAssign,
        BinaryOp::BitAnd => AssignOp::BitAndAssign,
        BinaryOp::BitOr => AssignOp::BitOrAssign,
        BinaryOp::BitXor => AssignOp::BitXorAssign,
        BinaryOp::LShift => AssignOp::LShiftAssign,
        BinaryOp::RShift => AssignOp::RShiftAssign,
        BinaryOp::ZeroFillRShift => AssignOp::ZeroFillRShiftAssign,
        _ => return js::assign(target, value),
    };
    if !bin.left.eq_ignore_span(&Box::new(target.clone())) {
        return js::assign(target, value);
    }
    let is_one = matches!(&*bin.right, Expr::Lit(swc_ecma_ast::Lit::Num(number)) if number.value == 1.0);
    match op {
        AssignOp::AddAssign if is_one => js::increment(target),
        AssignOp::SubAssign if is_one => js::decrement(target),
        _ => js::assign_op(op, target, (*bin.right).clone()),
    }
}

/// An operand that is written twice: named first if it is not a mere name.
fn repeatable(cx: &mut Cx, value: Expr, out: &mut Vec<Stmt>) -> Expr {
    if is_repeatable(&value) {
        return value;
    }
    let id = cx.fresh("$p");
    out.push(js::let_(cx.ident(id), Some(value)));
    cx.name(id)
}

/// `place op= value`
///
/// spec: "An assignment operation x op= y [...] behaves like x = x op (y) but evaluates x only once."
fn assign_op(
    cx: &mut Cx,
    place: &Place,
    op: ArithOp,
    value: &ir::Expr,
    overflow: ir::Overflow,
    out: &mut Vec<Stmt>,
) {
    let first = out.len();
    let (read, write, ty, is_number) = match place {
        Place::Blank => return expr_stmt(cx, value, out),
        Place::Local(local) => {
            let info = cx.local(*local);
            let target = cx.local_value(*local);
            let is_number = info.is_some_and(|info| info.is_number);
            (
                target.clone(),
                Some(target),
                info.map_or(value.ty, |info| info.ty),
                is_number,
            )
        }
        Place::Global(global) => {
            let ty = cx.program.globals[global.0 as usize].ty;
            let target = cx.global_value(*global);
            (target.clone(), Some(target), ty, false)
        }
        Place::Field { base, field } => {
            let name = structs::property(cx, base.ty, *field);
            let ty = cx
                .fields(base.ty)
                .map_or(value.ty, |(_, fields)| fields[*field as usize].ty);
            let object = structs::object(cx, base);
            let object = repeatable(cx, object, out);
            let target = js::member(object, &name);
            (target.clone(), Some(target), ty, false)
        }
        Place::Deref(pointer) => {
            let ty = cx.pointee(pointer.ty).unwrap_or(value.ty);
            let object = expr(cx, pointer);
            let object = repeatable(cx, object, out);
            let target = js::member(object, "v");
            (target.clone(), Some(target), ty, false)
        }
        Place::Index { base, index, bounds } => {
            let ty = element_type(cx, base.ty).unwrap_or(value.ty);
            let array = structs::object(cx, base);
            let array = repeatable(cx, array, out);
            let at = expr(cx, index);
            let at = repeatable(cx, at, out);
            let (read, write) = slice::read_write(cx, base.ty, array, at, *bounds);
            (read, Some(write), ty, false)
        }
        Place::MapIndex { map, key } => {
            let (_, ty) = map::types(cx, map.ty);
            let object = expr(cx, map);
            let object = repeatable(cx, object, out);
            let key_value = expr(cx, key);
            let key_value = repeatable(cx, key_value, out);
            let read = map::get(cx, map.ty, object.clone(), key_value.clone());
            let result = arith_value(cx, op, ty, overflow, read, value, false);
            let set = js::method(object, "set", vec![key_value, result]);
            out.push(js::expr_stmt(set));
            return enclose(out, first);
        }
    };
    let result = arith_value(cx, op, ty, overflow, read, value, is_number);
    if let Some(write) = write {
        out.push(js::expr_stmt(compound(write, result)));
    }
    enclose(out, first);
}

/// Puts statements that start with declarations of ours into a block, so that they end with it.
fn enclose(out: &mut Vec<Stmt>, first: usize) {
    if out.len() - first > 1 {
        let inner = out.split_off(first);
        out.push(js::block(inner));
    }
}

fn arith_value(
    cx: &mut Cx,
    op: ArithOp,
    ty: ir::TypeId,
    overflow: ir::Overflow,
    left: Expr,
    right: &ir::Expr,
    is_number: bool,
) -> Expr {
    let is_number =
        is_number || matches!(cx.kind(ty), TypeKind::Int(kind) if kind.repr() == ir::IntRepr::Number);
    let right = Operand::of(cx, right);
    int::arith(
        cx,
        op,
        ty,
        overflow,
        Operand {
            js: left,
            constant: None,
            is_number,
        },
        right,
    )
}

fn element_type(cx: &Cx, ty: ir::TypeId) -> Option<ir::TypeId> {
    match cx.kind(ty) {
        TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => Some(*elem),
        TypeKind::Pointer(array) => element_type(cx, *array),
        _ => None,
    }
}

/// `[a, b] = tuple`
fn assign_tuple(cx: &mut Cx, places: &[Option<Place>], value: &ir::Expr, out: &mut Vec<Stmt>) {
    let types = match cx.kind(value.ty) {
        TypeKind::Tuple(types) => types.clone(),
        _ => Vec::new(),
    };
    let is_plain = |cx: &Cx, index: usize, place: &Option<Place>| {
        let is_aggregate = types.get(index).is_some_and(|&ty| cx.is_aggregate(ty));
        match place {
            None | Some(Place::Blank) => true,
            Some(Place::Local(_) | Place::Global(_) | Place::Field { .. } | Place::Deref(_)) => !is_aggregate,
            Some(Place::Index { .. } | Place::MapIndex { .. }) => false,
        }
    };
    if places
        .iter()
        .enumerate()
        .all(|(index, place)| is_plain(cx, index, place))
    {
        let value = expr(cx, value);
        let mut targets: Vec<Option<Expr>> = places
            .iter()
            .map(|place| place.as_ref().and_then(|place| simple_place(cx, place)))
            .collect();
        while targets.last().is_some_and(Option::is_none) {
            targets.pop();
        }
        let assignment = if targets.is_empty() {
            value
        } else {
            js::assign_array(targets, value)
        };
        out.push(js::expr_stmt(assignment));
        return;
    }
    let first = out.len();
    let id = cx.fresh("$results");
    let given = expr(cx, value);
    out.push(js::let_(cx.ident(id), Some(given)));
    for (index, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let part = js::element(cx.name(id), js::int(index as i64));
        let in_place = matches!(place, Place::Deref(_))
            .then(|| types.get(index).copied())
            .flatten();
        let stmt = match in_place.filter(|&ty| cx.is_aggregate(ty)) {
            Some(ty) => {
                let target = simple_place(cx, place).unwrap_or_else(js::null);
                structs::assign_in_place(cx, ty, target, part)
            }
            None => assign_value(cx, place, part),
        };
        out.push(js::expr_stmt(stmt));
    }
    enclose(out, first);
}

// ---- loops ------------------------------------------------------------------------------------------

/// `for (let i = 0; cond; post) { body }`
///
/// spec: "Each iteration has its own separate declared variable (or variables)": as `let` has it in
/// JavaScript, except for boxes and structs, which are made anew before `post`.
#[expect(clippy::too_many_arguments, reason = "the parts of the statement")]
fn for_stmt(
    cx: &mut Cx,
    label: Option<LabelId>,
    init: &[ir::Stmt],
    cond: Option<&ir::Expr>,
    post: &[ir::Stmt],
    body: &[ir::Stmt],
    per_iteration: bool,
    out: &mut Vec<Stmt>,
) {
    let init_stmts = stmts(cx, init);
    let locals: Vec<LocalId> = init.iter().flat_map(declared).collect();
    let (mut head, before) = head_of(init_stmts);
    let is_captured = locals
        .iter()
        .any(|&local| cx.local(local).is_some_and(|info| info.is_captured));
    let mut outer = before;
    if is_captured
        && !per_iteration
        && let Some(decl) = head.take()
    {
        outer.push(Stmt::Decl(Decl::Var(Box::new(decl))));
    }
    enter_loop(cx, label);
    let cond = cond.map(|cond| expr(cx, cond));
    let mut renewals = Vec::new();
    if per_iteration {
        renewals.extend(locals.iter().filter_map(|&local| renewal(cx, local)));
    }
    let post = stmts(cx, post);
    let inner = stmts(cx, body);
    let update = if renewals.is_empty() {
        Vec::new()
    } else {
        renewals.into_iter().map(js::expr_stmt).collect()
    };
    let update: Vec<Stmt> = update.into_iter().chain(post).collect();
    let stmt = if update.iter().all(|stmt| matches!(stmt, Stmt::Expr(_))) {
        let update: Vec<Expr> = update
            .into_iter()
            .filter_map(|stmt| match stmt {
                Stmt::Expr(stmt) => Some(*stmt.expr),
                _ => None,
            })
            .collect();
        let update = (!update.is_empty()).then(|| js::sequence(update));
        js::for_(head, cond, update, inner)
    } else {
        complex_loop(cx, head, cond, update, inner)
    };
    let stmt = leave_loop(cx, stmt);
    if outer.is_empty() {
        out.push(stmt);
    } else {
        outer.push(stmt);
        out.push(js::block(outer));
    }
}

/// Locals that a statement declares.
fn declared(stmt: &ir::Stmt) -> Vec<LocalId> {
    match &stmt.kind {
        StmtKind::Let { local, .. } => vec![*local],
        StmtKind::LetTuple { locals, .. } => locals.iter().flatten().copied().collect(),
        _ => Vec::new(),
    }
}

/// Splits what precedes a loop into declarations for its head and statements before it.
fn head_of(init: Vec<Stmt>) -> (Option<swc_ecma_ast::VarDecl>, Vec<Stmt>) {
    if !init.iter().all(|stmt| matches!(stmt, Stmt::Decl(Decl::Var(_)))) {
        return (None, init);
    }
    let mut decls = Vec::new();
    for stmt in init {
        if let Stmt::Decl(Decl::Var(decl)) = stmt {
            decls.extend(decl.decls);
        }
    }
    if decls.is_empty() {
        return (None, Vec::new());
    }
    let mut head = js::var_decl(VarDeclKind::Let, Vec::new());
    head.decls = decls;
    (Some(head), Vec::new())
}

/// The next iteration's own box or struct.
fn renewal(cx: &mut Cx, local: LocalId) -> Option<Expr> {
    let ty = cx.local(local)?.ty;
    if cx.is_boxed(local) {
        let variable = cx.variable(local);
        let renewed = js::new(cx.rt("Box"), vec![js::member(variable.clone(), "v")]);
        return Some(js::assign(variable, renewed));
    }
    if cx.is_aggregate(ty) {
        let variable = cx.variable(local);
        let renewed = copy_of(cx, ty, variable.clone());
        return Some(js::assign(variable, renewed));
    }
    None
}

/// A loop whose post statement is no expression: it runs at the start of each iteration but the first.
fn complex_loop(
    cx: &mut Cx,
    head: Option<swc_ecma_ast::VarDecl>,
    cond: Option<Expr>,
    update: Vec<Stmt>,
    inner: Vec<Stmt>,
) -> Stmt {
    let first = cx.fresh("$first");
    let mut head = head.unwrap_or_else(|| js::var_decl(VarDeclKind::Let, Vec::new()));
    let flag = js::var_decl(
        VarDeclKind::Let,
        vec![(js::pat(cx.ident(first)), Some(js::bool(true)))],
    );
    head.decls.extend(flag.decls);
    let clear = js::expr_stmt(js::assign(cx.name(first), js::bool(false)));
    let mut body = vec![js::if_(cx.name(first), vec![clear], update)];
    if let Some(cond) = cond {
        body.push(js::if_then(js::not(cond), js::break_(None)));
    }
    body.extend(inner);
    js::for_(Some(head), None, None, body)
}

/// `for (const [key, value] of map) { body }`
///
/// spec: "If a map entry that has not yet been reached is removed during iteration, the corresponding
/// iteration value will not be produced." Entries added meanwhile come last; a count keeps a loop that adds
/// entries from going on for ever.
fn range_map(
    cx: &mut Cx,
    label: Option<LabelId>,
    map: &ir::Expr,
    key: Option<LocalId>,
    value: Option<LocalId>,
    body: &[ir::Stmt],
    out: &mut Vec<Stmt>,
) {
    let (key_ty, elem_ty) = map::types(cx, map.ty);
    let object = expr(cx, map);
    enter_loop(cx, label);
    let mut prologue = Vec::new();
    let key_pat = key.map(|key| range_variable(cx, key, key_ty, &mut prologue));
    let value_pat = value.map(|value| range_variable(cx, value, elem_ty, &mut prologue));
    let mut inner = stmts(cx, body);
    let mut before = Vec::new();
    let mut object = object;
    let adds = {
        let mut finder = Additions { found: false };
        inner.iter().for_each(|stmt| stmt.visit_with(&mut finder));
        finder.found
    };
    if adds {
        object = repeatable(cx, object, &mut before);
        let count = cx.fresh("$count");
        before.push(js::let_(
            cx.ident(count),
            Some(js::member(object.clone(), "size")),
        ));
        let end = js::equal(js::decrement(cx.name(count)), js::int(0));
        prologue.insert(0, js::if_then(end, js::break_(None)));
    }
    prologue.append(&mut inner);
    let (pattern, iterable) = match (key_pat, value_pat) {
        (Some(key), Some(value)) => (js::array_pat(vec![Some(key), Some(value)]), object),
        (Some(key), None) => (key, js::method(object, "keys", Vec::new())),
        (None, Some(value)) => (value, js::method(object, "values", Vec::new())),
        (None, None) => {
            let unused = cx.fresh("$key");
            (js::pat(cx.ident(unused)), js::method(object, "keys", Vec::new()))
        }
    };
    let stmt = leave_loop(cx, js::for_of(pattern, iterable, prologue));
    if before.is_empty() {
        out.push(stmt);
    } else {
        before.push(stmt);
        out.push(js::block(before));
    }
}

/// The pattern of a variable that a loop declares; copies and boxes are made in the body.
fn range_variable(cx: &mut Cx, local: LocalId, ty: ir::TypeId, prologue: &mut Vec<Stmt>) -> Pat {
    let is_aggregate = cx.is_aggregate(ty);
    if !is_aggregate && !cx.is_boxed(local) {
        return js::pat(cx.declare(local));
    }
    let id = cx.fresh("$v");
    let given = cx.name(id);
    let given = if is_aggregate {
        copy_of(cx, ty, given)
    } else {
        given
    };
    declare_value(cx, local, given, prologue);
    js::pat(cx.ident(id))
}

/// Finds what may add entries to a map: `set`, calls of functions that are not the runtime's, waiting.
struct Additions {
    found: bool,
}

impl Visit for Additions {
    fn visit_call_expr(&mut self, call: &swc_ecma_ast::CallExpr) {
        // Reading and deleting are written as calls, too.
        let is_access = matches!(&call.callee, swc_ecma_ast::Callee::Expr(callee)
            if matches!(&**callee, Expr::Member(member) if member.prop.is_ident_with("delete")));
        self.found |= !is_access && !crate::effects::is_harmless(call);
        call.visit_children_with(self);
    }

    fn visit_yield_expr(&mut self, _: &swc_ecma_ast::YieldExpr) {
        self.found = true;
    }
}

/// `for (let at = 0, r = 0; at < s.length; at += r & 7) { r = $decodeRune(s, at); … }`
///
/// spec: "successive iterations of the loop [...] iterate over the Unicode code points in the string,
/// starting at byte index 0."
fn range_string(
    cx: &mut Cx,
    label: Option<LabelId>,
    string: &ir::Expr,
    index: Option<LocalId>,
    rune: Option<LocalId>,
    body: &[ir::Stmt],
    out: &mut Vec<Stmt>,
) {
    let mut before = Vec::new();
    let value = expr(cx, string);
    // The range expression is evaluated once: a variable might be assigned to in the body.
    let text = cx.fresh("$s");
    before.push(js::let_(cx.ident(text), Some(value)));
    let text = cx.name(text);
    let (at, decoded) = (cx.fresh("$i"), cx.fresh("$r"));
    let (at_name, decoded_name) = (cx.name(at), cx.name(decoded));
    enter_loop(cx, label);
    let decode = cx.helper("decodeRune", vec![text.clone(), at_name.clone()]);
    let mut inner = vec![js::expr_stmt(js::assign(decoded_name.clone(), decode))];
    if let Some(index) = index {
        declare_value(cx, index, at_name.clone(), &mut inner);
    }
    if let Some(rune) = rune {
        declare_value(cx, rune, js::shr(decoded_name.clone(), js::int(3)), &mut inner);
    }
    inner.extend(stmts(cx, body));
    let head = js::var_decl(
        VarDeclKind::Let,
        vec![
            (js::pat(cx.ident(at)), Some(js::int(0))),
            (js::pat(cx.ident(decoded)), Some(js::int(0))),
        ],
    );
    let test = js::less(at_name.clone(), js::member(text, "length"));
    let update = js::assign_op(
        AssignOp::AddAssign,
        at_name,
        js::bit_and(decoded_name, js::int(7)),
    );
    let stmt = leave_loop(cx, js::for_(Some(head), Some(test), Some(update), inner));
    before.push(stmt);
    out.push(js::block(before));
}

// ---- switch -----------------------------------------------------------------------------------------

fn switch_stmt(
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
