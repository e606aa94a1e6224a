//! The fields of structs, down to those that are no structs.

use crate::ir::{Expr, ExprKind, Field, LocalId, Place, Type, TypeId, TypeKind};

/// A struct with more fields is worth an object.
const MOST: usize = 24;

/// A struct, as its fields.
#[derive(Clone, Debug)]
pub(super) enum Tree<T> {
    Leaf(T),
    Node(Vec<Tree<T>>),
}

impl<T> Tree<T> {
    /// The part that a path of fields leads to.
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

pub(super) fn fields(types: &[Type], ty: TypeId) -> Option<&[Field]> {
    match &types[ty.0 as usize].kind {
        TypeKind::Struct(fields) => Some(fields),
        _ => None,
    }
}

/// Whether a type is a struct that can be taken apart: of few fields, with names, none of them an array.
pub(super) fn is_divisible(types: &[Type], ty: TypeId) -> bool {
    fn count(types: &[Type], ty: TypeId) -> Option<usize> {
        match &types[ty.0 as usize].kind {
            TypeKind::Struct(fields) => {
                let mut sum = 0;
                for field in fields {
                    sum += count(types, field.ty).filter(|_| field.name != "_")?;
                }
                (sum <= MOST).then_some(sum)
            }
            TypeKind::Array { .. } => None,
            _ => Some(1),
        }
    }
    fields(types, ty).is_some() && count(types, ty).is_some_and(|count| count > 0)
}

/// The local and the path of fields in it that an expression is, without pointers on the way.
pub(super) fn path(types: &[Type], expr: &Expr) -> Option<(LocalId, Vec<u32>)> {
    match &expr.kind {
        ExprKind::Local(local) => Some((*local, Vec::new())),
        ExprKind::Field { base, field } => {
            fields(types, base.ty)?;
            let (local, mut path) = path(types, base)?;
            path.push(*field);
            Some((local, path))
        }
        _ => None,
    }
}

/// The same for a place.
pub(super) fn place_path(types: &[Type], place: &Place) -> Option<(LocalId, Vec<u32>)> {
    match place {
        Place::Local(local) => Some((*local, Vec::new())),
        Place::Field { base, field } => {
            fields(types, base.ty)?;
            let (local, mut path) = path(types, base)?;
            path.push(*field);
            Some((local, path))
        }
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
