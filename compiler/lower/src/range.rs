//! `for … range` over everything but functions.

use crate::body::{Body, TargetKind};
use crate::ir::{
    ArithOp, Bounds, Builtin, CompareOp, Expr, ExprKind, LabelId, LocalId, Overflow, Place, Stmt, StmtKind,
    Storage, TypeId,
};
use crate::loops::PER_ITERATION_SINCE;
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, ExprNode, RangeStmt};
use goes_types::types::Type;
use goes_types::{BasicKind, ObjectId, TypeId as Ty};

/// What receives the values of an iteration.
#[derive(Copy, Clone)]
pub(crate) enum RangeVar<'a> {
    /// Absent or blank.
    None,
    Declared(ObjectId),
    Assigned(&'a ExprNode),
}

impl RangeVar<'_> {
    fn is_none(&self) -> bool {
        matches!(self, RangeVar::None)
    }
}

impl<'a> Body<'_, '_, 'a> {
    pub fn range_stmt(&mut self, stmt: &'a RangeStmt, name: Option<Symbol>, span: Span) {
        let ty = self.type_of(&stmt.operand);
        let key = self.range_var(stmt.key.as_deref(), stmt.is_define);
        let value = self.range_var(stmt.value.as_deref(), stmt.is_define);
        match &*self.cx.under(ty) {
            Type::Basic(_) if self.is_string_type(ty) => self.range_string(stmt, key, value, name, span),
            Type::Basic(_) => self.range_int(stmt, key, name, span),
            Type::Slice(elem) => self.range_slice(stmt, *elem, key, value, name, span),
            Type::Array { len, elem } => self.range_array(stmt, *len, *elem, key, value, name, span),
            Type::Pointer(base) => {
                if let Type::Array { len, elem } = *self.cx.under(*base) {
                    self.range_array(stmt, len, elem, key, value, name, span);
                }
            }
            Type::Map { key: key_ty, elem } => self.range_map(stmt, (*key_ty, *elem), key, value, name, span),
            Type::Chan { elem, .. } => self.range_chan(stmt, *elem, key, name, span),
            Type::Signature(signature) => self.range_func(stmt, signature, key, value, name, span),
            _ => {}
        }
    }

    fn is_string_type(&mut self, ty: Ty) -> bool {
        matches!(
            &*self.cx.under(ty),
            Type::Basic(BasicKind::String | BasicKind::UntypedString)
        )
    }

    fn range_var(&self, e: Option<&'a ExprNode>, is_define: bool) -> RangeVar<'a> {
        let Some(e) = e else { return RangeVar::None };
        match &e.kind {
            ast::ExprKind::Ident(name) if name.is_blank() => RangeVar::None,
            _ if is_define => self.object_of(e.id).map_or(RangeVar::None, RangeVar::Declared),
            _ => RangeVar::Assigned(e),
        }
    }

    /// Lowers the loop's body, with what gives the variables their values put before it.
    pub fn range_body(
        &mut self,
        stmt: &'a RangeStmt,
        name: Option<Symbol>,
        prologue: impl FnOnce(&mut Self),
    ) -> (Vec<Stmt>, Option<LabelId>) {
        let mut body = Vec::new();
        let label = self.within(name, TargetKind::Loop, |cx, _| {
            body = cx.collect(|cx| {
                prologue(cx);
                cx.stmts(&stmt.body.stmts);
            });
        });
        (body, label)
    }

    /// Hands the values of an iteration to their variables, to several as a tuple assignment does.
    fn bind_vars(&mut self, vars: Vec<(RangeVar<'a>, Expr, Ty)>, span: Span) {
        let mut assigned = Vec::new();
        for (var, value, from) in vars {
            match var {
                RangeVar::None => {}
                RangeVar::Declared(object) => {
                    let local = self.declare(object);
                    self.push(
                        StmtKind::Let {
                            local,
                            init: Some(value),
                        },
                        span,
                    );
                }
                RangeVar::Assigned(e) => {
                    let place = self.place(e);
                    let to = self.place_type(e);
                    assigned.push((place, self.assign_convert(value, from, to)));
                }
            }
        }
        let (places, values): (Vec<_>, Vec<_>) = assigned.into_iter().unzip();
        if places.len() < 2 {
            for (place, value) in places.into_iter().zip(values) {
                self.store(place, value, span);
            }
            return;
        }
        let written = crate::assign::written_locals(&places);
        let places = places
            .into_iter()
            .map(|place| self.keep_operands(place, &written))
            .collect();
        self.assign_all(places, values, span);
    }

    /// Before Go 1.22 all iterations share their variables; that shows if closures or pointers keep them.
    fn share_declared(&mut self, var: RangeVar<'a>, body: &mut [Stmt], span: Span) {
        let RangeVar::Declared(object) = var else { return };
        if self.version() >= PER_ITERATION_SINCE {
            return;
        }
        let Some(&local) = self.state.objects.get(&object) else {
            return;
        };
        let facts = &self.state.locals[local.0 as usize];
        let is_kept = facts.is_captured
            || facts.storage == Storage::Boxed
            || self.state.facts[local.0 as usize].is_address_taken;
        if !is_kept {
            return;
        }
        let ty = facts.ty;
        self.state.locals[local.0 as usize].is_reassigned = true;
        let zero = self.node(ExprKind::Zero, ty, span);
        self.push(
            StmtKind::Let {
                local,
                init: Some(zero),
            },
            span,
        );
        for stmt in body {
            if let StmtKind::Let { local: other, init } = &mut stmt.kind
                && *other == local
                && let Some(value) = init.take()
            {
                let in_place = self.is_aggregate(ty);
                stmt.kind = StmtKind::Assign {
                    place: Place::Local(local),
                    value,
                    in_place,
                };
                return;
            }
        }
    }

    /// A loop that counts from 0. `limit` gives what the counter stays below, once more in each iteration.
    #[expect(clippy::too_many_arguments, reason = "the parts of a range clause")]
    fn counted(
        &mut self,
        stmt: &'a RangeStmt,
        key: RangeVar<'a>,
        key_ty: Ty,
        limit: Expr,
        value: Option<(RangeVar<'a>, Expr, Ty)>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let id = self.cx.ty(key_ty);
        let declared = match key {
            RangeVar::Declared(object) => Some(self.declare(object)),
            _ => None,
        };
        let mut counter = declared.unwrap_or_else(|| self.new_local("$i".to_string(), id, span));
        let value_var = value.as_ref().map(|&(var, ..)| var);
        let (mut body, label) = self.range_body(stmt, name, |cx| {
            let index = cx.node(ExprKind::Local(counter), id, span);
            let mut vars = Vec::new();
            if let RangeVar::Assigned(_) = key {
                vars.push((key, index.clone(), key_ty));
            }
            if let Some((var, base, elem)) = value {
                let elem_id = cx.cx.ty(elem);
                let kind = ExprKind::Index {
                    base: Box::new(base),
                    index: Box::new(index),
                    bounds: Bounds::Proven,
                };
                let element = cx.node(kind, elem_id, span);
                vars.push((var, cx.own(element), elem));
            }
            cx.bind_vars(vars, span);
        });
        if let Some(var) = value_var {
            self.share_declared(var, &mut body, span);
        }
        let is_shared = self.version() < PER_ITERATION_SINCE;
        if let Some(local) = declared {
            let facts = &self.state.locals[local.0 as usize];
            let has_own_life =
                facts.is_reassigned || facts.storage == Storage::Boxed || is_shared && facts.is_captured;
            if has_own_life {
                counter = self.new_local("$i".to_string(), id, span);
                let value = self.node(ExprKind::Local(counter), id, span);
                body.insert(
                    0,
                    Stmt {
                        kind: StmtKind::Let {
                            local,
                            init: Some(value),
                        },
                        span,
                    },
                );
                self.share_declared(key, &mut body, span);
            }
        }
        let is_captured = self.state.locals[counter.0 as usize].is_captured;
        self.state.locals[counter.0 as usize].is_reassigned = true;
        self.state.locals[counter.0 as usize].is_number = self.is_mixed(id);
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let read = self.node(ExprKind::Local(counter), id, span);
        let cond = ExprKind::Compare {
            op: CompareOp::Less,
            left: Box::new(read),
            right: Box::new(limit),
        };
        let cond = self.node(cond, bool_ty, span);
        let start = self
            .cx
            .constant(&goes_types::constant::Value::int(0), key_ty, span);
        let one = self
            .cx
            .constant(&goes_types::constant::Value::int(1), key_ty, span);
        let overflow = if self.is_mixed(id) {
            Overflow::Proven
        } else {
            Overflow::Checked
        };
        let post = StmtKind::AssignOp {
            place: Place::Local(counter),
            op: ArithOp::Add,
            value: one,
            overflow,
        };
        let kind = StmtKind::For {
            label,
            init: vec![Stmt {
                kind: StmtKind::Let {
                    local: counter,
                    init: Some(start),
                },
                span,
            }],
            cond: Some(cond),
            post: vec![Stmt { kind: post, span }],
            body,
            per_iteration: is_captured,
        };
        self.push(kind, span);
    }

    fn is_mixed(&self, ty: TypeId) -> bool {
        use crate::ir::{IntRepr, TypeKind};
        matches!(self.kind_of(ty), TypeKind::Int(kind) if kind.repr() == IntRepr::Mixed)
    }

    /// spec: "For an integer value n, where n is of integer type or an untyped integer constant, the iteration
    /// values 0 through n-1 are produced in increasing order."
    fn range_int(&mut self, stmt: &'a RangeStmt, key: RangeVar<'a>, name: Option<Symbol>, span: Span) {
        let key_ty = match key {
            RangeVar::Declared(object) => self.object_type(object),
            RangeVar::Assigned(e) => self.place_type(e),
            RangeVar::None => {
                let ty = self.type_of(&stmt.operand);
                self.cx.default_type(ty)
            }
        };
        let limit = match self.const_value(&stmt.operand) {
            Some(value) => self.cx.constant(&value, key_ty, stmt.operand.span),
            None => {
                let limit = self.expr(&stmt.operand);
                self.simple("n", limit)
            }
        };
        self.counted(stmt, key, key_ty, limit, None, name, span);
    }

    fn range_slice(
        &mut self,
        stmt: &'a RangeStmt,
        elem: Ty,
        key: RangeVar<'a>,
        value: RangeVar<'a>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let operand = self.expr(&stmt.operand);
        let slice = self.simple("s", operand);
        let int = Ty::basic(BasicKind::Int);
        let int_id = self.cx.ty(int);
        let limit = self.node(ExprKind::Builtin(Builtin::Len, vec![slice.clone()]), int_id, span);
        let value = (!value.is_none()).then_some((value, slice, elem));
        self.counted(stmt, key, int, limit, value, name, span);
    }

    /// spec: "The range expression x is evaluated before beginning the loop, with one exception: if at most
    /// one iteration variable is present and x or len(x) is constant, the range expression is not evaluated."
    #[expect(clippy::too_many_arguments, reason = "the parts of a range clause")]
    fn range_array(
        &mut self,
        stmt: &'a RangeStmt,
        len: u64,
        elem: Ty,
        key: RangeVar<'a>,
        value: RangeVar<'a>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let int = Ty::basic(BasicKind::Int);
        let limit = self.int_const(len as i64, span);
        if value.is_none() {
            let operand = self.expr(&stmt.operand);
            if crate::expr::has_calls(&operand) {
                self.push(
                    StmtKind::Assign {
                        place: Place::Blank,
                        value: operand,
                        in_place: false,
                    },
                    span,
                );
            }
            return self.counted(stmt, key, int, limit, None, name, span);
        }
        let operand = self.expr(&stmt.operand);
        let is_pointer = !self.is_aggregate(operand.ty);
        // An array is a value: the loop sees it as it was, unless nothing can change it meanwhile.
        let owner = if is_pointer { None } else { self.owner(&operand) };
        let was_mutated = owner.map(|owner| {
            let facts = &mut self.state.facts[owner.0 as usize];
            let known = facts.is_address_taken || self.state.locals[owner.0 as usize].is_captured;
            (std::mem::replace(&mut facts.is_mutated, false), known)
        });
        let at = self.out.len();
        let name_of = if is_pointer { "p" } else { "a" };
        let base = self.temp(name_of, operand);
        let read = self.local(base, span);
        self.counted(stmt, key, int, limit, Some((value, read, elem)), name, span);
        let mut needs_copy = !is_pointer;
        if let (Some(owner), Some((was, known))) = (owner, was_mutated) {
            let captured = self.state.locals[owner.0 as usize].is_captured;
            let facts = &mut self.state.facts[owner.0 as usize];
            needs_copy = known || captured || facts.is_mutated || facts.is_address_taken;
            facts.is_mutated |= was;
        }
        if needs_copy
            && let Some(Stmt {
                kind: StmtKind::Let { init: Some(init), .. },
                ..
            }) = self.out[at..]
                .iter_mut()
                .find(|stmt| matches!(stmt.kind, StmtKind::Let { local, .. } if local == base))
            && !crate::expr::is_fresh(init)
        {
            let (ty, span) = (init.ty, init.span);
            let inner = std::mem::replace(
                init,
                Expr {
                    kind: ExprKind::Zero,
                    ty,
                    span,
                },
            );
            *init = Expr {
                kind: ExprKind::Copy(Box::new(inner)),
                ty,
                span,
            };
        }
    }

    /// A local for what an iteration gives: the declared variable itself, or one to assign from.
    fn iteration_local(&mut self, var: RangeVar<'a>, ty: Ty, span: Span) -> Option<LocalId> {
        match var {
            RangeVar::None => None,
            RangeVar::Declared(object) => Some(self.declare(object)),
            RangeVar::Assigned(_) => {
                let id = self.cx.ty(ty);
                Some(self.new_local("$k".to_string(), id, span))
            }
        }
    }

    /// Assigns what an iteration gave to variables that exist already.
    fn assign_iteration(&mut self, vars: &[(RangeVar<'a>, Option<LocalId>, Ty)], span: Span) {
        let mut assigned = Vec::new();
        for &(var, local, ty) in vars {
            if let (RangeVar::Assigned(_), Some(local)) = (var, local) {
                assigned.push((var, self.local(local, span), ty));
            }
        }
        self.bind_vars(assigned, span);
    }

    /// For Go before 1.22: a variable that lives on is declared once, and assigned in each iteration.
    fn share_iteration(
        &mut self,
        var: RangeVar<'a>,
        local: &mut Option<LocalId>,
        body: &mut Vec<Stmt>,
        span: Span,
    ) {
        let (RangeVar::Declared(_), Some(shared)) = (var, *local) else {
            return;
        };
        let facts = &self.state.locals[shared.0 as usize];
        if self.version() >= PER_ITERATION_SINCE || !(facts.is_captured || facts.storage == Storage::Boxed) {
            return;
        }
        let ty = facts.ty;
        let fresh = self.new_local("$k".to_string(), ty, span);
        *local = Some(fresh);
        let value = self.node(ExprKind::Local(fresh), ty, span);
        body.insert(
            0,
            Stmt {
                kind: StmtKind::Let {
                    local: shared,
                    init: Some(value),
                },
                span,
            },
        );
        self.share_declared(var, body, span);
    }

    fn range_string(
        &mut self,
        stmt: &'a RangeStmt,
        key: RangeVar<'a>,
        value: RangeVar<'a>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let (int, rune) = (Ty::basic(BasicKind::Int), Ty::basic(BasicKind::Int32));
        let string = self.expr(&stmt.operand);
        let mut index = self.iteration_local(key, int, span);
        let mut rune_local = self.iteration_local(value, rune, span);
        let (first, second) = (index, rune_local);
        let (mut body, label) = self.range_body(stmt, name, |cx| {
            cx.assign_iteration(&[(key, first, int), (value, second, rune)], span);
        });
        if let Some(index) = index {
            self.state.locals[index.0 as usize].is_number = true;
        }
        self.share_iteration(key, &mut index, &mut body, span);
        self.share_iteration(value, &mut rune_local, &mut body, span);
        self.push(
            StmtKind::RangeString {
                label,
                string,
                index,
                rune: rune_local,
                body,
            },
            span,
        );
    }

    fn range_map(
        &mut self,
        stmt: &'a RangeStmt,
        types: (Ty, Ty),
        key: RangeVar<'a>,
        value: RangeVar<'a>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let map = self.expr(&stmt.operand);
        let mut key_local = self.iteration_local(key, types.0, span);
        let mut value_local = self.iteration_local(value, types.1, span);
        let (first, second) = (key_local, value_local);
        let (mut body, label) = self.range_body(stmt, name, |cx| {
            cx.assign_iteration(&[(key, first, types.0), (value, second, types.1)], span);
        });
        self.share_iteration(key, &mut key_local, &mut body, span);
        self.share_iteration(value, &mut value_local, &mut body, span);
        // The map keeps its own objects.
        for (local, ty) in [(&mut key_local, types.0), (&mut value_local, types.1)] {
            self.copy_iteration(local, ty, &mut body, span);
        }
        self.push(
            StmtKind::RangeMap {
                label,
                map,
                key: key_local,
                value: value_local,
                body,
            },
            span,
        );
    }

    /// A struct or array that comes out of a map is copied where the body might change it.
    fn copy_iteration(&mut self, local: &mut Option<LocalId>, ty: Ty, body: &mut Vec<Stmt>, span: Span) {
        let Some(declared) = *local else { return };
        if !self.cx.is_aggregate(ty) {
            return;
        }
        let id = self.cx.ty(ty);
        let fresh = self.new_local("$k".to_string(), id, span);
        *local = Some(fresh);
        let value = self.node(ExprKind::Local(fresh), id, span);
        let value = self.node(ExprKind::Copy(Box::new(value)), id, span);
        body.insert(
            0,
            Stmt {
                kind: StmtKind::Let {
                    local: declared,
                    init: Some(value),
                },
                span,
            },
        );
    }

    /// spec: "For channels, the iteration values produced are the successive values sent on the channel until
    /// the channel is closed."
    fn range_chan(
        &mut self,
        stmt: &'a RangeStmt,
        elem: Ty,
        key: RangeVar<'a>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let operand = self.expr(&stmt.operand);
        let chan = self.simple("c", operand);
        let tuple = self.comma_ok_ty(elem);
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let mut body = Vec::new();
        let mut loop_label = None;
        let _ = self.within(name, TargetKind::Loop, |cx, label| {
            loop_label = Some(label);
            body = cx.collect(|cx| {
                let value = cx.iteration_local(key, elem, span);
                let ok = cx.new_local("$ok".to_string(), bool_ty, span);
                let receive = ExprKind::Receive {
                    chan: Box::new(chan),
                    comma_ok: true,
                };
                let init = cx.node(receive, tuple, span);
                cx.push(
                    StmtKind::LetTuple {
                        locals: vec![value, Some(ok)],
                        init,
                    },
                    span,
                );
                let ok = cx.local(ok, span);
                let cond = cx.node(ExprKind::Not(Box::new(ok)), bool_ty, span);
                let then = vec![Stmt {
                    kind: StmtKind::Break(label),
                    span,
                }];
                cx.push_if(cond, then, span);
                cx.assign_iteration(&[(key, value, elem)], span);
                cx.stmts(&stmt.body.stmts);
            });
        });
        let kind = StmtKind::For {
            label: loop_label,
            init: Vec::new(),
            cond: None,
            post: Vec::new(),
            body,
            per_iteration: false,
        };
        self.push(kind, span);
    }
}
