//! The checker's state and its entry points.

use crate::env::Env;
use crate::info::{Info, Mode, Selection, TypeAndValue};
use crate::object::{Object, ObjectId, ObjectKind, VarKind};
use crate::scope::{Scope, ScopeId};
use crate::types::{NamedId, TypeId, TypeParamId, Types};
use goes_source::{Code, Diagnostic, Span};
use goes_syntax::ast::{self, NodeId, Symbol};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// The index of a package in the graph; dependencies have lower numbers.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

impl PackageId {
    /// Stands for a package that could not be found, which has been reported: whatever is looked up in it
    /// is INVALID.
    pub const MISSING: PackageId = PackageId(u32::MAX);
}

/// The newest language version known: that of files which ask for none.
pub const LATEST_VERSION: (u32, u32) = (1, 27);

/// What the checker is told of a package.
#[derive(Debug)]
pub struct PackageInput<'a> {
    /// `unsafe` stands for the package that the language defines; its files are ignored.
    pub path: String,
    pub name: String,
    pub files: &'a [ast::File],
    /// The language version of each file.
    pub versions: Vec<(u32, u32)>,
    /// What import paths in this package's files mean.
    pub imports: FxHashMap<String, PackageId>,
    /// Of the user's module: all bodies are checked, and unused imports are reported.
    pub is_user: bool,
}

/// What is known of one package.
#[derive(Debug)]
pub struct Package<'a> {
    pub path: String,
    pub name: String,
    pub files: &'a [ast::File],
    /// The language version of each file.
    pub versions: Vec<(u32, u32)>,
    pub scope: ScopeId,
    pub file_scopes: Vec<ScopeId>,
    pub info: Info,
    /// Package variables in the order of their initialisation.
    /// spec: "Within a package, package-level variable initialization proceeds stepwise".
    pub init_order: Vec<Initializer<'a>>,
    /// All function declarations named init, in order.
    pub init_funcs: Vec<ObjectId>,
    pub imports: Vec<PackageId>,
    pub is_user: bool,
    /// All objects declared at package level (and methods), in source order.
    pub objects: Vec<ObjectId>,
    pub(crate) import_paths: FxHashMap<String, PackageId>,
    /// Objects of kind `PkgName`, of all files.
    pub(crate) import_names: Vec<ObjectId>,
    /// By file: which dot-import brought a name in.
    pub(crate) dot_imports: FxHashMap<(ScopeId, Symbol), ObjectId>,
    pub(crate) is_collected: bool,
    pub(crate) is_checked: bool,
    pub(crate) is_init_order_known: bool,
}

/// `lhs… = rhs` of package variables.
#[derive(Clone, Debug)]
pub struct Initializer<'a> {
    /// Empty names are `None`.
    pub lhs: Vec<Option<ObjectId>>,
    pub rhs: &'a ast::ExprNode,
    pub file: u32,
}

/// How far a declaration has come.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Unresolved,
    /// On `Checker::path`.
    Resolving,
    Resolved,
}

/// Where an object is declared, and the tree that tells what it is.
#[derive(Clone, Debug)]
pub(crate) struct DeclInfo<'a> {
    pub package: PackageId,
    pub file: u32,
    pub kind: DeclKind<'a>,
}

#[derive(Clone, Debug)]
pub(crate) enum DeclKind<'a> {
    Const {
        ty: Option<&'a ast::ExprNode>,
        value: Option<&'a ast::ExprNode>,
        iota: u32,
        /// Where to report errors of an expression that is repeated implicitly.
        repeated_at: Option<Span>,
    },
    Var {
        /// All variables of the specification if one call initialises them, otherwise the one.
        lhs: Rc<[ObjectId]>,
        ty: Option<&'a ast::ExprNode>,
        rhs: &'a [ast::Expr],
        at: Span,
    },
    Type(&'a ast::TypeDecl),
    Func(&'a ast::FuncDecl),
}

/// The variables that a signature declares.
#[derive(Clone, Debug, Default)]
pub struct SignatureObjects {
    pub receiver: Option<ObjectId>,
    pub params: Vec<ObjectId>,
    pub results: Vec<ObjectId>,
}

/// The checked header of a function declaration.
#[derive(Clone, Debug)]
pub(crate) struct FuncHeader {
    pub objects: SignatureObjects,
    /// The function's own scope: type parameters, parameters and results.
    pub scope: ScopeId,
    pub type_params: Vec<TypeParamId>,
}

/// A check that has to wait until the types it looks at are complete.
pub(crate) struct Delayed<'a>(pub Box<dyn FnOnce(&mut Checker<'a>) + 'a>);

impl std::fmt::Debug for Delayed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Delayed")
    }
}

/// Checks the packages of a build, in the order in which they are handed over.
#[derive(Debug)]
pub struct Checker<'a> {
    pub types: Types,
    pub objects: Vec<Object>,
    pub scopes: Vec<Scope>,
    pub packages: Vec<Package<'a>>,
    pub universe: ScopeId,
    pub diagnostics: Vec<Diagnostic>,
    /// Predeclared types that are not basic.
    pub error_type: TypeId,
    pub any_type: TypeId,
    pub comparable_type: TypeId,
    /// The predeclared `iota`.
    pub iota_object: ObjectId,
    /// Whatever comes before is predeclared.
    pub(crate) first_declared: ObjectId,
    /// Parallel to `objects`.
    pub(crate) states: Vec<State>,
    used: Vec<bool>,
    pub(crate) decls: FxHashMap<ObjectId, DeclInfo<'a>>,
    /// Objects that are being resolved, outermost first.
    pub(crate) path: Vec<ObjectId>,
    pub(crate) delayed: Vec<Delayed<'a>>,
    /// How many public entry points are active: delayed checks run when the outermost one returns.
    pub(crate) active: u32,
    pub(crate) headers: FxHashMap<ObjectId, FuncHeader>,
    pub(crate) checked_bodies: FxHashSet<ObjectId>,
    /// By package-level object: which ones its initialiser or body refers to.
    pub(crate) dependencies: FxHashMap<ObjectId, Vec<ObjectId>>,
    /// Method signatures of instances, by method and receiver type.
    pub(crate) method_signatures: FxHashMap<(ObjectId, TypeId), TypeId>,
    /// Where generic types and functions are instantiated: for the check of infinite instantiation.
    pub(crate) instantiations: Vec<crate::cycles::Instantiation>,
    pub(crate) unsafe_package: Option<PackageId>,
    /// The scopes of generic types' type parameters.
    pub(crate) type_scopes: FxHashMap<ObjectId, ScopeId>,
    /// Objects that depend on themselves, which has been reported.
    pub(crate) broken: FxHashSet<ObjectId>,
    /// Types that do not contain themselves.
    pub(crate) valid_types: FxHashSet<TypeId>,
    /// Type declarations that [`Checker::check_valid_type`] has still to look at.
    pub(crate) unproven_types: Vec<ObjectId>,
    /// By type declaration: the type on its right side, where that is a defined type itself.
    pub(crate) right_sides: FxHashMap<NamedId, TypeId>,
    /// By declaration of an interface type without type parameters: what it embeds, as it is written.
    pub(crate) written_embeds: FxHashMap<NamedId, Box<[TypeId]>>,
    /// Interface literals that might contain themselves, and where they are written.
    pub(crate) lazy_interfaces: Vec<(PackageId, Span, TypeId)>,
    /// How deep [`Checker::sizeof`] is.
    pub(crate) size_depth: u32,
    pub(crate) size_cycles: crate::size_cycles::SizeCycles,
    /// By receiver type parameter: that of the receiver base type.
    pub(crate) canonical_params: FxHashMap<TypeParamId, TypeParamId>,
    /// By type parameter of a type declaration: its object.
    pub(crate) param_owners: FxHashMap<TypeParamId, ObjectId>,
    /// Untyped constants that are shifted by a variable count: their type must turn out to be an integer's.
    pub(crate) shift_operands: FxHashSet<(PackageId, NodeId)>,
    /// The package variables whose initialiser is being checked: function literals in it refer for them.
    pub(crate) literal_owners: Vec<ObjectId>,
    /// The constants of the user's packages whose value refers to other objects in a function literal.
    pub(crate) consts_with_literals: Vec<ObjectId>,
    /// The body that is being checked has labels or branches to them.
    pub(crate) has_labels: bool,
    /// Where to find the lines of spans that messages mention.
    pub(crate) files: Option<&'a goes_source::Files>,
    /// Where an instance of a generic type of the user's packages is written first.
    pub(crate) instance_spans: FxHashMap<TypeId, Span>,
    /// By variable: the alias by which its type is written.
    pub(crate) aliases: FxHashMap<ObjectId, String>,
    /// How the program writes some types that have two names, for messages.
    pub(crate) spelling: crate::display::Spelling,
}

impl Default for Checker<'_> {
    fn default() -> Self {
        Checker::new()
    }
}

impl<'a> Checker<'a> {
    /// A checker that knows the universe and no packages.
    pub fn new() -> Checker<'a> {
        let mut checker = Checker {
            types: Types::new(),
            objects: Vec::new(),
            scopes: vec![Scope::default()],
            packages: Vec::new(),
            universe: ScopeId(0),
            diagnostics: Vec::new(),
            error_type: TypeId::INVALID,
            any_type: TypeId::INVALID,
            comparable_type: TypeId::INVALID,
            iota_object: ObjectId(0),
            first_declared: ObjectId(0),
            states: Vec::new(),
            used: Vec::new(),
            decls: FxHashMap::default(),
            path: Vec::new(),
            delayed: Vec::new(),
            active: 0,
            headers: FxHashMap::default(),
            checked_bodies: FxHashSet::default(),
            dependencies: FxHashMap::default(),
            method_signatures: FxHashMap::default(),
            instantiations: Vec::new(),
            unsafe_package: None,
            files: None,
            type_scopes: FxHashMap::default(),
            broken: FxHashSet::default(),
            valid_types: FxHashSet::default(),
            unproven_types: Vec::new(),
            right_sides: FxHashMap::default(),
            written_embeds: FxHashMap::default(),
            lazy_interfaces: Vec::new(),
            size_depth: 0,
            size_cycles: Default::default(),
            canonical_params: FxHashMap::default(),
            param_owners: FxHashMap::default(),
            shift_operands: FxHashSet::default(),
            literal_owners: Vec::new(),
            consts_with_literals: Vec::new(),
            has_labels: false,
            instance_spans: FxHashMap::default(),
            aliases: FxHashMap::default(),
            spelling: crate::display::Spelling::default(),
        };
        checker.declare_universe();
        checker.first_declared = ObjectId(checker.objects.len() as u32);
        checker
    }

    /// Lets messages mention lines of other declarations, as gc's do.
    pub fn set_files(&mut self, files: &'a goes_source::Files) {
        self.files = Some(files);
    }

    /// An expression as it is written, on one line.
    pub fn expr_text(&self, e: &ast::ExprNode) -> String {
        let text = self.files.map_or("", |files| files.text(e.span));
        text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    }

    pub fn line(&self, span: Span) -> Option<u32> {
        Some(self.files?.position(span)?.line)
    }

    /// `file:line` of a span, without the folder.
    pub fn line_text(&self, span: Span) -> Option<String> {
        let position = self.files?.position(span)?;
        let name = position.file.file_name()?.to_string_lossy().into_owned();
        Some(format!("{name}:{}", position.line))
    }

    /// `file:line:column` of a span, for the text of a message.
    pub(crate) fn position_text(&self, span: Span) -> Option<String> {
        let position = self.files?.position(span)?;
        Some(format!(
            "{}:{}:{}",
            position.file.display(),
            position.line,
            position.column
        ))
    }

    /// Makes all packages of a build known; their ids are their indices in the graph.
    pub fn add_graph(&mut self, graph: &'a goes_packages::Graph) {
        self.set_files(&graph.files);
        for package in &graph.packages {
            let imports = package
                .imports
                .iter()
                .map(|(path, index)| (path.clone(), PackageId(index.0)))
                .collect();
            self.add_package(PackageInput {
                path: package.path.clone(),
                name: package.name.clone(),
                files: &package.files,
                versions: package.file_versions.clone(),
                imports,
                is_user: package.is_user,
            });
        }
    }

    /// Checks all packages, dependencies first.
    pub fn check_all(&mut self) {
        for index in 0..self.packages.len() {
            self.check_package(PackageId(index as u32));
        }
    }

    /// Makes a package known. Those that it imports come before it.
    pub fn add_package(&mut self, input: PackageInput<'a>) -> PackageId {
        let id = PackageId(self.packages.len() as u32);
        let scope = self.new_scope(self.universe, false);
        let is_unsafe = input.path == "unsafe";
        let mut imports: Vec<PackageId> = input.imports.values().copied().collect();
        imports.sort_unstable();
        imports.dedup();
        let nodes = input.files.last().map_or(0, |file| file.next_id as usize);
        self.packages.push(Package {
            path: input.path,
            name: input.name,
            files: if is_unsafe { &[] } else { input.files },
            versions: input.versions,
            scope,
            file_scopes: Vec::new(),
            info: Info::with_capacity(nodes),
            init_order: Vec::new(),
            init_funcs: Vec::new(),
            imports,
            is_user: input.is_user,
            objects: Vec::new(),
            import_paths: input.imports,
            import_names: Vec::new(),
            dot_imports: FxHashMap::default(),
            is_collected: false,
            is_checked: false,
            is_init_order_known: false,
        });
        if is_unsafe {
            self.unsafe_package = Some(id);
            self.declare_unsafe(id, scope);
        }
        id
    }

    /// Checks all declarations and bodies of a package if it is the user's. Of a dependency what its
    /// initialisation needs; the rest when it is asked for.
    pub fn check_package(&mut self, id: PackageId) {
        if std::mem::replace(&mut self.packages[id.0 as usize].is_checked, true) {
            return;
        }
        self.enter();
        self.collect(id);
        // Other declarations of dependencies are resolved when something refers to them.
        for index in 0..self.packages[id.0 as usize].init_funcs.len() {
            let object = self.packages[id.0 as usize].init_funcs[index];
            self.resolve(object);
        }
        if self.packages[id.0 as usize].is_user {
            self.resolve_all(id);
            self.check_all_bodies(id);
        }
        self.leave();
        self.check_infinite_instantiation();
        self.compute_init_order(id);
        if self.packages[id.0 as usize].is_user {
            self.check_package_names(id);
            self.check_linknames(id);
            self.unused_imports(id);
        }
    }

    /// Checks all bodies of a package's functions and methods.
    pub fn check_all_bodies(&mut self, id: PackageId) {
        for index in 0..self.packages[id.0 as usize].objects.len() {
            let object = self.packages[id.0 as usize].objects[index];
            if let ObjectKind::Func { .. } = self.objects[object.0 as usize].kind {
                self.check_body(object);
            }
        }
    }

    pub fn package(&self, id: PackageId) -> &Package<'a> {
        &self.packages[id.0 as usize]
    }

    /// Starts a public entry point; [`Checker::leave`] ends it.
    pub(crate) fn enter(&mut self) {
        self.active += 1;
    }

    /// Ends an entry point; the outermost one runs the checks that had to wait.
    pub(crate) fn leave(&mut self) {
        if self.active == 1 {
            self.process_delayed();
        }
        self.active -= 1;
    }

    pub(crate) fn process_delayed(&mut self) {
        while !self.delayed.is_empty() {
            for Delayed(action) in std::mem::take(&mut self.delayed) {
                action(self);
            }
        }
    }

    pub(crate) fn later(&mut self, action: impl FnOnce(&mut Checker<'a>) + 'a) {
        self.delayed.push(Delayed(Box::new(action)));
    }

    /// Records a finding, unless it only follows from an earlier one.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        let follows =
            diagnostic.message.contains("invalid type") || diagnostic.message.contains("invalid operand");
        if follows && self.diagnostics.iter().any(Diagnostic::is_error) {
            return;
        }
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::error(code, span, message));
    }

    /// An error that does not make what it is about unusable.
    pub(crate) fn soft_error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.error(code, span, message);
    }

    /// Whether something is wrong with what has been checked since the findings were taken.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The findings, sorted by position, none twice.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        diagnostics.sort_by(|a, b| a.span.lo.cmp(&b.span.lo).then_with(|| a.message.cmp(&b.message)));
        diagnostics.dedup_by(|a, b| a.span.lo == b.span.lo && a.message == b.message);
        diagnostics
    }

    pub(crate) fn new_object(&mut self, object: Object) -> ObjectId {
        let id = ObjectId(self.objects.len() as u32);
        self.objects.push(object);
        self.states.push(State::Resolved);
        self.used.push(false);
        id
    }

    /// A variable of a function. It enters a scope through [`Checker::declare`].
    pub(crate) fn new_local_var(
        &mut self,
        env: &Env,
        name: Symbol,
        span: Span,
        ty: TypeId,
        kind: VarKind,
    ) -> ObjectId {
        self.new_object(Object {
            name,
            package: Some(env.package),
            ty,
            span,
            kind: ObjectKind::Var(kind),
            is_global: false,
        })
    }

    pub fn object(&self, id: ObjectId) -> &Object {
        &self.objects[id.0 as usize]
    }

    pub(crate) fn object_mut(&mut self, id: ObjectId) -> &mut Object {
        &mut self.objects[id.0 as usize]
    }

    /// Whether a variable has been used.
    pub fn is_used(&self, id: ObjectId) -> bool {
        self.used[id.0 as usize]
    }

    pub(crate) fn mark_used(&mut self, id: ObjectId) {
        self.used[id.0 as usize] = true;
    }

    fn info_mut(&mut self, env: &Env) -> &mut Info {
        &mut self.packages[env.package.0 as usize].info
    }

    pub(crate) fn record_type(
        &mut self,
        env: &Env,
        node: NodeId,
        mode: Mode,
        ty: TypeId,
        value: Option<crate::constant::Value>,
    ) {
        let types = &mut self.info_mut(env).types;
        let index = node.0 as usize;
        if types.len() <= index {
            types.resize(index + 1, None);
        }
        let value = value.map(Box::new);
        types[index] = Some(TypeAndValue { mode, ty, value });
    }

    pub(crate) fn recorded_type(&self, env: &Env, node: NodeId) -> Option<&TypeAndValue> {
        self.packages[env.package.0 as usize]
            .info
            .types
            .get(node.0 as usize)?
            .as_ref()
    }

    pub(crate) fn record_object(&mut self, env: &Env, node: NodeId, object: ObjectId) {
        let objects = &mut self.info_mut(env).objects;
        let index = node.0 as usize;
        if objects.len() <= index {
            objects.resize(index + 1, None);
        }
        objects[index] = Some(object);
    }

    pub(crate) fn record_selection(&mut self, env: &Env, node: NodeId, selection: Selection) {
        self.info_mut(env).selections.insert(node, selection);
    }

    pub(crate) fn record_instance(&mut self, env: &Env, node: NodeId, args: Box<[TypeId]>) {
        self.info_mut(env).instances.insert(node, args);
    }

    pub(crate) fn record_clause_var(&mut self, env: &Env, node: NodeId, object: ObjectId) {
        self.info_mut(env).clause_vars.insert(node, object);
    }

    pub(crate) fn record_field_key(&mut self, env: &Env, node: NodeId, path: Box<[u32]>) {
        self.info_mut(env).field_keys.insert(node, path);
    }
}
