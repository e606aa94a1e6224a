//! Which variables grow too slowly to ever leave the safe integers.
//!
//! Let M be the largest magnitude that a *linear* variable, of all in the program, has had so far, and at least
//! [`START`]. A variable is linear if each of its definitions gives it a value that is at most
//!
//! - `START`: constants, lengths, remainders, sums of few of these, whatever has an interval that small; or
//! - M and a step: another linear variable, the larger of two, one with a bounded term added or taken away, the
//!   mean of two; but not the sum of two, which would double.
//!
//! So M grows by at most a step for each assignment that is executed, and a program would have to do nothing else
//! for hours to add up 2^52 (or 2^50 in steps of a counter). That holds whichever way values go from one variable
//! to another, through elements and fields too: no path is looked at. It needs that all definitions are known, and
//! that no operation in them wraps, which the limits of the linear variables in them show.

use super::form::{Form, Interval, Var};
use super::solve::Facts;
use crate::ir::{ArithOp, IntKind, ShiftOp};
use rustc_hash::FxHashMap;

/// Values that do not come from linear variables lie within this.
const START: i128 = 1 << 48;

/// How fast linear variables grow, and what they never reach.
pub(super) struct Grade {
    limit: i128,
    step: i128,
}

/// Counters, of which four together are still safe integers, and sums, of which two are.
pub(super) const GRADES: [Grade; 2] = [
    Grade {
        limit: 1 << 50,
        step: 4,
    },
    Grade {
        limit: (1 << 52) - 1,
        step: 1 << 8,
    },
];
/// In place of a grade: not linear.
pub(super) const NONE: u8 = GRADES.len() as u8;

impl Grade {
    /// All that a linear variable of a kind can be.
    pub(super) fn limits(&self, kind: IntKind) -> Interval {
        (if kind.is_signed() { -self.limit } else { 0 }, self.limit)
    }
}

/// What is assumed of variables.
pub(super) struct Linear<'a> {
    pub(super) facts: &'a Facts,
    /// By variable.
    pub(super) grades: &'a [u8],
    pub(super) counters: &'a FxHashMap<Var, Interval>,
    /// The grade that is asked for.
    pub(super) grade: u8,
}

/// A value is no larger than `weight` (in parts of [`ONE`]) times M, and `added`.
#[derive(Copy, Clone)]
struct Mass {
    weight: i128,
    added: i128,
}

const ONE: i128 = 1 << 16;
const HALF: i128 = ONE / 2;

impl Mass {
    fn and(self, other: Mass) -> Mass {
        Mass {
            weight: self.weight + other.weight,
            added: self.added + other.added,
        }
    }

    fn divided(self, by: i128) -> Mass {
        Mass {
            weight: self.weight / by + i128::from(self.weight % by != 0),
            added: self.added / by + 1,
        }
    }
}

impl Linear<'_> {
    /// Whether a definition keeps a variable linear.
    pub(super) fn keeps(&self, form: &Form) -> bool {
        if let Form::Either(a, b) = form {
            return self.keeps(a) && self.keeps(b);
        }
        self.mass(form).is_some_and(|mass| match mass.weight {
            0 => mass.added <= START,
            // As M is no less than START, this is no more than M.
            1..=HALF => mass.added <= START / 2,
            weight => weight <= ONE && mass.added <= GRADES[usize::from(self.grade)].step,
        })
    }

    /// `None` where an operation may wrap.
    fn mass(&self, form: &Form) -> Option<Mass> {
        let interval = self.facts.interval(form)?;
        let added = interval.0.abs().max(interval.1.abs());
        if added <= START {
            return Some(Mass { weight: 0, added });
        }
        let is_positive = |form: &Form| self.facts.interval(form).is_some_and(|interval| interval.0 >= 0);
        match form {
            Form::Var(var) => {
                let is_linear = self.grades[var.0 as usize] <= self.grade || self.counters.contains_key(var);
                is_linear.then_some(Mass {
                    weight: ONE,
                    added: 0,
                })
            }
            Form::Arith { op, left, right, .. } => match op {
                ArithOp::Add | ArithOp::Sub => Some(self.mass(left)?.and(self.mass(right)?)),
                ArithOp::Div => {
                    let divisor = self.facts.interval(right).filter(|divisor| divisor.0 > 0)?;
                    Some(self.mass(left)?.divided(divisor.0))
                }
                // No larger than either operand.
                ArithOp::Rem => self.mass(left).or_else(|| self.mass(right)),
                ArithOp::And | ArithOp::AndNot if is_positive(left) => self.mass(left),
                ArithOp::And if is_positive(right) => self.mass(right),
                _ => None,
            },
            Form::Shift {
                op: ShiftOp::Right,
                left,
                count,
                ..
            } => {
                let least = self.facts.interval(count).map_or(0, |count| count.0.clamp(0, 62));
                Some(self.mass(left)?.divided(1 << least))
            }
            Form::Either(a, b) => {
                let (a, b) = (self.mass(a)?, self.mass(b)?);
                Some(Mass {
                    weight: a.weight.max(b.weight),
                    added: a.added.max(b.added),
                })
            }
            Form::Negate(_, operand) | Form::Convert(_, operand) => self.mass(operand),
            Form::Complement(_, operand) => Some(self.mass(operand)?.and(Mass { weight: 0, added: 1 })),
            Form::Known(_) | Form::Shift { .. } | Form::Length(_) | Form::Part { .. } | Form::Unknown => None,
        }
    }
}
