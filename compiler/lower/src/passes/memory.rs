//! What code may write to, as far as structs and arrays go: by the type of the object and, where it belongs
//! to a local that nobody else knows, by that local.
//!
//! Two objects of different types are different objects; a pointer to a variable of another type may point to
//! a field or an element. Types whose pointers are converted into each other count as one.

use crate::ir::{Conversion, Expr, ExprKind, Field, Function, Program, Type, TypeId, TypeKind};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

/// A part of memory.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// Fields of structs of a type: some of them, or all.
    Struct(TypeId),
    /// One of those fields. What writes to it writes to the struct, too.
    Field(TypeId, u32),
    /// All of those fields at once.
    Fields(TypeId),
    /// Elements of arrays.
    Elements(TypeId),
    /// Variables of a type that is neither, wherever they are.
    Variable(TypeId),
}

/// A set of keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Writes {
    /// Anything may be written to.
    pub all: bool,
    pub keys: FxHashSet<Key>,
}

impl Writes {
    /// Tells whether it has grown.
    pub fn extend(&mut self, other: &Writes) -> bool {
        if self.all {
            return false;
        }
        if other.all {
            self.all = true;
            return true;
        }
        let before = self.keys.len();
        self.keys.extend(&other.keys);
        self.keys.len() > before
    }

    pub fn touches(&self, keys: &FxHashSet<Key>) -> bool {
        self.all || !self.keys.is_disjoint(keys)
    }
}

/// Types, with those that pointer conversions make one.
pub(super) struct Types<'p> {
    pub types: &'p [Type],
    same: FxHashMap<TypeId, TypeId>,
    /// The types that others count as.
    united: FxHashSet<TypeId>,
}

impl<'p> Types<'p> {
    pub fn new(program: &'p Program, functions: &[Function]) -> Types<'p> {
        struct Conversions<'p> {
            types: &'p [Type],
            same: FxHashMap<TypeId, TypeId>,
            opaque: Option<TypeId>,
        }
        impl Conversions<'_> {
            fn unite(&mut self, a: TypeId, b: TypeId) {
                let (a, b) = (find(&self.same, a), find(&self.same, b));
                if a != b {
                    self.same.insert(a, b);
                }
            }
        }
        impl Visitor for Conversions<'_> {
            fn expr(&mut self, expr: &Expr) {
                if let ExprKind::Convert {
                    op: Conversion::Retype | Conversion::Unsafe,
                    operand,
                } = &expr.kind
                {
                    let pointee = |ty: TypeId| match self.types[ty.0 as usize].kind {
                        TypeKind::Pointer(elem) => Some(elem),
                        _ => None,
                    };
                    match (pointee(operand.ty), pointee(expr.ty)) {
                        (Some(from), Some(to)) => self.unite(from, to),
                        // To or from an unsafe pointer: all those that are ever turned into one.
                        (Some(known), None) | (None, Some(known))
                            if is_unsafe(self.types, operand.ty, expr.ty) =>
                        {
                            let opaque = *self.opaque.get_or_insert(known);
                            self.unite(known, opaque);
                        }
                        _ => {}
                    }
                }
                visit::walk_expr(self, expr);
            }
        }
        let mut conversions = Conversions {
            types: &program.types,
            same: FxHashMap::default(),
            opaque: None,
        };
        for function in functions {
            conversions.closure(&function.code);
        }
        for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
            conversions.expr(init);
        }
        Types {
            types: &program.types,
            united: conversions.same.values().copied().collect(),
            same: conversions.same,
        }
    }

    pub fn kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.types[ty.0 as usize].kind
    }

    /// A field of a struct, or of the struct that a pointer leads to.
    pub fn field(&self, base: TypeId, field: u32) -> Option<&'p Field> {
        let owner = match self.kind(base) {
            TypeKind::Pointer(elem) => *elem,
            _ => base,
        };
        match self.kind(owner) {
            TypeKind::Struct(fields) => fields.get(field as usize),
            _ => None,
        }
    }

    pub fn is_aggregate(&self, ty: TypeId) -> bool {
        matches!(self.kind(ty), TypeKind::Struct(_) | TypeKind::Array { .. })
    }

    pub fn one(&self, ty: TypeId) -> TypeId {
        find(&self.same, ty)
    }

    /// What writing to a field of a struct type writes to.
    pub fn written_field(&self, owner: TypeId, field: u32) -> [Key; 2] {
        let one = self.one(owner);
        let part = match self.is_united(owner) {
            true => Key::Fields(one),
            false => Key::Field(one, field),
        };
        [Key::Struct(one), part]
    }

    /// What must not be written to where a field of a struct type keeps its value, but for pointers to the field.
    pub fn read_field(&self, owner: TypeId, field: u32) -> [Key; 2] {
        let one = self.one(owner);
        [Key::Fields(one), Key::Field(one, field)]
    }

    /// Other types count as this one: fields with the same number need not be the same.
    fn is_united(&self, ty: TypeId) -> bool {
        self.same.contains_key(&ty) || self.united.contains(&ty)
    }

    /// What writing a whole value of a type writes to.
    pub fn add_whole(&self, ty: TypeId, keys: &mut FxHashSet<Key>) {
        match self.kind(ty) {
            TypeKind::Struct(fields) if keys.insert(Key::Fields(self.one(ty))) => {
                keys.insert(Key::Struct(self.one(ty)));
                fields.iter().for_each(|field| self.add_whole(field.ty, keys));
            }
            TypeKind::Array { elem, .. } if keys.insert(Key::Elements(self.one(*elem))) => {
                self.add_whole(*elem, keys);
            }
            _ => {}
        }
    }

    /// What a value of a type may be changed through.
    pub fn parts(&self, ty: TypeId) -> FxHashSet<Key> {
        let mut keys = FxHashSet::default();
        let mut stack = vec![ty];
        while let Some(ty) = stack.pop() {
            let key = match self.kind(ty) {
                TypeKind::Struct(_) => Key::Struct(self.one(ty)),
                TypeKind::Array { elem, .. } => Key::Elements(self.one(*elem)),
                _ => Key::Variable(self.one(ty)),
            };
            if keys.insert(key) {
                match self.kind(ty) {
                    TypeKind::Struct(fields) => stack.extend(fields.iter().map(|field| field.ty)),
                    TypeKind::Array { elem, .. } => stack.push(*elem),
                    _ => {}
                }
            }
        }
        keys
    }

    /// Whether Go code can reach a struct or an array by a value of the type.
    pub fn leads_to_objects(&self, ty: TypeId) -> bool {
        match self.kind(ty) {
            TypeKind::Slice(elem) => self.is_aggregate(*elem) || self.leads_to_objects(*elem),
            TypeKind::Bool
            | TypeKind::Int(_)
            | TypeKind::Float32
            | TypeKind::Float64
            | TypeKind::Complex64
            | TypeKind::Complex128
            | TypeKind::String
            | TypeKind::Unit => false,
            _ => true,
        }
    }
}

fn find(same: &FxHashMap<TypeId, TypeId>, mut ty: TypeId) -> TypeId {
    while let Some(&next) = same.get(&ty) {
        ty = next;
    }
    ty
}

fn is_unsafe(types: &[Type], a: TypeId, b: TypeId) -> bool {
    [a, b]
        .iter()
        .any(|ty| types[ty.0 as usize].kind == TypeKind::UnsafePointer)
}
