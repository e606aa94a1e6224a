//! Compiler directives that stand where they mean nothing.

use crate::ast::{DeclKind, File};
use crate::comment::Comment;
use goes_source::{Diagnostic, Span};
use rustc_hash::FxHashSet;

/// What a directive of the compiler is about.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Subject {
    File,
    Func,
    /// Nothing in particular, or looked at elsewhere.
    Any,
}

/// Reports what gc does of `//go:` comments; `start` is the package clause.
pub(crate) fn misplaced(text: &str, file: &File, comments: &[Comment], start: u32) -> Vec<Diagnostic> {
    let offset = |position: u32| (position - file.base) as usize;
    let directives: Vec<(&Comment, &str)> = comments
        .iter()
        .filter_map(|comment| {
            let body = text[offset(comment.lo)..offset(comment.hi)].strip_prefix("//")?;
            body.starts_with("go:").then_some((comment, body))
        })
        .collect();
    if directives.is_empty() {
        return Vec::new();
    }
    let is_func = |kind: &DeclKind| matches!(kind, DeclKind::Func(_));
    let funcs: FxHashSet<u32> = file
        .decls
        .iter()
        .filter(|decl| is_func(&decl.kind))
        .map(|decl| decl.span.lo)
        .collect();
    let fault = |(comment, body): (&Comment, &str)| {
        let before = text[..offset(comment.lo)].rsplit('\n').next().unwrap_or_default();
        let is_alone = before.trim_matches([' ', '\t', '\r', '\u{feff}']).is_empty();
        let name = body.split([' ', '\r']).next().unwrap_or_default();
        let is_placed = match subject(name) {
            Subject::File => comment.next == start,
            Subject::Func => funcs.contains(&comment.next),
            Subject::Any => true,
        };
        let words = body.split_whitespace().count();
        let message = if !is_alone || !is_placed {
            "misplaced compiler directive"
        } else if body.starts_with("go:linkname ") && !(2..=3).contains(&words) {
            "usage: //go:linkname localname [linkname]"
        } else {
            return None;
        };
        // gc points behind the slashes.
        let span = Span::new(comment.lo + 2, comment.hi);
        Some(Diagnostic::error("MisplacedDirective", span, message))
    };
    directives.into_iter().filter_map(fault).collect()
}

fn subject(name: &str) -> Subject {
    match name {
        "go:build" => Subject::File,
        "go:noescape"
        | "go:norace"
        | "go:nosplit"
        | "go:noinline"
        | "go:nocheckptr"
        | "go:systemstack"
        | "go:nowritebarrier"
        | "go:nowritebarrierrec"
        | "go:yeswritebarrierrec"
        | "go:cgo_unsafe_args"
        | "go:uintptrkeepalive"
        | "go:uintptrescapes"
        | "go:registerparams" => Subject::Func,
        _ => Subject::Any,
    }
}
