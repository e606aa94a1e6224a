//! Struct types.

use crate::checker::Checker;
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::types::{BasicKind, Field, Type, TypeId};
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, ExprKind, ExprNode, Symbol};

impl<'a> Checker<'a> {
    pub(crate) fn struct_type(&mut self, env: &mut Env, decls: &'a [ast::FieldDecl]) -> TypeId {
        let mut fields: Vec<Field> = Vec::with_capacity(decls.len());
        let mut spans: Vec<Span> = Vec::with_capacity(decls.len());
        for decl in decls {
            let tag = decl
                .tag
                .and_then(|tag| crate::imports::unquote(tag.text.as_str()));
            // An empty tag is none.
            let tag = tag.filter(|tag| !tag.is_empty()).map(|tag| Symbol::new(&tag));
            let ty = self.var_type(env, &decl.ty);
            if decl.names.is_empty() {
                let Some((name, span)) = embedded_name(&decl.ty) else {
                    self.error(
                        "InvalidSyntaxTree",
                        decl.span,
                        format!("invalid embedded field type {}", expr_string(&decl.ty)),
                    );
                    continue;
                };
                self.check_embedded_later(&decl.ty, ty);
                self.add_field(env, &mut fields, &mut spans, (name, span), ty, true, tag);
            }
            for name in &decl.names {
                self.add_field(
                    env,
                    &mut fields,
                    &mut spans,
                    (name.name, name.span),
                    ty,
                    false,
                    tag,
                );
            }
        }
        self.types.intern(Type::Struct(fields.into()))
    }

    /// spec: "Within a struct, non-blank field names must be unique."
    #[expect(clippy::too_many_arguments, reason = "a field has that many parts")]
    pub(crate) fn add_field(
        &mut self,
        env: &Env,
        fields: &mut Vec<Field>,
        spans: &mut Vec<Span>,
        (name, span): (Symbol, Span),
        ty: TypeId,
        is_embedded: bool,
        tag: Option<Symbol>,
    ) {
        if !name.is_blank()
            && let Some(other) = fields.iter().position(|field| field.name == name)
        {
            let message = format!("{name} redeclared");
            self.report(
                Diagnostic::error("DuplicateDecl", span, message)
                    .label(spans[other], format!("other declaration of {name}")),
            );
        }
        let package = if name.is_exported() {
            None
        } else {
            Some(env.package)
        };
        fields.push(Field {
            name,
            package,
            ty,
            is_embedded,
            tag,
        });
        spans.push(span);
    }

    /// spec: "An embedded field must be specified as a type name T or as a pointer to a non-interface type
    /// name *T, and T itself may not be a pointer type or type parameter."
    pub(crate) fn check_embedded_later(&mut self, e: &'a ExprNode, ty: TypeId) {
        let span = e.span;
        self.later(move |checker| {
            let (base, is_pointer) = checker.deref(ty);
            let message = if checker.is_type_param(base) {
                "embedded field type cannot be a (pointer to a) type parameter"
            } else {
                match &*checker.under(base) {
                    Type::Basic(BasicKind::UnsafePointer) => "embedded field type cannot be unsafe.Pointer",
                    Type::Pointer(_) => "embedded field type cannot be a pointer",
                    Type::Interface(_) if is_pointer => {
                        "embedded field type cannot be a pointer to an interface"
                    }
                    _ => return,
                }
            };
            let code = if checker.is_type_param(base) {
                "MisplacedTypeParam"
            } else {
                "InvalidPtrEmbed"
            };
            checker.error(code, span, message);
        });
    }
}

/// spec: "The unqualified type name acts as the field name."
fn embedded_name(e: &ExprNode) -> Option<(Symbol, Span)> {
    match &e.kind {
        ExprKind::Ident(name) => Some((*name, e.span)),
        ExprKind::Selector(_, name) => Some((name.name, name.span)),
        ExprKind::Star(inner) | ExprKind::Paren(inner) => embedded_name(inner),
        ExprKind::Index(inner, _) => embedded_name(inner),
        _ => None,
    }
}
