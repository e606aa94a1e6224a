//! Type arguments where nothing but a type may stand: the grammar takes any expression for one.

use super::Builder;
use crate::ast::{Expr, ExprKind, ExprNode, UnaryOp};
use crate::token::TokenKind;
use logos::Logos;

/// What shows that an expression is no type.
struct Foreign {
    /// Position of the token.
    lo: u32,
    /// What should have stood there; `None` for the end of the list.
    expected: Option<&'static str>,
}

impl Builder<'_> {
    /// `T[args]` as a type. An argument that is none becomes a bad one, so that the checker says no more of it.
    pub fn type_instance(&mut self, lo: u32, hi: u32, generic: Expr, mut args: Vec<Expr>) -> Expr {
        if let Some((index, (lo, hi, message))) = self.foreign_argument(&args) {
            self.error(lo, hi, message);
            let bad = self.bad_expr(args[index].span.lo, args[index].span.hi);
            self.foreign = Some(std::mem::replace(&mut args[index], bad));
        }
        self.expr(lo, hi, ExprKind::Index(generic, args))
    }

    /// `T[n]` for a parameter or field without a name may lack its element type instead: what was
    /// reported last of its argument is left to the checker.
    pub fn forgive_argument(&mut self, ty: &mut Expr) {
        if let ExprKind::Index(generic, args) = &mut ty.kind
            && is_name(generic)
            && let Some(foreign) = self.foreign.take()
            && let Some(bad) = args.iter_mut().find(|arg| arg.span == foreign.span)
        {
            self.diagnostics.pop();
            *bad = foreign;
        }
    }

    /// The first of a list of types that is none, with the token that shows it and what to say of that.
    fn foreign_argument(&self, args: &[Expr]) -> Option<(usize, (u32, u32, String))> {
        let (index, foreign) = args
            .iter()
            .enumerate()
            .find_map(|(index, arg)| Some((index, self.foreign(arg)?)))?;
        let expected = match foreign.expected {
            Some("type") if index > 0 => "]",
            expected => expected.unwrap_or("]"),
        };
        let mut source = TokenKind::lexer(&self.text[(foreign.lo - self.base) as usize..]);
        let kind = source.next()?.ok()?;
        let text = source.slice();
        let class = if kind.is_literal() { "literal " } else { "" };
        let message = format!("syntax error: unexpected {class}{text}, expected {expected}");
        Some((index, (foreign.lo, foreign.lo + text.len() as u32, message)))
    }

    /// The first token of `x` that belongs to no type: operators lean to the left, so the innermost on that
    /// side comes first.
    fn foreign(&self, mut x: &ExprNode) -> Option<Foreign> {
        let mut found = None;
        let starts = |x: &ExprNode| {
            Some(Foreign {
                lo: x.span.lo,
                expected: Some("type"),
            })
        };
        let follows = |lo: u32, expected| Some(Foreign { lo, expected });
        loop {
            (found, x) = match &x.kind {
                ExprKind::BasicLit(..) => return starts(x),
                ExprKind::Unary(operator, _) if *operator != UnaryOp::Tilde => return starts(x),
                ExprKind::FuncLit(literal) => return follows(literal.body.span.lo, None),
                ExprKind::Paren(inner) | ExprKind::Star(inner) => (found, inner),
                ExprKind::Selector(inner, _) if !is_name(inner) => (follows(self.after(inner), None), inner),
                ExprKind::Index(generic, args) if is_type_name(generic) => {
                    return args.iter().find_map(|arg| self.foreign(arg)).or(found);
                }
                ExprKind::Index(inner, _) | ExprKind::Binary(_, inner, _) => {
                    (follows(self.after(inner), None), inner)
                }
                ExprKind::Slice(slice) => (follows(self.after(&slice.operand), None), &slice.operand),
                ExprKind::Call(call) => (follows(call.lparen, None), &call.func),
                ExprKind::TypeAssert(inner, _) => {
                    let paren = self.skip_blanks(self.after(inner) + 1);
                    (follows(paren, Some("name")), inner)
                }
                ExprKind::CompositeLit(literal) => match &literal.ty {
                    Some(ty) => (follows(literal.lbrace, None), ty),
                    None => return starts(x),
                },
                _ => return found,
            };
        }
    }

    /// Where the token after an operand starts.
    fn after(&self, x: &ExprNode) -> u32 {
        self.skip_blanks(x.span.hi)
    }

    fn skip_blanks(&self, at: u32) -> u32 {
        let rest = self.text[(at - self.base) as usize..].bytes();
        at + rest.take_while(u8::is_ascii_whitespace).count() as u32
    }
}

fn is_name(x: &ExprNode) -> bool {
    matches!(x.kind, ExprKind::Ident(_))
}

fn is_type_name(x: &ExprNode) -> bool {
    match &x.kind {
        ExprKind::Selector(package, _) => is_name(package),
        _ => is_name(x),
    }
}
