//! Which copies of structs and arrays nobody could tell from the original: they are left out.
//!
//! - An operand that is copied for the last time is handed over instead (`moves`).
//! - A variable or parameter that is only read shares its object with the place that it was copied from, as
//!   long as nothing writes to that place while the variable lives.
//!
//! spec: "the value of the operand is copied to the variable": the program must behave as if it were.

use super::effects::{Effects, Events, Handler};
use super::memory::{Types, Writes};
use super::moves;
use super::objects::{Locals, Root};
use crate::ir::{Call, Callee, Expr, ExprKind, Function, LocalId, Program, Stmt, StmtKind};
use crate::visit::{self, Visitor, VisitorMut};

pub fn run(program: &mut Program) {
    let mut functions = std::mem::take(&mut program.functions);
    let types = Types::new(program, &functions);
    let borrowed: Vec<Vec<bool>> = functions
        .iter()
        .map(|function| borrowed_params(&types, function))
        .collect();
    for function in &mut functions {
        moves::run(&types, &borrowed, function);
    }
    let effects = Effects::of(&types, program, &functions);
    for function in &mut functions {
        let Function { locals, code, .. } = function;
        let facts = Locals::of(&types, locals, code);
        let names = facts.frozen_names();
        let mut elide = Elide {
            types: &types,
            effects: &effects,
            borrowed: &borrowed,
            locals: facts,
        };
        elide.stmts(&mut code.body);
        for (index, local) in locals.iter_mut().enumerate() {
            local.is_borrowed = names.contains(&LocalId(index as u32));
        }
    }
    program.functions = functions;
}

/// The parameters that are structs or arrays and only read: the caller need not give them a copy.
fn borrowed_params(types: &Types, function: &Function) -> Vec<bool> {
    let locals = Locals::of(types, &function.locals, &function.code);
    let params = function.code.params.iter();
    params
        .map(|&param| function.native.is_none() && locals.is_only_read(param))
        .collect()
}

struct Elide<'e, 'p> {
    types: &'e Types<'p>,
    effects: &'e Effects<'p>,
    borrowed: &'e [Vec<bool>],
    locals: Locals<'e>,
}

impl Elide<'_, '_> {
    /// Leaves out the copy of an argument where the callee only reads it, and neither the callee nor what is
    /// evaluated before the call writes to the original.
    fn arguments(&self, call: &mut Call) {
        let Callee::Func(func) = call.callee else { return };
        let borrowed = &self.borrowed[func.0 as usize];
        for (index, _) in borrowed
            .iter()
            .enumerate()
            .filter(|&(_, &is_borrowed)| is_borrowed)
        {
            let Some(ExprKind::Copy(source)) = call.args.get(index).map(|arg| &arg.kind) else {
                continue;
            };
            let mut conflict = Conflict::new(self, source);
            conflict.calls(call);
            for later in &call.args[index + 1..] {
                conflict.reads(&self.locals, later);
            }
            if !conflict.found {
                take_out(&mut call.args[index]);
            }
        }
    }

    /// Leaves out the copy in a declaration whose variable is only read, if no statement from there to the
    /// last that mentions the variable writes to the original.
    fn declaration(&mut self, stmts: &mut [Stmt], at: usize) {
        let (before, after) = stmts.split_at_mut(at + 1);
        let Some(Stmt {
            kind: StmtKind::Let {
                local,
                init: Some(init),
            },
            ..
        }) = before.last_mut()
        else {
            return;
        };
        let ExprKind::Copy(source) = &init.kind else {
            return;
        };
        if !self.locals.is_only_read(*local) {
            return;
        }
        let mut conflict = Conflict::new(self, source);
        let last = after.iter().rposition(|stmt| mentions(stmt, *local));
        for stmt in &after[..last.map_or(0, |last| last + 1)] {
            conflict.does(&self.locals, stmt);
        }
        if !conflict.found {
            self.locals.shares(*local, conflict.root);
            take_out(init);
        }
    }
}

impl VisitorMut for Elide<'_, '_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        for at in 0..stmts.len() {
            self.declaration(stmts, at);
            self.stmt(&mut stmts[at]);
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            // The call takes place later.
            StmtKind::Go(call) => {
                if let Callee::Value(callee) = &mut call.callee {
                    self.expr(callee);
                }
                call.args.iter_mut().for_each(|arg| self.expr(arg));
            }
            // A variable of a loop lives on from one iteration to the next.
            StmtKind::For {
                init,
                cond,
                post,
                body,
                ..
            } => {
                init.iter_mut().for_each(|stmt| self.stmt(stmt));
                if let Some(cond) = cond {
                    self.expr(cond);
                }
                self.stmts(post);
                self.stmts(body);
            }
            _ => visit::walk_stmt_mut(self, stmt),
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        if let ExprKind::Call(call) = &mut expr.kind {
            self.arguments(call);
        }
        visit::walk_expr_mut(self, expr);
    }
}

/// `Copy(x)` becomes `x`.
fn take_out(copy: &mut Expr) {
    let placeholder = Expr {
        kind: ExprKind::Zero,
        ty: copy.ty,
        span: copy.span,
    };
    if let ExprKind::Copy(inner) = &mut copy.kind {
        *copy = std::mem::replace(&mut **inner, placeholder);
    }
}

fn mentions(stmt: &Stmt, local: LocalId) -> bool {
    struct Mentions {
        local: LocalId,
        found: bool,
    }
    impl Visitor for Mentions {
        fn expr(&mut self, expr: &Expr) {
            self.found |= matches!(expr.kind, ExprKind::Local(local) if local == self.local);
            visit::walk_expr(self, expr);
        }
    }
    let mut mentions = Mentions { local, found: false };
    mentions.stmt(stmt);
    mentions.found
}

/// Looks for something that writes to the object that an expression gives.
struct Conflict<'e, 'p> {
    effects: &'e Effects<'p>,
    root: Root,
    parts: rustc_hash::FxHashSet<super::memory::Key>,
    found: bool,
}

impl<'e, 'p> Conflict<'e, 'p> {
    fn new(cx: &Elide<'e, 'p>, source: &Expr) -> Conflict<'e, 'p> {
        Conflict {
            effects: cx.effects,
            root: cx.locals.root(source),
            parts: cx.types.parts(source.ty),
            found: false,
        }
    }

    fn reads(&mut self, locals: &Locals, expr: &Expr) {
        Events {
            locals,
            handler: self,
        }
        .expr(expr);
    }

    /// A statement. An assignment takes place after everything in it has been read.
    fn does(&mut self, locals: &Locals, stmt: &Stmt) {
        Events {
            locals,
            handler: self,
        }
        .stmt(stmt);
    }
}

impl Handler for Conflict<'_, '_> {
    fn writes(&mut self, root: Root, writes: &Writes) {
        self.found |= match (self.root, root) {
            (Root::Frozen, _) | (_, Root::Frozen) => false,
            (Root::Private(own), Root::Private(other)) => own == other,
            (Root::Shared, Root::Shared) => writes.touches(&self.parts),
            _ => false,
        };
    }

    fn calls(&mut self, call: &Call) {
        if call.may_park {
            self.parks();
        }
        if let Some(writes) = self.effects.call(call) {
            self.writes(Root::Shared, writes);
        }
    }

    fn parks(&mut self) {
        self.found |= self.root == Root::Shared;
    }
}
