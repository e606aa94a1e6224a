//! Intervals of all variables of a program.
//!
//! First those are found that grow slowly ([`super::linear`]), then those that are never negative; what is found is
//! narrowed to the values that definitions give.

use super::form::{Form, Interval, LENGTH, Var, arith, fitting, full, hull, shift, within};
use super::linear::{GRADES, Linear, NONE};
use super::read::{Counted, Definition, Definitions};
use super::vars::Vars;
use crate::ir::{ArithOp, CompareOp, IntKind, IntRepr, ShiftOp};
use rustc_hash::FxHashMap;

/// Loop counters that lie within this are not looked at as variables.
const COUNTED: i128 = 1 << 50;
/// How often intervals are computed anew from those found before.
const ROUNDS: usize = 3;

/// What is known of variables.
pub(super) struct Facts {
    kinds: Vec<Option<IntKind>>,
    /// Which variables are slices and strings.
    is_length: Vec<bool>,
    pub(super) known: Vec<Interval>,
    /// Which slices begin where their backing arrays do.
    begins: Vec<bool>,
}

impl Facts {
    pub(super) fn of(vars: &Vars, definitions: &Definitions) -> Facts {
        let kinds = &vars.kinds;
        let all = kinds.iter().zip(&vars.is_length);
        let known = all
            .map(|(kind, &is_length)| match kind {
                Some(_) if is_length => (0, LENGTH),
                Some(kind) => full(*kind),
                None => (0, 0),
            })
            .collect();
        let mut facts = Facts {
            kinds: kinds.clone(),
            is_length: vars.is_length.clone(),
            known,
            begins: vars.is_length.clone(),
        };
        let solver = Solver::new(kinds, definitions);
        solver.begins(&mut facts);
        let mut counters = 0;
        for round in 0..ROUNDS {
            let found = facts.counters(definitions);
            if round > 1 && found.len() == counters {
                break;
            }
            counters = found.len();
            solver.linear(&mut facts, &found);
            solver.signs(&mut facts, &found);
            for _ in 0..ROUNDS {
                solver.narrow(&mut facts);
            }
        }
        facts
    }

    pub(super) fn is_number(&self, var: Var) -> bool {
        self.interval(&Form::Var(var)).is_some()
            && !self.is_length[var.0 as usize]
            && self.kinds[var.0 as usize].is_some_and(|kind| kind.repr() != IntRepr::BigInt)
    }

    pub(super) fn interval(&self, form: &Form) -> Option<Interval> {
        match form {
            Form::Known(known) => Some(*known),
            Form::Var(var) => {
                let kind = self.kinds[var.0 as usize]?;
                fitting(kind, Some(self.known[var.0 as usize]))
            }
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
            Form::Length(operand) => {
                let (low, high) = self.interval(operand).unwrap_or((0, LENGTH));
                let fits = (low.max(0), high.min(LENGTH));
                Some(if fits.0 <= fits.1 { fits } else { (0, LENGTH) })
            }
            Form::Part { length, .. } => self.interval(length),
            Form::Unknown => None,
        }
    }

    /// Whether a variable only ever holds slices that begin where their backing arrays do.
    pub(super) fn begins(&self, var: Var) -> bool {
        self.begins[var.0 as usize]
    }

    /// What a definition gives its variable.
    fn given(&self, var: Var, kind: IntKind, definition: &Definition) -> Option<Interval> {
        match definition {
            Definition::Unknown => None,
            Definition::Value(form) => self.interval(form),
            Definition::Op(op, form) => {
                let (left, right) = (self.interval(&Form::Var(var)), self.interval(form));
                let exact = match op {
                    ArithOp::Shl => shift(ShiftOp::Left, left, right),
                    ArithOp::Shr => shift(ShiftOp::Right, left, right),
                    _ => arith(*op, left, right, kind.is_signed()),
                };
                fitting(kind, exact)
            }
        }
    }

    /// Intervals of loop counters that nothing but their loop's head changes.
    fn counters(&self, definitions: &Definitions) -> FxHashMap<Var, Interval> {
        let mut counters = FxHashMap::default();
        for counted in &definitions.counted {
            let index = counted.var.0 as usize;
            let Some(kind) = self.kinds[index].filter(|_| definitions.of[index].len() == 2) else {
                continue;
            };
            if let Some(interval) = self.counter(counted)
                && within(interval, full(kind))
                && within(interval, (-COUNTED, COUNTED))
            {
                counters.insert(counted.var, interval);
            }
        }
        counters
    }

    /// The bound may be any number each time that the loop looks at it.
    fn counter(&self, counted: &Counted) -> Option<Interval> {
        let init = self.interval(&counted.init)?;
        let bound = self.interval(&counted.bound)?;
        let step = self.interval(&counted.step).filter(|step| step.0 >= 0)?;
        match (counted.op, counted.is_up) {
            (CompareOp::Less, true) => Some((init.0, init.1.max(bound.1 - 1 + step.1))),
            (CompareOp::LessEqual, true) => Some((init.0, init.1.max(bound.1 + step.1))),
            (CompareOp::Greater, false) => Some((init.0.min(bound.0 + 1 - step.1), init.1)),
            (CompareOp::GreaterEqual, false) => Some((init.0.min(bound.0 - step.1), init.1)),
            _ => None,
        }
    }
}

struct Solver<'a> {
    kinds: &'a [Option<IntKind>],
    definitions: &'a [Vec<Definition>],
    /// By variable: whose definitions speak of it.
    readers: Vec<Vec<Var>>,
}

impl<'a> Solver<'a> {
    fn new(kinds: &'a [Option<IntKind>], definitions: &'a Definitions) -> Solver<'a> {
        let mut readers = vec![Vec::new(); kinds.len()];
        for (index, list) in definitions.of.iter().enumerate() {
            for definition in list {
                if let Definition::Value(form) | Definition::Op(_, form) = definition {
                    form.each_var(&mut |var| readers[var.0 as usize].push(Var(index as u32)));
                }
            }
        }
        Solver {
            kinds,
            definitions: &definitions.of,
            readers,
        }
    }

    /// The kind of a variable all of whose definitions are known.
    fn candidate(&self, var: Var) -> Option<IntKind> {
        let definitions = &self.definitions[var.0 as usize];
        let is_known = !definitions.is_empty()
            && !definitions
                .iter()
                .any(|definition| matches!(definition, Definition::Unknown));
        self.kinds[var.0 as usize].filter(|_| is_known)
    }

    fn vars(&self) -> impl Iterator<Item = Var> {
        (0..self.kinds.len() as u32).map(Var)
    }

    /// Takes back assumptions until none is contradicted: `keeps` tells whether one holds under the others.
    fn settle(
        &self,
        facts: &mut Facts,
        mut work: Vec<Var>,
        take_back: impl Fn(&mut Facts, Var) -> bool,
        keeps: impl Fn(&Facts, Var) -> bool,
    ) {
        while let Some(var) = work.pop() {
            if !keeps(facts, var) && take_back(facts, var) {
                work.extend(&self.readers[var.0 as usize]);
            }
        }
    }

    /// Assumes that all slices begin where their backing arrays do, and takes that back where a definition need
    /// not give one that does.
    fn begins(&self, facts: &mut Facts) {
        let slices = self
            .vars()
            .filter(|var| facts.is_length[var.0 as usize])
            .collect();
        self.settle(
            facts,
            slices,
            |facts, var| std::mem::take(&mut facts.begins[var.0 as usize]),
            |facts, var| {
                let definitions = &self.definitions[var.0 as usize];
                !definitions.is_empty()
                    && definitions.iter().all(|definition| match definition {
                        Definition::Value(form) => form.begins(&|var| facts.begins[var.0 as usize]),
                        Definition::Op(..) | Definition::Unknown => false,
                    })
            },
        );
    }

    /// Assumes that all candidates are linear, and of the lowest grade, and gives those a higher one, or none, that
    /// have a definition that does not agree, until all do.
    fn linear(&self, facts: &mut Facts, counters: &FxHashMap<Var, Interval>) {
        let before = facts.known.clone();
        let narrowed = |var: Var, limit: Interval| {
            let old = before[var.0 as usize];
            (old.0.max(limit.0), old.1.min(limit.1))
        };
        let mut grades = vec![NONE; self.kinds.len()];
        let mut work = Vec::new();
        for var in self.vars() {
            let Some(kind) = self.candidate(var) else { continue };
            let limit = match counters.get(&var) {
                Some(counter) => *counter,
                None if kind.repr() != IntRepr::Mixed => continue,
                None => {
                    grades[var.0 as usize] = 0;
                    work.push(var);
                    GRADES[0].limits(kind)
                }
            };
            facts.known[var.0 as usize] = narrowed(var, limit);
        }
        while let Some(var) = work.pop() {
            let index = var.0 as usize;
            let grade = grades[index];
            let linear = Linear {
                facts,
                grades: &grades,
                counters,
                grade,
            };
            let Some(kind) = self.kinds[index].filter(|_| grade != NONE) else {
                continue;
            };
            if self.is_linear_var(&linear, var, kind) {
                continue;
            }
            grades[index] = grade + 1;
            facts.known[index] = match GRADES.get(usize::from(grade + 1)) {
                Some(next) => narrowed(var, next.limits(kind)),
                None => before[index],
            };
            work.push(var);
            work.extend(&self.readers[index]);
        }
    }

    fn is_linear_var(&self, linear: &Linear, var: Var, kind: IntKind) -> bool {
        self.definitions[var.0 as usize]
            .iter()
            .all(|definition| match definition {
                Definition::Unknown => false,
                Definition::Value(form) => linear.keeps(form),
                Definition::Op(op, form) => linear.keeps(&operation(*op, kind, var, form)),
            })
    }

    /// Assumes that no number is negative, and takes that back where a definition may be.
    fn signs(&self, facts: &mut Facts, counters: &FxHashMap<Var, Interval>) {
        let before = facts.known.clone();
        let mut assumed = Vec::new();
        for var in self.vars() {
            let is_number = self.candidate(var).is_some_and(|kind| {
                kind.is_signed() && fitting(kind, Some(before[var.0 as usize])).is_some()
            });
            if is_number && before[var.0 as usize].0 < 0 && !counters.contains_key(&var) {
                facts.known[var.0 as usize].0 = 0;
                facts.known[var.0 as usize].1 = before[var.0 as usize].1.max(0);
                assumed.push(var);
            }
        }
        self.settle(
            facts,
            assumed,
            |facts, var| {
                let changes = facts.known[var.0 as usize] != before[var.0 as usize];
                facts.known[var.0 as usize] = before[var.0 as usize];
                changes
            },
            |facts, var| {
                self.candidate(var).is_some_and(|kind| {
                    self.definitions[var.0 as usize].iter().all(|definition| {
                        facts
                            .given(var, kind, definition)
                            .is_some_and(|given| given.0 >= 0)
                    })
                })
            },
        );
    }

    /// A variable has only values that a definition gives it.
    fn narrow(&self, facts: &mut Facts) {
        for var in self.vars() {
            let Some(kind) = self.candidate(var) else { continue };
            let mut given = None;
            for definition in &self.definitions[var.0 as usize] {
                let Some(value) = facts.given(var, kind, definition) else {
                    given = None;
                    break;
                };
                given = Some(given.map_or(value, |others| hull(others, value)));
            }
            if let Some(given) = given {
                let old = facts.known[var.0 as usize];
                let new = (old.0.max(given.0), old.1.min(given.1));
                if new.0 <= new.1 {
                    facts.known[var.0 as usize] = new;
                }
            }
        }
    }
}

/// `var op form`
fn operation(op: ArithOp, kind: IntKind, var: Var, form: &Form) -> Form {
    let left = Box::new(Form::Var(var));
    let right = Box::new(form.clone());
    let op = match op {
        ArithOp::Shl => ShiftOp::Left,
        ArithOp::Shr => ShiftOp::Right,
        _ => {
            return Form::Arith {
                op,
                kind,
                left,
                right,
            };
        }
    };
    Form::Shift {
        op,
        kind,
        left,
        count: right,
    }
}
