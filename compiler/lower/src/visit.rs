//! Walks over the Ir.

use crate::ir::{Callee, Closure, Expr, ExprKind, LabelId, LocalId, Place, SelectOp, Stmt, StmtKind};

/// What a walk does at each node. Children are visited by the `walk_` functions, which an implementation
/// calls where it wants to go on.
pub trait Visitor {
    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
    }
    fn stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
    }
    fn closure(&mut self, closure: &Closure) {
        walk_stmts(self, &closure.body);
    }
    fn place(&mut self, place: &Place) {
        walk_place(self, place);
    }
}

/// The same with leave to change nodes.
pub trait VisitorMut {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
    }
    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
    }
    fn closure(&mut self, closure: &mut Closure) {
        self.stmts(&mut closure.body);
    }
    fn place(&mut self, place: &mut Place) {
        walk_place_mut(self, place);
    }
    /// A statement list, which may be changed as a whole.
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        for stmt in stmts {
            self.stmt(stmt);
        }
    }
}

pub fn walk_stmts<V: Visitor + ?Sized>(v: &mut V, stmts: &[Stmt]) {
    for stmt in stmts {
        v.stmt(stmt);
    }
}

macro_rules! walkers {
    ($visitor:ident, $expr:ident, $stmt:ident, $place:ident, $list:path, [$($mt:tt)*], $iter:ident) => {
        pub fn $expr<V: $visitor + ?Sized>(v: &mut V, expr: & $($mt)* Expr) {
            match & $($mt)* expr.kind {
                ExprKind::Const(_)
                | ExprKind::Zero
                | ExprKind::Local(_)
                | ExprKind::Global(_)
                | ExprKind::Func(_)
                | ExprKind::TypeDescriptor(_) => {}
                ExprKind::FuncLit(closure) => v.closure(closure),
                ExprKind::Copy(inner)
                | ExprKind::Negate { operand: inner, .. }
                | ExprKind::Complement(inner)
                | ExprKind::Not(inner)
                | ExprKind::IsNil(inner)
                | ExprKind::Convert { operand: inner, .. }
                | ExprKind::Field { base: inner, .. }
                | ExprKind::Deref(inner)
                | ExprKind::NewBox(inner)
                | ExprKind::MakeInterface(inner)
                | ExprKind::TypeAssert { operand: inner, .. }
                | ExprKind::TypeTest { operand: inner, .. }
                | ExprKind::Unwrap(inner)
                | ExprKind::TupleElement { tuple: inner, .. }
                | ExprKind::Receive { chan: inner, .. } => v.expr(inner),
                ExprKind::StructLit(list) | ExprKind::Concat(list) | ExprKind::Tuple(list) | ExprKind::Builtin(_, list) => {
                    for expr in list.$iter() {
                        v.expr(expr);
                    }
                }
                ExprKind::ArrayLit { elems, .. } => {
                    for (_, elem) in elems.$iter() {
                        v.expr(elem);
                    }
                }
                ExprKind::MapLit(entries) => {
                    for (key, value) in entries.$iter() {
                        v.expr(key);
                        v.expr(value);
                    }
                }
                ExprKind::Arith { left, right, .. }
                | ExprKind::Shift { left, count: right, .. }
                | ExprKind::And(left, right)
                | ExprKind::Or(left, right)
                | ExprKind::Compare { left, right, .. }
                | ExprKind::Index { base: left, index: right, .. }
                | ExprKind::MapIndex { map: left, key: right, .. } => {
                    v.expr(left);
                    v.expr(right);
                }
                ExprKind::Slice { base, low, high, max } => {
                    v.expr(base);
                    for bound in [low, high, max] {
                        if let Some(bound) = bound {
                            v.expr(bound);
                        }
                    }
                }
                ExprKind::Address(place) => v.place(place),
                ExprKind::Call(call) => {
                    if let Callee::Value(callee) = & $($mt)* call.callee {
                        v.expr(callee);
                    }
                    for arg in call.args.$iter() {
                        v.expr(arg);
                    }
                }
                ExprKind::Cond { cond, then, els } => {
                    v.expr(cond);
                    v.expr(then);
                    v.expr(els);
                }
                ExprKind::Sequence { effects, value } => {
                    for (_, effect) in effects.$iter() {
                        v.expr(effect);
                    }
                    v.expr(value);
                }
            }
        }

        pub fn $place<V: $visitor + ?Sized>(v: &mut V, place: & $($mt)* Place) {
            match place {
                Place::Local(_) | Place::Global(_) | Place::Blank => {}
                Place::Field { base, .. } => v.expr(base),
                Place::Index { base, index, .. } => {
                    v.expr(base);
                    v.expr(index);
                }
                Place::MapIndex { map, key } => {
                    v.expr(map);
                    v.expr(key);
                }
                Place::Deref(pointer) => v.expr(pointer),
            }
        }

        pub fn $stmt<V: $visitor + ?Sized>(v: &mut V, stmt: & $($mt)* Stmt) {
            match & $($mt)* stmt.kind {
                StmtKind::Expr(expr) => v.expr(expr),
                StmtKind::Let { init, .. } => {
                    if let Some(init) = init {
                        v.expr(init);
                    }
                }
                StmtKind::LetTuple { init, .. } => v.expr(init),
                StmtKind::Assign { place, value, .. } | StmtKind::AssignOp { place, value, .. } => {
                    v.place(place);
                    v.expr(value);
                }
                StmtKind::AssignTuple { places, value } => {
                    for place in places.$iter().flatten() {
                        v.place(place);
                    }
                    v.expr(value);
                }
                StmtKind::If { cond, then, els } => {
                    v.expr(cond);
                    $list(v, then);
                    $list(v, els);
                }
                StmtKind::For { init, cond, post, body, .. } => {
                    $list(v, init);
                    if let Some(cond) = cond {
                        v.expr(cond);
                    }
                    $list(v, post);
                    $list(v, body);
                }
                StmtKind::RangeMap { map: operand, body, .. } | StmtKind::RangeString { string: operand, body, .. } => {
                    v.expr(operand);
                    $list(v, body);
                }
                StmtKind::Switch { tag, cases, .. } => {
                    v.expr(tag);
                    for case in cases.$iter() {
                        for value in case.values.$iter() {
                            v.expr(value);
                        }
                        $list(v, & $($mt)* case.body);
                    }
                }
                StmtKind::Block { body, .. } => $list(v, body),
                StmtKind::Break(_) | StmtKind::Continue(_) => {}
                StmtKind::Return(values) => {
                    for value in values.$iter() {
                        v.expr(value);
                    }
                }
                StmtKind::Go(call) => {
                    if let Callee::Value(callee) = & $($mt)* call.callee {
                        v.expr(callee);
                    }
                    for arg in call.args.$iter() {
                        v.expr(arg);
                    }
                }
                StmtKind::Defer { call, .. } => v.closure(call),
                StmtKind::Send { chan, value } => {
                    v.expr(chan);
                    v.expr(value);
                }
                StmtKind::Select(select) => {
                    for case in select.cases.$iter() {
                        match & $($mt)* case.op {
                            SelectOp::Send { chan, value } => {
                                v.expr(chan);
                                v.expr(value);
                            }
                            SelectOp::Receive { chan, .. } => v.expr(chan),
                        }
                        $list(v, & $($mt)* case.body);
                    }
                    if let Some(default) = & $($mt)* select.default {
                        $list(v, default);
                    }
                }
            }
        }
    };
}

fn list<V: Visitor + ?Sized>(v: &mut V, stmts: &[Stmt]) {
    walk_stmts(v, stmts);
}

fn list_mut<V: VisitorMut + ?Sized>(v: &mut V, stmts: &mut Vec<Stmt>) {
    v.stmts(stmts);
}

walkers!(Visitor, walk_expr, walk_stmt, walk_place, list, [], iter);
walkers!(VisitorMut, walk_expr_mut, walk_stmt_mut, walk_place_mut, list_mut, [mut], iter_mut);

/// Calls `visit` for the expression and all that it evaluates; bodies of function literals are left out.
pub fn each_expr(expr: &Expr, visit: &mut dyn FnMut(&Expr)) {
    struct Each<'v>(&'v mut dyn FnMut(&Expr));
    impl Visitor for Each<'_> {
        fn expr(&mut self, expr: &Expr) {
            (self.0)(expr);
            walk_expr(self, expr);
        }
        fn closure(&mut self, _: &Closure) {}
    }
    Each(visit).expr(expr);
}

/// Calls `visit` for each local that the statement itself declares, not those in it.
pub fn each_declared(stmt: &Stmt, visit: &mut dyn FnMut(LocalId)) {
    match &stmt.kind {
        StmtKind::Let { local, .. } => visit(*local),
        StmtKind::LetTuple { locals, .. } => locals.iter().flatten().copied().for_each(visit),
        StmtKind::RangeMap { key, value, .. } => key.iter().chain(value).copied().for_each(visit),
        StmtKind::RangeString { index, rune, .. } => index.iter().chain(rune).copied().for_each(visit),
        StmtKind::Select(select) => {
            for case in &select.cases {
                if let SelectOp::Receive { value, ok, .. } = &case.op {
                    value.iter().chain(ok).copied().for_each(&mut *visit);
                }
            }
        }
        _ => {}
    }
}

/// Turns `continue from` into `break to`; tells whether there was one.
pub fn redirect_continue(stmts: &mut Vec<Stmt>, from: LabelId, to: LabelId) -> bool {
    struct Redirect {
        from: LabelId,
        to: LabelId,
        found: bool,
    }
    impl VisitorMut for Redirect {
        fn stmt(&mut self, stmt: &mut Stmt) {
            if let StmtKind::Continue(label) = stmt.kind
                && label == self.from
            {
                stmt.kind = StmtKind::Break(self.to);
                self.found = true;
            }
            walk_stmt_mut(self, stmt);
        }
        fn closure(&mut self, _: &mut Closure) {}
        fn expr(&mut self, _: &mut Expr) {}
    }
    let mut redirect = Redirect {
        from,
        to,
        found: false,
    };
    redirect.stmts(stmts);
    redirect.found
}
