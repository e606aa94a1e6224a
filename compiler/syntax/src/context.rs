//! What the brackets around an error are, for its wording and for going on after it.

use crate::token::{Token, TokenKind};

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bracket {
    /// No bracket at all.
    TopLevel,
    /// `const (`, `import (`, …
    Group,
    Params,
    TypeParams,
    Args,
    /// `(x)`
    Paren,
    /// `x.(`
    Assertion,
    /// `x[`
    Index,
    /// `[` where a type starts, and `map[`.
    Length,
    Composite,
    Struct,
    Interface,
    Block,
    Switch,
    Select,
}

impl Bracket {
    pub fn holds_statements(self) -> bool {
        matches!(self, Bracket::Block | Bracket::Switch | Bracket::Select)
    }
}

/// An open bracket and how far its contents have come.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Open {
    pub bracket: Bracket,
    /// Index of the bracket.
    pub index: usize,
    /// Index of the first token of the current statement, field, or element.
    pub element: usize,
    /// `if`, `for` or `switch` whose body has not begun, and its index.
    pub header: Option<(TokenKind, usize)>,
    /// `case` or `default` whose colon is still to come.
    pub clause: Option<usize>,
    /// `func` whose body may follow.
    pub func: Option<usize>,
    /// Whether the bracket starts an operand or type.
    is_prefix: bool,
}

impl Open {
    fn new(bracket: Bracket, index: usize, is_prefix: bool) -> Open {
        let element = if bracket == Bracket::TopLevel {
            index
        } else {
            index + 1
        };
        Open {
            bracket,
            index,
            element,
            header: None,
            clause: None,
            func: None,
            is_prefix,
        }
    }

    fn end_element(&mut self, next: usize) {
        self.element = next;
        self.func = None;
    }
}

/// The brackets that are open before token `at` of a declaration, outermost first; never empty.
pub(crate) fn brackets(tokens: &[Token], at: usize) -> Vec<Open> {
    let mut scan = Scan {
        tokens,
        open: vec![Open::new(Bracket::TopLevel, 0, false)],
        ends_operand: false,
    };
    for index in 0..at {
        scan.token(index);
    }
    scan.open
}

struct Scan<'tokens> {
    tokens: &'tokens [Token],
    open: Vec<Open>,
    ends_operand: bool,
}

impl Scan<'_> {
    fn token(&mut self, index: usize) {
        let kind = self.tokens[index].kind;
        let previous = index
            .checked_sub(1)
            .map_or(TokenKind::Semicolon, |index| self.tokens[index].kind);
        let is_prefix = !std::mem::replace(&mut self.ends_operand, kind.ends_operand());
        if kind.opens() {
            let bracket = self.classify(index, kind, previous, is_prefix);
            if let Some(top) = self.open.last_mut().filter(|_| bracket.holds_statements()) {
                top.header = None;
                top.func = None;
            }
            return self.open.push(Open::new(bracket, index, is_prefix));
        }
        if kind.closes() && self.open.len() > 1 {
            let closed = self.open.pop().expect("more than one bracket is open");
            if closed.bracket.holds_statements()
                && self
                    .tokens
                    .get(index + 1)
                    .is_some_and(|next| next.kind == TokenKind::Semicolon)
            {
                self.top().func = None;
            }
            self.ends_operand = !(kind == TokenKind::RightBracket && closed.is_prefix);
            return;
        }
        let top = self.open.last_mut().expect("the outermost is never closed");
        match kind {
            TokenKind::If | TokenKind::For | TokenKind::Switch => top.header = Some((kind, index)),
            TokenKind::Case | TokenKind::Default => {
                top.end_element(index);
                top.clause = Some(index);
            }
            TokenKind::Func => top.func = Some(index),
            TokenKind::Semicolon if top.header.is_none() => top.end_element(index + 1),
            TokenKind::Comma if !top.bracket.holds_statements() => top.end_element(index + 1),
            TokenKind::Colon if top.bracket.holds_statements() && top.header.is_none() => {
                top.clause = None;
                top.end_element(index + 1);
            }
            TokenKind::Comma | TokenKind::Assign | TokenKind::Define | TokenKind::Semicolon => {
                top.func = None
            }
            _ => {}
        }
    }

    fn top(&mut self) -> &mut Open {
        self.open.last_mut().expect("the outermost is never closed")
    }

    fn classify(&self, index: usize, kind: TokenKind, previous: TokenKind, is_prefix: bool) -> Bracket {
        let top = *self.open.last().expect("the outermost is never closed");
        match kind {
            TokenKind::LeftParen => self.paren(index, previous, is_prefix, top),
            TokenKind::TypeParamBracket => Bracket::TypeParams,
            TokenKind::LeftBracket => match previous {
                TokenKind::Map => Bracket::Length,
                TokenKind::Name if top.func.is_some_and(|func| self.is_func_name(func, index - 1)) => {
                    Bracket::TypeParams
                }
                TokenKind::Name if matches!(top.bracket, Bracket::Struct | Bracket::Params) => {
                    Bracket::Length
                }
                _ if is_prefix => Bracket::Length,
                _ => Bracket::Index,
            },
            TokenKind::BodyBrace => match top.header {
                Some((TokenKind::Switch, _)) => Bracket::Switch,
                _ => Bracket::Block,
            },
            _ => match previous {
                TokenKind::Struct => Bracket::Struct,
                TokenKind::Interface => Bracket::Interface,
                TokenKind::Select => Bracket::Select,
                TokenKind::Else => Bracket::Block,
                _ if top.func.is_some() => Bracket::Block,
                _ if top.bracket.holds_statements() && top.element == index => Bracket::Block,
                _ => Bracket::Composite,
            },
        }
    }

    fn paren(&self, index: usize, previous: TokenKind, is_prefix: bool, top: Open) -> Bracket {
        use TokenKind::{Const, Dot, Func, Import, Name, RightBracket, RightParen, Type, Var};
        match previous {
            Const | Var | Type | Import => Bracket::Group,
            Func => Bracket::Params,
            Dot => Bracket::Assertion,
            Name if top.func.is_some_and(|func| self.is_func_name(func, index - 1)) => Bracket::Params,
            RightParen | RightBracket if top.func.is_some() => Bracket::Params,
            Name | RightParen if top.bracket == Bracket::Interface => Bracket::Params,
            _ if is_prefix => Bracket::Paren,
            _ => Bracket::Args,
        }
    }

    /// Whether the name at `index` directly follows `func` or a receiver.
    fn is_func_name(&self, func: usize, index: usize) -> bool {
        self.open.len() == 1 && (func + 1 == index || self.tokens[index - 1].kind == TokenKind::RightParen)
    }
}
