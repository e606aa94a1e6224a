//! What the clause and the directives of a file say about the package as a whole.

use crate::checker::{Checker, PackageId};
use crate::object::ObjectKind;
use goes_source::Span;
use goes_syntax::ast::{self, Directive, Symbol};
use rustc_hash::FxHashSet;

impl Checker<'_> {
    /// spec: "The PackageName must not be the blank identifier."
    pub(crate) fn check_package_names(&mut self, package: PackageId) {
        for file in self.package(package).files {
            // A clause that was reported as malformed names nothing.
            if file.package.name.is_blank() && file.package.span.lo < file.package.span.hi {
                self.error("InvalidPkgUse", file.package.span, "invalid package name _");
            }
        }
    }

    /// `//go:linkname local remote` must name a function or variable of the package, each once.
    pub(crate) fn check_linknames(&mut self, package: PackageId) {
        let mut linked = FxHashSet::default();
        for (index, file) in self.package(package).files.iter().enumerate() {
            let imports_unsafe = imports_unsafe(file);
            let is_strict = self.package(package).versions.get(index) >= Some(&(1, 18));
            let is_linkname = |directive: &&Directive| directive.name == "go:linkname";
            for directive in file.directives.iter().filter(is_linkname) {
                let mut words = directive.args.split_whitespace();
                let (Some(local), remote) = (words.next(), words.next().unwrap_or_default()) else {
                    continue;
                };
                let message = if !imports_unsafe {
                    "//go:linkname only allowed in Go files that import \"unsafe\"".to_string()
                } else if remote.contains('[') && remote.contains(']') {
                    "//go:linkname reference of an instantiation is not allowed".to_string()
                } else if !self.is_linkable(package, local) {
                    if !is_strict {
                        continue;
                    }
                    "//go:linkname must refer to declared function or variable".to_string()
                } else if !linked.insert(local) {
                    format!("duplicate //go:linkname for {local}")
                } else {
                    continue;
                };
                // gc points behind the slashes.
                let span = Span::new(directive.span.lo + 2, directive.span.hi);
                self.error("InvalidLinkname", span, message);
            }
        }
    }

    fn is_linkable(&self, package: PackageId, name: &str) -> bool {
        let names = &self.scopes[self.package(package).scope.0 as usize].names;
        names.get(&Symbol::new(name)).is_some_and(|&object| {
            matches!(
                self.object(object).kind,
                ObjectKind::Func { .. } | ObjectKind::Var(_)
            )
        })
    }
}

fn imports_unsafe(file: &ast::File) -> bool {
    let is_unsafe = |import: &ast::ImportSpec| import.path.text.as_str().trim_matches(['"', '`']) == "unsafe";
    file.imports.iter().any(is_unsafe)
}
