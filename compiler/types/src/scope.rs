//! Scopes: which names are visible where.

use crate::checker::{Checker, PackageId};
use crate::env::Env;
use crate::object::{Object, ObjectId, ObjectKind, VarKind};
use crate::types::TypeId;
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, NodeId, Symbol};
use rustc_hash::FxHashMap;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct ScopeId(pub u32);

/// spec: "Go is lexically scoped using blocks".
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub parent: Option<ScopeId>,
    pub names: FxHashMap<Symbol, ObjectId>,
    /// In a function, a name is visible from the end of its declaration on: scopes there are filled in
    /// source order while the body is checked, so that lookup needs no positions.
    pub is_function: bool,
}

/// What `x.name` is where `x` may name a package.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Qualified {
    /// `x` does not name a package.
    No,
    /// Reported.
    Failed,
    Object(ObjectId),
}

impl<'a> Checker<'a> {
    pub(crate) fn new_scope(&mut self, parent: ScopeId, is_function: bool) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        self.scopes.push(Scope {
            parent: Some(parent),
            names: FxHashMap::default(),
            is_function,
        });
        id
    }

    /// Enters a nested block.
    pub(crate) fn open_scope(&mut self, env: &mut Env) {
        env.scope = self.new_scope(env.scope, true);
    }

    /// Leaves the innermost block.
    pub(crate) fn close_scope(&mut self, env: &mut Env) {
        env.scope = self.scopes[env.scope.0 as usize]
            .parent
            .expect("a block lies in another one");
    }

    /// Makes a name visible in the innermost block. `node` is the declaring identifier, if there is one.
    ///
    /// spec: "No identifier may be declared twice in the same block".
    pub(crate) fn declare(
        &mut self,
        env: &Env,
        name: Symbol,
        span: Span,
        node: Option<NodeId>,
        object: ObjectId,
    ) {
        if let Some(node) = node {
            self.record_object(env, node, object);
        }
        if !self.declare_in(env.scope, name, span, object) {
            // Nothing can refer to it: that nothing reads it follows from the error reported.
            self.mark_used(object);
        }
    }

    /// Enters a name into a scope; reports one that is there already.
    pub(crate) fn declare_in(&mut self, scope: ScopeId, name: Symbol, span: Span, object: ObjectId) -> bool {
        // spec: "The blank identifier may be used like any other identifier in a declaration, but it does
        // not introduce a binding".
        if name.is_blank() {
            return true;
        }
        if let Some(&other) = self.scopes[scope.0 as usize].names.get(&name) {
            self.report_redeclared(name, span, other);
            return false;
        }
        self.scopes[scope.0 as usize].names.insert(name, object);
        true
    }

    pub(crate) fn report_redeclared(&mut self, name: Symbol, span: Span, other: ObjectId) {
        let mut diagnostic =
            Diagnostic::error("DuplicateDecl", span, format!("{name} redeclared in this block"));
        let other = self.object(other).span;
        if !other.is_nowhere() {
            diagnostic = diagnostic.label(other, format!("other declaration of {name}"));
        }
        self.report(diagnostic);
    }

    /// What a name denotes here.
    pub(crate) fn lookup_name(&self, env: &Env, name: Symbol) -> Option<ObjectId> {
        let mut scope = Some(env.scope);
        while let Some(id) = scope {
            let at = &self.scopes[id.0 as usize];
            if let Some(&object) = at.names.get(&name) {
                return Some(object);
            }
            scope = at.parent;
        }
        None
    }

    /// [`Checker::lookup_name`] for a name in an expression or type: reports an undefined one, resolves
    /// what it denotes, and takes note of its use.
    pub(crate) fn use_name(
        &mut self,
        env: &mut Env,
        node: NodeId,
        span: Span,
        name: Symbol,
    ) -> Option<ObjectId> {
        let Some(object) = self.lookup_name(env, name) else {
            if name.is_blank() {
                self.error("InvalidBlank", span, "cannot use _ as value or type");
            } else {
                let mut diagnostic = Diagnostic::error("UndeclaredName", span, format!("undefined: {name}"));
                if let Some(similar) = self.similar_name(env, name) {
                    diagnostic = diagnostic.note(format!("did you mean {similar}?"));
                }
                self.report(diagnostic);
            }
            return None;
        };
        self.record_object(env, node, object);
        if object < self.first_declared {
            self.note_spelling(name);
            if matches!(name.as_str(), "any" | "comparable")
                && !self.verify_version(env, span, (1, 18), &format!("predeclared {name}"))
            {
                return None;
            }
        }
        self.note_use(env, object, name);
        Some(object)
    }

    /// Resolves an object that is referred to, and notes the reference.
    fn note_use(&mut self, env: &mut Env, object: ObjectId, name: Symbol) {
        self.note_mention(object);
        self.resolve_reference(object);
        let found = &self.objects[object.0 as usize];
        if found.package == Some(env.package) {
            if found.is_global && !matches!(found.kind, ObjectKind::TypeName { .. }) {
                env.dependencies.insert(object);
            }
        } else if found.package.is_some() {
            // Only a dot-import makes another package's object visible without a qualifier.
            let package = &self.packages[env.package.0 as usize];
            let import = package
                .file_scopes
                .get(env.file as usize)
                .and_then(|&file_scope| package.dot_imports.get(&(file_scope, name)).copied());
            if let Some(import) = import {
                self.mark_import_used(import);
            }
        }
    }

    /// Whether a package that this file imports could not be had.
    fn misses_import(&self, env: &Env) -> bool {
        let package = &self.packages[env.package.0 as usize];
        let Some(file) = package.file_scopes.get(env.file as usize) else {
            return false;
        };
        self.scopes[file.0 as usize].names.values().any(|&object| {
            matches!(self.object(object).kind, ObjectKind::PkgName { imported, .. } if imported == PackageId::MISSING)
        })
    }

    pub(crate) fn mark_import_used(&mut self, import: ObjectId) {
        if let ObjectKind::PkgName { is_used, .. } = &mut self.objects[import.0 as usize].kind {
            *is_used = true;
        }
    }

    /// A qualified identifier, `x.name`.
    ///
    /// spec: "A qualified identifier accesses an identifier in a different package, which must be imported.
    /// The identifier must be exported and declared in the package block of that package."
    pub(crate) fn qualified(
        &mut self,
        env: &mut Env,
        x: &'a ast::ExprNode,
        name: &'a ast::Ident,
    ) -> Qualified {
        let ast::ExprKind::Ident(package_name) = x.kind else {
            return Qualified::No;
        };
        let Some(import) = self.lookup_name(env, package_name) else {
            // A package that could not be had may be called otherwise than its path.
            return if self.misses_import(env) {
                Qualified::Failed
            } else {
                Qualified::No
            };
        };
        let ObjectKind::PkgName { imported, .. } = self.object(import).kind else {
            return Qualified::No;
        };
        self.mark_import_used(import);
        self.record_object(env, x.id, import);
        if imported == PackageId::MISSING {
            return Qualified::Failed;
        }
        let package = &self.packages[imported.0 as usize];
        let found = self.scopes[package.scope.0 as usize]
            .names
            .get(&name.name)
            .copied();
        let package_name = package_name.as_str();
        match found {
            None => {
                let near = self.exported_fold(package.scope, name.name);
                let hint = near.map(|near| format!(" (but have {near})")).unwrap_or_default();
                let message = format!("undefined: {package_name}.{}{hint}", name.name);
                let mut diagnostic = Diagnostic::error("UndeclaredImportedName", name.span, message);
                if near.is_none()
                    && let Some(similar) = self.similar_export(imported, name.name)
                {
                    diagnostic = diagnostic.note(format!("did you mean {package_name}.{similar}?"));
                }
                self.report(diagnostic);
                Qualified::Failed
            }
            Some(_) if !name.name.is_exported() => {
                let imported_name = package.name.clone();
                self.error(
                    "UnexportedName",
                    name.span,
                    format!("name {} not exported by package {imported_name}", name.name),
                );
                Qualified::Failed
            }
            Some(object) => {
                self.record_object(env, name.id, object);
                self.resolve_reference(object);
                Qualified::Object(object)
            }
        }
    }

    /// The exported name of a package that differs only in upper and lower case.
    fn exported_fold(&self, scope: ScopeId, name: Symbol) -> Option<Symbol> {
        let wanted = name.as_str();
        let names = &self.scopes[scope.0 as usize].names;
        let same = |other: &&Symbol| other.is_exported() && other.as_str().eq_ignore_ascii_case(wanted);
        names
            .keys()
            .filter(same)
            .min_by_key(|other| other.as_str())
            .copied()
    }

    /// A variable for a parameter or result, entered into the innermost block.
    pub(crate) fn declare_param(
        &mut self,
        env: &Env,
        ident: Option<&ast::Ident>,
        span: Span,
        ty: TypeId,
        kind: VarKind,
    ) -> ObjectId {
        let name = ident.map_or_else(|| Symbol::new(""), |ident| ident.name);
        let span = ident.map_or(span, |ident| ident.span);
        let object = self.new_object(Object {
            name,
            package: Some(env.package),
            ty,
            span,
            kind: ObjectKind::Var(kind),
            is_global: false,
        });
        if let Some(ident) = ident {
            self.declare(env, ident.name, ident.span, Some(ident.id), object);
        }
        object
    }
}
