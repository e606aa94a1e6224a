//! Slices and arrays.

use crate::assign::simple_place;
use crate::cx::Cx;
use crate::effects::{self, is_repeatable};
use crate::expr::{expr, exprs, is_zero, zero};
use crate::js::{self, Expr};
use goes_lower::ir::{self, Bounds, Builtin, Const, ExprKind, IntKind, TypeId, TypeKind};
use swc_ecma_ast::Lit;

/// Up to this length, an array's zero value is written out, and the elements of a typed array are arguments.
const SHORT: u64 = 16;

/// The JavaScript constructor of backing arrays for elements of a type, if they are typed arrays.
pub(crate) fn typed_array(cx: &Cx, elem: TypeId) -> Option<&'static str> {
    match cx.kind(elem) {
        TypeKind::Bool => Some("Uint8Array"),
        TypeKind::Int(IntKind::Int8) => Some("Int8Array"),
        TypeKind::Int(IntKind::Int16) => Some("Int16Array"),
        TypeKind::Int(IntKind::Int32) => Some("Int32Array"),
        TypeKind::Int(IntKind::Uint8) => Some("Uint8Array"),
        TypeKind::Int(IntKind::Uint16) => Some("Uint16Array"),
        TypeKind::Int(IntKind::Uint32) => Some("Uint32Array"),
        TypeKind::Int(IntKind::Uint64) => Some("BigUint64Array"),
        TypeKind::Float32 => Some("Float32Array"),
        TypeKind::Float64 => Some("Float64Array"),
        _ => None,
    }
}

/// Whether elements of a type are bools, which a typed array holds as 0 and 1.
pub(crate) fn is_byte_of_bool(cx: &Cx, elem: TypeId) -> bool {
    *cx.kind(elem) == TypeKind::Bool
}

/// `[N]T` with zeros.
pub(crate) fn zero_array(cx: &mut Cx, elem: TypeId, len: u64) -> Expr {
    if let Some(class) = typed_array(cx, elem) {
        return js::new(js::global(class), vec![js::number(len as f64)]);
    }
    if len <= SHORT {
        return js::array((0..len).map(|_| zero(cx, elem)).collect());
    }
    let kind = cx.element_kind(elem);
    js::method(kind, "make", vec![js::number(len as f64)])
}

/// `[...]T{…}` and `[]T{…}`
pub(crate) fn literal(cx: &mut Cx, ty: TypeId, elems: &[(u64, ir::Expr)], len: u64) -> Expr {
    let (elem, is_slice) = match cx.kind(ty) {
        TypeKind::Array { elem, .. } => (*elem, false),
        TypeKind::Slice(elem) => (*elem, true),
        _ => return js::array(Vec::new()),
    };
    let array = array_literal(cx, elem, elems, len);
    if is_slice {
        cx.helper("sliceOf", vec![array])
    } else {
        array
    }
}

fn array_literal(cx: &mut Cx, elem: TypeId, elems: &[(u64, ir::Expr)], len: u64) -> Expr {
    let is_dense = len <= elems.len() as u64 * 2 + SHORT;
    if elems.is_empty()
        || elems
            .iter()
            .all(|(_, value)| is_zero(value) && !cx.is_aggregate(elem))
    {
        return zero_array(cx, elem, len);
    }
    if !is_dense {
        let mut args = vec![zero_array(cx, elem, len)];
        for (index, value) in elems {
            args.push(js::number(*index as f64));
            args.push(expr(cx, value));
        }
        return cx.helper("setElements", args);
    }
    let mut values = Vec::with_capacity(len as usize);
    let mut given = elems.iter().peekable();
    for index in 0..len {
        match given.next_if(|(at, _)| *at == index) {
            Some((_, value)) => values.push(expr(cx, value)),
            None => values.push(zero(cx, elem)),
        }
    }
    match typed_array(cx, elem) {
        // Reading an array to make another one takes longer for few elements.
        Some(class) if len <= SHORT => js::method(js::global(class), "of", values),
        Some(class) => js::new(js::global(class), vec![js::array(values)]),
        None => js::array(values),
    }
}

/// The length of an array type, or of the array that a pointer points to.
pub(crate) fn array_len(cx: &Cx, ty: TypeId) -> Option<u64> {
    match cx.kind(ty) {
        TypeKind::Array { len, .. } => Some(*len),
        TypeKind::Pointer(elem) => match cx.kind(*elem) {
            TypeKind::Array { len, .. } => Some(*len),
            _ => None,
        },
        _ => None,
    }
}

/// The type of the elements of a slice, an array, or the array that a pointer points to.
pub(crate) fn elem(cx: &Cx, ty: TypeId) -> Option<TypeId> {
    match cx.kind(ty) {
        TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => Some(*elem),
        TypeKind::Pointer(array) => match cx.kind(*array) {
            TypeKind::Array { elem, .. } => Some(*elem),
            _ => None,
        },
        _ => None,
    }
}

fn constant_index(index: &ir::Expr) -> Option<u64> {
    match &index.kind {
        ExprKind::Const(Const::Int(value)) => u64::try_from(value).ok(),
        _ => None,
    }
}

/// `base[index]`; an element that is a bool, which a typed array holds as 0 or 1: `base[index] !== 0`
pub(crate) fn index(cx: &mut Cx, base: &ir::Expr, index: &ir::Expr, bounds: Bounds) -> Expr {
    if matches!(cx.kind(base.ty), TypeKind::String) {
        return crate::string::index(cx, base, index, bounds);
    }
    let value = element(cx, base, index, bounds);
    if elem(cx, base.ty).is_some_and(|elem| is_byte_of_bool(cx, elem)) {
        return js::not(js::equal(value, js::int(0)));
    }
    value
}

/// What is known of a slice: its header's fields, or the variables that hold them.
#[derive(Clone)]
pub(crate) struct Header {
    pub array: Expr,
    /// `None`: zero.
    pub offset: Option<Expr>,
    pub length: Expr,
}

impl Header {
    /// The header's fields; `base` is what gives the slice.
    fn of(cx: &Cx, base: &ir::Expr, slice: &Expr) -> Header {
        Header {
            array: js::member(slice.clone(), "array"),
            offset: (!begins_array(cx, base)).then(|| js::member(slice.clone(), "offset")),
            length: js::member(slice.clone(), "length"),
        }
    }

    /// `array[offset + at]`
    fn element(self, at: Expr) -> Expr {
        let position = match (self.offset, &at) {
            (None, _) => at,
            (Some(offset), Expr::Lit(Lit::Num(number))) if number.value == 0.0 => offset,
            (Some(offset), _) => js::add(offset, at),
        };
        js::element(self.array, position)
    }
}

/// Whether a slice is known to begin where its backing array does.
fn begins_array(cx: &Cx, slice: &ir::Expr) -> bool {
    match &slice.kind {
        ExprKind::Local(local) => cx.local(*local).is_some_and(|info| info.begins_array),
        ExprKind::Global(global) => cx.program.globals[global.0 as usize].begins_array,
        ExprKind::Field { base, field } => {
            let owner = match cx.kind(base.ty) {
                TypeKind::Pointer(elem) => *elem,
                _ => base.ty,
            };
            matches!(cx.kind(owner), TypeKind::Struct(fields) if fields[*field as usize].begins_array)
        }
        _ => false,
    }
}

/// The variables of a slice that is held as its parts. Of a row of a table there is only the array.
pub(crate) fn parts(cx: &mut Cx, base: &ir::Expr) -> Option<Header> {
    if let ExprKind::Index {
        base: table, index, ..
    } = &base.kind
    {
        return table_row(cx, table, index);
    }
    let ExprKind::Local(local) = base.kind else {
        return None;
    };
    let view = cx.local(local)?.view?;
    let [array, offset, length] = cx.parts(local).map(|id| cx.name(id));
    Some(Header {
        array,
        offset: view.has_offset.then_some(offset),
        length,
    })
}

/// `$rows[k]`
fn table_row(cx: &mut Cx, table: &ir::Expr, index: &ir::Expr) -> Option<Header> {
    let ExprKind::Local(local) = table.kind else {
        return None;
    };
    if !cx.local(local)?.is_table {
        return None;
    }
    let (rows, at) = (expr(cx, table), expr(cx, index));
    Some(Header {
        array: js::element(rows, at),
        offset: None,
        length: js::int(0),
    })
}

/// `$leastLength(array, offset, length, count, times)`, `$rowArrays(array, offset, count, width)`
pub(crate) fn table(cx: &mut Cx, op: Builtin, args: &[ir::Expr]) -> Expr {
    let header = match parts(cx, &args[0]) {
        Some(header) => header,
        None => {
            let slice = expr(cx, &args[0]);
            Header::of(cx, &args[0], &slice)
        }
    };
    let mut values = vec![header.array, header.offset.unwrap_or_else(|| js::int(0))];
    if op == Builtin::LeastLength {
        values.push(header.length);
    }
    values.extend(exprs(cx, &args[1..]));
    let helper = if op == Builtin::LeastLength {
        "leastLength"
    } else {
        "rowArrays"
    };
    cx.helper(helper, values)
}

/// `const s$array = init.array, s$offset = init.offset, s$length = init.length`, as far as they are asked for.
pub(crate) fn declare_view(
    cx: &mut Cx,
    local: ir::LocalId,
    view: ir::View,
    init: &ir::Expr,
    out: &mut Vec<js::Stmt>,
) {
    let slice = expr(cx, init);
    let slice = crate::assign::repeatable(cx, slice, out);
    let names = ["array", "offset", "length"];
    let is_asked = [true, view.has_offset, view.has_length];
    for ((id, name), is_asked) in cx.parts(local).into_iter().zip(names).zip(is_asked) {
        if is_asked {
            out.push(js::let_(cx.ident(id), Some(js::member(slice.clone(), name))));
        }
    }
}

/// What the backing array holds there.
fn element(cx: &mut Cx, base: &ir::Expr, index: &ir::Expr, bounds: Bounds) -> Expr {
    let len = array_len(cx, base.ty);
    let constant = constant_index(index);
    if let Some(header) = parts(cx, base) {
        let at = expr(cx, index);
        return part_element(cx, base, header, at, bounds);
    }
    let base = read_again(cx, base, bounds);
    let array = expr(cx, base);
    let at = expr(cx, index);
    match len {
        Some(len) if constant.is_some_and(|at| at < len) => js::element(array, at),
        Some(len) => array_element(cx, base, array, at, len, bounds),
        None => slice_element(cx, base, array, at, bounds),
    }
}

/// The element that a local stands for, see [`ir::Local::stands_for`].
fn stands_for<'p>(cx: &Cx<'_, 'p>, base: &ir::Expr) -> Option<&'p ir::Expr> {
    match base.kind {
        ExprKind::Local(local) => cx.local(local)?.stands_for.as_deref(),
        _ => None,
    }
}

/// What is indexed by a helper, which must panic as Go does: the element that a local stands for.
fn read_again<'e, 'p: 'e>(cx: &Cx<'_, 'p>, base: &'e ir::Expr, bounds: Bounds) -> &'e ir::Expr {
    match stands_for(cx, base) {
        Some(element) if bounds != Bounds::Proven && !cx.is_hot() => element,
        _ => base,
    }
}

/// Panics because an index of a slice or an array is out of range: `$indexOutOfRange(at, length)`. Traces show
/// the line of the base.
fn out_of_range(cx: &mut Cx, base: &ir::Expr, at: Expr, length: Expr) -> Expr {
    let panic = match stands_for(cx, base) {
        None => cx.helper("indexOutOfRange", vec![at, length]),
        Some(element) => {
            let row = cx.rarely(|cx| expr(cx, element));
            cx.helper("index", vec![row, at])
        }
    };
    js::at(base.span, panic)
}

fn array_element(cx: &mut Cx, base: &ir::Expr, array: Expr, at: Expr, len: u64, bounds: Bounds) -> Expr {
    if bounds == Bounds::Proven {
        return js::element(array, at);
    }
    if cx.is_hot() {
        let mut effects = Vec::new();
        let [array, at] = effects::name(cx, [array, at], &mut effects);
        let len = js::number(len as f64);
        let test = in_range(at.clone(), len.clone(), bounds);
        let panic = out_of_range(cx, base, at.clone(), len);
        return effects::after(effects, js::conditional(test, js::element(array, at), panic));
    }
    cx.helper("arrayIndex", vec![array, at])
}

fn slice_element(cx: &mut Cx, base: &ir::Expr, slice: Expr, at: Expr, bounds: Bounds) -> Expr {
    let is_proven = bounds == Bounds::Proven;
    if is_proven && is_repeatable(&slice) {
        return unchecked(cx, base, &slice, at);
    }
    if cx.is_hot() || is_proven {
        let mut effects = Vec::new();
        let [slice, at] = effects::name(cx, [slice, at], &mut effects);
        if is_proven {
            return effects::after(effects, unchecked(cx, base, &slice, at));
        }
        let test = in_range(at.clone(), js::member(slice.clone(), "length"), bounds);
        let panic = out_of_range(cx, base, at.clone(), js::member(slice.clone(), "length"));
        let element = unchecked(cx, base, &slice, at);
        return effects::after(effects, js::conditional(test, element, panic));
    }
    cx.helper("index", vec![slice, at])
}

/// `at < s$length ? s$array[s$offset + at] : $indexOutOfRange(at, s$length)`
fn part_element(cx: &mut Cx, base: &ir::Expr, header: Header, at: Expr, bounds: Bounds) -> Expr {
    if bounds == Bounds::Proven {
        return header.element(at);
    }
    let mut effects = Vec::new();
    let [at] = effects::name(cx, [at], &mut effects);
    let test = in_range(at.clone(), header.length.clone(), bounds);
    let panic = out_of_range(cx, base, at.clone(), header.length.clone());
    effects::after(effects, js::conditional(test, header.element(at), panic))
}

/// `at >= 0 && at < length`
pub(crate) fn in_range(at: Expr, length: Expr, bounds: Bounds) -> Expr {
    if bounds == Bounds::NonNegative || matches!(at, Expr::Lit(_)) {
        return js::less(at, length);
    }
    js::and(js::greater_equal(at.clone(), js::int(0)), js::less(at, length))
}

/// `s.array[s.offset + at]`
fn unchecked(cx: &Cx, base: &ir::Expr, slice: &Expr, at: Expr) -> Expr {
    Header::of(cx, base, slice).element(at)
}

/// `base[index] = value`; the value is evaluated before the index is checked.
pub(crate) fn set(cx: &mut Cx, base: &ir::Expr, index: &ir::Expr, bounds: Bounds, value: Expr) -> Expr {
    let len = array_len(cx, base.ty);
    let is_proven =
        bounds == Bounds::Proven || constant_index(index).zip(len).is_some_and(|(at, len)| at < len);
    let value = match elem(cx, base.ty) {
        Some(elem) if is_byte_of_bool(cx, elem) => stored_bool(value),
        _ => value,
    };
    if let Some(header) = parts(cx, base) {
        let at = expr(cx, index);
        return set_part(cx, base, header, at, bounds, value);
    }
    let base = read_again(cx, base, bounds);
    let array = expr(cx, base);
    let at = expr(cx, index);
    if is_proven && (len.is_some() || is_repeatable(&array)) {
        let place = if len.is_some() {
            js::element(array, at)
        } else {
            unchecked(cx, base, &array, at)
        };
        return js::assign(place, value);
    }
    if !cx.is_hot() && !is_proven {
        return cx.helper(
            if len.is_some() {
                "setArrayIndex"
            } else {
                "setIndex"
            },
            vec![array, at, value],
        );
    }
    let mut effects = Vec::new();
    let [array, at, value] = if is_harmless(&value) {
        let [array, at] = effects::name(cx, [array, at], &mut effects);
        [array, at, value]
    } else {
        effects::name(cx, [array, at, value], &mut effects)
    };
    let length = len.map_or_else(
        || js::member(array.clone(), "length"),
        |len| js::number(len as f64),
    );
    let checked = if is_proven {
        at
    } else {
        let panic = out_of_range(cx, base, at.clone(), length.clone());
        js::conditional(in_range(at.clone(), length, bounds), at, panic)
    };
    let place = match len {
        Some(_) => js::element(array, checked),
        None => unchecked(cx, base, &array, checked),
    };
    effects::after(effects, js::assign(place, value))
}

/// `s$array[s$offset + (at < s$length ? at : $indexOutOfRange(at, s$length))] = value`
fn set_part(cx: &mut Cx, base: &ir::Expr, header: Header, at: Expr, bounds: Bounds, value: Expr) -> Expr {
    if bounds == Bounds::Proven {
        return js::assign(header.element(at), value);
    }
    let mut effects = Vec::new();
    let [at, value] = if is_harmless(&value) {
        let [at] = effects::name(cx, [at], &mut effects);
        [at, value]
    } else {
        effects::name(cx, [at, value], &mut effects)
    };
    let panic = out_of_range(cx, base, at.clone(), header.length.clone());
    let checked = js::conditional(in_range(at.clone(), header.length.clone(), bounds), at, panic);
    effects::after(effects, js::assign(header.element(checked), value))
}

/// A bool as a typed array holds it: `b ? 1 : 0`
fn stored_bool(value: Expr) -> Expr {
    match &value {
        Expr::Lit(Lit::Bool(value)) => js::int(i64::from(value.value)),
        _ => js::conditional(value, js::int(1), js::int(0)),
    }
}

/// Whether evaluating a value cannot be told from evaluating it after the check of an index: it neither
/// calls nor assigns.
fn is_harmless(value: &Expr) -> bool {
    match value {
        Expr::Ident(_) | Expr::This(_) | Expr::Lit(_) => true,
        Expr::Paren(inner) => is_harmless(&inner.expr),
        Expr::Member(member) => {
            is_harmless(&member.obj)
                && match &member.prop {
                    swc_ecma_ast::MemberProp::Computed(computed) => is_harmless(&computed.expr),
                    _ => true,
                }
        }
        Expr::Bin(bin) => is_harmless(&bin.left) && is_harmless(&bin.right),
        Expr::Unary(unary) => is_harmless(&unary.arg),
        Expr::Cond(cond) => is_harmless(&cond.test) && is_harmless(&cond.cons) && is_harmless(&cond.alt),
        _ => false,
    }
}

/// A place that can be read and written after its index has been checked by the read: reading form and
/// writing form. The operands must be repeatable.
pub(crate) fn read_write(
    cx: &mut Cx,
    base: &ir::Expr,
    array: Expr,
    at: Expr,
    bounds: Bounds,
) -> (Expr, Expr) {
    match array_len(cx, base.ty) {
        Some(len) => {
            let bounds = if matches!(at, Expr::Lit(_)) {
                Bounds::Proven
            } else {
                bounds
            };
            let read = array_element(cx, base, array.clone(), at.clone(), len, bounds);
            (read, js::element(array, at))
        }
        None => {
            let read = slice_element(cx, base, array.clone(), at.clone(), bounds);
            (read, unchecked(cx, base, &array, at))
        }
    }
}

/// The same of a slice that is held as its parts.
pub(crate) fn read_write_part(
    cx: &mut Cx,
    base: &ir::Expr,
    header: Header,
    at: Expr,
    bounds: Bounds,
) -> (Expr, Expr) {
    let write = header.clone().element(at.clone());
    (part_element(cx, base, header, at, bounds), write)
}

/// `base[low:high:max]` of a slice, a string or a pointer to an array.
pub(crate) fn subslice(
    cx: &mut Cx,
    base: &ir::Expr,
    low: Option<&ir::Expr>,
    high: Option<&ir::Expr>,
    max: Option<&ir::Expr>,
) -> Expr {
    let mut args = Vec::new();
    let helper = match cx.kind(base.ty) {
        TypeKind::String => return crate::string::slice(cx, base, low, high),
        // A header is never changed, so that the slice itself will do.
        TypeKind::Slice(_) if low.is_none() && high.is_none() && max.is_none() => return expr(cx, base),
        // What lies before the length has been written: no zeros are needed.
        TypeKind::Slice(_) if high.is_none() && max.is_none() => "sliceFrom",
        TypeKind::Slice(elem) => {
            args.push(cx.element_kind(*elem));
            "subslice"
        }
        _ => "sliceArray",
    };
    args.push(expr(cx, base));
    let bounds = [low, high, max];
    let given = bounds
        .iter()
        .rposition(Option::is_some)
        .map_or(0, |last| last + 1);
    for bound in &bounds[..given] {
        args.push(match bound {
            Some(bound) => expr(cx, bound),
            None => js::undefined(),
        });
    }
    if given > 0 && low.is_none() {
        let at = args.len() - given;
        args[at] = js::int(0);
    }
    cx.helper(helper, args)
}

/// `x = append(x, v)`, `x = x[:n]`, `x = x[n:]` where x owns its header: the value is that header, changed,
/// unless the slice had to grow.
pub(crate) fn changed_in_place(cx: &mut Cx, place: &ir::Place, value: &ir::Expr) -> Option<Expr> {
    let elem = slice_elem(cx, value.ty)?;
    let (helper, operand) = match &value.kind {
        ExprKind::Builtin(Builtin::Append, args) if args.len() == 2 => ("push", &args[1]),
        ExprKind::Slice {
            low: None,
            high: Some(high),
            max: None,
            ..
        } => ("truncate", &**high),
        ExprKind::Slice {
            low: Some(low),
            high: None,
            max: None,
            ..
        } => ("advance", &**low),
        _ => return None,
    };
    let mut args = Vec::new();
    if helper != "advance" {
        args.push(cx.element_kind(elem));
    }
    args.push(simple_place(cx, place)?);
    args.push(expr(cx, operand));
    Some(cx.helper(helper, args))
}

fn slice_elem(cx: &Cx, ty: TypeId) -> Option<TypeId> {
    match cx.kind(ty) {
        TypeKind::Slice(elem) => Some(*elem),
        _ => None,
    }
}

/// append, copy, make, clear
pub(crate) fn builtin(cx: &mut Cx, op: Builtin, args: &[ir::Expr], ty: TypeId) -> Expr {
    let slice_ty = match op {
        Builtin::MakeSlice => ty,
        _ => args[0].ty,
    };
    let (helper, has_kind) = match op {
        Builtin::Append => ("append", true),
        Builtin::AppendSlice => ("appendSlice", true),
        Builtin::AppendString => ("appendString", false),
        Builtin::Copy => ("copySlice", true),
        Builtin::CopyString => ("copyString", false),
        Builtin::MakeSlice => ("makeSlice", true),
        _ => ("clearSlice", true),
    };
    let helper = if op == Builtin::Append && args.len() == 2 {
        "append1"
    } else {
        helper
    };
    let mut values = Vec::new();
    if has_kind && let Some(elem) = slice_elem(cx, slice_ty) {
        values.push(cx.element_kind(elem));
    }
    values.extend(exprs(cx, args));
    cx.helper(helper, values)
}

/// `dst = src` element by element, where the array's address may be known.
pub(crate) fn assign_array(cx: &mut Cx, elem: TypeId, target: Expr, value: Expr) -> Expr {
    let mut args = vec![target, value];
    if cx.is_aggregate(elem) {
        let (d, s) = (cx.fresh("d"), cx.fresh("s"));
        let (to, from) = (cx.name(d), cx.name(s));
        let each = crate::structs::assign_in_place(cx, elem, to, from);
        args.push(js::arrow_value(
            vec![js::pat(cx.ident(d)), js::pat(cx.ident(s))],
            each,
        ));
    }
    cx.helper("arrayAssign", args)
}
