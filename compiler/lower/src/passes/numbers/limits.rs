//! What an index is compared with: lengths and other values that do not change while a comparison holds.

use super::Context;
use super::form::{constant, form};
use super::solve::Facts;
use crate::ir::{
    ArithOp, Builtin, Closure, Const, Expr, ExprKind, LocalId, Place, Stmt, StmtKind, Storage, TypeKind,
};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

/// What a limit is reckoned from.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Root {
    Zero,
    /// The length of the slice or string that a local holds.
    Length(LocalId),
    Value(LocalId),
}

impl Root {
    pub(super) fn local(self) -> Option<LocalId> {
        match self {
            Root::Zero => None,
            Root::Length(local) | Root::Value(local) => Some(local),
        }
    }
}

#[derive(Copy, Clone, Debug)]
pub(super) struct Limit {
    pub(super) root: Root,
    pub(super) offset: i128,
}

/// The limits that locals of a function stand for.
pub(super) struct Limits {
    values: FxHashMap<LocalId, Limit>,
    lengths: FxHashMap<LocalId, Limit>,
    /// Locals that are assigned to after their declaration.
    changing: FxHashSet<LocalId>,
}

impl Limits {
    pub(super) fn of(cx: Context, facts: &Facts, code: &Closure) -> Limits {
        let mut limits = Limits {
            values: FxHashMap::default(),
            lengths: FxHashMap::default(),
            changing: assigned(&code.body),
        };
        let mut reader = Declarations {
            cx,
            facts,
            limits: &mut limits,
        };
        visit::walk_stmts(&mut reader, &code.body);
        limits
    }

    /// Keeps its value from its declaration on.
    fn is_stable(&self, cx: Context, local: LocalId) -> bool {
        cx.locals()[local.0 as usize].storage == Storage::Plain && !self.changing.contains(&local)
    }

    /// Nobody changes it behind the back of the statements at hand.
    pub(super) fn is_usable(&self, cx: Context, local: LocalId) -> bool {
        let info = &cx.locals()[local.0 as usize];
        self.is_stable(cx, local) || info.storage == Storage::Plain && !info.is_captured
    }

    /// An integer as a limit.
    pub(super) fn value(&self, cx: Context, facts: &Facts, expr: &Expr) -> Option<Limit> {
        if let Some(offset) = constant(expr) {
            let root = Root::Zero;
            return Some(Limit { root, offset });
        }
        match &expr.kind {
            ExprKind::Local(local) => self.values.get(local).copied().or_else(|| {
                let root = Root::Value(*local);
                self.is_usable(cx, *local).then_some(Limit { root, offset: 0 })
            }),
            ExprKind::Builtin(Builtin::Len, operands) => self.length(cx, facts, operands.first()?),
            ExprKind::Arith {
                op: op @ (ArithOp::Add | ArithOp::Sub),
                left,
                right,
                ..
            } => {
                // It does not wrap.
                facts.interval(&form(cx, expr))?;
                let limit = self.value(cx, facts, left)?;
                let constant = constant(right)?;
                let offset = if *op == ArithOp::Add {
                    limit.offset + constant
                } else {
                    limit.offset - constant
                };
                Some(Limit { offset, ..limit })
            }
            _ => None,
        }
    }

    /// The length of a slice, string or array.
    pub(super) fn length(&self, cx: Context, facts: &Facts, expr: &Expr) -> Option<Limit> {
        let fixed = |len: u64| Limit {
            root: Root::Zero,
            offset: i128::from(len),
        };
        if let Some(len) = cx.array_len(expr.ty) {
            return Some(fixed(len));
        }
        if !matches!(
            cx.types()[expr.ty.0 as usize].kind,
            TypeKind::Slice(_) | TypeKind::String
        ) {
            return None;
        }
        match &expr.kind {
            ExprKind::Local(local) => self.lengths.get(local).copied().or_else(|| {
                let root = Root::Length(*local);
                self.is_usable(cx, *local).then_some(Limit { root, offset: 0 })
            }),
            ExprKind::Builtin(Builtin::MakeSlice, args) => self.value(cx, facts, args.first()?),
            ExprKind::ArrayLit { len, .. } => Some(fixed(*len)),
            ExprKind::Const(Const::String(bytes)) => Some(fixed(bytes.len() as u64)),
            _ => None,
        }
    }
}

/// Reads the declarations of locals that keep their values.
struct Declarations<'a, 'l> {
    cx: Context<'a>,
    facts: &'a Facts,
    limits: &'l mut Limits,
}

impl Visitor for Declarations<'_, '_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Let {
            local,
            init: Some(init),
        } = &stmt.kind
            && self.limits.is_stable(self.cx, *local)
        {
            let is_stable = |limit: &Limit| {
                limit
                    .root
                    .local()
                    .is_none_or(|root| self.limits.is_stable(self.cx, root))
            };
            if let Some(limit) = self.limits.length(self.cx, self.facts, init).filter(is_stable) {
                self.limits.lengths.insert(*local, limit);
            } else if self.cx.kind(init.ty).is_some()
                && let Some(limit) = self.limits.value(self.cx, self.facts, init).filter(is_stable)
            {
                self.limits.values.insert(*local, limit);
            }
        }
        visit::walk_stmt(self, stmt);
    }
}

/// The locals that statements assign to, other than by declaring them.
pub(super) fn assigned(stmts: &[Stmt]) -> FxHashSet<LocalId> {
    let mut assigned = Assigned::default();
    visit::walk_stmts(&mut assigned, stmts);
    assigned.0
}

/// The same of one statement.
pub(in crate::passes) fn assigned_by(stmt: &Stmt) -> FxHashSet<LocalId> {
    let mut assigned = Assigned::default();
    assigned.stmt(stmt);
    assigned.0
}

/// The same of an expression.
pub(super) fn assigned_in(expr: &Expr) -> FxHashSet<LocalId> {
    let mut assigned = Assigned::default();
    assigned.expr(expr);
    assigned.0
}

#[derive(Default)]
struct Assigned(FxHashSet<LocalId>);

impl Visitor for Assigned {
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign {
                place: Place::Local(local),
                ..
            }
            | StmtKind::AssignOp {
                place: Place::Local(local),
                ..
            } => {
                self.0.insert(*local);
            }
            StmtKind::AssignTuple { places, .. } => {
                for place in places.iter().flatten() {
                    if let Place::Local(local) = place {
                        self.0.insert(*local);
                    }
                }
            }
            _ => {}
        }
        visit::walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Sequence { effects, .. } = &expr.kind {
            self.0.extend(effects.iter().map(|(local, _)| *local));
        }
        visit::walk_expr(self, expr);
    }
}
