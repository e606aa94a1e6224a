//! Copies of local structs and arrays that are not used again: the object itself is handed over.

use super::memory::Types;
use super::objects::Locals;
use crate::ir::{
    Call, Callee, Closure, Expr, ExprKind, Function, LabelId, LocalId, Place, SelectOp, Stmt, StmtKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::{FxHashMap, FxHashSet};

type Live = FxHashSet<LocalId>;

/// Hands over what is copied for the last time. Of all functions and of this one: which parameters belong to the caller.
pub(super) fn run(types: &Types, borrowed: &[Vec<bool>], own_borrowed: &[bool], function: &mut Function) {
    let mut locals = Locals::of(types, &function.locals, &function.code);
    for (&param, &is_borrowed) in function.code.params.iter().zip(own_borrowed) {
        if !is_borrowed {
            locals.owns(param);
        }
    }
    let movable = locals.owned_names();
    if !movable.is_empty() {
        let mut closures = Closures {
            movable: &movable,
            borrowed,
        };
        closures.closure(&mut function.code);
    }
}

/// Does the work for each closure by itself: a local that is not captured belongs to one.
struct Closures<'m> {
    movable: &'m Live,
    borrowed: &'m [Vec<bool>],
}

impl VisitorMut for Closures<'_> {
    fn closure(&mut self, closure: &mut Closure) {
        let results: Live = closure.named_results.iter().copied().collect();
        let mut moves = Moves {
            movable: self.movable,
            borrowed: self.borrowed,
            breaks: FxHashMap::default(),
            continues: FxHashMap::default(),
            results: &results,
            has_defer: closure.has_defer,
        };
        let mut live = results.clone();
        moves.list(&mut closure.body, &mut live);
        self.stmts(&mut closure.body);
    }
}

/// Walks a body backwards, with the locals that are still to be used.
struct Moves<'m> {
    movable: &'m Live,
    borrowed: &'m [Vec<bool>],
    /// What is live after the statement with a label, and at the next iteration of a loop.
    breaks: FxHashMap<LabelId, Live>,
    continues: FxHashMap<LabelId, Live>,
    results: &'m Live,
    has_defer: bool,
}

impl Moves<'_> {
    fn list(&mut self, stmts: &mut [Stmt], live: &mut Live) {
        for stmt in stmts.iter_mut().rev() {
            self.stmt(stmt, live);
        }
    }

    /// On entry, `live` is what is used after the statement, on return what is used from its beginning on.
    fn stmt(&mut self, stmt: &mut Stmt, live: &mut Live) {
        match &mut stmt.kind {
            StmtKind::If { cond, then, els } => {
                let mut other = live.clone();
                self.list(then, live);
                self.list(els, &mut other);
                live.extend(other);
                self.exprs(&mut [cond], live);
            }
            StmtKind::For {
                label,
                init,
                cond,
                post,
                body,
                ..
            } => {
                let mut parts: Vec<&mut Expr> = cond.iter_mut().collect();
                self.looped(*label, &mut [post, body], &mut parts, live);
                self.list(init, live);
            }
            StmtKind::RangeMap { label, map, body, .. } => {
                self.looped(*label, &mut [body], &mut [], live);
                self.exprs(&mut [map], live);
            }
            StmtKind::RangeString {
                label, string, body, ..
            } => {
                self.looped(*label, &mut [body], &mut [], live);
                self.exprs(&mut [string], live);
            }
            StmtKind::Block { label, body } => {
                if let Some(label) = label {
                    self.breaks.insert(*label, live.clone());
                }
                self.list(body, live);
            }
            StmtKind::Switch { label, tag, cases } => {
                if let Some(label) = label {
                    self.breaks.insert(*label, live.clone());
                }
                let after = live.clone();
                // From the last on: a case that falls through goes on with what follows it.
                let mut next = after.clone();
                for case in cases.iter_mut().rev() {
                    let mut own = if case.falls_through {
                        next.clone()
                    } else {
                        after.clone()
                    };
                    self.list(&mut case.body, &mut own);
                    live.extend(own.iter().copied());
                    next = own;
                }
                let values = cases.iter_mut().flat_map(|case| &mut case.values);
                let mut parts: Vec<&mut Expr> = values.collect();
                parts.push(tag);
                self.exprs(&mut parts, live);
            }
            StmtKind::Select(select) => self.select(select, live),
            StmtKind::Break(label) => {
                *live = self
                    .breaks
                    .get(label)
                    .cloned()
                    .unwrap_or_else(|| self.movable.clone())
            }
            StmtKind::Continue(label) => {
                *live = self
                    .continues
                    .get(label)
                    .cloned()
                    .unwrap_or_else(|| self.movable.clone());
            }
            StmtKind::Return(values) => {
                // Deferred calls run before the results are given.
                *live = match values.is_empty() || self.has_defer {
                    true => self.results.clone(),
                    false => Live::default(),
                };
                let mut parts: Vec<&mut Expr> = values.iter_mut().collect();
                self.exprs(&mut parts, live);
            }
            _ => self.simple(stmt, live),
        }
    }

    /// The body of a loop: all that it uses of what is declared outside is used again.
    fn looped(
        &mut self,
        label: Option<LabelId>,
        bodies: &mut [&mut Vec<Stmt>],
        parts: &mut [&mut Expr],
        live: &mut Live,
    ) {
        if let Some(label) = label {
            self.breaks.insert(label, live.clone());
        }
        let mut used = Used::default();
        for body in bodies.iter() {
            visit::walk_stmts(&mut used, body);
        }
        parts.iter().for_each(|part| used.expr(part));
        live.extend(used.mentioned.difference(&used.declared));
        if let Some(label) = label {
            self.continues.insert(label, live.clone());
        }
        let again = live.clone();
        for body in bodies.iter_mut() {
            let mut inner = again.clone();
            self.list(body, &mut inner);
        }
        for part in parts {
            let mut inner = again.clone();
            self.exprs(&mut [part], &mut inner);
        }
    }

    fn select(&mut self, select: &mut crate::ir::Select, live: &mut Live) {
        if let Some(label) = select.label {
            self.breaks.insert(label, live.clone());
        }
        let after = live.clone();
        if let Some(default) = &mut select.default {
            let mut own = after.clone();
            self.list(default, &mut own);
            live.extend(own);
        }
        for case in &mut select.cases {
            let mut own = after.clone();
            self.list(&mut case.body, &mut own);
            live.extend(own);
        }
        let mut parts = Vec::new();
        for case in &mut select.cases {
            match &mut case.op {
                SelectOp::Send { chan, value } => parts.extend([chan, value]),
                SelectOp::Receive { chan, .. } => parts.push(chan),
            }
        }
        self.exprs(&mut parts, live);
    }

    /// A statement without statements in it.
    fn simple(&mut self, stmt: &mut Stmt, live: &mut Live) {
        let mut used = Used::default();
        used.stmt(stmt);
        // What is declared here did not exist before.
        used.declared.iter().for_each(|local| {
            live.remove(local);
        });
        let mut take = Take {
            movable: self.movable,
            borrowed: self.borrowed,
            used: &used,
            live,
        };
        take.stmt(stmt);
        live.extend(&used.mentioned);
    }

    /// Expressions that are evaluated one after the other.
    fn exprs(&mut self, exprs: &mut [&mut Expr], live: &mut Live) {
        let mut used = Used::default();
        exprs.iter().for_each(|expr| used.expr(expr));
        let mut take = Take {
            movable: self.movable,
            borrowed: self.borrowed,
            used: &used,
            live,
        };
        exprs.iter_mut().for_each(|expr| take.expr(expr));
        live.extend(&used.mentioned);
    }
}

/// The locals that code mentions, and those that it declares.
#[derive(Default)]
struct Used {
    mentioned: Live,
    /// Mentioned more than once.
    repeated: Live,
    declared: Live,
}

impl Used {
    fn mention(&mut self, local: LocalId) {
        if !self.mentioned.insert(local) {
            self.repeated.insert(local);
        }
    }
}

impl Visitor for Used {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Local(local) = expr.kind {
            self.mention(local);
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Local(local) = place {
            self.mention(*local);
        }
        visit::walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        visit::each_declared(stmt, &mut |local| {
            self.declared.insert(local);
        });
        visit::walk_stmt(self, stmt);
    }
}

/// Turns `Copy(x)` into `x` where `x` is used nowhere else.
struct Take<'m> {
    movable: &'m Live,
    borrowed: &'m [Vec<bool>],
    used: &'m Used,
    live: &'m Live,
}

impl VisitorMut for Take<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let ExprKind::Copy(inner) = &mut expr.kind
            && let ExprKind::Local(local) = inner.kind
            && self.movable.contains(&local)
            && !self.live.contains(&local)
            && !self.used.repeated.contains(&local)
        {
            expr.kind = ExprKind::Local(local);
            return;
        }
        if let ExprKind::Call(call) = &mut expr.kind {
            return self.call(call);
        }
        visit::walk_expr_mut(self, expr);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        visit::walk_stmt_mut(self, stmt);
    }

    fn closure(&mut self, _: &mut Closure) {}
}

impl Take<'_> {
    /// What the callee only reads needs no copy anyway.
    fn call(&mut self, call: &mut Call) {
        if let Callee::Value(callee) = &mut call.callee {
            self.expr(callee);
        }
        let borrowed: &[bool] = match call.callee {
            Callee::Func(func) => &self.borrowed[func.0 as usize],
            _ => &[],
        };
        for (index, arg) in call.args.iter_mut().enumerate() {
            if !borrowed.get(index).copied().unwrap_or(false) || !matches!(arg.kind, ExprKind::Copy(_)) {
                self.expr(arg);
            }
        }
    }
}
