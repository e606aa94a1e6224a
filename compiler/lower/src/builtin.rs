//! Predeclared functions, and those of package unsafe.

use crate::body::Body;
use crate::ir::{Builtin as Op, Const, Expr, ExprKind, TypeKind};
use goes_syntax::ast::{CallExpr, ExprNode};
use goes_types::types::Type;
use goes_types::{BasicKind, Builtin, TypeId as Ty};

impl<'a> Body<'_, '_, 'a> {
    pub fn builtin(&mut self, e: &'a ExprNode, call: &'a CallExpr, builtin: Builtin) -> Expr {
        if let Some(value) = self.spread_builtin(e, call, builtin) {
            return value;
        }
        match builtin {
            Builtin::Append => self.append(e, call),
            Builtin::Cap => self.len_or_cap(e, call, Op::Cap),
            Builtin::Len => self.len_or_cap(e, call, Op::Len),
            Builtin::Clear => self.clear(e, call),
            Builtin::Close => self.plain(e, call, Op::Close),
            Builtin::Complex => self.complex(e, call),
            Builtin::Copy => self.copy(e, call),
            Builtin::Delete => self.delete(e, call),
            Builtin::Imag => self.plain(e, call, Op::Imag),
            Builtin::Real => self.plain(e, call, Op::Real),
            Builtin::Make => self.make(e, call),
            Builtin::Max => self.min_max(e, call, Op::Max),
            Builtin::Min => self.min_max(e, call, Op::Min),
            Builtin::New => self.new_expr(e, call),
            Builtin::Panic => self.panic(e, call),
            Builtin::Print => self.print(e, call, Op::Print),
            Builtin::Println => self.print(e, call, Op::Println),
            Builtin::Recover => self.recover(e),
            Builtin::UnsafeSizeof | Builtin::UnsafeAlignof | Builtin::UnsafeOffsetof => {
                self.layout(e, call, builtin)
            }
            Builtin::UnsafeString => self.plain(e, call, Op::UnsafeString),
            Builtin::UnsafeStringData => self.plain(e, call, Op::UnsafeStringData),
            Builtin::UnsafeSlice => self.plain(e, call, Op::UnsafeSlice),
            Builtin::UnsafeSliceData => self.plain(e, call, Op::UnsafeSliceData),
            Builtin::UnsafeAdd => self.plain(e, call, Op::UnsafeAdd),
        }
    }

    /// `println(f())`: the results of one call are the arguments.
    fn spread_builtin(&mut self, e: &'a ExprNode, call: &'a CallExpr, builtin: Builtin) -> Option<Expr> {
        let [only] = &call.args[..] else { return None };
        let ty = self.type_of(only);
        let Type::Tuple(types) = &*self.cx.shared(ty) else {
            return None;
        };
        if types.len() < 2 {
            return None;
        }
        let results = self.expr(only);
        let tuple = self.late_temp("t", results.ty, e.span);
        let result_ty = self.result_type(e);
        let slice_elem = if builtin == Builtin::Append {
            Some(self.slice_elem(result_ty))
        } else {
            None
        };
        let mut args = Vec::with_capacity(types.len());
        for (index, &from) in types.iter().enumerate() {
            let to = if index > 0 {
                slice_elem.unwrap_or(from)
            } else {
                from
            };
            args.push(self.tuple_element(tuple, index, from, to, e.span));
        }
        let is_string = args.get(1).is_some_and(|arg| self.is_string(arg.ty));
        let (op, ty) = match builtin {
            Builtin::Append => (Op::Append, result_ty),
            Builtin::Complex => (Op::Complex, result_ty),
            Builtin::Copy if is_string => (Op::CopyString, Ty::basic(BasicKind::Int)),
            Builtin::Copy => (Op::Copy, Ty::basic(BasicKind::Int)),
            Builtin::Max => (Op::Max, result_ty),
            Builtin::Min => (Op::Min, result_ty),
            Builtin::Delete | Builtin::Print | Builtin::Println => {
                let op = match builtin {
                    Builtin::Delete => Op::Delete,
                    Builtin::Print => Op::Print,
                    _ => Op::Println,
                };
                let value = self.unit_node(e, op, args);
                return Some(self.sequence(vec![(tuple, results)], value));
            }
            _ => return None,
        };
        let value = self.builtin_node(e, op, args, ty);
        Some(self.sequence(vec![(tuple, results)], value))
    }

    fn builtin_node(&mut self, e: &ExprNode, op: Op, mut args: Vec<Expr>, ty: Ty) -> Expr {
        let ty = self.cx.ty(ty);
        let effects = self.calls_first_in(&mut args);
        let value = self.node(ExprKind::Builtin(op, args), ty, e.span);
        self.sequence(effects, value)
    }

    fn unit_node(&mut self, e: &ExprNode, op: Op, mut args: Vec<Expr>) -> Expr {
        let ty = self.cx.unit();
        let effects = self.calls_first_in(&mut args);
        let value = self.node(ExprKind::Builtin(op, args), ty, e.span);
        self.sequence(effects, value)
    }

    /// The call's type: its recorded one; a call without value has none.
    fn result_type(&mut self, e: &ExprNode) -> Ty {
        let ty = self.type_of(e);
        if ty.is_invalid() {
            self.cx.checker.types.tuple_of(&[])
        } else {
            ty
        }
    }

    fn plain(&mut self, e: &'a ExprNode, call: &'a CallExpr, op: Op) -> Expr {
        let is_sized = matches!(op, Op::UnsafeString | Op::UnsafeSlice | Op::UnsafeAdd);
        let args = call.args.iter().enumerate().map(|(index, arg)| {
            if is_sized && index == 1 {
                self.index_value(arg)
            } else {
                self.expr(arg)
            }
        });
        let args = args.collect();
        if op == Op::Close {
            return self.unit_node(e, op, args);
        }
        let ty = self.result_type(e);
        self.builtin_node(e, op, args, ty)
    }

    /// The length of an array does not depend on its value.
    fn len_or_cap(&mut self, e: &'a ExprNode, call: &'a CallExpr, op: Op) -> Expr {
        let Some(arg) = call.args.first() else {
            return self.invalid(e.span);
        };
        let ty = self.type_of(arg);
        let array = match self.cx.pointee(ty) {
            Some(pointee) => pointee,
            None => ty,
        };
        let operand = self.expr(arg);
        if let Type::Array { len, .. } = *self.cx.under(array) {
            let len = self.int_const(len as i64, e.span);
            if !crate::expr::has_calls(&operand) {
                return len;
            }
            let local = self.late_temp("a", operand.ty, e.span);
            return self.sequence(vec![(local, operand)], len);
        }
        self.builtin_node(e, op, vec![operand], Ty::basic(BasicKind::Int))
    }

    /// spec: "append appends zero or more values x to a slice s of type S and returns the resulting slice".
    fn append(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let Some((slice, rest)) = call.args.split_first() else {
            return self.invalid(e.span);
        };
        let slice_ty = self.result_type(e);
        let elem = self.slice_elem(slice_ty);
        let mut args = vec![self.value(slice, slice_ty)];
        if !call.has_dots {
            args.extend(rest.iter().map(|arg| self.value(arg, elem)));
            if args.len() == 1 {
                return args.remove(0);
            }
            return self.builtin_node(e, Op::Append, args, slice_ty);
        }
        let Some(more) = rest.first() else {
            return self.invalid(e.span);
        };
        let value = if self.mode(more) == goes_types::Mode::Nil {
            self.nil(slice_ty, more.span)
        } else {
            self.expr(more)
        };
        let op = if self.is_string(value.ty) {
            Op::AppendString
        } else {
            Op::AppendSlice
        };
        args.push(value);
        self.builtin_node(e, op, args, slice_ty)
    }

    fn copy(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let [dst, src] = &call.args[..] else {
            return self.invalid(e.span);
        };
        let dst = self.expr(dst);
        let src = self.expr(src);
        let op = if self.is_string(src.ty) {
            Op::CopyString
        } else {
            Op::Copy
        };
        self.builtin_node(e, op, vec![dst, src], Ty::basic(BasicKind::Int))
    }

    fn clear(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let Some(arg) = call.args.first() else {
            return self.invalid(e.span);
        };
        let operand = self.expr(arg);
        let op = match self.kind_of(operand.ty) {
            TypeKind::Map { .. } => Op::ClearMap,
            _ => Op::ClearSlice,
        };
        self.unit_node(e, op, vec![operand])
    }

    fn delete(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let [map, key] = &call.args[..] else {
            return self.invalid(e.span);
        };
        let map_ty = self.type_of(map);
        let Type::Map { key: key_ty, .. } = *self.cx.under(map_ty) else {
            return self.invalid(e.span);
        };
        let map = self.expr(map);
        let key = self.read_as(key, key_ty);
        self.unit_node(e, Op::Delete, vec![map, key])
    }

    fn complex(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let ty = self.result_type(e);
        let part = match &*self.cx.under(ty) {
            Type::Basic(BasicKind::Complex64) => BasicKind::Float32,
            _ => BasicKind::Float64,
        };
        let args = call
            .args
            .iter()
            .map(|arg| match self.const_value(arg) {
                Some(value) => self.cx.constant(&value, Ty::basic(part), arg.span),
                None => self.expr(arg),
            })
            .collect();
        self.builtin_node(e, Op::Complex, args, ty)
    }

    fn make(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let Some((_, sizes)) = call.args.split_first() else {
            return self.invalid(e.span);
        };
        let ty = self.type_of(&call.args[0]);
        let op = match &*self.cx.under(ty) {
            Type::Slice(_) => Op::MakeSlice,
            Type::Map { .. } => Op::MakeMap,
            _ => Op::MakeChan,
        };
        let args = sizes.iter().map(|size| self.index_value(size)).collect();
        self.builtin_node(e, op, args, ty)
    }

    fn min_max(&mut self, e: &'a ExprNode, call: &'a CallExpr, op: Op) -> Expr {
        let ty = self.result_type(e);
        let mut args: Vec<Expr> = call
            .args
            .iter()
            .map(|arg| match self.const_value(arg) {
                Some(value) => self.cx.constant(&value, ty, arg.span),
                None => self.expr(arg),
            })
            .collect();
        if args.len() == 1 {
            return args.remove(0);
        }
        self.builtin_node(e, op, args, ty)
    }

    /// `new(T)`, and since Go 1.26 `new(x)`.
    fn new_expr(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let Some(arg) = call.args.first() else {
            return self.invalid(e.span);
        };
        let pointer = self.type_of(e);
        let Some(base) = self.cx.pointee(pointer) else {
            return self.invalid(e.span);
        };
        let value = if self.mode(arg) == goes_types::Mode::Type {
            self.zero(base, e.span)
        } else {
            self.value(arg, base)
        };
        self.new_pointer(value, e)
    }

    fn panic(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Expr {
        let Some(arg) = call.args.first() else {
            return self.invalid(e.span);
        };
        let any = self.cx.checker.any_type;
        let value = self.value(arg, any);
        self.cx.use_panic_methods();
        self.unit_node(e, Op::Panic, vec![value])
    }

    fn print(&mut self, e: &'a ExprNode, call: &'a CallExpr, op: Op) -> Expr {
        let args = call.args.iter().map(|arg| self.expr(arg)).collect();
        self.unit_node(e, op, args)
    }

    /// spec: "The return value of recover is nil when [...] recover was not called directly by a deferred
    /// function." In the body of a range over a function it is that of the function around.
    fn recover(&mut self, e: &'a ExprNode) -> Expr {
        let frame = self
            .state
            .frames
            .iter_mut()
            .rev()
            .find(|frame| frame.range_func.is_none())
            .expect("the function itself is no loop body");
        frame.has_recover = true;
        let any = self.cx.checker.any_type;
        self.builtin_node(e, Op::Recover, Vec::new(), any)
    }

    /// Sizes that depend on type arguments are no constants for the checker.
    fn layout(&mut self, e: &'a ExprNode, call: &'a CallExpr, builtin: Builtin) -> Expr {
        let Some(arg) = call.args.first() else {
            return self.invalid(e.span);
        };
        let ty = self.type_of(arg);
        let size = match builtin {
            Builtin::UnsafeSizeof => self.cx.checker.sizeof(ty).unwrap_or_default(),
            Builtin::UnsafeAlignof => self.cx.checker.alignof(ty),
            _ => self.field_offset(arg),
        };
        let id = self.cx.ty(Ty::basic(BasicKind::Uintptr));
        self.node(ExprKind::Const(Const::Int(size.into())), id, e.span)
    }

    /// The offset of the field that `x.f` selects, from the start of the struct that holds it without
    /// indirection.
    fn field_offset(&mut self, arg: &ExprNode) -> u64 {
        let Some(selection) = self.selection(arg) else {
            return 0;
        };
        let mut ty = self.concrete(selection.receiver);
        let mut offset = 0;
        for &index in &selection.path {
            if let Some(pointee) = self.cx.pointee(ty) {
                (ty, offset) = (pointee, 0);
            }
            let Type::Struct(fields) = &*self.cx.under(ty) else {
                break;
            };
            let underlying = self.cx.underlying(ty);
            offset += self.cx.checker.offsetof(underlying, index).unwrap_or_default();
            ty = fields[index as usize].ty;
        }
        offset
    }
}
