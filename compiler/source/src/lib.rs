//! Files, spans and diagnostics: what every other room shares.
//!
//! **Invariant:** this crate knows nothing of Go; it maps positions to text and findings to output.

pub mod diagnostic;
pub mod files;
pub mod render;
pub mod span;
pub mod symbol;

pub use diagnostic::{Code, Diagnostic, Label, Severity};
pub use files::{FileId, Files, LineDirective, Position};
pub use span::Span;
pub use symbol::Symbol;
