//! Where in the program the checker is.

use crate::checker::PackageId;
use crate::object::ObjectId;
use crate::scope::ScopeId;
use crate::types::TypeId;
use rustc_hash::FxHashSet;

/// The surroundings of the node being checked. One value per package-level declaration or body; nested
/// blocks save and restore `scope`.
#[derive(Clone, Debug)]
pub(crate) struct Env {
    pub package: PackageId,
    /// Index of the file in its package.
    pub file: u32,
    /// The language version of the file.
    pub version: (u32, u32),
    pub scope: ScopeId,
    /// The value of `iota`, in constant declarations.
    pub iota: Option<u32>,
    /// The span at which errors of an implicitly repeated constant expression are reported.
    pub repeated_at: Option<goes_source::Span>,
    /// The package-level objects that what is being checked refers to (functions, methods, variables):
    /// spec: "a reference to a variable or function is an identifier denoting that variable or function".
    pub dependencies: FxHashSet<ObjectId>,
    /// The signature of the innermost function whose body is checked.
    pub signature: Option<TypeId>,
    /// Its named results (empty where they have no names).
    pub results: Vec<ObjectId>,
    /// Type parameters in scope of the declaration (a function's or receiver's), outermost first: local
    /// type declarations capture them.
    pub type_params: Vec<crate::types::TypeParamId>,
    /// A call or receive operation has been seen: `len` and `cap` of such an operand are not constant.
    pub has_call_or_receive: bool,
}

impl Env {
    pub(crate) fn new(package: PackageId, file: u32, version: (u32, u32), scope: ScopeId) -> Env {
        Env {
            package,
            file,
            version,
            scope,
            iota: None,
            repeated_at: None,
            dependencies: FxHashSet::default(),
            signature: None,
            results: Vec::new(),
            type_params: Vec::new(),
            has_call_or_receive: false,
        }
    }
}
