//! The checker's state and its entry points.

use crate::info::Info;
use crate::object::{Object, ObjectId};
use crate::scope::{Scope, ScopeId};
use crate::types::{TypeId, Types};
use goes_source::Diagnostic;
use goes_syntax::ast;

/// The index of a package in the graph; dependencies have lower numbers.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

/// What is known of one package.
#[derive(Debug)]
pub struct Package<'a> {
    pub path: String,
    pub name: String,
    pub files: &'a [ast::File],
    /// The language version of each file.
    pub versions: Vec<(u32, u32)>,
    pub scope: ScopeId,
    pub file_scopes: Vec<ScopeId>,
    pub info: Info,
    /// Package variables in the order of their initialisation.
    /// spec: "Within a package, package-level variable initialization proceeds stepwise".
    pub init_order: Vec<Initializer<'a>>,
    /// All function declarations named init, in order.
    pub init_funcs: Vec<ObjectId>,
    pub imports: Vec<PackageId>,
}

/// `lhs… = rhs` of package variables.
#[derive(Clone, Debug)]
pub struct Initializer<'a> {
    /// Empty names are `None`.
    pub lhs: Vec<Option<ObjectId>>,
    pub rhs: &'a ast::ExprNode,
    pub file: u32,
}

/// Checks the packages of a build, in the order in which they are handed over.
#[derive(Debug)]
pub struct Checker<'a> {
    pub types: Types,
    pub objects: Vec<Object>,
    pub scopes: Vec<Scope>,
    pub packages: Vec<Package<'a>>,
    pub universe: ScopeId,
    pub diagnostics: Vec<Diagnostic>,
    /// Predeclared types that are not basic.
    pub error_type: TypeId,
    pub any_type: TypeId,
    pub comparable_type: TypeId,
}
