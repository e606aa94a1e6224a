//! Text to tree: `token` (logos) → `lexer` (semicolons) → `disambiguate` → `grammar` (LALRPOP) → `ast`.
//!
//! **Invariant:** this crate never asks what a name means.

pub mod ast;
mod comment;
mod context;
mod diagnostics;
mod directive;
mod disambiguate;
mod drop;
mod dump;
mod header;
mod lexer;
mod literal;
mod message;
mod nodes;
mod parser;
mod repair;
mod token;

#[allow(clippy::all, clippy::unwrap_used, unused, reason = "generated")]
mod grammar {
    include!(concat!(env!("OUT_DIR"), "/grammar.rs"));
}

pub use disambiguate::{MAX_DEPTH, MAX_NESTING};
pub use dump::{dump_ast, dump_tokens};
pub use header::{Header, HeaderImport, parse_header};
pub use literal::{unquote_rune, unquote_string};
pub use parser::parse_file;

use goes_source::Diagnostic;
use goes_source::files::LineDirective;

/// A parsed file. Declarations that could not be parsed are [`ast::DeclKind::Bad`].
#[derive(Debug)]
pub struct Parsed {
    pub file: ast::File,
    /// There are syntax errors proper: the tree lacks something. What is wrong within a token, say, is
    /// reported, too, but leaves the tree whole.
    pub is_malformed: bool,
    pub diagnostics: Vec<Diagnostic>,
    /// What go/parser rejects but gc leaves to its checker, and so do we.
    pub deferred: Vec<ast::Span>,
    /// What `//line` directives say; for [`goes_source::Files::set_line_directives`].
    pub line_directives: Vec<LineDirective>,
}

/// The text of a source file, or the offset of the first byte that is not UTF-8.
///
/// spec: "Source code is Unicode text encoded in UTF-8."
pub fn check_utf8(bytes: &[u8]) -> Result<&str, usize> {
    std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

/// Runs work that recurses as deep as a tree may be (see [`MAX_DEPTH`]) on a stack of its own.
pub fn on_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    // Only pages that are touched take memory.
    const STACK_SIZE: usize = 1 << 30;
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK_SIZE)
            .spawn_scoped(scope, work);
        match thread.expect("a thread can be started").join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
