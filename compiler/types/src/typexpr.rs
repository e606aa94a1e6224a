//! Type expressions.

use crate::checker::{Checker, DeclInfo, DeclKind, SignatureObjects, State};
use crate::constant::Value;
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::object::{Object, ObjectId, ObjectKind, Receiver, VarKind};
use crate::scope::Qualified;
use crate::types::{BasicKind, Field, Method, NamedId, Signature, Term, Type, TypeId, TypeParamId};
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{self, ExprKind, ExprNode, NodeId, Symbol, UnaryOp};

/// gc's limit.
const MAX_TERMS: usize = 100;

/// A generic type that is being given its type arguments.
#[derive(Copy, Clone, Debug)]
enum Generic {
    Defined(NamedId),
    /// spec: "If the alias declaration specifies type parameters, the type name denotes a generic alias."
    Alias(ObjectId),
}

impl<'a> Checker<'a> {
    /// The type that an expression denotes; anything else is reported and INVALID.
    pub(crate) fn type_expr(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.generic_type_expr(env, e);
        if self.reject_generic_type(env, e.span, ty) {
            return TypeId::INVALID;
        }
        ty
    }

    /// Reports a generic type without its type arguments.
    fn reject_generic_type(&mut self, env: &Env, span: Span, ty: TypeId) -> bool {
        if self.types.missing_type_args(ty).is_none() {
            return false;
        }
        let text = self.ty_string(env, ty);
        self.error("WrongTypeArgCount", span, format!("cannot use generic type {text} without instantiation"));
        true
    }

    /// The type of a variable, which no constraint may be.
    ///
    /// spec: "Interfaces that are not basic may only be used as type constraints".
    pub(crate) fn var_type(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.type_expr(env, e);
        self.check_var_type(env, e.span, ty);
        ty
    }

    pub(crate) fn check_var_type(&mut self, env: &Env, span: Span, ty: TypeId) {
        // Most types are no interfaces at all, and those that are declared are looked at when complete.
        if !matches!(self.types.get(ty), Type::Named { .. } | Type::Interface(_)) {
            return;
        }
        let package = env.package;
        self.later(move |checker| {
            if !checker.is_interface(ty) {
                return;
            }
            let set = checker.type_set(ty);
            if set.is_basic() {
                return;
            }
            let text = checker.type_string(ty, package);
            let why = if set.is_comparable { "is (or embeds) comparable" } else { "contains type constraints" };
            let message = format!("cannot use type {text} outside a type constraint: interface {why}");
            checker.soft_error("MisplacedConstraintIface", span, message);
        });
    }

    /// [`Checker::type_expr`], but a generic type may lack its type arguments.
    pub(crate) fn generic_type_expr(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.type_structure(env, e);
        self.record_type(env, e.id, Mode::Type, ty, None);
        ty
    }

    fn type_structure(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        match &e.kind {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Ident(name) => {
                // What is no type is not resolved: that might lead in a circle.
                if let Some(object) = self.lookup_name(env, *name)
                    && !matches!(self.object(object).kind, ObjectKind::TypeName { .. })
                {
                    self.record_object(env, e.id, object);
                    self.report_not_a_type(object, e.span);
                    return TypeId::INVALID;
                }
                let Some(object) = self.use_name(env, e.id, e.span, *name) else { return TypeId::INVALID };
                self.type_name_type(env, object, e.span)
            }
            ExprKind::Selector(x, name) => match self.qualified(env, x, name) {
                Qualified::Object(object) => self.type_name_type(env, object, e.span),
                Qualified::Failed => TypeId::INVALID,
                Qualified::No => self.not_a_type(env, e),
            },
            ExprKind::Paren(inner) => self.generic_type_expr(env, inner),
            ExprKind::Index(x, args) => self.instance(env, x, args),
            ExprKind::Star(elem) => {
                let elem = self.var_type(env, elem);
                self.types.pointer_to(elem)
            }
            ExprKind::ArrayType(Some(len), elem) => {
                let len = self.array_length(env, len);
                let elem = self.var_type(env, elem);
                match len {
                    Some(len) => self.types.array_of(len, elem),
                    None => TypeId::INVALID,
                }
            }
            ExprKind::ArrayType(None, elem) => {
                let message = "invalid use of [...] array (outside a composite literal)";
                self.error("BadDotDotDotSyntax", e.span, message);
                self.var_type(env, elem);
                TypeId::INVALID
            }
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(env, elem);
                self.types.slice_of(elem)
            }
            ExprKind::StructType(fields) => self.struct_type(env, fields),
            ExprKind::FuncType(signature) => self.func_type(env, signature),
            ExprKind::InterfaceType(elems) => self.interface_type(env, elems),
            ExprKind::MapType(key, elem) => self.map_type(env, key, elem),
            ExprKind::ChanType(dir, elem) => {
                let elem = self.var_type(env, elem);
                self.types.chan_of(*dir, elem)
            }
            ExprKind::Union(_) | ExprKind::Unary(UnaryOp::Tilde, _) => {
                self.error("MisplacedConstraintIface", e.span, format!("cannot use {} outside a type constraint", expr_string(e)));
                TypeId::INVALID
            }
            ExprKind::BasicLit(..)
            | ExprKind::CompositeLit(_)
            | ExprKind::FuncLit(_)
            | ExprKind::Slice(_)
            | ExprKind::TypeAssert(..)
            | ExprKind::Call(_)
            | ExprKind::Unary(..)
            | ExprKind::Binary(..)
            | ExprKind::KeyValue(..) => self.not_a_type(env, e),
        }
    }

    fn not_a_type(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        if let ExprKind::Selector(x, _) = &e.kind
            && let ExprKind::Ident(name) = x.kind
            && self.lookup_name(env, name).is_none()
        {
            self.error("UndeclaredName", x.span, format!("undefined: {name}"));
            return TypeId::INVALID;
        }
        self.error("NotAType", e.span, format!("{} is not a type", expr_string(e)));
        TypeId::INVALID
    }

    /// A predeclared name is used.
    pub(crate) fn note_spelling(&mut self, name: Symbol) {
        match name.as_str() {
            "byte" => self.spelling.is_byte = true,
            "uint8" => self.spelling.is_byte = false,
            "rune" => self.spelling.is_rune = true,
            "int32" => self.spelling.is_rune = false,
            "any" => self.spelling.is_any = true,
            _ => {}
        }
    }

    fn report_not_a_type(&mut self, object: ObjectId, span: Span) {
        let name = self.object(object).name;
        let kind = self.object_kind(object);
        if let ObjectKind::PkgName { .. } = self.object(object).kind {
            self.mark_import_used(object);
        }
        self.mark_used(object);
        self.error("NotAType", span, format!("{name} ({kind}) is not a type"));
    }

    /// The type that a type name denotes, maybe generic; reports other objects.
    pub(crate) fn type_name_type(&mut self, env: &mut Env, object: ObjectId, span: Span) -> TypeId {
        match &self.object(object).kind {
            ObjectKind::TypeName { is_alias, type_params } => {
                if *is_alias && !type_params.is_empty() {
                    let text = self.generic_alias_string(env, object);
                    let message = format!("cannot use generic type {text} without instantiation");
                    self.error("WrongTypeArgCount", span, message);
                    return TypeId::INVALID;
                }
                self.object(object).ty
            }
            _ => {
                self.report_not_a_type(object, span);
                TypeId::INVALID
            }
        }
    }

    fn generic_alias_string(&self, env: &Env, object: ObjectId) -> String {
        let ObjectKind::TypeName { type_params, .. } = &self.object(object).kind else { return String::new() };
        let params: Vec<String> = type_params
            .iter()
            .map(|&param| {
                let param = self.types.type_param(param);
                format!("{} {}", param.name, self.ty_string(env, param.constraint))
            })
            .collect();
        format!("{}[{}]", self.object(object).name, params.join(", "))
    }

    /// `T[A, B]` met in an expression, where `T` is known to be a generic type's name.
    pub(crate) fn instantiated_type(&mut self, env: &mut Env, x: &'a ExprNode, args: &'a [ast::Expr]) -> TypeId {
        self.instance(env, x, args)
    }

    /// The generic type that an expression names, and the node of its name.
    fn generic_base(&mut self, env: &mut Env, x: &'a ExprNode, args: &'a [ast::Expr]) -> Option<(Generic, NodeId)> {
        let object = match &x.kind {
            ExprKind::Paren(inner) => return self.generic_base(env, inner, args),
            ExprKind::Ident(name) => self.use_name(env, x.id, x.span, *name)?,
            ExprKind::Selector(package, name) => match self.qualified(env, package, name) {
                Qualified::Object(object) => object,
                Qualified::Failed => return None,
                Qualified::No => {
                    self.not_a_type(env, x);
                    return None;
                }
            },
            _ => {
                let ty = self.type_expr(env, x);
                self.report_not_generic(env, x, args, ty);
                return None;
            }
        };
        let ObjectKind::TypeName { is_alias, type_params } = &self.object(object).kind else {
            self.type_name_type(env, object, x.span);
            return None;
        };
        let ty = self.object(object).ty;
        if *is_alias && !type_params.is_empty() {
            return Some((Generic::Alias(object), x.id));
        }
        match self.types.missing_type_args(ty) {
            Some(named) => Some((Generic::Defined(named), x.id)),
            None => {
                self.report_not_generic(env, x, args, ty);
                None
            }
        }
    }

    fn report_not_generic(&mut self, env: &Env, x: &'a ExprNode, args: &'a [ast::Expr], ty: TypeId) {
        if !ty.is_invalid() {
            let text = self.ty_string(env, ty);
            let list: Vec<String> = args.iter().map(|arg| expr_string(arg)).collect();
            let message =
                format!("invalid operation: {}[{}] ({text} is not a generic type)", expr_string(x), list.join(", "));
            self.error("NotAGenericType", x.span, message);
        }
    }

    /// spec: "A generic type is instantiated by substituting type arguments for the type parameters."
    fn instance(&mut self, env: &mut Env, x: &'a ExprNode, args: &'a [ast::Expr]) -> TypeId {
        self.verify_version(env, x.span, (1, 18), "type instantiation");
        let Some((generic, node)) = self.generic_base(env, x, args) else { return TypeId::INVALID };
        let types: Vec<TypeId> = args.iter().map(|arg| self.var_type(env, arg)).collect();
        if types.iter().any(|ty| ty.is_invalid()) {
            return TypeId::INVALID;
        }
        let params = match generic {
            Generic::Defined(named) => self.types.named_decl(named).type_params.clone(),
            Generic::Alias(object) => match &self.object(object).kind {
                ObjectKind::TypeName { type_params, .. } => type_params.clone(),
                _ => return TypeId::INVALID,
            },
        };
        let spans: Vec<Span> = args.iter().map(|arg| arg.span).collect();
        if types.len() != params.len() {
            let at = if types.len() < params.len() { x.span } else { spans[params.len()] };
            self.report_arg_count(at, "type", &expr_string(x), types.len(), params.len());
            return TypeId::INVALID;
        }
        self.record_instance(env, node, types.clone().into());
        let ty = match generic {
            Generic::Defined(named) => {
                let outer = self.types.named_decl(named).outer_type_params.clone();
                let outer = outer.into_iter().map(|param| self.types.intern(Type::TypeParam(param)));
                let all: Vec<TypeId> = outer.collect::<Vec<_>>().into_iter().chain(types.iter().copied()).collect();
                self.types.intern(Type::Named { decl: named, args: all.into() })
            }
            Generic::Alias(object) => {
                let right = self.object(object).ty;
                self.types.subst(right, &crate::subst::Substitution::new(&params, &types))
            }
        };
        self.record_type(env, x.id, Mode::Type, ty, None);
        self.note_instantiation(env, x.span, &params, &types);
        self.verify_later(env, spans, params, types);
        ty
    }

    pub(crate) fn report_arg_count(&mut self, span: Span, what: &str, name: &str, have: usize, want: usize) {
        let quality = if have < want { "not enough" } else { "too many" };
        let message = format!("{quality} type arguments for {what} {name}: have {have}, want {want}");
        self.error("WrongTypeArgCount", span, message);
    }

    /// spec: "The length is part of the array's type; it must evaluate to a non-negative constant
    /// representable by a value of type int."
    pub(crate) fn array_length(&mut self, env: &mut Env, e: &'a ExprNode) -> Option<u64> {
        if let ExprKind::Ident(name) = e.kind {
            match self.lookup_name(env, name) {
                None => {
                    let message = format!("undefined array length {name} or missing type constraint");
                    self.error("InvalidArrayLen", e.span, message);
                    return None;
                }
                Some(object) if !matches!(self.object(object).kind, ObjectKind::Const { .. }) => {
                    self.use_name(env, e.id, e.span, name);
                    self.mark_used(object);
                    self.error("InvalidArrayLen", e.span, format!("invalid array length {name}"));
                    return None;
                }
                Some(_) => {}
            }
        }
        let x = self.expr(env, e);
        if x.is_invalid() {
            return None;
        }
        if x.mode != Mode::Constant {
            let text = self.operand_string(env.package, &x);
            self.error("InvalidArrayLen", e.span, format!("array length {text} must be constant"));
            return None;
        }
        if self.is_untyped(x.ty) || self.is_integer(x.ty) {
            let value = x.value.as_ref().map(Value::to_int);
            if let Some(Value::Int(value)) = &value {
                let len = i64::try_from(value).ok().and_then(|len| u64::try_from(len).ok());
                if let Some(len) = len {
                    self.finish_array_length(env, e, x.ty);
                    return Some(len);
                }
            }
        }
        let text = self.operand_string(env.package, &x);
        let is_integer = self.is_integer(x.ty);
        let message = if is_integer { format!("invalid array length {text}") } else { format!("array length {text} must be integer") };
        self.error("InvalidArrayLen", e.span, message);
        None
    }

    /// An untyped length takes on the type int.
    fn finish_array_length(&mut self, env: &mut Env, e: &'a ExprNode, ty: TypeId) {
        if self.is_untyped(ty)
            && let Some(known) = self.recorded_type(env, e.id).cloned()
        {
            self.record_type(env, e.id, known.mode, TypeId::basic(BasicKind::Int), known.value);
        }
    }

    fn map_type(&mut self, env: &mut Env, key: &'a ExprNode, elem: &'a ExprNode) -> TypeId {
        let key_type = self.var_type(env, key);
        let elem = self.var_type(env, elem);
        let (span, package) = (key.span, env.package);
        // Basic types, the usual keys, need no second look.
        if !matches!(self.types.get(key_type), Type::Basic(_)) {
            self.later(move |checker| checker.check_map_key(span, package, key_type));
        }
        self.types.map_of(key_type, elem)
    }

    /// spec: "The comparison operators == and != must be fully defined for operands of the key type; thus
    /// the key type must not be a function, map, or slice."
    fn check_map_key(&mut self, span: Span, package: crate::PackageId, key: TypeId) {
        if key.is_invalid() || self.comparable(key) {
            return;
        }
        let why = if self.is_type_param(key) { " (missing comparable constraint)" } else { "" };
        let text = self.type_string(key, package);
        self.error("IncomparableMapKey", span, format!("invalid map key type {text}{why}"));
    }

    fn struct_type(&mut self, env: &mut Env, decls: &'a [ast::FieldDecl]) -> TypeId {
        let mut fields: Vec<Field> = Vec::with_capacity(decls.len());
        let mut spans: Vec<Span> = Vec::with_capacity(decls.len());
        for decl in decls {
            let tag = decl.tag.and_then(|tag| crate::imports::unquote(tag.text.as_str()));
            // An empty tag is none.
            let tag = tag.filter(|tag| !tag.is_empty()).map(|tag| Symbol::new(&tag));
            let ty = self.var_type(env, &decl.ty);
            if decl.names.is_empty() {
                let Some((name, span)) = embedded_name(&decl.ty) else {
                    self.error("InvalidSyntaxTree", decl.span, format!("invalid embedded field type {}", expr_string(&decl.ty)));
                    continue;
                };
                self.check_embedded_later(&decl.ty, ty);
                self.add_field(env, &mut fields, &mut spans, (name, span), ty, true, tag);
            }
            for name in &decl.names {
                self.add_field(env, &mut fields, &mut spans, (name.name, name.span), ty, false, tag);
            }
        }
        self.types.intern(Type::Struct(fields.into()))
    }

    /// spec: "Within a struct, non-blank field names must be unique."
    #[expect(clippy::too_many_arguments, reason = "a field has that many parts")]
    fn add_field(
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
        let package = if name.is_exported() { None } else { Some(env.package) };
        fields.push(Field { name, package, ty, is_embedded, tag });
        spans.push(span);
    }

    /// spec: "An embedded field must be specified as a type name T or as a pointer to a non-interface type
    /// name *T, and T itself may not be a pointer type or type parameter."
    fn check_embedded_later(&mut self, e: &'a ExprNode, ty: TypeId) {
        let span = e.span;
        self.later(move |checker| {
            let (base, is_pointer) = checker.deref(ty);
            let message = if checker.is_type_param(base) {
                "embedded field type cannot be a (pointer to a) type parameter"
            } else {
                match &*checker.under(base) {
                    Type::Basic(BasicKind::UnsafePointer) => "embedded field type cannot be unsafe.Pointer",
                    Type::Pointer(_) => "embedded field type cannot be a pointer",
                    Type::Interface(_) if is_pointer => "embedded field type cannot be a pointer to an interface",
                    _ => return,
                }
            };
            let code = if checker.is_type_param(base) { "MisplacedTypeParam" } else { "InvalidPtrEmbed" };
            checker.error(code, span, message);
        });
    }

    fn func_type(&mut self, env: &mut Env, signature: &'a ast::Signature) -> TypeId {
        self.open_scope(env);
        let results = std::mem::take(&mut env.results);
        let (ty, ..) = self.signature_parts(env, signature, Vec::new());
        env.results = results;
        self.close_scope(env);
        if let Some(param) = signature.type_params.first() {
            self.error("InvalidSyntaxTree", param.span, "function type must have no type parameters");
        }
        ty
    }

    /// The type of a function literal's or function type's signature. Parameters and results are declared
    /// in the innermost scope, which the caller has opened; named results are left in `env.results`.
    pub(crate) fn func_lit_signature(&mut self, env: &mut Env, signature: &'a ast::Signature) -> TypeId {
        if let Some(param) = signature.type_params.first() {
            self.error("InvalidSyntaxTree", param.span, "function literal must have no type parameters");
        }
        let (ty, _, results) = self.signature_parts(env, signature, Vec::new());
        env.results = self.named_only(&results);
        ty
    }

    /// [`Checker::func_lit_signature`], with the variables.
    pub(crate) fn signature_parts(
        &mut self,
        env: &mut Env,
        signature: &'a ast::Signature,
        type_params: Vec<TypeParamId>,
    ) -> (TypeId, Vec<ObjectId>, Vec<ObjectId>) {
        let (ty, objects) = self.signature_objects_in(env, None, signature, type_params);
        (ty, objects.params, objects.results)
    }

    /// The type of a signature, and the variables that it and the receiver declare.
    pub(crate) fn signature_objects_in(
        &mut self,
        env: &mut Env,
        receiver: Option<(&'a ast::Param, TypeId)>,
        signature: &'a ast::Signature,
        type_params: Vec<TypeParamId>,
    ) -> (TypeId, SignatureObjects) {
        // All types are looked up before any name is declared: parameters are visible in the body alone.
        let (params, is_variadic) = self.param_types(env, &signature.params, VarKind::Param);
        let (results, _) = self.param_types(env, &signature.results, VarKind::Result);
        let receiver = receiver
            .map(|(param, ty)| self.declare_param(env, param.name.as_ref(), param.span, ty, VarKind::Param));
        let objects = SignatureObjects {
            receiver,
            params: self.declare_params(env, &signature.params, &params, VarKind::Param),
            results: self.declare_params(env, &signature.results, &results, VarKind::Result),
        };
        let ty = self.types.intern(Type::Signature(Signature {
            type_params: type_params.into(),
            params: params.into(),
            results: results.into(),
            is_variadic,
        }));
        (ty, objects)
    }

    fn param_types(&mut self, env: &mut Env, params: &'a [ast::Param], kind: VarKind) -> (Vec<TypeId>, bool) {
        let mut types = vec![TypeId::INVALID; params.len()];
        let mut is_variadic = false;
        let mut next = 0;
        for (index, param) in params.iter().enumerate() {
            let Some(e) = &param.ty else { continue };
            let mut ty = self.var_type(env, e);
            if param.is_variadic {
                if kind == VarKind::Param && index + 1 == params.len() {
                    is_variadic = true;
                    ty = self.types.slice_of(ty);
                } else {
                    let message = "can only use ... with final parameter in list";
                    self.soft_error("MisplacedDotDotDot", param.span, message);
                }
            }
            types[next..=index].fill(ty);
            next = index + 1;
        }
        (types, is_variadic)
    }

    fn declare_params(&mut self, env: &Env, params: &'a [ast::Param], types: &[TypeId], kind: VarKind) -> Vec<ObjectId> {
        params
            .iter()
            .zip(types)
            .map(|(param, &ty)| self.declare_param(env, param.name.as_ref(), param.span, ty, kind))
            .collect()
    }

    /// Declares type parameters; their constraints come later, as they may refer to all of them.
    pub(crate) fn declare_type_params(&mut self, env: &Env, params: &'a [ast::Param]) -> Vec<TypeParamId> {
        let mut ids = Vec::with_capacity(params.len());
        if let Some(first) = params.first() {
            self.verify_version(env, first.span, (1, 18), "type parameter");
        }
        for (index, param) in params.iter().enumerate() {
            let Some(ident) = &param.name else { continue };
            ids.push(self.declare_type_param(env, ident.name, ident.span, ident.id, index as u32));
        }
        ids
    }

    fn declare_type_param(&mut self, env: &Env, name: Symbol, span: Span, node: NodeId, index: u32) -> TypeParamId {
        let object = self.new_object(Object {
            name,
            package: Some(env.package),
            ty: TypeId::INVALID,
            span,
            kind: ObjectKind::TypeName { is_alias: false, type_params: Vec::new() },
            is_global: false,
        });
        let (id, ty) = self.types.new_type_param(object, name, index);
        self.object_mut(object).ty = ty;
        self.declare(env, name, span, Some(node), object);
        id
    }

    /// spec: "a type constraint [...] is an interface that defines the set of permissible type arguments".
    pub(crate) fn resolve_constraints(&mut self, env: &mut Env, params: &'a [ast::Param], ids: &[TypeParamId]) {
        let mut first = 0;
        for (index, param) in params.iter().enumerate() {
            let Some(e) = &param.ty else { continue };
            let constraint = self.constraint(env, e);
            for &id in ids.get(first..=index).unwrap_or_default() {
                self.types.type_param_mut(id).constraint = constraint;
            }
            first = index + 1;
        }
    }

    fn constraint(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.type_elem(env, e);
        if self.is_type_param(ty) {
            self.error("MisplacedTypeParam", e.span, "cannot use a type parameter as constraint");
            return self.any_type;
        }
        if let Type::Union(_) = self.types.get(ty) {
            return self.types.implicit_interface(ty);
        }
        ty
    }

    /// An element of an interface, or a constraint: a type or a union of terms.
    fn type_elem(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let mut exprs = Vec::new();
        collect_terms(e, &mut exprs);
        if let Some(extra) = exprs.get(MAX_TERMS) {
            let message = format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
            self.error("InvalidUnion", extra.span, message);
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
        // gc names the packages of types here, whatever the package.
        let package = crate::PackageId(u32::MAX);
        self.later(move |checker| checker.check_union(package, &terms, &spans));
        ty
    }

    /// spec: "The type T in a term of the form T or ~T cannot be a type parameter, and the type sets of all
    /// non-interface terms must be pairwise disjoint".
    fn check_union(&mut self, package: crate::PackageId, terms: &[Term], spans: &[Span]) {
        for (index, term) in terms.iter().enumerate() {
            let span = spans[index];
            let text = self.type_string(term.ty, package);
            let underlying = self.underlying(term.ty);
            if self.is_interface(term.ty) {
                if term.is_tilde {
                    self.error("InvalidUnion", span, format!("invalid use of ~ ({text} is an interface)"));
                    continue;
                }
                self.check_interface_term(term.ty, &text, span, terms.len());
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
                let other_text = self.type_string(other.ty, package);
                let message = format!("overlapping terms {}{text} and {}{other_text}", tilde(term), tilde(other));
                self.soft_error("InvalidUnion", span, message);
                break;
            }
        }
    }

    fn terms_overlap(&mut self, a: Term, b: Term) -> bool {
        self.types.term_includes(a, b.ty) || self.types.term_includes(b, a.ty)
    }

    /// spec: "Implementation restriction: A union (with more than one term) cannot contain the predeclared
    /// identifier comparable or interfaces that specify methods, or embed comparable or interfaces that
    /// specify methods."
    fn check_interface_term(&mut self, ty: TypeId, text: &str, span: Span, count: usize) {
        if count < 2 {
            return;
        }
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

    fn interface_type(&mut self, env: &mut Env, elems: &'a [ast::InterfaceElem]) -> TypeId {
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
                        self.error("BlankIfaceMethod", name.span, "methods must have a unique non-blank name");
                        continue;
                    }
                    let signature = self.func_type(env, signature);
                    let package = if name.name.is_exported() { None } else { Some(env.package) };
                    if let Some(other) = methods.iter().position(|method| method.name == name.name) {
                        self.report_duplicate_method(name.name, name.span, spans[other]);
                        continue;
                    }
                    self.record_interface_method(env, name, signature);
                    methods.push(Method { name: name.name, package, signature });
                    spans.push(name.span);
                }
                ast::InterfaceElem::Embedded(e) => {
                    let ty = self.embedded_elem(env, e);
                    if !ty.is_invalid() {
                        embedded.push((ty, e.span));
                        texts.push(expr_string(e));
                    }
                }
            }
        }
        let elements: Vec<TypeId> = embedded.iter().map(|&(ty, _)| ty).collect();
        let ty = self.types.interface_of(methods.clone(), &elements, false);
        if !embedded.is_empty() {
            let env = Env::new(env.package, env.file, env.version, env.scope);
            self.later(move |checker| {
                checker.check_embedded_versions(&env, &texts, &embedded);
                checker.check_embedded_methods(&env, &methods, &spans, &embedded);
            });
        }
        ty
    }

    fn report_duplicate_method(&mut self, name: Symbol, span: Span, other: Span) {
        self.report(
            Diagnostic::error("DuplicateDecl", span, format!("duplicate method {name}"))
                .label(other, format!("other declaration of method {name}")),
        );
    }

    fn record_interface_method(&mut self, env: &Env, name: &ast::Ident, signature: TypeId) {
        let object = self.new_object(Object {
            name: name.name,
            package: Some(env.package),
            ty: signature,
            span: name.span,
            kind: ObjectKind::Func { decl: None, receiver: None },
            is_global: false,
        });
        self.record_object(env, name.id, object);
    }

    fn embedded_elem(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        let ty = self.type_elem(env, e);
        if self.is_type_param(ty) {
            self.error("MisplacedTypeParam", e.span, "term cannot be a type parameter");
            return TypeId::INVALID;
        }
        self.complete_embedded(ty);
        ty
    }

    /// Resolves an embedded interface so that it can be merged, unless it is being resolved right now.
    fn complete_embedded(&mut self, ty: TypeId) {
        let Type::Named { decl, .. } = *self.types.get(ty) else { return };
        let object = self.types.named_decl(decl).object;
        // An alias on the way needs its type: embedded types are left for later then.
        let has_alias = self
            .path
            .iter()
            .any(|&object| matches!(self.object(object).kind, ObjectKind::TypeName { is_alias: true, .. }));
        if self.states[object.0 as usize] == State::Unresolved && !has_alias && self.leads_to_interface(object) {
            self.resolve(object);
        }
    }

    /// Whether a type declaration's right side is an interface, maybe by way of other declarations none of
    /// which is being resolved.
    fn leads_to_interface(&self, object: ObjectId) -> bool {
        let mut object = object;
        for _ in 0..100 {
            if self.states[object.0 as usize] != State::Unresolved {
                return self.states[object.0 as usize] == State::Resolved;
            }
            let Some(DeclInfo { kind: DeclKind::Type(decl), package, .. }) = self.decls.get(&object) else { return false };
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
    fn check_embedded_versions(&mut self, env: &Env, texts: &[String], embedded: &[(TypeId, Span)]) {
        if self.allow_version(env, (1, 18)) {
            return;
        }
        for (&(ty, span), text) in embedded.iter().zip(texts) {
            let is_union = matches!(self.types.get(ty), Type::Union(_));
            if !is_union && (self.is_interface(ty) || self.underlying(ty).is_invalid()) {
                continue;
            }
            let what = if is_union { "interface element" } else { "non-interface type" };
            self.verify_version(env, span, (1, 18), &format!("embedding {what} {text}"));
        }
    }

    /// spec: "When embedding interfaces, methods with the same names must have identical signatures."
    fn check_embedded_methods(&mut self, env: &Env, own: &[Method], spans: &[Span], embedded: &[(TypeId, Span)]) {
        let mut all: Vec<(Method, Span)> = own.iter().cloned().zip(spans.iter().copied()).collect();
        for &(ty, span) in embedded {
            if !self.is_interface(ty) {
                continue;
            }
            for method in &self.type_set(ty).methods {
                let known = all.iter().find(|(known, _)| known.name == method.name && known.package == method.package);
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

    /// The type of a method's receiver, and the type parameters that it declares.
    ///
    /// spec: "Its type must be a defined type T or a pointer to a defined type T, possibly followed by a
    /// list of type parameter names [P1, P2, …] enclosed in square brackets."
    pub(crate) fn receiver(
        &mut self,
        env: &mut Env,
        method: ObjectId,
        decl: &'a ast::FuncDecl,
        params: &'a [ast::Param],
    ) -> (Option<(&'a ast::Param, TypeId)>, Vec<TypeParamId>) {
        let Some(param) = params.first() else {
            self.error("InvalidRecv", decl.name.span, "method has no receiver");
            return (None, Vec::new());
        };
        if let Some(second) = params.get(1) {
            self.error("InvalidRecv", second.span, "method has multiple receivers");
        }
        if param.is_variadic {
            self.error("InvalidRecv", param.span, "invalid use of ...");
        }
        let e = param.ty.as_deref().or_else(|| params.get(1).and_then(|param| param.ty.as_deref()));
        let Some(e) = e else { return (None, Vec::new()) };
        let (base_expr, is_pointer) = strip_receiver(e);
        let (mut base, type_params) = self.receiver_base(env, base_expr);
        let ty = if is_pointer { self.types.pointer_to(base) } else { base };
        let mut is_pointer = is_pointer;
        if !is_pointer {
            // The receiver type may be an alias of a pointer type.
            (base, is_pointer) = self.deref(base);
        }
        self.record_receiver_types(env, e, ty, base);
        if let ObjectKind::Func { receiver: Some(receiver), .. } = &mut self.object_mut(method).kind {
            *receiver = Receiver { base, is_pointer, type_params: type_params.clone() };
        }
        self.check_receiver(env, e.span, base);
        (Some((param, ty)), type_params)
    }

    fn record_receiver_types(&mut self, env: &Env, e: &'a ExprNode, ty: TypeId, base: TypeId) {
        self.record_type(env, e.id, Mode::Type, ty, None);
        match &e.kind {
            ExprKind::Paren(inner) => self.record_receiver_types(env, inner, ty, base),
            ExprKind::Star(inner) => self.record_receiver_types(env, inner, base, base),
            _ => {}
        }
    }

    /// The receiver base type with the method's own type parameters as arguments.
    fn receiver_base(&mut self, env: &mut Env, e: &'a ExprNode) -> (TypeId, Vec<TypeParamId>) {
        let ExprKind::Index(x, args) = &e.kind else { return (self.type_expr(env, e), Vec::new()) };
        let generic = self.generic_base(env, x, args);
        let Some((Generic::Defined(named), node)) = generic else {
            if let Some((Generic::Alias(object), _)) = generic {
                let text = self.generic_alias_string(env, object);
                self.error("InvalidRecv", x.span, format!("cannot define new methods on generic alias type {text}"));
            }
            return (TypeId::INVALID, Vec::new());
        };
        // Constraints are needed below.
        let object = self.types.named_decl(named).object;
        self.resolve(object);
        let declared = self.types.named_decl(named).type_params.clone();
        let mut own = Vec::with_capacity(args.len());
        for (index, arg) in args.iter().enumerate() {
            let ExprKind::Ident(name) = arg.kind else {
                let message = format!("receiver type parameter {} must be an identifier", expr_string(arg));
                self.error("BadDecl", arg.span, message);
                return (TypeId::INVALID, own);
            };
            own.push(self.declare_type_param(env, name, arg.span, arg.id, index as u32));
        }
        if own.len() != declared.len() {
            let got = if own.len() == 1 { "1 type parameter".to_owned() } else { format!("{} type parameters", own.len()) };
            let message = format!("receiver declares {got}, but receiver base type declares {}", declared.len());
            self.error("BadRecv", e.span, message);
            return (TypeId::INVALID, own);
        }
        let types: Vec<TypeId> = own.iter().map(|&param| self.types.intern(Type::TypeParam(param))).collect();
        let with = crate::subst::Substitution::new(&declared, &types);
        for (&from, &to) in declared.iter().zip(&own) {
            let constraint = self.types.type_param(from).constraint;
            self.types.type_param_mut(to).constraint = self.types.subst(constraint, &with);
            self.canonical_params.insert(to, from);
        }
        self.record_instance(env, node, types.clone().into());
        let ty = self.types.intern(Type::Named { decl: named, args: types.into() });
        self.record_type(env, x.id, Mode::Type, ty, None);
        (ty, own)
    }

    /// spec: "A receiver base type cannot be a pointer or interface type and it must be defined in the same
    /// package as the method."
    fn check_receiver(&mut self, env: &Env, span: Span, base: TypeId) {
        if base.is_invalid() {
            return;
        }
        let package = env.package;
        self.later(move |checker| {
            let text = checker.type_string(base, package);
            let underlying = checker.underlying(base);
            let message = match checker.types.get(base) {
                Type::Named { decl, args } => {
                    let named = checker.types.named_decl(*decl);
                    let object = checker.object(named.object);
                    let is_own = args.iter().all(|&arg| matches!(checker.types.get(arg), Type::TypeParam(_)));
                    if object.package != Some(package) {
                        format!("cannot define new methods on non-local type {text}")
                    } else if !is_own {
                        format!("cannot define new methods on instantiated type {text}")
                    } else {
                        let cause = match checker.types.get(underlying) {
                            Type::Basic(BasicKind::UnsafePointer) => "unsafe.Pointer",
                            Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                            _ => return,
                        };
                        format!("invalid receiver type {text} ({cause})")
                    }
                }
                Type::Basic(_) => format!("cannot define new methods on non-local type {text}"),
                _ => format!("invalid receiver type {text}"),
            };
            checker.error("InvalidRecv", span, message);
        });
    }
}

/// The type without parentheses and pointer, and whether there was one.
fn strip_receiver(e: &ExprNode) -> (&ExprNode, bool) {
    match &e.kind {
        ExprKind::Paren(inner) => strip_receiver(inner),
        ExprKind::Star(inner) => {
            let mut inner = &**inner;
            while let ExprKind::Paren(next) = &inner.kind {
                inner = next;
            }
            (inner, true)
        }
        _ => (e, false),
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
