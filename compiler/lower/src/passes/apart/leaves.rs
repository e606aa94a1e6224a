//! The fields of structs, down to those that are no structs. Elements of small arrays count as fields: `v[0]`.

use crate::ir::{Bounds, Const, Expr, ExprKind, IntKind, LocalId, Place, Program, Type, TypeId, TypeKind};
use goes_source::Span;
use num_traits::ToPrimitive;

/// A struct or array with more parts is worth an object.
const MOST: usize = 24;

/// A struct or an array, as its parts.
#[derive(Clone, Debug)]
pub(super) enum Tree<T> {
    Leaf(T),
    Node(Vec<Tree<T>>),
}

impl<T> Tree<T> {
    /// The part that a path of parts leads to.
    pub fn at(&self, path: &[u32]) -> Option<&Tree<T>> {
        let Some((&first, rest)) = path.split_first() else {
            return Some(self);
        };
        match self {
            Tree::Leaf(_) => None,
            Tree::Node(parts) => parts.get(first as usize)?.at(rest),
        }
    }

    /// All leaves, in the order of the fields.
    pub fn leaves(self, out: &mut Vec<T>) {
        match self {
            Tree::Leaf(leaf) => out.push(leaf),
            Tree::Node(parts) => parts.into_iter().for_each(|part| part.leaves(out)),
        }
    }
}

/// The types of a program, and how their values are divided.
#[derive(Clone, Copy)]
pub(super) struct Shapes<'a> {
    pub types: &'a [Type],
    /// That of indices.
    int: Option<TypeId>,
}

impl<'a> Shapes<'a> {
    pub fn of(program: &'a Program) -> Shapes<'a> {
        Shapes {
            types: &program.types,
            int: program.predeclared(&TypeKind::Int(IntKind::Int)),
        }
    }

    pub fn kind(self, ty: TypeId) -> &'a TypeKind {
        &self.types[ty.0 as usize].kind
    }

    pub fn is_aggregate(self, ty: TypeId) -> bool {
        matches!(self.kind(ty), TypeKind::Struct(_) | TypeKind::Array { .. })
    }

    /// The types of the fields of a struct, or of the elements of a small array.
    pub fn parts(self, ty: TypeId) -> Option<Vec<TypeId>> {
        match self.kind(ty) {
            TypeKind::Struct(fields) => Some(fields.iter().map(|field| field.ty).collect()),
            TypeKind::Array { len, elem } if self.int.is_some() && *len <= MOST as u64 => {
                Some(vec![*elem; *len as usize])
            }
            _ => None,
        }
    }

    /// What a part is called in the name of its variable.
    pub fn part_name(self, ty: TypeId, part: usize) -> String {
        match self.kind(ty) {
            TypeKind::Struct(fields) => fields[part].js_name.clone(),
            _ => part.to_string(),
        }
    }

    /// A part of the object that an expression gives.
    pub fn part(self, object: &Expr, part: usize, ty: TypeId) -> Expr {
        let base = Box::new(object.clone());
        let span = object.span;
        let kind = match self.kind(object.ty) {
            TypeKind::Array { .. } => ExprKind::Index {
                base,
                index: Box::new(Expr {
                    kind: ExprKind::Const(Const::Int(part.into())),
                    ty: self.int.unwrap_or(ty),
                    span,
                }),
                bounds: Bounds::Proven,
            },
            _ => ExprKind::Field {
                base,
                field: part as u32,
            },
        };
        Expr { kind, ty, span }
    }

    /// A value of its parts.
    pub fn whole(self, parts: Vec<Expr>, ty: TypeId, span: Span) -> Expr {
        let kind = match self.kind(ty) {
            TypeKind::Array { len, .. } => ExprKind::ArrayLit {
                elems: (0..).zip(parts).collect(),
                len: *len,
            },
            _ => ExprKind::StructLit(parts),
        };
        Expr { kind, ty, span }
    }

    /// The parts of a literal.
    pub fn literal(self, expr: &Expr) -> Option<Vec<Expr>> {
        match &expr.kind {
            ExprKind::StructLit(values) => Some(values.clone()),
            ExprKind::ArrayLit { elems, .. } => {
                let parts = self.parts(expr.ty)?;
                let parts = parts.into_iter().enumerate().map(|(part, ty)| {
                    let given = elems.iter().find(|(index, _)| *index == part as u64);
                    given.map_or(
                        Expr {
                            kind: ExprKind::Zero,
                            ty,
                            span: expr.span,
                        },
                        |(_, value)| value.clone(),
                    )
                });
                Some(parts.collect())
            }
            _ => None,
        }
    }

    /// Whether the values of a type can be taken apart: structs of few fields, with names, and small arrays.
    pub fn is_divisible(self, ty: TypeId) -> bool {
        self.is_aggregate(ty) && self.count(ty).is_some_and(|count| count > 0)
    }

    fn count(self, ty: TypeId) -> Option<usize> {
        if !self.is_aggregate(ty) {
            return Some(1);
        }
        if let TypeKind::Struct(fields) = self.kind(ty)
            && fields.iter().any(|field| field.name == "_")
        {
            return None;
        }
        let mut sum = 0;
        for part in self.parts(ty)? {
            sum += self.count(part)?;
        }
        (sum <= MOST).then_some(sum)
    }

    /// The local and the path of parts in it that an expression is, without pointers on the way.
    pub fn path(self, expr: &Expr) -> Option<(LocalId, Vec<u32>)> {
        match &expr.kind {
            ExprKind::Local(local) => Some((*local, Vec::new())),
            ExprKind::Field { base, field } => self.path_in(base, *field),
            ExprKind::Index { base, index, .. } => self.path_in(base, const_index(index)?),
            _ => None,
        }
    }

    fn path_in(self, base: &Expr, part: u32) -> Option<(LocalId, Vec<u32>)> {
        let parts = self.parts(base.ty)?;
        let (local, mut path) = self.path(base)?;
        path.push(part);
        ((part as usize) < parts.len()).then_some((local, path))
    }

    /// The same for a place.
    pub fn place_path(self, place: &Place) -> Option<(LocalId, Vec<u32>)> {
        match place {
            Place::Local(local) => Some((*local, Vec::new())),
            Place::Field { base, field } => self.path_in(base, *field),
            Place::Index { base, index, .. } => self.path_in(base, const_index(index)?),
            _ => None,
        }
    }
}

/// An index that is known, as that of a part.
pub(super) fn const_index(index: &Expr) -> Option<u32> {
    match &index.kind {
        ExprKind::Const(Const::Int(index)) => index.to_u32(),
        _ => None,
    }
}

/// The value itself, where that of a copy is asked for.
pub(super) fn without_copy(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Copy(inner) => without_copy(inner),
        _ => expr,
    }
}

/// `expr` in place of its copy.
pub(super) fn strip_copy(expr: Expr) -> Expr {
    match expr.kind {
        ExprKind::Copy(inner) => strip_copy(*inner),
        _ => expr,
    }
}
