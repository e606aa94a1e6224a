//! The tokens of Go (logos), before semicolons are inserted.

use logos::{Lexer, Logos};

/// A token and where it stands in the position space of the build.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub lo: u32,
    pub hi: u32,
    pub kind: TokenKind,
}

/// Which form a token has; the text of names, literals and assignment operators is in the source.
///
/// Literals that are wrong in detail (`0b12`, `'ab'`) are tokens all the same, so that parsing goes on:
/// [`crate::literal`] reports them.
#[derive(Logos, Copy, Clone, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
#[logos(skip r"[ \t\r]+")]
pub enum TokenKind {
    #[token("\n")]
    Newline,
    #[token("//", line_comment)]
    LineComment,
    #[token("/*", block_comment)]
    BlockComment,
    UnterminatedComment,
    UnterminatedRawString,
    #[regex(r"'([^'\\\n]|\\[^\n])*\\?", priority = 1)]
    UnterminatedRune,
    #[regex(r#""([^"\\\n]|\\[^\n])*\\?"#, priority = 1)]
    UnterminatedString,

    /// spec: "An identifier is a sequence of one or more letters and digits."
    #[regex(r"[\p{L}_][\p{L}\p{Nd}_]*", priority = 3)]
    Name,
    /// Such a sequence with other characters beyond ASCII in it.
    #[regex(
        r"[\p{L}_\x{80}-\x{FEFE}\x{FF00}-\x{10FFFF}][\p{L}\p{Nd}_\x{80}-\x{FEFE}\x{FF00}-\x{10FFFF}]*",
        priority = 1
    )]
    MalformedName,
    #[regex(r"0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?i?", number)]
    #[regex(r"0[bBoO][0-9_]*(\.[0-9_]*)?([eEpP][+-]?[0-9_]*)?i?", number)]
    #[regex(r"[0-9][0-9_]*(\.[0-9_]*)?([eEpP][+-]?[0-9_]*)?i?", number)]
    #[regex(r"\.[0-9][0-9_]*([eEpP][+-]?[0-9_]*)?i?", number)]
    Int,
    Float,
    Imaginary,
    #[regex(r"'([^'\\\n]|\\[^\n])*'", priority = 5)]
    // spec: "Within the quotes, any character may appear except newline and unescaped single quote";
    // a lone quote between quotes is common enough a mistake for gc to read it as one literal.
    #[token("'''", priority = 6)]
    Rune,
    #[regex(r#""([^"\\\n]|\\[^\n])*""#, priority = 5)]
    #[token("`", raw_string)]
    String,

    #[token("break")]
    Break,
    #[token("case")]
    Case,
    #[token("chan")]
    Chan,
    #[token("const")]
    Const,
    #[token("continue")]
    Continue,
    #[token("default")]
    Default,
    #[token("defer")]
    Defer,
    #[token("else")]
    Else,
    #[token("fallthrough")]
    Fallthrough,
    #[token("for")]
    For,
    #[token("func")]
    Func,
    #[token("go")]
    Go,
    #[token("goto")]
    Goto,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("interface")]
    Interface,
    #[token("map")]
    Map,
    #[token("package")]
    Package,
    #[token("range")]
    Range,
    #[token("return")]
    Return,
    #[token("select")]
    Select,
    #[token("struct")]
    Struct,
    #[token("switch")]
    Switch,
    #[token("type")]
    Type,
    #[token("var")]
    Var,

    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("%")]
    Percent,
    #[token("&")]
    Ampersand,
    #[token("|")]
    Pipe,
    #[token("^")]
    Caret,
    #[token("<<")]
    ShiftLeft,
    #[token(">>")]
    ShiftRight,
    #[token("&^")]
    AndNot,
    #[token("+=")]
    #[token("-=")]
    #[token("*=")]
    #[token("/=")]
    #[token("%=")]
    #[token("&=")]
    #[token("|=")]
    #[token("^=")]
    #[token("<<=")]
    #[token(">>=")]
    #[token("&^=")]
    OpAssign,
    #[token("&&")]
    LogicalAnd,
    #[token("||")]
    LogicalOr,
    #[token("<-")]
    Arrow,
    #[token("++")]
    Increment,
    #[token("--")]
    Decrement,
    #[token("==")]
    Equal,
    #[token("<")]
    Less,
    #[token(">")]
    Greater,
    #[token("=")]
    Assign,
    #[token("!")]
    Not,
    #[token("~")]
    Tilde,
    #[token("!=")]
    NotEqual,
    #[token("<=")]
    LessEqual,
    #[token(">=")]
    GreaterEqual,
    #[token(":=")]
    Define,
    #[token("...")]
    Ellipsis,
    #[token("(")]
    LeftParen,
    #[token("[")]
    LeftBracket,
    #[token("{")]
    LeftBrace,
    #[token(",")]
    Comma,
    #[token(".")]
    Dot,
    #[token(")")]
    RightParen,
    #[token("]")]
    RightBracket,
    #[token("}")]
    RightBrace,
    /// Written, or inserted at a line's or the file's end: then it is empty.
    #[token(";")]
    Semicolon,
    #[token(":")]
    Colon,

    // Made by `disambiguate`: the same brackets, where the grammar has to tell them apart.
    /// `{` of the body of an `if`, `for` or `switch`.
    BodyBrace,
    /// `[` of type parameters in a type declaration.
    TypeParamBracket,

    // Made by `parser`.
    StartHeader,
    StartDecl,
    /// A statement that was reported and cut out.
    Bad,
    Eof,
}

impl TokenKind {
    pub fn is_keyword(self) -> bool {
        (TokenKind::Break as u8..=TokenKind::Var as u8).contains(&(self as u8))
    }

    pub fn is_literal(self) -> bool {
        (TokenKind::Int as u8..=TokenKind::String as u8).contains(&(self as u8))
    }

    pub fn opens(self) -> bool {
        use TokenKind::{BodyBrace, LeftBrace, LeftBracket, LeftParen, TypeParamBracket};
        matches!(
            self,
            LeftParen | LeftBracket | LeftBrace | BodyBrace | TypeParamBracket
        )
    }

    pub fn closes(self) -> bool {
        matches!(
            self,
            TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace
        )
    }

    /// Whether an operand may end with this token.
    pub fn ends_operand(self) -> bool {
        self == TokenKind::Name || self.is_literal() || self.closes()
    }
}

fn line_comment(lexer: &mut Lexer<TokenKind>) {
    let length = lexer.remainder().find('\n').unwrap_or(lexer.remainder().len());
    lexer.bump(length);
}

fn block_comment(lexer: &mut Lexer<TokenKind>) -> TokenKind {
    match lexer.remainder().find("*/") {
        Some(length) => {
            lexer.bump(length + 2);
            TokenKind::BlockComment
        }
        None => {
            lexer.bump(lexer.remainder().len());
            TokenKind::UnterminatedComment
        }
    }
}

fn raw_string(lexer: &mut Lexer<TokenKind>) -> TokenKind {
    match lexer.remainder().find('`') {
        Some(length) => {
            lexer.bump(length + 1);
            TokenKind::String
        }
        None => {
            lexer.bump(lexer.remainder().len());
            TokenKind::UnterminatedRawString
        }
    }
}

fn number(lexer: &mut Lexer<TokenKind>) -> TokenKind {
    let text = lexer.slice().as_bytes();
    if text.ends_with(b"i") {
        return TokenKind::Imaginary;
    }
    let is_hexadecimal = text.len() > 1 && text[1] | 0x20 == b'x';
    let marks: &[u8] = if is_hexadecimal { b".pP" } else { b".eEpP" };
    match text.iter().any(|byte| marks.contains(byte)) {
        true => TokenKind::Float,
        false => TokenKind::Int,
    }
}
