//! Floating-point numbers whose exponents are too large for fractions.

use super::{Value, float};
use goes_syntax::ast::BinaryOp;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Zero};
use std::cmp::Ordering;

/// Bits that are kept of the mantissa. spec: "Represent floating-point constants [...] with a mantissa of
/// at least 256 bits and a signed binary exponent of at least 16 bits."
const PRECISION: u64 = 640;
/// Like gc's, exponents fit in 32 bits.
const MAX_EXPONENT: i64 = 1 << 31;

/// `mantissa * 2^exponent`, rounded. Not zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaled {
    mantissa: BigInt,
    exponent: i64,
}

impl Scaled {
    fn new(mantissa: BigInt, exponent: i64) -> Scaled {
        let extra = mantissa.bits().saturating_sub(PRECISION);
        Scaled {
            mantissa: mantissa >> extra,
            exponent: exponent + extra as i64,
        }
    }

    fn of_rational(value: &BigRational) -> Scaled {
        let shift = (PRECISION + value.denom().bits()).saturating_sub(value.numer().bits());
        Scaled::new((value.numer() << shift).div_floor(value.denom()), -(shift as i64))
    }

    /// `None` for what is not a real number.
    pub(super) fn of(value: &Value) -> Option<Scaled> {
        match value {
            Value::Huge(value) => Some((**value).clone()),
            _ => value.to_rational().as_ref().map(Scaled::of_rational),
        }
    }

    /// Whether it is less than any fraction that is represented.
    pub(super) fn is_tiny(&self) -> bool {
        self.exponent + (self.mantissa.bits() as i64) < -(float::MAX_EXPONENT as i64)
    }

    /// `mantissa * base^exponent`
    pub(super) fn power(mantissa: BigInt, base: u32, exponent: i64) -> Value {
        let digits_exponent = exponent.clamp(-MAX_EXPONENT, MAX_EXPONENT);
        let (mut power, mut square) = (Scaled::new(BigInt::one(), 0), Scaled::new(BigInt::from(base), 0));
        let mut rest = digits_exponent.unsigned_abs();
        while rest > 0 {
            if rest % 2 == 1 {
                power = power.times(&square);
            }
            square = square.times(&square);
            rest /= 2;
        }
        let mantissa = Scaled::new(mantissa, 0);
        if exponent < 0 {
            mantissa.over(&power).value()
        } else {
            mantissa.times(&power).value()
        }
    }

    fn times(&self, other: &Scaled) -> Scaled {
        Scaled::new(
            &self.mantissa * &other.mantissa,
            self.exponent.saturating_add(other.exponent),
        )
    }

    fn over(&self, other: &Scaled) -> Scaled {
        let shift = PRECISION + other.mantissa.bits();
        let quotient = (&self.mantissa << shift).div_floor(&other.mantissa);
        Scaled::new(
            quotient,
            self.exponent
                .saturating_sub(other.exponent)
                .saturating_sub(shift as i64),
        )
    }

    /// The exponent of the leading bit.
    fn magnitude(&self) -> i64 {
        self.exponent.saturating_add(self.mantissa.bits() as i64)
    }

    fn plus(&self, other: &Scaled) -> Scaled {
        let (large, small) = if self.magnitude() >= other.magnitude() {
            (self, other)
        } else {
            (other, self)
        };
        let distance = large.magnitude().saturating_sub(small.magnitude());
        if small.mantissa.is_zero() || distance > PRECISION as i64 {
            return large.clone();
        }
        let exponent = large.exponent.min(small.exponent);
        let align = |value: &Scaled| &value.mantissa << (value.exponent - exponent) as u64;
        Scaled::new(align(large) + align(small), exponent)
    }

    pub(super) fn negated(&self) -> Scaled {
        Scaled {
            mantissa: -&self.mantissa,
            exponent: self.exponent,
        }
    }

    pub(super) fn is_negative(&self) -> bool {
        self.mantissa.sign() == Sign::Minus
    }

    /// Larger than any number of a floating-point type, rather than smaller.
    pub(super) fn is_large(&self) -> bool {
        self.magnitude() > 0
    }

    pub(super) fn binary(op: BinaryOp, x: &Scaled, y: &Scaled) -> Value {
        match op {
            BinaryOp::Add => x.plus(y).value(),
            BinaryOp::Sub => x.plus(&y.negated()).value(),
            BinaryOp::Mul => x.times(y).value(),
            BinaryOp::Div if !y.mantissa.is_zero() => x.over(y).value(),
            _ => Value::Unknown,
        }
    }

    pub(super) fn compare(&self, other: &Scaled) -> Ordering {
        self.plus(&other.negated()).mantissa.sign().cmp(&Sign::NoSign)
    }

    /// The number in the form that suits its size; `Unknown` if it is too large for any.
    pub(super) fn value(self) -> Value {
        let magnitude = self.magnitude();
        if self.mantissa.is_zero() || magnitude < -MAX_EXPONENT {
            return Value::float(BigRational::zero());
        }
        if magnitude > MAX_EXPONENT {
            return Value::Unknown;
        }
        if magnitude.unsigned_abs() <= float::MAX_EXPONENT {
            return Value::float(float::power_of_two_fraction(self.mantissa, self.exponent));
        }
        Value::Huge(std::sync::Arc::new(self))
    }

    /// Decimal logarithm of the absolute value.
    pub(super) fn log10(&self) -> f64 {
        let shift = self.mantissa.bits().saturating_sub(64);
        let leading = u64::try_from(self.mantissa.magnitude() >> shift).unwrap_or(1);
        let log2 = (leading as f64).log2() + shift as f64 + self.exponent as f64;
        log2 * std::f64::consts::LOG10_2
    }

    pub(super) fn from_large_rational(value: &BigRational) -> Value {
        Scaled::of_rational(value).value()
    }
}
