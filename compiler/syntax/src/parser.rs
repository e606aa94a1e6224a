//! Parses a file declaration by declaration, so that one that is wrong leaves the others alone.

use crate::Parsed;
use crate::ast::{Decl, DeclKind, File, Ident, ImportSpec, NodeId, Span, Symbol};
use crate::comment;
use crate::context::{self, Bracket, Open};
use crate::diagnostics;
use crate::directive;
use crate::disambiguate::disambiguate;
use crate::grammar::StartParser;
use crate::header;
use crate::lexer::{Lexed, lex};
use crate::message::Unexpected;
use crate::nodes::{Builder, Unit};
use crate::repair::repair;
use crate::token::{Token, TokenKind};
use goes_source::Diagnostic;
use lalrpop_util::ParseError;
use std::sync::LazyLock;

static GRAMMAR: LazyLock<StartParser> = LazyLock::new(StartParser::new);

/// Parses a whole file whose first byte is at position `base`; its nodes are numbered from `first_id`.
pub fn parse_file(text: &str, base: u32, first_id: u32) -> Parsed {
    let Lexed {
        mut tokens,
        comments,
        diagnostics,
    } = lex(text, base);
    let mut cx = Builder::new(text, base, &comments, first_id);
    cx.note_malformed(&diagnostics);
    cx.diagnostics = diagnostics;
    let mut file = empty_file(&mut cx);
    match disambiguate(&mut tokens) {
        Ok(diagnostics) => {
            Parser::new(&mut cx, &tokens).file(&mut file);
            cx.diagnostics.extend(diagnostics);
        }
        Err(diagnostic) => cx.diagnostics.push(diagnostic),
    }
    let mut line_directives = Vec::new();
    for &comment in &comments {
        let span = Span::new(comment.lo, comment.hi);
        match comment::line_directive(text, base, comment, line_directives.last()) {
            Some(Ok(directive)) => line_directives.push(directive),
            Some(Err(diagnostic)) => cx.diagnostics.push(diagnostic),
            None => file
                .directives
                .extend(comment::directive(cx.source(comment.lo, comment.hi), span)),
        }
    }
    let start = tokens.first().map_or(base, |token| token.lo);
    let end = file
        .directives
        .partition_point(|directive| directive.span.lo < start);
    let constraint = header::build_constraint(&file.directives[..end]);
    file.go_version = constraint.and_then(|directive| header::go_version(&directive.args));
    file.doc = comment::doc_before(text, base, &comments, start);
    file.next_id = cx.next_id;
    let mut diagnostics = diagnostics::tidy(text, base, cx.diagnostics);
    let is_malformed = diagnostics.iter().any(diagnostics::is_syntax_error);
    if !is_malformed {
        diagnostics.extend(directive::misplaced(text, &file, &comments, start));
    }
    Parsed {
        file,
        is_malformed,
        diagnostics,
        deferred: cx.deferred,
        line_directives,
    }
}

fn empty_file(cx: &mut Builder) -> File {
    let id = NodeId(cx.next_id);
    cx.next_id += 1;
    let start = Span::new(cx.base, cx.base);
    File {
        span: Span::new(cx.base, cx.base + cx.text.len() as u32),
        base: cx.base,
        package: Ident {
            id,
            span: start,
            name: Symbol::new("_"),
        },
        doc: None,
        imports: Vec::new(),
        decls: Vec::new(),
        directives: Vec::new(),
        comments: cx
            .comments
            .iter()
            .map(|comment| Span::new(comment.lo, comment.hi))
            .collect(),
        next_id: 0,
        go_version: None,
    }
}

/// Runs the grammar over the tokens of a file, the last of which is [`TokenKind::Eof`].
pub(crate) struct Parser<'cx, 'text> {
    cx: &'cx mut Builder<'text>,
    tokens: &'cx [Token],
    /// What the previous declaration started with.
    previous: TokenKind,
}

/// Where the grammar gave up, as an index into the tokens it was given, and what it would have taken.
struct Fault {
    at: usize,
    expected: Vec<String>,
}

impl<'cx, 'text> Parser<'cx, 'text> {
    pub fn new(cx: &'cx mut Builder<'text>, tokens: &'cx [Token]) -> Parser<'cx, 'text> {
        Parser {
            cx,
            tokens,
            previous: TokenKind::Import,
        }
    }

    /// Package clause and imports; `None` if there is no package clause. What is wrong is reported.
    pub fn header(&mut self) -> Option<(Ident, Vec<ImportSpec>)> {
        if self.tokens[0].kind != TokenKind::Package {
            self.error_at(0, "package statement must be first");
            return None;
        }
        if let Ok(Unit::Header(package, imports)) =
            self.unit(TokenKind::StartHeader, &self.tokens[..self.header_end()])
        {
            return Some((package, imports));
        }
        let clause_end = self.after(self.unit_end(0));
        match self.unit(TokenKind::StartHeader, &self.tokens[..clause_end]) {
            Ok(Unit::Header(package, _)) => Some((package, self.sound_imports(clause_end))),
            Ok(_) => None,
            Err(fault) => {
                self.report(self.tokens, &fault);
                None
            }
        }
    }

    /// Those of the import declarations from token `start` on that have no mistake.
    fn sound_imports(&mut self, start: usize) -> Vec<ImportSpec> {
        let mut sound = Vec::new();
        let mut next = start;
        while self.tokens[next].kind == TokenKind::Import {
            let end = self.unit_end(next);
            if let Ok(Unit::Imports(imports)) = self.unit(TokenKind::StartDecl, &self.tokens[next..end]) {
                sound.extend(imports);
            }
            next = self.after(end);
        }
        sound
    }

    /// After the semicolon of the last import that directly follows the package clause.
    fn header_end(&self) -> usize {
        let mut end = self.unit_end(0);
        while self.tokens[end].kind == TokenKind::Semicolon && self.tokens[end + 1].kind == TokenKind::Import
        {
            end = self.unit_end(end + 1);
        }
        self.after(end)
    }

    /// Imports are read one by one, as all other declarations: one that is wrong leaves the others alone.
    pub fn file(&mut self, file: &mut File) {
        let end = self.unit_end(0);
        let clause = &self.tokens[..self.after(end)];
        if self.tokens[0].kind != TokenKind::Package {
            self.error_at(0, "package statement must be first");
            return self.forget_rest();
        }
        match self.unit(TokenKind::StartHeader, clause) {
            Ok(Unit::Header(package, _)) => file.package = package,
            Ok(_) => {}
            // Without a package clause it may be no Go at all.
            Err(fault) => {
                self.report(self.tokens, &fault);
                return self.forget_rest();
            }
        }
        let mut next = self.after(end);
        while self.tokens[next].kind != TokenKind::Eof {
            next = self.top_level(next, file);
        }
    }

    /// Drops what the lexer reported after the package clause: that it is malformed says enough.
    fn forget_rest(&mut self) {
        let end = self.tokens[self.unit_end(0)].hi;
        self.cx.diagnostics.retain(|diagnostic| diagnostic.span.lo <= end);
    }

    /// Parses what starts at `start`, and returns where the next declaration does.
    fn top_level(&mut self, start: usize, file: &mut File) -> usize {
        use TokenKind::{Const, Func, Import, Type, Var};
        let previous = std::mem::replace(&mut self.previous, self.tokens[start].kind);
        match self.tokens[start].kind {
            // One error is enough for imports that follow each other.
            Import if previous != Import => {
                self.error_at(start, "imports must appear before other declarations")
            }
            Const | Func | Import | Type | Var => {}
            kind => {
                let is_body = kind == TokenKind::LeftBrace && file.decls.last().is_some_and(is_without_body);
                let message = match is_body {
                    true => "unexpected semicolon or newline before {",
                    false => "non-declaration statement outside function body",
                };
                self.error_at(start, message);
                return self.next_declaration(start + 1);
            }
        }
        let end = self.unit_end(start);
        match self.unit(TokenKind::StartDecl, &self.tokens[start..end]) {
            Ok(unit) => {
                add(file, unit);
                self.after(end)
            }
            Err(fault) => {
                let (next, unit) = self.recover(start, end, fault);
                let bad = Decl {
                    span: Span::new(self.tokens[start].lo, self.tokens[end].lo),
                    doc: None,
                    kind: DeclKind::Bad,
                };
                add(file, unit.unwrap_or(Unit::Decls(vec![bad])));
                next
            }
        }
    }

    fn after(&self, index: usize) -> usize {
        (index + 1).min(self.tokens.len() - 1)
    }

    fn error_at(&mut self, index: usize, message: &str) {
        let Token { lo, hi, .. } = self.tokens[index];
        self.cx.error(lo, hi, format!("syntax error: {message}"));
    }

    fn unit(&mut self, start: TokenKind, tokens: &[Token]) -> Result<Unit, Fault> {
        let lo = tokens.first().map_or(self.cx.base, |token| token.lo);
        let marker = Token {
            lo,
            hi: lo,
            kind: start,
        };
        let mut taken = 0;
        let stream = std::iter::once(marker)
            .chain(tokens.iter().copied())
            .map(|token| {
                taken += 1;
                Ok::<_, Diagnostic>((token.lo, token, token.hi))
            });
        match GRAMMAR.parse(self.cx, stream) {
            Ok(unit) => Ok(unit),
            // The marker and the token at fault have been taken.
            Err(ParseError::UnrecognizedToken { expected, .. }) => Err(Fault {
                at: taken - 2,
                expected,
            }),
            Err(ParseError::UnrecognizedEof { expected, .. }) => Err(Fault {
                at: tokens.len(),
                expected,
            }),
            Err(_) => Err(Fault {
                at: tokens.len(),
                expected: Vec::new(),
            }),
        }
    }

    /// Reports a fault in `tokens`, a declaration and what follows it.
    fn report(&mut self, tokens: &[Token], fault: &Fault) {
        let Token { lo, hi, kind } = tokens[fault.at];
        // What is missing at the end follows from what was reported before.
        if kind == TokenKind::Eof && !self.cx.diagnostics.is_empty() {
            return;
        }
        let open = context::brackets(tokens, fault.at);
        let text = self.cx.source(lo, hi);
        let unexpected = Unexpected {
            tokens,
            at: fault.at,
            expected: &fault.expected,
            open: &open,
            text,
            is_at_end: (lo - self.cx.base) as usize == self.cx.text.len(),
        };
        let message = unexpected.message();
        self.cx.error(lo, hi, message);
    }

    /// Reports the faults of the declaration in `start..end`, of which the first is given, and returns
    /// where the next declaration starts, and the declaration if all of them could be repaired.
    fn recover(&mut self, start: usize, end: usize, fault: Fault) -> (usize, Option<Unit>) {
        const MAX_FAULTS: usize = 10;
        let mut fault = fault.unless_misread(&self.tokens[start..=end]);
        self.report(&self.tokens[start..=end], &fault);
        let at = start + fault.at;
        let end = self.cut(start, end, at);
        let next = match self.is_lone_import(start) || self.lacks_type(start, at) {
            true => self.after_semicolon(at),
            false => self.resume(at, end),
        };
        let mut tokens = self.tokens[start..=end].to_vec();
        let mut is_whole = true;
        for _ in 1..MAX_FAULTS {
            let is_repaired = fault.at < tokens.len() && repair(&mut tokens, fault.at);
            is_whole &= is_repaired;
            // What is wrong at the very end follows from where the declaration was cut.
            if !is_repaired && (fault.at + 1 >= tokens.len() || !excise(&mut tokens, &fault)) {
                break;
            }
            let (first_id, reported) = (self.cx.next_id, self.cx.diagnostics.len());
            match self.unit(TokenKind::StartDecl, &tokens[..tokens.len() - 1]) {
                Ok(unit) => return (next, is_whole.then_some(unit)),
                Err(next_fault) => fault = next_fault.unless_misread(&tokens),
            }
            // What the nodes that come to nothing gave rise to will be reported again.
            self.cx.next_id = first_id;
            self.cx.diagnostics.truncate(reported);
            if fault.at + 1 < tokens.len() {
                self.report(&tokens, &fault);
            }
        }
        (next, None)
    }

    /// `import` without parentheses swallows what follows it, up to a semicolon.
    fn is_lone_import(&self, start: usize) -> bool {
        let second = self.tokens[self.after(start)].kind;
        self.tokens[start].kind == TokenKind::Import && second != TokenKind::LeftParen
    }

    /// Whether something else than a type follows `type T` or `type T =` at `at`.
    fn lacks_type(&self, start: usize, at: usize) -> bool {
        let kinds = self.tokens[start..at].iter().map(|token| token.kind);
        let expected = [TokenKind::Type, TokenKind::Name, TokenKind::Assign];
        (2..=3).contains(&(at - start)) && kinds.eq(expected.into_iter().take(at - start))
    }

    /// Where the line that token `at` is in, or what else ends with a semicolon, has come to an end.
    fn after_semicolon(&self, at: usize) -> usize {
        let ends = |token: &Token| matches!(token.kind, TokenKind::Semicolon | TokenKind::Eof);
        let end = self.tokens[at..].iter().position(ends).unwrap_or_default();
        self.after(at + end)
    }

    /// Where the declaration in `start..end` really ends, given that it is wrong at `at`: a bracket that is
    /// never closed swallows all declarations after it, but those start at the beginning of a line.
    fn cut(&self, start: usize, end: usize, at: usize) -> usize {
        use TokenKind::{Const, Func, Import, Type, Var};
        if self.is_lone_import(start) {
            return end;
        }
        let is_balanced = self.tokens[end].kind != TokenKind::Eof;
        let is_start = |index: usize| match self.tokens[index].kind {
            Func => self.starts_line(index),
            Const | Import | Type | Var => (!is_balanced || index == at) && self.starts_line(index),
            _ => false,
        };
        // The token at fault may be the one after `func`.
        (at.saturating_sub(1).max(start + 1)..end)
            .find(|&index| is_start(index))
            .unwrap_or(end)
    }

    fn starts_line(&self, index: usize) -> bool {
        let offset = (self.tokens[index].lo - self.cx.base) as usize;
        offset == 0 || self.cx.text.as_bytes()[offset - 1] == b'\n'
    }

    /// Where to go on after a declaration that ends at `end` and is wrong at `at`. Statements that the error
    /// has left outside of any function are not reported.
    fn resume(&self, at: usize, end: usize) -> usize {
        self.next_declaration(if end < at { at } else { end })
    }

    /// The first keyword from `index` on that starts a declaration.
    fn next_declaration(&self, index: usize) -> usize {
        use TokenKind::{Const, Eof, Func, Import, Type, Var};
        let is_start = |token: &Token| matches!(token.kind, Const | Eof | Func | Import | Type | Var);
        let length = self.tokens.len();
        self.tokens[index.min(length - 1)..]
            .iter()
            .position(is_start)
            .map_or(length - 1, |offset| index + offset)
    }

    /// The first semicolon outside brackets from `index` on, or the end of the file.
    ///
    /// A closing bracket without its opening one counts for nothing, and a closing brace closes all that has
    /// been opened within: so a function mostly ends where it seems to.
    fn unit_end(&self, mut index: usize) -> usize {
        // How many parentheses are open within each open brace.
        let mut braces: Vec<usize> = Vec::new();
        let mut parens = 0usize;
        loop {
            match self.tokens[index].kind {
                TokenKind::Semicolon if parens == 0 && braces.is_empty() => return index,
                TokenKind::Eof => return index,
                TokenKind::LeftBrace | TokenKind::BodyBrace => braces.push(std::mem::take(&mut parens)),
                TokenKind::RightBrace => parens = braces.pop().unwrap_or(parens),
                kind if kind.opens() => parens += 1,
                kind if kind.closes() => parens = parens.saturating_sub(1),
                _ => {}
            }
            index += 1;
        }
    }
}

impl Fault {
    /// The brace of a block that was read as that of a composite literal, for want of the `if`, `for` or
    /// `switch` before it, is what really is at fault: what precedes it can be no type.
    fn unless_misread(self, tokens: &[Token]) -> Fault {
        let open = context::brackets(tokens, self.at);
        let is_misread = |pair: &&[Open]| {
            let (outer, brace) = (pair[0], pair[1]);
            let previous = tokens[brace.index.saturating_sub(1)].kind;
            let is_value = match previous {
                TokenKind::RightBrace => !closes_type(tokens, brace.index - 1),
                previous => previous == TokenKind::RightParen || previous.is_literal(),
            };
            let is_list = matches!(outer.bracket, Bracket::Args | Bracket::Composite);
            (is_list || outer.bracket.holds_statements()) && brace.bracket == Bracket::Composite && is_value
        };
        match open.windows(2).find(is_misread) {
            Some(pair) => {
                let expected = match pair[0].bracket {
                    Bracket::Args | Bracket::Composite => ",",
                    _ if pair[0].clause.is_some() => ":",
                    _ => ";",
                };
                Fault {
                    at: pair[1].index,
                    expected: vec![format!("\"{expected}\"")],
                }
            }
            None => self,
        }
    }
}

/// Whether the brace at `index` is the last one of a struct or interface type.
fn closes_type(tokens: &[Token], index: usize) -> bool {
    let mut level = 0;
    for at in (1..=index).rev() {
        match tokens[at].kind {
            TokenKind::RightBrace => level += 1,
            TokenKind::LeftBrace | TokenKind::BodyBrace => level -= 1,
            _ => {}
        }
        if level == 0 {
            return matches!(tokens[at - 1].kind, TokenKind::Struct | TokenKind::Interface);
        }
    }
    false
}

fn add(file: &mut File, unit: Unit) {
    match unit {
        Unit::Decls(decls) => file.decls.extend(decls),
        Unit::Imports(imports) | Unit::Header(_, imports) => file.imports.extend(imports),
    }
}

fn is_without_body(decl: &Decl) -> bool {
    matches!(&decl.kind, DeclKind::Func(func) if func.body.is_none())
}

/// Replaces the smallest part of a declaration around the fault that can be left out by
/// [`TokenKind::Bad`]; the last of the tokens does not belong to it. False if there is no such part.
fn excise(tokens: &mut Vec<Token>, fault: &Fault) -> bool {
    let at = fault.at;
    if reread(tokens, fault) {
        return true;
    }
    if let Some((start, end)) = bad_element(tokens, at) {
        tokens.drain(start..end);
        return true;
    }
    let Some((start, end)) = bad_range(tokens, at) else {
        return false;
    };
    let bad = match tokens.get(start..end) {
        Some([first, .., last]) => Token {
            lo: first.lo,
            hi: last.hi,
            kind: TokenKind::Bad,
        },
        Some([only]) if only.kind != TokenKind::Bad => Token {
            kind: TokenKind::Bad,
            ..*only
        },
        _ => return false,
    };
    skip_to_clause(tokens, start, end);
    tokens.splice(start..end, [bad]);
    true
}

/// `:=` in a declaration is read as `=`, and `;` after the expressions of a clause as `:`.
fn reread(tokens: &mut [Token], fault: &Fault) -> bool {
    let at = fault.at;
    let open = context::brackets(tokens, at);
    let Some(inner) = open.last() else { return false };
    let is_decl = match inner.bracket {
        Bracket::Group => true,
        _ => matches!(
            tokens[inner.element].kind,
            TokenKind::Const | TokenKind::Type | TokenKind::Var
        ),
    };
    let is_clause = inner.clause.is_some() && fault.expected.iter().any(|expected| expected == "\":\"");
    match tokens[at].kind {
        TokenKind::Define if is_decl => tokens[at].kind = TokenKind::Assign,
        TokenKind::Semicolon if is_clause => tokens[at].kind = TokenKind::Colon,
        _ => return false,
    }
    true
}

/// The field or interface element that contains token `at`, with the semicolon after it.
fn bad_element(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let open = context::brackets(tokens, at);
    let is_type = |open: &&Open| matches!(open.bracket, Bracket::Struct | Bracket::Interface);
    let depth = open.iter().rev().position(|open| is_type(&open))?;
    let (outer, inner) = open.split_at(open.len() - depth);
    if inner.iter().any(|open| open.bracket.holds_statements()) {
        return None;
    }
    let mut level = depth;
    for (index, token) in tokens.iter().enumerate().take(tokens.len() - 1).skip(at) {
        match token.kind {
            TokenKind::Semicolon if level == 0 => return Some((outer.last()?.element, index + 1)),
            // The last one needs no semicolon; what precedes it keeps its own.
            TokenKind::RightBrace if level == 0 => return Some((outer.last()?.element, index)),
            kind if kind.opens() => level += 1,
            kind if kind.closes() => level = level.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// After the header of a `switch` that is wrong, whatever precedes its first clause is not looked at.
fn skip_to_clause(tokens: &mut Vec<Token>, start: usize, body: usize) {
    if tokens[start - 1].kind != TokenKind::Switch || tokens[body].kind != TokenKind::BodyBrace {
        return;
    }
    let is_clause = |token: &Token| {
        matches!(
            token.kind,
            TokenKind::Case | TokenKind::Default | TokenKind::RightBrace
        )
    };
    let rest = &tokens[body + 1..tokens.len() - 1];
    let skipped = rest.iter().position(is_clause).unwrap_or(rest.len());
    tokens.drain(body + 1..body + 1 + skipped);
}

/// The statement, or the header of one, that contains token `at`.
fn bad_range(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let open = context::brackets(tokens, at);
    let depth = open
        .iter()
        .rev()
        .position(|open| open.bracket.holds_statements())?;
    let block = open[open.len() - 1 - depth];
    if let Some((_, keyword)) = block.header
        && let Some(body) = (at..tokens.len() - 1).find(|&index| tokens[index].kind == TokenKind::BodyBrace)
    {
        return Some((keyword + 1, body));
    }
    let ends_clause = |index: &usize| matches!(tokens[*index].kind, TokenKind::Colon | TokenKind::Semicolon);
    if let Some(clause) = block.clause
        && let Some(colon) = (at..tokens.len() - 1).find(ends_clause)
    {
        return Some((clause + 1, colon));
    }
    // Braces between the statement and the token are those of literals and types.
    let is_brace = |open: &&Open| {
        matches!(
            open.bracket,
            Bracket::Composite | Bracket::Struct | Bracket::Interface
        )
    };
    let mut braces = open[open.len() - depth..].iter().filter(is_brace).count();
    for (index, token) in tokens.iter().enumerate().take(tokens.len() - 1).skip(at) {
        match token.kind {
            TokenKind::LeftBrace | TokenKind::BodyBrace => braces += 1,
            TokenKind::RightBrace if braces == 0 => return Some((block.element, index)),
            TokenKind::RightBrace => braces -= 1,
            TokenKind::Semicolon if braces == 0 => return Some((block.element, index)),
            _ => {}
        }
    }
    None
}
