//! The values of literals. The lexer has checked their form.

use super::Value;
use super::float::scaled_power;
use goes_syntax::ast::LitKind;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

/// The value of a literal; `None` if it is malformed or too large.
pub fn from_literal(kind: LitKind, text: &str) -> Option<Value> {
    match kind {
        LitKind::Int => int(text).map(Value::Int),
        LitKind::Float => float(text),
        LitKind::Imaginary => {
            let digits = text.strip_suffix('i')?;
            Some(Value::complex(BigRational::zero(), imaginary(digits)?))
        }
        LitKind::Rune => {
            let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
            match escape(inner.as_bytes(), b'\'')? {
                (Unit::Char(char), _) => Some(Value::int(u32::from(char))),
                (Unit::Byte(byte), _) => Some(Value::int(byte)),
            }
        }
        LitKind::String => unquote(text).map(|bytes| Value::String(bytes.into())),
    }
}

/// spec: "For backward compatibility, an imaginary literal's integer part consisting entirely of decimal
/// digits (and possibly underscores) is considered a decimal integer, even if it starts with a leading 0."
fn imaginary(digits: &str) -> Option<BigRational> {
    if digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') {
        return parse_radix(digits, 10).map(BigRational::from_integer);
    }
    match int(digits) {
        Some(value) => Some(BigRational::from_integer(value)),
        None => {
            let value = float(digits)?;
            let is_tiny = || super::scaled::Scaled::of(&value).is_some_and(|value| value.is_tiny());
            value.to_rational().or_else(|| is_tiny().then(BigRational::zero))
        }
    }
}

fn int(text: &str) -> Option<BigInt> {
    if text.len() < 19
        && !text.starts_with('0')
        && let Ok(small) = text.parse::<u64>()
    {
        return Some(small.into());
    }
    if text == "0" {
        return Some(BigInt::zero());
    }
    match text.get(..2).map(str::as_bytes) {
        Some([b'0', b'x' | b'X']) => parse_radix(&text[2..], 16),
        Some([b'0', b'o' | b'O']) => parse_radix(&text[2..], 8),
        Some([b'0', b'b' | b'B']) => parse_radix(&text[2..], 2),
        Some([b'0', _]) => parse_radix(&text[1..], 8),
        _ => parse_radix(text, 10),
    }
}

fn parse_radix(digits: &str, radix: u32) -> Option<BigInt> {
    let digits: Vec<u8> = digits.bytes().filter(|&byte| byte != b'_').collect();
    BigInt::parse_bytes(&digits, radix)
}

/// A decimal or hexadecimal floating-point literal.
fn float(text: &str) -> Option<Value> {
    let text: String = text.chars().filter(|&char| char != '_').collect();
    let hex = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    let digits = hex.unwrap_or(&text);
    let marker = if hex.is_some() { ['p', 'P'] } else { ['e', 'E'] };
    let (mantissa, exponent) = match digits.split_once(marker) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (digits, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let value = BigInt::parse_bytes(all.as_bytes(), if hex.is_some() { 16 } else { 10 })?;
    Some(if hex.is_some() {
        scaled_power(value, 2, exponent - 4 * fraction.len() as i64)
    } else {
        scaled_power(value, 10, exponent - fraction.len() as i64)
    })
}

/// Exponents beyond any use are cut off, so that sums with them do not overflow.
fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse::<i64>().unwrap_or(i64::MAX).min(1 << 40);
    Some(if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    })
}

/// The bytes of a string literal, interpreted or raw.
pub fn unquote(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        // spec: "Carriage return characters ('\r') inside raw string literals are discarded".
        let raw = raw.strip_suffix('`')?;
        return Some(raw.bytes().filter(|&byte| byte != b'\r').collect());
    }
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(inner.as_bytes().to_vec());
    }
    let mut rest = inner.as_bytes();
    let mut bytes = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        if rest[0] != b'\\' {
            let end = rest.iter().position(|&byte| byte == b'\\').unwrap_or(rest.len());
            bytes.extend_from_slice(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let (unit, length) = escape(rest, b'"')?;
        match unit {
            Unit::Char(char) => bytes.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
            Unit::Byte(byte) => bytes.push(byte),
        }
        rest = &rest[length..];
    }
    Some(bytes)
}

/// spec: "\nnn and \xnn escapes represent individual bytes of the resulting string; all other escapes
/// represent the [...] UTF-8 encoding of individual characters".
enum Unit {
    Char(char),
    Byte(u8),
}

/// The first character or escape of `text`, and its length.
fn escape(text: &[u8], quote: u8) -> Option<(Unit, usize)> {
    if text.first() != Some(&b'\\') {
        let char = str::from_utf8(text).ok()?.chars().next()?;
        return Some((Unit::Char(char), char.len_utf8()));
    }
    let number = |start: usize, length: usize, radix: u32| {
        let digits = str::from_utf8(text.get(start..start + length)?).ok()?;
        u32::from_str_radix(digits, radix).ok()
    };
    let simple = |char: char| Some((Unit::Char(char), 2));
    match *text.get(1)? {
        b'a' => simple('\x07'),
        b'b' => simple('\x08'),
        b'f' => simple('\x0c'),
        b'n' => simple('\n'),
        b'r' => simple('\r'),
        b't' => simple('\t'),
        b'v' => simple('\x0b'),
        b'\\' => simple('\\'),
        byte if byte == quote => simple(char::from(byte)),
        b'x' => Some((Unit::Byte(u8::try_from(number(2, 2, 16)?).ok()?), 4)),
        b'u' => Some((Unit::Char(char::from_u32(number(2, 4, 16)?)?), 6)),
        b'U' => Some((Unit::Char(char::from_u32(number(2, 8, 16)?)?), 10)),
        b'0'..=b'7' => Some((Unit::Byte(u8::try_from(number(1, 3, 8)?).ok()?), 4)),
        _ => None,
    }
}
