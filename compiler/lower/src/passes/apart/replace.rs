//! Writes the fields of struct variables as variables.

use super::class::{Class, Classes};
use super::leaves::{Shapes, Tree, strip_copy, without_copy};
use super::template::Templates;
use crate::ir::{
    CompareOp, Conversion, Expr, ExprKind, Function, Local, LocalId, Place, Program, Stmt, StmtKind, TypeId,
};
use crate::visit::{self, VisitorMut};
use goes_source::Span;
use rustc_hash::{FxHashMap, FxHashSet};

pub(super) fn run(
    program: &Program,
    templates: &Templates,
    function: &mut Function,
    chosen: FxHashSet<LocalId>,
    is_hot: bool,
) {
    let mut locals = std::mem::take(&mut function.locals);
    let mut replace = Replace {
        shapes: Shapes::of(program),
        templates,
        parts: FxHashMap::default(),
        locals: &mut locals,
        ahead: Vec::new(),
        loops: usize::from(is_hot),
    };
    let mut chosen: Vec<LocalId> = chosen.into_iter().collect();
    chosen.sort_unstable();
    for &local in &chosen {
        let info = replace.locals[local.0 as usize].clone();
        let tree = replace.declare(&info.name, info.ty, info.span);
        replace.parts.insert(local, tree);
    }
    let params: Vec<LocalId> = function.code.params.clone();
    let mut entry = Vec::new();
    for param in params.into_iter().filter(|param| chosen.contains(param)) {
        replace.enter(param, &mut entry);
    }
    replace.stmts(&mut function.code.body);
    function.code.body.splice(0..0, entry);
    function.locals = locals;
}

pub(super) struct Replace<'a> {
    pub shapes: Shapes<'a>,
    pub templates: &'a Templates,
    /// The variables in place of each that is taken apart.
    parts: FxHashMap<LocalId, Tree<LocalId>>,
    pub locals: &'a mut Vec<Local>,
    /// What is to be done ahead of the statement.
    pub ahead: Vec<Stmt>,
    pub loops: usize,
}

impl Replace<'_> {
    pub fn new_local(&mut self, name: String, ty: TypeId, span: Span) -> LocalId {
        self.locals.push(Local::new(name, ty, span));
        LocalId(self.locals.len() as u32 - 1)
    }

    /// Variables for a value: `p$Vel$X`.
    fn declare(&mut self, name: &str, ty: TypeId, span: Span) -> Tree<LocalId> {
        match self.shapes.parts(ty) {
            Some(parts) => {
                let parts = parts.into_iter().enumerate().map(|(part, part_ty)| {
                    let name = format!("{name}${}", self.shapes.part_name(ty, part));
                    self.declare(&name, part_ty, span)
                });
                Tree::Node(parts.collect())
            }
            None => Tree::Leaf(self.new_local(name.to_string(), ty, span)),
        }
    }

    /// The variables in place of an expression of locals and fields.
    fn tree(&self, expr: &Expr) -> Option<&Tree<LocalId>> {
        let (local, path) = self.shapes.path(expr)?;
        self.parts.get(&local)?.at(&path)
    }

    fn place_tree(&self, place: &Place) -> Option<&Tree<LocalId>> {
        let (local, path) = self.shapes.place_path(place)?;
        self.parts.get(&local)?.at(&path)
    }

    fn read(&self, local: LocalId, span: Span) -> Expr {
        Expr {
            kind: ExprKind::Local(local),
            ty: self.locals[local.0 as usize].ty,
            span,
        }
    }

    /// The values of variables.
    fn values(&self, tree: &Tree<LocalId>, span: Span) -> Tree<Expr> {
        match tree {
            Tree::Leaf(local) => Tree::Leaf(self.read(*local, span)),
            Tree::Node(parts) => Tree::Node(parts.iter().map(|part| self.values(part, span)).collect()),
        }
    }

    /// An object of a struct's fields.
    fn object(&self, tree: Tree<Expr>, ty: TypeId, span: Span) -> Expr {
        match tree {
            Tree::Leaf(value) => value,
            Tree::Node(parts) => {
                let types = self.shapes.parts(ty).unwrap_or_default();
                let parts = parts.into_iter().zip(types);
                let values = parts.map(|(part, ty)| self.object(part, ty, span));
                self.shapes.whole(values.collect(), ty, span)
            }
        }
    }

    /// The fields of a struct that an expression gives; `None` where it gives an object. Parts that are objects are held
    /// in variables ahead.
    pub fn fields_of(&mut self, expr: &mut Expr) -> Option<Tree<Expr>> {
        if let Some(tree) = self.tree(expr) {
            return Some(self.values(tree, expr.span));
        }
        let (ty, span) = (expr.ty, expr.span);
        match &mut expr.kind {
            ExprKind::Copy(inner) => self.fields_of(inner),
            ExprKind::Convert {
                op: Conversion::Retype,
                operand,
            } if self.shapes.is_aggregate(operand.ty) => self.fields_of(operand),
            ExprKind::StructLit(_) | ExprKind::ArrayLit { .. } => {
                let mut values = self.shapes.literal(expr)?;
                Some(Tree::Node(self.literal(&mut values)))
            }
            ExprKind::Zero => Some(self.zero(ty, span)),
            _ => None,
        }
    }

    /// The values of a literal. Where an object is to be held ahead, so is what is evaluated before it.
    fn literal(&mut self, values: &mut [Expr]) -> Vec<Tree<Expr>> {
        let last_held = values.iter().rposition(|value| self.holds(value));
        let values = values.iter_mut().enumerate();
        let parts = values.map(|(index, value)| {
            if self.shapes.is_aggregate(value.ty) {
                return self.divided(value);
            }
            self.expr(value);
            let is_ahead = last_held.is_some_and(|last| index < last) && self.class(value) > Class::Pure;
            Tree::Leaf(match is_ahead {
                true => self.hold("$v", value.clone()),
                false => value.clone(),
            })
        });
        parts.collect()
    }

    /// Whether taking a value apart takes variables.
    fn holds(&self, expr: &Expr) -> bool {
        if !self.shapes.is_aggregate(expr.ty) || self.shapes.path(expr).is_some() {
            return false;
        }
        match &expr.kind {
            ExprKind::Copy(inner) => self.holds(inner),
            ExprKind::Convert {
                op: Conversion::Retype,
                operand,
            } => self.holds(operand),
            ExprKind::StructLit(values) => values.iter().any(|value| self.holds(value)),
            ExprKind::ArrayLit { elems, .. } => elems.iter().any(|(_, value)| self.holds(value)),
            ExprKind::Zero => false,
            _ => true,
        }
    }

    /// The fields of a struct, whatever gives it.
    fn divided(&mut self, expr: &mut Expr) -> Tree<Expr> {
        if let Some(tree) = self.fields_of(expr) {
            return tree;
        }
        self.expr(expr);
        let object = strip_copy(expr.clone());
        let object = match self.shapes.path(&object) {
            Some(_) => object,
            None => self.hold("$of", object),
        };
        self.fields_in(&object)
    }

    /// A new variable for a value, ahead of the statement.
    pub fn hold(&mut self, name: &str, value: Expr) -> Expr {
        let span = value.span;
        let local = self.new_local(name.to_string(), value.ty, span);
        self.ahead.push(Stmt {
            kind: StmtKind::Let {
                local,
                init: Some(value),
            },
            span,
        });
        self.read(local, span)
    }

    /// The fields of an object, as they are read from it.
    fn fields_in(&self, object: &Expr) -> Tree<Expr> {
        let Some(parts) = self.shapes.parts(object.ty) else {
            return Tree::Leaf(object.clone());
        };
        let parts = parts.into_iter().enumerate();
        let parts = parts.map(|(part, ty)| self.fields_in(&self.shapes.part(object, part, ty)));
        Tree::Node(parts.collect())
    }

    fn zero(&self, ty: TypeId, span: Span) -> Tree<Expr> {
        match self.shapes.parts(ty) {
            Some(parts) => Tree::Node(parts.into_iter().map(|part| self.zero(part, span)).collect()),
            None => Tree::Leaf(Expr {
                kind: ExprKind::Zero,
                ty,
                span,
            }),
        }
    }

    /// A parameter's object is read when the function begins.
    fn enter(&mut self, param: LocalId, out: &mut Vec<Stmt>) {
        let span = self.locals[param.0 as usize].span;
        let mut values = Vec::new();
        self.fields_in(&self.read(param, span)).leaves(&mut values);
        let mut locals = Vec::new();
        if let Some(tree) = self.parts.get(&param) {
            tree.clone().leaves(&mut locals);
        }
        out.extend(declarations(locals, values.into_iter().map(Some), span));
    }

    /// `var p T = init`
    fn let_parts(&mut self, tree: Tree<LocalId>, init: Option<&mut Expr>, span: Span) -> Vec<Stmt> {
        let mut locals = Vec::new();
        tree.leaves(&mut locals);
        match init {
            Some(init) => {
                let mut values = Vec::new();
                self.divided(init).leaves(&mut values);
                declarations(locals, values.into_iter().map(Some), span)
            }
            None => {
                for local in &locals {
                    self.locals[local.0 as usize].is_reassigned = true;
                }
                declarations(locals, std::iter::repeat_with(|| None), span)
            }
        }
    }

    /// `p = value`: what is assigned before another value has read it waits in a variable.
    fn assign_parts(&mut self, tree: Tree<LocalId>, value: &mut Expr, span: Span) -> Vec<Stmt> {
        let (mut locals, mut values) = (Vec::new(), Vec::new());
        tree.leaves(&mut locals);
        self.divided(value).leaves(&mut values);
        let waits: Vec<bool> = (locals.iter().enumerate())
            .map(|(index, &local)| values[index + 1..].iter().any(|value| mentions(value, local)))
            .collect();
        let mut out = Vec::new();
        let mut last = Vec::new();
        for ((local, value), waits) in locals.into_iter().zip(values).zip(waits) {
            if matches!(value.kind, ExprKind::Local(from) if from == local) {
                continue;
            }
            self.locals[local.0 as usize].is_reassigned = true;
            let assign = |value| Stmt {
                kind: StmtKind::Assign {
                    place: Place::Local(local),
                    value,
                    in_place: false,
                },
                span,
            };
            if waits {
                let ty = value.ty;
                let held = self.new_local("$v".to_string(), ty, span);
                out.extend(declarations(vec![held], [Some(value)], span));
                last.push(assign(self.read(held, span)));
            } else {
                out.push(assign(value));
            }
        }
        out.extend(last);
        out
    }

    /// `p == q`, field by field.
    fn compare(&self, op: CompareOp, left: &Expr, right: &Expr, (ty, span): (TypeId, Span)) -> Option<Expr> {
        if self.tree(left).is_none() && self.tree(right).is_none() {
            return None;
        }
        let mut sides = [Vec::new(), Vec::new()];
        for (side, expr) in sides.iter_mut().zip([left, right]) {
            let tree = match self.tree(expr) {
                Some(tree) => self.values(tree, expr.span),
                None => {
                    self.shapes.path(expr)?;
                    self.fields_in(expr)
                }
            };
            tree.leaves(side);
        }
        let [left, right] = sides;
        let node = |kind| Expr { kind, ty, span };
        let pairs = left.into_iter().zip(right).map(|(left, right)| {
            node(ExprKind::Compare {
                op,
                left: Box::new(left),
                right: Box::new(right),
            })
        });
        let join: fn(Box<Expr>, Box<Expr>) -> ExprKind = match op {
            CompareOp::Equal => ExprKind::And,
            _ => ExprKind::Or,
        };
        pairs.reduce(|all, next| node(join(Box::new(all), Box::new(next))))
    }
}

impl VisitorMut for Replace<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let ahead = std::mem::take(&mut self.ahead);
        let mut out = Vec::with_capacity(stmts.len());
        for stmt in stmts.drain(..) {
            let rewritten = self.rewritten(stmt);
            out.append(&mut self.ahead);
            out.extend(rewritten);
        }
        *stmts = out;
        self.ahead = ahead;
    }

    fn expr(&mut self, expr: &mut Expr) {
        let (ty, span) = (expr.ty, expr.span);
        let inner = match &expr.kind {
            ExprKind::Copy(inner) => inner,
            _ => &*expr,
        };
        if let Some(tree) = self.tree(inner) {
            *expr = self.object(self.values(tree, span), ty, span);
            return;
        }
        if let ExprKind::Compare { op, left, right } = &expr.kind
            && let Some(compared) = self.compare(*op, left, right, (ty, span))
        {
            *expr = compared;
            return;
        }
        visit::walk_expr_mut(self, expr);
    }

    fn place(&mut self, place: &mut Place) {
        if let Some(&Tree::Leaf(local)) = self.place_tree(place) {
            self.locals[local.0 as usize].is_reassigned = true;
            *place = Place::Local(local);
            return;
        }
        visit::walk_place_mut(self, place);
    }
}

impl Replace<'_> {
    fn rewritten(&mut self, mut stmt: Stmt) -> Vec<Stmt> {
        let span = stmt.span;
        match &mut stmt.kind {
            StmtKind::Let { local, init } => {
                if let Some(tree) = self.parts.get(local).cloned() {
                    return self.let_parts(tree, init.as_mut(), span);
                }
            }
            StmtKind::Assign {
                place,
                value,
                in_place,
            } => {
                if let Some(tree @ Tree::Node(_)) = self.place_tree(place).cloned() {
                    return self.assign_parts(tree, value, span);
                }
                if let Some(stored) = self.stored(place, value, *in_place, span) {
                    return stored;
                }
            }
            _ => {}
        }
        let is_loop = super::super::fixed::is_loop(&stmt);
        self.loops += usize::from(is_loop);
        visit::walk_stmt_mut(self, &mut stmt);
        self.loops -= usize::from(is_loop);
        vec![stmt]
    }

    fn class(&self, expr: &Expr) -> Class {
        let classes = Classes {
            shapes: self.shapes,
            templates: self.templates,
            locals: self.locals,
        };
        classes.of(expr)
    }

    /// `place = value`, where the place keeps its object: field by field. All of the value is read before.
    fn stored(
        &mut self,
        place: &mut Place,
        value: &mut Expr,
        in_place: bool,
        span: Span,
    ) -> Option<Vec<Stmt>> {
        let keeps = in_place || matches!(place, Place::Deref(_));
        let is_calculated = self.loops > 0
            && matches!(value.kind, ExprKind::StructLit(_) | ExprKind::ArrayLit { .. })
            && self.class(value) <= Class::Reads;
        let is_apart = self.tree(without_copy(value)).is_some();
        if !keeps || !self.shapes.is_divisible(value.ty) || !(is_calculated || is_apart) {
            return None;
        }
        let object = self.target(place, value.ty, span)?;
        let mut values = Vec::new();
        self.divided(value).leaves(&mut values);
        for value in values.iter_mut().skip(1) {
            if self.class(value) > Class::Pure {
                *value = self.hold("$v", value.clone());
            }
        }
        let mut places = Vec::new();
        self.fields_in(&object).leaves(&mut places);
        let stores = places.into_iter().zip(values).filter_map(|(place, value)| {
            let place = match place.kind {
                ExprKind::Field { base, field } => Place::Field { base, field },
                ExprKind::Index { base, index, bounds } => Place::Index { base, index, bounds },
                _ => return None,
            };
            let kind = StmtKind::Assign {
                place,
                value,
                in_place: true,
            };
            Some(Stmt { kind, span })
        });
        Some(stores.collect())
    }

    /// The object that a place holds, in a variable.
    fn target(&mut self, place: &mut Place, ty: TypeId, span: Span) -> Option<Expr> {
        let node = |kind| Expr { kind, ty, span };
        if matches!(place, Place::Blank | Place::MapIndex { .. }) {
            return None;
        }
        self.place(place);
        Some(match place.clone() {
            Place::Local(local) => node(ExprKind::Local(local)),
            Place::Global(global) => node(ExprKind::Global(global)),
            Place::Deref(pointer) => self.hold("$to", node(ExprKind::Deref(pointer))),
            Place::Field { base, field } => self.hold("$to", node(ExprKind::Field { base, field })),
            Place::Index { base, index, bounds } => {
                self.hold("$to", node(ExprKind::Index { base, index, bounds }))
            }
            Place::Blank | Place::MapIndex { .. } => return None,
        })
    }
}

/// Declarations of variables with a value each.
fn declarations(
    locals: Vec<LocalId>,
    values: impl IntoIterator<Item = Option<Expr>>,
    span: Span,
) -> Vec<Stmt> {
    let pairs = locals.into_iter().zip(values);
    let lets = pairs.map(|(local, init)| Stmt {
        kind: StmtKind::Let { local, init },
        span,
    });
    lets.collect()
}

pub(super) fn mentions(expr: &Expr, local: LocalId) -> bool {
    let mut found = false;
    visit::each_expr(expr, &mut |part| {
        found |= matches!(part.kind, ExprKind::Local(other) if other == local);
    });
    found
}
