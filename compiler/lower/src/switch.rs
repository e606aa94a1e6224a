//! Expression and type switches.

use crate::body::{Body, TargetKind};
use crate::ir::{Expr, ExprKind, Stmt, StmtKind, SwitchCase, TypeKind};
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, CaseClause, SwitchStmt, TypeSwitchStmt};
use goes_types::{BasicKind, Mode, TypeId as Ty};

impl<'a> Body<'_, '_, 'a> {
    pub fn switch_stmt(&mut self, stmt: &'a SwitchStmt, name: Option<Symbol>, span: Span) {
        if stmt.init.is_none() {
            return self.switch_after_init(stmt, name, span);
        }
        let body = self.collect(|body| {
            if let Some(init) = &stmt.init {
                body.stmt(init);
            }
            body.switch_after_init(stmt, name, span);
        });
        self.push(StmtKind::Block { label: None, body }, span);
    }

    fn switch_after_init(&mut self, stmt: &'a SwitchStmt, name: Option<Symbol>, span: Span) {
        let Some(tag) = &stmt.tag else {
            return self.switch_conditions(stmt, None, name, span);
        };
        let mut tag_ty = self.type_of(tag);
        tag_ty = self.cx.default_type(tag_ty);
        let value = match self.const_value(tag) {
            Some(value) => self.cx.constant(&value, tag_ty, tag.span),
            None => self.owned(tag),
        };
        if self.is_constant_switch(stmt, &value) {
            return self.constant_switch(stmt, value, tag_ty, name, span);
        }
        let value = match value.kind {
            ExprKind::Const(_) => value,
            _ => {
                let local = self.temp("tag", value);
                self.local(local, tag.span)
            }
        };
        self.switch_conditions(stmt, Some((value, tag_ty)), name, span);
    }

    /// Whether JavaScript's `switch` compares the values as Go does.
    fn is_constant_switch(&mut self, stmt: &'a SwitchStmt, tag: &Expr) -> bool {
        let is_comparable = matches!(
            self.kind_of(tag.ty),
            TypeKind::Bool | TypeKind::String | TypeKind::Int(_)
        );
        is_comparable
            && stmt
                .cases
                .iter()
                .flat_map(|case| &case.exprs)
                .all(|e| self.const_value(e).is_some())
    }

    fn constant_switch(
        &mut self,
        stmt: &'a SwitchStmt,
        tag: Expr,
        tag_ty: Ty,
        name: Option<Symbol>,
        span: Span,
    ) {
        let mut cases = Vec::with_capacity(stmt.cases.len());
        let label = self.within(name, TargetKind::Switch, |cx, _| {
            for case in &stmt.cases {
                let values = case
                    .exprs
                    .iter()
                    .filter_map(|e| {
                        cx.const_value(e)
                            .map(|value| cx.cx.constant(&value, tag_ty, e.span))
                    })
                    .collect();
                let body = cx.collect(|cx| cx.stmts(&case.body));
                cases.push(SwitchCase {
                    values,
                    body,
                    falls_through: falls_through(case),
                });
            }
        });
        self.push(StmtKind::Switch { label, tag, cases }, span);
    }

    /// A switch whose cases are conditions, or are compared with a value one after the other.
    fn switch_conditions(
        &mut self,
        stmt: &'a SwitchStmt,
        tag: Option<(Expr, Ty)>,
        name: Option<Symbol>,
        span: Span,
    ) {
        if stmt.cases.iter().any(falls_through) {
            return self.switch_by_index(stmt, tag, name, span);
        }
        let mut stmts = Vec::new();
        let label = self.within(name, TargetKind::Switch, |cx, _| {
            stmts = cx.collect(|cx| cx.condition_chain(stmt, tag, span))
        });
        self.finish_chain(stmts, label, span);
    }

    fn finish_chain(&mut self, mut stmts: Vec<Stmt>, label: Option<crate::ir::LabelId>, span: Span) {
        if label.is_some() {
            self.push(StmtKind::Block { label, body: stmts }, span);
        } else {
            self.out.append(&mut stmts);
        }
    }

    /// `if … else if … else …`, with what conditions need before them in front of each.
    fn condition_chain(&mut self, stmt: &'a SwitchStmt, tag: Option<(Expr, Ty)>, span: Span) {
        let mut clauses = Vec::new();
        let mut default = Vec::new();
        for case in &stmt.cases {
            if case.is_default {
                default = self.collect(|body| body.stmts(&case.body));
                continue;
            }
            let Some(cond) = self.case_condition(case, tag.as_ref()) else {
                continue;
            };
            clauses.push((cond, self.collect(|body| body.stmts(&case.body)), case.span));
        }
        self.push_chain(clauses, default, span);
    }

    fn push_chain(&mut self, clauses: Vec<(Expr, Vec<Stmt>, Span)>, default: Vec<Stmt>, span: Span) {
        let mut els = default;
        for (cond, then, at) in clauses.into_iter().rev() {
            els = vec![Stmt {
                kind: StmtKind::If { cond, then, els },
                span: at,
            }];
        }
        match els.len() {
            1 => self.out.append(&mut els),
            _ => self.push(
                StmtKind::Block {
                    label: None,
                    body: els,
                },
                span,
            ),
        }
    }

    /// Whether the tag equals one of a clause's values.
    fn case_condition(&mut self, case: &'a CaseClause, tag: Option<&(Expr, Ty)>) -> Option<Expr> {
        let mut result: Option<Expr> = None;
        for e in &case.exprs {
            let cond = match tag {
                None => self.expr(e),
                Some((tag, tag_ty)) => self.case_test(tag.clone(), *tag_ty, e),
            };
            result = Some(match result {
                None => cond,
                Some(known) => {
                    let ty = cond.ty;
                    let span = known.span.to(cond.span);
                    self.node(ExprKind::Or(Box::new(known), Box::new(cond)), ty, span)
                }
            });
        }
        result
    }

    fn case_test(&mut self, tag: Expr, tag_ty: Ty, e: &'a ast::ExprNode) -> Expr {
        if self.mode(e) == Mode::Nil {
            let ty = self.cx.ty(Ty::basic(BasicKind::Bool));
            return self.node(ExprKind::IsNil(Box::new(tag)), ty, e.span);
        }
        let case_ty = self.type_of(e);
        let right = match self.const_value(e) {
            Some(value) if !self.cx.is_interface(tag_ty) => self.cx.constant(&value, tag_ty, e.span),
            _ => self.expr(e),
        };
        self.compare_values(tag, tag_ty, right, case_ty, e.span)
    }

    /// With `fallthrough`: finds the clause first, then switches on its number.
    fn switch_by_index(
        &mut self,
        stmt: &'a SwitchStmt,
        tag: Option<(Expr, Ty)>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let default = stmt
            .cases
            .iter()
            .position(|case| case.is_default)
            .unwrap_or(stmt.cases.len());
        let mut index = self.int_const(default as i64, span);
        let conditions: Vec<(usize, Expr)> = stmt
            .cases
            .iter()
            .enumerate()
            .filter(|(_, case)| !case.is_default)
            .filter_map(|(index, case)| Some((index, self.case_condition(case, tag.as_ref())?)))
            .collect();
        for (number, cond) in conditions.into_iter().rev() {
            let then = self.int_const(number as i64, span);
            let ty = then.ty;
            let kind = ExprKind::Cond {
                cond: Box::new(cond),
                then: Box::new(then),
                els: Box::new(index),
            };
            index = self.node(kind, ty, span);
        }
        let mut cases = Vec::with_capacity(stmt.cases.len());
        let label = self.within(name, TargetKind::Switch, |cx, _| {
            for (number, case) in stmt.cases.iter().enumerate() {
                let value = cx.int_const(number as i64, case.span);
                let body = cx.collect(|cx| cx.stmts(&case.body));
                cases.push(SwitchCase {
                    values: vec![value],
                    body,
                    falls_through: falls_through(case),
                });
            }
        });
        self.push(
            StmtKind::Switch {
                label,
                tag: index,
                cases,
            },
            span,
        );
    }

    pub fn type_switch_stmt(&mut self, stmt: &'a TypeSwitchStmt, name: Option<Symbol>, span: Span) {
        let mut stmts = Vec::new();
        let label = self.within(name, TargetKind::Switch, |cx, _| {
            stmts = cx.collect(|cx| {
                if let Some(init) = &stmt.init {
                    cx.stmt(init);
                }
                cx.type_clauses(stmt, span);
            });
        });
        self.push(StmtKind::Block { label, body: stmts }, span);
    }

    fn type_clauses(&mut self, stmt: &'a TypeSwitchStmt, span: Span) {
        let operand_ty = self.type_of(&stmt.operand);
        let operand = self.expr(&stmt.operand);
        let local = self.temp("x", operand);
        let mut clauses = Vec::new();
        let mut default = Vec::new();
        for case in &stmt.cases {
            let read = self.local(local, case.span);
            let body = self.collect(|cx| {
                cx.bind_clause(case, read.clone(), operand_ty);
                cx.stmts(&case.body);
            });
            if case.is_default {
                default = body;
                continue;
            }
            let Some(cond) = self.type_condition(case, &read) else {
                continue;
            };
            clauses.push((cond, body, case.span));
        }
        self.push_chain(clauses, default, span);
    }

    /// spec: "The TypeSwitchGuard may include a short variable declaration. When that form is used, the
    /// variable is declared at the end of the TypeSwitchCase in the implicit block of each clause. In clauses
    /// with a case listing exactly one type, the variable has that type".
    fn bind_clause(&mut self, case: &'a CaseClause, operand: Expr, operand_ty: Ty) {
        let Some(&object) = self.info().clause_vars.get(&case.id) else {
            return;
        };
        if !self.cx.checker.is_used(object) {
            return;
        }
        let ty = self.object_type(object);
        let id = self.cx.ty(ty);
        let span = operand.span;
        let value = if id == operand.ty || ty == operand_ty {
            operand
        } else if self.cx.is_interface(ty) {
            self.make_interface(operand, operand_ty, ty)
        } else {
            let inner = self.node(ExprKind::Unwrap(Box::new(operand)), id, span);
            self.own(inner)
        };
        let local = self.declare(object);
        self.push(
            StmtKind::Let {
                local,
                init: Some(value),
            },
            span,
        );
    }

    fn type_condition(&mut self, case: &'a CaseClause, operand: &Expr) -> Option<Expr> {
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let mut result: Option<Expr> = None;
        for e in &case.exprs {
            let test = if self.mode(e) == Mode::Nil {
                ExprKind::IsNil(Box::new(operand.clone()))
            } else {
                let target = self.type_of(e);
                self.note_target(target);
                let target = self.cx.ty(target);
                ExprKind::TypeTest {
                    operand: Box::new(operand.clone()),
                    target,
                }
            };
            let test = self.node(test, bool_ty, e.span);
            result = Some(match result {
                None => test,
                Some(known) => self.node(ExprKind::Or(Box::new(known), Box::new(test)), bool_ty, e.span),
            });
        }
        result
    }
}

/// spec: "A "fallthrough" statement transfers control to the first statement of the next case clause".
fn falls_through(case: &CaseClause) -> bool {
    let mut last = case.body.last();
    while let Some(stmt) = last {
        match &stmt.kind {
            ast::StmtKind::Labeled(_, inner) => last = Some(inner),
            kind => return matches!(kind, ast::StmtKind::Fallthrough),
        }
    }
    false
}
