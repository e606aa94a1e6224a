//! Passes over the Ir. Each proves something and writes it into the nodes that profit.

mod addresses;
mod apart;
pub mod blocking;
mod code;
pub mod copies;
mod effects;
mod fields;
mod fixed;
mod flow;
pub mod headers;
mod held;
mod hot;
mod locks;
mod memory;
mod moves;
pub mod numbers;
mod objects;
mod pairs;
mod places;
mod promote;
mod rows;
mod spin;
pub mod split;
mod tables;
mod twins;
mod unchecked;
mod views;

use crate::ir::Program;

/// Runs all passes in their order. In debug builds the program is validated after each.
pub fn run(program: &mut Program) {
    check(program, "lowering");
    spin::run(program);
    check(program, "spin");
    blocking::run(program);
    check(program, "blocking");
    copies::run(program);
    check(program, "copies");
    apart::run(program);
    check(program, "apart");
    promote::run(program);
    check(program, "promote");
    rows::run(program);
    check(program, "rows");
    numbers::run(program);
    check(program, "numbers");
    headers::run(program);
    check(program, "headers");
    hot::run(program);
    split::run(program);
    addresses::run(program);
    places::run(program);
    code::run(program);
    twins::run(program);
    check(program, "twins");
    views::run(program);
    check(program, "views");
    tables::run(program);
    check(program, "tables");
    unchecked::run(program);
    check(program, "unchecked");
}

/// Validates in debug builds.
fn check(program: &Program, after: &str) {
    if cfg!(debug_assertions) {
        let problems = crate::validate::validate(program);
        assert!(
            problems.is_empty(),
            "invalid Ir after {after}:\n{}",
            problems.join("\n")
        );
    }
}
