//! Statements.

use super::{Builder, as_name};
use crate::ast::*;

/// `init; cond` of an `if` or `switch`.
pub(crate) struct Header {
    pub init: Option<Stmt>,
    pub semicolon: Option<u32>,
    pub cond: Option<Stmt>,
}

pub(crate) enum ForHead {
    Clause(Option<Stmt>, Option<Stmt>, Option<Stmt>),
    /// Left-hand sides, `:=` rather than `=`, operand.
    Range(Vec<Expr>, bool, Expr),
}

pub(crate) fn stmt(lo: u32, hi: u32, kind: StmtKind) -> Stmt {
    Box::new(StmtNode {
        span: Span::new(lo, hi),
        kind,
    })
}

impl Builder<'_> {
    pub fn labeled(&mut self, lo: u32, hi: u32, label_hi: u32, body: Option<Stmt>) -> Stmt {
        let label = self.ident(lo, label_hi);
        let body = body.unwrap_or_else(|| stmt(hi, hi, StmtKind::Empty));
        stmt(lo, hi, StmtKind::Labeled(label, body))
    }

    pub fn go_or_defer(&mut self, lo: u32, hi: u32, keyword: &str, mut x: Expr) -> Stmt {
        if matches!(x.kind, ExprKind::Paren(_)) {
            self.error(
                x.span.lo,
                x.span.hi,
                format!("expression in {keyword} must not be parenthesized"),
            );
        }
        while let ExprKind::Paren(inner) = &mut x.kind {
            x = std::mem::replace(
                inner,
                Box::new(ExprNode {
                    id: x.id,
                    span: x.span,
                    kind: ExprKind::Bad,
                }),
            );
        }
        if !matches!(x.kind, ExprKind::Call(_) | ExprKind::Bad) {
            self.deferred.push(x.span);
        }
        stmt(
            lo,
            hi,
            if keyword == "go" {
                StmtKind::Go(x)
            } else {
                StmtKind::Defer(x)
            },
        )
    }

    pub fn op_assign(&mut self, lo: u32, hi: u32, left: Expr, operator: (u32, u32), right: Expr) -> Stmt {
        let operator = match self.source(operator.0, operator.1 - 1) {
            "+" => BinaryOp::Add,
            "-" => BinaryOp::Sub,
            "|" => BinaryOp::Or,
            "^" => BinaryOp::Xor,
            "*" => BinaryOp::Mul,
            "/" => BinaryOp::Div,
            "%" => BinaryOp::Rem,
            "<<" => BinaryOp::Shl,
            ">>" => BinaryOp::Shr,
            "&" => BinaryOp::And,
            _ => BinaryOp::AndNot,
        };
        stmt(lo, hi, StmtKind::OpAssign(operator, left, right))
    }

    pub fn if_stmt(&mut self, lo: u32, hi: u32, header: Header, then: Block, els: Option<Stmt>) -> Stmt {
        let cond = match header.cond {
            Some(mut cond) => self.condition(&mut cond),
            None => {
                let at = header.semicolon.unwrap_or(then.span.lo);
                let message = match self.text.as_bytes().get((at - self.base) as usize) {
                    Some(b'\n') => "syntax error: unexpected newline, expected { after if clause",
                    _ => "syntax error: missing condition in if statement",
                };
                self.error(at, at + 1, message);
                self.bad_expr(at, at)
            }
        };
        stmt(
            lo,
            hi,
            StmtKind::If(Box::new(IfStmt {
                init: header.init,
                cond,
                then,
                els,
            })),
        )
    }

    /// The expression that a condition is, or a report that it is some other simple statement.
    fn condition(&mut self, cond: &mut StmtNode) -> Expr {
        let Span { lo, hi } = cond.span;
        let kind = std::mem::replace(&mut cond.kind, StmtKind::Bad);
        if let StmtKind::Expr(x) = kind {
            return x;
        }
        let mut shown = abridge(self.source(lo, hi));
        if let StmtKind::Assign(left, right) = &kind {
            shown = format!(
                "assignment {} = {}",
                self.emphasized(left),
                self.emphasized(right)
            );
        }
        self.error(lo, hi, format!("syntax error: cannot use {shown} as value"));
        self.bad_expr(lo, hi)
    }

    /// A binary expression beside `=` stands in parentheses, so that the `=` stands out.
    fn emphasized(&self, list: &[Expr]) -> String {
        let (Some(first), Some(last)) = (list.first(), list.last()) else {
            return String::new();
        };
        let text = abridge(self.source(first.span.lo, last.span.hi));
        match list {
            [x] if matches!(x.kind, ExprKind::Binary(..)) => format!("({text})"),
            _ => text,
        }
    }

    pub fn for_stmt(&mut self, lo: u32, hi: u32, head: ForHead, body: Block) -> Stmt {
        match head {
            ForHead::Clause(init, cond, post) => {
                let cond = cond.map(|mut cond| self.condition(&mut cond));
                if let Some(post) = post
                    .as_ref()
                    .filter(|post| matches!(post.kind, StmtKind::Define(..)))
                {
                    let message = "syntax error: cannot declare in post statement of for loop";
                    self.error_with_code("InvalidPostDecl", post.span.lo, post.span.hi, message);
                }
                stmt(
                    lo,
                    hi,
                    StmtKind::For(Box::new(ForStmt {
                        init,
                        cond,
                        post,
                        body,
                    })),
                )
            }
            ForHead::Range(left, is_define, operand) => {
                let mut left = left.into_iter();
                let (key, value, extra) = (left.next(), left.next(), left.next());
                self.deferred.extend(extra.as_ref().map(|extra| extra.span));
                stmt(
                    lo,
                    hi,
                    StmtKind::Range(Box::new(RangeStmt {
                        key,
                        value,
                        is_define,
                        operand,
                        body,
                        extra,
                    })),
                )
            }
        }
    }

    pub fn switch_stmt(
        &mut self,
        lo: u32,
        hi: u32,
        header: Header,
        cases: Vec<CaseClause>,
        body: u32,
    ) -> Stmt {
        let body = Span::new(body, hi);
        let Header { init, cond, .. } = header;
        let kind = match cond.map(|cond| self.type_switch_guard(cond)) {
            Some(Ok((bind, operand))) => StmtKind::TypeSwitch(Box::new(TypeSwitchStmt {
                init,
                bind,
                operand,
                cases,
                body,
            })),
            Some(Err(mut cond)) => {
                let tag = Some(self.condition(&mut cond));
                StmtKind::Switch(Box::new(SwitchStmt {
                    init,
                    tag,
                    cases,
                    body,
                }))
            }
            None => StmtKind::Switch(Box::new(SwitchStmt {
                init,
                tag: None,
                cases,
                body,
            })),
        };
        stmt(lo, hi, kind)
    }

    pub fn case_clause(
        &mut self,
        lo: u32,
        hi: u32,
        exprs: Option<Vec<Expr>>,
        colon: u32,
        body: Vec<Stmt>,
    ) -> Box<CaseClause> {
        let is_default = exprs.is_none();
        let exprs = exprs.unwrap_or_default();
        Box::new(CaseClause {
            id: self.id(),
            span: Span::new(lo, hi),
            exprs,
            is_default,
            body,
            colon,
        })
    }

    pub fn comm_clause(
        &mut self,
        lo: u32,
        hi: u32,
        comm: Option<Stmt>,
        colon: u32,
        body: Vec<Stmt>,
    ) -> Box<CommClause> {
        Box::new(CommClause {
            span: Span::new(lo, hi),
            comm,
            body,
            colon,
        })
    }
}

/// An expression as messages show it: on one line, without what stands in braces.
fn abridge(text: &str) -> String {
    let mut shown = String::new();
    let mut depth = 0;
    let mut is_empty = false;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    shown.push_str(if is_empty { "{}" } else { "{…}" });
                }
                is_empty = false;
                continue;
            }
            _ => {}
        }
        if depth == 0 && !(c.is_whitespace() && shown.ends_with(' ')) {
            shown.push(if c.is_whitespace() { ' ' } else { c });
        }
        is_empty = c == '{';
    }
    shown
}

impl Builder<'_> {
    /// Takes `x := y.(type)` or `y.(type)` apart into `x` and `y`; gives back anything else.
    fn type_switch_guard(&mut self, mut cond: Stmt) -> Result<(Option<Ident>, Expr), Stmt> {
        let (names, guard) = match &mut cond.kind {
            StmtKind::Expr(x) => (&[][..], x),
            StmtKind::Define(left, right) => match &mut right[..] {
                [x] => (&left[..], x),
                _ => return Err(cond),
            },
            _ => return Err(cond),
        };
        if !matches!(guard.kind, ExprKind::TypeAssert(_, None)) {
            return Err(cond);
        }
        let ExprKind::TypeAssert(operand, _) = std::mem::replace(&mut guard.kind, ExprKind::Bad) else {
            return Err(cond);
        };
        let bind = names.first().filter(|_| names.len() == 1).and_then(as_name);
        if let ([first, ..], [.., last], None) = (names, names, bind) {
            let (lo, hi) = (first.span.lo, last.span.hi);
            let message = format!("invalid variable name {} in type switch", self.source(lo, hi));
            self.error_with_code("InvalidTypeSwitch", lo, hi, message);
        }
        Ok((bind, operand))
    }
}
