//! Text to tokens: inserts semicolons, sets comments aside, reports what cannot be read.

use crate::comment::Comment;
use crate::literal;
use crate::token::{Token, TokenKind};
use goes_source::{Diagnostic, Span};
use logos::Logos;

/// The tokens of a file; the last is [`TokenKind::Eof`].
#[derive(Debug, Default)]
pub(crate) struct Lexed {
    pub tokens: Vec<Token>,
    pub comments: Vec<Comment>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a whole file whose first byte is at position `base`.
pub(crate) fn lex(text: &str, base: u32) -> Lexed {
    lex_while(text, base, |_| true)
}

/// Reads up to the first keyword or brace that cannot stand in the package clause or imports.
pub(crate) fn lex_header(text: &str, base: u32) -> Lexed {
    use TokenKind::{Const, Func, LeftBrace, Type, Var};
    lex_while(text, base, |kind| !matches!(kind, Const | Func | LeftBrace | Type | Var))
}

fn lex_while(text: &str, base: u32, proceeds: impl Fn(TokenKind) -> bool) -> Lexed {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut source = TokenKind::lexer(&text[start..]);
    let mut sink = Sink::new(text.len());
    while let Some(kind) = source.next() {
        let span = source.span();
        if kind.is_ok_and(|kind| !proceeds(kind)) {
            return sink.finish(span.start as u32 + base + start as u32);
        }
        let shift = base + start as u32;
        sink.push(kind, source.slice(), span.start as u32 + shift, span.end as u32 + shift);
    }
    sink.finish(base + text.len() as u32)
}

struct Sink {
    lexed: Lexed,
    /// Comments since the last token: their `next` is not known yet.
    pending: usize,
    /// Whether a newline here would become a semicolon.
    ends_statement: bool,
}

impl Sink {
    fn new(length: usize) -> Sink {
        let lexed = Lexed { tokens: Vec::with_capacity(length / 4 + 8), ..Lexed::default() };
        Sink { lexed, pending: 0, ends_statement: false }
    }

    fn push(&mut self, kind: Result<TokenKind, ()>, text: &str, lo: u32, hi: u32) {
        match kind {
            Err(()) => self.invalid(text, lo, hi),
            Ok(TokenKind::Newline) => self.newline(lo),
            Ok(TokenKind::LineComment) => self.comment(lo, hi),
            Ok(TokenKind::BlockComment) => {
                self.comment(lo, hi);
                if self.ends_statement && text.contains('\n') {
                    self.newline(lo);
                }
            }
            Ok(TokenKind::UnterminatedComment) => {
                self.error(lo, lo + 2, "comment not terminated");
                self.comment(lo, hi);
            }
            Ok(kind) => self.token(kind, text, lo, hi),
        }
    }

    fn token(&mut self, kind: TokenKind, text: &str, lo: u32, hi: u32) {
        let kind = match kind {
            TokenKind::UnterminatedRune => {
                self.unterminated_rune(text, lo, hi);
                TokenKind::Rune
            }
            TokenKind::UnterminatedString => {
                self.error(hi, hi, "newline in string");
                TokenKind::String
            }
            TokenKind::UnterminatedRawString => {
                self.error(lo, lo + 1, "string not terminated");
                TokenKind::String
            }
            kind => {
                literal::check(kind, text, lo, &mut self.lexed.diagnostics);
                kind
            }
        };
        self.ends_statement = ends_statement(kind);
        self.add(kind, lo, hi);
    }

    fn add(&mut self, kind: TokenKind, lo: u32, hi: u32) {
        for comment in &mut self.lexed.comments[self.pending..] {
            comment.next = lo;
        }
        self.pending = self.lexed.comments.len();
        self.lexed.tokens.push(Token { lo, hi, kind });
    }

    /// spec: "When the input is broken into tokens, a semicolon is automatically inserted into the token
    /// stream immediately after a line's final token if that token is" one that may end a statement.
    fn newline(&mut self, at: u32) {
        if std::mem::take(&mut self.ends_statement) {
            self.add(TokenKind::Semicolon, at, at);
        }
    }

    fn comment(&mut self, lo: u32, hi: u32) {
        self.lexed.comments.push(Comment { lo, hi, next: hi });
    }

    fn finish(mut self, end: u32) -> Lexed {
        self.newline(end);
        self.add(TokenKind::Eof, end, end);
        self.lexed
    }

    fn error(&mut self, lo: u32, hi: u32, message: impl Into<String>) {
        self.lexed.diagnostics.push(Diagnostic::error("SyntaxError", Span::new(lo, hi), message));
    }

    fn unterminated_rune(&mut self, text: &str, lo: u32, hi: u32) {
        let is_empty = text == "'";
        match is_empty {
            true => self.error(hi, hi, "newline in rune literal"),
            false => self.error(lo, hi, "rune literal not terminated"),
        }
    }

    fn invalid(&mut self, text: &str, lo: u32, hi: u32) {
        let Some(found) = text.chars().next() else { return };
        let shown = go_char(found);
        // A character that no token starts with may still be meant as a part of the name it touches.
        let is_after_name = self.lexed.tokens.last().is_some_and(|last| last.kind == TokenKind::Name && last.hi == lo);
        let message = match found {
            '\u{feff}' => "invalid BOM in the middle of the file".to_string(),
            '\0' => "invalid NUL character".to_string(),
            '0'..='9' => format!("invalid character {shown}"),
            _ if found.is_numeric() && !is_after_name => format!("identifier cannot begin with digit {shown}"),
            _ if is_after_name && found as u32 >= 0x80 => format!("invalid character {shown} in identifier"),
            _ => format!("invalid character {shown}"),
        };
        self.error(lo, hi, message);
    }
}

/// As Go's `%#U` shows a character: `U+0040 '@'`.
pub(crate) fn go_char(c: char) -> String {
    let code = c as u32;
    match c.is_control() || (c.is_whitespace() && c != ' ') {
        true => format!("U+{code:04X}"),
        false => format!("U+{code:04X} '{c}'"),
    }
}

/// spec: "an identifier, an integer, floating-point, imaginary, rune, or string literal, one of the
/// keywords break, continue, fallthrough, or return, one of the operators and punctuation ++, --, ), ],
/// or }".
fn ends_statement(kind: TokenKind) -> bool {
    use TokenKind::{Break, Continue, Decrement, Fallthrough, Increment, Return};
    kind.ends_operand() || matches!(kind, Break | Continue | Fallthrough | Return | Increment | Decrement)
}
