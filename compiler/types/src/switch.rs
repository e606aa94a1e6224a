//! Expression switches and type switches.

use crate::checker::Checker;
use crate::constant::Value;
use crate::env::Env;
use crate::expr_string::{expr_string, unparen};
use crate::info::Mode;
use crate::literal::map_key;
use crate::object::{ObjectId, ObjectKind, VarKind};
use crate::operand::{BOOL, Operand};
use crate::stmt::Flow;
use crate::types::TypeId;
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{BinaryOp, CaseClause, Expr, ExprKind, ExprNode, SwitchStmt, TypeSwitchStmt};
use rustc_hash::FxHashMap;

/// Constant cases seen so far, by value: their types and places.
type SeenValues = FxHashMap<String, Vec<(TypeId, Span)>>;

impl<'a> Checker<'a> {
    /// spec: "In an expression switch, the switch expression is evaluated and the case expressions, which
    /// need not be constants, are evaluated left-to-right and top-to-bottom".
    pub(crate) fn switch_stmt(&mut self, env: &mut Env, flow: Flow, switch: &'a SwitchStmt) {
        self.open_scope(env);
        if let Some(init) = &switch.init {
            self.stmt(env, Flow::default(), init);
        }
        let tag = match &switch.tag {
            Some(tag) => self.switch_tag(env, tag),
            // spec: "A missing switch expression is equivalent to the boolean value true."
            None => Operand {
                mode: Mode::Constant,
                value: Some(Value::Bool(true)),
                ..Operand::implicit(BOOL, switch.body.start())
            },
        };
        self.multiple_defaults(&switch.cases);
        let mut seen = SeenValues::default();
        for (index, clause) in switch.cases.iter().enumerate() {
            for e in &clause.exprs {
                self.case_value(env, &tag, e, &mut seen);
            }
            let is_final_case = index + 1 == switch.cases.len();
            let flow = Flow {
                can_break: true,
                can_fall_through: !is_final_case,
                is_final_case,
                ..flow
            };
            self.block(env, flow, &clause.body);
        }
        self.close_scope(env);
    }

    fn switch_tag(&mut self, env: &mut Env, e: &'a ExprNode) -> Operand<'a> {
        let mut x = self.expr(env, e);
        self.assignment(env, &mut x, None, "switch expression");
        if !x.is_invalid() && !self.comparable(x.ty) && !self.has_nil(x.ty) {
            let (text, ty) = (
                self.operand_string(env.package, &x),
                self.type_string(x.ty, env.package),
            );
            let message = format!("cannot switch on {text} ({ty} is not comparable)");
            self.fail(env, "InvalidExprSwitch", x.span, message);
            x.invalidate();
        }
        x
    }

    /// spec: "There can be at most one default case".
    pub(crate) fn report_second_default(&mut self, at: Span, first: Span) {
        let place = self.position_text(first);
        let place = place.map(|place| format!(" (first at {place})"));
        let message = format!("multiple defaults{}", place.unwrap_or_default());
        self.report(Diagnostic::error("DuplicateDefault", at, message).label(first, "first default"));
    }

    fn multiple_defaults(&mut self, cases: &[CaseClause]) {
        let mut first = None;
        for clause in cases.iter().filter(|clause| clause.is_default) {
            match first {
                None => first = Some(clause.span),
                Some(first) => self.report_second_default(clause.span, first),
            }
        }
    }

    /// spec: "If a case expression is untyped, it is first implicitly converted to the type of the switch
    /// expression. For each (possibly converted) case expression x and the value t of the switch expression,
    /// x == t must be a valid comparison."
    fn case_value(&mut self, env: &mut Env, tag: &Operand<'a>, e: &'a ExprNode, seen: &mut SeenValues) {
        let mut x = self.expr(env, e);
        if x.is_invalid() || tag.is_invalid() {
            return;
        }
        self.convert_untyped(env, &mut x, tag.ty);
        if x.is_invalid() {
            return;
        }
        let result = self.comparison(env, x.clone(), tag.clone(), BinaryOp::Equal, true);
        if result.is_invalid() || !x.is_constant() {
            return;
        }
        // Like gc: booleans and complex numbers may repeat.
        if !matches!(
            x.constant_value(),
            Value::Int(_) | Value::Float(_) | Value::String(_)
        ) {
            return;
        }
        let places = seen.entry(map_key(x.constant_value())).or_default();
        match places.iter().find(|(ty, _)| *ty == x.ty) {
            Some(&(_, first)) => {
                let text = self.operand_string(env.package, &x);
                let message = format!("duplicate case {text} in expression switch");
                self.fail_with_label(env, "DuplicateCase", x.span, message, (first, "previous case"));
            }
            None => places.push((x.ty, x.span)),
        }
    }

    /// spec: "A type switch compares types rather than values."
    pub(crate) fn type_switch_stmt(&mut self, env: &mut Env, flow: Flow, switch: &'a TypeSwitchStmt) {
        self.open_scope(env);
        if let Some(init) = &switch.init {
            self.stmt(env, Flow::default(), init);
        }
        let mut bind = switch.bind;
        if let Some(ident) = bind.filter(|ident| ident.name.is_blank()) {
            self.fail(env, "NoNewVar", ident.span, "no new variable on left side of :=");
            bind = None;
        }
        let operand = self.type_switch_operand(env, &switch.operand);
        self.multiple_defaults(&switch.cases);
        let mut vars = Vec::new();
        let mut seen = FxHashMap::default();
        for clause in &switch.cases {
            let ty = self.case_types(env, operand.as_ref(), &clause.exprs, &mut seen);
            self.open_scope(env);
            if let Some(ident) = bind {
                // spec: "The TypeSwitchGuard may include a short variable declaration. When that form is
                // used, the variable is declared at the end of the TypeSwitchCase in the implicit block of
                // each clause."
                let object = self.new_local_var(env, ident.name, ident.span, ty, VarKind::Local);
                self.declare(env, ident.name, ident.span, None, object);
                self.record_clause_var(env, clause.id, object);
                vars.push(object);
            }
            let flow = Flow {
                can_break: true,
                in_type_switch: true,
                ..flow
            };
            self.stmt_list(env, flow, &clause.body);
            self.close_scope(env);
        }
        if let Some(ident) = bind {
            self.unused_clause_vars(env, ident.name.as_str(), ident.span, &vars);
        }
        self.close_scope(env);
    }

    /// The variables of all clauses count as one.
    fn unused_clause_vars(&mut self, env: &Env, name: &str, span: Span, vars: &[ObjectId]) {
        let is_used = vars.iter().any(|&var| self.is_used(var));
        vars.iter().for_each(|&var| self.mark_used(var));
        if !is_used {
            self.fail(env, "UnusedVar", span, format!("{name} declared and not used"));
        }
    }

    fn type_switch_operand(&mut self, env: &mut Env, e: &'a ExprNode) -> Option<Operand<'a>> {
        let x = self.expr(env, e);
        if x.is_invalid() {
            return None;
        }
        if self.is_plain_interface(x.ty) {
            return Some(x);
        }
        let text = self.operand_string(env.package, &x);
        let message = if self.is_type_param(x.ty) {
            format!("cannot use type switch on type parameter value {text}")
        } else {
            format!("{text} is not an interface")
        };
        self.fail(env, "InvalidTypeSwitch", x.span, message);
        None
    }

    /// Checks the types of a clause; the type of its variable comes back.
    ///
    /// spec: "In clauses with a case listing exactly one type, the variable has that type; otherwise, the
    /// variable has the type of the expression in the TypeSwitchGuard."
    fn case_types(
        &mut self,
        env: &mut Env,
        x: Option<&Operand<'a>>,
        list: &'a [Expr],
        seen: &mut FxHashMap<Option<TypeId>, Span>,
    ) -> TypeId {
        let mut only = None;
        for e in list {
            let ty = if self.is_nil_ident(env, e) {
                self.expr(env, e);
                None
            } else {
                match self.var_type(env, e) {
                    TypeId::INVALID => {
                        only = Some(TypeId::INVALID);
                        continue;
                    }
                    ty => Some(ty),
                }
            };
            only = ty;
            if let Some(&first) = seen.get(&ty) {
                let text = ty.map_or_else(|| "nil".to_string(), |ty| self.type_string(ty, env.package));
                let message = format!("duplicate case {text} in type switch");
                self.fail_with_label(env, "DuplicateCase", e.span, message, (first, "previous case"));
                continue;
            }
            seen.insert(ty, e.span);
            if let (Some(x), Some(ty)) = (x, ty) {
                self.require_possible(env, x, ty, e);
            }
        }
        let of_operand = x.map_or(TypeId::INVALID, |x| x.ty);
        if list.len() == 1 {
            only.unwrap_or(of_operand)
        } else {
            of_operand
        }
    }

    fn require_possible(&mut self, env: &Env, x: &Operand<'a>, ty: TypeId, e: &'a ExprNode) {
        let Err(cause) = self.assertable(env, x.ty, ty) else {
            return;
        };
        let (text, operand, to) = (
            expr_string(e),
            self.operand_string(env.package, x),
            self.type_string(ty, env.package),
        );
        let message =
            format!("impossible type switch case: {text}\n\t{operand} cannot have dynamic type {to} {cause}");
        self.fail(env, "ImpossibleAssert", e.span, message);
    }

    fn is_nil_ident(&self, env: &Env, e: &ExprNode) -> bool {
        let ExprKind::Ident(name) = unparen(e).kind else {
            return false;
        };
        self.lookup_name(env, name)
            .is_some_and(|object| matches!(self.object(object).kind, ObjectKind::Nil))
    }

    /// Whether a value of interface type may hold one of type `ty`; if not, why.
    ///
    /// spec: "If T is not an interface type, x.(T) asserts that the dynamic type of x is identical to the
    /// type T. In this case, T must implement the (interface) type of x".
    pub(crate) fn assertable(&mut self, env: &Env, interface: TypeId, ty: TypeId) -> Result<(), String> {
        if self.is_plain_interface(ty) || self.is_type_param(ty) {
            return Ok(());
        }
        match self.missing_method(env, ty, interface) {
            Some(cause) => Err(cause),
            None => Ok(()),
        }
    }
}
