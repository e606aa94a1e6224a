//! Types, interned: two types are identical exactly when their ids are equal.
//!
//! spec: "Two types are either identical (the same) or different."

use crate::checker::PackageId;
use crate::object::ObjectId;
use goes_syntax::ast::{ChanDir, Symbol};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// An interned type.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// A defined type or generic type declaration; [`Type::Named`] pairs it with its type arguments.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NamedId(pub u32);

#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeParamId(pub u32);

/// The predeclared types, and the untyped ones. The discriminants are [`TypeId`]s.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u32)]
pub enum BasicKind {
    Bool = 1,
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
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
}

/// The structure of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// What is left of a type whose error has been reported: agrees with everything.
    Invalid,
    Basic(BasicKind),
    Array {
        len: u64,
        elem: TypeId,
    },
    Slice(TypeId),
    Struct(Box<[Field]>),
    Pointer(TypeId),
    Signature(Signature),
    Interface(Interface),
    Map {
        key: TypeId,
        elem: TypeId,
    },
    Chan {
        dir: ChanDir,
        elem: TypeId,
    },
    /// A defined type, with type arguments if its declaration is generic.
    /// spec: "Two instantiated types are identical if their defined types and all type arguments are identical."
    Named {
        decl: NamedId,
        args: Box<[TypeId]>,
    },
    TypeParam(TypeParamId),
    /// The results of a call with none or several of them.
    Tuple(Box<[TypeId]>),
    /// Only within constraint interfaces.
    Union(Box<[Term]>),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    pub name: Symbol,
    /// The declaring package of a name that is not exported.
    /// spec: "Non-exported field names from different packages are always different."
    pub package: Option<PackageId>,
    pub ty: TypeId,
    pub is_embedded: bool,
    /// Unquoted.
    pub tag: Option<Symbol>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Signature {
    pub type_params: Box<[TypeParamId]>,
    /// The last one is `[]T` where `is_variadic`.
    pub params: Box<[TypeId]>,
    pub results: Box<[TypeId]>,
    pub is_variadic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Method {
    pub name: Symbol,
    /// The declaring package of a name that is not exported.
    pub package: Option<PackageId>,
    /// A [`Type::Signature`] without the receiver.
    pub signature: TypeId,
}

/// An interface as it is written; [`Types::type_set`] tells what it amounts to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Interface {
    /// Explicit methods, sorted by name (and package where not exported).
    pub methods: Box<[Method]>,
    /// Embedded types and unions that could not be merged into `methods`: constraints, and interfaces
    /// that were not complete yet when this one was made.
    pub embedded: Box<[TypeId]>,
    /// Embeds the predeclared `comparable`.
    pub is_comparable: bool,
    /// A constraint written without the `interface{…}` around it.
    pub is_implicit: bool,
}

/// `T` or `~T` of a union.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    pub is_tilde: bool,
    pub ty: TypeId,
}

/// What is known of a type declaration. Filled in step by step while declarations are resolved.
#[derive(Clone, Debug)]
pub struct NamedDecl {
    pub object: ObjectId,
    pub type_params: Vec<TypeParamId>,
    /// In terms of `type_params`. `None` until resolved.
    pub underlying: Option<TypeId>,
    /// Declared methods in source order; objects of kind `Func`.
    pub methods: Vec<ObjectId>,
    /// The same by name. Methods lie in the package of their receiver base type, so names suffice.
    pub method_index: FxHashMap<Symbol, ObjectId>,
    /// A type declared inside a generic function also depends on that function's type parameters;
    /// they come first among the arguments of its instances.
    pub outer_type_params: Vec<TypeParamId>,
}

#[derive(Clone, Debug)]
pub struct TypeParamDecl {
    pub object: ObjectId,
    pub name: Symbol,
    pub index: u32,
    /// The constraint as written (any type; a non-interface `T` stands for `interface{T}`). INVALID until resolved.
    pub constraint: TypeId,
}

/// The type contains a type parameter.
const HAS_TYPE_PARAM: u8 = 1;
/// The type contains an interface with embedded types that were not complete when it was made.
const HAS_LAZY: u8 = 2;

/// What the program calls the parameters and results of a function type, for messages.
#[derive(Clone, Debug)]
pub(crate) struct ParamNames {
    pub params: Box<[Option<Symbol>]>,
    pub results: Box<[Option<Symbol>]>,
}

/// An interface literal's methods and elements, for messages: [`Interface`] has merged them.
#[derive(Clone, Debug)]
pub(crate) struct WrittenInterface {
    /// Sorted by name.
    pub methods: Box<[Method]>,
    /// In source order.
    pub elements: Box<[TypeId]>,
}

/// All types of a build.
#[derive(Debug)]
pub struct Types {
    types: Vec<Arc<Type>>,
    flags: Vec<u8>,
    ids: FxHashMap<Arc<Type>, TypeId>,
    pub(crate) named: Vec<NamedDecl>,
    pub(crate) type_params: Vec<TypeParamDecl>,
    /// Underlying types of defined types and instances by type, computed on demand; INVALID where unknown.
    underlying: Vec<TypeId>,
    pub(crate) type_sets: FxHashMap<TypeId, Arc<crate::typeset::TypeSet>>,
    /// By function type: as it was written last in the user's packages.
    pub(crate) param_names: FxHashMap<TypeId, Arc<ParamNames>>,
    /// By interface type: as it was written last in the user's packages.
    pub(crate) written_interfaces: FxHashMap<TypeId, Arc<WrittenInterface>>,
    /// The same for constraints, which outlast how the type was written last.
    pub(crate) written_constraints: FxHashMap<TypeParamId, Arc<WrittenInterface>>,
    /// How many embedded interfaces are being merged, one within the other.
    embedding_depth: u32,
}

/// Interfaces that embed ever larger instances of themselves are not expanded beyond this.
const MAX_EMBEDDING: u32 = 50;

impl TypeId {
    pub const INVALID: TypeId = TypeId(0);

    pub const fn basic(kind: BasicKind) -> TypeId {
        TypeId(kind as u32)
    }

    pub fn is_invalid(self) -> bool {
        self == TypeId::INVALID
    }
}

impl BasicKind {
    /// All of them, in the order of their discriminants.
    pub const ALL: [BasicKind; 25] = [
        BasicKind::Bool,
        BasicKind::Int,
        BasicKind::Int8,
        BasicKind::Int16,
        BasicKind::Int32,
        BasicKind::Int64,
        BasicKind::Uint,
        BasicKind::Uint8,
        BasicKind::Uint16,
        BasicKind::Uint32,
        BasicKind::Uint64,
        BasicKind::Uintptr,
        BasicKind::Float32,
        BasicKind::Float64,
        BasicKind::Complex64,
        BasicKind::Complex128,
        BasicKind::String,
        BasicKind::UnsafePointer,
        BasicKind::UntypedBool,
        BasicKind::UntypedInt,
        BasicKind::UntypedRune,
        BasicKind::UntypedFloat,
        BasicKind::UntypedComplex,
        BasicKind::UntypedString,
        BasicKind::UntypedNil,
    ];
}

impl Default for Types {
    fn default() -> Types {
        Types::new()
    }
}

impl Types {
    pub fn new() -> Types {
        let mut types = Types {
            types: Vec::new(),
            flags: Vec::new(),
            ids: FxHashMap::default(),
            named: Vec::new(),
            type_params: Vec::new(),
            underlying: Vec::new(),
            type_sets: FxHashMap::default(),
            param_names: FxHashMap::default(),
            written_interfaces: FxHashMap::default(),
            written_constraints: FxHashMap::default(),
            embedding_depth: 0,
        };
        types.intern(Type::Invalid);
        for kind in BasicKind::ALL {
            let id = types.intern(Type::Basic(kind));
            debug_assert_eq!(id, TypeId::basic(kind));
        }
        types
    }

    /// The one id of a type.
    pub fn intern(&mut self, ty: Type) -> TypeId {
        if let Some(&id) = self.ids.get(&ty) {
            return id;
        }
        let id = TypeId(u32::try_from(self.types.len()).expect("fewer than 2^32 types"));
        self.flags.push(self.flags_of(&ty));
        let ty = Arc::new(ty);
        self.types.push(Arc::clone(&ty));
        self.ids.insert(ty, id);
        self.underlying.push(TypeId::INVALID);
        id
    }

    pub fn get(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }

    /// The structure of a type, to be held while types are added.
    pub fn shared(&self, id: TypeId) -> Arc<Type> {
        Arc::clone(&self.types[id.0 as usize])
    }

    /// How many types there are.
    pub fn len(&self) -> usize {
        self.types.len()
    }

    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    fn flags_of(&self, ty: &Type) -> u8 {
        let of = |id: TypeId| self.flags[id.0 as usize];
        let all = |ids: &[TypeId]| ids.iter().fold(0, |flags, &id| flags | of(id));
        match ty {
            Type::Invalid | Type::Basic(_) => 0,
            Type::Array { elem, .. } | Type::Slice(elem) | Type::Pointer(elem) | Type::Chan { elem, .. } => {
                of(*elem)
            }
            Type::Struct(fields) => fields.iter().fold(0, |flags, field| flags | of(field.ty)),
            Type::Signature(signature) => all(&signature.params) | all(&signature.results),
            Type::Interface(interface) => {
                let methods = interface
                    .methods
                    .iter()
                    .fold(0, |flags, method| flags | of(method.signature));
                let lazy = interface
                    .embedded
                    .iter()
                    .any(|&id| !matches!(self.get(id), Type::Union(_)));
                methods | all(&interface.embedded) | if lazy { HAS_LAZY } else { 0 }
            }
            Type::Map { key, elem } => of(*key) | of(*elem),
            Type::Named { args, .. } => all(args),
            Type::TypeParam(_) => HAS_TYPE_PARAM,
            Type::Tuple(types) => all(types),
            Type::Union(terms) => terms.iter().fold(0, |flags, term| flags | of(term.ty)),
        }
    }

    /// Whether a type parameter occurs in the type.
    pub fn has_type_param(&self, id: TypeId) -> bool {
        self.flags[id.0 as usize] & HAS_TYPE_PARAM != 0
    }

    /// Whether identity of the type needs more than a comparison of ids.
    pub(crate) fn has_lazy(&self, id: TypeId) -> bool {
        self.flags[id.0 as usize] & HAS_LAZY != 0
    }

    pub fn pointer_to(&mut self, elem: TypeId) -> TypeId {
        self.intern(Type::Pointer(elem))
    }

    pub fn slice_of(&mut self, elem: TypeId) -> TypeId {
        self.intern(Type::Slice(elem))
    }

    pub fn array_of(&mut self, len: u64, elem: TypeId) -> TypeId {
        self.intern(Type::Array { len, elem })
    }

    pub fn map_of(&mut self, key: TypeId, elem: TypeId) -> TypeId {
        self.intern(Type::Map { key, elem })
    }

    pub fn chan_of(&mut self, dir: ChanDir, elem: TypeId) -> TypeId {
        self.intern(Type::Chan { dir, elem })
    }

    pub fn tuple_of(&mut self, types: &[TypeId]) -> TypeId {
        self.intern(Type::Tuple(types.into()))
    }

    /// A function type without type parameters.
    pub fn signature_of(&mut self, params: &[TypeId], results: &[TypeId], is_variadic: bool) -> TypeId {
        self.intern(Type::Signature(Signature {
            type_params: Box::default(),
            params: params.into(),
            results: results.into(),
            is_variadic,
        }))
    }

    pub fn named_decl(&self, id: NamedId) -> &NamedDecl {
        &self.named[id.0 as usize]
    }

    pub fn named_decls(&self) -> impl Iterator<Item = (NamedId, &NamedDecl)> {
        (0..).map(NamedId).zip(&self.named)
    }

    pub(crate) fn named_decl_mut(&mut self, id: NamedId) -> &mut NamedDecl {
        &mut self.named[id.0 as usize]
    }

    pub fn type_param(&self, id: TypeParamId) -> &TypeParamDecl {
        &self.type_params[id.0 as usize]
    }

    pub(crate) fn type_param_mut(&mut self, id: TypeParamId) -> &mut TypeParamDecl {
        &mut self.type_params[id.0 as usize]
    }

    /// A new declaration of a defined type, its parts still unknown.
    pub(crate) fn new_named(&mut self, object: ObjectId, outer: &[TypeParamId]) -> (NamedId, TypeId) {
        let decl = NamedId(self.named.len() as u32);
        self.named.push(NamedDecl {
            object,
            type_params: Vec::new(),
            underlying: None,
            methods: Vec::new(),
            method_index: FxHashMap::default(),
            outer_type_params: outer.to_vec(),
        });
        let args = outer
            .iter()
            .map(|&param| self.intern(Type::TypeParam(param)))
            .collect();
        let ty = self.intern(Type::Named { decl, args });
        (decl, ty)
    }

    /// A new type parameter without constraint.
    pub(crate) fn new_type_param(
        &mut self,
        object: ObjectId,
        name: Symbol,
        index: u32,
    ) -> (TypeParamId, TypeId) {
        let id = TypeParamId(self.type_params.len() as u32);
        self.type_params.push(TypeParamDecl {
            object,
            name,
            index,
            constraint: TypeId::INVALID,
        });
        let ty = self.intern(Type::TypeParam(id));
        (id, ty)
    }

    /// The type parameters of a generic type that lacks its arguments; `None` for any other type.
    pub fn missing_type_args(&self, id: TypeId) -> Option<NamedId> {
        let Type::Named { decl, args } = self.get(id) else {
            return None;
        };
        let named = self.named_decl(*decl);
        let is_missing = !named.type_params.is_empty() && args.len() == named.outer_type_params.len();
        is_missing.then_some(*decl)
    }

    /// The underlying type; `id` itself while the declaration it depends on is not resolved.
    /// spec: "Each type T has an underlying type".
    pub fn underlying(&mut self, id: TypeId) -> TypeId {
        self.try_underlying(id).unwrap_or(id)
    }

    /// The underlying type, `None` if a declaration that it depends on is not resolved yet.
    /// A type parameter's is its constraint's interface.
    pub fn try_underlying(&mut self, id: TypeId) -> Option<TypeId> {
        match &*self.types[id.0 as usize] {
            Type::Named { .. } => {
                let known = self.underlying[id.0 as usize];
                if known != TypeId::INVALID {
                    Some(known)
                } else {
                    self.named_underlying(id)
                }
            }
            Type::TypeParam(param) => {
                let constraint = self.type_param(*param).constraint;
                self.constraint_interface(constraint)
            }
            _ => Some(id),
        }
    }

    /// Forgets all computed underlying types, after one turned out to be wrong.
    pub(crate) fn forget_underlying(&mut self) {
        self.underlying.fill(TypeId::INVALID);
    }

    fn named_underlying(&mut self, id: TypeId) -> Option<TypeId> {
        let shared = self.shared(id);
        let Type::Named { decl, args } = &*shared else {
            return Some(id);
        };
        let named = self.named_decl(*decl);
        let generic = named.underlying?;
        // An instance with too few type arguments has been reported: nothing is known of it.
        let outer = named.outer_type_params.len();
        if outer < args.len() && args.len() < outer + named.type_params.len() {
            return Some(TypeId::INVALID);
        }
        let underlying =
            if args.is_empty() || self.missing_type_args(id).is_some() || !self.has_type_param(generic) {
                generic
            } else {
                let from = named
                    .outer_type_params
                    .iter()
                    .chain(&named.type_params)
                    .copied()
                    .collect();
                self.subst(
                    generic,
                    &crate::subst::Substitution {
                        from,
                        to: args.to_vec(),
                    },
                )
            };
        self.underlying[id.0 as usize] = underlying;
        Some(underlying)
    }

    /// The interface that a constraint stands for.
    /// spec: "For convenience, the interface{...} wrapper may be omitted for constraints of the form ~T or A|B".
    fn constraint_interface(&mut self, constraint: TypeId) -> Option<TypeId> {
        if constraint == TypeId::INVALID {
            return Some(self.empty_interface());
        }
        let underlying = if let Type::TypeParam(_) = self.get(constraint) {
            return Some(self.empty_interface());
        } else {
            self.try_underlying(constraint)?
        };
        match self.get(underlying) {
            Type::Interface(_) => Some(underlying),
            Type::Invalid => Some(self.empty_interface()),
            _ => Some(self.implicit_interface(constraint)),
        }
    }

    pub fn empty_interface(&mut self) -> TypeId {
        self.intern(Type::Interface(Interface {
            methods: Box::default(),
            embedded: Box::default(),
            is_comparable: false,
            is_implicit: false,
        }))
    }

    /// An interface from its explicit methods and embedded elements. Elements that are interfaces already
    /// known in full are merged, so that interfaces that are written differently come out as one type.
    ///
    /// spec: "Two interface types are identical if they define the same type set."
    pub fn interface_of(
        &mut self,
        mut methods: Vec<Method>,
        elements: &[TypeId],
        is_comparable: bool,
    ) -> TypeId {
        let mut is_comparable = is_comparable;
        let mut embedded = Vec::new();
        for &element in elements {
            if let Type::Union(_) = self.get(element) {
                embedded.push(element);
                continue;
            }
            self.embedding_depth += 1;
            let known = if self.embedding_depth > MAX_EMBEDDING {
                None
            } else {
                self.try_underlying(element)
            };
            self.embedding_depth -= 1;
            let Some(underlying) = known else {
                embedded.push(element);
                continue;
            };
            let shared = self.shared(underlying);
            match &*shared {
                Type::Invalid => {}
                Type::Interface(interface) => {
                    for method in &interface.methods {
                        if !methods
                            .iter()
                            .any(|known| known.name == method.name && known.package == method.package)
                        {
                            methods.push(method.clone());
                        }
                    }
                    embedded.extend_from_slice(&interface.embedded);
                    is_comparable |= interface.is_comparable;
                }
                _ => embedded.push(self.intern(Type::Union(Box::new([Term {
                    is_tilde: false,
                    ty: element,
                }])))),
            }
        }
        sort_methods(&mut methods);
        embedded.sort_unstable();
        embedded.dedup();
        self.intern(Type::Interface(Interface {
            methods: methods.into(),
            embedded: embedded.into(),
            is_comparable,
            is_implicit: false,
        }))
    }

    /// The interface that a type or union stands for where it is a constraint.
    /// spec: "the enclosing interface{ … } may be omitted for convenience".
    pub(crate) fn implicit_interface(&mut self, element: TypeId) -> TypeId {
        let explicit = self.interface_of(Vec::new(), &[element], false);
        match self.get(explicit) {
            Type::Interface(interface) => {
                let interface = Interface {
                    is_implicit: true,
                    ..interface.clone()
                };
                self.intern(Type::Interface(interface))
            }
            _ => explicit,
        }
    }
}

/// The order of [`Interface::methods`].
pub(crate) fn sort_methods(methods: &mut [Method]) {
    methods.sort_by(|a, b| {
        a.name
            .as_str()
            .cmp(b.name.as_str())
            .then(a.package.cmp(&b.package))
    });
}
