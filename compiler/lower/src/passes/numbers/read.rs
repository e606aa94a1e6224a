//! What each variable is assigned, anywhere in the program.

use super::Context;
use super::form::{Form, LENGTH, SAFE, Var, form};
use super::vars::Vars;
use crate::ir::{
    ArithOp, Builtin, Call, Callee, Closure, CompareOp, Conversion, Entry, ExportItem, Expr, ExprKind,
    FuncId, Function, LocalId, Place, Program, SelectOp, Stmt, StmtKind, Storage, TypeId, TypeKind,
    structs_in,
};
use crate::visit::{self, Visitor};

/// What an assignment gives a variable.
#[derive(Clone, Debug)]
pub(super) enum Definition {
    Value(Form),
    /// `x op= value`
    Op(ArithOp, Form),
    Unknown,
}

/// The counter of a loop `for x := init; x < bound; x += step`.
pub(super) struct Counted {
    pub(super) var: Var,
    pub(super) init: Form,
    pub(super) bound: Form,
    /// Added, or subtracted.
    pub(super) step: Form,
    pub(super) is_up: bool,
    pub(super) op: CompareOp,
}

pub(super) struct Definitions {
    pub(super) of: Vec<Vec<Definition>>,
    pub(super) counted: Vec<Counted>,
}

impl Definitions {
    /// Reads a whole program.
    pub(super) fn of(program: &Program, vars: &Vars) -> Definitions {
        let mut reader = Reader {
            program,
            vars,
            func: FuncId(0),
            in_closure: false,
            definitions: Definitions {
                of: vec![Vec::new(); vars.kinds.len()],
                counted: Vec::new(),
            },
        };
        for (index, function) in program.functions.iter().enumerate() {
            reader.function(FuncId(index as u32), function);
        }
        reader.globals();
        reader.outside();
        reader.definitions
    }
}

struct Reader<'a> {
    program: &'a Program,
    vars: &'a Vars,
    func: FuncId,
    /// Within a function literal, whose results are not the function's.
    in_closure: bool,
    definitions: Definitions,
}

impl<'a> Reader<'a> {
    fn cx(&self) -> Context<'a> {
        Context::of(self.program, self.vars, self.func)
    }

    fn define(&mut self, var: Var, definition: Definition) {
        if self.vars.kinds[var.0 as usize].is_some() {
            self.definitions.of[var.0 as usize].push(definition);
        }
    }

    fn local(&self, local: LocalId) -> Var {
        self.vars.local(self.func, local)
    }

    fn form(&self, expr: &Expr) -> Form {
        form(self.cx(), expr)
    }

    fn unknown<'l>(&mut self, locals: impl IntoIterator<Item = &'l LocalId>) {
        for &local in locals {
            self.define(self.local(local), Definition::Unknown);
        }
    }

    fn function(&mut self, id: FuncId, function: &Function) {
        self.func = id;
        if function.native.is_some() {
            self.unknown_signature(id);
            return;
        }
        if function.code.has_defer {
            // Deferred calls change named results, and a recovered panic returns them.
            self.unknown(&function.code.named_results);
            self.unknown_results(id);
        }
        visit::walk_stmts(self, &function.code.body);
    }

    fn unknown_results(&mut self, id: FuncId) {
        for index in 0..self.program.functions[id.0 as usize].code.results.len() {
            self.define(self.vars.result(id, index as u32), Definition::Unknown);
        }
    }

    fn unknown_signature(&mut self, id: FuncId) {
        self.unknown_results(id);
        self.unknown_params(id);
    }

    fn unknown_params(&mut self, id: FuncId) {
        for &param in &self.program.functions[id.0 as usize].code.params {
            self.define(self.vars.local(id, param), Definition::Unknown);
        }
    }

    fn globals(&mut self) {
        for (index, global) in self.program.globals.iter().enumerate() {
            let var = self.vars.global(crate::ir::GlobalId(index as u32));
            if global.storage == Storage::Boxed {
                self.define(var, Definition::Unknown);
            }
            let Some(init) = &global.init else {
                self.define(var, Definition::Value(Form::Known((0, 0))));
                continue;
            };
            let package = &self.program.packages[global.package.0 as usize];
            self.func = package.initializers.or(package.init).unwrap_or(FuncId(0));
            let form = self.form(init);
            self.define(var, Definition::Value(form));
            self.expr(init);
        }
    }

    /// What others than the program's own code may call or change.
    fn outside(&mut self) {
        for ty in &self.program.types {
            for method in &ty.methods {
                self.unknown_params(method.func);
            }
        }
        if let Entry::Library(exports) = &self.program.entry {
            for export in exports {
                match export.item {
                    ExportItem::Func(func) => self.unknown_params(func),
                    ExportItem::Var(global) => self.define(self.vars.global(global), Definition::Unknown),
                    ExportItem::Const(_) | ExportItem::Type(_) => {}
                }
            }
            for (index, function) in self.program.functions.iter().enumerate() {
                if function.method.is_some() {
                    self.unknown_params(FuncId(index as u32));
                }
            }
        }
        // Reflection sets fields, and JavaScript of a package those of the package's structs.
        let is_open = !matches!(self.program.entry, Entry::Main(_))
            || self
                .program
                .packages
                .iter()
                .any(|package| package.path == "reflect");
        for (index, ty) in self.program.types.iter().enumerate() {
            let has_natives = ty
                .named
                .as_ref()
                .and_then(|named| named.package)
                .is_some_and(|package| !self.program.packages[package.0 as usize].natives.is_empty());
            if is_open || has_natives {
                self.unknown_fields(TypeId(index as u32));
            }
            for field in self.vars.fields_of(&self.program.types, TypeId(index as u32)) {
                self.define(Var(field), Definition::Value(Form::Known((0, 0))));
            }
        }
    }

    fn unknown_fields(&mut self, ty: TypeId) {
        for field in self.vars.fields_of(&self.program.types, ty) {
            self.define(Var(field), Definition::Unknown);
        }
    }

    /// What is reached through memory addresses.
    fn unsafe_type(&mut self, ty: TypeId) {
        if let TypeKind::Pointer(elem) = self.program.types[ty.0 as usize].kind {
            for part in structs_in(&self.program.types, elem) {
                self.unknown_fields(part);
            }
        }
    }

    fn call(&mut self, call: &Call) {
        let Callee::Func(func) = call.callee else { return };
        let code = &self.program.functions[func.0 as usize].code;
        for (&param, arg) in code.params.iter().zip(&call.args) {
            let form = self.form(arg);
            self.define(self.vars.local(func, param), Definition::Value(form));
        }
    }

    /// The variables that hold the results of a call, in order.
    fn results(&self, value: &Expr) -> Option<FuncId> {
        match &value.kind {
            ExprKind::Call(call) => match call.callee {
                Callee::Func(func) => Some(func),
                _ => None,
            },
            _ => None,
        }
    }

    /// `a, b := f()`, `a, b = f()`
    fn tuple(&mut self, targets: impl Iterator<Item = Option<Var>>, value: &Expr) {
        let func = self.results(value);
        for (index, target) in targets.enumerate() {
            let Some(target) = target else { continue };
            let definition = match func {
                Some(func) => Definition::Value(Form::Var(self.vars.result(func, index as u32))),
                None => Definition::Unknown,
            };
            self.define(target, definition);
        }
    }

    /// The variable that a place is.
    fn target(&self, place: &Place) -> Option<Var> {
        match place {
            Place::Local(local) => Some(self.local(*local)),
            Place::Global(global) => Some(self.vars.global(*global)),
            Place::Field { base, field } => self.vars.field(base.ty, *field),
            _ => None,
        }
    }

    fn return_values(&mut self, values: &[Expr]) {
        if self.in_closure {
            return;
        }
        let func = self.func;
        let code = &self.program.functions[func.0 as usize].code;
        let forms: Vec<Form> = match values {
            [] => code
                .named_results
                .iter()
                .map(|&local| Form::Var(self.local(local)))
                .collect(),
            [value] if code.results.len() > 1 => {
                let inner = self.results(value);
                (0..code.results.len() as u32)
                    .map(|index| {
                        inner.map_or(Form::Unknown, |inner| Form::Var(self.vars.result(inner, index)))
                    })
                    .collect()
            }
            _ => values.iter().map(|value| self.form(value)).collect(),
        };
        for (index, form) in forms.into_iter().enumerate() {
            self.define(self.vars.result(func, index as u32), Definition::Value(form));
        }
    }

    fn loop_head(&mut self, init: &[Stmt], cond: &Expr, post: &[Stmt]) {
        let cond = match &cond.kind {
            ExprKind::And(left, _) => left,
            _ => cond,
        };
        let ExprKind::Compare { op, left, right } = &cond.kind else {
            return;
        };
        let ExprKind::Local(local) = left.kind else { return };
        let start = init.iter().find_map(|stmt| match &stmt.kind {
            StmtKind::Let {
                local: declared,
                init: Some(init),
            } if *declared == local => Some(init),
            _ => None,
        });
        let stepped = post.iter().find_map(|stmt| match &stmt.kind {
            StmtKind::AssignOp {
                place: Place::Local(stepped),
                op: op @ (ArithOp::Add | ArithOp::Sub),
                value,
                ..
            } if *stepped == local => Some((*op == ArithOp::Add, value)),
            _ => None,
        });
        let (Some(start), Some((is_up, step))) = (start, stepped) else {
            return;
        };
        let counted = Counted {
            var: self.local(local),
            init: self.form(start),
            bound: self.form(right),
            step: self.form(step),
            is_up,
            op: *op,
        };
        self.definitions.counted.push(counted);
    }
}

impl Visitor for Reader<'_> {
    fn closure(&mut self, closure: &Closure) {
        self.unknown(&closure.params);
        if closure.has_defer {
            self.unknown(&closure.named_results);
        }
        let outer = std::mem::replace(&mut self.in_closure, true);
        visit::walk_stmts(self, &closure.body);
        self.in_closure = outer;
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Sequence { effects, .. } => {
                for (local, value) in effects {
                    let form = self.form(value);
                    self.define(self.local(*local), Definition::Value(form));
                }
            }
            ExprKind::Call(call) => self.call(call),
            ExprKind::Func(func) => self.unknown_params(*func),
            ExprKind::StructLit(values) => {
                for (index, value) in values.iter().enumerate() {
                    let form = self.form(value);
                    if let Some(var) = self.vars.field(expr.ty, index as u32) {
                        self.define(var, Definition::Value(form));
                    }
                }
            }
            ExprKind::Address(place) => {
                if let Some(var) = self.target(place) {
                    self.define(var, Definition::Unknown);
                }
            }
            ExprKind::Convert {
                op: Conversion::Unsafe,
                operand,
            } => {
                self.unsafe_type(operand.ty);
                self.unsafe_type(expr.ty);
            }
            ExprKind::Builtin(Builtin::UnsafeView, operands) => {
                self.unsafe_type(operands[0].ty);
                self.unsafe_type(expr.ty);
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let {
                local,
                init: Some(value),
            } => {
                let form = self.form(value);
                self.define(self.local(*local), Definition::Value(form));
            }
            StmtKind::Assign { place, value, .. } => {
                if let Some(var) = self.target(place) {
                    let form = self.form(value);
                    self.define(var, Definition::Value(form));
                }
            }
            StmtKind::AssignOp { place, op, value, .. } => {
                if let Some(var) = self.target(place) {
                    let form = self.form(value);
                    self.define(var, Definition::Op(*op, form));
                }
            }
            StmtKind::LetTuple { locals, init } => {
                let targets: Vec<_> = locals
                    .iter()
                    .map(|local| local.map(|local| self.local(local)))
                    .collect();
                self.tuple(targets.into_iter(), init);
            }
            StmtKind::AssignTuple { places, value } => {
                let targets: Vec<_> = places
                    .iter()
                    .map(|place| place.as_ref().and_then(|place| self.target(place)))
                    .collect();
                self.tuple(targets.into_iter(), value);
            }
            StmtKind::For {
                init,
                cond: Some(cond),
                post,
                ..
            } => self.loop_head(init, cond, post),
            StmtKind::RangeMap { key, value, .. } => self.unknown(key.iter().chain(value)),
            StmtKind::RangeString {
                index: Some(index), ..
            } => {
                let form = Form::Known((0, LENGTH));
                self.define(self.local(*index), Definition::Value(form));
            }
            StmtKind::Return(values) => self.return_values(values),
            StmtKind::Go(call) => self.call(call),
            StmtKind::Select(select) => {
                for case in &select.cases {
                    if let SelectOp::Receive { value, ok, .. } = &case.op {
                        self.unknown(value.iter().chain(ok));
                    }
                }
            }
            _ => {}
        }
        visit::walk_stmt(self, stmt);
    }
}

/// A constant that is small enough to be added again and again.
pub(super) fn is_step(form: &Form, most: i128) -> bool {
    matches!(form, Form::Known((low, high)) if low == high && low.abs() <= most && low.abs() <= SAFE)
}
