//! Calls, and the instantiation of generic functions.

use crate::builtin::builtin_class;
use crate::checker::Checker;
use crate::env::Env;
use crate::expr::{Class, Context, Target};
use crate::expr_string::{expr_string, unparen};
use crate::infer::InferRequest;
use crate::info::Mode;
use crate::operand::Operand;
use crate::types::{Signature, Type, TypeId, TypeParamId};
use goes_source::Span;
use goes_syntax::ast::{CallExpr, Expr, ExprKind, ExprNode};

/// Type arguments, with where they are written.
#[derive(Clone, Debug, Default)]
struct TypeArgs {
    types: Vec<TypeId>,
    spans: Vec<Span>,
}

/// An argument of a call; a generic function may have got some of its type arguments.
#[derive(Clone, Debug)]
struct Arg<'a> {
    x: Operand<'a>,
    type_args: TypeArgs,
}

impl<'a> Checker<'a> {
    /// `f(args…)`: a call, a conversion or a call of a built-in function.
    pub(crate) fn call_expr(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
    ) -> (Operand<'a>, Class) {
        let func = &*call.func;
        let mut written = None;
        let mut x = if let ExprKind::Index(operand, indices) = &func.kind {
            let (mut x, is_func) = self.index_or_instance(env, func, operand, indices);
            (x.expr, x.span) = (Some(func), func.span);
            self.record(env, &x);
            written = is_func.then_some(&indices[..]);
            x
        } else {
            self.expr_or_type(env, func, true)
        };
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(env, &call.args);
                (Operand::invalid(e), Class::Statement)
            }
            Mode::Type => {
                self.reject_generic(env, &mut x, None);
                if x.is_invalid() {
                    self.use_exprs(env, &call.args);
                    return (Operand::invalid(e), Class::Conversion);
                }
                (self.conversion_call(env, e, call, x.ty), Class::Conversion)
            }
            Mode::Builtin(builtin) => (self.builtin_call(env, e, call, builtin), builtin_class(builtin)),
            _ => {
                let result = self.func_call(env, e, call, x, written);
                (result, Class::Statement)
            }
        }
    }

    fn func_call(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
        x: Operand<'a>,
        written: Option<&'a [Expr]>,
    ) -> Operand<'a> {
        env.has_call_or_receive = true;
        let Some(signature) = self.callee(env, &x) else {
            self.use_exprs(env, &call.args);
            return Operand::invalid(e);
        };
        let was_generic = self.is_generic_func(signature);
        let mut type_args = TypeArgs::default();
        if let Some(written) = written {
            match self.type_args(env, signature, written) {
                Some(args) => type_args = args,
                None => {
                    self.use_exprs(env, &call.args);
                    return Operand::invalid(e);
                }
            }
        }
        let mut signature = signature;
        if written.is_some() && type_args.types.len() == self.type_param_count(signature) {
            // All are given, so mistakes in the arguments do not matter for the function's type.
            self.verify_version(env, call.func.span, (1, 18), "function instantiation");
            signature = self.instance_of(env, &call.func, call.func.span, signature, &type_args);
            type_args = TypeArgs::default();
        }
        let args = self.call_args(env, &call.args);
        let signature = self.arguments(env, e, call, signature, &type_args, args);
        if was_generic && !self.is_generic_func(signature) {
            self.record_type(env, call.func.id, Mode::Value, signature, None);
            self.record_type(env, named_node(&call.func).id, Mode::Value, signature, None);
        }
        let shared = self.types.shared(signature);
        let Type::Signature(of) = &*shared else {
            return Operand::invalid(e);
        };
        match &of.results[..] {
            [] => Operand::new(Mode::NoValue, self.types.tuple_of(&[]), e),
            // The results' types are unknown if type inference failed.
            results
                if !of.type_params.is_empty()
                    && results.iter().any(|&ty| self.mentions_any(ty, &of.type_params)) =>
            {
                Operand::invalid(e)
            }
            [TypeId::INVALID] => Operand::invalid(e),
            [result] => Operand::new(Mode::Value, *result, e),
            results => Operand::new(Mode::Value, self.types.tuple_of(results), e),
        }
    }

    fn mentions_any(&self, ty: TypeId, params: &[TypeParamId]) -> bool {
        let mut found = Vec::new();
        self.collect_type_params(ty, &mut found);
        found.iter().any(|param| params.contains(param))
    }

    /// The signature of what is called.
    ///
    /// spec: "If f denotes [a value of type parameter type], all types in its type set must have the same
    /// underlying type, which must be a function type".
    fn callee(&mut self, env: &Env, x: &Operand<'a>) -> Option<TypeId> {
        if self.underlying(x.ty).is_invalid() {
            return None;
        }
        let common = self.common_underlying(env, x.ty, |checker, ty, underlying| {
            let is_func = matches!(checker.types.get(underlying), Type::Signature(_));
            (!is_func).then(|| format!("{} is not a function", checker.type_string(ty, env.package)))
        });
        let cause = match common {
            Ok(signature) => return Some(signature),
            Err(cause) => cause,
        };
        let text = self.operand_string(env.package, x);
        let message = format!("invalid operation: cannot call {text}: {cause}");
        self.fail(env, "InvalidCall", x.span, message);
        None
    }

    fn type_param_count(&self, signature: TypeId) -> usize {
        match self.types.get(signature) {
            Type::Signature(signature) => signature.type_params.len(),
            _ => 0,
        }
    }

    /// Type arguments as they are written, not more than there are type parameters.
    fn type_args(&mut self, env: &mut Env, signature: TypeId, written: &'a [Expr]) -> Option<TypeArgs> {
        let mut args = TypeArgs::default();
        let mut is_valid = true;
        for e in written {
            let ty = self.var_type(env, e);
            is_valid &= !ty.is_invalid();
            args.types.push(ty);
            args.spans.push(e.span);
        }
        let wanted = self.type_param_count(signature);
        if let Some(&extra) = args.spans.get(wanted) {
            let message = format!("got {} type arguments but want {wanted}", args.types.len());
            self.fail(env, "WrongTypeArgCount", extra, message);
            return None;
        }
        is_valid.then_some(args)
    }

    /// Fills in all type arguments of a generic function, and takes note of it. Inferred ones that do not
    /// satisfy their constraints are reported at `at`.
    fn instance_of(
        &mut self,
        env: &Env,
        e: &'a ExprNode,
        at: Span,
        signature: TypeId,
        args: &TypeArgs,
    ) -> TypeId {
        let named = named_node(e);
        self.record_instance(env, named.id, args.types.clone().into());
        let ty = self.instantiate_signature(env, at, signature, &args.types, &args.spans);
        self.record_type(env, named.id, Mode::Value, ty, None);
        ty
    }

    /// Instantiates a generic function that is not called: `f[int]`, or `f` where `target` is the function
    /// type that it is assigned to. `index` is the index expression and the type arguments in it.
    ///
    /// spec: "a generic function that is not called requires a type argument list for instantiation; if the
    /// type argument list is absent or partial, the remaining missing type arguments must be inferrable."
    pub(crate) fn instantiate_func(
        &mut self,
        env: &mut Env,
        x: &mut Operand<'a>,
        index: Option<(&'a ExprNode, &'a [Expr])>,
        target: Option<Target>,
    ) {
        let Some(e) = index.map(|(e, _)| e).or(x.expr) else {
            return x.invalidate();
        };
        let has_version = self.verify_version(env, e.span, (1, 18), "function instantiation");
        let args = match index {
            Some((_, written)) => self.type_args(env, x.ty, written),
            None => Some(TypeArgs::default()),
        };
        let Some(mut args) = args else {
            return x.invalidate();
        };
        if args.types.len() < self.type_param_count(x.ty) {
            if target.is_some() && has_version {
                let what = if index.is_some() {
                    "partially"
                } else {
                    "implicitly"
                };
                self.verify_version(
                    env,
                    e.span,
                    (1, 21),
                    &format!("{what} instantiated function in assignment"),
                );
            }
            let Some(inferred) = self.infer_from_target(env, e.span, x.ty, &args, target) else {
                return x.invalidate();
            };
            args.types = inferred;
        }
        let signature = self.instance_of(env, e, e.span, x.ty, &args);
        x.set_value(signature);
    }

    /// Treats the assignment of a generic function like a call that passes the variable.
    fn infer_from_target(
        &mut self,
        env: &Env,
        span: Span,
        generic: TypeId,
        given: &TypeArgs,
        target: Option<Target>,
    ) -> Option<Vec<TypeId>> {
        let shared = self.types.shared(generic);
        let Type::Signature(signature) = &*shared else {
            return None;
        };
        let targs: Vec<Option<TypeId>> = given.types.iter().copied().map(Some).collect();
        let (mut params, mut args) = (Vec::new(), Vec::new());
        if let Some(target) = target {
            params.push(self.types.intern(Type::Signature(Signature {
                type_params: Box::default(),
                ..signature.clone()
            })));
            let wanted = self.core_type(target.ty).unwrap_or(target.ty);
            args.push(Operand::implicit(wanted, span));
        }
        let request = InferRequest {
            span,
            type_params: &signature.type_params,
            targs: &targs,
            params: &params,
            args: &args,
            reverse: true,
            call: None,
            target: target.map(|target| target.name),
        };
        self.infer(env, &request)
    }

    /// Values of an expression list; a single call may yield several.
    pub(crate) fn expr_list(&mut self, env: &mut Env, list: &'a [Expr]) -> Vec<Operand<'a>> {
        match list {
            [e] => self.multi_expr(env, e, false).0,
            _ => list.iter().map(|e| self.expr(env, e)).collect(),
        }
    }

    /// The arguments of a call. Generic functions among them may wait for their type arguments.
    fn call_args(&mut self, env: &mut Env, list: &'a [Expr]) -> Vec<Arg<'a>> {
        let plain = |x| Arg {
            x,
            type_args: TypeArgs::default(),
        };
        if let [e] = list {
            let mut arg = self.call_arg(env, e);
            if !arg.x.is_invalid()
                && let Some(values) = self.unpack(&arg.x, e)
            {
                return values.into_iter().map(plain).collect();
            }
            self.require_single(env, &mut arg.x);
            return vec![arg];
        }
        let mut args = Vec::with_capacity(list.len());
        for e in list {
            let mut arg = self.call_arg(env, e);
            self.require_single(env, &mut arg.x);
            args.push(arg);
        }
        args
    }

    fn call_arg(&mut self, env: &mut Env, e: &'a ExprNode) -> Arg<'a> {
        if let (ExprKind::Index(operand, indices), true) = (&e.kind, self.allow_version(env, (1, 21))) {
            let (mut x, is_func) = self.index_or_instance(env, e, operand, indices);
            (x.expr, x.span) = (Some(e), e.span);
            let mut type_args = TypeArgs::default();
            if is_func {
                match self.type_args(env, x.ty, indices) {
                    None => x.invalidate(),
                    Some(args) if args.types.len() == self.type_param_count(x.ty) => {
                        let signature = self.instance_of(env, e, e.span, x.ty, &args);
                        x.set_value(signature);
                    }
                    Some(args) => type_args = args,
                }
            }
            self.require_value(env, &mut x);
            self.record(env, &x);
            return Arg { x, type_args };
        }
        let (mut x, _) = self.raw_expr(env, e, Context::GENERIC);
        self.require_value(env, &mut x);
        Arg {
            x,
            type_args: TypeArgs::default(),
        }
    }

    /// [`Checker::arguments`] for a function that is not generic, its arguments evaluated.
    pub(crate) fn check_plain_args(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
        signature: TypeId,
        args: Vec<Operand<'a>>,
    ) {
        let args = args
            .into_iter()
            .map(|x| Arg {
                x,
                type_args: TypeArgs::default(),
            })
            .collect();
        self.arguments(env, e, call, signature, &TypeArgs::default(), args);
    }

    /// Checks the arguments of a call against the parameters, inferring missing type arguments. The
    /// signature comes back, instantiated unless that failed.
    ///
    /// spec: "the arguments must be single-valued expressions assignable to the parameter types of F".
    fn arguments(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
        signature: TypeId,
        type_args: &TypeArgs,
        mut args: Vec<Arg<'a>>,
    ) -> TypeId {
        let shared = self.types.shared(signature);
        let Type::Signature(of) = &*shared else {
            return signature;
        };
        let Some(mut params) = self.matching_params(env, e, call, of, &args) else {
            return signature;
        };
        let mut result = signature;
        let has_generic_arg = args.iter().any(|arg| self.is_generic_func(arg.x.ty));
        if !of.type_params.is_empty() || has_generic_arg {
            let Some(inferred) = self.infer_call(env, call, of, type_args, &params, &mut args) else {
                return signature;
            };
            let (own, rest) = inferred.split_at(of.type_params.len());
            if !own.is_empty() {
                let own = TypeArgs {
                    types: own.to_vec(),
                    spans: type_args.spans.clone(),
                };
                let at = Span::new(call.lparen, call.lparen + 1);
                result = self.instance_of(env, &call.func, at, signature, &own);
                let with = crate::subst::Substitution::new(&of.type_params, &own.types);
                params = self.types.subst_all(&params, &with);
            }
            self.instantiate_args(env, &mut args, rest);
        }
        if args.is_empty() {
            return result;
        }
        let context = format!("argument to {}", expr_string(&call.func));
        for (arg, &param) in args.iter_mut().zip(&params) {
            self.assignment(env, &mut arg.x, Some(param), &context);
        }
        result
    }

    /// One parameter type for each argument; reports a wrong number of arguments.
    ///
    /// spec: "If f is invoked with no actual arguments for p, the value passed to p is nil. Otherwise, the
    /// value passed is a new slice of type []T".
    fn matching_params(
        &mut self,
        env: &Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
        signature: &Signature,
        args: &[Arg<'a>],
    ) -> Option<Vec<TypeId>> {
        let mut params = signature.params.to_vec();
        let mut expected = params.len();
        if call.has_dots {
            let problem = if !signature.is_variadic {
                Some((
                    "NonVariadicDotDotDot",
                    format!(
                        "cannot use ... in call to non-variadic {}",
                        expr_string(&call.func)
                    ),
                ))
            } else if call.args.len() == 1 && args.len() > 1 {
                let text = expr_string(&call.args[0]);
                Some((
                    "InvalidDotDotDot",
                    format!("cannot use ... with {}-valued {text}", args.len()),
                ))
            } else {
                None
            };
            if let Some((code, message)) = problem {
                self.fail(env, code, e.span, message);
                return None;
            }
        } else if signature.is_variadic {
            let last = params.pop().unwrap_or(TypeId::INVALID);
            let elem = if let Type::Slice(elem) = *self.types.get(last) {
                elem
            } else {
                TypeId::INVALID
            };
            expected = args.len().max(params.len());
            params.resize(expected, elem);
        }
        if args.len() == expected {
            return Some(params);
        }
        let (at, quantity) = match args.get(expected) {
            Some(extra) => (extra.x.span, "too many"),
            None => (args.last().map_or(e.span, |last| last.x.span), "not enough"),
        };
        let have: Vec<TypeId> = args.iter().map(|arg| self.argument_type(env, &arg.x)).collect();
        let have = self.types_summary(env, &have, false, call.has_dots);
        let want = self.types_summary(env, &signature.params, signature.is_variadic, false);
        let func = expr_string(&call.func);
        let message = format!("{quantity} arguments in call to {func}\n\thave {have}\n\twant {want}");
        self.fail(env, "WrongArgCount", at, message);
        None
    }

    /// The type of an argument for messages; as in gc, that of a call without results is the function's.
    fn argument_type(&self, env: &Env, x: &Operand<'a>) -> TypeId {
        if let Some(ExprKind::Call(call)) = x.expr.map(|e| &e.kind)
            && x.is_invalid()
            && let Some(func) = self.recorded_type(env, call.func.id)
            && matches!(self.types.get(func.ty), Type::Signature(of) if of.results.is_empty())
        {
            return func.ty;
        }
        x.ty
    }

    /// Infers the type arguments of a call: those of the function, followed by those of the generic
    /// functions among its arguments.
    fn infer_call(
        &mut self,
        env: &mut Env,
        call: &'a CallExpr,
        signature: &Signature,
        type_args: &TypeArgs,
        params: &[TypeId],
        args: &mut [Arg<'a>],
    ) -> Option<Vec<TypeId>> {
        let mut type_params = signature.type_params.to_vec();
        let mut targs: Vec<Option<TypeId>> = type_args.types.iter().copied().map(Some).collect();
        if !type_params.is_empty() {
            let what = if let ExprKind::Index(..) = call.func.kind {
                "function"
            } else {
                "implicit function"
            };
            self.verify_version(env, call.func.span, (1, 18), &format!("{what} instantiation"));
        }
        targs.resize(type_params.len(), None);
        for arg in args.iter_mut().filter(|arg| !arg.x.is_invalid()) {
            let shared = self.types.shared(arg.x.ty);
            let Type::Signature(generic) = &*shared else {
                continue;
            };
            if generic.type_params.is_empty() {
                continue;
            }
            self.verify_version(
                env,
                arg.x.span,
                (1, 21),
                "implicitly instantiated function as argument",
            );
            // `f(g, g)`: each gets type arguments of its own.
            let (fresh, ty) = self.rename_type_params(&generic.type_params, arg.x.ty);
            arg.x.ty = ty;
            type_params.extend(fresh);
            targs.extend(arg.type_args.types.iter().copied().map(Some));
            targs.resize(type_params.len(), None);
        }
        let operands: Vec<Operand<'a>> = args.iter().map(|arg| arg.x.clone()).collect();
        let func = expr_string(&call.func);
        let request = InferRequest {
            span: Span::new(call.lparen, call.lparen + 1),
            type_params: &type_params,
            targs: &targs,
            params,
            args: &operands,
            reverse: false,
            call: Some(&func),
            target: None,
        };
        self.infer(env, &request)
    }

    /// Gives the generic functions among the arguments their type arguments, in order.
    fn instantiate_args(&mut self, env: &Env, args: &mut [Arg<'a>], mut inferred: &[TypeId]) {
        for arg in args.iter_mut().filter(|arg| !arg.x.is_invalid()) {
            let count = self.type_param_count(arg.x.ty);
            let (Some(e), true) = (arg.x.expr, count > 0) else {
                continue;
            };
            let (own, rest) = inferred.split_at(count);
            inferred = rest;
            let own = TypeArgs {
                types: own.to_vec(),
                spans: arg.type_args.spans.clone(),
            };
            let ty = self.instance_of(env, e, e.span, arg.x.ty, &own);
            arg.x.set_value(ty);
            self.record(env, &arg.x);
        }
    }
}

/// The identifier or selector expression that names a function within `f`, `p.f[int]`, `(f)`.
fn named_node(e: &ExprNode) -> &ExprNode {
    let mut e = unparen(e);
    while let ExprKind::Index(operand, _) = &e.kind {
        e = unparen(operand);
    }
    e
}
