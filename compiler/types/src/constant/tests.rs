use super::*;
use goes_syntax::ast::{BinaryOp, LitKind};

fn lit(kind: LitKind, text: &str) -> Value {
    from_literal(kind, text).expect("a valid literal")
}

#[test]
fn literals() {
    for (text, want) in [
        ("0", "0"),
        ("42", "42"),
        ("0x_ff", "255"),
        ("0b101", "5"),
        ("017", "15"),
        ("0o17", "15"),
    ] {
        assert_eq!(lit(LitKind::Int, text).to_string(), want, "{text}");
    }
    for (text, want) in [
        ("1.5", "1.5"),
        ("1e6", "1e+06"),
        ("100000.0", "100000"),
        ("0.1", "0.1"),
        ("1e-7", "1e-07"),
        ("0x1p-2", "0.25"),
        ("0x1.8p1", "3"),
        ("1e400", "1e+400"),
        ("3.14159265", "3.14159"),
        (".5", "0.5"),
    ] {
        assert_eq!(lit(LitKind::Float, text).to_string(), want, "{text}");
    }
    assert_eq!(lit(LitKind::Imaginary, "2i").to_string(), "(0 + 2i)");
    assert_eq!(lit(LitKind::Rune, "'a'"), Value::int(97));
    assert_eq!(lit(LitKind::Rune, r"'\''"), Value::int(39));
    assert_eq!(lit(LitKind::Rune, r"'\xff'"), Value::int(255));
    assert_eq!(lit(LitKind::Rune, r"'\u1234'"), Value::int(0x1234));
    assert_eq!(
        lit(LitKind::String, r#""a\n\xff\101é""#),
        Value::String(b"a\n\xffA\xc3\xa9".to_vec().into())
    );
    assert_eq!(lit(LitKind::String, "`a\r\n\\`"), Value::string("a\n\\"));
    assert_eq!(lit(LitKind::String, r#""a\n\xff""#).to_string(), r#""a\n\xff""#);
}

#[test]
fn floats_round_to_nearest_even() {
    for text in [
        "0.1",
        "1e300",
        "1e-300",
        "5e-324",
        "2.5e-324",
        "4.9e-324",
        "1.7976931348623157e308",
        "2.2250738585072011e-308",
        "123456789.123456789",
        "9007199254740993.0",
    ] {
        let want: f64 = text.parse().expect("a float");
        assert_eq!(lit(LitKind::Float, text).to_f64(), Some(want), "{text}");
    }
    assert_eq!(lit(LitKind::Float, "1e309").represent(BasicKind::Float64), None);
    assert_eq!(lit(LitKind::Float, "3.5e38").represent(BasicKind::Float32), None);
    let third = lit(LitKind::Float, "0.1")
        .represent(BasicKind::Float32)
        .expect("it fits");
    assert_eq!(third.to_f64(), Some(f64::from(0.1f32)));
}

#[test]
fn integers_fit_their_types() {
    let fits = |text: &str, kind| {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let value = lit(LitKind::Int, digits);
        let value = if negative {
            unary(goes_syntax::ast::UnaryOp::Minus, &value, None)
        } else {
            value
        };
        value.represent(kind).is_some()
    };
    assert!(fits("127", BasicKind::Int8) && !fits("128", BasicKind::Int8));
    assert!(fits("-128", BasicKind::Int8) && !fits("-129", BasicKind::Int8));
    assert!(fits("0", BasicKind::Uint8) && fits("255", BasicKind::Uint8) && !fits("256", BasicKind::Uint8));
    assert!(!fits("-1", BasicKind::Uint64) && fits("18446744073709551615", BasicKind::Uint64));
    assert!(fits("-9223372036854775808", BasicKind::Int64) && !fits("9223372036854775808", BasicKind::Int64));
}

#[test]
fn arithmetic() {
    let int = |text| lit(LitKind::Int, text);
    assert_eq!(binary(BinaryOp::Div, &int("7"), &int("2"), true), Value::int(3));
    assert_eq!(
        binary(BinaryOp::Div, &int("7"), &int("2"), false).to_string(),
        "3.5"
    );
    assert_eq!(
        binary(BinaryOp::AndNot, &int("7"), &int("2"), true),
        Value::int(5)
    );
    assert_eq!(shift(&int("1"), true, 100).bit_len(), 101);
    assert_eq!(shift(&Value::int(-3), false, 1), Value::int(-2));
    let i = lit(LitKind::Imaginary, "1i");
    assert_eq!(binary(BinaryOp::Mul, &i, &i, false).to_int(), Value::int(-1));
    assert_eq!(binary(BinaryOp::Div, &i, &i, false).to_int(), Value::int(1));
    let huge = lit(LitKind::Float, "1e100000");
    assert_eq!(binary(BinaryOp::Div, &huge, &huge, false).to_int(), Value::int(1));
    let (n, d) = (
        lit(LitKind::Float, "1e646456992"),
        lit(LitKind::Float, "1e646456991"),
    );
    let ten = binary(BinaryOp::Div, &n, &d, false)
        .represent(BasicKind::Float64)
        .expect("it fits");
    assert_eq!(ten.to_f64(), Some(10.0));
    assert_eq!(n.to_string(), "1e+646456992");
    assert!(compare(BinaryOp::Less, &d, &n) && compare(BinaryOp::Less, &int("1"), &n));
    assert!(
        n.represent(BasicKind::Float64).is_none()
            && from_literal(LitKind::Float, "1e1000000000").is_none_or(|value| value.is_unknown())
    );
    let tiny = lit(LitKind::Float, "1e-1000000");
    assert_eq!(
        tiny.represent(BasicKind::Float64)
            .and_then(|value| value.to_f64()),
        Some(0.0)
    );
    assert_eq!(
        binary(BinaryOp::Mul, &tiny, &lit(LitKind::Float, "1e1000003"), false)
            .represent(BasicKind::Float64)
            .and_then(|value| value.to_f64()),
        Some(1000.0)
    );
    assert!(compare(BinaryOp::Less, &int("1"), &lit(LitKind::Float, "1.5")));
}
