//! The variables of a program, numbered: locals, results of functions, package variables, fields, and what the
//! elements of each of these hold.

use super::form::Var;
use crate::ir::{Field, FuncId, GlobalId, IntKind, IntRepr, LocalId, Program, Type, TypeId, TypeKind};
use rustc_hash::FxHashMap;

pub(super) struct Vars {
    /// By function: its first local; results follow the locals.
    locals: Vec<u32>,
    results: Vec<u32>,
    globals: u32,
    /// The first field, by type: struct types and pointers to them. Struct types with the same fields share
    /// theirs, for they can be converted into one another.
    fields: FxHashMap<TypeId, u32>,
    /// By variable: the one that stands for all integers that are reached from it through elements and pointers.
    elements: Vec<Option<Var>>,
    /// By type: whether its values lead to such integers.
    has_elements: Vec<bool>,
    /// Integer kinds of the variables that are integers. Slices and strings are here for their lengths.
    pub(super) kinds: Vec<Option<IntKind>>,
    pub(super) is_length: Vec<bool>,
}

impl Vars {
    pub(super) fn of(program: &Program) -> Vars {
        let innermost: Vec<Option<IntKind>> = (0..program.types.len() as u32)
            .map(|ty| elements(&program.types, TypeId(ty)))
            .collect();
        let kind = |ty: TypeId| {
            let kind = match program.types[ty.0 as usize].kind {
                TypeKind::Int(kind) => Some((kind, false)),
                TypeKind::Slice(_) | TypeKind::String => Some((IntKind::Int, true)),
                _ => None,
            };
            (kind, innermost[ty.0 as usize])
        };
        let mut kinds = Vec::new();
        let (mut locals, mut results) = (Vec::new(), Vec::new());
        for function in &program.functions {
            locals.push(kinds.len() as u32);
            kinds.extend(function.locals.iter().map(|local| kind(local.ty)));
            results.push(kinds.len() as u32);
            kinds.extend(function.code.results.iter().map(|&ty| kind(ty)));
        }
        let globals = kinds.len() as u32;
        kinds.extend(program.globals.iter().map(|global| kind(global.ty)));
        let mut fields = FxHashMap::default();
        let mut shared: FxHashMap<Vec<(&str, TypeId)>, u32> = FxHashMap::default();
        for (index, ty) in program.types.iter().enumerate() {
            if let TypeKind::Struct(list) = &ty.kind {
                let key = list.iter().map(|field| (field.name.as_str(), field.ty)).collect();
                let first = *shared.entry(key).or_insert_with(|| {
                    let first = kinds.len() as u32;
                    kinds.extend(list.iter().map(|field: &Field| kind(field.ty)));
                    first
                });
                fields.insert(TypeId(index as u32), first);
            }
        }
        for (index, ty) in program.types.iter().enumerate() {
            if let TypeKind::Pointer(elem) = ty.kind
                && let Some(&first) = fields.get(&elem)
            {
                fields.insert(TypeId(index as u32), first);
            }
        }
        let (mut kinds, innermost_of): (Vec<_>, Vec<_>) = kinds.into_iter().unzip();
        let elements = innermost_of
            .into_iter()
            .map(|elem| {
                let var = Var(kinds.len() as u32);
                kinds.push(Some((elem?, false)));
                Some(var)
            })
            .collect();
        Vars {
            locals,
            results,
            globals,
            fields,
            elements,
            has_elements: innermost.iter().map(Option::is_some).collect(),
            is_length: kinds
                .iter()
                .map(|kind| kind.is_some_and(|(_, is_length)| is_length))
                .collect(),
            kinds: kinds.into_iter().map(|kind| kind.map(|(kind, _)| kind)).collect(),
        }
    }

    /// Whether values of a type lead to integers of mixed representation, through elements and pointers.
    pub(super) fn has_elements(&self, ty: TypeId) -> bool {
        self.has_elements[ty.0 as usize]
    }

    /// What stands for the integers that are reached from a variable.
    pub(super) fn elements(&self, var: Var) -> Option<Var> {
        self.elements[var.0 as usize]
    }

    /// All variables that stand for elements.
    pub(super) fn all_elements(&self) -> impl Iterator<Item = Var> {
        self.elements.iter().copied().flatten()
    }

    /// Makes one of variables for elements that the same integers may be reached from.
    pub(super) fn join_elements(&mut self, joined: impl Fn(Var) -> Var) {
        for elements in self.elements.iter_mut().flatten() {
            *elements = joined(*elements);
        }
    }

    pub(super) fn local(&self, func: FuncId, local: LocalId) -> Var {
        Var(self.locals[func.0 as usize] + local.0)
    }

    pub(super) fn result(&self, func: FuncId, index: u32) -> Var {
        Var(self.results[func.0 as usize] + index)
    }

    pub(super) fn global(&self, global: GlobalId) -> Var {
        Var(self.globals + global.0)
    }

    /// A field of a struct, or of the struct that a pointer leads to.
    pub(super) fn field(&self, base: TypeId, field: u32) -> Option<Var> {
        self.fields.get(&base).map(|first| Var(first + field))
    }

    /// All fields of a struct type.
    pub(super) fn fields_of(&self, types: &[Type], ty: TypeId) -> std::ops::Range<u32> {
        match (&types[ty.0 as usize].kind, self.fields.get(&ty)) {
            (TypeKind::Struct(list), Some(&first)) => first..first + list.len() as u32,
            _ => 0..0,
        }
    }
}

/// The kind of the integers at the end of slices of arrays of pointers …, if they are of mixed representation.
fn elements(types: &[Type], ty: TypeId) -> Option<IntKind> {
    let mut ty = ty;
    // A type that has itself as its element never comes to an end.
    for depth in 0..=types.len() {
        ty = match types[ty.0 as usize].kind {
            TypeKind::Slice(elem)
            | TypeKind::Array { elem, .. }
            | TypeKind::Pointer(elem)
            | TypeKind::Map { elem, .. }
            | TypeKind::Chan { elem, .. } => elem,
            TypeKind::Int(kind) if depth > 0 && kind.repr() == IntRepr::Mixed => return Some(kind),
            _ => return None,
        };
    }
    None
}
