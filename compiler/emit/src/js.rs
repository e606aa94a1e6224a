//! Builders for ECMAScript nodes.
//!
//! swc's printer adds no parentheses, so every builder wraps an operand whose precedence is too low
//! (ECMAScript, "Expressions"). Names are identified by the syntax context of an [`Ident`]: see
//! [`crate::names`].

use swc_atoms::Atom;
use swc_common::{BytePos, DUMMY_SP, Span, SyntaxContext};
use swc_ecma_ast::{
    ArrayLit, ArrowExpr, ArrowFunctionBody, AssignExpr, AssignTarget, AssignTargetPat, BigInt, BinExpr,
    BindingIdent, BlockStmt, Bool, BreakStmt, CallExpr, Callee, ClassMethod, ComputedPropName, CondExpr,
    ContinueStmt, Decl, ExprOrSpread, ExprStmt, FnExpr, ForHead, ForOfStmt, ForStmt, IdentName, IfStmt,
    KeyValueProp, LabeledStmt, Lit, MemberExpr, MemberProp, MethodKind, NewExpr, Null, Number, ObjectLit,
    Param, ParenExpr, Prop, PropName, PropOrSpread, ReturnStmt, SeqExpr, SimpleAssignTarget, Str, ThisExpr,
    UnaryExpr, UpdateExpr, UpdateOp, VarDecl, VarDeclOrExpr, VarDeclarator, YieldExpr,
};
pub(crate) use swc_ecma_ast::{
    ArrayPat, AssignOp, BinaryOp, ClassMember, Expr, Function, FunctionBody, Ident, Pat, Stmt, UnaryOp,
    VarDeclKind,
};

// ECMAScript's precedence levels, as far as they matter here.
const SEQUENCE: u8 = 1;
const ASSIGN: u8 = 2;
const CONDITIONAL: u8 = 3;
const UNARY: u8 = 15;
const POSTFIX: u8 = 16;
const CALL: u8 = 19;
const PRIMARY: u8 = 20;

fn binary_precedence(op: BinaryOp) -> u8 {
    match op {
        BinaryOp::LogicalOr | BinaryOp::NullishCoalescing => 4,
        BinaryOp::LogicalAnd => 5,
        BinaryOp::BitOr => 6,
        BinaryOp::BitXor => 7,
        BinaryOp::BitAnd => 8,
        BinaryOp::EqEq | BinaryOp::NotEq | BinaryOp::EqEqEq | BinaryOp::NotEqEq => 9,
        BinaryOp::Lt
        | BinaryOp::LtEq
        | BinaryOp::Gt
        | BinaryOp::GtEq
        | BinaryOp::In
        | BinaryOp::InstanceOf => 10,
        BinaryOp::LShift | BinaryOp::RShift | BinaryOp::ZeroFillRShift => 11,
        BinaryOp::Add | BinaryOp::Sub => 12,
        BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod => 13,
        BinaryOp::Exp => 14,
    }
}

fn precedence(expr: &Expr) -> u8 {
    match expr {
        Expr::Seq(_) => SEQUENCE,
        Expr::Assign(_) | Expr::Arrow(_) | Expr::Yield(_) => ASSIGN,
        Expr::Cond(_) => CONDITIONAL,
        Expr::Bin(bin) => binary_precedence(bin.op),
        Expr::Unary(_) | Expr::Await(_) => UNARY,
        Expr::Update(update) => {
            if update.prefix {
                UNARY
            } else {
                POSTFIX
            }
        }
        Expr::Call(_) | Expr::Member(_) | Expr::New(_) | Expr::OptChain(_) => CALL,
        // At the start of a statement these read as declarations or blocks; as operands they are rare.
        Expr::Fn(_) | Expr::Class(_) | Expr::Object(_) => PRIMARY,
        _ => PRIMARY,
    }
}

fn paren(expr: Expr) -> Expr {
    Expr::Paren(ParenExpr {
        span: DUMMY_SP,
        expr: Box::new(expr),
    })
}

/// Wraps an expression that binds less tightly than its place demands.
fn at_least(level: u8, expr: Expr) -> Box<Expr> {
    Box::new(if precedence(&expr) < level {
        paren(expr)
    } else {
        expr
    })
}

pub(crate) fn span(span: goes_source::Span) -> Span {
    Span {
        lo: BytePos(span.lo),
        hi: BytePos(span.hi),
    }
}

/// Gives a call a place in the Go source. That of a method call is the method's name, that of a function
/// literal its end: engines report calls there, too.
pub(crate) fn call_at(go: goes_source::Span, mut call: Expr) -> Expr {
    if let Expr::Call(CallExpr {
        callee: Callee::Expr(callee),
        ..
    }) = &mut call
        && !go.is_nowhere()
    {
        match &mut **callee {
            Expr::Member(member) => {
                if let MemberProp::Ident(name) = &mut member.prop {
                    name.span = span(go);
                }
            }
            Expr::Paren(literal) => literal.span = span(go),
            _ => {}
        }
    }
    at(go, call)
}

/// Gives an expression a place in the Go source.
pub(crate) fn at(go: goes_source::Span, mut expr: Expr) -> Expr {
    if !go.is_nowhere() {
        expr.set_span(span(go));
    }
    expr
}

// ---- names ------------------------------------------------------------------------------------------

pub(crate) fn ident(sym: Atom, id: u32) -> Ident {
    Ident {
        span: DUMMY_SP,
        ctxt: SyntaxContext::from_u32(id),
        sym,
        optional: false,
    }
}

/// A name of the host: `Math`, `Map`.
pub(crate) fn global(name: &str) -> Expr {
    Expr::Ident(ident(name.into(), 0))
}

pub(crate) fn pat(ident: Ident) -> Pat {
    Pat::Ident(BindingIdent {
        id: ident,
        type_ann: None,
    })
}

fn ident_name(name: &str) -> IdentName {
    IdentName {
        span: DUMMY_SP,
        sym: name.into(),
    }
}

pub(crate) fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(Ident::is_valid_start) && chars.all(Ident::is_valid_continue)
}

fn prop_name(name: &str) -> PropName {
    if is_identifier(name) {
        PropName::Ident(ident_name(name))
    } else {
        PropName::Str(Str {
            span: DUMMY_SP,
            value: name.into(),
            raw: None,
        })
    }
}

// ---- literals ---------------------------------------------------------------------------------------

pub(crate) fn number(value: f64) -> Expr {
    if value < 0.0 || (value == 0.0 && value.is_sign_negative()) {
        return unary(UnaryOp::Minus, number(-value));
    }
    if value.is_nan() {
        return global("NaN");
    }
    if value.is_infinite() {
        return global("Infinity");
    }
    Expr::Lit(Lit::Num(Number {
        span: DUMMY_SP,
        value,
        raw: None,
    }))
}

pub(crate) fn int(value: i64) -> Expr {
    number(value as f64)
}

pub(crate) fn bigint(value: &num_bigint::BigInt) -> Expr {
    if value.sign() == num_bigint::Sign::Minus {
        return unary(UnaryOp::Minus, bigint(&-value));
    }
    Expr::Lit(Lit::BigInt(BigInt {
        span: DUMMY_SP,
        value: Box::new(value.clone()),
        raw: None,
    }))
}

pub(crate) fn string(value: &str) -> Expr {
    Expr::Lit(Lit::Str(Str {
        span: DUMMY_SP,
        value: value.into(),
        raw: None,
    }))
}

/// A string literal as it is to be spelled where the output need not be short.
pub(crate) fn string_spelled(value: &str, raw: String) -> Expr {
    Expr::Lit(Lit::Str(Str {
        span: DUMMY_SP,
        value: value.into(),
        raw: Some(raw.into()),
    }))
}

pub(crate) fn bool(value: bool) -> Expr {
    Expr::Lit(Lit::Bool(Bool {
        span: DUMMY_SP,
        value,
    }))
}

pub(crate) fn null() -> Expr {
    Expr::Lit(Lit::Null(Null { span: DUMMY_SP }))
}

pub(crate) fn undefined() -> Expr {
    global("undefined")
}

pub(crate) fn array(elems: Vec<Expr>) -> Expr {
    let elems = elems.into_iter().map(|elem| Some(argument(elem))).collect();
    Expr::Array(ArrayLit {
        span: DUMMY_SP,
        elems,
    })
}

pub(crate) fn object(props: Vec<(&str, Expr)>) -> Expr {
    let props = props
        .into_iter()
        .map(|(name, value)| {
            let prop = KeyValueProp {
                key: prop_name(name),
                value: at_least(ASSIGN, value),
            };
            PropOrSpread::Prop(Box::new(Prop::KeyValue(prop)))
        })
        .collect();
    Expr::Object(ObjectLit {
        span: DUMMY_SP,
        props,
    })
}

// ---- expressions ------------------------------------------------------------------------------------

fn argument(expr: Expr) -> ExprOrSpread {
    ExprOrSpread {
        spread: None,
        expr: at_least(ASSIGN, expr),
    }
}

pub(crate) fn this() -> Expr {
    Expr::This(ThisExpr { span: DUMMY_SP })
}

pub(crate) fn call(callee: Expr, args: Vec<Expr>) -> Expr {
    let callee = if matches!(
        callee,
        Expr::Fn(_) | Expr::Class(_) | Expr::New(_) | Expr::Object(_)
    ) {
        Box::new(paren(callee))
    } else {
        at_least(CALL, callee)
    };
    Expr::Call(CallExpr {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        callee: Callee::Expr(callee),
        args: args.into_iter().map(argument).collect(),
        type_args: None,
    })
}

/// `callee(a, b, ...rest)`
pub(crate) fn call_with_rest(callee: Expr, args: Vec<Expr>, rest: Option<Expr>) -> Expr {
    let mut call = call(callee, args);
    if let (Expr::Call(call), Some(rest)) = (&mut call, rest) {
        call.args.push(swc_ecma_ast::ExprOrSpread {
            spread: Some(DUMMY_SP),
            ..argument(rest)
        });
    }
    call
}

/// A call without side effects, marked so that bundlers may drop it.
pub(crate) fn pure(mut expr: Expr) -> Expr {
    expr.set_span(Span {
        lo: BytePos::PURE,
        hi: BytePos::PURE,
    });
    expr
}

pub(crate) fn method(object: Expr, name: &str, args: Vec<Expr>) -> Expr {
    call(member(object, name), args)
}

pub(crate) fn new(callee: Expr, args: Vec<Expr>) -> Expr {
    Expr::New(NewExpr {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        callee: at_least(PRIMARY, callee),
        args: Some(args.into_iter().map(argument).collect()),
        type_args: None,
    })
}

fn object_of(object: Expr) -> Box<Expr> {
    if matches!(
        object,
        Expr::Lit(Lit::Num(_)) | Expr::Fn(_) | Expr::Object(_) | Expr::Class(_)
    ) {
        return Box::new(paren(object));
    }
    at_least(CALL, object)
}

/// `object.name`
pub(crate) fn member(object: Expr, name: &str) -> Expr {
    let prop = if is_identifier(name) {
        MemberProp::Ident(ident_name(name))
    } else {
        MemberProp::Computed(ComputedPropName {
            span: DUMMY_SP,
            expr: Box::new(string(name)),
        })
    };
    Expr::Member(MemberExpr {
        span: DUMMY_SP,
        obj: object_of(object),
        prop,
    })
}

/// `object[key]`
pub(crate) fn element(object: Expr, key: Expr) -> Expr {
    let prop = MemberProp::Computed(ComputedPropName {
        span: DUMMY_SP,
        expr: Box::new(key),
    });
    Expr::Member(MemberExpr {
        span: DUMMY_SP,
        obj: object_of(object),
        prop,
    })
}

pub(crate) fn binary(op: BinaryOp, left: Expr, right: Expr) -> Expr {
    let level = binary_precedence(op);
    // `??` cannot stand beside `&&` and `||` without parentheses.
    let mixes = |operand: &Expr| {
        let Expr::Bin(inner) = operand else { return false };
        let is_logical = |op| matches!(op, BinaryOp::LogicalAnd | BinaryOp::LogicalOr);
        (op == BinaryOp::NullishCoalescing && is_logical(inner.op))
            || (is_logical(op) && inner.op == BinaryOp::NullishCoalescing)
    };
    let left = if mixes(&left) {
        Box::new(paren(left))
    } else {
        at_least(level, left)
    };
    // `a && (b && c)` is `a && b && c`; other operators are not associative in general.
    let same = matches!(&right, Expr::Bin(inner) if inner.op == op)
        && matches!(
            op,
            BinaryOp::LogicalAnd | BinaryOp::LogicalOr | BinaryOp::NullishCoalescing
        );
    let right = if same {
        Box::new(right)
    } else if mixes(&right) {
        Box::new(paren(right))
    } else {
        at_least(level + 1, right)
    };
    Expr::Bin(BinExpr {
        span: DUMMY_SP,
        op,
        left,
        right,
    })
}

macro_rules! binaries {
    ($($name:ident: $op:ident;)*) => {$(
        pub(crate) fn $name(left: Expr, right: Expr) -> Expr {
            binary(BinaryOp::$op, left, right)
        }
    )*};
}

binaries! {
    add: Add;
    sub: Sub;
    mul: Mul;
    div: Div;
    rem: Mod;
    bit_and: BitAnd;
    bit_or: BitOr;
    shl: LShift;
    shr: RShift;
    shr_u: ZeroFillRShift;
    and: LogicalAnd;
    or: LogicalOr;
    nullish: NullishCoalescing;
    equal: EqEqEq;
    not_equal: NotEqEq;
    less: Lt;
    greater_equal: GtEq;
    less_equal: LtEq;
    instance_of: InstanceOf;
}

pub(crate) fn unary(op: UnaryOp, arg: Expr) -> Expr {
    Expr::Unary(UnaryExpr {
        span: DUMMY_SP,
        op,
        arg: at_least(UNARY, arg),
    })
}

pub(crate) fn type_of(arg: Expr) -> Expr {
    unary(UnaryOp::TypeOf, arg)
}

/// `!x`, or the opposite comparison where that says the same.
pub(crate) fn not(arg: Expr) -> Expr {
    match arg {
        Expr::Bin(BinExpr {
            span,
            op: BinaryOp::EqEqEq,
            left,
            right,
        }) => Expr::Bin(BinExpr {
            span,
            op: BinaryOp::NotEqEq,
            left,
            right,
        }),
        Expr::Bin(BinExpr {
            span,
            op: BinaryOp::NotEqEq,
            left,
            right,
        }) => Expr::Bin(BinExpr {
            span,
            op: BinaryOp::EqEqEq,
            left,
            right,
        }),
        Expr::Unary(UnaryExpr {
            op: UnaryOp::Bang,
            arg,
            ..
        }) => match *arg {
            Expr::Paren(inner) => *inner.expr,
            other => other,
        },
        other => unary(UnaryOp::Bang, other),
    }
}

pub(crate) fn conditional(test: Expr, then: Expr, els: Expr) -> Expr {
    Expr::Cond(CondExpr {
        span: DUMMY_SP,
        test: at_least(CONDITIONAL + 1, test),
        cons: at_least(ASSIGN, then),
        alt: at_least(ASSIGN, els),
    })
}

pub(crate) fn assign_op(op: AssignOp, target: Expr, value: Expr) -> Expr {
    let left = match target {
        Expr::Ident(id) => SimpleAssignTarget::Ident(BindingIdent { id, type_ann: None }),
        Expr::Member(member) => SimpleAssignTarget::Member(member),
        other => SimpleAssignTarget::Paren(ParenExpr {
            span: DUMMY_SP,
            expr: Box::new(other),
        }),
    };
    Expr::Assign(AssignExpr {
        span: DUMMY_SP,
        op,
        left: AssignTarget::Simple(left),
        right: at_least(ASSIGN, value),
    })
}

pub(crate) fn assign(target: Expr, value: Expr) -> Expr {
    assign_op(AssignOp::Assign, target, value)
}

/// `[a, , b] = value`
pub(crate) fn assign_array(targets: Vec<Option<Expr>>, value: Expr) -> Expr {
    let elems = targets
        .into_iter()
        .map(|target| {
            target.map(|target| match target {
                Expr::Ident(id) => pat(id),
                other => Pat::Expr(Box::new(other)),
            })
        })
        .collect();
    let left = AssignTargetPat::Array(ArrayPat {
        span: DUMMY_SP,
        elems,
        optional: false,
        type_ann: None,
    });
    Expr::Assign(AssignExpr {
        span: DUMMY_SP,
        op: AssignOp::Assign,
        left: AssignTarget::Pat(left),
        right: at_least(ASSIGN, value),
    })
}

/// `target++`
pub(crate) fn increment(target: Expr) -> Expr {
    Expr::Update(UpdateExpr {
        span: DUMMY_SP,
        op: UpdateOp::PlusPlus,
        prefix: false,
        arg: Box::new(target),
    })
}

/// `target--`
pub(crate) fn decrement(target: Expr) -> Expr {
    Expr::Update(UpdateExpr {
        span: DUMMY_SP,
        op: UpdateOp::MinusMinus,
        prefix: false,
        arg: Box::new(target),
    })
}

/// `a, b, c`
pub(crate) fn sequence(mut exprs: Vec<Expr>) -> Expr {
    if exprs.len() == 1 {
        return exprs.remove(0);
    }
    Expr::Seq(SeqExpr {
        span: DUMMY_SP,
        exprs: exprs.into_iter().map(|expr| at_least(ASSIGN, expr)).collect(),
    })
}

/// `yield`, or `yield value`.
pub(crate) fn yield_(value: Option<Expr>) -> Expr {
    Expr::Yield(YieldExpr {
        span: DUMMY_SP,
        arg: value.map(Box::new),
        delegate: false,
    })
}

// ---- functions --------------------------------------------------------------------------------------

pub(crate) fn arrow(params: Vec<Pat>, body: Vec<Stmt>) -> Expr {
    // `() => { return x; }` is `() => x`.
    let body = match body.as_slice() {
        [Stmt::Return(ReturnStmt { arg: Some(_), .. })] => {
            let Some(Stmt::Return(ReturnStmt { arg: Some(value), .. })) = body.into_iter().next() else {
                unreachable!("matched just now")
            };
            return arrow_value(params, *value);
        }
        _ => ArrowFunctionBody::FunctionBody(FunctionBody {
            span: DUMMY_SP,
            stmts: body,
        }),
    };
    arrow_of(params, body)
}

/// `(params) => value`
pub(crate) fn arrow_value(params: Vec<Pat>, value: Expr) -> Expr {
    let value = if starts_with_brace(&value) {
        Box::new(paren(value))
    } else {
        at_least(ASSIGN, value)
    };
    arrow_of(params, ArrowFunctionBody::Expr(value))
}

fn arrow_of(params: Vec<Pat>, body: ArrowFunctionBody) -> Expr {
    Expr::Arrow(ArrowExpr {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        params,
        body: Box::new(body),
        is_async: false,
        is_generator: false,
        type_params: None,
        return_type: None,
    })
}

pub(crate) fn function(params: Vec<Pat>, body: Vec<Stmt>, is_generator: bool) -> Function {
    let body = block_of(body).stmts;
    Function {
        this_param: None,
        params: params
            .into_iter()
            .map(|pat| Param {
                span: DUMMY_SP,
                decorators: Vec::new(),
                pat,
            })
            .collect(),
        decorators: Vec::new(),
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        body: Some(FunctionBody {
            span: DUMMY_SP,
            stmts: body,
        }),
        is_generator,
        is_async: false,
        type_params: None,
        return_type: None,
    }
}

pub(crate) fn function_expr(function: Function) -> Expr {
    Expr::Fn(FnExpr {
        ident: None,
        function: Box::new(function),
    })
}

pub(crate) fn class_method(name: &str, function: Function, kind: MethodKind) -> ClassMember {
    ClassMember::Method(ClassMethod {
        span: function.span,
        key: prop_name(name),
        function: Box::new(function),
        kind,
        is_static: false,
        accessibility: None,
        is_abstract: false,
        is_optional: false,
        is_override: false,
    })
}

/// Whether a statement or arrow body may not start with this expression.
fn starts_with_brace(expr: &Expr) -> bool {
    match expr {
        Expr::Object(_) | Expr::Fn(_) | Expr::Class(_) => true,
        Expr::Bin(bin) => starts_with_brace(&bin.left),
        Expr::Cond(cond) => starts_with_brace(&cond.test),
        Expr::Member(member) => starts_with_brace(&member.obj),
        Expr::Call(call) => matches!(&call.callee, Callee::Expr(callee) if starts_with_brace(callee)),
        Expr::Seq(seq) => seq.exprs.first().is_some_and(|first| starts_with_brace(first)),
        Expr::Assign(assign) => {
            matches!(&assign.left, AssignTarget::Simple(SimpleAssignTarget::Member(member)) if starts_with_brace(&member.obj))
        }
        _ => false,
    }
}

// ---- statements -------------------------------------------------------------------------------------

pub(crate) fn expr_stmt(expr: Expr) -> Stmt {
    let expr = if starts_with_brace(&expr) {
        paren(expr)
    } else {
        expr
    };
    Stmt::Expr(ExprStmt {
        span: DUMMY_SP,
        expr: Box::new(expr),
    })
}

pub(crate) fn var_decl(kind: VarDeclKind, decls: Vec<(Pat, Option<Expr>)>) -> VarDecl {
    let decls = decls
        .into_iter()
        .map(|(name, init)| VarDeclarator {
            span: DUMMY_SP,
            name,
            init: init.map(|init| at_least(ASSIGN, init)),
            definite: false,
        })
        .collect();
    VarDecl {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        kind,
        declare: false,
        decls,
    }
}

/// `let name = init;` The pass over names makes it `const` where nothing is assigned afterwards.
pub(crate) fn let_(name: Ident, init: Option<Expr>) -> Stmt {
    let_pat(pat(name), init)
}

pub(crate) fn let_pat(name: Pat, init: Option<Expr>) -> Stmt {
    Stmt::Decl(Decl::Var(Box::new(var_decl(
        VarDeclKind::Let,
        vec![(name, init)],
    ))))
}

pub(crate) fn const_(name: Ident, init: Expr) -> Stmt {
    Stmt::Decl(Decl::Var(Box::new(var_decl(
        VarDeclKind::Const,
        vec![(pat(name), Some(init))],
    ))))
}

pub(crate) fn array_pat(elems: Vec<Option<Pat>>) -> Pat {
    Pat::Array(ArrayPat {
        span: DUMMY_SP,
        elems,
        optional: false,
        type_ann: None,
    })
}

/// `...rest` among parameters
pub(crate) fn rest_pat(arg: Pat) -> Pat {
    Pat::Rest(swc_ecma_ast::RestPat {
        span: DUMMY_SP,
        dot3_token: DUMMY_SP,
        arg: Box::new(arg),
        type_ann: None,
    })
}

pub(crate) fn return_(arg: Option<Expr>) -> Stmt {
    Stmt::Return(ReturnStmt {
        span: DUMMY_SP,
        arg: arg.map(Box::new),
    })
}

/// A block around statements; one that is alone there already is the block.
pub(crate) fn block_of(mut stmts: Vec<Stmt>) -> BlockStmt {
    if let [Stmt::Block(_)] = &stmts[..]
        && let Some(Stmt::Block(inner)) = stmts.pop()
    {
        return inner;
    }
    BlockStmt {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        stmts,
    }
}

pub(crate) fn block(stmts: Vec<Stmt>) -> Stmt {
    Stmt::Block(block_of(stmts))
}

pub(crate) fn if_(test: Expr, then: Vec<Stmt>, els: Vec<Stmt>) -> Stmt {
    let alt = match els.len() {
        0 => None,
        1 if matches!(els[0], Stmt::If(_)) => els.into_iter().next().map(Box::new),
        _ => Some(Box::new(block(els))),
    };
    Stmt::If(IfStmt {
        span: DUMMY_SP,
        test: Box::new(test),
        cons: Box::new(block(then)),
        alt,
    })
}

/// `if (test) stmt;` on one line.
pub(crate) fn if_then(test: Expr, then: Stmt) -> Stmt {
    Stmt::If(IfStmt {
        span: DUMMY_SP,
        test: Box::new(test),
        cons: Box::new(then),
        alt: None,
    })
}

pub(crate) fn for_(init: Option<VarDecl>, test: Option<Expr>, update: Option<Expr>, body: Vec<Stmt>) -> Stmt {
    Stmt::For(ForStmt {
        span: DUMMY_SP,
        init: init.map(|decl| VarDeclOrExpr::VarDecl(Box::new(decl))),
        test: test.map(Box::new),
        update: update.map(Box::new),
        body: Box::new(block(body)),
    })
}

/// `for (const pattern of iterable) { body }`
pub(crate) fn for_of(pattern: Pat, iterable: Expr, body: Vec<Stmt>) -> Stmt {
    let decl = var_decl(VarDeclKind::Let, vec![(pattern, None)]);
    Stmt::ForOf(ForOfStmt {
        span: DUMMY_SP,
        is_await: false,
        left: ForHead::VarDecl(Box::new(decl)),
        right: at_least(ASSIGN, iterable),
        body: Box::new(block(body)),
    })
}

fn label_ident(label: &str) -> Ident {
    ident(label.into(), 0)
}

pub(crate) fn labeled(label: &str, body: Stmt) -> Stmt {
    Stmt::Labeled(LabeledStmt {
        span: DUMMY_SP,
        label: label_ident(label),
        body: Box::new(body),
    })
}

pub(crate) fn break_(label: Option<&str>) -> Stmt {
    Stmt::Break(BreakStmt {
        span: DUMMY_SP,
        label: label.map(label_ident),
    })
}

pub(crate) fn continue_(label: Option<&str>) -> Stmt {
    Stmt::Continue(ContinueStmt {
        span: DUMMY_SP,
        label: label.map(label_ident),
    })
}

/// Whether control never leaves the end of these statements.
pub(crate) fn terminates(stmts: &[Stmt]) -> bool {
    match stmts.last() {
        Some(Stmt::Return(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::Throw(_)) => true,
        Some(Stmt::Block(inner)) => terminates(&inner.stmts),
        Some(Stmt::If(stmt)) => {
            let of = |stmt: &Stmt| match stmt {
                Stmt::Block(inner) => terminates(&inner.stmts),
                other => terminates(std::slice::from_ref(other)),
            };
            of(&stmt.cons) && stmt.alt.as_deref().is_some_and(of)
        }
        _ => false,
    }
}
