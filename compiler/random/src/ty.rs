//! The Go types that random programs use.

use std::rc::Rc;

/// A type as a random program writes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Type {
    Bool,
    Int(&'static str),
    Float(&'static str),
    Complex(&'static str),
    Str,
    Slice(Rc<Type>),
    Array(usize, Rc<Type>),
    Map(Rc<Type>, Rc<Type>),
    Pointer(Rc<Type>),
    Func(Vec<Type>, Rc<Type>),
    /// A declared type, by its index in the pool.
    Named(usize),
    /// An instance of a declared generic struct.
    Instance(usize, Rc<Type>),
    Any,
    /// The type parameter `T` of the function or type around.
    Param(Constraint),
}

/// What the type arguments of a type parameter can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Constraint {
    Any,
    Comparable,
    Ordered,
    Integer,
    Number,
}

impl Constraint {
    pub(crate) const ALL: [Constraint; 5] = [
        Constraint::Any,
        Constraint::Comparable,
        Constraint::Ordered,
        Constraint::Integer,
        Constraint::Number,
    ];

    pub(crate) fn text(self) -> &'static str {
        match self {
            Constraint::Any => "any",
            Constraint::Comparable => "comparable",
            Constraint::Ordered => "Ordered",
            Constraint::Integer => "Integer",
            Constraint::Number => "Number",
        }
    }
}

pub(crate) const INTS: [&str; 13] = [
    "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
    "int", "int64",
];

/// The least and the greatest value of an integer type.
pub(crate) fn range(int: &str) -> (i128, i128) {
    let (signed, bits) = match int {
        "int8" => (true, 8),
        "int16" => (true, 16),
        "int32" => (true, 32),
        "uint8" => (false, 8),
        "uint16" => (false, 16),
        "uint32" => (false, 32),
        "uint" | "uint64" | "uintptr" => (false, 64),
        _ => (true, 64),
    };
    if signed {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    }
}

/// A declared type of the program.
pub(crate) struct Declared {
    pub(crate) name: String,
    pub(crate) shape: Shape,
    pub(crate) methods: Vec<Method>,
}

pub(crate) enum Shape {
    /// `type N int8`
    Is(Type),
    /// `type S struct { … }`; a field says whether it is embedded.
    Struct(Vec<Field>),
    /// `type G[T any] struct { … }`
    Generic(Vec<Field>),
    /// `type I interface { … }`, by the names of its methods.
    Interface,
}

#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) is_embedded: bool,
}

#[derive(Clone)]
pub(crate) struct Method {
    pub(crate) name: String,
    pub(crate) params: Vec<Type>,
    pub(crate) result: Type,
    /// Declared on the pointer; it may change its receiver.
    pub(crate) on_pointer: bool,
}

impl Type {
    pub(crate) fn slice(elem: Type) -> Type {
        Type::Slice(Rc::new(elem))
    }

    pub(crate) fn pointer(elem: Type) -> Type {
        Type::Pointer(Rc::new(elem))
    }

    /// The type with `T` replaced by an argument.
    pub(crate) fn substitute(&self, argument: &Type) -> Type {
        let with = |t: &Rc<Type>| Rc::new(t.substitute(argument));
        match self {
            Type::Param(_) => argument.clone(),
            Type::Slice(elem) => Type::Slice(with(elem)),
            Type::Array(n, elem) => Type::Array(*n, with(elem)),
            Type::Map(key, elem) => Type::Map(with(key), with(elem)),
            Type::Pointer(elem) => Type::Pointer(with(elem)),
            Type::Func(params, result) => Type::Func(
                params.iter().map(|p| p.substitute(argument)).collect(),
                with(result),
            ),
            Type::Instance(index, inner) => Type::Instance(*index, with(inner)),
            other => other.clone(),
        }
    }
}
