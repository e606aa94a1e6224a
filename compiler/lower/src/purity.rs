//! Whether a package variable's initialiser can be left out where nobody needs the variable.

use crate::reach::Lowerer;
use goes_syntax::ast::{CallExpr, ExprKind, ExprNode, UnaryOp};
use goes_types::{Builtin, Mode, ObjectKind, PackageId};

/// Functions that give a new value and do nothing else, by path and name. Some panic on wrong arguments,
/// which std's own tests rule out for std's own variables.
const PURE_FUNCTIONS: &[(&str, &str)] = &[
    ("errors", "New"),
    ("fmt", "Errorf"),
    ("fmt", "Sprintf"),
    ("internal/godebug", "New"),
    ("math", "Float64bits"),
    ("math", "Float64frombits"),
    ("math", "Inf"),
    ("math", "NaN"),
    ("math/big", "NewInt"),
    ("math/rand", "New"),
    ("math/rand", "NewSource"),
    ("reflect", "TypeFor"),
    ("reflect", "TypeOf"),
    ("reflect", "ValueOf"),
    ("regexp", "MustCompile"),
    ("strings", "NewReader"),
    ("strings", "NewReplacer"),
    ("sync", "OnceFunc"),
    ("sync", "OnceValue"),
    ("sync", "OnceValues"),
    ("os", "args"),
    ("internal/reflectlite", "TypeOf"),
    ("internal/bytealg", "MakeNoZero"),
    ("unicode", "caseRanges"),
    ("unicode", "rangeTable"),
    ("unicode/utf8", "RuneLen"),
];

impl Lowerer<'_, '_> {
    /// Whether evaluating the expression has no effect and cannot fail.
    pub fn is_pure(&self, package: PackageId, e: &ExprNode) -> bool {
        let info = &self.checker.packages[package.0 as usize].info;
        let facts = info.types.get(e.id.0 as usize).and_then(Option::as_ref);
        if facts.is_some_and(|facts| facts.value.is_some() || matches!(facts.mode, Mode::Nil | Mode::Type)) {
            return true;
        }
        let pure = |e: &ExprNode| self.is_pure(package, e);
        match &e.kind {
            ExprKind::Ident(_) | ExprKind::BasicLit(..) | ExprKind::FuncLit(_) => true,
            ExprKind::Paren(inner) => pure(inner),
            ExprKind::CompositeLit(lit) => lit.elems.iter().all(|elem| match &elem.kind {
                ExprKind::KeyValue(key, value) => {
                    (matches!(key.kind, ExprKind::Ident(_)) || pure(key)) && pure(value)
                }
                _ => pure(elem),
            }),
            ExprKind::Selector(x, _) => match info.selections.get(&e.id) {
                None => true,
                // Through a pointer it could fail.
                Some(selection) => !selection.is_indirect && !selection.is_interface && pure(x),
            },
            ExprKind::Unary(op, x) => !matches!(op, UnaryOp::Receive) && pure(x),
            ExprKind::Binary(op, x, y) => {
                use goes_syntax::ast::BinaryOp as B;
                !matches!(op, B::Div | B::Rem | B::Shl | B::Shr) && pure(x) && pure(y)
            }
            ExprKind::Call(call) => self.is_pure_call(package, call),
            // `f[T]` is a function.
            ExprKind::Index(x, _) => {
                let facts = info.types.get(x.id.0 as usize).and_then(Option::as_ref);
                facts.is_some_and(|facts| {
                    matches!(self.checker.types.get(facts.ty), goes_types::Type::Signature(_))
                })
            }
            _ => false,
        }
    }

    fn is_pure_call(&self, package: PackageId, call: &CallExpr) -> bool {
        let info = &self.checker.packages[package.0 as usize].info;
        let mode = info
            .types
            .get(call.func.id.0 as usize)
            .and_then(Option::as_ref)
            .map(|facts| facts.mode);
        let are_pure = || call.args.iter().all(|arg| self.is_pure(package, arg));
        match mode {
            Some(Mode::Type) => {
                // A slice may be too short for an array.
                let to = info.types[call.func.id.0 as usize].as_ref().map(|facts| facts.ty);
                let is_array = to.is_some_and(|to| {
                    matches!(
                        self.checker.types.get(to),
                        goes_types::Type::Array { .. } | goes_types::Type::Pointer(_)
                    )
                });
                are_pure()
                    && (!is_array
                        || call
                            .args
                            .iter()
                            .all(|arg| !matches!(arg.kind, ExprKind::Slice(_))))
            }
            Some(Mode::Builtin(builtin)) => {
                let is_pure = match builtin {
                    Builtin::Append | Builtin::Cap | Builtin::Complex | Builtin::Imag | Builtin::Len => true,
                    Builtin::Max | Builtin::Min | Builtin::New | Builtin::Real => true,
                    // A negative length would panic.
                    Builtin::Make => call.args.iter().skip(1).all(|arg| {
                        info.types
                            .get(arg.id.0 as usize)
                            .and_then(Option::as_ref)
                            .is_some_and(|facts| facts.value.is_some())
                    }),
                    _ => false,
                };
                is_pure && are_pure()
            }
            _ => self.is_known_pure(package, &call.func) && are_pure(),
        }
    }

    fn is_known_pure(&self, package: PackageId, func: &ExprNode) -> bool {
        let info = &self.checker.packages[package.0 as usize].info;
        let id = match &func.kind {
            ExprKind::Ident(_) => func.id,
            ExprKind::Selector(_, sel) => sel.id,
            ExprKind::Index(inner, _) | ExprKind::Paren(inner) => return self.is_known_pure(package, inner),
            _ => return false,
        };
        let Some(object) = info.objects.get(id.0 as usize).copied().flatten() else {
            return false;
        };
        let object = self.object(object);
        let (ObjectKind::Func { receiver: None, .. }, Some(home)) = (&object.kind, object.package) else {
            return false;
        };
        let path = self.checker.packages[home.0 as usize].path.as_str();
        PURE_FUNCTIONS.contains(&(path, object.name.as_str()))
    }
}
