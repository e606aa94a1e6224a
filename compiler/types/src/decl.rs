//! Declarations: what names at package level and in functions stand for, resolved when first needed.

use crate::checker::{Checker, DeclInfo, DeclKind, FuncHeader, PackageId, SignatureObjects, State};
use crate::collect::Repeated;
use crate::constant::Value;
use crate::env::Env;
use crate::object::{DeclRef, Object, ObjectId, ObjectKind, VarKind};
use crate::types::{NamedId, Signature, Type, TypeId, TypeParamId};
use crate::version::version_message;
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, ExprKind};
use rustc_hash::FxHashSet;

impl<'a> Checker<'a> {
    /// Resolves all package-level declarations. Defined types come first, as the aliases among them may
    /// need each other's.
    pub(crate) fn resolve_all(&mut self, package: PackageId) {
        for object in self.in_order_of_resolution(package) {
            self.resolve(object);
        }
        self.check_size_cycles(package);
    }

    /// Gives a package-level object its type, value and so on. Does nothing the second time.
    pub fn resolve(&mut self, object: ObjectId) {
        match self.states[object.0 as usize] {
            State::Resolved => return,
            State::Resolving => return self.check_cycle(object),
            State::Unresolved => {}
        }
        let Some(DeclInfo { package, file, kind }) = self.decls.get(&object).cloned() else {
            return;
        };
        self.enter();
        self.states[object.0 as usize] = State::Resolving;
        self.path.push(object);
        let mut env = self.file_env(package, file);
        match kind {
            DeclKind::Const {
                ty,
                value,
                iota,
                repeated_at,
            } => {
                env.iota = Some(iota);
                env.repeated_at = repeated_at;
                self.resolve_const(&mut env, object, ty, value);
            }
            DeclKind::Var { lhs, ty, rhs, at } => self.resolve_var(&mut env, object, &lhs, ty, rhs, at),
            DeclKind::Type(decl) => self.resolve_type(&mut env, object, decl),
            DeclKind::Func(decl) => self.resolve_func(&mut env, object, decl),
        }
        self.path.pop();
        self.states[object.0 as usize] = State::Resolved;
        // What a signature mentions has no part in initialisation.
        if let ObjectKind::Const { .. } | ObjectKind::Var(_) = self.object(object).kind {
            self.add_dependencies(object, &env);
        }
        self.leave();
    }

    /// [`Checker::resolve`] where only the name's type is needed: defined types have one from the start.
    pub(crate) fn resolve_reference(&mut self, object: ObjectId) {
        let is_defined = matches!(
            self.object(object).kind,
            ObjectKind::TypeName { is_alias: false, .. }
        );
        let is_needed = match self.states[object.0 as usize] {
            State::Resolved => false,
            State::Resolving => true,
            State::Unresolved => !is_defined,
        };
        if is_needed {
            self.resolve(object);
        }
    }

    pub(crate) fn add_dependencies(&mut self, object: ObjectId, env: &Env) {
        if env.dependencies.is_empty() {
            return;
        }
        let list = self.dependencies.entry(object).or_default();
        list.extend(env.dependencies.iter());
        list.sort_unstable();
        list.dedup();
    }

    fn resolve_const(
        &mut self,
        env: &mut Env,
        object: ObjectId,
        ty: Option<&'a ast::ExprNode>,
        value: Option<&'a ast::ExprNode>,
    ) {
        let declared = ty.and_then(|ty| self.const_type(env, ty));
        if declared.is_some_and(TypeId::is_invalid) {
            return;
        }
        self.init_const(env, object, declared, value);
    }

    /// The declared type of a constant.
    fn const_type(&mut self, env: &mut Env, ty: &'a ast::ExprNode) -> Option<TypeId> {
        let id = self.type_expr(env, ty);
        if !self.is_const_type(id) {
            let underlying = self.underlying(id);
            if !underlying.is_invalid() {
                let text = self.ty_string(env, id);
                self.error(
                    "InvalidConstType",
                    ty.span,
                    format!("invalid constant type {text}"),
                );
            }
            return Some(TypeId::INVALID);
        }
        Some(id)
    }

    fn resolve_var(
        &mut self,
        env: &mut Env,
        object: ObjectId,
        lhs: &[ObjectId],
        ty: Option<&'a ast::ExprNode>,
        rhs: &'a [ast::Expr],
        at: Span,
    ) {
        let declared = ty.map(|ty| self.var_type(env, ty));
        if let Some(declared) = declared {
            self.object_mut(object).ty = declared;
        }
        if let Some(ty) = ty {
            lhs.iter().for_each(|&object| self.note_alias(env, object, ty));
        }
        if rhs.is_empty() {
            return;
        }
        if lhs.len() == 1 {
            return self.init_vars(env, lhs, declared, rhs, at);
        }
        // One call gives all of them their values: whoever comes first checks it for the others.
        for &other in lhs {
            if let Some(declared) = declared {
                self.object_mut(other).ty = declared;
            }
            if other != object {
                self.states[other.0 as usize] = State::Resolving;
                self.path.push(other);
            }
        }
        self.init_vars(env, lhs, declared, rhs, at);
        for &other in lhs {
            if other != object {
                self.path.pop();
                self.states[other.0 as usize] = State::Resolved;
                self.add_dependencies(other, env);
            }
        }
    }

    /// Creates what a type declaration declares, its right side still unknown.
    pub(crate) fn begin_type(
        &mut self,
        env: &Env,
        object: ObjectId,
        decl: &'a ast::TypeDecl,
        outer: &[TypeParamId],
    ) {
        let named = if decl.is_alias {
            None
        } else {
            let (named, ty) = self.types.new_named(object, outer);
            self.object_mut(object).ty = ty;
            Some(named)
        };
        if decl.type_params.is_empty() {
            return;
        }
        let mut env = env.clone();
        self.open_scope(&mut env);
        if !decl.is_alias {
            self.verify_type_params(&env, &decl.type_params);
        }
        let params = self.declare_type_params(&env, &decl.type_params);
        if let Some(named) = named {
            self.types.named_decl_mut(named).type_params.clone_from(&params);
        }
        if let ObjectKind::TypeName { type_params, .. } = &mut self.object_mut(object).kind {
            type_params.clone_from(&params);
        }
        self.set_param_owner(&params, object);
        self.type_scopes.insert(object, env.scope);
    }

    fn resolve_type(&mut self, env: &mut Env, object: ObjectId, decl: &'a ast::TypeDecl) {
        let outer_scope = env.scope;
        if let Some(&scope) = self.type_scopes.get(&object) {
            env.scope = scope;
        }
        let params = match &self.object(object).kind {
            ObjectKind::TypeName { type_params, .. } => type_params.clone(),
            _ => Vec::new(),
        };
        self.resolve_constraints(env, &decl.type_params, &params);
        env.type_params.extend(&params);
        let right = self.type_expr(env, &decl.ty);
        env.scope = outer_scope;
        env.type_params.truncate(env.type_params.len() - params.len());
        let is_param = self.is_type_param(right);
        if decl.is_alias {
            let is_allowed = if decl.type_params.is_empty() {
                self.verify_version(env, decl.ty.span, (1, 9), "type alias")
            } else {
                self.verify_version(env, decl.ty.span, (1, 23), "generic type alias")
            };
            if !is_allowed {
                return;
            }
            if is_param && matches!(self.types.get(right), Type::TypeParam(param) if params.contains(param)) {
                let message = "cannot use type parameter declared in alias declaration as RHS";
                self.error("MisplacedTypeParam", decl.ty.span, message);
                return;
            }
            // A cycle through the alias has been reported: its type stays INVALID.
            if !self.broken.contains(&object) {
                self.object_mut(object).ty = right;
            }
            return;
        }
        let Type::Named { decl: named, .. } = *self.types.get(self.object(object).ty) else {
            return;
        };
        if is_param {
            let message = "cannot use a type parameter as RHS in type declaration";
            self.error("MisplacedTypeParam", decl.ty.span, message);
            return self.set_underlying(named, TypeId::INVALID);
        }
        if let Type::Named { .. } = self.types.get(right) {
            self.right_sides.insert(named, right);
        }
        if let ExprKind::InterfaceType(elems) = &decl.ty.kind
            && params.is_empty()
            && !right.is_invalid()
        {
            let embedded = elems.iter().filter_map(|elem| match elem {
                ast::InterfaceElem::Embedded(e) => self.recorded_type(env, e.id).map(|known| known.ty),
                ast::InterfaceElem::Method(..) => None,
            });
            let embedded: Box<[TypeId]> = embedded.collect();
            if !embedded.is_empty() {
                self.written_embeds.insert(named, embedded);
            }
        }
        self.resolve_components(object, right);
        let mut underlying = self.underlying(right);
        if self.broken.contains(&object) {
            underlying = TypeId::INVALID;
        }
        self.set_underlying(named, underlying);
        self.check_valid_type(object);
        if self.types.named_decl(named).methods.iter().len() > 0 {
            self.later(move |checker| checker.check_field_method_clash(named));
        }
    }

    pub(crate) fn set_underlying(&mut self, named: NamedId, underlying: TypeId) {
        self.types.named_decl_mut(named).underlying = Some(underlying);
    }

    /// spec: "the base type [of a struct type] must have distinct [...] method and field names".
    fn check_field_method_clash(&mut self, named: NamedId) {
        let decl = self.types.named_decl(named);
        let Some(underlying) = decl.underlying else { return };
        let methods = decl.methods.clone();
        let Type::Struct(fields) = &*self.types.shared(underlying) else {
            return;
        };
        for method in methods {
            let Object { name, span, .. } = *self.object(method);
            if fields.iter().any(|field| field.name == name) {
                let message = format!("field and method with the same name {name}");
                let mut diagnostic = Diagnostic::error("DuplicateFieldAndMethod", span, message);
                let object = self.types.named_decl(named).object;
                if let Some(field) = self.field_span(object, name) {
                    diagnostic = diagnostic.label(field, format!("other declaration of {name}"));
                }
                self.report(diagnostic);
            }
        }
    }

    /// Where a type declaration writes a field.
    fn field_span(&self, object: ObjectId, name: ast::Symbol) -> Option<Span> {
        let DeclKind::Type(decl) = &self.decls.get(&object)?.kind else {
            return None;
        };
        let ExprKind::StructType(fields) = &decl.ty.kind else {
            return None;
        };
        fields
            .iter()
            .flat_map(|field| &field.names)
            .find(|ident| ident.name == name)
            .map(|ident| ident.span)
    }

    fn resolve_func(&mut self, env: &mut Env, object: ObjectId, decl: &'a ast::FuncDecl) {
        self.open_scope(env);
        let mut receiver = None;
        let mut type_params = Vec::new();
        if let Some(params) = &decl.receiver {
            (receiver, type_params) = self.receiver(env, object, decl, params);
        }
        let own = self.own_type_params(env, decl);
        type_params.extend(&own);
        env.type_params.clone_from(&type_params);
        // The signature may mention the function itself, in the length of an array.
        self.object_mut(object).ty = self.types.intern(Type::Signature(Signature {
            type_params: own.clone().into(),
            params: Box::default(),
            results: Box::default(),
            is_variadic: false,
        }));
        let (ty, objects) = self.signature_objects_in(env, receiver, &decl.signature, own);
        self.object_mut(object).ty = ty;
        self.headers.insert(
            object,
            FuncHeader {
                objects,
                scope: env.scope,
                type_params,
            },
        );
    }

    /// The type parameters that a function or method declares after its name.
    ///
    /// spec: "If the function declaration specifies type parameters, the function name denotes a generic
    /// function."
    fn own_type_params(&mut self, env: &mut Env, decl: &'a ast::FuncDecl) -> Vec<TypeParamId> {
        let Some(first) = decl.signature.type_params.first() else {
            return Vec::new();
        };
        if decl.receiver.is_some() && !self.allow_version(env, (1, 27)) {
            let needs = version_message((1, 27), "generic method");
            let message = format!("method must have no type parameters: {needs}");
            self.fail(env, "InvalidMethodTypeParams", first.span, message);
        }
        if decl.receiver.is_some() || decl.name.name.as_str() != "init" {
            self.verify_type_params(env, &decl.signature.type_params);
        }
        let own = self.declare_type_params(env, &decl.signature.type_params);
        if decl.body.is_none() {
            self.soft_error(
                "BadDecl",
                decl.name.span,
                "generic function is missing function body",
            );
        }
        self.resolve_constraints(env, &decl.signature.type_params, &own);
        own
    }

    /// Reports what is wrong with the user's packages only when they are to be built, once nothing else is:
    /// gc's checker, and go vet, let it pass.
    pub fn check_for_build(&mut self) {
        for index in 0..self.packages.len() {
            if self.packages[index].is_user {
                self.check_missing_bodies(PackageId(index as u32));
            }
        }
        self.check_anonymous_cycles();
    }

    /// Reports the user's interface literals that contain themselves, where nothing else is wrong.
    pub fn check_anonymous_cycles(&mut self) {
        let mut literals = std::mem::take(&mut self.lazy_interfaces);
        literals.retain(|(package, ..)| self.package(*package).is_user);
        // Outer ones come before those within them, which are looked at with them.
        literals.sort_by_key(|&(_, at, _)| (at.lo, std::cmp::Reverse(at.hi)));
        let mut end = 0;
        let mut known = FxHashSet::default();
        for (_, at, ty) in literals {
            if at.lo >= end {
                end = at.hi;
                self.check_anonymous_cycle(at, ty, &mut Vec::new(), &mut known);
            }
        }
    }

    /// spec: "A function declaration without type parameters may omit the body. Such a declaration provides
    /// the signature for a function implemented outside Go": here in JavaScript, to which a directive binds it.
    fn check_missing_bodies(&mut self, package: PackageId) {
        for index in 0..self.package(package).objects.len() {
            let object = self.package(package).objects[index];
            if let Some((decl, _, file)) = self.func_decl(object)
                && decl.body.is_none()
                && decl.name.name.as_str() != "init"
            {
                self.check_missing_body(package, file, decl);
            }
        }
    }

    fn check_missing_body(&mut self, package: PackageId, file: u32, decl: &'a ast::FuncDecl) {
        let Some(file) = self.package(package).files.get(file as usize) else {
            return;
        };
        let start = file
            .decls
            .iter()
            .map(|other| other.span.hi)
            .filter(|&end| end <= decl.name.span.lo)
            .max()
            .unwrap_or(file.package.span.hi);
        let is_bound = file.directives.iter().any(|directive| {
            let is_own = directive.span.lo >= start && directive.span.lo < decl.name.span.lo;
            is_own && directive.name.starts_with("js:")
                || directive.name == "go:linkname"
                    && directive.args.split_whitespace().next() == Some(decl.name.name.as_str())
        });
        if !is_bound {
            self.error("MissingBody", decl.name.span, "missing function body");
        }
    }

    /// Checks a function's body. Does nothing the second time.
    pub fn check_body(&mut self, object: ObjectId) {
        if !self.checked_bodies.insert(object) {
            return;
        }
        self.enter();
        self.resolve(object);
        if let Some(DeclInfo {
            package,
            file,
            kind: DeclKind::Func(decl),
        }) = self.decls.get(&object).cloned()
            && let Some(body) = &decl.body
            && let Some(header) = self.headers.get(&object).cloned()
        {
            let mut env = self.file_env(package, file);
            env.scope = header.scope;
            env.type_params = header.type_params;
            env.results = self.named_only(&header.objects.results);
            let signature = self.object(object).ty;
            // What is being resolved further out has nothing to do with this body.
            let path = std::mem::take(&mut self.path);
            self.func_body(&mut env, signature, body);
            self.path = path;
            self.add_dependencies(object, &env);
        }
        self.leave();
    }

    pub(crate) fn named_only(&self, results: &[ObjectId]) -> Vec<ObjectId> {
        let is_named = results
            .iter()
            .any(|&result| !self.object(result).name.as_str().is_empty());
        if is_named { results.to_vec() } else { Vec::new() }
    }

    /// The tree of a function declaration and where it is.
    pub fn func_decl(&self, object: ObjectId) -> Option<(&'a ast::FuncDecl, PackageId, u32)> {
        match self.decls.get(&object)? {
            DeclInfo {
                package,
                file,
                kind: DeclKind::Func(decl),
            } => Some((decl, *package, *file)),
            _ => None,
        }
    }

    /// Where a function is declared.
    pub fn decl_ref(&self, object: ObjectId) -> Option<DeclRef> {
        match self.object(object).kind {
            ObjectKind::Func { decl, .. } => decl,
            _ => None,
        }
    }

    /// The variables of a function's signature.
    pub fn signature_objects(&mut self, object: ObjectId) -> SignatureObjects {
        self.resolve(object);
        self.headers
            .get(&object)
            .map(|header| header.objects.clone())
            .unwrap_or_default()
    }

    /// The type parameters of a function, or those that its receiver declares.
    pub fn func_type_params(&mut self, object: ObjectId) -> Vec<TypeParamId> {
        self.resolve(object);
        self.headers
            .get(&object)
            .map(|header| header.type_params.clone())
            .unwrap_or_default()
    }

    /// A declaration statement.
    pub(crate) fn decl_stmt(&mut self, env: &mut Env, decls: &'a [ast::Decl]) {
        let mut repeated = None;
        for decl in decls {
            match &decl.kind {
                ast::DeclKind::Const(decl) => self.local_const(env, decl, &mut repeated),
                ast::DeclKind::Var(var) => self.local_var(env, var, decl.span),
                ast::DeclKind::Type(decl) => self.local_type(env, decl),
                ast::DeclKind::Func(_) | ast::DeclKind::Bad => {}
            }
        }
    }

    fn local_const(&mut self, env: &mut Env, decl: &'a ast::ConstDecl, last: &mut Option<Repeated<'a>>) {
        let (from, is_repeated) = Repeated::of(last, decl);
        let (iota, repeated_at) = (env.iota, env.repeated_at);
        env.iota = Some(decl.iota);
        let mut objects = Vec::with_capacity(decl.names.len());
        for (index, name) in decl.names.iter().enumerate() {
            env.repeated_at = is_repeated.then_some(name.span);
            let object = self.new_object(Object {
                name: name.name,
                package: Some(env.package),
                ty: TypeId::INVALID,
                span: name.span,
                kind: ObjectKind::Const {
                    value: Value::Unknown,
                },
                is_global: false,
            });
            let value = from.values().get(index).map(|value| &**value);
            self.resolve_const(env, object, from.ty(), value);
            objects.push(object);
        }
        (env.iota, env.repeated_at) = (iota, repeated_at);
        self.check_const_arity(decl, &from, is_repeated);
        for (name, object) in decl.names.iter().zip(objects) {
            self.declare(env, name.name, name.span, Some(name.id), object);
        }
    }

    fn local_var(&mut self, env: &mut Env, decl: &'a ast::VarDecl, at: Span) {
        let declared = decl.ty.as_deref().map(|ty| self.var_type(env, ty));
        let objects: Vec<ObjectId> = decl
            .names
            .iter()
            .map(|name| {
                let ty = declared.unwrap_or(TypeId::INVALID);
                let object = self.new_local_var(env, name.name, name.span, ty, VarKind::Local);
                if let Some(ty) = &decl.ty {
                    self.note_alias(env, object, ty);
                }
                object
            })
            .collect();
        if !decl.values.is_empty() {
            self.init_vars(env, &objects, declared, &decl.values, at);
        }
        for (name, object) in decl.names.iter().zip(objects) {
            self.declare(env, name.name, name.span, Some(name.id), object);
        }
    }

    /// spec: "The scope of a type identifier declared inside a function begins at the identifier in the
    /// TypeSpec".
    fn local_type(&mut self, env: &mut Env, decl: &'a ast::TypeDecl) {
        let object = self.new_object(Object {
            name: decl.name.name,
            package: Some(env.package),
            ty: TypeId::INVALID,
            span: decl.name.span,
            kind: ObjectKind::TypeName {
                is_alias: decl.is_alias,
                type_params: Vec::new(),
            },
            is_global: false,
        });
        self.declare(env, decl.name.name, decl.name.span, Some(decl.name.id), object);
        let outer = env.type_params.clone();
        self.begin_type(env, object, decl, &outer);
        self.states[object.0 as usize] = State::Resolving;
        self.path.push(object);
        self.resolve_type(env, object, decl);
        self.path.pop();
        self.states[object.0 as usize] = State::Resolved;
    }
}
