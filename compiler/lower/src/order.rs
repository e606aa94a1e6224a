//! Order of evaluation within an expression.
//!
//! spec: "when evaluating the operands of an expression, assignment, or return statement, all function calls,
//! method calls, receive operations, and binary logical operations are evaluated in lexical left-to-right
//! order". When variables are read in between is left open; gc reads them after all calls, and programs have
//! come to rely on that.

use crate::body::Body;
use crate::ir::{ArithOp, Builtin, Conversion, Expr, ExprKind, LocalId, Storage, TypeId, TypeKind};
use crate::visit::{self, VisitorMut};

/// What is evaluated ahead of an expression.
pub(crate) type Effects = Vec<(LocalId, Expr)>;

impl Body<'_, '_, '_> {
    /// Gives operands, which are evaluated from left to right, gc's order: where one reads a variable that
    /// the calls of a later one might change, calls go ahead of them all.
    pub fn calls_first(&mut self, operands: &mut [&mut Expr]) -> Effects {
        let mut effects = Vec::new();
        let Some(last) = operands
            .iter()
            .rposition(|operand| crate::expr::has_calls(operand))
        else {
            return effects;
        };
        if !operands[..last].iter().any(|operand| self.reads_memory(operand)) {
            return effects;
        }
        for operand in &mut operands[..=last] {
            self.extract_calls(operand, &mut effects);
        }
        effects
    }

    /// [`Body::calls_first`] for `base[a:b:c]`, whose bounds gc computes one after the other, calls or not.
    pub fn bounds_in_order<'e>(&mut self, base: &'e mut Expr, mut bounds: Vec<&'e mut Expr>) -> Effects {
        let is_computed = |bound: &Expr| {
            !matches!(
                bound.kind,
                ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Const(_)
            )
        };
        if let Some(last) = bounds.iter().rposition(|bound| crate::expr::has_calls(bound))
            && bounds[..last].iter().any(|bound| is_computed(bound))
        {
            let mut effects = Vec::new();
            self.extract_calls(base, &mut effects);
            for bound in bounds[..=last].iter_mut().filter(|bound| is_computed(bound)) {
                self.move_ahead(bound, &mut effects);
            }
            return effects;
        }
        bounds.insert(0, base);
        self.calls_first(&mut bounds)
    }

    /// [`Body::calls_first`] for a list.
    pub fn calls_first_in(&mut self, operands: &mut [Expr]) -> Effects {
        let mut operands: Vec<&mut Expr> = operands.iter_mut().collect();
        self.calls_first(&mut operands)
    }

    /// Whether evaluating reads something, outside of calls, that a call could change, or may panic: calls that
    /// follow are made all the same.
    fn reads_memory(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Call(_) | ExprKind::FuncLit(_) | ExprKind::Receive { .. } | ExprKind::Const(_) => false,
            _ if self.is_in_order(expr) => false,
            ExprKind::Local(local) => {
                let facts = &self.state.locals[local.0 as usize];
                let is_shared = facts.is_captured || facts.storage == Storage::Boxed;
                is_shared && !self.is_aggregate(expr.ty)
            }
            ExprKind::Global(_) => !self.is_aggregate(expr.ty),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => match self.owner(base) {
                Some(owner) => {
                    self.state.locals[owner.0 as usize].is_captured
                        || self.state.facts[owner.0 as usize].is_address_taken
                }
                None => true,
            },
            ExprKind::Copy(_) | ExprKind::Deref(_) | ExprKind::MapIndex { .. } => true,
            ExprKind::Convert {
                op: Conversion::BytesToString | Conversion::RunesToString | Conversion::SliceToArray,
                ..
            } => true,
            ExprKind::Arith {
                op: ArithOp::Div | ArithOp::Rem,
                right,
                ..
            } if !matches!(right.kind, ExprKind::Const(_)) => true,
            _ => {
                let mut found = false;
                each_child(expr, &mut |child| found = found || self.reads_memory(child));
                found
            }
        }
    }

    /// Whether gc evaluates an expression in order with the calls around it: calls of predeclared functions, binary
    /// logical operations, and some that are no calls.
    fn is_in_order(&self, expr: &Expr) -> bool {
        let is_call = match &expr.kind {
            ExprKind::MakeInterface(value) => self.is_put_in_memory(value),
            ExprKind::MapIndex { key, .. } => is_string_of_bytes(key),
            ExprKind::Builtin(op, _) => *op != Builtin::NotNil,
            ExprKind::And(..) | ExprKind::Or(..) => true,
            ExprKind::Convert { op, .. } => {
                matches!(op, Conversion::StringToBytes | Conversion::StringToRunes)
            }
            _ => false,
        };
        is_call || self.fails_in_order(expr)
    }

    /// Whether gc evaluates a value at once that goes into an interface: where it needs the address of the value and
    /// that has none yet. Other values are read when the interface value is made.
    fn is_put_in_memory(&self, value: &Expr) -> bool {
        !self.is_addressable(value) && self.goes_by_address(value.ty)
    }

    /// Whether gc makes an interface value of the type from its address. Words of two bytes and more, strings and
    /// slices, also as all that a struct or an array has, go by value.
    fn goes_by_address(&self, ty: TypeId) -> bool {
        match self.kind_of(ty) {
            TypeKind::Int(kind) => kind.bits() == 8,
            TypeKind::Float32 | TypeKind::Float64 | TypeKind::String | TypeKind::Slice(_) => false,
            TypeKind::Struct(fields) => match &fields[..] {
                [only] => self.goes_by_address(only.ty),
                _ => true,
            },
            TypeKind::Array { len: 1, elem } => self.goes_by_address(*elem),
            _ => true,
        }
    }

    fn is_addressable(&self, value: &Expr) -> bool {
        match &value.kind {
            ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Deref(_) => true,
            ExprKind::Copy(inner) => self.is_addressable(inner),
            ExprKind::Field { base, .. } => !self.is_aggregate(base.ty) || self.is_addressable(base),
            ExprKind::Index { base, .. } => match self.kind_of(base.ty) {
                TypeKind::String => false,
                TypeKind::Array { .. } => self.is_addressable(base),
                _ => true,
            },
            _ => false,
        }
    }

    /// Whether an expression is no call, but evaluated in order with calls, and may panic.
    fn fails_in_order(&self, expr: &Expr) -> bool {
        match expr.kind {
            ExprKind::Slice { .. } => true,
            ExprKind::TypeAssert { .. } => !matches!(
                self.kind_of(expr.ty),
                TypeKind::Pointer(_) | TypeKind::Map { .. } | TypeKind::Chan { .. } | TypeKind::Func { .. }
            ),
            _ => false,
        }
    }

    /// Whether an expression has calls, or parts for whose values or failures it matters when they are evaluated.
    fn has_ordered(&self, expr: &Expr) -> bool {
        has_calls_or(expr, |part| self.depends_on_order(part))
    }

    fn depends_on_order(&self, expr: &Expr) -> bool {
        let mut found = self.fails_in_order(expr);
        if !found && self.is_in_order(expr) {
            each_child(expr, &mut |child| found = found || self.reads_memory(child));
        }
        found
    }

    /// Moves all calls in values ahead of them where a value could fail before them. For values that go into
    /// locals of their own anyway.
    pub fn ordered_parts_first(&mut self, values: &mut [Expr]) -> Effects {
        let mut effects = Vec::new();
        let is_ordered = |value: &Expr| has_calls_or(value, |part| self.fails_in_order(part));
        let Some(last) = values.iter().rposition(is_ordered) else {
            return effects;
        };
        if values[..last].iter().any(|value| self.can_fail(value)) {
            for value in &mut values[..=last] {
                self.extract_calls(value, &mut effects);
            }
        }
        effects
    }

    /// Moves the calls in an expression, in order, ahead of it.
    pub fn extract_calls(&mut self, expr: &mut Expr, effects: &mut Effects) {
        if !self.has_ordered(expr) {
            return;
        }
        if self.depends_on_order(expr) {
            return self.move_ahead(expr, effects);
        }
        if let ExprKind::MakeInterface(value) = &expr.kind
            && (self.is_put_in_memory(value) || !self.reads_beside_calls(value))
        {
            return self.move_ahead(expr, effects);
        }
        match &mut expr.kind {
            ExprKind::Sequence { .. } => {
                let ExprKind::Sequence {
                    effects: inner,
                    value,
                } = std::mem::replace(&mut expr.kind, ExprKind::Zero)
                else {
                    return;
                };
                effects.extend(inner);
                *expr = *value;
                self.extract_calls(expr, effects);
            }
            ExprKind::Builtin(Builtin::NotNil, operands) => {
                for operand in operands {
                    self.extract_calls(operand, effects);
                }
            }
            ExprKind::Call(_)
            | ExprKind::Receive { .. }
            | ExprKind::Builtin(..)
            | ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::Cond { .. } => self.move_ahead(expr, effects),
            _ => {
                struct Extract<'b, 'l, 'c, 'a> {
                    body: &'b mut Body<'l, 'c, 'a>,
                    effects: &'b mut Effects,
                }
                impl VisitorMut for Extract<'_, '_, '_, '_> {
                    fn expr(&mut self, expr: &mut Expr) {
                        self.body.extract_calls(expr, self.effects);
                    }
                    fn closure(&mut self, _: &mut crate::ir::Closure) {}
                }
                visit::walk_expr_mut(&mut Extract { body: self, effects }, expr);
            }
        }
    }

    /// Whether an expression with calls reads something else than what they give.
    fn reads_beside_calls(&self, expr: &Expr) -> bool {
        if !crate::expr::has_calls(expr) {
            return self.reads_memory(expr);
        }
        let mut found = false;
        if !matches!(expr.kind, ExprKind::Call(_) | ExprKind::Receive { .. }) {
            each_child(expr, &mut |child| found = found || self.reads_beside_calls(child));
        }
        found
    }

    /// Evaluates into a local ahead of the expression around it.
    pub fn move_ahead(&mut self, value: &mut Expr, effects: &mut Effects) {
        let (ty, span) = (value.ty, value.span);
        let local = self.late_temp("t", ty, span);
        let read = self.local(local, span);
        effects.push((local, std::mem::replace(value, read)));
    }

    /// Reorders two operands; see [`Body::calls_first`].
    pub fn ordered_pair(&mut self, left: &mut Expr, right: &mut Expr) -> Effects {
        self.calls_first(&mut [left, right])
    }
}

/// Whether gc looks a key up at once, for which it makes no string of its own.
fn is_string_of_bytes(key: &Expr) -> bool {
    matches!(
        key.kind,
        ExprKind::Convert {
            op: Conversion::BytesToString,
            ..
        }
    )
}

/// Whether an expression has calls, or parts that satisfy `test`.
fn has_calls_or(expr: &Expr, test: impl Fn(&Expr) -> bool) -> bool {
    let mut found = crate::expr::has_calls(expr);
    visit::each_expr(expr, &mut |part| found = found || test(part));
    found
}

/// Calls `visit` for each direct operand.
fn each_child(expr: &Expr, visit: &mut dyn FnMut(&Expr)) {
    struct Each<'v>(&'v mut dyn FnMut(&Expr));
    impl visit::Visitor for Each<'_> {
        fn expr(&mut self, expr: &Expr) {
            (self.0)(expr);
        }
        fn closure(&mut self, _: &crate::ir::Closure) {}
    }
    visit::walk_expr(&mut Each(visit), expr);
}
