//! Declarations that need the size of a type while that type is still being declared.
//!
//! Declarations are resolved here in whatever order suits them, as far as they are needed. Whether one needs
//! a type that is not complete yet is defined by another order: the source's, where a declaration is entered
//! when a name that it declares is first mentioned. So what each declaration mentions and needs is noted,
//! and that order gone through afterwards.

use crate::checker::{Checker, PackageId};
use crate::object::{ObjectId, ObjectKind};
use crate::types::{Type, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the resolution of a declaration comes across.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
enum Event {
    /// The name of a package-level object.
    Mention(ObjectId),
    /// A value of a type, or something selected from it: the type must be complete.
    Need(TypeId),
}

/// What the declarations of the user's packages mention and need.
#[derive(Debug, Default)]
pub(crate) struct SizeCycles {
    events: FxHashMap<ObjectId, Vec<Event>>,
    seen: FxHashSet<(ObjectId, Event)>,
    has_needs: bool,
    /// Cycles that were found already, to be reported as they are unless a longer one contains them.
    found: Vec<Vec<ObjectId>>,
}

impl SizeCycles {
    fn note(&mut self, from: ObjectId, event: Event) {
        if self.seen.insert((from, event)) {
            self.events.entry(from).or_default().push(event);
            self.has_needs |= matches!(event, Event::Need(_));
        }
    }
}

/// A walk through the declarations of a package.
#[derive(Default)]
struct Walk {
    /// What is being declared, outermost first, with how many of its events are done.
    path: Vec<(ObjectId, usize)>,
    /// Where an object stands on the path; `None` for one that is done.
    places: FxHashMap<ObjectId, Option<usize>>,
}

impl Walk {
    fn enter(&mut self, object: ObjectId) {
        if !self.places.contains_key(&object) {
            self.places.insert(object, Some(self.path.len()));
            self.path.push((object, 0));
        }
    }
}

impl<'a> Checker<'a> {
    /// The object that is being resolved, if it is one at package level of the user's.
    fn noting(&self) -> Option<ObjectId> {
        let &from = self.path.last()?;
        (self.object(from).is_global && self.is_users(from)).then_some(from)
    }

    /// Takes note that the object being resolved mentions another one.
    pub(crate) fn note_mention(&mut self, object: ObjectId) {
        if self.object(object).is_global
            && let Some(from) = self.noting()
        {
            self.size_cycles.note(from, Event::Mention(object));
        }
    }

    /// Takes note that the object being resolved needs a type to be complete.
    pub(crate) fn note_need(&mut self, ty: TypeId) {
        let has_parts = matches!(
            self.types.get(ty),
            Type::Named { .. } | Type::Array { .. } | Type::Struct(_)
        );
        if has_parts && let Some(from) = self.noting() {
            self.size_cycles.note(from, Event::Need(ty));
        }
    }

    /// Spoils an object whose type is not complete yet; [`Checker::check_size_cycles`] reports it.
    pub(crate) fn found_size_cycle(&mut self, object: ObjectId) {
        if self.noting().is_none() {
            return self.report_cycle(object);
        }
        let cycle = self.cycle_from(object);
        self.broken.insert(object);
        self.size_cycles.found.push(cycle);
    }

    /// Reports the declarations of a package that need a type within its own declaration.
    pub(crate) fn check_size_cycles(&mut self, package: PackageId) {
        let graph = std::mem::take(&mut self.size_cycles);
        if !graph.has_needs {
            return;
        }
        let mut reported: FxHashSet<ObjectId> = self.broken.clone();
        for object in graph.found.iter().flatten() {
            reported.remove(object);
        }
        let mut walk = Walk::default();
        for object in self.in_order_of_resolution(package) {
            walk.enter(object);
            while let Some((at, done)) = walk.path.last_mut() {
                let event = graph.events.get(at).and_then(|events| events.get(*done)).copied();
                *done += 1;
                match event {
                    Some(Event::Mention(object)) => walk.enter(object),
                    Some(Event::Need(ty)) => {
                        let before = &graph.events[at][..*done];
                        let alias = self.incomplete_alias(ty, before, &walk);
                        self.check_need(ty, alias, &walk, &mut reported);
                    }
                    None => {
                        walk.places.insert(*at, None);
                        walk.path.pop();
                    }
                }
            }
        }
        for cycle in &graph.found {
            if !cycle.iter().any(|object| reported.contains(object)) {
                self.report_cycle_of(cycle);
            }
        }
    }

    /// Reports a type of which a value is needed where it, or a part of it, is being declared.
    fn check_need(
        &mut self,
        ty: TypeId,
        alias: Option<usize>,
        walk: &Walk,
        reported: &mut FxHashSet<ObjectId>,
    ) {
        let Some(part) = self.incomplete_part(ty, walk, &mut FxHashSet::default()) else {
            return;
        };
        let start = alias.map_or(part, |alias| alias.min(part));
        let cycle: Vec<ObjectId> = walk.path[start..].iter().map(|&(object, _)| object).collect();
        if !cycle.iter().any(|object| reported.contains(object)) {
            self.report_cycle_of(&cycle);
            self.broken.extend(&cycle);
            reported.extend(&cycle);
        }
    }

    /// Where on the path an alias of `ty` stands that a declaration has mentioned.
    fn incomplete_alias(&self, ty: TypeId, mentioned: &[Event], walk: &Walk) -> Option<usize> {
        mentioned.iter().find_map(|event| match *event {
            Event::Mention(object) if self.object(object).ty == ty => walk.places.get(&object).copied()?,
            _ => None,
        })
    }

    /// Where on the path a defined type stands on whose size that of `ty` depends.
    fn incomplete_part(&mut self, ty: TypeId, walk: &Walk, seen: &mut FxHashSet<TypeId>) -> Option<usize> {
        if !seen.insert(ty) {
            return None;
        }
        match &*self.types.shared(ty) {
            Type::Array { elem, .. } => self.incomplete_part(*elem, walk, seen),
            Type::Struct(fields) => fields
                .iter()
                .find_map(|field| self.incomplete_part(field.ty, walk, seen)),
            Type::Named { decl, .. } => {
                let object = self.types.named_decl(*decl).object;
                match walk.places.get(&object) {
                    Some(&Some(place)) => Some(place),
                    _ => {
                        let underlying = self.types.try_underlying(ty)?;
                        self.incomplete_part(underlying, walk, seen)
                    }
                }
            }
            _ => None,
        }
    }

    /// Defined types, then aliases, then all else, each in source order.
    pub(crate) fn in_order_of_resolution(&self, package: PackageId) -> Vec<ObjectId> {
        let rank = |&object: &ObjectId| match self.object(object).kind {
            ObjectKind::TypeName { is_alias, .. } => u8::from(is_alias),
            _ => 2,
        };
        let mut objects = self.package(package).objects.clone();
        objects.sort_by_key(rank);
        objects
    }
}
