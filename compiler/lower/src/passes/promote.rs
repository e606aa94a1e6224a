//! Fields that several statements in a row work on are read once and written once.
//!
//! `x.s ^= x.s << 13; x.s ^= x.s >> 7` becomes `s := x.s; s ^= s << 13; s ^= s >> 7; x.s = s`. Only
//! uint64 gains by it, which may then be computed in words, and only where nothing in between can panic or
//! look at the field.

use crate::ir::{
    ArithOp, Const, Conversion, Expr, ExprKind, Function, IntRepr, Local, LocalId, Place, Program, Stmt,
    StmtKind, Type, TypeId, TypeKind,
};
use crate::visit::VisitorMut;

/// With fewer statements than this, nothing is saved.
const LEAST: usize = 2;

pub fn run(program: &mut Program) {
    let types = std::mem::take(&mut program.types);
    for function in &mut program.functions {
        let mut body = std::mem::take(&mut function.code.body);
        Promote {
            types: &types,
            function,
        }
        .stmts(&mut body);
        function.code.body = body;
    }
    program.types = types;
}

struct Promote<'a> {
    types: &'a [Type],
    function: &'a mut Function,
}

/// A field of the struct that a local holds or points to.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Target {
    base: LocalId,
    field: u32,
    ty: TypeId,
}

impl Promote<'_> {
    /// The field that a statement assigns to, if that is all that it does.
    fn target(&self, stmt: &Stmt) -> Option<Target> {
        let (place, value) = match &stmt.kind {
            StmtKind::Assign { place, value, .. } => (place, value),
            StmtKind::AssignOp { place, op, value, .. } => {
                let is_total = !matches!(op, ArithOp::Div | ArithOp::Rem | ArithOp::Shl | ArithOp::Shr)
                    || is_positive(value);
                (is_total.then_some(place)?, value)
            }
            _ => return None,
        };
        let Place::Field { base, field } = place else {
            return None;
        };
        let ExprKind::Local(local) = base.kind else {
            return None;
        };
        let strukt = match self.types[base.ty.0 as usize].kind {
            TypeKind::Pointer(elem) => elem,
            _ => base.ty,
        };
        let TypeKind::Struct(fields) = &self.types[strukt.0 as usize].kind else {
            return None;
        };
        let ty = fields[*field as usize].ty;
        let is_wide =
            matches!(self.types[ty.0 as usize].kind, TypeKind::Int(kind) if kind.repr() == IntRepr::BigInt);
        let target = Target {
            base: local,
            field: *field,
            ty,
        };
        (is_wide && is_harmless(value, target)).then_some(target)
    }

    fn promote(&mut self, target: Target, run: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let span = run[0].span;
        let local = LocalId(self.function.locals.len() as u32);
        self.function.locals.push(Local {
            is_reassigned: true,
            ..Local::new("$field", target.ty, span)
        });
        let mut replace = Replace { target, local };
        let mut body = run;
        let place = match &body[0].kind {
            StmtKind::Assign { place, .. } | StmtKind::AssignOp { place, .. } => place.clone(),
            _ => return out.extend(body),
        };
        for stmt in &mut body {
            replace.stmt(stmt);
        }
        let Place::Field { base, field } = &place else {
            return out.extend(body);
        };
        let read = ExprKind::Field {
            base: base.clone(),
            field: *field,
        };
        let node = |kind| Expr {
            kind,
            ty: target.ty,
            span,
        };
        out.push(Stmt {
            kind: StmtKind::Let {
                local,
                init: Some(node(read)),
            },
            span,
        });
        out.extend(body);
        out.push(Stmt {
            kind: StmtKind::Assign {
                place,
                value: node(ExprKind::Local(local)),
                in_place: false,
            },
            span,
        });
    }
}

impl VisitorMut for Promote<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        for stmt in stmts.iter_mut() {
            self.stmt(stmt);
        }
        let mut out = Vec::with_capacity(stmts.len());
        let mut rest = std::mem::take(stmts).into_iter().peekable();
        while let Some(stmt) = rest.next() {
            let Some(target) = self.target(&stmt) else {
                out.push(stmt);
                continue;
            };
            let mut run = vec![stmt];
            while let Some(next) = rest.next_if(|next| self.target(next) == Some(target)) {
                run.push(next);
            }
            if run.len() < LEAST {
                out.extend(run);
            } else {
                self.promote(target, run, &mut out);
            }
        }
        *stmts = out;
    }
}

fn is_positive(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Const(Const::Int(value)) if value.sign() == num_bigint::Sign::Plus)
}

/// Whether a value is made of constants, locals and the field itself, and cannot panic.
fn is_harmless(value: &Expr, target: Target) -> bool {
    let is = |operand: &Expr| is_harmless(operand, target);
    match &value.kind {
        ExprKind::Const(_) | ExprKind::Zero | ExprKind::Local(_) => true,
        ExprKind::Field { base, field } => {
            *field == target.field && matches!(base.kind, ExprKind::Local(local) if local == target.base)
        }
        ExprKind::Arith { op, left, right, .. } => {
            let is_total = !matches!(op, ArithOp::Div | ArithOp::Rem) || is_positive(right);
            is_total && is(left) && is(right)
        }
        ExprKind::Shift { left, count, .. } => is_positive(count) && is(left),
        ExprKind::Negate { operand, .. }
        | ExprKind::Complement(operand)
        | ExprKind::Convert {
            op: Conversion::Numeric | Conversion::Retype,
            operand,
        } => is(operand),
        _ => false,
    }
}

/// Puts a local in the place of a field.
struct Replace {
    target: Target,
    local: LocalId,
}

impl Replace {
    fn is_target(&self, base: &Expr, field: u32) -> bool {
        field == self.target.field && matches!(base.kind, ExprKind::Local(local) if local == self.target.base)
    }
}

impl VisitorMut for Replace {
    fn expr(&mut self, expr: &mut Expr) {
        crate::visit::walk_expr_mut(self, expr);
        if let ExprKind::Field { base, field } = &expr.kind
            && self.is_target(base, *field)
        {
            expr.kind = ExprKind::Local(self.local);
        }
    }

    fn place(&mut self, place: &mut Place) {
        if let Place::Field { base, field } = place
            && self.is_target(base, *field)
        {
            *place = Place::Local(self.local);
        }
    }
}
