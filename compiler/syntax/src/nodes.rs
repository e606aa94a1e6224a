//! Makes the nodes that the grammar asks for, and reports what its rules are too loose to reject.

mod stmt;
mod type_args;

use crate::ast::*;
use crate::comment::{Comment, doc_before};
use goes_source::{Code, Diagnostic};
use rustc_hash::FxHashMap;

pub(crate) use stmt::{ForHead, Header, stmt};

/// What one run of the grammar yields.
pub(crate) enum Unit {
    Header(Ident, Vec<ImportSpec>),
    Imports(Vec<ImportSpec>),
    Decls(Vec<Decl>),
}

/// Makes nodes. Positions are those of the build; the file's text starts at `base`.
pub(crate) struct Builder<'text> {
    pub text: &'text str,
    pub base: u32,
    pub comments: &'text [Comment],
    pub next_id: u32,
    pub diagnostics: Vec<Diagnostic>,
    /// See [`crate::Parsed::deferred`].
    pub deferred: Vec<Span>,
    /// What has last been found in the place of a type argument.
    pub foreign: Option<Expr>,
    /// Where the lexer reported something, sorted.
    malformed: Vec<u32>,
    /// Spares a lock for every name but the first of its kind.
    symbols: FxHashMap<&'text str, Symbol>,
}

/// Operands and operators in source order; whatever binds tighter than what follows is folded already.
pub(crate) struct Chain {
    operands: Vec<Expr>,
    operators: Vec<BinaryOp>,
}

impl Chain {
    pub fn new(left: Expr, operator: BinaryOp, right: Expr) -> Box<Chain> {
        Box::new(Chain {
            operands: vec![left, right],
            operators: vec![operator],
        })
    }
}

/// spec: "There are five precedence levels for binary operators."
fn precedence(operator: BinaryOp) -> u8 {
    use BinaryOp::{Add, And, AndNot, Div, Mul, Or, Rem, Shl, Shr, Sub, Xor};
    use BinaryOp::{Equal, Greater, GreaterEqual, Less, LessEqual, LogicalAnd, LogicalOr, NotEqual};
    match operator {
        LogicalOr => 1,
        LogicalAnd => 2,
        Equal | NotEqual | Less | LessEqual | Greater | GreaterEqual => 3,
        Add | Sub | Or | Xor => 4,
        Mul | Div | Rem | Shl | Shr | And | AndNot => 5,
    }
}

/// A list of what boxes of type `B` hold.
pub(crate) type Unboxed<B> = Vec<<B as std::ops::Deref>::Target>;

pub(crate) fn push<X>(mut list: Vec<X>, x: X) -> Vec<X> {
    list.push(x);
    list
}

pub(crate) fn cons<X>(x: X, mut list: Vec<X>) -> Vec<X> {
    list.insert(0, x);
    list
}

pub(crate) fn append<X>(mut list: Vec<X>, more: impl IntoIterator<Item = X>) -> Vec<X> {
    list.extend(more);
    list
}

/// A name that turns out to be an expression; it keeps its number.
pub(crate) fn name_expr(name: Ident) -> Expr {
    Box::new(ExprNode {
        id: name.id,
        span: name.span,
        kind: ExprKind::Ident(name.name),
    })
}

/// The reverse of [`name_expr`].
fn as_name(x: &Expr) -> Option<Ident> {
    match x.kind {
        ExprKind::Ident(name) => Some(Ident {
            id: x.id,
            span: x.span,
            name,
        }),
        _ => None,
    }
}

pub(crate) fn param(lo: u32, hi: u32, name: Option<Ident>, ty: Expr, is_variadic: bool) -> Param {
    Param {
        span: Span::new(lo, hi),
        name,
        ty: Some(ty),
        is_variadic,
    }
}

pub(crate) fn import_spec(name: Option<Ident>, path: StringLit) -> Box<ImportSpec> {
    Box::new(ImportSpec {
        span: name.map_or(path.span, |name| name.span.to(path.span)),
        name,
        path,
    })
}

pub(crate) fn one_result(ty: Expr) -> Vec<Param> {
    vec![Param {
        span: ty.span,
        name: None,
        ty: Some(ty),
        is_variadic: false,
    }]
}

impl<'text> Builder<'text> {
    pub fn new(text: &'text str, base: u32, comments: &'text [Comment], next_id: u32) -> Builder<'text> {
        Builder {
            text,
            base,
            comments,
            next_id,
            diagnostics: Vec::new(),
            deferred: Vec::new(),
            foreign: None,
            malformed: Vec::new(),
            symbols: FxHashMap::default(),
        }
    }

    /// Takes note of what the lexer reported: literals with a fault come to nothing.
    pub fn note_malformed(&mut self, diagnostics: &[Diagnostic]) {
        self.malformed = diagnostics.iter().map(|diagnostic| diagnostic.span.lo).collect();
        self.malformed.sort_unstable();
    }

    pub fn source(&self, lo: u32, hi: u32) -> &'text str {
        &self.text[(lo - self.base) as usize..(hi - self.base) as usize]
    }

    pub fn error(&mut self, lo: u32, hi: u32, message: impl Into<String>) {
        self.error_with_code("SyntaxError", lo, hi, message);
    }

    pub fn error_with_code(&mut self, code: Code, lo: u32, hi: u32, message: impl Into<String>) {
        self.diagnostics
            .push(Diagnostic::error(code, Span::new(lo, hi), message));
    }

    fn id(&mut self) -> NodeId {
        let id = NodeId(self.next_id);
        self.next_id += 1;
        id
    }

    fn symbol(&mut self, lo: u32, hi: u32) -> Symbol {
        let text = self.source(lo, hi);
        *self.symbols.entry(text).or_insert_with(|| Symbol::new(text))
    }

    pub fn ident(&mut self, lo: u32, hi: u32) -> Ident {
        Ident {
            id: self.id(),
            span: Span::new(lo, hi),
            name: self.symbol(lo, hi),
        }
    }

    pub fn string(&mut self, lo: u32, hi: u32) -> StringLit {
        StringLit {
            span: Span::new(lo, hi),
            text: self.symbol(lo, hi),
        }
    }

    pub fn expr(&mut self, lo: u32, hi: u32, kind: ExprKind) -> Expr {
        Box::new(ExprNode {
            id: self.id(),
            span: Span::new(lo, hi),
            kind,
        })
    }

    pub fn bad_expr(&mut self, lo: u32, hi: u32) -> Expr {
        self.expr(lo, hi, ExprKind::Bad)
    }
}

/// Declarations.
impl Builder<'_> {
    /// A declaration without parentheses; `lo` is its keyword.
    pub fn lone_decl(&mut self, lo: u32, mut decl: Decl) -> Vec<Decl> {
        decl.span.lo = lo;
        decl.doc = doc_before(self.text, self.base, self.comments, lo);
        if let DeclKind::Const(decl) = &mut decl.kind {
            decl.group = lo;
        }
        vec![decl]
    }

    /// A parenthesised group: what documents a group of one documents its declaration.
    pub fn group(&mut self, lo: u32, mut decls: Vec<Decl>) -> Vec<Decl> {
        for decl in &mut decls {
            decl.doc = doc_before(self.text, self.base, self.comments, decl.span.lo);
        }
        if let [decl] = &mut decls[..] {
            decl.doc = decl
                .doc
                .or_else(|| doc_before(self.text, self.base, self.comments, lo));
        }
        decls
    }

    /// spec: "Its value is the index of the respective ConstSpec in that constant declaration, starting at
    /// zero."
    pub fn const_group(&mut self, lo: u32, decls: Vec<Decl>) -> Vec<Decl> {
        let mut decls = self.group(lo, decls);
        for (index, decl) in decls.iter_mut().enumerate() {
            if let DeclKind::Const(decl) = &mut decl.kind {
                decl.iota = index as u32;
                decl.group = lo;
            }
        }
        decls
    }

    pub fn const_decl(
        &mut self,
        lo: u32,
        hi: u32,
        names: Vec<Ident>,
        ty: Option<Expr>,
        values: Vec<Expr>,
    ) -> Box<Decl> {
        self.decl(
            lo,
            hi,
            DeclKind::Const(ConstDecl {
                names,
                ty,
                values,
                iota: 0,
                group: lo,
            }),
        )
    }

    pub fn var_decl(
        &mut self,
        lo: u32,
        hi: u32,
        names: Vec<Ident>,
        ty: Option<Expr>,
        values: Vec<Expr>,
    ) -> Box<Decl> {
        self.decl(lo, hi, DeclKind::Var(VarDecl { names, ty, values }))
    }

    pub fn type_decl(
        &mut self,
        lo: u32,
        hi: u32,
        name: Ident,
        type_params: Vec<Param>,
        is_alias: bool,
        ty: Expr,
    ) -> Box<Decl> {
        self.decl(
            lo,
            hi,
            DeclKind::Type(TypeDecl {
                name,
                type_params,
                is_alias,
                ty,
            }),
        )
    }

    #[expect(clippy::too_many_arguments, reason = "one per part of the rule")]
    pub fn func_decl(
        &mut self,
        lo: u32,
        hi: u32,
        receiver: Option<Vec<Param>>,
        name: Ident,
        type_params: Option<Vec<Param>>,
        mut signature: Signature,
        body: Option<Block>,
    ) -> Box<Decl> {
        self.reject_variadic(receiver.as_deref().unwrap_or_default());
        signature.type_params = type_params.unwrap_or_default();
        // Up to Go 1.26.
        if receiver.is_some() && !signature.type_params.is_empty() {
            self.deferred.push(name.span);
        }
        let mut decl = self.decl(
            lo,
            hi,
            DeclKind::Func(FuncDecl {
                name,
                receiver,
                signature,
                body,
            }),
        );
        decl.doc = doc_before(self.text, self.base, self.comments, lo);
        decl
    }

    fn decl(&mut self, lo: u32, hi: u32, kind: DeclKind) -> Box<Decl> {
        Box::new(Decl {
            span: Span::new(lo, hi),
            doc: None,
            kind,
        })
    }
}

/// Types.
impl Builder<'_> {
    pub fn signature(&mut self, lo: u32, hi: u32, params: Vec<Param>, results: Vec<Param>) -> Box<Signature> {
        self.reject_variadic(&results);
        Box::new(Signature {
            span: Span::new(lo, hi),
            type_params: Vec::new(),
            params,
            results,
        })
    }

    pub fn func_type(&mut self, lo: u32, hi: u32, params: Vec<Param>, results: Vec<Param>) -> Expr {
        let signature = self.signature(lo, hi, params, results);
        self.expr(lo, hi, ExprKind::FuncType(signature))
    }

    pub fn unnamed_param(&mut self, lo: u32, hi: u32, mut ty: Expr) -> Param {
        self.forgive_argument(&mut ty);
        param(lo, hi, None, ty, false)
    }

    /// spec: "Within a list of parameters or results, the names (IdentifierList) must either all be present
    /// or all be absent." In `a, b int` the grammar took `a` for a type; here it becomes a name.
    /// `end` is the closing parenthesis.
    pub fn params(&mut self, mut params: Vec<Param>, end: u32) -> Vec<Param> {
        let named = params.iter().filter(|param| param.name.is_some()).count();
        if named > 0 && named < params.len() {
            self.name_params(&mut params, named, end);
        }
        // In `a, b ...T`, `a` has that type too.
        let is_misplaced =
            |pair: &[Param]| pair[0].is_variadic || (pair[0].ty.is_none() && pair[1].is_variadic);
        if let Some(pair) = params.windows(2).find(|pair| is_misplaced(pair)) {
            let at = pair
                .iter()
                .find_map(|param| param.ty.as_ref())
                .map_or(end, |ty| ty.span.lo);
            self.error(at, at, "can only use ... with final parameter");
        }
        params
    }

    fn name_params(&mut self, params: &mut [Param], named: usize, end: u32) {
        let mut typed = named;
        let mut fault = None;
        let mut has_type = false;
        for param in params.iter_mut().rev() {
            if param.name.is_some() {
                has_type = true;
                continue;
            }
            match param.ty.as_ref().and_then(as_name).filter(|_| !param.is_variadic) {
                Some(name) => {
                    param.name = Some(name);
                    param.ty = None;
                    if !has_type {
                        fault = Some(param.span.lo);
                        param.ty = Some(self.bad_expr(param.span.hi, param.span.hi));
                    }
                }
                None => {
                    typed += 1;
                    has_type = true;
                    fault = Some(param.span.lo);
                }
            }
        }
        match fault {
            None => {}
            Some(_) if named == typed => self.error(end, end + 1, "syntax error: missing parameter type"),
            Some(at) => self.error(at, at, "syntax error: missing parameter name"),
        }
    }

    /// `end` is where the list ends.
    pub fn type_params(&mut self, mut params: Vec<Param>, end: u32) -> Vec<Param> {
        if let Some(last) = params.last_mut().filter(|last| last.ty.is_none()) {
            last.ty = Some(self.bad_expr(end, end));
            self.error(end, end + 1, "syntax error: missing type constraint");
        }
        params
    }

    /// spec: "The final incoming parameter in a function signature may have a type prefixed with ...":
    /// results and receivers may not.
    fn reject_variadic(&mut self, params: &[Param]) {
        if let Some(param) = params.iter().find(|param| param.is_variadic) {
            let at = param.ty.as_ref().map_or(param.span, |ty| ty.span).lo;
            self.error(at, at, "invalid use of ...");
        }
    }

    pub fn embedded_field(&mut self, mut ty: Expr, tag: Option<StringLit>) -> Box<FieldDecl> {
        self.forgive_argument(&mut ty);
        self.field(Vec::new(), ty, tag)
    }

    pub fn field(&mut self, names: Vec<Ident>, ty: Expr, tag: Option<StringLit>) -> Box<FieldDecl> {
        let start = names.first().map_or(ty.span, |name| name.span);
        let span = start.to(tag.map_or(ty.span, |tag| tag.span));
        let doc = doc_before(self.text, self.base, self.comments, span.lo);
        Box::new(FieldDecl {
            span,
            doc,
            names,
            ty,
            tag,
        })
    }
}

/// Expressions.
impl Builder<'_> {
    pub fn basic_lit(&mut self, lo: u32, hi: u32, kind: LitKind) -> Expr {
        let first = self.malformed.partition_point(|&at| at < lo);
        if self.malformed.get(first).is_some_and(|&at| at <= hi) {
            return self.bad_expr(lo, hi);
        }
        let text = self.symbol(lo, hi);
        self.expr(lo, hi, ExprKind::BasicLit(kind, text))
    }

    pub fn push_operand(&mut self, mut chain: Box<Chain>, operator: BinaryOp, right: Expr) -> Box<Chain> {
        while chain
            .operators
            .last()
            .is_some_and(|&last| precedence(last) >= precedence(operator))
        {
            self.fold_last(&mut chain);
        }
        chain.operators.push(operator);
        chain.operands.push(right);
        chain
    }

    pub fn fold_chain(&mut self, mut chain: Box<Chain>) -> Expr {
        while !chain.operators.is_empty() {
            self.fold_last(&mut chain);
        }
        chain
            .operands
            .pop()
            .expect("a chain has one operand more than operators")
    }

    fn fold_last(&mut self, chain: &mut Chain) {
        let (Some(operator), Some(right), Some(left)) =
            (chain.operators.pop(), chain.operands.pop(), chain.operands.pop())
        else {
            return;
        };
        let folded = self.expr(
            left.span.lo,
            right.span.hi,
            ExprKind::Binary(operator, left, right),
        );
        chain.operands.push(folded);
    }

    /// `<-x`, or `<-chan T`, which the grammar reads alike.
    ///
    /// spec: "The <- operator associates with the leftmost chan possible": `<-chan<- T` is `<-chan (<-T)`.
    pub fn receive(&mut self, lo: u32, hi: u32, mut x: Expr) -> Expr {
        match std::mem::replace(&mut x.kind, ExprKind::Bad) {
            ExprKind::ChanType(ChanDir::Both, elem) => {
                self.expr(lo, hi, ExprKind::ChanType(ChanDir::Receive, elem))
            }
            ExprKind::ChanType(ChanDir::Send, elem) => {
                if !matches!(elem.kind, ExprKind::ChanType(..)) {
                    let found = self.source(elem.span.lo, elem.span.hi);
                    let message = format!("syntax error: unexpected {found}, expected chan");
                    self.error(elem.span.lo, elem.span.hi, message);
                }
                let inner = self.receive(elem.span.lo, hi, elem);
                self.expr(lo, hi, ExprKind::ChanType(ChanDir::Receive, inner))
            }
            ExprKind::ChanType(ChanDir::Receive, elem) => {
                let message = "syntax error: unexpected <-, expected chan";
                self.error(x.span.lo, x.span.lo + 2, message);
                elem
            }
            kind => {
                x.kind = kind;
                self.expr(lo, hi, ExprKind::Unary(UnaryOp::Receive, x))
            }
        }
    }

    pub fn slice(&mut self, lo: u32, hi: u32, operand: Expr, low: Option<Expr>, high: Option<Expr>) -> Expr {
        self.expr(
            lo,
            hi,
            ExprKind::Slice(SliceExpr {
                operand,
                low,
                high,
                max: None,
                is_full: false,
            }),
        )
    }

    /// `x[low:high:max]`; `ends` are the second colon and the closing bracket.
    pub fn full_slice(
        &mut self,
        lo: u32,
        hi: u32,
        operand: Expr,
        parts: [Option<Expr>; 3],
        ends: [u32; 2],
    ) -> Expr {
        let [low, mut high, mut max] = parts;
        for (index, at, which) in [(&mut high, ends[0], "middle"), (&mut max, ends[1], "final")] {
            if index.is_none() {
                self.error(at, at + 1, format!("{which} index required in 3-index slice"));
                *index = Some(self.bad_expr(at, at));
            }
        }
        self.expr(
            lo,
            hi,
            ExprKind::Slice(SliceExpr {
                operand,
                low,
                high,
                max,
                is_full: true,
            }),
        )
    }

    pub fn composite_lit(
        &mut self,
        lo: u32,
        hi: u32,
        ty: Option<Expr>,
        elems: Vec<Expr>,
        lbrace: u32,
        rbrace: u32,
    ) -> Expr {
        if let Some(ty) = &ty {
            self.check_literal_type(ty, lbrace);
        }
        self.expr(
            lo,
            hi,
            ExprKind::CompositeLit(CompositeLit {
                ty,
                elems,
                lbrace,
                rbrace,
            }),
        )
    }

    /// The grammar takes any operand for the type of a composite literal.
    fn check_literal_type(&mut self, ty: &Expr, lbrace: u32) {
        let mut inner = ty;
        while let ExprKind::Paren(x) = &inner.kind {
            inner = x;
        }
        let is_type = match &inner.kind {
            ExprKind::Ident(_) | ExprKind::Selector(..) => true,
            ExprKind::Index(x, _) => matches!(x.kind, ExprKind::Ident(_) | ExprKind::Selector(..)),
            ExprKind::ArrayType(..)
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::MapType(..) => true,
            _ => false,
        };
        if !is_type {
            self.error(
                lbrace,
                lbrace + 1,
                "syntax error: unexpected { at end of statement",
            );
        } else if matches!(ty.kind, ExprKind::Paren(_)) {
            self.error(
                lbrace,
                lbrace + 1,
                "syntax error: cannot parenthesize type in composite literal",
            );
        }
    }
}
