//! Types without type parameters, as the program has them at run time.

use super::{FuncId, MethodKey, PackageId, TypeId};
use goes_source::Span;

/// A type without type parameters: its representation, and what its descriptor must tell at run time.
#[derive(Clone, Debug)]
pub struct Type {
    /// As Go prints it: `main.Point`, `[]int`, `map[string]struct { X int }`.
    pub text: String,
    pub kind: TypeKind,
    /// For defined types.
    pub named: Option<NamedInfo>,
    /// Methods for dynamic dispatch, kept because an interface with that key may hold this type. For a
    /// struct type `T` they are those of values of type T (in a box); those of `*T` stand with the
    /// pointer type.
    pub methods: Vec<MethodEntry>,
    pub uses: TypeUses,
}

/// What of a type's support code the program needs.
#[derive(Copy, Clone, Debug, Default)]
pub struct TypeUses {
    /// Values of this type are put into, or looked for in, interfaces.
    pub in_interface: bool,
    /// The descriptor is asked for: reflection, hashing and comparing of composite keys, panics.
    pub descriptor: bool,
    /// `$clone`
    pub clone: bool,
    /// `$assign`
    pub assign: bool,
    /// `$equal`
    pub equal: bool,
    /// Pointers to this struct type become addresses: it matters which struct or array its values are part of.
    pub place: bool,
}

#[derive(Clone, Debug)]
pub struct NamedInfo {
    pub package: Option<PackageId>,
    /// The name wanted in JavaScript, unique in its package: `Point`, `List$int`.
    pub js_name: String,
    /// The name as reflection reports it: `Point`, `List[int]`.
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
}

#[derive(Clone, Debug)]
pub struct MethodEntry {
    pub key: MethodKey,
    /// The Go name.
    pub name: String,
    /// Takes the receiver as its first parameter, in the form in which the interface holds it (the
    /// pointer, or the boxed value): adapters for promotion and dereference are functions of their own.
    pub func: FuncId,
    pub is_exported: bool,
    /// The method's type without receiver, for reflection; `None` where reflection is not reachable.
    pub signature: Option<TypeId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeKind {
    Bool,
    /// `int8 … uint64`, `int`, `uint`, `uintptr`
    Int(IntKind),
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    Slice(TypeId),
    Array {
        len: u64,
        elem: TypeId,
    },
    Struct(Vec<Field>),
    Pointer(TypeId),
    Map {
        key: TypeId,
        elem: TypeId,
    },
    Chan {
        dir: ChanDir,
        elem: TypeId,
    },
    Func {
        params: Vec<TypeId>,
        results: Vec<TypeId>,
        is_variadic: bool,
    },
    Interface(Vec<InterfaceMethod>),
    /// Several results.
    Tuple(Vec<TypeId>),
    /// The result of a call without results.
    Unit,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum ChanDir {
    Both,
    Send,
    Receive,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InterfaceMethod {
    pub name: String,
    pub key: MethodKey,
    pub signature: TypeId,
    pub is_exported: bool,
    /// The declaring package of a name that is not exported.
    pub package: Option<PackageId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// The Go name (`_` where blank).
    pub name: String,
    /// The property that holds it: unique in its struct, never one that JavaScript treats specially.
    pub js_name: String,
    pub ty: TypeId,
    pub is_embedded: bool,
    pub is_exported: bool,
    pub tag: Option<String>,
    /// The declaring package of a name that is not exported.
    pub package: Option<PackageId>,
    /// As [`Local::is_number`].
    pub is_number: bool,
    /// As [`Local::begins_array`].
    pub begins_array: bool,
    /// It is a slice with a header that nothing else has.
    pub owns_header: bool,
    /// As [`Local::is_split`].
    pub is_split: bool,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum IntKind {
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
}

/// How JavaScript holds an integer.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum IntRepr {
    /// A number, always within the kind's range.
    Number,
    /// A number while it is a safe integer, a bigint beyond: `int`, `int64`, `uint`, `uintptr`.
    Mixed,
    /// A bigint in `0..2^64`: `uint64`.
    BigInt,
}

impl IntKind {
    pub fn repr(self) -> IntRepr {
        match self {
            IntKind::Int | IntKind::Int64 | IntKind::Uint | IntKind::Uintptr => IntRepr::Mixed,
            IntKind::Uint64 => IntRepr::BigInt,
            _ => IntRepr::Number,
        }
    }

    pub fn bits(self) -> u32 {
        match self {
            IntKind::Int8 | IntKind::Uint8 => 8,
            IntKind::Int16 | IntKind::Uint16 => 16,
            IntKind::Int32 | IntKind::Uint32 => 32,
            _ => 64,
        }
    }

    pub fn is_signed(self) -> bool {
        matches!(
            self,
            IntKind::Int | IntKind::Int8 | IntKind::Int16 | IntKind::Int32 | IntKind::Int64
        )
    }
}

/// The struct types that a value of a type consists of: itself, those of its fields and of its elements.
pub(crate) fn structs_in(types: &[Type], ty: TypeId) -> Vec<TypeId> {
    match &types[ty.0 as usize].kind {
        TypeKind::Struct(fields) => {
            let parts = fields.iter().flat_map(|field| structs_in(types, field.ty));
            std::iter::once(ty).chain(parts).collect()
        }
        TypeKind::Array { elem, .. } => structs_in(types, *elem),
        _ => Vec::new(),
    }
}
