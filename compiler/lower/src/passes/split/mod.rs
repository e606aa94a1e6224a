//! Which 64-bit locals are held as two words of 32 bits.
//!
//! Hashes and random number generators work on all 64 bits all the time: as a number or a bigint each step
//! would make a new bigint, as two words it is a few machine instructions. What leaves the function as a
//! whole value is put together first, so that a local is split only where arithmetic on it outweighs that.

use crate::ir::{
    ArithOp, Const, Conversion, Expr, ExprKind, IntKind, IntRepr, Local, LocalId, Place, Program, ShiftOp,
    Stmt, StmtKind, Storage, Type, TypeId, TypeKind,
};
use crate::visit::{self, Visitor};
use num_traits::ToPrimitive;
use rustc_hash::FxHashSet;

/// What one operation saves, and what it costs to put a value together or to take one apart.
const OPERATION: i64 = 2;
const JOIN: i64 = 3;
const TAKE_APART: i64 = 2;
/// How much more often the body of a loop is thought to run.
const LOOP: i64 = 8;
/// A multiplier from here on mixes bits; a smaller one may be the base of digits.
const MIXING: i128 = 17;
/// The largest divisor by which two words are reduced in doubles.
const DIVISOR: i128 = 1 << 21;

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        let mut candidates = candidates(&program.types, function);
        while !candidates.is_empty() {
            let mut judge = Judge {
                types: &program.types,
                split: &candidates,
                gain: vec![0; function.locals.len()],
                weight: 1,
            };
            visit::walk_stmts(&mut judge, &function.code.body);
            let gain = judge.gain;
            let before = candidates.len();
            candidates.retain(|local| gain[local.0 as usize] > 0);
            if candidates.len() == before {
                break;
            }
        }
        for (index, local) in function.locals.iter_mut().enumerate() {
            local.is_split = candidates.contains(&LocalId(index as u32));
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

/// Whether an expression is computed as two words: it works on a split local.
pub fn is_split(types: &[Type], locals: &[Local], expr: &Expr) -> bool {
    works_on(types, expr, &|local| {
        locals.get(local.0 as usize).is_some_and(|info| info.is_split)
    })
}

fn works_on(types: &[Type], expr: &Expr, split: &dyn Fn(LocalId) -> bool) -> bool {
    // Each node of a chain asks; what lies further down is put together where it is used.
    const MAX_CHAIN: u32 = 64;
    works_on_within(types, expr, split, MAX_CHAIN)
}

fn works_on_within(types: &[Type], expr: &Expr, split: &dyn Fn(LocalId) -> bool, depth: u32) -> bool {
    match expr.kind {
        ExprKind::Local(local) => split(local),
        _ => depth.checked_sub(1).is_some_and(|depth| {
            operands(types, expr)
                .into_iter()
                .any(|operand| works_on_within(types, operand, split, depth))
        }),
    }
}

fn constant(expr: &Expr) -> Option<i128> {
    match &expr.kind {
        ExprKind::Const(Const::Int(value)) => value.to_i128(),
        _ => None,
    }
}

// ---- candidates -------------------------------------------------------------------------------------

/// Locals that only plain assignments change, and that are wide as far as can be told.
fn candidates(types: &[Type], function: &crate::ir::Function) -> FxHashSet<LocalId> {
    let mut reader = Reader {
        types,
        loops: 0,
        declared: FxHashSet::default(),
        unfit: function.code.params.iter().copied().collect(),
        wide: FxHashSet::default(),
        bounded: FxHashSet::default(),
    };
    reader.unfit.extend(&function.code.named_results);
    visit::walk_stmts(&mut reader, &function.code.body);
    let mut candidates = reader.declared;
    candidates.retain(|local| {
        let info = &function.locals[local.0 as usize];
        let is_plain = info.storage == Storage::Plain && !info.is_captured && !info.is_number;
        let is_wide = match int_kind(types, info.ty) {
            Some(kind) if kind.bits() < 64 => false,
            Some(kind) if kind.repr() == IntRepr::BigInt => true,
            Some(_) => reader.wide.contains(local) && !reader.bounded.contains(local),
            None => false,
        };
        is_plain && is_wide && !reader.unfit.contains(local)
    });
    candidates
}

struct Reader<'a> {
    types: &'a [Type],
    loops: u32,
    declared: FxHashSet<LocalId>,
    /// Assigned to by other means than a statement of their own.
    unfit: FxHashSet<LocalId>,
    /// Multiplied or shifted into themselves in a loop.
    wide: FxHashSet<LocalId>,
    /// Reduced in a loop.
    bounded: FxHashSet<LocalId>,
}

impl Reader<'_> {
    /// `local = value`, or `local op= value`
    fn assigned(&mut self, local: LocalId, op: Option<ArithOp>, value: &Expr) {
        if self.loops == 0 {
            return;
        }
        let root = op.or(match &value.kind {
            ExprKind::Arith { op, .. } => Some(*op),
            ExprKind::Shift {
                op: ShiftOp::Right, ..
            } => Some(ArithOp::Shr),
            _ => None,
        });
        if matches!(
            root,
            Some(ArithOp::Div | ArithOp::Rem | ArithOp::And | ArithOp::Shr)
        ) {
            self.bounded.insert(local);
        }
        let mut mixing = Mixing {
            local,
            uses: usize::from(op.is_some()),
            shifts: false,
            mixes: op == Some(ArithOp::Mul) && constant(value).is_some_and(is_mixing),
        };
        mixing.read(self.types, value);
        if mixing.mixes || mixing.shifts && mixing.uses > 1 {
            self.wide.insert(local);
        }
    }
}

fn is_mixing(factor: i128) -> bool {
    factor.abs() >= MIXING && factor % 2 != 0
}

/// How a value depends on the local that it is assigned to.
struct Mixing {
    local: LocalId,
    uses: usize,
    /// A part of it is shifted to the left.
    shifts: bool,
    /// It is multiplied by a large odd number.
    mixes: bool,
}

impl Mixing {
    /// Reads a value; tells whether it works on the local.
    fn read(&mut self, types: &[Type], expr: &Expr) -> bool {
        if let ExprKind::Local(local) = expr.kind {
            self.uses += usize::from(local == self.local);
            return local == self.local;
        }
        let mut works = false;
        for operand in operands(types, expr) {
            works |= self.read(types, operand);
        }
        match &expr.kind {
            ExprKind::Arith {
                op: ArithOp::Mul,
                left,
                right,
                ..
            } => {
                let factor = constant(right).or(constant(left));
                self.mixes |= works && factor.is_some_and(is_mixing);
            }
            ExprKind::Shift {
                op: ShiftOp::Left, ..
            } => self.shifts |= works,
            _ => {}
        }
        works
    }
}

impl Visitor for Reader<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Sequence { effects, .. } = &expr.kind {
            self.unfit.extend(effects.iter().map(|(local, _)| *local));
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { local, .. } => {
                self.declared.insert(*local);
            }
            StmtKind::Assign {
                place: Place::Local(local),
                value,
                ..
            } => self.assigned(*local, None, value),
            StmtKind::AssignOp {
                place: Place::Local(local),
                op,
                value,
                ..
            } => self.assigned(*local, Some(*op), value),
            StmtKind::LetTuple { locals, .. } => self.unfit.extend(locals.iter().flatten()),
            StmtKind::AssignTuple { places, .. } => {
                for place in places.iter().flatten() {
                    if let Place::Local(local) = place {
                        self.unfit.insert(*local);
                    }
                }
            }
            StmtKind::For { init, .. } => {
                for stmt in init {
                    if let StmtKind::Let { local, .. } = stmt.kind {
                        self.unfit.insert(local);
                    }
                }
            }
            _ => {}
        }
        let is_loop = is_loop(stmt);
        self.loops += u32::from(is_loop);
        visit::walk_stmt(self, stmt);
        self.loops -= u32::from(is_loop);
    }
}

fn is_loop(stmt: &Stmt) -> bool {
    matches!(
        stmt.kind,
        StmtKind::For { .. } | StmtKind::RangeMap { .. } | StmtKind::RangeString { .. }
    )
}

// ---- gains ------------------------------------------------------------------------------------------

struct Judge<'a> {
    types: &'a [Type],
    split: &'a FxHashSet<LocalId>,
    /// By local.
    gain: Vec<i64>,
    weight: i64,
}

impl Judge<'_> {
    fn is_split(&self, expr: &Expr) -> bool {
        works_on(self.types, expr, &|local| self.split.contains(&local))
    }

    /// Reads an expression that is computed as two words; `cost` is that of using the result.
    fn words(&mut self, expr: &Expr, cost: i64) {
        let (mut locals, mut gain) = (Vec::new(), -cost);
        self.read(expr, &mut locals, &mut gain);
        for local in locals {
            self.gain[local.0 as usize] += gain * self.weight;
        }
    }

    fn read(&mut self, expr: &Expr, locals: &mut Vec<LocalId>, gain: &mut i64) {
        match &expr.kind {
            ExprKind::Local(local) if self.split.contains(local) => {
                if !locals.contains(local) {
                    locals.push(*local);
                }
                return;
            }
            ExprKind::Const(_) | ExprKind::Zero => return,
            _ => {}
        }
        let operands = operands(self.types, expr);
        if operands.is_empty() {
            // From a narrower kind, it costs nothing.
            let is_narrow = matches!(&expr.kind, ExprKind::Convert { operand, .. } if int_kind(self.types, operand.ty).is_some());
            *gain -= if is_narrow { 0 } else { TAKE_APART };
            return self.expr(expr);
        }
        if !matches!(expr.kind, ExprKind::Convert { .. }) {
            *gain += OPERATION;
        }
        for operand in operands {
            self.read(operand, locals, gain);
        }
        if let ExprKind::Shift { count, .. } = &expr.kind {
            self.expr(count);
        }
    }

    /// `local = value`
    fn assign(&mut self, local: LocalId, op: Option<ArithOp>, value: &Expr) {
        let cost = match op {
            None => 0,
            Some(ArithOp::Div | ArithOp::Rem) => JOIN + TAKE_APART,
            Some(_) => -OPERATION,
        };
        self.gain[local.0 as usize] -= cost * self.weight;
        if self.is_split(value) {
            self.words(value, 0);
            return;
        }
        let mut gain = 0;
        self.read(value, &mut Vec::new(), &mut gain);
        self.gain[local.0 as usize] += gain.min(0) * self.weight;
    }
}

impl Visitor for Judge<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            _ if self.is_split(expr) => self.words(expr, JOIN),
            ExprKind::Compare { left, right, .. } if self.is_split(left) || self.is_split(right) => {
                self.words(left, -1);
                self.words(right, -1);
            }
            ExprKind::Convert { operand, .. }
                if int_kind(self.types, expr.ty).is_some() && self.is_split(operand) =>
            {
                self.words(operand, -1);
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let {
                local,
                init: Some(value),
            }
            | StmtKind::Assign {
                place: Place::Local(local),
                value,
                ..
            } if self.split.contains(local) => return self.assign(*local, None, value),
            StmtKind::AssignOp {
                place: Place::Local(local),
                op,
                value,
                ..
            } if self.split.contains(local) => return self.assign(*local, Some(*op), value),
            _ => {}
        }
        let factor = if is_loop(stmt) { LOOP } else { 1 };
        self.weight *= factor;
        visit::walk_stmt(self, stmt);
        self.weight /= factor;
    }
}
