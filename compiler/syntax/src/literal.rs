//! Literals: what is wrong with them, and what they mean.

use crate::lexer::go_char;
use crate::token::TokenKind;
use goes_source::{Diagnostic, Span};

/// Reports at most one thing that is wrong with a literal whose first byte is at `lo`.
pub(crate) fn check(kind: TokenKind, text: &str, lo: u32, diagnostics: &mut Vec<Diagnostic>) {
    let fault = match kind {
        TokenKind::Int | TokenKind::Float | TokenKind::Imaginary if text.len() > 1 => {
            Number::new(text, kind).fault()
        }
        TokenKind::Rune => rune_fault(text),
        TokenKind::String if text.starts_with('"') && text.contains('\\') => unescape(text, '"').err(),
        _ => None,
    };
    if let Some(Fault { offset, message }) = fault {
        let at = lo + offset as u32;
        diagnostics.push(Diagnostic::error("SyntaxError", Span::new(at, at + 1), message));
    }
}

/// What is wrong, and at which byte of the literal.
struct Fault {
    offset: usize,
    message: String,
}

fn fault<T>(offset: usize, message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault {
        offset,
        message: message.into(),
    })
}

/// A numeric literal under examination.
struct Number<'text> {
    text: &'text str,
    kind: TokenKind,
    base: u32,
    /// Where the digits start, after a prefix such as `0x`.
    digits: usize,
}

impl<'text> Number<'text> {
    fn new(text: &'text str, kind: TokenKind) -> Number<'text> {
        let bytes = text.as_bytes();
        let (base, digits) = match (bytes[0], bytes[1] | 0x20) {
            (b'0', b'x') => (16, 2),
            (b'0', b'o') => (8, 2),
            (b'0', b'b') => (2, 2),
            // spec: "For backward compatibility, an imaginary literal's integer part consisting entirely of
            // decimal digits [...] is considered a decimal integer, even if it starts with a leading 0."
            (b'0', _) if kind == TokenKind::Int => (8, 1),
            _ => (10, 0),
        };
        Number {
            text,
            kind,
            base,
            digits,
        }
    }

    fn name(&self) -> &'static str {
        match self.base {
            2 => "binary",
            8 => "octal",
            16 => "hexadecimal",
            _ => "decimal",
        }
    }

    /// In the order in which a scanner that reads from left to right would notice.
    fn fault(&self) -> Option<Fault> {
        self.shape_fault()
            .or_else(|| self.digit_fault())
            .or_else(|| self.separator_fault())
    }

    fn shape_fault(&self) -> Option<Fault> {
        let name = self.name();
        let is_prefixed = self.digits == 2;
        let digits = &self.text[self.digits..];
        let exponent = match self.base {
            16 => digits.find(['p', 'P']),
            _ => digits.find(['e', 'E', 'p', 'P']),
        }
        .map(|at| at + self.digits);
        let end = self.text.len() - usize::from(self.kind == TokenKind::Imaginary);
        let mantissa = &self.text[self.digits..exponent.unwrap_or(end)];
        if let Some(point) = mantissa.find('.').filter(|_| self.base == 2 || self.base == 8) {
            return fault::<()>(
                self.digits + point,
                format!("invalid radix point in {name} literal"),
            )
            .err();
        }
        if (is_prefixed || self.digits == 0) && !mantissa.bytes().any(|byte| byte.is_ascii_hexdigit()) {
            return fault::<()>(0, format!("{name} literal has no digits")).err();
        }
        if let Some(at) = exponent {
            let letter = &self.text[at..=at];
            let wants = match letter {
                "e" | "E" if is_prefixed => Some("decimal"),
                "p" | "P" if self.base != 16 => Some("hexadecimal"),
                _ => None,
            };
            if let Some(wants) = wants {
                return fault::<()>(at, format!("'{letter}' exponent requires {wants} mantissa")).err();
            }
            if !self.text[at + 1..].bytes().any(|byte| byte.is_ascii_digit()) {
                return fault::<()>(0, "exponent has no digits").err();
            }
        } else if self.base == 16 && mantissa.contains('.') {
            return fault::<()>(0, "hexadecimal mantissa requires a 'p' exponent").err();
        }
        None
    }

    fn digit_fault(&self) -> Option<Fault> {
        let is_integer =
            self.kind == TokenKind::Int || (self.kind == TokenKind::Imaginary && self.digits == 2);
        if !is_integer || self.base > 8 {
            return None;
        }
        let is_wrong = |byte: u8| byte.is_ascii_digit() && u32::from(byte - b'0') >= self.base;
        let offset = self.digits + self.text[self.digits..].bytes().position(is_wrong)?;
        let digit = &self.text[offset..=offset];
        fault::<()>(
            offset,
            format!("invalid digit '{digit}' in {} literal", self.name()),
        )
        .err()
    }

    /// spec: "For readability, an underscore character _ may appear after a base prefix or between
    /// successive digits".
    fn separator_fault(&self) -> Option<Fault> {
        let bytes = self.text.as_bytes();
        let is_digit = |index: usize| {
            bytes.get(index).is_some_and(|byte| match self.base {
                16 => byte.is_ascii_hexdigit(),
                _ => byte.is_ascii_digit(),
            })
        };
        let offset = (0..bytes.len())
            .filter(|&index| bytes[index] == b'_')
            .find(|&index| {
                let follows = is_digit(index - 1) || (self.digits == 2 && index == 2);
                !follows || !is_digit(index + 1)
            })?;
        fault::<()>(offset, "'_' must separate successive digits").err()
    }
}

fn rune_fault(text: &str) -> Option<Fault> {
    if text == "''" || text == "'''" {
        return fault::<()>(1, "empty rune literal or unescaped '").err();
    }
    match unescape(text, '\'') {
        Err(fault) => Some(fault),
        Ok(units) if units.len() == 1 => None,
        Ok(_) => fault::<()>(0, "more than one character in rune literal").err(),
    }
}

/// What one character or escape of a literal stands for.
#[derive(Copy, Clone)]
enum Unit {
    Char(char),
    /// `\377` or `\xff`: in a string, this very byte.
    Byte(u8),
}

/// Reads what stands between the quotes of a literal; `text` includes them.
fn unescape(text: &str, quote: char) -> Result<Vec<Unit>, Fault> {
    let end = text.len() - 1;
    let mut units = Vec::with_capacity(end);
    let mut at = 1;
    while let Some(c) = text[at..end].chars().next() {
        if c == '\\' {
            let (unit, length) = escape(&text[at + 1..], at, quote)?;
            // In `"\"` the escape takes what looks like the closing quote.
            if at + 1 + length > end {
                return fault(at, "escape is not terminated");
            }
            units.push(unit);
            at += 1 + length;
        } else {
            units.push(Unit::Char(c));
            at += c.len_utf8();
        }
    }
    Ok(units)
}

/// Reads an escape, without its backslash, which is at `offset` of the literal; returns its length too.
fn escape(text: &str, offset: usize, quote: char) -> Result<(Unit, usize), Fault> {
    let Some(letter) = text.chars().next() else {
        return fault(offset, "escape is not terminated");
    };
    let simple = match letter {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        letter if letter == quote => quote,
        '0'..='7' => return numeric_escape(text, 0, 3, 8, offset),
        'x' => return numeric_escape(text, 1, 2, 16, offset),
        'u' => return numeric_escape(text, 1, 4, 16, offset),
        'U' => return numeric_escape(text, 1, 8, 16, offset),
        _ => return fault(offset, "unknown escape"),
    };
    Ok((Unit::Char(simple), 1))
}

fn numeric_escape(
    text: &str,
    start: usize,
    digits: usize,
    base: u32,
    offset: usize,
) -> Result<(Unit, usize), Fault> {
    let mut value: u32 = 0;
    for index in start..start + digits {
        let Some(found) = text[index..].chars().next() else {
            return fault(offset, "escape is not terminated");
        };
        let Some(digit) = found.to_digit(base) else {
            let name = if base == 8 { "octal" } else { "hexadecimal" };
            return fault(
                offset + 1 + index,
                format!("invalid character {} in {name} escape", go_quote(found)),
            );
        };
        value = value.wrapping_mul(base).wrapping_add(digit);
    }
    let length = start + digits;
    match digits {
        3 if value > 255 => fault(offset, format!("octal escape value {value} > 255")),
        2 | 3 => Ok((Unit::Byte(value as u8), length)),
        _ => match char::from_u32(value) {
            Some(c) => Ok((Unit::Char(c), length)),
            None => {
                let shown = char::from_u32(value).map_or_else(|| format!("U+{value:04X}"), go_char);
                fault(offset, format!("escape is invalid Unicode code point {shown}"))
            }
        },
    }
}

/// As Go's `%q` shows a character.
fn go_quote(c: char) -> String {
    match c {
        '\'' => r"'\''".to_string(),
        '\\' => r"'\\'".to_string(),
        '\n' => r"'\n'".to_string(),
        '\t' => r"'\t'".to_string(),
        _ => format!("'{c}'"),
    }
}

/// The bytes of a string literal; `None` if it is malformed, which has been reported.
///
/// spec: "Carriage return characters ('\r') inside raw string literals are discarded".
pub fn unquote_string(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        return Some(
            raw.strip_suffix('`')?
                .bytes()
                .filter(|&byte| byte != b'\r')
                .collect(),
        );
    }
    if text.len() < 2 || !text.starts_with('"') || !text.ends_with('"') {
        return None;
    }
    if !text.contains('\\') {
        return Some(text.as_bytes()[1..text.len() - 1].to_vec());
    }
    let mut bytes = Vec::with_capacity(text.len());
    for unit in unescape(text, '"').ok()? {
        match unit {
            Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Unit::Byte(byte) => bytes.push(byte),
        }
    }
    Some(bytes)
}

/// The code point of a rune literal; `None` if it is malformed, which has been reported.
pub fn unquote_rune(text: &str) -> Option<u32> {
    if text.len() < 3 || !text.starts_with('\'') || !text.ends_with('\'') || rune_fault(text).is_some() {
        return None;
    }
    match unescape(text, '\'').ok()?.first()? {
        Unit::Char(c) => Some(u32::from(*c)),
        Unit::Byte(byte) => Some(u32::from(*byte)),
    }
}
