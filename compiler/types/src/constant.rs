//! Constant values: exact, of any size.
//!
//! spec: "Numeric constants represent exact values of arbitrary precision and do not overflow."

mod arithmetic;
mod float;
mod format;
mod literal;
mod scaled;
mod text;

use crate::types::BasicKind;
use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::sync::Arc;

pub use arithmetic::{binary, compare, shift, unary};
pub use literal::{from_literal, unquote};
pub use scaled::Scaled;
pub use text::Text;

/// The value of a constant expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The constant's error has been reported.
    Unknown,
    Bool(bool),
    /// Bytes: spec: "A string value is a (possibly empty) sequence of bytes."
    String(Text),
    /// An integer. Small ones are by far the most frequent.
    Int(BigInt),
    /// A rational; exact.
    Float(Arc<BigRational>),
    /// A floating-point number far outside of the range of all types: only operations on constants can make
    /// something of it.
    Huge(Arc<Scaled>),
    /// Real and imaginary part.
    Complex(Arc<(BigRational, BigRational)>),
}

impl Value {
    pub fn int(value: impl Into<BigInt>) -> Value {
        Value::Int(value.into())
    }

    pub fn string(value: &str) -> Value {
        Value::String(value.as_bytes().to_vec().into())
    }

    pub fn float(value: BigRational) -> Value {
        match float::bounded(&value) {
            None => Scaled::from_large_rational(&value),
            Some(Some(rounded)) => Value::Float(Arc::new(rounded)),
            Some(None) => Value::Float(Arc::new(value)),
        }
    }

    pub fn complex(re: BigRational, im: BigRational) -> Value {
        match (Value::float(re), Value::float(im)) {
            (Value::Float(re), Value::Float(im)) => {
                Value::Complex(Arc::new((Arc::unwrap_or_clone(re), Arc::unwrap_or_clone(im))))
            }
            _ => Value::Unknown,
        }
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown)
    }

    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self {
            Some(*value)
        } else {
            None
        }
    }

    pub fn as_bytes(&self) -> Option<&[u8]> {
        if let Value::String(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// The value of an integer that fits; other kinds of numbers are not converted.
    pub fn as_i64(&self) -> Option<i64> {
        if let Value::Int(value) = self {
            value.to_i64()
        } else {
            None
        }
    }

    /// The value of an integer that fits; other kinds of numbers are not converted.
    pub fn as_u64(&self) -> Option<u64> {
        if let Value::Int(value) = self {
            value.to_u64()
        } else {
            None
        }
    }

    /// The same number as an [`Value::Int`], if it is an integer; `Unknown` otherwise.
    pub fn to_int(&self) -> Value {
        match self {
            Value::Int(_) => self.clone(),
            Value::Float(value) if value.is_integer() => Value::Int(value.to_integer()),
            Value::Complex(parts) if parts.1.is_zero() && parts.0.is_integer() => {
                Value::Int(parts.0.to_integer())
            }
            _ => Value::Unknown,
        }
    }

    /// The same number as a [`Value::Float`], if it has no imaginary part; `Unknown` otherwise.
    pub fn to_float(&self) -> Value {
        match self {
            Value::Float(_) | Value::Huge(_) => self.clone(),
            _ => self
                .to_rational()
                .map_or(Value::Unknown, |value| Value::Float(Arc::new(value))),
        }
    }

    /// The same number as a [`Value::Complex`]; `Unknown` for what is not a number.
    pub fn to_complex(&self) -> Value {
        match self {
            Value::Complex(_) => self.clone(),
            _ => self.to_rational().map_or(Value::Unknown, |value| {
                Value::Complex(Arc::new((value, BigRational::zero())))
            }),
        }
    }

    /// The number as a fraction, if it has no imaginary part.
    pub fn to_rational(&self) -> Option<BigRational> {
        match self {
            Value::Int(value) => Some(BigRational::new_raw(value.clone(), BigInt::one())),
            Value::Float(value) => Some((**value).clone()),
            Value::Complex(parts) if parts.1.is_zero() => Some(parts.0.clone()),
            _ => None,
        }
    }

    /// The nearest `float64`; infinite where it is too large. `None` for what is not a real number.
    pub fn to_f64(&self) -> Option<f64> {
        match self {
            Value::Int(value) => Some(float::to_f64(&BigRational::from_integer(value.clone()))),
            Value::Float(value) => Some(float::to_f64(value)),
            Value::Huge(value) => {
                let magnitude = if value.is_large() { f64::INFINITY } else { 0.0 };
                Some(if value.is_negative() {
                    -magnitude
                } else {
                    magnitude
                })
            }
            _ => self.to_rational().as_ref().map(float::to_f64),
        }
    }

    /// The real part of a number.
    pub fn real(&self) -> Value {
        match self {
            Value::Complex(parts) => Value::Float(Arc::new(parts.0.clone())),
            Value::Int(_) | Value::Float(_) | Value::Huge(_) => self.clone(),
            _ => Value::Unknown,
        }
    }

    /// The imaginary part of a number.
    pub fn imag(&self) -> Value {
        match self {
            Value::Complex(parts) => Value::Float(Arc::new(parts.1.clone())),
            Value::Int(_) | Value::Float(_) | Value::Huge(_) => Value::Int(BigInt::zero()),
            _ => Value::Unknown,
        }
    }

    /// Is it a number, and zero?
    pub fn is_zero(&self) -> bool {
        match self {
            Value::Int(value) => value.is_zero(),
            Value::Float(value) => value.is_zero(),
            Value::Complex(parts) => parts.0.is_zero() && parts.1.is_zero(),
            _ => false,
        }
    }

    /// Is it a real number below zero?
    pub fn is_negative(&self) -> bool {
        match self {
            Value::Int(value) => value.is_negative(),
            Value::Float(value) => value.is_negative(),
            Value::Huge(value) => value.is_negative(),
            _ => false,
        }
    }

    /// The number of bits of an integer's absolute value.
    pub fn bit_len(&self) -> u64 {
        if let Value::Int(value) = self {
            value.bits()
        } else {
            0
        }
    }

    /// The value as a constant of type `kind`, rounded to it; `None` if it does not fit.
    ///
    /// spec: "A constant x is representable by a value of type T [...] if one of the following
    /// conditions applies: x is in the set of values determined by T; T is a floating-point type and x
    /// can be rounded to T's precision without overflow; [...]"
    pub fn represent(&self, kind: BasicKind) -> Option<Value> {
        use BasicKind as K;
        if self.is_unknown() {
            return Some(Value::Unknown);
        }
        match kind {
            K::Int | K::Int8 | K::Int16 | K::Int32 | K::Int64 => self.represent_signed(int_bits(kind)),
            K::Uint | K::Uint8 | K::Uint16 | K::Uint32 | K::Uint64 | K::Uintptr => {
                self.represent_unsigned(int_bits(kind))
            }
            K::UntypedInt | K::UntypedRune => known(self.to_int()),
            K::Float32 | K::Float64 => {
                if let Value::Huge(value) = self {
                    return (!value.is_large()).then(|| Value::float(BigRational::zero()));
                }
                let value = float::round(&self.to_rational()?, kind == K::Float32)?;
                Some(Value::Float(Arc::new(value)))
            }
            K::UntypedFloat => known(self.to_float()),
            K::Complex64 | K::Complex128 => {
                let Value::Complex(parts) = self.to_complex() else {
                    return None;
                };
                let is_single = kind == K::Complex64;
                let (re, im) = (
                    float::round(&parts.0, is_single)?,
                    float::round(&parts.1, is_single)?,
                );
                Some(Value::Complex(Arc::new((re, im))))
            }
            K::UntypedComplex => known(self.to_complex()),
            K::String | K::UntypedString => matches!(self, Value::String(_)).then(|| self.clone()),
            K::Bool | K::UntypedBool => matches!(self, Value::Bool(_)).then(|| self.clone()),
            K::UnsafePointer | K::UntypedNil => None,
        }
    }

    fn represent_signed(&self, bits: u64) -> Option<Value> {
        let value = self.to_int();
        let Value::Int(int) = &value else { return None };
        // The absolute value of the smallest number has as many bits as the type.
        let fits = int.bits() < bits
            || int.sign() == Sign::Minus
                && int.bits() == bits
                && int.magnitude().trailing_zeros() == Some(bits - 1);
        fits.then_some(value)
    }

    fn represent_unsigned(&self, bits: u64) -> Option<Value> {
        let value = self.to_int();
        let Value::Int(int) = &value else { return None };
        (int.sign() != Sign::Minus && int.bits() <= bits).then_some(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

/// `Unknown` as `None`.
fn known(value: Value) -> Option<Value> {
    (!value.is_unknown()).then_some(value)
}

/// The width of a sized integer type, in bits.
pub fn int_bits(kind: BasicKind) -> u64 {
    use BasicKind as K;
    match kind {
        K::Int8 | K::Uint8 => 8,
        K::Int16 | K::Uint16 => 16,
        K::Int32 | K::Uint32 => 32,
        _ => 64,
    }
}

/// A total order of rationals that need not be in lowest terms.
fn compare_rationals(x: &BigRational, y: &BigRational) -> Ordering {
    if x.denom() == y.denom() {
        return x.numer().cmp(y.numer());
    }
    (x.numer() * y.denom()).cmp(&(y.numer() * x.denom()))
}

#[cfg(test)]
mod tests;
