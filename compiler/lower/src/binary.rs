//! Binary operators.

use crate::body::Body;
use crate::ir::{ArithOp, CompareOp, Expr, ExprKind, Overflow, ShiftOp, TypeKind};
use goes_source::Span;
use goes_syntax::ast::{BinaryOp, ExprNode};
use goes_types::{BasicKind, Mode, TypeId as Ty};

impl<'a> Body<'_, '_, 'a> {
    pub fn binary(&mut self, e: &'a ExprNode, op: BinaryOp, x: &'a ExprNode, y: &'a ExprNode) -> Expr {
        match op {
            BinaryOp::LogicalAnd | BinaryOp::LogicalOr => {
                let (x, y) = (Box::new(self.expr(x)), Box::new(self.expr(y)));
                let ty = self.expr_ty(e);
                let kind = if op == BinaryOp::LogicalAnd {
                    ExprKind::And(x, y)
                } else {
                    ExprKind::Or(x, y)
                };
                self.node(kind, ty, e.span)
            }
            BinaryOp::Shl | BinaryOp::Shr => {
                let ty = self.expr_ty(e);
                let result = self.type_of(e);
                let mut left = self.operand(x, result);
                let mut count = self.shift_count(y);
                let effects = self.ordered_pair(&mut left, &mut count);
                let op = if op == BinaryOp::Shl {
                    ShiftOp::Left
                } else {
                    ShiftOp::Right
                };
                let kind = ExprKind::Shift {
                    op,
                    left: Box::new(left),
                    count: Box::new(count),
                    overflow: Overflow::Checked,
                };
                let value = self.node(kind, ty, e.span);
                self.sequence(effects, value)
            }
            _ => match compare_op(op) {
                Some(op) => self.comparison(e, op, x, y),
                None => self.arithmetic(e, op, x, y),
            },
        }
    }

    /// An operand whose constant takes on the type of the operation.
    fn operand(&mut self, e: &'a ExprNode, ty: Ty) -> Expr {
        match self.const_value(e) {
            Some(value) => self.cx.constant(&value, ty, e.span),
            None => self.expr(e),
        }
    }

    /// A constant shift count of any numeric type is an integer.
    pub fn shift_count(&mut self, e: &'a ExprNode) -> Expr {
        match self.const_value(e) {
            Some(value) => self.cx.constant(&value, Ty::basic(BasicKind::Uint), e.span),
            None => self.expr(e),
        }
    }

    fn arithmetic(&mut self, e: &'a ExprNode, op: BinaryOp, x: &'a ExprNode, y: &'a ExprNode) -> Expr {
        let (ty, id) = (self.type_of(e), self.expr_ty(e));
        let mut left = self.operand(x, ty);
        let mut right = self.operand(y, ty);
        let effects = self.ordered_pair(&mut left, &mut right);
        if self.is_string(id) {
            let value = self.concat(left, right, id, e.span);
            return self.sequence(effects, value);
        }
        let Some(op) = arith_op(op) else {
            return self.invalid(e.span);
        };
        let kind = ExprKind::Arith {
            op,
            left: Box::new(left),
            right: Box::new(right),
            overflow: Overflow::Checked,
        };
        let value = self.node(kind, id, e.span);
        self.sequence(effects, value)
    }

    /// `a + b + c` on strings is one concatenation.
    fn concat(&mut self, left: Expr, right: Expr, ty: crate::ir::TypeId, span: Span) -> Expr {
        let mut parts = match left.kind {
            ExprKind::Concat(parts) => parts,
            kind => vec![Expr {
                kind,
                ty: left.ty,
                span: left.span,
            }],
        };
        match right.kind {
            ExprKind::Concat(more) => parts.extend(more),
            kind => parts.push(Expr {
                kind,
                ty: right.ty,
                span: right.span,
            }),
        }
        self.node(ExprKind::Concat(parts), ty, span)
    }

    fn comparison(&mut self, e: &'a ExprNode, op: CompareOp, x: &'a ExprNode, y: &'a ExprNode) -> Expr {
        let ty = self.expr_ty(e);
        for (nil, other) in [(y, x), (x, y)] {
            if self.mode(nil) == Mode::Nil {
                let other = self.expr(other);
                return self.nil_test(other, op, ty, e.span);
            }
        }
        let (x_ty, y_ty) = (self.type_of(x), self.type_of(y));
        let common = self.common_type(x, x_ty, y, y_ty);
        let mut left = self.read_as(x, common);
        let mut right = self.read_as(y, common);
        let effects = self.ordered_pair(&mut left, &mut right);
        let kind = ExprKind::Compare {
            op,
            left: Box::new(left),
            right: Box::new(right),
        };
        let value = self.node(kind, ty, e.span);
        self.sequence(effects, value)
    }

    fn nil_test(&mut self, operand: Expr, op: CompareOp, ty: crate::ir::TypeId, span: Span) -> Expr {
        let test = self.node(ExprKind::IsNil(Box::new(operand)), ty, span);
        if op == CompareOp::NotEqual {
            self.node(ExprKind::Not(Box::new(test)), ty, span)
        } else {
            test
        }
    }

    /// spec: "In any comparison, the first operand must be assignable to the type of the second operand, or
    /// vice versa." An interface is compared with another value as interfaces are.
    fn common_type(&mut self, x: &ExprNode, x_ty: Ty, y: &ExprNode, y_ty: Ty) -> Ty {
        if self.cx.is_interface(y_ty) && !self.cx.is_interface(x_ty) {
            return y_ty;
        }
        if self.cx.is_interface(x_ty) && !self.cx.is_interface(y_ty) {
            return x_ty;
        }
        // An untyped operand adapts to the other one.
        let is_untyped = |body: &Self, ty: Ty| matches!(body.cx.checker.types.get(ty), goes_types::Type::Basic(kind) if *kind >= BasicKind::UntypedBool);
        if is_untyped(self, x_ty) || self.const_value(x).is_some() && self.const_value(y).is_none() {
            return y_ty;
        }
        x_ty
    }

    /// Compares a value that has been evaluated with one of a `case`.
    pub fn compare_values(&mut self, left: Expr, left_ty: Ty, right: Expr, right_ty: Ty, span: Span) -> Expr {
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let left_is_interface = matches!(self.kind_of(left.ty), TypeKind::Interface(_));
        let right_is_interface = matches!(self.kind_of(right.ty), TypeKind::Interface(_));
        let (left, right) = match (left_is_interface, right_is_interface) {
            (true, false) => {
                let right = self.make_interface(right, right_ty, left_ty);
                (left, right)
            }
            (false, true) => {
                let left = self.make_interface(left, left_ty, right_ty);
                (left, right)
            }
            _ => (left, right),
        };
        let kind = ExprKind::Compare {
            op: CompareOp::Equal,
            left: Box::new(left),
            right: Box::new(right),
        };
        self.node(kind, bool_ty, span)
    }
}

pub(crate) fn compare_op(op: BinaryOp) -> Option<CompareOp> {
    Some(match op {
        BinaryOp::Equal => CompareOp::Equal,
        BinaryOp::NotEqual => CompareOp::NotEqual,
        BinaryOp::Less => CompareOp::Less,
        BinaryOp::LessEqual => CompareOp::LessEqual,
        BinaryOp::Greater => CompareOp::Greater,
        BinaryOp::GreaterEqual => CompareOp::GreaterEqual,
        _ => return None,
    })
}

pub(crate) fn arith_op(op: BinaryOp) -> Option<ArithOp> {
    Some(match op {
        BinaryOp::Add => ArithOp::Add,
        BinaryOp::Sub => ArithOp::Sub,
        BinaryOp::Mul => ArithOp::Mul,
        BinaryOp::Div => ArithOp::Div,
        BinaryOp::Rem => ArithOp::Rem,
        BinaryOp::And => ArithOp::And,
        BinaryOp::Or => ArithOp::Or,
        BinaryOp::Xor => ArithOp::Xor,
        BinaryOp::AndNot => ArithOp::AndNot,
        BinaryOp::Shl => ArithOp::Shl,
        BinaryOp::Shr => ArithOp::Shr,
        _ => return None,
    })
}
