//! Expressions.

use crate::checker::Checker;
use crate::constant::{self, Value};
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::info::Mode;
use crate::object::{ObjectKind, VarKind};
use crate::operand::{
    BOOL, Operand, Part, UNTYPED_BOOL, UNTYPED_COMPLEX, UNTYPED_FLOAT, UNTYPED_INT, UNTYPED_RUNE,
    UNTYPED_STRING,
};
use crate::types::{Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::{self, ExprKind, ExprNode, LitKind, Symbol, UnaryOp};

/// What kind of expression it is; this decides whether it may stand as a statement.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Conversion,
    Expression,
    /// spec: "With the exception of specific built-in functions, function and method calls and receive
    /// operations can appear in statement context."
    Statement,
}

/// Circumstances that an expression's type may depend on.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Context {
    /// The function type that the value is assigned to: what remains open of a generic function's type
    /// arguments is inferred from it.
    pub target: Option<Target>,
    /// The element type of the enclosing composite literal, where the expression's own type may be left out.
    pub hint: Option<TypeId>,
    /// Generic types and functions that lack type arguments may pass.
    pub allow_generic: bool,
}

/// What a value is assigned to.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Target {
    pub ty: TypeId,
    /// Says in messages what it is.
    pub name: Symbol,
}

impl Context {
    pub const NONE: Context = Context {
        target: None,
        hint: None,
        allow_generic: false,
    };
    pub const GENERIC: Context = Context {
        target: None,
        hint: None,
        allow_generic: true,
    };
}

impl<'a> Checker<'a> {
    /// Checks an expression that may be anything: a value, several, none, a type or a built-in function.
    pub(crate) fn raw_expr(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        context: Context,
    ) -> (Operand<'a>, Class) {
        let (mut x, class) = self.expr_kind(env, e, context);
        if !context.allow_generic {
            self.reject_generic(env, &mut x, context.target);
        }
        self.reject_incomplete(&mut x);
        self.record(env, &x);
        (x, class)
    }

    /// Checks an expression that must be a single value.
    pub(crate) fn expr(&mut self, env: &mut Env, e: &'a ExprNode) -> Operand<'a> {
        self.expr_in(env, e, Context::NONE)
    }

    /// [`Checker::expr`] in a context.
    pub(crate) fn expr_in(&mut self, env: &mut Env, e: &'a ExprNode, context: Context) -> Operand<'a> {
        let (mut x, _) = self.raw_expr(env, e, context);
        self.require_value(env, &mut x);
        self.require_single(env, &mut x);
        x
    }

    /// [`Checker::expr`] of what is assigned to a variable of type `target`, if that has one yet; `name`
    /// says in messages what it is.
    pub(crate) fn expr_for(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        target: Option<TypeId>,
        name: impl Fn(&Self) -> String,
    ) -> Operand<'a> {
        let target = target.filter(|&ty| {
            self.core_type(ty)
                .is_some_and(|core| matches!(self.types.get(core), Type::Signature(_)))
        });
        let target = target.map(|ty| Target {
            ty,
            name: Symbol::new(&name(self)),
        });
        self.expr_in(
            env,
            e,
            Context {
                target,
                ..Context::NONE
            },
        )
    }

    /// [`Checker::expr_for`] where generic functions have taken on the type that is wanted only since go1.27:
    /// in literals, conversions, send statements and map indices.
    pub(crate) fn expr_for_part(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        target: Option<TypeId>,
        name: impl Fn(&Self) -> String,
    ) -> Operand<'a> {
        let target = target.filter(|_| self.allow_version(env, (1, 27)));
        self.expr_for(env, e, target, name)
    }

    /// Checks an expression that must be a single value or a type.
    pub(crate) fn expr_or_type(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        allow_generic: bool,
    ) -> Operand<'a> {
        let (mut x, _) = self.raw_expr(
            env,
            e,
            Context {
                allow_generic,
                ..Context::NONE
            },
        );
        if x.mode == Mode::NoValue {
            let text = self.operand_string(env.package, &x);
            self.fail(
                env,
                "TooManyValues",
                x.span,
                format!("{text} used as value or type"),
            );
            x.invalidate();
        }
        self.require_single(env, &mut x);
        x
    }

    /// Checks an expression that may have several values. The second result tells whether the comma-ok
    /// form was taken: only if `allow_comma_ok` and the expression has one.
    pub(crate) fn multi_expr(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        allow_comma_ok: bool,
    ) -> (Vec<Operand<'a>>, bool) {
        let (mut x, _) = self.raw_expr(env, e, Context::NONE);
        self.require_value(env, &mut x);
        if !x.is_invalid()
            && let Some(list) = self.unpack(&x, e)
        {
            return (list, false);
        }
        if allow_comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            let ok = Operand::part(UNTYPED_BOOL, e, Part::Ok);
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    /// The values of a call with several results.
    pub(crate) fn unpack(&mut self, x: &Operand<'a>, e: &'a ExprNode) -> Option<Vec<Operand<'a>>> {
        let Type::Tuple(types) = self.types.get(x.ty) else {
            return None;
        };
        let result = |(index, &ty)| Operand::part(ty, e, Part::Result(index));
        Some(types.iter().enumerate().map(result).collect())
    }

    /// Evaluates expressions whose values are of no use because something else is wrong: for their own
    /// errors, and so that variables count as used. Tells whether all are right.
    pub(crate) fn use_exprs(&mut self, env: &mut Env, list: &'a [ast::Expr]) -> bool {
        let mut are_valid = true;
        for e in list {
            are_valid &= self.use_expr(env, e);
        }
        are_valid
    }

    pub(crate) fn use_expr(&mut self, env: &mut Env, e: &'a ExprNode) -> bool {
        if let ExprKind::Ident(name) = unparen(e).kind
            && name.is_blank()
        {
            return true;
        }
        let (x, _) = self.raw_expr(env, e, Context::GENERIC);
        !x.is_invalid()
    }

    /// Rejects what is not a value.
    pub(crate) fn require_value(&mut self, env: &Env, x: &mut Operand<'a>) {
        let (code, problem) = match x.mode {
            Mode::NoValue => ("TooManyValues", "used as value"),
            Mode::Builtin(_) => ("UncalledBuiltin", "must be called"),
            Mode::Type => ("NotAnExpr", "is not an expression"),
            _ => return,
        };
        let text = self.operand_string(env.package, x);
        self.fail(env, code, x.span, format!("{text} {problem}"));
        x.invalidate();
    }

    /// Rejects the results of a call that has several.
    pub(crate) fn require_single(&mut self, env: &Env, x: &mut Operand<'a>) {
        if x.mode != Mode::Value || !matches!(self.types.get(x.ty), Type::Tuple(_)) {
            return;
        }
        let text = self.operand_string(env.package, x);
        self.fail(
            env,
            "TooManyValues",
            x.span,
            format!("multiple-value {text} in single-value context"),
        );
        x.invalidate();
    }

    /// Rejects generic types and functions without type arguments, unless these follow from `target`.
    pub(crate) fn reject_generic(&mut self, env: &mut Env, x: &mut Operand<'a>, target: Option<Target>) {
        let Some(e) = x.expr else { return };
        if x.mode == Mode::Type {
            self.reject_generic_alias(env, x);
        }
        let what = match x.mode {
            Mode::Type if self.types.missing_type_args(x.ty).is_some() => "type",
            Mode::Value if self.is_generic_func(x.ty) => match target {
                Some(target) => return self.instantiate_func(env, x, None, Some(target)),
                None => "function",
            },
            _ => return,
        };
        let text = expr_string(e);
        self.fail(
            env,
            "WrongTypeArgCount",
            x.span,
            format!("cannot use generic {what} {text} without instantiation"),
        );
        x.invalidate();
    }

    /// Whether a function's type has type parameters of its own.
    pub(crate) fn is_generic_func(&self, ty: TypeId) -> bool {
        matches!(self.types.get(ty), Type::Signature(signature) if !signature.type_params.is_empty())
    }

    /// Notes the type of an operand's expression; it may be an untyped one that a later use makes final.
    pub(crate) fn record(&mut self, env: &Env, x: &Operand<'a>) {
        if let (Some(e), false) = (x.expr, x.is_invalid()) {
            self.record_type(env, e.id, x.mode, x.ty, x.value.clone());
        }
    }

    fn expr_kind(&mut self, env: &mut Env, e: &'a ExprNode, context: Context) -> (Operand<'a>, Class) {
        let x = match &e.kind {
            ExprKind::Bad => Operand::invalid(e),
            ExprKind::Ident(name) => self.ident(env, e, *name),
            ExprKind::BasicLit(kind, text) => self.basic_lit(env, e, *kind, *text),
            ExprKind::CompositeLit(lit) => self.composite_lit(env, e, lit, context.hint),
            ExprKind::FuncLit(lit) => self.func_lit(env, e, lit),
            ExprKind::Paren(inner) => {
                let (mut x, class) = self.raw_expr(env, inner, Context::NONE);
                (x.expr, x.span) = (Some(e), e.span);
                return (x, class);
            }
            ExprKind::Selector(operand, name) => self.selector(env, e, operand, name),
            ExprKind::Index(operand, indices) => self.index_expr(env, e, operand, indices, context),
            ExprKind::Slice(slice) => self.slice_expr(env, e, slice),
            ExprKind::TypeAssert(operand, ty) => self.type_assert(env, e, operand, ty.as_deref()),
            ExprKind::Call(call) => return self.call_expr(env, e, call),
            ExprKind::Star(operand) => self.star(env, e, operand),
            ExprKind::Unary(UnaryOp::Receive, operand) => {
                return (self.receive(env, e, operand), Class::Statement);
            }
            ExprKind::Unary(op, operand) => self.unary(env, e, *op, operand),
            ExprKind::Binary(..) => self.binary_chain(env, e),
            ExprKind::KeyValue(..) => {
                self.fail(env, "InvalidSyntaxTree", e.span, "no key:value expected");
                Operand::invalid(e)
            }
            ExprKind::ArrayType(..)
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(..)
            | ExprKind::ChanType(..)
            | ExprKind::Union(_) => self.type_operand(env, e),
        };
        (x, Class::Expression)
    }

    /// A type literal where an expression may stand.
    fn type_operand(&mut self, env: &mut Env, e: &'a ExprNode) -> Operand<'a> {
        match self.type_expr(env, e) {
            TypeId::INVALID => Operand::invalid(e),
            ty => Operand::new(Mode::Type, ty, e),
        }
    }

    /// An identifier. spec: "An operand may be [...] a (possibly qualified) non-blank identifier denoting a
    /// constant, variable, or function".
    fn ident(&mut self, env: &mut Env, e: &'a ExprNode, name: Symbol) -> Operand<'a> {
        let at = env.repeated_at.unwrap_or(e.span);
        let Some(id) = self.use_name(env, e.id, at, name) else {
            return Operand::invalid(e);
        };
        let object = self.object(id);
        let ty = object.ty;
        match &object.kind {
            ObjectKind::PkgName { .. } => {
                self.fail(
                    env,
                    "InvalidPkgUse",
                    e.span,
                    format!("use of package {name} not in selector"),
                );
                Operand::invalid(e)
            }
            ObjectKind::Const { value } => {
                let value = value.clone();
                self.const_ident(env, e, id, ty, value)
            }
            ObjectKind::TypeName { .. } => {
                if ty.is_invalid() {
                    Operand::invalid(e)
                } else {
                    Operand::new(Mode::Type, ty, e)
                }
            }
            ObjectKind::Var(kind) => {
                // A package variable need not be used.
                if *kind == VarKind::Local {
                    self.mark_used(id);
                }
                if ty.is_invalid() {
                    Operand::invalid(e)
                } else {
                    Operand::new(Mode::Variable, ty, e)
                }
            }
            ObjectKind::Func { .. } if ty.is_invalid() => Operand::invalid(e),
            ObjectKind::Func { .. } => Operand::new(Mode::Value, ty, e),
            ObjectKind::Builtin(builtin) => Operand::new(Mode::Builtin(*builtin), TypeId::INVALID, e),
            ObjectKind::Nil => Operand::new(Mode::Nil, ty, e),
            ObjectKind::Label => Operand::invalid(e),
        }
    }

    fn const_ident(
        &mut self,
        env: &Env,
        e: &'a ExprNode,
        id: crate::object::ObjectId,
        ty: TypeId,
        value: Value,
    ) -> Operand<'a> {
        if ty.is_invalid() {
            return Operand::invalid(e);
        }
        if id != self.iota_object {
            return Operand::constant(value, ty, e);
        }
        let Some(iota) = env.iota else {
            self.fail(
                env,
                "InvalidIota",
                e.span,
                "cannot use iota outside constant declaration",
            );
            return Operand::invalid(e);
        };
        Operand::constant(Value::int(iota), ty, e)
    }

    fn basic_lit(&mut self, env: &Env, e: &'a ExprNode, kind: LitKind, text: Symbol) -> Operand<'a> {
        let ty = match kind {
            LitKind::Int => UNTYPED_INT,
            LitKind::Float => UNTYPED_FLOAT,
            LitKind::Imaginary => UNTYPED_COMPLEX,
            LitKind::Rune => UNTYPED_RUNE,
            LitKind::String => UNTYPED_STRING,
        };
        let text = text.as_str();
        if kind != LitKind::String && kind != LitKind::Rune {
            // The cost of arithmetic on what a person writes must stay bounded.
            const LIMIT: usize = 10_000;
            if text.len() > LIMIT {
                let start = &text[..10];
                let message = format!("excessively long constant: {start}... ({} chars)", text.len());
                self.fail(env, "InvalidConstVal", e.span, message);
                return Operand::invalid(e);
            }
            self.number_version(env, e.span, kind, text);
        }
        let Some(value) = constant::from_literal(kind, text).filter(|value| !value.is_unknown()) else {
            self.fail(
                env,
                "InvalidConstVal",
                e.span,
                format!("malformed constant: {text}"),
            );
            return Operand::invalid(e);
        };
        let mut x = Operand::constant(value, ty, e);
        self.check_overflow(env, &mut x);
        x
    }

    /// Forms of number literals that came with Go 1.13.
    fn number_version(&mut self, env: &Env, span: Span, kind: LitKind, text: &str) {
        if text.len() <= 2 || self.allow_version(env, (1, 13)) {
            return;
        }
        let what = match text.as_bytes() {
            bytes if bytes.contains(&b'_') => "underscore in numeric literal",
            [b'0', b'b' | b'B', ..] => "binary literal",
            [b'0', b'o' | b'O', ..] => "0o/0O-style octal literal",
            [b'0', b'x' | b'X', ..] if kind != LitKind::Int => "hexadecimal floating-point literal",
            _ => return,
        };
        self.verify_version(env, span, (1, 13), what);
    }

    /// A function literal. Its body sees what is declared up to here, so it can be checked at once; except
    /// that of a package variable's initialiser, which may refer to that very variable.
    fn func_lit(&mut self, env: &mut Env, e: &'a ExprNode, lit: &'a ast::FuncLit) -> Operand<'a> {
        let (scope, results) = (env.scope, std::mem::take(&mut env.results));
        self.open_scope(env);
        let signature = self.func_lit_signature(env, &lit.signature);
        if env.signature.is_none() || !self.path.is_empty() {
            let mut inner = env.clone();
            inner.dependencies.clear();
            let owners = match self.literal_owners.is_empty() {
                true => self.path.last().copied().into_iter().collect(),
                false => self.literal_owners.clone(),
            };
            self.later(move |checker| {
                checker.func_body(&mut inner, signature, &lit.body);
                for owner in owners {
                    checker.add_dependencies(owner, &inner);
                    if let ObjectKind::Const { .. } = checker.object(owner).kind {
                        checker.consts_with_literals.push(owner);
                    }
                }
            });
        } else {
            let saved = (env.signature, env.has_call_or_receive);
            self.func_body(env, signature, &lit.body);
            (env.signature, env.has_call_or_receive) = saved;
        }
        (env.scope, env.results) = (scope, results);
        if signature.is_invalid() {
            Operand::invalid(e)
        } else {
            Operand::new(Mode::Value, signature, e)
        }
    }

    /// `*x`. spec: "For an operand x of pointer type *T, the pointer indirection *x denotes the variable of
    /// type T pointed to by x."
    fn star(&mut self, env: &mut Env, e: &'a ExprNode, operand: &'a ExprNode) -> Operand<'a> {
        let x = self.expr_or_type(env, operand, false);
        match x.mode {
            Mode::Invalid => return Operand::invalid(e),
            Mode::Type => {
                self.check_var_type(env, operand.span, x.ty);
                return Operand::new(Mode::Type, self.types.pointer_to(x.ty), e);
            }
            _ => {}
        }
        let mut base = None;
        for underlying in self.underlying_types(x.ty) {
            let is_pointer = match *self.types.get(underlying) {
                Type::Pointer(elem) => {
                    if base.is_none_or(|base| self.identical(base, elem)) {
                        base = Some(elem);
                        continue;
                    }
                    true
                }
                _ => false,
            };
            let problem = match (is_pointer, self.operand_string(env.package, &x)) {
                (true, text) => format!("pointers of {text} must have identical base types"),
                (false, text) => format!("cannot indirect {text}"),
            };
            self.fail(
                env,
                "InvalidIndirection",
                x.span,
                format!("invalid operation: {problem}"),
            );
            return Operand::invalid(e);
        }
        match base {
            Some(base) => Operand::new(Mode::Variable, base, e),
            None => {
                let text = self.operand_string(env.package, &x);
                self.fail(
                    env,
                    "InvalidIndirection",
                    x.span,
                    format!("invalid operation: cannot indirect {text}"),
                );
                Operand::invalid(e)
            }
        }
    }

    /// The underlying types of a type's type set: one for an ordinary type, none for a type parameter
    /// without specific types.
    pub(crate) fn underlying_types(&mut self, ty: TypeId) -> Vec<TypeId> {
        if !matches!(self.types.get(ty), Type::TypeParam(_)) {
            return vec![self.underlying(ty)];
        }
        let terms = self.type_set_terms(ty).unwrap_or_default();
        terms.iter().map(|term| self.underlying(term.ty)).collect()
    }

    /// The underlying type that all types of a type set have in common; if there is none, why. Channels may
    /// differ in direction. `condition` says what is wrong with one of the types, if anything.
    pub(crate) fn common_underlying(
        &mut self,
        env: &Env,
        ty: TypeId,
        condition: impl Fn(&mut Self, TypeId, TypeId) -> Option<String>,
    ) -> Result<TypeId, String> {
        let terms = self.type_set_terms(ty).unwrap_or_default();
        let mut common: Option<(TypeId, TypeId)> = None;
        for term in &terms {
            let underlying = self.underlying(term.ty);
            if let Some(problem) = condition(self, term.ty, underlying) {
                return Err(problem);
            }
            let Some((first, known)) = common else {
                common = Some((term.ty, underlying));
                continue;
            };
            match self.common_of(known, underlying) {
                Some(both) => common = Some((first, both)),
                None => return Err(self.no_common_cause(env, (first, known), (term.ty, underlying))),
            }
        }
        common
            .map(|(_, underlying)| underlying)
            .ok_or_else(|| "no specific type".to_string())
    }

    /// One underlying type for two.
    fn common_of(&mut self, a: TypeId, b: TypeId) -> Option<TypeId> {
        use ast::ChanDir;
        if self.identical(a, b) {
            return Some(a);
        }
        let (&Type::Chan { dir: x, elem: c }, &Type::Chan { dir: y, elem: d }) =
            (self.types.get(a), self.types.get(b))
        else {
            return None;
        };
        match (x, y) {
            _ if !self.identical(c, d) => None,
            (ChanDir::Both, _) => Some(b),
            (_, ChanDir::Both) => Some(a),
            _ => None,
        }
    }

    fn no_common_cause(
        &mut self,
        env: &Env,
        (a, a_underlying): (TypeId, TypeId),
        (b, b_underlying): (TypeId, TypeId),
    ) -> String {
        let problem = match (self.types.get(a_underlying), self.types.get(b_underlying)) {
            (Type::Chan { elem: x, .. }, Type::Chan { elem: y, .. }) if x == y => {
                "have conflicting directions"
            }
            (Type::Chan { .. }, Type::Chan { .. }) => "have different element types",
            _ => "have different underlying types",
        };
        let both_channels = !problem.ends_with("underlying types");
        let (a, b) = (self.type_string(a, env.package), self.type_string(b, env.package));
        format!(
            "{}{a} and {b} {problem}",
            if both_channels { "channels " } else { "" }
        )
    }

    /// `x.(T)`. spec: "the primary expression x.(T) asserts that x is not nil and that the value stored in x
    /// is of type T."
    fn type_assert(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        operand: &'a ExprNode,
        ty: Option<&'a ExprNode>,
    ) -> Operand<'a> {
        let x = self.expr(env, operand);
        let Some(type_expr) = ty else {
            let message = "invalid syntax tree: use of .(type) outside type switch";
            self.fail(env, "InvalidSyntaxTree", e.span, message);
            return Operand::invalid(e);
        };
        if x.is_invalid() {
            self.var_type(env, type_expr);
            return Operand::invalid(e);
        }
        if self.is_type_param(x.ty) {
            let text = self.operand_string(env.package, &x);
            let message =
                format!("invalid operation: cannot use type assertion on type parameter value {text}");
            self.fail(env, "InvalidAssert", x.span, message);
            return Operand::invalid(e);
        }
        if !self.is_interface(x.ty) {
            let text = self.operand_string(env.package, &x);
            self.fail(
                env,
                "InvalidAssert",
                x.span,
                format!("invalid operation: {text} is not an interface"),
            );
            return Operand::invalid(e);
        }
        let target = self.var_type(env, type_expr);
        if target.is_invalid() {
            return Operand::invalid(e);
        }
        if let Err(cause) = self.assertable(env, x.ty, target) {
            let (text, to, from) = (
                expr_string(e),
                self.type_string(target, env.package),
                self.type_string(x.ty, env.package),
            );
            let message =
                format!("impossible type assertion: {text}\n\t{to} does not implement {from} {cause}");
            self.fail(env, "ImpossibleAssert", e.span, message);
        }
        Operand::new(Mode::CommaOk, target, e)
    }

    /// Gives the expression of an operand that was untyped so far its type. A still untyped `ty` is
    /// preliminary. What the type of an expression's parts depends on is updated with it.
    pub(crate) fn update_expr_type(&mut self, env: &Env, e: &'a ExprNode, ty: TypeId) {
        let mut e = e;
        loop {
            let Some(old) = self.recorded_type(env, e.id) else {
                return;
            };
            let (mode, old_ty, value) = (old.mode, old.ty, old.value.as_deref().cloned());
            if !self.is_untyped(old_ty) {
                return;
            }
            // The operands of a constant expression are never materialised.
            let next: Option<&'a ExprNode> = match &e.kind {
                ExprKind::Paren(inner) => Some(inner),
                ExprKind::Unary(_, operand) if value.is_none() => Some(operand),
                ExprKind::Binary(op, x, y) if value.is_none() && !crate::compare::is_comparison(*op) => {
                    if !crate::shift::is_shift(*op) {
                        self.update_expr_type(env, y, ty);
                    }
                    Some(x)
                }
                _ => None,
            };
            self.update_node(env, e, mode, old_ty, value, ty);
            match next {
                Some(next) => e = next,
                None => return,
            }
        }
    }

    fn update_node(
        &mut self,
        env: &Env,
        e: &'a ExprNode,
        mode: Mode,
        old: TypeId,
        mut value: Option<Value>,
        ty: TypeId,
    ) {
        if !self.is_untyped(ty) {
            if !self.shift_operands.is_empty()
                && self.shift_operands.contains(&(env.package, e.id))
                && !self.is_integer(ty)
            {
                let (text, target) = (expr_string(e), self.type_string(ty, env.package));
                let message =
                    format!("invalid operation: shifted operand {text} (type {target}) must be integer");
                self.fail(env, "InvalidShiftOperand", e.span, message);
                return;
            }
            if value.is_some() {
                let mut x = Operand {
                    value,
                    ..Operand::new(mode, old, e)
                };
                match self.implicit_type(&x, ty) {
                    Ok((_, Some(represented))) => x.value = Some(represented),
                    Ok(_) => {}
                    Err(problem) => return self.report_conversion(env, &mut x, ty, problem),
                }
                value = x.value;
            }
        }
        self.record_type(env, e.id, mode, ty, value);
    }

    /// Notes that the two-valued form of an expression is used.
    pub(crate) fn record_comma_ok(&mut self, env: &Env, e: &'a ExprNode, value: TypeId, ok: TypeId) {
        let ok = if self.is_untyped(ok) { BOOL } else { ok };
        let tuple = self.types.tuple_of(&[value, ok]);
        let mut e = e;
        loop {
            let mode = self
                .recorded_type(env, e.id)
                .map_or(Mode::CommaOk, |recorded| recorded.mode);
            self.record_type(env, e.id, mode, tuple, None);
            let ExprKind::Paren(inner) = &e.kind else { return };
            e = inner;
        }
    }
}
