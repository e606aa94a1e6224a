//! What literals mean, and what is wrong with those that mean nothing.

use goes_syntax::{check_utf8, parse_file, unquote_rune, unquote_string};

#[test]
fn strings_are_bytes() {
    assert_eq!(
        unquote_string(r#""a\n\x41\101\u00e9\377\"""#),
        Some(b"a\nAA\xc3\xa9\xff\"".to_vec())
    );
    assert_eq!(unquote_string("`a\\n\r\n`"), Some(b"a\\n\n".to_vec()));
    assert_eq!(unquote_string(r#""\uD800""#), None);
    assert_eq!(unquote_string(r#""open"#), None);
    assert_eq!(unquote_string("\""), None);
    assert_eq!(unquote_string(r#""\""#), None);
    assert_eq!(unquote_string(r#""a\\\""#), None);
    assert_eq!(unquote_string(""), None);
}

#[test]
fn runes_are_code_points() {
    assert_eq!(unquote_rune("'a'"), Some(97));
    assert_eq!(unquote_rune("'€'"), Some(0x20AC));
    assert_eq!(unquote_rune(r"'\''"), Some(39));
    assert_eq!(unquote_rune(r"'\xff'"), Some(255));
    assert_eq!(unquote_rune(r"'\U0010FFFF'"), Some(0x10FFFF));
    assert_eq!(unquote_rune("'ab'"), None);
    assert_eq!(unquote_rune("''"), None);
    assert_eq!(unquote_rune("'"), None);
    assert_eq!(unquote_rune(r"'\'"), None);
}

#[test]
fn text_is_utf8() {
    assert_eq!(check_utf8("é".as_bytes()), Ok("é"));
    assert_eq!(check_utf8(b"ab\xff"), Err(2));
}

/// The error that a literal gives rise to.
fn fault(literal: &str) -> String {
    let diagnostics = parse_file(&format!("package p\nvar x = {literal}\n"), 1, 0).diagnostics;
    diagnostics
        .first()
        .map_or(String::new(), |first| first.message.clone())
}

#[test]
fn faults_are_worded_as_by_gc() {
    for good in [
        "0", "0x_1F", "0b1_0", "0o17", "017", "1_000", "1e9", ".5e-3", "0x1p-2", "0x.8p0", "09.5", "089i",
        "0x1i", "1i",
    ] {
        assert_eq!(fault(good), "", "{good}");
    }
    for (literal, message) in [
        ("089", "invalid digit '8' in octal literal"),
        ("0b12", "invalid digit '2' in binary literal"),
        ("0o8", "invalid digit '8' in octal literal"),
        ("0x", "hexadecimal literal has no digits"),
        ("0b", "binary literal has no digits"),
        ("1e", "exponent has no digits"),
        ("0x1.8", "hexadecimal mantissa requires a 'p' exponent"),
        ("1p2", "'p' exponent requires hexadecimal mantissa"),
        ("0b1e2", "'e' exponent requires decimal mantissa"),
        ("0b1.0", "invalid radix point in binary literal"),
        ("1_", "'_' must separate successive digits"),
        ("1__0", "'_' must separate successive digits"),
        ("''", "empty rune literal or unescaped '"),
        ("'ab'", "more than one character in rune literal"),
        ("'a", "newline in rune literal"),
        ("\"a", "newline in string"),
        ("`a", "string not terminated"),
        (r"'\q'", "unknown escape"),
        (r"'\400'", "octal escape value 256 > 255"),
        (r"'\x4'", r"invalid character '\'' in hexadecimal escape"),
        (r"'\uD800'", "escape is invalid Unicode code point U+D800"),
    ] {
        assert_eq!(fault(literal), message, "{literal}");
    }
}
