//! Receivers of methods.

use crate::checker::{Checker, DeclKind};
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::instance::Generic;
use crate::object::{ObjectId, ObjectKind, Receiver};
use crate::types::{BasicKind, Type, TypeId, TypeParamId};
use goes_source::Span;
use goes_syntax::ast::{self, ExprKind, ExprNode};

impl<'a> Checker<'a> {
    /// The type of a method's receiver, and the type parameters that it declares.
    ///
    /// spec: "Its type must be a defined type T or a pointer to a defined type T, possibly followed by a
    /// list of type parameter names [P1, P2, …] enclosed in square brackets."
    pub(crate) fn receiver(
        &mut self,
        env: &mut Env,
        method: ObjectId,
        decl: &'a ast::FuncDecl,
        params: &'a [ast::Param],
    ) -> (Option<(&'a ast::Param, TypeId)>, Vec<TypeParamId>) {
        let Some(param) = params.first() else {
            self.error("InvalidRecv", decl.name.span, "method has no receiver");
            return (None, Vec::new());
        };
        if let Some(second) = params.get(1) {
            self.error("InvalidRecv", second.span, "method has multiple receivers");
        }
        let e = param
            .ty
            .as_deref()
            .or_else(|| params.get(1).and_then(|param| param.ty.as_deref()));
        let Some(e) = e else { return (None, Vec::new()) };
        let (base_expr, is_pointer) = strip_receiver(e);
        let (mut base, type_params) = self.receiver_base(env, base_expr);
        let ty = if is_pointer {
            self.types.pointer_to(base)
        } else {
            base
        };
        let mut is_pointer = is_pointer;
        if !is_pointer {
            // The receiver type may be an alias of a pointer type.
            (base, is_pointer) = self.deref(base);
        }
        self.record_receiver_types(env, e, ty, base);
        if let ObjectKind::Func {
            receiver: Some(receiver),
            ..
        } = &mut self.object_mut(method).kind
        {
            *receiver = Receiver {
                base,
                is_pointer,
                type_params: type_params.clone(),
            };
        }
        let alias = self.instantiated_alias(env, base_expr);
        self.check_receiver(env, base_expr.span, ty, base, alias);
        (Some((param, ty)), type_params)
    }

    pub(crate) fn record_receiver_types(&mut self, env: &Env, e: &'a ExprNode, ty: TypeId, base: TypeId) {
        self.record_type(env, e.id, Mode::Type, ty, None);
        match &e.kind {
            ExprKind::Paren(inner) => self.record_receiver_types(env, inner, ty, base),
            ExprKind::Star(inner) => self.record_receiver_types(env, inner, base, base),
            _ => {}
        }
    }

    /// The instance of a generic alias that a receiver type, by way of other aliases, is.
    fn instantiated_alias(&self, env: &Env, e: &'a ExprNode) -> Option<String> {
        // More aliases than that refer to each other.
        const MAX_CHAIN: usize = 100;
        let scope = self.package(env.package).scope;
        let mut e = e;
        for _ in 0..MAX_CHAIN {
            e = match &e.kind {
                ExprKind::Paren(inner) | ExprKind::Star(inner) => inner,
                ExprKind::Index(x, _) => {
                    let ExprKind::Ident(name) = x.kind else {
                        return None;
                    };
                    let object = *self.scopes[scope.0 as usize].names.get(&name)?;
                    let is_alias = matches!(
                        self.object(object).kind,
                        ObjectKind::TypeName { is_alias: true, .. }
                    );
                    return is_alias.then(|| expr_string(e));
                }
                ExprKind::Ident(name) => {
                    let object = self.scopes[scope.0 as usize].names.get(name)?;
                    match self.decls.get(object)?.kind {
                        DeclKind::Type(decl) if decl.is_alias => &decl.ty,
                        _ => return None,
                    }
                }
                _ => return None,
            };
        }
        None
    }

    /// The receiver base type with the method's own type parameters as arguments.
    pub(crate) fn receiver_base(&mut self, env: &mut Env, e: &'a ExprNode) -> (TypeId, Vec<TypeParamId>) {
        let ExprKind::Index(x, args) = &e.kind else {
            return (self.var_type(env, e), Vec::new());
        };
        self.verify_version(env, x.span, (1, 18), "type instantiation");
        let generic = self.generic_base(env, x, args);
        let Some((Generic::Defined(named), node)) = generic else {
            if let Some((Generic::Alias(object), _)) = generic {
                let text = self.generic_alias_string(env, object);
                self.error(
                    "InvalidRecv",
                    x.span,
                    format!("cannot define new methods on generic alias type {text}"),
                );
            }
            return (TypeId::INVALID, Vec::new());
        };
        // Constraints are needed below.
        let object = self.types.named_decl(named).object;
        self.resolve(object);
        let declared = self.types.named_decl(named).type_params.clone();
        let mut own = Vec::with_capacity(args.len());
        for (index, arg) in args.iter().enumerate() {
            let ExprKind::Ident(name) = arg.kind else {
                let message = format!(
                    "receiver type parameter {} must be an identifier",
                    expr_string(arg)
                );
                self.error("BadDecl", arg.span, message);
                return (TypeId::INVALID, own);
            };
            own.push(self.declare_type_param(env, name, arg.span, arg.id, index as u32));
        }
        if own.len() != declared.len() {
            let got = if own.len() == 1 {
                "1 type parameter".to_owned()
            } else {
                format!("{} type parameters", own.len())
            };
            let message = format!(
                "receiver declares {got}, but receiver base type declares {}",
                declared.len()
            );
            self.error("BadRecv", e.span, message);
            return (TypeId::INVALID, own);
        }
        let types: Vec<TypeId> = own
            .iter()
            .map(|&param| self.types.intern(Type::TypeParam(param)))
            .collect();
        let with = crate::subst::Substitution::new(&declared, &types);
        for (&from, &to) in declared.iter().zip(&own) {
            let constraint = self.types.type_param(from).constraint;
            self.types.type_param_mut(to).constraint = self.types.subst(constraint, &with);
            self.canonical_params.insert(to, from);
        }
        self.record_instance(env, node, types.clone().into());
        let ty = self.types.intern(Type::Named {
            decl: named,
            args: types.into(),
        });
        self.record_type(env, x.id, Mode::Type, ty, None);
        (ty, own)
    }

    /// spec: "A receiver base type cannot be a pointer or interface type and it must be defined in the same
    /// package as the method."
    ///
    /// `alias` is the instance of a generic alias by which it is known.
    fn check_receiver(
        &mut self,
        env: &Env,
        span: Span,
        written: TypeId,
        base: TypeId,
        alias: Option<String>,
    ) {
        if base.is_invalid() {
            return;
        }
        let package = env.package;
        self.later(move |checker| {
            if let Some(alias) = alias {
                let message = format!("cannot define new methods on instantiated type {alias}");
                return checker.error("InvalidRecv", span, message);
            }
            let text = checker.type_string(base, package);
            let underlying = checker.underlying(base);
            let message = match checker.types.get(base) {
                Type::Named { decl, args } => {
                    let named = checker.types.named_decl(*decl);
                    let object = checker.object(named.object);
                    let is_own = args
                        .iter()
                        .all(|&arg| matches!(checker.types.get(arg), Type::TypeParam(_)));
                    if object.package != Some(package) {
                        format!("cannot define new methods on non-local type {text}")
                    } else if !is_own {
                        format!("cannot define new methods on instantiated type {text}")
                    } else {
                        let cause = match checker.types.get(underlying) {
                            Type::Basic(BasicKind::UnsafePointer) => "unsafe.Pointer",
                            Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                            _ => return,
                        };
                        format!("invalid receiver type {text} ({cause})")
                    }
                }
                Type::Basic(_) => format!("cannot define new methods on non-local type {text}"),
                _ => format!("invalid receiver type {}", checker.type_string(written, package)),
            };
            checker.error("InvalidRecv", span, message);
        });
    }
}

/// The type without parentheses and pointer, and whether there was one.
fn strip_receiver(e: &ExprNode) -> (&ExprNode, bool) {
    match &e.kind {
        ExprKind::Paren(inner) => strip_receiver(inner),
        ExprKind::Star(inner) => {
            let mut inner = &**inner;
            while let ExprKind::Paren(next) = &inner.kind {
                inner = next;
            }
            (inner, true)
        }
        _ => (e, false),
    }
}
