//! Generic types with their type arguments, as they are written.

use crate::checker::Checker;
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::object::{ObjectId, ObjectKind};
use crate::scope::Qualified;
use crate::types::{NamedId, Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::{self, ExprKind, ExprNode, NodeId};

/// A generic type that is being given its type arguments.
#[derive(Copy, Clone, Debug)]
pub(crate) enum Generic {
    Defined(NamedId),
    /// spec: "If the alias declaration specifies type parameters, the type name denotes a generic alias."
    Alias(ObjectId),
}

impl<'a> Checker<'a> {
    pub(crate) fn generic_alias_string(&self, env: &Env, object: ObjectId) -> String {
        let ObjectKind::TypeName { type_params, .. } = &self.object(object).kind else {
            return String::new();
        };
        let params: Vec<String> = type_params
            .iter()
            .map(|&param| {
                let param = self.types.type_param(param);
                format!("{} {}", param.name, self.ty_string(env, param.constraint))
            })
            .collect();
        format!("{}[{}]", self.object(object).name, params.join(", "))
    }

    /// The generic type that an expression names, and the node of its name.
    pub(crate) fn generic_base(
        &mut self,
        env: &mut Env,
        x: &'a ExprNode,
        args: &'a [ast::Expr],
    ) -> Option<(Generic, NodeId)> {
        let object = match &x.kind {
            ExprKind::Paren(inner) => return self.generic_base(env, inner, args),
            ExprKind::Ident(name) => self.use_name(env, x.id, x.span, *name)?,
            ExprKind::Selector(package, name) => match self.qualified(env, package, name) {
                Qualified::Object(object) => object,
                Qualified::Failed => return None,
                Qualified::No => {
                    self.not_a_type(env, x);
                    return None;
                }
            },
            _ => {
                let ty = self.type_expr(env, x);
                self.report_not_generic(env, x, args, ty);
                return None;
            }
        };
        let ObjectKind::TypeName {
            is_alias,
            type_params,
        } = &self.object(object).kind
        else {
            self.type_name_type(env, object, x.span);
            return None;
        };
        let ty = self.object(object).ty;
        if *is_alias && !type_params.is_empty() {
            return Some((Generic::Alias(object), x.id));
        }
        match self.types.missing_type_args(ty) {
            Some(named) => Some((Generic::Defined(named), x.id)),
            None => {
                self.report_not_generic(env, x, args, ty);
                None
            }
        }
    }

    pub(crate) fn report_not_generic(
        &mut self,
        env: &Env,
        x: &'a ExprNode,
        args: &'a [ast::Expr],
        ty: TypeId,
    ) {
        if !ty.is_invalid() {
            let text = self.ty_string(env, ty);
            let list: Vec<String> = args.iter().map(|arg| expr_string(arg)).collect();
            let message = format!(
                "invalid operation: {}[{}] ({text} is not a generic type)",
                expr_string(x),
                list.join(", ")
            );
            self.error("NotAGenericType", x.span, message);
        }
    }

    /// spec: "A generic type is instantiated by substituting type arguments for the type parameters."
    pub(crate) fn instance(&mut self, env: &mut Env, x: &'a ExprNode, args: &'a [ast::Expr]) -> TypeId {
        self.verify_version(env, x.span, (1, 18), "type instantiation");
        let Some((generic, node)) = self.generic_base(env, x, args) else {
            return TypeId::INVALID;
        };
        let types: Vec<TypeId> = args.iter().map(|arg| self.var_type(env, arg)).collect();
        if types.iter().any(|ty| ty.is_invalid()) {
            return TypeId::INVALID;
        }
        let params = match generic {
            Generic::Defined(named) => self.types.named_decl(named).type_params.clone(),
            Generic::Alias(object) => match &self.object(object).kind {
                ObjectKind::TypeName { type_params, .. } => type_params.clone(),
                _ => return TypeId::INVALID,
            },
        };
        let spans: Vec<Span> = args.iter().map(|arg| arg.span).collect();
        if types.len() != params.len() {
            let at = if types.len() < params.len() {
                x.span
            } else {
                spans[params.len()]
            };
            self.report_arg_count(at, "type", &expr_string(x), types.len(), params.len());
            return match generic {
                // What it is assigned to can still be checked.
                Generic::Defined(decl) if types.len() < params.len() => self.types.intern(Type::Named {
                    decl,
                    args: types.into(),
                }),
                _ => TypeId::INVALID,
            };
        }
        self.record_instance(env, node, types.clone().into());
        let ty = match generic {
            Generic::Defined(named) => {
                let outer = self.types.named_decl(named).outer_type_params.clone();
                let outer = outer
                    .into_iter()
                    .map(|param| self.types.intern(Type::TypeParam(param)));
                let all: Vec<TypeId> = outer
                    .collect::<Vec<_>>()
                    .into_iter()
                    .chain(types.iter().copied())
                    .collect();
                let ty = self.types.intern(Type::Named {
                    decl: named,
                    args: all.into(),
                });
                if self.package(env.package).is_user {
                    self.instance_spans.entry(ty).or_insert(x.span);
                }
                ty
            }
            Generic::Alias(object) => {
                let right = self.object(object).ty;
                self.types
                    .subst(right, &crate::subst::Substitution::new(&params, &types))
            }
        };
        self.record_type(env, x.id, Mode::Type, ty, None);
        self.note_instantiation(env, x.span, &params, &types);
        self.verify_later(env, spans, params, types);
        ty
    }

    pub(crate) fn report_arg_count(&mut self, span: Span, what: &str, name: &str, have: usize, want: usize) {
        let quality = if have < want { "not enough" } else { "too many" };
        let message = format!("{quality} type arguments for {what} {name}: have {have}, want {want}");
        self.error("WrongTypeArgCount", span, message);
    }
}
