//! How the program writes types: names of aliases and of parameters. Interned types do not remember them, but
//! gc's messages show them.

use crate::checker::Checker;
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::object::{ObjectId, ObjectKind};
use crate::operand::Operand;
use crate::types::{ParamNames, Type, TypeId};
use goes_syntax::ast::{self, ExprKind, ExprNode, Symbol};
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// Remembers what the parameters of a function type were called when it was written last.
    pub(crate) fn note_param_names(&mut self, env: &Env, ty: TypeId, signature: &ast::Signature) {
        if !self.package(env.package).is_user {
            return;
        }
        self.insert_param_names(ty, signature);
    }

    fn insert_param_names(&mut self, ty: TypeId, signature: &ast::Signature) {
        let names = |params: &[ast::Param]| {
            params
                .iter()
                .map(|param| param.name.map(|name| name.name))
                .collect()
        };
        let names = ParamNames {
            params: names(&signature.params),
            results: names(&signature.results),
        };
        let is_named = names.params.iter().chain(&names.results).any(Option::is_some);
        match is_named {
            true => drop(self.types.param_names.insert(ty, Arc::new(names))),
            false => drop(self.types.param_names.remove(&ty)),
        }
    }

    /// Remembers what the parameters of the function that an operand names are called, wherever it is
    /// declared; of a call with several results, what these are called.
    pub(crate) fn recall_param_names(&mut self, package: crate::PackageId, x: &Operand<'a>) {
        let Some(e) = x.expr.map(unparen) else { return };
        let is_tuple = match self.types.get(x.ty) {
            Type::Tuple(_) => true,
            Type::Signature(_) => false,
            _ => return,
        };
        let named = match &e.kind {
            ExprKind::Call(call) if is_tuple => unparen(&call.func),
            _ if is_tuple => return,
            _ => e,
        };
        let node = match &named.kind {
            ExprKind::Ident(_) => named.id,
            ExprKind::Selector(_, sel) => sel.id,
            _ => return,
        };
        let object = self.package(package).info.objects.get(node.0 as usize).copied();
        let Some(object) = object.flatten() else { return };
        let Some((decl, ..)) = self.func_decl(object) else {
            return;
        };
        if is_tuple || self.object(object).ty == x.ty {
            self.insert_param_names(x.ty, &decl.signature);
        }
    }

    /// The names for `T.m`, whose receiver has become a parameter.
    pub(crate) fn note_receiver_name(&mut self, method: ObjectId, ty: TypeId) {
        let Some(names) = self.types.param_names.get(&self.object(method).ty).cloned() else {
            return;
        };
        let receiver = self
            .headers
            .get(&method)
            .and_then(|header| header.objects.receiver)
            .map(|receiver| self.object(receiver).name)
            .filter(|name| !name.as_str().is_empty());
        let receiver = receiver.unwrap_or_else(|| Symbol::new("_"));
        let names = ParamNames {
            params: std::iter::once(Some(receiver))
                .chain(names.params.iter().copied())
                .collect(),
            results: names.results.clone(),
        };
        self.types.param_names.insert(ty, Arc::new(names));
    }

    /// Remembers the alias by which a variable's type was written.
    pub(crate) fn note_alias(&mut self, env: &Env, variable: ObjectId, e: &ExprNode) {
        if self.package(env.package).is_user && self.is_alias_name(env.package, e) {
            self.aliases.insert(variable, expr_string(e));
        }
    }

    /// [`Checker::note_alias`] for a variable that has its type from its initial value.
    pub(crate) fn inherit_alias(&mut self, env: &Env, variable: ObjectId, x: &Operand<'a>) {
        if let Some(alias) = self.alias_of(env.package, x) {
            self.aliases.insert(variable, alias);
        }
    }

    /// The alias by which an operand's type is known.
    pub(crate) fn alias_of(&self, package: crate::PackageId, x: &Operand<'a>) -> Option<String> {
        let e = unparen(x.expr?);
        let ty = match &e.kind {
            ExprKind::Ident(_) => {
                let object = self.package(package).info.objects.get(e.id.0 as usize)?;
                return self.aliases.get(&(*object)?).cloned();
            }
            ExprKind::CompositeLit(lit) => lit.ty.as_deref()?,
            ExprKind::Call(call) => &call.func,
            _ => return None,
        };
        self.is_alias_name(package, ty).then(|| expr_string(ty))
    }

    /// The type of an operand for messages, by the name that the program gave it.
    pub(crate) fn operand_type(&self, package: crate::PackageId, x: &Operand<'a>) -> String {
        self.alias_of(package, x)
            .unwrap_or_else(|| self.type_string(x.ty, package))
    }

    /// Whether a type expression is the name of an alias that is not predeclared, or an instance of one.
    fn is_alias_name(&self, package: crate::PackageId, e: &ExprNode) -> bool {
        let name = match &e.kind {
            ExprKind::Ident(_) => e.id,
            ExprKind::Selector(_, sel) => sel.id,
            ExprKind::Index(x, _) | ExprKind::Paren(x) => return self.is_alias_name(package, x),
            _ => return false,
        };
        let object = self.package(package).info.objects.get(name.0 as usize).copied();
        object.flatten().is_some_and(|object| {
            object >= self.first_declared
                && matches!(
                    self.object(object).kind,
                    ObjectKind::TypeName { is_alias: true, .. }
                )
        })
    }
}
