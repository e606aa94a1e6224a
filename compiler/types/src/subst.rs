//! Substitution of types for type parameters.

use crate::types::{
    Field, Interface, Method, Signature, Term, Type, TypeId, TypeParamId, Types, WrittenInterface,
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// `to[i]` takes the place of `from[i]`.
#[derive(Clone, Debug, Default)]
pub struct Substitution {
    pub from: Vec<TypeParamId>,
    pub to: Vec<TypeId>,
}

impl Substitution {
    pub fn new(from: &[TypeParamId], to: &[TypeId]) -> Substitution {
        Substitution {
            from: from.to_vec(),
            to: to.to_vec(),
        }
    }

    pub fn get(&self, param: TypeParamId) -> Option<TypeId> {
        let index = self.from.iter().position(|&from| from == param)?;
        self.to.get(index).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }
}

impl Types {
    /// The type with type parameters replaced.
    /// spec: "Each type argument is substituted for its corresponding type parameter in the generic declaration."
    pub fn subst(&mut self, id: TypeId, substitution: &Substitution) -> TypeId {
        if substitution.is_empty() || !self.has_type_param(id) {
            return id;
        }
        let mut memo = FxHashMap::default();
        self.subst_memo(id, substitution, &mut memo)
    }

    /// [`Types::subst`] for several types.
    pub fn subst_all(&mut self, ids: &[TypeId], substitution: &Substitution) -> Vec<TypeId> {
        ids.iter().map(|&id| self.subst(id, substitution)).collect()
    }

    fn subst_memo(
        &mut self,
        id: TypeId,
        with: &Substitution,
        memo: &mut FxHashMap<TypeId, TypeId>,
    ) -> TypeId {
        if !self.has_type_param(id) {
            return id;
        }
        if let Type::TypeParam(param) = self.get(id) {
            return with.get(*param).unwrap_or(id);
        }
        if let Some(&known) = memo.get(&id) {
            return known;
        }
        let shared = self.shared(id);
        let ty = match &*shared {
            Type::Invalid | Type::Basic(_) | Type::TypeParam(_) => return id,
            Type::Array { len, elem } => Type::Array {
                len: *len,
                elem: self.subst_memo(*elem, with, memo),
            },
            Type::Slice(elem) => Type::Slice(self.subst_memo(*elem, with, memo)),
            Type::Pointer(elem) => Type::Pointer(self.subst_memo(*elem, with, memo)),
            Type::Chan { dir, elem } => Type::Chan {
                dir: *dir,
                elem: self.subst_memo(*elem, with, memo),
            },
            Type::Map { key, elem } => Type::Map {
                key: self.subst_memo(*key, with, memo),
                elem: self.subst_memo(*elem, with, memo),
            },
            Type::Struct(fields) => Type::Struct(
                fields
                    .iter()
                    .map(|field| Field {
                        ty: self.subst_memo(field.ty, with, memo),
                        ..field.clone()
                    })
                    .collect(),
            ),
            Type::Signature(signature) => Type::Signature(Signature {
                type_params: signature.type_params.clone(),
                params: self.subst_list(&signature.params, with, memo),
                results: self.subst_list(&signature.results, with, memo),
                is_variadic: signature.is_variadic,
            }),
            Type::Interface(interface) => return self.subst_interface(id, interface, with, memo),
            Type::Named { decl, args } => Type::Named {
                decl: *decl,
                args: self.subst_list(args, with, memo),
            },
            Type::Tuple(types) => Type::Tuple(self.subst_list(types, with, memo)),
            Type::Union(terms) => Type::Union(
                terms
                    .iter()
                    .map(|term| Term {
                        is_tilde: term.is_tilde,
                        ty: self.subst_memo(term.ty, with, memo),
                    })
                    .collect(),
            ),
        };
        let result = self.intern(ty);
        if let Some(names) = self.param_names.get(&id).cloned() {
            self.param_names.entry(result).or_insert(names);
        }
        memo.insert(id, result);
        result
    }

    fn subst_list(
        &mut self,
        ids: &[TypeId],
        with: &Substitution,
        memo: &mut FxHashMap<TypeId, TypeId>,
    ) -> Box<[TypeId]> {
        ids.iter().map(|&id| self.subst_memo(id, with, memo)).collect()
    }

    fn subst_interface(
        &mut self,
        id: TypeId,
        interface: &Interface,
        with: &Substitution,
        memo: &mut FxHashMap<TypeId, TypeId>,
    ) -> TypeId {
        let methods = self.subst_methods(&interface.methods, with, memo);
        let embedded = self.subst_list(&interface.embedded, with, memo);
        let mut result = self.interface_of(methods, &embedded, interface.is_comparable);
        if interface.is_implicit
            && let Type::Interface(explicit) = self.get(result)
        {
            let implicit = Interface {
                is_implicit: true,
                ..explicit.clone()
            };
            result = self.intern(Type::Interface(implicit));
        }
        if let Some(written) = self.written_interfaces.get(&id).cloned() {
            let written = WrittenInterface {
                methods: self.subst_methods(&written.methods, with, memo).into(),
                elements: self.subst_list(&written.elements, with, memo),
            };
            self.written_interfaces
                .entry(result)
                .or_insert_with(|| Arc::new(written));
        }
        memo.insert(id, result);
        result
    }

    fn subst_methods(
        &mut self,
        methods: &[Method],
        with: &Substitution,
        memo: &mut FxHashMap<TypeId, TypeId>,
    ) -> Vec<Method> {
        methods
            .iter()
            .map(|method| Method {
                signature: self.subst_memo(method.signature, with, memo),
                ..method.clone()
            })
            .collect()
    }
}
