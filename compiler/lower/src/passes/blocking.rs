//! Which functions may park their goroutine: a fixpoint over the reachable calls.
//!
//! A call through a function value or an interface may park if one of the functions may that get there (`flow`).
//!
//! In a program that starts no goroutine, nobody could ever end a wait: what waits does not park there, but
//! reports the deadlock.

use super::flow::Flow;
use super::held::{self, Held, Target, World};
use super::locks::{Class, LockCall, Locks};
use crate::ir::{
    Builtin, Call, Callee, Closure, Entry, Expr, ExprKind, FuncId, LocalId, MethodKey, Native, Place,
    Program, Stmt, StmtKind, TypeId,
};
use crate::visit::{self, Visitor, VisitorMut};
use goes_source::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// Something that may park: functions, closures and functions that natives make, as `flow` counts them, then classes of
/// locks.
type Node = usize;

pub fn run(program: &mut Program) {
    let is_concurrent = is_concurrent(program);
    let flow = if may_wait(program, is_concurrent) {
        Flow::of(program)
    } else {
        Flow::without_calls(program)
    };
    let mut graph = Graph::new(program, &flow, is_concurrent);
    graph.read(program);
    let parks = graph.solve();
    let mut write = Write {
        parks: &parks,
        flow: &flow,
        gosched: graph.gosched,
        pausing: &graph.pausing,
        current: 0,
    };
    for (index, (function, &may_park)) in program.functions.iter_mut().zip(&parks).enumerate() {
        function.code.may_park = may_park;
        if let Some(native) = &mut function.native {
            native.may_park |= native.calls && may_park;
        }
        write.current = index;
        write.stmts(&mut function.code.body);
    }
    for init in program
        .globals
        .iter_mut()
        .filter_map(|global| global.init.as_mut())
    {
        write.expr(init);
    }
}

/// Whether anything in the program parks a goroutine.
fn may_wait(program: &Program, is_concurrent: bool) -> bool {
    let waits = |native: &Native| native.may_park && !native.waits;
    is_concurrent
        || program
            .functions
            .iter()
            .any(|function| function.native.as_ref().is_some_and(waits))
}

struct Graph<'f> {
    flow: &'f Flow,
    /// By callee: who may park if it does.
    callers: Vec<Vec<Node>>,
    parks: Vec<bool>,
    /// The closure that is being read.
    current: Node,
    /// Functions that are used as values, and methods that are called through interfaces.
    values: FxHashSet<FuncId>,
    called_keys: FxHashSet<MethodKey>,
    locks: Locks,
    /// Functions that look now and then whether others want something, which may run then.
    pauses: Vec<Pause>,
    /// Functions and closures in which others run on top of the running one.
    pausing: FxHashSet<Node>,
    gosched: Option<FuncId>,
    /// Loops around what is being read.
    loops: u32,
    /// By class: locking one may park.
    classes: FxHashMap<Class, Node>,
    held: Held,
    /// Functions that are called by their names.
    called: FxHashSet<FuncId>,
    /// Functions that goroutines begin with.
    started: FxHashSet<FuncId>,
    /// What happens while a lock is held: what is called, and the node of the lock's class.
    lockers: Vec<(Node, Node)>,
    /// Classes with locks that are also reached through pointers.
    shared: FxHashSet<Class>,
    /// There may be more goroutines than one.
    is_concurrent: bool,
    /// The function that is being read.
    function: usize,
}

/// Whether more than one goroutine may run: one is started, by Go code or by a native, or JavaScript calls in.
fn is_concurrent(program: &Program) -> bool {
    struct Starts(bool);
    impl Visitor for Starts {
        fn stmt(&mut self, stmt: &Stmt) {
            self.0 |= matches!(stmt.kind, StmtKind::Go(_));
            visit::walk_stmt(self, stmt);
        }
    }
    let mut starts = Starts(!matches!(program.entry, Entry::Main(_)));
    for function in &program.functions {
        starts.0 |= function.native.as_ref().is_some_and(|native| native.starts);
        visit::walk_stmts(&mut starts, &function.code.body);
    }
    for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
        starts.expr(init);
    }
    starts.0
}

/// A place at which others may run.
struct Pause {
    node: Node,
    is_gosched: bool,
    in_loop: bool,
}

impl<'f> Graph<'f> {
    fn new(program: &Program, flow: &'f Flow, is_concurrent: bool) -> Graph<'f> {
        Graph {
            flow,
            callers: vec![Vec::new(); flow.codes],
            parks: vec![false; flow.codes],
            current: 0,
            values: FxHashSet::default(),
            called_keys: FxHashSet::default(),
            pauses: Vec::new(),
            pausing: FxHashSet::default(),
            gosched: program
                .functions
                .iter()
                .position(|function| function.go_name == "runtime.Gosched")
                .map(|index| FuncId(index as u32)),
            loops: 0,
            called: FxHashSet::default(),
            locks: Locks::new(program),
            classes: FxHashMap::default(),
            held: Held::new(),
            started: FxHashSet::default(),
            lockers: Vec::new(),
            shared: FxHashSet::default(),
            is_concurrent,
            function: 0,
        }
    }

    fn read(&mut self, program: &Program) {
        let expects_collections = program.functions.iter().any(|function| {
            matches!(
                function.go_name.as_str(),
                "runtime.setFinalizer" | "runtime.addCleanup" | "runtime.expectCollections"
            )
        });
        for (index, function) in program.functions.iter().enumerate() {
            (self.current, self.function) = (index, index);
            let waits_for_lock = self.locks.wait == Some(FuncId(index as u32));
            let parks = |native: &Native| native.may_park && (self.is_concurrent || !native.waits);
            let is_left_out = waits_for_lock
                || self.gosched == Some(FuncId(index as u32)) && !self.is_concurrent
                || function.go_name == "runtime.awaitCollection" && !expects_collections;
            self.parks[index] |= !is_left_out && function.native.as_ref().is_some_and(parks);
            visit::walk_stmts(self, &function.code.body);
        }
        for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
            // What is made at import calls nothing.
            self.current = self.new_node();
            self.expr(init);
        }
        self.natives(program);
        self.settle_pauses();
        self.finish_locks(program);
    }

    /// A native that calls functions parks if one of those may that it gets hold of; what natives make, if what it calls
    /// may.
    fn natives(&mut self, program: &Program) {
        for (index, function) in program.functions.iter().enumerate() {
            if function.native.as_ref().is_some_and(|native| native.calls) {
                for &callee in &self.flow.reflected {
                    self.callers[callee].push(index);
                }
            }
        }
        for (made, callees) in &self.flow.made {
            for &callee in callees {
                self.callers[callee].push(*made);
            }
        }
    }

    /// What is known of locks only when everything has been read.
    fn finish_locks(&mut self, program: &Program) {
        if !self.is_concurrent {
            return self.lockers.clear();
        }
        let helpers = self.lock_helpers(program);
        for ((owner, class), n) in std::mem::take(&mut self.held) {
            // Somebody else unlocks it: until then, it is held whoever parks.
            if n > 0 && !helpers.contains_key(&(owner, class)) {
                let node = self.class_node(class);
                self.parks[node] = true;
            }
        }
        for (target, class) in held::sites(self.world(program), &helpers) {
            let node = self.class_node(class);
            match target {
                Target::Wait => self.parks[node] = true,
                // Who finds the lock taken lets the others go on until it is free, unless it runs on top of who holds it.
                Target::Pause(code) => self.parks[node] |= self.pausing.contains(&code),
                Target::Code(code) => self.lockers.push((code, node)),
                Target::Lock(other) => {
                    let other = self.class_node(other);
                    self.lockers.push((other, node));
                }
            }
        }
        let mut shared: Vec<Class> = self.shared.iter().copied().collect();
        shared.sort_unstable();
        let unknown = self.class_node(Class::Unknown);
        for class in shared {
            let node = self.class_node(class);
            self.callers[node].push(unknown);
            self.callers[unknown].push(node);
        }
    }

    fn world<'p>(&'p self, program: &'p Program) -> World<'p> {
        World {
            program,
            flow: self.flow,
            locks: &self.locks,
            gosched: self.gosched,
        }
    }

    /// What functions do that leave a lock to their callers, or unlock for them, counts for the callers where these call
    /// them by their names.
    fn lock_helpers(&mut self, program: &Program) -> Held {
        let alone = held::left(self.world(program), &Held::new());
        self.held.clone_from(&alone);
        let is_helper = self.may_help(program);
        let mut helpers = Held::new();
        for _ in 0..8 {
            let mut found = self.held.clone();
            found.retain(|(node, _), _| is_helper.get(*node) == Some(&true));
            if helpers == found {
                return helpers;
            }
            helpers = found;
            self.held = held::left(self.world(program), &helpers);
        }
        // They call each other: nobody knows how often.
        self.held = alone;
        Held::new()
    }

    /// Functions all of whose calls are known. The methods for embedded locks that the compiler makes are called through
    /// interfaces, too: then nobody knows of which class the lock is.
    fn may_help(&mut self, program: &Program) -> Vec<bool> {
        let mut may_help = vec![false; program.functions.len()];
        let mut dispatched: Vec<bool> = may_help.clone();
        self.called
            .iter()
            .for_each(|func| may_help[func.0 as usize] = true);
        for method in program.types.iter().flat_map(|ty| &ty.methods) {
            let node = method.func.0 as usize;
            if self.locks.key_call(method.key).is_none() {
                dispatched[node] = true;
                continue;
            }
            may_help[node] = true;
            if self.called_keys.contains(&method.key) {
                let classes = self.held.keys().filter(|(owner, _)| *owner == node);
                self.shared.extend(classes.map(|&(_, class)| class));
            }
        }
        let values = self
            .values
            .iter()
            .chain(&self.started)
            .map(|func| func.0 as usize);
        values.for_each(|node| may_help[node] = false);
        may_help
            .iter()
            .zip(dispatched)
            .map(|(&may, dispatched)| may && !dispatched)
            .collect()
    }

    fn class_node(&mut self, class: Class) -> Node {
        if let Some(&node) = self.classes.get(&class) {
            return node;
        }
        let node = self.new_node();
        self.classes.insert(class, node);
        if let Some(wait) = self.locks.wait {
            self.callers[node].push(wait.0 as usize);
        }
        node
    }

    /// A call that locks or unlocks its receiver.
    fn lock_call(&mut self, call: &Call, kind: LockCall) {
        let Some((receiver, rest)) = call.args.split_first() else {
            return;
        };
        let class = self.locks.class(self.function, receiver);
        visit::walk_expr(self, receiver);
        let node = self.class_node(class);
        match kind {
            LockCall::Lock => self.callers[node].push(self.current),
            LockCall::TryLock | LockCall::Unlock => {}
            LockCall::Once => {
                for &run in self.flow.callees(call) {
                    self.lockers.push((run, node));
                    self.callers[run].push(self.current);
                }
                self.callers[node].push(self.current);
            }
        }
        for arg in rest {
            self.expr(arg);
        }
    }

    /// A pointer to a lock goes somewhere: into a local, whose class is known then, or out of sight.
    fn lock_pointer(&mut self, local: Option<LocalId>, pointer: &Expr) {
        let class = self.locks.class(self.function, pointer);
        let other = match local {
            Some(local) => self.locks.alias(self.function, local, class),
            None => Some(class),
        };
        if let Some(other) = other {
            self.shared.extend([class, other]);
        }
        visit::walk_expr(self, pointer);
    }

    fn new_node(&mut self) -> Node {
        self.callers.push(Vec::new());
        self.parks.push(false);
        self.callers.len() - 1
    }

    fn call(&mut self, call: &Call) {
        if let Callee::Func(func) = call.callee {
            if let Some(kind) = self.locks.call(func) {
                return self.lock_call(call, kind);
            }
            if self.gosched == Some(func) {
                return self.pause(true);
            }
            self.called.insert(func);
        }
        match &call.callee {
            Callee::Func(func) => self.callers[func.0 as usize].push(self.current),
            Callee::Interface { key } => {
                self.called_keys.insert(*key);
            }
            Callee::Value(callee) => match &callee.kind {
                // Read as a closure that the current one calls.
                ExprKind::FuncLit(closure) => {
                    let node = self.read_closure(closure);
                    self.callers[node].push(self.current);
                }
                _ => self.expr(callee),
            },
        }
        for &callee in self.flow.callees(call) {
            self.callers[callee].push(self.current);
        }
        for arg in &call.args {
            self.expr(arg);
        }
    }

    /// Reads a closure; gives its node.
    fn read_closure(&mut self, closure: &Closure) -> Node {
        let node = self.flow.closure(closure);
        let around = std::mem::replace(&mut self.current, node);
        visit::walk_stmts(self, &closure.body);
        self.current = around;
        node
    }

    /// Whatever calls a node that parks parks.
    fn solve(&mut self) -> Vec<bool> {
        loop {
            spread(&self.callers, &mut self.parks);
            let mut disturbed = self.parks.clone();
            self.pausing.iter().for_each(|&node| disturbed[node] = true);
            spread(&self.callers, &mut disturbed);
            let mut is_grown = false;
            for &(owner, class) in &self.lockers {
                is_grown |= disturbed[owner] && !std::mem::replace(&mut self.parks[class], true);
            }
            if !is_grown {
                return self.parks.clone();
            }
        }
    }

    fn pause(&mut self, is_gosched: bool) {
        if self.is_concurrent || is_gosched {
            self.pauses.push(Pause {
                node: self.current,
                is_gosched,
                in_loop: self.loops > 0,
            });
        }
    }

    /// A loop that looks for others, in a function that calls itself in the end, such as that of an interpreter, lets
    /// others run on top of it: marking it would slow down all that it works through. So does a call of Gosched of which
    /// such functions make use. What only waits in a loop parks, so that the others can wait for it in turn.
    fn settle_pauses(&mut self) {
        for pause in std::mem::take(&mut self.pauses) {
            let stays_plain = match (pause.is_gosched, pause.in_loop) {
                (true, true) => false,
                (true, false) => self.serves_recursion(pause.node),
                (false, _) => self.is_recursive(pause.node),
            };
            if stays_plain || !self.is_concurrent {
                self.pausing.insert(pause.node);
            } else {
                self.parks[pause.node] = true;
            }
        }
    }

    /// Whether a function that calls itself in the end calls a node.
    fn serves_recursion(&self, node: Node) -> bool {
        let mut reached = vec![false; self.callers.len()];
        let mut is_open = reached.clone();
        let mut stack = vec![(node, 0)];
        reached[node] = true;
        is_open[node] = true;
        while let Some((next, at)) = stack.last_mut() {
            let Some(&caller) = self.callers[*next].get(*at) else {
                is_open[*next] = false;
                stack.pop();
                continue;
            };
            *at += 1;
            if is_open[caller] {
                return true;
            }
            if !std::mem::replace(&mut reached[caller], true) {
                is_open[caller] = true;
                stack.push((caller, 0));
            }
        }
        false
    }

    fn is_recursive(&self, node: Node) -> bool {
        let mut reached = vec![false; self.callers.len()];
        let mut stack = vec![node];
        while let Some(next) = stack.pop() {
            for &caller in &self.callers[next] {
                if caller == node {
                    return true;
                }
                if !std::mem::replace(&mut reached[caller], true) {
                    stack.push(caller);
                }
            }
        }
        false
    }
}

/// Marks all that calls what is marked.
fn spread(callers: &[Vec<Node>], marked: &mut [bool]) {
    let mut stack: Vec<Node> = (0..marked.len()).filter(|&node| marked[node]).collect();
    while let Some(node) = stack.pop() {
        for &caller in &callers[node] {
            if !std::mem::replace(&mut marked[caller], true) {
                stack.push(caller);
            }
        }
    }
}

impl Visitor for Graph<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call(call) => self.call(call),
            ExprKind::Func(func) => {
                self.values.insert(*func);
            }
            ExprKind::FuncLit(closure) => {
                self.read_closure(closure);
            }
            ExprKind::Receive { chan, .. } if chan.is_spinning() => self.pause(false),
            ExprKind::Receive { .. } => {
                self.parks[self.current] |= self.is_concurrent;
                visit::walk_expr(self, expr);
            }
            ExprKind::Address(_) | ExprKind::Convert { .. } if self.locks.is_pointer(expr.ty) => {
                self.lock_pointer(None, expr);
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Send { .. } => self.parks[self.current] |= self.is_concurrent,
            StmtKind::Select(select) if select.default.is_none() => {
                self.parks[self.current] |= self.is_concurrent;
            }
            StmtKind::Go(call) => return self.go(call),
            StmtKind::Let {
                local,
                init: Some(init),
            } if self.locks.is_pointer(init.ty) => {
                return self.lock_pointer(Some(*local), init);
            }
            StmtKind::Assign {
                place: Place::Local(local),
                value,
                ..
            } if self.locks.is_pointer(value.ty) => {
                return self.lock_pointer(Some(*local), value);
            }
            _ => {}
        }
        let is_loop = u32::from(super::fixed::is_loop(stmt));
        self.loops += is_loop;
        visit::walk_stmt(self, stmt);
        self.loops -= is_loop;
    }

    /// A deferred closure runs in the frame of the function around.
    fn closure(&mut self, closure: &Closure) {
        let node = self.flow.closure(closure);
        let around = std::mem::replace(&mut self.current, node);
        visit::walk_stmts(self, &closure.body);
        self.current = around;
        self.callers[node].push(self.current);
    }
}

impl Graph<'_> {
    /// The new goroutine parks, not the one that starts it.
    fn go(&mut self, call: &Call) {
        match &call.callee {
            Callee::Func(func) => {
                self.started.insert(*func);
            }
            Callee::Value(callee) => self.expr(callee),
            Callee::Interface { .. } => {}
        }
        for arg in &call.args {
            self.expr(arg);
        }
    }
}

/// Writes what has been found.
struct Write<'g> {
    parks: &'g [bool],
    flow: &'g Flow,
    gosched: Option<FuncId>,
    pausing: &'g FxHashSet<Node>,
    current: Node,
}

/// What a loop that looks for others receives.
fn spinning(unit: TypeId, span: Span) -> ExprKind {
    let chan = Expr {
        kind: ExprKind::Builtin(Builtin::Spinning, Vec::new()),
        ty: unit,
        span,
    };
    ExprKind::Receive {
        chan: Box::new(chan),
        comma_ok: false,
    }
}

impl Write<'_> {
    /// Whether a call of runtime.Gosched lets others run on top of the running goroutine.
    fn is_pause(&self, call: &Call) -> bool {
        matches!(call.callee, Callee::Func(func) if Some(func) == self.gosched)
            && self.pausing.contains(&self.current)
    }

    fn call(&mut self, call: &mut Call) {
        let mut parks = self.flow.callees(call).iter().any(|&callee| self.parks[callee]);
        match &mut call.callee {
            Callee::Func(func) => parks = self.parks[func.0 as usize],
            Callee::Interface { .. } => {}
            Callee::Value(callee) => {
                self.expr(callee);
                if let ExprKind::FuncLit(closure) = &callee.kind {
                    parks = closure.may_park;
                }
            }
        }
        call.may_park = parks;
        for arg in &mut call.args {
            self.expr(arg);
        }
    }
}

impl VisitorMut for Write<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::Call(call) if self.is_pause(call) => {
                expr.kind = spinning(expr.ty, expr.span);
            }
            ExprKind::Call(call) => self.call(call),
            _ => visit::walk_expr_mut(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            StmtKind::Go(call) => self.call(call),
            _ => visit::walk_stmt_mut(self, stmt),
        }
    }

    fn closure(&mut self, closure: &mut Closure) {
        let around = std::mem::replace(&mut self.current, self.flow.closure(closure));
        closure.may_park = self.parks[self.current];
        self.stmts(&mut closure.body);
        self.current = around;
    }
}
