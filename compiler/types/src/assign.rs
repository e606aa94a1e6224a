//! Assignments and initialisations.

use crate::checker::Checker;
use crate::constant::Value;
use crate::conversion::assignment_code;
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::info::Mode;
use crate::object::{ObjectId, ObjectKind, VarKind};
use crate::operand::{Operand, UNTYPED_NIL};
use crate::types::{Type, TypeId};
use goes_source::{Code, Diagnostic, Span};
use goes_syntax::ast::{self, ChanDir, ExprKind, ExprNode};

/// What a value is assigned to.
#[derive(Copy, Clone, Debug)]
enum Left {
    /// `_`
    Blank,
    /// Reported.
    Invalid,
    Place(TypeId),
}

/// A variable or result that is initialised.
#[derive(Copy, Clone, Debug)]
struct Slot {
    /// `None`: takes on the type of the value.
    ty: Option<TypeId>,
    object: Option<ObjectId>,
}

impl<'a> Checker<'a> {
    /// Checks the assignment of an operand to a variable of type `target` (`None`: to the blank
    /// identifier), converting an untyped one. `context` says in words where that happens. If it is not
    /// valid, the operand is not afterwards.
    pub(crate) fn assignment(&mut self, env: &Env, x: &mut Operand<'a>, target: Option<TypeId>, context: &str) {
        self.require_single(env, x);
        match x.mode {
            Mode::Invalid => return,
            Mode::NoValue | Mode::Builtin(_) | Mode::Type => {
                let text = self.operand_string(env.package, x);
                let target = target.map_or_else(|| "_".to_string(), |ty| self.type_string(ty, env.package));
                self.fail(env, "IncompatibleAssign", x.span, format!("cannot assign {text} to {target} in {context}"));
                return x.invalidate();
            }
            Mode::Constant | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::CommaOk | Mode::Nil => {}
        }
        if self.is_untyped(x.ty) && !self.assign_untyped(env, x, target, context) {
            return;
        }
        if self.is_generic_func(x.ty) {
            let text = self.operand_string(env.package, x);
            let message = format!("cannot use generic function {text} without instantiation in {context}");
            self.fail(env, "WrongTypeArgCount", x.span, message);
            return x.invalidate();
        }
        let Some(target) = target else { return };
        if let Err((code, cause)) = self.assignable(env, x, target) {
            let (text, target) = (self.operand_string(env.package, x), self.type_string(target, env.package));
            let cause = if cause.is_empty() { cause } else { format!(": {cause}") };
            self.fail(env, code, x.span, format!("cannot use {text} as {target} value in {context}{cause}"));
            x.invalidate();
        }
    }

    /// spec: "If an untyped constant is assigned to a variable of interface type or the blank identifier,
    /// the constant is first implicitly converted to its default type."
    fn assign_untyped(&mut self, env: &Env, x: &mut Operand<'a>, target: Option<TypeId>, context: &str) -> bool {
        let target = match target {
            None if x.is_nil() => {
                self.fail(env, "UntypedNilUse", x.span, format!("use of untyped nil in {context}"));
                x.invalidate();
                return false;
            }
            Some(target) if x.is_nil() || !self.is_plain_interface(target) => target,
            _ => self.default_type(x.ty),
        };
        match self.implicit_type(x, target) {
            Ok((ty, value)) => {
                self.take_on(env, x, ty, value);
                true
            }
            Err(problem) => {
                let (code, suffix) = assignment_code(problem);
                let (text, target) = (self.operand_string(env.package, x), self.type_string(target, env.package));
                let message = format!("cannot use {text} as {target} value in {context}{suffix}");
                self.fail(env, code, x.span, message);
                x.invalidate();
                false
            }
        }
    }

    /// Whether an operand can be assigned to a variable of type `target`; if not, the code of the error and
    /// why, as far as there is more to say than that.
    ///
    /// spec: "A value x of type V is assignable to a variable of type T ("x is assignable to T") if one of
    /// the following conditions applies".
    pub(crate) fn assignable(&mut self, env: &Env, x: &Operand<'a>, target: TypeId) -> Result<(), (Code, String)> {
        if x.is_invalid() || x.ty.is_invalid() || target.is_invalid() || self.identical(x.ty, target) {
            return Ok(());
        }
        let from = x.ty;
        if self.is_untyped(from) {
            return self.implicit_type(x, target).map(|_| ()).map_err(|_| ("IncompatibleAssign", String::new()));
        }
        let (underlying, target_underlying) = (self.underlying(from), self.underlying(target));
        let (is_param, to_param) = (self.is_type_param(from), self.is_type_param(target));
        let (has_name, target_has_name) = (self.is_named(from), self.is_named(target));
        if (!has_name || !target_has_name) && !is_param && !to_param && self.identical(underlying, target_underlying) {
            return Ok(());
        }
        let is_interface_target = !to_param && matches!(self.types.get(target_underlying), Type::Interface(_));
        if is_interface_target || self.is_pointer_to_interface(target_underlying) {
            match self.implements(env, from, target, false) {
                Ok(()) => return Ok(()),
                // A type parameter's types may still be assignable each.
                Err(cause) if !is_param => return Err(("InvalidIfaceAssign", cause)),
                Err(_) => {}
            }
        }
        if !is_param && matches!(self.types.get(underlying), Type::Interface(_)) && self.implements(env, target, from, false).is_ok() {
            return Err(("IncompatibleAssign", "need type assertion".to_string()));
        }
        // spec: "V and T are channel types with identical element types, V is a bidirectional channel, and
        // at least one of V or T is not a named type."
        if let (&Type::Chan { dir: ChanDir::Both, elem }, &Type::Chan { elem: target_elem, .. }) =
            (self.types.get(underlying), self.types.get(target_underlying))
            && self.identical(elem, target_elem)
        {
            return if has_name && target_has_name { Err(("InvalidChanAssign", String::new())) } else { Ok(()) };
        }
        self.assignable_params(env, x, target)
    }

    fn is_pointer_to_interface(&mut self, underlying: TypeId) -> bool {
        match *self.types.get(underlying) {
            Type::Pointer(elem) => self.is_plain_interface(elem),
            _ => false,
        }
    }

    /// spec: "V is not a named type, T is a type parameter, and x is assignable to each type in T's type
    /// set", "V is a type parameter and T is not a named type, and values of each type in V's type set are
    /// assignable to T".
    fn assignable_params(&mut self, env: &Env, x: &Operand<'a>, target: TypeId) -> Result<(), (Code, String)> {
        let failed = ("IncompatibleAssign", String::new());
        let join = |first: String, cause: String| {
            if cause.is_empty() { first } else { format!("{first}\n\t{cause}") }
        };
        if self.is_type_param(target) && !self.is_named(x.ty) {
            let Some(terms) = self.type_set_terms(target).filter(|terms| !terms.is_empty()) else { return Err(failed) };
            for term in &terms {
                if let Err((code, cause)) = self.assignable(env, x, term.ty) {
                    let from = self.type_string(x.ty, env.package);
                    let to = self.type_string(term.ty, env.package);
                    let param = self.type_string(target, env.package);
                    return Err((code, join(format!("cannot assign {from} to {to} (in {param})"), cause)));
                }
            }
            return Ok(());
        }
        if self.is_type_param(x.ty) && !self.is_named(target) {
            let Some(terms) = self.type_set_terms(x.ty).filter(|terms| !terms.is_empty()) else { return Err(failed) };
            for term in &terms {
                let part = Operand { ty: term.ty, ..x.clone() };
                if let Err((code, cause)) = self.assignable(env, &part, target) {
                    let from = self.type_string(term.ty, env.package);
                    let param = self.type_string(x.ty, env.package);
                    let to = self.type_string(target, env.package);
                    return Err((code, join(format!("cannot assign {from} (in {param}) to {to}"), cause)));
                }
            }
            return Ok(());
        }
        Err(failed)
    }

    /// Gives a constant its type (`declared`, or that of the value) and value; a missing one has been
    /// reported.
    pub(crate) fn init_const(&mut self, env: &mut Env, object: ObjectId, declared: Option<TypeId>, value: Option<&'a ExprNode>) {
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
        let new_value = if x.is_invalid() { Value::Unknown } else { x.constant_value().clone() };
        let object = self.object_mut(object);
        object.ty = ty;
        if let ObjectKind::Const { value } = &mut object.kind {
            *value = new_value;
        }
    }

    /// Checks the initialisation of variables, and gives them their types if they have none `declared`.
    pub(crate) fn init_vars(&mut self, env: &mut Env, lhs: &[ObjectId], declared: Option<TypeId>, rhs: &'a [ast::Expr], _at: Span) {
        let slots: Vec<Slot> = lhs.iter().map(|&object| Slot { ty: declared, object: Some(object) }).collect();
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
            self.fail(env, "WrongAssignCount", extra.span, format!("extra init expr {}", expr_string(extra)));
        }
    }

    /// Initialises the results of the function by a return statement at `at`.
    pub(crate) fn init_results(&mut self, env: &mut Env, results: &[TypeId], values: &'a [ast::Expr], at: Span) {
        let named = |index: usize| env.results.get(index).copied();
        let slots: Vec<Slot> =
            results.iter().enumerate().map(|(index, &ty)| Slot { ty: Some(ty), object: named(index) }).collect();
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
        let context = if returns.is_some() { "return statement" } else { "assignment" };
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
                self.fail(env, "UntypedNilUse", x.span, format!("use of untyped nil in {context}"));
                self.invalidate_slots(&[slot]);
                return x.invalidate();
            }
            None => self.default_type(x.ty),
        };
        if let (None, Some(object)) = (slot.ty, slot.object) {
            self.object_mut(object).ty = ty;
        }
        self.assignment(env, x, Some(ty), context);
    }

    /// A variable of a known type gets the value of an operand, or takes on its type.
    pub(crate) fn init_var(&mut self, env: &Env, object: ObjectId, declared: Option<TypeId>, x: &mut Operand<'a>, context: &str) {
        self.init_slot(env, Slot { ty: declared, object: Some(object) }, x, context);
    }

    fn report_count(&mut self, env: &Env, left: usize, rhs: &'a [ast::Expr], right: usize) {
        let measure = |count: usize, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
        let (variables, values) = (measure(left, "variable"), measure(right, "value"));
        let Some(first) = rhs.first() else { return };
        let message = match (&unparen(first).kind, rhs.len()) {
            (ExprKind::Call(call), 1) => {
                format!("assignment mismatch: {variables} but {} returns {values}", expr_string(&call.func))
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
        let (have, want) = (self.types_summary(env, &have, false, false), self.types_summary(env, &want, false, false));
        self.fail(env, "WrongResultCount", at, format!("{quantity} return values\n\thave {have}\n\twant {want}"));
    }

    /// `(int, number, ...string)`: what a message says after `have` and `want`.
    pub(crate) fn types_summary(&mut self, env: &Env, types: &[TypeId], is_variadic: bool, has_dots: bool) -> String {
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

    /// `lhs = rhs`
    pub(crate) fn assign_stmt(&mut self, env: &mut Env, lhs: &'a [ast::Expr], rhs: &'a [ast::Expr]) {
        let is_call = matches!(rhs, [e] if matches!(unparen(e).kind, ExprKind::Call(_)));
        if lhs.len() == rhs.len() && !is_call {
            for (left, right) in lhs.iter().zip(rhs) {
                self.assign_one(env, left, right);
            }
            return;
        }
        let [e] = rhs else {
            let are_left_valid = self.use_lhs(env, lhs);
            if self.use_exprs(env, rhs) && are_left_valid {
                self.report_count(env, lhs.len(), rhs, rhs.len());
            }
            return;
        };
        let (mut values, is_comma_ok) = self.multi_expr(env, e, lhs.len() == 2);
        if values.len() != lhs.len() {
            if !values[0].is_invalid() {
                self.report_count(env, lhs.len(), rhs, values.len());
            }
            self.use_lhs(env, lhs);
            return;
        }
        for (left, x) in lhs.iter().zip(&mut values) {
            let left = self.left(env, left);
            self.assign_to(env, left, x, "assignment");
        }
        if is_comma_ok && values.iter().all(|x| !x.is_invalid()) {
            self.record_comma_ok(env, e, values[0].ty, values[1].ty);
        }
    }

    fn assign_one(&mut self, env: &mut Env, left: &'a ExprNode, right: &'a ExprNode) {
        let place = left;
        let left = self.left(env, place);
        match left {
            Left::Invalid => {
                self.use_expr(env, right);
            }
            Left::Blank => {
                let mut x = self.expr(env, right);
                self.assign_to(env, left, &mut x, "assignment");
            }
            Left::Place(ty) => {
                let mut x = self.expr_for(env, right, Some(ty), |_| expr_string(place));
                self.assign_to(env, left, &mut x, "assignment");
            }
        }
    }

    fn assign_to(&mut self, env: &Env, left: Left, x: &mut Operand<'a>, context: &str) {
        match left {
            Left::Invalid => x.invalidate(),
            Left::Blank if context == "assignment" => self.assignment(env, x, None, "assignment to _ identifier"),
            Left::Blank => self.assignment(env, x, None, context),
            Left::Place(ty) => self.assignment(env, x, Some(ty), context),
        }
    }

    /// Assigns an operand to the place that an expression denotes.
    pub(crate) fn assign_operand(&mut self, env: &mut Env, left: &'a ExprNode, x: &mut Operand<'a>, context: &str) {
        let left = self.left(env, left);
        self.assign_to(env, left, x, context);
    }

    /// The left side of an assignment. To assign to a variable is not to use it.
    fn left(&mut self, env: &mut Env, e: &'a ExprNode) -> Left {
        let inner = unparen(e);
        if let ExprKind::Ident(name) = inner.kind {
            if name.is_blank() {
                return Left::Blank;
            }
            if let Some(x) = self.local_operand(env, e, inner, name) {
                return if x.is_invalid() { Left::Invalid } else { Left::Place(x.ty) };
            }
        }
        let x = self.expr(env, e);
        self.require_place(env, &x)
    }

    /// A local variable's identifier, recorded but not marked as used.
    fn local_operand(&mut self, env: &mut Env, e: &'a ExprNode, inner: &'a ExprNode, name: ast::Symbol) -> Option<Operand<'a>> {
        let id = self.lookup_name(env, name)?;
        let object = self.object(id);
        let ObjectKind::Var(VarKind::Local) = object.kind else { return None };
        let ty = object.ty;
        self.record_object(env, inner.id, id);
        if ty.is_invalid() {
            return Some(Operand::invalid(e));
        }
        let mut at = e;
        loop {
            self.record_type(env, at.id, Mode::Variable, ty, None);
            let ExprKind::Paren(within) = &at.kind else { break };
            at = within;
        }
        Some(Operand::new(Mode::Variable, ty, e))
    }

    /// spec: "Each left-hand side operand must be addressable, a map index expression, or (for =
    /// assignments only) the blank identifier."
    fn require_place(&mut self, env: &mut Env, x: &Operand<'a>) -> Left {
        match x.mode {
            Mode::Invalid => return Left::Invalid,
            Mode::Variable | Mode::MapIndex if x.ty.is_invalid() => return Left::Invalid,
            Mode::Variable | Mode::MapIndex => return Left::Place(x.ty),
            _ => {}
        }
        let text = self.source(x);
        if let Some(ExprKind::Selector(operand, _)) = x.expr.map(|e| &e.kind) {
            let is_in_map = self.recorded_type(env, operand.id).is_some_and(|of| of.mode == Mode::MapIndex);
            if is_in_map {
                let message = format!("cannot assign to struct field {text} in map");
                self.fail(env, "UnaddressableFieldAssign", x.span, message);
                return Left::Invalid;
            }
        }
        let message = format!("cannot assign to {text} (neither addressable nor a map index expression)");
        self.fail(env, "UnassignableOperand", x.span, message);
        Left::Invalid
    }

    /// Evaluates left sides whose assignment is wrong otherwise.
    fn use_lhs(&mut self, env: &mut Env, lhs: &'a [ast::Expr]) -> bool {
        let mut are_valid = true;
        for e in lhs {
            let inner = unparen(e);
            are_valid &= match inner.kind {
                ExprKind::Ident(name) if name.is_blank() => true,
                ExprKind::Ident(name) => match self.local_operand(env, e, inner, name) {
                    Some(x) => !x.is_invalid(),
                    None => self.use_expr(env, e),
                },
                _ => self.use_expr(env, e),
            };
        }
        are_valid
    }

    /// `x++`, `x--`
    pub(crate) fn inc_dec_stmt(&mut self, env: &mut Env, e: &'a ExprNode, is_inc: bool) {
        let x = self.expr(env, e);
        if x.is_invalid() {
            return;
        }
        if !self.is_numeric(x.ty) {
            let (op, ty) = (if is_inc { "++" } else { "--" }, self.type_string(x.ty, env.package));
            let message = format!("invalid operation: {}{op} (non-numeric type {ty})", expr_string(e));
            self.fail(env, "NonNumericIncDec", e.span, message);
            return;
        }
        self.require_place(env, &x);
    }

    /// `lhs op= rhs`
    pub(crate) fn op_assign_stmt(&mut self, env: &mut Env, op: ast::BinaryOp, lhs: &'a ExprNode, rhs: &'a ExprNode) {
        let x = self.expr(env, lhs);
        let y = self.expr(env, rhs);
        if x.is_invalid() || y.is_invalid() {
            return;
        }
        let place = x.clone();
        let mut result = self.binary(env, None, x, y, op);
        if result.is_invalid() {
            return;
        }
        let left = self.require_place(env, &place);
        // The result is a value of its own: the left side keeps its type.
        result.expr = if self.is_untyped(result.ty) { None } else { result.expr };
        self.assign_to(env, left, &mut result, "assignment");
    }

    /// `lhs := rhs`
    pub(crate) fn define_stmt(&mut self, env: &mut Env, at: Span, lhs: &'a [ast::Expr], rhs: &'a [ast::Expr]) {
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
                    slots.push(Slot { ty: None, object: None });
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

    /// The variable that an identifier on the left of `:=` stands for, and whether it is a new one.
    fn define_one(&mut self, env: &mut Env, e: &'a ExprNode, before: &'a [ast::Expr]) -> Result<(Slot, bool), ()> {
        let ExprKind::Ident(name) = e.kind else {
            // The parser has reported it.
            self.use_expr(env, e);
            return Err(());
        };
        if !name.is_blank() && before.iter().any(|other| matches!(other.kind, ExprKind::Ident(other) if other == name)) {
            self.fail(env, "RepeatedDecl", e.span, format!("{name} repeated on left side of :="));
            return Err(());
        }
        let known = self.scopes[env.scope.0 as usize].names.get(&name).copied();
        let Some(object) = known else {
            let object = self.new_local_var(env, name, e.span, TypeId::INVALID, VarKind::Local);
            self.record_object(env, e.id, object);
            return Ok((Slot { ty: None, object: Some(object) }, !name.is_blank()));
        };
        self.record_object(env, e.id, object);
        if !matches!(self.object(object).kind, ObjectKind::Var(_)) {
            self.fail(env, "UnassignableOperand", e.span, format!("cannot assign to {name}"));
            return Err(());
        }
        let ty = self.object(object).ty;
        self.record_type(env, e.id, Mode::Variable, ty, None);
        Ok((Slot { ty: Some(ty), object: Some(object) }, false))
    }

    /// Reports several related places at once.
    pub(crate) fn fail_with_label(&mut self, env: &Env, code: Code, span: Span, message: String, other: (Span, &str)) {
        let span = env.repeated_at.unwrap_or(span);
        self.report(Diagnostic::error(code, span, message).label(other.0, other.1));
    }
}

/// Where the operator between two expressions stands, as gofmt spaces them; the tree does not tell.
pub(crate) fn operator_span(left: Option<&ast::Expr>, right: Option<&ast::Expr>, length: u32) -> Option<Span> {
    let (left, right) = (left?.span.hi, right?.span.lo);
    let start = match right.checked_sub(left)? {
        gap if gap == length => left,
        _ => left + 1,
    };
    Some(Span::new(start, start + length))
}
