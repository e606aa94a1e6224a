//! Go with nothing left implicit: typed trees in, monomorphic [`ir`] out, then passes over it.
//!
//! **Invariant:** the last room that knows Go's types. Whatever the emitter needs to know stands in the
//! `Ir`: conversions, copies, zero values, evaluation order, boxing, checks, parking.
//!
//! Lowering is driven by reachability: a worklist starts at the roots, and whatever a lowered body refers
//! to joins it. Bodies of dependencies are checked when their turn comes.

mod assign;
mod binary;
mod body;
mod builtin;
mod call;
mod closure;
mod composite;
mod convert;
mod decl;
mod defer;
mod diag;
pub mod dump;
mod embed;
mod expr;
mod facts;
mod finish;
mod format;
mod goto;
mod init;
mod interface;
pub mod ir;
mod linkname;
mod loops;
mod method;
mod names;
mod order;
pub mod passes;
mod place;
mod purity;
mod range;
mod range_func;
mod reach;
mod scan;
mod select;
mod selector;
mod stmt;
mod switch;
mod ty;
pub mod validate;
pub mod visit;

use goes_packages::Graph;
use goes_source::Diagnostic;
use goes_types::{Checker, PackageId};

/// Where reachability starts.
#[derive(Clone, Debug)]
pub enum Roots {
    /// `main.main` of a program.
    Main(PackageId),
    /// The exported names of the packages of a library.
    Library(Vec<PackageId>),
}

#[derive(Clone, Debug, Default)]
pub struct Options {}

/// Lowers what the roots reach. Types of all packages must have been checked without errors; bodies of
/// dependencies are checked on the way, and what is wrong with them stands in `checker.diagnostics`.
///
/// The program is only meaningful if none of the diagnostics is an error.
pub fn lower<'a>(
    checker: &mut Checker<'a>,
    graph: &Graph,
    roots: &Roots,
    _options: &Options,
) -> (ir::Program, Vec<Diagnostic>) {
    let mut cx = reach::Lowerer::new(checker, graph);
    cx.run(roots);
    let (mut program, diagnostics) = cx.finish();
    if !diagnostics.iter().any(Diagnostic::is_error) && !checker.has_errors() {
        passes::run(&mut program);
    }
    (program, diagnostics)
}
