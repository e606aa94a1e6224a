//! Type expressions.

use crate::checker::Checker;
use crate::constant::Value;
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::object::{ObjectId, ObjectKind};
use crate::scope::Qualified;
use crate::types::{BasicKind, Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::{ExprKind, ExprNode, Symbol, UnaryOp};

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
    pub(crate) fn reject_generic_type(&mut self, env: &Env, span: Span, ty: TypeId) -> bool {
        if self.types.missing_type_args(ty).is_none() {
            return false;
        }
        let text = self.ty_string(env, ty);
        self.error(
            "WrongTypeArgCount",
            span,
            format!("cannot use generic type {text} without instantiation"),
        );
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
            let why = if set.is_comparable {
                "is (or embeds) comparable"
            } else {
                "contains type constraints"
            };
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
                let Some(object) = self.use_name(env, e.id, e.span, *name) else {
                    return TypeId::INVALID;
                };
                self.type_name_type(env, object, e.span)
            }
            ExprKind::Selector(x, name) => match self.qualified(env, x, name) {
                Qualified::Object(object) if !self.is_type_name(object) => {
                    let x = self.imported(e, object);
                    let text = self.operand_string(env.package, &x);
                    self.error("NotAType", e.span, format!("{text} is not a type"));
                    TypeId::INVALID
                }
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
                let Some(len) = len else { return TypeId::INVALID };
                // gc's limit; elements whose size may not be known yet are not worth the trouble.
                let is_sized = matches!(
                    self.types.get(elem),
                    Type::Basic(_) | Type::Pointer(_) | Type::Slice(_)
                );
                if is_sized
                    && self
                        .sizeof(elem)
                        .is_some_and(|size| size.saturating_mul(len) >= 1 << 50)
                {
                    self.error(
                        "TypeTooLarge",
                        e.span,
                        format!("type {} larger than address space", expr_string(e)),
                    );
                    return TypeId::INVALID;
                }
                self.types.array_of(len, elem)
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
            ExprKind::InterfaceType(elems) => self.interface_type(env, e.span, elems),
            ExprKind::MapType(key, elem) => self.map_type(env, key, elem),
            ExprKind::ChanType(dir, elem) => {
                let elem = self.var_type(env, elem);
                self.types.chan_of(*dir, elem)
            }
            ExprKind::Union(_) | ExprKind::Unary(UnaryOp::Tilde, _) => {
                self.error(
                    "MisplacedConstraintIface",
                    e.span,
                    format!("cannot use {} outside a type constraint", expr_string(e)),
                );
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

    pub(crate) fn not_a_type(&mut self, env: &mut Env, e: &'a ExprNode) -> TypeId {
        if let ExprKind::Selector(x, _) = &e.kind
            && let ExprKind::Ident(name) = x.kind
        {
            let Some(object) = self.lookup_name(env, name) else {
                self.error("UndeclaredName", x.span, format!("undefined: {name}"));
                return TypeId::INVALID;
            };
            let ty = self.object(object).ty;
            if self.report_if_resolving(object) || self.reject_generic_type(env, x.span, ty) {
                return TypeId::INVALID;
            }
        }
        self.error("NotAType", e.span, format!("{} is not a type", expr_string(e)));
        if !matches!(e.kind, ExprKind::Selector(..)) {
            self.use_expr(env, e);
        }
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

    pub(crate) fn report_not_a_type(&mut self, object: ObjectId, span: Span) {
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
            ObjectKind::TypeName {
                is_alias,
                type_params,
            } => {
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

    /// spec: "The length is part of the array's type; it must evaluate to a non-negative constant
    /// representable by a value of type int."
    pub(crate) fn array_length(&mut self, env: &mut Env, e: &'a ExprNode) -> Option<u64> {
        if let ExprKind::Ident(name) = e.kind {
            match self.lookup_name(env, name) {
                None => {
                    let message = format!("undefined array length {name} or missing type constraint");
                    self.fail(env, "InvalidArrayLen", e.span, message);
                    return None;
                }
                Some(object) if !matches!(self.object(object).kind, ObjectKind::Const { .. }) => {
                    self.use_name(env, e.id, e.span, name);
                    self.mark_used(object);
                    self.fail(
                        env,
                        "InvalidArrayLen",
                        e.span,
                        format!("invalid array length {name}"),
                    );
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
            self.fail(
                env,
                "InvalidArrayLen",
                e.span,
                format!("array length {text} must be constant"),
            );
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
        let message = if is_integer {
            format!("invalid array length {text}")
        } else {
            format!("array length {text} must be integer")
        };
        self.fail(env, "InvalidArrayLen", e.span, message);
        None
    }

    /// An untyped length takes on the type int.
    fn finish_array_length(&mut self, env: &mut Env, e: &'a ExprNode, ty: TypeId) {
        if self.is_untyped(ty)
            && let Some(known) = self.recorded_type(env, e.id).cloned()
        {
            self.record_type(
                env,
                e.id,
                known.mode,
                TypeId::basic(BasicKind::Int),
                known.value.map(|value| *value),
            );
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
        let why = if self.is_type_param(key) {
            " (missing comparable constraint)"
        } else {
            ""
        };
        let text = self.type_string(key, package);
        self.error(
            "IncomparableMapKey",
            span,
            format!("invalid map key type {text}{why}"),
        );
    }
}
