//! Which integers are certainly held as JavaScript numbers, which arithmetic on them certainly stays within
//! the safe integers, and which indices are within bounds.
//!
//! In: a program. Out: the same with [`Overflow`](crate::ir::Overflow), [`Bounds`](crate::ir::Bounds),
//! conversions and the `is_number` and `begins_array` of locals, results, package variables and fields filled in. Intervals of
//! variables hold for the whole program ([`solve`]); what comparisons tell holds where they do ([`scope`]).

mod elements;
mod form;
mod limits;
mod linear;
mod mark;
mod read;
mod scope;
mod solve;
mod vars;

pub(super) use limits::assigned_by;

use crate::ir::{FuncId, GlobalId, IntKind, Local, LocalId, Program, Type, TypeId, TypeKind};
use crate::visit::VisitorMut;
use limits::Limits;
use mark::Marker;
use read::Definitions;
use scope::Scope;
use solve::Facts;
use vars::Vars;

pub fn run(program: &mut Program) {
    let mut vars = Vars::of(program);
    let definitions = Definitions::of(program, &mut vars);
    let mut facts = Facts::of(&vars, &definitions);
    write_numbers(program, &vars, &facts);
    for index in 0..program.functions.len() {
        let func = FuncId(index as u32);
        let mut code = std::mem::take(&mut program.functions[index].code);
        let cx = Context::of(program, &vars, func);
        let limits = Limits::of(cx, &facts, &code);
        let mut marker = Marker {
            scope: Scope::new(cx, &mut facts, limits),
            found_rows: Vec::new(),
        };
        marker.stmts(&mut code.body);
        let found_rows = marker.found_rows;
        let function = &mut program.functions[index];
        for row in found_rows {
            function.locals[row.0 as usize].stands_for = None;
        }
        function.code = code;
    }
}

/// Notes which variables are numbers, and which slices begin where their backing arrays do.
fn write_numbers(program: &mut Program, vars: &Vars, facts: &Facts) {
    for (index, function) in program.functions.iter_mut().enumerate() {
        let func = FuncId(index as u32);
        for (local, info) in function.locals.iter_mut().enumerate() {
            let var = vars.local(func, LocalId(local as u32));
            info.is_number |= facts.is_number(var);
            info.begins_array = facts.begins(var);
        }
        function.code.number_results = (0..function.code.results.len() as u32)
            .map(|result| facts.is_number(vars.result(func, result)))
            .collect();
    }
    for (index, global) in program.globals.iter_mut().enumerate() {
        let var = vars.global(GlobalId(index as u32));
        global.is_number = facts.is_number(var);
        global.begins_array = facts.begins(var);
    }
    for (index, ty) in program.types.iter_mut().enumerate() {
        if let TypeKind::Struct(fields) = &mut ty.kind {
            for (field, info) in fields.iter_mut().enumerate() {
                if let Some(var) = vars.field(TypeId(index as u32), field as u32) {
                    info.is_number = facts.is_number(var);
                    info.begins_array = facts.begins(var);
                }
            }
        }
    }
}

/// A function of the program, with what the analysis asks about it.
#[derive(Clone, Copy)]
struct Context<'a> {
    program: &'a Program,
    vars: &'a Vars,
    func: FuncId,
}

impl<'a> Context<'a> {
    fn of(program: &'a Program, vars: &'a Vars, func: FuncId) -> Context<'a> {
        Context { program, vars, func }
    }

    fn types(self) -> &'a [Type] {
        &self.program.types
    }

    fn locals(self) -> &'a [Local] {
        &self.program.functions[self.func.0 as usize].locals
    }

    fn kind(self, ty: TypeId) -> Option<IntKind> {
        match self.types()[ty.0 as usize].kind {
            TypeKind::Int(kind) => Some(kind),
            _ => None,
        }
    }

    /// Slices and strings, whose lengths are what is known of them.
    fn has_length(self, ty: TypeId) -> bool {
        matches!(
            self.types()[ty.0 as usize].kind,
            TypeKind::Slice(_) | TypeKind::String
        )
    }

    fn array_len(self, ty: TypeId) -> Option<u64> {
        match self.types()[ty.0 as usize].kind {
            TypeKind::Array { len, .. } => Some(len),
            TypeKind::Pointer(elem) => match self.types()[elem.0 as usize].kind {
                TypeKind::Array { len, .. } => Some(len),
                _ => None,
            },
            _ => None,
        }
    }
}
