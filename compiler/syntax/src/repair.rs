//! Small mistakes after which it is clear what was meant: the tree loses nothing by them.

use crate::context::{self, Bracket, Open};
use crate::token::{Token, TokenKind};

/// Makes up for a mistake at token `at` of a declaration, which has been reported; the last of the tokens does
/// not belong to it. False if there is no way.
pub(crate) fn repair(tokens: &mut Vec<Token>, at: usize) -> bool {
    let open = context::brackets(tokens, at);
    let Some(&inner) = open.last() else { return false };
    let previous = at.checked_sub(1).map(|index| tokens[index].kind);
    match (previous, tokens[at].kind) {
        (_, TokenKind::Define) if is_in_decl(tokens, inner) => tokens[at].kind = TokenKind::Assign,
        (Some(TokenKind::LeftBracket), TokenKind::RightBracket) => match inner.bracket {
            Bracket::TypeParams => drop(tokens.drain(at - 1..=at)),
            Bracket::Index => insert_bad(tokens, at),
            _ => return false,
        },
        (Some(TokenKind::Name), TokenKind::Semicolon | TokenKind::RightParen | TokenKind::Eof)
            if is_var_without_type(tokens, inner, at) =>
        {
            insert_bad(tokens, at);
            let assign = Token {
                kind: TokenKind::Assign,
                ..tokens[at]
            };
            tokens.insert(at, assign);
        }
        (_, TokenKind::LeftBracket) if inner.bracket == Bracket::TopLevel && is_in_decl(tokens, inner) => {
            let end = tokens.len() - 1;
            tokens.drain(at..end);
        }
        (_, TokenKind::LeftParen) if inner.bracket == Bracket::Struct => remove_parens(tokens, at),
        (Some(TokenKind::Name), TokenKind::Ellipsis) if inner.bracket == Bracket::TypeParams => {
            tokens.remove(at);
        }
        (Some(TokenKind::Name), _) if is_method_type_params(&open) => {
            let end = (at..tokens.len()).find(|&end| context::brackets(tokens, end).len() < open.len());
            let Some(end) = end else { return false };
            tokens.drain(inner.index..end);
        }
        _ => return false,
    }
    true
}

/// `(T)` as an embedded field.
fn remove_parens(tokens: &mut Vec<Token>, at: usize) {
    let depth = context::brackets(tokens, at).len();
    if let Some(after) = (at + 2..tokens.len()).find(|&end| context::brackets(tokens, end).len() <= depth) {
        tokens.remove(after - 1);
    }
    tokens.remove(at);
}

/// `m[T …` in an interface.
fn is_method_type_params(open: &[Open]) -> bool {
    let [.., outer, inner] = open else { return false };
    outer.bracket == Bracket::Interface && outer.element + 1 == inner.index
}

/// An expression that was reported to be missing before token `at`.
fn insert_bad(tokens: &mut Vec<Token>, at: usize) {
    let lo = tokens[at].lo;
    let bad = Token {
        lo,
        hi: lo,
        kind: TokenKind::Bad,
    };
    tokens.insert(at, bad);
}

fn is_in_decl(tokens: &[Token], inner: Open) -> bool {
    inner.bracket == Bracket::Group
        || matches!(
            tokens[inner.element].kind,
            TokenKind::Const | TokenKind::Type | TokenKind::Var
        )
}

/// `var x`, `var x, y` up to token `at`.
fn is_var_without_type(tokens: &[Token], inner: Open, at: usize) -> bool {
    let is_list = |token: &&Token| matches!(token.kind, TokenKind::Name | TokenKind::Comma);
    let names = tokens[..at].iter().rev().take_while(is_list).count();
    let before = match (inner.bracket, tokens[..at - names].last()) {
        (Bracket::Group, _) => inner.index.checked_sub(1).map(|index| &tokens[index]),
        (_, last) => last,
    };
    before.is_some_and(|token| token.kind == TokenKind::Var)
}
