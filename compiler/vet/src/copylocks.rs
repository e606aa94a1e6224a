//! Copies of values that hold a lock: the copy does not lock what the original locks.

use crate::pass::{Pass, as_ident, unparen};
use goes_syntax::ast::{
    CallExpr, CompositeLit, ExprKind, ExprNode, Param, RangeStmt, Signature, Stmt, StmtKind, StmtNode,
    VarDecl,
};
use goes_types::{Builtin, Type, TypeId};

const CODE: &str = "copylocks";

/// Types of std that Go marks as not to be copied without giving them methods of a lock: with the mark.
const MARKED: &[(&str, &str, &[&str])] = &[
    (
        "sync",
        "sync.noCopy",
        &["Cond", "Map", "Once", "Pool", "WaitGroup"],
    ),
    (
        "sync/atomic",
        "sync/atomic.noCopy",
        &["Bool", "Int32", "Int64", "Uint32", "Uint64", "Uintptr"],
    ),
];

pub(crate) fn statement(pass: &mut Pass<'_, '_>, stmt: &StmtNode) {
    match &stmt.kind {
        StmtKind::Assign(left, right) | StmtKind::Define(left, right) => {
            for (index, x) in right.iter().enumerate() {
                if let Some(path) = copied(pass, x) {
                    let target = left
                        .get(index)
                        .map(|x| pass.checker.expr_text(x))
                        .unwrap_or_default();
                    let message = format!("assignment copies lock value to {target}: {path}");
                    pass.report(CODE, x.span, message);
                }
            }
        }
        StmtKind::Return(results) => {
            for x in results {
                if let Some(path) = copied(pass, x) {
                    pass.report(CODE, x.span, format!("return copies lock value: {path}"));
                }
            }
        }
        StmtKind::Range(range) => range_vars(pass, range),
        StmtKind::For(stmt) => loop_vars(pass, stmt.init.as_ref()),
        StmtKind::Decl(decls) => {
            for decl in decls {
                if let goes_syntax::ast::DeclKind::Var(var) = &decl.kind {
                    variable(pass, var);
                }
            }
        }
        _ => {}
    }
}

/// Since Go 1.22 each iteration has its own copy of the variables.
fn loop_vars(pass: &mut Pass<'_, '_>, init: Option<&Stmt>) {
    let Some(StmtKind::Define(left, right)) = init.map(|init| &init.kind) else {
        return;
    };
    if pass.version < (1, 22) || right.iter().any(|x| copied(pass, x).is_some()) {
        return;
    }
    for name in left.iter().filter_map(|x| as_ident(x)) {
        if let Some(ty) = pass.variable_type(name.id).filter(|_| !name.name.is_blank())
            && let Some(path) = lock_path(pass, ty)
        {
            let message = format!("for loop iteration copies lock value to {}: {path}", name.name);
            pass.report(CODE, name.span, message);
        }
    }
}

fn range_vars(pass: &mut Pass<'_, '_>, range: &RangeStmt) {
    for x in [&range.key, &range.value].into_iter().flatten() {
        let ty = match as_ident(x) {
            Some(name) if name.name.is_blank() => continue,
            Some(name) if range.is_define => pass.variable_type(name.id),
            _ => pass.type_of(x),
        };
        if let Some(path) = ty.and_then(|ty| lock_path(pass, ty)) {
            let text = pass.checker.expr_text(x);
            pass.report(CODE, x.span, format!("range var {text} copies lock: {path}"));
        }
    }
}

pub(crate) fn variable(pass: &mut Pass<'_, '_>, var: &VarDecl) {
    for (name, x) in var.names.iter().zip(&var.values) {
        if let Some(path) = copied(pass, x) {
            let message = format!("variable declaration copies lock value to {}: {path}", name.name);
            pass.report(CODE, x.span, message);
        }
    }
}

pub(crate) fn literal(pass: &mut Pass<'_, '_>, literal: &CompositeLit) {
    for elem in &literal.elems {
        let x = match &elem.kind {
            ExprKind::KeyValue(_, value) => value,
            _ => elem,
        };
        if let Some(path) = copied(pass, x) {
            let text = pass.checker.expr_text(x);
            pass.report(
                CODE,
                x.span,
                format!("literal copies lock value from {text}: {path}"),
            );
        }
    }
}

pub(crate) fn call(pass: &mut Pass<'_, '_>, call: &CallExpr) {
    use Builtin::{Cap, Len, UnsafeAlignof, UnsafeOffsetof, UnsafeSizeof};
    // These look at nothing but the type, or the header.
    if let Some(Len | Cap | UnsafeSizeof | UnsafeOffsetof | UnsafeAlignof) = pass.builtin(&call.func) {
        return;
    }
    for x in &call.args {
        if let Some(path) = copied(pass, x) {
            let func = pass.checker.expr_text(&call.func);
            pass.report(CODE, x.span, format!("call of {func} copies lock value: {path}"));
        }
    }
}

/// Receivers and parameters; results may well be zero values.
pub(crate) fn function(
    pass: &mut Pass<'_, '_>,
    name: &str,
    receiver: Option<&[Param]>,
    signature: &Signature,
) {
    let receiver = receiver.unwrap_or_default().iter().take(1);
    for ty in receiver
        .chain(&signature.params)
        .filter_map(|param| param.ty.as_ref())
    {
        if let Some(path) = pass.type_of(ty).and_then(|ty| lock_path(pass, ty)) {
            pass.report(CODE, ty.span, format!("{name} passes lock by value: {path}"));
        }
    }
}

/// The lock in a value that is copied where `x` stands. Literals and results of calls are new.
fn copied(pass: &mut Pass<'_, '_>, x: &ExprNode) -> Option<String> {
    let x = unparen(x);
    let is_new = |x: &ExprNode| matches!(x.kind, ExprKind::CompositeLit(_) | ExprKind::Call(_));
    let is_new_pointer =
        matches!(&x.kind, ExprKind::Star(pointer) if matches!(unparen(pointer).kind, ExprKind::Call(_)));
    if is_new(x) || is_new_pointer || !pass.is_value(x) {
        return None;
    }
    let ty = pass.type_of(x)?;
    lock_path(pass, ty)
}

/// `T contains U contains sync.Mutex`
fn lock_path(pass: &mut Pass<'_, '_>, ty: TypeId) -> Option<String> {
    let names = path(pass, ty, &mut Vec::new())?;
    Some(names.join(" contains "))
}

fn path(pass: &mut Pass<'_, '_>, mut ty: TypeId, seen: &mut Vec<TypeId>) -> Option<Vec<String>> {
    if seen.contains(&ty) {
        return None;
    }
    seen.push(ty);
    if let Type::TypeParam(_) = pass.checker.types.get(ty) {
        return param_path(pass, ty, seen);
    }
    while let Type::Array { elem, .. } = &*pass.checker.under(ty) {
        ty = *elem;
    }
    let parts: Vec<TypeId> = match &*pass.checker.under(ty) {
        Type::Struct(fields) => fields.iter().map(|field| field.ty).collect(),
        Type::Tuple(types) => types.to_vec(),
        _ => return None,
    };
    let name = pass.checker.path_type_string(ty);
    if is_lock(pass, ty) {
        return Some(vec![name]);
    }
    if let Some(mark) = mark(pass, ty) {
        return Some(vec![name, mark.to_string()]);
    }
    let inner = parts.into_iter().find_map(|part| path(pass, part, seen))?;
    Some([vec![name], inner].concat())
}

/// A type parameter holds a lock if a type of its type set does.
fn param_path(pass: &mut Pass<'_, '_>, param: TypeId, seen: &mut Vec<TypeId>) -> Option<Vec<String>> {
    let terms = pass.checker.type_set_terms(param)?;
    let (tilde, inner) = terms.iter().find_map(|term| {
        let tilde = if term.is_tilde { "~" } else { "" };
        Some((tilde, path(pass, term.ty, seen)?))
    })?;
    let mut names = vec![pass.checker.path_type_string(param)];
    names.extend(inner);
    names[1].insert_str(0, tilde);
    Some(names)
}

fn mark(pass: &Pass<'_, '_>, ty: TypeId) -> Option<&'static str> {
    let (path, name) = pass.type_name(ty)?;
    let is_own = |entry: &&(&str, &'static str, &[&str])| entry.0 == path && entry.2.contains(&name.as_str());
    MARKED.iter().find(is_own).map(|entry| entry.1)
}

/// Whether pointers to the type are `sync.Locker`s while its values are not.
fn is_lock(pass: &mut Pass<'_, '_>, ty: TypeId) -> bool {
    let pointer = pass.checker.types.pointer_to(ty);
    has_lock(pass, pointer) && !has_lock(pass, ty)
}

fn has_lock(pass: &mut Pass<'_, '_>, ty: TypeId) -> bool {
    ["Lock", "Unlock"].into_iter().all(|name| {
        let method = pass.method(ty, name);
        method.is_some_and(|signature| pass.has_signature(signature, &[], &[]))
    })
}
