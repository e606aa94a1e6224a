//! What an expression amounts to while it is checked.

use crate::checker::{Checker, PackageId};
use crate::constant::Value;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::object::Builtin;
use crate::types::{BasicKind, Type, TypeId};
use goes_syntax::ast;
use goes_syntax::ast::Span;

pub(crate) const BOOL: TypeId = TypeId::basic(BasicKind::Bool);
pub(crate) const INT: TypeId = TypeId::basic(BasicKind::Int);
pub(crate) const UINT: TypeId = TypeId::basic(BasicKind::Uint);
pub(crate) const UINTPTR: TypeId = TypeId::basic(BasicKind::Uintptr);
pub(crate) const BYTE: TypeId = TypeId::basic(BasicKind::Uint8);
pub(crate) const RUNE: TypeId = TypeId::basic(BasicKind::Int32);
pub(crate) const STRING: TypeId = TypeId::basic(BasicKind::String);
pub(crate) const UNSAFE_POINTER: TypeId = TypeId::basic(BasicKind::UnsafePointer);
pub(crate) const UNTYPED_BOOL: TypeId = TypeId::basic(BasicKind::UntypedBool);
pub(crate) const UNTYPED_INT: TypeId = TypeId::basic(BasicKind::UntypedInt);
pub(crate) const UNTYPED_RUNE: TypeId = TypeId::basic(BasicKind::UntypedRune);
pub(crate) const UNTYPED_FLOAT: TypeId = TypeId::basic(BasicKind::UntypedFloat);
pub(crate) const UNTYPED_COMPLEX: TypeId = TypeId::basic(BasicKind::UntypedComplex);
pub(crate) const UNTYPED_STRING: TypeId = TypeId::basic(BasicKind::UntypedString);
pub(crate) const UNTYPED_NIL: TypeId = TypeId::basic(BasicKind::UntypedNil);

/// An operand of an operation: the intermediate result of checking an expression.
#[derive(Clone, Debug)]
pub(crate) struct Operand<'a> {
    pub mode: Mode,
    pub ty: TypeId,
    /// For constants.
    pub value: Option<Value>,
    /// `None` for operands that are not written in the program.
    pub expr: Option<&'a ast::ExprNode>,
    pub span: Span,
    pub part: Part,
}

/// Which of an expression's values an operand is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The only one.
    Whole,
    /// A result of a call, the first being 0.
    Result(usize),
    /// Whether the first value is there: `value, ok := m[key]`.
    Ok,
}

impl Part {
    /// What messages call it; `None` for the expression itself.
    fn name(self) -> Option<String> {
        match self {
            Part::Whole => None,
            Part::Result(index) => Some(format!("{} function result", ordinal(index + 1))),
            Part::Ok => Some("ok value of (comma, ok) expression".to_string()),
        }
    }
}

/// `1st`, `2nd`, `3rd`, `4th`, …
fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

impl<'a> Operand<'a> {
    /// What is left of an expression whose error has been reported.
    pub fn invalid(e: &'a ast::ExprNode) -> Operand<'a> {
        Operand {
            mode: Mode::Invalid,
            ty: TypeId::INVALID,
            value: None,
            expr: Some(e),
            span: e.span,
            part: Part::Whole,
        }
    }

    /// An expression that should be there; its absence has been reported.
    pub fn new_missing() -> Operand<'a> {
        Operand {
            mode: Mode::Invalid,
            ty: TypeId::INVALID,
            value: None,
            expr: None,
            span: Span::default(),
            part: Part::Whole,
        }
    }

    pub fn new(mode: Mode, ty: TypeId, e: &'a ast::ExprNode) -> Operand<'a> {
        Operand {
            mode,
            ty,
            value: None,
            expr: Some(e),
            span: e.span,
            part: Part::Whole,
        }
    }

    pub fn constant(value: Value, ty: TypeId, e: &'a ast::ExprNode) -> Operand<'a> {
        Operand {
            mode: Mode::Constant,
            ty,
            value: Some(value),
            expr: Some(e),
            span: e.span,
            part: Part::Whole,
        }
    }

    /// A value that no expression denotes, e.g. one of several results of a call at `span`.
    pub fn implicit(ty: TypeId, span: Span) -> Operand<'a> {
        Operand {
            mode: Mode::Value,
            ty,
            value: None,
            expr: None,
            span,
            part: Part::Whole,
        }
    }

    /// One of several values of an expression.
    pub fn part(ty: TypeId, e: &'a ast::ExprNode, part: Part) -> Operand<'a> {
        Operand {
            part,
            ..Operand::new(Mode::Value, ty, e)
        }
    }

    pub fn is_invalid(&self) -> bool {
        self.mode == Mode::Invalid
    }

    pub fn is_constant(&self) -> bool {
        self.mode == Mode::Constant
    }

    /// The predeclared `nil`, whatever type it has taken on.
    pub fn is_nil(&self) -> bool {
        self.mode == Mode::Nil
    }

    /// Marks the operand as wrong, once that has been reported.
    pub fn invalidate(&mut self) {
        self.mode = Mode::Invalid;
        self.ty = TypeId::INVALID;
        self.value = None;
    }

    pub fn set_value(&mut self, ty: TypeId) {
        self.mode = Mode::Value;
        self.ty = ty;
        self.value = None;
    }

    /// The constant value; `Unknown` where there is none.
    pub fn constant_value(&self) -> &Value {
        self.value.as_ref().unwrap_or(&Value::Unknown)
    }
}

/// The name of a predeclared function, as messages show it.
pub(crate) fn builtin_name(builtin: Builtin) -> &'static str {
    match builtin {
        Builtin::Append => "append",
        Builtin::Cap => "cap",
        Builtin::Clear => "clear",
        Builtin::Close => "close",
        Builtin::Complex => "complex",
        Builtin::Copy => "copy",
        Builtin::Delete => "delete",
        Builtin::Imag => "imag",
        Builtin::Len => "len",
        Builtin::Make => "make",
        Builtin::Max => "max",
        Builtin::Min => "min",
        Builtin::New => "new",
        Builtin::Panic => "panic",
        Builtin::Print => "print",
        Builtin::Println => "println",
        Builtin::Real => "real",
        Builtin::Recover => "recover",
        Builtin::UnsafeAdd => "Add",
        Builtin::UnsafeAlignof => "Alignof",
        Builtin::UnsafeOffsetof => "Offsetof",
        Builtin::UnsafeSizeof => "Sizeof",
        Builtin::UnsafeSlice => "Slice",
        Builtin::UnsafeSliceData => "SliceData",
        Builtin::UnsafeString => "String",
        Builtin::UnsafeStringData => "StringData",
    }
}

fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Invalid => "invalid operand",
        Mode::NoValue => "no value",
        Mode::Builtin(_) => "built-in",
        Mode::Type => "type",
        Mode::Constant => "constant",
        Mode::Variable => "variable",
        Mode::MapIndex => "map index expression",
        Mode::Value => "value",
        Mode::CommaOk => "comma, ok expression",
        Mode::Nil => "nil",
    }
}

impl<'a> Checker<'a> {
    /// An operand as gc's messages describe it: `x (variable of type T)`, `1 (untyped int constant)`.
    pub(crate) fn operand_string(&mut self, package: PackageId, x: &Operand<'a>) -> String {
        let untyped_nil = TypeId::basic(BasicKind::UntypedNil);
        if x.mode == Mode::Nil {
            return match x.ty {
                TypeId::INVALID => "nil (with invalid type)".to_string(),
                ty if ty == untyped_nil => "nil".to_string(),
                ty => format!("nil (of type {})", self.type_string(ty, package)),
            };
        }
        let name = match (x.expr, x.mode) {
            (Some(e), _) => x.part.name().unwrap_or_else(|| expr_string(e)),
            (None, Mode::Builtin(builtin)) => builtin_name(builtin).to_string(),
            (None, Mode::Type) => self.type_string(x.ty, package),
            (None, Mode::Constant) => x.constant_value().to_string(),
            _ => String::new(),
        };
        self.recall_param_names(package, x);
        let mut description = String::new();
        let has_type = !matches!(
            x.mode,
            Mode::Invalid | Mode::NoValue | Mode::Builtin(_) | Mode::Type
        );
        let is_untyped = has_type && self.is_untyped(x.ty);
        if is_untyped {
            description = format!("{} ", self.type_string(x.ty, package));
        }
        description.push_str(mode_name(x.mode));
        if x.mode == Mode::Constant {
            let value = x.constant_value().to_string();
            if value != name {
                description.push(' ');
                description.push_str(&value);
            }
        }
        if has_type && !is_untyped {
            let alias = self.alias_of(package, x);
            description.push_str(&self.typed_suffix(x.ty, alias, package));
        }
        if name.is_empty() {
            description
        } else {
            format!("{name} ({description})")
        }
    }

    /// ` of struct type T`, ` of type P constrained by C`.
    fn typed_suffix(&mut self, ty: TypeId, alias: Option<String>, package: PackageId) -> String {
        if ty == TypeId::INVALID {
            return " with invalid type".to_string();
        }
        let mut kind = String::new();
        if self.is_generic(ty) {
            kind.push_str("generic ");
        }
        let shared = self.types.shared(ty);
        let is_alias = alias.is_some() && !matches!(*shared, Type::TypeParam(_));
        if is_alias || matches!(*shared, Type::Named { .. }) {
            let what = match self.composite_kind(ty) {
                "" => {
                    let underlying = self.underlying(ty);
                    self.type_string(underlying, package)
                }
                what => what.to_string(),
            };
            kind.push_str(&what);
            kind.push(' ');
        }
        // The alias `any` is described like a defined type, `interface{}` is not.
        if ty == self.any_type && self.spelling.is_any {
            kind.push_str("interface ");
        }
        let name = alias.unwrap_or_else(|| self.type_string(ty, package));
        let mut suffix = format!(" of {kind}type {name}");
        if let Type::TypeParam(param) = *shared {
            let constraint = self.types.type_param(param).constraint;
            suffix.push_str(" constrained by ");
            suffix.push_str(&self.type_string(constraint, package));
            if self.type_set(ty).is_empty() {
                suffix.push_str(" with empty type set");
            }
        }
        suffix
    }

    /// `slice`, `struct` and so on; empty for basic types.
    pub(crate) fn composite_kind(&mut self, ty: TypeId) -> &'static str {
        let underlying = self.underlying(ty);
        match self.types.get(underlying) {
            Type::Array { .. } => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Signature(_) => "func",
            Type::Interface(_) => "interface",
            Type::Map { .. } => "map",
            Type::Chan { .. } => "chan",
            Type::Tuple(_) => "tuple",
            Type::Union(_) => "union",
            _ => "",
        }
    }
}
