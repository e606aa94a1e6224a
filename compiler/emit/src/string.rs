//! Strings: one JavaScript character for each byte.

use crate::cx::Cx;
use crate::effects;
use crate::expr::expr;
use crate::js::{self, Expr};
use goes_lower::ir::{self, Bounds};
use std::fmt::Write as _;

/// A string constant. One that is not ASCII is made once, at import: readable as `$utf8("héllo")` where it
/// is valid UTF-8.
pub(crate) fn constant(cx: &mut Cx, bytes: &[u8]) -> Expr {
    if let Ok(text) = std::str::from_utf8(bytes)
        && text.is_ascii()
    {
        return js::string(text);
    }
    let readable = std::str::from_utf8(bytes)
        .is_ok_and(|text| text.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'));
    if !readable || bytes.len() > 4096 {
        return spelled(bytes);
    }
    if let Some(&id) = cx.strings.get(bytes) {
        return cx.name(id);
    }
    let id = cx.fresh("$text");
    cx.strings.insert(bytes.to_vec(), id);
    cx.name(id)
}

/// A text of ours that Go code may see, in bytes.
pub(crate) fn text(text: &str) -> Expr {
    if text.is_ascii() {
        js::string(text)
    } else {
        spelled(text.as_bytes())
    }
}

/// A literal with escapes for what is not printable ASCII.
fn spelled(bytes: &[u8]) -> Expr {
    let value: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let mut raw = String::from("\"");
    for &byte in bytes {
        match byte {
            b'"' => raw.push_str("\\\""),
            b'\\' => raw.push_str("\\\\"),
            b'\n' => raw.push_str("\\n"),
            b'\r' => raw.push_str("\\r"),
            b'\t' => raw.push_str("\\t"),
            0x20..0x7f => raw.push(char::from(byte)),
            _ => write!(raw, "\\x{byte:02x}").expect("writing to a string cannot fail"),
        }
    }
    raw.push('"');
    js::string_spelled(&value, raw)
}

/// `s[i]`: a byte.
pub(crate) fn index(cx: &mut Cx, base: &ir::Expr, index: &ir::Expr, bounds: Bounds) -> Expr {
    let string = expr(cx, base);
    let at = expr(cx, index);
    if bounds == Bounds::Proven {
        return js::method(string, "charCodeAt", vec![at]);
    }
    if cx.is_hot() {
        let mut effects = Vec::new();
        let [string, at] = effects::name(cx, [string, at], &mut effects);
        let length = js::member(string.clone(), "length");
        let test = crate::slice::in_range(at.clone(), length.clone(), bounds);
        let byte = js::method(string, "charCodeAt", vec![at.clone()]);
        let panic = cx.helper("indexOutOfRange", vec![at, length]);
        return effects::after(effects, js::conditional(test, byte, panic));
    }
    cx.helper("stringIndex", vec![string, at])
}

/// `s[low:high]`
pub(crate) fn slice(cx: &mut Cx, base: &ir::Expr, low: Option<&ir::Expr>, high: Option<&ir::Expr>) -> Expr {
    let string = expr(cx, base);
    let low = low.map_or_else(|| js::int(0), |low| expr(cx, low));
    let mut args = vec![string, low];
    args.extend(high.map(|high| expr(cx, high)));
    let is_kept = cx.package().is_some_and(|package| package.addresses_strings);
    cx.helper(if is_kept { "keptSubstring" } else { "substring" }, args)
}

/// `a + b + c`
pub(crate) fn concat(cx: &mut Cx, operands: &[ir::Expr]) -> Expr {
    let mut operands = operands.iter();
    let Some(first) = operands.next() else {
        return js::string("");
    };
    let first = expr(cx, first);
    operands.fold(first, |sum, operand| {
        let operand = expr(cx, operand);
        js::add(sum, operand)
    })
}
