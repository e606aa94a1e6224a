//! The worklist: what is reachable, and the tables in which it ends up.

use crate::Roots;
use crate::decl::FuncSource;
use crate::interface::Dispatch;
use crate::ir::{
    Closure, Entry, Export, ExportItem, FuncId, Function, Global, GlobalId, Package, PackageId, Program,
    Storage, TypeId,
};
use crate::ty::TypeTable;
use goes_packages::{Graph, PackageIndex};
use goes_source::{Diagnostic, Span, Symbol};
use goes_types::{Checker, Object, ObjectId, ObjectKind, PackageId as SourcePackage, TypeId as Ty};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// What makes two functions the same one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum FuncKey {
    /// A function or method declaration and its type arguments.
    Declared(ObjectId, Box<[TypeId]>),
    /// The method called `name` as a function whose first parameter is of that type.
    Wrapper {
        receiver: TypeId,
        name: Symbol,
        package: Option<SourcePackage>,
        args: Box<[TypeId]>,
    },
    /// Takes a receiver and gives the method value bound to it.
    Bound {
        receiver: TypeId,
        name: Symbol,
        package: Option<SourcePackage>,
        args: Box<[TypeId]>,
    },
}

/// A method as it is called on a receiver of some type.
#[derive(Clone, Debug)]
pub(crate) struct MethodName {
    pub name: Symbol,
    /// The package of a name that is not exported.
    pub package: Option<SourcePackage>,
    /// The method's own type arguments.
    pub args: Vec<Ty>,
}

/// A function that has been asked for and is to be lowered.
#[derive(Clone, Debug)]
pub(crate) enum Job {
    Declared {
        id: FuncId,
        object: ObjectId,
        args: Vec<Ty>,
    },
    Wrapper {
        id: FuncId,
        receiver: Ty,
        method: MethodName,
    },
    Bound {
        id: FuncId,
        receiver: Ty,
        method: MethodName,
    },
    /// An entry of a package's initialisation order.
    Initializer { package: SourcePackage, index: usize },
    InitFunc {
        package: SourcePackage,
        object: ObjectId,
    },
}

/// The state of one lowering.
pub(crate) struct Lowerer<'c, 'a> {
    pub checker: &'c mut Checker<'a>,
    pub graph: &'c Graph,
    pub program: Program,
    pub diagnostics: Vec<Diagnostic>,
    pub types: TypeTable,
    pub dispatch: Dispatch,
    pub functions: FxHashMap<FuncKey, FuncId>,
    pub globals: FxHashMap<ObjectId, GlobalId>,
    pub queue: VecDeque<Job>,
    pub inits: Vec<crate::init::PackageInit<'a>>,
    pub func_sources: FxHashMap<ObjectId, Option<FuncSource<'a>>>,
    pub linknames: crate::linkname::Linknames,
    /// Spans of diagnostics that have been reported, so that instances do not repeat them.
    reported: FxHashSet<(goes_source::Code, Span)>,
    /// Documentation of type declarations and the like, by position of the declared name.
    pub docs: crate::names::Docs,
    /// What is known of the locals of lowered functions.
    pub program_facts: FxHashMap<FuncId, Vec<crate::body::LocalFacts>>,
    /// Package fmt, and what writes the texts that were formatted where they stand, if some are printed.
    pub printed: Option<(SourcePackage, FuncId)>,
    pub is_printed_chosen: bool,
    /// What the program can tell of its build.
    pub build_info: String,
    /// The settings that GODEBUG may change, as they are at first.
    pub godebug: String,
}

impl<'c, 'a> Lowerer<'c, 'a> {
    pub fn new(checker: &'c mut Checker<'a>, graph: &'c Graph) -> Lowerer<'c, 'a> {
        let mut cx = Lowerer {
            checker,
            graph,
            program: Program::default(),
            diagnostics: Vec::new(),
            types: TypeTable::default(),
            dispatch: Dispatch::default(),
            functions: FxHashMap::default(),
            globals: FxHashMap::default(),
            queue: VecDeque::new(),
            inits: Vec::new(),
            func_sources: FxHashMap::default(),
            linknames: crate::linkname::Linknames::default(),
            reported: FxHashSet::default(),
            docs: crate::names::Docs::default(),
            program_facts: FxHashMap::default(),
            printed: None,
            is_printed_chosen: false,
            build_info: String::new(),
            godebug: String::new(),
        };
        cx.make_packages();
        cx.predeclare_keys();
        cx
    }

    /// One package of the program for each of the graph, with the same number.
    fn make_packages(&mut self) {
        for package in &self.graph.packages {
            let doc = package
                .files
                .iter()
                .find_map(|file| file.doc)
                .map(|doc| self.doc_text(doc));
            self.program.packages.push(Package {
                path: package.path.clone(),
                name: package.name.clone(),
                is_std: package.is_std,
                addresses_strings: false,
                init: None,
                initializers: None,
                natives: package.natives.clone(),
                doc,
            });
        }
    }

    /// Lowers what the roots reach.
    pub fn run(&mut self, roots: &Roots) {
        self.collect_linknames();
        self.check_embeds();
        let root_packages: Vec<SourcePackage> = match roots {
            Roots::Main(package) => vec![*package],
            Roots::Library(packages) => packages.clone(),
        };
        if let Some(root) = root_packages.first() {
            let root = PackageIndex(root.0);
            self.build_info = self.graph.build_info(root);
            self.godebug = self.graph.godebug(root);
            self.program.panics_with_nil = self.godebug.split(',').any(|setting| setting == "panicnil=1");
        }
        self.start_initialisation(&root_packages);
        match roots {
            Roots::Main(package) => self.main_entry(*package),
            Roots::Library(packages) => self.library_entry(packages),
        }
        loop {
            while let Some(job) = self.queue.pop_front() {
                self.run_job(job);
            }
            if !self.choose_printed() {
                break;
            }
        }
        self.finish_initialisation();
    }

    fn run_job(&mut self, job: Job) {
        match job {
            Job::Declared { id, object, args } => self.lower_declared(id, object, args),
            Job::Wrapper { id, receiver, method } => self.lower_wrapper(id, receiver, &method),
            Job::Bound { id, receiver, method } => self.lower_bound(id, receiver, &method),
            Job::Initializer { package, index } => self.lower_initializer(package, index),
            Job::InitFunc { package, object } => self.lower_init_func(package, object),
        }
    }

    pub fn finish(mut self) -> (Program, Vec<Diagnostic>) {
        crate::finish::run(&mut self);
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        (self.program, self.diagnostics)
    }

    /// Reports a finding, once for a place however many instances of a generic function run into it.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if self.reported.insert((diagnostic.code, diagnostic.span)) {
            self.diagnostics.push(diagnostic);
        }
    }

    fn main_entry(&mut self, package: SourcePackage) {
        let scope = self.checker.packages[package.0 as usize].scope;
        let object = self.checker.scopes[scope.0 as usize]
            .names
            .get(&Symbol::new("main"))
            .copied();
        let Some(object) = object else {
            let files = self.checker.packages[package.0 as usize].files;
            let clause = files.first().map(|file| file.package.span).unwrap_or_default();
            self.report(crate::diag::missing_main(clause));
            return;
        };
        let id = self.function(object, &[]);
        self.program.entry = Entry::Main(id);
    }

    /// Exported objects in the order of their names. Generic ones have no single form to export.
    fn library_entry(&mut self, packages: &[SourcePackage]) {
        self.use_error_methods();
        let mut exports = Vec::new();
        for &package in packages {
            let scope = self.checker.packages[package.0 as usize].scope;
            let mut objects: Vec<(Symbol, ObjectId)> = self.checker.scopes[scope.0 as usize]
                .names
                .iter()
                .map(|(&name, &object)| (name, object))
                .filter(|(name, _)| name.is_exported())
                .collect();
            objects.sort_by_key(|(name, _)| name.as_str());
            for (name, object) in objects {
                if let Some(item) = self.export_item(object) {
                    let span = self.object(object).span;
                    let doc = self.doc_at(package, span);
                    exports.push(Export {
                        package: PackageId(package.0),
                        name: name.to_string(),
                        doc,
                        item,
                    });
                }
            }
        }
        self.program.entry = Entry::Library(exports);
    }

    /// What JavaScript asks of an error that it catches: what it wraps, and whether it is another one. The runtime
    /// calls these by their plain names, and what gives several errors by `Unwrap$1`.
    fn use_error_methods(&mut self) {
        let error = self.checker.error_type;
        let several = self.checker.types.slice_of(error);
        let bool = Ty::basic(goes_types::BasicKind::Bool);
        let methods: [(&str, &[Ty], Ty); 3] = [
            ("Unwrap", &[], error),
            ("Unwrap", &[], several),
            ("Is", &[error], bool),
        ];
        for (name, params, result) in methods {
            let signature = self.checker.types.signature_of(params, &[result], false);
            let key = self.method_key(Symbol::new(name), None, signature);
            self.use_key(key);
        }
    }

    fn export_item(&mut self, id: ObjectId) -> Option<ExportItem> {
        let object = self.object(id).clone();
        match object.kind {
            ObjectKind::Func { .. } if !self.is_generic_func(id) => {
                self.export_signature(object.ty);
                Some(ExportItem::Func(self.function(id, &[])))
            }
            ObjectKind::Var(_) => Some(ExportItem::Var(self.global(id))),
            ObjectKind::Const { value } => {
                let ty = self.default_type(object.ty);
                Some(ExportItem::Const(self.constant(&value, ty, object.span)))
            }
            ObjectKind::TypeName { is_alias: false, .. } => {
                if self.checker.types.missing_type_args(object.ty).is_some() {
                    return None;
                }
                let ty = self.ty(object.ty);
                self.export_methods(object.ty);
                Some(ExportItem::Type(ty))
            }
            _ => None,
        }
    }

    /// What a function takes and gives as an interface is called through it from outside.
    fn export_signature(&mut self, ty: Ty) {
        let Some(signature) = self.signature(ty) else {
            return;
        };
        for &ty in signature.params.iter().chain(signature.results.iter()) {
            if self.is_interface(ty) {
                self.use_interface(ty);
            }
        }
    }

    /// A type's exported methods can be called from outside.
    fn export_methods(&mut self, ty: Ty) {
        if self.is_interface(ty) {
            return self.use_interface(ty);
        }
        let pointer = self.checker.types.pointer_to(ty);
        self.put_into_interface(pointer);
        for entry in self.method_set(pointer) {
            if entry.name.is_exported() {
                let key = self.method_key(entry.name, entry.package, entry.signature);
                self.use_key(key);
                self.export_signature(entry.signature);
            }
        }
    }

    pub fn object(&self, id: ObjectId) -> &Object {
        &self.checker.objects[id.0 as usize]
    }

    /// The function for a declaration with type arguments (for a method those of its receiver's type come first).
    pub fn function(&mut self, object: ObjectId, args: &[Ty]) -> FuncId {
        let object = self.linked(object);
        let key_args: Box<[TypeId]> = args.iter().map(|&arg| self.ty(arg)).collect();
        let key = FuncKey::Declared(object, key_args);
        if let Some(&id) = self.functions.get(&key) {
            return id;
        }
        let names = self.func_names(object, args);
        let package = self
            .object(object)
            .package
            .map_or(PackageId(0), |package| PackageId(package.0));
        let id = self.new_function(package, names, self.object(object).span);
        self.functions.insert(key, id);
        self.queue.push_back(Job::Declared {
            id,
            object,
            args: args.to_vec(),
        });
        id
    }

    /// Reserves a function; its code comes later.
    pub fn new_function(&mut self, package: PackageId, names: (String, String), span: Span) -> FuncId {
        let id = FuncId(self.program.functions.len() as u32);
        let (name, go_name) = names;
        self.program.functions.push(Function {
            package,
            name,
            go_name: go_name.clone(),
            locals: Vec::new(),
            labels: Vec::new(),
            code: Closure {
                go_name,
                span,
                ..Closure::default()
            },
            method: None,
            native: None,
            doc: None,
            is_variadic: false,
            returns_words: false,
        });
        id
    }

    /// The global for a package variable; its initialiser joins the worklist.
    pub fn global(&mut self, object: ObjectId) -> GlobalId {
        let object = self.linked_variable(object);
        if let Some(&id) = self.globals.get(&object) {
            return id;
        }
        let facts = self.object(object).clone();
        let package = facts.package.unwrap_or(SourcePackage(0));
        let ty = self.ty(facts.ty);
        let doc = self.doc_at(package, facts.span);
        let id = GlobalId(self.program.globals.len() as u32);
        self.program.globals.push(Global {
            package: PackageId(package.0),
            name: facts.name.to_string(),
            ty,
            storage: Storage::Plain,
            init: None,
            is_reassigned: false,
            is_number: false,
            begins_array: false,
            span: facts.span,
            doc,
        });
        self.globals.insert(object, id);
        self.reach_initializer(package, object);
        id
    }
}
