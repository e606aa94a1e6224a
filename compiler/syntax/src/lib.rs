//! Text to tree: `token` (logos) → `semicolon` → `grammar` (LALRPOP) → `ast`.
//!
//! **Invariant:** this crate never asks what a name means.

pub mod ast;
