//! Type unification.
//!
//! spec: "Type inference solves [type equations] through type unification."

use crate::checker::{Checker, PackageId};
use crate::lookup::{Entry, Lookup};
use crate::types::{Signature, Type, TypeId, TypeParamId};
use goes_syntax::ast::ChanDir;

/// spec: "Unification uses a combination of exact and loose unification depending on whether two types have
/// to be identical, assignment-compatible, or only structurally equal."
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Matching {
    Exact,
    /// spec: "loose unification", also of the parts of types.
    Loose,
    /// Loose, but the parts of types unify exactly, as assignment needs it.
    Assign,
}

impl Matching {
    fn is_loose(self) -> bool {
        self != Matching::Exact
    }

    /// How the element types of two types unify.
    fn of_parts(self) -> Matching {
        if self == Matching::Assign {
            Matching::Exact
        } else {
            self
        }
    }
}

/// Bound type parameters and what is known of them.
#[derive(Clone, Debug)]
pub(crate) struct Unifier {
    params: Vec<TypeParamId>,
    /// Type parameters that were found to be the same share a slot.
    slots: Vec<usize>,
    types: Vec<Option<TypeId>>,
    compares_interfaces: bool,
    depth: u32,
}

/// Nested pairs of types beyond this depth do not unify.
const MAX_DEPTH: u32 = 100;

impl Unifier {
    /// `compares_interfaces`: interfaces unify by their methods, as they do since go1.21.
    pub(crate) fn new(params: &[TypeParamId], args: &[Option<TypeId>], compares_interfaces: bool) -> Unifier {
        Unifier {
            params: params.to_vec(),
            slots: (0..params.len()).collect(),
            types: (0..params.len())
                .map(|index| args.get(index).copied().flatten())
                .collect(),
            compares_interfaces,
            depth: 0,
        }
    }

    fn index(&self, param: TypeParamId) -> Option<usize> {
        self.params.iter().position(|&other| other == param)
    }

    /// The type inferred for a type parameter.
    pub(crate) fn at(&self, param: TypeParamId) -> Option<TypeId> {
        self.types[self.slots[self.index(param)?]]
    }

    pub(crate) fn set(&mut self, param: TypeParamId, ty: TypeId) {
        if let Some(index) = self.index(param) {
            self.types[self.slots[index]] = Some(ty);
        }
    }

    /// How many type parameters have no type yet.
    pub(crate) fn unknowns(&self) -> usize {
        self.slots
            .iter()
            .filter(|&&slot| self.types[slot].is_none())
            .count()
    }

    fn join(&mut self, a: usize, b: usize) {
        let (keep, drop) = (self.slots[a], self.slots[b]);
        if self.types[keep].is_none() {
            self.types[keep] = self.types[drop];
        }
        for slot in &mut self.slots {
            if *slot == drop {
                *slot = keep;
            }
        }
    }
}

impl<'a> Checker<'a> {
    fn bound(&self, unifier: &Unifier, ty: TypeId) -> Option<usize> {
        match self.types.get(ty) {
            Type::TypeParam(param) => unifier.index(*param),
            _ => None,
        }
    }

    /// Whether two types can be made to agree by choosing types for bound type parameters.
    pub(crate) fn unify(&mut self, unifier: &mut Unifier, x: TypeId, y: TypeId, matching: Matching) -> bool {
        if unifier.depth >= MAX_DEPTH {
            return false;
        }
        unifier.depth += 1;
        let unifies = self.unify_types(unifier, x, y, matching);
        unifier.depth -= 1;
        unifies
    }

    fn unify_types(&mut self, unifier: &mut Unifier, x: TypeId, y: TypeId, matching: Matching) -> bool {
        if x == y {
            return true;
        }
        let (mut x, mut y) = (x, y);
        if matching.is_loose() {
            // spec: "If exactly one type is an unbound type parameter" and "if one type is a defined type D,
            // and the other type is a type literal L [...] the underlying type of D unifies with L".
            if matches!(self.types.get(x), Type::Named { .. }) {
                (x, y) = (y, x);
            }
            let is_defined = matches!(self.types.get(y), Type::Named { .. });
            if is_defined && self.is_type_lit(x) && !(unifier.compares_interfaces && self.is_interface(x)) {
                y = self.underlying(y);
            }
        }
        match (self.bound(unifier, x), self.bound(unifier, y)) {
            (Some(a), Some(b)) => {
                return match (unifier.types[unifier.slots[a]], unifier.types[unifier.slots[b]]) {
                    (Some(x), Some(y)) => self.unify(unifier, x, y, matching),
                    _ => {
                        unifier.join(a, b);
                        true
                    }
                };
            }
            (Some(index), None) => return self.unify_bound(unifier, index, y, matching),
            (None, Some(index)) => return self.unify_bound(unifier, index, x, matching),
            (None, None) => {}
        }
        if x == y || (!self.types.has_type_param(x) && !self.types.has_type_param(y) && self.identical(x, y))
        {
            return true;
        }
        if matching.is_loose() {
            if let Some(unifies) = self.unify_core(unifier, x, y, matching) {
                return unifies;
            }
            if unifier.compares_interfaces
                && let Some(unifies) = self.unify_interfaces(unifier, x, y)
            {
                return unifies;
            }
        }
        self.unify_structure(unifier, x, y, matching)
    }

    fn is_type_lit(&self, ty: TypeId) -> bool {
        !matches!(
            self.types.get(ty),
            Type::Named { .. } | Type::TypeParam(_) | Type::Invalid
        )
    }

    /// A bound type parameter meets a type.
    fn unify_bound(&mut self, unifier: &mut Unifier, index: usize, y: TypeId, matching: Matching) -> bool {
        let slot = unifier.slots[index];
        let Some(x) = unifier.types[slot] else {
            unifier.types[slot] = Some(y);
            return true;
        };
        if x == y {
            return true;
        }
        if !self.unify(unifier, x, y, matching) {
            return false;
        }
        let is_defined = |checker: &Self, ty: TypeId| matches!(checker.types.get(ty), Type::Named { .. });
        match (self.is_interface(x), self.is_interface(y)) {
            (false, false) => {}
            // Which of two defined interfaces is meant cannot be told, nor which of two that differ in
            // methods.
            (true, true) if is_defined(self, x) && is_defined(self, y) => return self.identical(x, y),
            (true, true) => {
                if self.type_set(x).methods.len() != self.type_set(y).methods.len() {
                    return false;
                }
            }
            // The choice between an interface and another type would depend on their order.
            _ => return false,
        }
        if !matching.is_loose() {
            return true;
        }
        // Of several types that match loosely the defined one is kept, and of channels the directed one,
        // whatever their order: values of the others can be assigned to it.
        let slot = unifier.slots[index];
        if is_defined(self, x) {
            return true;
        }
        let is_directed = matches!(
            self.types.get(y),
            Type::Chan {
                dir: ChanDir::Send | ChanDir::Receive,
                ..
            }
        );
        if is_defined(self, y) || is_directed {
            unifier.types[slot] = Some(y);
        }
        true
    }

    /// spec: "If exactly one type is an unbound type parameter with a core type, and the core type unifies
    /// with the other type per the unification rules for loose unification".
    fn unify_core(
        &mut self,
        unifier: &mut Unifier,
        x: TypeId,
        y: TypeId,
        matching: Matching,
    ) -> Option<bool> {
        let (param, other) = match (self.is_type_param(x), self.is_type_param(y)) {
            (true, false) => (x, y),
            (false, true) => (y, x),
            _ => return None,
        };
        let core = self.core_type(param)?;
        let underlying = self.underlying(other);
        let other = if self.is_type_lit(core) && matches!(self.types.get(other), Type::Named { .. }) {
            underlying
        } else {
            other
        };
        Some(self.unify(unifier, core, other, matching))
    }

    /// spec: "If both types are interfaces [...] with the same type terms, both or neither embed the
    /// predeclared type comparable, corresponding method types unify exactly, and the method set of one of
    /// the interfaces is a subset of the method set of the other interface. Only one type is an interface
    /// [...], the method set of the interface is a subset of the other's, and corresponding methods unify."
    fn unify_interfaces(&mut self, unifier: &mut Unifier, x: TypeId, y: TypeId) -> Option<bool> {
        match (self.is_interface(x), self.is_interface(y)) {
            (false, false) => None,
            (true, true) => {
                let (a, b) = (self.type_set(x), self.type_set(y));
                if a.is_comparable != b.is_comparable || a.terms != b.terms {
                    return Some(false);
                }
                let (small, large) = if a.methods.len() <= b.methods.len() {
                    (a, b)
                } else {
                    (b, a)
                };
                for method in &small.methods {
                    let Some(other) = large.method(method.name, method.package) else {
                        return Some(false);
                    };
                    if !self.unify(unifier, method.signature, other.signature, Matching::Exact) {
                        return Some(false);
                    }
                }
                Some(true)
            }
            (true, false) => self.unify_with_interface(unifier, x, y),
            (false, true) => self.unify_with_interface(unifier, y, x),
        }
    }

    fn unify_with_interface(&mut self, unifier: &mut Unifier, interface: TypeId, ty: TypeId) -> Option<bool> {
        let set = self.type_set(interface);
        for method in &set.methods {
            let from = method.package.unwrap_or(PackageId(u32::MAX));
            let Lookup::Found {
                entry: Entry::Method { signature, .. },
                ..
            } = self.lookup(ty, false, from, method.name)
            else {
                return Some(false);
            };
            // A generic method implements none of an interface.
            if self.is_generic_func(signature)
                || !self.unify(unifier, method.signature, signature, Matching::Exact)
            {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Types of the same structure whose parts unify.
    fn unify_structure(&mut self, unifier: &mut Unifier, x: TypeId, y: TypeId, matching: Matching) -> bool {
        let parts = matching.of_parts();
        let (a, b) = (self.types.shared(x), self.types.shared(y));
        match (&*a, &*b) {
            (Type::Array { len: m, elem: a }, Type::Array { len: n, elem: b }) => {
                m == n && self.unify(unifier, *a, *b, parts)
            }
            (Type::Slice(a), Type::Slice(b)) | (Type::Pointer(a), Type::Pointer(b)) => {
                self.unify(unifier, *a, *b, parts)
            }
            (Type::Map { key: k, elem: a }, Type::Map { key: l, elem: b }) => {
                self.unify(unifier, *k, *l, parts) && self.unify(unifier, *a, *b, parts)
            }
            (Type::Chan { dir: d, elem: a }, Type::Chan { dir: e, elem: b }) => {
                (matching.is_loose() || d == e) && self.unify(unifier, *a, *b, parts)
            }
            (Type::Struct(f), Type::Struct(g)) => {
                f.len() == g.len()
                    && f.iter().zip(g).all(|(f, g)| {
                        f.name == g.name
                            && f.package == g.package
                            && f.is_embedded == g.is_embedded
                            && f.tag == g.tag
                            && self.unify(unifier, f.ty, g.ty, parts)
                    })
            }
            (Type::Signature(f), Type::Signature(g)) => self.unify_signatures(unifier, f, g, parts),
            (Type::Tuple(a), Type::Tuple(b)) => self.unify_all(unifier, a, b, parts),
            (Type::Named { decl: d, args: a }, Type::Named { decl: e, args: b }) => {
                if d == e {
                    return self.unify_all(unifier, a, b, matching);
                }
                false
            }
            (Type::Interface(_), Type::Interface(_)) => {
                let (s, t) = (self.type_set(x), self.type_set(y));
                s.is_comparable == t.is_comparable
                    && s.terms == t.terms
                    && s.methods.len() == t.methods.len()
                    && s.methods.iter().zip(&t.methods).all(|(m, n)| {
                        m.name == n.name
                            && m.package == n.package
                            && self.unify(unifier, m.signature, n.signature, Matching::Exact)
                    })
            }
            _ => false,
        }
    }

    fn unify_signatures(
        &mut self,
        unifier: &mut Unifier,
        f: &Signature,
        g: &Signature,
        parts: Matching,
    ) -> bool {
        f.is_variadic == g.is_variadic
            && self.unify_all(unifier, &f.params, &g.params, parts)
            && self.unify_all(unifier, &f.results, &g.results, parts)
    }

    fn unify_all(&mut self, unifier: &mut Unifier, a: &[TypeId], b: &[TypeId], parts: Matching) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| self.unify(unifier, a, b, parts))
    }
}
