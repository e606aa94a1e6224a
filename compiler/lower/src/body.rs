//! The state of lowering one function and the closures in it.

use crate::ir::{Closure, Expr, ExprKind, FuncId, LabelId, Local, LocalId, Place, Stmt, StmtKind, TypeId};
use crate::reach::Lowerer;
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, ExprNode, NodeId};
use goes_types::constant::Value;
use goes_types::{Mode, ObjectId, PackageId, Selection, Substitution, TypeAndValue, TypeId as Ty};
use rustc_hash::FxHashMap;

/// What is known of a local beside what the Ir says.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct LocalFacts {
    /// How many closures deep it is declared.
    pub depth: usize,
    /// A pointer into it exists (for structs and arrays, which need no box).
    pub is_address_taken: bool,
    /// It, or a part of it, is written to after its declaration.
    pub is_mutated: bool,
}

/// What outlives a [`Body`] so that a package's initialisation can be lowered piece by piece.
#[derive(Default)]
pub(crate) struct BodyState<'a> {
    pub locals: Vec<Local>,
    pub facts: Vec<LocalFacts>,
    /// The locals of Go's variables.
    pub objects: FxHashMap<ObjectId, LocalId>,
    /// The closures around the statement that is lowered, the function itself first.
    pub frames: Vec<Frame<'a>>,
    /// As [`crate::ir::Function::labels`].
    pub labels: Vec<Option<Symbol>>,
}

/// A function or closure whose body is being lowered.
#[derive(Default)]
pub(crate) struct Frame<'a> {
    /// The result types, concrete.
    pub results: Vec<Ty>,
    /// The locals of named results.
    pub named: Vec<LocalId>,
    pub has_defer: bool,
    pub has_recover: bool,
    pub go_name: String,
    /// How many closures in it have been given a name.
    pub closures: u32,
    /// How many loops over functions stand in it.
    pub range_funcs: u32,
    /// What `break`, `continue` and `goto` can refer to, innermost last.
    pub targets: Vec<Target>,
    /// Set for the body of a range over a function.
    pub range_func: Option<crate::range_func::RangeFunc>,
    /// Where results wait while a body of a range over a function returns from its function.
    pub result_locals: Vec<LocalId>,
    /// Result locals that must be declared when the frame's body begins.
    pub late: Vec<Stmt>,
    pub marker: std::marker::PhantomData<&'a ()>,
}

/// Something that `break`, `continue` or `goto` may leave or repeat.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub name: Option<Symbol>,
    pub label: LabelId,
    pub kind: TargetKind,
    /// Some statement refers to the label.
    pub is_used: bool,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum TargetKind {
    Loop,
    /// A switch or select statement: `break` without label applies to it.
    Switch,
    /// A labelled statement of another kind: only `break label` applies.
    Block,
    /// The end of the body of a range over a function: `continue` is to return true.
    RangeFuncBody,
    /// Where `goto name` goes by leaving a block.
    GotoForward,
    /// Where `goto name` goes by repeating a loop.
    GotoBackward,
    /// Where `goto name` sets a state and repeats a loop.
    GotoState {
        state: LocalId,
        index: u32,
    },
}

/// One function body being lowered.
pub(crate) struct Body<'l, 'c, 'a> {
    pub cx: &'l mut Lowerer<'c, 'a>,
    pub package: PackageId,
    /// Index of the file in its package.
    pub file: usize,
    pub with: Substitution,
    pub state: BodyState<'a>,
    /// The statements that are being put together.
    pub out: Vec<Stmt>,
}

impl<'l, 'c, 'a> Body<'l, 'c, 'a> {
    pub fn new(
        cx: &'l mut Lowerer<'c, 'a>,
        package: PackageId,
        file: usize,
        with: Substitution,
        go_name: String,
    ) -> Self {
        let frame = Frame {
            go_name,
            ..Frame::default()
        };
        let state = BodyState {
            frames: vec![frame],
            ..BodyState::default()
        };
        Body {
            cx,
            package,
            file,
            with,
            state,
            out: Vec::new(),
        }
    }

    pub fn frame(&mut self) -> &mut Frame<'a> {
        self.state.frames.last_mut().expect("a body has its own frame")
    }

    // ---- facts

    pub fn info(&self) -> &goes_types::Info {
        &self.cx.checker.packages[self.package.0 as usize].info
    }

    pub fn version(&self) -> (u32, u32) {
        self.cx.checker.packages[self.package.0 as usize]
            .versions
            .get(self.file)
            .copied()
            .unwrap_or((1, 26))
    }

    pub fn type_and_value(&self, id: NodeId) -> Option<&TypeAndValue> {
        self.info().types.get(id.0 as usize)?.as_ref()
    }

    pub fn object_of(&self, id: NodeId) -> Option<ObjectId> {
        self.info().objects.get(id.0 as usize).copied().flatten()
    }

    pub fn mode(&self, e: &ExprNode) -> Mode {
        self.type_and_value(e.id)
            .map_or(Mode::Invalid, |facts| facts.mode)
    }

    pub fn const_value(&self, e: &ExprNode) -> Option<Value> {
        self.type_and_value(e.id)?.value.as_deref().cloned()
    }

    /// The concrete type that a recorded type stands for here.
    pub fn concrete(&mut self, ty: Ty) -> Ty {
        self.cx.checker.types.subst(ty, &self.with)
    }

    /// The concrete type of an expression (or of a type expression: the type).
    pub fn type_of(&mut self, e: &ExprNode) -> Ty {
        let ty = self.type_and_value(e.id).map_or(Ty::INVALID, |facts| facts.ty);
        self.concrete(ty)
    }

    /// The concrete type of an object.
    pub fn object_type(&mut self, object: ObjectId) -> Ty {
        let ty = self.cx.object(object).ty;
        self.concrete(ty)
    }

    pub fn selection(&self, e: &ExprNode) -> Option<Selection> {
        self.info().selections.get(&e.id).cloned()
    }

    // ---- nodes

    pub fn node(&self, kind: ExprKind, ty: TypeId, span: Span) -> Expr {
        Expr { kind, ty, span }
    }

    pub fn push(&mut self, mut kind: StmtKind, span: Span) {
        while let Some(value) = evaluated_first(&mut kind)
            && let ExprKind::Sequence { effects, .. } = &value.kind
            && effects.iter().all(|(local, _)| self.is_late(*local))
        {
            self.effects_ahead(value);
        }
        self.out.push(Stmt { kind, span });
    }

    /// Whether a local of the compiler has just been declared without a value.
    fn is_late(&self, local: LocalId) -> bool {
        self.out
            .iter()
            .rev()
            .map_while(late_local)
            .any(|late| late == local)
    }

    /// `t = f(), g(t)` of a statement's value: `t := f()` goes ahead of it as a statement of its own.
    fn effects_ahead(&mut self, value: &mut Expr) {
        let ExprKind::Sequence { effects, value: last } = std::mem::replace(&mut value.kind, ExprKind::Zero)
        else {
            return;
        };
        *value = *last;
        for (local, init) in effects {
            let declared = self.out.iter().rposition(|stmt| late_local(stmt) == Some(local));
            if let Some(declared) = declared {
                self.out.remove(declared);
            }
            self.state.locals[local.0 as usize].is_reassigned = false;
            let span = init.span;
            let init = Some(init);
            self.push(StmtKind::Let { local, init }, span);
        }
    }

    /// `if cond { then }`
    pub fn push_if(&mut self, cond: Expr, then: Vec<Stmt>, span: Span) {
        let els = Vec::new();
        self.push(StmtKind::If { cond, then, els }, span);
    }

    /// Collects the statements that `action` makes.
    pub fn collect(&mut self, action: impl FnOnce(&mut Self)) -> Vec<Stmt> {
        let saved = std::mem::take(&mut self.out);
        action(self);
        std::mem::replace(&mut self.out, saved)
    }

    // ---- locals

    pub fn new_local(&mut self, name: String, ty: TypeId, span: Span) -> LocalId {
        let id = LocalId(self.state.locals.len() as u32);
        self.state.locals.push(Local::new(name, ty, span));
        let depth = self.state.frames.len();
        self.state.facts.push(LocalFacts {
            depth,
            ..LocalFacts::default()
        });
        id
    }

    /// The local of a Go variable, made where it is declared.
    pub fn declare(&mut self, object: ObjectId) -> LocalId {
        let facts = self.cx.object(object);
        let (name, span) = (facts.name.to_string(), facts.span);
        let ty = self.object_type(object);
        let ty = self.cx.ty(ty);
        let local = self.new_local(name, ty, span);
        self.state.objects.insert(object, local);
        local
    }

    /// A local of the compiler, declared by its initial value.
    pub fn temp(&mut self, name: &str, init: Expr) -> LocalId {
        let span = init.span;
        let local = self.new_local(format!("${name}"), init.ty, span);
        self.push(
            StmtKind::Let {
                local,
                init: Some(init),
            },
            span,
        );
        local
    }

    /// A local of the compiler that an expression assigns to: declared before the statement.
    pub fn late_temp(&mut self, name: &str, ty: TypeId, span: Span) -> LocalId {
        let local = self.new_local(format!("${name}"), ty, span);
        self.state.locals[local.0 as usize].is_reassigned = true;
        self.push(StmtKind::Let { local, init: None }, span);
        local
    }

    /// Reads a local; notes whether a closure captures it.
    pub fn local(&mut self, local: LocalId, span: Span) -> Expr {
        self.note_use(local);
        let ty = self.state.locals[local.0 as usize].ty;
        self.node(ExprKind::Local(local), ty, span)
    }

    pub fn note_use(&mut self, local: LocalId) {
        if self.state.facts[local.0 as usize].depth < self.state.frames.len() {
            self.state.locals[local.0 as usize].is_captured = true;
        }
    }

    /// Notes an assignment to a place.
    pub fn note_write(&mut self, place: &Place) {
        match place {
            Place::Local(local) => {
                self.note_use(*local);
                self.state.locals[local.0 as usize].is_reassigned = true;
                self.state.facts[local.0 as usize].is_mutated = true;
            }
            Place::Global(global) => self.cx.program.globals[global.0 as usize].is_reassigned = true,
            Place::Field { base, .. } | Place::Index { base, .. } => {
                if let Some(root) = self.owner(base) {
                    self.state.facts[root.0 as usize].is_mutated = true;
                }
            }
            Place::Blank | Place::MapIndex { .. } | Place::Deref(_) => {}
        }
    }

    /// The local that holds the struct or array which `base` is a part of.
    pub fn owner(&self, base: &Expr) -> Option<LocalId> {
        let mut base = base;
        loop {
            if !self.is_aggregate(base.ty) {
                return None;
            }
            match &base.kind {
                ExprKind::Local(local) => return Some(*local),
                ExprKind::Field { base: inner, .. } | ExprKind::Index { base: inner, .. } => base = inner,
                _ => return None,
            }
        }
    }

    pub fn is_aggregate(&self, ty: TypeId) -> bool {
        use crate::ir::TypeKind;
        matches!(
            self.cx.program.types[ty.0 as usize].kind,
            TypeKind::Struct(_) | TypeKind::Array { .. }
        )
    }

    // ---- labels

    pub fn new_label(&mut self) -> LabelId {
        self.named_label(None)
    }

    pub fn named_label(&mut self, name: Option<Symbol>) -> LabelId {
        let label = LabelId(self.state.labels.len() as u32);
        self.state.labels.push(name);
        label
    }

    /// Lowers what lies within a target; gives the label if something refers to it.
    pub fn within(
        &mut self,
        name: Option<Symbol>,
        kind: TargetKind,
        action: impl FnOnce(&mut Self, LabelId),
    ) -> Option<LabelId> {
        let label = self.named_label(name);
        self.frame().targets.push(Target {
            name,
            label,
            kind,
            is_used: false,
        });
        action(self, label);
        let target = self.frame().targets.pop().expect("targets are nested");
        target.is_used.then_some(label)
    }

    // ---- closures

    /// Lowers a closure's body in a frame of its own.
    pub fn closure(
        &mut self,
        frame: Frame<'a>,
        span: Span,
        end: Span,
        action: impl FnOnce(&mut Self, &mut Vec<LocalId>),
    ) -> (Closure, Frame<'a>) {
        self.state.frames.push(frame);
        let mut params = Vec::new();
        let mut body = self.collect(|body| action(body, &mut params));
        let mut frame = self.state.frames.pop().expect("frames are nested");
        let late = std::mem::take(&mut frame.late);
        body.splice(0..0, late);
        let named_results = crate::finish::named_results(&frame, &mut body);
        let results = frame.results.iter().map(|&ty| self.cx.ty(ty)).collect();
        let closure = Closure {
            params,
            results,
            named_results,
            number_results: Vec::new(),
            body,
            may_park: false,
            has_defer: frame.has_defer,
            has_recover: frame.has_recover,
            is_hot: false,
            go_name: frame.go_name.clone(),
            span,
            end,
        };
        (closure, frame)
    }

    /// The name of the next closure in this frame: `main.main.func1`, within it `main.main.func1.1`.
    pub fn closure_name(&mut self) -> String {
        let is_nested = self.state.frames.len() > 1;
        let frame = self.frame();
        frame.closures += 1;
        let number = frame.closures;
        if is_nested {
            format!("{}.{number}", frame.go_name)
        } else {
            format!("{}.func{number}", frame.go_name)
        }
    }

    /// Hands the finished function over.
    pub fn finish(mut self, id: FuncId, params: Vec<LocalId>, span: Span, end: Span) {
        crate::finish::fix_assignments(&mut self.out, &self.state);
        let mut frame = self.state.frames.pop().expect("a body has its own frame");
        let mut body = std::mem::take(&mut frame.late);
        body.append(&mut self.out);
        let named_results = crate::finish::named_results(&frame, &mut body);
        let results = frame.results.iter().map(|&ty| self.cx.ty(ty)).collect();
        let function = &mut self.cx.program.functions[id.0 as usize];
        function.locals = self.state.locals;
        function.labels = self.state.labels;
        function.code = Closure {
            params,
            results,
            named_results,
            number_results: Vec::new(),
            body,
            may_park: false,
            has_defer: frame.has_defer,
            has_recover: frame.has_recover,
            is_hot: false,
            go_name: frame.go_name,
            span,
            end,
        };
        let facts = self.state.facts;
        self.cx.program_facts.insert(id, facts);
    }

    pub fn report(&mut self, diagnostic: goes_source::Diagnostic) {
        self.cx.report(diagnostic);
    }

    /// The name that a parameter declares; `None` where it has none or is blank.
    pub fn param_object(&self, param: &ast::Param) -> Option<ObjectId> {
        let name = param.name.as_ref()?;
        if name.name.is_blank() {
            None
        } else {
            self.object_of(name.id)
        }
    }
}

/// What a statement evaluates before everything else.
fn evaluated_first(kind: &mut StmtKind) -> Option<&mut Expr> {
    match kind {
        StmtKind::Expr(value)
        | StmtKind::Let {
            init: Some(value), ..
        }
        | StmtKind::LetTuple { init: value, .. }
        | StmtKind::If { cond: value, .. }
        | StmtKind::Assign {
            place: Place::Local(_) | Place::Global(_) | Place::Blank,
            value,
            ..
        } => Some(value),
        StmtKind::Return(values) => values.first_mut(),
        _ => None,
    }
}

/// The local that a statement declares without a value.
fn late_local(stmt: &Stmt) -> Option<LocalId> {
    match stmt.kind {
        StmtKind::Let { local, init: None } => Some(local),
        _ => None,
    }
}
