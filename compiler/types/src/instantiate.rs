//! Type arguments take the place of type parameters.

use crate::checker::Checker;
use crate::env::Env;
use crate::object::ObjectId;
use crate::subst::Substitution;
use crate::types::{Signature, Type, TypeId, TypeParamId};
use goes_source::Span;

impl<'a> Checker<'a> {
    /// The generic function's signature with its type arguments filled in. Whether they satisfy their
    /// constraints is checked when all types are complete; `spans` are those of written arguments.
    pub(crate) fn instantiate_signature(
        &mut self,
        env: &Env,
        span: Span,
        signature: TypeId,
        args: &[TypeId],
        spans: &[Span],
    ) -> TypeId {
        let shared = self.types.shared(signature);
        let Type::Signature(generic) = &*shared else {
            return signature;
        };
        let params = generic.type_params.to_vec();
        let spans: Vec<Span> = (0..args.len())
            .map(|index| spans.get(index).copied().unwrap_or(span))
            .collect();
        self.note_instantiation(env, span, &params, args);
        self.verify_later(env, spans, params.clone(), args.to_vec());
        let with = Substitution {
            from: params,
            to: args.to_vec(),
        };
        let plain = self.types.intern(Type::Signature(Signature {
            type_params: Box::default(),
            ..generic.clone()
        }));
        if let Some(names) = self.types.param_names.get(&signature).cloned() {
            self.types.param_names.insert(plain, names);
        }
        self.types.subst(plain, &with)
    }

    /// spec: "each type argument must satisfy [...] the corresponding type parameter's constraint".
    pub(crate) fn verify_later(
        &mut self,
        env: &Env,
        spans: Vec<Span>,
        params: Vec<TypeParamId>,
        args: Vec<TypeId>,
    ) {
        let any = self.any_type;
        if params
            .iter()
            .all(|&param| self.types.type_param(param).constraint == any)
        {
            return;
        }
        let env = Env::new(env.package, env.file, env.version, env.scope);
        self.later(move |checker| {
            if let Err((index, cause)) = checker.verify(&env, &params, &args) {
                checker.fail(&env, "InvalidTypeArg", spans[index.min(spans.len() - 1)], cause);
            }
        });
    }

    /// Whether type arguments satisfy their constraints; otherwise the first that does not, and why.
    pub(crate) fn verify(
        &mut self,
        env: &Env,
        params: &[TypeParamId],
        args: &[TypeId],
    ) -> Result<(), (usize, String)> {
        let with = Substitution::new(params, args);
        for (index, (&param, &arg)) in params.iter().zip(args).enumerate() {
            self.resolve_owner(param);
            let constraint = self.types.type_param(param).constraint;
            if constraint == self.any_type || constraint.is_invalid() {
                continue;
            }
            if let Some(written) = self.types.written_constraints.get(&param).cloned() {
                self.types.written_interfaces.insert(constraint, written);
            }
            let mut constraint = self.types.subst(constraint, &with);
            if !self.is_interface(constraint) && !self.underlying(constraint).is_invalid() {
                constraint = self.types.implicit_interface(constraint);
            }
            self.implements(env, arg, constraint, true)
                .map_err(|cause| (index, cause))?;
        }
        Ok(())
    }

    /// Resolves the type declaration that declares a type parameter, whose constraint is unknown till then.
    fn resolve_owner(&mut self, param: TypeParamId) {
        if !self.types.type_param(param).constraint.is_invalid() {
            return;
        }
        if let Some(&owner) = self.param_owners.get(&param) {
            self.resolve(owner);
        }
    }

    /// A generic type with its type arguments, checked elsewhere.
    pub fn instantiate_named(&mut self, generic: TypeId, args: &[TypeId]) -> TypeId {
        let Type::Named { decl, args: outer } = self.types.get(generic) else {
            return generic;
        };
        let (decl, all) = (*decl, outer.iter().chain(args).copied().collect());
        self.types.intern(Type::Named { decl, args: all })
    }

    /// Fresh type parameters in place of some, and a type in terms of them.
    pub(crate) fn rename_type_params(
        &mut self,
        params: &[TypeParamId],
        ty: TypeId,
    ) -> (Vec<TypeParamId>, TypeId) {
        let (fresh, with) = self.fresh_type_params(params);
        let ty = match &*self.types.shared(ty) {
            Type::Signature(signature) => {
                let plain = self.types.intern(Type::Signature(Signature {
                    type_params: Box::default(),
                    ..signature.clone()
                }));
                let renamed = self.types.subst(plain, &with);
                let Type::Signature(renamed) = self.types.get(renamed).clone() else {
                    return (fresh, ty);
                };
                let type_params = if signature.type_params.is_empty() {
                    Box::default()
                } else {
                    fresh.clone().into()
                };
                self.types.intern(Type::Signature(Signature {
                    type_params,
                    ..renamed
                }))
            }
            _ => self.types.subst(ty, &with),
        };
        (fresh, ty)
    }

    pub(crate) fn fresh_type_params(&mut self, params: &[TypeParamId]) -> (Vec<TypeParamId>, Substitution) {
        let mut fresh = Vec::with_capacity(params.len());
        let mut types = Vec::with_capacity(params.len());
        for &param in params {
            let decl = self.types.type_param(param).clone();
            let (id, ty) = self.types.new_type_param(decl.object, decl.name, decl.index);
            fresh.push(id);
            types.push(ty);
        }
        let with = Substitution::new(params, &types);
        for (&from, &to) in params.iter().zip(&fresh) {
            let constraint = self.types.type_param(from).constraint;
            self.types.type_param_mut(to).constraint = self.types.subst(constraint, &with);
        }
        (fresh, with)
    }

    /// The declaration that a type parameter belongs to, for constraints that are not known yet.
    pub(crate) fn set_param_owner(&mut self, params: &[TypeParamId], owner: ObjectId) {
        for &param in params {
            self.param_owners.insert(param, owner);
        }
    }
}
