//! Struct tags that reflection cannot read, or that contradict each other.

use crate::pass::Pass;
use goes_source::Span;
use goes_syntax::ast::{ExprNode, FieldDecl};
use goes_syntax::unquote_string;
use goes_types::types::Field;
use goes_types::{Type, TypeId};
use rustc_hash::FxHashMap;

/// By kind of tag, name in it, and how deep the field is embedded: where it was first.
type Seen = FxHashMap<(String, String, u32), Span>;

pub(crate) fn structure(pass: &mut Pass<'_, '_>, e: &ExprNode, decls: &[FieldDecl]) {
    let path = &pass.checker.package(pass.package).path;
    let Some(ty) = pass.type_of(e).filter(|_| !path.starts_with("encoding/")) else {
        return;
    };
    let ty = pass.checker.types.shared(ty);
    let Type::Struct(fields) = &*ty else { return };
    let spans = decls.iter().flat_map(|decl| match &decl.names[..] {
        [] => vec![decl.ty.span],
        names => names.iter().map(|name| name.span).collect(),
    });
    let mut seen = Seen::default();
    for (field, span) in fields.iter().zip(spans) {
        check(pass, field, span, &mut seen);
    }
}

fn tag_of(field: &Field) -> &str {
    field.tag.as_ref().map_or("", |tag| tag.as_str())
}

fn check(pass: &mut Pass<'_, '_>, field: &Field, span: Span, seen: &mut Seen) {
    let tag = tag_of(field);
    for key in ["json", "xml"] {
        duplicates(pass, key, (field, span), field, seen, 1);
    }
    if let Err(fault) = validate(tag) {
        let quoted = if tag.contains('`') {
            format!("{tag:?}")
        } else {
            format!("`{tag}`")
        };
        let message = format!("struct field tag {quoted} not compatible with reflect.StructTag.Get: {fault}");
        pass.report("structtag", span, message);
    }
    if field.is_embedded || field.name.is_exported() {
        return;
    }
    for key in ["json", "xml"] {
        if !matches!(get(tag, key).as_deref(), None | Some("" | "-")) {
            let message = format!("struct field {} has {key} tag but is not exported", field.name);
            return pass.report("structtag", span, message);
        }
    }
}

/// `nearest` is the field of the struct itself that leads to `field`.
fn duplicates(
    pass: &mut Pass<'_, '_>,
    key: &str,
    nearest: (&Field, Span),
    field: &Field,
    seen: &mut Seen,
    level: u32,
) {
    const MAX_LEVEL: u32 = 50;
    let value = get(tag_of(field), key).unwrap_or_default();
    if value == "-" || level > MAX_LEVEL {
        return;
    }
    let name = value.split(',').next().unwrap_or_default();
    if name.is_empty() {
        let embedded = if field.is_embedded {
            fields_of(pass, field.ty)
        } else {
            Vec::new()
        };
        for inner in embedded.iter().filter(|inner| inner.name.is_exported()) {
            duplicates(pass, key, nearest, inner, seen, level + 1);
        }
        return;
    }
    if key == "xml" && field.name.as_str() == "XMLName" {
        return;
    }
    let is_attribute = key == "xml" && value.split(',').skip(1).any(|option| option == "attr");
    let key = if is_attribute { "xml attribute" } else { key };
    let place = (key.to_string(), name.to_string(), level);
    match seen.get(&place) {
        Some(&first) => {
            let also = pass.checker.line_text(first).unwrap_or_default();
            let message = format!(
                "struct field {} repeats {key} tag {name:?} also at {also}",
                field.name
            );
            pass.report("structtag", nearest.1, message);
        }
        None => {
            seen.insert(place, nearest.1);
        }
    }
}

fn fields_of(pass: &mut Pass<'_, '_>, ty: TypeId) -> Vec<Field> {
    match &*pass.checker.under(ty) {
        Type::Struct(fields) => fields.to_vec(),
        _ => Vec::new(),
    }
}

/// Splits `key:"value" rest`; the value is still quoted.
fn pair(tag: &str) -> Result<(&str, &str, &str), &'static str> {
    let is_key = |c: char| c > ' ' && c != ':' && c != '"' && c != '\x7f';
    let end = tag.find(|c| !is_key(c)).unwrap_or(tag.len());
    if end == 0 {
        return Err("bad syntax for struct tag key");
    }
    let (key, rest) = tag.split_at(end);
    let Some(rest) = rest.strip_prefix(':').filter(|rest| !rest.is_empty()) else {
        return Err("bad syntax for struct tag pair");
    };
    let bytes = rest.as_bytes();
    if bytes[0] != b'"' {
        return Err("bad syntax for struct tag value");
    }
    let mut at = 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    match (rest.get(..=at), rest.get(at + 1..)) {
        (Some(value), Some(rest)) => Ok((key, value, rest)),
        _ => Err("bad syntax for struct tag value"),
    }
}

fn unquote(value: &str) -> Option<String> {
    String::from_utf8(unquote_string(value)?).ok()
}

/// The value that reflection finds for a key.
fn get(mut tag: &str, wanted: &str) -> Option<String> {
    loop {
        tag = tag.trim_start_matches(' ');
        let (key, value, rest) = pair(tag).ok()?;
        if key == wanted {
            return unquote(value);
        }
        tag = rest;
    }
}

/// The canonical form: "a concatenation of optionally space-separated key:"value" pairs".
fn validate(mut tag: &str) -> Result<(), &'static str> {
    let mut is_first = true;
    while !tag.is_empty() {
        if !is_first && !tag.starts_with(' ') {
            return Err("key:\"value\" pairs not separated by spaces");
        }
        is_first = false;
        tag = tag.trim_start_matches(' ');
        if tag.is_empty() {
            break;
        }
        let (key, value, rest) = pair(tag)?;
        tag = rest;
        let value = unquote(value).ok_or("bad syntax for struct tag value")?;
        if has_suspicious_space(key, &value) {
            return Err("suspicious space in struct tag value");
        }
    }
    Ok(())
}

fn has_suspicious_space(key: &str, value: &str) -> bool {
    let options = value.split_once(',');
    match key {
        "xml" => {
            let is_padded = value.trim_matches(' ') != value || value.matches(' ').count() > 1;
            is_padded || options.is_some_and(|(name, options)| name.ends_with(' ') || options.contains(' '))
        }
        "json" => options.is_some_and(|(_, options)| options.contains(' ')),
        "asn1" => value.contains(' '),
        _ => false,
    }
}
