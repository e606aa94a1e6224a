//! Type inference.
//!
//! spec: "A use of a generic function may omit some or all type arguments if they can be inferred from the
//! context within which the function is used".

use crate::checker::Checker;
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::operand::Operand;
use crate::subst::Substitution;
use crate::types::{BasicKind, Term, Type, TypeId, TypeParamId};
use crate::unify::{Matching, Unifier};
use goes_source::{Diagnostic, Span};

/// What type arguments are to be inferred from.
#[derive(Clone, Debug)]
pub(crate) struct InferRequest<'r, 'a> {
    /// Where to report what cannot be inferred.
    pub span: Span,
    pub type_params: &'r [TypeParamId],
    /// The type arguments that are given, by index; may be shorter than `type_params`.
    pub targs: &'r [Option<TypeId>],
    /// Types of the parameters that receive `args`, one each.
    pub params: &'r [TypeId],
    pub args: &'r [Operand<'a>],
    /// The function's type is matched against that of what it is assigned to.
    pub reverse: bool,
    /// `in call to f, ` goes in front of messages.
    pub call: Option<&'r str>,
    /// What stands for an argument that no expression denotes.
    pub target: Option<goes_syntax::ast::Symbol>,
}

impl<'a> Checker<'a> {
    /// The type arguments for all type parameters; `None` if that failed, which is reported.
    pub(crate) fn infer(&mut self, env: &Env, request: &InferRequest<'_, 'a>) -> Option<Vec<TypeId>> {
        let given: Option<Vec<TypeId>> = (0..request.type_params.len())
            .map(|index| request.targs.get(index).copied().flatten())
            .collect();
        if let Some(given) = given {
            return Some(given);
        }
        if request
            .args
            .iter()
            .any(|arg| arg.is_invalid() || arg.ty.is_invalid())
            || request.params.iter().any(|param| param.is_invalid())
        {
            return None;
        }
        // The function may be called within its own body, with arguments of its own type parameters.
        let needs_fresh = request.args.iter().any(|arg| self.types.has_type_param(arg.ty))
            || request
                .targs
                .iter()
                .flatten()
                .any(|&arg| self.types.has_type_param(arg));
        let (type_params, params);
        if needs_fresh {
            let (fresh, with) = self.fresh_type_params(request.type_params);
            // Arguments that are generic functions bring type parameters of their own along, which are
            // unique already and occur on both sides.
            params = self.types.subst_all(request.params, &with);
            type_params = fresh;
            let is_own = |checker: &Self, arg: &Operand<'a>| {
                let mut found = Vec::new();
                checker.collect_type_params(arg.ty, &mut found);
                found.iter().any(|param| request.type_params.contains(param))
            };
            let args: Vec<Operand<'a>> = request
                .args
                .iter()
                .map(|arg| {
                    let mut arg = arg.clone();
                    if self.is_generic(arg.ty) && is_own(self, &arg) {
                        arg.ty = self.without_type_params(arg.ty);
                        arg.ty = self.types.subst(arg.ty, &with);
                    }
                    arg
                })
                .collect();
            return self.infer_types(env, request, &type_params, &params, &args);
        }
        self.infer_types(env, request, request.type_params, request.params, request.args)
    }

    fn without_type_params(&mut self, ty: TypeId) -> TypeId {
        match self.types.get(ty) {
            Type::Signature(signature) if !signature.type_params.is_empty() => {
                let mut signature = signature.clone();
                signature.type_params = Box::default();
                self.types.intern(Type::Signature(signature))
            }
            _ => ty,
        }
    }

    fn infer_types(
        &mut self,
        env: &Env,
        request: &InferRequest<'_, 'a>,
        type_params: &[TypeParamId],
        params: &[TypeId],
        args: &[Operand<'a>],
    ) -> Option<Vec<TypeId>> {
        // spec: "if a partial type argument list is provided, [...] the remaining type arguments" are inferred:
        // what does not depend on them is a matter of assignment.
        let given = type_params.iter().zip(request.targs);
        let (from, to) = given.filter_map(|(&param, &ty)| Some((param, ty?))).unzip();
        let with = Substitution { from, to };
        let params = &self.types.subst_all(params, &with)[..];
        let mut unifier = Unifier::new(type_params, request.targs, self.allow_version(env, (1, 21)));
        let mut untyped = Vec::new();
        // A parameter whose type is given need not have that of its argument: it is assigned to.
        let given = type_params
            .iter()
            .zip(request.targs)
            .filter_map(|(&param, targ)| Some((param, (*targ)?)));
        let (from, to): (Vec<TypeParamId>, Vec<TypeId>) = given.unzip();
        let params = self.types.subst_all(params, &Substitution::new(&from, &to));
        for (&param, arg) in params.iter().zip(args) {
            if !self.mentions(param, type_params) && !self.mentions(arg.ty, type_params) {
                continue;
            }
            if arg.is_nil() {
                continue;
            }
            if self.is_untyped(arg.ty) {
                if let Type::TypeParam(own) = *self.types.get(param) {
                    untyped.push((own, arg));
                }
                continue;
            }
            let ty = self.without_type_params(arg.ty);
            if !self.unify(&mut unifier, param, ty, Matching::Assign) {
                self.report_no_match(env, request, &unifier, type_params, param, arg);
                return None;
            }
        }
        self.infer_from_constraints(env, request, &mut unifier, type_params)?;
        self.infer_from_untyped(env, request, &mut unifier, type_params, &untyped)?;
        self.simplify(request, &unifier, type_params)
    }

    fn mentions(&self, ty: TypeId, params: &[TypeParamId]) -> bool {
        if !self.types.has_type_param(ty) {
            return false;
        }
        let mut found = Vec::new();
        self.collect_type_params(ty, &mut found);
        found.iter().any(|param| params.contains(param))
    }

    /// spec: "type equations [...] from constraints": core types and methods of constraints yield more.
    fn infer_from_constraints(
        &mut self,
        env: &Env,
        request: &InferRequest<'_, 'a>,
        unifier: &mut Unifier,
        type_params: &[TypeParamId],
    ) -> Option<()> {
        loop {
            let before = unifier.unknowns();
            for &param in type_params {
                let known = unifier.at(param);
                match (self.core_term(param), known) {
                    (Some((core, _)), Some(known))
                        if !self.unify(unifier, known, core.ty, Matching::Loose) =>
                    {
                        return self.report_unsatisfied(env, request, param, known, "");
                    }
                    (Some((core, true)), None) if !core.is_tilde => unifier.set(param, core.ty),
                    _ => {}
                }
                let Some(known) = known else { continue };
                if self.mentions(known, type_params) {
                    continue;
                }
                if let Some(cause) = self.infer_from_methods(env, unifier, param, known) {
                    return self.report_unsatisfied(env, request, param, known, &format!(" {cause}"));
                }
            }
            if unifier.unknowns() == before {
                return Some(());
            }
        }
    }

    /// The methods of a constraint agree with those of the type argument; says why if they do not.
    fn infer_from_methods(
        &mut self,
        env: &Env,
        unifier: &mut Unifier,
        param: TypeParamId,
        known: TypeId,
    ) -> Option<String> {
        let ty = self.types.intern(Type::TypeParam(param));
        let set = self.type_set(ty);
        for method in &set.methods {
            let from = method.package.unwrap_or(env.package);
            match self.lookup(known, false, from, method.name) {
                crate::Lookup::Found {
                    entry: crate::Entry::Method { signature, .. },
                    ..
                } => {
                    if self.is_generic_func(signature)
                        || !self.unify(unifier, method.signature, signature, Matching::Exact)
                    {
                        return Some(self.wrong_method(env, method.name, signature, method.signature));
                    }
                }
                _ => return self.missing_one(env, known, method),
            }
        }
        None
    }

    /// The single type of a type parameter's type set (true), or its core type.
    fn core_term(&mut self, param: TypeParamId) -> Option<(Term, bool)> {
        let ty = self.types.intern(Type::TypeParam(param));
        let terms = self.type_set_terms(ty)?;
        if let [only] = &*terms {
            let term = if only.is_tilde {
                Term {
                    is_tilde: true,
                    ty: self.underlying(only.ty),
                }
            } else {
                *only
            };
            return Some((term, true));
        }
        let core = self.core_type(ty)?;
        Some((
            Term {
                is_tilde: true,
                ty: core,
            },
            false,
        ))
    }

    /// spec: "If a type parameter has [only] untyped constant arguments [...] the default type of the
    /// constant of the kind that appears last in the list: int, rune, float, complex".
    fn infer_from_untyped(
        &mut self,
        env: &Env,
        request: &InferRequest<'_, 'a>,
        unifier: &mut Unifier,
        type_params: &[TypeParamId],
        untyped: &[(TypeParamId, &Operand<'a>)],
    ) -> Option<()> {
        let mut kinds: Vec<(TypeParamId, TypeId)> = Vec::new();
        for &(param, arg) in untyped {
            if !type_params.contains(&param) || unifier.at(param).is_some() {
                continue;
            }
            match kinds.iter_mut().find(|(other, _)| *other == param) {
                None => kinds.push((param, arg.ty)),
                Some((_, kind)) => match larger_untyped(*kind, arg.ty) {
                    Some(larger) => *kind = larger,
                    None => {
                        let (have, want) = (self.ty_string(env, *kind), self.ty_string(env, arg.ty));
                        let name = self.types.type_param(param).name;
                        let message = format!("mismatched types {have} and {want} (cannot infer {name})");
                        self.report_inference(request, arg.span, message);
                        return None;
                    }
                },
            }
        }
        for (param, kind) in kinds {
            unifier.set(param, self.default_type(kind));
        }
        Some(())
    }

    /// Inferred types may mention other type parameters: replaces them until none is left.
    fn simplify(
        &mut self,
        request: &InferRequest<'_, 'a>,
        unifier: &Unifier,
        type_params: &[TypeParamId],
    ) -> Option<Vec<TypeId>> {
        let mut inferred: Vec<Option<TypeId>> = type_params.iter().map(|&param| unifier.at(param)).collect();
        for _ in 0..=type_params.len() {
            let known: Vec<(TypeParamId, TypeId)> = type_params
                .iter()
                .zip(&inferred)
                .filter_map(|(&param, ty)| ty.map(|ty| (param, ty)))
                .collect();
            // A type parameter that is inferred to be something around itself has no solution.
            let with = Substitution {
                from: known.iter().map(|&(param, _)| param).collect(),
                to: known.iter().map(|&(_, ty)| ty).collect(),
            };
            let mut has_changed = false;
            for ty in inferred.iter_mut().flatten() {
                if self.mentions(*ty, &with.from) {
                    let next = self.types.subst(*ty, &with);
                    has_changed |= next != *ty;
                    *ty = next;
                }
            }
            if !has_changed {
                break;
            }
        }
        let mut result = Vec::with_capacity(type_params.len());
        for (index, ty) in inferred.into_iter().enumerate() {
            match ty {
                Some(ty) if !self.mentions(ty, type_params) => result.push(ty),
                _ => {
                    let decl = self.types.type_param(type_params[index]);
                    let (name, object) = (decl.name, decl.object);
                    let declared = self.object(object).span;
                    let prefix = request
                        .call
                        .map(|call| format!("in call to {call}, "))
                        .unwrap_or_default();
                    let at = self
                        .position_text(declared)
                        .map(|at| format!(" (declared at {at})"))
                        .unwrap_or_default();
                    let message = format!("{prefix}cannot infer {name}{at}");
                    self.report(Diagnostic::error("CannotInferTypeArgs", request.span, message));
                    return None;
                }
            }
        }
        Some(result)
    }

    fn report_inference(&mut self, request: &InferRequest<'_, 'a>, span: Span, message: String) {
        let prefix = request
            .call
            .map(|call| format!("in call to {call}, "))
            .unwrap_or_default();
        self.error("CannotInferTypeArgs", span, format!("{prefix}{message}"));
    }

    fn report_unsatisfied(
        &mut self,
        env: &Env,
        request: &InferRequest<'_, 'a>,
        param: TypeParamId,
        ty: TypeId,
        cause: &str,
    ) -> Option<()> {
        let decl = self.types.type_param(param).clone();
        let (ty, constraint) = (self.ty_string(env, ty), self.ty_string(env, decl.constraint));
        let message = format!("{} (type {ty}) does not satisfy {constraint}{cause}", decl.name);
        self.report_inference(request, request.span, message);
        None
    }

    fn report_no_match(
        &mut self,
        env: &Env,
        request: &InferRequest<'_, 'a>,
        unifier: &Unifier,
        type_params: &[TypeParamId],
        param: TypeId,
        arg: &Operand<'a>,
    ) {
        // What has been inferred so far tells more than the bare parameter type.
        let known: Vec<(TypeParamId, TypeId)> = type_params
            .iter()
            .filter_map(|&param| unifier.at(param).map(|ty| (param, ty)))
            .collect();
        let with = Substitution {
            from: known.iter().map(|&(param, _)| param).collect(),
            to: known.iter().map(|&(_, ty)| ty).collect(),
        };
        let inferred = self.types.subst(param, &with);
        let have = self.ty_string(env, arg.ty);
        let want = self.ty_string(env, param);
        let target = request.target.map_or("", goes_syntax::ast::Symbol::as_str);
        let text = arg.expr.map_or_else(|| target.to_owned(), expr_string);
        let message = if known.is_empty() {
            let list = self.param_list(type_params);
            format!("type {have} of {text} does not match {want} (cannot infer {list})")
        } else if inferred == param {
            format!("type {have} of {text} does not match {want}")
        } else {
            let inferred = self.ty_string(env, inferred);
            if request.reverse {
                format!("inferred type {inferred} for {want} does not match type {have} of {text}")
            } else {
                format!("type {have} of {text} does not match inferred type {inferred} for {want}")
            }
        };
        self.report_inference(request, arg.span, message);
    }

    /// `K, V, and W`
    fn param_list(&self, params: &[TypeParamId]) -> String {
        let names: Vec<&str> = params
            .iter()
            .map(|&param| self.types.type_param(param).name.as_str())
            .collect();
        match &*names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [one, two] => format!("{one} and {two}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        }
    }
}

/// The untyped numeric kind that appears later in the list int, rune, float, complex.
fn larger_untyped(a: TypeId, b: TypeId) -> Option<TypeId> {
    if a == b {
        return Some(a);
    }
    let is_numeric = |ty: TypeId| {
        ty >= TypeId::basic(BasicKind::UntypedInt) && ty <= TypeId::basic(BasicKind::UntypedComplex)
    };
    (is_numeric(a) && is_numeric(b)).then(|| a.max(b))
}
