//! Which objects the struct and array locals of a function have, and who else knows them.

use super::memory::Types;
use crate::ir::{Closure, Conversion, Expr, ExprKind, Local, LocalId, Place, Stmt, StmtKind, Storage};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

/// Where an object lives.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Root {
    /// In a local that nobody else knows.
    Private(LocalId),
    /// Where nothing is ever written to: in a map, in an interface, on its way from a call.
    Frozen,
    Shared,
}

/// What is known of a local struct or array.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct LocalFacts {
    /// Something else may know its object.
    pub is_shared: bool,
    /// The object, or the variable, is written to after its declaration.
    pub is_written: bool,
    /// Declared by a loop or a tuple to hold what a map or an interface holds.
    pub is_frozen: bool,
    /// Its object was not made for it.
    pub is_foreign: bool,
    /// Another name was given to its object.
    pub has_alias: bool,
}

/// The locals of a function, closures included.
pub(super) struct Locals<'p> {
    pub types: &'p Types<'p>,
    locals: &'p [Local],
    facts: Vec<LocalFacts>,
    /// By local: the other one whose object it was given.
    aliases: Vec<Option<LocalId>>,
    /// Where the objects live that locals share, see [`Locals::shares`].
    borrowed: FxHashMap<LocalId, Root>,
}

impl<'p> Locals<'p> {
    pub fn of(types: &'p Types<'p>, locals: &'p [Local], code: &Closure) -> Locals<'p> {
        let facts = locals
            .iter()
            .map(|local| LocalFacts {
                is_shared: local.is_captured || local.storage == Storage::Boxed,
                ..LocalFacts::default()
            })
            .collect();
        let mut found = Locals {
            types,
            locals,
            facts,
            aliases: vec![None; locals.len()],
            borrowed: FxHashMap::default(),
        };
        found.closure(code);
        // Nobody else knows an object only if that is so of all its names.
        for alias in 0..locals.len() {
            let Some(of) = found.aliases[alias] else { continue };
            let LocalFacts {
                is_shared,
                is_written,
                ..
            } = found.facts[alias];
            let facts = &mut found.facts[of.0 as usize];
            facts.is_shared |= is_shared || is_written;
            facts.has_alias = true;
        }
        for &param in &code.params {
            // Callers do not make copies for it.
            let is_borrowed = found.is_only_read(param);
            found.facts[param.0 as usize].is_foreign |= is_borrowed;
        }
        found
    }

    /// Whether a struct or array is never written to, nor known by another name.
    pub fn is_only_read(&self, local: LocalId) -> bool {
        let facts = self.facts[local.0 as usize];
        !facts.is_shared && !facts.is_written && self.is_aggregate(local)
    }

    /// Whether a local is known by its name only.
    pub fn is_plain(&self, local: LocalId) -> bool {
        let info = &self.locals[local.0 as usize];
        !info.is_captured && info.storage == Storage::Plain
    }

    /// A parameter that callers make an object for, though it is only read.
    pub fn owns(&mut self, param: LocalId) {
        if self.is_only_read(param) {
            self.facts[param.0 as usize].is_foreign = false;
        }
    }

    /// From now on, a local that is only read has an object that lives there.
    pub fn shares(&mut self, local: LocalId, root: Root) {
        self.borrowed.insert(local, root);
    }

    fn names(&self, holds: impl Fn(LocalId, LocalFacts) -> bool) -> FxHashSet<LocalId> {
        let ids = (0..self.locals.len()).map(|index| LocalId(index as u32));
        ids.filter(|&id| self.is_aggregate(id) && holds(id, self.facts[id.0 as usize]))
            .collect()
    }

    /// Locals that need no copy of what a map or an interface holds.
    pub fn frozen_names(&self) -> FxHashSet<LocalId> {
        self.names(|id, facts| facts.is_frozen && self.is_only_read(id))
    }

    /// Locals whose objects were made for them, and are known by no other name.
    pub fn owned_names(&self) -> FxHashSet<LocalId> {
        self.names(|_, facts| !facts.is_shared && !facts.is_foreign && !facts.has_alias)
    }

    pub fn is_aggregate(&self, local: LocalId) -> bool {
        self.types.is_aggregate(self.locals[local.0 as usize].ty)
    }

    /// The local in whose object a place lies.
    fn owner(&self, expr: &Expr) -> Option<LocalId> {
        match &expr.kind {
            ExprKind::Local(local) if self.is_aggregate(*local) => Some(*local),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. }
                if self.types.is_aggregate(base.ty) =>
            {
                self.owner(base)
            }
            _ => None,
        }
    }

    /// Where the object lives that an expression of a struct or array type gives.
    pub fn root(&self, expr: &Expr) -> Root {
        match &expr.kind {
            ExprKind::Local(local) => {
                let local = self.aliases[local.0 as usize].unwrap_or(*local);
                if let Some(&root) = self.borrowed.get(&local) {
                    return root;
                }
                let facts = self.facts[local.0 as usize];
                if facts.is_shared || facts.is_foreign {
                    Root::Shared
                } else if facts.is_frozen && !facts.is_written {
                    Root::Frozen
                } else {
                    Root::Private(local)
                }
            }
            ExprKind::Convert {
                op: Conversion::Retype,
                operand,
            } => self.root(operand),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. }
                if self.types.is_aggregate(base.ty) =>
            {
                self.root(base)
            }
            ExprKind::MapIndex { .. } | ExprKind::Unwrap(_) | ExprKind::TypeAssert { .. } => Root::Frozen,
            _ => Root::Shared,
        }
    }

    fn mark(&mut self, local: Option<LocalId>, change: fn(&mut LocalFacts)) {
        if let Some(local) = local {
            change(&mut self.facts[local.0 as usize]);
        }
    }

    /// Reads of a place in an object that leave the object where it is.
    fn base(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Local(local) if self.is_aggregate(*local) => {}
            ExprKind::Field { base, .. }
            | ExprKind::Convert {
                op: Conversion::Retype,
                operand: base,
            } => self.base(base),
            ExprKind::Index { base, index, .. } => {
                self.base(base);
                self.expr(index);
            }
            _ => self.expr(expr),
        }
    }

    /// A struct or array as it stands is given to a local.
    fn given(&mut self, local: LocalId, value: &Expr) {
        if self.is_aggregate(local) && !crate::expr::is_fresh(value) {
            self.facts[local.0 as usize].is_foreign = true;
        }
    }

    fn written(&mut self, place: &Place) {
        let owner = match place {
            Place::Local(local) => Some(*local),
            Place::Field { base, .. } | Place::Index { base, .. } => self.owner(base),
            _ => None,
        };
        self.mark(owner, |facts| facts.is_written = true);
        self.place(place);
    }
}

impl Visitor for Locals<'_> {
    fn expr(&mut self, expr: &Expr) {
        // A bare object where this pass does not know what becomes of it: it may go anywhere.
        if self.types.is_aggregate(expr.ty) {
            let owner = self.owner(expr);
            self.mark(owner, |facts| facts.is_shared = true);
        }
        match &expr.kind {
            ExprKind::Field { base, .. } | ExprKind::Copy(base) => self.base(base),
            ExprKind::Index { base, index, .. } => {
                self.base(base);
                self.expr(index);
            }
            ExprKind::Compare { left, right, .. } => {
                self.base(left);
                self.base(right);
            }
            ExprKind::Address(place) => {
                let owner = match place {
                    Place::Local(local) => Some(*local),
                    Place::Field { base, .. } | Place::Index { base, .. } => self.owner(base),
                    _ => None,
                };
                self.mark(owner, |facts| facts.is_shared = true);
                visit::walk_expr(self, expr);
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    fn place(&mut self, place: &Place) {
        match place {
            Place::Field { base, .. } => self.base(base),
            Place::Index { base, index, .. } => {
                self.base(base);
                self.expr(index);
            }
            _ => visit::walk_place(self, place),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let {
                local,
                init: Some(init),
            } => {
                if let ExprKind::Local(of) = init.kind
                    && self.is_aggregate(of)
                {
                    let of = self.aliases[of.0 as usize].unwrap_or(of);
                    self.aliases[local.0 as usize] = Some(of);
                    return;
                }
                self.given(*local, init);
                self.expr(init);
            }
            StmtKind::LetTuple { locals, init } => {
                if matches!(init.kind, ExprKind::MapIndex { .. } | ExprKind::TypeAssert { .. }) {
                    let first = locals.first().copied().flatten();
                    self.mark(first, |facts| facts.is_frozen = true);
                }
                self.expr(init);
            }
            StmtKind::RangeMap { key, value, .. } => {
                self.mark(*key, |facts| facts.is_frozen = true);
                self.mark(*value, |facts| facts.is_frozen = true);
                visit::walk_stmt(self, stmt);
            }
            // The object stays, its parts are copied.
            StmtKind::Assign {
                place,
                value,
                in_place: true,
            } => {
                self.written(place);
                self.base(value);
            }
            StmtKind::Assign { place, value, .. } | StmtKind::AssignOp { place, value, .. } => {
                if let Place::Local(local) = place {
                    self.given(*local, value);
                }
                self.written(place);
                self.expr(value);
            }
            StmtKind::AssignTuple { places, value } => {
                places.iter().flatten().for_each(|place| self.written(place));
                self.expr(value);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }
}
