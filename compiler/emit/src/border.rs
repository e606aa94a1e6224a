//! How values cross the border of a library: JavaScript's own inside, Go's representation outside.
//!
//! string ↔ string, int ↔ number, int64 and uint64 ↔ bigint, []byte ↔ Uint8Array, slices ↔ arrays,
//! maps ↔ Map, structs ↔ plain objects, types with methods ↔ classes, error ↔ exception, time.Time ↔ Date,
//! time.Duration ↔ milliseconds, context.Context ← AbortSignal. What comes in is checked.

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
    /// What is being converted, for messages: a parameter, a field.
    what: Option<String>,
    /// The function that brings what JavaScript sees of variables up to date, where there are any.
    pub refresh: Option<u32>,
}

/// Whether a type is this one of the standard library.
fn is_std(emitter: &Emitter, ty: TypeId, package: &str, name: &str) -> bool {
    emitter.ty(ty).named.as_ref().is_some_and(|named| {
        named.name == name
            && named
                .package
                .is_some_and(|of| emitter.program.packages[of.0 as usize].path == package)
    })
}

pub(crate) fn is_duration(emitter: &Emitter, ty: TypeId) -> bool {
    is_std(emitter, ty, "time", "Duration")
}

pub(crate) fn is_context(emitter: &Emitter, ty: TypeId) -> bool {
    is_std(emitter, ty, "context", "Context")
}

/// Whether a type is `time.Time`: its fields are then seconds since the year 1, nanoseconds, and others.
pub(crate) fn is_time(emitter: &Emitter, ty: TypeId) -> bool {
    is_std(emitter, ty, "time", "Time")
        && emitter.fields(ty).is_some_and(|(_, fields)| {
            fields.len() > 1 && fields[0].name == "sec" && fields[1].name == "nsec"
        })
}

/// The type within a type that has no counterpart in JavaScript.
pub(crate) fn obstacle(emitter: &Emitter, ty: TypeId) -> Option<TypeId> {
    obstacle_within(emitter, ty, &mut Vec::new())
}

fn obstacle_within(emitter: &Emitter, ty: TypeId, seen: &mut Vec<TypeId>) -> Option<TypeId> {
    if seen.contains(&ty) {
        return None;
    }
    seen.push(ty);
    match emitter.kind(ty) {
        TypeKind::Complex64
        | TypeKind::Complex128
        | TypeKind::UnsafePointer
        | TypeKind::Chan { .. }
        | TypeKind::Tuple(_)
        | TypeKind::Unit => Some(ty),
        TypeKind::Pointer(elem) if !matches!(emitter.kind(*elem), TypeKind::Struct(_)) => Some(ty),
        TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => obstacle_within(emitter, *elem, seen),
        TypeKind::Map { key, elem } => {
            obstacle_within(emitter, *key, seen).or_else(|| obstacle_within(emitter, *elem, seen))
        }
        TypeKind::Func { params, results, .. } => params
            .iter()
            .chain(results)
            .find_map(|&ty| obstacle_within(emitter, ty, seen)),
        _ => None,
    }
}

/// Whether the host sees a field.
pub(crate) fn is_shown(emitter: &Emitter, field: &ir::Field) -> bool {
    field.is_exported && obstacle(emitter, field.ty).is_none()
}

/// Whether the host sees a value of the type as it is.
pub(crate) fn is_same(emitter: &Emitter, ty: TypeId) -> bool {
    match emitter.kind(ty) {
        TypeKind::Bool | TypeKind::Float32 | TypeKind::Float64 => true,
        TypeKind::Int(kind) => !matches!(kind, IntKind::Int64) && !is_duration(emitter, ty),
        _ => false,
    }
}

/// Whether a type is the predeclared `error`.
pub(crate) fn is_error(emitter: &Emitter, ty: TypeId) -> bool {
    emitter.ty(ty).text == "error" && matches!(emitter.kind(ty), TypeKind::Interface(_))
}

impl Border {
    /// A value converted.
    pub(crate) fn convert(&mut self, cx: &mut Cx, direction: Direction, ty: TypeId, value: Expr) -> Expr {
        let out = direction == Direction::ToHost;
        if is_duration(cx, ty) {
            return self.helper(cx, out, ["durationToHost", "durationFromHost"], value);
        }
        match cx.kind(ty) {
            TypeKind::Bool | TypeKind::Float64 | TypeKind::Float32 if out => value,
            TypeKind::Bool => self.helper(cx, out, ["", "boolFromHost"], value),
            TypeKind::Float64 => self.helper(cx, out, ["", "floatFromHost"], value),
            TypeKind::Float32 => {
                let number = self.helper(cx, out, ["", "floatFromHost"], value);
                js::method(js::global("Math"), "fround", vec![number])
            }
            TypeKind::String => self.helper(cx, out, ["toHost", "stringFromHost"], value),
            TypeKind::Int(kind) => self.integer(cx, out, *kind, value),
            TypeKind::Slice(elem) => self.slice(cx, direction, *elem, value),
            TypeKind::Array { elem, len } => {
                let class = crate::slice::typed_array(cx, *elem)
                    .filter(|_| !out)
                    .unwrap_or("Array");
                let list = match out {
                    true => value,
                    false => {
                        let args = vec![value, js::int(*len as i64)];
                        self.checked(cx, "arrayFromHost", args)
                    }
                };
                let each = match out {
                    true => self.element_to_host(cx, *elem),
                    false => self.function(cx, direction, *elem),
                };
                js::method(js::global(class), "from", vec![list, each])
            }
            TypeKind::Map { key, elem } => self.map(cx, direction, ty, (*key, *elem), value),
            TypeKind::Struct(_) => {
                let convert = self.of_struct(cx, ty, direction);
                js::call(convert, vec![value])
            }
            TypeKind::Pointer(elem) if matches!(cx.kind(*elem), TypeKind::Struct(_)) => {
                self.pointer(cx, direction, *elem, value)
            }
            TypeKind::Func {
                params,
                results,
                is_variadic,
            } => {
                let callback = Callback {
                    direction,
                    params: params.clone(),
                    results: results.clone(),
                    is_variadic: *is_variadic,
                };
                self.callback(cx, ty, &callback, value)
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

    /// A helper for each direction; what comes in is named for messages.
    fn helper(&self, cx: &mut Cx, out: bool, names: [&'static str; 2], value: Expr) -> Expr {
        match out {
            true => cx.helper(names[0], vec![value]),
            false => self.checked(cx, names[1], vec![value]),
        }
    }

    fn checked(&self, cx: &mut Cx, name: &'static str, mut args: Vec<Expr>) -> Expr {
        args.extend(self.what.as_deref().map(js::string));
        cx.helper(name, args)
    }

    /// A value from the host, with a name for messages.
    pub(crate) fn convert_named(&mut self, cx: &mut Cx, what: &str, ty: TypeId, value: Expr) -> Expr {
        let outer = self.what.replace(what.to_string());
        let converted = self.convert(cx, Direction::ToGo, ty, value);
        self.what = outer;
        converted
    }

    fn integer(&self, cx: &mut Cx, out: bool, kind: IntKind, value: Expr) -> Expr {
        let (low, high) = match kind {
            IntKind::Uint64 if out => return value,
            IntKind::Int64 if out => return js::call(js::global("BigInt"), vec![value]),
            IntKind::Int64 => return self.checked(cx, "int64FromHost", vec![value]),
            IntKind::Uint64 => return self.checked(cx, "uint64FromHost", vec![value]),
            IntKind::Int | IntKind::Uint | IntKind::Uintptr if out => {
                return cx.helper("intToHost", vec![value]);
            }
            _ if out => return value,
            IntKind::Int => (-MAX_SAFE, MAX_SAFE),
            IntKind::Uint | IntKind::Uintptr => (0, MAX_SAFE),
            _ if kind.is_signed() => (-(1i64 << (kind.bits() - 1)), (1i64 << (kind.bits() - 1)) - 1),
            _ => (0, (1i64 << kind.bits()) - 1),
        };
        self.checked(cx, "intFromHost", vec![value, js::int(low), js::int(high)])
    }

    /// The function for what a backing array holds: a bool is 0 or 1 there.
    fn element_to_host(&mut self, cx: &mut Cx, elem: TypeId) -> Expr {
        match cx.kind(elem) {
            TypeKind::Bool => js::global("Boolean"),
            _ => self.function(cx, Direction::ToHost, elem),
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
            let each = self.element_to_host(cx, elem);
            return cx.helper("sliceToHost", vec![value, each]);
        }
        if is_bytes {
            return self.checked(cx, "bytesFromView", vec![value]);
        }
        let each = self.function(cx, direction, elem);
        let kind = cx.element_kind(elem);
        self.checked(cx, "sliceFromHost", vec![value, kind, each])
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
        let entries = self.checked(cx, "entriesOf", vec![value]);
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

    /// A function value: its operands go one way, its results the other. The same function is the same on the
    /// other side.
    fn callback(&mut self, cx: &mut Cx, ty: TypeId, callback: &Callback, value: Expr) -> Expr {
        let what = self.what.take();
        let f = cx.fresh("f");
        let inner = match callback.direction {
            Direction::ToGo => self.host_callback(cx, callback, f),
            Direction::ToHost => self.go_callback(cx, callback, f),
        };
        self.what = what;
        let make = js::arrow_value(vec![js::pat(cx.ident(f))], inner);
        let text = js::string(&cx.ty(ty).text.clone());
        self.checked(cx, "acrossFunc", vec![value, text, make])
    }

    /// What Go calls: `(a, b) => toGo(f(toHost(a), ...toHost(b)))`. An exception is the last result if that is an error.
    fn host_callback(&mut self, cx: &mut Cx, callback: &Callback, f: u32) -> Expr {
        let ids: Vec<u32> = (0..callback.params.len())
            .map(|index| cx.fresh(&letter(index)))
            .collect();
        let mut args = self.converted(cx, Direction::ToHost, &ids, &callback.params);
        let rest = callback.is_variadic.then(|| args.pop()).flatten();
        let call = js::call_with_rest(cx.name(f), args, rest);
        let params = ids.iter().map(|&id| js::pat(cx.ident(id))).collect();
        let fails = callback.results.last().is_some_and(|&ty| is_error(cx, ty));
        if !fails {
            return js::arrow_value(
                params,
                self.results_value(cx, Direction::ToGo, &callback.results, call),
            );
        }
        let kept = &callback.results[..callback.results.len() - 1];
        let (v, e) = (cx.fresh("v"), cx.fresh("e"));
        let given = cx.name(v);
        let done = match kept {
            [] => js::null(),
            [ty] => js::array(vec![self.convert(cx, Direction::ToGo, *ty, given), js::null()]),
            _ => {
                let mut parts: Vec<Expr> = kept
                    .iter()
                    .enumerate()
                    .map(|(index, &ty)| {
                        let part = js::element(given.clone(), js::int(index as i64));
                        self.convert(cx, Direction::ToGo, ty, part)
                    })
                    .collect();
                parts.push(js::null());
                js::array(parts)
            }
        };
        let error = cx.name(e);
        let failed = match kept {
            [] => error,
            _ => {
                let mut parts: Vec<Expr> = kept.iter().map(|&ty| zero(cx, ty)).collect();
                parts.push(error);
                js::array(parts)
            }
        };
        let done = js::arrow_value(vec![js::pat(cx.ident(v))], done);
        let failed = js::arrow_value(vec![js::pat(cx.ident(e))], failed);
        let value = cx.helper("caught", vec![js::arrow_value(Vec::new(), call), done, failed]);
        js::arrow_value(params, value)
    }

    /// What JavaScript calls: `(a, ...b) => callFromHost(f, [toGo(a), toGo(b)], (v) => toHost(v))`
    fn go_callback(&mut self, cx: &mut Cx, callback: &Callback, f: u32) -> Expr {
        let ids: Vec<u32> = (0..callback.params.len())
            .map(|index| cx.fresh(&letter(index)))
            .collect();
        let args = self.converted(cx, Direction::ToGo, &ids, &callback.params);
        let v = cx.fresh("v");
        let given = cx.name(v);
        let body = match callback.results.as_slice() {
            [] => Vec::new(),
            types => unpacked(self, cx, types, given),
        };
        let finish = js::arrow(vec![js::pat(cx.ident(v))], body);
        let mut params: Vec<js::Pat> = ids.iter().map(|&id| js::pat(cx.ident(id))).collect();
        if callback.is_variadic
            && let Some(last) = params.pop()
        {
            params.push(js::rest_pat(last));
        }
        let f = cx.name(f);
        js::arrow_value(
            params,
            cx.helper("callFromHost", vec![f, js::array(args), finish]),
        )
    }

    fn converted(&mut self, cx: &mut Cx, direction: Direction, ids: &[u32], types: &[TypeId]) -> Vec<Expr> {
        ids.iter()
            .zip(types)
            .map(|(&id, &ty)| {
                let name = cx.name(id);
                self.convert(cx, direction, ty, name)
            })
            .collect()
    }

    /// One result as it is, several as an array.
    fn results_value(&mut self, cx: &mut Cx, direction: Direction, results: &[TypeId], call: Expr) -> Expr {
        match results {
            [] => call,
            [ty] => self.convert(cx, direction, *ty, call),
            _ => {
                let names: Vec<u32> = (0..results.len())
                    .map(|index| cx.fresh(&format!("r{index}")))
                    .collect();
                let converted = self.converted(cx, direction, &names, results);
                let pattern = js::array_pat(names.iter().map(|&id| Some(js::pat(cx.ident(id)))).collect());
                js::call(js::arrow_value(vec![pattern], js::array(converted)), vec![call])
            }
        }
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
        if is_time(cx, ty) {
            return time_to_go(cx, ty, value);
        }
        let class = cx.class(ty);
        let Some((_, fields)) = cx.fields(ty) else {
            return value;
        };
        let text = cx
            .ty(ty)
            .named
            .as_ref()
            .map_or("a struct", |named| named.name.as_str());
        let args = fields
            .iter()
            .map(|field| {
                if !is_shown(cx, field) {
                    return js::undefined();
                }
                let given = js::member(value.clone(), &property(&field.js_name));
                let missing = js::binary(js::BinaryOp::EqEq, given.clone(), js::null());
                let what = format!("{text}.{}", field.name);
                let converted = self.convert_named(cx, &what, field.ty, given);
                js::conditional(missing, js::undefined(), converted)
            })
            .collect();
        let checked = cx.helper("objectFromHost", vec![value.clone(), js::string(text)]);
        let made = js::sequence(vec![checked, js::new(class, args)]);
        if !self.classes.contains_key(&ty) {
            return made;
        }
        let inner = js::member(value, "$go");
        let copy = copy_of(cx, ty, inner.clone());
        js::conditional(js::equal(inner, js::undefined()), made, copy)
    }

    fn struct_to_host(&mut self, cx: &mut Cx, ty: TypeId, value: Expr) -> Expr {
        if let Some((_, [seconds, nanoseconds, ..])) = cx.fields(ty)
            && is_time(cx, ty)
        {
            let [seconds, nanoseconds] =
                [seconds, nanoseconds].map(|field| js::member(value.clone(), &property(&field.js_name)));
            return cx.helper("dateOf", vec![seconds, nanoseconds]);
        }
        if let Some(&class) = self.classes.get(&ty) {
            let copy = copy_of(cx, ty, value);
            let class = cx.name(class);
            return js::method(class, "$of", vec![copy]);
        }
        let Some((_, fields)) = cx.fields(ty) else {
            return value;
        };
        let mut props = Vec::new();
        for field in fields {
            if !is_shown(cx, field) {
                continue;
            }
            let part = js::member(value.clone(), &property(&field.js_name));
            props.push((
                field.name.as_str(),
                self.convert(cx, Direction::ToHost, field.ty, part),
            ));
        }
        js::object(props)
    }
}

/// The greatest integer of which JavaScript's numbers hold every smaller one.
const MAX_SAFE: i64 = (1 << 53) - 1;

/// A function type on its way across.
struct Callback {
    direction: Direction,
    params: Vec<TypeId>,
    results: Vec<TypeId>,
    is_variadic: bool,
}

/// `((t) => new Time(t[0], t[1]))(timeFromHost(date))`: an instant in UTC.
fn time_to_go(cx: &mut Cx, ty: TypeId, date: Expr) -> Expr {
    let class = cx.class(ty);
    let t = cx.fresh("t");
    let parts = [0, 1].map(|index| js::element(cx.name(t), js::int(index)));
    let made = js::arrow_value(vec![js::pat(cx.ident(t))], js::new(class, parts.to_vec()));
    let given = cx.helper("timeFromHost", vec![date]);
    js::call(made, vec![given])
}

/// `contextFromHost(options, never, canceled)`
fn context_to_go(cx: &mut Cx, ty: TypeId, options: Expr) -> Expr {
    let deadline = match cx.kind(ty) {
        TypeKind::Interface(methods) => methods.iter().find(|method| method.name == "Deadline"),
        _ => None,
    };
    let never = match deadline.map(|method| cx.kind(method.signature)) {
        Some(TypeKind::Func { results, .. }) => zero(cx, results[0]),
        _ => js::null(),
    };
    let canceled = cx.program.globals.iter().position(|global| {
        global.name == "Canceled" && cx.program.packages[global.package.0 as usize].path == "context"
    });
    let canceled = match canceled {
        Some(index) => cx.global_value(ir::GlobalId(index as u32)),
        None => js::null(),
    };
    cx.helper("contextFromHost", vec![options, never, canceled])
}

/// What a wrapper for the host consists of.
pub(crate) struct Signature<'p> {
    /// Names and types, without a receiver.
    pub params: Vec<(String, TypeId)>,
    pub results: &'p [TypeId],
    pub may_park: bool,
    pub is_variadic: bool,
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
            is_variadic: function.is_variadic,
        }
    }

    /// Whether the last parameter of the wrapper is an object with a signal, in the place of a context.
    pub(crate) fn has_context(&self, emitter: &Emitter) -> bool {
        !self.is_variadic && self.params.iter().any(|(_, ty)| is_context(emitter, *ty))
    }
}

/// `(title, opts) => { … }` for a function of the library: parameters, and statements that call it.
pub(crate) fn wrapper(
    border: &mut Border,
    cx: &mut Cx,
    signature: &Signature,
    call: impl FnOnce(&mut Cx, Vec<Expr>) -> Expr,
) -> (Vec<js::Pat>, Vec<Stmt>) {
    let has_context = signature.has_context(cx);
    let mut params = Vec::new();
    let mut args = Vec::new();
    let options = has_context.then(|| cx.fresh("options"));
    for (index, (name, ty)) in signature.params.iter().enumerate() {
        if let (Some(options), true) = (options, is_context(cx, *ty)) {
            let options = cx.name(options);
            args.push(context_to_go(cx, *ty, options));
            continue;
        }
        let id = cx.fresh(name);
        let given = cx.name(id);
        let converted = border.convert_named(cx, name, *ty, given.clone());
        // A struct may be left out: options.
        let is_optional = matches!(cx.kind(*ty), TypeKind::Struct(_)) && !is_time(cx, *ty);
        args.push(if is_optional {
            let missing = js::equal(given, js::undefined());
            js::conditional(missing, zero(cx, *ty), converted)
        } else {
            converted
        });
        let pat = js::pat(cx.ident(id));
        params.push(
            match signature.is_variadic && index + 1 == signature.params.len() {
                true => js::rest_pat(pat),
                false => pat,
            },
        );
    }
    params.extend(options.map(|options| js::pat(cx.ident(options))));
    let value = call(cx, args);
    (params, results(border, cx, signature, value))
}

/// The statements that call Go and give its results.
fn results(border: &mut Border, cx: &mut Cx, signature: &Signature, call: Expr) -> Vec<Stmt> {
    let refresh = border.refresh;
    let mut body = unpacked(border, cx, signature.results, call);
    if let Some(refresh) = refresh {
        body.insert(1, js::expr_stmt(js::call(cx.name(refresh), Vec::new())));
    }
    body
}

/// The results of a call for the host; an error as the last one becomes an exception. The call is the first statement.
fn unpacked(border: &mut Border, cx: &mut Cx, types: &[TypeId], call: Expr) -> Vec<Stmt> {
    let fails = types.last().is_some_and(|&ty| is_error(cx, ty));
    let kept = if fails { types.len() - 1 } else { types.len() };
    let ids: Vec<u32> = (0..types.len())
        .map(|index| cx.fresh(if index < kept { "result" } else { "error" }))
        .collect();
    let mut body = match ids.as_slice() {
        [] => return vec![js::expr_stmt(call)],
        [one] => vec![js::let_(cx.ident(*one), Some(call))],
        _ => {
            let pattern = js::array_pat(ids.iter().map(|&id| Some(js::pat(cx.ident(id)))).collect());
            vec![js::let_pat(pattern, Some(call))]
        }
    };
    if fails {
        let error = cx.name(ids[kept]);
        let thrown = cx.helper("errorToHost", vec![error.clone()]);
        let throw = Stmt::Throw(swc_ecma_ast::ThrowStmt {
            span: swc_common::DUMMY_SP,
            arg: Box::new(thrown),
        });
        body.push(js::if_then(js::not_equal(error, js::null()), throw));
    }
    let mut values = border.converted(cx, Direction::ToHost, &ids[..kept], &types[..kept]);
    match values.len() {
        0 => {}
        1 => body.push(js::return_(Some(values.remove(0)))),
        _ => body.push(js::return_(Some(js::array(values)))),
    }
    body
}
