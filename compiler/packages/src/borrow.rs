//! Modules that were never meant for JavaScript: what a package declares in its files for other systems alone is
//! borrowed from those for Linux, once something has turned out to be missing. Of what is borrowed, functions that do
//! not compile here panic when they are called: a program may well never call them.

use crate::graph::{Graph, PackageIndex};
use crate::load::Loader;
use crate::mend::{body_from, contains, take_import};
use crate::overlay::Replaced;
use crate::select::{Folder, Selection, select_folder};
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{DeclKind, ExprKind, FuncDecl};
use std::path::Path;

/// The number that says that there is no such system call.
const ENOSYS: u32 = 38;

impl Loader<'_> {
    /// Adds the files for Linux to those of a folder; what they must not declare again is the result.
    pub(crate) fn borrow(&self, dir: &Path, selection: &mut Selection) -> Replaced {
        let mut replaced = Replaced::default();
        for source in &mut selection.sources {
            source.is_overlay = true;
            replaced.add(&goes_syntax::parse_file(&source.text, 0, 0).file);
        }
        // What a package does on its own for another system is not for this one, unless that is all there is of it.
        if !selection.sources.is_empty() {
            replaced.leave_out("init");
        }
        let display = |path: &Path| self.display(path);
        let mut lent = select_folder(dir, &self.target.lender(), Folder::Package, self.fs, &display);
        let is_known = |name: &str| selection.sources.iter().any(|source| source.name == name);
        lent.sources.retain(|source| !is_known(&source.name));
        for source in &mut lent.sources {
            source.is_borrowed = true;
            replaced.prune_imports(source);
        }
        selection.sources.append(&mut lent.sources);
        replaced
    }
}

impl Graph {
    /// The import paths of packages that lack something, by the errors of a build, and may borrow it.
    pub fn lacking(&self, errors: &[Diagnostic]) -> Vec<String> {
        let mut lacking: Vec<String> = Vec::new();
        for error in errors {
            let Some((package, file)) = self.package_at(error.span) else {
                continue;
            };
            let package = self.get(package);
            let imports = &package.files[file].imports;
            if let Some(import) = imports.iter().find(|import| contains(import.span, error.span)) {
                if error.message.contains("build constraints exclude") {
                    lacking.push(import.path.text.as_str().trim_matches(['"', '`']).to_string());
                }
                continue;
            }
            let imported = package.imports.values().map(|&index| self.get(index));
            let qualifier = error
                .message
                .strip_prefix("undefined: ")
                .and_then(|name| name.split_once('.'));
            let named = imported.filter(|import| qualifier.is_some_and(|(name, _)| name == import.name));
            let borrowers = named
                .chain([package])
                .filter(|package| package.may_borrow && !package.is_std);
            lacking.extend(borrowers.map(|package| package.path.clone()));
        }
        lacking
    }

    /// Gives borrowed functions whose body is machine code one, if their result says that they are system calls: there
    /// are none.
    pub fn refuse_system_calls(&mut self) {
        for package in &mut self.packages {
            for (file, id) in package.files.iter_mut().zip(&package.file_ids) {
                if !package.borrowed.contains(id) {
                    continue;
                }
                let funcs = file.decls.iter_mut().filter_map(|decl| match &mut decl.kind {
                    DeclKind::Func(func) => Some(func),
                    DeclKind::Const(_) | DeclKind::Var(_) | DeclKind::Type(_) | DeclKind::Bad => None,
                });
                for func in funcs.filter(|func| func.body.is_none()) {
                    if let Some(name) = errno_result(func) {
                        let body = format!("{name} = {ENOSYS}; return");
                        func.body = body_from(&body, &mut package.node_count, &mut self.files);
                    }
                }
            }
        }
    }

    /// Takes errors out of what has been borrowed and of the modules that depend on it: functions panic with the
    /// error's text, other declarations go. The errors that remain are the result.
    pub fn mend_borrowed(&mut self, errors: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut mended: Vec<Span> = Vec::new();
        let mut remaining = Vec::new();
        for error in errors {
            if mended.iter().any(|span| contains(*span, error.span)) {
                continue;
            }
            match self.mend(error) {
                Some(span) => mended.push(span),
                None => remaining.push(error.clone()),
            }
        }
        remaining
    }

    fn package_at(&self, at: Span) -> Option<(PackageIndex, usize)> {
        let id = self.files.lookup(at.lo)?;
        self.packages.iter().enumerate().find_map(|(index, package)| {
            let file = package.file_ids.iter().position(|file| *file == id)?;
            Some((PackageIndex(index as u32), file))
        })
    }

    fn mend(&mut self, error: &Diagnostic) -> Option<Span> {
        let (index, file) = self.package_at(error.span)?;
        let at = self.files.get(self.files.lookup(error.span.lo)?).name.display();
        let line = self.files.position(error.span).map_or(0, |at| at.line);
        let reason = format!("not for JavaScript: {at}:{line}: {}", error.message);
        let package = &mut self.packages[index.0 as usize];
        let is_borrowed = package.borrowed.contains(&package.file_ids[file]);
        // A mistake in the user's own code is one.
        if package.is_std || package.is_user && !is_borrowed {
            return None;
        }
        package.is_malformed = false;
        if let Some(import) = take_import(&mut package.files[file], error.span) {
            return Some(import);
        }
        let decls = &mut package.files[file].decls;
        let index = decls.iter().position(|decl| contains(decl.span, error.span))?;
        let span = decls[index].span;
        let Some(statement) = statement_instead(&decls[index].kind, error.span, &reason) else {
            decls.remove(index);
            return Some(span);
        };
        let body = body_from(&statement, &mut package.node_count, &mut self.files);
        if let DeclKind::Func(func) = &mut package.files[file].decls[index].kind {
            func.body = body;
        }
        Some(span)
    }
}

/// What a function does instead of what is wrong in its body; `None` for what is wrong elsewhere.
fn statement_instead(decl: &DeclKind, at: Span, reason: &str) -> Option<String> {
    let body = match decl {
        DeclKind::Func(func) => func.body.as_ref(),
        DeclKind::Const(_) | DeclKind::Var(_) | DeclKind::Type(_) | DeclKind::Bad => None,
    };
    let is_in_body = body.is_some_and(|body| contains(body.span, at));
    is_in_body.then(|| format!("panic({reason:?})"))
}

/// The name of the last result, if it is the number of an error of the system.
fn errno_result(func: &FuncDecl) -> Option<&str> {
    let last = func.signature.results.last()?;
    match &last.ty.as_ref()?.kind {
        ExprKind::Selector(_, name) if name.name.as_str() == "Errno" => {
            Some(last.name.as_ref()?.name.as_str())
        }
        _ => None,
    }
}
