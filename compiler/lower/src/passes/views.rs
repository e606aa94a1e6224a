//! Slices that loops index again and again are taken apart before them.
//!
//! In `for i := range a { for j := range b { a[i] += b[j] } }` each index reads the array, the offset and the
//! length from the slice's header. Engines read them once for a loop only where it writes to nothing. Where
//! nothing in the loop assigns to the slice, a local before the loop holds the three
//! ([`Local::view`](crate::ir::Local::view)).

use super::effects::Effects;
use super::fixed::{Loops, is_loop, is_stem, is_used};
use super::headers::are_same;
use super::memory::Types;
use super::numbers::assigned_by;
use crate::ir::{
    Bounds, Builtin, Callee, Closure, Expr, ExprKind, FuncId, Function, Local, LocalId, Place, Program, Stmt,
    StmtKind, Storage, TypeId, TypeKind, View,
};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::{FxHashMap, FxHashSet};

/// With less use than this, a slice stays whole.
const WORTH: u32 = 4;

pub fn run(program: &mut Program) {
    let Some(bool_ty) = program.predeclared(&TypeKind::Bool) else {
        return;
    };
    let mut functions = std::mem::take(&mut program.functions);
    let types = Types::new(program, &functions);
    let effects = Effects::of(&types, program, &functions);
    for (index, Function { locals, code, .. }) in functions.iter_mut().enumerate() {
        let around = u32::from(code.is_hot || calls_itself(code, FuncId(index as u32)));
        let uses = Uses::of(&types, locals, code, around);
        if uses.greatest < WORTH {
            continue;
        }
        let mut views = Views {
            loops: Loops::new(program, &types, &effects, locals, code),
            uses,
            active: Vec::new(),
            whole: Vec::new(),
            made: Vec::new(),
            depth: around,
            bool_ty,
        };
        views.stmts(&mut code.body);
        let (made, whole) = (views.made, views.whole);
        locals.extend(made);
        for local in whole {
            let info = &mut locals[local.0 as usize];
            info.view = Some(View {
                has_offset: !info.begins_array,
                has_length: false,
            });
        }
        Lengths { locals }.closure_body(code);
    }
    program.functions = functions;
}

/// A function that calls itself may run often: it counts as being in a loop.
fn calls_itself(code: &Closure, func: FuncId) -> bool {
    struct Calls {
        func: FuncId,
        found: bool,
    }
    impl Visitor for Calls {
        fn expr(&mut self, expr: &Expr) {
            if let ExprKind::Call(call) = &expr.kind {
                self.found |= matches!(call.callee, Callee::Func(func) if func == self.func);
            }
            visit::walk_expr(self, expr);
        }
    }
    let mut calls = Calls { func, found: false };
    visit::walk_stmts(&mut calls, &code.body);
    calls.found
}

/// What an index at a depth of loops counts, below the place where the slice would be taken apart.
fn weight(depth: u32, around: u32) -> u32 {
    match (depth, around) {
        (0, _) => 0,
        (1, 0) => 1,
        (1, _) => 2,
        _ => WORTH,
    }
}

/// Whether a pointer to an element holds the slice: it does unless the element is an object.
fn needs_header(types: &Types, slice: &Expr) -> bool {
    matches!(types.kind(slice.ty), TypeKind::Slice(elem) if !types.is_aggregate(*elem))
}

/// How the locals of a function that are slices are used.
struct Uses {
    /// By local: the depth of its declaration.
    declared: FxHashMap<LocalId, u32>,
    weights: FxHashMap<LocalId, u32>,
    /// Used in another way than to be indexed or asked for the length.
    is_whole: FxHashSet<LocalId>,
    assigned: FxHashSet<LocalId>,
    /// Locals that are only other names.
    same_as: FxHashMap<LocalId, LocalId>,
    greatest: u32,
}

impl Uses {
    /// Of a function with so many loops around it.
    fn of(types: &Types, locals: &[Local], code: &Closure, around: u32) -> Uses {
        let mut uses = Uses {
            declared: FxHashMap::default(),
            weights: FxHashMap::default(),
            is_whole: FxHashSet::default(),
            assigned: FxHashSet::default(),
            same_as: FxHashMap::default(),
            greatest: 0,
        };
        for stmt in &code.body {
            uses.assigned.extend(assigned_by(stmt));
        }
        for local in locals.iter().filter_map(|local| local.stands_for.as_ref()) {
            visit::each_expr(local, &mut |part| {
                if let ExprKind::Local(local) = part.kind {
                    uses.is_whole.insert(local);
                }
            });
        }
        let mut reader = UseReader {
            types,
            locals,
            uses: &mut uses,
            start: around,
            depth: around,
            in_closure: false,
        };
        visit::walk_stmts(&mut reader, &code.body);
        let names: Vec<_> = uses.same_as.keys().copied().collect();
        for name in names {
            if uses.is_whole.contains(&name) || uses.weight(uses.same_as[&name]) + uses.weight(name) < WORTH {
                uses.same_as.remove(&name);
            }
        }
        uses
    }

    fn weight(&self, local: LocalId) -> u32 {
        self.weights.get(&local).copied().unwrap_or(0)
    }

    /// Puts a local in the place of one that is only another name for it.
    fn rename(&self, base: &mut Expr) {
        if let ExprKind::Local(local) = &mut base.kind
            && let Some(&other) = self.same_as.get(local)
        {
            *local = other;
        }
    }
}

struct UseReader<'a> {
    types: &'a Types<'a>,
    locals: &'a [Local],
    uses: &'a mut Uses,
    /// How many loops are around the function.
    start: u32,
    depth: u32,
    in_closure: bool,
}

impl UseReader<'_> {
    /// Keeps its value from its declaration on.
    fn is_constant(&self, local: LocalId) -> bool {
        let info = self.locals.get(local.0 as usize);
        info.is_some_and(|info| info.storage == Storage::Plain) && !self.uses.assigned.contains(&local)
    }

    fn indexed(&mut self, base: &Expr) {
        let ExprKind::Local(local) = base.kind else {
            if is_stem(base) {
                let weight = weight(self.depth - self.start, 1);
                self.uses.greatest = self.uses.greatest.max(weight * 2);
            }
            return self.expr(base);
        };
        if self.in_closure || !matches!(self.types.kind(base.ty), TypeKind::Slice(_)) {
            self.uses.is_whole.insert(local);
            if self.depth > self.start {
                self.uses.greatest = WORTH;
            }
            return;
        }
        let declared = self.uses.declared.get(&local).copied().unwrap_or(self.start);
        let weight = weight(self.depth.saturating_sub(declared), declared);
        let total = self.uses.weights.entry(local).or_insert(0);
        *total += weight;
        // Two locals may turn out to be the same.
        self.uses.greatest = self.uses.greatest.max(*total * 2);
    }
}

impl Visitor for UseReader<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Index { base, index, .. } => {
                self.indexed(base);
                self.expr(index);
            }
            ExprKind::Builtin(Builtin::Len, args)
                if !self.in_closure && matches!(args[0].kind, ExprKind::Local(_)) => {}
            ExprKind::Local(local) => {
                self.uses.is_whole.insert(*local);
            }
            ExprKind::Address(Place::Index { base, index, .. }) if needs_header(self.types, base) => {
                self.expr(base);
                self.expr(index);
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    fn place(&mut self, place: &Place) {
        match place {
            Place::Index { base, index, .. } => {
                self.indexed(base);
                self.expr(index);
            }
            _ => visit::walk_place(self, place),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Let {
            local,
            init: Some(init),
        } = &stmt.kind
        {
            self.uses.declared.insert(*local, self.depth);
            if let ExprKind::Local(other) = init.kind
                && matches!(self.types.kind(init.ty), TypeKind::Slice(_))
                && self.is_constant(*local)
                && self.is_constant(other)
            {
                self.uses.same_as.insert(*local, other);
            }
        }
        let is_loop = u32::from(is_loop(stmt));
        self.depth += is_loop;
        visit::walk_stmt(self, stmt);
        self.depth -= is_loop;
    }

    fn closure(&mut self, closure: &Closure) {
        let outer = std::mem::replace(&mut self.in_closure, true);
        visit::walk_stmts(self, &closure.body);
        self.in_closure = outer;
    }
}

struct Views<'a> {
    loops: Loops<'a>,
    uses: Uses,
    /// Slices that have been taken apart, and the locals that hold the parts.
    active: Vec<(Expr, LocalId)>,
    /// Locals that hold nothing but the parts.
    whole: Vec<LocalId>,
    /// The locals to be added.
    made: Vec<Local>,
    /// How many loops are around.
    depth: u32,
    bool_ty: TypeId,
}

impl Views<'_> {
    fn is_constant(&self, local: LocalId) -> bool {
        let info = self.loops.locals.get(local.0 as usize);
        info.is_some_and(|info| info.storage == Storage::Plain) && !self.uses.assigned.contains(&local)
    }

    /// A local of a slice type that is never assigned to, and whose header nobody wants.
    fn is_name(&self, local: LocalId, ty: TypeId) -> bool {
        matches!(self.loops.types.kind(ty), TypeKind::Slice(_))
            && self.is_constant(local)
            && !self.uses.is_whole.contains(&local)
    }

    /// `s := xs`, where `s` is only another name, or a slice that can be taken apart where it is declared.
    fn declaration(&mut self, stmt: &Stmt) -> bool {
        let StmtKind::Let {
            local,
            init: Some(init),
        } = &stmt.kind
        else {
            return false;
        };
        if self.uses.same_as.contains_key(local) {
            return true;
        }
        let active = self.active.iter().rev().find(|(path, _)| are_same(path, init));
        let active = active.map(|(_, view)| *view);
        if !self.is_name(*local, init.ty) {
            return false;
        }
        if let Some(view) = active {
            let path = Expr {
                kind: ExprKind::Local(*local),
                ty: init.ty,
                span: stmt.span,
            };
            self.active.push((path, view));
            return true;
        }
        if self.uses.weight(*local) >= WORTH {
            self.whole.push(*local);
        }
        false
    }

    /// Declares the views that a loop is worth before it, which is after `out`.
    fn declare(&mut self, stmt: &Stmt, out: &mut Vec<Stmt>) {
        let mut indexed = Indexed {
            views: self,
            found: Vec::new(),
            names: FxHashMap::default(),
            around: self.depth,
            depth: 0,
        };
        indexed.stmt(stmt);
        let found = indexed.found.into_iter();
        let found = found.filter(|(path, weight)| *weight >= WORTH && !self.is_view(path));
        let found: Vec<Expr> = found.map(|(path, _)| path).collect();
        if found.is_empty() {
            return;
        }
        let changes = self.loops.changes(stmt);
        for path in found {
            if self.loops.is_fixed(&path, &changes) {
                let init = self.start(&path, stmt, out);
                out.push(self.view(path, init));
            }
        }
    }

    fn is_view(&self, path: &Expr) -> bool {
        self.active.iter().any(|(active, _)| are_same(active, path))
            || matches!(path.kind, ExprKind::Local(local) if self.whole.contains(&local))
    }

    /// A path as it can be read before the loop, which need not get as far as reading it: nil, where the path
    /// leads through a nil pointer.
    fn start(&self, path: &Expr, stmt: &Stmt, out: &[Stmt]) -> Option<Expr> {
        let ExprKind::Field { base, .. } = &path.kind else {
            return None;
        };
        if !matches!(self.loops.types.kind(base.ty), TypeKind::Pointer(_)) || is_used(base, stmt, out) {
            return None;
        }
        let node = |kind, ty| Expr {
            kind,
            ty,
            span: path.span,
        };
        let kind = ExprKind::Cond {
            cond: Box::new(node(ExprKind::IsNil(base.clone()), self.bool_ty)),
            then: Box::new(node(ExprKind::Zero, path.ty)),
            els: Box::new(path.clone()),
        };
        Some(node(kind, path.ty))
    }

    /// Whether a slice begins where its backing array does.
    fn begins_array(&self, path: &Expr) -> bool {
        match &path.kind {
            ExprKind::Local(local) => self.loops.locals[local.0 as usize].begins_array,
            ExprKind::Global(global) => self.loops.program.globals[global.0 as usize].begins_array,
            ExprKind::Field { base, field } => self
                .loops
                .types
                .field(base.ty, *field)
                .is_some_and(|field| field.begins_array),
            _ => false,
        }
    }

    fn view(&mut self, path: Expr, start: Option<Expr>) -> Stmt {
        let local = LocalId((self.loops.locals.len() + self.made.len()) as u32);
        let (name, stands_for) = match &path.kind {
            ExprKind::Local(local) => {
                let info = &self.loops.locals[local.0 as usize];
                (info.name.clone(), info.stands_for.clone())
            }
            ExprKind::Global(global) => (self.loops.program.globals[global.0 as usize].name.clone(), None),
            ExprKind::Field { base, field } => (
                self.loops
                    .types
                    .field(base.ty, *field)
                    .map_or(String::new(), |field| field.name.clone()),
                start.is_some().then(|| Box::new(path.clone())),
            ),
            _ => ("$s".to_string(), None),
        };
        let (ty, span) = (path.ty, path.span);
        self.made.push(Local {
            stands_for,
            view: Some(View {
                has_offset: !self.begins_array(&path),
                has_length: false,
            }),
            ..Local::new(name, ty, span)
        });
        self.active.push((path.clone(), local));
        Stmt {
            kind: StmtKind::Let {
                local,
                init: Some(start.unwrap_or(path)),
            },
            span,
        }
    }

    fn replace(&self, base: &mut Expr) {
        self.uses.rename(base);
        if let Some((_, view)) = self.active.iter().rev().find(|(path, _)| are_same(path, base)) {
            base.kind = ExprKind::Local(*view);
        }
    }
}

impl VisitorMut for Views<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let first = self.active.len();
        let mut out = Vec::with_capacity(stmts.len());
        for mut stmt in std::mem::take(stmts) {
            if self.declaration(&stmt) {
                continue;
            }
            let before = self.active.len();
            let is_loop = is_loop(&stmt);
            if is_loop {
                Rename { uses: &self.uses }.stmt(&mut stmt);
                self.declare(&stmt, &mut out);
            }
            self.depth += u32::from(is_loop);
            visit::walk_stmt_mut(self, &mut stmt);
            self.depth -= u32::from(is_loop);
            out.push(stmt);
            // What may change between loops is read anew.
            let kept: Vec<_> = self.active.drain(before..).collect();
            let kept = kept
                .into_iter()
                .filter(|(path, _)| matches!(path.kind, ExprKind::Local(local) if self.is_constant(local)));
            let kept: Vec<_> = kept.collect();
            self.active.extend(kept);
        }
        self.active.truncate(first);
        *stmts = out;
    }

    fn expr(&mut self, expr: &mut Expr) {
        if let ExprKind::Address(Place::Index { base, index, .. }) = &mut expr.kind
            && needs_header(self.loops.types, base)
        {
            self.expr(base);
            return self.expr(index);
        }
        if let Some(base) = read_part(expr) {
            self.replace(base);
        }
        visit::walk_expr_mut(self, expr);
    }

    fn place(&mut self, place: &mut Place) {
        if let Place::Index { base, .. } = place {
            self.replace(base);
        }
        visit::walk_place_mut(self, place);
    }

    fn closure(&mut self, closure: &mut Closure) {
        let active = std::mem::take(&mut self.active);
        let depth = std::mem::replace(&mut self.depth, u32::from(closure.is_hot));
        self.stmts(&mut closure.body);
        (self.active, self.depth) = (active, depth);
    }
}

/// The slice that an expression indexes or asks for its length.
fn read_part(expr: &mut Expr) -> Option<&mut Expr> {
    match &mut expr.kind {
        ExprKind::Index { base, .. } => Some(base),
        ExprKind::Builtin(Builtin::Len, args) => args.first_mut(),
        _ => None,
    }
}

/// Puts locals in the places of those that are only other names.
struct Rename<'u> {
    uses: &'u Uses,
}

impl VisitorMut for Rename<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let Some(base) = read_part(expr) {
            self.uses.rename(base);
        }
        visit::walk_expr_mut(self, expr);
    }

    fn place(&mut self, place: &mut Place) {
        if let Place::Index { base, .. } = place {
            self.uses.rename(base);
        }
        visit::walk_place_mut(self, place);
    }
}

/// Finds slices that are indexed, other than in function literals, and how often.
struct Indexed<'a> {
    views: &'a Views<'a>,
    found: Vec<(Expr, u32)>,
    /// Locals of the loop that are only other names: `s := x.s`.
    names: FxHashMap<LocalId, Expr>,
    around: u32,
    depth: u32,
}

impl Indexed<'_> {
    fn types(&self) -> &Types<'_> {
        self.views.loops.types
    }

    fn indexed(&mut self, base: &Expr) {
        if !is_stem(base) || !matches!(self.types().kind(base.ty), TypeKind::Slice(_)) {
            return;
        }
        let base = match base.kind {
            ExprKind::Local(local) => self.names.get(&local).unwrap_or(base),
            _ => base,
        };
        let weight = weight(self.depth, self.around);
        match self.found.iter_mut().find(|(path, _)| are_same(path, base)) {
            Some((_, total)) => *total += weight,
            None => self.found.push((base.clone(), weight)),
        }
    }
}

impl Visitor for Indexed<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Index { base, .. } => self.indexed(base),
            ExprKind::Address(Place::Index { base, index, .. }) if needs_header(self.types(), base) => {
                self.expr(base);
                return self.expr(index);
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Index { base, .. } = place {
            self.indexed(base);
        }
        visit::walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Let {
            local,
            init: Some(init),
        } = &stmt.kind
            && matches!(init.kind, ExprKind::Field { .. })
            && is_stem(init)
            && self.views.is_name(*local, init.ty)
        {
            self.names.insert(*local, init.clone());
        }
        let is_loop = u32::from(is_loop(stmt));
        self.depth += is_loop;
        visit::walk_stmt(self, stmt);
        self.depth -= is_loop;
    }

    fn closure(&mut self, _: &Closure) {}
}

/// Notes which views are asked for their length.
struct Lengths<'a> {
    locals: &'a mut [Local],
}

impl Lengths<'_> {
    fn closure_body(&mut self, code: &Closure) {
        visit::walk_stmts(self, &code.body);
    }

    fn asked(&mut self, base: &Expr) {
        if let ExprKind::Local(local) = base.kind
            && let Some(view) = &mut self.locals[local.0 as usize].view
        {
            view.has_length = true;
        }
    }
}

impl Visitor for Lengths<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Index { base, bounds, .. } if *bounds != Bounds::Proven => self.asked(base),
            ExprKind::Builtin(Builtin::Len, args) => self.asked(&args[0]),
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Index { base, bounds, .. } = place
            && *bounds != Bounds::Proven
        {
            self.asked(base);
        }
        visit::walk_place(self, place);
    }
}
