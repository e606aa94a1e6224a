//! Statements.

use crate::body::{Body, TargetKind};
use crate::ir::{ArithOp, Const, ExprKind, Overflow, StmtKind};
use crate::range_func::{Exit, Jump};
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, ExprNode, Stmt};
use goes_types::TypeId as Ty;
use goes_types::types::Type;

impl<'a> Body<'_, '_, 'a> {
    /// The statements of a block; labels that `goto` refers to divide it.
    pub fn stmts(&mut self, stmts: &'a [Stmt]) {
        if self.has_goto_labels(stmts) {
            return self.stmts_with_goto(stmts);
        }
        for stmt in stmts {
            self.stmt(stmt);
        }
    }

    pub fn block(&mut self, block: &'a ast::Block) -> Vec<crate::ir::Stmt> {
        self.collect(|body| body.stmts(&block.stmts))
    }

    pub fn stmt(&mut self, stmt: &'a Stmt) {
        self.labelled_stmt(stmt, None);
    }

    /// A statement with the label that stands before it.
    fn labelled_stmt(&mut self, stmt: &'a Stmt, name: Option<Symbol>) {
        let span = stmt.span;
        match &stmt.kind {
            ast::StmtKind::Bad | ast::StmtKind::Empty => {}
            ast::StmtKind::Expr(e) => self.expr_stmt(e, span),
            ast::StmtKind::Send(chan, value) => self.send(chan, value, span),
            ast::StmtKind::IncDec(e, is_inc) => self.inc_dec(e, *is_inc, span),
            ast::StmtKind::Assign(lhs, rhs) => self.assign(lhs, rhs, span),
            ast::StmtKind::Define(lhs, rhs) => self.define(lhs, rhs, span),
            ast::StmtKind::OpAssign(op, x, y) => self.op_assign(*op, x, y, span),
            ast::StmtKind::Go(call) => self.go_stmt(call, span),
            ast::StmtKind::Defer(call) => self.defer_stmt(call, span),
            ast::StmtKind::Return(values) => self.return_stmt(values, span),
            ast::StmtKind::Break(label) => self.jump(Jump::Break, label.map(|label| label.name), span),
            ast::StmtKind::Continue(label) => self.jump(Jump::Continue, label.map(|label| label.name), span),
            ast::StmtKind::Goto(label) => self.jump(Jump::Goto, Some(label.name), span),
            // The switch has seen it.
            ast::StmtKind::Fallthrough => {}
            ast::StmtKind::Block(block) => {
                let body = self.block(block);
                self.labelled_block(name, span, |out| out.extend(body));
            }
            ast::StmtKind::If(stmt) => self.labelled(name, span, |body| body.if_stmt(stmt, span)),
            ast::StmtKind::Switch(stmt) => self.switch_stmt(stmt, name, span),
            ast::StmtKind::TypeSwitch(stmt) => self.type_switch_stmt(stmt, name, span),
            ast::StmtKind::Select(stmt) => self.select_stmt(stmt, name, span),
            ast::StmtKind::For(stmt) => self.for_stmt(stmt, name, span),
            ast::StmtKind::Range(stmt) => self.range_stmt(stmt, name, span),
            ast::StmtKind::Labeled(label, inner) => self.labelled_inner(label, inner, span),
            ast::StmtKind::Decl(decls) => decls.iter().for_each(|decl| self.decl_stmt(decl)),
        }
    }

    fn labelled_inner(&mut self, label: &ast::Ident, inner: &'a Stmt, span: Span) {
        if let ast::StmtKind::Block(block) = &inner.kind {
            // `break label` may leave the block.
            let mut stmts = Vec::new();
            let used = self.within(Some(label.name), TargetKind::Block, |body, _| {
                stmts = body.block(block)
            });
            return self.push(
                StmtKind::Block {
                    label: used,
                    body: stmts,
                },
                span,
            );
        }
        self.labelled_stmt(inner, Some(label.name));
    }

    /// A block statement.
    fn labelled_block(
        &mut self,
        _name: Option<Symbol>,
        span: Span,
        fill: impl FnOnce(&mut Vec<crate::ir::Stmt>),
    ) {
        let mut body = Vec::new();
        fill(&mut body);
        self.push(StmtKind::Block { label: None, body }, span);
    }

    /// A statement that `break name` may leave.
    fn labelled(&mut self, name: Option<Symbol>, span: Span, action: impl FnOnce(&mut Self)) {
        if name.is_none() {
            return action(self);
        }
        let mut stmts = Vec::new();
        let used = self.within(name, TargetKind::Block, |body, _| stmts = body.collect(action));
        if used.is_some() {
            self.push(
                StmtKind::Block {
                    label: used,
                    body: stmts,
                },
                span,
            );
        } else {
            self.out.append(&mut stmts);
        }
    }

    fn expr_stmt(&mut self, e: &'a ExprNode, span: Span) {
        let value = self.expr(e);
        // `f(g())`: as a statement of its own, g's results get names.
        if let ExprKind::Sequence { effects, value } = value.kind {
            self.settle(effects, span);
            return self.push(StmtKind::Expr(*value), span);
        }
        self.push(StmtKind::Expr(value), span);
    }

    /// Evaluates what goes ahead of a statement.
    pub fn settle(&mut self, effects: crate::order::Effects, span: Span) {
        for (local, effect) in effects {
            self.settle_temp(local, effect, span);
        }
    }

    /// Declares a late temporary where its value is known, in place of its empty declaration.
    fn settle_temp(&mut self, local: crate::ir::LocalId, value: crate::ir::Expr, span: Span) {
        let is_empty = |stmt: &crate::ir::Stmt| matches!(stmt.kind, StmtKind::Let { local: other, init: None } if other == local);
        match self.out.iter().position(is_empty) {
            Some(index) => {
                self.out.remove(index);
                self.state.locals[local.0 as usize].is_reassigned = false;
                self.push(
                    StmtKind::Let {
                        local,
                        init: Some(value),
                    },
                    span,
                );
            }
            None => {
                let place = crate::ir::Place::Local(local);
                self.push(
                    StmtKind::Assign {
                        place,
                        value,
                        in_place: false,
                    },
                    span,
                );
            }
        }
    }

    fn send(&mut self, chan: &'a ExprNode, value: &'a ExprNode, span: Span) {
        let chan_ty = self.type_of(chan);
        let Type::Chan { elem, .. } = *self.cx.under(chan_ty) else {
            return;
        };
        let chan = self.expr(chan);
        let value = self.value(value, elem);
        self.push(StmtKind::Send { chan, value }, span);
    }

    fn inc_dec(&mut self, e: &'a ExprNode, is_inc: bool, span: Span) {
        let ty = self.place_type(e);
        let one = self.cx.constant(&goes_types::constant::Value::int(1), ty, span);
        let place = self.place(e);
        let place = self.stable_place(place, false);
        self.note_write(&place);
        let op = if is_inc { ArithOp::Add } else { ArithOp::Sub };
        self.push(
            StmtKind::AssignOp {
                place,
                op,
                value: one,
                overflow: Overflow::Checked,
            },
            span,
        );
    }

    fn if_stmt(&mut self, stmt: &'a ast::IfStmt, span: Span) {
        if let Some(init) = &stmt.init {
            let body = self.collect(|body| {
                body.stmt(init);
                body.if_cond(stmt, span);
            });
            return self.push(StmtKind::Block { label: None, body }, span);
        }
        self.if_cond(stmt, span);
    }

    fn if_cond(&mut self, stmt: &'a ast::IfStmt, span: Span) {
        let cond = self.expr(&stmt.cond);
        // A condition that is constant leaves code unreachable: not even what it refers to is reached.
        let known = match &cond.kind {
            ExprKind::Const(Const::Bool(value)) => Some(*value),
            _ => None,
        };
        let then = if known == Some(false) {
            Vec::new()
        } else {
            self.block(&stmt.then)
        };
        let els = match &stmt.els {
            Some(els) if known != Some(true) => match &els.kind {
                ast::StmtKind::Block(block) => self.block(block),
                _ => self.collect(|body| body.stmt(els)),
            },
            _ => Vec::new(),
        };
        match known {
            Some(true) => self.push(
                StmtKind::Block {
                    label: None,
                    body: then,
                },
                span,
            ),
            Some(false) if els.is_empty() => {}
            Some(false) => self.push(
                StmtKind::Block {
                    label: None,
                    body: els,
                },
                span,
            ),
            None => self.push(StmtKind::If { cond, then, els }, span),
        }
    }

    fn decl_stmt(&mut self, decl: &'a ast::Decl) {
        if let ast::DeclKind::Var(var) = &decl.kind {
            self.var_decl(var, decl.span);
        }
    }

    fn var_decl(&mut self, decl: &'a ast::VarDecl, span: Span) {
        if !decl.values.is_empty() {
            return self.declare_values(&decl.names, &decl.values, span);
        }
        for name in &decl.names {
            if name.name.is_blank() {
                continue;
            }
            let Some(object) = self.object_of(name.id) else {
                continue;
            };
            let local = self.declare(object);
            let ty = self.object_type(object);
            let zero = self.zero(ty, name.span);
            self.push(
                StmtKind::Let {
                    local,
                    init: Some(zero),
                },
                span,
            );
        }
    }

    /// spec: "A "return" statement in a function F terminates the execution of F, and optionally provides
    /// one or more result values."
    fn return_stmt(&mut self, values: &'a [ast::Expr], span: Span) {
        let root = self.root_frame();
        let results: Vec<Ty> = self.state.frames[root].results.clone();
        let is_in_loop_body = root + 1 < self.state.frames.len();
        let keeps_names = self.state.frames[root].has_defer && !self.state.frames[root].named.is_empty();
        if values.is_empty() {
            if is_in_loop_body {
                return self.exit(Exit::Return, span);
            }
            return self.return_results(span);
        }
        let exprs = self.result_values(values, &results, span);
        if !is_in_loop_body && !keeps_names {
            return self.push(StmtKind::Return(exprs), span);
        }
        self.assign_results(root, exprs, &results, span);
        if is_in_loop_body {
            return self.exit(Exit::Return, span);
        }
        self.push(StmtKind::Return(Vec::new()), span);
    }

    /// The values of a return statement: one for each result, or a single tuple.
    fn result_values(&mut self, values: &'a [ast::Expr], results: &[Ty], span: Span) -> Vec<crate::ir::Expr> {
        if values.len() == results.len() {
            let mut exprs: Vec<_> = values
                .iter()
                .zip(results)
                .map(|(value, &ty)| self.value(value, ty))
                .collect();
            let effects = self.calls_first_in(&mut exprs);
            self.settle(effects, span);
            return exprs;
        }
        let Some(call) = values.first() else {
            return Vec::new();
        };
        let call_ty = self.type_of(call);
        let tuple = self.expr(call);
        let wanted = self.cx.tuple(results);
        if tuple.ty == wanted {
            return vec![tuple];
        }
        let Type::Tuple(types) = &*self.cx.shared(call_ty) else {
            return vec![tuple];
        };
        let locals = self.let_tuple(tuple, types, span);
        let mut exprs = Vec::new();
        for ((local, &from), &to) in locals.into_iter().zip(types.iter()).zip(results) {
            let value = self.local(local, span);
            exprs.push(self.assign_convert(value, from, to));
        }
        exprs
    }

    /// Gives each part of a tuple a local of its own.
    pub fn let_tuple(&mut self, tuple: crate::ir::Expr, types: &[Ty], span: Span) -> Vec<crate::ir::LocalId> {
        let mut locals = Vec::with_capacity(types.len());
        for &ty in types {
            let ty = self.cx.ty(ty);
            locals.push(self.new_local("$r".to_string(), ty, span));
        }
        let named = locals.iter().copied().map(Some).collect();
        self.push(
            StmtKind::LetTuple {
                locals: named,
                init: tuple,
            },
            span,
        );
        locals
    }

    /// Stores what a return statement gives in the variables of the results.
    fn assign_results(&mut self, root: usize, exprs: Vec<crate::ir::Expr>, results: &[Ty], span: Span) {
        let locals = self.result_locals(root, results, span);
        let exprs = if exprs.len() == 1 && results.len() > 1 {
            let tuple = exprs.into_iter().next().expect("one expression");
            let parts = self.let_tuple(tuple, results, span);
            parts.into_iter().map(|part| self.local(part, span)).collect()
        } else {
            exprs
        };
        let places = locals
            .iter()
            .map(|&local| crate::ir::Place::Local(local))
            .collect();
        self.assign_all(places, exprs, span);
    }

    /// The locals of named results, or ones made for results that have no names.
    pub fn result_locals(&mut self, root: usize, results: &[Ty], span: Span) -> Vec<crate::ir::LocalId> {
        if !self.state.frames[root].named.is_empty() {
            return self.state.frames[root].named.clone();
        }
        if self.state.frames[root].result_locals.is_empty() {
            for &ty in results {
                let ir_ty = self.cx.ty(ty);
                let local = self.new_local("$result".to_string(), ir_ty, span);
                self.state.facts[local.0 as usize].depth = root + 1;
                self.state.locals[local.0 as usize].is_reassigned = true;
                let zero = self.node(ExprKind::Zero, ir_ty, span);
                let stmt = crate::ir::Stmt {
                    kind: StmtKind::Let {
                        local,
                        init: Some(zero),
                    },
                    span,
                };
                self.state.frames[root].late.push(stmt);
                self.state.frames[root].result_locals.push(local);
            }
        }
        self.state.frames[root].result_locals.clone()
    }

    /// The frame of the function that the statement belongs to: bodies of ranges over functions are closures
    /// in the Ir, but not in Go.
    pub fn root_frame(&self) -> usize {
        self.state
            .frames
            .iter()
            .rposition(|frame| frame.range_func.is_none())
            .unwrap_or(0)
    }
}
