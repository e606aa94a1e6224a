//! Package-level declarations become objects; nothing is resolved yet.

use crate::checker::{Checker, DeclInfo, DeclKind, PackageId, State};
use crate::constant::Value;
use crate::object::{DeclRef, Object, ObjectId, ObjectKind, Receiver, VarKind};
use crate::types::{NamedId, Type, TypeId};
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, ExprKind, Ident, Symbol};
use std::rc::Rc;

/// A constant specification whose expressions the following ones may repeat.
#[derive(Copy, Clone)]
pub(crate) struct Repeated<'a> {
    group: u32,
    ty: Option<&'a ast::ExprNode>,
    values: &'a [ast::Expr],
}

impl<'a> Repeated<'a> {
    /// The type and values of a constant specification, and whether they are repeated.
    ///
    /// spec: "Omitting the list of expressions is therefore equivalent to repeating the previous list."
    pub(crate) fn of(last: &mut Option<Repeated<'a>>, decl: &'a ast::ConstDecl) -> (Repeated<'a>, bool) {
        let own = Repeated {
            group: decl.group,
            ty: decl.ty.as_deref(),
            values: &decl.values,
        };
        let is_empty = decl.ty.is_none() && decl.values.is_empty();
        match *last {
            Some(previous) if is_empty && previous.group == decl.group => (previous, true),
            _ => {
                *last = Some(own);
                (own, false)
            }
        }
    }

    pub(crate) fn ty(&self) -> Option<&'a ast::ExprNode> {
        self.ty
    }

    pub(crate) fn values(&self) -> &'a [ast::Expr] {
        self.values
    }
}

impl<'a> Checker<'a> {
    /// Declares everything at package level.
    pub(crate) fn collect(&mut self, package: PackageId) {
        if std::mem::replace(&mut self.packages[package.0 as usize].is_collected, true) {
            return;
        }
        let files = self.package(package).files;
        let scope = self.package(package).scope;
        let mut methods: Vec<(ObjectId, Symbol)> = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let file_scope = self.new_scope(scope, false);
            self.packages[package.0 as usize].file_scopes.push(file_scope);
            self.collect_imports(package, index as u32, file_scope, file);
        }
        for (index, file) in files.iter().enumerate() {
            // Without a span it is the parser's, for want of one.
            if file.package.name.is_blank() && file.package.span.lo < file.package.span.hi {
                self.error("BlankPkgName", file.package.span, "invalid package name _");
            }
            self.collect_file(package, index as u32, file, &mut methods);
        }
        self.check_file_scopes(package);
        self.associate_methods(package, &methods);
    }

    fn collect_file(
        &mut self,
        package: PackageId,
        file: u32,
        tree: &'a ast::File,
        methods: &mut Vec<(ObjectId, Symbol)>,
    ) {
        let mut repeated = None;
        for (index, decl) in tree.decls.iter().enumerate() {
            match &decl.kind {
                ast::DeclKind::Const(decl) => self.collect_const(package, file, decl, &mut repeated),
                ast::DeclKind::Var(var) => self.collect_var(package, file, var, decl.span),
                ast::DeclKind::Type(decl) => self.collect_type(package, file, decl),
                ast::DeclKind::Func(func) => {
                    let at = DeclRef {
                        package,
                        file,
                        decl: index as u32,
                    };
                    self.collect_func(at, func, methods);
                }
                ast::DeclKind::Bad => {}
            }
        }
    }

    /// A package-level object that is still to be resolved.
    fn new_global(
        &mut self,
        package: PackageId,
        file: u32,
        ident: &Ident,
        kind: ObjectKind,
        decl: DeclKind<'a>,
    ) -> ObjectId {
        let object = self.new_object(Object {
            name: ident.name,
            package: Some(package),
            ty: TypeId::INVALID,
            span: ident.span,
            kind,
            is_global: true,
        });
        self.states[object.0 as usize] = State::Unresolved;
        self.decls.insert(
            object,
            DeclInfo {
                package,
                file,
                kind: decl,
            },
        );
        self.packages[package.0 as usize].objects.push(object);
        let env = self.file_env(package, file);
        self.record_object(&env, ident.id, object);
        object
    }

    fn declare_global(&mut self, package: PackageId, ident: &Ident, object: ObjectId) {
        let scope = self.package(package).scope;
        let name = ident.name.as_str();
        // spec: "the identifier init [...] can only be declared as a function"; main likewise in package main.
        if name == "init" {
            return self.error(
                "InvalidInitDecl",
                ident.span,
                "cannot declare init - must be func",
            );
        }
        let is_func = matches!(self.object(object).kind, ObjectKind::Func { .. });
        if name == "main" && self.package(package).name == "main" && !is_func {
            return self.error(
                "InvalidMainDecl",
                ident.span,
                "cannot declare main - must be func",
            );
        }
        self.declare_in(scope, ident.name, ident.span, object);
    }

    fn collect_const(
        &mut self,
        package: PackageId,
        file: u32,
        decl: &'a ast::ConstDecl,
        last: &mut Option<Repeated<'a>>,
    ) {
        let (from, is_repeated) = Repeated::of(last, decl);
        for (index, name) in decl.names.iter().enumerate() {
            let kind = DeclKind::Const {
                ty: from.ty(),
                value: from.values().get(index).map(|value| &**value),
                iota: decl.iota,
                repeated_at: is_repeated.then_some(name.span),
            };
            let object = self.new_global(
                package,
                file,
                name,
                ObjectKind::Const {
                    value: Value::Unknown,
                },
                kind,
            );
            self.declare_global(package, name, object);
        }
        self.check_const_arity(decl, &from, is_repeated);
    }

    /// spec: "the number of identifiers must be equal to the number of expressions in the previous list".
    pub(crate) fn check_const_arity(
        &mut self,
        decl: &'a ast::ConstDecl,
        from: &Repeated<'a>,
        is_repeated: bool,
    ) {
        let (names, values) = (decl.names.len(), from.values().len());
        if values < names {
            let name = decl.names[values];
            self.error(
                "WrongAssignCount",
                name.span,
                format!("missing init expr for {}", name.name),
            );
        } else if values > names && !is_repeated {
            let extra = &from.values()[names];
            let text = crate::expr_string::expr_string(extra);
            self.error("WrongAssignCount", extra.span, format!("extra init expr {text}"));
        } else if values > names {
            let span = decl.names[0].span;
            let at = self
                .position_text(from.values()[names].span)
                .map(|at| format!(" at {at}"))
                .unwrap_or_default();
            self.error("WrongAssignCount", span, format!("extra init expr{at}"));
        }
    }

    fn collect_var(&mut self, package: PackageId, file: u32, decl: &'a ast::VarDecl, at: Span) {
        let ty = decl.ty.as_deref();
        let is_one_call = decl.values.len() == 1 && decl.names.len() > 1;
        let has_pairs = decl.values.len() == decl.names.len();
        let mut objects = Vec::with_capacity(decl.names.len());
        for (index, name) in decl.names.iter().enumerate() {
            let rhs: &'a [ast::Expr] = if has_pairs {
                &decl.values[index..=index]
            } else {
                &decl.values
            };
            let kind = DeclKind::Var {
                lhs: Rc::new([]),
                ty,
                rhs,
                at,
            };
            objects.push(self.new_global(package, file, name, ObjectKind::Var(VarKind::Package), kind));
        }
        let all: Rc<[ObjectId]> = objects.clone().into();
        let is_mismatch = !has_pairs && !is_one_call && !decl.values.is_empty();
        for &object in &objects {
            let own: Rc<[ObjectId]> = if is_one_call || is_mismatch {
                Rc::clone(&all)
            } else {
                Rc::new([object])
            };
            if let Some(DeclInfo {
                kind: DeclKind::Var { lhs, .. },
                ..
            }) = self.decls.get_mut(&object)
            {
                *lhs = own;
            }
        }
        for (name, &object) in decl.names.iter().zip(&objects) {
            self.declare_global(package, name, object);
        }
    }

    fn collect_type(&mut self, package: PackageId, file: u32, decl: &'a ast::TypeDecl) {
        let kind = ObjectKind::TypeName {
            is_alias: decl.is_alias,
            type_params: Vec::new(),
        };
        let object = self.new_global(package, file, &decl.name, kind, DeclKind::Type(decl));
        self.declare_global(package, &decl.name, object);
        let env = self.file_env(package, file);
        self.begin_type(&env, object, decl, &[]);
    }

    fn collect_func(&mut self, at: DeclRef, decl: &'a ast::FuncDecl, methods: &mut Vec<(ObjectId, Symbol)>) {
        let (package, file) = (at.package, at.file);
        let receiver = decl.receiver.as_ref().map(|params| Receiver {
            base: TypeId::INVALID,
            is_pointer: params
                .first()
                .and_then(|param| param.ty.as_deref())
                .is_some_and(is_pointer_receiver),
            type_params: Vec::new(),
        });
        let is_method = receiver.is_some();
        let kind = ObjectKind::Func {
            decl: Some(at),
            receiver,
        };
        let object = self.new_global(package, file, &decl.name, kind, DeclKind::Func(decl));
        if is_method {
            let base = decl
                .receiver
                .as_ref()
                .and_then(|params| params.first())
                .and_then(|param| param.ty.as_deref());
            if let Some(name) = base.and_then(receiver_base_name) {
                methods.push((object, name));
            }
            return;
        }
        let name = decl.name.name.as_str();
        let is_main = name == "main" && self.package(package).name == "main";
        if name == "init" || is_main {
            self.check_main_or_init(decl, name);
        }
        if name == "init" {
            self.packages[package.0 as usize].init_funcs.push(object);
        } else {
            self.declare_in(
                self.package(package).scope,
                decl.name.name,
                decl.name.span,
                object,
            );
        }
    }

    /// spec: "must be defined [...] with no arguments and no result parameters".
    fn check_main_or_init(&mut self, decl: &'a ast::FuncDecl, name: &str) {
        let code = if name == "init" {
            "InvalidInitDecl"
        } else {
            "InvalidMainDecl"
        };
        if let Some(param) = decl.signature.type_params.first() {
            self.soft_error(
                code,
                param.span,
                format!("func {name} must have no type parameters"),
            );
        }
        if !decl.signature.params.is_empty() || !decl.signature.results.is_empty() {
            self.soft_error(
                code,
                decl.name.span,
                format!("func {name} must have no arguments and no return values"),
            );
        }
        if name == "init" && decl.body.is_none() {
            self.soft_error("MissingInitBody", decl.name.span, "func init must have a body");
        }
    }

    /// spec: "no identifier may be declared in both the file and package block."
    fn check_file_scopes(&mut self, package: PackageId) {
        let package_scope = self.package(package).scope;
        for index in 0..self.package(package).file_scopes.len() {
            let scope = self.package(package).file_scopes[index];
            let mut clashes: Vec<(Symbol, ObjectId, ObjectId)> = Vec::new();
            #[expect(clippy::iter_over_hash_type, reason = "sorted below")]
            for (&name, &import) in &self.scopes[scope.0 as usize].names {
                if let Some(&object) = self.scopes[package_scope.0 as usize].names.get(&name) {
                    clashes.push((name, import, object));
                }
            }
            clashes.sort_by_key(|&(_, _, object)| object);
            for (name, import, object) in clashes {
                self.report_file_scope_clash(name, import, object);
            }
        }
    }

    fn report_file_scope_clash(&mut self, name: Symbol, import: ObjectId, object: ObjectId) {
        let span = self.object(object).span;
        let import_span = self.object(import).span;
        let (through, imported) = match self.object(import).kind {
            ObjectKind::PkgName { imported, .. } => ("import", Some(imported)),
            _ => ("dot-import", self.object(import).package),
        };
        let Some(imported) = imported.filter(|&imported| imported != PackageId::MISSING) else {
            return;
        };
        let package = self.package(imported);
        let message = format!(
            "{name} already declared through {through} of package {} ({:?})",
            package.name, package.path
        );
        self.report(
            Diagnostic::error("DuplicateDecl", span, message)
                .label(import_span, format!("other declaration of {name}")),
        );
    }

    /// Hands methods to their receiver base types.
    fn associate_methods(&mut self, package: PackageId, methods: &[(ObjectId, Symbol)]) {
        for &(method, base) in methods {
            let Some((decl, is_pointer)) = self.base_type(package, base) else {
                continue;
            };
            let already = matches!(&self.object(method).kind, ObjectKind::Func { receiver: Some(r), .. } if r.is_pointer);
            if is_pointer && already {
                continue;
            }
            if is_pointer
                && let ObjectKind::Func {
                    receiver: Some(receiver),
                    ..
                } = &mut self.object_mut(method).kind
            {
                receiver.is_pointer = true;
            }
            let name = self.object(method).name;
            // spec: "the method name must not be blank": such a method has no name to be found by.
            if name.is_blank() {
                continue;
            }
            if let Some(&other) = self.types.named_decl(decl).method_index.get(&name) {
                let span = self.object(method).span;
                let other_span = self.object(other).span;
                let at = self
                    .position_text(other_span)
                    .map(|at| format!(" at {at}"))
                    .unwrap_or_default();
                let base = self.object(self.types.named_decl(decl).object).name;
                self.error(
                    "DuplicateMethod",
                    span,
                    format!("method {base}.{name} already declared{at}"),
                );
                continue;
            }
            let named = self.types.named_decl_mut(decl);
            named.methods.push(method);
            named.method_index.insert(name, method);
        }
    }

    /// The defined type that a receiver base type name stands for, and whether a pointer was on the way;
    /// aliases are followed by name alone.
    fn base_type(&self, package: PackageId, name: Symbol) -> Option<(NamedId, bool)> {
        let scope = self.package(package).scope;
        let mut name = name;
        let mut has_pointer = false;
        for _ in 0..100 {
            let object = *self.scopes[scope.0 as usize].names.get(&name)?;
            let Some(DeclInfo {
                kind: DeclKind::Type(decl),
                ..
            }) = self.decls.get(&object)
            else {
                return None;
            };
            if !decl.is_alias {
                let Type::Named { decl, .. } = *self.types.get(self.object(object).ty) else {
                    return None;
                };
                return Some((decl, has_pointer));
            }
            let is_pointer = is_pointer_receiver(&decl.ty);
            if is_pointer && has_pointer {
                return None;
            }
            has_pointer |= is_pointer;
            name = alias_base_name(&decl.ty)?;
        }
        None
    }

    /// What a name denotes at package level.
    pub fn package_object(&self, package: PackageId, name: &str) -> Option<ObjectId> {
        let scope = self.package(package).scope;
        self.scopes[scope.0 as usize]
            .names
            .get(&Symbol::new(name))
            .copied()
    }
}

/// `T` of `T`, `*T`, `(T)`, `*T[P]`…
pub(crate) fn receiver_base_name(ty: &ast::ExprNode) -> Option<Symbol> {
    match &ty.kind {
        ExprKind::Ident(name) => Some(*name),
        ExprKind::Paren(inner) | ExprKind::Star(inner) | ExprKind::Index(inner, _) => {
            receiver_base_name(inner)
        }
        _ => None,
    }
}

/// `T` of `T`, `*T`, `(T)`: an alias of an instantiated type has no methods of its own.
fn alias_base_name(ty: &ast::ExprNode) -> Option<Symbol> {
    match &ty.kind {
        ExprKind::Ident(name) => Some(*name),
        ExprKind::Paren(inner) | ExprKind::Star(inner) => alias_base_name(inner),
        _ => None,
    }
}

fn is_pointer_receiver(ty: &ast::ExprNode) -> bool {
    match &ty.kind {
        ExprKind::Paren(inner) => is_pointer_receiver(inner),
        ExprKind::Star(_) => true,
        _ => false,
    }
}
