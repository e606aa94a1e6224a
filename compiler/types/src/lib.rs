//! From trees to facts: which object each name denotes, the type, mode and constant value of each
//! expression, in which order packages initialise.
//!
//! **Invariant:** the tree is read only; facts go into [`Info`] tables beside it. Whatever is wrong is
//! reported once, and yields [`TypeId::INVALID`], which agrees with everything.
//!
//! Bodies of functions are checked when asked for ([`Checker::check_body`]), so that a dependency costs
//! no more than its declarations.

pub mod checker;
mod collect;
pub mod constant;
mod cycles;
mod decl;
mod directives;
mod display;
mod env;
mod imports;
mod infer;
pub mod info;
mod init_order;
mod instance;
mod instantiate;
mod interface_type;
pub mod lookup;
pub mod object;
mod predicates;
mod receiver;
pub mod scope;
mod signature;
mod size_cycles;
mod sizes;
mod struct_type;
mod subst;
pub mod types;
mod typeset;
mod typexpr;
mod unify;
pub mod universe;

mod assign;
mod binary;
mod builtin;
mod builtin_unsafe;
mod call;
mod compare;
mod conversion;
mod expr;
mod expr_string;
mod index;
mod init;
mod labels;
mod literal;
mod operand;
mod range;
mod returns;
mod select;
mod selector;
mod shift;
mod spelling;
mod stmt;
mod suggest;
mod switch;
mod unary;
mod unused;
mod version;

pub use checker::{Checker, Package, PackageId, PackageInput};
pub use info::{Info, Mode, Selection, SelectionKind, TypeAndValue};
pub use lookup::{Entry, Lookup, MethodEntry};
pub use object::{Builtin, Object, ObjectId, ObjectKind};
pub use scope::{Scope, ScopeId};
pub use subst::Substitution;
pub use types::{BasicKind, NamedId, Term, Type, TypeId, TypeParamId, Types};
