//! `for … range f`: the body becomes a function that f calls, and statements that leave the body say so to
//! the loop, which carries on after f has returned.

use crate::body::{Body, Frame, Target, TargetKind};
use crate::ir::{Builtin, Call, Callee, CompareOp, Const, Expr, ExprKind, LocalId, Place, Stmt, StmtKind};
use crate::range::RangeVar;
use goes_source::{Span, Symbol};
use goes_syntax::ast::RangeStmt;
use goes_types::types::Signature;
use goes_types::{BasicKind, TypeId as Ty};

/// What the frame of such a body knows.
#[derive(Debug)]
pub(crate) struct RangeFunc {
    /// Says how the body was left: 0 not at all, otherwise one more than an index into `exits`.
    next: LocalId,
    /// Whether the body may be called, see [`READY`].
    state: LocalId,
    /// How statements in the body leave the loop for something beyond it.
    exits: Vec<Exit>,
}

/// A statement that goes elsewhere, and where it goes: the frame and the target in it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The results have been stored.
    Return,
    To {
        jump: Jump,
        frame: usize,
        target: usize,
    },
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Jump {
    Break,
    Continue,
    Goto,
}

/// What the loop's state can be: the body may be called, it has been left for good, the loop is over, the body
/// runs or has panicked; and what is wrong where the iterator returns in the last of these. `rangePanic` of the
/// runtime knows them.
const READY: i64 = 0;
const LEFT: i64 = 1;
const OVER: i64 = 2;
const RUNNING: i64 = 3;
const LOST_PANIC: i64 = 4;

impl<'a> Body<'_, '_, 'a> {
    /// `break`, `continue` or `goto`.
    pub fn jump(&mut self, jump: Jump, name: Option<Symbol>, span: Span) {
        if let Some(exit) = self.find_target(jump, name) {
            self.exit(exit, span);
        }
    }

    /// The innermost target that the statement may refer to.
    fn find_target(&self, jump: Jump, name: Option<Symbol>) -> Option<Exit> {
        for (frame_index, frame) in self.state.frames.iter().enumerate().rev() {
            for (index, target) in frame.targets.iter().enumerate().rev() {
                let fits = match (jump, target.kind) {
                    (
                        Jump::Goto,
                        TargetKind::GotoForward | TargetKind::GotoBackward | TargetKind::GotoState { .. },
                    ) => true,
                    (Jump::Goto, _) => false,
                    (_, TargetKind::Loop | TargetKind::RangeFuncBody) => true,
                    (Jump::Break, TargetKind::Switch) => true,
                    (Jump::Break, TargetKind::Block) => name.is_some(),
                    _ => false,
                };
                if fits && (name.is_none() || target.name == name) {
                    return Some(Exit::To {
                        jump,
                        frame: frame_index,
                        target: index,
                    });
                }
            }
            frame.range_func.as_ref()?;
        }
        None
    }

    /// Goes where an exit leads, from the frame that is being lowered.
    pub fn exit(&mut self, exit: Exit, span: Span) {
        let here = self.state.frames.len() - 1;
        match exit {
            Exit::To { jump, frame, target } if frame == here => self.jump_here(jump, target, span),
            Exit::Return if self.state.frames[here].range_func.is_none() => self.return_results(span),
            _ => self.leave_body(exit, span),
        }
    }

    fn jump_here(&mut self, jump: Jump, target: usize, span: Span) {
        let Target { label, kind, .. } = self.frame().targets[target].clone();
        self.frame().targets[target].is_used = true;
        match kind {
            TargetKind::RangeFuncBody if jump == Jump::Break => {
                self.set_state(LEFT, span);
                self.return_bool(false, span);
            }
            TargetKind::RangeFuncBody => {
                self.set_state(READY, span);
                self.return_bool(true, span);
            }
            TargetKind::GotoBackward => self.push(StmtKind::Continue(label), span),
            TargetKind::GotoState { state, index } => {
                self.note_use(state);
                let value = self.int_const(i64::from(index), span);
                self.push(
                    StmtKind::Assign {
                        place: Place::Local(state),
                        value,
                        in_place: false,
                    },
                    span,
                );
                self.push(StmtKind::Continue(label), span);
            }
            _ if jump == Jump::Continue => self.push(StmtKind::Continue(label), span),
            _ => self.push(StmtKind::Break(label), span),
        }
    }

    /// Returns what the results' variables hold.
    pub fn return_results(&mut self, span: Span) {
        let frame = self.frame();
        let (locals, are_named) = match (frame.named.is_empty(), frame.has_defer) {
            (true, _) => (frame.result_locals.clone(), false),
            // Deferred calls may still change them.
            (false, true) => (Vec::new(), true),
            (false, false) => (frame.named.clone(), true),
        };
        let value = |local| {
            let value = self.local(local, span);
            if are_named { self.own(value) } else { value }
        };
        let values = locals.into_iter().map(value).collect();
        self.push(StmtKind::Return(values), span);
    }

    /// Notes in the loop's locals where to go, and ends the iteration.
    fn leave_body(&mut self, exit: Exit, span: Span) {
        let Some(range_func) = &mut self.frame().range_func else {
            return;
        };
        let next = range_func.next;
        let code = match range_func.exits.iter().position(|&other| other == exit) {
            Some(index) => index,
            None => {
                range_func.exits.push(exit);
                range_func.exits.len() - 1
            }
        };
        let value = self.int_const(code as i64 + 1, span);
        self.write_local(next, value, span);
        self.set_state(LEFT, span);
        self.return_bool(false, span);
    }

    fn write_local(&mut self, local: LocalId, value: Expr, span: Span) {
        let place = Place::Local(local);
        self.note_write(&place);
        self.push(
            StmtKind::Assign {
                place,
                value,
                in_place: false,
            },
            span,
        );
    }

    fn set_state(&mut self, state: i64, span: Span) {
        let Some(range_func) = &self.frame().range_func else {
            return;
        };
        let local = range_func.state;
        let value = self.int_const(state, span);
        self.write_local(local, value, span);
    }

    fn return_bool(&mut self, value: bool, span: Span) {
        let value = self.bool_const(value, span);
        self.push(StmtKind::Return(vec![value]), span);
    }

    /// spec: "For a function f, the iteration proceeds by calling f with a new, synthesized yield function as
    /// its argument."
    pub fn range_func(
        &mut self,
        stmt: &'a RangeStmt,
        signature: &Signature,
        key: RangeVar<'a>,
        value: RangeVar<'a>,
        name: Option<Symbol>,
        span: Span,
    ) {
        let Some(&yield_ty) = signature.params.first() else {
            return;
        };
        let Some(yield_signature) = self.cx.signature(yield_ty) else {
            return;
        };
        let iterator = self.expr(&stmt.operand);
        let ready = self.int_const(READY, span);
        let state = self.temp("state", ready.clone());
        let next = self.temp("next", ready);
        for local in [state, next] {
            self.state.locals[local.0 as usize].is_number = true;
        }
        let outer = self.frame();
        outer.range_funcs += 1;
        let go_name = format!("{}-range{}", outer.go_name, outer.range_funcs);
        let frame = Frame {
            results: vec![Ty::basic(BasicKind::Bool)],
            go_name,
            range_func: Some(RangeFunc {
                next,
                state,
                exits: Vec::new(),
            }),
            ..Frame::default()
        };
        let vars = [key, value];
        let (closure, frame) = self.closure(frame, span, span, |body, params| {
            body.range_func_body(stmt, &yield_signature, &vars, state, name, params, span);
        });
        let func_ty = self.cx.ty(yield_ty);
        let literal = self.node(ExprKind::FuncLit(Box::new(closure)), func_ty, span);
        let call = match iterator.kind {
            ExprKind::Func(id) => Callee::Func(id),
            _ => Callee::Value(Box::new(iterator)),
        };
        let unit = self.cx.unit();
        let call = Call {
            callee: call,
            args: vec![literal],
            may_park: false,
        };
        let call = self.node(ExprKind::Call(call), unit, span);
        self.push(StmtKind::Expr(call), span);
        let is_running = self.compare_state(state, CompareOp::Equal, RUNNING, span);
        let lost_panic = self.int_const(LOST_PANIC, span);
        self.range_panic_if(is_running, lost_panic, span);
        let over = self.int_const(OVER, span);
        self.write_local(state, over, span);
        let exits = frame
            .range_func
            .map(|range_func| range_func.exits)
            .unwrap_or_default();
        self.dispatch_exits(next, exits, span);
    }

    /// After the iterator has returned: goes where the body wanted to go.
    fn dispatch_exits(&mut self, next: LocalId, exits: Vec<Exit>, span: Span) {
        for (index, exit) in exits.into_iter().enumerate() {
            let then = self.collect(|body| body.exit(exit, span));
            let cond = self.compare_state(next, CompareOp::Equal, index as i64 + 1, span);
            self.push_if(cond, then, span);
        }
    }

    /// Panics where a loop is in a state in which it must not be.
    fn range_panic_if(&mut self, cond: Expr, state: Expr, span: Span) {
        let unit = self.cx.unit();
        let panic = self.node(ExprKind::Builtin(Builtin::RangePanic, vec![state]), unit, span);
        let then = self.collect(|body| body.push(StmtKind::Expr(panic), span));
        self.push_if(cond, then, span);
    }

    fn compare_state(&mut self, local: LocalId, op: CompareOp, value: i64, span: Span) -> Expr {
        let left = self.local(local, span);
        let right = self.int_const(value, span);
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let kind = ExprKind::Compare {
            op,
            left: Box::new(left),
            right: Box::new(right),
        };
        self.node(kind, bool_ty, span)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a range clause")]
    fn range_func_body(
        &mut self,
        stmt: &'a RangeStmt,
        signature: &Signature,
        vars: &[RangeVar<'a>],
        state: LocalId,
        name: Option<Symbol>,
        params: &mut Vec<LocalId>,
        span: Span,
    ) {
        let label = self.named_label(name);
        self.frame().targets.push(Target {
            name,
            label,
            kind: TargetKind::RangeFuncBody,
            is_used: false,
        });
        let mut assigned = Vec::new();
        for (index, &ty) in signature.params.iter().enumerate() {
            let id = self.cx.ty(ty);
            let var = vars.get(index).copied().unwrap_or(RangeVar::None);
            let declared = match var {
                RangeVar::Declared(object) => {
                    let local = self.declare(object);
                    // The variable may be of another type than the parameter: then it is assigned from it.
                    if self.state.locals[local.0 as usize].ty == id {
                        Some(local)
                    } else {
                        None
                    }
                }
                _ => None,
            };
            let local = declared.unwrap_or_else(|| self.new_local(format!("$v{index}"), id, span));
            params.push(local);
            if declared.is_none() {
                assigned.push((var, local, ty));
            }
        }
        let is_not_ready = self.compare_state(state, CompareOp::NotEqual, READY, span);
        let read = self.local(state, span);
        self.range_panic_if(is_not_ready, read, span);
        self.set_state(RUNNING, span);
        for (var, local, ty) in assigned {
            let value = self.local(local, span);
            match var {
                RangeVar::None => {}
                RangeVar::Declared(object) => {
                    let to = self.object_type(object);
                    let value = self.assign_convert(value, ty, to);
                    if let Some(&local) = self.state.objects.get(&object) {
                        self.push(
                            StmtKind::Let {
                                local,
                                init: Some(value),
                            },
                            span,
                        );
                    }
                }
                RangeVar::Assigned(e) => {
                    let place = self.place(e);
                    let to = self.place_type(e);
                    let value = self.assign_convert(value, ty, to);
                    self.store(place, value, span);
                }
            }
        }
        self.stmts(&stmt.body.stmts);
        self.set_state(READY, span);
        self.return_bool(true, span);
    }

    /// Panics now if an interface is nil whose method is to be called later.
    pub fn check_nil(&mut self, value: Expr, span: Span) {
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let cond = self.node(ExprKind::IsNil(Box::new(value)), bool_ty, span);
        let then = self.collect(|body| {
            body.panic_runtime("invalid memory address or nil pointer dereference", span);
        });
        self.push_if(cond, then, span);
    }

    /// Panics with a runtime error.
    pub fn panic_runtime(&mut self, text: &str, span: Span) {
        let string = self.cx.ty(Ty::basic(BasicKind::String));
        let text = self.node(
            ExprKind::Const(Const::String(text.as_bytes().to_vec())),
            string,
            span,
        );
        let unit = self.cx.unit();
        let panic = self.node(ExprKind::Builtin(Builtin::PanicRuntime, vec![text]), unit, span);
        self.out.push(Stmt {
            kind: StmtKind::Expr(panic),
            span,
        });
    }
}
