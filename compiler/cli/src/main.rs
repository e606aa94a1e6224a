//! The command `goes`: arguments, terminal, real files, engines, exit codes.
//!
//! Exit codes: 1 for errors in the program that is compiled (and for ours), 2 for wrong usage; `goes run`
//! passes on the program's own.

mod arguments;
mod build_cache;
mod commands;
mod disk;
mod embedded;
mod engine;
mod report;
mod test;
mod test_flags;
mod test_json;
mod variables;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    report::catch_panics();
    let arguments = arguments::parse(std::env::args_os());
    commands::run(arguments)
}
