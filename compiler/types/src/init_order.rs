//! The order in which package variables are initialised.
//!
//! spec: "Within a package, package-level variable initialization proceeds stepwise, with each step
//! selecting the next variable in declaration order which has no dependencies on uninitialized variables."
//! As in gc, a variable without an initialiser takes its turn as well: those that refer to it come later.

use crate::checker::{Checker, DeclInfo, DeclKind, Initializer, PackageId};
use crate::object::{ObjectId, ObjectKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One initialiser and the variables it gives values to.
struct Node<'a> {
    /// `None` for a variable that is declared without a value.
    initializer: Option<Initializer<'a>>,
    variables: Vec<ObjectId>,
    /// How many other initialisers come before it for sure.
    waits_for: usize,
    /// Initialisers that wait for this one.
    dependents: Vec<usize>,
}

impl<'a> Checker<'a> {
    /// Computes `init_order` of a package; checks the bodies that initialisers lead to.
    pub fn compute_init_order(&mut self, package: PackageId) {
        if std::mem::replace(&mut self.packages[package.0 as usize].is_init_order_known, true) {
            return;
        }
        let (mut nodes, owner) = self.initializers(package);
        for index in 0..nodes.len() {
            let mut found = FxHashSet::default();
            for variable in nodes[index].variables.clone() {
                self.reachable(package, variable, &mut found);
            }
            let mut before: Vec<usize> = found
                .iter()
                .filter_map(|object| owner.get(object).copied())
                .collect();
            before.sort_unstable();
            before.dedup();
            nodes[index].waits_for = before.len();
            for other in before {
                nodes[other].dependents.push(index);
            }
        }
        self.packages[package.0 as usize].init_order = self.sort_initializers(package, nodes);
        if self.package(package).is_user {
            self.check_literals_of_consts(package);
        }
    }

    /// Reports constants that depend on themselves by way of a function literal, as in
    /// `const c = unsafe.Sizeof(func() { _ = c })`; other cycles among constants have been found before.
    fn check_literals_of_consts(&mut self, package: PackageId) {
        for object in std::mem::take(&mut self.consts_with_literals) {
            if self.object(object).package == Some(package) {
                self.find_init_cycle(package, object);
            }
        }
    }

    /// Repeatedly takes the first initialiser in declaration order that waits for none. Where all wait, one
    /// that waits for the fewest is part of a cycle.
    fn sort_initializers(&mut self, package: PackageId, mut nodes: Vec<Node<'a>>) -> Vec<Initializer<'a>> {
        let mut ready: BinaryHeap<Reverse<usize>> = nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.waits_for == 0)
            .map(|(at, _)| Reverse(at))
            .collect();
        let mut order = Vec::with_capacity(nodes.len());
        let mut is_done = vec![false; nodes.len()];
        loop {
            let index = match ready.pop() {
                Some(Reverse(index)) => index,
                None => {
                    let waiting = (0..nodes.len()).filter(|&at| !is_done[at]);
                    let Some(index) = waiting.min_by_key(|&at| (nodes[at].waits_for, at)) else {
                        break;
                    };
                    for variable in nodes[index].variables.clone() {
                        self.find_init_cycle(package, variable);
                    }
                    index
                }
            };
            if std::mem::replace(&mut is_done[index], true) {
                continue;
            }
            order.extend(nodes[index].initializer.take());
            for dependent in std::mem::take(&mut nodes[index].dependents) {
                nodes[dependent].waits_for = nodes[dependent].waits_for.saturating_sub(1);
                if nodes[dependent].waits_for == 0 && !is_done[dependent] {
                    ready.push(Reverse(dependent));
                }
            }
        }
        order
    }

    /// All initialisers in declaration order, and which one each variable belongs to.
    fn initializers(&self, package: PackageId) -> (Vec<Node<'a>>, FxHashMap<ObjectId, usize>) {
        let mut nodes: Vec<Node<'a>> = Vec::new();
        let mut owner = FxHashMap::default();
        for &object in &self.package(package).objects {
            let Some(DeclInfo {
                kind: DeclKind::Var { lhs, rhs, .. },
                file,
                ..
            }) = self.decls.get(&object)
            else {
                continue;
            };
            if owner.contains_key(&object) {
                continue;
            }
            let [value] = rhs else {
                owner.insert(object, nodes.len());
                nodes.push(Node {
                    initializer: None,
                    variables: vec![object],
                    waits_for: 0,
                    dependents: Vec::new(),
                });
                continue;
            };
            for &variable in &**lhs {
                owner.insert(variable, nodes.len());
            }
            let names = lhs
                .iter()
                .map(|&variable| (!self.object(variable).name.is_blank()).then_some(variable))
                .collect();
            nodes.push(Node {
                initializer: Some(Initializer {
                    lhs: names,
                    rhs: value,
                    file: *file,
                }),
                variables: lhs.to_vec(),
                waits_for: 0,
                dependents: Vec::new(),
            });
        }
        (nodes, owner)
    }

    /// What an object's initialiser or body refers to, directly or through functions.
    ///
    /// spec: "a reference to a variable or function" [...] "References inside a function are transitive".
    fn reachable(&mut self, package: PackageId, from: ObjectId, found: &mut FxHashSet<ObjectId>) {
        let mut stack = vec![from];
        while let Some(object) = stack.pop() {
            let next = self.direct_dependencies(package, object);
            for other in next {
                let is_new = found.insert(other);
                if is_new && !matches!(self.object(other).kind, ObjectKind::Var(_)) {
                    stack.push(other);
                }
            }
        }
    }

    fn direct_dependencies(&mut self, package: PackageId, object: ObjectId) -> Vec<ObjectId> {
        if self.object(object).package != Some(package) {
            return Vec::new();
        }
        match self.object(object).kind {
            ObjectKind::Func { .. } => self.check_body(object),
            _ => self.resolve(object),
        }
        self.dependencies.get(&object).cloned().unwrap_or_default()
    }

    /// Reports the way on which a variable depends on itself.
    fn find_init_cycle(&mut self, package: PackageId, variable: ObjectId) {
        let mut seen = FxHashSet::default();
        let mut path = vec![variable];
        if self.walk_to(package, variable, variable, &mut seen, &mut path)
            && !path.iter().any(|object| self.broken.contains(object))
        {
            self.broken.extend(path.iter().copied());
            self.report_init_cycle_from(&path);
        }
    }

    fn walk_to(
        &mut self,
        package: PackageId,
        from: ObjectId,
        target: ObjectId,
        seen: &mut FxHashSet<ObjectId>,
        path: &mut Vec<ObjectId>,
    ) -> bool {
        let next = self.direct_dependencies(package, from);
        if next.contains(&target) {
            return true;
        }
        for other in next {
            if seen.insert(other) {
                path.push(other);
                if self.walk_to(package, other, target, seen, path) {
                    return true;
                }
                path.pop();
            }
        }
        false
    }
}
