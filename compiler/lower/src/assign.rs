//! Assignments and variable declarations.

use crate::body::Body;
use crate::ir::{ArithOp, Expr, ExprKind, LocalId, Overflow, Place, StmtKind, Storage, TypeKind};
use goes_source::Span;
use goes_syntax::ast::{self, BinaryOp, ExprNode};
use goes_types::TypeId as Ty;
use goes_types::types::Type;

impl<'a> Body<'_, '_, 'a> {
    /// `lhs… = rhs…`
    pub fn assign(&mut self, lhs: &'a [ast::Expr], rhs: &'a [ast::Expr], span: Span) {
        match (lhs, rhs) {
            ([place], [value]) => self.assign_one(place, value, span),
            (_, [value]) => self.assign_tuple(lhs, value, span),
            _ => self.assign_many(lhs, rhs, span),
        }
    }

    fn assign_one(&mut self, lhs: &'a ExprNode, rhs: &'a ExprNode, span: Span) {
        let place = self.place(lhs);
        if let Place::Blank = place {
            return self.discard(rhs, span);
        }
        let ty = self.place_type(lhs);
        let value = self.value(rhs, ty);
        if self.must_go_ahead(&place, &value) {
            // What the call changes must be seen by the place's operands, which gc evaluates last.
            let place = self.settle_calls(place, span);
            let local = self.temp("v", value);
            let value = self.local(local, span);
            return self.store(place, value, span);
        }
        self.store(place, value, span);
    }

    /// `_ = x`
    fn discard(&mut self, rhs: &'a ExprNode, span: Span) {
        let value = self.expr(rhs);
        self.discard_value(value, span);
    }

    fn discard_value(&mut self, value: Expr, span: Span) {
        match value.kind {
            ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::FuncLit(_) => {}
            _ => self.push(
                StmtKind::Assign {
                    place: Place::Blank,
                    value,
                    in_place: false,
                },
                span,
            ),
        }
    }

    /// Whether calls that follow can be made after the place's operands have been read.
    fn is_settled(&self, place: &Place) -> bool {
        match place {
            Place::Local(_) | Place::Global(_) | Place::Blank => true,
            Place::Field { base, .. } => self.is_call_proof(base),
            Place::Index { base, index, .. } => self.is_call_proof(base) && self.is_call_proof(index),
            Place::MapIndex { map, key } => self.is_call_proof(map) && self.is_call_proof(key),
            Place::Deref(pointer) => self.is_call_proof(pointer),
        }
    }

    /// Whether running the value's calls could change where the place is, or must have happened before the
    /// place's operands fail.
    fn must_go_ahead(&self, place: &Place, value: &Expr) -> bool {
        crate::expr::has_calls(value) && !self.is_settled(place)
    }

    /// Whether a call cannot change the operand's value.
    fn is_call_proof(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Const(_) | ExprKind::Func(_) => true,
            ExprKind::Local(local) => {
                let facts = &self.state.locals[local.0 as usize];
                self.is_aggregate(expr.ty) || !facts.is_captured && facts.storage == Storage::Plain
            }
            ExprKind::Global(_) => self.is_aggregate(expr.ty),
            ExprKind::Field { base, .. } if self.is_aggregate(expr.ty) => {
                !matches!(self.kind_of(base.ty), TypeKind::Pointer(_)) && self.is_call_proof(base)
            }
            ExprKind::Arith { left, right, .. } => self.is_call_proof(left) && self.is_call_proof(right),
            ExprKind::Convert { operand, .. } => self.is_call_proof(operand),
            _ => false,
        }
    }

    /// Runs the calls in a place's operands now, in order. What else the operands do, such as failing for a nil
    /// pointer, they do when the place is assigned to.
    fn settle_calls(&mut self, mut place: Place, span: Span) -> Place {
        let mut effects = Vec::new();
        match &mut place {
            Place::Field { base: operand, .. } | Place::Deref(operand) => {
                self.extract_calls(operand, &mut effects);
            }
            Place::Index { base, index, .. } => {
                self.extract_calls(base, &mut effects);
                self.extract_calls(index, &mut effects);
            }
            Place::MapIndex { map, key } => {
                self.extract_calls(map, &mut effects);
                self.extract_calls(key, &mut effects);
            }
            Place::Local(_) | Place::Global(_) | Place::Blank => {}
        }
        self.settle(effects, span);
        place
    }

    /// Assigns to a place; values of structs and arrays move into the object that is there.
    pub fn store(&mut self, place: Place, value: Expr, span: Span) {
        let place = match place {
            Place::MapIndex { map, key } => {
                let key = self.own(*key);
                Place::MapIndex {
                    map,
                    key: Box::new(key),
                }
            }
            place => place,
        };
        self.note_write(&place);
        let in_place = self.is_aggregate(value.ty)
            && !matches!(place, Place::Local(_) | Place::Blank | Place::MapIndex { .. });
        self.push(
            StmtKind::Assign {
                place,
                value,
                in_place,
            },
            span,
        );
    }

    /// `a, b = x, y`. spec: "The assignment proceeds in two phases. First, the operands of index expressions
    /// and pointer indirections [...] on the left and the expressions on the right are all evaluated in the
    /// usual order. Second, the assignments are carried out in left-to-right order."
    fn assign_many(&mut self, lhs: &'a [ast::Expr], rhs: &'a [ast::Expr], span: Span) {
        let (places, types) = self.places(lhs, span);
        let written = written_locals(&places);
        let mut values = Vec::with_capacity(rhs.len());
        for (e, &ty) in rhs.iter().zip(&types) {
            values.push(if ty.is_invalid() {
                self.owned(e)
            } else {
                self.value(e, ty)
            });
        }
        let has_calls = values.iter().any(crate::expr::has_calls);
        let places: Vec<Place> = if has_calls && places.iter().any(|place| !self.is_settled(place)) {
            // gc reads the operands of the places after all calls.
            let places = places
                .into_iter()
                .map(|place| self.settle_calls(place, span))
                .collect();
            let mut effects = Vec::new();
            for value in &mut values {
                self.extract_calls(value, &mut effects);
            }
            self.settle(effects, span);
            places
        } else {
            places
        };
        let places = places
            .into_iter()
            .map(|place| self.keep_operands(place, &written))
            .collect();
        let mut effects = self.calls_first_in(&mut values);
        effects.extend(self.ordered_parts_first(&mut values));
        self.settle(effects, span);
        self.assign_all(places, values, span);
    }

    /// Puts operands that the statement itself changes into locals.
    pub fn keep_operands(&mut self, place: Place, written: &[LocalId]) -> Place {
        match place {
            Place::Field { base, field } => Place::Field {
                base: self.keep_operand(base, written),
                field,
            },
            Place::Index { base, index, bounds } => {
                let base = self.keep_operand(base, written);
                Place::Index {
                    base,
                    index: self.keep_operand(index, written),
                    bounds,
                }
            }
            Place::MapIndex { map, key } => {
                let map = self.keep_operand(map, written);
                Place::MapIndex {
                    map,
                    key: self.keep_operand(key, written),
                }
            }
            Place::Deref(pointer) => Place::Deref(self.keep_operand(pointer, written)),
            place => place,
        }
    }

    /// A struct or array around a place is no operand, but a place itself: that it is not there, because of an
    /// index or a nil pointer, shows only when it is assigned to.
    fn keep_operand(&mut self, expr: Box<Expr>, written: &[LocalId]) -> Box<Expr> {
        let (ty, span) = (expr.ty, expr.span);
        let kind = match expr.kind {
            ExprKind::Const(_) => return expr,
            ExprKind::Sequence { effects, value } => {
                self.settle(effects, span);
                return self.keep_operand(value, written);
            }
            ExprKind::Local(_) | ExprKind::Global(_) if self.is_aggregate(ty) => return expr,
            ExprKind::Local(local) => {
                let facts = &self.state.locals[local.0 as usize];
                if !written.contains(&local) && !facts.is_captured && facts.storage == Storage::Plain {
                    return expr;
                }
                expr.kind
            }
            ExprKind::Index { base, index, bounds } if self.is_aggregate(ty) => {
                let base = self.keep_operand(base, written);
                let index = self.keep_operand(index, written);
                let kind = ExprKind::Index { base, index, bounds };
                return Box::new(self.node(kind, ty, span));
            }
            ExprKind::Field { base, field } if self.is_aggregate(ty) => {
                let base = self.keep_operand(base, written);
                return Box::new(self.node(ExprKind::Field { base, field }, ty, span));
            }
            ExprKind::Deref(pointer) if self.is_aggregate(ty) => {
                let pointer = self.keep_operand(pointer, written);
                return Box::new(self.node(ExprKind::Deref(pointer), ty, span));
            }
            kind => kind,
        };
        let operand = self.node(kind, ty, span);
        Box::new(self.simple("p", operand))
    }

    /// Assigns values, all of which are evaluated first, to places with settled operands.
    pub fn assign_all(&mut self, places: Vec<Place>, values: Vec<Expr>, span: Span) {
        let are_locals = places.iter().all(|place| match place {
            Place::Blank => true,
            Place::Local(local) => {
                let facts = &self.state.locals[local.0 as usize];
                !facts.is_captured && facts.storage == Storage::Plain
            }
            _ => false,
        });
        let mut settled = Vec::with_capacity(values.len());
        let last = values.len().saturating_sub(1);
        for (index, value) in values.into_iter().enumerate() {
            // The last value may stay where it is if it is stored before anything else changes; others
            // only where no store before them can matter to them.
            let earlier = &places[..index];
            let is_free = match &value.kind {
                ExprKind::Const(_) => true,
                _ if !are_locals => false,
                _ => {
                    !crate::expr::has_calls(&value)
                        && !reads_any(&value, earlier)
                        && index <= last
                        && !self.can_fail(&value)
                }
            };
            if is_free {
                settled.push(value);
            } else {
                settled.push(self.simple("v", value));
            }
        }
        for (place, value) in places.into_iter().zip(settled) {
            if let Place::Blank = place {
                continue;
            }
            self.store(place, value, span);
        }
    }

    /// Whether evaluating may panic: then nothing must have been assigned yet.
    pub fn can_fail(&self, expr: &Expr) -> bool {
        let mut found = false;
        crate::visit::each_expr(expr, &mut |expr| {
            found |= match &expr.kind {
                ExprKind::Const(_)
                | ExprKind::Local(_)
                | ExprKind::Global(_)
                | ExprKind::Func(_)
                | ExprKind::FuncLit(_)
                | ExprKind::Zero
                | ExprKind::Copy(_)
                | ExprKind::Compare { .. }
                | ExprKind::Not(_)
                | ExprKind::And(..)
                | ExprKind::Or(..)
                | ExprKind::IsNil(_)
                | ExprKind::Concat(_)
                | ExprKind::Negate { .. }
                | ExprKind::Complement(_)
                | ExprKind::Convert { .. }
                | ExprKind::MakeInterface(_) => false,
                ExprKind::Arith { op, .. } => matches!(op, ArithOp::Div | ArithOp::Rem),
                ExprKind::Field { base, .. } => !self.is_aggregate(base.ty),
                _ => true,
            };
        });
        found
    }

    /// The left operands of an assignment, with their types; the blank identifier's is invalid.
    fn places(&mut self, lhs: &'a [ast::Expr], span: Span) -> (Vec<Place>, Vec<Ty>) {
        let mut places: Vec<Place> = Vec::with_capacity(lhs.len());
        let mut types = Vec::with_capacity(lhs.len());
        for e in lhs {
            let before = self.out.len();
            let place = self.place(e);
            // Calls in this place have gone ahead: those in the places before it go first.
            if self.out.len() > before {
                let ahead = self.out.split_off(before);
                places = (places.into_iter())
                    .map(|place| self.settle_calls(place, span))
                    .collect();
                self.out.extend(ahead);
            }
            types.push(match place {
                Place::Blank => Ty::INVALID,
                _ => self.place_type(e),
            });
            places.push(place);
        }
        (places, types)
    }

    /// `a, b = f()`, `v, ok = m[k]`
    fn assign_tuple(&mut self, lhs: &'a [ast::Expr], rhs: &'a ExprNode, span: Span) {
        let (places, types) = self.places(lhs, span);
        let written = written_locals(&places);
        let places: Vec<Place> = places
            .into_iter()
            .map(|place| self.settle_calls(place, span))
            .collect();
        let tuple = self.comma_ok(rhs);
        let parts = self.tuple_parts(rhs, tuple.ty);
        let is_plain = places
            .iter()
            .zip(&types)
            .zip(&parts)
            .all(|((place, &ty), &part)| match place {
                Place::Blank => true,
                Place::Local(_) | Place::Global(_) => {
                    let (to, from) = (self.cx.ty(ty), self.cx.ty(part));
                    to == from && !self.is_aggregate(to)
                }
                _ => false,
            });
        if is_plain {
            places.iter().for_each(|place| self.note_write(place));
            let places = places
                .into_iter()
                .map(|place| (!matches!(place, Place::Blank)).then_some(place))
                .collect();
            return self.push(StmtKind::AssignTuple { places, value: tuple }, span);
        }
        let mut locals = Vec::new();
        for (place, &part) in places.iter().zip(&parts) {
            locals.push(if let Place::Blank = place {
                None
            } else {
                let ty = self.cx.ty(part);
                Some(self.new_local("$r".to_string(), ty, span))
            });
        }
        self.push(
            StmtKind::LetTuple {
                locals: locals.clone(),
                init: tuple,
            },
            span,
        );
        // gc reads the operands of the places after the call.
        let places: Vec<Place> = places
            .into_iter()
            .map(|place| self.keep_operands(place, &written))
            .collect();
        for (((place, local), &from), &to) in places.into_iter().zip(locals).zip(&parts).zip(&types) {
            let Some(local) = local else { continue };
            let value = self.local(local, span);
            let value = self.assign_convert(value, from, to);
            self.store(place, value, span);
        }
    }

    /// The types of the parts of a tuple that `e` gives: its results, or a value and a bool.
    pub fn tuple_parts(&mut self, e: &'a ExprNode, tuple: crate::ir::TypeId) -> Vec<Ty> {
        let mut inner = e;
        while let ast::ExprKind::Paren(nested) = &inner.kind {
            inner = nested;
        }
        let ty = self.type_of(inner);
        let mut types = match &*self.cx.shared(ty) {
            Type::Tuple(types) => types.to_vec(),
            _ => vec![ty, Ty::basic(goes_types::BasicKind::Bool)],
        };
        // Recorded types may be untyped bools; the node tells the type that it really has.
        let crate::ir::TypeKind::Tuple(parts) = self.kind_of(tuple).clone() else {
            return types;
        };
        for (ty, part) in types.iter_mut().zip(parts) {
            if self.cx.ty(*ty) != part {
                *ty = self.cx.default_type(*ty);
            }
        }
        types
    }

    /// `x op= y`. spec: "An assignment operation x op= y [...] behaves like x = x op (y) but evaluates x only
    /// once."
    pub fn op_assign(&mut self, op: BinaryOp, x: &'a ExprNode, y: &'a ExprNode, span: Span) {
        let ty = self.place_type(x);
        let id = self.cx.ty(ty);
        let op = match crate::binary::arith_op(op) {
            Some(ArithOp::Add) if self.is_string(id) => ArithOp::Concat,
            Some(op) => op,
            None => return,
        };
        let place = self.place(x);
        let value = match op {
            ArithOp::Shl | ArithOp::Shr => self.shift_count(y),
            _ => match self.const_value(y) {
                Some(value) => self.cx.constant(&value, ty, y.span),
                None => self.expr(y),
            },
        };
        let is_own = match &place {
            Place::Local(local) => {
                let facts = &self.state.locals[local.0 as usize];
                !facts.is_captured && facts.storage == Storage::Plain
            }
            _ => false,
        };
        let (place, value) = if is_own || !crate::expr::has_calls(&value) {
            (place, value)
        } else {
            // gc reads x after the calls in y.
            (self.settle_calls(place, span), self.simple("v", value))
        };
        let place = self.stable_place(place, false);
        self.note_write(&place);
        self.push(
            StmtKind::AssignOp {
                place,
                op,
                value,
                overflow: Overflow::Checked,
            },
            span,
        );
    }

    /// `a, b := …`. spec: "Unlike regular variable declarations, a short variable declaration may redeclare
    /// variables provided they were originally declared earlier in the same block".
    pub fn define(&mut self, lhs: &'a [ast::Expr], rhs: &'a [ast::Expr], span: Span) {
        let are_new = lhs.iter().all(|e| match self.object_of(e.id) {
            Some(object) => !self.state.objects.contains_key(&object),
            None => true,
        });
        if lhs.len() == rhs.len() && (are_new || lhs.len() == 1) {
            let objects: Vec<_> = lhs.iter().map(|name| self.variable_of(name)).collect();
            return self.define_each(&objects, rhs, span);
        }
        if lhs.len() == rhs.len() {
            let mut parts = Vec::with_capacity(lhs.len());
            for (name, value) in lhs.iter().zip(rhs) {
                let object = self.variable_of(name);
                let value = match object {
                    Some(object) => {
                        let ty = self.object_type(object);
                        self.value(value, ty)
                    }
                    None => self.owned(value),
                };
                let value = if let ExprKind::Const(_) = value.kind {
                    value
                } else {
                    let span = value.span;
                    let local = self.temp("v", value);
                    self.local(local, span)
                };
                parts.push((object, value));
            }
            for (object, value) in parts {
                if let Some(object) = object {
                    self.let_object(object, value, span);
                }
            }
            return;
        }
        if let [value] = rhs {
            let objects: Vec<_> = lhs.iter().map(|name| self.variable_of(name)).collect();
            self.define_tuple(&objects, value, span);
        }
    }

    /// The variable on the left of `:=`; `None` for the blank identifier.
    fn variable_of(&self, e: &ExprNode) -> Option<goes_types::ObjectId> {
        match &e.kind {
            ast::ExprKind::Ident(name) if name.is_blank() => None,
            _ => self.object_of(e.id),
        }
    }

    /// Declares a variable with its value, or assigns if it exists already.
    pub fn let_object(&mut self, object: goes_types::ObjectId, value: Expr, span: Span) {
        match self.state.objects.get(&object) {
            Some(&local) => self.store(Place::Local(local), value, span),
            None => {
                let local = self.declare(object);
                self.push(
                    StmtKind::Let {
                        local,
                        init: Some(value),
                    },
                    span,
                );
            }
        }
    }

    /// `var a, b = x, y` and `var a, b = f()`
    pub fn declare_values(&mut self, names: &'a [ast::Ident], values: &'a [ast::Expr], span: Span) {
        let object = |body: &Self, name: &ast::Ident| {
            if name.name.is_blank() {
                None
            } else {
                body.object_of(name.id)
            }
        };
        if names.len() == values.len() {
            let objects: Vec<_> = names.iter().map(|name| object(self, name)).collect();
            self.define_each(&objects, values, span);
        } else if let [value] = values {
            let objects: Vec<_> = names.iter().map(|name| object(self, name)).collect();
            self.define_tuple(&objects, value, span);
        }
    }

    /// Declares variables with a value each, all of which are evaluated before; the blank identifier has no object.
    fn define_each(&mut self, objects: &[Option<goes_types::ObjectId>], values: &'a [ast::Expr], span: Span) {
        if let ([None], [value]) = (objects, values) {
            return self.discard(value, span);
        }
        let mut lowered = Vec::with_capacity(values.len());
        for (object, value) in objects.iter().zip(values) {
            lowered.push(match object {
                Some(object) => {
                    let ty = self.object_type(*object);
                    self.value(value, ty)
                }
                None => self.owned(value),
            });
        }
        if lowered.len() > 1 {
            let mut effects = self.calls_first_in(&mut lowered);
            effects.extend(self.ordered_parts_first(&mut lowered));
            self.settle(effects, span);
        }
        for (object, value) in objects.iter().zip(lowered) {
            match object {
                Some(object) => self.let_object(*object, value, span),
                None => self.discard_value(value, span),
            }
        }
    }

    fn define_tuple(&mut self, objects: &[Option<goes_types::ObjectId>], value: &'a ExprNode, span: Span) {
        let tuple = self.comma_ok(value);
        let parts = self.tuple_parts(value, tuple.ty);
        let mut locals = Vec::with_capacity(objects.len());
        let mut later = Vec::new();
        for (&object, &part) in objects.iter().zip(&parts) {
            let Some(object) = object else {
                locals.push(None);
                continue;
            };
            let ty = self.object_type(object);
            let (to, from) = (self.cx.ty(ty), self.cx.ty(part));
            if to == from && !self.state.objects.contains_key(&object) {
                locals.push(Some(self.declare(object)));
            } else {
                let local = self.new_local("$r".to_string(), from, span);
                locals.push(Some(local));
                later.push((object, local, part, ty));
            }
        }
        let are_all_old = later.len() == locals.iter().flatten().count()
            && later.iter().all(|&(object, _, part, ty)| {
                self.state.objects.contains_key(&object) && part == ty && !self.cx.is_aggregate(ty)
            });
        if are_all_old && !later.is_empty() {
            let mut places: Vec<Option<Place>> = objects.iter().map(|_| None).collect();
            for (slot, object) in places.iter_mut().zip(objects) {
                if let Some(local) = object.and_then(|object| self.state.objects.get(&object)).copied() {
                    self.note_write(&Place::Local(local));
                    *slot = Some(Place::Local(local));
                }
            }
            return self.push(StmtKind::AssignTuple { places, value: tuple }, span);
        }
        self.push(StmtKind::LetTuple { locals, init: tuple }, span);
        for (object, local, from, to) in later {
            let value = self.local(local, span);
            let value = self.assign_convert(value, from, to);
            self.let_object(object, value, span);
        }
    }
}

/// The locals among some places.
pub(crate) fn written_locals(places: &[Place]) -> Vec<LocalId> {
    places
        .iter()
        .filter_map(|place| {
            if let Place::Local(local) = place {
                Some(*local)
            } else {
                None
            }
        })
        .collect()
}

/// Whether the expression reads a local that one of the places is.
fn reads_any(expr: &Expr, places: &[Place]) -> bool {
    let mut found = false;
    crate::visit::each_expr(expr, &mut |expr| {
        if let ExprKind::Local(local) = &expr.kind {
            found |= places
                .iter()
                .any(|place| matches!(place, Place::Local(other) if other == local));
        }
    });
    found
}
