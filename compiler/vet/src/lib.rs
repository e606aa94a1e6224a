//! What is well-formed and yet most likely a mistake: the family of checks that `go vet` runs, in its words.
//!
//! **Invariant:** looks only at packages in which the checker has found nothing wrong.

mod copylocks;
mod flow;
mod format;
mod loopclosure;
mod lostcancel;
mod pass;
mod printf;
mod structtag;
mod unreachable;
mod unusedresult;
mod verbs;
mod walk;
mod wrappers;

use goes_source::Diagnostic;
use goes_syntax::ast::{self, Block, DeclKind, ExprKind, FuncDecl, Signature};
use goes_types::{Checker, PackageId};
use pass::{Method, Pass};
use walk::{Node, each};
use wrappers::Wrappers;

/// Examines packages whose bodies have been checked; they come in the order of their imports. The findings
/// are warnings, in no particular order.
pub fn vet(checker: &mut Checker<'_>, packages: &[PackageId]) -> Vec<Diagnostic> {
    let mut wrappers = Wrappers::default();
    let mut findings = Vec::new();
    for &package in packages {
        let files = checker.package(package).files;
        let mut pass = Pass::new(checker, package, &mut wrappers);
        wrappers::find(&mut pass, files);
        for (index, file) in files.iter().enumerate() {
            pass.enter_file(index);
            file.decls.iter().for_each(|decl| examine(&mut pass, decl));
        }
        findings.append(&mut pass.findings);
    }
    findings
}

fn examine<'a>(pass: &mut Pass<'_, 'a>, decl: &'a ast::Decl) {
    if let DeclKind::Func(func) = &decl.kind {
        let name = func.name.name.as_str();
        copylocks::function(pass, name, func.receiver.as_deref(), &func.signature);
        if let Some(body) = &func.body {
            function_body(pass, body, Some(func), &func.signature);
        }
        pass.method = method(pass, func);
    }
    if let DeclKind::Var(var) = &decl.kind {
        copylocks::variable(pass, var);
    }
    walk::decl(decl, &mut |node| {
        each(node, &mut |node| {
            examine_node(pass, node);
            true
        });
    });
    pass.method = None;
}

/// A method whose receiver has a name.
fn method(pass: &Pass<'_, '_>, func: &FuncDecl) -> Option<Method> {
    let receiver = func.receiver.as_deref()?.first()?.name?;
    Some(Method {
        object: pass.object(func.name.id)?,
        receiver: pass.object(receiver.id)?,
    })
}

fn examine_node<'a>(pass: &mut Pass<'_, 'a>, node: Node<'a>) {
    match node {
        Node::Stmt(stmt) => {
            unusedresult::statement(pass, stmt);
            copylocks::statement(pass, stmt);
            loopclosure::statement(pass, stmt);
        }
        Node::Expr(e) => match &e.kind {
            ExprKind::Call(call) => {
                printf::call(pass, e, call);
                copylocks::call(pass, call);
            }
            ExprKind::CompositeLit(literal) => copylocks::literal(pass, literal),
            ExprKind::FuncLit(func) => {
                copylocks::function(pass, "func", None, &func.signature);
                function_body(pass, &func.body, None, &func.signature);
            }
            ExprKind::StructType(fields) => structtag::structure(pass, e, fields),
            _ => {}
        },
    }
}

/// What concerns the statements of one function, those of literals in it aside.
fn function_body<'a>(
    pass: &mut Pass<'_, 'a>,
    body: &'a Block,
    func: Option<&'a FuncDecl>,
    signature: &'a Signature,
) {
    unreachable::body(pass, body);
    lostcancel::body(pass, body, func, signature);
}
