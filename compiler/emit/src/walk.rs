//! Walks over the `Ir`, for the few questions that are asked of a whole body.

use goes_lower::ir::{
    Builtin, Call, Callee, Closure, Expr, ExprKind, LocalId, Place, SelectOp, Stmt, StmtKind,
};
use goes_lower::visit::{self, Visitor};
use rustc_hash::FxHashSet;

/// Calls `found` for each call in a body, closures included.
pub(crate) fn calls(body: &[Stmt], found: &mut dyn FnMut(&Call)) {
    let mut visit = |node: Node| {
        if let Node::Call(call) = node {
            found(call);
        }
    };
    stmts(body, &mut visit);
}

/// Calls `found` for each closure in a body, the outer ones first.
pub(crate) fn closures(body: &[Stmt], found: &mut dyn FnMut(&Closure)) {
    let mut visit = |node: Node| {
        if let Node::Closure(closure) = node {
            found(closure);
        }
    };
    stmts(body, &mut visit);
}

/// Whether anything in a body starts a goroutine, communicates or makes a channel.
pub(crate) fn uses_goroutines(body: &[Stmt]) -> bool {
    let mut uses = false;
    let mut visit = |node: Node| uses |= matches!(node, Node::Goroutines);
    stmts(body, &mut visit);
    uses
}

enum Node<'a> {
    Call(&'a Call),
    Closure(&'a Closure),
    /// A go statement, or one that communicates.
    Goroutines,
}

type Visit<'v> = dyn FnMut(Node) + 'v;

fn stmts(body: &[Stmt], visit: &mut Visit) {
    for node in body {
        stmt(node, visit);
    }
}

fn stmt(node: &Stmt, visit: &mut Visit) {
    match &node.kind {
        StmtKind::Expr(value) | StmtKind::LetTuple { init: value, .. } => expr(value, visit),
        StmtKind::Let { init, .. } => init.iter().for_each(|init| expr(init, visit)),
        StmtKind::Assign { place: at, value, .. } | StmtKind::AssignOp { place: at, value, .. } => {
            place(at, visit);
            expr(value, visit);
        }
        StmtKind::AssignTuple { places, value } => {
            places.iter().flatten().for_each(|at| place(at, visit));
            expr(value, visit);
        }
        StmtKind::If { cond, then, els } => {
            expr(cond, visit);
            stmts(then, visit);
            stmts(els, visit);
        }
        StmtKind::For {
            init,
            cond,
            post,
            body,
            ..
        } => {
            stmts(init, visit);
            cond.iter().for_each(|cond| expr(cond, visit));
            stmts(post, visit);
            stmts(body, visit);
        }
        StmtKind::RangeMap { map: over, body, .. }
        | StmtKind::RangeString {
            string: over, body, ..
        } => {
            expr(over, visit);
            stmts(body, visit);
        }
        StmtKind::Switch { tag, cases, .. } => {
            expr(tag, visit);
            for case in cases {
                exprs(&case.values, visit);
                stmts(&case.body, visit);
            }
        }
        StmtKind::Block { body, .. } => stmts(body, visit),
        StmtKind::Break(_) | StmtKind::Continue(_) => {}
        StmtKind::Return(values) => exprs(values, visit),
        StmtKind::Go(started) => {
            visit(Node::Goroutines);
            call(started, visit);
        }
        StmtKind::Defer { call, .. } => closure(call, visit),
        StmtKind::Send { chan, value } => {
            visit(Node::Goroutines);
            expr(chan, visit);
            expr(value, visit);
        }
        StmtKind::Select(select) => {
            visit(Node::Goroutines);
            for case in &select.cases {
                match &case.op {
                    SelectOp::Send { chan, value } => {
                        expr(chan, visit);
                        expr(value, visit);
                    }
                    SelectOp::Receive { chan, .. } => expr(chan, visit),
                }
                stmts(&case.body, visit);
            }
            select.default.iter().for_each(|body| stmts(body, visit));
        }
    }
}

fn place(at: &Place, visit: &mut Visit) {
    match at {
        Place::Local(_) | Place::Global(_) | Place::Blank => {}
        Place::Field { base, .. } | Place::Deref(base) => expr(base, visit),
        Place::Index { base, index, .. } => {
            expr(base, visit);
            expr(index, visit);
        }
        Place::MapIndex { map, key } => {
            expr(map, visit);
            expr(key, visit);
        }
    }
}

fn exprs(nodes: &[Expr], visit: &mut Visit) {
    nodes.iter().for_each(|node| expr(node, visit));
}

fn closure(node: &Closure, visit: &mut Visit) {
    visit(Node::Closure(node));
    stmts(&node.body, visit);
}

fn call(node: &Call, visit: &mut Visit) {
    visit(Node::Call(node));
    if let Callee::Value(callee) = &node.callee {
        expr(callee, visit);
    }
    exprs(&node.args, visit);
}

fn expr(node: &Expr, visit: &mut Visit) {
    match &node.kind {
        ExprKind::Const(_)
        | ExprKind::Zero
        | ExprKind::Local(_)
        | ExprKind::Global(_)
        | ExprKind::Func(_)
        | ExprKind::TypeDescriptor(_) => {}
        ExprKind::FuncLit(literal) => closure(literal, visit),
        ExprKind::Copy(one)
        | ExprKind::Complement(one)
        | ExprKind::Not(one)
        | ExprKind::IsNil(one)
        | ExprKind::Deref(one)
        | ExprKind::NewBox(one)
        | ExprKind::MakeInterface(one)
        | ExprKind::Unwrap(one)
        | ExprKind::Negate { operand: one, .. }
        | ExprKind::Convert { operand: one, .. }
        | ExprKind::Field { base: one, .. }
        | ExprKind::TypeAssert { operand: one, .. }
        | ExprKind::TypeTest { operand: one, .. }
        | ExprKind::TupleElement { tuple: one, .. } => expr(one, visit),
        ExprKind::Receive { chan, .. } => {
            visit(Node::Goroutines);
            expr(chan, visit);
        }
        ExprKind::StructLit(values)
        | ExprKind::Concat(values)
        | ExprKind::Tuple(values)
        | ExprKind::Builtin(_, values) => {
            if let ExprKind::Builtin(Builtin::MakeChan, _) = node.kind {
                visit(Node::Goroutines);
            }
            exprs(values, visit);
        }
        ExprKind::ArrayLit { elems, .. } => elems.iter().for_each(|(_, value)| expr(value, visit)),
        ExprKind::MapLit(entries) => {
            for (key, value) in entries {
                expr(key, visit);
                expr(value, visit);
            }
        }
        ExprKind::Arith { left, right, .. }
        | ExprKind::Shift {
            left, count: right, ..
        }
        | ExprKind::And(left, right)
        | ExprKind::Or(left, right)
        | ExprKind::Compare { left, right, .. }
        | ExprKind::Index {
            base: left,
            index: right,
            ..
        }
        | ExprKind::MapIndex {
            map: left,
            key: right,
            ..
        } => {
            expr(left, visit);
            expr(right, visit);
        }
        ExprKind::Slice { base, low, high, max } => {
            expr(base, visit);
            [low, high, max]
                .into_iter()
                .flatten()
                .for_each(|bound| expr(bound, visit));
        }
        ExprKind::Address(at) => place(at, visit),
        ExprKind::Call(node) => call(node, visit),
        ExprKind::Cond { cond, then, els } => {
            [cond, then, els].into_iter().for_each(|part| expr(part, visit))
        }
        ExprKind::Sequence { effects, value } => {
            effects.iter().for_each(|(_, effect)| expr(effect, visit));
            expr(value, visit);
        }
    }
}

/// The locals that a function declares in a block other than its outermost, closures in it included. Empty where it starts
/// no goroutines.
pub(crate) fn inner_locals(code: &Closure) -> FxHashSet<LocalId> {
    let mut all = Locals::default();
    visit::walk_stmts(&mut all, &code.body);
    if !all.starts {
        return FxHashSet::default();
    }
    // A function that defers has its statements in a block.
    let outermost = code.body.iter().filter(|_| !code.has_defer);
    for stmt in outermost {
        match &stmt.kind {
            StmtKind::Let { local, .. } => {
                all.declared.remove(local);
            }
            StmtKind::LetTuple { locals, .. } => {
                locals.iter().flatten().for_each(|local| {
                    all.declared.remove(local);
                });
            }
            _ => {}
        }
    }
    all.declared
}

/// The locals of others that a function literal mentions, and those of its own.
pub(crate) fn mentioned(closure: &Closure) -> (FxHashSet<LocalId>, FxHashSet<LocalId>) {
    let mut all = Locals::default();
    all.closure(closure);
    all.mentioned.retain(|local| !all.declared.contains(local));
    (all.mentioned, all.declared)
}

#[derive(Default)]
struct Locals {
    mentioned: FxHashSet<LocalId>,
    declared: FxHashSet<LocalId>,
    /// There is a go statement.
    starts: bool,
}

impl Visitor for Locals {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Local(local) = expr.kind {
            self.mentioned.insert(local);
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Local(local) = place {
            self.mentioned.insert(*local);
        }
        visit::walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        visit::each_declared(stmt, &mut |local| {
            self.declared.insert(local);
        });
        self.starts |= matches!(stmt.kind, StmtKind::Go(_));
        visit::walk_stmt(self, stmt);
    }

    fn closure(&mut self, closure: &Closure) {
        self.declared
            .extend(closure.params.iter().chain(&closure.named_results));
        visit::walk_stmts(self, &closure.body);
    }
}
