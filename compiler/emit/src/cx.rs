//! What the emitter knows while it walks the `Ir`: the program, numbers of names, what has been demanded.

use crate::js::{self, ClassMember, Expr, Ident, Stmt};
use crate::link::Linker;
use crate::names::Names;
use crate::types::Support;
use crate::{Options, RuntimeSources};
use goes_lower::ir::{self, FuncId, GlobalId, LabelId, LocalId, TypeId, TypeKind};
use goes_source::{Diagnostic, Files, Span, Symbol};
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::{Deref, DerefMut};
use swc_common::comments::{Comment, CommentKind, Comments, SingleThreadedComments};
use swc_common::{BytePos, DUMMY_SP};

/// State of one output.
pub(crate) struct Emitter<'p> {
    pub program: &'p ir::Program,
    pub options: &'p Options,
    pub files: &'p Files,
    pub names: Names,
    pub linker: Linker,
    pub comments: SingleThreadedComments,
    pub functions: Vec<u32>,
    pub globals: Vec<u32>,
    pub support: Support,
    /// String constants that are not ASCII, by bytes.
    pub strings: IndexMap<Vec<u8>, u32>,
    /// Dynamic forms of functions, as values.
    pub values: IndexMap<FuncId, u32>,
    pub diagnostics: Vec<Diagnostic>,
    /// Methods written in their struct's class, by class.
    pub class_methods: FxHashMap<TypeId, Vec<FuncId>>,
    /// The same, written.
    pub class_members: FxHashMap<TypeId, Vec<ClassMember>>,
    /// Pointer types without a name, by what they point to.
    pub pointers: FxHashMap<TypeId, TypeId>,
    /// Whether a function is a method of a class.
    pub is_class_method: FxHashSet<FuncId>,
    next_comment: u32,
}

impl<'p> Emitter<'p> {
    pub(crate) fn new(
        program: &'p ir::Program,
        files: &'p Files,
        runtime: &RuntimeSources,
        options: &'p Options,
    ) -> Emitter<'p> {
        let end = files.iter().map(|(_, file)| file.end()).max().unwrap_or(0) + 2;
        let mut linker = Linker::new(&runtime.files, end.max(1 << 28), !options.minify);
        for (index, package) in program.packages.iter().enumerate() {
            linker.add_natives(index as u32, &package.natives);
        }
        let mut emitter = Emitter {
            program,
            options,
            files,
            names: Names::new(),
            linker,
            comments: SingleThreadedComments::default(),
            functions: Vec::new(),
            globals: Vec::new(),
            support: Support::new(program.types.len()),
            strings: IndexMap::new(),
            values: IndexMap::new(),
            diagnostics: Vec::new(),
            class_methods: FxHashMap::default(),
            class_members: FxHashMap::default(),
            pointers: FxHashMap::default(),
            is_class_method: FxHashSet::default(),
            next_comment: 1 << 31,
        };
        for (index, ty) in program.types.iter().enumerate() {
            if let (TypeKind::Pointer(elem), None) = (&ty.kind, &ty.named) {
                emitter.pointers.insert(*elem, TypeId(index as u32));
            }
        }
        emitter.number_declarations();
        emitter
    }

    fn number_declarations(&mut self) {
        for global in &self.program.globals {
            let id = self.names.fresh(&global.name);
            self.globals.push(id);
        }
        for (index, function) in self.program.functions.iter().enumerate() {
            let native = function.native.as_ref().and_then(|native| {
                let id =
                    self.linker
                        .native(function.package.0, &native.file, &native.symbol, &mut self.names);
                if id.is_none() {
                    self.diagnostics.push(Diagnostic::error(
                        "MissingNative",
                        function.code.span,
                        format!(
                            "{} has no export {}, which {} is bound to",
                            native.file, native.symbol, function.go_name
                        ),
                    ));
                }
                id
            });
            let id = native.unwrap_or_else(|| self.names.fresh(&function.name));
            self.functions.push(id);
            let func = FuncId(index as u32);
            if let Some(class) = self.class_of_method(func) {
                self.is_class_method.insert(func);
                self.class_methods.entry(class).or_default().push(func);
            }
        }
    }

    /// The struct type whose class a method is written in, if it is.
    fn class_of_method(&self, func: FuncId) -> Option<TypeId> {
        let function = self.function(func);
        let method = function.method.as_ref()?;
        let fits = method.form == ir::MethodForm::ClassMethod
            && !function.code.may_park
            && function.native.is_none()
            && matches!(self.kind(method.base), TypeKind::Struct(_));
        fits.then_some(method.base)
    }

    pub(crate) fn ty(&self, ty: TypeId) -> &'p ir::Type {
        &self.program.types[ty.0 as usize]
    }

    pub(crate) fn kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.ty(ty).kind
    }

    pub(crate) fn function(&self, func: FuncId) -> &'p ir::Function {
        &self.program.functions[func.0 as usize]
    }

    pub(crate) fn key(&self, key: ir::MethodKey) -> &'p str {
        &self.program.method_keys[key.0 as usize]
    }

    /// The type that a pointer type points to.
    pub(crate) fn pointee(&self, ty: TypeId) -> Option<TypeId> {
        match self.kind(ty) {
            TypeKind::Pointer(elem) => Some(*elem),
            _ => None,
        }
    }

    /// The fields of a struct type, or of what a pointer points to; with the struct type.
    pub(crate) fn fields(&self, ty: TypeId) -> Option<(TypeId, &'p [ir::Field])> {
        match self.kind(ty) {
            TypeKind::Struct(fields) => Some((ty, fields)),
            TypeKind::Pointer(elem) => self.fields(*elem),
            _ => None,
        }
    }

    /// Whether values are objects that a place owns: structs and arrays.
    pub(crate) fn is_aggregate(&self, ty: TypeId) -> bool {
        matches!(self.kind(ty), TypeKind::Struct(_) | TypeKind::Array { .. })
    }

    /// A runtime export.
    pub(crate) fn rt(&mut self, name: &str) -> Expr {
        match self.linker.runtime(name, &mut self.names) {
            Some(id) => Expr::Ident(self.names.ident(id)),
            None => js::global(&format!("${name}")),
        }
    }

    /// A call of a runtime function.
    pub(crate) fn helper(&mut self, name: &str, args: Vec<Expr>) -> Expr {
        js::call(self.rt(name), args)
    }

    pub(crate) fn ident(&self, id: u32) -> Ident {
        self.names.ident(id)
    }

    pub(crate) fn name(&self, id: u32) -> Expr {
        Expr::Ident(self.names.ident(id))
    }

    pub(crate) fn unsupported(&mut self, span: Span, what: impl Into<String>) -> Expr {
        self.diagnostics
            .push(Diagnostic::error("Unsupported", span, what));
        js::null()
    }

    /// A position that carries a doc comment; nowhere if there is none.
    pub(crate) fn doc(&mut self, doc: Option<&str>) -> swc_common::Span {
        let Some(text) = doc.filter(|_| !self.options.minify) else {
            return DUMMY_SP;
        };
        let text = text.trim_end().replace("*/", "* /");
        if text.is_empty() {
            return DUMMY_SP;
        }
        let text = if text.contains('\n') {
            let lines: Vec<String> = text
                .lines()
                .map(|line| {
                    if line.is_empty() {
                        " *".into()
                    } else {
                        format!(" * {line}")
                    }
                })
                .collect();
            format!("*\n{}\n ", lines.join("\n"))
        } else {
            format!("* {text} ")
        };
        self.next_comment += 2;
        let position = BytePos(self.next_comment);
        // A line comment's end gives the line break that a block comment lacks.
        self.comments.add_leading(
            position,
            Comment {
                kind: CommentKind::Block,
                span: DUMMY_SP,
                text: text.into(),
            },
        );
        swc_common::Span {
            lo: position,
            hi: position,
        }
    }
}

/// What a `break` or `continue` can lead to.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub label: Option<LabelId>,
    pub is_loop: bool,
    /// An unlabelled `break` leads to it.
    pub is_breakable: bool,
    /// A statement in it names it.
    pub is_named: bool,
}

/// One JavaScript function being written.
#[derive(Default)]
pub(crate) struct Frame {
    pub is_generator: bool,
    /// To be declared at the top.
    pub temps: Vec<u32>,
    /// The temporary that takes what a call returned which may have parked.
    pub parked: Option<u32>,
    pub targets: Vec<Target>,
    /// Declarations before the body.
    pub constants: Vec<Stmt>,
    /// As [`crate::walk::inner_locals`].
    pub inner_locals: FxHashSet<LocalId>,
    /// The variable that holds the `$Frame`, in a function that defers.
    pub defers: Option<u32>,
    /// What `recover` is called on.
    pub recovery: Option<u32>,
    /// Locals of named results that `return` without operands gives.
    pub results: Vec<LocalId>,
    /// In a function that defers, what `return` without names for the results gives later.
    pub result: Option<u32>,
    /// In a function that defers, `return` leaves the block that so many others of this kind lie around.
    pub leaves_by_break: Option<u32>,
    pub leaves: u32,
    /// As [`ir::Function::returns_words`].
    pub returns_words: bool,
    /// The local that `this` holds.
    pub receiver: Option<LocalId>,
    pub loops: u32,
}

/// A function and its closures.
pub(crate) struct Cx<'a, 'p> {
    pub emitter: &'a mut Emitter<'p>,
    pub function: Option<&'p ir::Function>,
    /// The package of what is being written, where it has one.
    package: Option<ir::PackageId>,
    locals: FxHashMap<LocalId, u32>,
    /// The upper and the lower word of locals that are split.
    halves: FxHashMap<LocalId, (u32, u32)>,
    parts: FxHashMap<LocalId, [u32; 3]>,
    declared: FxHashSet<LocalId>,
    used: Vec<LocalId>,
    pub frames: Vec<Frame>,
    /// Calls in it may run often: loops and recursive functions.
    pub is_recursive: bool,
    /// What is being emitted runs once at most, because it panics.
    is_rare: bool,
}

impl<'p> Deref for Cx<'_, 'p> {
    type Target = Emitter<'p>;
    fn deref(&self) -> &Emitter<'p> {
        self.emitter
    }
}

impl<'p> DerefMut for Cx<'_, 'p> {
    fn deref_mut(&mut self) -> &mut Emitter<'p> {
        self.emitter
    }
}

impl<'a, 'p> Cx<'a, 'p> {
    /// The package of what is being written.
    pub fn package(&self) -> Option<&'p ir::Package> {
        Some(&self.program.packages[self.package?.0 as usize])
    }

    /// For the initial value of a package variable; function literals in it may have locals.
    pub(crate) fn of_global(emitter: &'a mut Emitter<'p>, global: &ir::Global) -> Cx<'a, 'p> {
        let holder = emitter.program.packages[global.package.0 as usize].initializers;
        let locals = holder.map(|holder| &emitter.program.functions[holder.0 as usize]);
        let mut cx = Cx::new(emitter, locals);
        cx.package = Some(global.package);
        cx
    }

    pub(crate) fn new(emitter: &'a mut Emitter<'p>, function: Option<&'p ir::Function>) -> Cx<'a, 'p> {
        Cx {
            emitter,
            function,
            package: function.map(|function| function.package),
            locals: FxHashMap::default(),
            halves: FxHashMap::default(),
            parts: FxHashMap::default(),
            declared: FxHashSet::default(),
            used: Vec::new(),
            frames: vec![Frame::default()],
            is_recursive: false,
            is_rare: false,
        }
    }

    pub(crate) fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("there is always a frame")
    }

    pub(crate) fn is_hot(&self) -> bool {
        !self.is_rare && (self.is_recursive || self.frames.iter().any(|frame| frame.loops > 0))
    }

    /// Emits what runs once at most.
    pub(crate) fn rarely<T>(&mut self, emit: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.is_rare, true);
        let emitted = emit(self);
        self.is_rare = outer;
        emitted
    }

    pub(crate) fn local(&self, local: LocalId) -> Option<&'p ir::Local> {
        self.function
            .and_then(|function| function.locals.get(local.0 as usize))
    }

    pub(crate) fn locals(&self) -> &'p [ir::Local] {
        self.function.map_or(&[], |function| &function.locals)
    }

    /// As [`ir::Function::labels`]; nothing where names are to be short.
    pub(crate) fn labels(&self) -> &'p [Option<Symbol>] {
        self.function
            .filter(|_| !self.options.minify)
            .map_or(&[], |function| &function.labels)
    }

    /// The variables of a local that is held as two words.
    pub(crate) fn halves(&mut self, local: LocalId) -> (u32, u32) {
        if let Some(&halves) = self.halves.get(&local) {
            return halves;
        }
        let name = self.local(local).map_or("$local", |info| info.name.as_str());
        let upper = self.emitter.names.fresh(&format!("{name}$upper"));
        let lower = self.emitter.names.fresh(&format!("{name}$lower"));
        self.halves.insert(local, (upper, lower));
        (upper, lower)
    }

    /// The variables of a slice that is held as its parts: array, offset, length.
    pub(crate) fn parts(&mut self, local: LocalId) -> [u32; 3] {
        if let Some(&parts) = self.parts.get(&local) {
            return parts;
        }
        let name = self.local(local).map_or("$local", |info| info.name.as_str());
        let parts =
            ["array", "offset", "length"].map(|part| self.emitter.names.fresh(&format!("{name}${part}")));
        self.parts.insert(local, parts);
        parts
    }

    /// Whether a local is held in a box.
    pub(crate) fn is_boxed(&self, local: LocalId) -> bool {
        self.local(local)
            .is_some_and(|info| info.storage == ir::Storage::Boxed && !self.is_aggregate(info.ty))
    }

    /// Whether a local may keep the object of the map or interface that its value comes from.
    pub(crate) fn is_borrowed(&self, local: LocalId) -> bool {
        self.local(local).is_some_and(|info| info.is_borrowed)
    }

    fn number(&mut self, local: LocalId) -> u32 {
        if let Some(&id) = self.locals.get(&local) {
            return id;
        }
        let wanted = self.local(local).map_or("$local", |info| info.name.as_str());
        let wanted = if wanted.is_empty() { "$" } else { wanted };
        let id = self.emitter.names.fresh(wanted);
        self.locals.insert(local, id);
        id
    }

    /// The variable of a local, where it is declared.
    pub(crate) fn declare(&mut self, local: LocalId) -> Ident {
        self.declared.insert(local);
        let id = self.number(local);
        self.names.ident(id)
    }

    /// Emits something in which other variables take the place of some locals.
    pub(crate) fn renamed<T>(&mut self, others: &[(LocalId, u32)], emit: impl FnOnce(&mut Self) -> T) -> T {
        let kept: Vec<_> = others
            .iter()
            .map(|&(local, other)| (local, self.locals.insert(local, other)))
            .collect();
        let emitted = emit(self);
        for (local, id) in kept {
            match id {
                Some(id) => self.locals.insert(local, id),
                None => self.locals.remove(&local),
            };
        }
        emitted
    }

    /// The variable of a local: the box, if it has one.
    pub(crate) fn variable(&mut self, local: LocalId) -> Expr {
        if self.frame().receiver == Some(local) {
            return js::this();
        }
        if !self.declared.contains(&local) && !self.used.contains(&local) {
            self.used.push(local);
        }
        let id = self.number(local);
        self.name(id)
    }

    /// What a local holds, as a value or as a place.
    pub(crate) fn local_value(&mut self, local: LocalId) -> Expr {
        let variable = self.variable(local);
        if self.is_boxed(local) {
            js::member(variable, "v")
        } else {
            variable
        }
    }

    pub(crate) fn global_value(&mut self, global: GlobalId) -> Expr {
        let variable = self.name(self.globals[global.0 as usize]);
        if self.is_boxed_global(global) {
            js::member(variable, "v")
        } else {
            variable
        }
    }

    pub(crate) fn is_boxed_global(&self, global: GlobalId) -> bool {
        let info = &self.program.globals[global.0 as usize];
        info.storage == ir::Storage::Boxed && !self.is_aggregate(info.ty)
    }

    /// A new variable of the function, declared at its top.
    pub(crate) fn temp(&mut self) -> Expr {
        let id = self.emitter.names.fresh("$t");
        self.frame().temps.push(id);
        self.name(id)
    }

    /// The variable that takes what may be `$parked`; read at once, so that one per function is enough.
    pub(crate) fn parked_temp(&mut self) -> Expr {
        if let Some(id) = self.frame().parked {
            return self.name(id);
        }
        let id = self.emitter.names.fresh("$t");
        self.frame().parked = Some(id);
        self.frame().temps.push(id);
        self.name(id)
    }

    /// A new name for a variable that the caller declares.
    pub(crate) fn fresh(&mut self, wanted: &str) -> u32 {
        self.emitter.names.fresh(wanted)
    }

    /// Declarations of the temporaries of the innermost frame.
    pub(crate) fn declare_temps(&mut self) -> Option<Stmt> {
        let temps = std::mem::take(&mut self.frame().temps);
        if temps.is_empty() {
            return None;
        }
        let decls = temps
            .into_iter()
            .map(|id| (js::pat(self.names.ident(id)), None))
            .collect();
        let decl = js::var_decl(js::VarDeclKind::Let, decls);
        Some(Stmt::Decl(swc_ecma_ast::Decl::Var(Box::new(decl))))
    }

    /// Locals that are used and never declared: compiler-made ones of [`ir::ExprKind::Sequence`].
    pub(crate) fn undeclared(&mut self) -> Vec<Ident> {
        let used = std::mem::take(&mut self.used);
        let mut idents = Vec::new();
        for local in used {
            if !self.declared.contains(&local) {
                let id = self.number(local);
                idents.push(self.names.ident(id));
            }
        }
        idents
    }
}
