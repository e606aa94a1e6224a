//! What lowering asks the checker: one place, so that the rest reads in terms of concrete types.

use crate::reach::Lowerer;
use goes_source::{Span, Symbol};
use goes_types::types::{Signature, Type};
use goes_types::{BasicKind, Lookup, MethodEntry, ObjectId, ObjectKind, PackageId, TypeId as Ty};
use std::sync::Arc;

/// A method or field found by name.
#[derive(Clone, Debug)]
pub(crate) struct FoundMethod {
    /// Embedded fields that lead to the receiver.
    pub path: Box<[u32]>,
    pub object: Option<ObjectId>,
    pub signature: Ty,
    pub is_interface: bool,
}

impl Lowerer<'_, '_> {
    pub fn underlying(&mut self, ty: Ty) -> Ty {
        self.checker.underlying(ty)
    }

    /// The structure of the underlying type.
    pub fn under(&mut self, ty: Ty) -> Arc<Type> {
        let underlying = self.underlying(ty);
        self.checker.types.shared(underlying)
    }

    pub fn shared(&self, ty: Ty) -> Arc<Type> {
        self.checker.types.shared(ty)
    }

    pub fn is_interface(&mut self, ty: Ty) -> bool {
        matches!(&*self.under(ty), Type::Interface(_))
    }

    /// Structs and arrays: values that JavaScript holds in an object which Go copies.
    pub fn is_aggregate(&mut self, ty: Ty) -> bool {
        matches!(&*self.under(ty), Type::Struct(_) | Type::Array { .. })
    }

    /// What a pointer points to.
    pub fn pointee(&mut self, ty: Ty) -> Option<Ty> {
        if let Type::Pointer(elem) = &*self.under(ty) {
            Some(*elem)
        } else {
            None
        }
    }

    pub fn signature(&mut self, ty: Ty) -> Option<Signature> {
        if let Type::Signature(signature) = &*self.under(ty) {
            Some(signature.clone())
        } else {
            None
        }
    }

    pub fn identical(&mut self, a: Ty, b: Ty) -> bool {
        a == b || self.checker.identical(a, b)
    }

    /// spec: "The default type of an untyped constant is bool, rune, int, float64, complex128, or string".
    pub fn default_type(&mut self, ty: Ty) -> Ty {
        let Type::Basic(kind) = self.checker.types.get(ty) else {
            return ty;
        };
        Ty::basic(match kind {
            BasicKind::UntypedBool => BasicKind::Bool,
            BasicKind::UntypedInt => BasicKind::Int,
            BasicKind::UntypedRune => BasicKind::Int32,
            BasicKind::UntypedFloat => BasicKind::Float64,
            BasicKind::UntypedComplex => BasicKind::Complex128,
            BasicKind::UntypedString => BasicKind::String,
            kind => *kind,
        })
    }

    /// The methods that values of the type have, and by which they can implement interfaces: generic ones
    /// cannot.
    pub fn method_set(&mut self, ty: Ty) -> Vec<MethodEntry> {
        let mut methods = self.checker.method_set(ty);
        methods.retain(|method| {
            let is_generic = matches!(
                self.checker.types.get(method.signature),
                Type::Signature(signature) if !signature.type_params.is_empty()
            );
            !method.needs_pointer && !is_generic
        });
        methods
    }

    /// The method of that name, whose receiver may be addressed if need be.
    pub fn find_method(&mut self, ty: Ty, package: Option<PackageId>, name: Symbol) -> Option<FoundMethod> {
        let package = package.unwrap_or(PackageId(0));
        match self.checker.lookup(ty, true, package, name) {
            Lookup::Found {
                path,
                entry:
                    goes_types::Entry::Method {
                        object,
                        signature,
                        is_interface,
                    },
                ..
            } => Some(FoundMethod {
                path,
                object,
                signature,
                is_interface,
            }),
            _ => None,
        }
    }

    /// Whether a function declaration has type parameters of its own.
    pub fn is_generic_func(&mut self, object: ObjectId) -> bool {
        let ty = self.object(object).ty;
        matches!(self.checker.types.get(ty), Type::Signature(signature) if !signature.type_params.is_empty())
    }

    /// Whether a method has a pointer receiver; `false` for functions.
    pub fn has_pointer_receiver(&self, object: ObjectId) -> bool {
        matches!(&self.object(object).kind, ObjectKind::Func { receiver: Some(receiver), .. } if receiver.is_pointer)
    }

    /// The text of a string literal without its quotes.
    pub fn source_text(&self, span: Span) -> &str {
        self.graph.files.text(span)
    }
}
