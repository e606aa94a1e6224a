//! What flows where in statements and expressions.

use super::solve::{Kind, Node, Site, Target};
use super::{Builder, Code, Slot};
use crate::ir::{
    Builtin, Call, Callee, Closure, Conversion, Expr, ExprKind, Place, SelectOp, Stmt, StmtKind, TypeId,
    TypeKind,
};

impl<'p> Builder<'p> {
    pub(super) fn stmts(&mut self, stmts: &'p [Stmt]) {
        for stmt in stmts {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &'p Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => {
                self.values(value);
            }
            StmtKind::Let { local, init } => {
                let value = init.as_ref().and_then(|init| self.value(init));
                let place = self.local(self.function, *local);
                self.nodes.edges(value, place);
                if let Some(init) = init
                    && matches!(self.type_kind(init.ty), TypeKind::Tuple(_))
                {
                    self.let_parts(*local, init);
                }
            }
            StmtKind::LetTuple { locals, init } => {
                let values = self.values(init);
                for (local, value) in locals.iter().zip(values) {
                    let place = local.and_then(|local| self.local(self.function, local));
                    self.nodes.edges(value, place);
                }
            }
            StmtKind::Assign { place, value, .. } => {
                if let (Place::Local(local), TypeKind::Tuple(_)) = (place, self.type_kind(value.ty)) {
                    return self.let_parts(*local, value);
                }
                let from = self.value(value);
                let to = self.destination(place, value.ty);
                self.nodes.edges(from, to);
            }
            StmtKind::AssignOp { place, value, .. } => {
                self.value(value);
                self.destination(place, value.ty);
            }
            StmtKind::AssignTuple { places, value } => {
                let values = self.values(value);
                let types: &[TypeId] = match self.type_kind(value.ty) {
                    TypeKind::Tuple(types) => types,
                    _ => &[],
                };
                for ((place, from), &ty) in places.iter().zip(values).zip(types) {
                    let to = place.as_ref().and_then(|place| self.destination(place, ty));
                    self.nodes.edges(from, to);
                }
            }
            StmtKind::Return(values) => self.return_stmt(values),
            StmtKind::Go(call) => {
                self.call(call, None);
            }
            StmtKind::Defer { call, .. } => {
                self.closure(call);
            }
            StmtKind::Send { chan, value } => {
                self.value(chan);
                let from = self.value(value);
                let to = self.place(Slot::Sent(self.shape(value.ty)), value.ty);
                self.nodes.edges(from, to);
            }
            _ => self.compound(stmt),
        }
    }

    /// Statements that hold others.
    fn compound(&mut self, stmt: &'p Stmt) {
        match &stmt.kind {
            StmtKind::If { cond, then, els } => {
                self.value(cond);
                self.stmts(then);
                self.stmts(els);
            }
            StmtKind::For {
                init,
                cond,
                post,
                body,
                ..
            } => {
                self.stmts(init);
                cond.iter().for_each(|cond| {
                    self.value(cond);
                });
                self.stmts(post);
                self.stmts(body);
            }
            StmtKind::RangeMap {
                map,
                key,
                value,
                body,
                ..
            } => {
                self.value(map);
                let shape = self.shape(map.ty);
                if let TypeKind::Map { key: key_ty, elem } = self.type_kind(map.ty) {
                    for (slot, local, ty) in [
                        (Slot::Key(shape), key, *key_ty),
                        (Slot::Value(shape), value, *elem),
                    ] {
                        let from = self.place(slot, ty);
                        let to = local.and_then(|local| self.local(self.function, local));
                        self.nodes.edges(from, to);
                    }
                }
                self.stmts(body);
            }
            StmtKind::RangeString { string, body, .. } => {
                self.value(string);
                self.stmts(body);
            }
            StmtKind::Switch { tag, cases, .. } => {
                self.value(tag);
                for case in cases {
                    for value in &case.values {
                        self.value(value);
                    }
                    self.stmts(&case.body);
                }
            }
            StmtKind::Block { body, .. } => self.stmts(body),
            StmtKind::Select(select) => {
                for case in &select.cases {
                    self.select_op(&case.op);
                    self.stmts(&case.body);
                }
                if let Some(default) = &select.default {
                    self.stmts(default);
                }
            }
            _ => {}
        }
    }

    fn select_op(&mut self, op: &'p SelectOp) {
        match op {
            SelectOp::Send { chan, value } => {
                self.value(chan);
                let from = self.value(value);
                let to = self.place(Slot::Sent(self.shape(value.ty)), value.ty);
                self.nodes.edges(from, to);
            }
            SelectOp::Receive { chan, value, .. } => {
                self.value(chan);
                if let TypeKind::Chan { elem, .. } = self.type_kind(chan.ty) {
                    let from = self.place(Slot::Sent(self.shape(*elem)), *elem);
                    let to = value.and_then(|local| self.local(self.function, local));
                    self.nodes.edges(from, to);
                }
            }
        }
    }

    fn return_stmt(&mut self, values: &'p [Expr]) {
        let given: Vec<Option<Node>> = match values {
            [one] => self.values(one),
            _ => values.iter().map(|value| self.value(value)).collect(),
        };
        let code = self.code;
        let results = self.codes[code].as_ref().map(|known| known.results.clone());
        for (index, (from, ty)) in given.into_iter().zip(results.unwrap_or_default()).enumerate() {
            let to = self.result(code, index, ty);
            self.nodes.edges(from, to);
        }
    }

    /// A local that holds several results.
    fn let_parts(&mut self, local: crate::ir::LocalId, init: &'p Expr) {
        let TypeKind::Tuple(types) = self.type_kind(init.ty) else {
            return;
        };
        let values = self.values(init);
        for (index, (from, &ty)) in values.into_iter().zip(types).enumerate() {
            let to = self.place(Slot::Part(self.function, local, index as u32), ty);
            self.nodes.edges(from, to);
        }
    }

    /// The node of a place that holds values of a type; evaluates its operands.
    fn destination(&mut self, place: &'p Place, ty: TypeId) -> Option<Node> {
        match place {
            Place::Blank => None,
            Place::Local(local) => self.local(self.function, *local),
            Place::Global(global) => self.place(Slot::Global(global.0), ty),
            Place::Field { base, field } => {
                self.value(base);
                self.field(base.ty, *field)
            }
            Place::Index { base, index, .. } => {
                self.value(base);
                self.value(index);
                self.place(Slot::Elem(self.shape(ty)), ty)
            }
            Place::MapIndex { map, key } => {
                self.value(map);
                let from = self.value(key);
                let shape = self.shape(map.ty);
                let to = self.place(Slot::Key(shape), key.ty);
                self.nodes.edges(from, to);
                self.place(Slot::Value(shape), ty)
            }
            Place::Deref(pointer) => {
                self.value(pointer);
                self.place(Slot::Pointee(self.shape(ty)), ty)
            }
        }
    }

    /// A field of a struct, or of the struct that a pointer points to.
    fn field(&mut self, base: TypeId, field: u32) -> Option<Node> {
        let strukt = self.pointee(base);
        let TypeKind::Struct(fields) = self.type_kind(strukt) else {
            return None;
        };
        let ty = fields.get(field as usize)?.ty;
        self.place(Slot::Field(self.shape(strukt), field), ty)
    }

    fn closure(&mut self, closure: &'p Closure) -> Code {
        let code = self.closures[&std::ptr::from_ref(closure)];
        let around = std::mem::replace(&mut self.code, code);
        self.enter(code, closure);
        self.stmts(&closure.body);
        self.code = around;
        code
    }

    /// What an expression gives, one node for each result.
    fn values(&mut self, expr: &'p Expr) -> Vec<Option<Node>> {
        let TypeKind::Tuple(types) = self.type_kind(expr.ty) else {
            return vec![self.value(expr)];
        };
        match &expr.kind {
            ExprKind::Tuple(list) => list.iter().map(|value| self.value(value)).collect(),
            ExprKind::Call(call) => self.call(call, Some(expr.ty)),
            ExprKind::Local(local) => (0..types.len())
                .map(|index| self.place(Slot::Part(self.function, *local, index as u32), types[index]))
                .collect(),
            ExprKind::Cond { cond, then, els } => {
                self.value(cond);
                let (then, els) = (self.values(then), self.values(els));
                then.into_iter()
                    .zip(els)
                    .map(|(a, b)| self.either(a, b))
                    .collect()
            }
            ExprKind::Sequence { effects, value } => {
                self.effects(effects);
                self.values(value)
            }
            // A value, and whether there is one.
            _ => vec![self.single(expr, types.first().copied().unwrap_or(expr.ty)), None],
        }
    }

    /// What an expression gives; `None` for what is not followed and for nil.
    pub(super) fn value(&mut self, expr: &'p Expr) -> Option<Node> {
        match self.type_kind(expr.ty) {
            TypeKind::Tuple(_) => {
                self.values(expr);
                None
            }
            _ => self.single(expr, expr.ty),
        }
    }

    fn single(&mut self, expr: &'p Expr, ty: TypeId) -> Option<Node> {
        match &expr.kind {
            ExprKind::Const(_) | ExprKind::Zero | ExprKind::TypeDescriptor(_) => None,
            ExprKind::Local(local) => self.local(self.function, *local),
            ExprKind::Global(global) => self.place(Slot::Global(global.0), ty),
            ExprKind::Func(func) => self.func_value(func.0 as usize, ty),
            ExprKind::FuncLit(closure) => {
                let code = self.closure(closure);
                self.func_value(code, ty)
            }
            ExprKind::Copy(inner) => self.value(inner),
            ExprKind::StructLit(list) => {
                for (index, value) in list.iter().enumerate() {
                    let from = self.value(value);
                    let to = self.field(ty, index as u32);
                    self.nodes.edges(from, to);
                }
                None
            }
            ExprKind::ArrayLit { elems, .. } => {
                for (_, value) in elems {
                    self.store(value, Slot::Elem(self.shape(value.ty)));
                }
                None
            }
            ExprKind::MapLit(entries) => {
                let shape = self.shape(ty);
                for (key, value) in entries {
                    self.store(key, Slot::Key(shape));
                    self.store(value, Slot::Value(shape));
                }
                None
            }
            ExprKind::Call(call) => self.call(call, Some(expr.ty)).first().copied().flatten(),
            ExprKind::Cond { cond, then, els } => {
                self.value(cond);
                let (then, els) = (self.value(then), self.value(els));
                self.either(then, els)
            }
            ExprKind::Sequence { effects, value } => {
                self.effects(effects);
                self.value(value)
            }
            ExprKind::Convert { op, operand } => self.convert(*op, operand, ty),
            ExprKind::Builtin(op, args) => self.builtin(*op, args, ty),
            ExprKind::MakeInterface(_)
            | ExprKind::TypeAssert { .. }
            | ExprKind::TypeTest { .. }
            | ExprKind::Unwrap(_) => self.interface(expr, ty),
            ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::MapIndex { .. }
            | ExprKind::Slice { .. }
            | ExprKind::Deref(_)
            | ExprKind::Address(_)
            | ExprKind::NewBox(_)
            | ExprKind::TupleElement { .. }
            | ExprKind::Receive { .. } => self.access(expr, ty),
            _ => {
                self.operands(expr);
                None
            }
        }
    }

    /// Arithmetic and the like.
    fn operands(&mut self, expr: &'p Expr) {
        match &expr.kind {
            ExprKind::Arith { left, right, .. }
            | ExprKind::Shift {
                left, count: right, ..
            }
            | ExprKind::And(left, right)
            | ExprKind::Or(left, right)
            | ExprKind::Compare { left, right, .. } => {
                self.value(left);
                self.value(right);
            }
            ExprKind::Negate { operand, .. }
            | ExprKind::Complement(operand)
            | ExprKind::Not(operand)
            | ExprKind::IsNil(operand) => {
                self.value(operand);
            }
            ExprKind::Concat(list) | ExprKind::Tuple(list) => {
                for value in list {
                    self.value(value);
                }
            }
            _ => {}
        }
    }

    /// Reads of places, and their addresses.
    fn access(&mut self, expr: &'p Expr, ty: TypeId) -> Option<Node> {
        match &expr.kind {
            ExprKind::Field { base, field } => {
                self.value(base);
                self.field(base.ty, *field)
            }
            ExprKind::Index { base, index, .. } => {
                self.value(base);
                self.value(index);
                self.place(Slot::Elem(self.shape(ty)), ty)
            }
            ExprKind::MapIndex { map, key, .. } => {
                self.value(map);
                self.value(key);
                self.place(Slot::Value(self.shape(map.ty)), ty)
            }
            ExprKind::Slice {
                base, low, high, max, ..
            } => {
                self.value(base);
                for bound in [low, high, max].into_iter().flatten() {
                    self.value(bound);
                }
                None
            }
            ExprKind::Deref(pointer) => {
                self.value(pointer);
                self.place(Slot::Pointee(self.shape(ty)), ty)
            }
            ExprKind::Address(place) => {
                let elem = self.pointee(ty);
                let variable = self.destination(place, elem);
                let pointee = self.place(Slot::Pointee(self.shape(elem)), elem);
                if let (Some(variable), Some(pointee)) = (variable, pointee) {
                    self.nodes.both(variable, pointee);
                }
                None
            }
            ExprKind::NewBox(value) => {
                self.store(value, Slot::Pointee(self.shape(value.ty)));
                None
            }
            ExprKind::TupleElement { tuple, index } => {
                self.values(tuple).get(*index as usize).copied().flatten()
            }
            ExprKind::Receive { chan, .. } => {
                self.value(chan);
                self.place(Slot::Sent(self.shape(ty)), ty)
            }
            _ => None,
        }
    }

    fn store(&mut self, value: &'p Expr, slot: Slot) {
        let from = self.value(value);
        let to = self.place(slot, value.ty);
        self.nodes.edges(from, to);
    }

    fn effects(&mut self, effects: &'p [(crate::ir::LocalId, Expr)]) {
        for (local, value) in effects {
            if matches!(self.type_kind(value.ty), TypeKind::Tuple(_)) {
                self.let_parts(*local, value);
                continue;
            }
            let from = self.value(value);
            let to = self.local(self.function, *local);
            self.nodes.edges(from, to);
        }
    }

    fn either(&mut self, a: Option<Node>, b: Option<Node>) -> Option<Node> {
        let (Some(one), Some(other)) = (a, b) else {
            return a.or(b);
        };
        let node = self.nodes.add(self.nodes.kind(one));
        self.nodes.edge(one, node);
        self.nodes.edge(other, node);
        Some(node)
    }

    /// Into interfaces and out of them.
    fn interface(&mut self, expr: &'p Expr, ty: TypeId) -> Option<Node> {
        match &expr.kind {
            ExprKind::MakeInterface(inner) => {
                let value = self.value(inner);
                let content = self.place(Slot::Content(self.shape(inner.ty)), inner.ty);
                self.nodes.edges(value, content);
                let node = self.node(Slot::Type(inner.ty), Kind::Interface);
                self.nodes.put_type(node, inner.ty);
                Some(node)
            }
            ExprKind::TypeAssert { operand, target, .. } => {
                let value = self.value(operand);
                match self.kind(*target) {
                    Some(Kind::Interface) => {
                        let filter = self.filter(*target);
                        value.map(|value| self.nodes.filtered(value, filter))
                    }
                    _ => self.content(*target),
                }
            }
            ExprKind::TypeTest { operand, .. } => {
                self.value(operand);
                None
            }
            ExprKind::Unwrap(operand) => {
                self.value(operand);
                self.content(ty)
            }
            _ => None,
        }
    }

    /// What interface values of a function type hold. Reflection may have put it there.
    fn content(&mut self, ty: TypeId) -> Option<Node> {
        let content = self.place(Slot::Content(self.shape(ty)), ty)?;
        let escaped = self.nodes.escaped(self.kind(ty)?);
        self.nodes.both(content, escaped);
        Some(content)
    }

    fn convert(&mut self, op: Conversion, operand: &'p Expr, ty: TypeId) -> Option<Node> {
        let value = self.value(operand);
        match op {
            // What std makes of pointers are pointers of the same type, in the end.
            Conversion::Unsafe if !self.is_std => {
                self.unsafe_from.push(operand.ty);
                self.unsafe_to.push(ty);
            }
            Conversion::Retype => self.unify(operand.ty, ty),
            _ => {}
        }
        match (value, self.kind(ty)) {
            (Some(value), Some(kind)) if self.nodes.kind(value) == kind => Some(value),
            (Some(value), Some(kind)) => {
                let node = self.nodes.add(kind);
                self.nodes.edge(value, node);
                Some(node)
            }
            (None, Some(kind)) if op == Conversion::Unsafe => Some(self.nodes.escaped(kind)),
            _ => None,
        }
    }

    fn builtin(&mut self, op: Builtin, args: &'p [Expr], ty: TypeId) -> Option<Node> {
        let values: Vec<Option<Node>> = args.iter().map(|arg| self.value(arg)).collect();
        match op {
            Builtin::Append => {
                for (arg, value) in args.iter().zip(values).skip(1) {
                    let elem = self.place(Slot::Elem(self.shape(arg.ty)), arg.ty);
                    self.nodes.edges(value, elem);
                }
                None
            }
            Builtin::Panic => {
                let panics = self.node(Slot::Panics, Kind::Interface);
                self.nodes.edges(values.first().copied().flatten(), Some(panics));
                None
            }
            Builtin::Recover => Some(self.node(Slot::Panics, Kind::Interface)),
            Builtin::NotNil => values.first().copied().flatten(),
            Builtin::UnsafeView => {
                if let Some(operand) = args.first() {
                    self.unify(operand.ty, ty);
                }
                None
            }
            Builtin::UnsafeSlice | Builtin::UnsafeSliceData => {
                let elem = match self.type_kind(ty) {
                    TypeKind::Slice(elem) | TypeKind::Pointer(elem) => *elem,
                    _ => ty,
                };
                let shape = self.shape(elem);
                let (a, b) = (
                    self.place(Slot::Elem(shape), elem),
                    self.place(Slot::Pointee(shape), elem),
                );
                if let (Some(a), Some(b)) = (a, b) {
                    self.nodes.both(a, b);
                }
                None
            }
            _ => None,
        }
    }

    /// A call, and what it gives.
    fn call(&mut self, call: &'p Call, ty: Option<TypeId>) -> Vec<Option<Node>> {
        let callee_node = match &call.callee {
            Callee::Value(callee) if !matches!(callee.kind, ExprKind::FuncLit(_)) => self.value(callee),
            _ => None,
        };
        let mut args = Vec::new();
        for arg in &call.args {
            args.extend(self.values(arg));
        }
        let types: Vec<TypeId> = match ty.map(|ty| (ty, self.type_kind(ty))) {
            Some((_, TypeKind::Tuple(types))) => types.clone(),
            Some((ty, _)) => vec![ty],
            None => Vec::new(),
        };
        let results: Vec<Option<Node>> = types
            .iter()
            .map(|&ty| self.kind(ty).map(|kind| self.nodes.add(kind)))
            .collect();
        match &call.callee {
            Callee::Func(func) => {
                let target = Target {
                    code: func.0 as usize,
                    skip: 0,
                };
                if self.once == Some(*func) {
                    self.site(call, None, args.get(1).copied().flatten(), Vec::new(), Vec::new());
                }
                self.later.push((target, args, results.clone()));
            }
            Callee::Value(callee) => match &callee.kind {
                ExprKind::FuncLit(closure) => {
                    let code = self.closure(closure);
                    self.pass(Target { code, skip: 0 }, &args, &results);
                }
                _ => self.site(call, None, callee_node, args, results.clone()),
            },
            Callee::Interface { key } => {
                let receiver = if args.is_empty() { None } else { args.remove(0) };
                self.site(call, Some(*key), receiver, args, results.clone());
            }
        }
        results
    }

    fn site(
        &mut self,
        call: &'p Call,
        key: Option<crate::ir::MethodKey>,
        node: Option<Node>,
        args: Vec<Option<Node>>,
        results: Vec<Option<Node>>,
    ) {
        let site = Site {
            key,
            kind: node.map(|node| self.nodes.kind(node)),
            args,
            results,
            callees: Vec::new(),
        };
        let index = self.nodes.site(node, site);
        self.sites.insert(std::ptr::from_ref(call), index);
    }
}
