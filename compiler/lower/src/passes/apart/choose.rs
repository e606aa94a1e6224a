//! Which struct variables gain by being taken apart: those for which objects are made where code runs often, and
//! whose own object is asked for less often than that.

use super::class::{Class, Classes};
use super::leaves::{Shapes, without_copy};
use super::template::Templates;
use crate::ir::{Closure, Expr, ExprKind, Function, LocalId, Place, Program, Stmt, StmtKind, Storage};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

/// How much more often the body of a loop is thought to run.
const LOOP: i64 = 8;

/// The locals of a function to be taken apart.
pub(super) fn of(
    program: &Program,
    templates: &Templates,
    function: &Function,
    is_hot: bool,
) -> FxHashSet<LocalId> {
    let shapes = Shapes::of(program);
    let mut candidates: FxHashSet<LocalId> = FxHashSet::default();
    for (index, local) in function.locals.iter().enumerate() {
        let is_plain = local.storage == Storage::Plain && !local.is_captured && !local.is_borrowed;
        if is_plain && shapes.is_divisible(local.ty) {
            candidates.insert(LocalId(index as u32));
        }
    }
    if candidates.is_empty() {
        return candidates;
    }
    let mut uses = Uses {
        classes: Classes {
            shapes,
            templates,
            locals: &function.locals,
        },
        candidates: &candidates,
        homes: function.code.params.iter().map(|&param| (param, 0)).collect(),
        unfit: function.code.named_results.iter().copied().collect(),
        written: FxHashSet::default(),
        aliases: Vec::new(),
        hot: FxHashSet::default(),
        values: Vec::new(),
        objects: Vec::new(),
        weight: if is_hot { LOOP } else { 1 },
        closure: 0,
        closures: 0,
    };
    visit::walk_stmts(&mut uses, &function.code.body);
    let Uses {
        homes,
        mut unfit,
        written,
        aliases,
        hot,
        values,
        objects,
        ..
    } = uses;
    let mut chosen = candidates;
    for (alias, root) in aliases {
        if written.contains(&alias) {
            unfit.extend([alias, root]);
        }
    }
    chosen.retain(|local| homes.contains_key(local) && !unfit.contains(local) && hot.contains(local));
    loop {
        let gains = gains(&chosen, &values, &objects);
        let before = chosen.len();
        chosen.retain(|local| gains.get(local).is_some_and(|&gain| gain > 0));
        if chosen.len() == before {
            return chosen;
        }
    }
}

/// A value that a variable gets.
struct Given {
    to: LocalId,
    from: Source,
    weight: i64,
}

#[derive(Clone, Copy)]
enum Source {
    /// Without the variable's object, none is needed.
    New,
    /// The object of another variable, or a part of it.
    Of(LocalId),
    /// There is an object in any case.
    Object,
}

/// What is saved for each variable if all these are taken apart.
fn gains(
    chosen: &FxHashSet<LocalId>,
    values: &[Given],
    objects: &[(LocalId, i64)],
) -> FxHashMap<LocalId, i64> {
    let mut gains = FxHashMap::default();
    for given in values {
        let is_saved = match given.from {
            Source::New => true,
            Source::Of(from) => {
                if !chosen.contains(&given.to) {
                    *gains.entry(from).or_default() -= given.weight;
                }
                chosen.contains(&from)
            }
            Source::Object => false,
        };
        *gains.entry(given.to).or_default() += if is_saved { given.weight } else { 0 };
    }
    for &(local, weight) in objects {
        *gains.entry(local).or_default() -= weight;
    }
    gains
}

struct Uses<'a> {
    classes: Classes<'a>,
    candidates: &'a FxHashSet<LocalId>,
    /// The closure in which each is declared.
    homes: FxHashMap<LocalId, u32>,
    unfit: FxHashSet<LocalId>,
    /// In whose object something is assigned.
    written: FxHashSet<LocalId>,
    /// Variables of the compiler's, with those in whose objects theirs may lie.
    aliases: Vec<(LocalId, LocalId)>,
    /// Mentioned where code runs often.
    hot: FxHashSet<LocalId>,
    values: Vec<Given>,
    /// Whose objects are asked for.
    objects: Vec<(LocalId, i64)>,
    weight: i64,
    closure: u32,
    closures: u32,
}

impl Uses<'_> {
    fn mention(&mut self, local: LocalId) {
        if self.weight > 1 {
            self.hot.insert(local);
        }
        if self.homes.get(&local) != Some(&self.closure) {
            self.unfit.insert(local);
        }
    }

    /// The candidate that an expression is, or a part of which it is.
    fn root(&self, expr: &Expr) -> Option<LocalId> {
        let (local, _) = self.classes.shapes.path(expr)?;
        self.candidates.contains(&local).then_some(local)
    }

    fn place_root(&self, place: &Place) -> Option<LocalId> {
        let (local, _) = self.classes.shapes.place_path(place)?;
        self.candidates.contains(&local).then_some(local)
    }

    fn is_struct(&self, expr: &Expr) -> bool {
        self.classes.shapes.is_aggregate(expr.ty)
    }

    /// A value that a variable gets, or a part of it.
    fn given(&mut self, to: LocalId, value: &Expr) {
        let weight = self.weight;
        let from = match &value.kind {
            ExprKind::StructLit(_) | ExprKind::ArrayLit { .. } => {
                for value in &self.classes.shapes.literal(value).unwrap_or_default() {
                    if self.is_struct(value) {
                        self.given(to, value);
                    } else {
                        self.expr(value);
                    }
                }
                Source::New
            }
            ExprKind::Zero => Source::New,
            ExprKind::Copy(inner) => {
                match self.root(inner) {
                    Some(root) => self.mention(root),
                    None => self.expr(inner),
                }
                Source::New
            }
            _ => match self.root(value) {
                Some(root) => {
                    self.mention(root);
                    Source::Of(root)
                }
                None => {
                    self.expr(value);
                    Source::Object
                }
            },
        };
        self.values.push(Given { to, from, weight });
    }

    /// A struct whose fields are written to a place one by one.
    fn stored(&mut self, value: &Expr) {
        if let Some(root) = self.root(without_copy(value)) {
            return self.mention(root);
        }
        match self.classes.shapes.literal(value) {
            Some(values) if self.classes.of(value) <= Class::Reads => {
                for value in &values {
                    if self.is_struct(value) {
                        self.stored(value);
                    } else {
                        self.expr(value);
                    }
                }
            }
            _ => self.expr(value),
        }
    }

    /// An element of an array is used by an index that is not known: it must be one.
    fn indexed(&mut self, array: &Expr) {
        if self.classes.shapes.is_aggregate(array.ty) {
            self.unfit.extend(self.root(array));
        }
    }

    fn unfit_place(&mut self, place: &Place, is_struct: bool) {
        self.write(place);
        if let Some(root) = self.place_root(place) {
            self.mention(root);
            if is_struct {
                self.unfit.insert(root);
            }
        } else {
            self.place(place);
        }
    }

    fn assign(&mut self, place: &Place, value: &Expr, in_place: bool) {
        self.write(place);
        let is_struct = self.is_struct(value);
        match self.place_root(place) {
            Some(root) if is_struct => {
                self.mention(root);
                self.given(root, value);
            }
            Some(root) => {
                self.mention(root);
                self.expr(value);
            }
            None => {
                self.place(place);
                let keeps = in_place || matches!(place, Place::Deref(_));
                if is_struct && keeps && self.classes.shapes.is_divisible(value.ty) {
                    self.stored(value);
                } else {
                    self.expr(value);
                }
            }
        }
    }

    fn looped(&mut self, walk: impl FnOnce(&mut Self)) {
        let weight = self.weight;
        self.weight = weight.saturating_mul(LOOP).min(LOOP.pow(6));
        walk(self);
        self.weight = weight;
    }
}

impl Visitor for Uses<'_> {
    fn place(&mut self, place: &Place) {
        if let Place::Index { base, .. } = place {
            self.indexed(base);
        }
        visit::walk_place(self, place);
    }

    fn expr(&mut self, expr: &Expr) {
        if let Some(root) = self.root(expr) {
            self.mention(root);
            if self.is_struct(expr) {
                self.objects.push((root, self.weight));
            }
            return;
        }
        match &expr.kind {
            ExprKind::Copy(inner) if self.root(inner).is_some() => {
                self.root(inner).into_iter().for_each(|root| self.mention(root))
            }
            ExprKind::Compare { left, right, .. } if self.is_struct(left) => {
                let paths = [left, right].map(|side| self.classes.shapes.path(side));
                if paths.iter().all(Option::is_some) {
                    paths
                        .into_iter()
                        .flatten()
                        .for_each(|(local, _)| self.mention(local));
                } else {
                    visit::walk_expr(self, expr);
                }
            }
            ExprKind::Address(place) => {
                self.unfit_place(place, true);
            }
            ExprKind::Index { base, .. } => {
                self.indexed(base);
                visit::walk_expr(self, expr);
            }
            ExprKind::Builtin(_, operands) => {
                operands.iter().for_each(|operand| self.indexed(operand));
                visit::walk_expr(self, expr);
            }
            ExprKind::Sequence { effects, .. } => {
                self.unfit.extend(effects.iter().map(|(local, _)| *local));
                visit::walk_expr(self, expr);
            }
            _ => visit::walk_expr(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { local, init } => {
                self.homes.insert(*local, self.closure);
                self.aliases
                    .extend(init.as_ref().and_then(|init| self.alias(*local, init)));
                match init {
                    Some(init) if self.candidates.contains(local) => self.given(*local, init),
                    Some(init) => self.expr(init),
                    None => {}
                }
            }
            StmtKind::Assign {
                place,
                value,
                in_place,
            } => self.assign(place, value, *in_place),
            StmtKind::AssignOp { place, value, .. } => {
                self.unfit_place(place, false);
                self.expr(value);
            }
            StmtKind::AssignTuple { places, value } => {
                for place in places.iter().flatten() {
                    let is_whole = matches!(place, Place::Local(_));
                    self.unfit_place(place, is_whole || self.is_struct_place(place));
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
                for stmt in init.iter().chain(post) {
                    self.head(stmt);
                }
                self.looped(|uses| {
                    if let Some(cond) = cond {
                        uses.expr(cond);
                    }
                    visit::walk_stmts(uses, body);
                });
            }
            StmtKind::RangeMap { .. } | StmtKind::RangeString { .. } => {
                visit::each_declared(stmt, &mut |local| {
                    self.unfit.insert(local);
                });
                self.looped(|uses| visit::walk_stmt(uses, stmt));
            }
            _ => {
                visit::each_declared(stmt, &mut |local| {
                    self.unfit.insert(local);
                });
                visit::walk_stmt(self, stmt);
            }
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.closures += 1;
        let around = std::mem::replace(&mut self.closure, self.closures);
        self.unfit.extend(&closure.params);
        self.unfit.extend(&closure.named_results);
        visit::walk_stmts(self, &closure.body);
        self.closure = around;
    }
}

impl Uses<'_> {
    fn is_struct_place(&self, place: &Place) -> bool {
        let (base, part) = match place {
            Place::Field { base, field } => (base, *field as usize),
            Place::Index { base, .. } => (base, 0),
            _ => return false,
        };
        let shapes = self.classes.shapes;
        let parts = shapes.parts(base.ty).unwrap_or_default();
        parts.get(part).is_some_and(|&part| shapes.is_aggregate(part))
    }

    /// The variable in whose object that of a new variable may lie.
    fn alias(&self, local: LocalId, init: &Expr) -> Option<(LocalId, LocalId)> {
        let is_made = self.classes.locals[local.0 as usize].name.starts_with('$');
        let root = self.root(init).filter(|_| is_made && self.is_struct(init))?;
        Some((local, root))
    }

    /// Something is assigned to a place.
    fn write(&mut self, place: &Place) {
        if let Place::Field { base, .. } | Place::Index { base, .. } = place {
            let mut base = base;
            while let ExprKind::Field { base: inner, .. } | ExprKind::Index { base: inner, .. } = &base.kind {
                base = inner;
            }
            if let ExprKind::Local(local) = base.kind {
                self.written.insert(local);
            }
        }
    }

    /// A statement in the head of a loop, where there is no room for several.
    fn head(&mut self, stmt: &Stmt) {
        self.looped(|uses| uses.stmt(stmt));
        match &stmt.kind {
            StmtKind::Let { local, .. } => {
                self.unfit.insert(*local);
            }
            StmtKind::Assign { place, value, .. } if self.is_struct(value) => {
                self.unfit.extend(self.place_root(place));
            }
            _ => {}
        }
    }
}
