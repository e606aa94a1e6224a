//! Go's own tests of a package that is ours may use what only Go's package has inside. Such tests fail when
//! they run; the others still tell something.

use crate::graph::{Graph, Package};
use goes_source::{Diagnostic, Files, Span};
use goes_syntax::ast::{self, Block, Decl, DeclKind, ExprKind, File, FuncDecl};

impl Graph {
    /// Takes what does not compile out of the tests of std: what `go test` calls gets a body that fails with the
    /// error's text, other declarations and imports go. `false` if some error is not in such a test.
    pub fn fail_tests(&mut self, errors: &[Diagnostic]) -> bool {
        let mut mended: Vec<Span> = Vec::new();
        errors.iter().all(|error| {
            if mended.iter().any(|span| contains(*span, error.span)) {
                return true;
            }
            let span = self.fail_test(error);
            mended.extend(span);
            span.is_some()
        })
    }

    /// The span of what the error has been taken out with.
    fn fail_test(&mut self, error: &Diagnostic) -> Option<Span> {
        let id = self.files.lookup(error.span.lo)?;
        let name = self.files.get(id).name.to_string_lossy().into_owned();
        let package = self
            .packages
            .iter_mut()
            .find(|package| package.is_std && package.file_ids.contains(&id))
            .filter(|_| name.ends_with("_test.go"))?;
        let line = self.files.position(error.span).map_or(0, |at| at.line);
        let reason = format!("cannot be compiled: {name}:{line}: {}", error.message);
        let index = package.file_ids.iter().position(|file| *file == id)?;
        // An import that did not resolve has been told of by the same error.
        package.is_malformed = false;
        if let Some(import) = take_import(&mut package.files[index], error.span) {
            return Some(import);
        }
        fail_declaration(package, index, error.span, &reason, &mut self.files)
    }
}

pub(crate) fn contains(outer: Span, inner: Span) -> bool {
    outer.lo <= inner.lo && inner.lo < outer.hi
}

/// Takes the import that an error is in out of a file, and gives its span.
pub(crate) fn take_import(file: &mut File, error: Span) -> Option<Span> {
    let at = file
        .imports
        .iter()
        .position(|import| contains(import.span, error))?;
    Some(file.imports.remove(at).span)
}

fn fail_declaration(
    package: &mut Package,
    file: usize,
    at: Span,
    reason: &str,
    files: &mut Files,
) -> Option<Span> {
    let decls = &mut package.files[file].decls;
    let index = decls.iter().position(|decl| contains(decl.span, at))?;
    let decl = &mut decls[index];
    let span = decl.span;
    let func = match &mut decl.kind {
        DeclKind::Func(func) => Some(func),
        DeclKind::Const(_) | DeclKind::Var(_) | DeclKind::Type(_) | DeclKind::Bad => None,
    };
    let entry = func.and_then(|func| failing_call(func).map(|call| (func, call)));
    let Some((func, call)) = entry else {
        // Whoever uses it fails in turn.
        decls.remove(index);
        return Some(span);
    };
    func.body = body_from(&format!("{call}({reason:?})"), &mut package.node_count, files);
    Some(span)
}

/// A function's body made of some statements.
pub(crate) fn body_from(statements: &str, node_count: &mut u32, files: &mut Files) -> Option<Block> {
    let text = format!("package p\n\nfunc _() {{ {statements} }}\n");
    let id = files.add("_failing.go", text.as_str());
    let parsed = goes_syntax::parse_file(&text, files.get(id).base, *node_count);
    *node_count = parsed.file.next_id;
    parsed.file.decls.into_iter().find_map(body_of)
}

fn body_of(decl: Decl) -> Option<Block> {
    match decl.kind {
        DeclKind::Func(func) => func.body,
        DeclKind::Const(_) | DeclKind::Var(_) | DeclKind::Type(_) | DeclKind::Bad => None,
    }
}

/// What a function that `go test` calls does instead: it fails, saying why. `None` for any other function.
fn failing_call(func: &FuncDecl) -> Option<String> {
    let name = func.name.name.as_str();
    if func.receiver.is_some() {
        return None;
    }
    if name == "TestMain" {
        return Some("panic".into());
    }
    // An example fails by what it prints.
    if name.starts_with("Example") {
        return Some("println".into());
    }
    let is_entry = ["Test", "Benchmark", "Fuzz"]
        .iter()
        .any(|prefix| name.starts_with(prefix));
    let has_testing_type = |ty: &ast::Expr| match &ty.kind {
        ExprKind::Star(inner) => matches!(&inner.kind, ExprKind::Ident(_) | ExprKind::Selector(..)),
        _ => false,
    };
    match &func.signature.params[..] {
        [param] if is_entry && param.ty.as_ref().is_some_and(has_testing_type) => match &param.name {
            Some(name) if !name.name.is_blank() => Some(format!("{}.Fatal", name.name)),
            _ => Some("panic".into()),
        },
        _ => None,
    }
}
