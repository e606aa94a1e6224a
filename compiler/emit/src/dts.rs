//! Type declarations for the host: what [`crate::border`] makes of each type.

use crate::border::{Signature, is_error};
use crate::cx::Emitter;
use goes_lower::ir::{ExprKind, IntKind, TypeId, TypeKind};
use std::fmt::Write as _;

/// The TypeScript type of a Go type. `exported` tells the names that the library exports.
pub(crate) fn type_text(
    emitter: &Emitter,
    ty: TypeId,
    exported: &dyn Fn(TypeId) -> Option<String>,
) -> String {
    let of = |ty: TypeId| type_text(emitter, ty, exported);
    match emitter.kind(ty) {
        TypeKind::Bool => "boolean".into(),
        TypeKind::Int(IntKind::Int64 | IntKind::Uint64) => "bigint".into(),
        TypeKind::Int(_) | TypeKind::Float32 | TypeKind::Float64 => "number".into(),
        TypeKind::String => "string".into(),
        TypeKind::Slice(elem) if *emitter.kind(*elem) == TypeKind::Int(IntKind::Uint8) => "Uint8Array".into(),
        TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => match of(*elem) {
            elem if elem.contains(' ') => format!("({elem})[]"),
            elem => format!("{elem}[]"),
        },
        TypeKind::Map { key, elem } => format!("Map<{}, {}>", of(*key), of(*elem)),
        TypeKind::Struct(fields) => exported(ty).unwrap_or_else(|| {
            let mut text = String::from("{ ");
            for field in fields.iter().filter(|field| field.is_exported) {
                write!(text, "{}?: {}; ", field.name, of(field.ty)).expect("writing to a string cannot fail");
            }
            text + "}"
        }),
        TypeKind::Pointer(elem) => format!("{} | null", of(*elem)),
        TypeKind::Func { params, results, .. } => {
            let params: Vec<String> = params
                .iter()
                .enumerate()
                .map(|(index, &ty)| format!("{}: {}", crate::call::letter(index), of(ty)))
                .collect();
            let result = match results.as_slice() {
                [] => "void".into(),
                [one] => of(*one),
                _ => format!(
                    "[{}]",
                    results.iter().map(|&ty| of(ty)).collect::<Vec<_>>().join(", ")
                ),
            };
            format!("(({}) => {result}) | null", params.join(", "))
        }
        TypeKind::Chan { elem, .. } => format!("AsyncIterable<{}>", of(*elem)),
        TypeKind::Interface(_) if is_error(emitter, ty) => "Error | null".into(),
        _ => "unknown".into(),
    }
}

/// `(title: string, opts?: Options): string`
pub(crate) fn signature_text(
    emitter: &Emitter,
    signature: &Signature,
    exported: &dyn Fn(TypeId) -> Option<String>,
) -> String {
    let is_optional = |index: usize| {
        signature.params[index..]
            .iter()
            .all(|(_, ty)| matches!(emitter.kind(*ty), TypeKind::Struct(_)))
    };
    let params: Vec<String> = signature
        .params
        .iter()
        .enumerate()
        .map(|(index, (name, ty))| {
            let name = if crate::names::is_reserved(name) {
                format!("{name}$")
            } else {
                name.clone()
            };
            let mark = if is_optional(index) { "?" } else { "" };
            format!("{name}{mark}: {}", type_text(emitter, *ty, exported))
        })
        .collect();
    let mut results = signature.results;
    if let Some((last, rest)) = results.split_last()
        && is_error(emitter, *last)
    {
        results = rest;
    }
    let result = match results {
        [] => "void".into(),
        [one] => type_text(emitter, *one, exported),
        _ => format!(
            "[{}]",
            results
                .iter()
                .map(|&ty| type_text(emitter, ty, exported))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    let result = if signature.may_park {
        format!("Promise<{result}>")
    } else {
        result
    };
    format!("({}): {result}", params.join(", "))
}

/// A doc comment, and that a function throws.
pub(crate) fn doc(text: Option<&str>, throws: bool, indent: &str) -> String {
    let mut lines: Vec<String> = text
        .unwrap_or("")
        .trim()
        .replace("*/", "* /")
        .lines()
        .map(str::to_string)
        .collect();
    if throws {
        lines.push("@throws {GoError}".into());
    }
    match lines.as_slice() {
        [] => String::new(),
        [one] => format!("{indent}/** {one} */\n"),
        _ => {
            let body: Vec<String> = lines
                .iter()
                .map(|line| format!("{indent} * {line}").trim_end().to_string())
                .collect();
            format!("{indent}/**\n{}\n{indent} */\n", body.join("\n"))
        }
    }
}

/// The type of a constant: its literal where that is short.
pub(crate) fn constant_text(emitter: &Emitter, value: &goes_lower::ir::Expr) -> String {
    match (&value.kind, emitter.kind(value.ty)) {
        (ExprKind::Const(goes_lower::ir::Const::Int(number)), TypeKind::Int(kind))
            if !matches!(kind, IntKind::Int64 | IntKind::Uint64) && number.bits() <= 53 =>
        {
            number.to_string()
        }
        (ExprKind::Const(goes_lower::ir::Const::Bool(value)), _) => value.to_string(),
        _ => type_text(emitter, value.ty, &|_| None),
    }
}
