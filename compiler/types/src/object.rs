//! What names denote.

use crate::checker::PackageId;
use crate::constant::Value;
use crate::types::{TypeId, TypeParamId};
use goes_syntax::ast::{Span, Symbol};

#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub u32);

/// A declared entity.
#[derive(Clone, Debug)]
pub struct Object {
    pub name: Symbol,
    /// `None` for what the universe declares.
    pub package: Option<PackageId>,
    /// INVALID until resolved, and if it was wrong.
    pub ty: TypeId,
    /// The declaring identifier.
    pub span: Span,
    pub kind: ObjectKind,
    /// Declared in package scope (or a method of such a type).
    pub is_global: bool,
}

#[derive(Clone, Debug)]
pub enum ObjectKind {
    /// An import, in file scope.
    PkgName {
        imported: PackageId,
        is_used: bool,
    },
    Const {
        value: Value,
    },
    /// A defined type, alias or type parameter: `ty` tells which.
    TypeName {
        is_alias: bool,
        type_params: Vec<TypeParamId>,
    },
    Var(VarKind),
    /// A function or method declaration (`decl` finds its tree), or an interface's method (no tree).
    Func {
        decl: Option<DeclRef>,
        receiver: Option<Receiver>,
    },
    Label,
    Builtin(Builtin),
    Nil,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum VarKind {
    Package,
    Local,
    /// Parameter, receiver or named result.
    Param,
    Result,
    Field,
}

/// Finds a declaration's tree: index of the package, its file and the declaration in that file.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeclRef {
    pub package: PackageId,
    pub file: u32,
    pub decl: u32,
}

/// The receiver of a method declaration.
#[derive(Clone, Debug)]
pub struct Receiver {
    /// The receiver base type, with the method's own receiver type parameters as arguments.
    pub base: TypeId,
    pub is_pointer: bool,
    /// spec: "If the receiver base type is a parameterized type, the receiver specification must declare
    /// corresponding type parameters for the method to use."
    pub type_params: Vec<TypeParamId>,
}

/// Predeclared functions and those of package unsafe.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Builtin {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
    UnsafeAdd,
    UnsafeAlignof,
    UnsafeOffsetof,
    UnsafeSizeof,
    UnsafeSlice,
    UnsafeSliceData,
    UnsafeString,
    UnsafeStringData,
}
