//! Composite literals.

use crate::checker::Checker;
use crate::constant::Value;
use crate::env::Env;
use crate::expr::Context;
use crate::expr_string::{expr_string, unparen};
use crate::info::Mode;
use crate::lookup::{Entry, Lookup};
use crate::operand::Operand;
use crate::types::{Field, Type, TypeId};
use crate::version::version_message;
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{CompositeLit, Expr, ExprKind, ExprNode, Symbol};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::collections::HashSet;

impl<'a> Checker<'a> {
    /// `T{…}`; `hint` is the element type of the literal around it, for where `T` is left out.
    pub(crate) fn composite_lit(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        lit: &'a CompositeLit,
        hint: Option<TypeId>,
    ) -> Operand<'a> {
        if let Some(ty) = &lit.ty {
            // spec: "The notation ... specifies an array length equal to the maximum element index plus one."
            if let ExprKind::ArrayType(None, elem) = &unparen(ty).kind {
                let elem = self.var_type(env, elem);
                let length = self.indexed_elements(env, &lit.elems, elem, None);
                let array = self.types.array_of(length, elem);
                self.record_type(env, ty.id, Mode::Type, array, None);
                return if elem.is_invalid() {
                    Operand::invalid(e)
                } else {
                    Operand::new(Mode::Value, array, e)
                };
            }
        }
        let (ty, base) = match (&lit.ty, hint) {
            (Some(ty), _) => {
                let ty = self.type_expr(env, ty);
                (ty, ty)
            }
            // spec: "elements or keys that are addresses of composite literals may elide the &T when the
            // element or key type is *T."
            (None, Some(hint)) => {
                let core = self.core_type(hint).unwrap_or(hint);
                let base = if let Type::Pointer(elem) = *self.types.get(core) {
                    elem
                } else {
                    hint
                };
                (hint, base)
            }
            (None, None) => {
                self.fail(env, "UntypedLit", e.span, "missing type in composite literal");
                (TypeId::INVALID, TypeId::INVALID)
            }
        };
        let core = self.core_type(base);
        let shared = core.map(|core| self.types.shared(core));
        match shared.as_deref() {
            Some(Type::Struct(fields)) => self.struct_lit(env, e, lit, base, fields),
            Some(&Type::Array { len, elem }) => {
                self.indexed_elements(env, &lit.elems, elem, Some(len));
            }
            Some(&Type::Slice(elem)) => {
                self.indexed_elements(env, &lit.elems, elem, None);
            }
            Some(&Type::Map { key, elem }) => self.map_lit(env, lit, key, elem),
            other => {
                let is_known = !matches!(other, Some(Type::Invalid));
                if !is_known {
                    self.report_recursive_instance(ty);
                }
                self.reject_literal(env, e, lit, ty, is_known.then_some(core.is_none()));
                if is_known || ty.is_invalid() {
                    return Operand::invalid(e);
                }
            }
        }
        Operand::new(Mode::Value, ty, e)
    }

    /// `lacks_core`: the type has no common underlying type; `None` if its error has been reported.
    fn reject_literal(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        lit: &'a CompositeLit,
        ty: TypeId,
        lacks_core: Option<bool>,
    ) {
        for elem in &lit.elems {
            // What a key means depends on the type.
            let value = if let ExprKind::KeyValue(_, value) = &elem.kind {
                value
            } else {
                elem
            };
            if !matches!(&value.kind, ExprKind::CompositeLit(inner) if inner.ty.is_none()) {
                self.use_expr(env, value);
            }
        }
        let Some(lacks_core) = lacks_core else { return };
        let qualifier = if lit.ty.is_none() { " element" } else { "" };
        let cause = if lacks_core {
            " (no common underlying type)"
        } else {
            ""
        };
        let ty = self.type_string(ty, env.package);
        self.fail(
            env,
            "InvalidLit",
            e.span,
            format!("invalid composite literal{qualifier} type {ty}{cause}"),
        );
    }

    /// spec: "A key must be a field name declared in the struct type." Or: "An element list that does not
    /// contain any keys must list an element for each struct field in the order in which the fields are
    /// declared."
    fn struct_lit(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        lit: &'a CompositeLit,
        base: TypeId,
        fields: &[Field],
    ) {
        match lit.elems.first().map(|first| &first.kind) {
            None => {}
            Some(ExprKind::KeyValue(..)) => self.keyed_struct_lit(env, lit, base, fields),
            Some(_) => self.positional_struct_lit(env, e, lit, base, fields),
        }
    }

    fn keyed_struct_lit(&mut self, env: &mut Env, lit: &'a CompositeLit, base: TypeId, fields: &[Field]) {
        let mut seen: Vec<(Box<[u32]>, Symbol)> = Vec::new();
        for elem in &lit.elems {
            let ExprKind::KeyValue(key, value) = &elem.kind else {
                self.fail(
                    env,
                    "MixedStructLit",
                    elem.span,
                    "mixture of field:value and value elements in struct literal",
                );
                continue;
            };
            let field = self.literal_field(env, elem.span, key, base, fields);
            let Some((path, ty)) = field else {
                self.expr(env, value);
                continue;
            };
            self.record_field_key(env, key.id, path.clone());
            let mut x = self.expr_for_part(env, value, Some(ty), |_| expr_string(key));
            self.assignment(env, &mut x, Some(ty), "struct literal");
            if let ExprKind::Ident(name) = key.kind {
                self.check_field_twice(env, elem.span, &seen, &path, name);
                seen.push((path, name));
            }
        }
    }

    /// The field that a key of a struct literal names, and its type.
    ///
    /// spec: "A key must be a field name declared in the struct type", since Go 1.27 a promoted one too.
    fn literal_field(
        &mut self,
        env: &Env,
        at: Span,
        key: &'a ExprNode,
        base: TypeId,
        fields: &[Field],
    ) -> Option<(Box<[u32]>, TypeId)> {
        let ExprKind::Ident(name) = key.kind else {
            let key = expr_string(key);
            let message = format!("invalid field name {key} in struct literal");
            self.fail(env, "InvalidLitField", at, message);
            return None;
        };
        let core = self.core_type(base).unwrap_or(base);
        let found = match name.is_blank() {
            true => Lookup::NotFound,
            false => self.lookup(core, false, env.package, name),
        };
        let (code, message) = match found {
            Lookup::Found {
                path,
                entry: Entry::Field(_),
                ..
            } if path.len() > 1 && !self.allow_version(env, (1, 27)) => {
                let (path, text) = (self.field_path(core, &path), self.type_string(base, env.package));
                let what = format!("use of promoted field {path} in struct literal of type {text}");
                let needs = version_message((1, 27), &what);
                let message = format!("unknown field {name} in struct literal of type {text}: {needs}");
                ("UnsupportedFeature", message)
            }
            Lookup::Found {
                entry: Entry::Field(_),
                is_indirect: true,
                ..
            } => (
                "InvalidLitField",
                format!("invalid implicit pointer indirection to reach {name}"),
            ),
            Lookup::Found {
                path,
                entry: Entry::Field(ty),
                ..
            } => return Some((path, ty)),
            _ => ("MissingLitField", self.unknown_field(env, base, fields, name)),
        };
        if code == "MissingLitField"
            && !message.contains("but does have")
            && let Some(similar) = self.similar_field(env, fields, name)
        {
            let at = env.repeated_at.unwrap_or(key.span);
            self.report(Diagnostic::error(code, at, message).note(format!("did you mean {similar}?")));
        } else {
            self.fail(env, code, key.span, message);
        }
        None
    }

    /// A promoted field of the same name but for upper and lower case.
    fn promoted_fold(&mut self, env: &Env, base: TypeId, name: Symbol) -> Option<Symbol> {
        let core = self.core_type(base)?;
        let other = self.lookup_fold(core, env.package, name)?;
        let found = self.lookup(core, false, env.package, other);
        let is_field = matches!(
            found,
            Lookup::Found {
                entry: Entry::Field(_),
                ..
            }
        );
        is_field.then_some(other)
    }

    /// The names of the fields that lead to a promoted field, and its own: `Bar.Baz`.
    fn field_path(&mut self, base: TypeId, path: &[u32]) -> String {
        let mut names = Vec::with_capacity(path.len());
        let mut ty = base;
        for &index in path {
            let (at, _) = self.deref(ty);
            let under = self.under(at);
            let Type::Struct(fields) = &*under else { break };
            let field = &fields[index as usize];
            names.push(field.name.as_str());
            ty = field.ty;
        }
        names.join(".")
    }

    /// Rejects a field that is given a value twice, be it as a part of an embedded one.
    fn check_field_twice(
        &mut self,
        env: &Env,
        at: Span,
        seen: &[(Box<[u32]>, Symbol)],
        path: &[u32],
        name: Symbol,
    ) {
        let clash = seen
            .iter()
            .find(|(other, _)| other.starts_with(path) || path.starts_with(other));
        let Some((other, other_name)) = clash else { return };
        let message = match other.len().cmp(&path.len()) {
            Ordering::Equal => format!("duplicate field name {name} in struct literal"),
            Ordering::Less => {
                format!("cannot specify promoted field {name} and enclosing embedded field {other_name}")
            }
            Ordering::Greater => {
                format!("cannot specify embedded field {name} and enclosed promoted field {other_name}")
            }
        };
        self.fail(env, "DuplicateLitField", at, message);
    }

    fn unknown_field(&mut self, env: &Env, base: TypeId, fields: &[Field], name: Symbol) -> String {
        let ty = self.type_string(base, env.package);
        let is_visible = |field: &Field| field.package.is_none() || field.package == Some(env.package);
        if fields
            .iter()
            .any(|field| field.name == name && !is_visible(field))
        {
            return format!("cannot refer to unexported field {name} in struct literal of type {ty}");
        }
        let unknown = format!("unknown field {name} in struct literal of type {ty}");
        let other = fields
            .iter()
            .find(|field| field.name.as_str().eq_ignore_ascii_case(name.as_str()));
        match other {
            Some(field) if is_visible(field) => format!("{unknown}, but does have {}", field.name),
            Some(field) if field.name == crate::selector::lower_first(name) => {
                format!("{unknown}, but does have unexported {}", field.name)
            }
            None if self.allow_version(env, (1, 27)) => match self.promoted_fold(env, base, name) {
                Some(other) => format!("{unknown}, but does have {other}"),
                None => unknown,
            },
            _ => unknown,
        }
    }

    fn positional_struct_lit(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        lit: &'a CompositeLit,
        base: TypeId,
        fields: &[Field],
    ) {
        let mut has_hidden = false;
        for (index, elem) in lit.elems.iter().enumerate() {
            if let ExprKind::KeyValue(..) = elem.kind {
                self.fail(
                    env,
                    "MixedStructLit",
                    elem.span,
                    "mixture of field:value and value elements in struct literal",
                );
                continue;
            }
            let field = fields.get(index);
            let mut x = match field {
                Some(field) => self.expr_for_part(env, elem, Some(field.ty), |_| field.name.to_string()),
                None => self.expr(env, elem),
            };
            let Some(field) = field else {
                let ty = self.type_string(base, env.package);
                self.fail(
                    env,
                    "InvalidStructLit",
                    x.span,
                    format!("too many values in struct literal of type {ty}"),
                );
                for rest in &lit.elems[index + 1..] {
                    self.use_expr(env, rest);
                }
                return;
            };
            if field.package.is_some_and(|package| package != env.package) {
                let (name, ty) = (field.name, self.type_string(base, env.package));
                let message =
                    format!("implicit assignment to unexported field {name} in struct literal of type {ty}");
                self.fail(env, "UnexportedLitField", x.span, message);
                has_hidden = true;
                continue;
            }
            self.assignment(env, &mut x, Some(field.ty), "struct literal");
        }
        // How many fields there are is nobody's business where they cannot be set.
        if lit.elems.len() < fields.len() && !has_hidden {
            let ty = self.type_string(base, env.package);
            let at = if lit.rbrace == 0 {
                e.span
            } else {
                Span::new(lit.rbrace, lit.rbrace + 1)
            };
            self.fail(
                env,
                "InvalidStructLit",
                at,
                format!("too few values in struct literal of type {ty}"),
            );
        }
    }

    /// Checks the elements of an array or slice literal; the length that they need comes back.
    ///
    /// spec: "Each element has an associated integer index marking its position in the array."
    fn indexed_elements(
        &mut self,
        env: &mut Env,
        elems: &'a [Expr],
        elem: TypeId,
        length: Option<u64>,
    ) -> u64 {
        // Only explicit indices can collide.
        let has_keys = elems
            .iter()
            .any(|elem| matches!(elem.kind, ExprKind::KeyValue(..)));
        let mut seen = FxHashSet::default();
        let (mut next, mut max) = (0u64, 0u64);
        for e in elems {
            let mut is_valid = false;
            let value = if let ExprKind::KeyValue(key, value) = &e.kind {
                match self.index(env, key, length) {
                    Some((_, Some(index))) => {
                        next = index;
                        is_valid = true;
                    }
                    Some((_, None)) => {
                        let message = format!("index {} must be integer constant", expr_string(key));
                        self.fail(env, "InvalidLitIndex", e.span, message);
                    }
                    None => {}
                }
                value
            } else {
                match length {
                    Some(length) if next >= length => {
                        let message = format!("index {next} is out of bounds (>= {length})");
                        self.fail(env, "OversizeArrayLit", e.span, message);
                    }
                    _ => is_valid = true,
                }
                e
            };
            if is_valid && has_keys && !seen.insert(next) {
                let message = format!("duplicate index {next} in array or slice literal");
                self.fail(env, "DuplicateLitKey", e.span, message);
            }
            next += 1;
            max = max.max(next);
            let mut x = self.element(env, value, elem);
            self.assignment(env, &mut x, Some(elem), "array or slice literal");
        }
        max
    }

    /// An element or key; its type may be left out if it is a composite literal.
    fn element(&mut self, env: &mut Env, e: &'a ExprNode, ty: TypeId) -> Operand<'a> {
        if let ExprKind::CompositeLit(lit) = &e.kind {
            if lit.ty.is_none() && ty.is_invalid() {
                self.reject_literal(env, e, lit, ty, None);
                return Operand::invalid(e);
            }
            return self.expr_in(
                env,
                e,
                Context {
                    hint: Some(ty),
                    ..Context::NONE
                },
            );
        }
        self.expr_for_part(env, e, Some(ty), |_| expr_string(e))
    }

    /// spec: "For map literals with non-constant keys [...] it is an error to specify multiple elements with
    /// the same [...] constant key value."
    fn map_lit(&mut self, env: &mut Env, lit: &'a CompositeLit, key: TypeId, elem: TypeId) {
        let is_interface = self.is_plain_interface(key);
        let mut seen: HashSet<String> = HashSet::new();
        let mut seen_typed: FxHashMap<String, Vec<TypeId>> = FxHashMap::default();
        for e in &lit.elems {
            let ExprKind::KeyValue(key_expr, value) = &e.kind else {
                self.fail(env, "MissingLitKey", e.span, "missing key in map literal");
                continue;
            };
            let mut x = self.element(env, key_expr, key);
            self.assignment(env, &mut x, Some(key), "map literal");
            if x.is_constant() && !x.constant_value().is_unknown() {
                let text = map_key(x.constant_value());
                let is_duplicate = if is_interface {
                    let types = seen_typed.entry(text).or_default();
                    let is_known = types.contains(&x.ty);
                    types.push(x.ty);
                    is_known
                } else {
                    !seen.insert(text)
                };
                if is_duplicate {
                    let message = format!("duplicate key {} in map literal", x.constant_value());
                    self.fail(env, "DuplicateLitKey", x.span, message);
                }
            }
            let mut x = self.element(env, value, elem);
            self.assignment(env, &mut x, Some(elem), "map literal");
        }
    }
}

/// Equal for equal constants of one type.
pub(crate) fn map_key(value: &Value) -> String {
    match value {
        Value::String(bytes) => bytes.iter().map(|&byte| char::from(byte)).chain(['"']).collect(),
        Value::Int(value) => value.to_string(),
        Value::Float(value) if value.is_integer() => value.to_integer().to_string(),
        Value::Float(value) => value.to_string(),
        Value::Complex(parts) => match value.to_float() {
            Value::Float(real) => map_key(&Value::Float(real)),
            _ => format!("{}+{}i", parts.0, parts.1),
        },
        Value::Bool(value) => value.to_string(),
        Value::Huge(_) => value.to_string(),
        Value::Unknown => String::new(),
    }
}
