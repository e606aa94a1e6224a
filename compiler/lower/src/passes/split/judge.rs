//! What is gained, or lost, by holding candidates as two words.

use super::{Item, int_kind, is_loop, operands, struct_of, works_on};
use crate::ir::{
    ArithOp, Call, Callee, Closure, Expr, ExprKind, FuncId, LocalId, Place, Program, Stmt, StmtKind, TypeKind,
};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

/// What one operation saves, and what it costs to put a value together or to take one apart.
const OPERATION: i64 = 2;
const JOIN: i64 = 3;
const TAKE_APART: i64 = 2;
/// How much more often the body of a loop is thought to run.
const LOOP: i64 = 8;

/// Reads a program as if all of `split` were held as two words.
pub(super) struct Judge<'a> {
    program: &'a Program,
    split: &'a FxHashSet<Item>,
    /// Those of them that gain as far as is known.
    gaining: &'a FxHashSet<Item>,
    gain: FxHashMap<Item, i64>,
    /// The function has to do with any of them.
    is_touched: bool,
    weight: i64,
    func: FuncId,
    /// Within a function literal, whose results are not the function's.
    in_closure: bool,
}

impl Judge<'_> {
    pub(super) fn gains(
        program: &Program,
        split: &FxHashSet<Item>,
        gaining: &FxHashSet<Item>,
        functions: &mut Vec<FuncId>,
    ) -> FxHashMap<Item, i64> {
        let mut judge = Judge {
            program,
            split,
            gaining,
            gain: FxHashMap::default(),
            is_touched: false,
            weight: 1,
            func: FuncId(0),
            in_closure: false,
        };
        functions.retain(|&func| {
            let function = &program.functions[func.0 as usize];
            judge.func = func;
            judge.is_touched = false;
            judge.weight = if function.code.is_hot { LOOP } else { 1 };
            visit::walk_stmts(&mut judge, &function.code.body);
            judge.is_touched
        });
        judge.weight = 1;
        for global in &program.globals {
            let package = &program.packages[global.package.0 as usize];
            judge.func = package.initializers.or(package.init).unwrap_or(FuncId(0));
            if let Some(init) = &global.init {
                judge.expr(init);
            }
        }
        judge.gain
    }

    /// The candidate that an expression reads.
    fn item(&self, expr: &Expr) -> Option<Item> {
        let item = match &expr.kind {
            ExprKind::Local(local) => Item::Local(self.func, *local),
            ExprKind::Field { base, field } => Item::Field(struct_of(&self.program.types, base.ty), *field),
            ExprKind::Call(call) => match call.callee {
                Callee::Func(func) => Item::Result(func),
                _ => return None,
            },
            _ => return None,
        };
        self.split.contains(&item).then_some(item)
    }

    /// The candidate that a place is.
    fn target(&self, place: &Place) -> Option<Item> {
        let item = match place {
            Place::Local(local) => Item::Local(self.func, *local),
            Place::Field { base, field } => Item::Field(struct_of(&self.program.types, base.ty), *field),
            _ => return None,
        };
        self.split.contains(&item).then_some(item)
    }

    fn is_split(&self, expr: &Expr) -> bool {
        works_on(&self.program.types, expr, &|leaf| self.item(leaf).is_some())
    }

    fn add(&mut self, item: Item, gain: i64) {
        self.is_touched = true;
        *self.gain.entry(item).or_default() += gain * self.weight;
    }

    /// Reads an expression that is computed as two words; `cost` is that of using the result.
    fn words(&mut self, expr: &Expr, cost: i64) {
        let (mut items, mut gain) = (Vec::new(), -cost);
        self.read(expr, &mut items, &mut gain);
        for item in items {
            self.add(item, gain);
        }
    }

    fn read(&mut self, expr: &Expr, items: &mut Vec<Item>, gain: &mut i64) {
        if let Some(item) = self.item(expr) {
            if !items.contains(&item) {
                items.push(item);
            }
            return match &expr.kind {
                ExprKind::Field { base, .. } => self.expr(base),
                ExprKind::Call(call) => self.call(call),
                _ => {}
            };
        }
        if matches!(expr.kind, ExprKind::Const(_) | ExprKind::Zero) {
            return;
        }
        let types = &self.program.types;
        let operands = operands(types, expr);
        if operands.is_empty() {
            // From a narrower kind, it costs nothing.
            let is_narrow = matches!(&expr.kind, ExprKind::Convert { operand, .. } if int_kind(types, operand.ty).is_some());
            *gain -= if is_narrow { 0 } else { TAKE_APART };
            return self.expr(expr);
        }
        if !matches!(expr.kind, ExprKind::Convert { .. }) {
            *gain += OPERATION;
        }
        for operand in operands {
            self.read(operand, items, gain);
        }
        if let ExprKind::Shift { count, .. } = &expr.kind {
            self.expr(count);
        }
    }

    /// `item = value`
    fn assign(&mut self, item: Item, op: Option<ArithOp>, value: &Expr) {
        let cost = match op {
            None => 0,
            Some(ArithOp::Div | ArithOp::Rem) => JOIN + TAKE_APART,
            Some(_) => -OPERATION,
        };
        self.add(item, -cost);
        if self.is_split(value) {
            let source = self.item(value);
            // What is computed, or comes from what is split, would be put together for a whole variable.
            if source.is_none_or(|source| self.gaining.contains(&source)) {
                self.add(item, JOIN);
            }
            if let Some(source) = source
                && self.gaining.contains(&item)
            {
                self.add(source, TAKE_APART);
            }
            self.words(value, 0);
            return;
        }
        let mut gain = 0;
        self.read(value, &mut Vec::new(), &mut gain);
        self.add(item, gain.min(0));
    }

    /// Arguments are assigned to parameters.
    fn call(&mut self, call: &Call) {
        let params: &[LocalId] = match &call.callee {
            Callee::Func(func) => &self.program.functions[func.0 as usize].code.params,
            Callee::Value(callee) => {
                self.expr(callee);
                &[]
            }
            Callee::Interface { .. } => &[],
        };
        for (index, arg) in call.args.iter().enumerate() {
            let param = match (&call.callee, params.get(index)) {
                (Callee::Func(func), Some(param)) => Some(Item::Local(*func, *param)),
                _ => None,
            };
            match param.filter(|item| self.split.contains(item)) {
                Some(item) => self.assign(item, None, arg),
                None => self.expr(arg),
            }
        }
    }

    /// `T{…}`
    fn fields(&mut self, expr: &Expr, values: &[Expr]) {
        let is_struct = matches!(self.program.types[expr.ty.0 as usize].kind, TypeKind::Struct(_));
        for (index, value) in values.iter().enumerate() {
            let item = Item::Field(expr.ty, index as u32);
            // The constructor takes whole values.
            if is_struct
                && self.split.contains(&item)
                && !matches!(value.kind, ExprKind::Const(_) | ExprKind::Zero)
            {
                self.add(item, -TAKE_APART);
            }
            self.expr(value);
        }
    }
}

impl Visitor for Judge<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            _ if self.is_split(expr) => self.words(expr, JOIN),
            ExprKind::Compare { left, right, .. } if self.is_split(left) || self.is_split(right) => {
                self.words(left, -1);
                self.words(right, -1);
            }
            ExprKind::Convert { operand, .. }
                if int_kind(&self.program.types, expr.ty).is_some() && self.is_split(operand) =>
            {
                self.words(operand, -1);
            }
            ExprKind::Call(call) => self.call(call),
            ExprKind::StructLit(values) => self.fields(expr, values),
            _ => visit::walk_expr(self, expr),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        let outer = std::mem::replace(&mut self.in_closure, true);
        visit::walk_stmts(self, &closure.body);
        self.in_closure = outer;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(Expr {
                kind: ExprKind::Call(call),
                ..
            }) => return self.call(call),
            StmtKind::Let {
                local,
                init: Some(value),
            } => {
                let item = Item::Local(self.func, *local);
                if self.split.contains(&item) {
                    return self.assign(item, None, value);
                }
            }
            StmtKind::Assign { place, value, .. } => {
                if let Some(item) = self.target(place) {
                    self.place(place);
                    return self.assign(item, None, value);
                }
            }
            StmtKind::AssignOp { place, op, value, .. } => {
                if let Some(item) = self.target(place) {
                    self.place(place);
                    return self.assign(item, Some(*op), value);
                }
            }
            StmtKind::Return(values) => {
                let item = Item::Result(self.func);
                if let [value] = &values[..]
                    && !self.in_closure
                    && self.split.contains(&item)
                {
                    return self.assign(item, None, value);
                }
            }
            _ => {}
        }
        let factor = if is_loop(stmt) { LOOP } else { 1 };
        self.weight *= factor;
        visit::walk_stmt(self, stmt);
        self.weight /= factor;
    }
}
