//! Small functions that call themselves more than once are written twice, each calling the other.
//!
//! JavaScript engines inline a call of another function, but never one of the same: `fib` then takes half of the
//! time.

use crate::ir::{Callee, Closure, Expr, ExprKind, FuncId, Function, Program, Stmt};
use crate::visit::{self, Visitor, VisitorMut};

/// Engines do not inline functions with more nodes.
const SMALL: usize = 60;
/// With fewer calls of itself, other work outweighs the calls.
const LEAST: usize = 2;

pub fn run(program: &mut Program) {
    for index in 0..program.functions.len() {
        let (func, twin) = (FuncId(index as u32), FuncId(program.functions.len() as u32));
        let function = &mut program.functions[index];
        if program.packages[function.package.0 as usize].is_std || !is_worth(function, func) {
            continue;
        }
        // Both stay what a function is that calls itself.
        function.code.is_hot = true;
        let mut other = function.clone();
        other.method = None;
        other.doc = Some(format!(
            "{} once more: a call of another function can be inlined, one of the same cannot.",
            function.name
        ));
        Redirect { func, twin }.closure(&mut function.code);
        program.functions.push(other);
    }
}

fn is_worth(function: &Function, func: FuncId) -> bool {
    let code = &function.code;
    if function.native.is_some() || code.may_park || code.has_defer || code.has_recover {
        return false;
    }
    let mut body = Body {
        func,
        calls: 0,
        nodes: 0,
        has_closures: false,
    };
    visit::walk_stmts(&mut body, &code.body);
    body.calls >= LEAST && body.nodes <= SMALL && !body.has_closures
}

struct Body {
    func: FuncId,
    calls: usize,
    nodes: usize,
    has_closures: bool,
}

impl Visitor for Body {
    fn expr(&mut self, expr: &Expr) {
        self.nodes += 1;
        if let ExprKind::Call(call) = &expr.kind {
            self.calls += usize::from(matches!(call.callee, Callee::Func(func) if func == self.func));
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.nodes += 1;
        visit::walk_stmt(self, stmt);
    }

    fn closure(&mut self, _: &Closure) {
        self.has_closures = true;
    }
}

/// Calls the twin instead.
struct Redirect {
    func: FuncId,
    twin: FuncId,
}

impl VisitorMut for Redirect {
    fn expr(&mut self, expr: &mut Expr) {
        if let ExprKind::Call(call) = &mut expr.kind
            && let Callee::Func(func) = &mut call.callee
            && *func == self.func
        {
            *func = self.twin;
        }
        visit::walk_expr_mut(self, expr);
    }
}
