//! Tells apart braces and brackets that look alike, in one pass over the tokens, so that the grammar is
//! LALR(1); and bounds how deep a tree may become.

use crate::token::{Token, TokenKind};
use goes_source::{Diagnostic, Span};

/// How deep brackets and prefix operators may nest. Whatever is within it can be walked recursively.
pub const MAX_NESTING: u32 = 1_000;

/// How deep a tree may become through operators, calls, selectors, labels and `else if`, which lean to one
/// side: `a + b + c + …`. Walk those on [`crate::on_deep_stack`].
pub const MAX_DEPTH: u32 = 100_000;

/// What is known of the innermost open bracket.
#[derive(Copy, Clone, Default)]
struct Frame {
    /// Between `if`, `for` or `switch` and the brace of its body.
    is_header: bool,
    /// In the parentheses of `type (…)`.
    is_type_group: bool,
    /// What the bracket is closed by; `None` outside of any.
    closing: Option<TokenKind>,
    /// The bracket starts an operand or type, rather than following one.
    is_prefix: bool,
    /// Brackets and prefix operators around this one.
    level: u32,
    /// Prefix operators since the last operand.
    prefixes: u32,
    /// Operators in the current element of the list or block.
    links: u32,
    /// The depth of the deepest bracket in the current element.
    child: u32,
    /// The depth of the deepest element so far.
    depth: u32,
}

impl Frame {
    fn end_element(&mut self) {
        self.depth = self.depth.max(self.links + self.child);
        self.links = 0;
        self.child = 0;
        self.prefixes = 0;
    }
}

/// Rewrites `{` to [`TokenKind::BodyBrace`] and `[` to [`TokenKind::TypeParamBracket`] where that is what
/// they are. Fails where the file nests too deep to be parsed at all. Otherwise returns what it notices that
/// the grammar would not.
///
/// `tokens` ends with [`TokenKind::Eof`].
pub(crate) fn disambiguate(tokens: &mut [Token]) -> Result<Vec<Diagnostic>, Diagnostic> {
    let mut pass = Pass {
        tokens,
        stack: Vec::with_capacity(32),
        current: Frame::default(),
        scanned: 0,
        literal: usize::MAX,
        diagnostics: Vec::new(),
    };
    let mut previous = TokenKind::Semicolon;
    let mut ends_operand = false;
    for index in 0..pass.tokens.len() {
        let kind = pass.tokens[index].kind;
        ends_operand = pass.token(index, kind, previous, ends_operand);
        let frame = pass.current;
        if frame.level + frame.prefixes > MAX_NESTING || frame.links + frame.child > MAX_DEPTH {
            let Token { lo, hi, .. } = pass.tokens[index];
            return Err(Diagnostic::error(
                "SyntaxError",
                Span::new(lo, hi),
                "syntax error: nesting too deep",
            ));
        }
        previous = kind;
    }
    Ok(pass.diagnostics)
}

struct Pass<'tokens> {
    tokens: &'tokens mut [Token],
    stack: Vec<Frame>,
    current: Frame,
    /// Up to where a type in a header has been skipped: no token is looked at twice.
    scanned: usize,
    /// The brace of a composite or function literal, found while skipping its type.
    literal: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Pass<'_> {
    /// Returns whether an operand may end here.
    fn token(&mut self, index: usize, kind: TokenKind, previous: TokenKind, ends_operand: bool) -> bool {
        use TokenKind::*;
        match kind {
            Name => {
                self.type_params(index, previous);
                self.current.prefixes = 0;
                return true;
            }
            Int | Float | Imaginary | Rune | String => {
                self.current.prefixes = 0;
                return true;
            }
            For | If | Switch => self.current.is_header = true,
            Semicolon | Comma | Case | Default => {
                if matches!(kind, Case | Default) {
                    self.clause(index, previous);
                }
                // The semicolons of a header do not end its statement.
                match self.current.is_header {
                    true => self.current.prefixes = 0,
                    false => self.current.end_element(),
                }
            }
            LeftParen => self.open(RightParen, !ends_operand, previous == Type),
            LeftBracket | TypeParamBracket => {
                self.literal_type(index, ends_operand);
                self.open(RightBracket, !ends_operand, false);
            }
            Map | Struct | Func => {
                self.literal_type(index, ends_operand);
                self.link(ends_operand);
            }
            LeftBrace => self.brace(index, previous),
            RightParen | RightBracket | RightBrace => return self.close(kind),
            _ => self.link(ends_operand),
        }
        false
    }

    /// An operator or keyword: infix if it follows an operand, otherwise one more prefix.
    fn link(&mut self, ends_operand: bool) {
        self.current.links += 1;
        self.current.prefixes = if ends_operand {
            0
        } else {
            self.current.prefixes + 1
        };
    }

    fn open(&mut self, closing: TokenKind, is_prefix: bool, is_type_group: bool) {
        self.current.links += 1;
        let level = self.current.level + self.current.prefixes + 1;
        if is_prefix {
            self.current.prefixes += 1;
        }
        self.stack.push(self.current);
        self.current = Frame {
            closing: Some(closing),
            is_type_group,
            is_prefix,
            level,
            ..Frame::default()
        };
    }

    /// A bracket that closes none is passed over; a brace closes whatever has been left open within it.
    fn close(&mut self, kind: TokenKind) -> bool {
        let is_own = |frame: &Frame| frame.closing == Some(kind);
        if !is_own(&self.current) {
            if kind != TokenKind::RightBrace || !self.stack.iter().any(is_own) {
                return true;
            }
            while !is_own(&self.current) {
                self.pop();
            }
        }
        let is_prefix = self.pop();
        // `[n]T`: the operand is still to come.
        !(kind == TokenKind::RightBracket && is_prefix)
    }

    /// Leaves the innermost bracket; returns whether it started an operand or type.
    fn pop(&mut self) -> bool {
        self.current.end_element();
        let Frame { depth, is_prefix, .. } = self.current;
        if let Some(frame) = self.stack.pop() {
            self.current = frame;
            self.current.child = frame.child.max(depth + 1);
        }
        is_prefix
    }

    /// spec: "A parsing ambiguity arises when a composite literal using the TypeName form of the LiteralType
    /// appears as an operand between the keyword and the opening brace of the block of an if, for, or
    /// switch statement": that brace is then the block's.
    fn brace(&mut self, index: usize, previous: TokenKind) {
        let is_type = matches!(previous, TokenKind::Struct | TokenKind::Interface);
        if self.current.is_header && index != self.literal && !is_type {
            self.tokens[index].kind = TokenKind::BodyBrace;
            self.current.is_header = false;
        }
        self.open(TokenKind::RightBrace, false, false);
        if let Some(parent) = self.stack.last_mut() {
            parent.prefixes = 0;
        }
    }

    /// spec: "a semicolon may be omitted before a closing ) or }": not before `case`, nor may a label stand
    /// there alone.
    fn clause(&mut self, index: usize, previous: TokenKind) {
        use TokenKind::{BodyBrace, Colon, LeftBrace, Name, RightBrace, Semicolon};
        let Token { lo, hi, kind } = self.tokens[index];
        let before = |back: usize| {
            index
                .checked_sub(back)
                .map_or(Semicolon, |index| self.tokens[index].kind)
        };
        let fault = match previous {
            Semicolon | LeftBrace | BodyBrace => return,
            Colon
                if before(2) == Name
                    && matches!(before(3), Semicolon | LeftBrace | BodyBrace | Colon | RightBrace) =>
            {
                let Token { lo, hi, .. } = self.tokens[index - 1];
                (lo, hi, "syntax error: missing statement after label".to_string())
            }
            Colon => return,
            _ => {
                let keyword = if kind == TokenKind::Case {
                    "case"
                } else {
                    "default"
                };
                (
                    lo,
                    hi,
                    format!("syntax error: unexpected keyword {keyword} at end of statement"),
                )
            }
        };
        self.diagnostics.push(Diagnostic::error(
            "SyntaxError",
            Span::new(fault.0, fault.1),
            fault.2,
        ));
    }

    /// A type literal in a header: if a brace follows it, that is a literal's, as in `range []T{…} {`.
    fn literal_type(&mut self, index: usize, ends_operand: bool) {
        if self.current.is_header && index >= self.scanned && !ends_operand {
            self.scanned = skip_type(self.tokens, index);
            if self.tokens[self.scanned].kind == TokenKind::LeftBrace {
                self.literal = self.scanned;
            }
        }
    }

    /// The name at `index`, if a type declaration's, may be followed by type parameters.
    fn type_params(&mut self, index: usize, previous: TokenKind) {
        let starts_spec = previous == TokenKind::Type
            || (self.current.is_type_group
                && matches!(previous, TokenKind::Semicolon | TokenKind::LeftParen));
        if starts_spec
            && self.tokens[index + 1].kind == TokenKind::LeftBracket
            && is_type_params(self.tokens, index + 1)
        {
            self.tokens[index + 1].kind = TokenKind::TypeParamBracket;
        }
    }
}

/// The token after the type that starts at `index`. What the tokens are worth is not checked.
fn skip_type(tokens: &[Token], mut index: usize) -> usize {
    use TokenKind::*;
    loop {
        match tokens[index].kind {
            LeftBracket => index = skip_group(tokens, index),
            Map => {
                index += 1;
                if tokens[index].kind == LeftBracket {
                    index = skip_group(tokens, index);
                }
            }
            Chan | Arrow | Star => index += 1,
            Func => {
                index += 1;
                if tokens[index].kind == LeftParen {
                    index = skip_group(tokens, index);
                }
                match tokens[index].kind {
                    LeftParen => return skip_group(tokens, index),
                    LeftBracket | Map | Chan | Arrow | Star | Func | Struct | Interface | Name => {}
                    _ => return index,
                }
            }
            Struct | Interface => {
                index += 1;
                return if tokens[index].kind == LeftBrace {
                    skip_group(tokens, index)
                } else {
                    index
                };
            }
            LeftParen => return skip_group(tokens, index),
            Name => {
                index += 1;
                if tokens[index].kind == Dot && tokens[index + 1].kind == Name {
                    index += 2;
                }
                return if tokens[index].kind == LeftBracket {
                    skip_group(tokens, index)
                } else {
                    index
                };
            }
            _ => return index,
        }
    }
}

/// The token after the bracket that matches the one at `index`, or the end of the file.
fn skip_group(tokens: &[Token], mut index: usize) -> usize {
    let mut depth = 0;
    loop {
        let kind = tokens[index].kind;
        if kind == TokenKind::Eof {
            return index;
        }
        if kind.opens() {
            depth += 1;
        } else if kind.closes() {
            depth -= 1;
            if depth == 0 {
                return index + 1;
            }
        }
        index += 1;
    }
}

/// Whether the `[` at `index`, after `type Name`, starts type parameters rather than an array type.
///
/// spec: "A parsing ambiguity arises when the type parameter list for a generic type declares a single
/// type parameter P with a constraint C such that the text P C forms a valid expression": then it is an
/// array, unless a comma or a type element shows before the closing bracket.
fn is_type_params(tokens: &[Token], index: usize) -> bool {
    use TokenKind::*;
    if tokens[index + 1].kind != Name {
        return false;
    }
    match tokens[index + 2].kind {
        Name | Func | Map | Chan | Struct | Interface | Tilde | LeftBracket | Arrow | Comma | Ellipsis => {
            true
        }
        Star | LeftParen => has_type_element(tokens, index + 2),
        _ => false,
    }
}

/// Looks for what only a constraint can contain, from `start` to the closing bracket.
fn has_type_element(tokens: &[Token], start: usize) -> bool {
    use TokenKind::*;
    // Open brackets; true for parentheses that only group, in which a type element still counts.
    let mut open: Vec<bool> = Vec::new();
    let mut hidden = 0usize;
    let mut index = start;
    loop {
        let kind = tokens[index].kind;
        let is_operand = !tokens[index - 1].kind.ends_operand();
        match kind {
            Comma if open.is_empty() => return true,
            Tilde if hidden == 0 => return true,
            Struct | Interface | Map | Chan | Func | LeftBracket if hidden == 0 && is_operand => {
                // That of a composite or function literal, or of a conversion, is part of an operand.
                index = skip_type(tokens, index);
                if !matches!(tokens[index].kind, LeftBrace | LeftParen) {
                    return true;
                }
                continue;
            }
            LeftParen | LeftBracket | LeftBrace => {
                let groups = kind == LeftParen && (index == start || is_operand);
                hidden += usize::from(!groups);
                open.push(groups);
            }
            RightParen | RightBracket | RightBrace => match open.pop() {
                Some(groups) => hidden -= usize::from(!groups),
                None => return false,
            },
            Semicolon | Eof => return false,
            _ => {}
        }
        index += 1;
    }
}
