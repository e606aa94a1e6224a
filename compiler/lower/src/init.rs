//! Package initialisation: what runs before `main`, in which order, and what need not run at all.

use crate::body::{Body, BodyState, Frame};
use crate::ir::{
    Closure, Const, Expr, ExprKind, FuncId, Function, PackageId as IrPackage, Place, Stmt, StmtKind,
};
use crate::reach::{Job, Lowerer};
use goes_source::Span;
use goes_types::checker::Initializer;
use goes_types::{ObjectId, PackageId, Substitution, TypeId as Ty};
use rustc_hash::FxHashMap;

/// The initialisation of one package, put together piece by piece.
#[derive(Default)]
pub(crate) struct PackageInit<'a> {
    /// Which entry of the initialisation order gives a variable its value.
    entries: FxHashMap<ObjectId, usize>,
    /// Lowered already, or asked for.
    requested: Vec<bool>,
    /// Statements by position in the initialisation order.
    parts: Vec<(usize, Vec<Stmt>)>,
    /// `init` functions in order.
    funcs: Vec<FuncId>,
    state: Option<BodyState<'a>>,
    /// Reached from the roots: it is initialised.
    is_reached: bool,
}

impl<'a> Lowerer<'_, 'a> {
    /// Starts with what has effects, in all packages that the roots import.
    pub fn start_initialisation(&mut self, roots: &[PackageId]) {
        let count = self.checker.packages.len();
        self.inits = (0..count).map(|_| PackageInit::default()).collect();
        let mut stack = roots.to_vec();
        while let Some(package) = stack.pop() {
            if !std::mem::replace(&mut self.inits[package.0 as usize].is_reached, true) {
                stack.extend_from_slice(&self.checker.packages[package.0 as usize].imports);
            }
        }
        for index in 0..count {
            self.start_package(PackageId(index as u32));
        }
    }

    fn start_package(&mut self, package: PackageId) {
        let order: Vec<Initializer<'a>> = self.checker.packages[package.0 as usize].init_order.clone();
        let init = &mut self.inits[package.0 as usize];
        init.requested = vec![false; order.len()];
        for (index, entry) in order.iter().enumerate() {
            for &object in entry.lhs.iter().flatten() {
                init.entries.insert(object, index);
            }
        }
        if !init.is_reached {
            return;
        }
        for (index, entry) in order.iter().enumerate() {
            if !self.is_pure(package, entry.rhs) {
                self.request_initializer(package, index);
            }
        }
        for object in self.checker.packages[package.0 as usize].init_funcs.clone() {
            self.queue.push_back(Job::InitFunc { package, object });
        }
    }

    fn request_initializer(&mut self, package: PackageId, index: usize) {
        let requested = &mut self.inits[package.0 as usize].requested;
        if !std::mem::replace(&mut requested[index], true) {
            self.queue.push_back(Job::Initializer { package, index });
        }
    }

    /// A package variable is needed: so is what gives it its value.
    pub fn reach_initializer(&mut self, package: PackageId, object: ObjectId) {
        if let Some(init) = self.inits.get(package.0 as usize)
            && let Some(&index) = init.entries.get(&object)
        {
            self.request_initializer(package, index);
            return;
        }
        self.embed(package, object);
        self.tell_build(package, object);
    }

    /// Two packages have a variable for what the linker of gc would put into the program.
    fn tell_build(&mut self, package: PackageId, object: ObjectId) {
        let path = self.graph.packages[package.0 as usize].path.as_str();
        let text = match (path, self.object(object).name.as_str()) {
            ("runtime/debug", "buildInfo") => &self.build_info,
            ("internal/godebug", "defaults") => &self.godebug,
            _ => return,
        };
        let text = text.clone().into_bytes();
        if let Some(&global) = self.globals.get(&object) {
            let global = &mut self.program.globals[global.0 as usize];
            global.init = Some(Expr {
                kind: ExprKind::Const(Const::String(text)),
                ty: global.ty,
                span: global.span,
            });
        }
    }

    pub fn lower_init_func(&mut self, package: PackageId, object: ObjectId) {
        let id = self.function(object, &[]);
        let path = self.trace_path(package);
        let go_name = format!("{path}.init.{}", self.inits[package.0 as usize].funcs.len());
        let function = &mut self.program.functions[id.0 as usize];
        function.code.go_name.clone_from(&go_name);
        function.go_name = go_name;
        self.inits[package.0 as usize].funcs.push(id);
    }

    /// Lowers one entry of the initialisation order.
    pub fn lower_initializer(&mut self, package: PackageId, index: usize) {
        let entry = self.checker.packages[package.0 as usize].init_order[index].clone();
        let path = self.trace_path(package);
        let state = self.inits[package.0 as usize]
            .state
            .take()
            .unwrap_or_else(|| BodyState {
                frames: vec![Frame {
                    go_name: format!("{path}.init"),
                    ..Frame::default()
                }],
                ..BodyState::default()
            });
        let mut body = Body {
            cx: self,
            package,
            file: entry.file as usize,
            with: Substitution::default(),
            state,
            out: Vec::new(),
        };
        body.initializer(&entry);
        let (out, state) = (std::mem::take(&mut body.out), std::mem::take(&mut body.state));
        let init = &mut self.inits[package.0 as usize];
        init.state = Some(state);
        if !out.is_empty() {
            init.parts.push((index, out));
        }
    }

    /// Puts each package's initialisation together.
    pub fn finish_initialisation(&mut self) {
        for index in 0..self.inits.len() {
            let mut init = std::mem::take(&mut self.inits[index]);
            let has_effects = !init.parts.is_empty() || !init.funcs.is_empty();
            if !has_effects && init.state.as_ref().is_none_or(|state| state.locals.is_empty()) {
                continue;
            }
            init.parts.sort_by_key(|(position, _)| *position);
            let mut state = init.state.unwrap_or_default();
            let mut body: Vec<Stmt> = state
                .frames
                .iter_mut()
                .flat_map(|frame| std::mem::take(&mut frame.late))
                .collect();
            body.extend(init.parts.into_iter().flat_map(|(_, stmts)| stmts));
            let unit = self.unit();
            for func in init.funcs {
                let call = crate::ir::Call {
                    callee: crate::ir::Callee::Func(func),
                    args: Vec::new(),
                    may_park: false,
                };
                let call = Expr {
                    kind: ExprKind::Call(call),
                    ty: unit,
                    span: Span::default(),
                };
                body.push(Stmt {
                    kind: StmtKind::Expr(call),
                    span: Span::default(),
                });
            }
            crate::finish::fix_assignments(&mut body, &state);
            self.fix_static_initializers(IrPackage(index as u32), &state);
            self.push_init(IrPackage(index as u32), state, body, has_effects);
        }
    }

    /// Function literals in the values of package variables are code too.
    fn fix_static_initializers(&mut self, package: IrPackage, state: &BodyState<'a>) {
        for global in self
            .program
            .globals
            .iter_mut()
            .filter(|global| global.package == package)
        {
            let Some(init) = global.init.take() else { continue };
            let mut stmts = vec![Stmt {
                span: init.span,
                kind: StmtKind::Expr(init),
            }];
            crate::finish::fix_assignments(&mut stmts, state);
            if let Some(Stmt {
                kind: StmtKind::Expr(init),
                ..
            }) = stmts.pop()
            {
                global.init = Some(init);
            }
        }
    }

    fn push_init(&mut self, package: IrPackage, state: BodyState<'a>, body: Vec<Stmt>, has_effects: bool) {
        let path = self.trace_path(PackageId(package.0));
        let id = FuncId(self.program.functions.len() as u32);
        let go_name = format!("{path}.init");
        self.program_facts.insert(id, state.facts);
        self.program.functions.push(Function {
            package,
            name: "$init".to_string(),
            go_name: go_name.clone(),
            locals: state.locals,
            labels: state.labels,
            code: Closure {
                body,
                go_name,
                ..Closure::default()
            },
            method: None,
            native: None,
            doc: None,
            is_variadic: false,
            returns_words: false,
        });
        let package = &mut self.program.packages[package.0 as usize];
        package.init = has_effects.then_some(id);
        package.initializers = Some(id);
    }
}

impl<'a> Body<'_, '_, 'a> {
    /// `lhs… = rhs` of package variables.
    fn initializer(&mut self, entry: &Initializer<'a>) {
        let span = entry.rhs.span;
        if let [object] = entry.lhs[..] {
            match object {
                Some(object) => self.init_one(object, entry.rhs),
                None => {
                    let value = self.expr(entry.rhs);
                    self.push(
                        StmtKind::Assign {
                            place: Place::Blank,
                            value,
                            in_place: false,
                        },
                        span,
                    );
                }
            }
            return;
        }
        let tuple = self.comma_ok(entry.rhs);
        let parts = self.tuple_parts(entry.rhs, tuple.ty);
        let mut locals = Vec::new();
        for (object, &part) in entry.lhs.iter().zip(&parts) {
            let ty = self.cx.ty(part);
            locals.push(object.map(|_| self.new_local("$r".to_string(), ty, span)));
        }
        self.push(
            StmtKind::LetTuple {
                locals: locals.clone(),
                init: tuple,
            },
            span,
        );
        for ((object, local), &from) in entry.lhs.iter().zip(locals).zip(&parts) {
            let (Some(object), Some(local)) = (object, local) else {
                continue;
            };
            let to = self.object_type(*object);
            let value = self.local(local, span);
            let value = self.assign_convert(value, from, to);
            self.init_global(*object, value);
        }
    }

    fn init_one(&mut self, object: ObjectId, rhs: &'a goes_syntax::ast::ExprNode) {
        let ty: Ty = self.object_type(object);
        let value = self.value(rhs, ty);
        if self.out.is_empty() && self.is_static(&value) {
            let global = self.cx.global(object);
            self.cx.program.globals[global.0 as usize].init = Some(value);
            return;
        }
        self.init_global(object, value);
    }

    /// The variable is not observed before: its initialisation is no assignment that would show.
    fn init_global(&mut self, object: ObjectId, value: Expr) {
        let span = value.span;
        let global = self.cx.global(object);
        self.cx.program.globals[global.0 as usize].is_reassigned = true;
        self.push(
            StmtKind::Assign {
                place: Place::Global(global),
                value,
                in_place: false,
            },
            span,
        );
    }

    /// Whether a value can be made at import: it refers to nothing that is initialised.
    fn is_static(&self, value: &Expr) -> bool {
        match &value.kind {
            ExprKind::Const(_) | ExprKind::Zero | ExprKind::Func(_) | ExprKind::FuncLit(_) => true,
            ExprKind::StructLit(fields) => fields.iter().all(|field| self.is_static(field)),
            ExprKind::ArrayLit { elems, .. } => elems.iter().all(|(_, elem)| self.is_static(elem)),
            ExprKind::MapLit(entries) => entries
                .iter()
                .all(|(key, elem)| self.is_static(key) && self.is_static(elem)),
            ExprKind::NewBox(inner) => self.is_static(inner),
            ExprKind::Convert {
                op: crate::ir::Conversion::Retype,
                operand,
            } => self.is_static(operand),
            _ => false,
        }
    }
}
