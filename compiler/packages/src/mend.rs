//! Go's own tests of a package that is ours may use what only Go's package has inside. Such tests fail when
//! they run; the others still tell something.

use crate::graph::{Graph, Package};
use goes_source::{Diagnostic, Files, Span};
use goes_syntax::ast::{self, Block, Decl, DeclKind, ExprKind, FuncDecl};

impl Graph {
    /// Takes what does not compile out of the tests of std: functions get a body that fails with the error's
    /// text, other declarations and imports go. `false` if some error is not in such a test.
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
        let imports = &mut package.files[index].imports;
        if let Some(at) = imports
            .iter()
            .position(|import| contains(import.span, error.span))
        {
            return Some(imports.remove(at).span);
        }
        fail_declaration(package, index, error.span, &reason, &mut self.files)
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.lo <= inner.lo && inner.lo < outer.hi
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
        DeclKind::Func(func) if func.body.as_ref().is_some_and(|body| contains(body.span, at)) => func,
        DeclKind::Func(_) | DeclKind::Const(_) | DeclKind::Var(_) | DeclKind::Type(_) | DeclKind::Bad => {
            decls.remove(index);
            return Some(span);
        }
    };
    let text = format!("package p\n\nfunc _() {{ {}({reason:?}) }}\n", failing_call(func));
    let id = files.add("_failing.go", text.as_str());
    let parsed = goes_syntax::parse_file(&text, files.get(id).base, package.node_count);
    package.node_count = parsed.next_id;
    func.body = parsed.file.decls.into_iter().find_map(body_of);
    Some(span)
}

fn body_of(decl: Decl) -> Option<Block> {
    match decl.kind {
        DeclKind::Func(func) => func.body,
        DeclKind::Const(_) | DeclKind::Var(_) | DeclKind::Type(_) | DeclKind::Bad => None,
    }
}

/// `t.Fatal` where the only parameter is `t *testing.T` or the like, else `panic`.
fn failing_call(func: &FuncDecl) -> String {
    let is_testing = |ty: &ast::Expr| match &ty.kind {
        ExprKind::Star(inner) => match &inner.kind {
            ExprKind::Ident(name) => matches!(name.as_str(), "T" | "B" | "F"),
            ExprKind::Selector(package, _) => {
                matches!(&package.kind, ExprKind::Ident(name) if name.as_str() == "testing")
            }
            _ => false,
        },
        _ => false,
    };
    match &func.signature.params[..] {
        [param] if func.signature.results.is_empty() && param.ty.as_ref().is_some_and(is_testing) => {
            match &param.name {
                Some(name) if !name.name.is_blank() => format!("{}.Fatal", name.name),
                _ => "panic".into(),
            }
        }
        _ => "panic".into(),
    }
}
