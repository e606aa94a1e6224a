//! The fields of slice type that own their headers, see [`super::headers`].

use super::headers::{
    Operands, base_of, has_form_in_place, is_new_header, is_slice, is_update, shares_header,
};
use crate::ir::{
    Conversion, Entry, Expr, ExprKind, Function, Local, Place, Program, Stmt, StmtKind, Type, TypeId,
    TypeKind,
};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

type Field = (TypeId, u32);

/// Finds the fields that own their headers, and marks them.
pub(super) fn mark(program: &mut Program) {
    // JavaScript may write to fields of a library's classes.
    if matches!(program.entry, Entry::Library(_)) {
        return;
    }
    for (ty, field) in owners(program) {
        if let TypeKind::Struct(fields) = &mut program.types[ty.0 as usize].kind {
            fields[field as usize].owns_header = true;
        }
    }
}

/// Whether the field of what `base` is, or points to, owns its header.
pub(super) fn owns(types: &[Type], base: &Expr, field: u32) -> bool {
    is_owner(types, pointee(types, base.ty).unwrap_or(base.ty), field)
}

pub(super) fn is_owner(types: &[Type], ty: TypeId, field: u32) -> bool {
    match &types[ty.0 as usize].kind {
        TypeKind::Struct(fields) => fields[field as usize].owns_header,
        _ => false,
    }
}

fn owners(program: &Program) -> Vec<Field> {
    let mut scan = Scan {
        types: &program.types,
        locals: &[],
        facts: FxHashMap::default(),
        lost: FxHashSet::default(),
    };
    for function in &program.functions {
        scan.locals = &function.locals;
        visit::walk_stmts(&mut scan, &function.code.body);
        if function.native.is_some() {
            scan.given_to_native(function);
        }
    }
    scan.locals = &[];
    for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
        scan.expr(init);
    }
    let Scan { facts, lost, .. } = scan;
    let owns = |&(&(ty, field), facts): &(&Field, &Facts)| {
        let info = &program.types[ty.0 as usize];
        let TypeKind::Struct(fields) = &info.kind else {
            return false;
        };
        // Reflection may put a header into an exported field.
        let is_reflected = info.uses.descriptor && fields[field as usize].is_exported;
        let is_lost = facts.is_lost || lost.contains(&ty);
        !is_reflected && !is_lost && facts.updates > 0 && facts.given <= 2 * facts.updates
    };
    facts.iter().filter(owns).map(|(&field, _)| field).collect()
}

fn pointee(types: &[Type], ty: TypeId) -> Option<TypeId> {
    match types[ty.0 as usize].kind {
        TypeKind::Pointer(elem) => Some(elem),
        _ => None,
    }
}

#[derive(Default)]
struct Facts {
    is_lost: bool,
    /// Assignments that can change it in place.
    updates: u32,
    /// Where its header is given to something else, or that of something else to it.
    given: u32,
}

struct Scan<'p> {
    types: &'p [Type],
    locals: &'p [Local],
    facts: FxHashMap<Field, Facts>,
    /// Structs that are seen as of another type.
    lost: FxHashSet<TypeId>,
}

impl Scan<'_> {
    fn facts(&mut self, base: &Expr, field: u32) -> &mut Facts {
        let owner = pointee(self.types, base.ty).unwrap_or(base.ty);
        self.facts.entry((owner, field)).or_default()
    }

    /// JavaScript may do anything with what it is given, or makes.
    fn given_to_native(&mut self, function: &Function) {
        let locals = function.code.params.iter();
        let mut stack: Vec<TypeId> = locals.map(|local| function.locals[local.0 as usize].ty).collect();
        stack.extend(&function.code.results);
        while let Some(ty) = stack.pop() {
            match &self.types[ty.0 as usize].kind {
                TypeKind::Struct(fields) if self.lost.insert(ty) => {
                    stack.extend(fields.iter().map(|field| field.ty));
                }
                TypeKind::Pointer(elem) | TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => {
                    stack.push(*elem)
                }
                TypeKind::Map { key, elem } => stack.extend([*key, *elem]),
                _ => {}
            }
        }
    }

    fn assign(&mut self, place: &Place, value: &Expr) {
        self.place(place);
        let update = is_update(place, value);
        if let Place::Field { base, field } = place
            && is_slice(self.types, value.ty)
        {
            let can_change = update && has_form_in_place(place, value);
            let is_new = is_new_header(value, update);
            let facts = self.facts(base, *field);
            facts.updates += u32::from(can_change);
            facts.given += u32::from(!is_new && base_of(value).is_none());
        }
        if !update {
            return self.expr(value);
        }
        self.walk_update(value);
    }

    /// Pointers, or values, of a struct type become those of another.
    fn convert(&mut self, from: TypeId, to: TypeId) {
        if from != to {
            for ty in [from, to] {
                self.lost.insert(pointee(self.types, ty).unwrap_or(ty));
            }
        }
    }
}

impl Operands for Scan<'_> {
    fn operand(&mut self, expr: &Expr, only_reads: bool) {
        match &expr.kind {
            ExprKind::Field { base, .. } if only_reads => self.expr(base),
            _ => self.expr(expr),
        }
    }
}

impl Visitor for Scan<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Convert {
                op: Conversion::Retype | Conversion::Unsafe,
                operand,
            } if !is_slice(self.types, expr.ty) && pointee(self.types, expr.ty) != Some(operand.ty) => {
                // `&T{…}` is written as a conversion of its value: that is left aside.
                self.convert(operand.ty, expr.ty);
            }
            ExprKind::Field { base, field } if is_slice(self.types, expr.ty) => {
                self.facts(base, *field).given += 1;
            }
            ExprKind::Address(Place::Field { base, field }) => self.facts(base, *field).is_lost = true,
            _ => {}
        }
        self.walk_operands(expr);
    }

    fn place(&mut self, place: &Place) {
        self.walk_operands_of(place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { place, value, .. } => self.assign(place, value),
            StmtKind::Let {
                local,
                init: Some(init),
            } => {
                let shares = shares_header(self.locals, *local, init);
                self.operand(init, shares);
            }
            StmtKind::AssignTuple { places, .. } => {
                for place in places.iter().flatten() {
                    if let Place::Field { base, field } = place {
                        self.facts(base, *field).is_lost = true;
                    }
                }
                visit::walk_stmt(self, stmt);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }
}
