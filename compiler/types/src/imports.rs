//! Import declarations.

use crate::checker::{Checker, LATEST_VERSION, PackageId};
use crate::env::Env;
use crate::object::{Object, ObjectId, ObjectKind};
use crate::scope::ScopeId;
use crate::types::TypeId;
use goes_syntax::ast::{self, Symbol};
use rustc_hash::FxHashMap;

impl<'a> Checker<'a> {
    /// The surroundings of declarations in a file.
    pub(crate) fn file_env(&self, package: PackageId, file: u32) -> Env {
        let known = self.package(package);
        let version = known
            .versions
            .get(file as usize)
            .copied()
            .unwrap_or(LATEST_VERSION);
        let scope = known
            .file_scopes
            .get(file as usize)
            .copied()
            .unwrap_or(known.scope);
        Env::new(package, file, version, scope)
    }

    pub(crate) fn collect_imports(
        &mut self,
        package: PackageId,
        file: u32,
        scope: ScopeId,
        tree: &'a ast::File,
    ) {
        for spec in &tree.imports {
            let Some(path) = unquote(spec.path.text.as_str()) else {
                continue;
            };
            let imported = self.imported_package(package, &path);
            self.collect_import(package, file, scope, spec, &path, imported);
        }
    }

    fn imported_package(&mut self, package: PackageId, path: &str) -> PackageId {
        if let Some(&known) = self.package(package).import_paths.get(path) {
            return known;
        }
        if path == "unsafe" {
            return self.unsafe_package();
        }
        // Whatever is missing was reported when the graph was loaded.
        PackageId::MISSING
    }

    fn unsafe_package(&mut self) -> PackageId {
        if let Some(id) = self.unsafe_package {
            return id;
        }
        self.add_package(crate::checker::PackageInput {
            path: "unsafe".to_owned(),
            name: "unsafe".to_owned(),
            files: &[],
            versions: Vec::new(),
            imports: FxHashMap::default(),
            is_user: false,
        })
    }

    fn collect_import(
        &mut self,
        package: PackageId,
        file: u32,
        scope: ScopeId,
        spec: &'a ast::ImportSpec,
        path: &str,
        imported: PackageId,
    ) {
        let local = spec.name.map(|name| name.name);
        let is_missing = imported == PackageId::MISSING;
        let name = local.unwrap_or_else(|| match path {
            path if is_missing => Symbol::new(default_name(path)),
            _ => Symbol::new(&self.package(imported).name),
        });
        let span = spec.name.map_or(spec.path.span, |name| name.span);
        if name.as_str() == "init" {
            return self.error(
                "InvalidInitDecl",
                span,
                "cannot import package as init - init must be a func",
            );
        }
        let object = self.new_object(Object {
            name,
            package: Some(package),
            ty: TypeId::INVALID,
            span,
            kind: ObjectKind::PkgName {
                imported,
                is_used: is_missing,
            },
            is_global: false,
        });
        if let Some(ident) = spec.name {
            let env = self.file_env(package, file);
            self.record_object(&env, ident.id, object);
        }
        self.packages[package.0 as usize].import_names.push(object);
        if name.as_str() == "." && is_missing {
            // Whatever it would have declared is reported as undefined.
        } else if name.as_str() == "." {
            self.dot_import(package, scope, imported, object, span);
        } else if is_missing && self.scopes[scope.0 as usize].names.contains_key(&name) {
            // What it would have been called is a guess.
        } else {
            self.declare_in(scope, name, span, object);
        }
    }

    /// spec: "If an explicit period (.) appears instead of a name, all the package's exported identifiers
    /// declared in that package's package block will be declared in the importing source file's file block".
    fn dot_import(
        &mut self,
        package: PackageId,
        scope: ScopeId,
        imported: PackageId,
        import: ObjectId,
        span: goes_source::Span,
    ) {
        self.collect(imported);
        let names = &self.scopes[self.package(imported).scope.0 as usize].names;
        let mut exported: Vec<(Symbol, ObjectId)> = names
            .iter()
            .filter(|(name, _)| name.is_exported())
            .map(|(&name, &object)| (name, object))
            .collect();
        exported.sort_by_key(|&(_, object)| object);
        for (name, object) in exported {
            if self.declare_in(scope, name, span, object) {
                self.packages[package.0 as usize]
                    .dot_imports
                    .insert((scope, name), import);
            }
        }
    }

    /// spec: "It is illegal [...] to directly import a package without referring to any of its exported
    /// identifiers."
    pub(crate) fn unused_imports(&mut self, package: PackageId) {
        for index in 0..self.package(package).import_names.len() {
            let object = self.package(package).import_names[index];
            let ObjectKind::PkgName { imported, is_used } = self.object(object).kind else {
                continue;
            };
            let Object { name, span, .. } = *self.object(object);
            if is_used || name.is_blank() {
                continue;
            }
            let path = &self.package(imported).path;
            let name = name.as_str();
            let message = if name == "." || name == path.rsplit('/').next().unwrap_or(path) {
                format!("{path:?} imported and not used")
            } else {
                format!("{path:?} imported as {name} and not used")
            };
            self.soft_error("UnusedImport", span, message);
        }
    }
}

/// The last element of an import path.
fn default_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The value of a string literal that holds no exotic escapes, as import paths and tags do.
pub(crate) fn unquote(text: &str) -> Option<String> {
    if let Some(raw) = text.strip_prefix('`') {
        return Some(raw.strip_suffix('`')?.replace('\r', ""));
    }
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(inner.to_owned());
    }
    let mut out = Vec::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        match chars.next()? {
            'n' => out.push(b'\n'),
            't' => out.push(b'\t'),
            'r' => out.push(b'\r'),
            'a' => out.push(7),
            'b' => out.push(8),
            'f' => out.push(12),
            'v' => out.push(11),
            'x' => out.push(digits(&mut chars, 2, 16)? as u8),
            'u' => push_char(&mut out, digits(&mut chars, 4, 16)?),
            'U' => push_char(&mut out, digits(&mut chars, 8, 16)?),
            octal @ '0'..='7' => {
                let rest = digits(&mut chars, 2, 8)?;
                out.push((octal.to_digit(8)? * 64 + rest) as u8);
            }
            other => out.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Some(String::from_utf8_lossy(&out).into_owned())
}

fn digits(chars: &mut std::str::Chars<'_>, count: usize, radix: u32) -> Option<u32> {
    (0..count).try_fold(0u32, |value, _| {
        Some(value * radix + chars.next()?.to_digit(radix)?)
    })
}

fn push_char(out: &mut Vec<u8>, code: u32) {
    let c = char::from_u32(code).unwrap_or('\u{fffd}');
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}
