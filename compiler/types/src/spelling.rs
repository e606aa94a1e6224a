//! How the program writes types: names of aliases and of parameters. Interned types do not remember them, but
//! gc's messages show them.

use crate::checker::{Checker, DeclKind, PackageId};
use crate::compare::is_comparison;
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::object::{ObjectId, ObjectKind};
use crate::operand::Operand;
use crate::types::{Method, ParamNames, Type, TypeId, WrittenInterface, sort_methods};
use goes_syntax::ast::{self, BinaryOp, ExprKind, ExprNode, Symbol, UnaryOp};
use std::sync::Arc;

/// How far aliases are looked for within an expression.
const MAX_DEPTH: u32 = 20;

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
        self.types.param_names.insert(ty, Arc::new(names));
    }

    /// Remembers what the methods and elements of an interface were when it was written last.
    pub(crate) fn note_interface(&mut self, env: &Env, ty: TypeId, methods: &[Method], elements: &[TypeId]) {
        if !self.package(env.package).is_user {
            return;
        }
        let mut methods = methods.to_vec();
        sort_methods(&mut methods);
        let written = WrittenInterface {
            methods: methods.into(),
            elements: elements.into(),
        };
        self.types.written_interfaces.insert(ty, Arc::new(written));
    }

    /// Remembers what the parameters of the function that an operand names are called, wherever it is
    /// declared; of a call with several results, what these are called.
    pub(crate) fn recall_param_names(&mut self, package: PackageId, x: &Operand<'a>) {
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
        let Some(header) = self.headers.get(&method) else {
            return;
        };
        let name = |&id: &ObjectId| Some(self.object(id).name).filter(|name| !name.as_str().is_empty());
        let objects = &header.objects;
        let mut params: Vec<Option<Symbol>> = objects.params.iter().map(name).collect();
        let results: Box<[Option<Symbol>]> = objects.results.iter().map(name).collect();
        if params.iter().chain(&results).all(Option::is_none) {
            return;
        }
        let receiver = objects.receiver.as_ref().and_then(name);
        params.insert(0, Some(receiver.unwrap_or_else(|| Symbol::new("_"))));
        let names = ParamNames {
            params: params.into(),
            results,
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
    pub(crate) fn alias_of(&self, package: PackageId, x: &Operand<'a>) -> Option<String> {
        self.expr_alias(package, x.expr?, MAX_DEPTH)
    }

    /// [`Checker::alias_of`] an expression, looked for in `depth` layers of it.
    fn expr_alias(&self, package: PackageId, e: &ExprNode, depth: u32) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let e = unparen(e);
        let ty = match &e.kind {
            ExprKind::Ident(_) => {
                let object = self.package(package).info.objects.get(e.id.0 as usize)?;
                return self.aliases.get(&(*object)?).cloned();
            }
            ExprKind::CompositeLit(lit) => lit.ty.as_deref()?,
            ExprKind::TypeAssert(_, ty) => ty.as_deref()?,
            ExprKind::Unary(UnaryOp::Minus | UnaryOp::Plus | UnaryOp::Complement, x) => {
                return self.expr_alias(package, x, depth);
            }
            ExprKind::Binary(BinaryOp::Shl | BinaryOp::Shr, x, _) => {
                return self.expr_alias(package, x, depth);
            }
            ExprKind::Binary(op, x, y) if !is_comparison(*op) => {
                let alias = self.expr_alias(package, x, depth);
                return alias.or_else(|| self.expr_alias(package, y, depth));
            }
            ExprKind::Call(call) if self.is_alias_name(package, &call.func) => &call.func,
            ExprKind::Call(call) => return self.call_alias(package, call, depth),
            _ => return None,
        };
        self.is_alias_name(package, ty).then(|| expr_string(ty))
    }

    /// The alias by which a function's result is declared, or by which the type argument is known that it is.
    fn call_alias(&self, package: PackageId, call: &ast::CallExpr, depth: u32) -> Option<String> {
        let (func, type_args) = match &unparen(&call.func).kind {
            ExprKind::Index(func, args) => (unparen(func), &args[..]),
            _ => (unparen(&call.func), &[][..]),
        };
        let name = match &func.kind {
            ExprKind::Ident(_) => func.id,
            ExprKind::Selector(_, sel) => sel.id,
            _ => return None,
        };
        let object = (*self.package(package).info.objects.get(name.0 as usize)?)?;
        let info = self.decls.get(&object)?;
        let DeclKind::Func(decl) = info.kind else {
            return None;
        };
        let [result] = &decl.signature.results[..] else {
            return None;
        };
        let result = result.ty.as_deref()?;
        if info.package == package && self.is_alias_name(package, result) {
            return Some(expr_string(result));
        }
        let ExprKind::Ident(result) = result.kind else {
            return None;
        };
        let is_result = |param: &ast::Param| param.name.as_ref().is_some_and(|name| name.name == result);
        let index = decl.signature.type_params.iter().position(is_result)?;
        if let Some(arg) = type_args.get(index) {
            return self.is_alias_name(package, arg).then(|| expr_string(arg));
        }
        let params = &decl.signature.params;
        let is_of_type = |index: usize| {
            // In `a, b T`, `a` has that type too.
            let typed = params[index..].iter().find(|param| param.ty.is_some());
            typed.is_some_and(|param| {
                let ty = param.ty.as_deref().map(|ty| &ty.kind);
                !param.is_variadic && matches!(ty, Some(ExprKind::Ident(name)) if *name == result)
            })
        };
        let param = (0..params.len()).find(|&index| is_of_type(index))?;
        self.expr_alias(package, call.args.get(param)?, depth)
    }

    /// Rejects the name of a generic alias without type arguments where a value or type is wanted.
    pub(crate) fn reject_generic_alias(&mut self, env: &Env, x: &mut Operand<'a>) {
        let Some(e) = x.expr.map(unparen) else { return };
        let name = match &e.kind {
            ExprKind::Ident(_) => e.id,
            ExprKind::Selector(_, sel) => sel.id,
            _ => return,
        };
        let objects = &self.package(env.package).info.objects;
        let object = objects.get(name.0 as usize).copied().flatten();
        let is_generic = object.is_some_and(|object| {
            matches!(&self.object(object).kind, ObjectKind::TypeName { is_alias: true, type_params } if !type_params.is_empty())
        });
        if is_generic {
            let message = format!("cannot use generic type {} without instantiation", expr_string(e));
            self.fail(env, "WrongTypeArgCount", x.span, message);
            x.invalidate();
        }
    }

    /// The type of an operand for messages, by the name that the program gave it.
    pub(crate) fn operand_type(&self, package: PackageId, x: &Operand<'a>) -> String {
        self.alias_of(package, x)
            .unwrap_or_else(|| self.type_string(x.ty, package))
    }

    /// Whether a type expression is the name of an alias that is not predeclared, or an instance of one.
    fn is_alias_name(&self, package: PackageId, e: &ExprNode) -> bool {
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
