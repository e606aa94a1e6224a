//! How gc words what the grammar did not expect: a table over the token, the tokens that were expected,
//! and the brackets around.

use crate::context::{Bracket, Open};
use crate::token::{Token, TokenKind};

/// An unexpected token.
pub(crate) struct Unexpected<'a> {
    /// The declaration, followed by what comes after it.
    pub tokens: &'a [Token],
    /// Index of the unexpected token.
    pub at: usize,
    /// The terminals of the grammar that would have been right, in its spelling.
    pub expected: &'a [String],
    pub open: &'a [Open],
    /// The token's text.
    pub text: &'a str,
    /// Nothing but the end of the file is left.
    pub is_at_end: bool,
}

impl Unexpected<'_> {
    pub fn message(&self) -> String {
        let found = self.found();
        match self.wording() {
            Wording::Bare(message) => message.to_string(),
            Wording::Plain(message) => format!("syntax error: {message}"),
            Wording::Expected(what) => format!("syntax error: unexpected {found}, expected {what}"),
            Wording::Where(place) => format!("syntax error: unexpected {found} {place}"),
        }
    }

    fn wording(&self) -> Wording {
        self.special()
            .or_else(|| self.expression())
            .or_else(|| self.ty())
            .or_else(|| self.header())
            .or_else(|| self.list())
            .unwrap_or_else(|| self.other())
    }

    fn found(&self) -> String {
        let text = self.text;
        match self.kind() {
            TokenKind::Semicolon if text == ";" => "semicolon".to_string(),
            TokenKind::Semicolon | TokenKind::Eof if self.is_at_end => "EOF".to_string(),
            TokenKind::Semicolon => "newline".to_string(),
            TokenKind::Name => format!("name {text}"),
            TokenKind::Comma => "comma".to_string(),
            kind if kind.is_literal() => format!("literal {text}"),
            kind if kind.is_keyword() => format!("keyword {text}"),
            _ => text.to_string(),
        }
    }

    fn kind(&self) -> TokenKind {
        self.tokens[self.at].kind
    }

    /// The kind of the token `back` before the unexpected one.
    fn before(&self, back: usize) -> TokenKind {
        self.at
            .checked_sub(back)
            .map_or(TokenKind::Semicolon, |index| self.tokens[index].kind)
    }

    fn has(&self, terminal: &str) -> bool {
        self.expected
            .iter()
            .any(|expected| expected.strip_prefix('"').and_then(|e| e.strip_suffix('"')) == Some(terminal))
    }

    fn inner(&self) -> Open {
        *self.open.last().expect("the outermost is never closed")
    }

    fn bracket(&self) -> Bracket {
        self.inner().bracket
    }

    /// Whether the token would be the first of a statement, field or element.
    fn starts_element(&self) -> bool {
        self.inner().element == self.at
    }

    /// Mistakes that gc has a sentence for.
    fn special(&self) -> Option<Wording> {
        use TokenKind::{Ellipsis, Else, Func, LeftBracket, LeftParen, RightBracket, Select, Star, Var};
        let (kind, previous) = (self.kind(), self.before(1));
        let header = self.inner().header;
        match (kind, previous) {
            (Var, _) if header.is_some_and(|(_, index)| index + 1 == self.at) => {
                let keyword = match header {
                    Some((TokenKind::If, _)) => "if",
                    Some((TokenKind::For, _)) => "for",
                    _ => "switch",
                };
                Some(plain(format!(
                    "var declaration not allowed in {keyword} initializer"
                )))
            }
            (_, Else) => Some(plain("else must be followed by if or statement block")),
            (_, Select) => Some(plain("missing { after select clause")),
            (LeftBracket, Func) if self.at > 1 => Some(plain("function type must have no type parameters")),
            (RightBracket, LeftBracket) if self.bracket() == Bracket::TypeParams => {
                Some(plain("empty type parameter list"))
            }
            (LeftParen, _) if self.bracket() == Bracket::Struct && self.is_embedded(previous == Star) => {
                Some(plain("cannot parenthesize embedded type"))
            }
            (Ellipsis, TokenKind::Name) if self.bracket() == Bracket::TypeParams => {
                Some(Wording::Bare("invalid use of ..."))
            }
            (_, Ellipsis) if matches!(self.bracket(), Bracket::Params | Bracket::TypeParams) => {
                Some(plain("... is missing type"))
            }
            (_, TokenKind::Struct | TokenKind::Interface) => Some(expected("{")),
            (_, TokenKind::Map) => Some(expected("[")),
            _ => self.interface().or_else(|| self.import()),
        }
    }

    /// `name[…` in an interface: type arguments are all that can follow.
    fn interface(&self) -> Option<Wording> {
        let [.., outer, inner] = self.open else {
            return None;
        };
        if outer.bracket != Bracket::Interface || outer.element + 1 != inner.index {
            return None;
        }
        match (self.kind(), self.before(1)) {
            (TokenKind::RightBracket, TokenKind::LeftBracket) => {
                Some(Wording::Bare("empty type argument list"))
            }
            (_, TokenKind::Name) if self.has("]") => {
                Some(Wording::Bare("interface method must have no type parameters"))
            }
            _ => None,
        }
    }

    fn is_embedded(&self, has_star: bool) -> bool {
        self.inner().element + usize::from(has_star) == self.at
    }

    fn import(&self) -> Option<Wording> {
        let keyword = match self.bracket() {
            Bracket::Group => self.inner().index.checked_sub(1)?,
            Bracket::TopLevel => self.inner().element,
            _ => return None,
        };
        if self.tokens.get(keyword)?.kind != TokenKind::Import || !self.has("string") {
            return None;
        }
        match self.kind().is_literal() {
            true => Some(plain("import path must be a string")),
            false => Some(plain("missing import path")),
        }
    }

    /// Where an expression, or a whole statement, may start.
    fn expression(&self) -> Option<Wording> {
        if !self.has("int") {
            return None;
        }
        let (kind, previous) = (self.kind(), self.before(1));
        let is_statement = self.has("return");
        Some(match self.bracket() {
            Bracket::Block if is_statement && previous == TokenKind::Colon => {
                plain("missing statement after label")
            }
            Bracket::Block | Bracket::TopLevel if is_statement => expected("}"),
            Bracket::Switch | Bracket::Select if is_statement => expected("case or default or }"),
            Bracket::Index if kind == TokenKind::RightBracket && previous == TokenKind::LeftBracket => {
                expected(if self.is_in_type() {
                    "type argument list"
                } else {
                    "operand"
                })
            }
            _ if kind == TokenKind::BodyBrace && previous == TokenKind::Semicolon => {
                expected("for loop condition")
            }
            _ => expected("expression"),
        })
    }

    /// Whether the innermost bracket follows a type: `var x T[…`, `type T U[…`.
    fn is_in_type(&self) -> bool {
        let [.., outer, inner] = self.open else {
            return false;
        };
        let element = &self.tokens[outer.element..inner.index];
        let is_decl = element.first().is_some_and(|first| {
            matches!(
                first.kind,
                TokenKind::Const | TokenKind::Func | TokenKind::Type | TokenKind::Var
            )
        });
        let is_decl = is_decl
            || matches!(
                outer.bracket,
                Bracket::Group | Bracket::Struct | Bracket::Params | Bracket::Interface
            );
        is_decl && !element.iter().any(|token| token.kind == TokenKind::Assign)
    }

    /// Where a type may start, but no expression.
    fn ty(&self) -> Option<Wording> {
        if !self.has("chan") || !self.has("map") {
            return self.chan();
        }
        let (previous, before) = (self.before(1), self.before(2));
        if previous == TokenKind::Chan || (previous == TokenKind::Arrow && before == TokenKind::Chan) {
            return Some(plain("missing channel element type"));
        }
        match self.bracket() {
            Bracket::Params if self.starts_element() => Some(expected(")")),
            Bracket::TypeParams if self.starts_element() => Some(expected("]")),
            Bracket::Interface if self.has("~") => Some(expected("~ term or type")),
            Bracket::TopLevel | Bracket::Group | Bracket::Block if self.is_type_decl() => {
                Some(Wording::Where("in type declaration".to_string()))
            }
            _ if self.follows_names() => Some(expected("type")),
            // A type could follow, but need not.
            _ if self.has(";") || self.has(",") || self.has("}") => None,
            Bracket::TopLevel if previous == TokenKind::RightParen && self.inner().func.is_some() => None,
            Bracket::TopLevel if self.tokens[0].kind == TokenKind::Const && self.has("=") => None,
            _ => Some(expected("type")),
        }
    }

    /// Whether nothing but names precedes in a variable or field declaration.
    fn follows_names(&self) -> bool {
        let inner = self.inner();
        let is_var = |index: usize| {
            self.tokens
                .get(index)
                .is_some_and(|token| token.kind == TokenKind::Var)
        };
        let start = match inner.bracket {
            Bracket::Struct => inner.element,
            Bracket::Group if is_var(inner.index.saturating_sub(1)) => inner.element,
            Bracket::TopLevel | Bracket::Block | Bracket::Switch | Bracket::Select
                if is_var(inner.element) =>
            {
                inner.element + 1
            }
            _ => return false,
        };
        let names = self.tokens.get(start..self.at).unwrap_or_default();
        let is_name = |token: &Token| matches!(token.kind, TokenKind::Name | TokenKind::Comma);
        self.before(1) == TokenKind::Name && names.iter().all(is_name)
    }

    fn chan(&self) -> Option<Wording> {
        (self.expected.len() == 1 && self.has("chan")).then(|| expected("keyword chan"))
    }

    /// After `type T`, `type T =` or `type T[P any]`.
    fn is_type_decl(&self) -> bool {
        let inner = self.inner();
        let start = match inner.bracket {
            Bracket::Group => inner.element,
            _ => inner.element + 1,
        };
        let keyword = match inner.bracket {
            Bracket::Group => inner.index.checked_sub(1),
            _ => Some(inner.element),
        };
        let is_type = keyword.is_some_and(|index| self.tokens[index].kind == TokenKind::Type);
        let follows_params = self.before(1) == TokenKind::RightBracket
            && self
                .tokens
                .get(start + 1)
                .is_some_and(|token| token.kind == TokenKind::TypeParamBracket);
        let follows_name =
            start + 1 == self.at || (start + 2 == self.at && self.before(1) == TokenKind::Assign);
        is_type && (follows_name || follows_params)
    }

    /// Between `if`, `for` or `switch` and the body.
    fn header(&self) -> Option<Wording> {
        let (keyword, start) = self
            .inner()
            .header
            .filter(|_| self.has("body{") || self.has(";"))?;
        let clauses = self.tokens[start..self.at].iter();
        let is_range = clauses.clone().any(|token| token.kind == TokenKind::Range);
        let semicolons = clauses.filter(|token| token.kind == TokenKind::Semicolon).count();
        Some(match (keyword, semicolons) {
            (TokenKind::For, 0) if is_range => expected("{ after for clause"),
            (_, 0) => expected("{"),
            (TokenKind::For, 1) => expected("semicolon or newline"),
            (TokenKind::For, _) => expected("{ after for clause"),
            (TokenKind::If, _) => expected("{ after if clause"),
            _ => plain("missing { after switch clause"),
        })
    }

    /// Within brackets, where another element or the end may follow.
    fn list(&self) -> Option<Wording> {
        let (separator, close) = match self.bracket() {
            Bracket::Composite | Bracket::Args | Bracket::Params | Bracket::TypeParams => ("comma", ","),
            Bracket::Struct | Bracket::Interface | Bracket::Group => ("semicolon or newline", ";"),
            _ => return self.brackets(),
        };
        if !self.has(close) {
            return None;
        }
        let (context, close) = match self.bracket() {
            Bracket::Composite => ("composite literal", "}"),
            Bracket::Args => ("argument list", ")"),
            Bracket::Params => ("parameter list", ")"),
            Bracket::TypeParams => ("parameter list", "]"),
            Bracket::Struct => ("struct type", "}"),
            Bracket::Interface => ("interface type", "}"),
            _ if self.kind() == TokenKind::Define && self.has("=") => return Some(expected("=")),
            _ => ("grouped declaration", ")"),
        };
        Some(Wording::Where(format!(
            "in {context}; possibly missing {separator} or {close}"
        )))
    }

    fn brackets(&self) -> Option<Wording> {
        Some(match self.bracket() {
            Bracket::Length if self.kind() == TokenKind::Comma => plain("unexpected comma; expected ]"),
            Bracket::Length if self.has("]") => expected("]"),
            Bracket::Index if self.has(":") && self.has(",") => expected("comma, : or ]"),
            Bracket::Index if self.has("]") => expected("]"),
            Bracket::Paren | Bracket::Assertion if self.has(")") => expected(")"),
            _ => return None,
        })
    }

    fn other(&self) -> Wording {
        use TokenKind::{Dot, Func, Package, RightParen};
        let previous = self.before(1);
        let is_decl = self.open.len() == 1;
        match self.bracket() {
            Bracket::Struct if self.starts_element() => return expected("field name or embedded type"),
            _ if self.kind() == TokenKind::Define && self.has("=") && !self.has(":=") => {
                return expected("=");
            }
            _ if self.has(":=") && self.has(",") && !self.has(";") && !self.has(":") => {
                return expected(":= or = or comma");
            }
            Bracket::Switch | Bracket::Select if self.has("case") && self.has("}") && !self.has(";") => {
                return expected("case or default or }");
            }
            Bracket::Switch | Bracket::Select if self.has(":") && !self.has(";") => return expected(":"),
            _ => {}
        }
        match previous {
            Func if self.at == 1 => expected("name or ("),
            Dot if self.has("(") => expected("name or ("),
            RightParen if is_decl && self.has("name") && !self.has("{") => expected("name"),
            Package => expected("name"),
            _ if self.has(";") && self.bracket().holds_statements() => {
                Wording::Where("at end of statement".to_string())
            }
            _ if self.has("name") && self.expected.len() <= 2 => expected("name"),
            _ if self.has("(") && self.expected.len() <= 2 => expected("("),
            _ if is_decl && self.tokens[0].kind == Package && self.at == 2 => {
                expected("semicolon or newline")
            }
            _ if is_decl => Wording::Where("after top level declaration".to_string()),
            _ if self.has("name") => expected("name"),
            _ => self.any_of(),
        }
    }

    fn any_of(&self) -> Wording {
        let names = self
            .expected
            .iter()
            .map(|expected| match expected.trim_matches('"') {
                "," => "comma",
                ";" => "semicolon or newline",
                "body{" => "{",
                "type[" => "[",
                other => other,
            });
        expected(&names.collect::<Vec<_>>().join(" or "))
    }
}

enum Wording {
    /// Not even `syntax error: ` before it.
    Bare(&'static str),
    /// A sentence of its own.
    Plain(String),
    /// `unexpected X, expected …`
    Expected(String),
    /// `unexpected X in …`
    Where(String),
}

fn plain(message: impl Into<String>) -> Wording {
    Wording::Plain(message.into())
}

fn expected(what: &str) -> Wording {
    Wording::Expected(what.to_string())
}
