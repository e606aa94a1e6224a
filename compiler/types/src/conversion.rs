//! Conversions, implicit ones of untyped operands included.

use crate::assign::because;
use crate::checker::Checker;
use crate::constant::Value;
use crate::env::Env;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::operand::{Operand, UNTYPED_NIL};
use crate::types::{BasicKind, Type, TypeId};
use goes_source::Code;
use goes_syntax::ast::{CallExpr, ExprNode};

/// gc's limit for the length of a string constant.
const MAX_STRING: u64 = 2_000_000_000;

/// Why an untyped operand cannot take on a type.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Truncated,
    Overflows,
    Mismatch,
}

impl<'a> Checker<'a> {
    /// The basic kind of a type's underlying type.
    pub(crate) fn basic_kind(&mut self, ty: TypeId) -> Option<BasicKind> {
        let underlying = self.underlying(ty);
        if let Type::Basic(kind) = self.types.get(underlying) {
            Some(*kind)
        } else {
            None
        }
    }

    /// A constant operand's value as one of a basic type.
    fn represent(&mut self, x: &Operand<'a>, kind: BasicKind) -> Result<Value, Problem> {
        if let Some(value) = x.constant_value().represent(kind) {
            return Ok(value);
        }
        let target = TypeId::basic(kind);
        if !self.is_numeric(x.ty) || !self.is_numeric(target) {
            return Err(Problem::Mismatch);
        }
        let is_truncated = !self.is_integer(x.ty) && self.is_integer(target);
        Err(if is_truncated {
            Problem::Truncated
        } else {
            Problem::Overflows
        })
    }

    /// Requires a constant operand to be representable in a basic type, and makes its value one of that.
    pub(crate) fn require_representable(&mut self, env: &Env, x: &mut Operand<'a>, kind: BasicKind) {
        match self.represent(x, kind) {
            Ok(value) => x.value = Some(value),
            Err(problem) => self.report_conversion(env, x, TypeId::basic(kind), problem),
        }
    }

    /// Reports that an operand cannot be of type `target`, and invalidates it.
    pub(crate) fn report_conversion(
        &mut self,
        env: &Env,
        x: &mut Operand<'a>,
        target: TypeId,
        problem: Problem,
    ) {
        let (text, target) = (
            self.operand_string(env.package, x),
            self.type_string(target, env.package),
        );
        let (code, message) = match problem {
            Problem::Truncated => ("TruncatedFloat", format!("{text} truncated to {target}")),
            Problem::Overflows => ("NumericOverflow", format!("{text} overflows {target}")),
            Problem::Mismatch => (
                "InvalidUntypedConversion",
                format!("cannot convert {text} to type {target}"),
            ),
        };
        self.fail(env, code, x.span, message);
        x.invalidate();
    }

    /// Gives an untyped operand the type `target`, or what stands for that; typed ones stay as they are.
    pub(crate) fn convert_untyped(&mut self, env: &Env, x: &mut Operand<'a>, target: TypeId) {
        match self.implicit_type(x, target) {
            Ok((ty, value)) => self.take_on(env, x, ty, value),
            Err(problem) => {
                let shown = if self.is_type_param(target) {
                    target
                } else {
                    self.underlying(target)
                };
                self.report_conversion(env, x, shown, problem);
            }
        }
    }

    /// Gives an operand the type and value that [`Checker::implicit_type`] found.
    pub(crate) fn take_on(&mut self, env: &Env, x: &mut Operand<'a>, ty: TypeId, value: Option<Value>) {
        if ty != x.ty {
            x.ty = ty;
            if let Some(e) = x.expr {
                self.update_expr_type(env, e, ty);
            }
        }
        if value.is_some() {
            x.value = value;
        }
    }

    /// The type that an untyped operand takes on where `target` is expected; for a constant, its value too.
    pub(crate) fn implicit_type(
        &mut self,
        x: &Operand<'a>,
        target: TypeId,
    ) -> Result<(TypeId, Option<Value>), Problem> {
        if x.is_invalid() || !self.is_untyped(x.ty) || target.is_invalid() {
            return Ok((x.ty, None));
        }
        if self.is_untyped(target) {
            return self
                .larger_untyped(x.ty, target)
                .map(|ty| (ty, None))
                .ok_or(Problem::Mismatch);
        }
        if x.is_nil() {
            return if self.has_nil(target) {
                Ok((target, None))
            } else {
                Err(Problem::Mismatch)
            };
        }
        if self.is_type_param(target) {
            let types = self.underlying_types(target);
            if types.is_empty() || types.iter().any(|&ty| self.implicit_type(x, ty).is_err()) {
                return Err(Problem::Mismatch);
            }
            return Ok((target, None));
        }
        let underlying = self.underlying(target);
        match *self.types.get(underlying) {
            Type::Basic(kind) if x.is_constant() => Ok((target, Some(self.represent(x, kind)?))),
            Type::Basic(_) => {
                let fits = if x.ty == crate::operand::UNTYPED_BOOL {
                    self.is_boolean(target)
                } else if self.is_numeric(x.ty) {
                    self.is_numeric(target)
                } else {
                    x.ty == crate::operand::UNTYPED_STRING && self.is_string(target)
                };
                if fits {
                    Ok((target, None))
                } else {
                    Err(Problem::Mismatch)
                }
            }
            // Values must have concrete dynamic types.
            Type::Interface(_) if self.is_empty_interface(underlying) => {
                let ty = self.default_type(x.ty);
                let value = match (x.is_constant(), self.basic_kind(ty)) {
                    (true, Some(kind)) => Some(self.represent(x, kind)?),
                    _ => None,
                };
                Ok((ty, value))
            }
            _ => Err(Problem::Mismatch),
        }
    }

    /// Whether an interface has neither methods nor type elements.
    pub(crate) fn is_empty_interface(&self, underlying: TypeId) -> bool {
        matches!(self.types.get(underlying), Type::Interface(interface)
            if interface.methods.is_empty() && interface.embedded.is_empty() && !interface.is_comparable)
    }

    /// spec: "if the operands are of different kinds, the result is of the kind that appears later in this
    /// list: integer, rune, floating-point, complex".
    fn larger_untyped(&mut self, x: TypeId, y: TypeId) -> Option<TypeId> {
        if x == y {
            return Some(x);
        }
        // The ids are in the order of that list.
        (self.is_numeric(x) && self.is_numeric(y)).then(|| x.max(y))
    }

    /// The call of a type, `T(x)`.
    pub(crate) fn conversion_call(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
        target: TypeId,
    ) -> Operand<'a> {
        let target_text = |checker: &mut Self, env: &Env| checker.type_string(target, env.package);
        let [arg] = &call.args[..] else {
            self.use_exprs(env, &call.args);
            let target = target_text(self, env);
            let (span, message) = match call.args.last() {
                None => (e.span, format!("missing argument in conversion to {target}")),
                Some(last) => (last.span, format!("too many arguments in conversion to {target}")),
            };
            self.fail(env, "WrongArgCount", span, message);
            return Operand::invalid(e);
        };
        let mut x = self.expr_for_part(env, arg, Some(target), |_| expr_string(&call.func));
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if self.is_constraint(target) {
            let target = target_text(self, env);
            let message = format!(
                "cannot use interface {target} in conversion (contains specific type constraints or is comparable)"
            );
            self.fail(env, "MisplacedConstraintIface", e.span, message);
            // What the value would be used for is checked as if it were not converted.
            (x.expr, x.span) = (Some(e), e.span);
            return x;
        }
        if call.has_dots {
            let target = target_text(self, env);
            self.fail(
                env,
                "BadDotDotDotSyntax",
                arg.span,
                format!("invalid use of ... in conversion to {target}"),
            );
            return Operand::invalid(e);
        }
        self.convert(env, &mut x, target);
        (x.expr, x.span) = (Some(e), e.span);
        x
    }

    /// Whether a type is an interface that only constraints may use.
    fn is_constraint(&mut self, ty: TypeId) -> bool {
        if self.is_type_param(ty) {
            return false;
        }
        let underlying = self.underlying(ty);
        matches!(self.types.get(underlying), Type::Interface(_)) && self.is_constraint_interface(underlying)
    }

    /// Converts an operand explicitly. spec: "A non-constant value x can be converted to type T in any of
    /// these cases".
    fn convert(&mut self, env: &mut Env, x: &mut Operand<'a>, target: TypeId) {
        if target.is_invalid() || self.is_broken(target) {
            return x.invalidate();
        }
        let was_constant = x.is_constant();
        let is_const_type = self.is_const_type(target) && !self.is_type_param(target);
        let result = if was_constant && is_const_type {
            match self.constant_as(x, target) {
                Some(value) => {
                    x.value = Some(value);
                    Ok(())
                }
                None if self.is_integer(x.ty) && self.is_integer(target) => {
                    let (value, target) = (
                        x.constant_value().to_string(),
                        self.type_string(target, env.package),
                    );
                    self.fail(
                        env,
                        "InvalidConversion",
                        x.span,
                        format!("constant {value} overflows {target}"),
                    );
                    return x.invalidate();
                }
                None => Err(String::new()),
            }
        } else if was_constant && self.is_type_param(target) {
            let result = self.constant_to_type_param(env, x, target);
            x.mode = Mode::Value;
            result
        } else {
            let result = self.convertible(env, x, target);
            if result.is_ok() && !x.is_nil() {
                x.mode = Mode::Value;
            }
            result
        };
        if let Err(cause) = result {
            let (text, target) = (
                self.operand_string(env.package, x),
                self.type_string(target, env.package),
            );
            let cause = because(&cause);
            self.fail(
                env,
                "InvalidConversion",
                x.span,
                format!("cannot convert {text} to type {target}{cause}"),
            );
            return x.invalidate();
        }
        if self.is_untyped(x.ty) {
            self.finish_untyped(env, x, target, was_constant && !is_const_type);
        }
        if x.mode != Mode::Constant {
            (x.mode, x.value) = (Mode::Value, None);
        }
        x.ty = target;
    }

    /// spec: "A constant may be given a type explicitly by a constant declaration or conversion".
    fn finish_untyped(&mut self, env: &Env, x: &Operand<'a>, target: TypeId, becomes_variable: bool) {
        let Some(e) = x.expr else { return };
        let is_plain_interface = self.is_interface(target) && !self.is_type_param(target);
        let ty = if x.ty == UNTYPED_NIL {
            target
        } else if is_plain_interface || becomes_variable {
            self.default_type(x.ty)
        } else if x.is_constant() && self.is_integer(x.ty) && self.is_string(target) {
            return;
        } else {
            target
        };
        self.update_expr_type(env, e, ty);
    }

    /// The constant that a constant becomes by conversion.
    ///
    /// spec: "Converting a constant to a type that is not a type parameter yields a typed constant", and
    /// for strings: "Converting an integer to a string type yields a string containing the UTF-8
    /// representation of the integer", "\uFFFD" for values outside of the range of valid code points.
    fn constant_as(&mut self, x: &Operand<'a>, target: TypeId) -> Option<Value> {
        let kind = self.basic_kind(target)?;
        if let Some(value) = x.constant_value().represent(kind) {
            return Some(value);
        }
        if !self.is_integer(x.ty) || kind != BasicKind::String {
            return None;
        }
        let code_point = x
            .constant_value()
            .to_int()
            .as_u64()
            .and_then(|value| u32::try_from(value).ok());
        let char = code_point
            .and_then(char::from_u32)
            .unwrap_or(char::REPLACEMENT_CHARACTER);
        Some(Value::string(char.encode_utf8(&mut [0; 4])))
    }

    fn constant_to_type_param(&mut self, env: &Env, x: &Operand<'a>, target: TypeId) -> Result<(), String> {
        let types = self.underlying_types(target);
        if types.is_empty() {
            let target = self.type_string(target, env.package);
            return Err(format!("{target} does not contain specific types"));
        }
        for ty in types {
            if self.is_string(x.ty) && self.is_bytes_or_runes(ty) || self.constant_as(x, ty).is_some() {
                continue;
            }
            let both_integers = self.is_integer(x.ty) && self.is_integer(ty);
            let (ty, target) = (
                self.type_string(ty, env.package),
                self.type_string(target, env.package),
            );
            return Err(if both_integers {
                format!("constant {} overflows {ty} (in {target})", x.constant_value())
            } else {
                let text = self.operand_string(env.package, x);
                format!("cannot convert {text} to type {ty} (in {target})")
            });
        }
        Ok(())
    }

    /// Whether a non-constant operand can be converted to a type; if not, why, as far as there is more to
    /// say than that.
    fn convertible(&mut self, env: &Env, x: &Operand<'a>, target: TypeId) -> Result<(), String> {
        let cause = match self.assignable(env, x, target) {
            Ok(()) => return Ok(()),
            Err((_, cause)) => cause,
        };
        let (is_param, to_param) = (self.is_type_param(x.ty), self.is_type_param(target));
        if !is_param && !to_param {
            return self.convertible_plain(env, x.ty, target, cause);
        }
        let term_types = |checker: &mut Self, ty: TypeId, is_param: bool| -> Vec<TypeId> {
            if !is_param {
                return vec![ty];
            }
            checker
                .type_set_terms(ty)
                .unwrap_or_default()
                .iter()
                .map(|term| term.ty)
                .collect()
        };
        let (sources, targets) = (
            term_types(self, x.ty, is_param),
            term_types(self, target, to_param),
        );
        if sources.is_empty() || targets.is_empty() {
            return Err(cause);
        }
        for &from in &sources {
            for &to in &targets {
                let part = Operand {
                    ty: from,
                    ..x.clone()
                };
                let Err(cause) = self.convertible(env, &part, to) else {
                    continue;
                };
                let in_param = |checker: &mut Self, ty: TypeId, param: TypeId, is_param: bool| {
                    let text = checker.type_string(ty, env.package);
                    if !is_param {
                        return text;
                    }
                    format!("{text} (in {})", checker.type_string(param, env.package))
                };
                let from = in_param(self, from, x.ty, is_param);
                let to = in_param(self, to, target, to_param);
                let cause = if cause.is_empty() {
                    cause
                } else {
                    format!("\n\t{cause}")
                };
                return Err(format!("cannot convert {from} to type {to}{cause}"));
            }
        }
        Ok(())
    }

    /// [`Checker::convertible`] between types that are no type parameters.
    fn convertible_plain(
        &mut self,
        env: &Env,
        from: TypeId,
        to: TypeId,
        cause: String,
    ) -> Result<(), String> {
        let (from_underlying, to_underlying) = (self.underlying(from), self.underlying(to));
        // "ignoring struct tags, x's type and T are not type parameters but have identical underlying types".
        if self.identical_ignoring_tags(from_underlying, to_underlying) {
            return Ok(());
        }
        if let (Type::Pointer(x), Type::Pointer(y)) = (self.types.get(from), self.types.get(to)) {
            let (x, y) = (*x, *y);
            if !self.is_type_param(x) && !self.is_type_param(y) {
                let (x, y) = (self.underlying(x), self.underlying(y));
                if self.identical_ignoring_tags(x, y) {
                    return Ok(());
                }
            }
        }
        let is_real = |checker: &mut Self, ty| checker.is_integer(ty) || checker.is_float(ty);
        let is_address = |checker: &mut Self, ty: TypeId| {
            let is_pointer = matches!(checker.types.get(ty), Type::Pointer(_));
            is_pointer || ty == crate::operand::UINTPTR
        };
        let (x, y) = (from_underlying, to_underlying);
        let (from_string, to_string) = (self.is_string(x), self.is_string(y));
        let unsafe_pointer = crate::operand::UNSAFE_POINTER;
        if is_real(self, x) && is_real(self, y)
            || self.is_complex(x) && self.is_complex(y)
            || to_string && (self.is_integer(x) || self.is_bytes_or_runes(x))
            || from_string && self.is_bytes_or_runes(y)
            || y == unsafe_pointer && is_address(self, x)
            || x == unsafe_pointer && is_address(self, y)
        {
            return Ok(());
        }
        self.slice_to_array(env, x, y).unwrap_or(Err(cause))
    }

    /// spec: "x is a slice, T is an array or a pointer to an array, and the slice and array types have
    /// identical element types." `None` if that is not the case.
    fn slice_to_array(&mut self, env: &Env, from: TypeId, to: TypeId) -> Option<Result<(), String>> {
        let Type::Slice(elem) = *self.types.get(from) else {
            return None;
        };
        let (array, version, what) = match *self.types.get(to) {
            Type::Pointer(base) => (self.underlying(base), (1, 17), "array pointer"),
            _ => (to, (1, 20), "array"),
        };
        let Type::Array { elem: array_elem, .. } = *self.types.get(array) else {
            return None;
        };
        if !self.identical(elem, array_elem) {
            return None;
        }
        if self.allow_version(env, version) {
            return Some(Ok(()));
        }
        Some(Err(format!(
            "conversion of slice to {what} requires go1.{} or later",
            version.1
        )))
    }

    /// Whether a type is `[]byte` or `[]rune`, or has it as its underlying type.
    pub(crate) fn is_bytes_or_runes(&mut self, ty: TypeId) -> bool {
        let underlying = self.underlying(ty);
        let Type::Slice(elem) = *self.types.get(underlying) else {
            return false;
        };
        matches!(self.basic_kind(elem), Some(BasicKind::Uint8 | BasicKind::Int32))
            && !self.is_type_param(elem)
    }

    /// Checks the result of a constant operation.
    ///
    /// spec: "The values of typed constants must always be accurately representable by values of the
    /// constant type."
    pub(crate) fn check_overflow(&mut self, env: &Env, x: &mut Operand<'a>) {
        if x.constant_value().is_unknown() {
            let at = x.expr.map_or(x.span, operation_span);
            self.fail(env, "InvalidConstVal", at, "constant result is not representable");
            return;
        }
        if let Value::String(text) = x.constant_value()
            && text.length() > MAX_STRING
        {
            let length = text.length();
            let message = format!("constant string too long ({length} bytes > {MAX_STRING} bytes)");
            let at = x.expr.map_or(x.span, operation_span);
            self.fail(env, "InvalidConstVal", at, message);
            x.value = Some(Value::Unknown);
            return;
        }
        if !self.is_untyped(x.ty) {
            if let Some(kind) = self.basic_kind(x.ty) {
                self.require_representable(env, x, kind);
            }
            return;
        }
        // Untyped integers must not grow without bounds.
        const PRECISION: u64 = 512;
        if x.constant_value().bit_len() > PRECISION {
            let operation = x.expr.map_or("", operation_name);
            let at = x.expr.map_or(x.span, operation_span);
            self.fail(
                env,
                "InvalidConstVal",
                at,
                format!("constant {operation}overflow"),
            );
            x.value = Some(Value::Unknown);
        }
    }

    /// The source form of an operand's expression.
    pub(crate) fn source(&self, x: &Operand<'a>) -> String {
        x.expr.map_or_else(String::new, expr_string)
    }
}

/// What an operation that may overflow is called, followed by a space.
fn operation_name(e: &ExprNode) -> &'static str {
    use goes_syntax::ast::{BinaryOp, ExprKind, UnaryOp};
    match &e.kind {
        ExprKind::Unary(UnaryOp::Complement, _) => "bitwise complement ",
        ExprKind::Binary(op, ..) => match op {
            BinaryOp::Add => "addition ",
            BinaryOp::Sub => "subtraction ",
            BinaryOp::Xor => "bitwise XOR ",
            BinaryOp::Mul => "multiplication ",
            BinaryOp::Shl => "shift ",
            _ => "",
        },
        _ => "",
    }
}

/// Where an operation's result is complained about: at its operator.
fn operation_span(e: &ExprNode) -> goes_source::Span {
    use goes_syntax::ast::ExprKind;
    match &e.kind {
        ExprKind::Binary(op, x, y) => {
            let length = crate::expr_string::binary_op(*op).len() as u32;
            crate::assign::operator_span(Some(x), Some(y), length).unwrap_or(e.span)
        }
        _ => e.span,
    }
}

/// The code that goes/types gives a failed implicit conversion in an assignment.
pub(crate) fn assignment_code(problem: Problem) -> (Code, &'static str) {
    match problem {
        Problem::Truncated => ("TruncatedFloat", " (truncated)"),
        Problem::Overflows => ("NumericOverflow", " (overflows)"),
        Problem::Mismatch => ("IncompatibleAssign", ""),
    }
}
