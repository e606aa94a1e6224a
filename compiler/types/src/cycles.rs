//! Declarations that depend on themselves.

use crate::checker::{Checker, PackageId, State};
use crate::env::Env;
use crate::info::Mode;
use crate::object::{ObjectId, ObjectKind};
use crate::operand::Operand;
use crate::types::{Type, TypeId, TypeParamId};
use goes_source::{Diagnostic, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Type arguments that mention type parameters, where they are written or inferred.
#[derive(Clone, Debug)]
pub(crate) struct Instantiation {
    pub package: PackageId,
    pub span: Span,
    pub params: Vec<TypeParamId>,
    pub args: Vec<TypeId>,
}

/// A generic type that contains ever larger instances of itself is cut off after so many of them.
const MAX_INSTANCES: usize = 100;

/// The types that contain the one that is looked at, each as a component of the one before.
#[derive(Default)]
struct TypePath {
    types: Vec<(TypeId, ObjectId)>,
    places: FxHashMap<TypeId, usize>,
    /// How many of the types are instances.
    instances: usize,
}

impl TypePath {
    fn push(&mut self, ty: TypeId, object: ObjectId, is_instance: bool) {
        self.places.insert(ty, self.types.len());
        self.types.push((ty, object));
        self.instances += usize::from(is_instance);
    }

    fn pop(&mut self, is_instance: bool) {
        if let Some((ty, _)) = self.types.pop() {
            self.places.remove(&ty);
        }
        self.instances -= usize::from(is_instance);
    }
}

impl<'a> Checker<'a> {
    /// Whether the declaration of a defined type depends on itself, which has been reported.
    pub(crate) fn is_broken(&self, ty: TypeId) -> bool {
        match self.types.get(ty) {
            Type::Named { decl, .. } => self.broken.contains(&self.types.named_decl(*decl).object),
            _ => false,
        }
    }

    /// A reference to an object that is being resolved further out.
    pub(crate) fn check_cycle(&mut self, object: ObjectId) {
        // A variable with a declared type, and a defined type, are known well enough to be referred to;
        // whether values depend on each other is a matter of initialisation order.
        if self.broken.contains(&object) {
            return;
        }
        let is_known = !self.object(object).ty.is_invalid();
        let is_func = matches!(self.object(object).kind, ObjectKind::Func { .. });
        // Types may mention each other, as long as no value that one of them needs mentions it.
        let is_among_types =
            self.is_type_name(object) && self.path.last().is_some_and(|&last| self.is_type_name(last));
        if is_known && (is_func || is_among_types || !self.is_mixed_cycle(object)) {
            return;
        }
        self.report_cycle(object);
    }

    pub(crate) fn is_users(&self, object: ObjectId) -> bool {
        let package = self.object(object).package;
        package.is_some_and(|package| self.package(package).is_user)
    }

    fn is_value(&self, object: ObjectId) -> bool {
        matches!(
            self.object(object).kind,
            ObjectKind::Const { .. } | ObjectKind::Var(_)
        )
    }

    /// Resolves the types of a type's fields and elements while the type itself is still unknown: those whose
    /// size depends on its size are found out so.
    pub(crate) fn resolve_components(&mut self, object: ObjectId, ty: TypeId) {
        if !self.is_users(object) {
            return;
        }
        match &*self.types.shared(ty) {
            Type::Array { elem, .. } => self.resolve_components(object, *elem),
            Type::Struct(fields) => fields
                .iter()
                .for_each(|field| self.resolve_components(object, field.ty)),
            Type::Named { decl, .. } => {
                let other = self.types.named_decl(*decl).object;
                if self.states[other.0 as usize] == State::Unresolved {
                    self.resolve(other);
                }
            }
            _ => {}
        }
    }

    /// Rejects a value whose type's size depends on that of a type that is being declared further out.
    pub(crate) fn reject_incomplete(&mut self, x: &mut Operand<'a>) {
        let is_value = matches!(
            x.mode,
            Mode::Variable | Mode::MapIndex | Mode::Value | Mode::CommaOk
        );
        if !is_value || self.path.is_empty() {
            return;
        }
        self.note_need(x.ty);
        if !self.is_complete(x.ty) {
            x.invalidate();
        }
    }

    fn is_complete(&mut self, ty: TypeId) -> bool {
        match &*self.types.shared(ty) {
            Type::Array { elem, .. } => self.is_complete(*elem),
            Type::Struct(fields) => fields.iter().all(|field| self.is_complete(field.ty)),
            Type::Named { decl, .. } => {
                let object = self.types.named_decl(*decl).object;
                if self.types.try_underlying(ty).is_some()
                    || self.states[object.0 as usize] != State::Resolving
                {
                    return true;
                }
                if !self.broken.contains(&object) {
                    self.found_size_cycle(object);
                }
                false
            }
            _ => true,
        }
    }

    pub(crate) fn is_type_name(&self, object: ObjectId) -> bool {
        matches!(self.object(object).kind, ObjectKind::TypeName { .. })
    }

    /// Whether variables or constants, and types or functions, depend on each other.
    fn is_mixed_cycle(&self, object: ObjectId) -> bool {
        let start = self.path.iter().rposition(|&other| other == object);
        start.is_some_and(|start| {
            let cycle = &self.path[start..];
            cycle.iter().any(|&id| self.is_value(id)) && !cycle.iter().all(|&id| self.is_value(id))
        })
    }

    /// Reports the cycle if a type name is being resolved further out: nothing can be selected from it yet.
    pub(crate) fn report_if_resolving(&mut self, object: ObjectId) -> bool {
        let is_resolving = self.is_type_name(object) && self.states[object.0 as usize] == State::Resolving;
        if is_resolving && !self.broken.contains(&object) {
            self.report_cycle(object);
        }
        is_resolving
    }

    /// Makes the underlying type of a type known; false if it depends on itself, which is reported.
    pub(crate) fn resolve_for_underlying(&mut self, ty: TypeId) -> bool {
        let decl = match *self.types.get(ty) {
            Type::Named { decl, .. } => decl,
            Type::TypeParam(param) => {
                let constraint = self.types.type_param(param).constraint;
                self.underlying(constraint);
                return self.types.try_underlying(ty).is_some();
            }
            _ => return true,
        };
        let object = self.types.named_decl(decl).object;
        match self.states[object.0 as usize] {
            State::Unresolved => self.resolve(object),
            State::Resolving => {
                self.note_need(ty);
                if !self.broken.contains(&object) {
                    self.found_size_cycle(object);
                }
                return false;
            }
            State::Resolved => {}
        }
        if self.types.named_decl(decl).underlying.is_none() {
            self.set_underlying(decl, TypeId::INVALID);
        }
        true
    }

    /// Reports that the objects from `object` on refer to each other, and spoils `object`.
    pub(crate) fn report_cycle(&mut self, object: ObjectId) {
        let cycle = self.cycle_from(object);
        self.broken.insert(object);
        if cycle.iter().all(|&id| self.is_value(id)) {
            return self.report_init_cycle(&cycle);
        }
        self.report_cycle_of(&cycle);
    }

    /// What is being resolved, from `object` on.
    pub(crate) fn cycle_from(&self, object: ObjectId) -> Vec<ObjectId> {
        let start = self.path.iter().rposition(|&other| other == object);
        start.map_or_else(|| vec![object], |start| self.path[start..].to_vec())
    }

    pub(crate) fn report_cycle_of(&mut self, cycle: &[ObjectId]) {
        let cycle = self.rotate_to_first(cycle);
        let package = cycle.first().and_then(|&first| self.object(first).package);
        let cycle: Vec<(ObjectId, Span)> = cycle.iter().map(|&id| (id, self.object(id).span)).collect();
        self.report_decl_cycle(package.unwrap_or(PackageId(0)), &cycle);
    }

    /// Starts the cycle with what is declared first.
    fn rotate_to_first(&self, cycle: &[ObjectId]) -> Vec<ObjectId> {
        let first = (0..cycle.len())
            .min_by_key(|&index| self.object(cycle[index]).span.lo)
            .unwrap_or(0);
        let mut cycle = cycle.to_vec();
        cycle.rotate_left(first);
        cycle
    }

    /// Each object comes with its place; an instance of a generic type is reported where it is written.
    fn report_decl_cycle(&mut self, package: PackageId, cycle: &[(ObjectId, Span)]) {
        let Some(&(first, at)) = cycle.first() else { return };
        let is_type = self.is_type_name(first);
        let name = self.qualified_name(first, package);
        let message = match (is_type, cycle.len()) {
            (true, 1) => format!("invalid recursive type: {name} refers to itself"),
            (false, 1) => format!("invalid cycle in declaration: {name} refers to itself"),
            (true, _) => format!("invalid recursive type {name}"),
            (false, _) => format!("invalid cycle in declaration of {name}"),
        };
        let mut diagnostic = Diagnostic::error("InvalidDeclCycle", at, message);
        if cycle.len() > 1 {
            for (index, &(id, at)) in cycle.iter().enumerate() {
                let (next, _) = cycle[(index + 1) % cycle.len()];
                let text = format!(
                    "{} refers to {}",
                    self.qualified_name(id, package),
                    self.qualified_name(next, package)
                );
                diagnostic = diagnostic.label(at, text);
            }
        }
        self.report(diagnostic);
    }

    /// spec: "if any variables are still uninitialized when this process ends, those variables are part of
    /// one or more initialization cycles, and the program is not valid."
    fn report_init_cycle(&mut self, cycle: &[ObjectId]) {
        // A variable or constant comes first, as it is what cannot be initialised.
        let is_func = |id: ObjectId| matches!(self.object(id).kind, ObjectKind::Func { .. });
        let first = (0..cycle.len())
            .min_by_key(|&at| (is_func(cycle[at]), self.object(cycle[at]).span.lo))
            .unwrap_or(0);
        let mut cycle = cycle.to_vec();
        cycle.rotate_left(first);
        self.report_init_cycle_from(&cycle);
    }

    pub(crate) fn report_init_cycle_from(&mut self, cycle: &[ObjectId]) {
        let Some(&first) = cycle.first() else { return };
        let name = self.object(first).name;
        let span = self.object(first).span;
        if cycle.len() == 1 {
            let message = format!("initialization cycle: {name} refers to itself");
            return self.error("InvalidInitCycle", span, message);
        }
        let mut diagnostic = Diagnostic::error(
            "InvalidInitCycle",
            span,
            format!("initialization cycle for {name}"),
        );
        for (index, &id) in cycle.iter().enumerate() {
            let next = cycle[(index + 1) % cycle.len()];
            let text = format!("{} refers to {}", self.object(id).name, self.object(next).name);
            diagnostic = diagnostic.label(self.object(id).span, text);
        }
        self.report(diagnostic);
    }

    /// spec: "A struct type T may not contain a field of type T, or of a type containing T as a component,
    /// directly or indirectly, if those containing types are only array or struct types"; likewise for
    /// arrays and embedded interfaces.
    pub(crate) fn check_valid_type(&mut self, object: ObjectId) {
        // What is resolved on the way waits for its turn, so that a cycle is reported where it starts.
        self.unproven_types.push(object);
        if self.unproven_types.len() > 1 {
            return;
        }
        let mut at = 0;
        while let Some(&object) = self.unproven_types.get(at) {
            let ty = self.object(object).ty;
            self.is_valid_type(ty, &mut TypePath::default(), &mut false);
            at += 1;
        }
        self.unproven_types.clear();
    }

    /// `is_partial` is set where something on the way is not known yet.
    fn is_valid_type(&mut self, ty: TypeId, path: &mut TypePath, is_partial: &mut bool) -> bool {
        match &*self.types.shared(ty) {
            Type::Array { elem, .. } => self.is_valid_type(*elem, path, is_partial),
            Type::Struct(fields) => fields
                .iter()
                .all(|field| self.is_valid_type(field.ty, path, is_partial)),
            Type::Union(terms) => terms
                .iter()
                .all(|term| self.is_valid_type(term.ty, path, is_partial)),
            Type::Interface(interface) => interface
                .embedded
                .iter()
                .all(|&embedded| self.is_valid_type(embedded, path, is_partial)),
            Type::Named { decl, args } => {
                if self.valid_types.contains(&ty) {
                    return true;
                }
                let object = self.types.named_decl(*decl).object;
                if let Some(&start) = path.places.get(&ty) {
                    self.report_recursive_type(&path.types[start..]);
                    return false;
                }
                let is_instance = !args.is_empty();
                if is_instance && path.instances > MAX_INSTANCES {
                    let cycle = self.growing_cycle(object, &path.types);
                    self.report_recursive_type(&path.types[cycle]);
                    return false;
                }
                if self.states[object.0 as usize] == State::Unresolved {
                    self.resolve(object);
                }
                let Some(underlying) = self.types.try_underlying(ty) else {
                    *is_partial = true;
                    return true;
                };
                let right = self.right_side(ty, underlying);
                path.push(ty, object, is_instance);
                let mut is_own_partial = false;
                let embedded = if right == underlying {
                    self.written_embeds.get(decl).cloned()
                } else {
                    None
                };
                let is_valid = match embedded {
                    Some(embedded) => embedded
                        .iter()
                        .all(|&embedded| self.is_valid_type(embedded, path, &mut is_own_partial)),
                    None => self.is_valid_type(right, path, &mut is_own_partial),
                };
                path.pop(is_instance);
                if is_valid && !is_own_partial {
                    self.valid_types.insert(ty);
                }
                *is_partial |= is_own_partial;
                is_valid
            }
            _ => true,
        }
    }

    /// What a type declaration's right side says of a type: its underlying type, or the defined type that it
    /// is declared with.
    fn right_side(&mut self, ty: TypeId, underlying: TypeId) -> TypeId {
        let Type::Named { decl, args } = self.types.get(ty) else {
            return underlying;
        };
        match self.right_sides.get(decl) {
            Some(&right) if args.is_empty() && !underlying.is_invalid() => right,
            _ => underlying,
        }
    }

    /// The part of a path through ever larger instances that leads from a declaration to itself: it starts
    /// with the first instance that the program spells out, or else ends with the last but one of `object`.
    fn growing_cycle(&self, object: ObjectId, path: &[(TypeId, ObjectId)]) -> Range<usize> {
        for (start, &(ty, object)) in path.iter().enumerate() {
            let again = path[start + 1..].iter().position(|&(_, other)| other == object);
            if let Some(length) = again
                && self.instance_spans.contains_key(&ty)
            {
                return start..start + 1 + length;
            }
        }
        let last = path.iter().rposition(|&(_, other)| other == object);
        last.unwrap_or(path.len() - 1)..path.len()
    }

    fn report_recursive_type(&mut self, cycle: &[(TypeId, ObjectId)]) {
        let Some(&(_, object)) = cycle.first() else { return };
        if cycle.iter().any(|(_, object)| self.broken.contains(object)) {
            return;
        }
        let place = |&(ty, object): &(TypeId, ObjectId)| {
            let written = self.instance_spans.get(&ty).copied();
            (object, written.unwrap_or_else(|| self.object(object).span))
        };
        let cycle: Vec<(ObjectId, Span)> = cycle.iter().map(place).collect();
        let package = self.object(object).package.unwrap_or(PackageId(0));
        self.report_decl_cycle(package, &cycle);
        self.broken.insert(object);
        if let Type::Named { decl, .. } = *self.types.get(self.object(object).ty) {
            self.set_underlying(decl, TypeId::INVALID);
        }
        self.types.forget_underlying();
    }

    /// Reports a value of an instance of a generic type that contains itself where something else that is
    /// being declared depends on it.
    pub(crate) fn report_recursive_instance(&mut self, ty: TypeId) {
        let Type::Named { decl, args } = self.types.get(ty) else {
            return;
        };
        let object = self.types.named_decl(*decl).object;
        if args.is_empty() || self.path.is_empty() || !self.broken.contains(&object) {
            return;
        }
        if let Some(&at) = self.instance_spans.get(&ty) {
            let package = self.object(object).package.unwrap_or(PackageId(0));
            self.report_decl_cycle(package, &[(object, at)]);
        }
    }

    /// Takes note of type arguments for [`Checker::check_infinite_instantiation`].
    pub(crate) fn note_instantiation(
        &mut self,
        env: &Env,
        span: Span,
        params: &[TypeParamId],
        args: &[TypeId],
    ) {
        if self.package(env.package).is_user && args.iter().any(|&arg| self.types.has_type_param(arg)) {
            self.instantiations.push(Instantiation {
                package: env.package,
                span,
                params: params.to_vec(),
                args: args.to_vec(),
            });
        }
    }

    /// Reports generic code that would need infinitely many instances.
    ///
    /// Each type parameter is a node; an argument that mentions `Q` for the parameter `P` is an edge from
    /// `Q` to `P`, heavy if the argument is larger than `Q` itself. A cycle with a heavy edge never ends.
    pub(crate) fn check_infinite_instantiation(&mut self) {
        let instantiations = std::mem::take(&mut self.instantiations);
        if self.diagnostics.iter().any(Diagnostic::is_error) {
            return;
        }
        let mut edges: FxHashMap<TypeParamId, Vec<(TypeParamId, bool, usize, TypeId)>> = FxHashMap::default();
        for (index, instantiation) in instantiations.iter().enumerate() {
            for (&param, &arg) in instantiation.params.iter().zip(&instantiation.args) {
                let mut mentioned = Vec::new();
                self.collect_type_params(arg, &mut mentioned);
                for from in mentioned {
                    let is_heavy = !matches!(self.types.get(arg), Type::TypeParam(_));
                    let (from, to) = (self.canonical_param(from), self.canonical_param(param));
                    edges.entry(from).or_default().push((to, is_heavy, index, arg));
                }
            }
        }
        for (index, instantiation) in instantiations.iter().enumerate() {
            for (&param, &arg) in instantiation.params.iter().zip(&instantiation.args) {
                if matches!(self.types.get(arg), Type::TypeParam(_)) {
                    continue;
                }
                let to = self.canonical_param(param);
                let mut mentioned = Vec::new();
                self.collect_type_params(arg, &mut mentioned);
                let mentioned: Vec<_> = mentioned
                    .into_iter()
                    .map(|from| self.canonical_param(from))
                    .collect();
                if is_reachable(&edges, to, &mentioned) {
                    return self.report_instantiation_cycle(&instantiations[index], to, arg);
                }
            }
        }
    }

    fn report_instantiation_cycle(&mut self, at: &Instantiation, param: TypeParamId, arg: TypeId) {
        let decl = self.types.type_param(param);
        let (name, object) = (decl.name, decl.object);
        let text = format!("{name} instantiated as {}", self.type_string(arg, at.package));
        let span = self.object(object).span;
        self.report(
            Diagnostic::error("InvalidInstanceCycle", span, "instantiation cycle").label(at.span, text),
        );
    }

    /// A method's receiver type parameter stands for its type's.
    fn canonical_param(&self, param: TypeParamId) -> TypeParamId {
        self.canonical_params.get(&param).copied().unwrap_or(param)
    }

    /// The type parameters that occur in a type, each once.
    pub(crate) fn collect_type_params(&self, ty: TypeId, found: &mut Vec<TypeParamId>) {
        if !self.types.has_type_param(ty) {
            return;
        }
        match self.types.get(ty) {
            Type::TypeParam(param) => {
                if !found.contains(param) {
                    found.push(*param);
                }
            }
            Type::Invalid | Type::Basic(_) => {}
            Type::Array { elem, .. } | Type::Slice(elem) | Type::Pointer(elem) | Type::Chan { elem, .. } => {
                self.collect_type_params(*elem, found);
            }
            Type::Map { key, elem } => {
                self.collect_type_params(*key, found);
                self.collect_type_params(*elem, found);
            }
            Type::Struct(fields) => fields
                .iter()
                .for_each(|field| self.collect_type_params(field.ty, found)),
            Type::Signature(signature) => {
                signature
                    .params
                    .iter()
                    .chain(&signature.results)
                    .for_each(|&ty| self.collect_type_params(ty, found));
            }
            Type::Interface(interface) => {
                interface
                    .methods
                    .iter()
                    .for_each(|method| self.collect_type_params(method.signature, found));
                interface
                    .embedded
                    .iter()
                    .for_each(|&ty| self.collect_type_params(ty, found));
            }
            Type::Named { args, .. } => args.iter().for_each(|&ty| self.collect_type_params(ty, found)),
            Type::Tuple(types) => types.iter().for_each(|&ty| self.collect_type_params(ty, found)),
            Type::Union(terms) => terms
                .iter()
                .for_each(|term| self.collect_type_params(term.ty, found)),
        }
    }
}

/// Whether a way leads from one type parameter to one of several.
fn is_reachable(
    edges: &FxHashMap<TypeParamId, Vec<(TypeParamId, bool, usize, TypeId)>>,
    from: TypeParamId,
    targets: &[TypeParamId],
) -> bool {
    let mut seen = FxHashSet::default();
    let mut stack = vec![from];
    while let Some(at) = stack.pop() {
        if targets.contains(&at) {
            return true;
        }
        if !seen.insert(at) {
            continue;
        }
        if let Some(next) = edges.get(&at) {
            stack.extend(next.iter().map(|&(to, ..)| to));
        }
    }
    false
}
