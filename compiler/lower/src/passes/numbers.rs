//! Which `int` variables are certainly held as JavaScript numbers, and which arithmetic on them certainly
//! stays within the safe integers: such arithmetic is marked [`Overflow::Proven`].
//!
//! A variable is *linear* if it only ever gets values that are bounded by themselves (constants, lengths,
//! remainders, other linear variables) or lie at most [`STEP`] from linear ones, as loop counters do. Each
//! executed assignment moves the largest linear value by at most a step, so that leaving ±[`LINEAR`] would
//! take days of doing nothing else. The sum of two linear values is still a safe integer.

use crate::ir::{
    ArithOp, Bounds, Builtin, Closure, CompareOp, Const, Conversion, Expr, ExprKind, IntKind, IntRepr, Local,
    LocalId, Overflow, Place, Program, SelectOp, ShiftOp, Stmt, StmtKind, Storage, Type, TypeId, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use num_traits::ToPrimitive;
use rustc_hash::FxHashMap;

/// Inclusive.
type Interval = (i128, i128);

const SAFE: i128 = (1 << 53) - 1;
const LINEAR: i128 = 1 << 50;
/// Values that do not come from linear variables lie within this.
const START: i128 = 1 << 48;
const STEP: i128 = 4;
/// No string, slice or map is longer.
const LENGTH: i128 = 1 << 33;
const INT32: Interval = (-(1 << 31), (1 << 31) - 1);
/// Expressions that are deeper are unknown.
const DEPTH: u32 = 32;

pub fn run(program: &mut Program) {
    for index in 0..program.functions.len() {
        let mut code = std::mem::take(&mut program.functions[index].code);
        let known = {
            let cx = Context {
                types: &program.types,
                locals: &program.functions[index].locals,
            };
            let facts = Facts::of(cx, &code);
            Marker { cx, known: &facts }.stmts(&mut code.body);
            facts.known
        };
        let function = &mut program.functions[index];
        for (local, known) in function.locals.iter_mut().zip(known) {
            local.is_number |= known.is_some();
        }
        function.code = code;
    }
}

#[derive(Clone, Copy)]
struct Context<'a> {
    types: &'a [Type],
    locals: &'a [Local],
}

impl Context<'_> {
    fn kind(self, ty: TypeId) -> Option<IntKind> {
        match self.types[ty.0 as usize].kind {
            TypeKind::Int(kind) => Some(kind),
            _ => None,
        }
    }

    fn array_len(self, ty: TypeId) -> Option<u64> {
        match self.types[ty.0 as usize].kind {
            TypeKind::Array { len, .. } => Some(len),
            TypeKind::Pointer(elem) => match self.types[elem.0 as usize].kind {
                TypeKind::Array { len, .. } => Some(len),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Values of a kind that are held as numbers.
fn range(kind: IntKind) -> Interval {
    match (kind.bits(), kind.is_signed()) {
        (64, true) => (-SAFE, SAFE),
        (64, false) => (0, SAFE),
        (bits, true) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
        (bits, false) => (0, (1 << bits) - 1),
    }
}

fn within(value: Interval, range: Interval) -> bool {
    value.0 >= range.0 && value.1 <= range.1
}

fn hull(a: Interval, b: Interval) -> Interval {
    (a.0.min(b.0), a.1.max(b.1))
}

/// An expression as far as intervals can be told.
#[derive(Clone, Debug)]
enum Form {
    Known(Interval),
    Local(LocalId),
    Arith {
        op: ArithOp,
        kind: IntKind,
        left: Box<Form>,
        right: Box<Form>,
    },
    Shift {
        op: ShiftOp,
        kind: IntKind,
        left: Box<Form>,
        count: Box<Form>,
    },
    Negate(IntKind, Box<Form>),
    Complement(IntKind, Box<Form>),
    Either(Box<Form>, Box<Form>),
    Convert(IntKind, Box<Form>),
    Unknown,
}

fn form(cx: Context, expr: &Expr, depth: u32) -> Form {
    let Some(kind) = cx.kind(expr.ty) else {
        return Form::Unknown;
    };
    if depth == 0 {
        return Form::Unknown;
    }
    let of = |expr: &Expr| Box::new(form(cx, expr, depth - 1));
    let found = match &expr.kind {
        ExprKind::Const(Const::Int(value)) => value
            .to_i128()
            .map_or(Form::Unknown, |value| Form::Known((value, value))),
        ExprKind::Zero => Form::Known((0, 0)),
        ExprKind::Local(local) => Form::Local(*local),
        ExprKind::Builtin(Builtin::Len | Builtin::Cap | Builtin::Copy | Builtin::CopyString, _) => {
            Form::Known((0, LENGTH))
        }
        ExprKind::Convert {
            op: Conversion::Numeric | Conversion::Retype,
            operand,
        } => Form::Convert(kind, of(operand)),
        ExprKind::Arith { op, left, right, .. } => Form::Arith {
            op: *op,
            kind,
            left: of(left),
            right: of(right),
        },
        ExprKind::Shift { op, left, count, .. } => Form::Shift {
            op: *op,
            kind,
            left: of(left),
            count: of(count),
        },
        ExprKind::Negate { operand, .. } => Form::Negate(kind, of(operand)),
        ExprKind::Complement(operand) => Form::Complement(kind, of(operand)),
        ExprKind::Cond { then, els, .. } => Form::Either(of(then), of(els)),
        _ => Form::Unknown,
    };
    // Whatever it is, a narrow value is in the range of its type.
    if kind.repr() == IntRepr::Number && !matches!(found, Form::Known(_)) {
        Form::Known(range(kind))
    } else {
        found
    }
}

/// What is known of locals, by index.
struct Facts {
    known: Vec<Option<Interval>>,
}

impl Facts {
    fn interval(&self, form: &Form) -> Option<Interval> {
        match form {
            Form::Known(known) => Some(*known),
            Form::Local(local) => self.known.get(local.0 as usize).copied().flatten(),
            Form::Arith {
                op,
                kind,
                left,
                right,
            } => fitting(
                *kind,
                arith(*op, self.interval(left), self.interval(right), kind.is_signed()),
            ),
            Form::Shift {
                op,
                kind,
                left,
                count,
            } => fitting(*kind, shift(*op, self.interval(left), self.interval(count))),
            Form::Negate(kind, operand) => {
                fitting(*kind, self.interval(operand).map(|(low, high)| (-high, -low)))
            }
            Form::Complement(kind, operand) => fitting(
                *kind,
                self.interval(operand).map(|(low, high)| (-1 - high, -1 - low)),
            ),
            Form::Either(a, b) => Some(hull(self.interval(a)?, self.interval(b)?)),
            Form::Convert(kind, operand) => fitting(*kind, self.interval(operand)),
            Form::Unknown => None,
        }
    }
}

/// The interval, unless a value in it might wrap or be held as a bigint.
fn fitting(kind: IntKind, interval: Option<Interval>) -> Option<Interval> {
    interval.filter(|&interval| kind.repr() != IntRepr::BigInt && within(interval, range(kind)))
}

/// The exact results of an operation. Remainders and masks are bounded by one operand alone.
fn arith(op: ArithOp, left: Option<Interval>, right: Option<Interval>, is_signed: bool) -> Option<Interval> {
    let both = || Some((left?, right?));
    match op {
        ArithOp::Add => both().map(|(a, b)| (a.0 + b.0, a.1 + b.1)),
        ArithOp::Sub => both().map(|(a, b)| (a.0 - b.1, a.1 - b.0)),
        ArithOp::Mul => both().map(|(a, b)| {
            let ends = [a.0 * b.0, a.0 * b.1, a.1 * b.0, a.1 * b.1];
            (
                ends.into_iter().min().unwrap_or(0),
                ends.into_iter().max().unwrap_or(0),
            )
        }),
        ArithOp::Div => {
            let (a, b) = both()?;
            if b.0 <= 0 {
                return None;
            }
            let ends = [a.0 / b.0, a.0 / b.1, a.1 / b.0, a.1 / b.1];
            Some((
                ends.into_iter().min().unwrap_or(0),
                ends.into_iter().max().unwrap_or(0),
            ))
        }
        ArithOp::Rem => {
            let b = right.filter(|b| b.0 > 0)?;
            let most = b.1 - 1;
            match left {
                Some(a) if a.0 >= 0 => Some((0, most.min(a.1))),
                Some(a) => Some((-most.min(-a.0), most.min(a.1.max(0)))),
                None => Some((if is_signed { -most } else { 0 }, most)),
            }
        }
        ArithOp::And => {
            let masks = [left, right]
                .into_iter()
                .flatten()
                .filter(|mask| mask.0 >= 0)
                .map(|mask| mask.1)
                .min()?;
            Some((0, masks))
        }
        ArithOp::Or | ArithOp::Xor => {
            let (a, b) = both()?;
            if a.0 < 0 || b.0 < 0 {
                return within(hull(a, b), INT32).then_some(INT32);
            }
            let most = a.1.max(b.1);
            Some((0, (most + 1).checked_next_power_of_two_i128()? - 1))
        }
        ArithOp::AndNot => left.filter(|a| a.0 >= 0).map(|a| (0, a.1)),
        ArithOp::Shl | ArithOp::Shr | ArithOp::Concat => None,
    }
}

trait NextPower {
    fn checked_next_power_of_two_i128(self) -> Option<i128>;
}

impl NextPower for i128 {
    fn checked_next_power_of_two_i128(self) -> Option<i128> {
        (self as u128)
            .checked_next_power_of_two()
            .and_then(|power| i128::try_from(power).ok())
    }
}

fn shift(op: ShiftOp, left: Option<Interval>, count: Option<Interval>) -> Option<Interval> {
    let left = left?;
    let constant = count
        .filter(|count| count.0 == count.1 && (0..64).contains(&count.0))
        .map(|count| count.0 as u32);
    match (op, constant) {
        (ShiftOp::Left, Some(count)) => Some((left.0 << count, left.1 << count)),
        (ShiftOp::Left, None) => None,
        (ShiftOp::Right, Some(count)) => Some((left.0 >> count, left.1 >> count)),
        (ShiftOp::Right, None) => Some((left.0.min(0), left.1.max(0))),
    }
}

// ---- variables --------------------------------------------------------------------------------------

/// What an assignment gives a variable.
#[derive(Clone, Debug)]
enum Definition {
    Value(Form),
    /// `x op= value`
    Op(ArithOp, Form),
    Unknown,
}

/// The counter of a loop `for x := init; x < bound; x += step`.
struct Counted {
    local: LocalId,
    init: Form,
    bound: Form,
    step: i128,
    op: CompareOp,
}

struct Reader<'a> {
    cx: Context<'a>,
    definitions: Vec<Vec<Definition>>,
    counted: Vec<Counted>,
}

impl Reader<'_> {
    fn define(&mut self, local: LocalId, definition: Definition) {
        if let Some(definitions) = self.definitions.get_mut(local.0 as usize) {
            definitions.push(definition);
        }
    }

    fn form(&self, expr: &Expr) -> Form {
        form(self.cx, expr, DEPTH)
    }

    fn unknown<'l>(&mut self, locals: impl IntoIterator<Item = &'l LocalId>) {
        for &local in locals {
            self.define(local, Definition::Unknown);
        }
    }

    fn loop_head(&mut self, init: &[Stmt], cond: &Expr, post: &[Stmt]) {
        let ExprKind::Compare { op, left, right } = &cond.kind else {
            return;
        };
        let ExprKind::Local(local) = left.kind else { return };
        let start = init.iter().find_map(|stmt| match &stmt.kind {
            StmtKind::Let {
                local: declared,
                init: Some(init),
            } if *declared == local => Some(init),
            _ => None,
        });
        let Some(start) = start else { return };
        let [
            Stmt {
                kind:
                    StmtKind::AssignOp {
                        place: Place::Local(stepped),
                        op: step_op,
                        value,
                        ..
                    },
                ..
            },
        ] = post
        else {
            return;
        };
        let Form::Known((step, same)) = self.form(value) else {
            return;
        };
        if *stepped != local || step != same || step <= 0 || step > LENGTH {
            return;
        }
        let step = match step_op {
            ArithOp::Add => step,
            ArithOp::Sub => -step,
            _ => return,
        };
        let counted = Counted {
            local,
            init: self.form(start),
            bound: self.form(right),
            step,
            op: *op,
        };
        self.counted.push(counted);
    }
}

impl Visitor for Reader<'_> {
    fn closure(&mut self, closure: &Closure) {
        // A `return` with operands assigns to named results where calls are deferred.
        self.unknown(closure.params.iter().chain(&closure.named_results));
        visit::walk_stmts(self, &closure.body);
    }

    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Sequence { effects, .. } = &expr.kind {
            for (local, value) in effects {
                let form = self.form(value);
                self.define(*local, Definition::Value(form));
            }
        }
        visit::walk_expr(self, expr);
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
            } => {
                let form = self.form(value);
                self.define(*local, Definition::Value(form));
            }
            StmtKind::AssignOp {
                place: Place::Local(local),
                op,
                value,
                ..
            } => {
                let form = self.form(value);
                self.define(*local, Definition::Op(*op, form));
            }
            StmtKind::LetTuple { locals, .. } => self.unknown(locals.iter().flatten()),
            StmtKind::AssignTuple { places, .. } => {
                for place in places.iter().flatten() {
                    if let Place::Local(local) = place {
                        self.define(*local, Definition::Unknown);
                    }
                }
            }
            StmtKind::For {
                init,
                cond: Some(cond),
                post,
                ..
            } => self.loop_head(init, cond, post),
            StmtKind::RangeMap { key, value, .. } => self.unknown(key.iter().chain(value)),
            StmtKind::RangeString {
                index: Some(index), ..
            } => {
                self.define(*index, Definition::Value(Form::Known((0, LENGTH))));
            }
            StmtKind::Select(select) => {
                for case in &select.cases {
                    if let SelectOp::Receive { value, ok, .. } = &case.op {
                        self.unknown(value.iter().chain(ok));
                    }
                }
            }
            _ => {}
        }
        visit::walk_stmt(self, stmt);
    }
}

impl Facts {
    fn of(cx: Context, code: &Closure) -> Facts {
        let mut reader = Reader {
            cx,
            definitions: vec![Vec::new(); cx.locals.len()],
            counted: Vec::new(),
        };
        reader.closure(code);
        let mut facts = Facts {
            known: vec![None; cx.locals.len()],
        };
        facts.solve(cx, &reader.definitions, &FxHashMap::default());
        let counters = facts.counters(cx, &reader);
        facts.solve(cx, &reader.definitions, &counters);
        facts
    }

    /// Assumes that all candidates are linear and drops those with a definition that does not agree, until
    /// all do.
    fn solve(
        &mut self,
        cx: Context,
        definitions: &[Vec<Definition>],
        counters: &FxHashMap<LocalId, Interval>,
    ) {
        for (index, local) in cx.locals.iter().enumerate() {
            let kind = cx
                .kind(local.ty)
                .filter(|kind| kind.repr() == IntRepr::Mixed && local.storage == Storage::Plain);
            let is_candidate = !definitions[index].is_empty()
                && !definitions[index]
                    .iter()
                    .any(|definition| matches!(definition, Definition::Unknown));
            self.known[index] =
                kind.filter(|_| is_candidate)
                    .map(|kind| match counters.get(&LocalId(index as u32)) {
                        Some(counter) => *counter,
                        None if kind.is_signed() => (-LINEAR, LINEAR),
                        None => (0, LINEAR),
                    });
        }
        loop {
            let dropped: Vec<usize> = (0..self.known.len())
                .filter(|&index| {
                    let local = LocalId(index as u32);
                    self.known[index].is_some()
                        && !counters.contains_key(&local)
                        && !definitions[index]
                            .iter()
                            .all(|definition| self.agrees(local, definition))
                })
                .collect();
            if dropped.is_empty() {
                return;
            }
            for index in dropped {
                self.known[index] = None;
            }
        }
    }

    /// Whether a definition keeps a variable linear.
    fn agrees(&self, local: LocalId, definition: &Definition) -> bool {
        let is_unsigned = self.known[local.0 as usize].is_some_and(|known| known.0 == 0);
        match definition {
            Definition::Unknown => false,
            Definition::Value(form) => self.is_linear(form, is_unsigned),
            Definition::Op(op, form) => {
                let left = Box::new(Form::Local(local));
                let kind = if is_unsigned { IntKind::Uint } else { IntKind::Int };
                self.is_linear(
                    &Form::Arith {
                        op: *op,
                        kind,
                        left,
                        right: Box::new(form.clone()),
                    },
                    is_unsigned,
                )
            }
        }
    }

    fn is_linear(&self, form: &Form, is_unsigned: bool) -> bool {
        match form {
            Form::Local(_) => self
                .interval(form)
                .is_some_and(|value| self.fits(value, is_unsigned)),
            Form::Known(value) => self.fits(*value, is_unsigned) && value.0 >= -START && value.1 <= START,
            Form::Arith {
                op: ArithOp::Add,
                left,
                right,
                ..
            } if is_step(right) => self.is_linear(left, is_unsigned),
            Form::Arith {
                op: ArithOp::Sub,
                left,
                right,
                ..
            } if is_step(right) && !is_unsigned => self.is_linear(left, is_unsigned),
            Form::Either(a, b) => self.is_linear(a, is_unsigned) && self.is_linear(b, is_unsigned),
            Form::Convert(_, inner) => self.is_linear(inner, is_unsigned),
            // Quotients, remainders and masks are no larger than their operand.
            Form::Arith {
                op: ArithOp::Div | ArithOp::Rem | ArithOp::And,
                ..
            }
            | Form::Shift {
                op: ShiftOp::Right, ..
            } => self
                .interval(form)
                .is_some_and(|value| self.fits(value, is_unsigned)),
            _ => self
                .interval(form)
                .is_some_and(|value| self.fits(value, is_unsigned) && within(value, (-START, START))),
        }
    }

    fn fits(&self, value: Interval, is_unsigned: bool) -> bool {
        within(value, (if is_unsigned { 0 } else { -LINEAR }, LINEAR))
    }

    /// Intervals of loop counters that nothing but their loop's head changes.
    fn counters(&self, cx: Context, reader: &Reader) -> FxHashMap<LocalId, Interval> {
        let mut counters = FxHashMap::default();
        for counted in &reader.counted {
            let local = &cx.locals[counted.local.0 as usize];
            let is_plain =
                local.storage == Storage::Plain && reader.definitions[counted.local.0 as usize].len() == 2;
            let kind = cx.kind(local.ty).filter(|kind| kind.repr() == IntRepr::Mixed);
            let (Some(kind), Some(init), true) = (kind, self.interval(&counted.init), is_plain) else {
                continue;
            };
            // The bound must not be the counter's own doing; it may be any number when the loop runs.
            let bound = self.interval(&counted.bound);
            let interval = match (counted.op, counted.step > 0, bound) {
                (CompareOp::Less | CompareOp::LessEqual, true, Some(bound)) => {
                    (init.0, init.1.max(bound.1 + counted.step))
                }
                (CompareOp::Greater | CompareOp::GreaterEqual, false, Some(bound)) => {
                    (init.0.min(bound.0 + counted.step), init.1)
                }
                _ => continue,
            };
            if within(interval, range(kind)) && within(interval, (-LINEAR, LINEAR)) {
                counters.insert(counted.local, interval);
            }
        }
        counters
    }
}

/// A constant that is small enough to be added again and again.
fn is_step(form: &Form) -> bool {
    matches!(form, Form::Known((low, high)) if low == high && low.abs() <= STEP)
}

// ---- marks ------------------------------------------------------------------------------------------

/// Writes what is proven into the nodes.
struct Marker<'a> {
    cx: Context<'a>,
    known: &'a Facts,
}

impl Marker<'_> {
    fn interval(&self, expr: &Expr) -> Option<Interval> {
        self.known.interval(&form(self.cx, expr, DEPTH))
    }

    /// Whether an operation on two known operands gives a number without wrapping.
    fn is_proven(&self, op: ArithOp, kind: IntKind, left: Option<Interval>, right: Option<Interval>) -> bool {
        let (Some(a), Some(b)) = (left, right) else {
            return false;
        };
        if kind.repr() != IntRepr::Mixed {
            return false;
        }
        match op {
            ArithOp::And | ArithOp::Or | ArithOp::Xor | ArithOp::AndNot => {
                let lowest = if kind.is_signed() { INT32.0 } else { 0 };
                within(hull(a, b), (lowest, INT32.1))
            }
            ArithOp::Shl => fitting(kind, shift(ShiftOp::Left, left, right)).is_some(),
            ArithOp::Shr => within(a, INT32) && within(b, (0, 31)),
            _ => fitting(kind, arith(op, left, right, kind.is_signed())).is_some(),
        }
    }
}

impl VisitorMut for Marker<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        visit::walk_expr_mut(self, expr);
        let Some(kind) = self.cx.kind(expr.ty) else {
            return self.index(expr);
        };
        match &mut expr.kind {
            ExprKind::Arith {
                op,
                left,
                right,
                overflow,
            } => {
                if self.is_proven(*op, kind, self.interval(left), self.interval(right)) {
                    *overflow = Overflow::Proven;
                }
            }
            ExprKind::Shift {
                op,
                left,
                count,
                overflow,
            } => {
                let op = if *op == ShiftOp::Left {
                    ArithOp::Shl
                } else {
                    ArithOp::Shr
                };
                if self.is_proven(op, kind, self.interval(left), self.interval(count)) {
                    *overflow = Overflow::Proven;
                }
            }
            ExprKind::Negate { operand, overflow } => {
                let known = self.interval(operand).map(|(low, high)| (-high, -low));
                if kind.repr() == IntRepr::Mixed && fitting(kind, known).is_some() {
                    *overflow = Overflow::Proven;
                }
            }
            _ => self.index(expr),
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        visit::walk_stmt_mut(self, stmt);
        let StmtKind::AssignOp {
            place: Place::Local(local),
            op,
            value,
            overflow,
        } = &mut stmt.kind
        else {
            return;
        };
        let Some(info) = self.cx.locals.get(local.0 as usize) else {
            return;
        };
        let Some(kind) = self.cx.kind(info.ty) else { return };
        let left = self.known.interval(&Form::Local(*local));
        if self.is_proven(*op, kind, left, self.interval(value)) {
            *overflow = Overflow::Proven;
        }
    }

    fn place(&mut self, place: &mut Place) {
        visit::walk_place_mut(self, place);
        if let Place::Index { base, index, bounds } = place
            && self.is_in_array(base, index)
        {
            *bounds = Bounds::Proven;
        }
    }
}

impl Marker<'_> {
    fn index(&mut self, expr: &mut Expr) {
        if let ExprKind::Index { base, index, bounds } = &mut expr.kind
            && self.is_in_array(base, index)
        {
            *bounds = Bounds::Proven;
        }
    }

    fn is_in_array(&self, base: &Expr, index: &Expr) -> bool {
        let Some(len) = self.cx.array_len(base.ty) else {
            return false;
        };
        self.interval(index)
            .is_some_and(|index| within(index, (0, i128::from(len) - 1)))
    }
}
