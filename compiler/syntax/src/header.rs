//! What the import graph needs of a file: package clause, imports, `//go:build`.

use crate::ast::{Directive, ImportSpec};
use crate::comment;
use crate::lexer::{Lexed, lex_header};
use crate::literal::unquote_string;
use crate::nodes::Builder;
use crate::parser::Parser;
use goes_source::{Diagnostic, Span, Symbol};

/// The beginning of a file.
#[derive(Debug)]
pub struct Header {
    /// The package's name and where it stands; `None` where the clause is malformed.
    pub package: Option<(Symbol, Span)>,
    pub imports: Vec<HeaderImport>,
    /// The expression of the `//go:build` line.
    pub build_constraint: Option<(String, Span)>,
    /// Directives before `package`.
    pub directives: Vec<Directive>,
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Debug)]
pub struct HeaderImport {
    /// The local name, where given; `.` and `_` are names here.
    pub name: Option<Symbol>,
    /// The path, without quotes.
    pub path: String,
    /// The path's literal.
    pub span: Span,
}

/// Reads the package clause and the imports of a file whose first byte is at position `base`.
pub fn parse_header(text: &str, base: u32) -> Header {
    let Lexed {
        tokens,
        comments,
        diagnostics,
    } = lex_header(text, base);
    let mut cx = Builder::new(text, base, &comments, 0);
    cx.diagnostics = diagnostics;
    let start = tokens.first().map_or(base, |token| token.lo);
    let (package, imports) = match Parser::new(&mut cx, &tokens).header() {
        Some((package, imports)) => (Some((package.name, package.span)), imports),
        None => (None, Vec::new()),
    };
    let directives: Vec<_> = comments
        .iter()
        .filter(|comment| comment.lo < start)
        .filter_map(|comment| {
            let span = Span::new(comment.lo, comment.hi);
            comment::directive(cx.source(comment.lo, comment.hi), span)
        })
        .collect();
    let build_constraint = build_constraint(&directives);
    Header {
        package,
        imports: imports.iter().filter_map(header_import).collect(),
        build_constraint: build_constraint.map(|directive| (directive.args.clone(), directive.span)),
        directives,
        diagnostics: crate::diagnostics::tidy(text, base, cx.diagnostics),
    }
}

fn header_import(import: &ImportSpec) -> Option<HeaderImport> {
    let path = String::from_utf8(unquote_string(import.path.text.as_str())?).ok()?;
    Some(HeaderImport {
        name: import.name.map(|name| name.name),
        path,
        span: import.path.span,
    })
}

/// The `//go:build` line, of those directives that precede the package clause.
pub(crate) fn build_constraint(directives: &[Directive]) -> Option<&Directive> {
    directives.iter().find(|directive| directive.name == "go:build")
}

/// The least language version with which a build constraint can hold: `(1, 21)` for `linux && go1.21`.
///
/// A tag that is not a Go version says nothing; neither does a negated one.
pub(crate) fn go_version(constraint: &str) -> Option<(u32, u32)> {
    let mut rest = Constraint {
        text: constraint,
        depth: 0,
    };
    let version = rest.or()?;
    rest.skip_space();
    if rest.text.is_empty() { version.0 } else { None }
}

/// What is left to read of a constraint.
struct Constraint<'text> {
    text: &'text str,
    depth: u32,
}

/// The version that an operand asks for, if any.
struct Implied(Option<(u32, u32)>);

/// Each method reads one rule of the grammar of constraints; `None` means that it is malformed.
impl Constraint<'_> {
    fn skip_space(&mut self) {
        self.text = self.text.trim_start();
    }

    fn skip(&mut self, token: &str) -> bool {
        self.skip_space();
        let rest = self.text.strip_prefix(token);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    fn or(&mut self) -> Option<Implied> {
        let mut version = self.and()?;
        while self.skip("||") {
            version = Implied(version.0.min(self.and()?.0));
        }
        Some(version)
    }

    fn and(&mut self) -> Option<Implied> {
        let mut version = self.not()?;
        while self.skip("&&") {
            version = Implied(version.0.max(self.not()?.0));
        }
        Some(version)
    }

    fn not(&mut self) -> Option<Implied> {
        const MAX_DEPTH: u32 = 100;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let version = if self.skip("!") {
            self.not()?;
            Some(Implied(None))
        } else if self.skip("(") {
            let version = self.or()?;
            self.skip(")").then_some(version)
        } else {
            self.tag()
        };
        self.depth -= 1;
        version
    }

    fn tag(&mut self) -> Option<Implied> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let end = self.text.find(|c| !is_part(c)).unwrap_or(self.text.len());
        let (tag, rest) = self.text.split_at(end);
        self.text = rest;
        let minor = match tag.strip_prefix("go1") {
            Some("") => Some(0),
            Some(rest) => rest.strip_prefix('.').and_then(|minor| minor.parse().ok()),
            None => None,
        };
        (!tag.is_empty()).then_some(Implied(minor.map(|minor| (1, minor))))
    }
}
