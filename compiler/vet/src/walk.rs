//! The parts of trees, for checks that look at every node of one kind.

use goes_syntax::ast::{
    Block, CaseClause, Decl, DeclKind, ExprKind, ExprNode, InterfaceElem, Param, Signature, StmtKind,
    StmtNode,
};

#[derive(Copy, Clone)]
pub(crate) enum Node<'a> {
    Expr(&'a ExprNode),
    Stmt(&'a StmtNode),
}

type Visit<'v, 'a> = &'v mut dyn FnMut(Node<'a>);

/// Calls `visit` with a node and all that it contains, outer ones first, in source order; what it returns
/// false for is not looked into.
pub(crate) fn each<'a>(node: Node<'a>, visit: &mut dyn FnMut(Node<'a>) -> bool) {
    let mut work = vec![node];
    while let Some(node) = work.pop() {
        if visit(node) {
            let first = work.len();
            parts(node, &mut |part| work.push(part));
            work[first..].reverse();
        }
    }
}

/// All nodes of a block: see [`each`].
pub(crate) fn each_of<'a>(stmts: &'a [Box<StmtNode>], visit: &mut dyn FnMut(Node<'a>) -> bool) {
    stmts.iter().for_each(|stmt| each(Node::Stmt(stmt), visit));
}

fn parts<'a>(node: Node<'a>, visit: Visit<'_, 'a>) {
    match node {
        Node::Expr(e) => expr(e, visit),
        Node::Stmt(s) => stmt(s, visit),
    }
}

fn exprs<'a>(list: &'a [Box<ExprNode>], visit: Visit<'_, 'a>) {
    list.iter().for_each(|e| visit(Node::Expr(e)));
}

fn optional<'a>(e: &'a Option<Box<ExprNode>>, visit: Visit<'_, 'a>) {
    e.iter().for_each(|e| visit(Node::Expr(e)));
}

fn optional_stmt<'a>(stmt: &'a Option<Box<StmtNode>>, visit: Visit<'_, 'a>) {
    stmt.iter().for_each(|stmt| visit(Node::Stmt(stmt)));
}

fn params<'a>(list: &'a [Param], visit: Visit<'_, 'a>) {
    list.iter().for_each(|param| optional(&param.ty, visit));
}

fn signature<'a>(signature: &'a Signature, visit: Visit<'_, 'a>) {
    params(&signature.type_params, visit);
    params(&signature.params, visit);
    params(&signature.results, visit);
}

fn block<'a>(block: &'a Block, visit: Visit<'_, 'a>) {
    block.stmts.iter().for_each(|stmt| visit(Node::Stmt(stmt)));
}

/// The outermost nodes of a declaration.
pub(crate) fn decl<'a>(decl: &'a Decl, visit: Visit<'_, 'a>) {
    match &decl.kind {
        DeclKind::Const(decl) => {
            optional(&decl.ty, visit);
            exprs(&decl.values, visit);
        }
        DeclKind::Var(decl) => {
            optional(&decl.ty, visit);
            exprs(&decl.values, visit);
        }
        DeclKind::Type(decl) => {
            params(&decl.type_params, visit);
            visit(Node::Expr(&decl.ty));
        }
        DeclKind::Func(decl) => {
            params(decl.receiver.as_deref().unwrap_or_default(), visit);
            signature(&decl.signature, visit);
            decl.body.iter().for_each(|body| block(body, visit));
        }
        DeclKind::Bad => {}
    }
}

fn expr<'a>(e: &'a ExprNode, visit: Visit<'_, 'a>) {
    match &e.kind {
        ExprKind::Bad | ExprKind::Ident(_) | ExprKind::BasicLit(..) => {}
        ExprKind::CompositeLit(literal) => {
            optional(&literal.ty, visit);
            exprs(&literal.elems, visit);
        }
        ExprKind::FuncLit(func) => {
            signature(&func.signature, visit);
            block(&func.body, visit);
        }
        ExprKind::Paren(x)
        | ExprKind::Selector(x, _)
        | ExprKind::Star(x)
        | ExprKind::Unary(_, x)
        | ExprKind::SliceType(x)
        | ExprKind::ChanType(_, x) => visit(Node::Expr(x)),
        ExprKind::Index(x, list) => {
            visit(Node::Expr(x));
            exprs(list, visit);
        }
        ExprKind::Slice(slice) => {
            visit(Node::Expr(&slice.operand));
            let bounds = [&slice.low, &slice.high, &slice.max];
            bounds.into_iter().for_each(|bound| optional(bound, visit));
        }
        ExprKind::TypeAssert(x, ty) => {
            visit(Node::Expr(x));
            optional(ty, visit);
        }
        ExprKind::Call(call) => {
            visit(Node::Expr(&call.func));
            exprs(&call.args, visit);
        }
        ExprKind::Binary(_, x, y) | ExprKind::KeyValue(x, y) | ExprKind::MapType(x, y) => {
            visit(Node::Expr(x));
            visit(Node::Expr(y));
        }
        ExprKind::ArrayType(length, elem) => {
            optional(length, visit);
            visit(Node::Expr(elem));
        }
        ExprKind::StructType(fields) => fields.iter().for_each(|field| visit(Node::Expr(&field.ty))),
        ExprKind::FuncType(ty) => signature(ty, visit),
        ExprKind::InterfaceType(elems) => {
            for elem in elems {
                match elem {
                    InterfaceElem::Method(_, method) => signature(method, visit),
                    InterfaceElem::Embedded(ty) => visit(Node::Expr(ty)),
                }
            }
        }
        ExprKind::Union(terms) => exprs(terms, visit),
    }
}

fn cases<'a>(cases: &'a [CaseClause], visit: Visit<'_, 'a>) {
    for case in cases {
        exprs(&case.exprs, visit);
        case.body.iter().for_each(|stmt| visit(Node::Stmt(stmt)));
    }
}

fn stmt<'a>(s: &'a StmtNode, visit: Visit<'_, 'a>) {
    match &s.kind {
        StmtKind::Bad
        | StmtKind::Empty
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Goto(_)
        | StmtKind::Fallthrough => {}
        StmtKind::Expr(x) | StmtKind::IncDec(x, _) | StmtKind::Go(x) | StmtKind::Defer(x) => {
            visit(Node::Expr(x));
        }
        StmtKind::Send(x, y) | StmtKind::OpAssign(_, x, y) => {
            visit(Node::Expr(x));
            visit(Node::Expr(y));
        }
        StmtKind::Assign(x, y) | StmtKind::Define(x, y) => {
            exprs(x, visit);
            exprs(y, visit);
        }
        StmtKind::Return(list) => exprs(list, visit),
        StmtKind::Block(inner) => block(inner, visit),
        StmtKind::If(stmt) => {
            optional_stmt(&stmt.init, visit);
            visit(Node::Expr(&stmt.cond));
            block(&stmt.then, visit);
            optional_stmt(&stmt.els, visit);
        }
        StmtKind::Switch(stmt) => {
            optional_stmt(&stmt.init, visit);
            optional(&stmt.tag, visit);
            cases(&stmt.cases, visit);
        }
        StmtKind::TypeSwitch(stmt) => {
            optional_stmt(&stmt.init, visit);
            visit(Node::Expr(&stmt.operand));
            cases(&stmt.cases, visit);
        }
        StmtKind::Select(stmt) => {
            for case in &stmt.cases {
                optional_stmt(&case.comm, visit);
                case.body.iter().for_each(|stmt| visit(Node::Stmt(stmt)));
            }
        }
        StmtKind::For(stmt) => {
            optional_stmt(&stmt.init, visit);
            optional(&stmt.cond, visit);
            optional_stmt(&stmt.post, visit);
            block(&stmt.body, visit);
        }
        StmtKind::Range(stmt) => {
            optional(&stmt.key, visit);
            optional(&stmt.value, visit);
            visit(Node::Expr(&stmt.operand));
            block(&stmt.body, visit);
        }
        StmtKind::Labeled(_, inner) => visit(Node::Stmt(inner)),
        StmtKind::Decl(decls) => decls.iter().for_each(|inner| decl(inner, visit)),
    }
}
