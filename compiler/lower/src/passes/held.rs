//! Which locks functions hold at each place: over all paths to it, how many calls lock a class more than unlock it.
//!
//! Only a goroutine that may be waiting with a lock makes others wait for it. The locks of a class that a goroutine
//! holds are the sum over the functions that it is in; so where it holds one, one of these holds one at the call that it
//! is in.

use super::flow::Flow;
use super::locks::{Class, LockCall, Locks};
use super::pairs;
use crate::ir::{
    Builtin, Call, Callee, Closure, Expr, ExprKind, FuncId, LabelId, Program, Select, SelectOp, Stmt,
    StmtKind, SwitchCase,
};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// By function or closure, as `flow` counts them, and class: how often the class is locked more, at most, when it
/// returns than when it was called. What deferred calls do counts; where it is the same, there is no entry.
pub(super) type Held = BTreeMap<(usize, Class), i32>;

/// What happens at a place where a lock may be held.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// The goroutine waits.
    Wait,
    /// A function or closure lets others have their turn.
    Pause(usize),
    /// A function or closure is called.
    Code(usize),
    /// A lock of a class is taken.
    Lock(Class),
}

/// What of a program tells of locks.
#[derive(Copy, Clone)]
pub(super) struct World<'p> {
    pub program: &'p Program,
    pub flow: &'p Flow,
    pub locks: &'p Locks,
    pub gosched: Option<FuncId>,
}

/// What functions leave locked; `helpers` tells what calls of functions do that leave a lock to their callers, or unlock
/// for them.
pub(super) fn left(world: World<'_>, helpers: &Held) -> Held {
    All::of(world, helpers).left
}

/// What happens while locks are held.
pub(super) fn sites(world: World<'_>, helpers: &Held) -> BTreeSet<(Target, Class)> {
    All::of(world, helpers).sites
}

struct All<'p> {
    world: World<'p>,
    helpers: &'p Held,
    function: usize,
    left: Held,
    sites: BTreeSet<(Target, Class)>,
}

impl<'p> All<'p> {
    fn of(world: World<'p>, helpers: &'p Held) -> All<'p> {
        let mut all = All {
            world,
            helpers,
            function: 0,
            left: Held::new(),
            sites: BTreeSet::new(),
        };
        for (index, function) in world.program.functions.iter().enumerate() {
            all.function = index;
            all.body(index, &function.code.body);
            visit::walk_stmts(&mut all, &function.code.body);
        }
        for global in &world.program.globals {
            if let Some(init) = &global.init {
                let package = &world.program.packages[global.package.0 as usize];
                all.function = package.initializers.map_or(0, |holder| holder.0 as usize);
                all.expr(init);
            }
        }
        all
    }

    fn body(&mut self, node: usize, body: &[Stmt]) {
        let mut paths = Paths {
            world: self.world,
            helpers: self.helpers,
            function: self.function,
            node,
            is_deferred: false,
            deferred: BTreeSet::new(),
            locked: BTreeSet::new(),
            strange: pairs::strange(self.world, self.helpers, self.function, body),
            sites: &mut self.sites,
            jumps: Jumps::default(),
        };
        let end = paths.run(body, State::default());
        paths.finish();
        let end = end.into_iter().flat_map(|state| state.net);
        self.left.extend(end.map(|(class, n)| ((node, class), n)));
    }
}

impl Visitor for All<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            // A part of the function around.
            StmtKind::Defer { call, .. } => visit::walk_stmts(self, &call.body),
            _ => visit::walk_stmt(self, stmt),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.body(self.world.flow.closure(closure), &closure.body);
        visit::walk_stmts(self, &closure.body);
    }
}

/// By class, without zeros.
type Counts = BTreeMap<Class, i32>;

/// How often locks are taken more than released since a function began.
#[derive(Clone, Default)]
struct State {
    /// As if deferred calls ran where they are deferred: true in the end.
    net: Counts,
    /// Without what deferred calls release: true until the end.
    held: Counts,
}

/// A loop locks in each iteration: nobody knows how often.
const MANY: i32 = 1 << 20;

/// States where control leaves a statement. States are `None` where no path leads.
#[derive(Default)]
struct Jumps {
    /// At returns.
    ends: Option<State>,
    breaks: FxHashMap<LabelId, Option<State>>,
    continues: FxHashMap<LabelId, Option<State>>,
}

/// Follows the paths through a body.
struct Paths<'p> {
    world: World<'p>,
    helpers: &'p Held,
    function: usize,
    /// The function, closure or deferred call.
    node: usize,
    /// Within a deferred call.
    is_deferred: bool,
    /// What happens in deferred calls.
    deferred: BTreeSet<Target>,
    /// The classes that are locked anywhere.
    locked: BTreeSet<Class>,
    /// Calls that unlock something else than what the function locks.
    strange: FxHashSet<*const Call>,
    sites: &'p mut BTreeSet<(Target, Class)>,
    jumps: Jumps,
}

impl Paths<'_> {
    /// The state at the end of a body, and at its returns.
    fn run(&mut self, body: &[Stmt], state: State) -> Option<State> {
        let around = std::mem::take(&mut self.jumps);
        let last = self.list(body, Some(state));
        let own = std::mem::replace(&mut self.jumps, around);
        join(last, own.ends)
    }

    /// Deferred calls run wherever the function ends, with any of its locks.
    fn finish(self) {
        for target in self.deferred {
            self.sites
                .extend(self.locked.iter().map(|&class| (target, class)));
        }
    }

    /// Something happens at a place with that state.
    fn site(&mut self, state: &State, target: Target) {
        if self.is_deferred {
            self.deferred.insert(target);
        } else {
            let held = state.held.iter().filter(|&(_, &n)| n > 0);
            self.sites.extend(held.map(|(&class, _)| (target, class)));
        }
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
            StmtKind::Break(label) => arrive(&mut self.jumps.breaks, *label, state),
            StmtKind::Continue(label) => arrive(&mut self.jumps.continues, *label, state),
            StmtKind::Return(_) => {
                self.calls(&mut state, |calls| visit::walk_stmt(calls, stmt));
                self.jumps.ends = join(self.jumps.ends.take(), Some(state));
                None
            }
            StmtKind::Defer { call, .. } => Some(self.defer(call, state)),
            StmtKind::Expr(Expr {
                kind: ExprKind::Builtin(Builtin::Panic | Builtin::PanicRuntime | Builtin::RangePanic, args),
                ..
            }) => {
                self.calls(&mut state, |calls| args.iter().for_each(|arg| calls.expr(arg)));
                None
            }
            StmtKind::Send { .. } => {
                self.calls(&mut state, |calls| visit::walk_stmt(calls, stmt));
                self.site(&state, Target::Wait);
                Some(state)
            }
            _ => {
                self.calls(&mut state, |calls| visit::walk_stmt(calls, stmt));
                Some(state)
            }
        }
    }

    /// A deferred call counts at once for what is left locked; until the function ends, nothing is released by it.
    fn defer(&mut self, call: &Closure, state: State) -> State {
        let around = (self.node, self.is_deferred);
        (self.node, self.is_deferred) = (self.world.flow.closure(call), true);
        let after = self.run(&call.body, state.clone());
        (self.node, self.is_deferred) = around;
        match after {
            Some(after) => State {
                net: after.net,
                held: widest(state.held, after.held),
            },
            None => state,
        }
    }

    /// One iteration's body, from its start to where the loop goes on.
    fn iteration(&mut self, label: Option<LabelId>, body: &[Stmt], state: State) -> Option<State> {
        let end = self.list(body, Some(state));
        let continued = label
            .and_then(|label| self.jumps.continues.remove(&label))
            .flatten();
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
            let Some(again) = again else {
                return self.after(label, leave);
            };
            let nets = grow(&mut head.net, &again.net);
            let helds = grow(&mut head.held, &again.held);
            if !nets && !helds {
                return self.after(label, leave);
            }
        }
    }

    fn cases(&mut self, cases: &[SwitchCase], mut state: State) -> Option<State> {
        let mut end = None;
        let mut falling = None;
        for case in cases {
            self.calls(&mut state, |calls| {
                calls.perhaps(&case.values.iter().collect::<Vec<_>>());
            });
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
        if select.default.is_none() {
            self.site(&state, Target::Wait);
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
        let left = label.and_then(|label| self.jumps.breaks.remove(&label)).flatten();
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
                (both, wider(fails, second))
            }
            ExprKind::Or(left, right) => {
                let (holds, fails) = self.branch(left, state);
                let (second, neither) = self.branch(right, fails);
                (wider(holds, second), neither)
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
        self.lock_call(call) == Some(LockCall::TryLock)
    }

    fn lock_call(&self, call: &Call) -> Option<LockCall> {
        match call.callee {
            Callee::Func(func) => self.world.locks.call(func),
            Callee::Interface { key } => self.world.locks.key_call(key),
            Callee::Value(_) => None,
        }
    }

    /// The class of the lock that a call is about.
    fn class(&self, call: &Call) -> Class {
        match (&call.callee, call.args.first()) {
            (Callee::Func(_), Some(lock)) => self.world.locks.class(self.function, lock),
            _ => Class::Unknown,
        }
    }

    /// What a call does to locks.
    fn effects(&self, call: &Call) -> Vec<(Class, i32)> {
        match (self.lock_call(call), &call.callee) {
            (Some(LockCall::Lock | LockCall::TryLock), _) => vec![(self.class(call), 1)],
            (Some(LockCall::Unlock), _) => vec![(self.class(call), -1)],
            (None, Callee::Func(func)) => {
                let index = func.0 as usize;
                let helped = self
                    .helpers
                    .range((index, Class::Unknown)..(index + 1, Class::Unknown));
                helped.map(|(&(_, class), &n)| (class, n)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What a call leads to.
    fn targets(&self, call: &Call) -> Vec<Target> {
        let flow = self.world.flow;
        let mut targets: Vec<Target> = flow.callees(call).iter().copied().map(Target::Code).collect();
        match &call.callee {
            Callee::Func(func) => match self.lock_call(call) {
                Some(LockCall::Lock | LockCall::Once) => targets.push(Target::Lock(self.class(call))),
                Some(LockCall::TryLock | LockCall::Unlock) => {}
                None if self.world.gosched == Some(*func) => targets.push(Target::Pause(self.node)),
                None => targets.push(Target::Code(func.0 as usize)),
            },
            Callee::Value(callee) => {
                if let ExprKind::FuncLit(closure) = &callee.kind {
                    targets.push(Target::Code(flow.closure(closure)));
                }
            }
            Callee::Interface { .. } => {}
        }
        targets
    }

    /// Applies the calls that are met by `walk`.
    fn calls(&mut self, state: &mut State, walk: impl FnOnce(&mut Calls<'_, '_>)) {
        walk(&mut Calls {
            paths: self,
            state,
            is_certain: true,
        });
    }
}

/// Calls in expressions, in their order.
struct Calls<'c, 'p> {
    paths: &'c mut Paths<'p>,
    state: &'c mut State,
    /// Unlocking counts only where it surely happens.
    is_certain: bool,
}

impl Calls<'_, '_> {
    fn perhaps(&mut self, exprs: &[&Expr]) {
        let was_certain = std::mem::replace(&mut self.is_certain, false);
        exprs.iter().for_each(|expr| self.expr(expr));
        self.is_certain = was_certain;
    }
}

impl Visitor for Calls<'_, '_> {
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
                for target in self.paths.targets(call) {
                    self.paths.site(self.state, target);
                }
                let may_unlock = self.is_certain && !self.paths.strange.contains(&std::ptr::from_ref(call));
                for (class, n) in self.paths.effects(call) {
                    if n > 0 {
                        self.paths.locked.insert(class);
                    }
                    if n > 0 || may_unlock {
                        add(&mut self.state.net, class, n);
                        add(&mut self.state.held, class, n);
                    }
                }
            }
            ExprKind::Receive { chan, .. } => {
                visit::walk_expr(self, expr);
                let target = match chan.kind {
                    ExprKind::Builtin(Builtin::Spinning, _) => Target::Pause(self.paths.node),
                    _ => Target::Wait,
                };
                self.paths.site(self.state, target);
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    /// Runs when it is called.
    fn closure(&mut self, _: &Closure) {}
}

fn add(counts: &mut Counts, class: Class, n: i32) {
    let sum = counts.entry(class).or_default();
    if *sum < MANY {
        *sum += n;
    }
    if *sum == 0 {
        counts.remove(&class);
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
        (Some(a), Some(b)) => Some(wider(a, b)),
        (a, b) => a.or(b),
    }
}

fn wider(a: State, b: State) -> State {
    State {
        net: widest(a.net, b.net),
        held: widest(a.held, b.held),
    }
}

fn count(counts: &Counts, class: Class) -> i32 {
    counts.get(&class).copied().unwrap_or(0)
}

fn widest(a: Counts, b: Counts) -> Counts {
    let classes = a.keys().chain(b.keys());
    classes
        .map(|&class| (class, count(&a, class).max(count(&b, class))))
        .filter(|&(_, n)| n != 0)
        .collect()
}

/// Gives up counting what an iteration adds to; tells whether there is any.
fn grow(head: &mut Counts, again: &Counts) -> bool {
    let classes = head.keys().chain(again.keys());
    let grown: Vec<Class> = classes
        .filter(|&&class| count(again, class) > count(head, class))
        .copied()
        .collect();
    head.extend(grown.iter().map(|&class| (class, MANY)));
    !grown.is_empty()
}
