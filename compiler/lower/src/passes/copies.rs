//! Which copies of structs and arrays nobody could tell from the original: they are left out.
//!
//! - An operand that is copied for the last time is handed over instead (`moves`).
//! - A variable or parameter that is only read shares its object with the place that it was copied from, as
//!   long as nothing writes to that place while the variable lives.
//! - A variable that holds a slice read from a field, and only looks at its elements, shares the field's header
//!   (see `headers`), as long as nothing writes to the field meanwhile.
//!
//! spec: "the value of the operand is copied to the variable": the program must behave as if it were.

use super::effects::{Effects, Events, Handler};
use super::headers;
use super::memory::{Key, Types, Writes};
use super::moves;
use super::objects::{Locals, Root};
use crate::ir::{
    Call, Callee, Entry, Expr, ExprKind, Function, LocalId, Place, Program, Stmt, StmtKind, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::FxHashSet;

pub fn run(program: &mut Program) {
    let mut functions = std::mem::take(&mut program.functions);
    let types = Types::new(program, &functions);
    let mut borrowed: Vec<Vec<bool>> = functions
        .iter()
        .map(|function| borrowed_params(&types, function))
        .collect();
    give_fresh(&mut borrowed, program, &functions);
    for (index, function) in functions.iter_mut().enumerate() {
        moves::run(&types, &borrowed, &borrowed[index], function);
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
            headers: FxHashSet::default(),
        };
        elide.stmts(&mut code.body);
        let headers = elide.headers;
        for (index, local) in locals.iter_mut().enumerate() {
            let id = LocalId(index as u32);
            local.is_borrowed = names.contains(&id) || headers.contains(&id);
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

/// A parameter that the callee copies, and for which all calls make an object of its own, may rather have that object:
/// then it is not borrowed. All calls must be known: what is called through an interface is given what that holds.
fn give_fresh(borrowed: &mut [Vec<bool>], program: &Program, functions: &[Function]) {
    if matches!(program.entry, Entry::Library(_)) {
        return;
    }
    struct Copied<'c>(&'c mut FxHashSet<LocalId>);
    impl Visitor for Copied<'_> {
        fn expr(&mut self, expr: &Expr) {
            if let ExprKind::Copy(inner) = &expr.kind
                && let ExprKind::Local(local) = inner.kind
            {
                self.0.insert(local);
            }
            visit::walk_expr(self, expr);
        }
    }
    struct Calls<'c>(&'c mut [Vec<bool>]);
    impl Calls<'_> {
        fn call(&mut self, call: &Call) {
            let Callee::Func(func) = call.callee else { return };
            for (is_owned, arg) in self.0[func.0 as usize].iter_mut().zip(&call.args) {
                *is_owned &= crate::expr::is_fresh(arg) && !matches!(arg.kind, ExprKind::Copy(_));
            }
        }
    }
    impl Visitor for Calls<'_> {
        fn expr(&mut self, expr: &Expr) {
            match &expr.kind {
                ExprKind::Call(call) => self.call(call),
                ExprKind::Func(func) => self.0[func.0 as usize].clear(),
                _ => {}
            }
            visit::walk_expr(self, expr);
        }

        fn stmt(&mut self, stmt: &Stmt) {
            if let StmtKind::Go(call) = &stmt.kind {
                self.call(call);
            }
            visit::walk_stmt(self, stmt);
        }
    }
    let mut copied = FxHashSet::default();
    let mut owned: Vec<Vec<bool>> = Vec::with_capacity(functions.len());
    for (function, borrowed) in functions.iter().zip(&*borrowed) {
        copied.clear();
        if borrowed.contains(&true) {
            Copied(&mut copied).closure(&function.code);
        }
        let params = function.code.params.iter().zip(borrowed);
        owned.push(
            params
                .map(|(param, &is_borrowed)| is_borrowed && copied.contains(param))
                .collect(),
        );
    }
    for method in program.types.iter().flat_map(|ty| &ty.methods) {
        owned[method.func.0 as usize].clear();
    }
    let mut calls = Calls(&mut owned);
    functions
        .iter()
        .for_each(|function| calls.closure(&function.code));
    for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
        calls.expr(init);
    }
    for (borrowed, owned) in borrowed.iter_mut().zip(owned) {
        for (is_borrowed, is_owned) in borrowed.iter_mut().zip(owned) {
            *is_borrowed &= !is_owned;
        }
    }
}

struct Elide<'e, 'p> {
    types: &'e Types<'p>,
    effects: &'e Effects<'p>,
    borrowed: &'e [Vec<bool>],
    locals: Locals<'e>,
    /// Locals that share the header of a slice with a field.
    headers: FxHashSet<LocalId>,
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
        match &init.kind {
            ExprKind::Copy(source) if self.locals.is_only_read(*local) => {
                let mut conflict = Conflict::new(self, source);
                conflict.until_last(&self.locals, after, *local);
                if !conflict.found {
                    self.locals.shares(*local, conflict.root);
                    take_out(init);
                }
            }
            ExprKind::Field { base, field } if self.may_share_header(*local, init, after) => {
                let mut conflict = Conflict::with_field(self, base, *field);
                conflict.until_last(&self.locals, after, *local);
                if !conflict.found {
                    self.headers.insert(*local);
                }
            }
            _ => {}
        }
    }

    /// Whether a local gets a slice, and the statements after that only look at it.
    fn may_share_header(&self, local: LocalId, init: &Expr, after: &[Stmt]) -> bool {
        headers::is_slice(self.types.types, init.ty)
            && self.locals.is_plain(local)
            && headers::only_reads(after, local)
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

/// Whether a statement reads a local, or assigns to it.
pub(super) fn mentions(stmt: &Stmt, local: LocalId) -> bool {
    struct Mentions {
        local: LocalId,
        found: bool,
    }
    impl Visitor for Mentions {
        fn expr(&mut self, expr: &Expr) {
            self.found |= matches!(expr.kind, ExprKind::Local(local) if local == self.local);
            visit::walk_expr(self, expr);
        }

        fn place(&mut self, place: &Place) {
            self.found |= matches!(place, Place::Local(local) if *local == self.local);
            visit::walk_place(self, place);
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
    parts: FxHashSet<Key>,
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

    /// Looks for what writes to a field of the struct that `base` is or points to.
    fn with_field(cx: &Elide<'e, 'p>, base: &Expr, field: u32) -> Conflict<'e, 'p> {
        let (root, owner) = match cx.types.kind(base.ty) {
            TypeKind::Pointer(elem) => (Root::Shared, *elem),
            _ => (cx.locals.root(base), base.ty),
        };
        Conflict {
            effects: cx.effects,
            root,
            parts: FxHashSet::from_iter(cx.types.read_field(owner, field)),
            found: false,
        }
    }

    /// The statements up to the last that mentions a local.
    fn until_last(&mut self, locals: &Locals, stmts: &[Stmt], local: LocalId) {
        let last = stmts.iter().rposition(|stmt| mentions(stmt, local));
        for stmt in &stmts[..last.map_or(0, |last| last + 1)] {
            self.does(locals, stmt);
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
