//! Type sets.
//!
//! spec: "An interface type defines a type set."

use crate::checker::Checker;
use crate::types::{Method, Term, Type, TypeId, Types};
use std::sync::Arc;

/// The types that implement an interface.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeSet {
    /// All methods, those of embedded interfaces included, sorted by name.
    pub methods: Box<[Method]>,
    /// `None`: all types that have the methods. Otherwise those of the terms that have them.
    pub terms: Option<Box<[Term]>>,
    /// Only strictly comparable types.
    pub is_comparable: bool,
}

impl TypeSet {
    /// No type is in the set.
    pub fn is_empty(&self) -> bool {
        self.terms.as_deref().is_some_and(<[Term]>::is_empty)
    }

    /// All types are in the set.
    pub fn is_all(&self) -> bool {
        self.methods.is_empty() && self.terms.is_none() && !self.is_comparable
    }

    /// spec: "a basic interface": one whose type set is described by methods alone.
    pub fn is_basic(&self) -> bool {
        self.terms.is_none() && !self.is_comparable
    }

    pub fn method(
        &self,
        name: goes_syntax::ast::Symbol,
        package: Option<crate::PackageId>,
    ) -> Option<&Method> {
        self.methods
            .iter()
            .find(|method| method.name == name && (method.package.is_none() || method.package == package))
    }
}

impl Types {
    /// The type set of an interface type (not of a defined one: take the underlying type first).
    pub fn type_set(&mut self, interface: TypeId) -> Arc<TypeSet> {
        if let Some(set) = self.type_sets.get(&interface) {
            return Arc::clone(set);
        }
        let mut is_complete = true;
        let mut visiting = Vec::new();
        let set = Arc::new(self.compute_type_set(interface, &mut visiting, &mut is_complete));
        if is_complete {
            self.type_sets.insert(interface, Arc::clone(&set));
        }
        set
    }

    fn compute_type_set(
        &mut self,
        id: TypeId,
        visiting: &mut Vec<TypeId>,
        is_complete: &mut bool,
    ) -> TypeSet {
        let shared = self.shared(id);
        let Type::Interface(interface) = &*shared else {
            return TypeSet::default();
        };
        let mut methods = interface.methods.to_vec();
        let mut terms: Option<Vec<Term>> = None;
        let mut is_comparable = interface.is_comparable;
        if visiting.contains(&id) {
            *is_complete = false;
            return TypeSet {
                methods: methods.into(),
                terms: None,
                is_comparable,
            };
        }
        visiting.push(id);
        for &embedded in &interface.embedded {
            let Some(underlying) = self.try_underlying(embedded) else {
                *is_complete = false;
                continue;
            };
            let part = match &*self.shared(underlying) {
                Type::Invalid => continue,
                Type::Union(union) => self.union_terms(union, visiting, is_complete),
                Type::Interface(_) => {
                    let set = self.compute_type_set(underlying, visiting, is_complete);
                    for method in &set.methods {
                        if !methods
                            .iter()
                            .any(|known| known.name == method.name && known.package == method.package)
                        {
                            methods.push(method.clone());
                        }
                    }
                    is_comparable |= set.is_comparable;
                    set.terms.map(Vec::from)
                }
                _ => Some(vec![Term {
                    is_tilde: false,
                    ty: embedded,
                }]),
            };
            // spec: "The type set of an interface element is the intersection of the type sets of its
            // interface elements".
            terms = match (terms, part) {
                (Some(a), Some(b)) => Some(self.intersect_terms(&a, &b)),
                (a, b) => a.or(b),
            };
        }
        visiting.pop();
        methods.sort_by(|a, b| {
            a.name
                .as_str()
                .cmp(b.name.as_str())
                .then(a.package.cmp(&b.package))
        });
        TypeSet {
            methods: methods.into(),
            terms: terms.map(Vec::into),
            is_comparable,
        }
    }

    /// The terms of a union; `None` if they cover all types.
    ///
    /// spec: "The type set of a union [...] is the union of the type sets of the terms."
    fn union_terms(
        &mut self,
        union: &[Term],
        visiting: &mut Vec<TypeId>,
        is_complete: &mut bool,
    ) -> Option<Vec<Term>> {
        let mut terms = Vec::with_capacity(union.len());
        for term in union {
            let Some(underlying) = self.try_underlying(term.ty) else {
                *is_complete = false;
                terms.push(*term);
                continue;
            };
            match self.get(underlying) {
                Type::Invalid => {}
                Type::Interface(_) if !matches!(self.get(term.ty), Type::TypeParam(_)) => {
                    let set = self.compute_type_set(underlying, visiting, is_complete);
                    terms.extend(set.terms?.iter().copied());
                }
                // ~T with another underlying type has been reported, and stands for no type.
                _ if term.is_tilde && underlying != term.ty => {}
                _ => terms.push(*term),
            }
        }
        Some(self.normalize_terms(terms))
    }

    /// Leaves out terms that others include.
    fn normalize_terms(&mut self, terms: Vec<Term>) -> Vec<Term> {
        let mut kept: Vec<Term> = Vec::with_capacity(terms.len());
        for term in terms {
            if kept
                .iter()
                .copied()
                .any(|other| self.term_includes_term(other, term))
            {
                continue;
            }
            kept.retain(|&other| !self.term_includes_term(term, other));
            kept.push(term);
        }
        kept
    }

    fn term_includes_term(&mut self, outer: Term, inner: Term) -> bool {
        if outer.ty == inner.ty {
            return outer.is_tilde || !inner.is_tilde;
        }
        outer.is_tilde && self.underlying(inner.ty) == self.underlying(outer.ty)
    }

    /// Whether a type is in the set of a term.
    pub(crate) fn term_includes(&mut self, term: Term, ty: TypeId) -> bool {
        self.term_includes_term(term, Term { is_tilde: false, ty })
    }

    fn intersect_terms(&mut self, a: &[Term], b: &[Term]) -> Vec<Term> {
        let mut both = Vec::new();
        for &x in a {
            for &y in b {
                if self.term_includes_term(x, y) {
                    both.push(y);
                } else if self.term_includes_term(y, x) {
                    both.push(x);
                }
            }
        }
        self.normalize_terms(both)
    }
}

impl Checker<'_> {
    /// The type set of an interface or a type parameter's constraint; embedded types are resolved first.
    pub(crate) fn type_set(&mut self, ty: TypeId) -> Arc<TypeSet> {
        let interface = self.underlying(ty);
        if let Some(set) = self.types.type_sets.get(&interface) {
            return Arc::clone(set);
        }
        let mut seen = Vec::new();
        self.resolve_embedded(interface, &mut seen);
        let set = self.types.type_set(interface);
        if !set.is_comparable || set.terms.is_none() {
            return set;
        }
        // spec: "comparable [...] denotes the set of all non-interface types that are strictly comparable".
        let terms: Vec<Term> = set.terms.iter().flat_map(|terms| terms.iter().copied()).collect();
        let terms = terms
            .into_iter()
            .filter(|term| self.strictly_comparable(term.ty))
            .collect();
        let set = Arc::new(TypeSet {
            methods: set.methods.clone(),
            terms: Some(terms),
            is_comparable: false,
        });
        self.types.type_sets.insert(interface, Arc::clone(&set));
        set
    }

    /// Resolves the declarations that an interface's type set depends on.
    fn resolve_embedded(&mut self, interface: TypeId, seen: &mut Vec<TypeId>) {
        if seen.contains(&interface) {
            return;
        }
        seen.push(interface);
        match &*self.types.shared(interface) {
            Type::Interface(interface) => {
                for &embedded in &interface.embedded {
                    let underlying = self.underlying(embedded);
                    self.resolve_embedded(underlying, seen);
                }
            }
            Type::Union(terms) => {
                for term in terms {
                    if let Type::TypeParam(_) = self.types.get(term.ty) {
                        continue;
                    }
                    let underlying = self.underlying(term.ty);
                    self.resolve_embedded(underlying, seen);
                }
            }
            _ => {}
        }
    }

    /// The terms of a type parameter's type set; `None` if it has no specific types. Any other type is its
    /// own only term.
    pub fn type_set_terms(&mut self, ty: TypeId) -> Option<Box<[Term]>> {
        if let Type::TypeParam(_) = self.types.get(ty) {
            return self.type_set(ty).terms.clone();
        }
        Some(Box::new([Term { is_tilde: false, ty }]))
    }

    /// The underlying types of [`Checker::type_set_terms`].
    pub(crate) fn type_terms_underlying(&mut self, ty: TypeId) -> Option<Vec<TypeId>> {
        let terms = self.type_set_terms(ty)?;
        Some(terms.iter().map(|term| self.underlying(term.ty)).collect())
    }

    /// The single underlying type of a type set; channels may differ in direction.
    /// A type that is no type parameter: its underlying type.
    pub(crate) fn core_type(&mut self, ty: TypeId) -> Option<TypeId> {
        let Type::TypeParam(_) = self.types.get(ty) else {
            return Some(self.underlying(ty));
        };
        let terms = self.type_terms_underlying(ty)?;
        let mut core: Option<TypeId> = None;
        for term in terms {
            core = match core {
                None => Some(term),
                Some(core) => Some(self.common_core(core, term)?),
            };
        }
        core
    }

    /// One underlying type for two; channels of one element type agree on the narrower direction.
    fn common_core(&mut self, a: TypeId, b: TypeId) -> Option<TypeId> {
        if self.identical(a, b) {
            return Some(a);
        }
        use goes_syntax::ast::ChanDir;
        match (self.types.get(a), self.types.get(b)) {
            (&Type::Chan { dir: x, elem: c }, &Type::Chan { dir: y, elem: d }) if c == d => match (x, y) {
                (ChanDir::Both, _) => Some(b),
                (_, ChanDir::Both) => Some(a),
                _ => None,
            },
            _ => None,
        }
    }
}
