//! Selectors: fields, promoted ones expanded, qualified identifiers, and methods as values.

use crate::body::Body;
use crate::ir::{Expr, ExprKind};
use crate::reach::MethodName;
use goes_syntax::ast::{self, ExprNode};
use goes_types::types::Type;
use goes_types::{Selection, SelectionKind, TypeId as Ty};

impl<'a> Body<'_, '_, 'a> {
    pub fn selector(&mut self, e: &'a ExprNode, x: &'a ExprNode, sel: &'a ast::Ident) -> Expr {
        let Some(selection) = self.selection(e) else {
            return match self.object_of(sel.id) {
                Some(object) => self.object_value(e, object),
                None => self.invalid(e.span),
            };
        };
        match selection.kind {
            SelectionKind::Field => {
                let base = self.expr(x);
                let receiver = self.concrete(selection.receiver);
                self.walk(base, receiver, &selection.path, e.span).0
            }
            SelectionKind::Method => self.method_value(e, x, sel, &selection),
            SelectionKind::MethodExpr => self.method_expr(e, sel, &selection),
        }
    }

    /// Follows field indices; gives the last field and its type.
    ///
    /// spec: "Selectors automatically dereference pointers to structs."
    pub fn walk(&mut self, base: Expr, ty: Ty, path: &[u32], span: goes_source::Span) -> (Expr, Ty) {
        let (mut expr, mut ty) = (base, ty);
        for &index in path {
            let struct_ty = self.cx.pointee(ty).unwrap_or(ty);
            let field_ty = match &*self.cx.under(struct_ty) {
                Type::Struct(fields) => fields.get(index as usize).map(|field| field.ty),
                _ => None,
            };
            let Some(field_ty) = field_ty else {
                return (self.invalid(span), Ty::INVALID);
            };
            let ir_ty = self.cx.ty(field_ty);
            expr = self.node(
                ExprKind::Field {
                    base: Box::new(expr),
                    field: index,
                },
                ir_ty,
                span,
            );
            ty = field_ty;
        }
        (expr, ty)
    }

    /// What the selector `e` selects, a method, resolved for the concrete receiver where the recorded one is a type
    /// parameter: then what was a method of the constraint is one of the type argument.
    pub fn resolve_method(
        &mut self,
        e: &ExprNode,
        sel: &ast::Ident,
        selection: &Selection,
    ) -> Option<crate::method::Method> {
        let receiver = self.concrete(selection.receiver);
        let called = MethodName {
            name: sel.name,
            package: self.method_package(sel, selection),
            args: self.instance_args(e),
        };
        let is_generic = receiver != selection.receiver && selection.is_interface;
        if !is_generic {
            return Some(crate::method::Method {
                path: selection.path.clone(),
                object: selection.method,
                is_interface: selection.is_interface,
                called,
            });
        }
        let found = self.cx.find_method(receiver, called.package, sel.name)?;
        Some(crate::method::Method {
            path: found.path,
            object: found.object,
            is_interface: found.is_interface,
            called,
        })
    }

    /// The package of a method's name, which for an interface's method is the one that selects it.
    fn method_package(&self, sel: &ast::Ident, selection: &Selection) -> Option<goes_types::PackageId> {
        if sel.name.is_exported() {
            return None;
        }
        selection
            .method
            .and_then(|object| self.cx.object(object).package)
            .or(Some(self.package))
    }
}
