//! How values cross the border of a library: JavaScript's own inside, Go's representation outside.
//!
//! string ↔ string, int ↔ number, int64 and uint64 ↔ bigint, []byte ↔ Uint8Array, slices ↔ arrays,
//! maps ↔ Map, structs ↔ plain objects, types with methods ↔ classes, error ↔ exception.

use crate::call::letter;
use crate::cx::{Cx, Emitter};
use crate::expr::{copy_of, zero};
use crate::js::{self, Expr, Stmt};
use crate::names::property;
use goes_lower::ir::{self, IntKind, TypeId, TypeKind};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    ToGo,
    ToHost,
}

/// What a library exports by type, and the conversions that have been asked for.
#[derive(Default)]
pub(crate) struct Border {
    /// Classes for the host, by struct type.
    pub classes: FxHashMap<TypeId, u32>,
    /// Functions that convert structs.
    structs: IndexMap<(TypeId, Direction), u32>,
    written: usize,
}

/// Whether a type is the predeclared `error`.
pub(crate) fn is_error(emitter: &Emitter, ty: TypeId) -> bool {
    emitter.ty(ty).text == "error" && matches!(emitter.kind(ty), TypeKind::Interface(_))
}

impl Border {
    /// A value converted.
    pub(crate) fn convert(&mut self, cx: &mut Cx, direction: Direction, ty: TypeId, value: Expr) -> Expr {
        let out = direction == Direction::ToHost;
        match cx.kind(ty) {
            TypeKind::Bool | TypeKind::Float64 | TypeKind::UnsafePointer => value,
            TypeKind::Float32 if out => value,
            TypeKind::Float32 => js::method(js::global("Math"), "fround", vec![value]),
            TypeKind::String => cx.helper(if out { "toHost" } else { "fromHost" }, vec![value]),
            TypeKind::Int(kind) => integer(cx, out, *kind, value),
            TypeKind::Slice(elem) => self.slice(cx, direction, *elem, value),
            TypeKind::Array { elem, .. } => {
                let class = crate::slice::typed_array(cx, *elem)
                    .filter(|_| !out)
                    .unwrap_or("Array");
                let each = self.function(cx, direction, *elem);
                js::method(js::global(class), "from", vec![value, each])
            }
            TypeKind::Map { key, elem } => self.map(cx, direction, ty, (*key, *elem), value),
            TypeKind::Struct(_) => {
                let convert = self.of_struct(cx, ty, direction);
                js::call(convert, vec![value])
            }
            TypeKind::Pointer(elem) if matches!(cx.kind(*elem), TypeKind::Struct(_)) => {
                self.pointer(cx, direction, *elem, value)
            }
            TypeKind::Func { params, results, .. } => {
                let (params, results) = (params.clone(), results.clone());
                self.callback(cx, direction, &params, &results, value)
            }
            TypeKind::Interface(_) if is_error(cx, ty) => {
                cx.helper(if out { "errorToHost" } else { "errorFromHost" }, vec![value])
            }
            TypeKind::Interface(_) => cx.helper(if out { "anyToHost" } else { "anyFromHost" }, vec![value]),
            TypeKind::Chan { elem, .. } if out => {
                let each = self.function(cx, direction, *elem);
                cx.helper("chanToHost", vec![value, each])
            }
            _ => value,
        }
    }

    /// `(v) => converted`
    fn function(&mut self, cx: &mut Cx, direction: Direction, ty: TypeId) -> Expr {
        let id = cx.fresh("v");
        let value = cx.name(id);
        let converted = self.convert(cx, direction, ty, value);
        js::arrow_value(vec![js::pat(cx.ident(id))], converted)
    }

    fn slice(&mut self, cx: &mut Cx, direction: Direction, elem: TypeId, value: Expr) -> Expr {
        let is_bytes = *cx.kind(elem) == TypeKind::Int(IntKind::Uint8);
        if direction == Direction::ToHost {
            if is_bytes {
                return cx.helper("bytesToHost", vec![value]);
            }
            let each = self.function(cx, direction, elem);
            return cx.helper("sliceToHost", vec![value, each]);
        }
        if is_bytes {
            return cx.helper("bytesFromHost", vec![value]);
        }
        let each = self.function(cx, direction, elem);
        let kind = cx.element_kind(elem);
        cx.helper("sliceFromHost", vec![value, kind, each])
    }

    fn map(
        &mut self,
        cx: &mut Cx,
        direction: Direction,
        ty: TypeId,
        of: (TypeId, TypeId),
        value: Expr,
    ) -> Expr {
        let (k, v) = (cx.fresh("k"), cx.fresh("v"));
        let (key, elem) = (cx.name(k), cx.name(v));
        let key = self.convert(cx, direction, of.0, key);
        let elem = self.convert(cx, direction, of.1, elem);
        let pattern = js::array_pat(vec![Some(js::pat(cx.ident(k))), Some(js::pat(cx.ident(v)))]);
        let each = js::arrow_value(vec![pattern], js::array(vec![key, elem]));
        if direction == Direction::ToHost {
            let entries = js::method(js::global("Array"), "from", vec![value, each]);
            return js::new(js::global("Map"), vec![entries]);
        }
        let entries = cx.helper("entriesOf", vec![value]);
        let entries = js::method(js::global("Array"), "from", vec![entries, each]);
        crate::map::new_map(cx, ty, Some(entries))
    }

    /// A pointer to a struct: its object as an instance of the class for the host, where there is one.
    fn pointer(&mut self, cx: &mut Cx, direction: Direction, elem: TypeId, value: Expr) -> Expr {
        let convert = self.of_struct(cx, elem, direction);
        let Some(&class) = self.classes.get(&elem) else {
            let id = cx.fresh("p");
            let (name, missing) = (cx.name(id), js::null());
            let nil = js::binary(js::BinaryOp::EqEq, name.clone(), js::null());
            let body = js::conditional(nil, missing, js::call(convert, vec![name]));
            return js::call(js::arrow_value(vec![js::pat(cx.ident(id))], body), vec![value]);
        };
        let class = cx.name(class);
        js::method(
            class,
            if direction == Direction::ToHost {
                "$of"
            } else {
                "$in"
            },
            vec![value],
        )
    }

    /// A function value: its operands go one way, its results the other.
    fn callback(
        &mut self,
        cx: &mut Cx,
        direction: Direction,
        params: &[TypeId],
        results: &[TypeId],
        value: Expr,
    ) -> Expr {
        let back = if direction == Direction::ToGo {
            Direction::ToHost
        } else {
            Direction::ToGo
        };
        let ids: Vec<u32> = (0..params.len()).map(|index| cx.fresh(&letter(index))).collect();
        let args = ids
            .iter()
            .zip(params)
            .map(|(&id, &ty)| {
                let name = cx.name(id);
                self.convert(cx, back, ty, name)
            })
            .collect();
        let f = cx.fresh("f");
        let call = js::call(cx.name(f), args);
        let result = match results {
            [] => call,
            [ty] => self.convert(cx, direction, *ty, call),
            _ => {
                let names: Vec<u32> = (0..results.len())
                    .map(|index| cx.fresh(&format!("r{index}")))
                    .collect();
                let converted = names
                    .iter()
                    .zip(results)
                    .map(|(&id, &ty)| {
                        let name = cx.name(id);
                        self.convert(cx, direction, ty, name)
                    })
                    .collect();
                let pattern = js::array_pat(names.iter().map(|&id| Some(js::pat(cx.ident(id)))).collect());
                js::call(js::arrow_value(vec![pattern], js::array(converted)), vec![call])
            }
        };
        let inner = js::arrow_value(ids.iter().map(|&id| js::pat(cx.ident(id))).collect(), result);
        let name = cx.name(f);
        let guarded = js::conditional(
            js::binary(js::BinaryOp::EqEq, name, js::null()),
            js::null(),
            inner,
        );
        js::call(js::arrow_value(vec![js::pat(cx.ident(f))], guarded), vec![value])
    }

    /// The function that converts a struct.
    fn of_struct(&mut self, cx: &mut Cx, ty: TypeId, direction: Direction) -> Expr {
        if let Some(&id) = self.structs.get(&(ty, direction)) {
            return cx.name(id);
        }
        let name = cx
            .ty(ty)
            .named
            .as_ref()
            .map_or("struct", |named| named.js_name.as_str())
            .to_string();
        let id = cx.fresh(&format!(
            "{}{name}",
            if direction == Direction::ToHost {
                "from$"
            } else {
                "to$"
            }
        ));
        self.structs.insert((ty, direction), id);
        cx.name(id)
    }

    /// Writes the conversions of structs that have been asked for.
    pub(crate) fn write(&mut self, emitter: &mut Emitter, out: &mut Vec<Stmt>) {
        while self.written < self.structs.len() {
            let (&(ty, direction), &id) = self.structs.get_index(self.written).expect("below the length");
            self.written += 1;
            let mut cx = Cx::new(emitter, None);
            let v = cx.fresh("v");
            let value = cx.name(v);
            let body = match direction {
                Direction::ToGo => self.struct_to_go(&mut cx, ty, value),
                Direction::ToHost => self.struct_to_host(&mut cx, ty, value),
            };
            let function = js::arrow_value(vec![js::pat(cx.ident(v))], body);
            out.push(js::const_(emitter.ident(id), function));
        }
    }

    fn struct_to_go(&mut self, cx: &mut Cx, ty: TypeId, value: Expr) -> Expr {
        let class = cx.class(ty);
        let Some((_, fields)) = cx.fields(ty) else {
            return value;
        };
        let args = fields
            .iter()
            .map(|field| {
                if !field.is_exported {
                    return js::undefined();
                }
                let given = js::member(value.clone(), &property(&field.js_name));
                let missing = js::binary(js::BinaryOp::EqEq, given.clone(), js::null());
                let converted = self.convert(cx, Direction::ToGo, field.ty, given);
                js::conditional(missing, js::undefined(), converted)
            })
            .collect();
        let made = js::new(class, args);
        if !self.classes.contains_key(&ty) {
            return made;
        }
        let inner = js::member(value, "$go");
        let copy = copy_of(cx, ty, inner.clone());
        js::conditional(js::equal(inner, js::undefined()), made, copy)
    }

    fn struct_to_host(&mut self, cx: &mut Cx, ty: TypeId, value: Expr) -> Expr {
        if let Some(&class) = self.classes.get(&ty) {
            let copy = copy_of(cx, ty, value);
            let class = cx.name(class);
            return js::method(class, "$of", vec![copy]);
        }
        let Some((_, fields)) = cx.fields(ty) else {
            return value;
        };
        let mut props = Vec::new();
        for field in fields.iter().filter(|field| field.is_exported) {
            let part = js::member(value.clone(), &property(&field.js_name));
            props.push((
                field.name.as_str(),
                self.convert(cx, Direction::ToHost, field.ty, part),
            ));
        }
        js::object(props)
    }
}

fn integer(cx: &mut Cx, out: bool, kind: IntKind, value: Expr) -> Expr {
    match kind {
        IntKind::Int64 | IntKind::Uint64 if out => js::call(js::global("BigInt"), vec![value]),
        IntKind::Int64 | IntKind::Uint64 => {
            let wide = js::call(js::global("BigInt"), vec![value]);
            cx.helper(
                if kind == IntKind::Int64 {
                    "toInt64"
                } else {
                    "toUint64"
                },
                vec![wide],
            )
        }
        IntKind::Int | IntKind::Uint | IntKind::Uintptr if out => cx.helper("intToHost", vec![value]),
        _ if out => value,
        IntKind::Int => cx.helper("intFromHost", vec![value]),
        IntKind::Uint | IntKind::Uintptr => cx.helper("intFromHost", vec![value, js::int(0)]),
        _ => {
            let bits = kind.bits();
            let (low, high) = if kind.is_signed() {
                (-(1i64 << (bits - 1)), (1i64 << (bits - 1)) - 1)
            } else {
                (0, (1i64 << bits) - 1)
            };
            cx.helper("intFromHost", vec![value, js::int(low), js::int(high)])
        }
    }
}

/// What a wrapper for the host consists of.
pub(crate) struct Signature<'p> {
    /// Names and types, without a receiver.
    pub params: Vec<(String, TypeId)>,
    pub results: &'p [TypeId],
    pub may_park: bool,
}

impl<'p> Signature<'p> {
    pub(crate) fn of(emitter: &Emitter<'p>, func: ir::FuncId, skip: usize) -> Signature<'p> {
        let function = emitter.function(func);
        let params = function
            .code
            .params
            .iter()
            .skip(skip)
            .enumerate()
            .map(|(index, param)| {
                let local = &function.locals[param.0 as usize];
                let is_named = !local.name.is_empty() && local.name != "_" && !local.name.starts_with('$');
                (
                    if is_named {
                        local.name.clone()
                    } else {
                        letter(index)
                    },
                    local.ty,
                )
            })
            .collect();
        let may_park =
            function.code.may_park || function.native.as_ref().is_some_and(|native| native.may_park);
        Signature {
            params,
            results: &function.code.results,
            may_park,
        }
    }
}

/// `(title, opts) => { … }` for a function of the library: parameters, and statements that call it.
pub(crate) fn wrapper(
    border: &mut Border,
    cx: &mut Cx,
    signature: &Signature,
    call: impl FnOnce(&mut Cx, Vec<Expr>) -> Expr,
) -> (Vec<js::Pat>, Vec<Stmt>) {
    let ids: Vec<u32> = signature.params.iter().map(|(name, _)| cx.fresh(name)).collect();
    let mut args = Vec::new();
    for (&id, (_, ty)) in ids.iter().zip(&signature.params) {
        let given = cx.name(id);
        let converted = border.convert(cx, Direction::ToGo, *ty, given.clone());
        // A struct may be left out: options.
        let is_optional = matches!(cx.kind(*ty), TypeKind::Struct(_));
        args.push(if is_optional {
            let missing = js::equal(given, js::undefined());
            js::conditional(missing, zero(cx, *ty), converted)
        } else {
            converted
        });
    }
    let value = call(cx, args);
    let params = ids.iter().map(|&id| js::pat(cx.ident(id))).collect();
    (params, results(border, cx, signature, value))
}

/// spec of the border: an error as the last result becomes an exception.
fn results(border: &mut Border, cx: &mut Cx, signature: &Signature, call: Expr) -> Vec<Stmt> {
    let ids: Vec<u32> = (0..signature.results.len())
        .map(|index| {
            let is_failure = index + 1 == signature.results.len() && is_error(cx, signature.results[index]);
            cx.fresh(if is_failure { "error" } else { "result" })
        })
        .collect();
    let fails = signature.results.last().is_some_and(|&ty| is_error(cx, ty));
    let mut body = match ids.as_slice() {
        [] => return vec![js::expr_stmt(call)],
        [one] => vec![js::let_(cx.ident(*one), Some(call))],
        _ => {
            let pattern = js::array_pat(ids.iter().map(|&id| Some(js::pat(cx.ident(id)))).collect());
            vec![js::let_pat(pattern, Some(call))]
        }
    };
    let kept = if fails { ids.len() - 1 } else { ids.len() };
    if fails {
        let error = cx.name(ids[kept]);
        let thrown = cx.helper("errorToHost", vec![error.clone()]);
        let throw = Stmt::Throw(swc_ecma_ast::ThrowStmt {
            span: swc_common::DUMMY_SP,
            arg: Box::new(thrown),
        });
        body.push(js::if_then(js::not_equal(error, js::null()), throw));
    }
    let mut values: Vec<Expr> = ids[..kept]
        .iter()
        .zip(signature.results)
        .map(|(&id, &ty)| {
            let name = cx.name(id);
            border.convert(cx, Direction::ToHost, ty, name)
        })
        .collect();
    match values.len() {
        0 => {}
        1 => body.push(js::return_(Some(values.remove(0)))),
        _ => body.push(js::return_(Some(js::array(values)))),
    }
    body
}
