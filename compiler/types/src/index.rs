//! Index and slice expressions.

use crate::checker::Checker;
use crate::env::Env;
use crate::expr::Context;
use crate::info::Mode;
use crate::operand::{BYTE, INT, Operand, STRING};
use crate::types::{BasicKind, Type, TypeId};
use goes_source::Code;
use goes_syntax::ast::{Expr, ExprNode, SliceExpr};

/// What indexing a type amounts to.
#[derive(Copy, Clone, Debug)]
struct Indexed {
    /// For maps.
    key: Option<TypeId>,
    elem: TypeId,
    /// For arrays, and constant strings.
    length: Option<u64>,
    mode: Mode,
}

impl<'a> Checker<'a> {
    /// `x[i]`, or a generic function or type with type arguments.
    pub(crate) fn index_expr(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        operand: &'a ExprNode,
        indices: &'a [Expr],
        context: Context,
    ) -> Operand<'a> {
        let (mut x, is_func) = self.index_or_instance(env, e, operand, indices);
        if is_func {
            self.instantiate_func(env, &mut x, Some((e, indices)), context.target);
        }
        (x.expr, x.span) = (Some(e), e.span);
        x
    }

    /// [`Checker::index_expr`], except that a generic function comes back as it is, with `true`.
    pub(crate) fn index_or_instance(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        operand: &'a ExprNode,
        indices: &'a [Expr],
    ) -> (Operand<'a>, bool) {
        let mut x = self.expr_or_type(env, operand, true);
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(env, indices);
                return (Operand::invalid(e), false);
            }
            Mode::Type => {
                return match self.type_expr(env, e) {
                    TypeId::INVALID => (Operand::invalid(e), false),
                    ty => (Operand::new(Mode::Type, ty, e), false),
                };
            }
            Mode::Value if self.is_generic_func(x.ty) => return (x, true),
            _ => {}
        }
        if x.mode == Mode::NoValue {
            self.require_value(env, &mut x);
            return (Operand::invalid(e), false);
        }
        (self.index_value(env, e, &x, indices), false)
    }

    fn index_value(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        x: &Operand<'a>,
        indices: &'a [Expr],
    ) -> Operand<'a> {
        if !matches!(x.mode, Mode::Builtin(_)) && self.has_invalid_core(x.ty) {
            self.use_exprs(env, indices);
            return Operand::invalid(e);
        }
        let Some(indexed) = self.indexed(x) else {
            let text = self.operand_string(env.package, x);
            self.fail(env, "NonSliceableOperand", x.span, format!("cannot index {text}"));
            self.use_exprs(env, indices);
            return Operand::invalid(e);
        };
        let [index, rest @ ..] = indices else {
            return Operand::invalid(e);
        };
        if let Some(extra) = rest.first() {
            self.fail(
                env,
                "InvalidIndex",
                extra.span,
                "invalid operation: more than one index",
            );
        }
        if self.is_untyped(x.ty)
            && let Some(operand) = x.expr
        {
            self.update_expr_type(env, operand, STRING);
        }
        if let Some(key) = indexed.key {
            let mut index = self.expr_for_part(env, index, Some(key), |checker| checker.source(x));
            self.assignment(env, &mut index, Some(key), "map index");
            return Operand::new(Mode::MapIndex, indexed.elem, e);
        }
        self.index(env, index, indexed.length);
        if indexed.elem.is_invalid() {
            return Operand::invalid(e);
        }
        Operand::new(indexed.mode, indexed.elem, e)
    }

    /// Whether the type, or what it points to, is known to be wrong.
    pub(crate) fn has_invalid_core(&mut self, ty: TypeId) -> bool {
        let underlying = self.underlying(ty);
        match *self.types.get(underlying) {
            Type::Pointer(base) => self.underlying(base).is_invalid(),
            _ => underlying.is_invalid(),
        }
    }

    /// spec: "For a of type parameter type P: The index expression a[x] must be valid for values of all
    /// types in P's type set. The element types of all types in P's type set must be identical."
    fn indexed(&mut self, x: &Operand<'a>) -> Option<Indexed> {
        if let Mode::Builtin(_) = x.mode {
            return None;
        }
        let mut common: Option<Indexed> = None;
        for ty in self.underlying_types(x.ty) {
            let indexed = self.indexed_type(x, ty)?;
            common = Some(match common {
                None => indexed,
                Some(known) => {
                    let has_same_key = match (known.key, indexed.key) {
                        (Some(a), Some(b)) => self.identical(a, b),
                        (a, b) => a == b,
                    };
                    if !has_same_key || !self.identical(known.elem, indexed.elem) {
                        return None;
                    }
                    let length = [known.length, indexed.length].into_iter().flatten().min();
                    let mode = if known.mode == Mode::Variable {
                        indexed.mode
                    } else {
                        known.mode
                    };
                    Indexed {
                        length,
                        mode,
                        ..known
                    }
                }
            });
        }
        common
    }

    fn indexed_type(&mut self, x: &Operand<'a>, underlying: TypeId) -> Option<Indexed> {
        let plain = |elem, length, mode| {
            Some(Indexed {
                key: None,
                elem,
                length,
                mode,
            })
        };
        let of_array = if x.mode == Mode::Variable {
            Mode::Variable
        } else {
            Mode::Value
        };
        match *self.types.get(underlying) {
            Type::Basic(BasicKind::String | BasicKind::UntypedString) => {
                let length = x
                    .value
                    .as_ref()
                    .and_then(|value| value.as_bytes())
                    .map(|bytes| bytes.len() as u64);
                plain(BYTE, length, Mode::Value)
            }
            Type::Array { len, elem } => plain(elem, Some(len), of_array),
            Type::Pointer(base) => {
                let base = self.underlying(base);
                let Type::Array { len, elem } = *self.types.get(base) else {
                    return None;
                };
                plain(elem, Some(len), Mode::Variable)
            }
            Type::Slice(elem) => plain(elem, None, Mode::Variable),
            Type::Map { key, elem } => Some(Indexed {
                key: Some(key),
                elem,
                length: None,
                mode: Mode::MapIndex,
            }),
            _ => None,
        }
    }

    /// Checks an index; `length` is what it must be below of. If it is valid, its type and, if constant,
    /// value come back.
    pub(crate) fn index(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        length: Option<u64>,
    ) -> Option<(TypeId, Option<u64>)> {
        let mut x = self.expr(env, e);
        if !self.require_index(env, &mut x, "InvalidIndex", "index", false) {
            return None;
        }
        if !x.is_constant() {
            return Some((x.ty, None));
        }
        let value = x.constant_value().to_int().as_u64()?;
        if let Some(length) = length.filter(|&length| value >= length) {
            let message = format!(
                "invalid argument: index {} out of bounds [0:{length}]",
                x.constant_value()
            );
            self.fail(env, "InvalidIndex", x.span, message);
            return None;
        }
        Some((x.ty, Some(value)))
    }

    /// Requires an operand to be a valid index, length or capacity; `what` it is is said in the message.
    ///
    /// spec: "the index x must be an untyped constant or its core type must be an integer", "a constant
    /// index must be non-negative and representable by a value of type int".
    pub(crate) fn require_index(
        &mut self,
        env: &Env,
        x: &mut Operand<'a>,
        code: Code,
        what: &str,
        allow_negative: bool,
    ) -> bool {
        if x.is_invalid() {
            return false;
        }
        self.convert_untyped(env, x, INT);
        if x.is_invalid() {
            return false;
        }
        let problem = if !self.is_integer(x.ty) {
            "must be integer"
        } else if !x.is_constant() {
            return true;
        } else if !allow_negative && x.constant_value().to_int().is_negative() {
            "must not be negative"
        } else if x.constant_value().represent(BasicKind::Int).is_none() {
            "overflows int"
        } else {
            return true;
        };
        let text = self.operand_string(env.package, x);
        self.fail(
            env,
            code,
            x.span,
            format!("invalid argument: {what} {text} {problem}"),
        );
        false
    }

    /// `x[low:high:max]`
    pub(crate) fn slice_expr(&mut self, env: &mut Env, e: &'a ExprNode, slice: &'a SliceExpr) -> Operand<'a> {
        let x = self.expr(env, &slice.operand);
        let bounds = [&slice.low, &slice.high, &slice.max].map(|bound| bound.as_deref());
        let Some((ty, length)) = (if x.is_invalid() {
            None
        } else {
            self.sliced(env, &x, slice)
        }) else {
            for bound in bounds.into_iter().flatten() {
                self.use_expr(env, bound);
            }
            return Operand::invalid(e);
        };
        let mut values = [Some(0), length, length];
        for (value, bound) in values.iter_mut().zip(bounds) {
            if let Some(bound) = bound {
                *value = self
                    .index(env, bound, length.map(|length| length + 1))
                    .and_then(|(_, value)| value);
            }
        }
        self.check_bounds_order(env, bounds, values);
        Operand::new(Mode::Value, ty, e)
    }

    /// spec: "If the indices are out of range at run time, a run-time panic occurs", but constant ones "must
    /// satisfy low <= high".
    fn check_bounds_order(&mut self, env: &Env, bounds: [Option<&'a ExprNode>; 3], values: [Option<u64>; 3]) {
        for first in 0..2 {
            for second in first + 1..3 {
                if let (Some(x), Some(y), Some(bound)) = (values[first], values[second], bounds[second])
                    && y < x
                {
                    let message = format!("invalid slice indices: {y} < {x}");
                    return self.fail(env, "SwappedSliceIndices", bound.span, message);
                }
            }
        }
    }

    /// The type of a slice of an operand, and the operand's length if that is known.
    fn sliced(&mut self, env: &Env, x: &Operand<'a>, slice: &'a SliceExpr) -> Option<(TypeId, Option<u64>)> {
        if self.has_invalid_core(x.ty) {
            return None;
        }
        let underlying = self.sliced_core(env, x)?;
        let problem = match *self.types.get(underlying) {
            Type::Basic(BasicKind::String | BasicKind::UntypedString) => {
                if let (true, Some(max)) = (slice.is_full, &slice.max) {
                    self.fail(
                        env,
                        "InvalidSliceExpr",
                        max.span,
                        "invalid operation: 3-index slice of string",
                    );
                    return None;
                }
                let length = x
                    .value
                    .as_ref()
                    .and_then(|value| value.as_bytes())
                    .map(|bytes| bytes.len() as u64);
                // spec: "For untyped string operands the result is a non-constant value of type string."
                if self.is_untyped(x.ty) {
                    if let Some(e) = x.expr {
                        self.update_expr_type(env, e, STRING);
                    }
                    return Some((STRING, length));
                }
                return Some((x.ty, length));
            }
            Type::Array { len, elem } => {
                if x.mode == Mode::Variable {
                    return Some((self.types.slice_of(elem), Some(len)));
                }
                "cannot slice unaddressable value"
            }
            Type::Pointer(base) => {
                let base = self.underlying(base);
                if let Type::Array { len, elem } = *self.types.get(base) {
                    return Some((self.types.slice_of(elem), Some(len)));
                }
                "cannot slice"
            }
            Type::Slice(_) => return Some((x.ty, None)),
            _ => "cannot slice",
        };
        let text = self.operand_string(env.package, x);
        self.fail(env, "NonSliceableOperand", x.span, format!("{problem} {text}"));
        None
    }

    /// spec: "If the operand type is a type parameter, unless its type set contains string types, all types
    /// in the type set must have the same underlying type [...]. If the type set contains string types it
    /// may also contain types with underlying type []byte."
    fn sliced_core(&mut self, env: &Env, x: &Operand<'a>) -> Option<TypeId> {
        let bytes = self.types.slice_of(BYTE);
        let mut common = None;
        let mut has_string = false;
        for ty in self.underlying_types(x.ty) {
            let is_string = self.is_string(ty);
            has_string |= is_string;
            let seen_as = if is_string && self.is_type_param(x.ty) {
                bytes
            } else {
                ty
            };
            match common {
                None => common = Some(seen_as),
                Some(known) if self.identical(known, seen_as) => {}
                Some(known) => {
                    let text = self.operand_string(env.package, x);
                    let (a, b) = (
                        self.type_string(known, env.package),
                        self.type_string(ty, env.package),
                    );
                    let message = format!("cannot slice {text}: {a} and {b} have different underlying types");
                    self.fail(env, "NonSliceableOperand", x.span, message);
                    return None;
                }
            }
        }
        if common.is_none() {
            let (text, ty) = (
                self.operand_string(env.package, x),
                self.type_string(x.ty, env.package),
            );
            let message = format!("cannot slice {text}: no specific type in {ty}");
            self.fail(env, "NonSliceableOperand", x.span, message);
        }
        if has_string && self.is_type_param(x.ty) {
            Some(STRING)
        } else {
            common
        }
    }
}
