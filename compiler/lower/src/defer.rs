//! `go` and `defer` statements.

use crate::body::{Body, Frame};
use crate::ir::{Call, Callee, Closure, Expr, ExprKind, LocalId, Recovers, StmtKind, TypeId};
use goes_source::Span;
use goes_syntax::ast::{self, CallExpr, ExprNode};
use goes_types::Mode;

impl<'a> Body<'_, '_, 'a> {
    /// spec: "The function value and parameters are evaluated as usual in the calling goroutine".
    pub fn go_stmt(&mut self, e: &'a ExprNode, span: Span) {
        let Some(call) = unparen_call(e) else { return };
        if self.is_builtin_call(call) {
            let closure = self.late_builtin(e, call, span);
            let unit_func = self.cx.checker.types.signature_of(&[], &[], false);
            let ty = self.cx.ty(unit_func);
            let callee = self.node(ExprKind::FuncLit(Box::new(closure)), ty, span);
            let call = Call {
                callee: Callee::Value(Box::new(callee)),
                args: Vec::new(),
                may_park: false,
            };
            return self.push(StmtKind::Go(call), span);
        }
        let Some((effects, call, _)) = self.late_call(e, call, span) else {
            return;
        };
        self.settle(effects, span);
        self.push(StmtKind::Go(call), span);
    }

    /// The call of a statement, with what is evaluated ahead of it and its type. Texts of basic operands are put
    /// together now: the operands are saved anyway.
    fn late_call(
        &mut self,
        e: &'a ExprNode,
        call: &'a CallExpr,
        span: Span,
    ) -> Option<(crate::order::Effects, Call, TypeId)> {
        if let Some(direct) = self.direct_print(e, call) {
            return Some(direct);
        }
        let target = self.call_target(&call.func)?;
        Some(self.finish_call(target, call, span))
    }

    fn is_builtin_call(&self, call: &CallExpr) -> bool {
        matches!(self.mode(&call.func), Mode::Builtin(_) | Mode::Type)
            || match &call.func.kind {
                ast::ExprKind::Ident(_) => self.is_builtin_object(call.func.id),
                _ => false,
            }
    }

    fn is_builtin_object(&self, id: ast::NodeId) -> bool {
        self.object_of(id)
            .is_some_and(|object| matches!(self.cx.object(object).kind, goes_types::ObjectKind::Builtin(_)))
    }

    /// spec: "Each time a "defer" statement executes, the function value and parameters to the call are
    /// evaluated as usual and saved anew but the actual function is not invoked."
    pub fn defer_stmt(&mut self, e: &'a ExprNode, span: Span) {
        let Some(call) = unparen_call(e) else { return };
        if self.is_builtin_call(call) {
            // `defer recover()` recovers what this function, called deferred, may recover.
            let call = Box::new(self.late_builtin(e, call, span));
            return self.push(
                StmtKind::Defer {
                    call,
                    recovers: Recovers::No,
                },
                span,
            );
        }
        // `defer func() { … }()`: the literal itself is what is deferred.
        if let Some((literal, lit)) = literal_without_arguments(call) {
            let closure = self.func_lit_closure(literal, lit);
            let recovers = if closure.has_recover {
                Recovers::Yes
            } else {
                Recovers::No
            };
            return self.push(
                StmtKind::Defer {
                    call: Box::new(closure),
                    recovers,
                },
                span,
            );
        }
        let Some((effects, call, ty)) = self.late_call(e, call, span) else {
            return;
        };
        self.settle(effects, span);
        let call = self.keep_operands_of(call);
        if let (Callee::Interface { .. }, Some(receiver)) = (&call.callee, call.args.first()) {
            self.check_nil(receiver.clone(), span);
        }
        let recovers = match &call.callee {
            Callee::Value(callee) => match &callee.kind {
                ExprKind::FuncLit(closure) if !closure.has_recover => Recovers::No,
                _ => Recovers::Yes,
            },
            // Whether the function recovers is known once everything has been lowered.
            Callee::Func(_) | Callee::Interface { .. } => Recovers::Yes,
        };
        let frame = self.deferred_frame();
        let (closure, _) = self.closure(frame, span, span, |body, _| {
            let call = body.recapture(call);
            let value = body.node(ExprKind::Call(call), ty, span);
            body.push(StmtKind::Expr(value), span);
        });
        self.push(
            StmtKind::Defer {
                call: Box::new(closure),
                recovers,
            },
            span,
        );
    }

    fn deferred_frame(&mut self) -> Frame<'a> {
        Frame {
            go_name: self.frame().go_name.clone(),
            ..Frame::default()
        }
    }

    /// Evaluates callee and arguments into locals.
    fn keep_operands_of(&mut self, call: Call) -> Call {
        let callee = match call.callee {
            Callee::Value(callee) => match callee.kind {
                ExprKind::FuncLit(_) => Callee::Value(callee),
                _ => Callee::Value(Box::new(self.kept("f", *callee))),
            },
            callee => callee,
        };
        let args = call.args.into_iter().map(|arg| self.kept("a", arg)).collect();
        Call {
            callee,
            args,
            may_park: call.may_park,
        }
    }

    /// The value in a local of its own, which nothing changes any more.
    fn kept(&mut self, name: &str, expr: Expr) -> Expr {
        self.simple(name, expr)
    }

    /// Reads of locals now happen in a closure.
    fn recapture(&mut self, call: Call) -> Call {
        let mut reads = Vec::new();
        if let Callee::Value(callee) = &call.callee {
            reads.push(&**callee);
        }
        reads.extend(call.args.iter());
        let locals: Vec<LocalId> = reads
            .into_iter()
            .filter_map(|expr| {
                if let ExprKind::Local(local) = expr.kind {
                    Some(local)
                } else {
                    None
                }
            })
            .collect();
        for local in locals {
            self.note_use(local);
        }
        call
    }

    /// A call of a predeclared function as a closure; its arguments are evaluated now.
    fn late_builtin(&mut self, e: &'a ExprNode, call: &'a CallExpr, span: Span) -> Closure {
        let value = self.call_expr(e, call);
        let value = match value.kind {
            ExprKind::Builtin(op, args) => {
                let args = args.into_iter().map(|arg| self.kept("a", arg)).collect();
                self.node(ExprKind::Builtin(op, args), value.ty, value.span)
            }
            kind => self.node(kind, value.ty, value.span),
        };
        let frame = self.deferred_frame();
        let (closure, _) = self.closure(frame, span, span, |body, _| {
            crate::visit::each_expr(&value, &mut |expr| {
                if let ExprKind::Local(local) = expr.kind {
                    body.note_use(local);
                }
            });
            body.push(StmtKind::Expr(value), span);
        });
        closure
    }
}

fn unparen_call(e: &ExprNode) -> Option<&CallExpr> {
    match &e.kind {
        ast::ExprKind::Paren(inner) => unparen_call(inner),
        ast::ExprKind::Call(call) => Some(call),
        _ => None,
    }
}

/// The function literal of `func() { … }()`.
fn literal_without_arguments(call: &CallExpr) -> Option<(&ExprNode, &ast::FuncLit)> {
    let mut func = &call.func;
    while let ast::ExprKind::Paren(inner) = &func.kind {
        func = inner;
    }
    match &func.kind {
        ast::ExprKind::FuncLit(lit) if call.args.is_empty() && lit.signature.params.is_empty() => {
            Some((func, lit))
        }
        _ => None,
    }
}
