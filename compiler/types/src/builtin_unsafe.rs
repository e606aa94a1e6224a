//! Calls of the functions of package unsafe.

use crate::builtin::Call;
use crate::checker::Checker;
use crate::constant::Value;
use crate::env::Env;
use crate::expr::Context;
use crate::expr_string::{expr_string, unparen};
use crate::info::{Mode, Selection, SelectionKind};
use crate::lookup::{Entry, Lookup};
use crate::object::Builtin;
use crate::operand::{BYTE, Operand, STRING, UINTPTR, UNSAFE_POINTER};
use crate::types::{Type, TypeId};
use goes_syntax::ast::{ExprKind, ExprNode};

impl<'a> Checker<'a> {
    /// `unsafe.Add`, `unsafe.Slice`, `unsafe.String`
    pub(crate) fn builtin_unsafe_pair(
        &mut self,
        env: &mut Env,
        c: Call<'a>,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        let at = c.call.func.span;
        let (result, code) = match c.builtin {
            Builtin::UnsafeAdd => {
                self.verify_version(env, at, (1, 17), "unsafe.Add");
                self.assignment(env, &mut x, Some(UNSAFE_POINTER), "argument to unsafe.Add");
                (UNSAFE_POINTER, "InvalidUnsafeAdd")
            }
            Builtin::UnsafeString => {
                self.verify_version(env, at, (1, 20), "unsafe.String");
                let pointer = self.types.pointer_to(BYTE);
                self.assignment(env, &mut x, Some(pointer), "argument to unsafe.String");
                (STRING, "InvalidUnsafeString")
            }
            _ => {
                self.verify_version(env, at, (1, 17), "unsafe.Slice");
                let core = self.core_type(x.ty).unwrap_or(TypeId::INVALID);
                let Type::Pointer(elem) = *self.types.get(core) else {
                    let text = self.operand_string(env.package, &x);
                    self.fail(
                        env,
                        "InvalidUnsafeSlice",
                        x.span,
                        format!("invalid argument: {text} is not a pointer"),
                    );
                    return c.invalid();
                };
                (self.types.slice_of(elem), "InvalidUnsafeSlice")
            }
        };
        let allow_negative = c.builtin == Builtin::UnsafeAdd;
        if x.is_invalid() || !self.require_index(env, &mut y, code, "length", allow_negative) {
            return c.invalid();
        }
        c.value(result)
    }

    /// The functions of package unsafe with one operand.
    pub(crate) fn builtin_unsafe(&mut self, env: &mut Env, c: Call<'a>, mut x: Operand<'a>) -> Operand<'a> {
        let at = c.call.func.span;
        match c.builtin {
            Builtin::UnsafeSliceData => {
                self.verify_version(env, at, (1, 20), "unsafe.SliceData");
                let core = self.core_type(x.ty).unwrap_or(TypeId::INVALID);
                let Type::Slice(elem) = *self.types.get(core) else {
                    let text = self.operand_string(env.package, &x);
                    self.fail(
                        env,
                        "InvalidUnsafeSliceData",
                        x.span,
                        format!("invalid argument: {text} is not a slice"),
                    );
                    return c.invalid();
                };
                let pointer = self.types.pointer_to(elem);
                c.value(pointer)
            }
            Builtin::UnsafeStringData => {
                self.verify_version(env, at, (1, 20), "unsafe.StringData");
                self.assignment(env, &mut x, Some(STRING), "argument to unsafe.StringData");
                let pointer = self.types.pointer_to(BYTE);
                if x.is_invalid() {
                    c.invalid()
                } else {
                    c.value(pointer)
                }
            }
            _ => {
                let name = c.name();
                self.assignment(env, &mut x, None, &format!("argument to unsafe.{name}"));
                if x.is_invalid() {
                    return c.invalid();
                }
                if !self.is_fixed_size(x.ty) {
                    return c.value(UINTPTR);
                }
                let size = if c.builtin == Builtin::UnsafeAlignof {
                    Some(self.alignof(x.ty))
                } else {
                    self.sizeof(x.ty)
                };
                self.size_constant(env, c, &x, size)
            }
        }
    }

    fn size_constant(&mut self, env: &Env, c: Call<'a>, x: &Operand<'a>, size: Option<u64>) -> Operand<'a> {
        let Some(size) = size else {
            let text = self.operand_string(env.package, x);
            self.fail(env, "TypeTooLarge", x.span, format!("{text} is too large"));
            return c.invalid();
        };
        Operand::constant(Value::int(size), UINTPTR, c.e)
    }

    /// spec: "The function Offsetof takes a (possibly parenthesized) selector s.f, denoting a field f of the
    /// struct denoted by s or *s, and returns the field offset in bytes relative to the struct's address."
    pub(crate) fn builtin_offsetof(&mut self, env: &mut Env, c: Call<'a>) -> Operand<'a> {
        let arg = &*c.call.args[0];
        let selector = unparen(arg);
        let ExprKind::Selector(operand, name) = &selector.kind else {
            let message = format!(
                "invalid argument: {} is not a selector expression",
                expr_string(arg)
            );
            self.fail(env, "BadOffsetofSyntax", arg.span, message);
            self.use_expr(env, arg);
            return c.invalid();
        };
        let (x, _) = self.raw_expr(env, operand, Context::NONE);
        if x.is_invalid() {
            return c.invalid();
        }
        let (pointed, is_pointer) = self.deref(x.ty);
        let underlying = self.underlying(pointed);
        let base = if is_pointer && matches!(self.types.get(underlying), Type::Struct(_)) {
            pointed
        } else {
            x.ty
        };
        let sel = name.name;
        let text = self.type_string(base, env.package);
        let (code, at, message) = match self.lookup(base, false, env.package, sel) {
            Lookup::Found {
                path,
                is_indirect: false,
                entry: Entry::Field(ty),
            } => {
                return self.offset_of_field(env, c, selector, &x, base, (path, ty));
            }
            Lookup::Found {
                entry: Entry::Field(_),
                ..
            } => {
                let message = format!("invalid argument: field {sel} is embedded via a pointer in {text}");
                ("InvalidOffsetof", x.span, message)
            }
            Lookup::Found { .. } | Lookup::PointerReceiver => (
                "InvalidOffsetof",
                arg.span,
                format!("invalid argument: {} is a method value", expr_string(arg)),
            ),
            _ => (
                "MissingFieldOrMethod",
                x.span,
                format!("invalid argument: {text} has no single field {sel}"),
            ),
        };
        self.fail(env, code, at, message);
        c.invalid()
    }

    fn offset_of_field(
        &mut self,
        env: &Env,
        c: Call<'a>,
        selector: &'a ExprNode,
        x: &Operand<'a>,
        base: TypeId,
        (path, ty): (Box<[u32]>, TypeId),
    ) -> Operand<'a> {
        let mut offset = Some(0);
        let mut within = base;
        for &index in &path {
            let underlying = self.underlying(within);
            offset = offset
                .zip(self.offsetof(underlying, index))
                .map(|(sum, part)| sum + part);
            let Type::Struct(fields) = self.types.get(underlying) else {
                break;
            };
            within = fields[index as usize].ty;
        }
        let selection = Selection {
            kind: SelectionKind::Field,
            receiver: base,
            path,
            method: None,
            is_interface: false,
            is_indirect: false,
            ty,
        };
        self.record_selection(env, selector.id, selection);
        let mode = if x.mode == Mode::Variable {
            Mode::Variable
        } else {
            Mode::Value
        };
        let mut at = &*c.call.args[0];
        loop {
            self.record_type(env, at.id, mode, ty, None);
            let ExprKind::Paren(inner) = &at.kind else { break };
            at = inner;
        }
        if !self.is_fixed_size(base) {
            return c.value(UINTPTR);
        }
        self.size_constant(env, c, x, offset)
    }
}
