//! Scopes: which names are visible where.

use crate::object::ObjectId;
use goes_syntax::ast::Symbol;
use rustc_hash::FxHashMap;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct ScopeId(pub u32);

/// spec: "Go is lexically scoped using blocks".
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub parent: Option<ScopeId>,
    pub names: FxHashMap<Symbol, ObjectId>,
    /// In a function, a name is visible from the end of its declaration on: scopes there are filled in
    /// source order while the body is checked, so that lookup needs no positions.
    pub is_function: bool,
}
