//! Statements that nothing leads to.

use crate::pass::{Pass, unparen};
use goes_syntax::ast::{Block, CaseClause, ExprKind, Stmt, StmtKind, StmtNode, Symbol};
use goes_types::Builtin;
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) fn body(pass: &mut Pass<'_, '_>, body: &Block) {
    let mut targets = Targets::default();
    targets.list(&body.stmts);
    let mut dead = Dead {
        pass,
        targets: &targets,
        is_reachable: true,
    };
    dead.list(&body.stmts);
}

/// Where the branches of a body lead, as far as it matters.
#[derive(Default)]
struct Targets {
    /// Statements that a `break` leaves, by where they start.
    broken: FxHashSet<u32>,
    gone_to: FxHashSet<Symbol>,
    /// By label: the statement that it stands before.
    labels: FxHashMap<Symbol, u32>,
    /// The statements that a `break` without label may leave, innermost last.
    enclosing: Vec<u32>,
}

impl Targets {
    fn list(&mut self, stmts: &[Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn within(&mut self, stmt: &StmtNode, stmts: &[Stmt]) {
        self.enclosing.push(stmt.span.lo);
        self.list(stmts);
        self.enclosing.pop();
    }

    fn cases(&mut self, stmt: &StmtNode, cases: &[CaseClause]) {
        cases.iter().for_each(|case| self.within(stmt, &case.body));
    }

    fn stmt(&mut self, stmt: &StmtNode) {
        match &stmt.kind {
            StmtKind::Goto(label) => {
                self.gone_to.insert(label.name);
            }
            StmtKind::Break(None) => self.broken.extend(self.enclosing.last()),
            StmtKind::Break(Some(label)) => self.broken.extend(self.labels.get(&label.name)),
            StmtKind::Block(block) => self.list(&block.stmts),
            StmtKind::If(_) => {
                let mut next = Some(stmt);
                while let Some(StmtKind::If(branch)) = next.map(|stmt| &stmt.kind) {
                    self.list(&branch.then.stmts);
                    next = branch.els.as_deref();
                }
                next.iter().for_each(|stmt| self.stmt(stmt));
            }
            StmtKind::Labeled(label, inner) => {
                self.labels.insert(label.name, inner.span.lo);
                self.stmt(inner);
            }
            StmtKind::For(inner) => self.within(stmt, &inner.body.stmts),
            StmtKind::Range(inner) => self.within(stmt, &inner.body.stmts),
            StmtKind::Switch(inner) => self.cases(stmt, &inner.cases),
            StmtKind::TypeSwitch(inner) => self.cases(stmt, &inner.cases),
            StmtKind::Select(inner) => inner.cases.iter().for_each(|case| self.within(stmt, &case.body)),
            _ => {}
        }
    }
}

struct Dead<'p, 'c, 'a> {
    pass: &'p mut Pass<'c, 'a>,
    targets: &'p Targets,
    /// Whether what comes next is.
    is_reachable: bool,
}

impl Dead<'_, '_, '_> {
    fn list(&mut self, stmts: &[Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &StmtNode) {
        if let StmtKind::Labeled(label, _) = &stmt.kind {
            self.is_reachable |= self.targets.gone_to.contains(&label.name);
        }
        if !self.is_reachable && !matches!(stmt.kind, StmtKind::Empty) {
            self.pass.report("unreachable", stmt.span, "unreachable code");
            // What follows it is no news.
            self.is_reachable = true;
        }
        let is_broken = self.targets.broken.contains(&stmt.span.lo);
        match &stmt.kind {
            StmtKind::Block(block) => self.list(&block.stmts),
            StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Goto(_)
            | StmtKind::Fallthrough
            | StmtKind::Return(_) => self.is_reachable = false,
            StmtKind::Expr(x) => self.is_reachable &= !self.is_panic(x),
            StmtKind::For(inner) => {
                self.list(&inner.body.stmts);
                self.is_reachable = inner.cond.is_some() || is_broken;
            }
            StmtKind::Range(inner) => {
                self.list(&inner.body.stmts);
                self.is_reachable = true;
            }
            StmtKind::If(_) => self.if_chain(stmt),
            StmtKind::Labeled(_, inner) => self.stmt(inner),
            StmtKind::Select(inner) => {
                let bodies = inner.cases.iter().map(|case| &case.body[..]);
                self.is_reachable = self.any(bodies) || is_broken;
            }
            StmtKind::Switch(inner) => self.switch(&inner.cases, is_broken),
            StmtKind::TypeSwitch(inner) => self.switch(&inner.cases, is_broken),
            _ => {}
        }
    }

    fn is_panic(&self, x: &goes_syntax::ast::ExprNode) -> bool {
        match &x.kind {
            ExprKind::Call(call) => self.pass.builtin(unparen(&call.func)) == Some(Builtin::Panic),
            _ => false,
        }
    }

    fn if_chain(&mut self, stmt: &StmtNode) {
        let mut next = Some(stmt);
        let mut any = false;
        while let Some(StmtKind::If(branch)) = next.map(|stmt| &stmt.kind) {
            self.is_reachable = true;
            self.list(&branch.then.stmts);
            any |= self.is_reachable;
            next = branch.els.as_deref();
        }
        self.is_reachable = true;
        next.iter().for_each(|stmt| self.stmt(stmt));
        self.is_reachable |= any;
    }

    fn switch(&mut self, cases: &[CaseClause], is_broken: bool) {
        let has_default = cases.iter().any(|case| case.is_default);
        let any = self.any(cases.iter().map(|case| &case.body[..]));
        self.is_reachable = any || is_broken || !has_default;
    }

    /// Whether the end of any of the bodies is reached.
    fn any<'s>(&mut self, bodies: impl Iterator<Item = &'s [Stmt]>) -> bool {
        let mut any = false;
        for body in bodies {
            self.is_reachable = true;
            self.list(body);
            any |= self.is_reachable;
        }
        any
    }
}
