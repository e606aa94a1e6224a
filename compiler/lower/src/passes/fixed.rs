//! What stays the same while a loop runs.

use super::effects::{Effects, Events, Handler};
use super::headers::are_same;
use super::memory::{Key, Types, Writes};
use super::numbers::assigned_by;
use super::objects::{Locals, Root};
use crate::ir::{Call, Closure, Expr, ExprKind, Local, LocalId, Program, Stmt, StmtKind, Storage, TypeKind};
use crate::visit::{self, Visitor};
use rustc_hash::FxHashSet;

/// A function whose loops are looked at.
pub(super) struct Loops<'a> {
    pub program: &'a Program,
    pub types: &'a Types<'a>,
    pub effects: &'a Effects<'a>,
    pub facts: Locals<'a>,
    pub locals: &'a [Local],
}

/// What a loop may change.
pub(super) struct Changes {
    /// Assigned to or declared in it.
    locals: FxHashSet<LocalId>,
    writes: Writes,
}

pub(super) fn is_loop(stmt: &Stmt) -> bool {
    matches!(
        stmt.kind,
        StmtKind::For { .. } | StmtKind::RangeMap { .. } | StmtKind::RangeString { .. }
    )
}

impl<'a> Loops<'a> {
    pub fn new(
        program: &'a Program,
        types: &'a Types<'a>,
        effects: &'a Effects<'a>,
        locals: &'a [Local],
        code: &Closure,
    ) -> Loops<'a> {
        Loops {
            program,
            types,
            effects,
            facts: Locals::of(types, locals, code),
            locals,
        }
    }

    pub fn changes(&self, stmt: &Stmt) -> Changes {
        struct Seen<'a> {
            effects: &'a Effects<'a>,
            writes: Writes,
        }
        impl Handler for Seen<'_> {
            fn writes(&mut self, _: Root, writes: &Writes) {
                self.writes.extend(writes);
            }
            fn calls(&mut self, call: &Call) {
                self.writes.all |= call.may_park;
                if let Some(writes) = self.effects.call(call) {
                    self.writes.extend(writes);
                }
            }
            fn parks(&mut self) {
                self.writes.all = true;
            }
        }
        let mut seen = Seen {
            effects: self.effects,
            writes: Writes::default(),
        };
        Events {
            locals: &self.facts,
            handler: &mut seen,
        }
        .stmt(stmt);
        let mut declared = Declared(assigned_by(stmt));
        declared.stmt(stmt);
        Changes {
            locals: declared.0,
            writes: seen.writes,
        }
    }

    /// Nothing in the loop changes what a variable, a field or an element is.
    pub fn is_fixed(&self, path: &Expr, changes: &Changes) -> bool {
        let mut keys = FxHashSet::default();
        self.add_keys(path, &mut keys);
        let mut is_fixed = keys.is_empty() || !changes.writes.touches(&keys);
        visit::each_expr(path, &mut |part| match part.kind {
            ExprKind::Local(local) => {
                is_fixed &= !changes.locals.contains(&local) && self.is_visible(local);
            }
            ExprKind::Global(global) => {
                let info = &self.program.globals[global.0 as usize];
                is_fixed &= !info.is_reassigned && info.storage == Storage::Plain;
            }
            _ => {}
        });
        is_fixed
    }

    /// Whatever assigns to a local is in the text of the loop.
    fn is_visible(&self, local: LocalId) -> bool {
        self.locals
            .get(local.0 as usize)
            .is_none_or(|info| info.storage == Storage::Plain && !(info.is_captured && info.is_reassigned))
    }

    /// What a path is read from.
    fn add_keys(&self, path: &Expr, keys: &mut FxHashSet<Key>) {
        match &path.kind {
            ExprKind::Index { base, .. } => {
                keys.insert(Key::Elements(self.types.one(path.ty)));
                keys.insert(Key::Variable(self.types.one(path.ty)));
                self.add_keys(base, keys);
            }
            ExprKind::Field { base, field } => {
                let owner = match self.types.kind(base.ty) {
                    TypeKind::Pointer(elem) => *elem,
                    _ => base.ty,
                };
                keys.extend(self.types.read_field(owner, *field));
                keys.insert(Key::Variable(self.types.one(path.ty)));
                self.add_keys(base, keys);
            }
            _ => {}
        }
    }
}

struct Declared(FxHashSet<LocalId>);

impl Visitor for Declared {
    fn stmt(&mut self, stmt: &Stmt) {
        visit::each_declared(stmt, &mut |local| {
            self.0.insert(local);
        });
        visit::walk_stmt(self, stmt);
    }
}

/// A variable, or a field of one.
pub(super) fn is_stem(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Local(_) | ExprKind::Global(_) => true,
        ExprKind::Field { base, .. } => matches!(base.kind, ExprKind::Local(_)),
        _ => false,
    }
}

/// Whether the pointer has certainly been used before a loop begins: it is not nil.
pub(super) fn is_used(pointer: &Expr, stmt: &Stmt, before: &[Stmt]) -> bool {
    let mut certain = Certain {
        pointer,
        is_found: false,
    };
    for stmt in before {
        certain.stmt(stmt);
        if let ExprKind::Local(local) = pointer.kind {
            certain.is_found &= !assigned_by(stmt).contains(&local);
        }
    }
    certain.stmt(stmt);
    certain.is_found
}

/// Looks at what is evaluated in any case.
struct Certain<'e> {
    pointer: &'e Expr,
    is_found: bool,
}

impl Visitor for Certain<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Field { base, .. } => self.is_found |= are_same(base, self.pointer),
            ExprKind::And(left, _) | ExprKind::Or(left, _) | ExprKind::Cond { cond: left, .. } => {
                return self.expr(left);
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { .. }
            | StmtKind::Assign { .. }
            | StmtKind::AssignOp { .. }
            | StmtKind::Expr(_) => {
                visit::walk_stmt(self, stmt);
            }
            StmtKind::If { cond, .. } => self.expr(cond),
            StmtKind::For {
                init,
                cond: Some(cond),
                ..
            } => {
                visit::walk_stmts(self, init);
                self.expr(cond);
            }
            _ => {}
        }
    }

    fn closure(&mut self, _: &Closure) {}
}
