//! What natives and reflection know, and where they may put it.
//!
//! A native may keep what it is given and give it to any other; reflection follows types from there to exported fields,
//! elements and methods, reads what it finds, and may store what it knows wherever the type fits.

use super::solve::{Kind, Node, Target};
use super::{Builder, Made, Slot};
use crate::ir::{TypeId, TypeKind};

impl Builder<'_> {
    /// Natives take what they are given out of sight, and give what has got there.
    pub(super) fn natives(&mut self) {
        for (index, function) in self.program.functions.iter().enumerate() {
            let Some(native) = &function.native else { continue };
            for &param in &function.code.params {
                let ty = function.locals[param.0 as usize].ty;
                match (self.local(index, param), self.kind(ty)) {
                    (Some(from), Some(kind)) => {
                        let out = self.nodes.escaped(kind);
                        self.nodes.edge(from, out);
                        if let (true, Kind::Func(_)) = (native.makes, kind) {
                            self.make(kind, ty);
                        }
                    }
                    _ => self.escape_type(ty),
                }
            }
            for (at, &ty) in function.code.results.iter().enumerate() {
                match (self.result(index, at, ty), self.kind(ty)) {
                    (Some(to), Some(kind)) => {
                        let from = self.nodes.escaped(kind);
                        self.nodes.edge(from, to);
                    }
                    _ => self.escape_type(ty),
                }
            }
        }
    }

    /// A native makes functions that call those of a type: of any signature where that gives a slice of results, else
    /// of those with its results.
    fn make(&mut self, from: Kind, ty: TypeId) {
        let code = self.codes.len() + self.made.len();
        let results = self.results_of(ty).filter(|results| !self.is_slice(results));
        self.made.push(Made { code, from });
        for signature in 0..self.signatures.len() {
            let of = self.signatures[signature];
            if results.is_none() || results == self.results_of(of) {
                let escaped = self.nodes.escaped(Kind::Func(signature as u32));
                self.nodes.put_func(escaped, Target { code, skip: 0 });
            }
        }
    }

    fn results_of(&self, ty: TypeId) -> Option<Vec<TypeId>> {
        match self.type_kind(ty) {
            TypeKind::Func { results, .. } => Some(results.clone()),
            _ => None,
        }
    }

    fn is_slice(&self, results: &[TypeId]) -> bool {
        matches!(results, [one] if matches!(self.type_kind(*one), TypeKind::Slice(_)))
    }

    /// A dynamic type or a function has got where natives see it.
    pub(super) fn escaped(&mut self, thing: u32, kind: Kind) {
        let Kind::Func(signature) = kind else {
            return self.escape_type(TypeId(thing));
        };
        let target = self.nodes.targets[signature as usize][thing as usize];
        if !self.called.insert(target.code) {
            return;
        }
        let Some(known) = self.codes.get(target.code).cloned().flatten() else {
            return;
        };
        for &param in known.params.iter().skip(target.skip) {
            if let Some(to) = self.local(known.function, param) {
                let from = self.nodes.escaped(self.nodes.kind(to));
                self.nodes.edge(from, to);
            }
        }
        for (index, &ty) in known.results.iter().enumerate() {
            match self.result(target.code, index, ty) {
                Some(from) => {
                    let to = self.nodes.escaped(self.nodes.kind(from));
                    self.nodes.edge(from, to);
                }
                None => self.escape_type(ty),
            }
        }
    }

    /// A call of a function of which nothing is known.
    pub(super) fn pass_out(&mut self, args: &[Option<Node>], results: &[Option<Node>]) {
        for &arg in args.iter().flatten() {
            let out = self.nodes.escaped(self.nodes.kind(arg));
            self.nodes.edge(arg, out);
        }
        for &result in results.iter().flatten() {
            let from = self.nodes.escaped(self.nodes.kind(result));
            self.nodes.edge(from, result);
        }
    }

    /// Reflection knows values of a type, and with them what the type leads to.
    pub(super) fn escape_type(&mut self, ty: TypeId) {
        let mut stack = vec![ty];
        while let Some(ty) = stack.pop() {
            if std::mem::replace(&mut self.seen[ty.0 as usize], true) {
                continue;
            }
            let program = self.program;
            if !program.types[ty.0 as usize].methods.is_empty() {
                let known = self.nodes.escaped(Kind::Interface);
                self.nodes.put_type(known, ty);
                self.escape_methods(ty);
            }
            stack.extend(self.pointers.get(&ty));
            let shape = self.shape(ty);
            match self.type_kind(ty) {
                TypeKind::Struct(fields) => {
                    for (index, field) in fields.iter().enumerate() {
                        if field.is_exported || field.is_embedded || self.sees_private {
                            stack.extend(self.expose(Slot::Field(shape, index as u32), field.ty));
                        }
                    }
                }
                TypeKind::Pointer(elem) => {
                    stack.extend(self.expose(Slot::Pointee(self.shape(*elem)), *elem));
                }
                TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => {
                    stack.extend(self.expose(Slot::Elem(self.shape(*elem)), *elem));
                }
                TypeKind::Chan { elem, .. } => {
                    stack.extend(self.expose(Slot::Sent(self.shape(*elem)), *elem));
                }
                TypeKind::Map { key, elem } => {
                    stack.extend(self.expose(Slot::Key(shape), *key));
                    stack.extend(self.expose(Slot::Value(shape), *elem));
                }
                TypeKind::Func { .. } => {
                    self.expose(Slot::Content(shape), ty);
                }
                _ => {}
            }
        }
    }

    /// Reflection reads and writes a place; gives the type of what is in it where that is not followed.
    fn expose(&mut self, slot: Slot, ty: TypeId) -> Option<TypeId> {
        let Some(node) = self.place(slot, ty) else {
            return Some(ty);
        };
        let known = self.nodes.escaped(self.nodes.kind(node));
        self.nodes.both(node, known);
        None
    }

    /// Reflection makes functions of methods; those of its own types it is not asked for.
    fn escape_methods(&mut self, ty: TypeId) {
        let package = |ty: TypeId| {
            let named = self.program.types[ty.0 as usize].named.as_ref()?;
            Some(self.program.packages[named.package?.0 as usize].path.as_str())
        };
        if !self.binds_methods || package(self.pointee(ty)) == Some("reflect") {
            return;
        }
        for method in &self.program.types[ty.0 as usize].methods {
            let (true, Some(signature)) = (method.is_exported, method.signature) else {
                continue;
            };
            self.receive(ty, method.func);
            let code = method.func.0 as usize;
            if let Some(kind) = self.kind(signature) {
                let known = self.nodes.escaped(kind);
                self.nodes.put_func(known, Target { code, skip: 1 });
            }
            if let TypeKind::Func {
                params,
                results,
                is_variadic,
            } = self.type_kind(signature)
            {
                let expression = TypeKind::Func {
                    params: std::iter::once(ty).chain(params.iter().copied()).collect(),
                    results: results.clone(),
                    is_variadic: *is_variadic,
                };
                if let Some(&signature) = self.signature_numbers.get(&expression) {
                    let known = self.nodes.escaped(Kind::Func(signature));
                    self.nodes.put_func(known, Target { code, skip: 0 });
                }
            }
        }
    }

    /// Pointers to two types may point to the same: what one place holds, the other does.
    pub(super) fn unify(&mut self, a: TypeId, b: TypeId) {
        let mut stack = vec![(a, b)];
        while let Some((a, b)) = stack.pop() {
            if self.shape(a) == self.shape(b) || !self.unified.insert((a, b)) {
                continue;
            }
            let (x, y) = (self.shape(a), self.shape(b));
            match (self.type_kind(a), self.type_kind(b)) {
                (TypeKind::Struct(some), TypeKind::Struct(others)) => {
                    for (index, (one, other)) in some.iter().zip(others).enumerate() {
                        let index = index as u32;
                        stack.extend(
                            self.same((Slot::Field(x, index), one.ty), (Slot::Field(y, index), other.ty)),
                        );
                    }
                }
                (TypeKind::Pointer(a), TypeKind::Pointer(b)) => {
                    let slots = (Slot::Pointee(self.shape(*a)), Slot::Pointee(self.shape(*b)));
                    stack.extend(self.same((slots.0, *a), (slots.1, *b)));
                }
                (
                    TypeKind::Slice(a) | TypeKind::Array { elem: a, .. },
                    TypeKind::Slice(b) | TypeKind::Array { elem: b, .. },
                ) => {
                    let slots = (Slot::Elem(self.shape(*a)), Slot::Elem(self.shape(*b)));
                    stack.extend(self.same((slots.0, *a), (slots.1, *b)));
                }
                (TypeKind::Chan { elem: a, .. }, TypeKind::Chan { elem: b, .. }) => {
                    let slots = (Slot::Sent(self.shape(*a)), Slot::Sent(self.shape(*b)));
                    stack.extend(self.same((slots.0, *a), (slots.1, *b)));
                }
                (TypeKind::Map { key: k, elem: a }, TypeKind::Map { key: l, elem: b }) => {
                    stack.extend(self.same((Slot::Key(x), *k), (Slot::Key(y), *l)));
                    stack.extend(self.same((Slot::Value(x), *a), (Slot::Value(y), *b)));
                }
                _ => {}
            }
        }
    }

    /// Two places are the same; gives their types where they are not followed.
    fn same(&mut self, (one, a): (Slot, TypeId), (other, b): (Slot, TypeId)) -> Option<(TypeId, TypeId)> {
        match (self.place(one, a), self.place(other, b)) {
            (Some(one), Some(other)) => self.nodes.both(one, other),
            (None, None) => return Some((a, b)),
            (Some(node), None) | (None, Some(node)) => {
                let known = self.nodes.escaped(self.nodes.kind(node));
                self.nodes.both(node, known);
            }
        }
        None
    }

    /// What goes into an unsafe pointer may come out as a pointer to another type.
    pub(super) fn unify_unsafe(&mut self) {
        let pointers = |builder: &Self, types: Vec<TypeId>| {
            let mut types: Vec<TypeId> = types;
            types.retain(|&ty| matches!(builder.type_kind(ty), TypeKind::Pointer(_)));
            types.sort_unstable();
            types.dedup();
            types
        };
        let from = std::mem::take(&mut self.unsafe_from);
        let to = std::mem::take(&mut self.unsafe_to);
        let (from, to) = (pointers(self, from), pointers(self, to));
        for &a in &from {
            for &b in &to {
                self.unify(a, b);
            }
        }
    }
}
