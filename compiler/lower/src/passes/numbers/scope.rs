//! What comparisons tell of variables while they hold.

use super::Context;
use super::form::{Form, Interval, LENGTH, Var, form, length, linear, range, within};
use super::limits::{Limit, Limits, Root};
use super::solve::Facts;
use crate::ir::{ArithOp, Builtin, CompareOp, Const, Expr, ExprKind, IntRepr, LocalId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Holds of a local from where it is entered until the local, or what it is compared with, is assigned to,
/// or the level is left.
struct Fact {
    level: u32,
    local: LocalId,
    var: Var,
    within: Interval,
    /// The local is less.
    below: Option<Limit>,
}

/// Everything that holds at a place of a function.
pub(super) struct Scope<'a> {
    pub(super) cx: Context<'a>,
    facts: &'a mut Facts,
    limits: Limits,
    held: Vec<Fact>,
    level: u32,
    /// What is known everywhere of variables that more is known of here.
    everywhere: FxHashMap<Var, Interval>,
}

const UNBOUNDED: Interval = (i128::MIN, i128::MAX);

impl<'a> Scope<'a> {
    pub(super) fn new(cx: Context<'a>, facts: &'a mut Facts, limits: Limits) -> Scope<'a> {
        Scope {
            cx,
            facts,
            limits,
            held: Vec::new(),
            level: 0,
            everywhere: FxHashMap::default(),
        }
    }

    pub(super) fn interval(&self, expr: &Expr) -> Option<Interval> {
        self.facts.interval(&form(self.cx, expr))
    }

    pub(super) fn local(&self, local: LocalId) -> Option<Interval> {
        self.variable(self.cx.vars.local(self.cx.func, local))
    }

    pub(super) fn variable(&self, var: Var) -> Option<Interval> {
        self.facts.interval(&Form::Var(var))
    }

    pub(super) fn length(&self, base: &Expr) -> Option<Limit> {
        self.limits.length(self.cx, self.facts, base)
    }

    /// A slice or a string is at least as long.
    pub(super) fn least_length(&self, slice: &Expr) -> Option<i128> {
        let form = self.cx.has_length(slice.ty).then(|| length(self.cx, slice))?;
        self.facts.interval(&form).map(|known| known.0)
    }

    pub(super) fn enter(&mut self) {
        self.level += 1;
    }

    /// Forgets what has been found since the level was entered.
    pub(super) fn leave(&mut self) {
        let level = self.level;
        self.drop_where(|fact| fact.level >= level);
        self.level -= 1;
    }

    /// Forgets what holds of locals that are assigned to.
    pub(super) fn forget(&mut self, assigned: &FxHashSet<LocalId>) {
        if assigned.is_empty() || self.held.is_empty() {
            return;
        }
        self.drop_where(|fact| {
            let root = fact.below.and_then(|limit| limit.root.local());
            assigned.contains(&fact.local) || root.is_some_and(|root| assigned.contains(&root))
        });
    }

    fn drop_where(&mut self, ends: impl Fn(&Fact) -> bool) {
        let mut vars = Vec::new();
        self.held.retain(|fact| {
            let ends = ends(fact);
            if ends {
                vars.push(fact.var);
            }
            !ends
        });
        for var in vars {
            self.refresh(var);
        }
    }

    fn refresh(&mut self, var: Var) {
        let Some(&everywhere) = self.everywhere.get(&var) else {
            return;
        };
        let known = self
            .held
            .iter()
            .filter(|fact| fact.var == var)
            .fold(everywhere, |known, fact| {
                let both = (known.0.max(fact.within.0), known.1.min(fact.within.1));
                if both.0 <= both.1 { both } else { known }
            });
        self.facts.known[var.0 as usize] = known;
    }

    fn hold(&mut self, local: LocalId, within: Interval, below: Option<Limit>) {
        let var = self.cx.vars.local(self.cx.func, local);
        let known = self.facts.known[var.0 as usize];
        self.everywhere.entry(var).or_insert(known);
        self.held.push(Fact {
            level: self.level,
            local,
            var,
            within,
            below,
        });
        self.refresh(var);
    }

    /// Enters what a condition tells where it is true, or false. What speaks of `assigned` locals is left out.
    pub(super) fn assume(&mut self, cond: &Expr, truth: bool, assigned: &FxHashSet<LocalId>) {
        // Each operand of a long chain asks for what the ones before it tell.
        const MAX_CHAIN: u32 = 64;
        self.assume_chain(cond, truth, assigned, MAX_CHAIN);
    }

    fn assume_chain(&mut self, cond: &Expr, truth: bool, assigned: &FxHashSet<LocalId>, depth: u32) {
        let Some(depth) = depth.checked_sub(1) else { return };
        match &cond.kind {
            ExprKind::And(left, right) if truth => {
                self.assume_chain(left, true, assigned, depth);
                self.assume_chain(right, true, assigned, depth);
            }
            ExprKind::Or(left, right) if !truth => {
                self.assume_chain(left, false, assigned, depth);
                self.assume_chain(right, false, assigned, depth);
            }
            ExprKind::Not(operand) => self.assume_chain(operand, !truth, assigned, depth),
            ExprKind::Compare { op, left, right } => {
                let op = if truth { *op } else { negated(*op) };
                self.compare(op, left, right, assigned);
                self.compare(mirrored(op), right, left, assigned);
            }
            _ => {}
        }
    }

    /// `left op right`, with a local or its length on the left.
    fn compare(&mut self, op: CompareOp, left: &Expr, right: &Expr, assigned: &FxHashSet<LocalId>) {
        if let Some(local) = self.measured(op, left, right)
            && !assigned.contains(&local)
        {
            let right = self.facts.interval(&form(self.cx, right));
            let tight = right.map_or(UNBOUNDED, |right| self.tight(local, op, right));
            if tight != UNBOUNDED {
                self.hold(local, tight, None);
            }
            return;
        }
        let Some((local, added)) = self.index(left) else {
            return;
        };
        if assigned.contains(&local) {
            return;
        }
        let tight = match self.interval(right) {
            Some((low, high)) => self.tight(local, op, (low - added, high - added)),
            None => UNBOUNDED,
        };
        let below = match op {
            CompareOp::Less => self.limit(right, -added, assigned),
            CompareOp::LessEqual => self.limit(right, 1 - added, assigned),
            _ => None,
        };
        if tight != UNBOUNDED || below.is_some() {
            self.hold(local, tight, below);
        }
    }

    /// What `local op x` tells of the local where x lies within an interval.
    fn tight(&self, local: LocalId, op: CompareOp, (low, high): Interval) -> Interval {
        let now = self.facts.known[self.cx.vars.local(self.cx.func, local).0 as usize];
        let mut tight = UNBOUNDED;
        match op {
            CompareOp::Less => tight.1 = high - 1,
            CompareOp::LessEqual => tight.1 = high,
            CompareOp::Greater => tight.0 = low + 1,
            CompareOp::GreaterEqual => tight.0 = low,
            CompareOp::Equal => tight = (low, high),
            CompareOp::NotEqual if low == high && now.0 == low => tight.0 = low + 1,
            CompareOp::NotEqual if low == high && now.1 == high => tight.1 = high - 1,
            CompareOp::NotEqual => {}
        }
        tight
    }

    /// The slice or string whose length `left op right` tells of: `len(s) > 0`, `s != ""`, `s == "abc"`.
    fn measured(&self, op: CompareOp, left: &Expr, right: &Expr) -> Option<LocalId> {
        let measured = match &left.kind {
            ExprKind::Builtin(Builtin::Len, args) => args.first()?,
            ExprKind::Local(_) if self.cx.has_length(left.ty) => {
                let is_empty = matches!(&right.kind, ExprKind::Const(Const::String(text)) if text.is_empty());
                (op == CompareOp::Equal || op == CompareOp::NotEqual && is_empty).then_some(left)?
            }
            _ => return None,
        };
        match measured.kind {
            ExprKind::Local(local)
                if self.cx.has_length(measured.ty) && self.limits.is_usable(self.cx, local) =>
            {
                Some(local)
            }
            _ => None,
        }
    }

    fn limit(&self, expr: &Expr, added: i128, assigned: &FxHashSet<LocalId>) -> Option<Limit> {
        let limit = self.limits.value(self.cx, self.facts, expr)?;
        if limit.root.local().is_some_and(|root| assigned.contains(&root)) {
            return None;
        }
        let offset = limit.offset + added;
        Some(Limit { offset, ..limit })
    }

    /// An integer local, and what is added to it without wrapping.
    fn index(&self, expr: &Expr) -> Option<(LocalId, i128)> {
        let (local, added) = linear(expr)?;
        let kind = self.cx.kind(self.cx.locals().get(local.0 as usize)?.ty)?;
        if kind.repr() == IntRepr::BigInt || !self.limits.is_usable(self.cx, local) {
            return None;
        }
        if added != 0 {
            let (low, high) = self.local(local)?;
            if !within((low + added, high + added), range(kind)) {
                return None;
            }
        }
        Some((local, added))
    }

    /// Whether an index that is not negative is certainly less than a length.
    pub(super) fn is_below(&self, index: &Expr, length: Limit) -> bool {
        let least = match length.root {
            Root::Zero => Some(0),
            Root::Length(_) => Some(0),
            Root::Value(local) => self.local(local).map(|known| known.0),
        };
        if let (Some(least), Some(index)) = (least, self.interval(index))
            && index.1 < least + length.offset
        {
            return true;
        }
        let is_within = |below: &Limit| below.root == length.root && below.offset <= length.offset;
        self.all_below(index).iter().any(is_within)
    }

    /// What an expression that is not negative is certainly less than.
    fn all_below(&self, expr: &Expr) -> Vec<Limit> {
        if let ExprKind::Arith {
            op: ArithOp::Rem,
            right,
            ..
        } = &expr.kind
        {
            let is_positive = self.interval(right).is_some_and(|right| right.0 >= 0);
            let limit = self.limits.value(self.cx, self.facts, right);
            return limit.filter(|_| is_positive).into_iter().collect();
        }
        let Some((local, added)) = self.index(expr) else {
            return Vec::new();
        };
        let facts = self.held.iter().filter(|fact| fact.local == local);
        let below = facts.filter_map(|fact| fact.below);
        below
            .map(|below| Limit {
                offset: below.offset + added,
                ..below
            })
            .collect()
    }

    /// Enters what the value of an integer local that has just been assigned is less than.
    pub(super) fn given(&mut self, local: LocalId, value: &Expr) {
        if self.cx.kind(value.ty).is_none()
            || !self.limits.is_usable(self.cx, local)
            || self.interval(value).is_none_or(|value| value.0 < 0)
        {
            return;
        }
        for below in self.all_below(value) {
            if below.root.local() != Some(local) {
                self.hold(local, UNBOUNDED, Some(below));
            }
        }
    }

    /// Whether an index is certainly not negative, or less than a length: `i >= 0`, `i < len(s)`.
    pub(super) fn is_certain(&self, cond: &Expr) -> bool {
        let ExprKind::Compare { op, left, right } = &cond.kind else {
            return false;
        };
        let Some(value) = self.interval(left) else {
            return false;
        };
        match (op, &right.kind) {
            (CompareOp::GreaterEqual, _) => self.interval(right).is_some_and(|least| value.0 >= least.1),
            (CompareOp::Less, ExprKind::Builtin(Builtin::Len, args)) => args.first().is_some_and(|slice| {
                self.length(slice)
                    .is_some_and(|length| self.is_below(left, length))
                    || self.least_length(slice).is_some_and(|least| value.1 < least)
            }),
            _ => false,
        }
    }

    /// Enters that an index was found to be within the bounds of a slice.
    pub(super) fn checked(&mut self, base: &Expr, index: &Expr) {
        let Some((local, added)) = self.index(index) else {
            return;
        };
        let Some(length) = self.limits.length(self.cx, self.facts, base) else {
            return;
        };
        let most = match length.root {
            Root::Zero => length.offset - 1 - added,
            _ => LENGTH - 1 - added,
        };
        let offset = length.offset - added;
        self.hold(local, (-added, most), Some(Limit { offset, ..length }));
    }
}

fn negated(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Equal => CompareOp::NotEqual,
        CompareOp::NotEqual => CompareOp::Equal,
        CompareOp::Less => CompareOp::GreaterEqual,
        CompareOp::LessEqual => CompareOp::Greater,
        CompareOp::Greater => CompareOp::LessEqual,
        CompareOp::GreaterEqual => CompareOp::Less,
    }
}

/// The comparison with its operands exchanged.
fn mirrored(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Less => CompareOp::Greater,
        CompareOp::LessEqual => CompareOp::GreaterEqual,
        CompareOp::Greater => CompareOp::Less,
        CompareOp::GreaterEqual => CompareOp::LessEqual,
        CompareOp::Equal | CompareOp::NotEqual => op,
    }
}
