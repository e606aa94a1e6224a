//! The variables of a program, numbered: locals, results of functions, package variables, fields.

use super::form::Var;
use crate::ir::{Field, FuncId, GlobalId, IntKind, LocalId, Program, Type, TypeId, TypeKind};
use rustc_hash::FxHashMap;

pub(super) struct Vars {
    /// By function: its first local; results follow the locals.
    locals: Vec<u32>,
    results: Vec<u32>,
    globals: u32,
    /// The first field, by type: struct types and pointers to them. Struct types with the same fields share
    /// theirs, for they can be converted into one another.
    fields: FxHashMap<TypeId, u32>,
    /// Integer kinds of the variables that are integers. Slices are here for their lengths.
    pub(super) kinds: Vec<Option<IntKind>>,
    pub(super) is_length: Vec<bool>,
}

impl Vars {
    pub(super) fn of(program: &Program) -> Vars {
        let kind = |ty: TypeId| match program.types[ty.0 as usize].kind {
            TypeKind::Int(kind) => Some((kind, false)),
            TypeKind::Slice(_) => Some((IntKind::Int, true)),
            _ => None,
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
        Vars {
            locals,
            results,
            globals,
            fields,
            is_length: kinds
                .iter()
                .map(|kind| kind.is_some_and(|(_, is_length)| is_length))
                .collect(),
            kinds: kinds.into_iter().map(|kind| kind.map(|(kind, _)| kind)).collect(),
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
