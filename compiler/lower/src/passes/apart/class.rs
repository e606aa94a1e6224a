//! What evaluating an expression may do.

use super::leaves::{Shapes, const_index};
use super::template::Templates;
use crate::ir::{
    ArithOp, Builtin, Callee, Const, Conversion, Expr, ExprKind, IntKind, Local, Place, Storage, TypeId,
    TypeKind,
};
use crate::visit::{self, Visitor};

/// Each may do what those before it do.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Its value is the same whenever it is evaluated, as long as no local variable is assigned to.
    Pure,
    /// It reads what calls may write to.
    Reads,
    /// It may panic.
    Fails,
    /// Anything.
    Acts,
}

pub(super) struct Classes<'c> {
    pub shapes: Shapes<'c>,
    pub templates: &'c Templates,
    pub locals: &'c [Local],
}

impl Classes<'_> {
    /// Of an expression with all its parts.
    pub fn of(&self, expr: &Expr) -> Class {
        struct Most<'c>(&'c Classes<'c>, Class);
        impl Visitor for Most<'_> {
            fn expr(&mut self, expr: &Expr) {
                self.1 = self.1.max(self.0.node(expr));
                visit::walk_expr(self, expr);
            }
            fn closure(&mut self, _: &crate::ir::Closure) {}
        }
        let mut most = Most(self, Class::Pure);
        most.expr(expr);
        most.1
    }

    /// Of an expression, what its operands do left out.
    pub fn node(&self, expr: &Expr) -> Class {
        match &expr.kind {
            ExprKind::Const(_)
            | ExprKind::Zero
            | ExprKind::Func(_)
            | ExprKind::TypeDescriptor(_)
            | ExprKind::StructLit(_)
            | ExprKind::ArrayLit { .. }
            | ExprKind::Negate { .. }
            | ExprKind::Complement(_)
            | ExprKind::Not(_)
            | ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::IsNil(_)
            | ExprKind::Concat(_)
            | ExprKind::Tuple(_)
            | ExprKind::TupleElement { .. }
            | ExprKind::Cond { .. } => Class::Pure,
            ExprKind::Local(local) => match self.locals.get(local.0 as usize) {
                Some(info) if info.storage == Storage::Plain && !info.is_captured => Class::Pure,
                _ => Class::Reads,
            },
            ExprKind::Global(_)
            | ExprKind::Copy(_)
            | ExprKind::MakeInterface(_)
            | ExprKind::TypeTest { .. } => Class::Reads,
            ExprKind::Field { base, .. } => match *self.shapes.kind(base.ty) {
                TypeKind::Pointer(_) => Class::Fails,
                _ => Class::Reads,
            },
            ExprKind::Arith { op, right, .. } => self.arith(*op, right),
            ExprKind::Shift { count, .. } => self.shift(count),
            ExprKind::Compare { left, .. } if self.has_interface(left.ty) => Class::Fails,
            ExprKind::Compare { .. } => Class::Pure,
            ExprKind::Convert { op, .. } => match op {
                Conversion::Numeric | Conversion::Retype | Conversion::RuneToString => Class::Pure,
                Conversion::SliceToArray | Conversion::SliceToArrayPointer | Conversion::Unsafe => {
                    Class::Fails
                }
                _ => Class::Reads,
            },
            ExprKind::Builtin(op, _) => match op {
                Builtin::Len | Builtin::Cap => Class::Reads,
                Builtin::Min | Builtin::Max | Builtin::Complex | Builtin::Real | Builtin::Imag => Class::Pure,
                _ => Class::Acts,
            },
            ExprKind::Call(call) => match call.callee {
                Callee::Func(func) if self.templates.is_pure(func) => Class::Pure,
                _ => Class::Acts,
            },
            // The checker has compared it with the length.
            ExprKind::Index { base, index, .. }
                if const_index(index).is_some() && self.shapes.is_aggregate(base.ty) =>
            {
                Class::Reads
            }
            ExprKind::Index { .. }
            | ExprKind::MapIndex { .. }
            | ExprKind::Slice { .. }
            | ExprKind::Deref(_)
            | ExprKind::Address(_)
            | ExprKind::TypeAssert { .. }
            | ExprKind::Unwrap(_) => Class::Fails,
            ExprKind::FuncLit(_)
            | ExprKind::MapLit(_)
            | ExprKind::NewBox(_)
            | ExprKind::Receive { .. }
            | ExprKind::Sequence { .. } => Class::Acts,
        }
    }

    /// Of `… op right`.
    pub fn arith(&self, op: ArithOp, right: &Expr) -> Class {
        let divides = matches!(op, ArithOp::Div | ArithOp::Rem) && self.int_kind(right.ty).is_some();
        match op {
            ArithOp::Shl | ArithOp::Shr => self.shift(right),
            _ if divides && !is_nonzero(right) => Class::Fails,
            _ => Class::Pure,
        }
    }

    /// Negative counts panic.
    fn shift(&self, count: &Expr) -> Class {
        let is_unsigned = self.int_kind(count.ty).is_some_and(|kind| !kind.is_signed());
        match count.kind {
            ExprKind::Const(_) => Class::Pure,
            _ if is_unsigned => Class::Pure,
            _ => Class::Fails,
        }
    }

    /// Whether what an assignment does to a place, apart from its operands, is only seen by who reads the local.
    pub fn is_own(&self, place: &Place) -> bool {
        let Some((local, _)) = self.shapes.place_path(place) else {
            return false;
        };
        let info = &self.locals[local.0 as usize];
        info.storage == Storage::Plain && !info.is_captured
    }

    fn int_kind(&self, ty: TypeId) -> Option<IntKind> {
        match *self.shapes.kind(ty) {
            TypeKind::Int(kind) => Some(kind),
            _ => None,
        }
    }

    /// Comparing such values may panic.
    fn has_interface(&self, ty: TypeId) -> bool {
        match self.shapes.kind(ty) {
            TypeKind::Interface(_) => true,
            TypeKind::Struct(fields) => fields.iter().any(|field| self.has_interface(field.ty)),
            TypeKind::Array { elem, .. } => self.has_interface(*elem),
            _ => false,
        }
    }
}

fn is_nonzero(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Const(Const::Int(value)) if value.sign() != num_bigint::Sign::NoSign)
}
