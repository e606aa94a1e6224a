//! `for` statements with conditions and clauses.

use crate::body::{Body, TargetKind};
use crate::ir::{Expr, ExprKind, LocalId, Place, Stmt, StmtKind, Storage};
use goes_source::{Span, Symbol};
use goes_syntax::ast::ForStmt;

/// Since that version each iteration has its own variables.
/// spec: "Each iteration has its own separate declared variable (or variables) [Go 1.22]."
pub(crate) const PER_ITERATION_SINCE: (u32, u32) = (1, 22);

impl<'a> Body<'_, '_, 'a> {
    pub fn for_stmt(&mut self, stmt: &'a ForStmt, name: Option<Symbol>, span: Span) {
        let init = match &stmt.init {
            Some(init) => self.collect(|body| body.stmt(init)),
            None => Vec::new(),
        };
        let vars: Vec<LocalId> = init
            .iter()
            .flat_map(|stmt| match &stmt.kind {
                StmtKind::Let { local, .. } => vec![*local],
                StmtKind::LetTuple { locals, .. } => locals.iter().flatten().copied().collect(),
                _ => Vec::new(),
            })
            .filter(|local| !self.state.locals[local.0 as usize].name.starts_with('$'))
            .collect();
        let cond = stmt.cond.as_ref().map(|cond| self.expr(cond));
        let mut body = Vec::new();
        let label = self.within(name, TargetKind::Loop, |cx, _| body = cx.block(&stmt.body));
        let post = match &stmt.post {
            Some(post) => self.collect(|body| body.stmt(post)),
            None => Vec::new(),
        };
        let is_new = self.version() >= PER_ITERATION_SINCE;
        let is_captured = vars
            .iter()
            .any(|local| self.state.locals[local.0 as usize].is_captured);
        let are_lets = init
            .iter()
            .all(|stmt| matches!(stmt.kind, StmtKind::Let { init: Some(_), .. }));
        let fits_header = is_header(&post);
        let needs_copies = is_new
            && vars
                .iter()
                .any(|&local| self.has_identity(local, is_captured && !(are_lets && fits_header)));
        if needs_copies {
            return self.for_with_copies(init, &vars, cond, post, body, label, span);
        }
        let is_shared = !is_new && vars.iter().any(|&local| self.has_identity(local, is_captured));
        if are_lets && fits_header && !is_shared {
            let per_iteration = is_new && is_captured;
            return self.push(
                StmtKind::For {
                    label,
                    init,
                    cond,
                    post,
                    body,
                    per_iteration,
                },
                span,
            );
        }
        let mut stmts = init;
        let post = if fits_header {
            post
        } else {
            self.post_into_body(post, &mut body, label, span)
        };
        stmts.push(Stmt {
            kind: StmtKind::For {
                label,
                init: Vec::new(),
                cond,
                post,
                body,
                per_iteration: false,
            },
            span,
        });
        self.push(
            StmtKind::Block {
                label: None,
                body: stmts,
            },
            span,
        );
    }

    /// Whether a variable's iterations must not share it.
    fn has_identity(&self, local: LocalId, is_captured: bool) -> bool {
        let (facts, local_facts) = (
            &self.state.locals[local.0 as usize],
            &self.state.facts[local.0 as usize],
        );
        facts.storage == Storage::Boxed
            || is_captured && facts.is_captured
            || self.is_aggregate(facts.ty) && (facts.is_captured || local_facts.is_address_taken)
    }

    /// Moves what does not fit in a loop's header to the end of its body, where `continue` leads.
    fn post_into_body(
        &mut self,
        mut post: Vec<Stmt>,
        body: &mut Vec<Stmt>,
        label: Option<crate::ir::LabelId>,
        span: Span,
    ) -> Vec<Stmt> {
        let end = self.new_label();
        let mut inner = std::mem::take(body);
        let is_used = label.is_some_and(|label| crate::visit::redirect_continue(&mut inner, label, end));
        body.push(Stmt {
            kind: StmtKind::Block {
                label: is_used.then_some(end),
                body: inner,
            },
            span,
        });
        body.append(&mut post);
        Vec::new()
    }

    /// A loop whose variables have an identity of their own in each iteration.
    ///
    /// spec: "Variables declared by the init statement must be initialised [...] the variable used by each
    /// subsequent iteration is declared implicitly before executing the post statement and initialized to
    /// the value of the previous iteration's variable at that moment."
    #[expect(clippy::too_many_arguments, reason = "the parts of a for statement")]
    fn for_with_copies(
        &mut self,
        mut stmts: Vec<Stmt>,
        vars: &[LocalId],
        cond: Option<Expr>,
        post: Vec<Stmt>,
        mut inner: Vec<Stmt>,
        label: Option<crate::ir::LabelId>,
        span: Span,
    ) {
        let loop_label = label.unwrap_or_else(|| self.new_label());
        let mut body = Vec::new();
        let mut copies = Vec::new();
        for &var in vars {
            let (name, ty) = {
                let facts = &self.state.locals[var.0 as usize];
                (format!("${}", facts.name), facts.ty)
            };
            let carried = self.new_local(name, ty, span);
            self.state.locals[carried.0 as usize].is_reassigned = true;
            replace_declared(&mut stmts, var, carried);
            let value = self.node(ExprKind::Local(carried), ty, span);
            body.push(Stmt {
                kind: StmtKind::Let {
                    local: var,
                    init: Some(value),
                },
                span,
            });
            let value = self.node(ExprKind::Local(var), ty, span);
            let value = self.own(value);
            let place = Place::Local(carried);
            copies.push(Stmt {
                kind: StmtKind::Assign {
                    place,
                    value,
                    in_place: false,
                },
                span,
            });
        }
        if !post.is_empty() {
            let bool_ty = self.cx.ty(goes_types::TypeId::basic(goes_types::BasicKind::Bool));
            let first = self.new_local("$first".to_string(), bool_ty, span);
            self.state.locals[first.0 as usize].is_reassigned = true;
            let yes = self.bool_const(true, span);
            stmts.push(Stmt {
                kind: StmtKind::Let {
                    local: first,
                    init: Some(yes),
                },
                span,
            });
            let cond = self.node(ExprKind::Local(first), bool_ty, span);
            let no = self.bool_const(false, span);
            let then = StmtKind::Assign {
                place: Place::Local(first),
                value: no,
                in_place: false,
            };
            body.push(Stmt {
                kind: StmtKind::If {
                    cond,
                    then: vec![Stmt { kind: then, span }],
                    els: post,
                },
                span,
            });
        }
        if let Some(cond) = cond {
            let (ty, at) = (cond.ty, cond.span);
            let cond = self.node(ExprKind::Not(Box::new(cond)), ty, at);
            let leave = Stmt {
                kind: StmtKind::Break(loop_label),
                span: at,
            };
            body.push(Stmt {
                kind: StmtKind::If {
                    cond,
                    then: vec![leave],
                    els: Vec::new(),
                },
                span: at,
            });
        }
        let end = self.new_label();
        let is_used = crate::visit::redirect_continue(&mut inner, loop_label, end);
        body.push(Stmt {
            kind: StmtKind::Block {
                label: is_used.then_some(end),
                body: inner,
            },
            span,
        });
        body.append(&mut copies);
        stmts.push(Stmt {
            kind: StmtKind::For {
                label: Some(loop_label),
                init: Vec::new(),
                cond: None,
                post: Vec::new(),
                body,
                per_iteration: false,
            },
            span,
        });
        self.push(
            StmtKind::Block {
                label: None,
                body: stmts,
            },
            span,
        );
    }
}

/// Whether the statements can stand in the header of a JavaScript loop.
fn is_header(post: &[Stmt]) -> bool {
    post.iter().all(|stmt| {
        matches!(
            stmt.kind,
            StmtKind::Expr(_)
                | StmtKind::Assign { .. }
                | StmtKind::AssignOp { .. }
                | StmtKind::AssignTuple { .. }
        )
    })
}

/// Declares another local in place of `from`.
fn replace_declared(stmts: &mut [Stmt], from: LocalId, to: LocalId) {
    for stmt in stmts {
        match &mut stmt.kind {
            StmtKind::Let { local, .. } if *local == from => *local = to,
            StmtKind::LetTuple { locals, .. } => {
                for local in locals.iter_mut().flatten().filter(|local| **local == from) {
                    *local = to;
                }
            }
            _ => {}
        }
    }
}
