//! Checks that a program keeps the Ir's rules. For debug builds: a bad pass fails here, not in Node.

use crate::ir::{
    Callee, Closure, Expr, ExprKind, Function, LabelId, LocalId, Place, Program, SelectOp, Stmt, StmtKind,
    Storage, TypeId, TypeKind,
};
use crate::visit::{self, Visitor};
use rustc_hash::FxHashSet;

/// What is wrong, one line each.
pub fn validate(program: &Program) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, ty) in program.types.iter().enumerate() {
        for method in &ty.methods {
            if method.func.0 as usize >= program.functions.len() {
                problems.push(format!(
                    "type {index} ({}): method {} has no function",
                    ty.text, method.name
                ));
            }
        }
    }
    for function in &program.functions {
        let mut check = Check {
            program,
            function,
            labels: Vec::new(),
            declared: function.code.params.iter().copied().collect(),
            defers: vec![function.code.has_defer],
            problems: Vec::new(),
        };
        check.body(&function.code.body);
        for problem in check.problems {
            problems.push(format!("{}: {problem}", function.go_name));
        }
    }
    problems
}

struct Check<'p> {
    program: &'p Program,
    function: &'p Function,
    labels: Vec<LabelId>,
    declared: FxHashSet<LocalId>,
    defers: Vec<bool>,
    problems: Vec<String>,
}

impl Check<'_> {
    fn fail(&mut self, problem: impl Into<String>) {
        self.problems.push(problem.into());
    }

    fn body(&mut self, stmts: &[Stmt]) {
        visit::walk_stmts(self, stmts);
    }

    fn kind(&self, ty: TypeId) -> Option<&TypeKind> {
        self.program.types.get(ty.0 as usize).map(|ty| &ty.kind)
    }

    fn declare(&mut self, local: LocalId) {
        if local.0 as usize >= self.function.locals.len() {
            self.fail(format!("local {} is not in the table", local.0));
        }
        self.declared.insert(local);
    }

    /// Declared by something other than `Let`: never boxed.
    fn declare_plain(&mut self, local: LocalId) {
        self.declare(local);
        if self
            .function
            .locals
            .get(local.0 as usize)
            .is_some_and(|local| local.storage == Storage::Boxed)
        {
            self.fail(format!("local {} is boxed but not declared by Let", local.0));
        }
    }

    fn read(&mut self, local: LocalId) {
        if !self.declared.contains(&local) {
            let name = self
                .function
                .locals
                .get(local.0 as usize)
                .map_or("?", |local| &local.name)
                .to_string();
            self.fail(format!(
                "local {} ({name}) is used before its declaration",
                local.0
            ));
        }
    }

    fn labelled(&mut self, label: Option<LabelId>, action: impl FnOnce(&mut Self)) {
        self.labels.extend(label);
        action(self);
        if label.is_some() {
            self.labels.pop();
        }
    }
}

impl Visitor for Check<'_> {
    fn expr(&mut self, expr: &Expr) {
        if self.kind(expr.ty).is_none() {
            self.fail(format!("type {} is not in the table", expr.ty.0));
        }
        match &expr.kind {
            ExprKind::Local(local) => self.read(*local),
            ExprKind::StructLit(fields) => match self.kind(expr.ty) {
                Some(TypeKind::Struct(declared)) if declared.len() == fields.len() => {}
                _ => self.fail("a struct literal whose type is no such struct"),
            },
            ExprKind::Copy(_)
                if !matches!(
                    self.kind(expr.ty),
                    Some(TypeKind::Struct(_) | TypeKind::Array { .. } | TypeKind::Slice(_))
                ) =>
            {
                self.fail("a copy of what is neither struct, array nor slice");
            }
            ExprKind::Field { base, field } => {
                let mut kind = self.kind(base.ty);
                if let Some(TypeKind::Pointer(elem)) = kind {
                    kind = self.kind(*elem);
                }
                match kind {
                    Some(TypeKind::Struct(fields)) if (*field as usize) < fields.len() => {}
                    other => {
                        let other = format!("field {field} of {other:?}");
                        self.fail(other);
                    }
                }
            }
            ExprKind::MakeInterface(operand) => {
                if matches!(self.kind(operand.ty), Some(TypeKind::Interface(_))) {
                    self.fail("an interface is put into an interface");
                }
            }
            ExprKind::Func(func) if func.0 as usize >= self.program.functions.len() => {
                self.fail("a function that is not in the table");
            }
            ExprKind::Call(call) => {
                if let Callee::Func(func) = call.callee {
                    match self.program.functions.get(func.0 as usize) {
                        None => self.fail("a call of a function that is not in the table"),
                        Some(callee) if callee.code.params.len() != call.args.len() => {
                            let (name, wanted) = (callee.go_name.clone(), callee.code.params.len());
                            self.fail(format!(
                                "{name} takes {wanted} arguments, not {}",
                                call.args.len()
                            ));
                        }
                        Some(_) => {}
                    }
                }
            }
            ExprKind::Sequence { effects, .. } => {
                for (local, _) in effects {
                    self.read(*local);
                }
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Local(local) = place {
            self.read(*local);
        }
        visit::walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { local, init } => {
                if let Some(init) = init {
                    self.expr(init);
                }
                self.declare(*local);
            }
            StmtKind::LetTuple { locals, init } => {
                self.expr(init);
                for &local in locals.iter().flatten() {
                    self.declare_plain(local);
                }
            }
            StmtKind::Break(label) | StmtKind::Continue(label) => {
                if !self.labels.contains(label) {
                    self.fail(format!("label {} is not around its use", label.0));
                }
            }
            StmtKind::RangeMap {
                label, key, value, ..
            }
            | StmtKind::RangeString {
                label,
                index: key,
                rune: value,
                ..
            } => {
                for &local in [key, value].into_iter().flatten() {
                    self.declare_plain(local);
                }
                self.labelled(*label, |check| visit::walk_stmt(check, stmt));
            }
            StmtKind::For { label, .. } | StmtKind::Switch { label, .. } | StmtKind::Block { label, .. } => {
                self.labelled(*label, |check| visit::walk_stmt(check, stmt));
            }
            StmtKind::Select(select) => {
                for case in &select.cases {
                    if let SelectOp::Receive { value, ok, .. } = &case.op {
                        for &local in [value, ok].into_iter().flatten() {
                            self.declare_plain(local);
                        }
                    }
                }
                self.labelled(select.label, |check| visit::walk_stmt(check, stmt));
            }
            StmtKind::Defer { .. } => {
                if !self.defers.iter().any(|&has_defer| has_defer) {
                    self.fail("defer in a function without a frame");
                }
                visit::walk_stmt(self, stmt);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        let labels = std::mem::take(&mut self.labels);
        for &param in &closure.params {
            self.declare_plain(param);
        }
        self.defers.push(closure.has_defer);
        self.body(&closure.body);
        self.defers.pop();
        self.labels = labels;
    }
}
