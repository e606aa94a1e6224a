//! Expressions.
//!
//! [`Body::expr`] gives an expression that is only read: for a struct or array it may be the very object
//! that a variable holds. [`Body::owned`] gives one that the receiver may keep. [`Body::value`] moreover
//! converts to the type that is wanted.

use crate::body::Body;
use crate::ir::{Bounds, Closure, Const, Conversion, Expr, ExprKind, IntKind, TypeKind};
use crate::reach::Lowerer;
use crate::visit::{Visitor, walk_expr};
use goes_source::Span;
use goes_syntax::ast::{self, ExprNode, UnaryOp};
use goes_types::constant::Value;
use goes_types::types::Type;
use goes_types::{BasicKind, Mode, ObjectId, ObjectKind, TypeId as Ty};
use num_traits::ToPrimitive;

impl Lowerer<'_, '_> {
    /// A constant of a concrete type.
    pub fn constant(&mut self, value: &Value, ty: Ty, span: Span) -> Expr {
        let under = self.under(ty);
        let Type::Basic(kind) = &*under else {
            return self.boxed_constant(value, ty, span);
        };
        let constant = const_of(value, *kind);
        Expr {
            kind: ExprKind::Const(constant),
            ty: self.ty(ty),
            span,
        }
    }

    /// A constant where an interface is wanted has its default type.
    fn boxed_constant(&mut self, value: &Value, ty: Ty, span: Span) -> Expr {
        let kind = match value {
            Value::Bool(_) => BasicKind::Bool,
            Value::String(_) => BasicKind::String,
            Value::Int(_) | Value::Unknown => BasicKind::Int,
            Value::Float(_) | Value::Huge(_) => BasicKind::Float64,
            Value::Complex(_) => BasicKind::Complex128,
        };
        let concrete = Ty::basic(kind);
        let inner = self.constant(value, concrete, span);
        self.put_into_interface(concrete);
        Expr {
            kind: ExprKind::MakeInterface(Box::new(inner)),
            ty: self.ty(ty),
            span,
        }
    }
}

/// The value as the representation of a basic type.
pub(crate) fn const_of(value: &Value, kind: BasicKind) -> Const {
    use BasicKind as K;
    match kind {
        K::Bool | K::UntypedBool => Const::Bool(value.as_bool().unwrap_or_default()),
        K::String | K::UntypedString => Const::String(value.as_bytes().unwrap_or_default().to_vec()),
        K::Float32 => Const::Float(f64::from(value.to_f64().unwrap_or_default() as f32)),
        K::Float64 | K::UntypedFloat => Const::Float(value.to_f64().unwrap_or_default()),
        K::Complex64 | K::Complex128 | K::UntypedComplex => {
            let part = |part: Value| {
                let part = part.to_f64().unwrap_or_default();
                if kind == K::Complex64 {
                    f64::from(part as f32)
                } else {
                    part
                }
            };
            Const::Complex(part(value.real()), part(value.imag()))
        }
        K::UntypedNil => Const::Nil,
        _ => match value.to_int() {
            Value::Int(value) => Const::Int(value),
            _ => Const::Int(0.into()),
        },
    }
}

impl<'a> Body<'_, '_, 'a> {
    /// An expression of its own type, to be read.
    pub fn expr(&mut self, e: &'a ExprNode) -> Expr {
        if let Some(value) = self.const_value(e) {
            let ty = self.type_of(e);
            return self.cx.constant(&value, ty, e.span);
        }
        if self.mode(e) == Mode::Nil {
            let ty = self.type_of(e);
            return self.nil(ty, e.span);
        }
        match &e.kind {
            ast::ExprKind::Ident(_) => self.ident(e),
            ast::ExprKind::Paren(inner) => self.expr(inner),
            ast::ExprKind::CompositeLit(lit) => self.composite_lit(e, lit),
            ast::ExprKind::FuncLit(lit) => self.func_lit(e, lit),
            ast::ExprKind::Selector(x, sel) => self.selector(e, x, sel),
            ast::ExprKind::Index(x, indices) => self.index_expr(e, x, indices),
            ast::ExprKind::Slice(slice) => self.slice_expr(e, slice),
            ast::ExprKind::TypeAssert(x, _) => self.type_assert(e, x, false),
            ast::ExprKind::Call(call) => self.call_expr(e, call),
            ast::ExprKind::Star(x) => {
                let pointer = self.expr(x);
                let ty = self.expr_ty(e);
                self.node(ExprKind::Deref(Box::new(pointer)), ty, e.span)
            }
            ast::ExprKind::Unary(op, x) => self.unary(e, *op, x),
            ast::ExprKind::Binary(op, x, y) => self.binary(e, *op, x, y),
            _ => self.invalid(e.span),
        }
    }

    /// What stands for an expression whose error has been reported.
    pub fn invalid(&mut self, span: Span) -> Expr {
        let ty = self.cx.unit();
        self.node(ExprKind::Zero, ty, span)
    }

    pub fn expr_ty(&mut self, e: &ExprNode) -> crate::ir::TypeId {
        let ty = self.type_of(e);
        self.cx.ty(ty)
    }

    /// The predeclared nil as a value of a type.
    pub fn nil(&mut self, ty: Ty, span: Span) -> Expr {
        let ty = self.cx.ty(ty);
        self.node(ExprKind::Const(Const::Nil), ty, span)
    }

    pub fn zero(&mut self, ty: Ty, span: Span) -> Expr {
        let ty = self.cx.ty(ty);
        self.node(ExprKind::Zero, ty, span)
    }

    pub fn bool_const(&mut self, value: bool, span: Span) -> Expr {
        let ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        self.node(ExprKind::Const(Const::Bool(value)), ty, span)
    }

    pub fn int_const(&mut self, value: i64, span: Span) -> Expr {
        let ty = self.cx.ty(Ty::basic(BasicKind::Int));
        self.node(ExprKind::Const(Const::Int(value.into())), ty, span)
    }

    /// A value of its own type that may be kept.
    pub fn owned(&mut self, e: &'a ExprNode) -> Expr {
        let expr = self.expr(e);
        self.own(expr)
    }

    /// Copies a struct or array unless nothing else refers to it.
    /// spec: "the value of the operand is copied", for assignments and parameters alike.
    pub fn own(&mut self, expr: Expr) -> Expr {
        if !self.is_aggregate(expr.ty) || is_fresh(&expr) {
            return expr;
        }
        let (ty, span) = (expr.ty, expr.span);
        self.node(ExprKind::Copy(Box::new(expr)), ty, span)
    }

    /// A value that may be kept, converted as assignment to `target` does.
    pub fn value(&mut self, e: &'a ExprNode, target: Ty) -> Expr {
        if let Some(value) = self.const_value(e) {
            let from = self.type_of(e);
            let is_interface = self.cx.is_interface(target);
            if !is_interface && self.cx.checker.types.get(from) != self.cx.checker.types.get(target) {
                let under = self.cx.under(target);
                if let Type::Basic(_) = &*under {
                    return self.cx.constant(&value, target, e.span);
                }
            }
        }
        if self.mode(e) == Mode::Nil {
            return self.nil(target, e.span);
        }
        // A composite literal without type takes that of its surroundings.
        let from = self.type_of(e);
        let expr = self.owned(e);
        self.assign_convert(expr, from, target)
    }

    fn ident(&mut self, e: &'a ExprNode) -> Expr {
        match self.object_of(e.id) {
            Some(object) => self.object_value(e, object),
            None => self.invalid(e.span),
        }
    }

    /// A variable or function as a value. `e` is the identifier or qualified identifier.
    pub fn object_value(&mut self, e: &ExprNode, object: ObjectId) -> Expr {
        match &self.cx.object(object).kind {
            ObjectKind::Var(goes_types::object::VarKind::Package) => {
                let global = self.cx.global(object);
                let ty = self.cx.program.globals[global.0 as usize].ty;
                self.node(ExprKind::Global(global), ty, e.span)
            }
            ObjectKind::Var(_) => {
                let local = match self.state.objects.get(&object) {
                    Some(&local) => local,
                    None => self.declare(object),
                };
                self.local(local, e.span)
            }
            ObjectKind::Func { .. } => {
                let args = self.instance_args(e);
                let func = self.cx.function(object, &args);
                let ty = self.object_type(object);
                let ty = self.instantiated(ty, &args);
                let ty = self.cx.ty(ty);
                self.node(ExprKind::Func(func), ty, e.span)
            }
            _ => self.invalid(e.span),
        }
    }

    /// The concrete type arguments of a generic function, written or inferred.
    pub fn instance_args(&mut self, e: &ExprNode) -> Vec<Ty> {
        let args = match &e.kind {
            ast::ExprKind::Selector(_, sel) => self
                .info()
                .instances
                .get(&e.id)
                .or_else(|| self.info().instances.get(&sel.id))
                .cloned(),
            _ => self.info().instances.get(&e.id).cloned(),
        };
        args.map(|args| args.iter().map(|&arg| self.concrete(arg)).collect())
            .unwrap_or_default()
    }

    /// A signature with its own type parameters replaced.
    pub fn instantiated(&mut self, signature: Ty, args: &[Ty]) -> Ty {
        let Some(generic) = self.cx.signature(signature) else {
            return signature;
        };
        if generic.type_params.is_empty() {
            return signature;
        }
        let plain =
            self.cx
                .checker
                .types
                .signature_of(&generic.params, &generic.results, generic.is_variadic);
        let with = goes_types::Substitution {
            from: generic.type_params.to_vec(),
            to: args.to_vec(),
        };
        self.cx.checker.types.subst(plain, &with)
    }

    fn index_expr(&mut self, e: &'a ExprNode, x: &'a ExprNode, indices: &'a [ast::Expr]) -> Expr {
        // `f[T]`: the instance is recorded with the name.
        let operand_ty = self.type_of(x);
        if let Type::Signature(_) = &*self.cx.under(operand_ty) {
            return self.expr(x);
        }
        let Some(index) = indices.first() else {
            return self.invalid(e.span);
        };
        if let Type::Map { .. } = &*self.cx.under(operand_ty) {
            return self.map_index(e, x, index, false);
        }
        let mut base = self.expr(x);
        let mut index = self.index_value(index);
        let effects = self.ordered_pair(&mut base, &mut index);
        let ty = self.element_ty(operand_ty, e);
        let kind = ExprKind::Index {
            base: Box::new(base),
            index: Box::new(index),
            bounds: Bounds::Checked,
        };
        let value = self.node(kind, ty, e.span);
        self.sequence(effects, value)
    }

    /// The type of `x[i]`: as recorded, but for type parameters that of the concrete operand.
    fn element_ty(&mut self, operand: Ty, e: &ExprNode) -> crate::ir::TypeId {
        let elem = match &*self.cx.under(operand) {
            Type::Slice(elem) | Type::Array { elem, .. } => Some(*elem),
            Type::Pointer(array) => match &*self.cx.under(*array) {
                Type::Array { elem, .. } => Some(*elem),
                _ => None,
            },
            _ => None,
        };
        match elem {
            Some(elem) => self.cx.ty(elem),
            None => self.expr_ty(e),
        }
    }

    /// An index or length: constants become `int`s.
    pub fn index_value(&mut self, e: &'a ExprNode) -> Expr {
        if let Some(value) = self.const_value(e) {
            return self.cx.constant(&value, Ty::basic(BasicKind::Int), e.span);
        }
        let index = self.expr(e);
        // What is beyond the exact numbers is beyond every length, so that the other representation tells as much.
        if !matches!(self.kind_of(index.ty), TypeKind::Int(IntKind::Uint64)) {
            return index;
        }
        let ty = self.cx.ty(Ty::basic(BasicKind::Uint));
        self.node(
            ExprKind::Convert {
                op: Conversion::Numeric,
                operand: Box::new(index),
            },
            ty,
            e.span,
        )
    }

    pub fn map_index(
        &mut self,
        e: &'a ExprNode,
        x: &'a ExprNode,
        index: &'a ExprNode,
        comma_ok: bool,
    ) -> Expr {
        let operand_ty = self.type_of(x);
        let (key_ty, elem) = match &*self.cx.under(operand_ty) {
            Type::Map { key, elem } => (*key, *elem),
            _ => return self.invalid(e.span),
        };
        let mut map = self.expr(x);
        let mut key = self.read_as(index, key_ty);
        let effects = self.ordered_pair(&mut map, &mut key);
        let ty = if comma_ok {
            self.comma_ok_ty(elem)
        } else {
            self.cx.ty(elem)
        };
        let value = self.node(
            ExprKind::MapIndex {
                map: Box::new(map),
                key: Box::new(key),
                comma_ok,
            },
            ty,
            e.span,
        );
        self.sequence(effects, value)
    }

    /// Like [`Body::value`], without a copy: the value is only looked at.
    pub fn read_as(&mut self, e: &'a ExprNode, target: Ty) -> Expr {
        if self.cx.is_interface(target) || self.const_value(e).is_some() || self.mode(e) == Mode::Nil {
            return self.value(e, target);
        }
        let from = self.type_of(e);
        let expr = self.expr(e);
        self.assign_convert(expr, from, target)
    }

    /// The tuple of a value and whether there was one.
    pub fn comma_ok_ty(&mut self, ty: Ty) -> crate::ir::TypeId {
        self.cx.tuple(&[ty, Ty::basic(BasicKind::Bool)])
    }

    /// An expression in its two-valued form.
    pub fn comma_ok(&mut self, e: &'a ExprNode) -> Expr {
        match &e.kind {
            ast::ExprKind::Paren(inner) => self.comma_ok(inner),
            ast::ExprKind::Index(x, indices) if !indices.is_empty() => {
                self.map_index(e, x, &indices[0], true)
            }
            ast::ExprKind::TypeAssert(x, _) => self.type_assert(e, x, true),
            ast::ExprKind::Unary(UnaryOp::Receive, x) => self.receive(e, x, true),
            _ => self.expr(e),
        }
    }

    fn slice_expr(&mut self, e: &'a ExprNode, slice: &'a ast::SliceExpr) -> Expr {
        let operand_ty = self.type_of(&slice.operand);
        let mut base = self.expr(&slice.operand);
        // spec: "If the sliced operand is an array, it must be addressable and the result of the slice
        // operation is a slice with the same element type as the array."
        if let Type::Array { .. } = &*self.cx.under(operand_ty) {
            base = self.address_of(base, operand_ty);
        }
        let bound =
            |body: &mut Self, e: &'a Option<ast::Expr>| e.as_ref().map(|e| Box::new(body.index_value(e)));
        let mut low = bound(self, &slice.low);
        let mut high = bound(self, &slice.high);
        let mut max = bound(self, &slice.max);
        let bounds = [&mut low, &mut high, &mut max]
            .into_iter()
            .filter_map(|bound| bound.as_deref_mut());
        let effects = self.bounds_in_order(&mut base, bounds.collect());
        let ty = self.sliced_ty(operand_ty, e);
        let value = self.node(
            ExprKind::Slice {
                base: Box::new(base),
                low,
                high,
                max,
            },
            ty,
            e.span,
        );
        self.sequence(effects, value)
    }

    fn sliced_ty(&mut self, operand: Ty, e: &ExprNode) -> crate::ir::TypeId {
        let elem = match &*self.cx.under(operand) {
            Type::Array { elem, .. } => Some(*elem),
            Type::Pointer(array) => match &*self.cx.under(*array) {
                Type::Array { elem, .. } => Some(*elem),
                _ => None,
            },
            _ => None,
        };
        match elem {
            Some(elem) => {
                let slice = self.cx.checker.types.slice_of(elem);
                self.cx.ty(slice)
            }
            None => self.expr_ty(e),
        }
    }

    pub fn type_assert(&mut self, e: &'a ExprNode, x: &'a ExprNode, comma_ok: bool) -> Expr {
        let ast::ExprKind::TypeAssert(_, Some(target)) = &e.kind else {
            return self.invalid(e.span);
        };
        let target = self.type_of(target);
        let operand = self.expr(x);
        self.note_target(target);
        let target_ty = self.cx.ty(target);
        let ty = if comma_ok {
            self.comma_ok_ty(target)
        } else {
            target_ty
        };
        self.node(
            ExprKind::TypeAssert {
                operand: Box::new(operand),
                target: target_ty,
                comma_ok,
            },
            ty,
            e.span,
        )
    }

    /// A reached operation looks for values of that type in interfaces.
    pub fn note_target(&mut self, target: Ty) {
        if self.cx.is_interface(target) {
            self.cx.use_interface(target);
        } else {
            let id = self.cx.ty(target);
            self.cx.program.types[id.0 as usize].uses.in_interface = true;
        }
    }

    fn unary(&mut self, e: &'a ExprNode, op: UnaryOp, x: &'a ExprNode) -> Expr {
        match op {
            UnaryOp::Plus => self.expr(x),
            UnaryOp::Minus => {
                let (operand, ty) = (Box::new(self.expr(x)), self.expr_ty(e));
                self.node(
                    ExprKind::Negate {
                        operand,
                        overflow: crate::ir::Overflow::Checked,
                    },
                    ty,
                    e.span,
                )
            }
            UnaryOp::Complement => {
                let (operand, ty) = (Box::new(self.expr(x)), self.expr_ty(e));
                self.node(ExprKind::Complement(operand), ty, e.span)
            }
            UnaryOp::Not => {
                let (operand, ty) = (Box::new(self.expr(x)), self.expr_ty(e));
                self.node(ExprKind::Not(operand), ty, e.span)
            }
            UnaryOp::Address => self.address_expr(e, x),
            UnaryOp::Receive => self.receive(e, x, false),
            UnaryOp::Tilde => self.invalid(e.span),
        }
    }

    pub fn receive(&mut self, e: &'a ExprNode, x: &'a ExprNode, comma_ok: bool) -> Expr {
        let chan_ty = self.type_of(x);
        let Type::Chan { elem, .. } = *self.cx.under(chan_ty) else {
            return self.invalid(e.span);
        };
        let chan = self.expr(x);
        let ty = if comma_ok {
            self.comma_ok_ty(elem)
        } else {
            self.cx.ty(elem)
        };
        self.node(
            ExprKind::Receive {
                chan: Box::new(chan),
                comma_ok,
            },
            ty,
            e.span,
        )
    }

    /// Evaluates to a local or constant, by way of a new local where need be.
    pub fn simple(&mut self, name: &str, expr: Expr) -> Expr {
        match &expr.kind {
            ExprKind::Const(_) | ExprKind::Func(_) => expr,
            ExprKind::Local(local) if self.state.locals[local.0 as usize].name.starts_with('$') => expr,
            _ => {
                let span = expr.span;
                let local = self.temp(name, expr);
                self.local(local, span)
            }
        }
    }

    pub fn is_string(&self, ty: crate::ir::TypeId) -> bool {
        self.cx.program.types[ty.0 as usize].kind == TypeKind::String
    }

    /// An integer constant expression, e.g. the index of a literal's element.
    pub fn const_index(&self, e: &ExprNode) -> Option<u64> {
        match self.const_value(e)?.to_int() {
            Value::Int(value) => value.to_u64(),
            _ => None,
        }
    }
}

/// Whether nothing else refers to the struct or array that the expression gives.
pub(crate) fn is_fresh(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Zero
        | ExprKind::Copy(_)
        | ExprKind::StructLit(_)
        | ExprKind::ArrayLit { .. }
        | ExprKind::Call(_)
        | ExprKind::Receive { .. }
        | ExprKind::TupleElement { .. } => true,
        ExprKind::Convert { op, operand } => *op == Conversion::SliceToArray || is_fresh(operand),
        ExprKind::Cond { then, els, .. } => is_fresh(then) && is_fresh(els),
        ExprKind::Sequence { value, .. } => is_fresh(value),
        _ => false,
    }
}

/// Whether evaluating the expression can neither have an effect nor depend on one that evaluating a
/// neighbour has, however often it is evaluated.
pub(crate) fn is_simple(expr: &Expr) -> bool {
    matches!(
        &expr.kind,
        ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Func(_)
    )
}

/// Whether evaluating the expression runs code that may write to variables: a call, a receive operation.
/// What is too large to be looked through time and again may.
pub(crate) fn has_calls(expr: &Expr) -> bool {
    const MAX_NODES: u32 = 4_000;
    let mut search = CallSearch {
        found: false,
        left: MAX_NODES,
    };
    search.expr(expr);
    search.found
}

struct CallSearch {
    found: bool,
    /// How many nodes may still be looked at.
    left: u32,
}

impl Visitor for CallSearch {
    fn expr(&mut self, expr: &Expr) {
        use crate::ir::Builtin as B;
        let is_call = match &expr.kind {
            ExprKind::Call(_) | ExprKind::Receive { .. } | ExprKind::Sequence { .. } => true,
            ExprKind::Builtin(op, _) => matches!(
                op,
                B::Recover
                    | B::Panic
                    | B::Copy
                    | B::CopyString
                    | B::Append
                    | B::AppendSlice
                    | B::AppendString
                    | B::Delete
            ),
            _ => false,
        };
        self.found |= is_call || self.left == 0;
        if !self.found {
            self.left -= 1;
            walk_expr(self, expr);
        }
    }

    fn closure(&mut self, _: &Closure) {}
}
