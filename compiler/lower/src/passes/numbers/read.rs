//! What each variable is assigned, anywhere in the program.

use super::Context;
use super::elements::{Joined, elements, place_elements};
use super::form::{Form, LENGTH, Var, form};
use super::vars::Vars;
use crate::ir::{
    ArithOp, Call, Callee, Closure, CompareOp, Conversion, Entry, ExportItem, Expr, ExprKind, FuncId,
    Function, LocalId, Place, Program, Select, SelectOp, Stmt, StmtKind, Storage, TypeId, TypeKind,
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
    /// Reads a whole program, and finds which variables share their elements.
    pub(super) fn of(program: &Program, vars: &mut Vars) -> Definitions {
        let mut reader = Reader {
            program,
            vars,
            func: FuncId(0),
            in_closure: false,
            is_std: false,
            has_addresses: false,
            is_called: vec![false; program.functions.len()],
            joined: Joined::of(vars.kinds.len()),
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
        let Reader {
            joined,
            mut definitions,
            ..
        } = reader;
        definitions.join(vars, &joined);
        vars.join_elements(|var| joined.find(var));
        definitions
    }

    /// Gathers the definitions of elements that have become the same. They start as zero.
    fn join(&mut self, vars: &Vars, joined: &Joined) {
        for var in vars.all_elements() {
            let one = joined.find(var);
            if one == var {
                self.of[var.0 as usize].push(Definition::Value(Form::Known((0, 0))));
            } else {
                let others = std::mem::take(&mut self.of[var.0 as usize]);
                self.of[one.0 as usize].extend(others);
            }
        }
        let rename = |form: &mut Form| form.rename(&|var| joined.find(var));
        for definition in self.of.iter_mut().flatten() {
            if let Definition::Value(form) | Definition::Op(_, form) = definition {
                rename(form);
            }
        }
        for counted in &mut self.counted {
            rename(&mut counted.init);
            rename(&mut counted.bound);
            rename(&mut counted.step);
        }
    }
}

pub(super) struct Reader<'a> {
    program: &'a Program,
    pub(super) vars: &'a Vars,
    func: FuncId,
    /// Within a function literal, whose results are not the function's.
    in_closure: bool,
    /// In a package of the standard library.
    pub(super) is_std: bool,
    /// Another package makes something of addresses.
    pub(super) has_addresses: bool,
    /// By function: a call of it has been read.
    is_called: Vec<bool>,
    /// Which variables share their elements.
    pub(super) joined: Joined,
    definitions: Definitions,
}

impl<'a> Reader<'a> {
    pub(super) fn cx(&self) -> Context<'a> {
        Context::of(self.program, self.vars, self.func)
    }

    pub(super) fn define(&mut self, var: Var, definition: Definition) {
        if self.vars.kinds[var.0 as usize].is_some() {
            self.definitions.of[var.0 as usize].push(definition);
        }
    }

    pub(super) fn local(&self, local: LocalId) -> Var {
        self.vars.local(self.func, local)
    }

    pub(super) fn form(&self, expr: &Expr) -> Form {
        form(self.cx(), expr)
    }

    fn unknown<'l>(&mut self, locals: impl IntoIterator<Item = &'l LocalId>) {
        for &local in locals {
            self.unknown_var(self.local(local));
        }
    }

    /// A variable, and what is reached from it.
    fn unknown_var(&mut self, var: Var) {
        self.define(var, Definition::Unknown);
        self.unknown_elements(self.vars.elements(var));
    }

    /// A variable is given a value.
    pub(super) fn give(&mut self, var: Var, value: &Expr) {
        if self.vars.kinds[var.0 as usize].is_some() {
            let form = self.form(value);
            self.define(var, Definition::Value(form));
        }
        self.flow(self.vars.elements(var), value);
        self.taken(value);
    }

    fn function(&mut self, id: FuncId, function: &Function) {
        self.func = id;
        self.is_std = self.program.packages[function.package.0 as usize].is_std;
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
            self.unknown_var(self.vars.result(id, index as u32));
        }
    }

    /// What callers may do that are not read, through the elements of results.
    fn unknown_result_elements(&mut self, id: FuncId) {
        for index in 0..self.program.functions[id.0 as usize].code.results.len() {
            self.unknown_elements(self.vars.elements(self.vars.result(id, index as u32)));
        }
    }

    fn unknown_signature(&mut self, id: FuncId) {
        self.unknown_results(id);
        self.unknown_callers(id);
    }

    /// A function is called from where it is not read.
    fn unknown_callers(&mut self, id: FuncId) {
        for &param in &self.program.functions[id.0 as usize].code.params {
            self.unknown_var(self.vars.local(id, param));
        }
        self.unknown_result_elements(id);
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
            self.is_std = package.is_std;
            self.give(var, init);
        }
    }

    /// What others than the program's own code may call or change.
    fn outside(&mut self) {
        for index in 0..self.program.functions.len() {
            if !self.is_called[index] {
                self.unknown_callers(FuncId(index as u32));
            }
        }
        for ty in &self.program.types {
            for method in &ty.methods {
                self.unknown_callers(method.func);
            }
        }
        if let Entry::Library(exports) = &self.program.entry {
            for export in exports {
                match export.item {
                    ExportItem::Func(func) => self.unknown_callers(func),
                    ExportItem::Var(global) => self.unknown_var(self.vars.global(global)),
                    ExportItem::Const(_) | ExportItem::Type(_) => {}
                }
            }
            for (index, function) in self.program.functions.iter().enumerate() {
                if function.method.is_some() {
                    self.unknown_callers(FuncId(index as u32));
                }
            }
        }
        self.fields_from_outside();
    }

    /// Reflection sets exported fields, others only through the addresses that it gives; JavaScript of a package
    /// sets those of the package's structs.
    fn fields_from_outside(&mut self) {
        let program = self.program;
        let reflects = program.packages.iter().any(|package| package.path == "reflect");
        let is_open = !matches!(program.entry, Entry::Main(_))
            || reflects
                && (self.has_addresses
                    || program
                        .functions
                        .iter()
                        .any(|function| function.go_name == "reflect.NewAt"));
        for (index, ty) in program.types.iter().enumerate() {
            let has_natives = ty
                .named
                .as_ref()
                .and_then(|named| named.package)
                .is_some_and(|package| !program.packages[package.0 as usize].natives.is_empty());
            let id = TypeId(index as u32);
            let all = self.vars.fields_of(&program.types, id);
            if is_open || has_natives {
                self.unknown_fields(id);
            } else if let (TypeKind::Struct(fields), true) = (&ty.kind, reflects) {
                for (field, info) in all.clone().zip(fields) {
                    if info.is_exported {
                        self.unknown_var(Var(field));
                    }
                }
            }
            for field in all {
                self.define(Var(field), Definition::Value(Form::Known((0, 0))));
            }
        }
    }

    fn unknown_fields(&mut self, ty: TypeId) {
        for field in self.vars.fields_of(&self.program.types, ty) {
            self.unknown_var(Var(field));
        }
    }

    /// What is reached through memory addresses.
    pub(super) fn unsafe_type(&mut self, ty: TypeId) {
        if let TypeKind::Pointer(elem) = self.program.types[ty.0 as usize].kind {
            for part in structs_in(&self.program.types, elem) {
                self.unknown_fields(part);
            }
        }
    }

    pub(super) fn call(&mut self, call: &Call) {
        match &call.callee {
            Callee::Func(func) => {
                self.is_called[func.0 as usize] = true;
                let params = &self.program.functions[func.0 as usize].code.params;
                if params.len() == call.args.len() {
                    for (&param, arg) in params.iter().zip(&call.args) {
                        self.give(self.vars.local(*func, param), arg);
                    }
                    return;
                }
                self.unknown_callers(*func);
            }
            Callee::Value(callee) => self.expr(callee),
            Callee::Interface { .. } => {}
        }
        for arg in &call.args {
            self.expr(arg);
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

    /// `a, b := f()`, `a, b = f()`, `v, ok := m[k]`
    fn tuple(&mut self, targets: &[Option<Place>], value: &Expr) {
        for (index, target) in targets.iter().enumerate() {
            if let Some(target) = target {
                let ty = match &self.program.types[value.ty.0 as usize].kind {
                    TypeKind::Tuple(types) => types.get(index).copied(),
                    _ => None,
                };
                let leads_on = ty.is_some_and(|ty| self.vars.has_elements(ty));
                let (form, from) = self.part_of_tuple(value, index, leads_on);
                self.assign(target, form, from, leads_on);
            }
        }
        self.taken(value);
    }

    /// What one of several values is, and what stands for the elements that it leads to.
    fn part_of_tuple(&self, value: &Expr, index: usize, leads_on: bool) -> (Form, Option<Var>) {
        match &value.kind {
            ExprKind::MapIndex { map: source, .. } | ExprKind::Receive { chan: source, .. } if index == 0 => {
                let elements = elements(self.cx(), source);
                let form = elements.filter(|_| !leads_on).map_or(Form::Unknown, Form::Var);
                (form, elements)
            }
            _ => match self.results(value) {
                Some(func) => {
                    let result = self.vars.result(func, index as u32);
                    (Form::Var(result), self.vars.elements(result))
                }
                None => (Form::Unknown, None),
            },
        }
    }

    /// A place is given a value of some form, which leads to the elements that `from` stands for.
    fn assign(&mut self, place: &Place, form: Form, from: Option<Var>, leads_on: bool) {
        let definition = match form {
            Form::Unknown => Definition::Unknown,
            form => Definition::Value(form),
        };
        let to = place_elements(self.cx(), place);
        match (self.target(place), to) {
            (Some(var), _) => self.define(var, definition),
            (None, Some(to)) if !leads_on => self.define(to, definition),
            _ => {}
        }
        match (to, from) {
            _ if !leads_on => {}
            (_, Some(from)) => self.same(to, from),
            _ => self.unknown_elements(to),
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

    fn return_stmt(&mut self, values: &[Expr]) {
        if self.in_closure {
            for value in values {
                self.expr(value);
            }
            return;
        }
        let func = self.func;
        let code = &self.program.functions[func.0 as usize].code;
        match values {
            [] => {
                for (index, &local) in code.named_results.iter().enumerate() {
                    let result = self.vars.result(func, index as u32);
                    let from = self.local(local);
                    self.define(result, Definition::Value(Form::Var(from)));
                    if let Some(from) = self.vars.elements(from) {
                        self.same(self.vars.elements(result), from);
                    }
                }
            }
            [value] if code.results.len() > 1 => {
                for (index, &ty) in code.results.iter().enumerate() {
                    let leads_on = self.vars.has_elements(ty);
                    let (form, from) = self.part_of_tuple(value, index, leads_on);
                    let result = self.vars.result(func, index as u32);
                    self.define(result, Definition::Value(form));
                    match (self.vars.elements(result), from) {
                        (to, Some(from)) if leads_on => self.same(to, from),
                        (to, _) => self.unknown_elements(to),
                    }
                }
                self.taken(value);
            }
            _ => {
                for (index, value) in values.iter().enumerate() {
                    self.give(self.vars.result(func, index as u32), value);
                }
            }
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

impl Reader<'_> {
    pub(super) fn struct_lit(&mut self, ty: TypeId, values: &[Expr]) {
        for (index, value) in values.iter().enumerate() {
            match self.vars.field(ty, index as u32) {
                Some(var) => self.give(var, value),
                None => self.expr(value),
            }
        }
    }

    /// Visits what says nothing of where the values of its operands go.
    pub(super) fn other(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Func(func) => self.unknown_callers(*func),
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
                self.has_addresses |= !self.is_std;
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn assign_stmt(&mut self, place: &Place, value: &Expr) {
        self.place(place);
        match self.target(place) {
            Some(var) => self.give(var, value),
            None => {
                self.store(place_elements(self.cx(), place), value);
                self.taken(value);
            }
        }
    }

    fn assign_op(&mut self, place: &Place, op: ArithOp, value: &Expr) {
        self.place(place);
        if let Some(var) = self.target(place).or(place_elements(self.cx(), place)) {
            let form = self.form(value);
            self.define(var, Definition::Op(op, form));
        }
        self.expr(value);
    }

    fn send(&mut self, chan: &Expr, value: &Expr) {
        self.looked_into(chan);
        self.store(elements(self.cx(), chan), value);
        self.taken(value);
    }

    /// A local is given elements of a map or a channel.
    fn receive(&mut self, local: LocalId, source: &Expr) {
        let ty = self.cx().locals()[local.0 as usize].ty;
        let leads_on = self.vars.has_elements(ty);
        let from = elements(self.cx(), source);
        let form = from.filter(|_| !leads_on).map_or(Form::Unknown, Form::Var);
        self.assign(&Place::Local(local), form, from, leads_on);
    }

    fn select(&mut self, select: &Select) {
        for case in &select.cases {
            match &case.op {
                SelectOp::Send { chan, value } => self.send(chan, value),
                SelectOp::Receive { chan, value, ok } => {
                    self.looked_into(chan);
                    self.unknown(ok);
                    if let Some(value) = value {
                        self.receive(*value, chan);
                    }
                }
            }
            visit::walk_stmts(self, &case.body);
        }
        visit::walk_stmts(self, select.default.as_deref().unwrap_or_default());
    }
}

impl Visitor for Reader<'_> {
    fn closure(&mut self, closure: &Closure) {
        self.unknown(&closure.params);
        for &local in &closure.named_results {
            self.unknown_elements(self.vars.elements(self.local(local)));
        }
        if closure.has_defer {
            self.unknown(&closure.named_results);
        }
        let outer = std::mem::replace(&mut self.in_closure, true);
        visit::walk_stmts(self, &closure.body);
        self.in_closure = outer;
    }

    fn expr(&mut self, expr: &Expr) {
        self.flow(None, expr);
        if let Some(func) = self.results(expr) {
            self.unknown_result_elements(func);
        }
        self.taken(expr);
    }

    fn place(&mut self, place: &Place) {
        match place {
            Place::Index { base, index, .. } => {
                self.looked_into(base);
                self.expr(index);
            }
            Place::MapIndex { map, key } => {
                self.looked_into(map);
                self.expr(key);
            }
            Place::Deref(pointer) => self.looked_into(pointer),
            _ => visit::walk_place(self, place),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.taken(expr),
            StmtKind::Let {
                local,
                init: Some(value),
            } => self.give(self.local(*local), value),
            StmtKind::Assign { place, value, .. } => self.assign_stmt(place, value),
            StmtKind::AssignOp { place, op, value, .. } => self.assign_op(place, *op, value),
            StmtKind::LetTuple { locals, init } => {
                let targets: Vec<_> = locals.iter().map(|local| local.map(Place::Local)).collect();
                self.tuple(&targets, init);
            }
            StmtKind::AssignTuple { places, value } => {
                for place in places.iter().flatten() {
                    self.place(place);
                }
                self.tuple(places, value);
            }
            StmtKind::RangeMap {
                map,
                key,
                value,
                body,
                ..
            } => {
                self.looked_into(map);
                self.unknown(key);
                if let Some(value) = value {
                    self.receive(*value, map);
                }
                visit::walk_stmts(self, body);
            }
            StmtKind::Return(values) => self.return_stmt(values),
            StmtKind::Go(call) => self.call(call),
            StmtKind::Send { chan, value } => self.send(chan, value),
            StmtKind::Select(select) => self.select(select),
            StmtKind::For {
                init,
                cond: Some(cond),
                post,
                ..
            } => {
                self.loop_head(init, cond, post);
                visit::walk_stmt(self, stmt);
            }
            StmtKind::RangeString {
                index: Some(index), ..
            } => {
                let form = Form::Known((0, LENGTH));
                self.define(self.local(*index), Definition::Value(form));
                visit::walk_stmt(self, stmt);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }
}
