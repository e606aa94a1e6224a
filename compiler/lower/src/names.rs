//! Names of functions, in JavaScript and in stack traces, and documentation.

use crate::reach::Lowerer;
use goes_source::Span;
use goes_syntax::ast;
use goes_types::types::Type;
use goes_types::{ObjectId, ObjectKind, PackageId, TypeId as Ty};
use rustc_hash::FxHashMap;

/// Documentation of declarations, by the position of the declared name.
#[derive(Default)]
pub(crate) struct Docs {
    packages: FxHashMap<PackageId, FxHashMap<u32, ast::Doc>>,
}

impl Lowerer<'_, '_> {
    /// The name wanted in JavaScript (`Point$Scale`, `Map$string$int`) and the one in stack traces
    /// (`main.(*Point).Scale`, `main.Map[...]`).
    pub fn func_names(&mut self, object: ObjectId, args: &[Ty]) -> (String, String) {
        let facts = self.object(object).clone();
        let name = facts.name.to_string();
        let path = facts
            .package
            .map_or_else(|| "runtime".to_string(), |package| self.trace_path(package));
        let ObjectKind::Func { receiver, .. } = &facts.kind else {
            return (name.clone(), name);
        };
        let Some(receiver) = receiver else {
            let mut js_name = name.clone();
            self.append_args(&mut js_name, args);
            let suffix = if args.is_empty() { "" } else { "[...]" };
            return (js_name, format!("{path}.{name}{suffix}"));
        };
        let base = match &*self.shared(receiver.base) {
            Type::Named { decl, .. } => {
                let base = self.checker.types.named_decl(*decl).object;
                self.object(base).name.to_string()
            }
            _ => "?".to_string(),
        };
        let (args, own) = args.split_at(receiver.type_params.len().min(args.len()));
        let mut js_name = base.clone();
        self.append_args(&mut js_name, args);
        js_name.push('$');
        js_name.push_str(&name);
        self.append_args(&mut js_name, own);
        let suffix = if args.is_empty() { "" } else { "[...]" };
        let own = if own.is_empty() { "" } else { "[...]" };
        let go_name = if receiver.is_pointer {
            format!("{path}.(*{base}{suffix}).{name}{own}")
        } else {
            format!("{path}.{base}{suffix}.{name}{own}")
        };
        (js_name, go_name)
    }

    /// A package as stack traces name it.
    pub fn trace_path(&self, package: PackageId) -> String {
        let package = &self.checker.packages[package.0 as usize];
        if package.name == "main" {
            return "main".to_string();
        }
        // Go's symbols have no dots in the last element of a path.
        let (folder, last) = match package.path.rfind('/') {
            Some(at) => package.path.split_at(at),
            None => ("", package.path.as_str()),
        };
        format!("{folder}{}", last.replace('.', "%2e"))
    }

    pub fn append_args(&mut self, name: &mut String, args: &[Ty]) {
        for &arg in args {
            name.push('$');
            name.push_str(&self.name_piece(arg));
        }
    }

    /// A type as a part of an identifier.
    pub fn name_piece(&mut self, ty: Ty) -> String {
        match &*self.shared(ty) {
            Type::Basic(kind) => crate::ty::basic_name(*kind).replace('.', "_"),
            Type::Named { decl, args } => {
                let object = self.checker.types.named_decl(*decl).object;
                let mut name = self.object(object).name.to_string();
                for &arg in args.iter() {
                    name.push('_');
                    name.push_str(&self.name_piece(arg));
                }
                name
            }
            Type::Slice(elem) => format!("slice_{}", self.name_piece(*elem)),
            Type::Array { len, elem } => format!("array{len}_{}", self.name_piece(*elem)),
            Type::Pointer(elem) => format!("ptr_{}", self.name_piece(*elem)),
            Type::Map { key, elem } => format!("map_{}_{}", self.name_piece(*key), self.name_piece(*elem)),
            Type::Chan { elem, .. } => format!("chan_{}", self.name_piece(*elem)),
            Type::Signature(_) => "func".to_string(),
            Type::Interface(interface) if interface.methods.is_empty() => "any".to_string(),
            Type::Interface(_) => "interface".to_string(),
            Type::Struct(_) => "struct".to_string(),
            _ => "type".to_string(),
        }
    }

    /// The documentation of a package-level name.
    pub fn doc_at(&mut self, package: PackageId, name: Span) -> Option<String> {
        if !self.docs.packages.contains_key(&package) {
            let mut docs = FxHashMap::default();
            for file in self.checker.packages[package.0 as usize].files {
                for decl in &file.decls {
                    collect_docs(decl, &mut docs);
                }
            }
            self.docs.packages.insert(package, docs);
        }
        let doc = *self.docs.packages.get(&package)?.get(&name.lo)?;
        Some(self.doc_text(doc))
    }

    /// The text of comments without their marks; directives are left out.
    pub fn doc_text(&self, doc: ast::Doc) -> String {
        let mut lines = Vec::new();
        for line in self.source_text(doc.span).lines() {
            let line = line.trim();
            let is_directive = line.strip_prefix("//").is_some_and(|rest| {
                rest.split_once(':').is_some_and(|(tool, rest)| {
                    !tool.is_empty()
                        && tool
                            .bytes()
                            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
                        && rest.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
                })
            });
            if is_directive {
                continue;
            }
            let line = line
                .strip_prefix("//")
                .or_else(|| line.strip_prefix("/*"))
                .unwrap_or(line);
            let line = line.strip_suffix("*/").unwrap_or(line);
            lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_string());
        }
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        while lines.first().is_some_and(String::is_empty) {
            lines.remove(0);
        }
        lines.join("\n")
    }
}

fn collect_docs(decl: &ast::Decl, docs: &mut FxHashMap<u32, ast::Doc>) {
    let Some(doc) = decl.doc else { return };
    let mut add = |name: &ast::Ident| {
        docs.insert(name.span.lo, doc);
    };
    match &decl.kind {
        ast::DeclKind::Const(decl) => decl.names.iter().for_each(&mut add),
        ast::DeclKind::Var(decl) => decl.names.iter().for_each(&mut add),
        ast::DeclKind::Type(decl) => add(&decl.name),
        ast::DeclKind::Func(decl) => add(&decl.name),
        ast::DeclKind::Bad => {}
    }
}
