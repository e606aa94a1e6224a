//! What lowering may find wrong: mostly what cannot be represented in JavaScript.

use goes_source::{Diagnostic, Span};

pub(crate) fn missing_main(clause: Span) -> Diagnostic {
    Diagnostic::error(
        "MissingMain",
        clause,
        "function main is undeclared in the main package",
    )
}

pub(crate) fn missing_function_body(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "MissingFunctionBody",
        span,
        format!("missing function body of {name}"),
    )
    .note("bind it with `//js:native name` or `//go:linkname`, or give it a body")
}

pub(crate) fn missing_native(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "MissingNative",
        span,
        format!("no JavaScript file beside this one implements {name}"),
    )
}

pub(crate) fn unsupported_unsafe(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(
        "UnsupportedUnsafe",
        span,
        format!("{what} cannot be represented in JavaScript"),
    )
}

pub(crate) fn embed_of_other_type(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(
        "InvalidEmbed",
        span,
        format!("go:embed cannot apply to var of type {ty}"),
    )
}

pub(crate) fn embed_of_several_files(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(
        "InvalidEmbed",
        span,
        format!("invalid go:embed: multiple files for type {ty}"),
    )
}

pub(crate) fn infinite_instantiation(span: Span) -> Diagnostic {
    Diagnostic::error("InvalidInstanceCycle", span, "instantiation cycle")
}
