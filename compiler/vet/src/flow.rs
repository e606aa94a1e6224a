//! The paths through a function's body.

use crate::pass::{Pass, unparen};
use crate::walk::Node;
use goes_source::Span;
use goes_syntax::ast::{Block, CaseClause, ExprKind, ExprNode, Stmt, StmtKind, StmtNode, Symbol};
use goes_types::Builtin;
use rustc_hash::FxHashMap;

/// A run of nodes that are evaluated one after the other.
#[derive(Default)]
pub(crate) struct Step<'a> {
    pub nodes: Vec<Node<'a>>,
    pub next: Vec<usize>,
    /// The function returns at its end.
    pub returns: Option<Span>,
}

/// The steps of a body; the first one is where it starts.
pub(crate) struct Flow<'a> {
    pub steps: Vec<Step<'a>>,
}

/// Where `break` and `continue` lead within a statement.
struct Target {
    label: Option<Symbol>,
    break_to: usize,
    continue_to: Option<usize>,
}

struct Builder<'p, 'c, 'a> {
    pass: &'p Pass<'c, 'a>,
    steps: Vec<Step<'a>>,
    current: usize,
    targets: Vec<Target>,
    labels: FxHashMap<Symbol, usize>,
    /// The label of the statement that comes next.
    label: Option<Symbol>,
}

impl<'a> Flow<'a> {
    pub fn new(pass: &Pass<'_, 'a>, body: &'a Block) -> Flow<'a> {
        let mut builder = Builder {
            pass,
            steps: vec![Step::default()],
            current: 0,
            targets: Vec::new(),
            labels: FxHashMap::default(),
            label: None,
        };
        builder.list(&body.stmts);
        let last = builder.current;
        builder.steps[last].returns = Some(Span::new(body.span.hi - 1, body.span.hi));
        Flow { steps: builder.steps }
    }
}

impl<'a> Builder<'_, '_, 'a> {
    fn step(&mut self) -> usize {
        self.steps.push(Step::default());
        self.steps.len() - 1
    }

    fn jump(&mut self, to: usize) {
        let from = self.current;
        self.steps[from].next.push(to);
    }

    /// Goes on where nothing leads, so far.
    fn lose(&mut self) {
        self.current = self.step();
    }

    fn add(&mut self, node: Node<'a>) {
        let at = self.current;
        self.steps[at].nodes.push(node);
    }

    fn expr(&mut self, e: Option<&'a ExprNode>) {
        e.into_iter().for_each(|e| self.add(Node::Expr(e)));
    }

    fn list(&mut self, stmts: &'a [Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn optional(&mut self, stmt: Option<&'a Stmt>) {
        stmt.into_iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &'a StmtNode) {
        let label = self.label.take();
        match &stmt.kind {
            StmtKind::Block(block) => self.list(&block.stmts),
            StmtKind::Labeled(name, inner) => {
                let start = self.labeled(name.name);
                self.jump(start);
                self.current = start;
                self.label = Some(name.name);
                self.stmt(inner);
            }
            StmtKind::Return(_) => {
                self.add(Node::Stmt(stmt));
                let at = self.current;
                self.steps[at].returns = Some(stmt.span);
                self.lose();
            }
            StmtKind::Goto(name) => {
                let to = self.labeled(name.name);
                self.jump(to);
                self.lose();
            }
            StmtKind::Break(name) => self.leave(name.map(|name| name.name), |target| Some(target.break_to)),
            StmtKind::Continue(name) => self.leave(name.map(|name| name.name), |target| target.continue_to),
            StmtKind::If(branch) => {
                self.optional(branch.init.as_ref());
                self.expr(Some(&branch.cond));
                let (then, done) = (self.step(), self.step());
                self.jump(then);
                let before = self.current;
                self.branch(then, &branch.then.stmts, done);
                self.current = before;
                if let Some(els) = &branch.els {
                    let start = self.step();
                    self.jump(start);
                    self.current = start;
                    self.stmt(els);
                }
                self.jump(done);
                self.current = done;
            }
            StmtKind::For(inner) => {
                self.optional(inner.init.as_ref());
                let (post, body) = (self.step(), &inner.body.stmts);
                self.repeat(label, inner.cond.as_deref(), inner.cond.is_some(), post, body);
                let done = std::mem::replace(&mut self.current, post);
                self.optional(inner.post.as_ref());
                self.current = done;
            }
            StmtKind::Range(inner) => {
                self.expr(Some(&inner.operand));
                let post = self.step();
                self.repeat(label, None, true, post, &inner.body.stmts);
            }
            StmtKind::Switch(inner) => {
                self.optional(inner.init.as_ref());
                self.expr(inner.tag.as_deref());
                self.switch(label, &inner.cases);
            }
            StmtKind::TypeSwitch(inner) => {
                self.optional(inner.init.as_ref());
                self.expr(Some(&inner.operand));
                self.switch(label, &inner.cases);
            }
            StmtKind::Select(inner) => {
                let done = self.step();
                self.enter(label, done, None);
                let before = self.current;
                for case in &inner.cases {
                    let start = self.step();
                    self.current = before;
                    self.jump(start);
                    self.current = start;
                    self.optional(case.comm.as_ref());
                    self.list(&case.body);
                    self.jump(done);
                }
                self.targets.pop();
                self.current = done;
            }
            _ => {
                self.add(Node::Stmt(stmt));
                if self.never_returns(stmt) {
                    self.lose();
                }
            }
        }
    }

    fn labeled(&mut self, name: Symbol) -> usize {
        if let Some(&step) = self.labels.get(&name) {
            return step;
        }
        let step = self.step();
        self.labels.insert(name, step);
        step
    }

    fn enter(&mut self, label: Option<Symbol>, break_to: usize, continue_to: Option<usize>) {
        self.targets.push(Target {
            label,
            break_to,
            continue_to,
        });
    }

    fn leave(&mut self, label: Option<Symbol>, to: impl Fn(&Target) -> Option<usize>) {
        let is_meant = |target: &&Target| label.is_none() || target.label == label;
        let found = self.targets.iter().rev().filter(is_meant).find_map(to);
        found.into_iter().for_each(|to| self.jump(to));
        self.lose();
    }

    fn branch(&mut self, start: usize, body: &'a [Stmt], done: usize) {
        self.current = start;
        self.list(body);
        self.jump(done);
    }

    /// A loop that comes back through `post`; leaves the current step at what follows it.
    fn repeat(
        &mut self,
        label: Option<Symbol>,
        cond: Option<&'a ExprNode>,
        may_end: bool,
        post: usize,
        body: &'a [Stmt],
    ) {
        let (head, start) = (self.step(), self.step());
        self.jump(head);
        self.steps[post].next.push(head);
        self.current = head;
        self.expr(cond);
        self.jump(start);
        let done = self.step();
        if may_end {
            self.current = head;
            self.jump(done);
        }
        self.enter(label, done, Some(post));
        self.branch(start, body, post);
        self.targets.pop();
        self.current = done;
    }

    fn switch(&mut self, label: Option<Symbol>, cases: &'a [CaseClause]) {
        let done = self.step();
        let starts: Vec<usize> = cases.iter().map(|_| self.step()).collect();
        for case in cases {
            case.exprs.iter().for_each(|e| self.expr(Some(e)));
        }
        starts.iter().for_each(|&start| self.jump(start));
        if !cases.iter().any(|case| case.is_default) {
            self.jump(done);
        }
        self.enter(label, done, None);
        for (index, case) in cases.iter().enumerate() {
            let falls = matches!(
                case.body.last().map(|stmt| &stmt.kind),
                Some(StmtKind::Fallthrough)
            );
            let after = starts.get(index + 1).filter(|_| falls).copied();
            self.branch(starts[index], &case.body, after.unwrap_or(done));
        }
        self.targets.pop();
        self.current = done;
    }

    /// Calls after which nothing comes.
    fn never_returns(&self, stmt: &StmtNode) -> bool {
        let StmtKind::Expr(x) = &stmt.kind else {
            return false;
        };
        let ExprKind::Call(call) = &unparen(x).kind else {
            return false;
        };
        if self.pass.builtin(&call.func) == Some(Builtin::Panic) {
            return true;
        }
        let name = self.pass.callee(call).map(|callee| self.pass.full_name(callee));
        matches!(
            name.as_deref(),
            Some(
                "os.Exit"
                    | "runtime.Goexit"
                    | "log.Fatal"
                    | "log.Fatalf"
                    | "log.Fatalln"
                    | "log.Panic"
                    | "log.Panicf"
                    | "log.Panicln"
                    | "(*testing.common).Fatal"
                    | "(*testing.common).Fatalf"
                    | "(*testing.common).FailNow"
                    | "(*testing.common).Skip"
                    | "(*testing.common).Skipf"
                    | "(*testing.common).SkipNow"
            )
        )
    }
}
