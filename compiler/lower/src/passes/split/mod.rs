//! Which 64-bit variables are held as two words of 32 bits: locals, and of uint64 parameters, results and
//! fields as well.
//!
//! Hashes and random number generators work on all 64 bits all the time: as a number or a bigint each step
//! would make a new bigint, as two words it is a few machine instructions. What is needed as a whole value
//! is put together first, so that a variable is split only where arithmetic on it outweighs that, over the
//! whole program.

mod candidates;
mod judge;

use super::fixed::is_loop;
use crate::ir::{
    ArithOp, Callee, Const, Conversion, Expr, ExprKind, FuncId, IntKind, Local, LocalId, Program, Type,
    TypeId, TypeKind,
};
use judge::Judge;
use num_traits::ToPrimitive;
use rustc_hash::FxHashSet;

/// How far a gain reaches along assignments.
const ROUNDS: u32 = 4;
/// The largest divisor by which two words are reduced in doubles.
const DIVISOR: i128 = 1 << 21;

/// What may be held as two words.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
enum Item {
    Local(FuncId, LocalId),
    Field(TypeId, u32),
    Result(FuncId),
}

pub fn run(program: &mut Program) {
    let mut items = candidates::of(program);
    let mut functions: Vec<FuncId> = (0..program.functions.len() as u32).map(FuncId).collect();
    while !items.is_empty() {
        let gaining = gaining(program, &items, &mut functions);
        let is_done = gaining.len() == items.len();
        items = gaining;
        if is_done {
            break;
        }
    }
    write(program, &items);
}

/// Those that gain if all of the items are split. What is only handed on gains if it comes from, or goes to,
/// what gains by itself. Functions that have to do with none are taken from the list.
fn gaining(program: &Program, items: &FxHashSet<Item>, functions: &mut Vec<FuncId>) -> FxHashSet<Item> {
    let mut gaining = FxHashSet::default();
    for _ in 0..ROUNDS {
        let gain = Judge::gains(program, items, &gaining, functions);
        let more: FxHashSet<Item> = items
            .iter()
            .copied()
            .filter(|item| gain.get(item).is_some_and(|&gain| gain > 0))
            .collect();
        let is_done = more == gaining;
        gaining = more;
        if is_done {
            break;
        }
    }
    gaining
}

/// Notes what is split.
fn write(program: &mut Program, items: &FxHashSet<Item>) {
    for (index, function) in program.functions.iter_mut().enumerate() {
        let func = FuncId(index as u32);
        function.returns_words = items.contains(&Item::Result(func));
        for (index, local) in function.locals.iter_mut().enumerate() {
            local.is_split = items.contains(&Item::Local(func, LocalId(index as u32)));
        }
    }
    for (index, ty) in program.types.iter_mut().enumerate() {
        if let TypeKind::Struct(fields) = &mut ty.kind {
            for (field, info) in fields.iter_mut().enumerate() {
                info.is_split = items.contains(&Item::Field(TypeId(index as u32), field as u32));
            }
        }
    }
}

fn int_kind(types: &[Type], ty: TypeId) -> Option<IntKind> {
    match types[ty.0 as usize].kind {
        TypeKind::Int(kind) => Some(kind),
        _ => None,
    }
}

fn is_64_bits(types: &[Type], ty: TypeId) -> bool {
    int_kind(types, ty).is_some_and(|kind| kind.bits() == 64)
}

/// The operands that an operation on two words takes as two words.
fn operands<'e>(types: &[Type], expr: &'e Expr) -> Vec<&'e Expr> {
    if !is_64_bits(types, expr.ty) {
        return Vec::new();
    }
    match &expr.kind {
        ExprKind::Arith {
            op: ArithOp::Rem,
            left,
            right,
            ..
        } => {
            let is_unsigned = int_kind(types, expr.ty).is_some_and(|kind| !kind.is_signed());
            let is_small = constant(right).is_some_and(|divisor| (1..=DIVISOR).contains(&divisor));
            if is_unsigned && is_small {
                vec![left]
            } else {
                Vec::new()
            }
        }
        ExprKind::Arith {
            op: ArithOp::Div | ArithOp::Concat | ArithOp::Shl | ArithOp::Shr,
            ..
        } => Vec::new(),
        ExprKind::Arith { left, right, .. } => vec![left, right],
        ExprKind::Shift { left: operand, .. }
        | ExprKind::Negate { operand, .. }
        | ExprKind::Complement(operand) => vec![operand],
        ExprKind::Convert {
            op: Conversion::Numeric | Conversion::Retype,
            operand,
        } if is_64_bits(types, operand.ty) => vec![operand],
        _ => Vec::new(),
    }
}

/// Whether an expression is computed as two words: it works on what is split.
pub fn is_split(program: &Program, locals: &[Local], expr: &Expr) -> bool {
    works_on(&program.types, expr, &|expr| match &expr.kind {
        ExprKind::Local(local) => locals.get(local.0 as usize).is_some_and(|info| info.is_split),
        ExprKind::Field { base, field } => is_split_field(&program.types, base.ty, *field),
        ExprKind::Call(call) => match call.callee {
            Callee::Func(func) => program.functions[func.0 as usize].returns_words,
            _ => false,
        },
        _ => false,
    })
}

/// Whether a field of a struct, or of what a pointer points to, is held as two words.
pub fn is_split_field(types: &[Type], base: TypeId, field: u32) -> bool {
    match &types[struct_of(types, base).0 as usize].kind {
        TypeKind::Struct(fields) => fields.get(field as usize).is_some_and(|info| info.is_split),
        _ => false,
    }
}

/// The struct type that fields are selected from, by way of a pointer or not.
fn struct_of(types: &[Type], base: TypeId) -> TypeId {
    match types[base.0 as usize].kind {
        TypeKind::Pointer(elem) => elem,
        _ => base,
    }
}

/// Whether an expression is, or computes with, a variable or call that `is_leaf` tells.
fn works_on(types: &[Type], expr: &Expr, is_leaf: &dyn Fn(&Expr) -> bool) -> bool {
    // Each node of a chain asks; what lies further down is put together where it is used.
    const MAX_CHAIN: u32 = 64;
    works_on_within(types, expr, is_leaf, MAX_CHAIN)
}

fn works_on_within(types: &[Type], expr: &Expr, is_leaf: &dyn Fn(&Expr) -> bool, depth: u32) -> bool {
    match expr.kind {
        ExprKind::Local(_) | ExprKind::Field { .. } | ExprKind::Call(_) => is_leaf(expr),
        _ => depth.checked_sub(1).is_some_and(|depth| {
            operands(types, expr)
                .into_iter()
                .any(|operand| works_on_within(types, operand, is_leaf, depth))
        }),
    }
}

fn constant(expr: &Expr) -> Option<i128> {
    match &expr.kind {
        ExprKind::Const(Const::Int(value)) => value.to_i128(),
        _ => None,
    }
}
