//! Selectors and qualified identifiers.

use crate::checker::{Checker, PackageId};
use crate::env::Env;
use crate::info::{Mode, Selection, SelectionKind};
use crate::lookup::{Entry, Lookup};
use crate::object::{ObjectId, ObjectKind};
use crate::operand::Operand;
use crate::scope::Qualified;
use crate::types::{Signature, Type, TypeId};
use goes_source::Diagnostic;
use goes_syntax::ast::{ExprNode, Ident, Symbol};

impl<'a> Checker<'a> {
    /// `x.name`
    pub(crate) fn selector(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        operand: &'a ExprNode,
        name: &'a Ident,
    ) -> Operand<'a> {
        match self.qualified(env, operand, name) {
            Qualified::No => {}
            Qualified::Failed => return Operand::invalid(e),
            Qualified::Object(object) => return self.imported(e, object),
        }
        let x = self.expr_or_type(env, operand, false);
        match x.mode {
            Mode::Invalid => return Operand::invalid(e),
            Mode::Builtin(_) => {
                let text = self.operand_string(env.package, &x);
                self.fail(
                    env,
                    "UncalledBuiltin",
                    e.span,
                    format!("invalid use of {text} in selector expression"),
                );
                return Operand::invalid(e);
            }
            _ => {}
        }
        let (base, _) = self.deref(x.ty);
        self.note_need(base);
        let found = self.lookup(x.ty, x.mode == Mode::Variable, env.package, name.name);
        let Lookup::Found {
            path,
            is_indirect,
            entry,
        } = found
        else {
            self.report_selector(env, &x, name, &found);
            return Operand::invalid(e);
        };
        match entry {
            Entry::Field(_) if x.mode == Mode::Type => {
                let ty = self.type_string(x.ty, env.package);
                let (source, sel) = (self.source(&x), name.name);
                let message = format!(
                    "{source}.{sel} undefined (type {ty} has no method {sel})\n\t\
                     operand for field selector {sel} must be value of type {ty}"
                );
                self.fail(env, "MissingFieldOrMethod", name.span, message);
                Operand::invalid(e)
            }
            Entry::Field(ty) => {
                let selection = Selection {
                    kind: SelectionKind::Field,
                    receiver: x.ty,
                    path,
                    method: None,
                    is_interface: false,
                    is_indirect,
                    ty,
                };
                self.record_selection(env, e.id, selection);
                if ty.is_invalid() {
                    return Operand::invalid(e);
                }
                // spec: "a field selector of an addressable struct operand" is addressable.
                let is_variable = x.mode == Mode::Variable || is_indirect;
                Operand::new(if is_variable { Mode::Variable } else { Mode::Value }, ty, e)
            }
            Entry::Method {
                object,
                signature,
                is_interface,
            } => {
                if let Some(method) = object {
                    self.depend_on(env, method);
                }
                let (kind, ty) = if x.mode == Mode::Type {
                    let ty = self.with_receiver(signature, x.ty);
                    if let Some(method) = object {
                        self.note_receiver_name(method, ty);
                    }
                    (SelectionKind::MethodExpr, ty)
                } else {
                    (SelectionKind::Method, signature)
                };
                let selection = Selection {
                    kind,
                    receiver: x.ty,
                    path,
                    method: object,
                    is_interface,
                    is_indirect,
                    ty,
                };
                self.record_selection(env, e.id, selection);
                if ty.is_invalid() {
                    Operand::invalid(e)
                } else {
                    Operand::new(Mode::Value, ty, e)
                }
            }
        }
    }

    /// A method's body may refer to package variables too.
    fn depend_on(&mut self, env: &mut Env, method: ObjectId) {
        if self.object(method).package == Some(env.package) {
            env.dependencies.insert(method);
        }
    }

    /// spec: "The expression T.Mv yields a function equivalent to Mv but with an explicit receiver as its
    /// first argument".
    fn with_receiver(&mut self, signature: TypeId, receiver: TypeId) -> TypeId {
        let shared = self.types.shared(signature);
        let Type::Signature(signature) = &*shared else {
            return TypeId::INVALID;
        };
        let params = std::iter::once(receiver)
            .chain(signature.params.iter().copied())
            .collect();
        self.types.intern(Type::Signature(Signature {
            params,
            ..signature.clone()
        }))
    }

    /// A qualified identifier.
    pub(crate) fn imported(&self, e: &'a ExprNode, object: ObjectId) -> Operand<'a> {
        let object = self.object(object);
        let ty = object.ty;
        match &object.kind {
            ObjectKind::Builtin(builtin) => Operand::new(Mode::Builtin(*builtin), TypeId::INVALID, e),
            _ if ty.is_invalid() => Operand::invalid(e),
            ObjectKind::Const { value } => Operand::constant(value.clone(), ty, e),
            ObjectKind::TypeName { .. } => Operand::new(Mode::Type, ty, e),
            ObjectKind::Var(_) => Operand::new(Mode::Variable, ty, e),
            ObjectKind::Func { .. } => Operand::new(Mode::Value, ty, e),
            ObjectKind::PkgName { .. } | ObjectKind::Label | ObjectKind::Nil => Operand::invalid(e),
        }
    }

    fn report_selector(&mut self, env: &Env, x: &Operand<'a>, name: &Ident, found: &Lookup) {
        if self.has_invalid_core(x.ty) {
            return;
        }
        self.recall_param_names(env.package, x);
        let (source, ty, sel) = (self.source(x), self.operand_type(env.package, x), name.name);
        let (code, message) = match found {
            Lookup::Ambiguous => ("AmbiguousSelector", format!("ambiguous selector {source}.{sel}")),
            Lookup::PointerReceiver if x.mode == Mode::Type => (
                "InvalidMethodExpr",
                format!("invalid method expression {ty}.{sel} (needs pointer receiver (*{ty}).{sel})"),
            ),
            Lookup::PointerReceiver => (
                "InvalidMethodExpr",
                format!("cannot call pointer method {sel} on {ty}"),
            ),
            _ => {
                let why = match self.pointer_to_interface(env, x.ty) {
                    Some(why) => why,
                    None => self.selector_hint(env, x.ty, &ty, sel),
                };
                (
                    "MissingFieldOrMethod",
                    format!("{source}.{sel} undefined ({why})"),
                )
            }
        };
        let mut diagnostic = Diagnostic::error(code, env.repeated_at.unwrap_or(name.span), message);
        if code == "MissingFieldOrMethod"
            && !diagnostic.message.contains("but does have")
            && let Some(similar) = self.similar_member(env, x.ty, sel)
        {
            diagnostic = diagnostic.note(format!("did you mean {source}.{similar}?"));
        }
        self.report(diagnostic);
    }

    /// Why there is no such field or method, and which one may have been meant.
    fn selector_hint(&mut self, env: &Env, ty: TypeId, text: &str, sel: Symbol) -> String {
        let missing = format!("type {text} has no field or method {sel}");
        // The fields of what a defined pointer type points to.
        let underlying = self.underlying(ty);
        let is_defined_pointer = underlying != ty && matches!(self.types.get(underlying), Type::Pointer(_));
        let ty = if is_defined_pointer { underlying } else { ty };
        // Names of other packages must agree but for the first letter, unless both are exported.
        let is_foreign = self.owner(ty).is_some_and(|owner| owner != env.package);
        let is_near =
            |other: &Symbol| !is_foreign || sel.is_exported() || lower_first(*other) == lower_first(sel);
        if let Some(other) = self.lookup_fold(ty, env.package, sel).filter(is_near) {
            let what = self.entry_kind(ty, env.package, other);
            // A defined pointer type has no methods.
            if what == "field" || !is_defined_pointer {
                return format!("{missing}, but does have {what} {other}");
            }
        }
        let Some(owner) = self.owner(ty).filter(|&owner| owner != env.package) else {
            return missing;
        };
        if sel.is_exported() {
            let lower = lower_first(sel);
            if let Lookup::Found { .. } = self.lookup(ty, true, owner, lower) {
                let what = self.entry_kind(ty, owner, lower);
                return format!("{missing}, but does have unexported {what} {lower}");
            }
        } else if let Lookup::Found { .. } = self.lookup(ty, true, owner, sel) {
            return format!(
                "cannot refer to unexported {} {sel}",
                self.entry_kind(ty, owner, sel)
            );
        }
        missing
    }

    fn entry_kind(&mut self, ty: TypeId, package: PackageId, name: Symbol) -> &'static str {
        match self.lookup(ty, true, package, name) {
            Lookup::Found {
                entry: Entry::Field(_),
                ..
            } => "field",
            _ => "method",
        }
    }

    /// The package that declares a type, or what it points to.
    pub(crate) fn owner(&self, ty: TypeId) -> Option<PackageId> {
        let (base, _) = self.deref(ty);
        let Type::Named { decl, .. } = self.types.get(base) else {
            return None;
        };
        self.object(self.types.named_decl(*decl).object).package
    }
}

/// `Foo` as `foo`.
pub(crate) fn lower_first(name: Symbol) -> Symbol {
    let mut chars = name.as_str().chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    Symbol::new(&first.chain(chars).collect::<String>())
}
