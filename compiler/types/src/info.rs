//! The facts about one package's trees, indexed by node.

use crate::constant::Value;
use crate::object::ObjectId;
use crate::types::TypeId;
use goes_syntax::ast::NodeId;
use rustc_hash::FxHashMap;

/// Facts about the nodes of one package. Entries for bodies appear when the body is checked.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// Type and mode of each expression, by node. Untyped operands have been given their final type.
    pub types: Vec<Option<TypeAndValue>>,
    /// What an identifier denotes (as an expression, or the name after a dot of a qualified identifier),
    /// or declares. `None` for fields and methods in selectors: see `selections`.
    pub objects: Vec<Option<ObjectId>>,
    /// By the node of the selector expression, `x.f`; not for qualified identifiers.
    pub selections: FxHashMap<NodeId, Selection>,
    /// Type arguments, written or inferred, by the node of the identifier or selector expression that
    /// names the generic function (not the index expression around it).
    pub instances: FxHashMap<NodeId, Box<[TypeId]>>,
    /// The variable that `switch x := y.(type)` declares in each clause, by the clause's node; the key of
    /// composite literal elements that name a field is found by the key's node: its index path.
    pub clause_vars: FxHashMap<NodeId, ObjectId>,
    /// `T{A: 1}`, `T{A.B: 1}`: by the node of the key expression, the path of field indices.
    pub field_keys: FxHashMap<NodeId, Box<[u32]>>,
}

impl Info {
    /// For a package of so many nodes. Room that is not used takes no memory.
    pub(crate) fn with_capacity(nodes: usize) -> Info {
        Info {
            types: Vec::with_capacity(nodes),
            objects: Vec::with_capacity(nodes),
            ..Info::default()
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Has been reported.
    Invalid,
    /// A call without result.
    NoValue,
    Builtin(crate::object::Builtin),
    /// A type, not a value.
    Type,
    Constant,
    /// Addressable.
    Variable,
    /// `m[k]`: may be assigned to, not addressed, and has a comma-ok form.
    MapIndex,
    Value,
    /// `x.(T)` and `<-c`: a value that has a comma-ok form. Where the two-valued form is used, the
    /// recorded type is the tuple `(T, bool)`.
    CommaOk,
    /// The predeclared `nil`; its recorded type is the type that it takes on.
    Nil,
}

#[derive(Clone, Debug)]
pub struct TypeAndValue {
    pub mode: Mode,
    pub ty: TypeId,
    /// For constants, which are few: there is an entry for each expression.
    pub value: Option<Box<Value>>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum SelectionKind {
    Field,
    /// `x.m`, called or as a method value.
    Method,
    /// `T.m`
    MethodExpr,
}

/// What `x.f` selects.
#[derive(Clone, Debug)]
pub struct Selection {
    pub kind: SelectionKind,
    /// The type of `x` (of `T` for a method expression).
    pub receiver: TypeId,
    /// Field indices from `receiver` to what is selected. For a method the embedded fields that lead to
    /// its receiver; the method itself is `method`. Pointers on the way are dereferenced implicitly.
    pub path: Box<[u32]>,
    /// The method's declaration, or an interface's method.
    pub method: Option<ObjectId>,
    /// The method belongs to an interface type (the type at the end of `path`): dynamic dispatch by name.
    pub is_interface: bool,
    /// A pointer was dereferenced on the way.
    pub is_indirect: bool,
    /// The type of the field, or signature of the method (for a method expression: with the receiver as
    /// its first parameter).
    pub ty: TypeId,
}
