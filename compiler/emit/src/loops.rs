//! Loops.

use crate::assign::repeatable;
use crate::control::{enter_loop, leave_loop};
use crate::cx::Cx;
use crate::expr::{copy_of, expr};
use crate::js::{self, AssignOp, Expr, Pat, Stmt};
use crate::map;
use crate::stmt::{declare_value, stmts};
use goes_lower::ir::{self, LabelId, LocalId, StmtKind};
use swc_ecma_ast::{Decl, VarDeclKind};
use swc_ecma_visit::{Visit, VisitWith};

/// `for (let i = 0; cond; post) { body }`
///
/// spec: "Each iteration has its own separate declared variable (or variables)": as `let` has it in
/// JavaScript, except for boxes and structs, which are made anew before `post`.
#[expect(clippy::too_many_arguments, reason = "the parts of the statement")]
pub(crate) fn for_stmt(
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
pub(crate) fn range_map(
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
    let is_copied = cx.is_aggregate(ty) && !cx.is_borrowed(local);
    if !is_copied && !cx.is_boxed(local) {
        return js::pat(cx.declare(local));
    }
    let id = cx.fresh("$v");
    let given = cx.name(id);
    let given = if is_copied { copy_of(cx, ty, given) } else { given };
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
pub(crate) fn range_string(
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
