//! Parses a file declaration by declaration, so that one that is wrong leaves the others alone.

use crate::Parsed;
use crate::ast::{Decl, DeclKind, File, Ident, ImportSpec, NodeId, Span, Symbol};
use crate::comment;
use crate::diagnostics;
use crate::disambiguate::disambiguate;
use crate::grammar::StartParser;
use crate::header;
use crate::lexer::{Lexed, lex};
use crate::nodes::{Builder, Unit};
use crate::token::{Token, TokenKind};
use goes_source::Diagnostic;
use lalrpop_util::ParseError;
use std::sync::LazyLock;

static GRAMMAR: LazyLock<StartParser> = LazyLock::new(StartParser::new);

/// Parses a whole file whose first byte is at position `base`; its nodes are numbered from `first_id`.
pub fn parse_file(text: &str, base: u32, first_id: u32) -> Parsed {
    let Lexed { mut tokens, comments, diagnostics } = lex(text, base);
    let mut cx = Builder::new(text, base, &comments, first_id);
    cx.diagnostics = diagnostics;
    let mut file = empty_file(&mut cx);
    match disambiguate(&mut tokens) {
        Ok(()) => Parser::new(&mut cx, &tokens).file(&mut file),
        Err(diagnostic) => cx.diagnostics.push(diagnostic),
    }
    let mut line_directives = Vec::new();
    for &comment in &comments {
        let span = Span::new(comment.lo, comment.hi);
        match comment::line_directive(text, base, comment, line_directives.last()) {
            Some(Ok(directive)) => line_directives.push(directive),
            Some(Err(diagnostic)) => cx.diagnostics.push(diagnostic),
            None => file.directives.extend(comment::directive(cx.source(comment.lo, comment.hi), span)),
        }
    }
    let start = tokens.first().map_or(base, |token| token.lo);
    let end = file.directives.partition_point(|directive| directive.span.lo < start);
    let constraint = header::build_constraint(&file.directives[..end]);
    file.go_version = constraint.and_then(|directive| header::go_version(&directive.args));
    file.doc = comment::doc_before(text, base, &comments, start);
    let diagnostics = diagnostics::tidy(text, base, cx.diagnostics);
    Parsed { file, diagnostics, next_id: cx.next_id, line_directives }
}

fn empty_file(cx: &mut Builder) -> File {
    let id = NodeId(cx.next_id);
    cx.next_id += 1;
    let start = Span::new(cx.base, cx.base);
    File {
        span: Span::new(cx.base, cx.base + cx.text.len() as u32),
        base: cx.base,
        package: Ident { id, span: start, name: Symbol::new("_") },
        doc: None,
        imports: Vec::new(),
        decls: Vec::new(),
        directives: Vec::new(),
        comments: cx.comments.iter().map(|comment| Span::new(comment.lo, comment.hi)).collect(),
        go_version: None,
    }
}

/// Runs the grammar over the tokens of a file, the last of which is [`TokenKind::Eof`].
pub(crate) struct Parser<'cx, 'text> {
    cx: &'cx mut Builder<'text>,
    tokens: &'cx [Token],
}

type Fault = ParseError<u32, Token, Diagnostic>;

impl<'cx, 'text> Parser<'cx, 'text> {
    pub fn new(cx: &'cx mut Builder<'text>, tokens: &'cx [Token]) -> Parser<'cx, 'text> {
        Parser { cx, tokens }
    }

    /// Package clause and imports; `None` if they were reported as wrong.
    pub fn header(&mut self) -> Option<(Ident, Vec<ImportSpec>)> {
        let end = self.header_end();
        match self.unit(TokenKind::StartHeader, &self.tokens[..end]) {
            Ok(Unit::Header(package, imports)) => Some((package, imports)),
            Ok(_) => None,
            Err(fault) => {
                self.report(fault);
                None
            }
        }
    }

    fn header_end(&self) -> usize {
        let mut end = self.unit_end(0);
        while self.tokens[end].kind == TokenKind::Semicolon && self.tokens[end + 1].kind == TokenKind::Import {
            end = self.unit_end(end + 1);
        }
        (end + 1).min(self.tokens.len() - 1)
    }

    pub fn file(&mut self, file: &mut File) {
        let Some((package, imports)) = self.header() else { return };
        file.package = package;
        file.imports = imports;
        let mut start = self.header_end();
        while self.tokens[start].kind != TokenKind::Eof {
            let end = self.unit_end(start);
            match self.unit(TokenKind::StartDecl, &self.tokens[start..end]) {
                Ok(Unit::Decls(decls)) => file.decls.extend(decls),
                Ok(Unit::Imports(imports)) => file.imports.extend(imports),
                Ok(Unit::Header(..)) => {}
                Err(fault) => {
                    self.report(fault);
                    let span = Span::new(self.tokens[start].lo, self.tokens[end].lo);
                    file.decls.push(Decl { span, doc: None, kind: DeclKind::Bad });
                }
            }
            start = (end + 1).min(self.tokens.len() - 1);
        }
    }

    fn unit(&mut self, start: TokenKind, tokens: &[Token]) -> Result<Unit, Fault> {
        let lo = tokens.first().map_or(self.cx.base, |token| token.lo);
        let marker = Token { lo, hi: lo, kind: start };
        let stream = std::iter::once(marker).chain(tokens.iter().copied());
        GRAMMAR.parse(self.cx, stream.map(|token| Ok::<_, Diagnostic>((token.lo, token, token.hi))))
    }

    fn report(&mut self, fault: Fault) {
        let (lo, hi) = match fault {
            ParseError::UnrecognizedToken { token: (lo, _, hi), .. } => (lo, hi),
            ParseError::UnrecognizedEof { location, .. } => (location, location),
            _ => return,
        };
        let text = self.cx.source(lo, hi).to_string();
        self.cx.error(lo, hi, format!("syntax error: unexpected {text}"));
    }

    /// The first semicolon outside brackets from `index` on, or the end of the file.
    fn unit_end(&self, mut index: usize) -> usize {
        let mut depth = 0;
        loop {
            match self.tokens[index].kind {
                TokenKind::Semicolon if depth <= 0 => return index,
                TokenKind::Eof => return index,
                kind if kind.opens() => depth += 1,
                kind if kind.closes() => depth -= 1,
                _ => {}
            }
            index += 1;
        }
    }
}
