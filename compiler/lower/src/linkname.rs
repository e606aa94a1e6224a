//! `//go:linkname`: functions whose bodies stand in other packages, and variables that are others'.

use crate::reach::Lowerer;
use goes_source::Symbol;
use goes_types::{ObjectId, ObjectKind, PackageId, Type};
use rustc_hash::FxHashMap;

/// Which body a body-less function has.
#[derive(Default)]
pub(crate) struct Linknames {
    /// `//go:linkname local path.name` on a function with a body makes it known under that name.
    pushed: FxHashMap<String, ObjectId>,
    /// On a function without body it says where that is.
    pulled: FxHashMap<ObjectId, String>,
    resolved: FxHashMap<ObjectId, ObjectId>,
}

impl Lowerer<'_, '_> {
    /// Reads the directives of all packages.
    pub fn collect_linknames(&mut self) {
        for index in 0..self.checker.packages.len() {
            let package = PackageId(index as u32);
            let (files, scope) = (
                self.checker.packages[index].files,
                self.checker.packages[index].scope,
            );
            for file in files {
                for directive in file
                    .directives
                    .iter()
                    .filter(|directive| directive.name == "go:linkname")
                {
                    let mut words = directive.args.split_whitespace();
                    let (Some(local), Some(target)) = (words.next(), words.next()) else {
                        continue;
                    };
                    let local = Symbol::new(local);
                    let found = self.checker.scopes[scope.0 as usize].names.get(&local).copied();
                    let Some(object) = found else { continue };
                    self.add_linkname(package, object, target);
                }
            }
        }
    }

    fn add_linkname(&mut self, package: PackageId, object: ObjectId, target: &str) {
        if matches!(self.object(object).kind, ObjectKind::Var { .. }) {
            self.linknames.pulled.insert(object, target.to_string());
            return;
        }
        let Some(source) = self.func_source(object) else {
            return;
        };
        let own = format!(
            "{}.{}",
            self.checker.packages[package.0 as usize].path,
            self.object(object).name
        );
        if source.decl.body.is_some() || !self.directives_before(&source, "js:native").is_empty() {
            if own != target {
                self.linknames.pushed.insert(target.to_string(), object);
            }
        } else {
            self.linknames.pulled.insert(object, target.to_string());
        }
    }

    /// The function that has the body of `object`.
    pub fn linked(&mut self, object: ObjectId) -> ObjectId {
        if let Some(&known) = self.linknames.resolved.get(&object) {
            return known;
        }
        let resolved = self.find_linked(object).unwrap_or(object);
        self.checker.resolve(resolved);
        self.linknames.resolved.insert(object, resolved);
        resolved
    }

    fn find_linked(&mut self, object: ObjectId) -> Option<ObjectId> {
        let source = self.func_source(object)?;
        if source.decl.body.is_some() || !self.directives_before(&source, "js:native").is_empty() {
            return None;
        }
        let own = format!(
            "{}.{}",
            self.checker.packages[source.package.0 as usize].path, source.decl.name.name
        );
        if let Some(&pushed) = self.linknames.pushed.get(&own) {
            return Some(pushed);
        }
        let target = self.linknames.pulled.get(&object)?.clone();
        if let Some(&pushed) = self.linknames.pushed.get(&target) {
            return Some(pushed);
        }
        self.find_declared(object, &target)
    }

    /// The variable that `object`, a package variable, is. Go's linker has one for both names; here one without a
    /// namesake elsewhere is itself, such as those that Go's runtime has and ours has no use for.
    pub fn linked_variable(&mut self, object: ObjectId) -> ObjectId {
        let target = self.linknames.pulled.get(&object).cloned();
        let Some(found) = target.and_then(|target| self.find_declared(object, &target)) else {
            return object;
        };
        self.checker.resolve(found);
        let is_same_type = self.object(found).ty == self.object(object).ty;
        if is_same_type && !self.linknames.pulled.contains_key(&found) {
            found
        } else {
            object
        }
    }

    /// What is declared as `path.name`, `path.T.name` or `path.(*T).name`, if that is not `object`.
    fn find_declared(&self, object: ObjectId, target: &str) -> Option<ObjectId> {
        let (path, name) = target.rsplit_once('.')?;
        let found = match self.declared(path, name) {
            Some(found) => found,
            None => {
                let (path, ty) = path.rsplit_once('.')?;
                let base = ty
                    .strip_prefix("(*")
                    .and_then(|ty| ty.strip_suffix(')'))
                    .unwrap_or(ty);
                let base = self.object(self.declared(path, base)?).ty;
                let Type::Named { decl, .. } = self.checker.types.get(base) else {
                    return None;
                };
                let methods = &self.checker.types.named_decl(*decl).method_index;
                *methods.get(&Symbol::new(name))?
            }
        };
        (found != object).then_some(found)
    }

    fn declared(&self, path: &str, name: &str) -> Option<ObjectId> {
        let package = self
            .checker
            .packages
            .iter()
            .position(|package| package.path == path)?;
        let scope = self.checker.packages[package].scope;
        self.checker.scopes[scope.0 as usize]
            .names
            .get(&Symbol::new(name))
            .copied()
    }
}
