//! Fields and methods: selectors, method sets, implementation of interfaces.

use crate::checker::{Checker, PackageId};
use crate::env::Env;
use crate::object::{ObjectId, ObjectKind};
use crate::subst::Substitution;
use crate::types::{NamedId, Type, TypeId};
use goes_syntax::ast::Symbol;

/// What a name selects in values of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    NotFound,
    /// spec: "there is not exactly one f with shallowest depth".
    Ambiguous,
    /// A method of the pointer type only, and the operand is neither a pointer nor addressable.
    PointerReceiver,
    Found {
        /// Field indices; for a method those of the embedded fields that lead to its receiver.
        path: Box<[u32]>,
        /// A pointer was dereferenced on the way (the operand itself included).
        is_indirect: bool,
        entry: Entry,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    Field(TypeId),
    Method {
        /// The declaration; `None` for an interface's method.
        object: Option<ObjectId>,
        /// Without the receiver.
        signature: TypeId,
        is_interface: bool,
    },
}

/// A method of a type.
#[derive(Clone, Debug)]
pub struct MethodEntry {
    pub name: Symbol,
    /// The declaring package of a name that is not exported.
    pub package: Option<PackageId>,
    /// The embedded fields that lead to the receiver.
    pub path: Box<[u32]>,
    /// The declaration; `None` for an interface's method.
    pub object: Option<ObjectId>,
    pub signature: TypeId,
    /// The method set of the type itself lacks the method; that of a pointer to it has it.
    pub needs_pointer: bool,
    /// A pointer is dereferenced on the way to the receiver.
    pub is_indirect: bool,
    /// The method is that of an interface at the end of `path`.
    pub is_interface: bool,
}

/// An embedded field that is being searched.
struct Level {
    ty: TypeId,
    path: Vec<u32>,
    is_indirect: bool,
    /// The type occurs more than once at this depth.
    is_multiple: bool,
}

struct Candidate {
    path: Vec<u32>,
    is_indirect: bool,
    entry: Entry,
    has_pointer_receiver: bool,
}

/// Embedding through ever larger instances would never end: this deep, they are not looked into.
const MAX_DEPTH: usize = 64;

impl<'a> Checker<'a> {
    /// The element type of a pointer type, and whether it was one.
    pub(crate) fn deref(&self, ty: TypeId) -> (TypeId, bool) {
        match self.types.get(ty) {
            Type::Pointer(elem) => (*elem, true),
            _ => (ty, false),
        }
    }

    /// Finds a field or method.
    ///
    /// spec: "For a value x of type T or *T where T is not a pointer or interface type, x.f denotes the
    /// field or method at the shallowest depth in T where there is such an f."
    pub fn lookup(&mut self, ty: TypeId, is_addressable: bool, package: PackageId, name: Symbol) -> Lookup {
        if name.is_blank() {
            return Lookup::NotFound;
        }
        // spec: "As an exception, if the type of x is a defined pointer type and (*x).f is a valid selector
        // expression denoting a field (but not a method), x.f is shorthand for (*x).f."
        if let Type::Named { .. } = self.types.get(ty) {
            let underlying = self.underlying(ty);
            if let Type::Pointer(_) = self.types.get(underlying) {
                return match self.lookup_field_or_method(underlying, false, package, name) {
                    Lookup::Found {
                        entry: Entry::Method { .. },
                        ..
                    } => Lookup::NotFound,
                    found => found,
                };
            }
        }
        self.lookup_field_or_method(ty, is_addressable, package, name)
    }

    fn lookup_field_or_method(
        &mut self,
        ty: TypeId,
        is_addressable: bool,
        package: PackageId,
        name: Symbol,
    ) -> Lookup {
        let (base, is_pointer) = self.deref(ty);
        if is_pointer {
            // A pointer to an interface or type parameter has neither fields nor methods.
            let underlying = self.underlying(base);
            if let Type::Interface(_) = self.types.get(underlying) {
                return Lookup::NotFound;
            }
        }
        let mut current = vec![Level {
            ty: base,
            path: Vec::new(),
            is_indirect: is_pointer,
            is_multiple: false,
        }];
        let mut seen = Vec::new();
        for depth in 0.. {
            if depth >= MAX_DEPTH {
                current.retain(|level| !self.is_instance(level.ty));
            }
            let mut next = Vec::new();
            let mut found: Option<Candidate> = None;
            for level in &current {
                let mut candidates = Vec::new();
                self.search_level(level, package, name, &mut seen, &mut candidates, &mut next);
                for candidate in candidates {
                    if found.is_some() || level.is_multiple {
                        return Lookup::Ambiguous;
                    }
                    found = Some(candidate);
                }
            }
            if let Some(found) = found {
                if found.has_pointer_receiver && !found.is_indirect && !is_addressable {
                    return Lookup::PointerReceiver;
                }
                return Lookup::Found {
                    path: found.path.into(),
                    is_indirect: found.is_indirect,
                    entry: found.entry,
                };
            }
            if next.is_empty() {
                break;
            }
            current = consolidate(next);
        }
        Lookup::NotFound
    }

    fn is_instance(&self, ty: TypeId) -> bool {
        matches!(self.types.get(ty), Type::Named { args, .. } if !args.is_empty())
    }

    /// Looks for a name in one type, and adds its embedded types to `next`.
    fn search_level(
        &mut self,
        level: &Level,
        package: PackageId,
        name: Symbol,
        seen: &mut Vec<TypeId>,
        candidates: &mut Vec<Candidate>,
        next: &mut Vec<Level>,
    ) {
        if let Type::Named { decl, .. } = *self.types.get(level.ty) {
            if seen.contains(&level.ty) {
                return;
            }
            seen.push(level.ty);
            if let Some(object) = self.find_method(decl, package, name) {
                let signature = self.method_signature(object, level.ty);
                candidates.push(Candidate {
                    path: level.path.clone(),
                    is_indirect: level.is_indirect,
                    entry: Entry::Method {
                        object: Some(object),
                        signature,
                        is_interface: false,
                    },
                    has_pointer_receiver: self.has_pointer_receiver(object),
                });
                return;
            }
        }
        match &*self.under(level.ty) {
            Type::Struct(fields) => {
                for (index, field) in fields.iter().enumerate() {
                    let is_same =
                        field.name == name && (field.package.is_none() || field.package == Some(package));
                    // A second field of the name has been reported.
                    if is_same && !candidates.is_empty() {
                        continue;
                    }
                    if is_same {
                        let mut path = level.path.clone();
                        path.push(index as u32);
                        candidates.push(Candidate {
                            path,
                            is_indirect: level.is_indirect,
                            entry: Entry::Field(field.ty),
                            has_pointer_receiver: false,
                        });
                    } else if field.is_embedded {
                        let (ty, is_pointer) = self.deref(field.ty);
                        let mut path = level.path.clone();
                        path.push(index as u32);
                        let is_indirect = level.is_indirect || is_pointer;
                        next.push(Level {
                            ty,
                            path,
                            is_indirect,
                            is_multiple: level.is_multiple,
                        });
                    }
                }
            }
            Type::Interface(_) => {
                let set = self.type_set(level.ty);
                if let Some(method) = set.method(name, Some(package)) {
                    candidates.push(Candidate {
                        path: level.path.clone(),
                        is_indirect: level.is_indirect,
                        entry: Entry::Method {
                            object: None,
                            signature: method.signature,
                            is_interface: true,
                        },
                        has_pointer_receiver: false,
                    });
                }
            }
            _ => {}
        }
    }

    /// A method declared with the type itself as its receiver base type.
    fn find_method(&self, decl: NamedId, package: PackageId, name: Symbol) -> Option<ObjectId> {
        let object = *self.types.named_decl(decl).method_index.get(&name)?;
        (name.is_exported() || self.object(object).package == Some(package)).then_some(object)
    }

    pub(crate) fn has_pointer_receiver(&mut self, method: ObjectId) -> bool {
        match &self.object(method).kind {
            ObjectKind::Func {
                receiver: Some(receiver),
                ..
            } => receiver.is_pointer,
            _ => false,
        }
    }

    /// The signature of a declared method for the given receiver base type, type arguments filled in.
    pub fn method_signature(&mut self, method: ObjectId, base: TypeId) -> TypeId {
        self.resolve(method);
        let signature = self.object(method).ty;
        let Type::Named { args, .. } = self.types.get(base) else {
            return signature;
        };
        let own = match self.types.get(signature) {
            Type::Signature(of) => of.type_params.to_vec(),
            _ => Vec::new(),
        };
        if args.is_empty() || own.is_empty() && !self.types.has_type_param(signature) {
            return signature;
        }
        if let Some(&known) = self.method_signatures.get(&(method, base)) {
            return known;
        }
        let ObjectKind::Func {
            receiver: Some(receiver),
            ..
        } = &self.object(method).kind
        else {
            return signature;
        };
        let with = Substitution {
            from: receiver.type_params.clone(),
            to: args.to_vec(),
        };
        let (fresh, renamed) = if own.is_empty() {
            (own.clone(), signature)
        } else {
            // The constraints may mention the receiver's type parameters, so each receiver type has its own.
            self.rename_type_params(&own, signature)
        };
        for (&from, &to) in own.iter().zip(&fresh) {
            let constraint = self.types.type_param(to).constraint;
            self.types.type_param_mut(to).constraint = self.types.subst(constraint, &with);
            self.canonical_params.insert(to, from);
        }
        let result = self.types.subst(renamed, &with);
        self.method_signatures.insert((method, base), result);
        result
    }

    /// A field or method of the same name but for upper and lower case.
    pub(crate) fn lookup_fold(&mut self, ty: TypeId, package: PackageId, name: Symbol) -> Option<Symbol> {
        let wanted = name.as_str();
        let mut names = Vec::new();
        self.collect_names(ty, &mut |name, _| {
            if name.as_str().eq_ignore_ascii_case(wanted) && name.as_str() != wanted {
                names.push(name);
            }
        });
        names.sort_by_key(|name| name.as_str());
        names
            .into_iter()
            .find(|&name| matches!(self.lookup(ty, true, package, name), Lookup::Found { .. }))
    }

    /// Names all fields and methods at any depth.
    fn collect_names(&mut self, ty: TypeId, visit: &mut dyn FnMut(Symbol, Option<PackageId>)) {
        let mut queue = vec![self.deref(ty).0];
        let mut at = 0;
        while at < queue.len() && at < 1 << 12 {
            let ty = queue[at];
            at += 1;
            if let Type::Named { decl, .. } = self.types.get(ty) {
                for &method in &self.types.named_decl(*decl).methods {
                    let object = self.object(method);
                    visit(
                        object.name,
                        if object.name.is_exported() {
                            None
                        } else {
                            object.package
                        },
                    );
                }
            }
            match &*self.under(ty) {
                Type::Struct(fields) => {
                    for field in fields {
                        visit(field.name, field.package);
                        let embedded = self.deref(field.ty).0;
                        if field.is_embedded && !queue.contains(&embedded) {
                            queue.push(embedded);
                        }
                    }
                }
                Type::Interface(_) => {
                    for method in &self.type_set(ty).methods {
                        visit(method.name, method.package);
                    }
                }
                _ => {}
            }
        }
    }

    /// All methods that values of the type or pointers to it have, sorted by name. For a pointer type none
    /// `needs_pointer`.
    ///
    /// spec: "The method set of a type determines the methods that can be called on an operand of that type."
    pub fn method_set(&mut self, ty: TypeId) -> Vec<MethodEntry> {
        let mut names = Vec::new();
        self.collect_names(ty, &mut |name, package| names.push((name, package)));
        names.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()).then(a.1.cmp(&b.1)));
        names.dedup();
        let mut methods = Vec::new();
        for (name, package) in names {
            let from = package.unwrap_or(PackageId(u32::MAX));
            let needs_pointer = match self.lookup(ty, false, from, name) {
                Lookup::PointerReceiver => true,
                Lookup::Found { .. } => false,
                Lookup::NotFound | Lookup::Ambiguous => continue,
            };
            let Lookup::Found {
                path,
                is_indirect,
                entry,
            } = self.lookup(ty, true, from, name)
            else {
                continue;
            };
            let Entry::Method {
                object,
                signature,
                is_interface,
            } = entry
            else {
                continue;
            };
            methods.push(MethodEntry {
                name,
                package,
                path,
                object,
                signature,
                needs_pointer,
                is_indirect,
                is_interface,
            });
        }
        methods
    }

    /// Why `ty` lacks a method of the interface; `None` if it has them all.
    pub(crate) fn missing_method(&mut self, env: &Env, ty: TypeId, interface: TypeId) -> Option<String> {
        let wanted = self.type_set(interface);
        if wanted.methods.is_empty() || self.embeds_invalid(ty) {
            return None;
        }
        for method in &wanted.methods {
            if let Some(cause) = self.missing_one(env, ty, method) {
                return Some(cause);
            }
        }
        None
    }

    /// Whether the type embeds one whose error has been reported: it might have any method.
    fn embeds_invalid(&mut self, ty: TypeId) -> bool {
        let mut queue = vec![self.deref(ty).0];
        let mut at = 0;
        while at < queue.len() && at < MAX_DEPTH {
            let ty = queue[at];
            at += 1;
            match &*self.under(ty) {
                Type::Invalid => return true,
                Type::Struct(fields) => {
                    for field in fields.iter().filter(|field| field.is_embedded) {
                        let embedded = self.deref(field.ty).0;
                        if !queue.contains(&embedded) {
                            queue.push(embedded);
                        }
                    }
                }
                _ => {}
            }
        }
        false
    }

    pub(crate) fn wrong_method(&self, env: &Env, name: Symbol, have: TypeId, want: TypeId) -> String {
        let have = self.func_string(env.package, name.as_str(), have);
        let want = self.func_string(env.package, name.as_str(), want);
        if have == want {
            return format!("(wrong type for method {name})");
        }
        format!("(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}")
    }

    pub(crate) fn missing_one(
        &mut self,
        env: &Env,
        ty: TypeId,
        method: &crate::types::Method,
    ) -> Option<String> {
        let name = method.name;
        let from = method.package.unwrap_or(env.package);
        match self.lookup(ty, false, from, name) {
            Lookup::Found {
                entry: Entry::Method { signature, .. },
                ..
            } => {
                if self.identical(signature, method.signature) {
                    return None;
                }
                Some(self.wrong_method(env, name, signature, method.signature))
            }
            Lookup::Found {
                entry: Entry::Field(_),
                ..
            } => Some(format!(
                "({}.{name} is a field, not a method)",
                self.ty_string(env, ty)
            )),
            Lookup::PointerReceiver => Some(format!("(method {name} has pointer receiver)")),
            Lookup::Ambiguous => Some(format!("(ambiguous selector {}.{name})", self.ty_string(env, ty))),
            Lookup::NotFound => Some(self.why_not_found(env, ty, method)),
        }
    }

    fn why_not_found(&mut self, env: &Env, ty: TypeId, method: &crate::types::Method) -> String {
        let name = method.name;
        if let Some(cause) = self.pointer_to_interface(env, ty) {
            return format!("({cause})");
        }
        if let Some(other) = self.lookup_fold(ty, env.package, name)
            && let Lookup::Found {
                entry: Entry::Method { signature, .. },
                ..
            } = self.lookup(ty, true, env.package, other)
        {
            let have = self.func_string(env.package, other.as_str(), signature);
            let want = self.func_string(env.package, name.as_str(), method.signature);
            return format!("(missing method {name})\n\t\thave {have}\n\t\twant {want}");
        }
        if method.package.is_some_and(|package| package != env.package) {
            let has_same_name = {
                let mut found = false;
                self.collect_names(ty, &mut |other, _| found |= other == name);
                found
            };
            if has_same_name {
                return format!("(unexported method {name})");
            }
        }
        format!("(missing method {name})")
    }

    /// The reason why a pointer to an interface or type parameter has no methods.
    pub(crate) fn pointer_to_interface(&mut self, env: &Env, ty: TypeId) -> Option<String> {
        let underlying = self.underlying(ty);
        let (base, is_pointer) = self.deref(underlying);
        if !is_pointer {
            return None;
        }
        let text = self.ty_string(env, ty);
        if self.is_type_param(base) {
            return Some(format!(
                "type {text} is pointer to type parameter, not type parameter"
            ));
        }
        self.is_interface(base)
            .then(|| format!("type {text} is pointer to interface, not interface"))
    }

    /// Whether a type implements an interface or satisfies a constraint; the error says why not.
    ///
    /// spec: "A type T implements an interface I if [...]", "A type T satisfies a constraint C if T
    /// implements C or C can be written in the form interface{ comparable; E }, [...] and T is comparable".
    pub fn implements_in(&mut self, package: PackageId, ty: TypeId, interface: TypeId) -> bool {
        let env = Env::new(package, 0, crate::checker::LATEST_VERSION, self.universe);
        self.implements(&env, ty, interface, false).is_ok()
    }

    pub(crate) fn implements(
        &mut self,
        env: &Env,
        ty: TypeId,
        interface: TypeId,
        is_constraint: bool,
    ) -> Result<(), String> {
        let verb = if is_constraint { "satisfy" } else { "implement" };
        let target = self.underlying(interface);
        let underlying = self.underlying(ty);
        if ty.is_invalid() || underlying.is_invalid() || target.is_invalid() {
            return Ok(());
        }
        if let Type::Pointer(elem) = *self.types.get(underlying)
            && self.underlying(elem).is_invalid()
        {
            return Ok(());
        }
        let say = |checker: &Self, detail: &str| {
            format!(
                "{} does not {verb} {}{detail}",
                checker.ty_string(env, ty),
                checker.ty_string(env, interface)
            )
        };
        if !matches!(self.types.get(target), Type::Interface(_)) {
            let detail = self
                .pointer_to_interface(env, interface)
                .unwrap_or_else(|| format!("{} is not an interface", self.ty_string(env, interface)));
            return Err(say(self, &format!(" ({detail})")));
        }
        let wanted = self.type_set(target);
        if wanted.is_all() {
            return Ok(());
        }
        let own = if let Type::Interface(_) = self.types.get(underlying) {
            Some(self.type_set(underlying))
        } else {
            None
        };
        if own.as_ref().is_some_and(|own| own.is_empty()) {
            return Ok(());
        }
        if wanted.is_empty() {
            return Err(format!(
                "cannot {verb} {} (empty type set)",
                self.ty_string(env, interface)
            ));
        }
        if let Some(cause) = self.missing_method(env, ty, target) {
            return Err(say(self, &format!(" {cause}")));
        }
        if let Some(terms) = &wanted.terms {
            match &own {
                Some(own) => {
                    let is_subset = own.terms.as_ref().is_some_and(|own| {
                        own.iter()
                            .all(|&inner| terms.iter().any(|&outer| self.term_includes_all(outer, inner)))
                    });
                    if !is_subset {
                        return Err(say(self, ""));
                    }
                }
                None => {
                    if !terms.iter().any(|&term| self.types.term_includes(term, ty)) {
                        let detail = self.why_not_in(env, ty, interface, terms);
                        return Err(say(self, &format!(" ({detail})")));
                    }
                }
            }
        }
        // Terms that had to be comparable were filtered already; the interface says so itself otherwise.
        let underlying_is_comparable =
            matches!(self.types.get(target), Type::Interface(i) if i.is_comparable);
        if !(wanted.is_comparable || underlying_is_comparable) || self.strictly_comparable(ty) {
            return Ok(());
        }
        if is_constraint && self.comparable(ty) {
            if env.version >= (1, 20) {
                return Ok(());
            }
            return Err(format!(
                "{} to {verb} comparable requires go1.20 or later",
                self.ty_string(env, ty)
            ));
        }
        Err(format!("{} does not {verb} comparable", self.ty_string(env, ty)))
    }

    fn term_includes_all(&mut self, outer: crate::types::Term, inner: crate::types::Term) -> bool {
        if inner.is_tilde && !outer.is_tilde {
            return false;
        }
        self.types.term_includes(outer, inner.ty)
    }

    fn why_not_in(
        &mut self,
        env: &Env,
        ty: TypeId,
        interface: TypeId,
        terms: &[crate::types::Term],
    ) -> String {
        let constraint = self.ty_string(env, interface);
        for term in terms {
            let is_near = !term.is_tilde
                && self.underlying(term.ty) == term.ty
                && self.types.term_includes(
                    crate::types::Term {
                        is_tilde: true,
                        ty: term.ty,
                    },
                    ty,
                );
            if is_near {
                return format!(
                    "possibly missing ~ for {} in {constraint}",
                    self.ty_string(env, term.ty)
                );
            }
        }
        if self.mentions_type(interface, ty) {
            let text = self.ty_string(env, ty);
            return format!(
                "{constraint} mentions {text}, but {text} is not in the type set of {constraint}"
            );
        }
        let list: Vec<String> = terms
            .iter()
            .map(|term| {
                format!(
                    "{}{}",
                    if term.is_tilde { "~" } else { "" },
                    self.link_type_string(term.ty)
                )
            })
            .collect();
        format!("{} missing in {}", self.ty_string(env, ty), list.join(" | "))
    }

    /// Whether an interface's elements name a type.
    fn mentions_type(&mut self, interface: TypeId, ty: TypeId) -> bool {
        let Type::Interface(interface) = &*self.under(interface) else {
            return false;
        };
        interface
            .embedded
            .iter()
            .any(|&embedded| match self.types.get(embedded) {
                Type::Union(terms) => terms.iter().any(|term| term.ty == ty),
                _ => embedded == ty,
            })
    }
}

/// Embedded types that occur more than once at the same depth are searched once, and marked.
fn consolidate(levels: Vec<Level>) -> Vec<Level> {
    let mut kept: Vec<Level> = Vec::with_capacity(levels.len());
    for level in levels {
        match kept.iter_mut().find(|other| other.ty == level.ty) {
            Some(other) => other.is_multiple = true,
            None => kept.push(level),
        }
    }
    kept
}
