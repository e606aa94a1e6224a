//! Rows of slices of slices, read once before a loop.
//!
//! In `for k := range n { sum += a[i][k] }` the row `a[i]` is the same slice each time, if nothing in the loop
//! writes to `a`, to `i` or to an element of that type. It becomes a local before the loop. As the loop need
//! not get as far as reading it, nothing may panic there: where there is no such element the local is an empty
//! slice, and an index that is out of its bounds reads the element again, for Go's panic
//! ([`Local::stands_for`]).

use super::effects::Effects;
use super::fixed::{Loops, is_loop, is_stem};
use super::headers::are_same;
use super::memory::Types;
use crate::ir::{
    ArithOp, Bounds, Builtin, Closure, CompareOp, Const, Expr, ExprKind, Function, IntKind, IntRepr, Local,
    LocalId, Place, Program, Stmt, StmtKind, Storage, TypeId, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use num_bigint::BigInt;

/// Rows of rows: how often a loop is looked at again after some of its rows have become locals.
const ROUNDS: usize = 4;

pub fn run(program: &mut Program) {
    let bool_ty = program.predeclared(&TypeKind::Bool);
    let int_ty = program.predeclared(&TypeKind::Int(IntKind::Int));
    let (Some(bool_ty), Some(int_ty)) = (bool_ty, int_ty) else {
        return;
    };
    let mut functions = std::mem::take(&mut program.functions);
    let types = Types::new(program, &functions);
    let effects = Effects::of(&types, program, &functions);
    for Function { locals, code, .. } in &mut functions {
        let mut rows = Rows {
            loops: Loops::new(program, &types, &effects, locals, code),
            made: Vec::new(),
            bool_ty,
            int_ty,
        };
        rows.stmts(&mut code.body);
        let made = rows.made;
        locals.extend(made);
    }
    program.functions = functions;
}

struct Rows<'a> {
    loops: Loops<'a>,
    /// The locals to be added.
    made: Vec<Local>,
    bool_ty: TypeId,
    int_ty: TypeId,
}

/// A row, and the local that holds it.
struct Row {
    element: Expr,
    local: LocalId,
    /// It holds the element, whatever happens in the loop.
    is_certain: bool,
}

impl VisitorMut for Rows<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let mut out = Vec::with_capacity(stmts.len());
        for mut stmt in std::mem::take(stmts) {
            self.hoist(&mut stmt, &mut out);
            visit::walk_stmt_mut(self, &mut stmt);
            out.push(stmt);
        }
        *stmts = out;
    }
}

impl Rows<'_> {
    /// Declares the rows of a loop before it, which is after `out`.
    fn hoist(&mut self, stmt: &mut Stmt, out: &mut Vec<Stmt>) {
        if !is_loop(stmt) {
            return;
        }
        let mut changes = None;
        for _ in 0..ROUNDS {
            let mut elements = Elements {
                types: self.loops.types,
                found: Vec::new(),
            };
            elements.stmt(stmt);
            if elements.found.is_empty() {
                return;
            }
            let changes = changes.get_or_insert_with(|| self.loops.changes(stmt));
            let fixed = elements.found.into_iter();
            let fixed: Vec<Expr> = fixed
                .filter(|element| self.loops.is_fixed(element, changes))
                .collect();
            if fixed.is_empty() {
                return;
            }
            let rows = fixed
                .into_iter()
                .map(|element| self.declare(element, stmt, out))
                .collect();
            Replace { rows }.stmt(stmt);
        }
    }

    fn declare(&mut self, element: Expr, stmt: &Stmt, out: &mut Vec<Stmt>) -> Row {
        if let Some(StmtKind::Let {
            local,
            init: Some(init),
        }) = out.last().map(|stmt| &stmt.kind)
            && are_same(init, &element)
            && self
                .loops
                .locals
                .get(local.0 as usize)
                .is_some_and(|info| info.storage == Storage::Plain && !info.is_reassigned)
        {
            return Row {
                element,
                local: *local,
                is_certain: true,
            };
        }
        let is_certain = starts_with_length(stmt, &element);
        let local = LocalId((self.loops.locals.len() + self.made.len()) as u32);
        let span = element.span;
        self.made.push(Local {
            stands_for: (!is_certain).then(|| Box::new(element.clone())),
            ..Local::new("$row", element.ty, span)
        });
        let init = if is_certain {
            element.clone()
        } else {
            self.element_or_nil(&element)
        };
        out.push(Stmt {
            kind: StmtKind::Let {
                local,
                init: Some(init),
            },
            span,
        });
        Row {
            element,
            local,
            is_certain,
        }
    }

    /// `i >= 0 && i < len(a) ? a[i] : nil`
    fn element_or_nil(&self, element: &Expr) -> Expr {
        let ExprKind::Index { base, index, .. } = &element.kind else {
            return element.clone();
        };
        let node = |kind, ty| Expr {
            kind,
            ty,
            span: element.span,
        };
        let compare = |op, left: Expr, right: Expr| {
            let (left, right) = (Box::new(left), Box::new(right));
            node(ExprKind::Compare { op, left, right }, self.bool_ty)
        };
        let length = node(
            ExprKind::Builtin(Builtin::Len, vec![(**base).clone()]),
            self.int_ty,
        );
        let mut cond = compare(CompareOp::Less, (**index).clone(), length);
        if !matches!(index.kind, ExprKind::Const(_)) {
            let zero = node(ExprKind::Const(Const::Int(BigInt::ZERO)), index.ty);
            let is_positive = compare(CompareOp::GreaterEqual, (**index).clone(), zero);
            cond = node(ExprKind::And(Box::new(is_positive), Box::new(cond)), self.bool_ty);
        }
        if let ExprKind::Field { base: owner, .. } = &base.kind
            && matches!(self.loops.types.kind(owner.ty), TypeKind::Pointer(_))
        {
            let is_nil = node(ExprKind::IsNil(owner.clone()), self.bool_ty);
            let is_there = node(ExprKind::Not(Box::new(is_nil)), self.bool_ty);
            cond = node(ExprKind::And(Box::new(is_there), Box::new(cond)), self.bool_ty);
        }
        let then = ExprKind::Index {
            base: base.clone(),
            index: index.clone(),
            bounds: Bounds::Proven,
        };
        let kind = ExprKind::Cond {
            cond: Box::new(cond),
            then: Box::new(node(then, element.ty)),
            els: Box::new(node(ExprKind::Zero, element.ty)),
        };
        node(kind, element.ty)
    }
}

/// Whether a loop begins by asking for the length of the element: `for i := 0; i < len(element); …`.
fn starts_with_length(stmt: &Stmt, element: &Expr) -> bool {
    let StmtKind::For {
        init,
        cond: Some(cond),
        ..
    } = &stmt.kind
    else {
        return false;
    };
    let is_plain = |expr: &Expr| {
        matches!(
            expr.kind,
            ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Zero
        )
    };
    let is_pure = init
        .iter()
        .all(|stmt| matches!(&stmt.kind, StmtKind::Let { init: Some(init), .. } if is_plain(init)));
    let first = match &cond.kind {
        ExprKind::And(left, _) => left,
        _ => cond,
    };
    let ExprKind::Compare { left, right, .. } = &first.kind else {
        return false;
    };
    let is_length = |expr: &Expr| matches!(&expr.kind, ExprKind::Builtin(Builtin::Len, args) if args.first().is_some_and(|arg| are_same(arg, element)));
    is_pure && is_plain(left) && is_length(right)
}

/// Finds elements that are slices and are indexed, other than in function literals.
struct Elements<'a> {
    types: &'a Types<'a>,
    found: Vec<Expr>,
}

impl Elements<'_> {
    fn indexed(&mut self, base: &Expr) {
        let is_slice = |expr: &Expr| matches!(self.types.kind(expr.ty), TypeKind::Slice(_));
        if let ExprKind::Index {
            base: outer, index, ..
        } = &base.kind
            && is_slice(base)
            && is_slice(outer)
            && is_stem(outer)
            && self.is_simple(index)
            && !self.found.iter().any(|found| are_same(found, base))
        {
            self.found.push(base.clone());
        }
    }

    /// `i`, `3`, `i + 1`
    fn is_simple(&self, index: &Expr) -> bool {
        let is_number = match self.types.kind(index.ty) {
            TypeKind::Int(kind) => match kind.repr() {
                IntRepr::Number => true,
                IntRepr::Mixed => kind.is_signed(),
                IntRepr::BigInt => false,
            },
            _ => false,
        };
        is_number
            && match &index.kind {
                ExprKind::Const(_) | ExprKind::Local(_) => true,
                ExprKind::Arith {
                    op: ArithOp::Add | ArithOp::Sub,
                    left,
                    right,
                    ..
                } => matches!(right.kind, ExprKind::Const(_)) && matches!(left.kind, ExprKind::Local(_)),
                _ => false,
            }
    }
}

impl Visitor for Elements<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Index { base, .. } = &expr.kind {
            self.indexed(base);
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Index { base, .. } = place {
            self.indexed(base);
        }
        visit::walk_place(self, place);
    }

    fn closure(&mut self, _: &Closure) {}
}

/// Puts the locals in the places of the rows that are indexed.
struct Replace {
    rows: Vec<Row>,
}

impl Replace {
    fn row(&self, base: &mut Expr, is_length: bool) {
        let is_row = |row: &&Row| (row.is_certain || !is_length) && are_same(&row.element, base);
        if let Some(row) = self.rows.iter().find(is_row) {
            base.kind = ExprKind::Local(row.local);
        }
    }
}

impl VisitorMut for Replace {
    fn expr(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::Index { base, .. } => self.row(base, false),
            ExprKind::Builtin(Builtin::Len, args) => args.iter_mut().for_each(|arg| self.row(arg, true)),
            _ => {}
        }
        visit::walk_expr_mut(self, expr);
    }

    fn place(&mut self, place: &mut Place) {
        if let Place::Index { base, .. } = place {
            self.row(base, false);
        }
        visit::walk_place_mut(self, place);
    }

    fn closure(&mut self, _: &mut Closure) {}
}
