//! Functions that format or print their arguments: those of std, and those that hand theirs on to such a one.

use crate::pass::{Pass, as_ident};
use crate::walk::{self, Node, each, each_of};
use goes_syntax::ast::{
    self, Block, CallExpr, DeclKind, ExprKind, ExprNode, NodeId, Signature, StmtKind, StmtNode, VarDecl,
};
use goes_types::{ObjectId, Type};
use rustc_hash::FxHashMap;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Like fmt.Print.
    Print,
    /// Like fmt.Printf.
    Printf,
    /// Like fmt.Errorf, which knows %w.
    Errorf,
}

/// Those functions of the examined packages that are wrappers.
pub(crate) type Wrappers = FxHashMap<ObjectId, Kind>;

/// By package or receiver: names without `f`, `ln`.
const KNOWN: &[(&str, &[&str])] = &[
    ("fmt.", &["Append", "Fprint", "Print", "Sprint"]),
    ("log.", &["Print", "Fatal", "Panic"]),
    ("(*log.Logger).", &["Print", "Fatal", "Panic"]),
    ("(*testing.common).", &["Error", "Fatal", "Log", "Skip"]),
    ("(testing.TB).", &["Error", "Fatal", "Log", "Skip"]),
];

/// How a function treats its arguments; `None` if it is none of these functions.
pub(crate) fn kind(pass: &Pass<'_, '_>, callee: ObjectId) -> Option<Kind> {
    if let Some(&kind) = pass.wrappers.get(&callee) {
        return Some(kind);
    }
    known_kind(&pass.full_name(callee))
}

/// [`kind`] for a function of std, by its full name.
pub(crate) fn known_kind(name: &str) -> Option<Kind> {
    match name {
        "fmt.Errorf" => return Some(Kind::Errorf),
        "runtime/trace.Logf" => return Some(Kind::Printf),
        _ => {}
    }
    let known = KNOWN
        .iter()
        .find_map(|(of, names)| Some((name.strip_prefix(of)?, names)));
    let (name, names) = known?;
    let stem = name.strip_suffix("ln").or(name.strip_suffix('f')).unwrap_or(name);
    let kind = if name.ends_with('f') {
        Kind::Printf
    } else {
        Kind::Print
    };
    names.contains(&stem).then_some(kind)
}

/// A function that might be a wrapper, or the variable that a function literal is assigned to.
struct Candidate<'a> {
    object: ObjectId,
    body: &'a Block,
    format: Option<ObjectId>,
    args: ObjectId,
}

/// Finds the wrappers among the functions of the package, which may wrap each other.
pub(crate) fn find<'a>(pass: &mut Pass<'_, 'a>, files: &'a [ast::File]) {
    let mut candidates: Vec<Candidate<'a>> = Vec::new();
    for decl in files.iter().flat_map(|file| &file.decls) {
        match &decl.kind {
            DeclKind::Func(func) => {
                let body = func.body.as_ref();
                candidates.extend(body.and_then(|body| candidate(pass, func.name.id, &func.signature, body)));
            }
            DeclKind::Var(var) => variable_candidates(pass, var, &mut candidates),
            _ => {}
        }
        walk::decl(decl, &mut |node| {
            each(node, &mut |node| {
                if let Node::Stmt(stmt) = node {
                    statement_candidates(pass, stmt, &mut candidates);
                }
                true
            });
        });
    }
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        for candidate in &candidates {
            if !pass.wrappers.contains_key(&candidate.object)
                && let Some(kind) = wrapped(pass, candidate, false)
            {
                pass.wrappers.insert(candidate.object, kind);
                has_changed = true;
            }
        }
    }
    for candidate in &candidates {
        wrapped(pass, candidate, true);
    }
}

/// `f := func(…) { … }`, `f = func(…) { … }`
fn statement_candidates<'a>(pass: &Pass<'_, 'a>, stmt: &'a StmtNode, candidates: &mut Vec<Candidate<'a>>) {
    match &stmt.kind {
        StmtKind::Define(left, right) | StmtKind::Assign(left, right) => {
            for (x, value) in left.iter().zip(right) {
                candidates.extend(as_ident(x).and_then(|name| literal_candidate(pass, name.id, value)));
            }
        }
        StmtKind::Decl(decls) => {
            for decl in decls {
                if let DeclKind::Var(var) = &decl.kind {
                    variable_candidates(pass, var, candidates);
                }
            }
        }
        _ => {}
    }
}

/// `var f = func(…) { … }`
fn variable_candidates<'a>(pass: &Pass<'_, 'a>, var: &'a VarDecl, candidates: &mut Vec<Candidate<'a>>) {
    for (name, value) in var.names.iter().zip(&var.values) {
        candidates.extend(literal_candidate(pass, name.id, value));
    }
}

fn literal_candidate<'a>(pass: &Pass<'_, 'a>, name: NodeId, value: &'a ExprNode) -> Option<Candidate<'a>> {
    match &value.kind {
        ExprKind::FuncLit(func) => candidate(pass, name, &func.signature, &func.body),
        _ => None,
    }
}

/// A function whose last parameter is `args ...any`.
fn candidate<'a>(
    pass: &Pass<'_, 'a>,
    name: NodeId,
    signature: &'a Signature,
    body: &'a Block,
) -> Option<Candidate<'a>> {
    let (last, rest) = signature.params.split_last()?;
    let object = pass.object(name)?;
    let args = pass.object(last.name.filter(|_| last.is_variadic)?.id)?;
    let any = pass.checker.any_type;
    match pass.checker.types.get(pass.checker.object(args).ty) {
        Type::Slice(elem) if *elem == any => {}
        _ => return None,
    }
    let format = rest.last().and_then(|param| pass.object(param.name?.id));
    let format = format.filter(|&format| {
        let ty = pass.checker.object(format).ty;
        ty == goes_types::TypeId::basic(goes_types::BasicKind::String)
    });
    Some(Candidate {
        object,
        body,
        format,
        args,
    })
}

/// What a candidate wraps, going by its calls. `reports` those that hand the arguments on as one.
fn wrapped(pass: &mut Pass<'_, '_>, candidate: &Candidate<'_>, reports: bool) -> Option<Kind> {
    let mut calls: Vec<(&ExprNode, &CallExpr)> = Vec::new();
    each_of(&candidate.body.stmts, &mut |node| {
        if let Node::Expr(e) = node
            && let ExprKind::Call(call) = &e.kind
        {
            calls.push((e, call));
        }
        !matches!(
            node,
            Node::Expr(ExprNode {
                kind: ExprKind::FuncLit(_),
                ..
            })
        )
    });
    for (e, call) in calls {
        let is_object = |x: Option<&ast::Expr>, object: Option<ObjectId>| {
            object.is_some() && x.and_then(|x| pass.object(as_ident(x)?.id)) == object
        };
        if !is_object(call.args.last(), Some(candidate.args)) {
            continue;
        }
        let before = call
            .args
            .len()
            .checked_sub(2)
            .and_then(|index| call.args.get(index));
        let Some(kind) = pass.callee(call).and_then(|callee| kind(pass, callee)) else {
            continue;
        };
        if kind != Kind::Print && !is_object(before, candidate.format) {
            continue;
        }
        if call.has_dots {
            return Some(kind);
        }
        if reports && call.args.len() <= param_count(pass, call) {
            let what = if kind == Kind::Print { "print" } else { "printf" };
            let message = format!("missing ... in args forwarded to {what}-like function");
            pass.report("printf", e.span, message);
        }
    }
    None
}

fn param_count(pass: &Pass<'_, '_>, call: &CallExpr) -> usize {
    match pass.type_of(&call.func).map(|ty| pass.checker.types.get(ty)) {
        Some(Type::Signature(signature)) => signature.params.len(),
        _ => 0,
    }
}
