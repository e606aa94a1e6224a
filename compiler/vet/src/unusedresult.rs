//! Calls whose only point is their result, which nobody looks at.

use crate::pass::{Pass, unparen};
use goes_source::Span;
use goes_syntax::ast::{ExprKind, StmtKind, StmtNode};
use goes_types::{BasicKind, ObjectKind, TypeId};

/// By package: the functions without effect.
const PURE: &[(&str, &[&str])] = &[
    (
        "context",
        &["WithCancel", "WithDeadline", "WithTimeout", "WithValue"],
    ),
    ("errors", &["New"]),
    (
        "fmt",
        &[
            "Append", "Appendf", "Appendln", "Errorf", "Sprint", "Sprintf", "Sprintln",
        ],
    ),
    (
        "maps",
        &["All", "Clone", "Collect", "Equal", "EqualFunc", "Keys", "Values"],
    ),
    (
        "slices",
        &[
            "All",
            "AppendSeq",
            "Backward",
            "BinarySearch",
            "BinarySearchFunc",
            "Chunk",
            "Clip",
            "Clone",
            "Collect",
            "Compact",
            "CompactFunc",
            "Compare",
            "CompareFunc",
            "Concat",
            "Contains",
            "ContainsFunc",
            "Delete",
            "DeleteFunc",
            "Equal",
            "EqualFunc",
            "Grow",
            "Index",
            "IndexFunc",
            "Insert",
            "IsSorted",
            "IsSortedFunc",
            "Max",
            "MaxFunc",
            "Min",
            "MinFunc",
            "Repeat",
            "Replace",
            "Sorted",
            "SortedFunc",
            "SortedStableFunc",
            "Values",
        ],
    ),
    ("sort", &["Reverse"]),
];

pub(crate) fn statement(pass: &mut Pass<'_, '_>, stmt: &StmtNode) {
    let StmtKind::Expr(x) = &stmt.kind else { return };
    let x = unparen(x);
    let ExprKind::Call(call) = &x.kind else { return };
    let Some(callee) = pass.callee(call) else { return };
    let object = pass.checker.object(callee);
    let (name, ty) = (object.name, object.ty);
    let ObjectKind::Func { receiver, .. } = &object.kind else {
        return;
    };
    let is_pure = match receiver {
        Some(_) => {
            matches!(name.as_str(), "Error" | "String")
                && pass.has_signature(ty, &[], &[TypeId::basic(BasicKind::String)])
        }
        None => PURE
            .iter()
            .any(|(path, names)| *path == pass.package_path(callee) && names.contains(&name.as_str())),
    };
    if is_pure {
        let full = pass.full_name(callee);
        let span = Span::new(x.span.lo, call.lparen);
        pass.report("unusedresult", span, format!("result of {full} call not used"));
    }
}
