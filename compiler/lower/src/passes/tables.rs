//! Columns of slices of slices: the rows are taken apart once for loops that walk down several columns.
//!
//! `for j := 0; j < m; j++ { for k := 0; k < n; k++ { s += b[k][j] } }` reads a header of a row for each
//! element. Where nothing in the loops assigns to `b` or to a row, two locals before them hold what the rows
//! give: the least of the first n lengths ([`Builtin::LeastLength`]) and the n arrays
//! ([`Builtin::RowArrays`]). [`super::unchecked`] writes the inner loop a second time, for a `j` below that
//! length, where `b[k][j]` reads the array of the row k. Reading the rows panics nowhere: where one is
//! missing, the length is zero.

use super::effects::Effects;
use super::fixed::{Changes, Loops, is_loop};
use super::memory::Types;
use super::unchecked::{Head, head, is_counted, is_simple, local_of};
use crate::ir::{
    ArithOp, Bounds, Builtin, Closure, CompareOp, Const, Expr, ExprKind, Function, IntKind, Local, LocalId,
    Overflow, Place, Program, Stmt, StmtKind, Type, TypeId, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};

pub fn run(program: &mut Program) {
    let Some(int_ty) = program.predeclared(&TypeKind::Int(IntKind::Int)) else {
        return;
    };
    let mut functions = std::mem::take(&mut program.functions);
    let types = Types::new(program, &functions);
    let effects = Effects::of(&types, program, &functions);
    for Function {
        locals,
        code,
        package,
        ..
    } in &mut functions
    {
        if program.packages[package.0 as usize].is_std || !has_columns(types.types, code) {
            continue;
        }
        let mut tables = Tables {
            loops: Loops::new(program, &types, &effects, locals, code),
            active: Vec::new(),
            measured: Vec::new(),
            made: Vec::new(),
            int_ty,
        };
        tables.stmts(&mut code.body);
        let (made, measured) = (tables.made, tables.measured);
        for slice in measured {
            if let Some(view) = &mut locals[slice.0 as usize].view {
                view.has_length = true;
            }
        }
        locals.extend(made);
    }
    program.functions = functions;
}

/// Whether there is anything to look at.
fn has_columns(types: &[Type], code: &Closure) -> bool {
    struct Any<'a> {
        types: &'a [Type],
        depth: u32,
        is_found: bool,
    }
    impl Visitor for Any<'_> {
        fn expr(&mut self, expr: &Expr) {
            self.is_found |= self.depth > 1 && column(self.types, expr).is_some();
            visit::walk_expr(self, expr);
        }
        fn place(&mut self, place: &Place) {
            self.is_found |= self.depth > 1 && column_place(self.types, place).is_some();
            visit::walk_place(self, place);
        }
        fn stmt(&mut self, stmt: &Stmt) {
            let is_loop = u32::from(is_loop(stmt));
            self.depth += is_loop;
            visit::walk_stmt(self, stmt);
            self.depth -= is_loop;
        }
    }
    let mut any = Any {
        types,
        depth: 0,
        is_found: false,
    };
    visit::walk_stmts(&mut any, &code.body);
    any.is_found
}

/// `slice[row][at]`, neither of which is negative.
pub(super) struct Column<'e> {
    pub slice: LocalId,
    pub row: &'e Expr,
    pub at: &'e Expr,
    /// The slice itself, as it is read here.
    base: &'e Expr,
}

/// An element of a row of a slice of slices, if it is neither a struct nor an array.
pub(super) fn column<'e>(types: &[Type], expr: &'e Expr) -> Option<Column<'e>> {
    match &expr.kind {
        ExprKind::Index { base, index, bounds } => column_of(types, base, index, *bounds),
        _ => None,
    }
}

/// The same of a place.
pub(super) fn column_place<'e>(types: &[Type], place: &'e Place) -> Option<Column<'e>> {
    match place {
        Place::Index { base, index, bounds } => column_of(types, base, index, *bounds),
        _ => None,
    }
}

fn column_of<'e>(types: &[Type], rows: &'e Expr, at: &'e Expr, bounds: Bounds) -> Option<Column<'e>> {
    let ExprKind::Index {
        base,
        index: row,
        bounds: row_bounds,
    } = &rows.kind
    else {
        return None;
    };
    let kind = |ty: TypeId| &types[ty.0 as usize].kind;
    let (TypeKind::Slice(elem), TypeKind::Slice(_)) = (kind(rows.ty), kind(base.ty)) else {
        return None;
    };
    let is_checked = bounds == Bounds::Checked || *row_bounds == Bounds::Checked;
    let is_aggregate = matches!(kind(*elem), TypeKind::Struct(_) | TypeKind::Array { .. });
    if is_checked || is_aggregate || step_of(at).is_none() {
        return None;
    }
    Some(Column {
        slice: local_of(base)?,
        row,
        at,
        base,
    })
}

/// The local that an index is reckoned from: `j`, `j + 1`, `j - 1`; none for constants.
pub(super) fn step_of(at: &Expr) -> Option<Option<LocalId>> {
    match &at.kind {
        ExprKind::Const(_) => Some(None),
        ExprKind::Local(local) => Some(Some(*local)),
        ExprKind::Arith {
            op: ArithOp::Add | ArithOp::Sub,
            left,
            right,
            overflow: Overflow::Proven | Overflow::Int32,
        } if matches!(right.kind, ExprKind::Const(_)) => Some(Some(local_of(left)?)),
        _ => None,
    }
}

/// Rows that have been taken apart: the slice and how many of its elements.
struct Table {
    slice: LocalId,
    count: Expr,
}

struct Tables<'a> {
    loops: Loops<'a>,
    active: Vec<Table>,
    /// The slices of all tables.
    measured: Vec<LocalId>,
    /// The locals to be added.
    made: Vec<Local>,
    int_ty: TypeId,
}

impl VisitorMut for Tables<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let mut out = Vec::with_capacity(stmts.len());
        for mut stmt in std::mem::take(stmts) {
            let before = self.active.len();
            if is_loop(&stmt) {
                self.declare(&stmt, &mut out);
            }
            visit::walk_stmt_mut(self, &mut stmt);
            out.push(stmt);
            self.active.truncate(before);
        }
        *stmts = out;
    }

    fn closure(&mut self, closure: &mut Closure) {
        let active = std::mem::take(&mut self.active);
        self.stmts(&mut closure.body);
        self.active = active;
    }
}

impl Tables<'_> {
    /// Declares the tables that a loop is worth before it, which is after `out`.
    fn declare(&mut self, stmt: &Stmt, out: &mut Vec<Stmt>) {
        let mut columns = Columns {
            types: self.loops.types.types,
            around: Vec::new(),
            found: Vec::new(),
        };
        columns.stmt(stmt);
        if columns.found.is_empty() {
            return;
        }
        let changes = self.loops.changes(stmt);
        for Found { slice, count, times } in columns.found {
            if !self.has_fixed_rows(&slice, &changes) || !self.is_fixed_count(&count, &changes) {
                continue;
            }
            let times = times.into_iter().rev().find(|(start, end)| {
                self.is_fixed_count(start, &changes) && self.is_fixed_count(end, &changes)
            });
            let Some((start, end)) = times else { continue };
            let Some(local) = local_of(&slice) else { continue };
            let is_same = |table: &Table| table.slice == local && is_same_count(&table.count, &count);
            if !self.active.iter().any(is_same) {
                let times = self.difference(end, start);
                self.table(&slice, &count, times, out);
                self.active.push(Table { slice: local, count });
                self.measured.push(local);
            }
        }
    }

    /// Neither the slice nor its elements change.
    fn has_fixed_rows(&self, slice: &Expr, changes: &Changes) -> bool {
        let TypeKind::Slice(row) = self.loops.types.kind(slice.ty) else {
            return false;
        };
        let kind = ExprKind::Index {
            base: Box::new(slice.clone()),
            index: Box::new(self.int(ExprKind::Zero, slice)),
            bounds: Bounds::Proven,
        };
        let row = Expr {
            kind,
            ty: *row,
            span: slice.span,
        };
        self.loops.is_fixed(&row, changes)
    }

    /// A number that can be told before the loop.
    fn is_fixed_count(&self, count: &Expr, changes: &Changes) -> bool {
        match &count.kind {
            ExprKind::Zero => true,
            ExprKind::Const(Const::Int(value)) => value.bits() <= 31,
            ExprKind::Local(local) => {
                let info = self.loops.locals.get(local.0 as usize);
                info.is_some_and(|info| info.is_number) && self.loops.is_fixed(count, changes)
            }
            ExprKind::Builtin(Builtin::Len, args) => {
                let kind = self.loops.types.kind(args[0].ty);
                matches!(kind, TypeKind::Slice(_) | TypeKind::String)
                    && matches!(args[0].kind, ExprKind::Local(_))
                    && self.loops.is_fixed(&args[0], changes)
            }
            _ => false,
        }
    }

    fn int(&self, kind: ExprKind, at: &Expr) -> Expr {
        Expr {
            kind,
            ty: self.int_ty,
            span: at.span,
        }
    }

    fn difference(&self, end: Expr, start: Expr) -> Expr {
        if matches!(&start.kind, ExprKind::Zero)
            || matches!(&start.kind, ExprKind::Const(Const::Int(value)) if value.bits() == 0)
        {
            return end;
        }
        let kind = ExprKind::Arith {
            op: ArithOp::Sub,
            left: Box::new(end.clone()),
            right: Box::new(start),
            overflow: Overflow::Proven,
        };
        self.int(kind, &end)
    }

    /// `width := least(len(b[0]), …)`, `rows := the arrays of b[0], …`
    fn table(&mut self, slice: &Expr, count: &Expr, times: Expr, out: &mut Vec<Stmt>) {
        let first = (self.loops.locals.len() + self.made.len()) as u32;
        let (width, rows) = (LocalId(first), LocalId(first + 1));
        self.made.push(Local {
            is_number: true,
            ..Local::new("$width", self.int_ty, slice.span)
        });
        self.made.push(Local {
            is_table: true,
            ..Local::new("$rows", slice.ty, slice.span)
        });
        let (slice, count) = (slice.clone(), count.clone());
        let width_value = self.int(ExprKind::Local(width), &slice);
        let least = ExprKind::Builtin(Builtin::LeastLength, vec![slice.clone(), count.clone(), times]);
        let least = self.int(least, &slice);
        let (ty, span) = (slice.ty, slice.span);
        let arrays = ExprKind::Builtin(Builtin::RowArrays, vec![slice, count, width_value]);
        let arrays = Expr {
            kind: arrays,
            ty,
            span,
        };
        for (local, init) in [(width, least), (rows, arrays)] {
            out.push(Stmt {
                kind: StmtKind::Let {
                    local,
                    init: Some(init),
                },
                span,
            });
        }
    }
}

/// Whether two bounds of loops are the same variable, constant or length.
pub(super) fn is_same_count(a: &Expr, b: &Expr) -> bool {
    match (&a.kind, &b.kind) {
        (ExprKind::Builtin(Builtin::Len, a), ExprKind::Builtin(Builtin::Len, b)) => {
            super::headers::are_same(&a[0], &b[0])
        }
        _ => super::headers::are_same(a, b),
    }
}

/// A column that a loop in the loop walks down, and where the loops around that begin and end.
struct Found {
    slice: Expr,
    count: Expr,
    times: Vec<(Expr, Expr)>,
}

/// Finds the columns that inner loops walk down, other than in function literals.
struct Columns<'a> {
    types: &'a [Type],
    /// Start and end of the loops around, as far as they count.
    around: Vec<Option<(Expr, Expr)>>,
    found: Vec<Found>,
}

impl Columns<'_> {
    fn inner_loop(&mut self, stmt: &Stmt, head: &Head) {
        struct InLoop<'a> {
            types: &'a [Type],
            counter: LocalId,
            slices: Vec<Expr>,
        }
        impl InLoop<'_> {
            fn found(&mut self, column: Option<Column>) {
                let column = column.filter(|column| {
                    is_counted(column.row, self.counter) && step_of(column.at) != Some(Some(self.counter))
                });
                self.slices.extend(column.map(|column| column.base.clone()));
            }
        }
        impl Visitor for InLoop<'_> {
            fn expr(&mut self, expr: &Expr) {
                self.found(column(self.types, expr));
                visit::walk_expr(self, expr);
            }
            fn place(&mut self, place: &Place) {
                self.found(column_place(self.types, place));
                visit::walk_place(self, place);
            }
        }
        let mut inner = InLoop {
            types: self.types,
            counter: head.counter,
            slices: Vec::new(),
        };
        inner.stmt(stmt);
        let times: Vec<_> = self.around.iter().flatten().cloned().collect();
        self.found.extend(inner.slices.into_iter().map(|slice| Found {
            slice,
            count: head.bound.clone(),
            times: times.clone(),
        }));
    }
}

impl Visitor for Columns<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if !is_loop(stmt) {
            return visit::walk_stmt(self, stmt);
        }
        let head = head(stmt).filter(|head| head.op == CompareOp::Less);
        if let Some(head) = &head
            && !self.around.is_empty()
            && is_simple(stmt, head.counter)
        {
            self.inner_loop(stmt, head);
        }
        let times = head.and_then(|head| Some((start(stmt)?.clone(), head.bound.clone())));
        self.around.push(times);
        visit::walk_stmt(self, stmt);
        self.around.pop();
    }

    fn closure(&mut self, _: &Closure) {}
}

/// Where the counter of a loop starts.
fn start(stmt: &Stmt) -> Option<&Expr> {
    let StmtKind::For { init, .. } = &stmt.kind else {
        return None;
    };
    match init.first().map(|stmt| &stmt.kind) {
        Some(StmtKind::Let { init, .. }) => init.as_ref(),
        _ => None,
    }
}
