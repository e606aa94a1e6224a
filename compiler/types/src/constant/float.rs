//! Rationals as floating-point numbers.

use super::Value;
use super::scaled::Scaled;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

/// Fractions of more bits are rounded to [`PRECISION`]. spec: "Represent floating-point constants [...]
/// with a mantissa of at least 256 bits and a signed binary exponent of at least 16 bits."
const EXACT_BITS: u64 = 4096;
const PRECISION: u64 = 512;
/// No fraction is larger than two to the power of this, nor its reciprocal.
pub(super) const MAX_EXPONENT: u64 = 1 << 16;

/// A number that costs a bounded amount of memory: exact as long as it is of reasonable size, else
/// rounded. `None` if it is no longer fit to be a fraction, `Some(None)` if it may stay as it is.
pub(super) fn bounded(value: &BigRational) -> Option<Option<BigRational>> {
    let (numer_bits, denom_bits) = (value.numer().bits(), value.denom().bits());
    if numer_bits <= EXACT_BITS && denom_bits <= EXACT_BITS {
        return Some(None);
    }
    if numer_bits.abs_diff(denom_bits) > MAX_EXPONENT + 2 {
        return None;
    }
    let shift = denom_bits as i64 - numer_bits as i64 + PRECISION as i64;
    let (numer, denom) = scale(value, shift);
    let mantissa = (numer + (&denom >> 1u32)).div_floor(&denom);
    Some(Some(power_of_two_fraction(mantissa, -shift)))
}

/// `mantissa * 2^exponent`, in lowest terms.
pub(super) fn power_of_two_fraction(mantissa: BigInt, exponent: i64) -> BigRational {
    if exponent >= 0 {
        return BigRational::new_raw(mantissa << exponent as u64, BigInt::one());
    }
    let common = mantissa
        .trailing_zeros()
        .unwrap_or(0)
        .min(exponent.unsigned_abs());
    BigRational::new_raw(
        mantissa >> common,
        BigInt::one() << (exponent.unsigned_abs() - common),
    )
}

/// A quotient, in lowest terms unless it is so large that it will be rounded anyhow.
pub(super) fn quotient(numer: BigInt, denom: BigInt) -> BigRational {
    if denom.is_one() {
        return BigRational::new_raw(numer, denom);
    }
    if numer.bits().max(denom.bits()) > 4 * EXACT_BITS {
        return if denom.is_negative() {
            BigRational::new_raw(-numer, -denom)
        } else {
            BigRational::new_raw(numer, denom)
        };
    }
    BigRational::new(numer, denom)
}

/// Numerator and denominator of `value * 2^shift`.
fn scale(value: &BigRational, shift: i64) -> (BigInt, BigInt) {
    if shift >= 0 {
        (value.numer() << shift as u64, value.denom().clone())
    } else {
        (value.numer().clone(), value.denom() << shift.unsigned_abs())
    }
}

/// The number as it is after conversion to `float32` or `float64`; `None` if that overflows.
pub(super) fn round(value: &BigRational, is_single: bool) -> Option<BigRational> {
    if value.is_integer() && value.numer().bits() <= if is_single { 24 } else { 53 } {
        return Some(value.clone());
    }
    let (mantissa, exponent) = round_to(value, if is_single { SINGLE } else { DOUBLE })?;
    let sign = if value.is_negative() {
        Sign::Minus
    } else {
        Sign::Plus
    };
    let mantissa = BigInt::from_biguint(sign, mantissa.into());
    Some(power_of_two_fraction(mantissa, exponent))
}

/// The nearest `float64`.
pub(super) fn to_f64(value: &BigRational) -> f64 {
    let magnitude = match round_to(value, DOUBLE) {
        None => f64::INFINITY,
        Some((0, _)) => 0.0,
        // Both factors and the product are representable; the power alone may not be.
        Some((mantissa, exponent)) if exponent < -1000 => {
            mantissa as f64 * 2f64.powi(-1000) * 2f64.powi((exponent + 1000) as i32)
        }
        Some((mantissa, exponent)) => mantissa as f64 * 2f64.powi(exponent as i32),
    };
    if value.is_negative() {
        -magnitude
    } else {
        magnitude
    }
}

/// A binary floating-point format of IEEE 754.
#[derive(Copy, Clone)]
struct Format {
    /// Bits of the mantissa, with the implicit one.
    precision: i64,
    min_exponent: i64,
    max_exponent: i64,
}

const SINGLE: Format = Format {
    precision: 24,
    min_exponent: -126,
    max_exponent: 127,
};
const DOUBLE: Format = Format {
    precision: 53,
    min_exponent: -1022,
    max_exponent: 1023,
};

/// The nearest number of a format, ties to even, as mantissa and power of two; `None` if infinite.
fn round_to(value: &BigRational, format: Format) -> Option<(u64, i64)> {
    if value.is_zero() {
        return Some((0, 0));
    }
    // A quotient of at least 64 bits; what is left of it only tells whether it is exact.
    let shift = 65 + value.denom().bits() as i64 - value.numer().bits() as i64;
    let (numer, denom) = scale(value, shift);
    let (quotient, rest) = numer.abs().div_rem(&denom);
    let bits = quotient.bits() as i64;
    let exponent = bits - 1 - shift;
    if exponent > format.max_exponent {
        return None;
    }
    let precision = format.precision - (format.min_exponent - exponent).max(0);
    if precision < 0 {
        return Some((0, 0));
    }
    let drop = (bits - precision) as u64;
    let mut mantissa = u64::try_from(&quotient >> drop).expect("the quotient was cut to 53 bits");
    let is_half = quotient.bit(drop - 1);
    let is_exact = rest.is_zero() && quotient.trailing_zeros().is_none_or(|zeros| zeros >= drop - 1);
    if is_half && (!is_exact || mantissa % 2 == 1) {
        mantissa += 1;
    }
    let scale = drop as i64 - shift;
    if mantissa == 1 << format.precision && exponent == format.max_exponent {
        return None;
    }
    Some((mantissa, scale))
}

/// `mantissa * base^exponent`, exact for moderate exponents.
pub(super) fn scaled_power(mantissa: BigInt, base: u32, exponent: i64) -> Value {
    if mantissa.is_zero() {
        return Value::float(BigRational::zero());
    }
    if exponent.unsigned_abs() > EXACT_BITS / 3 {
        return Scaled::power(mantissa, base, exponent);
    }
    let power = BigInt::from(base).pow(exponent.unsigned_abs() as u32);
    Value::float(if exponent >= 0 {
        BigRational::from_integer(mantissa * power)
    } else {
        quotient(mantissa, power)
    })
}
