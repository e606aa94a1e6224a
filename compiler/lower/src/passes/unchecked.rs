//! Small inner loops whose counter indexes several slices are written twice: without the checks of these
//! indices where all slices are long enough, which is asked once before the loop, and with them.
//!
//! `for k := 0; k < n; k++ { s += a[k] * b[k] }` becomes
//! `if n <= len(a) && n <= len(b) { for … a[k] * b[k], unchecked } else { for … }`. Where the rows of a slice of
//! slices have been taken apart ([`super::tables`]), `b[k][j]` is read through them if `j` is below their width.

use super::fixed::is_loop;
use super::headers::are_same;
use super::numbers::assigned_by;
use super::tables::{Column, column, column_place, is_same_count, step_of};
use crate::ir::{
    ArithOp, Bounds, Builtin, Closure, CompareOp, Const, Expr, ExprKind, Function, IntKind, Local, LocalId,
    Place, Program, Stmt, StmtKind, Storage, Type, TypeId, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use num_bigint::Sign;
use rustc_hash::{FxHashMap, FxHashSet};

/// Loops with more nodes are not written twice.
const SMALL: usize = 60;
/// With fewer checks there is nothing to gain.
const LEAST: usize = 2;

pub fn run(program: &mut Program) {
    let bool_ty = program.predeclared(&TypeKind::Bool);
    let int_ty = program.predeclared(&TypeKind::Int(IntKind::Int));
    let (Some(bool_ty), Some(int_ty)) = (bool_ty, int_ty) else {
        return;
    };
    for function in &mut program.functions {
        if program.packages[function.package.0 as usize].is_std {
            continue;
        }
        let Function { locals, code, .. } = function;
        Loops {
            types: &program.types,
            locals,
            depth: 0,
            tables: Vec::new(),
            bool_ty,
            int_ty,
        }
        .stmts(&mut code.body);
    }
}

struct Loops<'a> {
    types: &'a [Type],
    locals: &'a mut Vec<Local>,
    depth: u32,
    /// Of the slices of slices whose rows have been taken apart.
    tables: Vec<Table>,
    bool_ty: TypeId,
    int_ty: TypeId,
}

/// The first `count` rows of a slice of slices, the least of whose lengths is `width`.
#[derive(Clone)]
struct Table {
    slice: LocalId,
    count: Expr,
    rows: LocalId,
    width: LocalId,
}

impl Table {
    fn declared(stmt: &Stmt) -> Option<Table> {
        let StmtKind::Let {
            local: rows,
            init: Some(init),
        } = &stmt.kind
        else {
            return None;
        };
        let ExprKind::Builtin(Builtin::RowArrays, args) = &init.kind else {
            return None;
        };
        let [slice, count, width] = args.as_slice() else {
            return None;
        };
        Some(Table {
            slice: local_of(slice)?,
            count: count.clone(),
            rows: *rows,
            width: local_of(width)?,
        })
    }
}

/// `for counter := …; counter < bound; counter++`, or with `<=`.
pub(super) struct Head<'s> {
    pub counter: LocalId,
    pub bound: &'s Expr,
    pub op: CompareOp,
}

impl VisitorMut for Loops<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let before = self.tables.len();
        for stmt in stmts {
            // A table holds in the loop that it is declared before.
            match Table::declared(stmt) {
                Some(table) => self.tables.push(table),
                None if matches!(stmt.kind, StmtKind::Let { .. }) => self.stmt(stmt),
                None => {
                    self.stmt(stmt);
                    self.tables.truncate(before);
                }
            }
        }
        self.tables.truncate(before);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        let is_loop = is_loop(stmt);
        self.depth += u32::from(is_loop);
        visit::walk_stmt_mut(self, stmt);
        self.depth -= u32::from(is_loop);
        if is_loop
            && self.depth > 0
            && let Some(twice) = self.twice(stmt)
        {
            *stmt = twice;
        }
    }

    fn closure(&mut self, closure: &mut Closure) {
        let (depth, tables) = (std::mem::take(&mut self.depth), std::mem::take(&mut self.tables));
        self.stmts(&mut closure.body);
        (self.depth, self.tables) = (depth, tables);
    }
}

impl Loops<'_> {
    fn twice(&mut self, stmt: &Stmt) -> Option<Stmt> {
        let head = head(stmt)?;
        let mut changing = assigned_by(stmt);
        changing.extend(declared_in(stmt));
        let (counter, op) = (head.counter, head.op);
        let is_fixed = |local: LocalId| {
            let info = &self.locals[local.0 as usize];
            !changing.contains(&local)
                && info.storage == Storage::Plain
                && !(info.is_captured && info.is_reassigned)
        };
        let is_plain = !self.locals[counter.0 as usize].is_captured;
        if !is_plain || !self.is_fixed_bound(head.bound, &is_fixed) || !is_simple(stmt, counter) {
            return None;
        }
        let tables: Vec<&Table> = match op {
            CompareOp::Less => {
                let tables = self.tables.iter();
                tables
                    .filter(|table| is_same_count(&table.count, head.bound))
                    .collect()
            }
            _ => Vec::new(),
        };
        let mut checks = Checks {
            types: self.types,
            counter,
            is_fixed: &is_fixed,
            tables: &tables,
            slices: Vec::new(),
            columns: Vec::new(),
            count: 0,
        };
        checks.stmt(stmt);
        let (slices, columns) = (checks.slices, checks.columns);
        if checks.count < LEAST {
            return None;
        }
        let cond = self.all_long_enough(head.bound, op, &slices, &columns)?;
        let mut fast = stmt.clone();
        Proven {
            types: self.types,
            counter,
            slices: slices.iter().filter_map(local_of).collect(),
            tables: &tables,
            columns: &columns,
        }
        .stmt(&mut fast);
        self.renew(&mut fast);
        Some(Stmt {
            kind: StmtKind::If {
                cond,
                then: vec![fast],
                els: vec![stmt.clone()],
            },
            span: stmt.span,
        })
    }

    /// A number that the loop does not change.
    fn is_fixed_bound(&self, bound: &Expr, is_fixed: &dyn Fn(LocalId) -> bool) -> bool {
        match &bound.kind {
            ExprKind::Const(Const::Int(value)) => value.bits() <= 31,
            ExprKind::Local(local) => self.locals[local.0 as usize].is_number && is_fixed(*local),
            ExprKind::Builtin(Builtin::Len, args) => {
                let kind = &self.types[args[0].ty.0 as usize].kind;
                matches!(kind, TypeKind::Slice(_) | TypeKind::String)
                    && local_of(&args[0]).is_some_and(is_fixed)
            }
            _ => false,
        }
    }

    /// `bound <= len(a) && bound <= len(b) && j < width`
    fn all_long_enough(
        &self,
        bound: &Expr,
        op: CompareOp,
        slices: &[Expr],
        columns: &[(LocalId, Expr)],
    ) -> Option<Expr> {
        let node = |kind, ty| Expr {
            kind,
            ty,
            span: bound.span,
        };
        let tests = slices.iter().map(|slice| {
            let length = node(ExprKind::Builtin(Builtin::Len, vec![slice.clone()]), self.int_ty);
            let kind = ExprKind::Compare {
                op: match op {
                    CompareOp::Less => CompareOp::LessEqual,
                    _ => CompareOp::Less,
                },
                left: Box::new(bound.clone()),
                right: Box::new(length),
            };
            node(kind, self.bool_ty)
        });
        let below = columns.iter().map(|(width, at)| {
            let kind = ExprKind::Compare {
                op: CompareOp::Less,
                left: Box::new(at.clone()),
                right: Box::new(node(ExprKind::Local(*width), self.int_ty)),
            };
            node(kind, self.bool_ty)
        });
        tests
            .chain(below)
            .reduce(|a, b| node(ExprKind::And(Box::new(a), Box::new(b)), self.bool_ty))
    }

    /// Gives a loop locals of its own.
    fn renew(&mut self, stmt: &mut Stmt) {
        let mut renamed = FxHashMap::default();
        for local in declared_in(stmt) {
            let new = LocalId(self.locals.len() as u32);
            self.locals.push(self.locals[local.0 as usize].clone());
            renamed.insert(local, new);
        }
        Rename(renamed).stmt(stmt);
    }
}

pub(super) fn local_of(expr: &Expr) -> Option<LocalId> {
    match expr.kind {
        ExprKind::Local(local) => Some(local),
        _ => None,
    }
}

pub(super) fn head(stmt: &Stmt) -> Option<Head<'_>> {
    let StmtKind::For {
        init,
        cond: Some(cond),
        post,
        ..
    } = &stmt.kind
    else {
        return None;
    };
    let ([init], [post]) = (init.as_slice(), post.as_slice()) else {
        return None;
    };
    let StmtKind::Let { local: counter, .. } = init.kind else {
        return None;
    };
    let ExprKind::Compare { op, left, right } = &cond.kind else {
        return None;
    };
    let steps = matches!(
        &post.kind,
        StmtKind::AssignOp { place: Place::Local(local), op: ArithOp::Add, value, .. }
            if *local == counter && matches!(&value.kind, ExprKind::Const(Const::Int(step)) if step.bits() == 1)
    );
    let is_up = matches!(op, CompareOp::Less | CompareOp::LessEqual);
    (steps && is_up && local_of(left) == Some(counter)).then_some(Head {
        counter,
        bound: right,
        op: *op,
    })
}

/// Small, without other loops, function literals and jumps, and without assignments to the counter.
pub(super) fn is_simple(stmt: &Stmt, counter: LocalId) -> bool {
    struct Size {
        counter: LocalId,
        nodes: usize,
        is_simple: bool,
    }
    impl Visitor for Size {
        fn expr(&mut self, expr: &Expr) {
            self.nodes += 1;
            visit::walk_expr(self, expr);
        }
        fn stmt(&mut self, stmt: &Stmt) {
            self.nodes += 1;
            self.is_simple &= matches!(
                stmt.kind,
                StmtKind::Let { .. }
                    | StmtKind::Assign { .. }
                    | StmtKind::AssignOp { .. }
                    | StmtKind::Expr(_)
                    | StmtKind::If { .. }
                    | StmtKind::Return(_)
            ) && !assigned_by(stmt).contains(&self.counter);
            visit::walk_stmt(self, stmt);
        }
        fn closure(&mut self, _: &Closure) {
            self.is_simple = false;
        }
    }
    let StmtKind::For { body, .. } = &stmt.kind else {
        return false;
    };
    let mut size = Size {
        counter,
        nodes: 0,
        is_simple: true,
    };
    visit::walk_stmts(&mut size, body);
    size.is_simple && size.nodes <= SMALL
}

/// `counter`, `counter - 1`
pub(super) fn is_counted(index: &Expr, counter: LocalId) -> bool {
    match &index.kind {
        ExprKind::Local(local) => *local == counter,
        ExprKind::Arith {
            op: ArithOp::Sub,
            left,
            right,
            ..
        } => {
            local_of(left) == Some(counter)
                && matches!(&right.kind, ExprKind::Const(Const::Int(value)) if value.sign() != Sign::Minus)
        }
        _ => false,
    }
}

/// Finds the slices that the counter indexes with nothing but their lengths to be checked.
struct Checks<'a> {
    types: &'a [Type],
    counter: LocalId,
    is_fixed: &'a dyn Fn(LocalId) -> bool,
    tables: &'a [&'a Table],
    slices: Vec<Expr>,
    /// Widths of tables, and what must be below them.
    columns: Vec<(LocalId, Expr)>,
    count: usize,
}

impl Checks<'_> {
    /// Notes a column that can be read through a table.
    fn column(&mut self, column: Option<Column>) -> bool {
        let Some((column, table)) = column.and_then(|column| {
            let table = self.tables.iter().find(|table| table.slice == column.slice)?;
            Some((column, table))
        }) else {
            return false;
        };
        let is_fixed = step_of(column.at)
            .is_some_and(|local| local.is_none_or(|local| local != self.counter && (self.is_fixed)(local)));
        if !is_fixed || !is_counted(column.row, self.counter) {
            return false;
        }
        self.count += LEAST;
        let is_known = |(width, at): &(LocalId, Expr)| *width == table.width && are_same(at, column.at);
        if !self.columns.iter().any(is_known) {
            self.columns.push((table.width, column.at.clone()));
        }
        true
    }

    fn index(&mut self, base: &Expr, index: &Expr, bounds: Bounds) {
        let is_slice = matches!(self.types[base.ty.0 as usize].kind, TypeKind::Slice(_));
        let Some(local) = local_of(base).filter(|_| is_slice && bounds == Bounds::NonNegative) else {
            return;
        };
        if (self.is_fixed)(local) && is_counted(index, self.counter) {
            self.count += 1;
            if !self.slices.iter().any(|slice| local_of(slice) == Some(local)) {
                self.slices.push(base.clone());
            }
        }
    }
}

impl Visitor for Checks<'_> {
    fn expr(&mut self, expr: &Expr) {
        if self.column(column(self.types, expr)) {
            return;
        }
        if let ExprKind::Index { base, index, bounds } = &expr.kind {
            self.index(base, index, *bounds);
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if self.column(column_place(self.types, place)) {
            return;
        }
        if let Place::Index { base, index, bounds } = place {
            self.index(base, index, *bounds);
        }
        visit::walk_place(self, place);
    }
}

/// Marks the indices that were asked about before the loop.
struct Proven<'a> {
    types: &'a [Type],
    counter: LocalId,
    slices: FxHashSet<LocalId>,
    tables: &'a [&'a Table],
    columns: &'a [(LocalId, Expr)],
}

impl Proven<'_> {
    /// The table that a column is read through.
    fn table(&self, column: Option<Column>) -> Option<LocalId> {
        let column = column.filter(|column| is_counted(column.row, self.counter))?;
        let table = self.tables.iter().find(|table| table.slice == column.slice)?;
        let mut asked = self.columns.iter();
        asked
            .any(|(width, at)| *width == table.width && are_same(at, column.at))
            .then_some(table.rows)
    }

    /// `slice[k][j]` becomes `rows[k][j]`.
    fn through(row: &mut Expr, bounds: &mut Bounds, rows: LocalId) {
        if let ExprKind::Index {
            base,
            bounds: row_bounds,
            ..
        } = &mut row.kind
        {
            base.kind = ExprKind::Local(rows);
            *row_bounds = Bounds::Proven;
            *bounds = Bounds::Proven;
        }
    }

    fn index(&self, base: &Expr, index: &Expr, bounds: &mut Bounds) {
        let is_asked = local_of(base).is_some_and(|local| self.slices.contains(&local));
        if *bounds == Bounds::NonNegative && is_asked && is_counted(index, self.counter) {
            *bounds = Bounds::Proven;
        }
    }
}

impl VisitorMut for Proven<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let table = self.table(column(self.types, expr));
        if let ExprKind::Index { base, index, bounds } = &mut expr.kind {
            match table {
                Some(rows) => return Proven::through(base, bounds, rows),
                None => self.index(base, index, bounds),
            }
        }
        visit::walk_expr_mut(self, expr);
    }

    fn place(&mut self, place: &mut Place) {
        let table = self.table(column_place(self.types, place));
        if let Place::Index { base, index, bounds } = place {
            match table {
                Some(rows) => return Proven::through(base, bounds, rows),
                None => self.index(base, index, bounds),
            }
        }
        visit::walk_place_mut(self, place);
    }
}

/// The locals that a loop declares.
fn declared_in(stmt: &Stmt) -> Vec<LocalId> {
    struct Declared(Vec<LocalId>);
    impl Visitor for Declared {
        fn stmt(&mut self, stmt: &Stmt) {
            if let StmtKind::Let { local, .. } = stmt.kind {
                self.0.push(local);
            }
            visit::walk_stmt(self, stmt);
        }
    }
    let mut declared = Declared(Vec::new());
    declared.stmt(stmt);
    declared.0
}

/// Puts other locals in the places of some.
struct Rename(FxHashMap<LocalId, LocalId>);

impl Rename {
    fn local(&self, local: &mut LocalId) {
        if let Some(&new) = self.0.get(local) {
            *local = new;
        }
    }
}

impl VisitorMut for Rename {
    fn expr(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::Local(local) => self.local(local),
            ExprKind::Sequence { effects, .. } => {
                effects.iter_mut().for_each(|(local, _)| self.local(local));
            }
            _ => {}
        }
        visit::walk_expr_mut(self, expr);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        if let StmtKind::Let { local, .. } = &mut stmt.kind {
            self.local(local);
        }
        visit::walk_stmt_mut(self, stmt);
    }

    fn place(&mut self, place: &mut Place) {
        if let Place::Local(local) = place {
            self.local(local);
        }
        visit::walk_place_mut(self, place);
    }
}
