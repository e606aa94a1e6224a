//! What may have been meant by a name that denotes nothing.

use crate::checker::{Checker, PackageId};
use crate::env::Env;
use crate::scope::ScopeId;
use crate::types::{Field, Type, TypeId};
use goes_syntax::ast::Symbol;
use std::cmp::Reverse;

impl<'a> Checker<'a> {
    /// The visible name that is most like an undefined one.
    pub(crate) fn similar_name(&self, env: &Env, name: Symbol) -> Option<&'static str> {
        let mut scopes = Vec::new();
        let mut scope = Some(env.scope);
        while let Some(id) = scope {
            scopes.push(id);
            scope = self.scopes[id.0 as usize].parent;
        }
        closest(
            name.as_str(),
            scopes.into_iter().flat_map(|scope| self.names_in(scope)),
        )
    }

    /// The exported name of a package that is most like one that it does not have.
    pub(crate) fn similar_export(&self, package: PackageId, name: Symbol) -> Option<&'static str> {
        let scope = self.package(package).scope;
        closest(
            name.as_str(),
            self.names_in(scope)
                .into_iter()
                .filter(|name| Symbol::new(name).is_exported()),
        )
    }

    fn names_in(&self, scope: ScopeId) -> Vec<&'static str> {
        self.scopes[scope.0 as usize]
            .names
            .keys()
            .map(|name| name.as_str())
            .collect()
    }

    /// The field or method of a type that is most like one that it does not have.
    pub(crate) fn similar_member(&mut self, env: &Env, ty: TypeId, name: Symbol) -> Option<&'static str> {
        let methods = self.method_set(ty);
        let mut members: Vec<(Symbol, Option<PackageId>)> = methods
            .iter()
            .map(|method| (method.name, method.package))
            .collect();
        let (base, _) = self.deref(ty);
        if let Type::Struct(fields) = &*self.under(base) {
            members.extend(fields.iter().map(|field| (field.name, field.package)));
        }
        let visible = members
            .into_iter()
            .filter(|(_, package)| package.is_none_or(|package| package == env.package));
        closest(name.as_str(), visible.map(|(name, _)| name.as_str()))
    }

    /// The field that is most like a key of a struct literal that names none.
    pub(crate) fn similar_field(&self, env: &Env, fields: &[Field], key: Symbol) -> Option<&'static str> {
        let visible = fields
            .iter()
            .filter(|field| field.package.is_none_or(|package| package == env.package));
        closest(key.as_str(), visible.map(|field| field.name.as_str()))
    }
}

/// The candidate that takes the fewest edits, if these are few for the length of the name.
fn closest(wanted: &str, candidates: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let limit = wanted.chars().count() / 3;
    let near = candidates.filter_map(|candidate| {
        let distance = distance(wanted, candidate, limit)?;
        // Of several, the one that starts alike: what is typed last is what is left out.
        let common = candidate.chars().zip(wanted.chars()).take_while(|(a, b)| a == b);
        Some((distance, Reverse(common.count()), candidate))
    });
    near.min().map(|(.., candidate)| candidate)
}

/// How many characters must be inserted, removed, replaced or swapped with their neighbour; `None` if more
/// than `limit`.
fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit || a == b {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    Some(last[b.len()]).filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn finds_the_nearest_name() {
        let names = ["Println", "Printf", "Print", "Sprint"];
        assert_eq!(closest("Printl", names.into_iter()), Some("Println"));
        assert_eq!(closest("Prinltn", names.into_iter()), Some("Println"));
        assert_eq!(closest("Scan", names.into_iter()), None);
        assert_eq!(closest("x", ["y"].into_iter()), None);
    }
}
