//! What taking structs apart leaves behind: variables that are constants or other variables, and those that nothing
//! reads.

use super::class::{Class, Classes};
use super::leaves::Shapes;
use super::template::Templates;
use crate::ir::{
    ArithOp, Const, Expr, ExprKind, Function, Local, LocalId, Place, Program, Stmt, StmtKind, Storage,
};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::{FxHashMap, FxHashSet};

/// Works on the locals of a function from the one with number `count` on.
pub(super) fn run(program: &Program, templates: &Templates, function: &mut Function, count: usize) {
    if function.locals.len() == count {
        return;
    }
    let mut names = Names {
        shapes: Shapes::of(program),
        locals: &function.locals,
        count,
        of: FxHashMap::default(),
    };
    visit::walk_stmts(&mut names, &function.code.body);
    let Names { of, .. } = names;
    Rename { of: &of }.stmts(&mut function.code.body);
    let classes = Classes {
        shapes: Shapes::of(program),
        templates,
        locals: &function.locals,
    };
    drop_unread(&classes, count, &mut function.code.body);
}

/// New variables that are never assigned to, and are constants or variables of which that is true, too.
struct Names<'n> {
    shapes: Shapes<'n>,
    locals: &'n [Local],
    count: usize,
    of: FxHashMap<LocalId, ExprKind>,
}

impl Names<'_> {
    fn is_fixed(&self, local: LocalId) -> bool {
        let info = &self.locals[local.0 as usize];
        !info.is_reassigned && info.storage == Storage::Plain
    }
}

impl Visitor for Names<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Let {
            local,
            init: Some(init),
        } = &stmt.kind
            && local.0 as usize >= self.count
            && self.is_fixed(*local)
        {
            let value = match &init.kind {
                ExprKind::Const(Const::Bool(_) | Const::Int(_) | Const::Float(_)) => Some(init.kind.clone()),
                ExprKind::Local(of) if self.locals[of.0 as usize].ty == self.locals[local.0 as usize].ty => {
                    let is_fixed = self.is_fixed(*of);
                    is_fixed.then(|| self.of.get(of).cloned().unwrap_or(ExprKind::Local(*of)))
                }
                _ => None,
            };
            if !self.shapes.is_aggregate(init.ty) {
                self.of.extend(value.map(|value| (*local, value)));
            }
        }
        visit::walk_stmt(self, stmt);
    }
}

struct Rename<'r> {
    of: &'r FxHashMap<LocalId, ExprKind>,
}

impl VisitorMut for Rename<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let ExprKind::Local(local) = expr.kind
            && let Some(kind) = self.of.get(&local)
        {
            expr.kind = kind.clone();
        }
        visit::walk_expr_mut(self, expr);
    }
}

/// Leaves out the new variables that nothing reads.
fn drop_unread(classes: &Classes, count: usize, body: &mut Vec<Stmt>) {
    loop {
        let mut read = Read {
            classes,
            found: FxHashSet::default(),
        };
        visit::walk_stmts(&mut read, body);
        let mut drop = Drop {
            classes,
            read: &read.found,
            count,
            has_dropped: false,
        };
        drop.stmts(body);
        if !drop.has_dropped {
            return;
        }
    }
}

/// The variables that something needs.
struct Read<'d> {
    classes: &'d Classes<'d>,
    found: FxHashSet<LocalId>,
}

impl Visitor for Read<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Local(local) = expr.kind {
            self.found.insert(local);
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            // The operation may panic.
            StmtKind::AssignOp { place, op, value, .. }
                if *op != ArithOp::Concat && self.classes.arith(*op, value) > Class::Reads =>
            {
                self.assigned(place);
            }
            StmtKind::AssignTuple { places, .. } => {
                places.iter().flatten().for_each(|place| self.assigned(place));
            }
            _ => {}
        }
        visit::walk_stmt(self, stmt);
    }
}

impl Read<'_> {
    fn assigned(&mut self, place: &Place) {
        if let Place::Local(local) = place {
            self.found.insert(*local);
        }
    }
}

struct Drop<'d> {
    classes: &'d Classes<'d>,
    read: &'d FxHashSet<LocalId>,
    /// So many locals were there before.
    count: usize,
    has_dropped: bool,
}

impl Drop<'_> {
    /// What a statement evaluates that gives its value to a variable that nothing reads.
    fn unread(&self, stmt: &mut Stmt) -> Option<Option<Expr>> {
        let (local, value) = match &mut stmt.kind {
            StmtKind::Let { local, init } => (*local, init.as_mut()),
            StmtKind::Assign {
                place: Place::Local(local),
                value,
                ..
            }
            | StmtKind::AssignOp {
                place: Place::Local(local),
                value,
                ..
            } => (*local, Some(value)),
            _ => return None,
        };
        let is_unread = local.0 as usize >= self.count && !self.read.contains(&local);
        is_unread.then(|| {
            value
                .filter(|value| self.classes.of(value) > Class::Reads)
                .cloned()
        })
    }
}

impl VisitorMut for Drop<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        stmts.retain_mut(|stmt| {
            let Some(value) = self.unread(stmt) else {
                return true;
            };
            self.has_dropped = true;
            let is_kept = value.is_some();
            if let Some(value) = value {
                stmt.kind = StmtKind::Expr(value);
            }
            is_kept
        });
        stmts.iter_mut().for_each(|stmt| self.stmt(stmt));
    }
}
