//! Interface types, and the unions in constraints.

use crate::checker::{Checker, DeclInfo, DeclKind, State};
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::object::{Object, ObjectId, ObjectKind};
use crate::types::{Method, Term, Type, TypeId};
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, ExprKind, ExprNode, Symbol, UnaryOp};
use rustc_hash::FxHashSet;

/// gc's limit.
const MAX_TERMS: usize = 100;

impl<'a> Checker<'a> {
    /// An element of an interface, or a constraint: a type or a union of terms.
    pub(crate) fn type_elem(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let mut exprs = Vec::new();
        collect_terms(e, &mut exprs);
        if let Some(extra) = exprs.get(MAX_TERMS) {
            self.report_term_count(extra.span);
            return TypeId::INVALID;
        }
        if let [only] = &*exprs
            && !matches!(only.kind, ExprKind::Unary(UnaryOp::Tilde, _))
        {
            return self.type_expr(env, only);
        }
        let mut terms = Vec::with_capacity(exprs.len());
        let mut spans = Vec::with_capacity(exprs.len());
        for term in exprs {
            let (is_tilde, operand) = match &term.kind {
                ExprKind::Unary(UnaryOp::Tilde, operand) => (true, &**operand),
                _ => (false, term),
            };
            let ty = self.type_expr(env, operand);
            if ty.is_invalid() {
                continue;
            }
            if self.is_type_param(ty) {
                let message = if is_tilde {
                    format!("type in term {} cannot be a type parameter", expr_string(term))
                } else {
                    "term cannot be a type parameter".to_owned()
                };
                self.error("MisplacedTypeParam", term.span, message);
                continue;
            }
            terms.push(Term { is_tilde, ty });
            spans.push(term.span);
        }
        if terms.is_empty() {
            return TypeId::INVALID;
        }
        let ty = self.types.intern(Type::Union(terms.clone().into()));
        self.record_type(env, e.id, Mode::Type, ty, None);
        let package = env.package;
        self.later(move |checker| checker.check_union(package, &terms, &spans));
        ty
    }

    fn report_term_count(&mut self, at: Span) {
        let message = format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
        self.error("InvalidUnion", at, message);
    }

    /// spec: "The type T in a term of the form T or ~T cannot be a type parameter, and the type sets of all
    /// non-interface terms must be pairwise disjoint".
    pub(crate) fn check_union(&mut self, package: crate::PackageId, terms: &[Term], spans: &[Span]) {
        let mut count = 0;
        for term in terms {
            count += if self.is_interface(term.ty) {
                self.type_set(term.ty)
                    .terms
                    .as_ref()
                    .map_or(0, |terms| terms.len())
            } else {
                1
            };
        }
        if count > MAX_TERMS {
            return self.report_term_count(spans[0]);
        }
        for (index, term) in terms.iter().enumerate() {
            let span = spans[index];
            let text = self.type_string(term.ty, package);
            let underlying = self.underlying(term.ty);
            if self.is_interface(term.ty) {
                if term.is_tilde {
                    self.error(
                        "InvalidUnion",
                        span,
                        format!("invalid use of ~ ({text} is an interface)"),
                    );
                    continue;
                }
                self.check_interface_term(term.ty, span, terms.len());
                continue;
            }
            if term.is_tilde && underlying != term.ty && !underlying.is_invalid() {
                let under = self.type_string(underlying, package);
                let message = format!("invalid use of ~ (underlying type of {text} is {under})");
                self.error("InvalidUnion", span, message);
                continue;
            }
            let tilde = |term: &Term| if term.is_tilde { "~" } else { "" };
            for other in &terms[..index] {
                if self.is_interface(other.ty) || !self.terms_overlap(*term, *other) {
                    continue;
                }
                let message = format!(
                    "overlapping terms {}{} and {}{}",
                    tilde(term),
                    self.link_type_string(term.ty),
                    tilde(other),
                    self.link_type_string(other.ty)
                );
                self.soft_error("InvalidUnion", span, message);
                break;
            }
        }
    }

    pub(crate) fn terms_overlap(&mut self, a: Term, b: Term) -> bool {
        self.types.term_includes(a, b.ty) || self.types.term_includes(b, a.ty)
    }

    /// spec: "Implementation restriction: A union (with more than one term) cannot contain the predeclared
    /// identifier comparable or interfaces that specify methods, or embed comparable or interfaces that
    /// specify methods."
    fn check_interface_term(&mut self, ty: TypeId, span: Span, count: usize) {
        if count < 2 {
            return;
        }
        let text = self.link_type_string(ty);
        let set = self.type_set(ty);
        let message = if !set.methods.is_empty() {
            format!("cannot use {text} in union ({text} contains methods)")
        } else if ty == self.comparable_type {
            "cannot use comparable in union".to_owned()
        } else if set.is_comparable {
            format!("cannot use {text} in union ({text} embeds comparable)")
        } else {
            return;
        };
        self.error("InvalidUnion", span, message);
    }

    pub(crate) fn interface_type(
        &mut self,
        env: &mut Env,
        at: Span,
        elems: &'a [ast::InterfaceElem],
    ) -> TypeId {
        if elems.is_empty() {
            self.spelling.is_any = false;
        }
        let mut methods: Vec<Method> = Vec::new();
        let mut spans: Vec<Span> = Vec::new();
        let mut embedded: Vec<(TypeId, Span)> = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for elem in elems {
            match elem {
                ast::InterfaceElem::Method(name, signature) => {
                    if name.name.is_blank() {
                        self.error(
                            "BlankIfaceMethod",
                            name.span,
                            "methods must have a unique non-blank name",
                        );
                        continue;
                    }
                    let signature = self.func_type(env, signature);
                    let package = if name.name.is_exported() {
                        None
                    } else {
                        Some(env.package)
                    };
                    if let Some(other) = methods.iter().position(|method| method.name == name.name) {
                        self.report_duplicate_method(name.name, name.span, spans[other]);
                        continue;
                    }
                    self.record_interface_method(env, name, signature);
                    methods.push(Method {
                        name: name.name,
                        package,
                        signature,
                    });
                    spans.push(name.span);
                }
                ast::InterfaceElem::Embedded(e) => {
                    let mut ty = self.embedded_elem(env, e);
                    let is_interface = matches!(self.types.get(ty), Type::Named { .. } | Type::Interface(_));
                    if !ty.is_invalid() && !is_interface && !self.allow_version(env, (1, 18)) {
                        let what = if let Type::Union(_) = self.types.get(ty) {
                            "interface element"
                        } else {
                            "non-interface type"
                        };
                        let text = expr_string(e);
                        self.verify_version(env, e.span, (1, 18), &format!("embedding {what} {text}"));
                        ty = TypeId::INVALID;
                    }
                    if !ty.is_invalid() {
                        embedded.push((ty, e.span));
                        texts.push(expr_string(e));
                    }
                }
            }
        }
        let elements: Vec<TypeId> = embedded.iter().map(|&(ty, _)| ty).collect();
        let ty = self.types.interface_of(methods.clone(), &elements, false);
        self.note_interface(env, ty, &methods, &elements);
        if self.types.has_lazy(ty) {
            self.lazy_interfaces.push((env.package, at, ty));
        }
        if !embedded.is_empty() {
            let env = Env::new(env.package, env.file, env.version, env.scope);
            self.later(move |checker| {
                checker.check_embedded_versions(&env, &texts, &embedded);
                checker.check_embedded_methods(&env, &methods, &spans, &embedded);
            });
        }
        ty
    }

    /// Reports an interface literal that occurs in the signatures of its own methods, as in
    /// `type I interface { m() interface { I } }`: gc refuses those. False once one has been reported;
    /// `known` are those in which one has been before.
    pub(crate) fn check_anonymous_cycle(
        &mut self,
        at: Span,
        ty: TypeId,
        path: &mut Vec<TypeId>,
        known: &mut FxHashSet<TypeId>,
    ) -> bool {
        if !self.types.has_lazy(ty) || known.contains(&ty) {
            return true;
        }
        match &*self.types.shared(ty) {
            Type::Interface(_) if path.contains(&ty) => {
                let message = "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)";
                self.error("InvalidDeclCycle", at, message);
                known.extend(path.iter().copied());
                false
            }
            Type::Interface(_) => {
                path.push(ty);
                let set = self.type_set(ty);
                let is_fine = set
                    .methods
                    .iter()
                    .all(|method| self.check_anonymous_cycle(at, method.signature, path, known));
                path.pop();
                is_fine
            }
            Type::Signature(signature) => {
                let mut parts = signature.params.iter().chain(&signature.results);
                parts.all(|&part| self.check_anonymous_cycle(at, part, path, known))
            }
            Type::Struct(fields) => fields
                .iter()
                .all(|field| self.check_anonymous_cycle(at, field.ty, path, known)),
            Type::Array { elem, .. } | Type::Slice(elem) | Type::Pointer(elem) | Type::Chan { elem, .. } => {
                self.check_anonymous_cycle(at, *elem, path, known)
            }
            Type::Map { key, elem } => {
                self.check_anonymous_cycle(at, *key, path, known)
                    && self.check_anonymous_cycle(at, *elem, path, known)
            }
            Type::Named { args, .. } => args
                .iter()
                .all(|&arg| self.check_anonymous_cycle(at, arg, path, known)),
            _ => true,
        }
    }

    pub(crate) fn report_duplicate_method(&mut self, name: Symbol, span: Span, other: Span) {
        self.report(
            Diagnostic::error("DuplicateDecl", span, format!("duplicate method {name}"))
                .label(other, format!("other declaration of method {name}")),
        );
    }

    pub(crate) fn record_interface_method(&mut self, env: &Env, name: &ast::Ident, signature: TypeId) {
        let object = self.new_object(Object {
            name: name.name,
            package: Some(env.package),
            ty: signature,
            span: name.span,
            kind: ObjectKind::Func {
                decl: None,
                receiver: None,
            },
            is_global: false,
        });
        self.record_object(env, name.id, object);
    }

    pub(crate) fn embedded_elem(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.type_elem(env, e);
        if self.is_type_param(ty) {
            self.error("MisplacedTypeParam", e.span, "term cannot be a type parameter");
            return TypeId::INVALID;
        }
        self.complete_embedded(ty);
        ty
    }

    /// Resolves an embedded interface so that it can be merged, unless it is being resolved right now.
    pub(crate) fn complete_embedded(&mut self, ty: TypeId) {
        let Type::Named { decl, .. } = *self.types.get(ty) else {
            return;
        };
        let object = self.types.named_decl(decl).object;
        // An alias on the way needs its type: embedded types are left for later then.
        let has_alias = self.path.iter().any(|&object| {
            matches!(
                self.object(object).kind,
                ObjectKind::TypeName { is_alias: true, .. }
            )
        });
        if self.states[object.0 as usize] == State::Unresolved
            && !has_alias
            && self.leads_to_interface(object)
        {
            self.resolve(object);
        }
    }

    /// Whether a type declaration's right side is an interface, maybe by way of other declarations none of
    /// which is being resolved.
    pub(crate) fn leads_to_interface(&self, object: ObjectId) -> bool {
        let mut object = object;
        for _ in 0..100 {
            if self.states[object.0 as usize] != State::Unresolved {
                return self.states[object.0 as usize] == State::Resolved;
            }
            let Some(DeclInfo {
                kind: DeclKind::Type(decl),
                package,
                ..
            }) = self.decls.get(&object)
            else {
                return false;
            };
            let name = match &decl.ty.kind {
                ExprKind::InterfaceType(_) => return true,
                ExprKind::Ident(name) => name,
                _ => return false,
            };
            let scope = self.package(*package).scope;
            match self.scopes[scope.0 as usize].names.get(name) {
                Some(&next) => object = next,
                // Predeclared or dot-imported.
                None => return true,
            }
        }
        false
    }

    /// Before go1.18 interfaces embed interfaces alone.
    pub(crate) fn check_embedded_versions(
        &mut self,
        env: &Env,
        texts: &[String],
        embedded: &[(TypeId, Span)],
    ) {
        if self.allow_version(env, (1, 18)) {
            return;
        }
        for (&(ty, span), text) in embedded.iter().zip(texts) {
            let is_union = matches!(self.types.get(ty), Type::Union(_));
            if is_union || self.is_interface(ty) || self.underlying(ty).is_invalid() {
                continue;
            }
            self.verify_version(
                env,
                span,
                (1, 18),
                &format!("embedding non-interface type {text}"),
            );
        }
    }

    /// spec: "When embedding interfaces, methods with the same names must have identical signatures."
    pub(crate) fn check_embedded_methods(
        &mut self,
        env: &Env,
        own: &[Method],
        spans: &[Span],
        embedded: &[(TypeId, Span)],
    ) {
        let mut all: Vec<(Method, Span)> = own.iter().cloned().zip(spans.iter().copied()).collect();
        for &(ty, span) in embedded {
            if !self.is_interface(ty) {
                continue;
            }
            for method in &self.type_set(ty).methods {
                let known = all
                    .iter()
                    .find(|(known, _)| known.name == method.name && known.package == method.package);
                match known {
                    Some((known, other)) => {
                        let (signature, other) = (known.signature, *other);
                        let may_overlap = self.allow_version(env, (1, 14));
                        if !may_overlap || !self.identical(signature, method.signature) {
                            self.report_duplicate_method(method.name, span, other);
                        }
                    }
                    None => all.push((method.clone(), span)),
                }
            }
        }
    }
}

/// The terms of a union, however it was parsed.
fn collect_terms<'a>(e: &'a ExprNode, terms: &mut Vec<&'a ExprNode>) {
    match &e.kind {
        ExprKind::Union(parts) => parts.iter().for_each(|part| collect_terms(part, terms)),
        ExprKind::Binary(ast::BinaryOp::Or, left, right) => {
            collect_terms(left, terms);
            collect_terms(right, terms);
        }
        _ => terms.push(e),
    }
}
