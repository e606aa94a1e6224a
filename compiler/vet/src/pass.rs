//! One package under examination: what the checks ask of it, and what they find.

use crate::wrappers::Wrappers;
use goes_source::{Code, Diagnostic, Span};
use goes_syntax::ast::{CallExpr, ExprKind, ExprNode, Ident, NodeId, Symbol};
use goes_types::constant::Value;
use goes_types::{
    BasicKind, Builtin, Checker, Entry, Lookup, Mode, ObjectId, ObjectKind, PackageId, Type, TypeId,
};

pub(crate) struct Pass<'c, 'a> {
    pub checker: &'c mut Checker<'a>,
    pub package: PackageId,
    pub wrappers: &'c mut Wrappers,
    /// The language version of the file that is being looked at.
    pub version: (u32, u32),
    /// The method that is being looked at.
    pub method: Option<Method>,
    pub findings: Vec<Diagnostic>,
}

/// A method and its receiver's variable.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Method {
    pub object: ObjectId,
    pub receiver: ObjectId,
}

impl<'c, 'a> Pass<'c, 'a> {
    pub fn new(checker: &'c mut Checker<'a>, package: PackageId, wrappers: &'c mut Wrappers) -> Pass<'c, 'a> {
        Pass {
            checker,
            package,
            wrappers,
            version: goes_types::checker::LATEST_VERSION,
            method: None,
            findings: Vec::new(),
        }
    }

    pub fn enter_file(&mut self, index: usize) {
        let versions = &self.checker.package(self.package).versions;
        self.version = versions
            .get(index)
            .copied()
            .unwrap_or(goes_types::checker::LATEST_VERSION);
    }

    pub fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.findings.push(Diagnostic::warning(code, span, message));
    }

    fn mode(&self, e: &ExprNode) -> Option<Mode> {
        let info = &self.checker.package(self.package).info;
        Some(info.types.get(e.id.0 as usize)?.as_ref()?.mode)
    }

    pub fn is_value(&self, e: &ExprNode) -> bool {
        let mode = self.mode(e);
        !matches!(
            mode,
            None | Some(Mode::Invalid | Mode::NoValue | Mode::Builtin(_) | Mode::Type)
        )
    }

    pub fn builtin(&self, e: &ExprNode) -> Option<Builtin> {
        match self.mode(unparen(e))? {
            Mode::Builtin(builtin) => Some(builtin),
            _ => None,
        }
    }

    /// The type of an expression; that of `nil` is untyped nil, whatever it has taken on.
    pub fn type_of(&self, e: &ExprNode) -> Option<TypeId> {
        let info = &self.checker.package(self.package).info;
        let known = info.types.get(e.id.0 as usize)?.as_ref()?;
        match known.mode {
            Mode::Nil => Some(TypeId::basic(BasicKind::UntypedNil)),
            _ => Some(known.ty),
        }
    }

    pub fn string_constant(&self, e: &ExprNode) -> Option<String> {
        let info = &self.checker.package(self.package).info;
        match info.types.get(e.id.0 as usize)?.as_ref()?.value.as_deref()? {
            Value::String(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        }
    }

    pub fn object(&self, node: NodeId) -> Option<ObjectId> {
        let info = &self.checker.package(self.package).info;
        *info.objects.get(node.0 as usize)?
    }

    /// The function, method or variable that is called.
    pub fn callee(&self, call: &CallExpr) -> Option<ObjectId> {
        let mut func = unparen(&call.func);
        if let ExprKind::Index(x, _) = &func.kind {
            func = unparen(x);
        }
        match &func.kind {
            ExprKind::Ident(_) => self.object(func.id),
            ExprKind::Selector(_, name) => {
                let info = &self.checker.package(self.package).info;
                match info.selections.get(&func.id) {
                    Some(selection) => selection.method,
                    None => self.object(name.id),
                }
            }
            _ => None,
        }
    }

    /// The method of an interface that is called, as `(testing.TB).Errorf`.
    pub fn interface_method(&self, call: &CallExpr) -> Option<String> {
        let func = unparen(&call.func);
        let ExprKind::Selector(_, name) = &func.kind else {
            return None;
        };
        let info = &self.checker.package(self.package).info;
        let selection = info.selections.get(&func.id).filter(|found| found.is_interface)?;
        let receiver = self.checker.path_type_string(selection.receiver);
        Some(format!("({receiver}).{}", name.name))
    }

    /// The type of a variable that a name declares or refers to.
    pub fn variable_type(&self, name: NodeId) -> Option<TypeId> {
        let object = self.object(name)?;
        Some(self.checker.object(object).ty)
    }

    /// The import path of the package that declares an object.
    pub fn package_path(&self, object: ObjectId) -> &str {
        let package = self.checker.object(object).package;
        package.map_or("", |package| self.checker.package(package).path.as_str())
    }

    /// `fmt.Printf`, `(*log.Logger).Printf`: with the import path of the package.
    pub fn full_name(&self, object: ObjectId) -> String {
        let name = self.checker.object(object).name;
        match &self.checker.object(object).kind {
            ObjectKind::Func {
                receiver: Some(receiver),
                ..
            } => {
                let star = if receiver.is_pointer { "*" } else { "" };
                // Methods of tests have one home in Go, and several in ours.
                let base = match self.checker.path_type_string(receiver.base) {
                    base if matches!(base.as_str(), "testing.T" | "testing.B" | "testing.F") => {
                        "testing.common".to_string()
                    }
                    base => base,
                };
                format!("({star}{base}).{name}")
            }
            ObjectKind::Func { .. } => format!("{}.{name}", self.package_path(object)),
            _ => name.to_string(),
        }
    }

    /// The path and name of a defined type.
    pub fn type_name(&self, ty: TypeId) -> Option<(&str, Symbol)> {
        match self.checker.types.get(ty) {
            Type::Named { decl, .. } => {
                let object = self.checker.types.named_decl(*decl).object;
                Some((self.package_path(object), self.checker.object(object).name))
            }
            _ => None,
        }
    }

    pub fn is_named(&self, ty: TypeId, path: &str, name: &str) -> bool {
        self.type_name(ty)
            .is_some_and(|(of, named)| of == path && named.as_str() == name)
    }

    /// The signature of a method that values of the type have.
    pub fn method(&mut self, ty: TypeId, name: &str) -> Option<TypeId> {
        let found = self.checker.lookup(ty, false, self.package, Symbol::new(name));
        match found {
            Lookup::Found {
                entry: Entry::Method { signature, .. },
                ..
            } => Some(signature),
            _ => None,
        }
    }

    /// Whether a signature has exactly these parameters and results.
    pub fn has_signature(&self, signature: TypeId, params: &[TypeId], results: &[TypeId]) -> bool {
        match self.checker.types.get(signature) {
            Type::Signature(signature) => {
                signature.params[..] == *params && signature.results[..] == *results
            }
            _ => false,
        }
    }
}

pub(crate) fn unparen(mut e: &ExprNode) -> &ExprNode {
    while let ExprKind::Paren(inner) = &e.kind {
        e = inner;
    }
    e
}

/// The name that an expression consists of.
pub(crate) fn as_ident(e: &ExprNode) -> Option<Ident> {
    match e.kind {
        ExprKind::Ident(name) => Some(Ident {
            id: e.id,
            span: e.span,
            name,
        }),
        _ => None,
    }
}
