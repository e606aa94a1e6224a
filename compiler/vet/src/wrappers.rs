//! Functions that format or print their arguments: those of std, and those that hand theirs on to such a one.

use crate::pass::{Pass, as_ident};
use crate::walk::{Node, each_of};
use goes_syntax::ast::{self, CallExpr, DeclKind, ExprKind, ExprNode, FuncDecl};
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
    let name = pass.full_name(callee);
    match name.as_str() {
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

/// A function that might be a wrapper.
struct Candidate<'a> {
    object: ObjectId,
    decl: &'a FuncDecl,
    format: Option<ObjectId>,
    args: ObjectId,
}

/// Finds the wrappers among the functions of the package, which may wrap each other.
pub(crate) fn find<'a>(pass: &mut Pass<'_, 'a>, files: &'a [ast::File]) {
    let decls = files.iter().flat_map(|file| &file.decls);
    let candidates: Vec<Candidate<'a>> = decls
        .filter_map(|decl| match &decl.kind {
            DeclKind::Func(func) => candidate(pass, func),
            _ => None,
        })
        .collect();
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

/// A function whose last parameter is `args ...any`.
fn candidate<'a>(pass: &mut Pass<'_, 'a>, decl: &'a FuncDecl) -> Option<Candidate<'a>> {
    let params = &decl.signature.params;
    let (last, rest) = params.split_last()?;
    let object = pass.object(decl.name.id)?;
    let args = pass.object(last.name.filter(|_| last.is_variadic)?.id)?;
    let any = pass.checker.any_type;
    match pass.checker.types.get(pass.checker.object(args).ty) {
        Type::Slice(elem) if *elem == any => {}
        _ => return None,
    }
    decl.body.as_ref()?;
    let format = rest.last().and_then(|param| pass.object(param.name?.id));
    let format = format.filter(|&format| {
        let ty = pass.checker.object(format).ty;
        pass.checker.underlying(ty) == goes_types::TypeId::basic(goes_types::BasicKind::String)
    });
    Some(Candidate {
        object,
        decl,
        format,
        args,
    })
}

/// What a candidate wraps, going by its calls. `reports` those that hand the arguments on as one.
fn wrapped(pass: &mut Pass<'_, '_>, candidate: &Candidate<'_>, reports: bool) -> Option<Kind> {
    let mut calls: Vec<(&ExprNode, &CallExpr)> = Vec::new();
    let body = candidate.decl.body.as_ref()?;
    each_of(&body.stmts, &mut |node| {
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
