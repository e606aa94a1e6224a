//! What could be held as two words, whether or not that is a gain.

use super::{Item, constant, int_kind, is_loop, operands, struct_of};
use crate::ir::{
    ArithOp, Builtin, Callee, Closure, Conversion, Entry, ExportItem, Expr, ExprKind, FuncId, Function,
    IntRepr, LocalId, Place, Program, ShiftOp, Stmt, StmtKind, Storage, Type, TypeId, TypeKind, structs_in,
};
use crate::visit::{self, Visitor};
use rustc_hash::FxHashSet;

/// A multiplier from here on mixes bits; a smaller one may be the base of digits.
const MIXING: i128 = 17;

/// All candidates of a program.
pub(super) fn of(program: &Program) -> FxHashSet<Item> {
    let outside = Outside::of(program);
    let mut items = FxHashSet::default();
    for (index, function) in program.functions.iter().enumerate() {
        let func = FuncId(index as u32);
        let is_called_only = !outside.functions.contains(&func) && function.native.is_none();
        let candidates = locals(&program.types, function, is_called_only);
        items.extend(candidates.into_iter().map(|local| Item::Local(func, local)));
        let code = &function.code;
        let is_plain = !code.may_park && !code.has_defer && code.named_results.is_empty();
        if is_called_only
            && is_plain
            && matches!(*code.results, [result] if is_uint64(&program.types, result))
        {
            items.insert(Item::Result(func));
        }
    }
    if matches!(program.entry, Entry::Library(_)) {
        return items;
    }
    for (index, ty) in program.types.iter().enumerate() {
        let ty_id = TypeId(index as u32);
        let TypeKind::Struct(fields) = &ty.kind else {
            continue;
        };
        if outside.structs.contains(&ty_id) {
            continue;
        }
        let fields = fields.iter().enumerate().filter_map(|(field, info)| {
            let is_known = outside.fields.contains(&(ty_id, field as u32));
            (!is_known && is_uint64(&program.types, info.ty)).then_some(Item::Field(ty_id, field as u32))
        });
        items.extend(fields);
    }
    items
}

fn is_uint64(types: &[Type], ty: TypeId) -> bool {
    int_kind(types, ty).is_some_and(|kind| kind.repr() == IntRepr::BigInt)
}

/// What is known by other means than calls and selectors.
#[derive(Default)]
struct Outside<'a> {
    types: &'a [Type],
    /// Used as values, by goroutines, through interfaces, or from JavaScript.
    functions: FxHashSet<FuncId>,
    /// Whose address is taken.
    fields: FxHashSet<(TypeId, u32)>,
    /// Seen through pointers of other types, or by JavaScript.
    structs: FxHashSet<TypeId>,
}

impl<'a> Outside<'a> {
    fn of(program: &'a Program) -> Outside<'a> {
        let mut outside = Outside {
            types: &program.types,
            ..Outside::default()
        };
        for function in &program.functions {
            visit::walk_stmts(&mut outside, &function.code.body);
        }
        for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
            outside.expr(init);
        }
        outside.entry(program);
        for (index, ty) in program.types.iter().enumerate() {
            outside
                .functions
                .extend(ty.methods.iter().map(|method| method.func));
            let package = ty.named.as_ref().and_then(|named| named.package);
            if package.is_some_and(|package| !program.packages[package.0 as usize].natives.is_empty()) {
                outside.structs.insert(TypeId(index as u32));
            }
        }
        outside
    }

    fn entry(&mut self, program: &Program) {
        for package in &program.packages {
            self.functions.extend(package.init);
            self.functions.extend(package.initializers);
        }
        match &program.entry {
            Entry::None => {}
            Entry::Main(main) => {
                self.functions.insert(*main);
            }
            Entry::Library(exports) => {
                self.functions
                    .extend(exports.iter().filter_map(|export| match export.item {
                        ExportItem::Func(func) => Some(func),
                        _ => None,
                    }));
                let methods = program.functions.iter().enumerate();
                let methods = methods.filter(|(_, function)| function.method.is_some());
                self.functions
                    .extend(methods.map(|(index, _)| FuncId(index as u32)));
            }
        }
    }

    /// The structs behind a pointer may be seen as memory.
    fn seen(&mut self, ty: TypeId) {
        if let TypeKind::Pointer(elem) = self.types[ty.0 as usize].kind {
            self.structs.extend(structs_in(self.types, elem));
        }
    }
}

impl Visitor for Outside<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Func(func) => {
                self.functions.insert(*func);
            }
            ExprKind::Address(Place::Field { base, field }) => {
                self.fields.insert((struct_of(self.types, base.ty), *field));
            }
            ExprKind::Convert {
                op: Conversion::Retype | Conversion::Unsafe,
                operand,
            } if struct_of(self.types, operand.ty) != struct_of(self.types, expr.ty) => {
                self.seen(operand.ty);
                self.seen(expr.ty);
            }
            ExprKind::Builtin(Builtin::UnsafeView, operands) => {
                self.seen(operands[0].ty);
                self.seen(expr.ty);
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Go(call) = &stmt.kind
            && let Callee::Func(func) = call.callee
        {
            self.functions.insert(func);
        }
        visit::walk_stmt(self, stmt);
    }
}

/// Locals that only plain assignments change, and that are wide as far as can be told.
fn locals(types: &[Type], function: &Function, takes_words: bool) -> FxHashSet<LocalId> {
    let mut reader = Reader {
        types,
        loops: 0,
        declared: FxHashSet::default(),
        unfit: FxHashSet::default(),
        wide: FxHashSet::default(),
        bounded: FxHashSet::default(),
    };
    reader.unfit.extend(&function.code.named_results);
    visit::walk_stmts(&mut reader, &function.code.body);
    let mut candidates = reader.declared;
    // An int is a number at most calls.
    if takes_words {
        let is_wide = |param: &&LocalId| is_uint64(types, function.locals[param.0 as usize].ty);
        candidates.extend(function.code.params.iter().filter(is_wide));
    }
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

/// Reads a function's assignments to its locals.
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

    fn closure(&mut self, closure: &Closure) {
        self.unfit.extend(&closure.named_results);
        visit::walk_stmts(self, &closure.body);
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
