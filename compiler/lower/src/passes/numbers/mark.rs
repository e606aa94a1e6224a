//! Writes what is proven into the nodes.

use super::elements::place_elements;
use super::form::{INT32, Interval, arith, constant, fitting, full, hull, range, shift, within};
use super::limits::{assigned, assigned_by, assigned_in};
use super::scope::Scope;
use crate::ir::{
    ArithOp, Bounds, Builtin, Conversion, Expr, ExprKind, IntKind, IntRepr, LocalId, Overflow, Place,
    ShiftOp, Stmt, StmtKind, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::FxHashSet;

pub(super) struct Marker<'a> {
    pub(super) scope: Scope<'a>,
    /// The locals that stand for elements that certainly exist.
    pub(super) found_rows: Vec<LocalId>,
}

impl Marker<'_> {
    fn kind(&self, expr: &Expr) -> Option<IntKind> {
        self.scope.cx.kind(expr.ty)
    }

    /// What is proven of an operation on two operands: that it gives a number without wrapping.
    fn proof(&self, op: ArithOp, kind: IntKind, left: Option<Interval>, right: Option<Interval>) -> Overflow {
        if kind.repr() != IntRepr::Mixed {
            return count_proof(op, kind, right);
        }
        // Constants may be wider than a number.
        let (left, right) = (fitting(kind, left), fitting(kind, right));
        let (Some(a), Some(b)) = (left, right) else {
            return Overflow::Checked;
        };
        let is_small = within(hull(a, b), INT32);
        let exact = match op {
            ArithOp::And | ArithOp::Or | ArithOp::Xor | ArithOp::AndNot => {
                // JavaScript's operators take and give an int32.
                let fits = is_small && (kind.is_signed() || hull(a, b).0 >= 0);
                return if fits { Overflow::Int32 } else { Overflow::Checked };
            }
            ArithOp::Shr => {
                let fits = is_small && within(b, (0, 31));
                return if fits { Overflow::Int32 } else { Overflow::Checked };
            }
            ArithOp::Shl => shift(ShiftOp::Left, left, right),
            _ => arith(op, left, right, kind.is_signed()),
        };
        let Some(exact) = exact.filter(|&exact| within(exact, range(kind))) else {
            return Overflow::Checked;
        };
        let is_count = op != ArithOp::Shl || within(b, (0, 31));
        if is_small && within(exact, INT32) && is_count {
            Overflow::Int32
        } else {
            Overflow::Proven
        }
    }

    /// A conversion that changes nothing.
    fn convert(&self, op: &mut Conversion, operand: &Expr, to: IntKind) {
        let Some(from) = self.kind(operand) else { return };
        if *op != Conversion::Numeric || from.repr() == IntRepr::BigInt || to.repr() == IntRepr::BigInt {
            return;
        }
        if self
            .scope
            .interval(operand)
            .is_some_and(|value| within(value, range(to)))
        {
            *op = Conversion::Retype;
        }
    }

    fn bounds(&self, base: &Expr, index: &Expr) -> Bounds {
        let length = self.scope.length(base);
        let Some(value) = self.scope.interval(index).filter(|value| value.0 >= 0) else {
            return Bounds::Checked;
        };
        if value.1 < 0 || self.kind(index).is_none_or(|kind| kind.repr() == IntRepr::BigInt) {
            return Bounds::Checked;
        }
        let is_short = || {
            let least = self.scope.least_length(base);
            least.is_some_and(|least| value.1 < least)
        };
        match length {
            Some(length) if self.scope.is_below(index, length) => Bounds::Proven,
            _ if is_short() => Bounds::Proven,
            _ => Bounds::NonNegative,
        }
    }

    fn index(&self, base: &Expr, index: &Expr, bounds: &mut Bounds) {
        let is_indexed = !matches!(
            self.scope.cx.types()[base.ty.0 as usize].kind,
            TypeKind::Map { .. }
        );
        if *bounds == Bounds::Checked && is_indexed {
            *bounds = self.bounds(base, index);
        }
    }

    /// Marks an element, or what a pointer leads to, that is certainly a number.
    fn number(&self, expr: &mut Expr) {
        let is_part = matches!(
            expr.kind,
            ExprKind::Index { .. }
                | ExprKind::MapIndex { .. }
                | ExprKind::Deref(_)
                | ExprKind::Receive { .. }
        );
        if !is_part || self.scope.interval(expr).is_none() {
            return;
        }
        let (ty, span) = (expr.ty, expr.span);
        let operand = std::mem::replace(
            expr,
            Expr {
                kind: ExprKind::Zero,
                ty,
                span,
            },
        );
        expr.kind = ExprKind::Convert {
            op: Conversion::Number,
            operand: Box::new(operand),
        };
    }

    /// `right`, which is evaluated only where `left` is `truth`.
    fn guarded(&mut self, left: &Expr, truth: bool, right: &mut Expr) {
        self.scope.enter();
        self.scope.assume(left, truth, &FxHashSet::default());
        self.expr(right);
        self.scope.leave();
    }

    fn guarded_stmts(&mut self, cond: &Expr, truth: bool, stmts: &mut Vec<Stmt>) {
        self.scope.enter();
        self.scope.assume(cond, truth, &FxHashSet::default());
        self.stmts(stmts);
        self.scope.leave();
    }

    fn children(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::And(left, right) => {
                self.expr(left);
                self.guarded(left, true, right);
            }
            ExprKind::Or(left, right) => {
                self.expr(left);
                self.guarded(left, false, right);
            }
            ExprKind::Cond { cond, then, els } => {
                self.expr(cond);
                self.guarded(cond, true, then);
                self.guarded(cond, false, els);
            }
            ExprKind::Sequence { effects, value } => {
                for (local, effect) in effects {
                    self.expr(effect);
                    self.scope.forget(&FxHashSet::from_iter([*local]));
                }
                self.expr(value);
            }
            _ => visit::walk_expr_mut(self, expr),
        }
    }

    /// `i >= 0 && i < len(a) ? a[i] : nil`, without the comparisons that are certainly true.
    fn row(&mut self, local: LocalId, init: &mut Expr) {
        if self.scope.cx.locals()[local.0 as usize].stands_for.is_none() {
            return;
        }
        let ExprKind::Cond { cond, then, .. } = &mut init.kind else {
            return;
        };
        self.leave_out_certain(cond);
        if self.scope.is_certain(cond) {
            *init = then.as_ref().clone();
            self.found_rows.push(local);
        }
    }

    fn leave_out_certain(&self, cond: &mut Expr) {
        let ExprKind::And(left, right) = &mut cond.kind else {
            return;
        };
        self.leave_out_certain(left);
        self.leave_out_certain(right);
        if self.scope.is_certain(left) {
            *cond = right.as_ref().clone();
        } else if self.scope.is_certain(right) {
            *cond = left.as_ref().clone();
        }
    }

    /// What holds after a statement.
    fn after(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::If { cond, then, els } => {
                self.scope.forget(&assigned_in(cond));
                if terminates(then) {
                    self.scope.assume(cond, false, &assigned(els));
                } else if terminates(els) {
                    self.scope.assume(cond, true, &assigned(then));
                }
            }
            StmtKind::Let { .. }
            | StmtKind::Assign { .. }
            | StmtKind::AssignOp { .. }
            | StmtKind::Expr(_) => {
                let assigned = assigned_by(stmt);
                self.scope.forget(&assigned);
                self.given(stmt, &assigned);
                Checks {
                    scope: &mut self.scope,
                    assigned: &assigned,
                }
                .stmt(stmt);
            }
            _ => self.scope.forget(&assigned_by(stmt)),
        }
    }

    /// `i := x % n` tells that i is less than n.
    fn given(&mut self, stmt: &Stmt, assigned: &FxHashSet<LocalId>) {
        let (local, value) = match &stmt.kind {
            StmtKind::Let {
                local,
                init: Some(init),
            } => (*local, init),
            StmtKind::Assign {
                place: Place::Local(local),
                value,
                ..
            } => (*local, value),
            _ => return,
        };
        let mut is_fixed = true;
        visit::each_expr(value, &mut |part| {
            is_fixed &= !matches!(part.kind, ExprKind::Local(local) if assigned.contains(&local));
        });
        if is_fixed {
            self.scope.given(local, value);
        }
    }
}

/// For kinds with a single form, a shift is proven if its count is below the size.
fn count_proof(op: ArithOp, kind: IntKind, count: Option<Interval>) -> Overflow {
    let most = if kind.repr() == IntRepr::BigInt { 63 } else { 31 };
    match (op, count) {
        (ArithOp::Shl | ArithOp::Shr, Some(count)) if within(count, (0, most)) => Overflow::Proven,
        _ => Overflow::Checked,
    }
}

/// Control does not reach the end of the statements.
fn terminates(stmts: &[Stmt]) -> bool {
    match stmts.last().map(|stmt| &stmt.kind) {
        Some(StmtKind::Return(_) | StmtKind::Break(_) | StmtKind::Continue(_)) => true,
        Some(StmtKind::Expr(expr)) => matches!(
            expr.kind,
            ExprKind::Builtin(Builtin::Panic | Builtin::PanicRuntime | Builtin::RangePanic, _)
        ),
        _ => false,
    }
}

impl VisitorMut for Marker<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        self.children(expr);
        let kind = self.kind(expr);
        match (&mut expr.kind, kind) {
            (
                ExprKind::Arith {
                    op,
                    left,
                    right,
                    overflow,
                },
                Some(kind),
            ) if *overflow == Overflow::Checked => {
                *overflow = self.proof(*op, kind, self.scope.interval(left), self.scope.interval(right));
            }
            (
                ExprKind::Shift {
                    op,
                    left,
                    count,
                    overflow,
                },
                Some(kind),
            ) => {
                let op = if *op == ShiftOp::Left {
                    ArithOp::Shl
                } else {
                    ArithOp::Shr
                };
                *overflow = self.proof(op, kind, self.scope.interval(left), self.scope.interval(count));
            }
            (ExprKind::Negate { operand, overflow }, Some(kind)) => {
                let known = self.scope.interval(operand).map(|(low, high)| (-high, -low));
                if kind.repr() == IntRepr::Mixed && fitting(kind, known).is_some() {
                    *overflow = Overflow::Proven;
                }
            }
            (ExprKind::Convert { op, operand }, Some(kind)) => self.convert(op, operand, kind),
            (ExprKind::Index { base, index, bounds }, _) => self.index(base, index, bounds),
            _ => {}
        }
        if kind.is_some_and(|kind| kind.repr() == IntRepr::Mixed) {
            self.number(expr);
        }
    }

    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        self.scope.enter();
        for stmt in stmts {
            self.stmt(stmt);
            self.after(stmt);
        }
        self.scope.leave();
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        if crate::passes::fixed::is_loop(stmt) {
            // What holds before the loop need not hold when it comes round.
            self.scope.forget(&assigned_by(stmt));
        }
        match &mut stmt.kind {
            StmtKind::If { cond, then, els } => {
                self.expr(cond);
                self.guarded_stmts(cond, true, then);
                self.guarded_stmts(cond, false, els);
            }
            StmtKind::For {
                init,
                cond: Some(cond),
                post,
                body,
                ..
            } => {
                for stmt in init {
                    self.stmt(stmt);
                }
                self.expr(cond);
                self.guarded_stmts(cond, true, body);
                self.stmts(post);
            }
            _ => visit::walk_stmt_mut(self, stmt),
        }
        if let StmtKind::Let {
            local,
            init: Some(init),
        } = &mut stmt.kind
        {
            self.row(*local, init);
        }
        if let StmtKind::AssignOp {
            place,
            op,
            value,
            overflow,
        } = &mut stmt.kind
            && *overflow == Overflow::Checked
            && let Some((kind, left)) = self.read_place(place)
        {
            *overflow = self.proof(*op, kind, left, self.scope.interval(value));
        }
    }

    fn place(&mut self, place: &mut Place) {
        visit::walk_place_mut(self, place);
        if let Place::Index { base, index, bounds } = place {
            self.index(base, index, bounds);
        }
    }
}

impl Marker<'_> {
    /// The kind and the value of a place before it is assigned to.
    fn read_place(&self, place: &Place) -> Option<(IntKind, Option<Interval>)> {
        let cx = self.scope.cx;
        let var = match place {
            Place::Local(local) => cx.vars.local(cx.func, *local),
            Place::Global(global) => cx.vars.global(*global),
            Place::Field { base, field } => cx.vars.field(base.ty, *field)?,
            Place::Index { base, .. } => {
                let elem = match cx.types()[base.ty.0 as usize].kind {
                    TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => elem,
                    _ => return None,
                };
                let kind = cx.kind(elem)?;
                if kind.repr() != IntRepr::Mixed {
                    return Some((kind, Some(full(kind))));
                }
                place_elements(cx, place)?
            }
            Place::MapIndex { .. } | Place::Deref(_) => place_elements(cx, place)?,
            Place::Blank => return None,
        };
        let kind = cx.vars.kinds[var.0 as usize]?;
        Some((kind, self.scope.variable(var)))
    }
}

/// Enters the checks of indices that a statement makes in any case.
struct Checks<'s, 'a> {
    scope: &'s mut Scope<'a>,
    assigned: &'s FxHashSet<LocalId>,
}

impl Checks<'_, '_> {
    fn index(&mut self, base: &Expr, index: &Expr, bounds: Bounds) {
        let mentions_assigned = || {
            [base, index].into_iter().any(|operand| {
                let mut found = false;
                visit::each_expr(operand, &mut |expr| {
                    found |= matches!(&expr.kind, ExprKind::Local(local) if self.assigned.contains(local));
                });
                found
            })
        };
        if bounds != Bounds::Proven && constant(index).is_none() && !mentions_assigned() {
            self.scope.checked(base, index);
        }
    }
}

impl Visitor for Checks<'_, '_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::And(left, _) | ExprKind::Or(left, _) | ExprKind::Cond { cond: left, .. } => {
                self.expr(left);
            }
            _ => visit::walk_expr(self, expr),
        }
        if let ExprKind::Index { base, index, bounds } = &expr.kind {
            self.index(base, index, *bounds);
        }
    }

    fn closure(&mut self, _: &crate::ir::Closure) {}

    fn place(&mut self, place: &Place) {
        visit::walk_place(self, place);
        if let Place::Index { base, index, bounds } = place {
            self.index(base, index, *bounds);
        }
    }
}
