//! `goto`: JavaScript has none. A jump forward leaves a labelled block, a jump backward repeats a loop. Where those
//! cannot be nested, because something jumps into a loop, it sets a state and repeats a switch over it.

use crate::body::{Body, Target, TargetKind};
use crate::ir::{ExprKind, LabelId, LocalId, Place, Stmt as IrStmt, StmtKind, SwitchCase};
use crate::scan;
use goes_source::Symbol;
use goes_syntax::ast::{self, Stmt};

/// A label in a statement list that some `goto` refers to.
struct Label {
    name: Symbol,
    /// Index of the labelled statement.
    at: usize,
    /// The first and last statements of the list that go there.
    first: usize,
    last: usize,
}

/// The jumps to a label from before it, or those from behind it: the statements that a block or a loop for them holds.
struct Jumps {
    name: Symbol,
    is_backward: bool,
    start: usize,
    /// The statement after the last one.
    end: usize,
}

impl<'a> Body<'_, '_, 'a> {
    /// Whether the list has a label that `goto` refers to from within the list. spec: "Goto statements outside
    /// a block cannot jump to a label inside that block", so labels always stand in a list around the `goto`.
    pub fn has_goto_labels(&self, stmts: &'a [Stmt]) -> bool {
        let is_labeled = |stmt: &Stmt| matches!(stmt.kind, ast::StmtKind::Labeled(..));
        stmts.iter().any(is_labeled) && !labels(stmts).is_empty()
    }

    pub fn stmts_with_goto(&mut self, stmts: &'a [Stmt]) {
        let labels = labels(stmts);
        match nested(stmts, &labels) {
            Some(jumps) => self.stmts_between(stmts, 0, stmts.len(), &jumps),
            None => self.state_machine(stmts, &labels),
        }
    }

    /// The statements from `start` to before `end`; the jumps, outer ones first, lie between them.
    fn stmts_between(&mut self, stmts: &'a [Stmt], start: usize, end: usize, mut jumps: &[Jumps]) {
        let mut at = start;
        while at < end {
            let [outer, rest @ ..] = jumps else {
                return stmts[at..end].iter().for_each(|stmt| self.stmt(stmt));
            };
            stmts[at..outer.start].iter().for_each(|stmt| self.stmt(stmt));
            let inner = rest.partition_point(|jump| jump.start < outer.end);
            match outer.is_backward {
                true => self.goto_backward(stmts, outer, &rest[..inner]),
                false => self.goto_forward(stmts, outer, &rest[..inner]),
            }
            at = outer.end;
            jumps = &rest[inner..];
        }
    }

    /// `{ … break L … } L: …`
    fn goto_forward(&mut self, stmts: &'a [Stmt], jumps: &Jumps, inner: &[Jumps]) {
        let span = stmts[jumps.start].span;
        let mut body = Vec::new();
        let used = self.within(Some(jumps.name), TargetKind::GotoForward, |cx, _| {
            body = cx.collect(|cx| cx.stmts_between(stmts, jumps.start, jumps.end, inner));
        });
        self.push(StmtKind::Block { label: used, body }, span);
    }

    /// `L: for (;;) { … continue L … break }`
    fn goto_backward(&mut self, stmts: &'a [Stmt], jumps: &Jumps, inner: &[Jumps]) {
        let span = stmts[jumps.start].span;
        let repeat = self.named_label(Some(jumps.name));
        self.frame().targets.push(Target {
            name: Some(jumps.name),
            label: repeat,
            kind: TargetKind::GotoBackward,
            is_used: false,
        });
        let mut body = self.collect(|cx| cx.stmts_between(stmts, jumps.start, jumps.end, inner));
        self.frame().targets.pop();
        body.push(IrStmt {
            kind: StmtKind::Break(repeat),
            span,
        });
        self.push(endless(repeat, body), span);
    }

    /// Divides the list at its labels: `L: for (;;) { switch (state) { case 0: … case 1: … } break }`.
    fn state_machine(&mut self, stmts: &'a [Stmt], labels: &[Label]) {
        let Some(span) = stmts.first().map(|stmt| stmt.span) else {
            return;
        };
        let zero = self.int_const(0, span);
        let state = self.temp("state", zero);
        self.state.locals[state.0 as usize].is_reassigned = true;
        self.state.locals[state.0 as usize].is_number = true;
        let repeat = self.new_label();
        let mark = self.frame().targets.len();
        for (index, label) in labels.iter().enumerate() {
            let kind = TargetKind::GotoState {
                state,
                index: index as u32 + 1,
            };
            self.frame().targets.push(Target {
                name: Some(label.name),
                label: repeat,
                kind,
                is_used: false,
            });
        }
        let mut cases = Vec::new();
        let mut start = 0;
        let mut hoisted = Vec::new();
        for index in 0..=labels.len() {
            let end = labels.get(index).map_or(stmts.len(), |label| label.at);
            let mut body = self.collect(|cx| stmts[start..end].iter().for_each(|stmt| cx.stmt(stmt)));
            self.hoist(&mut body, &mut hoisted);
            let value = self.int_const(index as i64, span);
            cases.push(SwitchCase {
                values: vec![value],
                body,
                falls_through: index < labels.len(),
            });
            start = end;
        }
        self.frame().targets.truncate(mark);
        for local in hoisted {
            let ty = self.state.locals[local.0 as usize].ty;
            self.state.locals[local.0 as usize].is_reassigned = true;
            let zero = self.node(ExprKind::Zero, ty, span);
            self.push(
                StmtKind::Let {
                    local,
                    init: Some(zero),
                },
                span,
            );
        }
        let int = self.cx.ty(goes_types::TypeId::basic(goes_types::BasicKind::Int));
        let tag = self.node(ExprKind::Local(state), int, span);
        let switch = IrStmt {
            kind: StmtKind::Switch {
                label: None,
                tag,
                cases,
            },
            span,
        };
        let leave = IrStmt {
            kind: StmtKind::Break(repeat),
            span,
        };
        self.push(endless(repeat, vec![switch, leave]), span);
    }

    /// Variables that a part declares are visible in the later ones, which a jump may reach on its own.
    fn hoist(&mut self, body: &mut [IrStmt], hoisted: &mut Vec<LocalId>) {
        for stmt in body {
            match &mut stmt.kind {
                StmtKind::Let { local, init } => {
                    hoisted.push(*local);
                    let (place, ty) = (Place::Local(*local), self.state.locals[local.0 as usize].ty);
                    let value = init
                        .take()
                        .unwrap_or_else(|| self.node(ExprKind::Zero, ty, stmt.span));
                    stmt.kind = StmtKind::Assign {
                        place,
                        value,
                        in_place: false,
                    };
                }
                StmtKind::LetTuple { locals, init } => {
                    hoisted.extend(locals.iter().flatten());
                    let places = locals.iter().map(|local| local.map(Place::Local)).collect();
                    let unit = init.ty;
                    let placeholder = self.node(ExprKind::Zero, unit, stmt.span);
                    let value = std::mem::replace(init, placeholder);
                    stmt.kind = StmtKind::AssignTuple { places, value };
                }
                _ => {}
            }
        }
    }
}

/// The jumps of the list as blocks and loops within each other, in the order of their starts, outer ones first. None where
/// a jump from outside a loop goes into it.
fn nested(stmts: &[Stmt], labels: &[Label]) -> Option<Vec<Jumps>> {
    let mut all = Vec::new();
    for label in labels {
        let name = label.name;
        let mut add = |is_backward, start, end| {
            all.push(Jumps {
                name,
                is_backward,
                start,
                end,
            });
        };
        if label.first < label.at {
            add(false, label.first, label.at);
        }
        if label.last >= label.at {
            // A jump backward over a declaration makes a new variable, which closures may hold and which what
            // follows sees: all of that is in the loop.
            let has_variables = declares(&stmts[label.at..=label.last]);
            let end = if has_variables {
                stmts.len()
            } else {
                label.last + 1
            };
            add(true, label.at, end);
        }
    }
    while widened(&mut all)? {}
    all.sort_by_key(|jumps| (jumps.start, std::cmp::Reverse(jumps.end)));
    // A loop that has come to hold declarations holds all that sees them.
    let outgrown = all
        .iter_mut()
        .filter(|jumps| jumps.is_backward && jumps.end < stmts.len());
    let mut is_settled = true;
    for jumps in outgrown.filter(|jumps| declares(&stmts[jumps.start..jumps.end])) {
        jumps.end = stmts.len();
        is_settled = false;
    }
    if !is_settled {
        while widened(&mut all)? {}
        all.sort_by_key(|jumps| (jumps.start, std::cmp::Reverse(jumps.end)));
    }
    Some(all)
}

/// Widens one of two that overlap to hold the other, if there are such. spec: a `goto` "must not cause any variables to
/// come into scope that were not already in scope at the point of the goto", so that blocks left by a jump forward
/// declare nothing and may begin earlier. A loop may end later.
fn widened(all: &mut [Jumps]) -> Option<bool> {
    for first in 0..all.len() {
        for second in 0..all.len() {
            let (p, q) = (&all[first], &all[second]);
            if !(p.start < q.start && q.start < p.end && p.end < q.end) {
                continue;
            }
            if p.is_backward {
                all[first].end = q.end;
            } else if q.is_backward {
                return None;
            } else {
                all[second].start = p.start;
            }
            return Some(true);
        }
    }
    Some(false)
}

fn endless(label: LabelId, body: Vec<IrStmt>) -> StmtKind {
    StmtKind::For {
        label: Some(label),
        init: Vec::new(),
        cond: None,
        post: Vec::new(),
        body,
        per_iteration: false,
    }
}

fn labels(stmts: &[Stmt]) -> Vec<Label> {
    let mut labels = Vec::new();
    let gotos = scan::gotos(stmts);
    for (at, stmt) in stmts.iter().enumerate() {
        let mut inner = stmt;
        while let ast::StmtKind::Labeled(label, nested) = &inner.kind {
            if let Some(&(first, last)) = gotos.get(&label.name) {
                labels.push(Label {
                    name: label.name,
                    at,
                    first,
                    last,
                });
            }
            inner = nested;
        }
    }
    labels
}

/// Whether a statement of the list itself declares variables.
fn declares(stmts: &[Stmt]) -> bool {
    stmts.iter().any(|stmt| {
        let mut inner = stmt;
        while let ast::StmtKind::Labeled(_, nested) = &inner.kind {
            inner = nested;
        }
        matches!(inner.kind, ast::StmtKind::Define(..) | ast::StmtKind::Decl(_))
    })
}
