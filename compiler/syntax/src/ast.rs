//! The syntax tree. Frozen once parsed: what later phases find out stands beside it, in tables
//! indexed by [`NodeId`].

pub use goes_source::{Span, Symbol};

/// Numbers the expressions, identifiers and clauses of a package, densely from 0.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// spec: "Each source file consists of a package clause [...] followed by a possibly empty set of
/// import declarations [...], followed by a possibly empty set of declarations".
#[derive(Debug)]
pub struct File {
    pub span: Span,
    /// Position of the first byte of the file; spans minus this are offsets in its text.
    pub base: u32,
    pub package: Ident,
    /// The comment that directly precedes `package`.
    pub doc: Option<Doc>,
    pub imports: Vec<ImportSpec>,
    pub decls: Vec<Decl>,
    /// `//go:build`, `//go:embed`, `//go:linkname`, `//js:…`: every `//tool:name args` comment, in order.
    pub directives: Vec<Directive>,
    /// All comments, in order, for the emitter to carry along.
    pub comments: Vec<Span>,
    /// The number for the first node of the package's next file.
    pub next_id: u32,
    /// The version that a `//go:build` line asks for, e.g. `(1, 21)`.
    pub go_version: Option<(u32, u32)>,
}

/// A run of comments that directly precedes a declaration.
#[derive(Copy, Clone, Debug)]
pub struct Doc {
    pub span: Span,
}

/// A comment of the form `//tool:name args`, e.g. `//go:linkname local importpath.name`.
#[derive(Clone, Debug)]
pub struct Directive {
    pub span: Span,
    /// `go:linkname`
    pub name: String,
    /// All that follows, trimmed.
    pub args: String,
}

#[derive(Copy, Clone, Debug)]
pub struct Ident {
    pub id: NodeId,
    pub span: Span,
    pub name: Symbol,
}

#[derive(Debug)]
pub struct ImportSpec {
    pub span: Span,
    /// The local name, where given; `.` and `_` are names here.
    pub name: Option<Ident>,
    pub path: StringLit,
}

/// A string literal, quotes and all; its value is checked where it is used.
#[derive(Copy, Clone, Debug)]
pub struct StringLit {
    pub span: Span,
    /// The literal's source text.
    pub text: Symbol,
}

#[derive(Debug)]
pub struct Decl {
    pub span: Span,
    pub doc: Option<Doc>,
    pub kind: DeclKind,
}

/// One specification each: a parenthesised group is as many declarations.
#[derive(Debug)]
pub enum DeclKind {
    Const(ConstDecl),
    Var(VarDecl),
    Type(TypeDecl),
    Func(FuncDecl),
    /// A declaration that was reported as wrong.
    Bad,
}

#[derive(Debug)]
pub struct ConstDecl {
    pub names: Vec<Ident>,
    /// `None` with no values: spec: "the implicit repetition" of the preceding specification. Find it
    /// through `group` and `index`.
    pub ty: Option<Expr>,
    pub values: Vec<Expr>,
    /// The value of `iota` here: the index in its parenthesised group.
    pub iota: u32,
    /// Position of the `const` keyword: same for all of a group.
    pub group: u32,
}

#[derive(Debug)]
pub struct VarDecl {
    pub names: Vec<Ident>,
    pub ty: Option<Expr>,
    pub values: Vec<Expr>,
}

#[derive(Debug)]
pub struct TypeDecl {
    pub name: Ident,
    pub type_params: Vec<Param>,
    pub is_alias: bool,
    pub ty: Expr,
}

#[derive(Debug)]
pub struct FuncDecl {
    pub name: Ident,
    /// More or fewer than one receiver is reported by the checker.
    pub receiver: Option<Vec<Param>>,
    pub signature: Signature,
    pub body: Option<Block>,
}

/// Parameters are flat: `a, b int` is two of them.
#[derive(Debug)]
pub struct Param {
    pub span: Span,
    pub name: Option<Ident>,
    /// `None` where the type is that of the *next* parameter, as in `a` of `a, b int`.
    pub ty: Option<Expr>,
    /// `...T`
    pub is_variadic: bool,
}

#[derive(Debug, Default)]
pub struct Signature {
    pub span: Span,
    pub type_params: Vec<Param>,
    pub params: Vec<Param>,
    pub results: Vec<Param>,
}

pub type Expr = Box<ExprNode>;

#[derive(Debug)]
pub struct ExprNode {
    pub id: NodeId,
    pub span: Span,
    pub kind: ExprKind,
}

// Most of what the front end keeps are these nodes: what is large and rare is boxed.
const _: () = assert!(size_of::<ExprNode>() <= 64 && size_of::<StmtNode>() <= 64);

/// Expressions and types share one grammar: `a[b]` may be either.
#[derive(Debug)]
pub enum ExprKind {
    /// Reported as wrong already.
    Bad,
    Ident(Symbol),
    BasicLit(LitKind, Symbol),
    CompositeLit(CompositeLit),
    FuncLit(Box<FuncLit>),
    Paren(Expr),
    /// `x.sel`; also a qualified identifier.
    Selector(Expr, Ident),
    /// `x[i]`, `f[T1, T2]`
    Index(Expr, Vec<Expr>),
    Slice(SliceExpr),
    /// `x.(T)`; `None` for `x.(type)`.
    TypeAssert(Expr, Option<Expr>),
    Call(CallExpr),
    /// `*x`: dereference or pointer type.
    Star(Expr),
    Unary(UnaryOp, Expr),
    Binary(BinaryOp, Expr, Expr),
    /// `key: value`, only within composite literals.
    KeyValue(Expr, Expr),
    /// `[n]T`; `None` for `[...]T`.
    ArrayType(Option<Expr>, Expr),
    SliceType(Expr),
    StructType(Vec<FieldDecl>),
    FuncType(Box<Signature>),
    InterfaceType(Vec<InterfaceElem>),
    MapType(Expr, Expr),
    ChanType(ChanDir, Expr),
    /// `A | ~B`, only within constraints.
    Union(Vec<Expr>),
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum LitKind {
    Int,
    Float,
    Imaginary,
    Rune,
    String,
}

#[derive(Debug)]
pub struct CompositeLit {
    /// `None` where the type is elided: `{1, 2}` within `[]Point{{1, 2}}`.
    pub ty: Option<Expr>,
    pub elems: Vec<Expr>,
    pub lbrace: u32,
    pub rbrace: u32,
}

#[derive(Debug)]
pub struct FuncLit {
    pub signature: Signature,
    pub body: Block,
}

#[derive(Debug)]
pub struct SliceExpr {
    pub operand: Expr,
    pub low: Option<Expr>,
    pub high: Option<Expr>,
    pub max: Option<Expr>,
    /// Two colons were written.
    pub is_full: bool,
}

#[derive(Debug)]
pub struct CallExpr {
    pub func: Expr,
    pub args: Vec<Expr>,
    /// `f(xs...)`
    pub has_dots: bool,
    pub lparen: u32,
    pub rparen: u32,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Plus,
    Minus,
    Not,
    /// `^x`
    Complement,
    /// `&x`
    Address,
    /// `<-x`
    Receive,
    /// `~T`
    Tilde,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    LogicalOr,
    LogicalAnd,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Sub,
    Or,
    Xor,
    Mul,
    Div,
    Rem,
    Shl,
    Shr,
    And,
    AndNot,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum ChanDir {
    Both,
    /// `chan<- T`
    Send,
    /// `<-chan T`
    Receive,
}

#[derive(Debug)]
pub struct FieldDecl {
    pub span: Span,
    pub doc: Option<Doc>,
    /// Empty for an embedded field.
    pub names: Vec<Ident>,
    pub ty: Expr,
    pub tag: Option<StringLit>,
}

#[derive(Debug)]
pub enum InterfaceElem {
    Method(Ident, Signature),
    /// An embedded interface, or a union of terms.
    Embedded(Expr),
}

#[derive(Debug)]
pub struct Block {
    /// From `{` to `}`, both included.
    pub span: Span,
    pub stmts: Vec<Stmt>,
}

pub type Stmt = Box<StmtNode>;

#[derive(Debug)]
pub struct StmtNode {
    pub span: Span,
    pub kind: StmtKind,
}

#[derive(Debug)]
pub enum StmtKind {
    /// Reported as wrong already.
    Bad,
    Empty,
    Expr(Expr),
    Send(Expr, Expr),
    /// `x++` (true) and `x--`.
    IncDec(Expr, bool),
    Assign(Vec<Expr>, Vec<Expr>),
    /// `lhs := rhs`. Whatever is not an identifier on the left has been reported.
    Define(Vec<Expr>, Vec<Expr>),
    /// `x op= y`
    OpAssign(BinaryOp, Expr, Expr),
    Go(Expr),
    Defer(Expr),
    Return(Vec<Expr>),
    Break(Option<Ident>),
    Continue(Option<Ident>),
    Goto(Ident),
    Fallthrough,
    Block(Block),
    If(Box<IfStmt>),
    Switch(Box<SwitchStmt>),
    TypeSwitch(Box<TypeSwitchStmt>),
    Select(Box<SelectStmt>),
    For(Box<ForStmt>),
    Range(Box<RangeStmt>),
    Labeled(Ident, Stmt),
    /// One declaration statement; a parenthesised group is as many declarations.
    Decl(Vec<Decl>),
}

#[derive(Debug)]
pub struct IfStmt {
    pub init: Option<Stmt>,
    pub cond: Expr,
    pub then: Block,
    /// A block or another `if`.
    pub els: Option<Stmt>,
}

#[derive(Debug)]
pub struct SwitchStmt {
    pub init: Option<Stmt>,
    pub tag: Option<Expr>,
    pub cases: Vec<CaseClause>,
    /// From `{` to `}`.
    pub body: Span,
}

/// `switch init; bind := operand.(type) { … }`
#[derive(Debug)]
pub struct TypeSwitchStmt {
    pub init: Option<Stmt>,
    pub bind: Option<Ident>,
    /// What stands before `.(type)`.
    pub operand: Expr,
    pub cases: Vec<CaseClause>,
    pub body: Span,
}

#[derive(Debug)]
pub struct CaseClause {
    /// The variable that a type switch declares in this clause is filed under this number.
    pub id: NodeId,
    pub span: Span,
    /// Empty for `default`.
    pub exprs: Vec<Expr>,
    pub is_default: bool,
    pub body: Vec<Stmt>,
    /// Position of the colon.
    pub colon: u32,
}

#[derive(Debug)]
pub struct SelectStmt {
    pub cases: Vec<CommClause>,
    pub body: Span,
}

#[derive(Debug)]
pub struct CommClause {
    pub span: Span,
    /// A send, an expression (receive), an assignment or definition from a receive; `None` for `default`.
    pub comm: Option<Stmt>,
    pub body: Vec<Stmt>,
    pub colon: u32,
}

#[derive(Debug)]
pub struct ForStmt {
    pub init: Option<Stmt>,
    pub cond: Option<Expr>,
    pub post: Option<Stmt>,
    pub body: Block,
}

#[derive(Debug)]
pub struct RangeStmt {
    pub key: Option<Expr>,
    pub value: Option<Expr>,
    /// `:=` rather than `=`.
    pub is_define: bool,
    pub operand: Expr,
    pub body: Block,
    /// A third variable on the left, which the checker reports.
    pub extra: Option<Expr>,
}
