//! Which small functions run often: those that loops call, and what these call.

use crate::ir::{Call, Callee, Expr, ExprKind, FuncId, Program, Stmt, StmtKind};
use crate::visit::{self, Visitor};

/// Functions with more nodes are not worth the text of checks written out.
const SMALL: usize = 120;

pub fn run(program: &mut Program) {
    let bodies: Vec<Body> = program
        .functions
        .iter()
        .map(|function| Body::of(&function.code.body))
        .collect();
    let mut work: Vec<FuncId> = bodies.iter().flat_map(|body| &body.in_loops).copied().collect();
    while let Some(func) = work.pop() {
        let index = func.0 as usize;
        if program.functions[index].is_hot || bodies[index].size > SMALL {
            continue;
        }
        program.functions[index].is_hot = true;
        work.extend(&bodies[index].calls);
    }
}

/// What is called in a function, and how large it is.
#[derive(Default)]
struct Body {
    calls: Vec<FuncId>,
    in_loops: Vec<FuncId>,
    loops: u32,
    size: usize,
}

impl Body {
    fn of(stmts: &[Stmt]) -> Body {
        let mut body = Body::default();
        visit::walk_stmts(&mut body, stmts);
        body
    }

    fn call(&mut self, call: &Call) {
        let Callee::Func(func) = call.callee else { return };
        self.calls.push(func);
        if self.loops > 0 {
            self.in_loops.push(func);
        }
    }
}

impl Visitor for Body {
    fn expr(&mut self, expr: &Expr) {
        self.size += 1;
        if let ExprKind::Call(call) = &expr.kind {
            self.call(call);
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.size += 1;
        let is_loop = matches!(
            stmt.kind,
            StmtKind::For { .. } | StmtKind::RangeMap { .. } | StmtKind::RangeString { .. }
        );
        self.loops += u32::from(is_loop);
        visit::walk_stmt(self, stmt);
        self.loops -= u32::from(is_loop);
    }
}
