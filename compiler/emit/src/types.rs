//! What types need at run time: classes of structs, classes of boxes, element kinds, method keys, and the names of
//! descriptors. Each is made when something asks for it.

use crate::call;
use crate::compare::equal;
use crate::cx::{Cx, Emitter};
use crate::descriptor::descriptor;
use crate::expr::{copy_of, zero};
use crate::js::{self, ClassMember, Expr, Stmt};
use crate::names::property;
use crate::structs::assign_in_place;
use crate::words;
use goes_lower::ir::{self, IntKind, TypeId, TypeKind};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use swc_common::{DUMMY_SP, SyntaxContext};
use swc_ecma_ast::{
    AssignPat, Class, ClassDecl, Constructor, Decl, FunctionBody, MethodKind, Param, ParamOrTsParamProp, Pat,
    PropName,
};

#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct OfType {
    class: Option<u32>,
    pub(crate) boxes: Option<u32>,
    kind: Option<u32>,
    pub(crate) descriptor: Option<u32>,
    clone: bool,
    assign: bool,
    equal: bool,
    /// The methods of `*T` are on the class of `T`.
    pointer_methods: bool,
    class_written: bool,
    boxes_written: bool,
    kind_written: bool,
    descriptor_written: bool,
}

/// What has been asked for, by type.
pub(crate) struct Support {
    types: Vec<OfType>,
    /// In the order in which they were first asked for.
    queue: Vec<TypeId>,
    /// Lists of method keys.
    keys: IndexMap<Vec<String>, u32>,
    /// Types of which more has been asked for.
    changed: Vec<TypeId>,
}

impl Support {
    pub(crate) fn new(count: usize) -> Support {
        Support {
            types: vec![OfType::default(); count],
            queue: Vec::new(),
            keys: IndexMap::new(),
            changed: Vec::new(),
        }
    }

    pub(crate) fn of(&mut self, ty: TypeId) -> &mut OfType {
        &mut self.types[ty.0 as usize]
    }

    fn need(&mut self, ty: TypeId, flag: impl Fn(&mut OfType) -> &mut bool) {
        let was = std::mem::replace(flag(self.of(ty)), true);
        if !was {
            self.changed.push(ty);
        }
    }

    pub(crate) fn need_clone(&mut self, ty: TypeId) {
        self.need(ty, |of| &mut of.clone);
    }

    pub(crate) fn need_assign(&mut self, ty: TypeId) {
        self.need(ty, |of| &mut of.assign);
    }

    pub(crate) fn need_equal(&mut self, ty: TypeId) {
        self.need(ty, |of| &mut of.equal);
    }

    /// Values of a pointer type are put into, or looked for in, interfaces.
    pub(crate) fn need_pointer_methods(&mut self, pointer: TypeId) {
        self.need(pointer, |of| &mut of.pointer_methods);
    }
}

/// A predeclared type's descriptor in the runtime.
pub(crate) fn predeclared(ty: &ir::Type) -> Option<&'static str> {
    if ty.named.is_some() {
        return None;
    }
    Some(match &ty.kind {
        TypeKind::Bool => "boolType",
        TypeKind::Int(kind) => match kind {
            IntKind::Int => "intType",
            IntKind::Int8 => "int8Type",
            IntKind::Int16 => "int16Type",
            IntKind::Int32 => "int32Type",
            IntKind::Int64 => "int64Type",
            IntKind::Uint => "uintType",
            IntKind::Uint8 => "uint8Type",
            IntKind::Uint16 => "uint16Type",
            IntKind::Uint32 => "uint32Type",
            IntKind::Uint64 => "uint64Type",
            IntKind::Uintptr => "uintptrType",
        },
        TypeKind::Float32 => "float32Type",
        TypeKind::Float64 => "float64Type",
        TypeKind::Complex64 => "complex64Type",
        TypeKind::Complex128 => "complex128Type",
        TypeKind::String => "stringType",
        TypeKind::UnsafePointer => "unsafePointerType",
        TypeKind::Interface(methods) if methods.is_empty() => "emptyInterfaceType",
        _ => return None,
    })
}

/// A name for a type that has none: `[]int` is `Slice$int`.
pub(crate) fn wanted_name(emitter: &Emitter, ty: TypeId, depth: u32) -> String {
    let info = emitter.ty(ty);
    if let Some(named) = &info.named {
        return named.js_name.clone();
    }
    if depth > 3 {
        return "T".into();
    }
    let of = |ty: &TypeId| wanted_name(emitter, *ty, depth + 1);
    match &info.kind {
        TypeKind::Slice(elem) => format!("Slice${}", of(elem)),
        TypeKind::Array { len, elem } => format!("Array{len}${}", of(elem)),
        TypeKind::Pointer(elem) => format!("Pointer${}", of(elem)),
        TypeKind::Map { key, elem } => format!("Map${}${}", of(key), of(elem)),
        TypeKind::Chan { elem, .. } => format!("Chan${}", of(elem)),
        TypeKind::Func { .. } => "Func".into(),
        TypeKind::Interface(_) => "Interface".into(),
        TypeKind::Struct(_) => "Struct".into(),
        TypeKind::Tuple(_) => "Tuple".into(),
        TypeKind::Unit => "Unit".into(),
        _ => info.text.replace('.', "$"),
    }
}

impl Emitter<'_> {
    fn ask(&mut self, ty: TypeId, prefix: &str, slot: impl Fn(&mut OfType) -> &mut Option<u32>) -> Expr {
        if let Some(id) = *slot(self.support.of(ty)) {
            return self.name(id);
        }
        let name = wanted_name(self, ty, 0);
        let id = self.names.fresh(&format!("{prefix}{name}"));
        *slot(self.support.of(ty)) = Some(id);
        self.support.queue.push(ty);
        self.name(id)
    }

    /// The class of a struct type.
    pub(crate) fn class(&mut self, ty: TypeId) -> Expr {
        let prefix = if self.ty(ty).named.is_some() { "" } else { "$" };
        self.ask(ty, prefix, |of| &mut of.class)
    }

    /// The class of a type's boxes in interfaces.
    pub(crate) fn box_class(&mut self, ty: TypeId) -> Expr {
        let of = self.support.of(ty);
        debug_assert!(
            of.boxes.is_some() || !of.descriptor_written || !self.ty(ty).methods.is_empty(),
            "a descriptor without a class of boxes has been written"
        );
        self.ask(ty, "$Box$", |of| &mut of.boxes)
    }

    /// A type's descriptor.
    pub(crate) fn descriptor(&mut self, ty: TypeId) -> Expr {
        if let Some(name) = predeclared(self.ty(ty)) {
            return self.rt(name);
        }
        self.ask(ty, "$type$", |of| &mut of.descriptor)
    }

    /// How `append` and `make` treat elements of a type.
    pub(crate) fn element_kind(&mut self, elem: TypeId) -> Expr {
        let name = match self.kind(elem) {
            TypeKind::Bool => "BOOL",
            TypeKind::Int(kind) => match kind {
                IntKind::Int | IntKind::Int64 | IntKind::Uint | IntKind::Uintptr => "NUMBER",
                IntKind::Int8 => "INT8",
                IntKind::Int16 => "INT16",
                IntKind::Int32 => "INT32",
                IntKind::Uint8 => "UINT8",
                IntKind::Uint16 => "UINT16",
                IntKind::Uint32 => "UINT32",
                IntKind::Uint64 => "BIGINT",
            },
            TypeKind::Float32 => "FLOAT32",
            TypeKind::Float64 => "FLOAT64",
            TypeKind::Complex64 => "COMPLEX64",
            TypeKind::Complex128 => "COMPLEX",
            TypeKind::String => "STRING",
            TypeKind::Slice(_) => "SLICES",
            TypeKind::Map { .. } => "MAPS",
            TypeKind::Interface(_) => "INTERFACE",
            TypeKind::Struct(_) | TypeKind::Array { .. } => {
                return self.ask(elem, "$elements$", |of| &mut of.kind);
            }
            _ => "NULL",
        };
        self.rt(name)
    }

    /// The keys of an interface's methods.
    pub(crate) fn keys(&mut self, ty: TypeId) -> Expr {
        let TypeKind::Interface(methods) = self.kind(ty) else {
            return js::array(Vec::new());
        };
        let keys: Vec<String> = methods
            .iter()
            .map(|method| self.key(method.key).to_string())
            .collect();
        if let Some(&id) = self.support.keys.get(&keys) {
            return self.name(id);
        }
        let name = wanted_name(self, ty, 0);
        let id = self.names.fresh(&format!("$keys${name}"));
        self.support.keys.insert(keys, id);
        self.name(id)
    }

    /// Size and alignment in bytes, as Go has them on a 64-bit machine.
    fn layout(&self, ty: TypeId) -> (u64, u64) {
        match self.kind(ty) {
            TypeKind::Bool => (1, 1),
            TypeKind::Int(kind) => (u64::from(kind.bits() / 8), u64::from(kind.bits() / 8)),
            TypeKind::Float32 => (4, 4),
            TypeKind::Complex64 => (8, 4),
            TypeKind::Complex128 | TypeKind::String | TypeKind::Interface(_) => (16, 8),
            TypeKind::Slice(_) => (24, 8),
            TypeKind::Array { len, elem } => {
                let (size, align) = self.layout(*elem);
                (size.saturating_mul(*len), align)
            }
            TypeKind::Struct(fields) => {
                let (mut end, mut largest) = (0u64, 1);
                for (index, field) in fields.iter().enumerate() {
                    let (size, align) = self.layout(field.ty);
                    end = end.next_multiple_of(align);
                    // A pointer to a last field of size 0 must not point behind the struct.
                    let is_behind = size == 0 && end > 0 && index + 1 == fields.len();
                    end = end.saturating_add(if is_behind { 1 } else { size });
                    largest = largest.max(align);
                }
                (end.next_multiple_of(largest), largest)
            }
            _ => (8, 8),
        }
    }

    fn has_pointers(&self, ty: TypeId) -> bool {
        match self.kind(ty) {
            TypeKind::Bool
            | TypeKind::Int(_)
            | TypeKind::Float32
            | TypeKind::Float64
            | TypeKind::Complex64
            | TypeKind::Complex128 => false,
            TypeKind::Array { len, elem } => *len > 0 && self.has_pointers(*elem),
            TypeKind::Struct(fields) => fields.iter().any(|field| self.has_pointers(field.ty)),
            _ => true,
        }
    }
}

/// Writes everything that has been asked for, and what that asks for: classes, then constants.
pub(crate) fn write(emitter: &mut Emitter) -> (Vec<Stmt>, Vec<Stmt>) {
    let mut constants = Vec::new();
    let mut box_classes = Vec::new();
    let mut structs: FxHashMap<TypeId, Stmt> = FxHashMap::default();
    let order =
        |emitter: &Emitter, ty: TypeId| (emitter.ty(ty).named.as_ref().map_or(0, |named| named.span.lo), ty);
    loop {
        let mut wanted = Vec::new();
        while let Some(ty) = emitter.support.queue.pop() {
            let of = *emitter.support.of(ty);
            if of.kind.is_some() && !of.kind_written {
                emitter.support.of(ty).kind_written = true;
                constants.push(element_kind(emitter, ty));
            }
            if of.descriptor.is_some() && !of.descriptor_written {
                emitter.support.of(ty).descriptor_written = true;
                constants.push(descriptor(emitter, ty));
            }
            if of.boxes.is_some() && !of.boxes_written {
                emitter.support.of(ty).boxes_written = true;
                box_classes.push((ty, box_class(emitter, ty)));
            }
            if of.class.is_some() && !of.class_written {
                emitter.support.of(ty).class_written = true;
                wanted.push(ty);
            }
        }
        // What a class contains depends on what others ask of it: it is written again when they ask for more.
        for ty in std::mem::take(&mut emitter.support.changed) {
            let of_pointer = match emitter.kind(ty) {
                TypeKind::Pointer(elem) => Some(*elem),
                _ => None,
            };
            wanted.extend(
                [Some(ty), of_pointer]
                    .into_iter()
                    .flatten()
                    .filter(|ty| structs.contains_key(ty)),
            );
        }
        if wanted.is_empty() {
            break;
        }
        wanted.sort_by_key(|&ty| order(emitter, ty));
        wanted.dedup();
        for ty in wanted {
            let stmt = class(emitter, ty);
            structs.insert(ty, stmt);
        }
    }
    let mut structs: Vec<(TypeId, Stmt)> = structs.into_iter().collect();
    structs.sort_by_key(|&(ty, _)| order(emitter, ty));
    box_classes.sort_by_key(|&(ty, _)| ty);
    let types: Vec<TypeId> = structs.iter().map(|&(ty, _)| ty).collect();
    // Constants that read a box class of the runtime come with the classes.
    let mut classes: Vec<Stmt> = structs.into_iter().map(|(_, stmt)| stmt).collect();
    classes.extend(box_classes.into_iter().map(|(_, stmt)| stmt));
    classes.extend(error_classes(emitter, &types));
    (classes, constants)
}

/// `$nameErrors("*runtime.TypeAssertionError", TypeAssertionError)`: errors that the JavaScript runtime raises become
/// objects of the program's class, where it has one.
fn error_classes(emitter: &mut Emitter, structs: &[TypeId]) -> Vec<Stmt> {
    let mut stmts = Vec::new();
    for &ty in structs {
        let Some(named) = &emitter.ty(ty).named else {
            continue;
        };
        let path = named
            .package
            .map(|package| emitter.program.packages[package.0 as usize].path.as_str());
        if path == Some("runtime") && matches!(&*named.name, "TypeAssertionError" | "PanicNilError") {
            let name = js::string(&format!("*{}", emitter.ty(ty).text));
            let args = vec![name, emitter.class(ty)];
            stmts.push(js::expr_stmt(emitter.helper("nameErrors", args)));
        }
    }
    stmts
}

/// Writes the lists of method keys.
pub(crate) fn key_lists(emitter: &Emitter) -> Vec<Stmt> {
    emitter
        .support
        .keys
        .iter()
        .map(|(keys, &id)| {
            js::const_(
                emitter.ident(id),
                js::array(keys.iter().map(|key| js::string(key)).collect()),
            )
        })
        .collect()
}

/// `const $elements$Point = $elements(() => new Point(), (v) => v.$clone(), size, hasPointers);`
fn element_kind(emitter: &mut Emitter, ty: TypeId) -> Stmt {
    let id = emitter.support.of(ty).kind.expect("asked for");
    let size = emitter.layout(ty).0;
    let pointers = emitter.has_pointers(ty);
    let mut cx = Cx::new(emitter, None);
    let zero = zero(&mut cx, ty);
    let v = cx.fresh("v");
    let value = cx.name(v);
    let copy = copy_of(&mut cx, ty, value);
    let args = vec![
        js::arrow_value(Vec::new(), zero),
        js::arrow_value(vec![js::pat(cx.ident(v))], copy),
        js::number(size as f64),
        js::bool(pointers),
    ];
    let call = cx.helper("elements", args);
    js::const_(emitter.ident(id), js::pure(call))
}

// ---- classes ----------------------------------------------------------------------------------------

/// `class Point { constructor(X = 0, Y = 0) { … } … }`
fn class(emitter: &mut Emitter, ty: TypeId) -> Stmt {
    let id = emitter.support.of(ty).class.expect("asked for");
    let Some((_, fields)) = emitter.fields(ty) else {
        return js::block(Vec::new());
    };
    let mut body = vec![constructor(emitter, fields)];
    for field in fields.iter().filter(|field| field.is_split) {
        body.extend(whole(emitter, &property(&field.js_name)));
    }
    let of = *emitter.support.of(ty);
    let uses = emitter.ty(ty).uses;
    if of.clone || uses.clone {
        body.push(clone_method(emitter, ty, fields));
    }
    if of.assign || uses.assign {
        body.push(assign_method(emitter, fields));
    }
    if of.equal || uses.equal {
        body.push(equal_method(emitter, fields));
    }
    let own = emitter.class_methods.get(&ty).cloned().unwrap_or_default();
    body.extend(emitter.class_members.get(&ty).cloned().unwrap_or_default());
    if let Some(pointer) = pointer_to(emitter, ty) {
        let descriptor = emitter.descriptor(pointer);
        body.push(type_getter(descriptor));
        let methods = emitter.ty(pointer).methods.clone();
        for method in &methods {
            let key = emitter.key(method.key);
            let is_own = own.contains(&method.func) && call::method_name(emitter, method.func) == key;
            if !is_own {
                body.push(forwarder(emitter, method, js::this()));
            }
        }
    }
    let named = emitter.ty(ty).named.as_ref();
    let doc = emitter.doc(named.and_then(|named| named.doc.as_deref()));
    class_decl(emitter, id, None, body, doc)
}

/// The type `*T`, if its values stand in interfaces.
fn pointer_to(emitter: &mut Emitter, ty: TypeId) -> Option<TypeId> {
    let pointer = *emitter.pointers.get(&ty)?;
    let uses = emitter.ty(pointer).uses;
    let methods = !emitter.ty(pointer).methods.is_empty();
    (emitter.support.of(pointer).pointer_methods || uses.in_interface || uses.descriptor || methods)
        .then_some(pointer)
}

fn class_decl(
    emitter: &Emitter,
    id: u32,
    super_class: Option<Expr>,
    body: Vec<ClassMember>,
    span: swc_common::Span,
) -> Stmt {
    Stmt::Decl(Decl::Class(ClassDecl {
        ident: emitter.ident(id),
        declare: false,
        class: Box::new(Class {
            span,
            ctxt: SyntaxContext::empty(),
            decorators: Vec::new(),
            body,
            super_class: super_class.map(Box::new),
            is_abstract: false,
            type_params: None,
            super_type_params: None,
            implements: Vec::new(),
        }),
    }))
}

/// `constructor(X = 0, Y = 0) { this.X = X; this.Y = Y; }`
fn constructor(emitter: &mut Emitter, fields: &[ir::Field]) -> ClassMember {
    let mut params = Vec::new();
    let mut body = Vec::new();
    for field in fields {
        let name = property(&field.js_name);
        let id = emitter.names.fresh(&name);
        let default = zero(&mut Cx::new(emitter, None), field.ty);
        let pat = Pat::Assign(AssignPat {
            span: DUMMY_SP,
            left: Box::new(js::pat(emitter.ident(id))),
            right: Box::new(default),
        });
        params.push(ParamOrTsParamProp::Param(Param {
            span: DUMMY_SP,
            decorators: Vec::new(),
            pat,
        }));
        body.push(js::expr_stmt(js::assign(
            js::member(js::this(), &name),
            emitter.name(id),
        )));
    }
    ClassMember::Constructor(Constructor {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        key: PropName::Ident(swc_ecma_ast::IdentName {
            span: DUMMY_SP,
            sym: "constructor".into(),
        }),
        params,
        body: Some(FunctionBody {
            span: DUMMY_SP,
            stmts: body,
        }),
        accessibility: None,
        is_optional: false,
    })
}

/// `get s() { return $fromWords64(this.s$upper, this.s$lower); } set s(x) { … }`: a field that is held as two
/// words, for those who need the whole value.
fn whole(emitter: &mut Emitter, name: &str) -> [ClassMember; 2] {
    let id = emitter.names.fresh("x");
    let mut cx = Cx::new(emitter, None);
    let x = cx.name(id);
    let upper = js::member(js::this(), &words::upper_half(name));
    let lower = js::member(js::this(), &words::lower_half(name));
    let joined = cx.helper("fromWords64", vec![upper.clone(), lower.clone()]);
    let get = js::function(Vec::new(), vec![js::return_(Some(joined))], false);
    let set = [(upper, "upperWord"), (lower, "lowerWord")].map(|(half, helper)| {
        let word = cx.helper(helper, vec![x.clone()]);
        js::expr_stmt(js::assign(half, word))
    });
    let params = vec![js::pat(cx.ident(id))];
    let set = js::function(params, set.into(), false);
    [
        js::class_method(name, get, MethodKind::Getter),
        js::class_method(name, set, MethodKind::Setter),
    ]
}

/// `$clone() { return new Point(this.X, this.Y); }`; the words of fields that are split are set after that.
fn clone_method(emitter: &mut Emitter, ty: TypeId, fields: &[ir::Field]) -> ClassMember {
    let copy = emitter.names.fresh("copy");
    let mut cx = Cx::new(emitter, None);
    let last = fields.iter().rposition(|field| !field.is_split);
    let args = fields[..last.map_or(0, |last| last + 1)]
        .iter()
        .map(|field| {
            if field.is_split {
                return js::undefined();
            }
            let value = js::member(js::this(), &property(&field.js_name));
            copy_of_field(&mut cx, field, value)
        })
        .collect();
    let class = cx.class(ty);
    let made = js::new(class, args);
    let target = cx.name(copy);
    let halves = split_fields(fields, &target, &js::this(), js::assign);
    let body = if halves.is_empty() {
        vec![js::return_(Some(made))]
    } else {
        let mut body = vec![js::const_(cx.ident(copy), made)];
        body.extend(halves.into_iter().map(js::expr_stmt));
        body.push(js::return_(Some(target)));
        body
    };
    js::class_method(
        "$clone",
        js::function(Vec::new(), body, false),
        MethodKind::Method,
    )
}

fn copy_of_field(cx: &mut Cx, field: &ir::Field, value: Expr) -> Expr {
    if field.owns_header {
        return cx.helper("ownHeader", vec![value]);
    }
    copy_of(cx, field.ty, value)
}

/// `a.s$upper op b.s$upper`, `a.s$lower op b.s$lower` for all fields that are split.
fn split_fields(fields: &[ir::Field], a: &Expr, b: &Expr, op: fn(Expr, Expr) -> Expr) -> Vec<Expr> {
    fields
        .iter()
        .filter(|field| field.is_split)
        .flat_map(|field| {
            let name = property(&field.js_name);
            [words::upper_half(&name), words::lower_half(&name)]
        })
        .map(|half| op(js::member(a.clone(), &half), js::member(b.clone(), &half)))
        .collect()
}

/// `$assign(other) { this.X = other.X; … }`
fn assign_method(emitter: &mut Emitter, fields: &[ir::Field]) -> ClassMember {
    let other = emitter.names.fresh("other");
    let mut cx = Cx::new(emitter, None);
    let source = cx.name(other);
    let mut body: Vec<Stmt> = fields
        .iter()
        .filter(|field| !field.is_split)
        .map(|field| {
            let name = property(&field.js_name);
            let value = js::member(source.clone(), &name);
            let target = js::member(js::this(), &name);
            if field.owns_header {
                let value = copy_of_field(&mut cx, field, value);
                return js::expr_stmt(js::assign(target, value));
            }
            js::expr_stmt(assign_in_place(&mut cx, field.ty, target, value))
        })
        .collect();
    let halves = split_fields(fields, &js::this(), &source, js::assign);
    body.extend(halves.into_iter().map(js::expr_stmt));
    let params = vec![js::pat(emitter.ident(other))];
    js::class_method("$assign", js::function(params, body, false), MethodKind::Method)
}

/// `$equal(other) { return this.X === other.X && …; }`
///
/// spec: "Two struct values are equal if their corresponding non-blank field values are equal."
fn equal_method(emitter: &mut Emitter, fields: &[ir::Field]) -> ClassMember {
    let other = emitter.names.fresh("other");
    let mut cx = Cx::new(emitter, None);
    let source = cx.name(other);
    let halves = split_fields(fields, &js::this(), &source, js::equal);
    let test = fields
        .iter()
        .filter(|field| field.name != "_" && !field.is_split)
        .map(|field| {
            let name = property(&field.js_name);
            let left = js::member(js::this(), &name);
            let right = js::member(source.clone(), &name);
            equal(&mut cx, field.ty, left, right)
        })
        .chain(halves)
        .reduce(js::and);
    let body = vec![js::return_(Some(test.unwrap_or_else(|| js::bool(true))))];
    let params = vec![js::pat(emitter.ident(other))];
    js::class_method("$equal", js::function(params, body, false), MethodKind::Method)
}

/// `get $type() { return descriptor; }`
fn type_getter(descriptor: Expr) -> ClassMember {
    let body = vec![js::return_(Some(descriptor))];
    js::class_method("$type", js::function(Vec::new(), body, false), MethodKind::Getter)
}

/// `key(a, b) { return T$M(receiver, a, b); }`, in dynamic form.
fn forwarder(emitter: &mut Emitter, method: &ir::MethodEntry, receiver: Expr) -> ClassMember {
    let count = emitter.function(method.func).code.params.len().saturating_sub(1);
    let params: Vec<u32> = (0..count)
        .map(|index| emitter.names.fresh(&call::letter(index)))
        .collect();
    let mut cx = Cx::new(emitter, None);
    let mut args = vec![receiver];
    args.extend(params.iter().map(|&id| cx.name(id)));
    let value = call::call_of(&mut cx, method.func, args);
    let directive = crate::code::of_function(&cx, method.func);
    let body = directive.into_iter().chain([js::return_(Some(value))]).collect();
    let params = params.iter().map(|&id| js::pat(cx.ident(id))).collect();
    let key = emitter.key(method.key);
    js::class_method(key, js::function(params, body, false), MethodKind::Method)
}

/// `class $Box$celsius extends $Value { get $type() { … } String() { … } }`
fn box_class(emitter: &mut Emitter, ty: TypeId) -> Stmt {
    let id = emitter.support.of(ty).boxes.expect("asked for");
    let descriptor = emitter.descriptor(ty);
    if predeclared(emitter.ty(ty)).is_some() {
        // The runtime boxes such values, too.
        return js::const_(emitter.ident(id), js::member(descriptor, "box"));
    }
    let mut body = vec![type_getter(descriptor)];
    let methods = emitter.ty(ty).methods.clone();
    for method in &methods {
        let receiver = js::member(js::this(), "$value");
        body.push(forwarder(emitter, method, receiver));
    }
    let super_class = emitter.rt("Value");
    class_decl(emitter, id, Some(super_class), body, DUMMY_SP)
}
