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
    lex_while(text, base, |kind| {
        !matches!(kind, Const | Func | LeftBrace | Type | Var)
    })
}

fn lex_while(text: &str, base: u32, proceeds: impl Fn(TokenKind) -> bool) -> Lexed {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut source = TokenKind::lexer(&text[start..]);
    let mut sink = Sink::new(text.len(), base + text.len() as u32);
    sink.check_characters(&text[start..], base + start as u32);
    while let Some(kind) = source.next() {
        let span = source.span();
        if kind.is_ok_and(|kind| !proceeds(kind)) {
            return sink.finish(span.start as u32 + base + start as u32);
        }
        let shift = base + start as u32;
        sink.push(
            kind,
            source.slice(),
            span.start as u32 + shift,
            span.end as u32 + shift,
        );
    }
    let end = sink.end;
    sink.finish(end)
}

struct Sink {
    lexed: Lexed,
    /// Comments since the last token: their `next` is not known yet.
    pending: usize,
    /// Whether a newline here would become a semicolon.
    ends_statement: bool,
    /// The end of the file.
    end: u32,
}

impl Sink {
    fn new(length: usize, end: u32) -> Sink {
        let lexed = Lexed {
            tokens: Vec::with_capacity(length / 4 + 8),
            ..Lexed::default()
        };
        Sink {
            lexed,
            pending: 0,
            ends_statement: false,
            end,
        }
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
            TokenKind::MalformedName => {
                self.malformed_name(text, lo);
                TokenKind::Name
            }
            TokenKind::UnterminatedRune => {
                self.unterminated(lo, hi, "newline in rune literal", "rune literal not terminated");
                TokenKind::Rune
            }
            TokenKind::UnterminatedString => {
                self.unterminated(lo, hi, "newline in string", "string not terminated");
                TokenKind::String
            }
            TokenKind::UnterminatedRawString => {
                self.error(lo, hi, "string not terminated");
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
        self.lexed
            .diagnostics
            .push(Diagnostic::error("SyntaxError", Span::new(lo, hi), message));
    }

    /// A literal that ends with its line, or with the file.
    fn unterminated(&mut self, lo: u32, hi: u32, at_newline: &str, at_end: &str) {
        match hi == self.end {
            true => self.error(lo, hi, at_end),
            false => self.error(hi, hi, at_newline),
        }
    }

    fn malformed_name(&mut self, text: &str, lo: u32) {
        for (offset, c) in text.char_indices() {
            // Whether a character may stand in a name is what the lexer says of a name made with it.
            let may_start = is_name(&format!("{c}"));
            let may_follow = is_name(&format!("_{c}"));
            let message = match (offset, may_start, may_follow) {
                (0, false, true) => format!("identifier cannot begin with digit {}", go_char(c)),
                (_, false, false) => format!("invalid character {} in identifier", go_char(c)),
                _ => continue,
            };
            let at = lo + offset as u32;
            return self.error(at, at + c.len_utf8() as u32, message);
        }
    }

    /// Whatever nothing else starts with.
    fn invalid(&mut self, text: &str, lo: u32, hi: u32) {
        match text.chars().next() {
            // `check_characters` has reported these.
            None | Some('\0' | '\u{feff}') => {}
            Some(c) => self.error(lo, hi, format!("invalid character {}", go_char(c))),
        }
    }

    /// Characters that may stand nowhere, not even in comments.
    fn check_characters(&mut self, text: &str, base: u32) {
        let reported = [
            ("\0", "invalid NUL character"),
            ("\u{feff}", "invalid BOM in the middle of the file"),
        ];
        for (character, message) in reported {
            for (offset, _) in text.match_indices(character) {
                let at = base + offset as u32;
                self.error(at, at + character.len() as u32, message);
            }
        }
    }
}

fn is_name(text: &str) -> bool {
    TokenKind::lexer(text).next() == Some(Ok(TokenKind::Name))
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
    kind.ends_operand()
        || matches!(
            kind,
            Break | Continue | Fallthrough | Return | Increment | Decrement
        )
}
