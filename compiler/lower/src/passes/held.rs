//! Which locks functions leave locked: over all paths through one, how many calls lock a class more than unlock it.

use super::locks::{Class, LockCall, Locks};
use crate::ir::{
    Builtin, Call, Callee, Closure, Expr, ExprKind, LabelId, Program, Select, SelectOp, Stmt, StmtKind,
    SwitchCase,
};
use crate::visit::{self, Visitor};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// By function or closure (functions first, then the closures in the order of a walk) and class: how often the class is
/// locked more, at most, when it returns than when it was called. What deferred calls do counts; where it is the same,
/// there is no entry.
pub(super) type Held = BTreeMap<(usize, Class), i32>;

/// The same at a place within a function.
type State = BTreeMap<Class, i32>;

/// A loop locks in each iteration: nobody knows how often.
const MANY: i32 = 1 << 20;

/// All of a program; `helpers` tells what calls of functions do that leave a lock to their callers, or unlock for them.
pub(super) fn of(program: &Program, locks: &Locks, helpers: &Held) -> Held {
    let mut all = All {
        locks,
        helpers,
        function: 0,
        next_closure: program.functions.len(),
        held: Held::new(),
    };
    for (index, function) in program.functions.iter().enumerate() {
        all.function = index;
        all.body(index, &function.code.body);
        visit::walk_stmts(&mut all, &function.code.body);
    }
    all.held
}

struct All<'p> {
    locks: &'p Locks,
    helpers: &'p Held,
    function: usize,
    next_closure: usize,
    held: Held,
}

impl All<'_> {
    fn body(&mut self, node: usize, body: &[Stmt]) {
        let end = self.paths().run(body, State::new());
        let end = end.into_iter().flatten();
        self.held.extend(end.map(|(class, n)| ((node, class), n)));
    }

    fn paths(&self) -> Paths<'_> {
        Paths {
            locks: self.locks,
            helpers: self.helpers,
            function: self.function,
            ends: None,
            breaks: FxHashMap::default(),
            continues: FxHashMap::default(),
        }
    }
}

impl Visitor for All<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            // A part of the function around.
            StmtKind::Defer { call, .. } => {
                self.next_closure += 1;
                visit::walk_stmts(self, &call.body);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        let node = self.next_closure;
        self.next_closure += 1;
        self.body(node, &closure.body);
        visit::walk_stmts(self, &closure.body);
    }
}

/// Follows the paths through a body. States are `None` where no path leads.
struct Paths<'p> {
    locks: &'p Locks,
    helpers: &'p Held,
    function: usize,
    /// At returns.
    ends: Option<State>,
    breaks: FxHashMap<LabelId, Option<State>>,
    continues: FxHashMap<LabelId, Option<State>>,
}

impl Paths<'_> {
    /// The state at the end of a body, and at its returns.
    fn run(mut self, body: &[Stmt], state: State) -> Option<State> {
        let last = self.list(body, Some(state));
        join(last, self.ends)
    }

    fn list(&mut self, stmts: &[Stmt], mut state: Option<State>) -> Option<State> {
        for stmt in stmts {
            state = self.stmt(stmt, state?);
        }
        state
    }

    fn stmt(&mut self, stmt: &Stmt, mut state: State) -> Option<State> {
        match &stmt.kind {
            StmtKind::If { cond, then, els } => {
                let (holds, fails) = self.branch(cond, state);
                let then = self.list(then, Some(holds));
                let els = self.list(els, Some(fails));
                join(then, els)
            }
            StmtKind::For {
                label,
                init,
                cond,
                post,
                body,
                ..
            } => {
                let state = self.list(init, Some(state))?;
                self.looped(*label, state, |paths, head| {
                    let (enter, leave) = match cond {
                        Some(cond) => {
                            let (enter, leave) = paths.branch(cond, head);
                            (enter, Some(leave))
                        }
                        None => (head, None),
                    };
                    let end = paths.iteration(*label, body, enter);
                    (paths.list(post, end), leave)
                })
            }
            StmtKind::RangeMap {
                label,
                map: over,
                body,
                ..
            }
            | StmtKind::RangeString {
                label,
                string: over,
                body,
                ..
            } => {
                self.calls(&mut state, |calls| calls.expr(over));
                self.looped(*label, state, |paths, head| {
                    (paths.iteration(*label, body, head.clone()), Some(head))
                })
            }
            StmtKind::Switch { label, tag, cases } => {
                self.calls(&mut state, |calls| calls.expr(tag));
                let end = self.cases(cases, state);
                self.after(*label, end)
            }
            StmtKind::Block { label, body } => {
                let end = self.list(body, Some(state));
                self.after(*label, end)
            }
            StmtKind::Select(select) => self.select(select, state),
            StmtKind::Break(label) => arrive(&mut self.breaks, *label, state),
            StmtKind::Continue(label) => arrive(&mut self.continues, *label, state),
            StmtKind::Return(_) => {
                self.calls(&mut state, |calls| visit::walk_stmt(calls, stmt));
                self.ends = join(self.ends.take(), Some(state));
                None
            }
            StmtKind::Defer { call, .. } => {
                let paths = Paths {
                    ends: None,
                    breaks: FxHashMap::default(),
                    continues: FxHashMap::default(),
                    ..*self
                };
                Some(paths.run(&call.body, state.clone()).unwrap_or(state))
            }
            StmtKind::Go(call) => {
                self.calls(&mut state, |calls| {
                    call.args.iter().for_each(|arg| calls.expr(arg))
                });
                Some(state)
            }
            StmtKind::Expr(Expr {
                kind: ExprKind::Builtin(Builtin::Panic | Builtin::PanicRuntime | Builtin::RangePanic, _),
                ..
            }) => None,
            _ => {
                self.calls(&mut state, |calls| visit::walk_stmt(calls, stmt));
                Some(state)
            }
        }
    }

    /// One iteration's body, from its start to where the loop goes on.
    fn iteration(&mut self, label: Option<LabelId>, body: &[Stmt], state: State) -> Option<State> {
        let end = self.list(body, Some(state));
        let continued = label.and_then(|label| self.continues.remove(&label)).flatten();
        join(end, continued)
    }

    /// A loop; `iterate` gives the states at the end of an iteration and where the loop ends by itself.
    fn looped(
        &mut self,
        label: Option<LabelId>,
        mut head: State,
        iterate: impl Fn(&mut Self, State) -> (Option<State>, Option<State>),
    ) -> Option<State> {
        loop {
            let (again, leave) = iterate(self, head.clone());
            let grown: Vec<Class> = again
                .into_iter()
                .flatten()
                .filter(|(class, n)| *n > head.get(class).copied().unwrap_or(0))
                .map(|(class, _)| class)
                .collect();
            if grown.is_empty() {
                return self.after(label, leave);
            }
            head.extend(grown.into_iter().map(|class| (class, MANY)));
        }
    }

    fn cases(&mut self, cases: &[SwitchCase], state: State) -> Option<State> {
        let mut end = None;
        let mut falling = None;
        for case in cases {
            let start = join(Some(state.clone()), falling.take());
            let last = self.list(&case.body, start);
            if case.falls_through {
                falling = last;
            } else {
                end = join(end, last);
            }
        }
        end = join(end, falling);
        if cases.iter().all(|case| !case.values.is_empty()) {
            end = join(end, Some(state));
        }
        end
    }

    fn select(&mut self, select: &Select, mut state: State) -> Option<State> {
        for case in &select.cases {
            self.calls(&mut state, |calls| match &case.op {
                SelectOp::Send { chan, value } => [chan, value].into_iter().for_each(|part| calls.expr(part)),
                SelectOp::Receive { chan, .. } => calls.expr(chan),
            });
        }
        let bodies = select.cases.iter().map(|case| &case.body);
        let mut end = None;
        for body in bodies.chain(&select.default) {
            let last = self.list(body, Some(state.clone()));
            end = join(end, last);
        }
        self.after(select.label, end)
    }

    /// Behind a statement that breaks may leave.
    fn after(&mut self, label: Option<LabelId>, end: Option<State>) -> Option<State> {
        let left = label.and_then(|label| self.breaks.remove(&label)).flatten();
        join(end, left)
    }

    /// The states where a condition holds and where it does not: trying to lock locks only in the one case.
    fn branch(&mut self, cond: &Expr, mut state: State) -> (State, State) {
        match &cond.kind {
            ExprKind::Not(inner) => {
                let (holds, fails) = self.branch(inner, state);
                (fails, holds)
            }
            ExprKind::And(left, right) => {
                let (holds, fails) = self.branch(left, state);
                let (both, second) = self.branch(right, holds);
                (both, widest(fails, second))
            }
            ExprKind::Or(left, right) => {
                let (holds, fails) = self.branch(left, state);
                let (second, neither) = self.branch(right, fails);
                (widest(holds, second), neither)
            }
            ExprKind::Call(call) if self.tries(call) => {
                let fails = state.clone();
                self.calls(&mut state, |calls| calls.expr(cond));
                (state, fails)
            }
            _ => {
                self.calls(&mut state, |calls| calls.expr(cond));
                (state.clone(), state)
            }
        }
    }

    fn tries(&self, call: &Call) -> bool {
        let lock_call = match call.callee {
            Callee::Func(func) => self.locks.call(func),
            Callee::Interface { key } => self.locks.key_call(key),
            Callee::Value(_) => None,
        };
        lock_call == Some(LockCall::TryLock)
    }

    /// What a call does to locks.
    fn effects(&self, call: &Call) -> Vec<(Class, i32)> {
        let lock_call = match call.callee {
            Callee::Func(func) => {
                let helped = (func.0 as usize, Class::Unknown)..(func.0 as usize + 1, Class::Unknown);
                let Some(lock_call) = self.locks.call(func) else {
                    let helped = self.helpers.range(helped);
                    return helped.map(|(&(_, class), &n)| (class, n)).collect();
                };
                let lock = call.args.first();
                lock.map(|lock| (lock_call, self.locks.class(self.function, lock)))
            }
            Callee::Interface { key } => self
                .locks
                .key_call(key)
                .map(|lock_call| (lock_call, Class::Unknown)),
            Callee::Value(_) => None,
        };
        match lock_call {
            Some((LockCall::Lock | LockCall::TryLock, class)) => vec![(class, 1)],
            Some((LockCall::Unlock, class)) => vec![(class, -1)],
            Some((LockCall::Once, _)) | None => Vec::new(),
        }
    }

    /// Applies the calls that are met by `walk`.
    fn calls(&self, state: &mut State, walk: impl FnOnce(&mut Calls<'_>)) {
        walk(&mut Calls {
            paths: self,
            state,
            is_certain: true,
        });
    }
}

/// Calls in expressions, in their order.
struct Calls<'p> {
    paths: &'p Paths<'p>,
    state: &'p mut State,
    /// Unlocking counts only where it surely happens.
    is_certain: bool,
}

impl Calls<'_> {
    fn perhaps(&mut self, exprs: &[&Expr]) {
        let was_certain = std::mem::replace(&mut self.is_certain, false);
        exprs.iter().for_each(|expr| self.expr(expr));
        self.is_certain = was_certain;
    }
}

impl Visitor for Calls<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::And(first, second) | ExprKind::Or(first, second) => {
                self.expr(first);
                self.perhaps(&[second]);
            }
            ExprKind::Cond { cond, then, els } => {
                self.expr(cond);
                self.perhaps(&[then, els]);
            }
            ExprKind::Call(call) => {
                visit::walk_expr(self, expr);
                for (class, n) in self.paths.effects(call) {
                    if n > 0 || self.is_certain {
                        add(self.state, class, n);
                    }
                }
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    /// Runs when it is called.
    fn closure(&mut self, _: &Closure) {}
}

fn add(state: &mut State, class: Class, n: i32) {
    let sum = state.entry(class).or_default();
    if *sum < MANY {
        *sum += n;
    }
    if *sum == 0 {
        state.remove(&class);
    }
}

/// A jump: the statement does not go on.
fn arrive(at: &mut FxHashMap<LabelId, Option<State>>, label: LabelId, state: State) -> Option<State> {
    let there = at.entry(label).or_default();
    *there = join(there.take(), Some(state));
    None
}

fn join(a: Option<State>, b: Option<State>) -> Option<State> {
    match (a, b) {
        (Some(a), Some(b)) => Some(widest(a, b)),
        (a, b) => a.or(b),
    }
}

fn widest(a: State, b: State) -> State {
    let most = |class: &Class| {
        let of = |state: &State| state.get(class).copied().unwrap_or(0);
        of(&a).max(of(&b))
    };
    let classes = a.keys().chain(b.keys());
    classes
        .map(|class| (*class, most(class)))
        .filter(|&(_, n)| n != 0)
        .collect()
}
