//! Whether a program asks which code a function value has.
//!
//! Function values that one literal has made have the same address in Go, as reflection tells it, and package runtime
//! knows the name for it. In JavaScript such values are objects of their own: what they have in common must be written
//! into them.

use crate::ir::{Call, Callee, Expr, ExprKind, Program};
use crate::visit::{self, Visitor};

pub fn run(program: &mut Program) {
    let asking: Vec<bool> = program
        .functions
        .iter()
        .map(|function| {
            matches!(
                function.go_name.as_str(),
                "reflect.Value.Pointer" | "reflect.Value.UnsafePointer"
            )
        })
        .collect();
    if !asking.contains(&true) {
        return;
    }
    let mut addresses = Addresses {
        asking: &asking,
        are_asked: false,
    };
    for function in &program.functions {
        if !program.packages[function.package.0 as usize].is_std {
            addresses.closure(&function.code);
        }
    }
    program.shows_code = addresses.are_asked;
}

struct Addresses<'p> {
    /// The functions that tell an address.
    asking: &'p [bool],
    are_asked: bool,
}

impl Visitor for Addresses<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Call(Call {
            callee: Callee::Func(callee),
            ..
        }) = &expr.kind
        {
            self.are_asked |= self.asking[callee.0 as usize];
        }
        visit::walk_expr(self, expr);
    }
}
