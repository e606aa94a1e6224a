//! Signatures, their parameters and type parameters.

use crate::checker::{Checker, SignatureObjects};
use crate::env::Env;
use crate::object::{Object, ObjectId, ObjectKind, VarKind};
use crate::types::{Signature, Type, TypeId, TypeParamId};
use goes_source::Span;
use goes_syntax::ast::{self, ExprNode, NodeId, Symbol};
use std::sync::Arc;

impl<'a> Checker<'a> {
    pub(crate) fn func_type(&mut self, env: &mut Env, signature: &'a ast::Signature) -> TypeId {
        self.open_scope(env);
        let results = std::mem::take(&mut env.results);
        let (ty, ..) = self.signature_parts(env, signature, Vec::new());
        env.results = results;
        self.close_scope(env);
        if let Some(param) = signature.type_params.first() {
            self.error(
                "InvalidSyntaxTree",
                param.span,
                "function type must have no type parameters",
            );
        }
        ty
    }

    /// The type of a function literal's or function type's signature. Parameters and results are declared
    /// in the innermost scope, which the caller has opened; named results are left in `env.results`.
    pub(crate) fn func_lit_signature(&mut self, env: &mut Env, signature: &'a ast::Signature) -> TypeId {
        if let Some(param) = signature.type_params.first() {
            self.error(
                "InvalidSyntaxTree",
                param.span,
                "function literal must have no type parameters",
            );
        }
        let (ty, _, results) = self.signature_parts(env, signature, Vec::new());
        env.results = self.named_only(&results);
        ty
    }

    /// [`Checker::func_lit_signature`], with the variables.
    pub(crate) fn signature_parts(
        &mut self,
        env: &mut Env,
        signature: &'a ast::Signature,
        type_params: Vec<TypeParamId>,
    ) -> (TypeId, Vec<ObjectId>, Vec<ObjectId>) {
        let (ty, objects) = self.signature_objects_in(env, None, signature, type_params);
        (ty, objects.params, objects.results)
    }

    /// The type of a signature, and the variables that it and the receiver declare.
    pub(crate) fn signature_objects_in(
        &mut self,
        env: &mut Env,
        receiver: Option<(&'a ast::Param, TypeId)>,
        signature: &'a ast::Signature,
        type_params: Vec<TypeParamId>,
    ) -> (TypeId, SignatureObjects) {
        // All types are looked up before any name is declared: parameters are visible in the body alone.
        let (params, is_variadic) = self.param_types(env, &signature.params, VarKind::Param);
        let (results, _) = self.param_types(env, &signature.results, VarKind::Result);
        let receiver = receiver
            .map(|(param, ty)| self.declare_param(env, param.name.as_ref(), param.span, ty, VarKind::Param));
        let objects = SignatureObjects {
            receiver,
            params: self.declare_params(env, &signature.params, &params, VarKind::Param),
            results: self.declare_params(env, &signature.results, &results, VarKind::Result),
        };
        let ty = self.types.intern(Type::Signature(Signature {
            type_params: type_params.into(),
            params: params.into(),
            results: results.into(),
            is_variadic,
        }));
        self.note_param_names(env, ty, signature);
        for (params, variables) in [
            (&signature.params, &objects.params),
            (&signature.results, &objects.results),
        ] {
            for (param, &variable) in params.iter().zip(variables) {
                if let Some(e) = param.ty.as_deref().filter(|_| !param.is_variadic) {
                    self.note_alias(env, variable, e);
                }
            }
        }
        (ty, objects)
    }

    pub(crate) fn param_types(
        &mut self,
        env: &mut Env,
        params: &'a [ast::Param],
        kind: VarKind,
    ) -> (Vec<TypeId>, bool) {
        let mut types = vec![TypeId::INVALID; params.len()];
        let mut is_variadic = false;
        let mut next = 0;
        for (index, param) in params.iter().enumerate() {
            let Some(e) = &param.ty else { continue };
            let mut ty = self.var_type(env, e);
            if param.is_variadic {
                // The parser has reported any other.
                if kind == VarKind::Param && index + 1 == params.len() {
                    is_variadic = true;
                    ty = self.types.slice_of(ty);
                }
            }
            types[next..=index].fill(ty);
            next = index + 1;
        }
        (types, is_variadic)
    }

    pub(crate) fn declare_params(
        &mut self,
        env: &Env,
        params: &'a [ast::Param],
        types: &[TypeId],
        kind: VarKind,
    ) -> Vec<ObjectId> {
        params
            .iter()
            .zip(types)
            .map(|(param, &ty)| self.declare_param(env, param.name.as_ref(), param.span, ty, kind))
            .collect()
    }

    /// Whether the file's language version has type parameters.
    pub(crate) fn verify_type_params(&mut self, env: &Env, params: &'a [ast::Param]) {
        if let Some(first) = params.first() {
            self.verify_version(env, first.span, (1, 18), "type parameter");
        }
    }

    /// Declares type parameters; their constraints come later, as they may refer to all of them.
    pub(crate) fn declare_type_params(&mut self, env: &Env, params: &'a [ast::Param]) -> Vec<TypeParamId> {
        let mut ids = Vec::with_capacity(params.len());
        for (index, param) in params.iter().enumerate() {
            let Some(ident) = &param.name else { continue };
            ids.push(self.declare_type_param(env, ident.name, ident.span, ident.id, index as u32));
        }
        ids
    }

    pub(crate) fn declare_type_param(
        &mut self,
        env: &Env,
        name: Symbol,
        span: Span,
        node: NodeId,
        index: u32,
    ) -> TypeParamId {
        let object = self.new_object(Object {
            name,
            package: Some(env.package),
            ty: TypeId::INVALID,
            span,
            kind: ObjectKind::TypeName {
                is_alias: false,
                type_params: Vec::new(),
            },
            is_global: false,
        });
        let (id, ty) = self.types.new_type_param(object, name, index);
        self.object_mut(object).ty = ty;
        self.declare(env, name, span, Some(node), object);
        id
    }

    /// spec: "a type constraint [...] is an interface that defines the set of permissible type arguments".
    pub(crate) fn resolve_constraints(
        &mut self,
        env: &mut Env,
        params: &'a [ast::Param],
        ids: &[TypeParamId],
    ) {
        let mut first = 0;
        for (index, param) in params.iter().enumerate() {
            let Some(e) = &param.ty else { continue };
            let constraint = self.constraint(env, e);
            let written = self.types.written_interfaces.get(&constraint).cloned();
            for &id in ids.get(first..=index).unwrap_or_default() {
                self.types.type_param_mut(id).constraint = constraint;
                if let Some(written) = &written {
                    self.types.written_constraints.insert(id, Arc::clone(written));
                }
            }
            first = index + 1;
        }
    }

    pub(crate) fn constraint(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.type_elem(env, e);
        if self.is_type_param(ty) {
            self.error(
                "MisplacedTypeParam",
                e.span,
                "cannot use a type parameter as constraint",
            );
            return self.any_type;
        }
        if let Type::Union(_) = self.types.get(ty) {
            return self.types.implicit_interface(ty);
        }
        ty
    }
}
