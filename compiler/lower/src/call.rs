//! Calls: conversions, predeclared functions, methods, functions; arguments and variadic parameters.

use crate::body::Body;
use crate::ir::{Call, Callee, Const, Expr, ExprKind, LocalId, TypeId};
use goes_source::Span;
use goes_syntax::ast::{self, CallExpr, ExprNode};
use goes_types::types::{Signature, Type};
use goes_types::{Mode, ObjectKind, SelectionKind, TypeId as Ty};

/// Arguments ready to be passed, and what must be evaluated before the call.
#[derive(Default)]
pub(crate) struct Arguments {
    pub effects: Vec<(LocalId, Expr)>,
    pub values: Vec<Expr>,
}

/// Whom to call.
pub(crate) struct Target {
    pub callee: Callee,
    pub receiver: Option<Expr>,
    pub signature: Signature,
}

impl<'a> Body<'_, '_, 'a> {
    pub fn call_expr(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        match self.mode(&call.func) {
            Mode::Type => return self.conversion(e, call),
            Mode::Builtin(builtin) => return self.builtin(e, call, builtin),
            _ => {}
        }
        if let Some(builtin) = self.builtin_callee(&call.func) {
            return self.builtin(e, call, builtin);
        }
        if let Some(value) = self.direct_format(e, call) {
            return value;
        }
        let Some(target) = self.call_target(&call.func) else {
            return self.invalid(e.span);
        };
        // Traces place a method's call at its name, which may stand on a line of its own.
        let span = match &call.func.kind {
            ast::ExprKind::Selector(_, name) => Span::new(name.span.lo, e.span.hi),
            _ => e.span,
        };
        let (effects, call, ty) = self.finish_call(target, call, e.span);
        let result = self.node(ExprKind::Call(call), ty, span);
        self.sequence(effects, result)
    }

    /// A predeclared function, or one of package unsafe.
    fn builtin_callee(&self, func: &ExprNode) -> Option<goes_types::Builtin> {
        let id = match &func.kind {
            ast::ExprKind::Paren(inner) => return self.builtin_callee(inner),
            ast::ExprKind::Ident(_) => func.id,
            ast::ExprKind::Selector(_, sel) if self.selection(func).is_none() => sel.id,
            _ => return None,
        };
        match &self.cx.object(self.object_of(id)?).kind {
            ObjectKind::Builtin(builtin) => Some(*builtin),
            _ => None,
        }
    }

    pub fn sequence(&mut self, effects: Vec<(LocalId, Expr)>, value: Expr) -> Expr {
        if effects.is_empty() {
            return value;
        }
        let (ty, span) = (value.ty, value.span);
        self.node(
            ExprKind::Sequence {
                effects,
                value: Box::new(value),
            },
            ty,
            span,
        )
    }

    /// Lowers the arguments and puts the call together; the type is that of its results.
    pub fn finish_call(
        &mut self,
        mut target: Target,
        call: &'a CallExpr,
        span: Span,
    ) -> (Vec<(LocalId, Expr)>, Call, TypeId) {
        let arguments = self.arguments(&target.signature, &call.args, call.has_dots, span);
        let mut effects = Vec::new();
        if !arguments.effects.is_empty() {
            self.keep_early(&mut target, &mut effects);
        }
        effects.extend(arguments.effects);
        let mut args: Vec<Expr> = target.receiver.into_iter().collect();
        args.extend(arguments.values);
        let mut operands: Vec<&mut Expr> = Vec::with_capacity(args.len() + 1);
        if let Callee::Value(callee) = &mut target.callee {
            operands.push(callee);
        }
        for arg in &mut args {
            // The arguments of a variadic parameter, or a literal, whose elements are in order already.
            if let ExprKind::ArrayLit { .. } = arg.kind {
                operands.extend(elements(arg));
            } else {
                operands.push(arg);
            }
        }
        effects.extend(self.calls_first(&mut operands));
        let ty = self.cx.tuple(&target.signature.results);
        (
            effects,
            Call {
                callee: target.callee,
                args,
                may_park: false,
            },
            ty,
        )
    }

    /// The callee and receiver are evaluated before the arguments, some of which go ahead of the call.
    fn keep_early(&mut self, target: &mut Target, effects: &mut Vec<(LocalId, Expr)>) {
        let mut early: Vec<&mut Expr> = Vec::new();
        if let Callee::Value(callee) = &mut target.callee {
            early.push(callee);
        }
        early.extend(target.receiver.as_mut());
        for expr in early {
            if crate::expr::is_simple(expr) || !crate::expr::has_calls(expr) {
                continue;
            }
            let (ty, span) = (expr.ty, expr.span);
            let local = self.late_temp("f", ty, span);
            let value = self.local(local, span);
            effects.push((local, std::mem::replace(expr, value)));
        }
    }

    /// Whom a call's function expression denotes.
    pub fn call_target(&mut self, func: &'a ExprNode) -> Option<Target> {
        match &func.kind {
            ast::ExprKind::Paren(inner) => return self.call_target(inner),
            // `x.m[T](…)`: the type arguments are recorded with the selector.
            ast::ExprKind::Index(inner, _)
                if matches!(&inner.kind, ast::ExprKind::Selector(..)) && self.selects_method(inner) =>
            {
                return self.call_target(inner);
            }
            ast::ExprKind::Selector(x, sel) => {
                if let Some(selection) = self.selection(func) {
                    match selection.kind {
                        SelectionKind::Method => {
                            let method = self.resolve_method(func, sel, &selection)?;
                            let base = self.expr(x);
                            let base_ty = self.concrete(selection.receiver);
                            let bound = self.bind(base, base_ty, &method, func.span)?;
                            return Some(Target {
                                callee: bound.callee,
                                receiver: Some(bound.receiver),
                                signature: bound.signature,
                            });
                        }
                        SelectionKind::MethodExpr => {
                            let ty = self.type_of(func);
                            let callee = Callee::Func(self.method_expr_func(func, sel, &selection)?);
                            return Some(Target {
                                callee,
                                receiver: None,
                                signature: self.cx.signature(ty)?,
                            });
                        }
                        SelectionKind::Field => {}
                    }
                }
            }
            _ => {}
        }
        let value = self.expr(func);
        match value.kind {
            ExprKind::Func(id) => {
                let signature = self.callee_signature(func)?;
                Some(Target {
                    callee: Callee::Func(id),
                    receiver: None,
                    signature,
                })
            }
            _ => {
                let ty = self.type_of(func);
                let signature = self.cx.signature(ty)?;
                Some(Target {
                    callee: Callee::Value(Box::new(value)),
                    receiver: None,
                    signature,
                })
            }
        }
    }

    fn selects_method(&self, e: &ExprNode) -> bool {
        self.selection(e)
            .is_some_and(|selection| selection.kind != SelectionKind::Field)
    }

    /// The concrete signature of a declared function that is called.
    fn callee_signature(&mut self, func: &'a ExprNode) -> Option<Signature> {
        let mut name = func;
        loop {
            match &name.kind {
                ast::ExprKind::Paren(inner) => name = inner,
                ast::ExprKind::Index(inner, _) => name = inner,
                _ => break,
            }
        }
        let id = match &name.kind {
            ast::ExprKind::Selector(_, sel) => sel.id,
            _ => name.id,
        };
        let Some(object) = self.object_of(id) else {
            // A conversion of a declared function.
            let ty = self.type_of(func);
            return self.cx.signature(ty);
        };
        let args = self.instance_args(name);
        let ty = self.cx.object(object).ty;
        let ty = self.instantiated(ty, &args);
        self.cx.signature(ty)
    }

    /// spec: "the arguments must be single-valued expressions assignable to the parameters of F". As a
    /// special case the one argument is a call with several results.
    pub fn arguments(
        &mut self,
        signature: &Signature,
        args: &'a [ast::Expr],
        has_dots: bool,
        span: Span,
    ) -> Arguments {
        if let [only] = args {
            let ty = self.type_of(only);
            if let Type::Tuple(types) = &*self.cx.shared(ty)
                && types.len() > 1
            {
                let types = types.to_vec();
                return self.spread_arguments(signature, only, &types);
            }
        }
        let fixed = if signature.is_variadic {
            signature.params.len() - 1
        } else {
            signature.params.len()
        };
        let mut values = Vec::with_capacity(signature.params.len());
        for (index, arg) in args.iter().enumerate().take(fixed) {
            values.push(self.value(arg, signature.params[index]));
        }
        if signature.is_variadic {
            let slice_ty = signature.params[fixed];
            let rest = args.get(fixed..).unwrap_or_default();
            let last = if has_dots {
                match rest.first() {
                    Some(rest) => self.value(rest, slice_ty),
                    None => self.nil(slice_ty, span),
                }
            } else {
                let elem = self.slice_elem(slice_ty);
                let elems = rest.iter().map(|arg| self.value(arg, elem)).collect();
                self.variadic(elems, slice_ty, span)
            };
            values.push(last);
        }
        Arguments {
            effects: Vec::new(),
            values,
        }
    }

    pub fn slice_elem(&mut self, slice: Ty) -> Ty {
        match &*self.cx.under(slice) {
            Type::Slice(elem) => *elem,
            _ => Ty::basic(goes_types::BasicKind::Uint8),
        }
    }

    /// spec: "If f is invoked with no actual arguments for p, the value passed to p is nil. Otherwise, the
    /// value passed is a new slice of type []T with a new underlying array whose successive elements are
    /// the actual arguments".
    fn variadic(&mut self, elems: Vec<Expr>, slice_ty: Ty, span: Span) -> Expr {
        let ty = self.cx.ty(slice_ty);
        if elems.is_empty() {
            return self.node(ExprKind::Const(Const::Nil), ty, span);
        }
        let len = elems.len() as u64;
        let elems = elems
            .into_iter()
            .enumerate()
            .map(|(index, elem)| (index as u64, elem))
            .collect();
        self.node(ExprKind::ArrayLit { elems, len }, ty, span)
    }

    /// `f(g())`
    fn spread_arguments(&mut self, signature: &Signature, only: &'a ExprNode, types: &[Ty]) -> Arguments {
        let span = only.span;
        let results = self.expr(only);
        let tuple = self.late_temp("t", results.ty, span);
        let mut values = Vec::new();
        let fixed = if signature.is_variadic {
            signature.params.len() - 1
        } else {
            signature.params.len()
        };
        for (index, &from) in types.iter().enumerate().take(fixed) {
            values.push(self.tuple_element(tuple, index, from, signature.params[index], span));
        }
        if signature.is_variadic {
            let slice_ty = signature.params[fixed];
            let elem = self.slice_elem(slice_ty);
            let mut elems = Vec::new();
            for (index, &from) in types.iter().enumerate().skip(fixed) {
                elems.push(self.tuple_element(tuple, index, from, elem, span));
            }
            values.push(self.variadic(elems, slice_ty, span));
        }
        Arguments {
            effects: vec![(tuple, results)],
            values,
        }
    }

    pub fn tuple_element(&mut self, tuple: LocalId, index: usize, from: Ty, to: Ty, span: Span) -> Expr {
        let base = self.local(tuple, span);
        let ty = self.cx.ty(from);
        let element = self.node(
            ExprKind::TupleElement {
                tuple: Box::new(base),
                index: index as u32,
            },
            ty,
            span,
        );
        self.assign_convert(element, from, to)
    }
}

/// The elements of a literal.
fn elements(literal: &mut Expr) -> impl Iterator<Item = &mut Expr> {
    let elems = match &mut literal.kind {
        ExprKind::ArrayLit { elems, .. } => elems.as_mut_slice(),
        _ => &mut [],
    };
    elems.iter_mut().map(|(_, elem)| elem)
}
