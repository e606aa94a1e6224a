//! Initialisation: of constants, variables and results.

use crate::assign::operator_span;
use crate::checker::Checker;
use crate::constant::Value;
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::info::Mode;
use crate::object::{ObjectId, ObjectKind, VarKind};
use crate::operand::{Operand, UNTYPED_NIL};
use crate::types::{Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::{self, ExprKind, ExprNode};

/// A variable or result that is initialised.
#[derive(Copy, Clone, Debug)]
struct Slot {
    /// `None`: takes on the type of the value.
    ty: Option<TypeId>,
    object: Option<ObjectId>,
}

impl<'a> Checker<'a> {
    /// Gives a constant its type (`declared`, or that of the value) and value; a missing one has been
    /// reported.
    pub(crate) fn init_const(
        &mut self,
        env: &mut Env,
        object: ObjectId,
        declared: Option<TypeId>,
        value: Option<&'a ExprNode>,
    ) {
        let mut x = match value {
            Some(e) => self.expr(env, e),
            None => Operand::new_missing(),
        };
        self.init_const_to(env, object, declared, &mut x);
    }

    fn init_const_to(&mut self, env: &Env, object: ObjectId, declared: Option<TypeId>, x: &mut Operand<'a>) {
        if x.is_invalid() || x.ty.is_invalid() || declared.is_some_and(TypeId::is_invalid) {
            self.object_mut(object).ty = declared.unwrap_or(TypeId::INVALID);
            return;
        }
        if !x.is_constant() {
            let text = self.operand_string(env.package, x);
            self.fail(env, "InvalidConstInit", x.span, format!("{text} is not constant"));
            self.object_mut(object).ty = declared.unwrap_or(TypeId::INVALID);
            return;
        }
        let ty = declared.unwrap_or(x.ty);
        self.assignment(env, x, Some(ty), "constant declaration");
        let new_value = if x.is_invalid() {
            Value::Unknown
        } else {
            x.constant_value().clone()
        };
        let object = self.object_mut(object);
        object.ty = ty;
        if let ObjectKind::Const { value } = &mut object.kind {
            *value = new_value;
        }
    }

    /// Checks the initialisation of variables, and gives them their types if they have none `declared`.
    pub(crate) fn init_vars(
        &mut self,
        env: &mut Env,
        lhs: &[ObjectId],
        declared: Option<TypeId>,
        rhs: &'a [ast::Expr],
        _at: Span,
    ) {
        let slots: Vec<Slot> = lhs
            .iter()
            .map(|&object| Slot {
                ty: declared,
                object: Some(object),
            })
            .collect();
        if let Some(ty) = declared {
            lhs.iter().for_each(|&object| self.object_mut(object).ty = ty);
        }
        let owners = std::mem::replace(&mut self.literal_owners, lhs.to_vec());
        if rhs.len() == 1 && lhs.len() > 1 {
            self.init_slots(env, &slots, rhs, None);
        } else {
            for (slot, e) in slots.iter().zip(rhs) {
                let mut x = self.slot_value(env, *slot, e);
                self.init_slot(env, *slot, &mut x, "variable declaration");
            }
            self.check_init_count(env, lhs, rhs);
            self.invalidate_slots(&slots[rhs.len().min(slots.len())..]);
        }
        self.literal_owners = owners;
    }

    /// spec: "each initialization expression [...] must be assigned to [its] variable".
    fn check_init_count(&mut self, env: &mut Env, lhs: &[ObjectId], rhs: &'a [ast::Expr]) {
        if let Some(&missing) = lhs.get(rhs.len()) {
            let object = self.object(missing);
            let (span, message) = (object.span, format!("missing init expr for {}", object.name));
            self.fail(env, "WrongAssignCount", span, message);
        }
        if let Some(extra) = rhs.get(lhs.len()) {
            self.use_exprs(env, &rhs[lhs.len()..]);
            self.fail(
                env,
                "WrongAssignCount",
                extra.span,
                format!("extra init expr {}", expr_string(extra)),
            );
        }
    }

    /// Initialises the results of the function by a return statement at `at`.
    pub(crate) fn init_results(
        &mut self,
        env: &mut Env,
        results: &[TypeId],
        values: &'a [ast::Expr],
        at: Span,
    ) {
        let named = |index: usize| env.results.get(index).copied();
        let slots: Vec<Slot> = results
            .iter()
            .enumerate()
            .map(|(index, &ty)| Slot {
                ty: Some(ty),
                object: named(index),
            })
            .collect();
        self.init_slots(env, &slots, values, Some(at));
    }

    fn slot_value(&mut self, env: &mut Env, slot: Slot, e: &'a ExprNode) -> Operand<'a> {
        self.expr_for(env, e, slot.ty, |checker| match slot.object {
            Some(object) => checker.object(object).name.as_str().to_string(),
            None => "result variable".to_string(),
        })
    }

    /// `returns`: the span of the return statement, if it is one.
    fn init_slots(&mut self, env: &mut Env, slots: &[Slot], rhs: &'a [ast::Expr], returns: Option<Span>) {
        let context = if returns.is_some() {
            "return statement"
        } else {
            "assignment"
        };
        let is_call = matches!(rhs, [e] if matches!(unparen(e).kind, ExprKind::Call(_)));
        if slots.len() == rhs.len() && !is_call {
            for (slot, e) in slots.iter().zip(rhs) {
                let mut x = self.slot_value(env, *slot, e);
                self.init_slot(env, *slot, &mut x, context);
            }
            return;
        }
        let [e] = rhs else {
            if rhs.is_empty() || self.use_exprs(env, rhs) {
                match returns {
                    Some(at) => {
                        let values: Vec<Operand<'a>> = rhs.iter().map(|e| self.expr(env, e)).collect();
                        self.report_return_count(env, slots, &values, at);
                    }
                    None => self.report_count(env, slots.len(), rhs, rhs.len()),
                }
            }
            return self.invalidate_slots(slots);
        };
        let (mut values, is_comma_ok) = self.multi_expr(env, e, slots.len() == 2 && returns.is_none());
        if values.len() != slots.len() {
            if !values[0].is_invalid() {
                match returns {
                    Some(at) => self.report_return_count(env, slots, &values, at),
                    None => self.report_count(env, slots.len(), rhs, values.len()),
                }
            }
            return self.invalidate_slots(slots);
        }
        let context = match returns {
            None if slots.len() > 1 => "multiple assignment",
            _ => context,
        };
        for (slot, x) in slots.iter().zip(&mut values) {
            self.init_slot(env, *slot, x, context);
        }
        if is_comma_ok && values.iter().all(|x| !x.is_invalid()) {
            self.record_comma_ok(env, e, values[0].ty, values[1].ty);
        }
    }

    /// Variables whose initialisation is wrong must not cause further errors.
    fn invalidate_slots(&mut self, slots: &[Slot]) {
        for slot in slots.iter().filter(|slot| slot.ty.is_none()) {
            if let Some(object) = slot.object {
                self.object_mut(object).ty = TypeId::INVALID;
            }
        }
    }

    fn init_slot(&mut self, env: &Env, slot: Slot, x: &mut Operand<'a>, context: &str) {
        if x.is_invalid() || x.ty.is_invalid() || slot.ty.is_some_and(TypeId::is_invalid) {
            self.invalidate_slots(&[slot]);
            return x.invalidate();
        }
        let ty = match slot.ty {
            Some(ty) => ty,
            None if x.ty == UNTYPED_NIL => {
                self.fail(
                    env,
                    "UntypedNilUse",
                    x.span,
                    format!("use of untyped nil in {context}"),
                );
                self.invalidate_slots(&[slot]);
                return x.invalidate();
            }
            None => self.default_type(x.ty),
        };
        if let (None, Some(object)) = (slot.ty, slot.object) {
            self.object_mut(object).ty = ty;
            self.inherit_alias(env, object, x);
        }
        self.assignment(env, x, Some(ty), context);
    }

    /// A variable of a known type gets the value of an operand, or takes on its type.
    pub(crate) fn init_var(
        &mut self,
        env: &Env,
        object: ObjectId,
        declared: Option<TypeId>,
        x: &mut Operand<'a>,
        context: &str,
    ) {
        self.init_slot(
            env,
            Slot {
                ty: declared,
                object: Some(object),
            },
            x,
            context,
        );
    }

    pub(crate) fn report_count(&mut self, env: &Env, left: usize, rhs: &'a [ast::Expr], right: usize) {
        let measure =
            |count: usize, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
        let (variables, values) = (measure(left, "variable"), measure(right, "value"));
        let Some(first) = rhs.first() else { return };
        let message = match (&unparen(first).kind, rhs.len()) {
            (ExprKind::Call(call), 1) => {
                format!(
                    "assignment mismatch: {variables} but {} returns {values}",
                    expr_string(&call.func)
                )
            }
            _ => format!("assignment mismatch: {variables} but {values}"),
        };
        self.fail(env, "WrongAssignCount", first.span, message);
    }

    fn report_return_count(&mut self, env: &Env, slots: &[Slot], values: &[Operand<'a>], at: Span) {
        if values.iter().any(Operand::is_invalid) {
            return;
        }
        let (at, quantity) = match values.get(slots.len()) {
            Some(extra) => (extra.span, "too many"),
            None => (values.last().map_or(at, |last| last.span), "not enough"),
        };
        let have: Vec<TypeId> = values.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = slots.iter().filter_map(|slot| slot.ty).collect();
        let (have, want) = (
            self.types_summary(env, &have, false, false),
            self.types_summary(env, &want, false, false),
        );
        self.fail(
            env,
            "WrongResultCount",
            at,
            format!("{quantity} return values\n\thave {have}\n\twant {want}"),
        );
    }

    /// `(int, number, ...string)`: what a message says after `have` and `want`.
    pub(crate) fn types_summary(
        &mut self,
        env: &Env,
        types: &[TypeId],
        is_variadic: bool,
        has_dots: bool,
    ) -> String {
        let mut parts = Vec::with_capacity(types.len());
        for (index, &ty) in types.iter().enumerate() {
            let is_last = index + 1 == types.len();
            let mut text = if ty.is_invalid() {
                "unknown type".to_string()
            } else if self.is_untyped_numeric(ty) {
                // "have number, want float64" is better than "have untyped int, want float64".
                "number".to_string()
            } else {
                self.type_string(ty, env.package).replace("untyped ", "")
            };
            if is_last && is_variadic {
                if let &Type::Slice(elem) = self.types.get(ty) {
                    text = self.type_string(elem, env.package);
                }
                text.insert_str(0, "...");
            } else if is_last && has_dots {
                text.push_str("...");
            }
            parts.push(text);
        }
        format!("({})", parts.join(", "))
    }

    /// `lhs := rhs`
    pub(crate) fn define_stmt(
        &mut self,
        env: &mut Env,
        at: Span,
        lhs: &'a [ast::Expr],
        rhs: &'a [ast::Expr],
    ) {
        let mut slots = Vec::with_capacity(lhs.len());
        let mut new = Vec::new();
        let mut has_error = false;
        for (index, e) in lhs.iter().enumerate() {
            match self.define_one(env, e, &lhs[..index]) {
                Ok((slot, is_new)) => {
                    if let (true, Some(object)) = (is_new, slot.object) {
                        new.push((object, e));
                    }
                    slots.push(slot);
                }
                Err(()) => {
                    has_error = true;
                    slots.push(Slot {
                        ty: None,
                        object: None,
                    });
                }
            }
        }
        self.init_slots(env, &slots, rhs, None);
        if new.is_empty() && !has_error {
            let at = operator_span(lhs.last(), rhs.first(), 2).unwrap_or(at);
            self.fail(env, "NoNewVar", at, "no new variables on left side of :=");
        }
        // spec: "The scope of a constant or variable identifier declared inside a function begins at the
        // end of the ConstSpec or VarSpec (ShortVarDecl for short variable declarations)".
        for (object, e) in new {
            let name = self.object(object).name;
            self.declare(env, name, e.span, None, object);
        }
    }

    /// spec: "ShortVarDecl = IdentifierList ":=" ExpressionList": what is on the left is no name.
    pub(crate) fn report_non_name(&mut self, env: &mut Env, e: &'a ExprNode) {
        self.use_expr(env, e);
        if !matches!(e.kind, ExprKind::Bad) {
            let message = format!("non-name {} on left side of :=", expr_string(e));
            self.fail(env, "BadDecl", e.span, message);
        }
    }

    /// The variable that an identifier on the left of `:=` stands for, and whether it is a new one.
    fn define_one(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        before: &'a [ast::Expr],
    ) -> Result<(Slot, bool), ()> {
        let ExprKind::Ident(name) = e.kind else {
            self.report_non_name(env, e);
            return Err(());
        };
        if !name.is_blank()
            && before
                .iter()
                .any(|other| matches!(other.kind, ExprKind::Ident(other) if other == name))
        {
            self.fail(
                env,
                "RepeatedDecl",
                e.span,
                format!("{name} repeated on left side of :="),
            );
            return Err(());
        }
        let known = self.scopes[env.scope.0 as usize].names.get(&name).copied();
        let Some(object) = known else {
            let object = self.new_local_var(env, name, e.span, TypeId::INVALID, VarKind::Local);
            self.record_object(env, e.id, object);
            return Ok((
                Slot {
                    ty: None,
                    object: Some(object),
                },
                !name.is_blank(),
            ));
        };
        self.record_object(env, e.id, object);
        if !matches!(self.object(object).kind, ObjectKind::Var(_)) {
            self.fail(
                env,
                "UnassignableOperand",
                e.span,
                format!("cannot assign to {name}"),
            );
            return Err(());
        }
        let ty = self.object(object).ty;
        self.record_type(env, e.id, Mode::Variable, ty, None);
        Ok((
            Slot {
                ty: Some(ty),
                object: Some(object),
            },
            false,
        ))
    }
}
