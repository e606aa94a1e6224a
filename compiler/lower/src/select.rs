//! `select` statements.

use crate::body::{Body, TargetKind};
use crate::ir::{LocalId, Select, SelectCase, SelectOp, StmtKind};
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, CommClause, ExprNode, SelectStmt, UnaryOp};
use goes_types::TypeId as Ty;
use goes_types::types::Type;

impl<'a> Body<'_, '_, 'a> {
    pub fn select_stmt(&mut self, stmt: &'a SelectStmt, name: Option<Symbol>, span: Span) {
        let mut cases = Vec::with_capacity(stmt.cases.len());
        let mut default = None;
        let label = self.within(name, TargetKind::Switch, |cx, _| {
            for case in &stmt.cases {
                match &case.comm {
                    None => default = Some(cx.collect(|cx| cx.stmts(&case.body))),
                    Some(comm) => cases.extend(cx.select_case(case, comm)),
                }
            }
        });
        self.push(
            StmtKind::Select(Select {
                label,
                cases,
                default,
            }),
            span,
        );
    }

    fn select_case(&mut self, case: &'a CommClause, comm: &'a ast::Stmt) -> Option<SelectCase> {
        let span = case.span;
        match &comm.kind {
            ast::StmtKind::Send(chan, value) => {
                let chan_ty = self.type_of(chan);
                let Type::Chan { elem, .. } = *self.cx.under(chan_ty) else {
                    return None;
                };
                let chan = self.expr(chan);
                let value = self.value(value, elem);
                let body = self.collect(|cx| cx.stmts(&case.body));
                Some(SelectCase {
                    op: SelectOp::Send { chan, value },
                    body,
                    span,
                })
            }
            ast::StmtKind::Expr(e) => self.receive_case(case, &[], e, false),
            ast::StmtKind::Define(lhs, rhs) => self.receive_case(case, lhs, rhs.first()?, true),
            ast::StmtKind::Assign(lhs, rhs) => self.receive_case(case, lhs, rhs.first()?, false),
            _ => None,
        }
    }

    fn receive_case(
        &mut self,
        case: &'a CommClause,
        lhs: &'a [ast::Expr],
        rhs: &'a ExprNode,
        is_define: bool,
    ) -> Option<SelectCase> {
        let chan = receive_operand(rhs)?;
        let chan_ty = self.type_of(chan);
        let Type::Chan { elem, .. } = *self.cx.under(chan_ty) else {
            return None;
        };
        let chan = self.expr(chan);
        let types = [elem, Ty::basic(goes_types::BasicKind::Bool)];
        let mut locals: [Option<LocalId>; 2] = [None, None];
        let mut assigned = Vec::new();
        for (index, e) in lhs.iter().enumerate().take(2) {
            if matches!(&e.kind, ast::ExprKind::Ident(name) if name.is_blank()) {
                continue;
            }
            let object = if is_define { self.object_of(e.id) } else { None };
            locals[index] = Some(match object {
                Some(object) => self.declare(object),
                None => {
                    let ty = self.cx.ty(types[index]);
                    let local = self.new_local("$r".to_string(), ty, e.span);
                    assigned.push((e, local, types[index]));
                    local
                }
            });
        }
        let body = self.collect(|cx| {
            for (e, local, from) in assigned {
                let place = cx.place(e);
                let to = cx.place_type(e);
                let value = cx.local(local, e.span);
                let value = cx.assign_convert(value, from, to);
                cx.store(place, value, e.span);
            }
            cx.stmts(&case.body);
        });
        let op = SelectOp::Receive {
            chan,
            value: locals[0],
            ok: locals[1],
        };
        Some(SelectCase {
            op,
            body,
            span: case.span,
        })
    }
}

/// The channel of `<-c`.
fn receive_operand(e: &ExprNode) -> Option<&ExprNode> {
    match &e.kind {
        ast::ExprKind::Paren(inner) => receive_operand(inner),
        ast::ExprKind::Unary(UnaryOp::Receive, chan) => Some(chan),
        _ => None,
    }
}
