//! Function literals.

use crate::body::{Body, Frame};
use crate::ir::{Expr, ExprKind};
use goes_source::Span;
use goes_syntax::ast::{ExprNode, FuncLit};

impl<'a> Body<'_, '_, 'a> {
    pub fn func_lit(&mut self, e: &'a ExprNode, lit: &'a FuncLit) -> Expr {
        let ty = self.type_of(e);
        let id = self.cx.ty(ty);
        let closure = self.func_lit_closure(e, lit);
        self.node(ExprKind::FuncLit(Box::new(closure)), id, e.span)
    }

    pub fn func_lit_closure(&mut self, e: &'a ExprNode, lit: &'a FuncLit) -> crate::ir::Closure {
        let ty = self.type_of(e);
        let signature = self.cx.signature(ty);
        let (params, results) = match &signature {
            Some(signature) => (signature.params.to_vec(), signature.results.to_vec()),
            None => (Vec::new(), Vec::new()),
        };
        let frame = Frame {
            results: results.clone(),
            has_defer: crate::scan::has_defer(&lit.body.stmts),
            go_name: self.closure_name(),
            ..Frame::default()
        };
        let end = Span::new(lit.body.span.hi.saturating_sub(1), lit.body.span.hi);
        let (closure, _) = self.closure(frame, e.span, end, |body, locals| {
            body.params(&lit.signature, &params, locals);
            body.named_results(&lit.signature, &results);
            body.stmts(&lit.body.stmts);
        });
        closure
    }
}
