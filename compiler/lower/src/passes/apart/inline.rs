//! Calls of functions that only calculate with structs become what they calculate, where they run often.
//!
//! `x = a.Add(b.Scale(f()))` becomes `s := f(); v := Vec{b.X * s, b.Y * s}; x = Vec{a.X + v.X, a.Y + v.Y}`. An argument
//! that is more than the field of a variable is evaluated ahead of the statement, if what is evaluated before it there
//! cannot tell.

use super::super::copies;
use super::class::{Class, Classes};
use super::leaves::{Shapes, const_index, strip_copy, without_copy};
use super::template::{Template, Templates};
use crate::ir::{
    Call, Callee, Closure, Expr, ExprKind, Function, Local, LocalId, Place, Program, Stmt, StmtKind, TypeId,
};
use crate::visit::{self, VisitorMut};
use goes_source::Span;
use rustc_hash::FxHashMap;

/// Functions do not grow by more operations than this.
const MOST: usize = 2_000;

pub(super) fn run(program: &Program, templates: &Templates, function: &mut Function, is_hot: bool) {
    let mut locals = std::mem::take(&mut function.locals);
    let mut inline = Inline {
        shapes: Shapes::of(program),
        templates,
        locals: &mut locals,
        loops: usize::from(is_hot),
        ahead: Vec::new(),
        passed: Class::Pure,
        may_move: false,
        grown: 0,
    };
    inline.stmts(&mut function.code.body);
    function.locals = locals;
}

struct Inline<'a> {
    shapes: Shapes<'a>,
    templates: &'a Templates,
    locals: &'a mut Vec<Local>,
    /// Loops around, and one for a function that is called in loops.
    loops: usize,
    /// What is to be done ahead of the statement.
    ahead: Vec<Stmt>,
    /// What has been evaluated in the statement up to here, and stays there.
    passed: Class,
    /// What is evaluated next is so exactly once whenever the statement runs.
    may_move: bool,
    grown: usize,
}

/// What takes the place of a local of an inlined function.
enum Substitute {
    Local(LocalId),
    /// A constant or the field of a variable.
    Value(Expr),
}

impl Inline<'_> {
    fn class(&self, expr: &Expr) -> Class {
        self.classes().of(expr)
    }

    fn classes(&self) -> Classes<'_> {
        Classes {
            shapes: self.shapes,
            templates: self.templates,
            locals: self.locals,
        }
    }

    fn new_local(&mut self, name: String, ty: TypeId, span: Span) -> LocalId {
        self.locals.push(Local::new(name, ty, span));
        LocalId(self.locals.len() as u32 - 1)
    }

    /// Evaluates something where it may not be evaluated at all, or more than once.
    fn in_place(&mut self, evaluate: impl FnOnce(&mut Self)) {
        let may_move = std::mem::replace(&mut self.may_move, false);
        evaluate(self);
        self.may_move = may_move;
    }

    /// Whether an argument can be written wherever the parameter is read.
    fn is_repeatable(&self, arg: &Expr) -> bool {
        match (&arg.kind, self.shapes.path(arg)) {
            (ExprKind::Const(_), _) => true,
            (_, Some((local, _))) => {
                let info = &self.locals[local.0 as usize];
                info.storage == crate::ir::Storage::Plain && !info.is_captured
            }
            _ => false,
        }
    }

    /// Puts what a function calculates in the place of its call, whose arguments have been looked at.
    /// `before` is what the statement evaluates before them.
    fn call(&mut self, expr: &mut Expr, template: &Template, before: Class) {
        let ExprKind::Call(call) = &mut expr.kind else {
            return;
        };
        let acting = call.args.iter().rposition(|arg| self.class(arg) == Class::Acts);
        let most = call.args.iter().map(|arg| self.class(arg)).max();
        let most = most.unwrap_or(Class::Pure);
        let needs_local: Vec<bool> = (call.args.iter().zip(&template.params).enumerate())
            .map(|(index, (arg, param))| {
                let arg = without_copy(arg);
                let is_last = acting.is_none_or(|acting| index >= acting);
                let is_once = template.value().is_some()
                    && param.reads == 1
                    && most <= Class::Reads
                    && !self.shapes.is_aggregate(arg.ty);
                param.is_assigned || !(is_last && self.is_repeatable(arg) || is_once)
            })
            .collect();
        let is_value = template.value().is_some() && !needs_local.contains(&true);
        let can_move = match before {
            Class::Pure => true,
            Class::Reads => most <= Class::Fails,
            Class::Fails => most <= Class::Reads,
            Class::Acts => false,
        };
        let is_movable = self.may_move && can_move;
        if !is_value && !is_movable {
            return;
        }
        self.grown += template.cost;
        let args = std::mem::take(&mut call.args);
        let span = expr.span;
        let mut substitutes = FxHashMap::default();
        for (index, (&param, arg)) in template.function.code.params.iter().zip(args).enumerate() {
            let is_ahead = acting.is_some_and(|acting| index < acting);
            let is_own = needs_local[index] && template.params[index].is_owned();
            let arg = if is_ahead || is_own { arg } else { strip_copy(arg) };
            let substitute = if needs_local[index] {
                let info = &template.function.locals[param.0 as usize];
                let local = self.new_local(info.name.clone(), info.ty, span);
                self.locals[local.0 as usize].is_reassigned = info.is_reassigned;
                self.ahead.push(Stmt {
                    kind: StmtKind::Let {
                        local,
                        init: Some(arg),
                    },
                    span,
                });
                Substitute::Local(local)
            } else {
                Substitute::Value(arg)
            };
            substitutes.insert(param, substitute);
        }
        let mut body = template.function.code.body.clone();
        Substitution {
            shapes: self.shapes,
            template: &template.function,
            locals: self.locals,
            substitutes,
            span,
        }
        .stmts(&mut body);
        *expr = self.result(body, &template.function, span);
        self.passed = before.max(self.class(expr));
    }

    /// The value of an inlined body, which is done ahead of it.
    fn result(&mut self, mut body: Vec<Stmt>, template: &Function, span: Span) -> Expr {
        let ty = template.code.results[0];
        let branches = body.iter().any(|stmt| match &stmt.kind {
            StmtKind::If { then, .. } => ends_in_return(then),
            _ => false,
        });
        if !branches
            && let Some(Stmt {
                kind: StmtKind::Return(values),
                ..
            }) = body.last_mut()
            && let Some(value) = values.pop()
        {
            body.pop();
            self.ahead.extend(body);
            return value;
        }
        let local = self.new_local(short_name(template), ty, span);
        self.locals[local.0 as usize].is_reassigned = true;
        self.ahead.push(Stmt {
            kind: StmtKind::Let { local, init: None },
            span,
        });
        self.ahead.extend(assign_results(body, local));
        Expr {
            kind: ExprKind::Local(local),
            ty,
            span,
        }
    }
}

/// `Add` of `Vec$Add`, in lower case.
fn short_name(function: &Function) -> String {
    let name = function
        .method
        .as_ref()
        .map_or(&function.name, |method| &method.name);
    let name = name.split('$').next().unwrap_or(name);
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_lowercase().collect::<String>());
    format!("${}{}", first.unwrap_or_default(), chars.as_str())
}

fn ends_in_return(body: &[Stmt]) -> bool {
    match body.last().map(|stmt| &stmt.kind) {
        Some(StmtKind::Return(_)) => true,
        Some(StmtKind::If { then, els, .. }) => ends_in_return(then) && ends_in_return(els),
        _ => false,
    }
}

/// `return v` becomes `local = v`; what follows a branch that returns stands in the other one.
fn assign_results(body: Vec<Stmt>, local: LocalId) -> Vec<Stmt> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body.into_iter();
    while let Some(Stmt { kind, span }) = rest.next() {
        let kind = match kind {
            StmtKind::Return(mut values) => match values.pop() {
                Some(value) => StmtKind::Assign {
                    place: Place::Local(local),
                    value,
                    in_place: false,
                },
                None => continue,
            },
            StmtKind::If { cond, then, mut els } if ends_in_return(&then) => {
                els.extend(rest.by_ref());
                StmtKind::If {
                    cond,
                    then: assign_results(then, local),
                    els: assign_results(els, local),
                }
            }
            kind => kind,
        };
        out.push(Stmt { kind, span });
    }
    out
}

impl VisitorMut for Inline<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let ahead = std::mem::take(&mut self.ahead);
        let (passed, may_move) = (self.passed, self.may_move);
        let mut out = Vec::with_capacity(stmts.len());
        for mut stmt in stmts.drain(..) {
            self.passed = Class::Pure;
            self.may_move = true;
            self.stmt(&mut stmt);
            for stmt in self.ahead.drain(..).chain([stmt]) {
                push(&mut out, stmt);
            }
        }
        *stmts = out;
        self.ahead = ahead;
        (self.passed, self.may_move) = (passed, may_move);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            StmtKind::For {
                init,
                cond,
                post,
                body,
                ..
            } => self.in_place(|inline| {
                init.iter_mut().for_each(|stmt| inline.stmt(stmt));
                inline.loops += 1;
                if let Some(cond) = cond {
                    inline.expr(cond);
                }
                post.iter_mut().for_each(|stmt| inline.stmt(stmt));
                inline.stmts(body);
                inline.loops -= 1;
            }),
            StmtKind::RangeMap {
                map: operand, body, ..
            }
            | StmtKind::RangeString {
                string: operand,
                body,
                ..
            } => {
                self.expr(operand);
                self.loops += 1;
                self.stmts(body);
                self.loops -= 1;
            }
            StmtKind::Switch { tag, cases, .. } => {
                self.expr(tag);
                for case in cases {
                    self.in_place(|inline| case.values.iter_mut().for_each(|value| inline.expr(value)));
                    self.stmts(&mut case.body);
                }
            }
            StmtKind::Go(_) | StmtKind::Defer { .. } => {}
            StmtKind::Select(_) => self.in_place(|inline| visit::walk_stmt_mut(inline, stmt)),
            _ => visit::walk_stmt_mut(self, stmt),
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        let before = self.passed;
        match &mut expr.kind {
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                self.expr(left);
                self.in_place(|inline| inline.expr(right));
            }
            ExprKind::Cond { cond, then, els } => {
                self.expr(cond);
                self.in_place(|inline| {
                    inline.expr(then);
                    inline.expr(els);
                });
            }
            ExprKind::Sequence { .. } => return self.sequence(expr),
            _ => visit::walk_expr_mut(self, expr),
        }
        if let ExprKind::Call(Call {
            callee: Callee::Func(func),
            ..
        }) = expr.kind
            && let Some(template) = self.templates.get(func)
            && self.loops > 0
            && self.grown + template.cost <= MOST
        {
            let grown = self.grown;
            self.call(expr, template, before);
            if self.grown > grown {
                return;
            }
        }
        self.pick(expr);
        self.passed = self.passed.max(self.classes().node(expr));
    }

    fn closure(&mut self, closure: &mut Closure) {
        self.stmts(&mut closure.body);
    }
}

impl Inline<'_> {
    /// `Vec{a, b}.Y` is `b`.
    fn pick(&self, expr: &mut Expr) {
        let (base, part) = match &expr.kind {
            ExprKind::Field { base, field } => (base, Some(*field)),
            ExprKind::Index { base, index, .. } => (base, const_index(index)),
            _ => return,
        };
        if let Some(part) = part
            && let Some(mut values) = self.shapes.literal(base)
            && values.iter().all(|value| self.class(value) <= Class::Reads)
        {
            *expr = values.swap_remove(part as usize);
        }
    }

    /// Effects become statements as long as nothing that stays before them could tell.
    fn sequence(&mut self, expr: &mut Expr) {
        let ExprKind::Sequence { effects, value } = &mut expr.kind else {
            return;
        };
        let mut stay = Vec::new();
        for (local, mut effect) in effects.drain(..) {
            let before = self.passed;
            self.expr(&mut effect);
            let can_move = match before {
                Class::Pure => true,
                Class::Reads => self.class(&effect) <= Class::Fails,
                Class::Fails => self.class(&effect) <= Class::Reads,
                Class::Acts => false,
            };
            if self.may_move && can_move && stay.is_empty() {
                self.passed = before;
                let span = effect.span;
                self.ahead.push(Stmt {
                    kind: StmtKind::Assign {
                        place: Place::Local(local),
                        value: effect,
                        in_place: false,
                    },
                    span,
                });
            } else {
                self.passed = Class::Acts;
                stay.push((local, effect));
            }
        }
        *effects = stay;
        let is_empty = effects.is_empty();
        self.expr(value);
        if is_empty {
            let placeholder = ExprKind::Zero;
            let value = std::mem::replace(&mut value.kind, placeholder);
            expr.kind = value;
        }
    }
}

/// Adds a statement; `let x; x = v` is `let x = v`.
fn push(out: &mut Vec<Stmt>, mut stmt: Stmt) {
    if let StmtKind::Assign {
        place: Place::Local(local),
        value,
        ..
    } = &stmt.kind
    {
        let local = *local;
        let is_here =
            |stmt: &Stmt| matches!(stmt.kind, StmtKind::Let { local: declared, .. } if declared == local);
        let last = out
            .iter()
            .rposition(|stmt| is_here(stmt) || copies::mentions(stmt, local));
        if let Some(last) = last
            && matches!(out[last].kind, StmtKind::Let { local: declared, init: None } if declared == local)
        {
            let init = Some(value.clone());
            out.remove(last);
            stmt.kind = StmtKind::Let { local, init };
        }
    }
    out.push(stmt);
}

/// Writes an inlined body with the caller's locals.
struct Substitution<'s> {
    shapes: Shapes<'s>,
    template: &'s Function,
    locals: &'s mut Vec<Local>,
    substitutes: FxHashMap<LocalId, Substitute>,
    span: Span,
}

impl Substitution<'_> {
    fn local(&mut self, local: LocalId) -> LocalId {
        if let Some(Substitute::Local(other)) = self.substitutes.get(&local) {
            return *other;
        }
        let info = self.template.locals[local.0 as usize].clone();
        self.locals.push(info);
        let other = LocalId(self.locals.len() as u32 - 1);
        self.substitutes.insert(local, Substitute::Local(other));
        other
    }

    /// What is read without being kept: a struct needs no copy.
    fn base(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::Local(local) => match self.substitutes.get(local) {
                Some(Substitute::Value(value)) => {
                    expr.kind = value.kind.clone();
                    expr.span = self.span;
                }
                _ => expr.kind = ExprKind::Local(self.local(*local)),
            },
            ExprKind::Field { base, .. } if self.shapes.is_aggregate(base.ty) => {
                self.base(base);
                expr.span = self.span;
            }
            ExprKind::Index { base, index, .. } if self.shapes.is_aggregate(base.ty) => {
                self.base(base);
                self.expr(index);
                expr.span = self.span;
            }
            _ => self.expr(expr),
        }
    }
}

impl VisitorMut for Substitution<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        expr.span = self.span;
        match &mut expr.kind {
            ExprKind::Local(local) => {
                let is_value = matches!(self.substitutes.get(local), Some(Substitute::Value(_)));
                self.base(expr);
                // A variable of the caller's is not given away.
                if is_value && self.shapes.is_aggregate(expr.ty) {
                    let value = expr.clone();
                    expr.kind = ExprKind::Copy(Box::new(value));
                }
            }
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. }
                if self.shapes.is_aggregate(base.ty) =>
            {
                self.base(expr);
            }
            ExprKind::Copy(inner) => self.base(inner),
            ExprKind::Compare { left, right, .. } => {
                self.base(left);
                self.base(right);
            }
            _ => visit::walk_expr_mut(self, expr),
        }
    }

    fn place(&mut self, place: &mut Place) {
        match place {
            Place::Local(local) => *local = self.local(*local),
            Place::Field { base, .. } => self.base(base),
            Place::Index { base, index, .. } => {
                self.base(base);
                self.expr(index);
            }
            _ => visit::walk_place_mut(self, place),
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        stmt.span = self.span;
        visit::walk_stmt_mut(self, stmt);
        if let StmtKind::Let { local, .. } = &mut stmt.kind {
            *local = self.local(*local);
        }
    }
}
