//! For statements with a range clause.

use crate::assign::because;
use crate::checker::Checker;
use crate::env::Env;
use crate::info::Mode;
use crate::object::{ObjectId, VarKind};
use crate::operand::{BOOL, INT, Operand, RUNE};
use crate::stmt::Flow;
use crate::types::{BasicKind, Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::{ChanDir, ExprKind, ExprNode, RangeStmt};

/// What a range expression yields.
#[derive(Copy, Clone, Debug, Default)]
struct Yields {
    key: Option<TypeId>,
    value: Option<TypeId>,
}

impl<'a> Checker<'a> {
    /// spec: "A "for" statement with a "range" clause iterates through all entries of an array, slice, string
    /// or map, values received on a channel, integer values from zero to an upper limit, or values passed to
    /// an iterator function's yield function."
    pub(crate) fn range_stmt(&mut self, env: &mut Env, flow: Flow, at: Span, range: &'a RangeStmt) {
        let mut x = self.expr(env, &range.operand);
        let yields = self.range_types(env, &x, range);
        if yields.key.is_some_and(TypeId::is_invalid) {
            x.invalidate();
        }
        self.open_scope(env);
        let is_int = !x.is_invalid() && self.is_integer(x.ty);
        if range.is_define {
            self.define_range_vars(env, at, range, &mut x, is_int, yields);
        } else if range.key.is_some() {
            self.assign_range_vars(env, range, &mut x, is_int, yields);
        }
        if !x.is_invalid() && self.is_untyped(x.ty) {
            // A string, or a count that no variable has given a type.
            self.assignment(env, &mut x, None, "range clause");
        }
        self.block(
            env,
            Flow {
                can_break: true,
                can_continue: true,
                ..flow
            },
            &range.body.stmts,
        );
        self.close_scope(env);
    }

    /// The types of the iteration values; reports what cannot be ranged over, and too many variables.
    fn range_types(&mut self, env: &Env, x: &Operand<'a>, range: &'a RangeStmt) -> Yields {
        let invalid = Yields {
            key: Some(TypeId::INVALID),
            value: Some(TypeId::INVALID),
        };
        if x.is_invalid() {
            return invalid;
        }
        let text = self.operand_string(env.package, x);
        let yields = match self.range_over(env, x.ty) {
            Ok(yields) => yields,
            Err(cause) => {
                let cause = because(&cause);
                self.fail(
                    env,
                    "InvalidRangeExpr",
                    x.span,
                    format!("cannot range over {text}{cause}"),
                );
                return invalid;
            }
        };
        let (span, message) = match (&range.key, &range.value, &range.extra) {
            (Some(key), _, _) if yields.key.is_none() => (
                key.span,
                format!("range over {text} permits no iteration variables"),
            ),
            (_, Some(value), _) if yields.value.is_none() => (
                value.span,
                format!("range over {text} permits only one iteration variable"),
            ),
            (_, _, Some(extra)) => (
                extra.span,
                "range clause permits at most two iteration variables".to_string(),
            ),
            _ => return yields,
        };
        self.fail(env, "InvalidIterVar", span, message);
        yields
    }

    fn range_over(&mut self, env: &Env, ty: TypeId) -> Result<Yields, String> {
        let both = |key, value| {
            Ok(Yields {
                key: Some(key),
                value: Some(value),
            })
        };
        let core = self.common_underlying(env, ty, |checker, ty, underlying| {
            match checker.types.get(underlying) {
                Type::Chan {
                    dir: ChanDir::Send, ..
                } => Some(format!(
                    "receive from send-only channel {}",
                    checker.type_string(ty, env.package)
                )),
                _ => None,
            }
        })?;
        let is_integer = self.is_integer(core);
        match *self.types.get(core) {
            Type::Basic(BasicKind::String | BasicKind::UntypedString) => both(INT, RUNE),
            Type::Basic(_) if is_integer => {
                if !self.allow_version(env, (1, 22)) {
                    return Err("requires go1.22 or later".to_string());
                }
                Ok(Yields {
                    key: Some(ty),
                    value: None,
                })
            }
            Type::Array { elem, .. } | Type::Slice(elem) => both(INT, elem),
            Type::Pointer(base) => {
                let base = self.underlying(base);
                match *self.types.get(base) {
                    Type::Array { elem, .. } => both(INT, elem),
                    _ => Err(String::new()),
                }
            }
            Type::Map { key, elem } => both(key, elem),
            Type::Chan { elem, .. } => Ok(Yields {
                key: Some(elem),
                value: None,
            }),
            Type::Signature(_) => self.range_over_func(env, core),
            _ => Err(String::new()),
        }
    }

    /// spec: "function, 0 values: f func(func() bool) [...]; 2 values: f func(func(K, V) bool)".
    fn range_over_func(&mut self, env: &Env, ty: TypeId) -> Result<Yields, String> {
        const SHAPE: &str = "func must be func(yield func(...) bool)";
        if !self.allow_version(env, (1, 23)) {
            return Err("requires go1.23 or later".to_string());
        }
        let shared = self.types.shared(ty);
        let Type::Signature(signature) = &*shared else {
            return Err(String::new());
        };
        let [param] = signature.params[..] else {
            return Err(format!("{SHAPE}: wrong argument count"));
        };
        if !signature.results.is_empty() {
            return Err(format!("{SHAPE}: unexpected results"));
        }
        let yield_type = self
            .common_underlying(env, param, |_, _, _| None)
            .map_err(|cause| format!("{SHAPE}: in yield type, {cause}"))?;
        let yield_type = self.types.shared(yield_type);
        let Type::Signature(yields) = &*yield_type else {
            return Err(format!("{SHAPE}: argument is not func"));
        };
        if yields.params.len() > 2 {
            return Err(format!("{SHAPE}: yield func has too many parameters"));
        }
        match yields.results[..] {
            [BOOL] => {}
            [result] if self.is_boolean(result) => {
                return Err(format!(
                    "{SHAPE}: yield func returns user-defined boolean, not bool"
                ));
            }
            _ => return Err(format!("{SHAPE}: yield func does not return bool")),
        }
        if yields.is_variadic {
            let text = self.ty_string(env, param);
            return Err(format!("yield func of type {text} cannot be variadic"));
        }
        Ok(Yields {
            key: yields.params.first().copied(),
            value: yields.params.get(1).copied(),
        })
    }

    /// `for key, value := range x`
    fn define_range_vars(
        &mut self,
        env: &mut Env,
        at: Span,
        range: &'a RangeStmt,
        x: &mut Operand<'a>,
        is_int: bool,
        yields: Yields,
    ) {
        let mut new = Vec::new();
        let mut has_error = false;
        for (e, ty) in [(&range.key, yields.key), (&range.value, yields.value)] {
            let Some(e) = e else { continue };
            let ExprKind::Ident(name) = e.kind else {
                self.report_non_name(env, e);
                has_error = true;
                continue;
            };
            let object = self.new_local_var(env, name, e.span, TypeId::INVALID, VarKind::Local);
            self.record_object(env, e.id, object);
            if !name.is_blank() {
                new.push((object, name, e.span));
            }
            self.init_range_var(env, object, e, ty, x, is_int);
        }
        if new.is_empty() && !has_error {
            self.fail(env, "NoNewVar", at, "no new variables on left side of :=");
        }
        for (object, name, span) in new {
            self.declare(env, name, span, None, object);
            if self.lookup_name(env, name) != Some(object) {
                // Declared twice: one error is enough.
                self.mark_used(object);
            }
        }
    }

    fn init_range_var(
        &mut self,
        env: &Env,
        object: ObjectId,
        e: &'a ExprNode,
        ty: Option<TypeId>,
        x: &mut Operand<'a>,
        is_int: bool,
    ) {
        match ty {
            None | Some(TypeId::INVALID) => self.mark_used(object),
            // spec: "If n is an untyped constant, [...] it is given the type of the iteration variable",
            // which has the constant's default type if it is declared here.
            Some(_) if is_int => self.init_var(env, object, None, x, "range clause"),
            Some(ty) => self.object_mut(object).ty = ty,
        }
        let ty = self.object(object).ty;
        if !ty.is_invalid() {
            self.record_type(env, e.id, Mode::Variable, ty, None);
        }
    }

    /// `for key, value = range x`
    fn assign_range_vars(
        &mut self,
        env: &mut Env,
        range: &'a RangeStmt,
        x: &mut Operand<'a>,
        is_int: bool,
        yields: Yields,
    ) {
        for (e, ty) in [(&range.key, yields.key), (&range.value, yields.value)] {
            let (Some(e), Some(ty)) = (e, ty) else { continue };
            if ty.is_invalid() {
                self.use_expr(env, e);
                continue;
            }
            if is_int {
                self.assign_operand(env, e, x, "range clause");
                if !x.is_invalid() && !self.is_integer(x.ty) {
                    let ty = self.type_string(x.ty, env.package);
                    let message = format!("cannot use iteration variable of type {ty}");
                    self.fail(env, "InvalidRangeExpr", e.span, message);
                }
                continue;
            }
            let mut y = Operand::new(Mode::Value, ty, e);
            self.assign_operand(env, e, &mut y, "assignment");
        }
    }
}
