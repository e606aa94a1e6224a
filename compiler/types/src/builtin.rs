//! Calls of predeclared functions, and of those of package unsafe.

use crate::checker::Checker;
use crate::constant::{self, Value};
use crate::env::Env;
use crate::expr::Class;
use crate::expr_string::expr_string;
use crate::info::Mode;
use crate::object::Builtin;
use crate::operand::{BYTE, INT, Operand, STRING, UNTYPED_COMPLEX, UNTYPED_FLOAT, builtin_name};
use crate::types::{BasicKind, Type, TypeId};
use goes_syntax::ast::{BinaryOp, CallExpr, ChanDir, ExprNode};

/// How many arguments a function takes; `None`: at least `min`.
fn arity(builtin: Builtin) -> (usize, Option<usize>) {
    match builtin {
        Builtin::Append | Builtin::Make | Builtin::Max | Builtin::Min => (1, None),
        Builtin::Print | Builtin::Println => (0, None),
        Builtin::Recover => (0, Some(0)),
        Builtin::Complex
        | Builtin::Copy
        | Builtin::Delete
        | Builtin::UnsafeAdd
        | Builtin::UnsafeSlice
        | Builtin::UnsafeString => (2, Some(2)),
        _ => (1, Some(1)),
    }
}

/// spec: "The following built-in functions are not permitted in statement context".
pub(crate) fn builtin_class(builtin: Builtin) -> Class {
    match builtin {
        Builtin::Clear
        | Builtin::Close
        | Builtin::Copy
        | Builtin::Delete
        | Builtin::Panic
        | Builtin::Print
        | Builtin::Println
        | Builtin::Recover => Class::Statement,
        _ => Class::Expression,
    }
}

/// A call that is being checked.
#[derive(Copy, Clone)]
pub(crate) struct Call<'a> {
    pub e: &'a ExprNode,
    pub call: &'a CallExpr,
    pub builtin: Builtin,
}

impl<'a> Call<'a> {
    pub fn value(&self, ty: TypeId) -> Operand<'a> {
        Operand::new(Mode::Value, ty, self.e)
    }

    pub fn no_value(&self, checker: &mut Checker<'a>) -> Operand<'a> {
        Operand::new(Mode::NoValue, checker.types.tuple_of(&[]), self.e)
    }

    pub fn invalid(&self) -> Operand<'a> {
        Operand::invalid(self.e)
    }

    pub fn name(&self) -> &'static str {
        builtin_name(self.builtin)
    }
}

impl<'a> Checker<'a> {
    /// `builtin(args…)`
    pub(crate) fn builtin_call(
        &mut self,
        env: &mut Env,
        e: &'a ExprNode,
        call: &'a CallExpr,
        builtin: Builtin,
    ) -> Operand<'a> {
        let c = Call { e, call, builtin };
        if call.has_dots && builtin != Builtin::Append {
            let message = format!("invalid operation: invalid use of ... with built-in {}", c.name());
            self.fail(env, "InvalidDotDotDot", e.span, message);
            self.use_exprs(env, &call.args);
            return c.invalid();
        }
        // Whether `len(x)` is constant depends on the calls in `x` alone.
        let outer_calls = env.has_call_or_receive;
        if matches!(builtin, Builtin::Len | Builtin::Cap) {
            env.has_call_or_receive = false;
        }
        let x = if matches!(builtin, Builtin::Make | Builtin::New | Builtin::UnsafeOffsetof) {
            if self.check_arg_count(env, c, call.args.len()) {
                self.builtin_syntax(env, c)
            } else {
                c.invalid()
            }
        } else {
            self.builtin_values(env, c)
        };
        if matches!(builtin, Builtin::Len | Builtin::Cap) {
            env.has_call_or_receive = outer_calls;
        }
        if !x.is_invalid() && !x.is_constant() {
            env.has_call_or_receive = true;
        }
        x
    }

    fn check_arg_count(&mut self, env: &Env, c: Call<'a>, count: usize) -> bool {
        let (min, max) = arity(c.builtin);
        let quantity = if count < min {
            "not enough"
        } else if max.is_some_and(|max| count > max) {
            "too many"
        } else {
            return true;
        };
        let call = expr_string(c.e);
        let message =
            format!("invalid operation: {quantity} arguments for {call} (expected {min}, found {count})");
        self.fail(env, "WrongArgCount", c.e.span, message);
        false
    }

    /// Functions whose arguments are not just values.
    fn builtin_syntax(&mut self, env: &mut Env, c: Call<'a>) -> Operand<'a> {
        match c.builtin {
            Builtin::Make => self.builtin_make(env, c),
            Builtin::New => self.builtin_new(env, c),
            _ => self.builtin_offsetof(env, c),
        }
    }

    fn builtin_values(&mut self, env: &mut Env, c: Call<'a>) -> Operand<'a> {
        let args = self.expr_list(env, &c.call.args);
        if args.iter().any(Operand::is_invalid) || !self.check_arg_count(env, c, args.len()) {
            return c.invalid();
        }
        match c.builtin {
            Builtin::Append => return self.builtin_append(env, c, args),
            Builtin::Max | Builtin::Min => return self.builtin_max_min(env, c, args),
            Builtin::Print | Builtin::Println => return self.builtin_print(env, c, args),
            Builtin::Recover => {
                let any = self.any_type;
                return c.value(any);
            }
            _ => {}
        }
        let mut args = args.into_iter();
        let (Some(x), y) = (args.next(), args.next()) else {
            return c.invalid();
        };
        match (c.builtin, y) {
            (Builtin::Complex, Some(y)) => self.builtin_complex(env, c, x, y),
            (Builtin::Copy, Some(y)) => self.builtin_copy(env, c, x, y),
            (Builtin::Delete, Some(y)) => self.builtin_delete(env, c, x, y),
            (Builtin::UnsafeAdd | Builtin::UnsafeSlice | Builtin::UnsafeString, Some(y)) => {
                self.builtin_unsafe_pair(env, c, x, y)
            }
            (Builtin::Len | Builtin::Cap, _) => self.builtin_len(env, c, x),
            (Builtin::Clear, _) => self.builtin_clear(env, c, x),
            (Builtin::Close, _) => self.builtin_close(env, c, x),
            (Builtin::Imag | Builtin::Real, _) => self.builtin_part(env, c, x),
            (Builtin::Panic, _) => {
                let mut x = x;
                let any = self.any_type;
                self.assignment(env, &mut x, Some(any), "argument to panic");
                if x.is_invalid() {
                    c.invalid()
                } else {
                    c.no_value(self)
                }
            }
            _ => self.builtin_unsafe(env, c, x),
        }
    }

    /// spec: "The variadic function append appends zero or more values x to a slice s of type S and returns
    /// the resulting slice, also of type S."
    fn builtin_append(&mut self, env: &mut Env, c: Call<'a>, mut args: Vec<Operand<'a>>) -> Operand<'a> {
        let slice = args[0].ty;
        let elem = match self.slice_elem(env, &args[0]) {
            Ok(elem) => elem,
            Err(cause) => {
                self.fail(
                    env,
                    "InvalidAppend",
                    args[0].span,
                    format!("invalid append: {cause}"),
                );
                return c.invalid();
            }
        };
        // spec: "As a special case, if the core type of s is []byte, append also accepts a second argument
        // with core type bytestring followed by ...."
        if args.len() == 2 && c.call.has_dots {
            let bytes = self.types.slice_of(BYTE);
            if self.assignable(env, &args[0], bytes).is_ok() && self.is_byte_string(args[1].ty) {
                self.convert_untyped(env, &mut args[1], STRING);
                return c.value(slice);
            }
        }
        let rest = self.types.slice_of(elem);
        let signature = self.types.signature_of(&[slice, rest], &[slice], true);
        self.check_plain_args(env, c.e, c.call, signature, args);
        c.value(slice)
    }

    /// Whether a type's set consists of strings and byte slices, with at least one string.
    fn is_byte_string(&mut self, ty: TypeId) -> bool {
        let bytes = self.types.slice_of(BYTE);
        let types = self.underlying_types(ty);
        let mut has_string = false;
        for &ty in &types {
            if self.is_string(ty) {
                has_string = true;
            } else if !self.identical(ty, bytes) {
                return false;
            }
        }
        has_string
    }

    /// The element type of a slice, or of all slices of a type set.
    fn slice_elem(&mut self, env: &Env, x: &Operand<'a>) -> Result<TypeId, String> {
        let mut found = None;
        for ty in self.underlying_types(x.ty) {
            match *self.types.get(ty) {
                Type::Slice(elem) => match found {
                    Some(known) if !self.identical(known, elem) => {
                        let (a, b) = (
                            self.type_string(known, env.package),
                            self.type_string(elem, env.package),
                        );
                        let text = self.operand_string(env.package, x);
                        return Err(format!("mismatched slice element types {a} and {b} in {text}"));
                    }
                    _ => found = Some(elem),
                },
                _ if x.is_nil() => return Err("argument must be a slice; have untyped nil".to_string()),
                _ => {
                    let text = self.operand_string(env.package, x);
                    return Err(format!("argument must be a slice; have {text}"));
                }
            }
        }
        match found {
            Some(elem) => Ok(elem),
            None => Err(format!(
                "argument must be a slice; have {}",
                self.operand_string(env.package, x)
            )),
        }
    }

    /// spec: "The expression len(s) is constant if s is a string constant. The expressions len(s) and cap(s)
    /// are constants if the type of s is an array or pointer to an array and the expression s does not
    /// contain channel receives or (non-constant) function calls".
    fn builtin_len(&mut self, env: &mut Env, c: Call<'a>, mut x: Operand<'a>) -> Operand<'a> {
        let is_len = c.builtin == Builtin::Len;
        if let (true, true, Some(bytes)) = (is_len, x.is_constant(), x.constant_value().as_bytes()) {
            let length = Value::int(bytes.len());
            self.convert_untyped(env, &mut x, STRING);
            return Operand::constant(length, INT, c.e);
        }
        let types = self.underlying_types(x.ty);
        let mut is_valid = !types.is_empty();
        for &ty in &types {
            let of_pointer = match *self.types.get(ty) {
                Type::Pointer(elem) => Some(self.underlying(elem)),
                _ => None,
            };
            is_valid &= match self.types.get(of_pointer.unwrap_or(ty)) {
                Type::Array { len, .. } => {
                    if !env.has_call_or_receive && !self.is_type_param(x.ty) {
                        return Operand::constant(Value::int(*len), INT, c.e);
                    }
                    true
                }
                _ if of_pointer.is_some() => false,
                Type::Basic(BasicKind::String | BasicKind::UntypedString) | Type::Map { .. } => is_len,
                Type::Slice(_) | Type::Chan { .. } => true,
                _ => false,
            };
        }
        if is_valid {
            return c.value(INT);
        }
        if !self.underlying(x.ty).is_invalid() {
            let text = self.operand_string(env.package, &x);
            let code = if is_len { "InvalidLen" } else { "InvalidCap" };
            self.fail(
                env,
                code,
                x.span,
                format!("invalid argument: {text} for built-in {}", c.name()),
            );
        }
        c.invalid()
    }

    fn builtin_clear(&mut self, env: &mut Env, c: Call<'a>, x: Operand<'a>) -> Operand<'a> {
        self.verify_version(env, c.call.func.span, (1, 21), "clear");
        let types = self.underlying_types(x.ty);
        if types.is_empty()
            || !types
                .iter()
                .all(|&ty| matches!(self.types.get(ty), Type::Map { .. } | Type::Slice(_)))
        {
            let text = self.operand_string(env.package, &x);
            let message = format!(
                "invalid argument: cannot clear {text}: argument must be (or constrained by) map or slice"
            );
            self.fail(env, "InvalidClear", x.span, message);
            return c.invalid();
        }
        c.no_value(self)
    }

    fn builtin_close(&mut self, env: &mut Env, c: Call<'a>, x: Operand<'a>) -> Operand<'a> {
        let types = self.underlying_types(x.ty);
        let mut problem = types.is_empty().then_some("non-channel");
        for &ty in &types {
            match self.types.get(ty) {
                Type::Chan {
                    dir: ChanDir::Receive,
                    ..
                } => problem = Some("receive-only channel"),
                Type::Chan { .. } => {}
                _ => problem = Some("non-channel"),
            }
        }
        if let Some(problem) = problem {
            let text = self.operand_string(env.package, &x);
            let message = format!("invalid operation: cannot close {problem} {text}");
            self.fail(env, "InvalidClose", x.span, message);
            return c.invalid();
        }
        c.no_value(self)
    }

    /// spec: "complex(realPart, imaginaryPart floatT) complexT".
    fn builtin_complex(
        &mut self,
        env: &mut Env,
        c: Call<'a>,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        match (self.is_untyped(x.ty), self.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(env, &mut x, y.ty),
            (false, true) => self.convert_untyped(env, &mut y, x.ty),
            (true, true) if x.is_constant() && y.is_constant() => {
                for operand in [&mut x, &mut y] {
                    if self.is_numeric(operand.ty) && operand.constant_value().imag().is_zero() {
                        operand.ty = UNTYPED_FLOAT;
                    }
                }
            }
            (true, true) => {
                let float64 = TypeId::basic(BasicKind::Float64);
                self.convert_untyped(env, &mut x, float64);
                self.convert_untyped(env, &mut y, float64);
            }
        }
        if x.is_invalid() || y.is_invalid() {
            return c.invalid();
        }
        if !self.identical(x.ty, y.ty) {
            let (call, a, b) = (
                expr_string(c.e),
                self.type_string(x.ty, env.package),
                self.type_string(y.ty, env.package),
            );
            let message = format!("invalid operation: {call} (mismatched types {a} and {b})");
            self.fail(env, "InvalidComplex", x.span, message);
            return c.invalid();
        }
        let result = match self.basic_kind(x.ty) {
            Some(BasicKind::Float32) => TypeId::basic(BasicKind::Complex64),
            Some(BasicKind::Float64) => TypeId::basic(BasicKind::Complex128),
            Some(BasicKind::UntypedFloat) => UNTYPED_COMPLEX,
            _ => {
                if !self.reject_type_param(env, c, &x) {
                    let ty = self.type_string(x.ty, env.package);
                    let message =
                        format!("invalid argument: arguments have type {ty}, expected floating-point");
                    self.fail(env, "InvalidComplex", x.span, message);
                }
                return c.invalid();
            }
        };
        if !x.is_constant() || !y.is_constant() {
            return c.value(result);
        }
        let value = match (x.constant_value().to_rational(), y.constant_value().to_rational()) {
            (Some(re), Some(im)) => Value::complex(re, im),
            _ => Value::Unknown,
        };
        Operand::constant(value, result, c.e)
    }

    /// Operands of type parameter type are not supported here, by gc neither.
    fn reject_type_param(&mut self, env: &Env, c: Call<'a>, x: &Operand<'a>) -> bool {
        if !self.is_type_param(x.ty) {
            return false;
        }
        let is_supported = if c.builtin == Builtin::Complex {
            self.is_float(x.ty)
        } else {
            self.is_complex(x.ty)
        };
        if is_supported {
            let text = self.operand_string(env.package, x);
            let code = match c.builtin {
                Builtin::Real => "InvalidReal",
                Builtin::Imag => "InvalidImag",
                _ => "InvalidComplex",
            };
            let name = c.name();
            let message = format!(
                "{text} not supported as argument to built-in {name} for go1.18 (see go.dev/issue/50937)"
            );
            self.fail(env, code, x.span, message);
        }
        is_supported
    }

    /// `real(x)`, `imag(x)`
    fn builtin_part(&mut self, env: &mut Env, c: Call<'a>, mut x: Operand<'a>) -> Operand<'a> {
        if self.is_untyped(x.ty) {
            if !x.is_constant() {
                self.convert_untyped(env, &mut x, TypeId::basic(BasicKind::Complex128));
                if x.is_invalid() {
                    return c.invalid();
                }
            } else if self.is_numeric(x.ty) {
                x.ty = UNTYPED_COMPLEX;
            }
        }
        let is_real = c.builtin == Builtin::Real;
        let result = match self.basic_kind(x.ty) {
            Some(BasicKind::Complex64) => TypeId::basic(BasicKind::Float32),
            Some(BasicKind::Complex128) => TypeId::basic(BasicKind::Float64),
            Some(BasicKind::UntypedComplex) => UNTYPED_FLOAT,
            _ => {
                if !self.reject_type_param(env, c, &x) {
                    let ty = self.type_string(x.ty, env.package);
                    let code = if is_real { "InvalidReal" } else { "InvalidImag" };
                    let message = format!("invalid argument: argument has type {ty}, expected complex type");
                    self.fail(env, code, x.span, message);
                }
                return c.invalid();
            }
        };
        if !x.is_constant() {
            return c.value(result);
        }
        let value = x.constant_value();
        Operand::constant(if is_real { value.real() } else { value.imag() }, result, c.e)
    }

    /// spec: "The function copy copies slice elements from a source src to a destination dst and returns the
    /// number of elements copied."
    fn builtin_copy(
        &mut self,
        env: &mut Env,
        c: Call<'a>,
        x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        let bytes = self.types.slice_of(BYTE);
        if self.assignable(env, &x, bytes).is_ok() && !x.is_nil() {
            let types = self.underlying_types(y.ty);
            if !types.is_empty()
                && types
                    .iter()
                    .all(|&ty| self.is_string(ty) || self.identical(ty, bytes))
            {
                self.convert_untyped(env, &mut y, STRING);
                return c.value(INT);
            }
        }
        let to = match self.slice_elem(env, &x) {
            Ok(elem) => elem,
            Err(cause) => {
                self.fail(env, "InvalidCopy", x.span, format!("invalid copy: {cause}"));
                return c.invalid();
            }
        };
        let from = match self.slice_elem(env, &y) {
            Ok(elem) => elem,
            Err(_) if self.is_string(y.ty) => BYTE,
            Err(cause) => {
                self.fail(env, "InvalidCopy", y.span, format!("invalid copy: {cause}"));
                return c.invalid();
            }
        };
        if !self.identical(to, from) {
            let (a, b) = (
                self.operand_string(env.package, &x),
                self.operand_string(env.package, &y),
            );
            let (to, from) = (
                self.type_string(to, env.package),
                self.type_string(from, env.package),
            );
            let message =
                format!("invalid copy: arguments {a} and {b} have different element types {to} and {from}");
            self.fail(env, "InvalidCopy", x.span, message);
            return c.invalid();
        }
        c.value(INT)
    }

    fn builtin_delete(
        &mut self,
        env: &mut Env,
        c: Call<'a>,
        x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        let mut key = None;
        let mut problem = None;
        for ty in self.underlying_types(x.ty) {
            let Type::Map { key: other, .. } = *self.types.get(ty) else {
                problem = Some(false);
                continue;
            };
            if key.is_none_or(|key| self.identical(key, other)) {
                key = Some(other);
            } else {
                problem = Some(true);
            }
        }
        let Some(key) = key.filter(|_| problem.is_none()) else {
            let text = self.operand_string(env.package, &x);
            let message = if problem == Some(true) {
                format!("invalid argument: maps of {text} must have identical key types")
            } else {
                format!("invalid argument: {text} is not a map")
            };
            self.fail(env, "InvalidDelete", x.span, message);
            return c.invalid();
        };
        self.assignment(env, &mut y, Some(key), "argument to delete");
        if y.is_invalid() {
            c.invalid()
        } else {
            c.no_value(self)
        }
    }

    /// `make(T, n, m)`
    fn builtin_make(&mut self, env: &mut Env, c: Call<'a>) -> Operand<'a> {
        let [first, sizes @ ..] = &c.call.args[..] else {
            return c.invalid();
        };
        let ty = self.var_type(env, first);
        if ty.is_invalid() {
            self.use_exprs(env, sizes);
            return c.invalid();
        }
        let common = self.common_underlying(env, ty, |checker, _, underlying| {
            match checker.types.get(underlying) {
                Type::Slice(_) | Type::Map { .. } | Type::Chan { .. } => None,
                _ => Some("type must be slice, map, or channel".to_string()),
            }
        });
        let min = match common.map(|core| self.types.get(core)) {
            Ok(Type::Slice(_)) => 2,
            Ok(_) => 1,
            Err(cause) => {
                if !self.underlying(ty).is_invalid() {
                    let message = format!("invalid argument: cannot make {}: {cause}", expr_string(first));
                    self.fail(env, "InvalidMake", first.span, message);
                }
                self.use_exprs(env, sizes);
                return c.invalid();
            }
        };
        let count = c.call.args.len();
        if count < min || count > min + 1 {
            let call = expr_string(c.e);
            let message = format!(
                "invalid operation: {call} expects {min} or {} arguments; found {count}",
                min + 1
            );
            self.fail(env, "WrongArgCount", c.e.span, message);
            self.use_exprs(env, sizes);
            return c.invalid();
        }
        let values: Vec<Option<u64>> = sizes
            .iter()
            .map(|size| self.index(env, size, None).and_then(|(_, value)| value))
            .collect();
        if let [Some(length), Some(capacity)] = values[..]
            && length > capacity
        {
            let message = "invalid argument: length and capacity swapped";
            self.fail(env, "SwappedMakeArgs", sizes[0].span, message);
        }
        c.value(ty)
    }

    /// `new(T)`, and from Go 1.26 on `new(x)`.
    fn builtin_new(&mut self, env: &mut Env, c: Call<'a>) -> Operand<'a> {
        let arg = &*c.call.args[0];
        let mut x = self.expr_or_type(env, arg, false);
        if let Mode::Builtin(_) = x.mode {
            self.require_value(env, &mut x);
        }
        match x.mode {
            Mode::Invalid => return c.invalid(),
            Mode::Type => self.check_var_type(env, arg.span, x.ty),
            _ => {
                if self.is_untyped(x.ty) {
                    self.assignment(env, &mut x, None, "argument to new");
                    if x.is_invalid() {
                        return c.invalid();
                    }
                }
                let what = format!("new({})", expr_string(arg));
                self.verify_version(env, c.call.func.span, (1, 26), &what);
            }
        }
        let pointer = self.types.pointer_to(x.ty);
        c.value(pointer)
    }

    /// spec: "The built-in functions min and max compute the smallest—or largest, respectively—value of a
    /// fixed number of arguments of ordered types."
    fn builtin_max_min(&mut self, env: &mut Env, c: Call<'a>, mut args: Vec<Operand<'a>>) -> Operand<'a> {
        self.verify_version(env, c.call.func.span, (1, 21), &format!("built-in {}", c.name()));
        let op = if c.builtin == Builtin::Max {
            BinaryOp::Greater
        } else {
            BinaryOp::Less
        };
        for a in &args {
            if !self.is_ordered(a.ty) {
                let text = self.operand_string(env.package, a);
                let message = format!("invalid argument: {text} cannot be ordered");
                self.fail(env, "InvalidMinMaxOperand", a.span, message);
                return c.invalid();
            }
        }
        let (first, rest) = args.split_at_mut(1);
        let mut x = first[0].clone();
        for a in rest {
            self.match_types(env, &mut x, a);
            if x.is_invalid() {
                return c.invalid();
            }
            if !self.identical(x.ty, a.ty) {
                let (was, is) = (
                    self.type_string(x.ty, env.package),
                    self.type_string(a.ty, env.package),
                );
                let source = self.source(a);
                let message = format!(
                    "invalid argument: mismatched types {was} (previous argument) and {is} (type of {source})"
                );
                self.fail(env, "MismatchedTypes", a.span, message);
                return c.invalid();
            }
            if x.is_constant() && a.is_constant() {
                if constant::compare(op, a.constant_value(), x.constant_value()) {
                    x = a.clone();
                }
            } else {
                (x.mode, x.value) = (Mode::Value, None);
            }
        }
        if !x.is_constant() {
            x.mode = Mode::Value;
            let any = self.any_type;
            let context = format!("argument to built-in {}", c.name());
            self.assignment(env, &mut x, Some(any), &context);
            if x.is_invalid() {
                return c.invalid();
            }
            for a in &args {
                if let Some(e) = a.expr {
                    self.update_expr_type(env, e, x.ty);
                }
            }
        }
        (x.expr, x.span) = (Some(c.e), c.e.span);
        x
    }

    fn builtin_print(&mut self, env: &mut Env, c: Call<'a>, args: Vec<Operand<'a>>) -> Operand<'a> {
        let context = format!("argument to built-in {}", c.name());
        for mut x in args {
            self.assignment(env, &mut x, None, &context);
            if x.is_invalid() {
                return c.invalid();
            }
        }
        c.no_value(self)
    }
}
