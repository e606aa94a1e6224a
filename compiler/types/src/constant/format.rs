//! Constants as gc prints them in messages.

use super::{Value, float};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::fmt;

/// Longer strings are cut.
const MAX_STRING: usize = 72;

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Unknown => f.write_str("unknown"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::String(bytes) => f.write_str(&shortened(&quote(bytes))),
            Value::Int(value) => write!(f, "{value}"),
            Value::Float(value) => f.write_str(&rational(value)),
            Value::Huge(value) => f.write_str(&decimal(value.log10(), value.is_negative())),
            Value::Complex(parts) => write!(f, "({} + {}i)", rational(&parts.0), rational(&parts.1)),
        }
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_STRING {
        return text.to_string();
    }
    text.chars().take(MAX_STRING - 3).chain("...".chars()).collect()
}

/// A string as a Go literal.
pub(crate) fn quote(bytes: &[u8]) -> String {
    let mut out = String::from("\"");
    for chunk in bytes.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0c' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x0b' => out.push_str("\\v"),
                char if (char as u32) < 0x20 || char as u32 == 0x7f => {
                    out.push_str(&format!("\\x{:02x}", char as u32));
                }
                char if !char.is_control() => out.push(char),
                char if (char as u32) < 0x10000 => out.push_str(&format!("\\u{:04x}", char as u32)),
                char => out.push_str(&format!("\\U{:08x}", char as u32)),
            }
        }
        for byte in chunk.invalid() {
            out.push_str(&format!("\\x{byte:02x}"));
        }
    }
    out.push('"');
    out
}

/// Six significant digits, as `%.6g` prints them.
fn rational(value: &BigRational) -> String {
    let approximation = float::to_f64(value);
    if approximation.is_finite() && (approximation != 0.0 || value.is_zero()) {
        let text = general(&format!("{approximation:.5e}"));
        // An integer's looks would deceive.
        if !value.is_integer() && !text.contains('.') {
            return general(&format!("{approximation:e}"));
        }
        return text;
    }
    beyond_f64(value)
}

/// Rust's `d.ddde-7` as C's `%g`: trailing zeros go, moderate exponents too.
fn general(scientific: &str) -> String {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa
        .strip_prefix('-')
        .map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    if !(-4..6).contains(&exponent) && digits != "0" {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{first}{point}{rest}e{exponent_sign}{:02}", exponent.abs());
    }
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat(-exponent as usize - 1));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// Numbers that no `float64` comes near: through their decimal logarithm.
fn beyond_f64(value: &BigRational) -> String {
    let log2 = |int: &num_bigint::BigUint| {
        let shift = int.bits().saturating_sub(64);
        (int >> shift).to_f64().unwrap_or(1.0).log2() + shift as f64
    };
    let log10 =
        (log2(value.numer().magnitude()) - log2(value.denom().magnitude())) * std::f64::consts::LOG10_2;
    decimal(log10, value.is_negative())
}

/// The number whose absolute value has the given decimal logarithm.
fn decimal(log10: f64, is_negative: bool) -> String {
    let exponent = log10.floor();
    let mantissa = general(&format!("{:.5e}", 10f64.powf(log10 - exponent)));
    let sign = if is_negative { "-" } else { "" };
    let exponent_sign = if exponent < 0.0 { '-' } else { '+' };
    format!("{sign}{mantissa}e{exponent_sign}{}", exponent.abs())
}
