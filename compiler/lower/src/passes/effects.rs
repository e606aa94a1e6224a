//! What calls may write to.

use super::memory::{Key, Types, Writes};
use super::objects::{Locals, Root};
use crate::ir::{
    Builtin, Call, Callee, Closure, Expr, ExprKind, FuncId, Function, Local, MethodKey, Native, Place,
    Program, Stmt, StmtKind, TypeId, TypeKind,
};
use crate::visit::{self, Visitor};
use rustc_hash::FxHashMap;

/// Learns what evaluating a part of a function does.
pub(super) trait Handler {
    fn writes(&mut self, root: Root, writes: &Writes);
    fn calls(&mut self, call: &Call);
    /// Other goroutines run.
    fn parks(&mut self);
    /// A closure, of a type, or a deferred call: whether what it does is wanted, too.
    fn enter(&mut self, _: Option<TypeId>) -> bool {
        false
    }
    fn leave(&mut self) {}
    /// A function is used as a value.
    fn value(&mut self, _: FuncId, _: TypeId) {}
}

/// Tells a handler what evaluating a part of a function does.
pub(super) struct Events<'e, 'p, H> {
    pub locals: &'e Locals<'p>,
    pub handler: &'e mut H,
}

impl<H: Handler> Events<'_, '_, H> {
    fn write(&mut self, root: Root, whole: Option<TypeId>, keys: &[Key]) {
        let mut writes = Writes::default();
        writes.keys.extend(keys);
        if let Some(ty) = whole {
            self.locals.types.add_whole(ty, &mut writes.keys);
        }
        if !writes.keys.is_empty() {
            self.handler.writes(root, &writes);
        }
    }

    /// An assignment of a value of a type; `in_place` where it may leave the object where it is.
    pub fn written(&mut self, place: &Place, ty: TypeId, in_place: bool) {
        let types = self.locals.types;
        let whole = (in_place && types.is_aggregate(ty)).then_some(ty);
        match place {
            Place::Blank | Place::MapIndex { .. } => {}
            Place::Local(local) => {
                let name = Expr {
                    kind: ExprKind::Local(*local),
                    ty,
                    span: goes_source::Span::default(),
                };
                if whole.is_some() {
                    self.write(self.locals.root(&name), whole, &[]);
                }
            }
            Place::Global(_) => self.write(Root::Shared, whole, &[]),
            Place::Field { base, field } => {
                let (root, owner) = match types.kind(base.ty) {
                    TypeKind::Pointer(elem) => (Root::Shared, *elem),
                    _ => (self.locals.root(base), base.ty),
                };
                self.write(root, whole, &types.written_field(owner, *field));
            }
            Place::Index { base, .. } => {
                let root = match types.kind(base.ty) {
                    TypeKind::Array { .. } => self.locals.root(base),
                    _ => Root::Shared,
                };
                self.write(root, whole, &[Key::Elements(types.one(ty))]);
            }
            Place::Deref(_) => {
                let variable = Key::Variable(types.one(ty));
                match types.is_aggregate(ty) {
                    true => self.write(Root::Shared, Some(ty), &[]),
                    false => self.write(Root::Shared, None, &[variable]),
                }
            }
        }
    }

    fn builtin(&mut self, op: Builtin, args: &[Expr]) {
        let writes = matches!(
            op,
            Builtin::Append
                | Builtin::AppendSlice
                | Builtin::AppendString
                | Builtin::Copy
                | Builtin::CopyString
                | Builtin::ClearSlice
        );
        if let (true, Some(slice)) = (writes, args.first())
            && let TypeKind::Slice(elem) = self.locals.types.kind(slice.ty)
        {
            let key = Key::Elements(self.locals.types.one(*elem));
            self.write(Root::Shared, Some(*elem), &[key]);
        }
    }
}

impl<H: Handler> Visitor for Events<'_, '_, H> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::FuncLit(closure) = &expr.kind {
            return self.nested(closure, Some(expr.ty));
        }
        visit::walk_expr(self, expr);
        match &expr.kind {
            ExprKind::Call(call) => self.handler.calls(call),
            ExprKind::Func(func) => self.handler.value(*func, expr.ty),
            ExprKind::Receive { .. } => self.handler.parks(),
            ExprKind::Builtin(op, args) => self.builtin(*op, args),
            _ => {}
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        visit::walk_stmt(self, stmt);
        match &stmt.kind {
            StmtKind::Assign {
                place,
                value,
                in_place,
            } => self.written(place, value.ty, *in_place),
            StmtKind::AssignOp { place, .. } => self.op_written(place),
            StmtKind::AssignTuple { places, value } => {
                if let TypeKind::Tuple(types) = self.locals.types.kind(value.ty) {
                    for (place, &ty) in places.iter().zip(types) {
                        if let Some(place) = place {
                            self.written(place, ty, true);
                        }
                    }
                }
            }
            StmtKind::Send { .. } | StmtKind::Select(_) => self.handler.parks(),
            _ => {}
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.nested(closure, None);
    }
}

impl<H: Handler> Events<'_, '_, H> {
    fn nested(&mut self, closure: &Closure, ty: Option<TypeId>) {
        if self.handler.enter(ty) {
            visit::walk_stmts(self, &closure.body);
            self.handler.leave();
        }
    }

    /// `place op= value`: a place of a type that is neither struct nor array.
    fn op_written(&mut self, place: &Place) {
        let types = self.locals.types;
        let ty = match place {
            Place::Index { base, .. } => match types.kind(base.ty) {
                TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => *elem,
                TypeKind::Pointer(array) => match types.kind(*array) {
                    TypeKind::Array { elem, .. } => *elem,
                    _ => return,
                },
                _ => return,
            },
            Place::Deref(pointer) => match types.kind(pointer.ty) {
                TypeKind::Pointer(elem) => *elem,
                _ => return,
            },
            // The key of a field's struct does not depend on the field's type.
            Place::Field { base, .. } => base.ty,
            _ => return,
        };
        self.written(place, ty, false);
    }
}

/// A function, a closure in one, or a set of callees.
type Node = usize;

/// What calls may write to, the caller's private objects left out.
pub(super) struct Effects<'p> {
    types: &'p Types<'p>,
    of: Vec<Writes>,
    by_signature: FxHashMap<&'p TypeKind, Node>,
    by_key: FxHashMap<MethodKey, Node>,
    /// By callee.
    callers: Vec<Vec<Node>>,
    /// The functions and closures around what is being read, innermost last.
    around: Vec<Node>,
}

impl<'p> Effects<'p> {
    pub fn of(types: &'p Types<'p>, program: &Program, functions: &[Function]) -> Effects<'p> {
        let mut effects = Effects {
            types,
            of: vec![Writes::default(); functions.len()],
            by_signature: FxHashMap::default(),
            by_key: FxHashMap::default(),
            callers: vec![Vec::new(); functions.len()],
            around: Vec::new(),
        };
        let mut makes_functions = false;
        for (index, function) in functions.iter().enumerate() {
            if let Some(native) = &function.native {
                effects.of[index] = effects.native(native, &function.code, &function.locals);
                makes_functions |=
                    !native.only_reads && function.code.results.iter().any(|&ty| types.leads_to_objects(ty));
            }
            let locals = Locals::of(types, &function.locals, &function.code);
            effects.around = vec![index];
            let mut events = Events {
                locals: &locals,
                handler: &mut effects,
            };
            visit::walk_stmts(&mut events, &function.code.body);
        }
        for global in &program.globals {
            let Some(init) = &global.init else { continue };
            let holder = program.packages[global.package.0 as usize].initializers;
            let locals = holder.map_or(&[][..], |holder| &functions[holder.0 as usize].locals);
            effects.read_global(init, locals);
        }
        for ty in &program.types {
            for method in &ty.methods {
                let set = effects.key_node(method.key);
                effects.callers[method.func.0 as usize].push(set);
            }
        }
        if makes_functions {
            // Functions that JavaScript has made are called as values, too.
            let sets: Vec<Node> = effects.by_signature.values().copied().collect();
            sets.iter().for_each(|&set| effects.of[set].all = true);
        }
        effects.solve();
        effects
    }

    fn read_global(&mut self, init: &Expr, locals: &[Local]) {
        let locals = Locals::of(self.types, locals, &Closure::default());
        self.around = vec![self.new_node()];
        Events {
            locals: &locals,
            handler: self,
        }
        .expr(init);
    }

    fn new_node(&mut self) -> Node {
        self.of.push(Writes::default());
        self.callers.push(Vec::new());
        self.of.len() - 1
    }

    fn signature_node(&mut self, ty: TypeId) -> Node {
        let kind = self.types.kind(ty);
        if let Some(&node) = self.by_signature.get(kind) {
            return node;
        }
        let node = self.new_node();
        self.by_signature.insert(kind, node);
        node
    }

    fn key_node(&mut self, key: MethodKey) -> Node {
        if let Some(&node) = self.by_key.get(&key) {
            return node;
        }
        let node = self.new_node();
        self.by_key.insert(key, node);
        node
    }

    /// JavaScript may do anything with what it can reach.
    fn native(&self, native: &Native, code: &Closure, locals: &[Local]) -> Writes {
        let mut writes = Writes::default();
        if native.only_reads {
            return writes;
        }
        writes.all = native.may_park || native.calls;
        for param in &code.params {
            let ty = locals[param.0 as usize].ty;
            writes.all |= self.types.leads_to_objects(ty);
            if let TypeKind::Slice(elem) = self.types.kind(ty) {
                writes.keys.insert(Key::Elements(self.types.one(*elem)));
            }
        }
        writes
    }

    fn current(&self) -> Node {
        *self.around.last().expect("something is being read")
    }

    /// Whatever a callee writes to, its callers do.
    fn solve(&mut self) {
        let mut stack: Vec<Node> = (0..self.of.len()).collect();
        while let Some(node) = stack.pop() {
            let writes = std::mem::take(&mut self.of[node]);
            for &caller in &self.callers[node] {
                if caller != node && self.of[caller].extend(&writes) {
                    stack.push(caller);
                }
            }
            self.of[node] = writes;
        }
    }

    /// What a call may write to; `None` for nothing.
    pub fn call(&self, call: &Call) -> Option<&Writes> {
        let node = match &call.callee {
            Callee::Func(func) => func.0 as usize,
            Callee::Interface { key } => *self.by_key.get(key)?,
            Callee::Value(callee) => *self.by_signature.get(self.types.kind(callee.ty))?,
        };
        self.of.get(node)
    }
}

impl Handler for Effects<'_> {
    fn writes(&mut self, root: Root, writes: &Writes) {
        if root == Root::Shared {
            let current = self.current();
            self.of[current].extend(writes);
        }
    }

    fn calls(&mut self, call: &Call) {
        let callee = match &call.callee {
            Callee::Func(func) => func.0 as usize,
            Callee::Interface { key } => self.key_node(*key),
            Callee::Value(callee) => self.signature_node(callee.ty),
        };
        let current = self.current();
        self.callers[callee].push(current);
        self.of[current].all |= call.may_park;
    }

    fn parks(&mut self) {
        let current = self.current();
        self.of[current].all = true;
    }

    fn enter(&mut self, ty: Option<TypeId>) -> bool {
        let node = self.new_node();
        // A deferred call runs when the function around it ends.
        let caller = match ty {
            Some(ty) => self.signature_node(ty),
            None => self.current(),
        };
        self.callers[node].push(caller);
        self.around.push(node);
        true
    }

    fn leave(&mut self) {
        self.around.pop();
    }

    fn value(&mut self, func: FuncId, ty: TypeId) {
        let set = self.signature_node(ty);
        self.callers[func.0 as usize].push(set);
    }
}
