//! Packages that calculate with the addresses of strings: there it matters which string another is a slice of.
//!
//! Such a package looks at a string as its header, or asks for its data, and subtracts or orders uintptrs. What it
//! slices is kept in mind (`runtime/src/string-data.js`).

use crate::ir::{ArithOp, Builtin, CompareOp, Expr, ExprKind, IntKind, Program, Type, TypeId, TypeKind};
use crate::visit::{self, Visitor};

pub fn run(program: &mut Program) {
    let mut found = vec![(false, false); program.packages.len()];
    for function in &program.functions {
        let mut addresses = Addresses {
            types: &program.types,
            of_strings: false,
            calculates: false,
        };
        addresses.closure(&function.code);
        let (of_strings, calculates) = &mut found[function.package.0 as usize];
        *of_strings |= addresses.of_strings;
        *calculates |= addresses.calculates;
    }
    for (package, (of_strings, calculates)) in program.packages.iter_mut().zip(found) {
        package.addresses_strings = of_strings && calculates && !package.is_std;
    }
}

struct Addresses<'p> {
    types: &'p [Type],
    of_strings: bool,
    calculates: bool,
}

impl Addresses<'_> {
    fn kind(&self, ty: TypeId) -> &TypeKind {
        &self.types[ty.0 as usize].kind
    }

    fn is_address(&self, expr: &Expr) -> bool {
        *self.kind(expr.ty) == TypeKind::Int(IntKind::Uintptr)
    }
}

impl Visitor for Addresses<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Builtin(Builtin::UnsafeStringData, _) => self.of_strings = true,
            ExprKind::Builtin(Builtin::UnsafeView, operands) => {
                let is_string = matches!(self.kind(operands[0].ty), TypeKind::Pointer(elem)
                    if *self.kind(*elem) == TypeKind::String);
                let is_header = matches!(self.kind(expr.ty), TypeKind::Pointer(elem)
                    if matches!(self.kind(*elem), TypeKind::Struct(_)));
                self.of_strings |= is_string && is_header;
            }
            ExprKind::Arith {
                op: ArithOp::Sub,
                left,
                ..
            } => self.calculates |= self.is_address(left),
            ExprKind::Compare { op, left, .. } if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) => {
                self.calculates |= self.is_address(left);
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }
}
