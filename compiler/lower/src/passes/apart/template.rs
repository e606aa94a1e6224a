//! The functions whose calls may be replaced by what they calculate.

use super::class::{Class, Classes};
use super::leaves::Shapes;
use crate::ir::{ArithOp, Expr, ExprKind, FuncId, Function, LocalId, Program, Stmt, StmtKind, Storage};
use crate::visit::{self, Visitor};
use rustc_hash::FxHashMap;

/// Functions with more operations, those that they call included, are called.
const SMALL: usize = 64;

#[derive(Copy, Clone, PartialEq, Eq)]
enum Known {
    Not,
    /// Being looked at: a function that calls itself.
    Busy,
    No,
    /// So many operations.
    Pure(usize),
}

/// What is known of the functions of a program.
pub(super) struct Templates {
    known: Vec<Known>,
    of: FxHashMap<FuncId, Template>,
}

/// A function that only calculates, and takes or gives structs.
pub(super) struct Template {
    pub function: Function,
    pub params: Vec<Param>,
    pub cost: usize,
}

/// What a function does with a parameter.
#[derive(Clone, Copy, Default)]
pub(super) struct Param {
    pub is_assigned: bool,
    /// So many times.
    pub reads: usize,
    /// The object itself becomes that of something else.
    is_kept: bool,
}

impl Param {
    /// A struct is the function's own: the argument is a copy.
    pub fn is_owned(self) -> bool {
        self.is_assigned || self.is_kept
    }
}

impl Template {
    /// The body is a single `return`.
    pub fn value(&self) -> Option<&Expr> {
        match &*self.function.code.body {
            [
                Stmt {
                    kind: StmtKind::Return(values),
                    ..
                },
            ] => values.first(),
            _ => None,
        }
    }
}

impl Templates {
    pub fn of(program: &Program, functions: &[Function]) -> Templates {
        let mut templates = Templates {
            known: vec![Known::Not; functions.len()],
            of: FxHashMap::default(),
        };
        let shapes = Shapes::of(program);
        for index in 0..functions.len() {
            let func = FuncId(index as u32);
            let function = &functions[index];
            let has_struct = function
                .code
                .params
                .iter()
                .map(|param| function.locals[param.0 as usize].ty)
                .chain(function.code.results.iter().copied())
                .any(|ty| shapes.is_aggregate(ty));
            let package = &program.packages[function.package.0 as usize];
            if (has_struct || !package.is_std || package.path == "math")
                && let Some(cost) = templates.cost(program, functions, func)
                && has_struct
            {
                let template = Template {
                    params: params(function),
                    function: function.clone(),
                    cost,
                };
                templates.of.insert(func, template);
            }
        }
        templates.expand(program);
        templates
    }

    /// Calls of templates in templates become what they calculate: of the cheaper ones first, as what a function calls
    /// costs less than the function.
    fn expand(&mut self, program: &Program) {
        let mut funcs: Vec<(usize, FuncId)> = self
            .of
            .iter()
            .map(|(&func, template)| (template.cost, func))
            .collect();
        funcs.sort_unstable();
        for (_, func) in funcs {
            let Some(mut template) = self.of.remove(&func) else {
                continue;
            };
            super::inline::run(program, self, &mut template.function, true);
            template.params = params(&template.function);
            self.of.insert(func, template);
        }
    }

    pub fn get(&self, func: FuncId) -> Option<&Template> {
        self.of.get(&func)
    }

    /// Whether a function does nothing but calculate its result, and cannot panic.
    pub fn is_pure(&self, func: FuncId) -> bool {
        matches!(self.known[func.0 as usize], Known::Pure(_))
    }

    /// The number of operations of a function that is pure and small.
    fn cost(&mut self, program: &Program, functions: &[Function], func: FuncId) -> Option<usize> {
        match self.known[func.0 as usize] {
            Known::Pure(cost) => return Some(cost),
            Known::Busy | Known::No => return None,
            Known::Not => {}
        }
        self.known[func.0 as usize] = Known::Busy;
        let cost = self.measure(program, functions, &functions[func.0 as usize]);
        self.known[func.0 as usize] = cost.map_or(Known::No, Known::Pure);
        cost
    }

    fn measure(&mut self, program: &Program, functions: &[Function], function: &Function) -> Option<usize> {
        // Package math calculates, and never panics.
        if program.packages[function.package.0 as usize].path == "math" {
            return Some(1);
        }
        let code = &function.code;
        let is_plain = function.native.is_none()
            && !code.may_park
            && !code.has_defer
            && !code.has_recover
            && code.named_results.is_empty()
            && code.results.len() == 1
            && function
                .locals
                .iter()
                .all(|local| local.storage == Storage::Plain && !local.is_captured);
        if !is_plain || !ends(&code.body) {
            return None;
        }
        let mut called = Called::default();
        visit::walk_stmts(&mut called, &code.body);
        if called.count > SMALL {
            return None;
        }
        for func in called.funcs {
            called.count += self.cost(program, functions, func)?;
        }
        let classes = Classes {
            shapes: Shapes::of(program),
            templates: self,
            locals: &function.locals,
        };
        (called.count <= SMALL && is_calculation(&classes, &code.body)).then_some(called.count)
    }
}

fn params(function: &Function) -> Vec<Param> {
    struct Uses(FxHashMap<LocalId, Param>);
    impl Uses {
        /// What is read without being kept.
        fn base(&mut self, expr: &Expr) {
            match &expr.kind {
                ExprKind::Local(local) => self.0.entry(*local).or_default().reads += 1,
                _ => self.expr(expr),
            }
        }
    }
    impl Visitor for Uses {
        fn expr(&mut self, expr: &Expr) {
            match &expr.kind {
                ExprKind::Local(local) => {
                    let param = self.0.entry(*local).or_default();
                    param.reads += 1;
                    param.is_kept = true;
                }
                ExprKind::Field { base, .. } | ExprKind::Copy(base) => self.base(base),
                ExprKind::Index { base, index, .. } => {
                    self.base(base);
                    self.expr(index);
                }
                ExprKind::Compare { left, right, .. } => {
                    self.base(left);
                    self.base(right);
                }
                _ => visit::walk_expr(self, expr),
            }
        }
        fn stmt(&mut self, stmt: &Stmt) {
            if let StmtKind::Assign { place, .. } | StmtKind::AssignOp { place, .. } = &stmt.kind
                && let Some(local) = root(place)
            {
                self.0.entry(local).or_default().is_assigned = true;
            }
            visit::walk_stmt(self, stmt);
        }
    }
    let mut uses = Uses(FxHashMap::default());
    visit::walk_stmts(&mut uses, &function.code.body);
    let params = function.code.params.iter();
    params
        .map(|param| uses.0.get(param).copied().unwrap_or_default())
        .collect()
}

/// The local in which a place lies.
fn root(place: &crate::ir::Place) -> Option<LocalId> {
    fn of(expr: &Expr) -> Option<LocalId> {
        match &expr.kind {
            ExprKind::Local(local) => Some(*local),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => of(base),
            _ => None,
        }
    }
    match place {
        crate::ir::Place::Local(local) => Some(*local),
        crate::ir::Place::Field { base, .. } | crate::ir::Place::Index { base, .. } => of(base),
        _ => None,
    }
}

#[derive(Default)]
struct Called {
    funcs: Vec<FuncId>,
    count: usize,
}

impl Visitor for Called {
    fn expr(&mut self, expr: &Expr) {
        // The field of a local is as cheap as a local.
        self.count += usize::from(!matches!(
            expr.kind,
            ExprKind::Field { .. } | ExprKind::Copy(_) | ExprKind::Const(_)
        ));
        if let ExprKind::Call(call) = &expr.kind
            && let crate::ir::Callee::Func(func) = call.callee
        {
            self.funcs.push(func);
        }
        visit::walk_expr(self, expr);
    }
}

/// Whether all ways through a body end in a `return` of its own.
fn ends(body: &[Stmt]) -> bool {
    let Some((last, before)) = body.split_last() else {
        return false;
    };
    let is_last = match &last.kind {
        StmtKind::Return(values) => values.len() == 1,
        StmtKind::If { then, els, .. } => ends(then) && ends(els),
        _ => false,
    };
    is_last
        && before.iter().all(|stmt| match &stmt.kind {
            StmtKind::If { then, els, .. } => {
                (ends(then) && els.is_empty()) || !returns(then) && !returns(els)
            }
            StmtKind::Return(_) => false,
            _ => true,
        })
}

fn returns(body: &[Stmt]) -> bool {
    struct Returns(bool);
    impl Visitor for Returns {
        fn stmt(&mut self, stmt: &Stmt) {
            self.0 |= matches!(stmt.kind, StmtKind::Return(_));
            visit::walk_stmt(self, stmt);
        }
    }
    let mut found = Returns(false);
    visit::walk_stmts(&mut found, body);
    found.0
}

/// Whether a body only assigns to variables and branches.
fn is_calculation(classes: &Classes, body: &[Stmt]) -> bool {
    let is_pure = |expr: &Expr| classes.of(expr) <= Class::Reads;
    body.iter().all(|stmt| match &stmt.kind {
        StmtKind::Let { init, .. } => init.as_ref().is_none_or(is_pure),
        StmtKind::Assign { place, value, .. } => classes.is_own(place) && is_pure(value),
        StmtKind::AssignOp { place, op, value, .. } => {
            let op = match op {
                ArithOp::Concat => Class::Pure,
                op => classes.arith(*op, value),
            };
            classes.is_own(place) && op <= Class::Reads && is_pure(value)
        }
        StmtKind::If { cond, then, els } => {
            is_pure(cond) && is_calculation(classes, then) && is_calculation(classes, els)
        }
        StmtKind::Return(values) => values.iter().all(is_pure),
        _ => false,
    })
}
