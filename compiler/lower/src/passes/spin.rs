//! Loops that wait for other goroutines without a word: those others must get their turn, since there is one thread.
//!
//! A loop without an end, and one that goes on until an atomic load or swap says otherwise, pauses now and then:
//! it receives from a channel that lets others run. Only loops of the user's packages, in programs that start
//! goroutines.

use crate::ir::{
    Builtin, Call, Callee, Closure, Expr, ExprKind, Function, LabelId, Program, SelectOp, Stmt, StmtKind,
    TypeId, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};

pub fn run(program: &mut Program) {
    let is_user: Vec<bool> = program.packages.iter().map(|package| !package.is_std).collect();
    let mut starts = Starts(false);
    for function in &program.functions {
        if is_user[function.package.0 as usize] {
            visit::Visitor::closure(&mut starts, &function.code);
        }
    }
    let unit = program.types.iter().position(|ty| ty.kind == TypeKind::Unit);
    let (true, Some(unit)) = (starts.0, unit) else {
        return;
    };
    let atomics: Vec<Option<Atomic>> = program.functions.iter().map(Atomic::of).collect();
    let mut spin = Spin {
        atomics: &atomics,
        unit: TypeId(unit as u32),
    };
    for function in &mut program.functions {
        if is_user[function.package.0 as usize] {
            VisitorMut::closure(&mut spin, &mut function.code);
        }
    }
}

/// What tells of another goroutine.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Atomic {
    Load,
    Swap,
}

impl Atomic {
    fn of(function: &Function) -> Option<Atomic> {
        let name = function.go_name.strip_prefix("sync/atomic.")?;
        let name = name.rsplit('.').next()?;
        if name.starts_with("Load") {
            Some(Atomic::Load)
        } else if name.starts_with("CompareAndSwap") || name.starts_with("Swap") {
            Some(Atomic::Swap)
        } else {
            None
        }
    }
}

struct Starts(bool);

impl Visitor for Starts {
    fn stmt(&mut self, stmt: &Stmt) {
        self.0 |= matches!(stmt.kind, StmtKind::Go(_));
        visit::walk_stmt(self, stmt);
    }
}

struct Spin<'p> {
    atomics: &'p [Option<Atomic>],
    unit: TypeId,
}

impl VisitorMut for Spin<'_> {
    fn stmt(&mut self, stmt: &mut Stmt) {
        visit::walk_stmt_mut(self, stmt);
        let span = stmt.span;
        if let StmtKind::For {
            label, cond, body, ..
        } = &mut stmt.kind
            && self.spins(*label, cond.as_ref(), body)
        {
            let node = |kind| Expr {
                kind,
                ty: self.unit,
                span,
            };
            let pause = node(ExprKind::Receive {
                chan: Box::new(node(ExprKind::Builtin(Builtin::Spinning, Vec::new()))),
                comma_ok: false,
            });
            let kind = StmtKind::Expr(pause);
            body.insert(0, Stmt { kind, span });
        }
    }
}

impl Spin<'_> {
    fn spins(&self, label: Option<LabelId>, cond: Option<&Expr>, body: &[Stmt]) -> bool {
        let mut found = InLoop {
            label,
            ..InLoop::new(self.atomics)
        };
        if let Some(cond) = cond {
            found.expr(cond);
        }
        let asks = found.loads != found.swaps;
        for stmt in body {
            found.stmt(stmt);
        }
        if found.waits {
            return false;
        }
        // A loop that loads and then tries to swap is done after one round, unless another thread interferes.
        let retries = found.loads && found.swaps;
        match cond {
            Some(_) => asks && !retries,
            None => !found.ends || (found.loads || found.swaps) && !retries,
        }
    }
}

/// What a loop's body does, closures aside.
struct InLoop<'p> {
    atomics: &'p [Option<Atomic>],
    label: Option<LabelId>,
    loads: bool,
    swaps: bool,
    /// It may wait for others in words.
    waits: bool,
    /// It may be left.
    ends: bool,
    /// Labels of statements in it.
    inner: Vec<LabelId>,
}

impl<'p> InLoop<'p> {
    fn new(atomics: &'p [Option<Atomic>]) -> InLoop<'p> {
        InLoop {
            atomics,
            label: None,
            loads: false,
            swaps: false,
            waits: false,
            ends: false,
            inner: Vec::new(),
        }
    }

    fn call(&mut self, call: &Call) {
        if let Callee::Func(func) = call.callee {
            match self.atomics[func.0 as usize] {
                Some(Atomic::Load) => self.loads = true,
                Some(Atomic::Swap) => self.swaps = true,
                None => {}
            }
        }
    }
}

impl Visitor for InLoop<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call(call) => self.call(call),
            ExprKind::Receive { .. } => self.waits = true,
            ExprKind::Builtin(Builtin::Panic, _) => self.ends = true,
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Return(_) => self.ends = true,
            StmtKind::Break(label) => self.ends |= Some(*label) == self.label || !self.inner.contains(label),
            StmtKind::Continue(label) => {
                self.ends |= Some(*label) != self.label && !self.inner.contains(label)
            }
            StmtKind::Send { .. } => self.waits = true,
            StmtKind::Select(select) => {
                let has_receive = select
                    .cases
                    .iter()
                    .any(|case| matches!(case.op, SelectOp::Receive { .. } | SelectOp::Send { .. }));
                self.waits |= select.default.is_none() && has_receive;
                self.inner.extend(select.label);
            }
            StmtKind::For { label, .. }
            | StmtKind::RangeMap { label, .. }
            | StmtKind::RangeString { label, .. }
            | StmtKind::Switch { label, .. }
            | StmtKind::Block { label, .. } => self.inner.extend(*label),
            _ => {}
        }
        visit::walk_stmt(self, stmt);
    }

    fn closure(&mut self, _: &Closure) {}
}
