//! Which variables and fields have a slice header of their own: `x = append(x, v)` and `x = x[:n]` change it in
//! place instead of making a new one.
//!
//! A local owns its header if it only ever gets new ones and nobody who has been given the header is there
//! when it changes. A field owns its header if all that is put into it or read out of it into something else
//! can be given a header of its own (`Copy` of a slice).

use super::fields;
use crate::ir::{
    Builtin, Closure, Const, Conversion, Expr, ExprKind, Function, Local, LocalId, Place, Program, SelectOp,
    Stmt, StmtKind, Storage, Type, TypeId, TypeKind,
};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::FxHashSet;

pub fn run(program: &mut Program) {
    fields::mark(program);
    let types = &program.types;
    for function in &mut program.functions {
        let owners = owners(types, function);
        let locals = &function.locals;
        Write {
            types,
            locals,
            owners,
        }
        .stmts(&mut function.code.body);
    }
    for init in program
        .globals
        .iter_mut()
        .filter_map(|global| global.init.as_mut())
    {
        let (locals, owners) = (&[], FxHashSet::default());
        Write {
            types,
            locals,
            owners,
        }
        .expr(init);
    }
}

/// Whether an expression of a slice type gives a header that nobody else has; `update` where it is assigned to
/// the variable or field that is its own first operand.
pub(super) fn is_new_header(expr: &Expr, update: bool) -> bool {
    match &expr.kind {
        ExprKind::Zero | ExprKind::ArrayLit { .. } | ExprKind::Const(Const::Nil) | ExprKind::Copy(_) => true,
        ExprKind::Slice { low, high, max, .. } => low.is_some() || high.is_some() || max.is_some(),
        ExprKind::Builtin(Builtin::Append, args) => args.len() > 1,
        ExprKind::Builtin(Builtin::MakeSlice, _) => true,
        ExprKind::Builtin(Builtin::AppendSlice | Builtin::AppendString, _) => update,
        ExprKind::Convert { op, operand } => match op {
            Conversion::StringToBytes | Conversion::StringToRunes => true,
            Conversion::Retype => is_new_header(operand, false),
            _ => false,
        },
        _ => false,
    }
}

/// The slice that an assignment computes the new value of its place from, if it is one that could be changed in
/// place: `append(base, v)`, `append(base, t...)`, `base[low:high]`.
pub(super) fn base_of(value: &Expr) -> Option<&Expr> {
    match &value.kind {
        ExprKind::Builtin(Builtin::Append | Builtin::AppendSlice | Builtin::AppendString, args) => {
            args.first()
        }
        ExprKind::Slice { base, .. } => Some(base),
        _ => None,
    }
}

/// Whether there is a way to change the header in a place for such a value, and not only to make a new one.
///
/// What the value calls may assign to a field, after the header has been read. The header of a local that owns
/// it is known to nobody else.
pub(super) fn has_form_in_place(place: &Place, value: &Expr) -> bool {
    let operand = match &value.kind {
        ExprKind::Builtin(Builtin::Append, args) if args.len() == 2 => &args[1],
        ExprKind::Slice {
            low: Some(bound),
            high: None,
            max: None,
            ..
        }
        | ExprKind::Slice {
            low: None,
            high: Some(bound),
            max: None,
            ..
        } => &**bound,
        _ => return false,
    };
    matches!(place, Place::Local(_)) || !crate::expr::has_calls(operand)
}

/// Whether an expression reads the place, evaluated without effects.
pub(super) fn is_same(place: &Place, expr: &Expr) -> bool {
    match (place, &expr.kind) {
        (Place::Local(a), ExprKind::Local(b)) => a == b,
        (Place::Field { base, field }, _) => is_field(base, *field, expr),
        _ => false,
    }
}

/// Whether two paths, evaluated without effects, read the same variable, field or element.
pub(super) fn are_same(a: &Expr, b: &Expr) -> bool {
    match (&a.kind, &b.kind) {
        (ExprKind::Local(a), ExprKind::Local(b)) => a == b,
        (ExprKind::Global(a), ExprKind::Global(b)) => a == b,
        (ExprKind::Const(a), ExprKind::Const(b)) => a == b,
        (ExprKind::Field { base, field }, _) => is_field(base, *field, b),
        (ExprKind::Deref(a), ExprKind::Deref(b)) => are_same(a, b),
        (
            ExprKind::Index {
                base: a, index: i, ..
            },
            ExprKind::Index {
                base: b, index: j, ..
            },
        ) => are_same(a, b) && are_same(i, j),
        (
            ExprKind::Arith {
                op: a,
                left: x,
                right: y,
                ..
            },
            ExprKind::Arith {
                op: b,
                left: v,
                right: w,
                ..
            },
        ) => a == b && are_same(x, v) && are_same(y, w),
        _ => false,
    }
}

fn is_field(base: &Expr, field: u32, expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Field { base: other, field: read } if field == *read && are_same(base, other))
}

/// Whether an assignment changes the slice in its place.
pub(super) fn is_update(place: &Place, value: &Expr) -> bool {
    base_of(value).is_some_and(|base| is_same(place, base))
}

pub(super) fn is_slice(types: &[Type], ty: TypeId) -> bool {
    matches!(types[ty.0 as usize].kind, TypeKind::Slice(_))
}

/// Lists the operands of nodes that may only read the header of a slice: each with whether it does.
macro_rules! operands {
    ($name:ident, $iter:ident, [$($mt:tt)*]) => {
        pub(super) fn $name(expr: & $($mt)* Expr) -> Option<Vec<(& $($mt)* Expr, bool)>> {
            Some(match & $($mt)* expr.kind {
                ExprKind::Index { base, index, .. } => vec![(& $($mt)* **base, true), (& $($mt)* **index, false)],
                ExprKind::IsNil(base) => vec![(& $($mt)* **base, true)],
                ExprKind::Slice { base, low, high, max } => {
                    // `s[:]` is s.
                    let is_new = low.is_some() || high.is_some() || max.is_some();
                    let bounds = [low, high, max].into_iter().flatten();
                    let mut list: Vec<(& $($mt)* Expr, bool)> = vec![(& $($mt)* **base, is_new)];
                    list.extend(bounds.map(|bound| (& $($mt)* **bound, false)));
                    list
                }
                ExprKind::Convert { op, operand } => {
                    let keeps = matches!(op, Conversion::Retype | Conversion::Unsafe | Conversion::Interface);
                    vec![(& $($mt)* **operand, !keeps)]
                }
                ExprKind::Builtin(op, args) => {
                    let (op, count) = (*op, args.len());
                    args.$iter()
                        .enumerate()
                        .map(|(index, arg)| (arg, reads_header(op, index, count)))
                        .collect()
                }
                _ => return None,
            })
        }
    };
}

operands!(operands, iter, []);
operands!(operands_mut, iter_mut, [mut]);

/// Whether a predeclared function only reads the header of an argument.
fn reads_header(op: Builtin, index: usize, count: usize) -> bool {
    use Builtin as B;
    match op {
        B::Len | B::Cap | B::Copy | B::CopyString | B::ClearSlice => true,
        B::Append => index == 0 && count > 1,
        // `append(s)` and `append(s, none...)` are s.
        B::AppendSlice => index == 1,
        _ => false,
    }
}

/// A walk that tells the operands whose headers are only read.
pub(super) trait Operands: Visitor + Sized {
    fn operand(&mut self, expr: &Expr, only_reads: bool);

    fn walk_operands(&mut self, expr: &Expr) {
        match operands(expr) {
            Some(operands) => operands
                .into_iter()
                .for_each(|(operand, reads)| self.operand(operand, reads)),
            None => visit::walk_expr(self, expr),
        }
    }

    /// The operands of a value whose base is the place that it is assigned to.
    fn walk_update(&mut self, value: &Expr) {
        for (index, (operand, reads)) in operands(value).into_iter().flatten().enumerate() {
            self.operand(operand, reads || index == 0);
        }
    }

    fn walk_operands_of(&mut self, place: &Place) {
        match place {
            Place::Index { base, index, .. } => {
                self.operand(base, true);
                self.expr(index);
            }
            _ => visit::walk_place(self, place),
        }
    }
}

/// Whether statements do nothing with a local of a slice type but look at its header.
pub(super) fn only_reads(stmts: &[Stmt], local: LocalId) -> bool {
    struct Reads {
        local: LocalId,
        only: bool,
    }
    impl Operands for Reads {
        fn operand(&mut self, expr: &Expr, only_reads: bool) {
            if !(only_reads && matches!(expr.kind, ExprKind::Local(local) if local == self.local)) {
                self.expr(expr);
            }
        }
    }
    impl Visitor for Reads {
        fn expr(&mut self, expr: &Expr) {
            self.only &= !matches!(expr.kind, ExprKind::Local(local) if local == self.local);
            self.walk_operands(expr);
        }

        fn place(&mut self, place: &Place) {
            self.only &= !matches!(place, Place::Local(local) if *local == self.local);
            self.walk_operands_of(place);
        }
    }
    let mut reads = Reads { local, only: true };
    visit::walk_stmts(&mut reads, stmts);
    reads.only
}

/// Whether a declaration shares the header of the field that it reads: the field, then, is only looked at.
pub(super) fn shares_header(locals: &[Local], local: LocalId, init: &Expr) -> bool {
    let is_borrowed = || locals.get(local.0 as usize).is_some_and(|info| info.is_borrowed);
    matches!(init.kind, ExprKind::Field { .. }) && is_borrowed()
}

/// The locals of a function that own their headers.
fn owners(types: &[Type], function: &Function) -> FxHashSet<LocalId> {
    let mut scan = Scan {
        types,
        facts: vec![Facts::default(); function.locals.len()],
        loops: Vec::new(),
        step: 0,
        next_loop: 0,
    };
    for param in &function.code.params {
        scan.lose(*param);
    }
    visit::walk_stmts(&mut scan, &function.code.body);
    let named = &function.code.named_results;
    let is_owner = |&(local, facts): &(LocalId, &Facts)| {
        let info = &function.locals[local.0 as usize];
        let is_plain = is_slice(types, info.ty) && !info.is_captured && info.storage == Storage::Plain;
        is_plain && !facts.is_lost && !named.contains(&local) && facts.is_safe()
    };
    let facts = scan.facts.iter().enumerate();
    facts
        .map(|(index, facts)| (LocalId(index as u32), facts))
        .filter(is_owner)
        .map(|(local, _)| local)
        .collect()
}

/// Where in a function something happens: in the order of the text, within which loops.
#[derive(Clone, Debug)]
struct At {
    step: u32,
    loops: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
struct Facts {
    /// It gets headers that others have.
    is_lost: bool,
    /// How many loops its declaration stands in.
    depth: usize,
    updates: Vec<At>,
    /// Where its header is given to something else.
    given: Vec<At>,
}

impl Facts {
    /// Whether it changes in a loop, and never when somebody else may have its header.
    fn is_safe(&self) -> bool {
        let is_before = |update: &At, given: &At| {
            let inner = |at: &At| at.loops.get(self.depth).copied();
            let shares_loop = inner(update).is_some() && inner(update) == inner(given);
            update.step < given.step && !shares_loop
        };
        self.updates.iter().any(|update| update.loops.len() > self.depth)
            && self
                .given
                .iter()
                .all(|given| self.updates.iter().all(|update| is_before(update, given)))
    }
}

struct Scan<'p> {
    types: &'p [Type],
    facts: Vec<Facts>,
    loops: Vec<u32>,
    step: u32,
    next_loop: u32,
}

impl Scan<'_> {
    fn lose(&mut self, local: LocalId) {
        self.facts[local.0 as usize].is_lost = true;
    }

    fn at(&mut self) -> At {
        self.step += 1;
        At {
            step: self.step,
            loops: self.loops.clone(),
        }
    }

    /// A value that a local gets.
    fn gets(&mut self, local: LocalId, value: &Expr, update: bool) {
        if is_slice(self.types, value.ty) && !is_new_header(value, update) {
            self.lose(local);
        }
    }

    fn assign(&mut self, place: &Place, value: &Expr) {
        let update = is_update(place, value);
        if let Place::Local(local) = place {
            self.gets(*local, value, update);
        }
        if !update {
            visit::walk_place(self, place);
            return self.expr(value);
        }
        self.walk_update(value);
        if let (Place::Local(local), true) = (place, has_form_in_place(place, value)) {
            let at = self.at();
            self.facts[local.0 as usize].updates.push(at);
        }
    }

    fn looped(&mut self, walk: impl FnOnce(&mut Self)) {
        self.next_loop += 1;
        self.loops.push(self.next_loop);
        walk(self);
        self.loops.pop();
    }
}

impl Operands for Scan<'_> {
    fn operand(&mut self, expr: &Expr, only_reads: bool) {
        if !(only_reads && matches!(expr.kind, ExprKind::Local(_))) {
            self.expr(expr);
        }
    }
}

impl Visitor for Scan<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Local(local) = expr.kind {
            let at = self.at();
            self.facts[local.0 as usize].given.push(at);
        } else {
            self.walk_operands(expr);
        }
    }

    fn place(&mut self, place: &Place) {
        self.walk_operands_of(place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { local, init } => {
                self.facts[local.0 as usize].depth = self.loops.len();
                if let Some(init) = init {
                    self.gets(*local, init, false);
                    self.expr(init);
                }
            }
            StmtKind::Assign { place, value, .. } => self.assign(place, value),
            StmtKind::AssignTuple { places, value } => {
                for place in places.iter().flatten() {
                    if let Place::Local(local) = place {
                        self.lose(*local);
                    }
                    self.place(place);
                }
                self.expr(value);
            }
            StmtKind::For {
                init,
                cond,
                post,
                body,
                ..
            } => {
                visit::walk_stmts(self, init);
                self.looped(|scan| {
                    cond.iter().for_each(|cond| scan.expr(cond));
                    visit::walk_stmts(scan, body);
                    visit::walk_stmts(scan, post);
                });
            }
            StmtKind::RangeMap { key, value, .. } => {
                key.iter().chain(value).for_each(|&local| self.lose(local));
                self.looped(|scan| visit::walk_stmt(scan, stmt));
            }
            // Nothing changes after what is returned.
            StmtKind::Return(values) => {
                for value in values {
                    self.operand(value, true);
                }
            }
            StmtKind::RangeString { .. } => self.looped(|scan| visit::walk_stmt(scan, stmt)),
            StmtKind::LetTuple { locals, init } => {
                locals.iter().flatten().for_each(|&local| self.lose(local));
                self.expr(init);
            }
            StmtKind::Select(select) => {
                for case in &select.cases {
                    if let SelectOp::Receive {
                        value: Some(local), ..
                    } = case.op
                    {
                        self.lose(local);
                    }
                }
                visit::walk_stmt(self, stmt);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        closure.params.iter().for_each(|&param| self.lose(param));
        closure.named_results.iter().for_each(|&result| self.lose(result));
        visit::walk_stmts(self, &closure.body);
    }
}

/// Marks the updates in place, and gives headers of their own to what is read from or put into fields.
struct Write<'w> {
    types: &'w [Type],
    locals: &'w [Local],
    owners: FxHashSet<LocalId>,
}

impl Write<'_> {
    fn owns(&self, place: &Place) -> bool {
        match place {
            Place::Local(local) => self.owners.contains(local),
            Place::Field { base, field } => fields::owns(self.types, base, *field),
            _ => false,
        }
    }

    /// An operand whose header may be somebody's.
    fn operand(&mut self, expr: &mut Expr, only_reads: bool) {
        match &mut expr.kind {
            ExprKind::Field { base, .. } if only_reads => self.expr(base),
            _ => self.expr(expr),
        }
    }

    /// A value for a place that owns its header.
    fn own(value: &mut Expr, update: bool) {
        if !is_new_header(value, update) {
            wrap(value);
        }
    }
}

/// `x` becomes `Copy(x)`.
fn wrap(expr: &mut Expr) {
    let inner = std::mem::replace(&mut expr.kind, ExprKind::Zero);
    let (ty, span) = (expr.ty, expr.span);
    expr.kind = ExprKind::Copy(Box::new(Expr {
        kind: inner,
        ty,
        span,
    }));
}

impl VisitorMut for Write<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let Some(operands) = operands_mut(expr) {
            operands
                .into_iter()
                .for_each(|(operand, reads)| self.operand(operand, reads));
            return;
        }
        visit::walk_expr_mut(self, expr);
        match &mut expr.kind {
            ExprKind::Field { base, field } if fields::owns(self.types, base, *field) => wrap(expr),
            ExprKind::StructLit(values) => {
                for (field, value) in values.iter_mut().enumerate() {
                    if fields::is_owner(self.types, expr.ty, field as u32) {
                        Write::own(value, false);
                    }
                }
            }
            _ => {}
        }
    }

    fn place(&mut self, place: &mut Place) {
        match place {
            Place::Index { base, index, .. } => {
                self.operand(base, true);
                self.expr(index);
            }
            _ => visit::walk_place_mut(self, place),
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        let (place, value, in_place) = match &mut stmt.kind {
            StmtKind::Assign {
                place,
                value,
                in_place,
            } => (place, value, in_place),
            StmtKind::Let {
                local,
                init: Some(init),
            } => {
                let shares = shares_header(self.locals, *local, init);
                return self.operand(init, shares);
            }
            _ => return visit::walk_stmt_mut(self, stmt),
        };
        let (owns, update) = (self.owns(place), is_update(place, value));
        *in_place |= owns && update && has_form_in_place(place, value);
        if update {
            for (index, (operand, reads)) in operands_mut(value).into_iter().flatten().enumerate() {
                self.operand(operand, reads || index == 0);
            }
        } else {
            self.expr(value);
        }
        self.place(place);
        if owns && matches!(place, Place::Field { .. }) {
            Write::own(value, update);
        }
    }
}
