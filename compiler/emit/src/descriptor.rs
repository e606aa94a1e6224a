//! Type descriptors: what a program tells of its types at run time.

use crate::cx::Emitter;
use crate::js::{self, Expr, Stmt};
use crate::names::property;
use crate::string;
use crate::types::predeclared;
use goes_lower::ir::{self, ChanDir, TypeId, TypeKind};

fn thunk(value: Expr) -> Expr {
    js::arrow_value(Vec::new(), value)
}

fn thunks(emitter: &mut Emitter, types: &[TypeId]) -> Expr {
    let types = types.iter().map(|&ty| emitter.descriptor(ty)).collect();
    thunk(js::array(types))
}

/// `const $type$Point = $namedType({ … });`
pub(crate) fn descriptor(emitter: &mut Emitter, ty: TypeId) -> Stmt {
    let id = emitter.support.of(ty).descriptor.expect("asked for");
    let call = match &emitter.ty(ty).named {
        Some(_) => named(emitter, ty),
        None => structure(emitter, ty, true),
    };
    js::const_(emitter.ident(id), js::pure(call))
}

/// The class of boxes, as a thunk, where the program's own code makes boxes or they have methods; the runtime makes the
/// others, for reflection, when they are needed.
fn boxes(emitter: &mut Emitter, ty: TypeId) -> Expr {
    if !emitter.ty(ty).methods.is_empty() || emitter.support.of(ty).boxes.is_some() {
        let class = emitter.box_class(ty);
        return thunk(class);
    }
    js::undefined()
}

fn named(emitter: &mut Emitter, ty: TypeId) -> Expr {
    let info = emitter.ty(ty);
    let Some(named) = &info.named else {
        return js::null();
    };
    let package = named.package.map(|package| import_path(emitter, package));
    let underlying = structure(emitter, ty, false);
    let mut options = vec![("text", string::text(&info.text))];
    let behind_package = info
        .text
        .split_once('.')
        .map_or(info.text.as_str(), |(_, name)| name);
    if named.name != behind_package {
        options.push(("name", string::text(&named.name)));
    }
    options.push(("pkg", string::text(&package.unwrap_or_default())));
    options.push(("underlying", thunk(underlying)));
    if !info.methods.is_empty() {
        let methods = method_tuples(emitter, &info.methods);
        options.push(("methods", thunk(methods)));
    }
    match &info.kind {
        TypeKind::Struct(_) => {
            let class = emitter.class(ty);
            options.push(("class", thunk(class)));
        }
        TypeKind::Interface(_) => return named_call(emitter, options),
        _ => {}
    }
    let boxes = boxes(emitter, ty);
    if !matches!(boxes, Expr::Ident(_)) {
        options.push(("box", boxes));
    }
    if let Some(pointer) = pointer_with_methods(emitter, ty) {
        let descriptor = emitter.descriptor(pointer);
        options.push(("pointer", thunk(descriptor)));
    }
    named_call(emitter, options)
}

/// The type of pointers to a type, where they have methods that reflection must find. A struct's class knows
/// that type already.
fn pointer_with_methods(emitter: &Emitter, ty: TypeId) -> Option<TypeId> {
    if matches!(emitter.ty(ty).kind, TypeKind::Struct(_)) {
        return None;
    }
    let is_pointer = |info: &ir::Type| info.kind == TypeKind::Pointer(ty) && !info.methods.is_empty();
    let index = emitter.program.types.iter().position(is_pointer)?;
    Some(TypeId(u32::try_from(index).ok()?))
}

fn named_call(emitter: &mut Emitter, options: Vec<(&str, Expr)>) -> Expr {
    emitter.helper("namedType", vec![js::object(options)])
}

fn method_tuples(emitter: &mut Emitter, methods: &[ir::MethodEntry]) -> Expr {
    let tuples = methods
        .iter()
        .map(|method| {
            method_tuple(
                emitter,
                &method.name,
                method.key,
                method.signature,
                method.is_exported,
                None,
            )
        })
        .collect();
    js::array(tuples)
}

/// `[name, () => signature, key, isPrivate, package]`. What is as usual is left out from the end on: a key that is the
/// name, that the method is exported, and the package if it is that of the type.
fn method_tuple(
    emitter: &mut Emitter,
    name: &str,
    key: ir::MethodKey,
    signature: Option<TypeId>,
    is_exported: bool,
    package: Option<ir::PackageId>,
) -> Expr {
    let signature = match signature {
        Some(signature) => thunk(emitter.descriptor(signature)),
        None => js::null(),
    };
    let key = emitter.key(key);
    let mut tuple = vec![string::text(name), signature];
    // A name beyond ASCII is bytes where it is told, and a string of its own where it is a property.
    if !is_exported || key != name || !name.is_ascii() {
        tuple.push(js::string(key));
    }
    if !is_exported {
        tuple.push(js::bool(true));
        tuple.extend(package.map(|package| string::text(&import_path(emitter, package))));
    }
    js::array(tuple)
}

/// The descriptor of a type's structure; of a defined type without what its name adds.
fn structure(emitter: &mut Emitter, ty: TypeId, is_whole: bool) -> Expr {
    let info = emitter.ty(ty);
    if !is_whole {
        let plain = ir::Type {
            named: None,
            ..info.clone()
        };
        if let Some(name) = predeclared(&plain) {
            return emitter.rt(name);
        }
    }
    let is_boxed = is_whole && !emitter.is_object_pointer(ty);
    let boxes = if is_boxed {
        boxes(emitter, ty)
    } else {
        js::undefined()
    };
    let (helper, mut args) = match &info.kind {
        TypeKind::Slice(elem) => ("sliceType", vec![thunk(emitter.descriptor(*elem))]),
        TypeKind::Array { len, elem } => (
            "arrayType",
            vec![js::number(*len as f64), thunk(emitter.descriptor(*elem))],
        ),
        TypeKind::Pointer(elem) => ("pointerType", vec![thunk(emitter.descriptor(*elem))]),
        TypeKind::Map { key, elem } => {
            let key = thunk(emitter.descriptor(*key));
            ("mapType", vec![key, thunk(emitter.descriptor(*elem))])
        }
        TypeKind::Chan { dir, elem } => {
            let dir = match dir {
                ChanDir::Receive => 1,
                ChanDir::Send => 2,
                ChanDir::Both => 3,
            };
            ("chanType", vec![js::int(dir), thunk(emitter.descriptor(*elem))])
        }
        TypeKind::Func {
            params,
            results,
            is_variadic,
        } => {
            let params = thunks(emitter, params);
            let results = thunks(emitter, results);
            ("funcType", vec![params, results, js::bool(*is_variadic)])
        }
        TypeKind::Struct(fields) => {
            let package = info.named.as_ref().and_then(|named| named.package);
            let fields = field_tuples(emitter, fields, package.filter(|_| !is_whole));
            let class = emitter.class(ty);
            (
                "structType",
                vec![string::text(&info.text), thunk(fields), thunk(class)],
            )
        }
        TypeKind::Interface(methods) => {
            let home = info.named.as_ref().and_then(|named| named.package);
            let shows_types = emitter.program.shows_methods;
            let tuples = methods
                .iter()
                .map(|method| {
                    let signature = shows_types.then_some(method.signature);
                    let other = method
                        .package
                        .filter(|&package| is_whole || home != Some(package));
                    method_tuple(
                        emitter,
                        &method.name,
                        method.key,
                        signature,
                        method.is_exported,
                        other,
                    )
                })
                .collect();
            (
                "interfaceType",
                vec![string::text(&info.text), thunk(js::array(tuples))],
            )
        }
        TypeKind::Tuple(_) | TypeKind::Unit => return js::null(),
        _ => return js::null(),
    };
    let may_have_methods = matches!(info.kind, TypeKind::Pointer(_) | TypeKind::Struct(_));
    let has_methods = is_whole && may_have_methods && !info.methods.is_empty();
    if !matches!(boxes, Expr::Ident(_)) {
        args.push(boxes);
    } else if has_methods {
        args.push(js::undefined());
    }
    if has_methods {
        let methods = method_tuples(emitter, &info.methods);
        args.push(thunk(methods));
    }
    emitter.helper(helper, args)
}

/// The import path that reflection reports: that of a program is main.
fn import_path(emitter: &Emitter, package: ir::PackageId) -> String {
    let package = &emitter.program.packages[package.0 as usize];
    if package.name == "main" {
        package.name.clone()
    } else {
        package.path.clone()
    }
}

/// `[[name, () => type, flags, tag, package, property], …]`, without what is as usual at the end: a plain exported field
/// is `[name, () => type]`. `home` is the package of the type's own name, which that type tells.
fn field_tuples(emitter: &mut Emitter, fields: &[ir::Field], home: Option<ir::PackageId>) -> Expr {
    let tuples = fields
        .iter()
        .map(|field| {
            let flags = i64::from(field.is_embedded) + 2 * i64::from(!field.is_exported);
            let other = field.package.filter(|&package| home != Some(package));
            let pkg = other
                .map(|package| import_path(emitter, package))
                .unwrap_or_default();
            let tag = field.tag.as_deref().unwrap_or("");
            let property = property(&field.js_name);
            let is_name = property == field.name && property.is_ascii();
            let is_usual = [flags == 0, tag.is_empty(), pkg.is_empty(), is_name];
            let mut tuple = vec![
                string::text(&field.name),
                thunk(emitter.descriptor(field.ty)),
                js::int(flags),
                string::text(tag),
                string::text(&pkg),
                js::string(&property),
            ];
            let said = is_usual
                .iter()
                .rposition(|is_usual| !is_usual)
                .map_or(0, |last| last + 1);
            tuple.truncate(2 + said);
            js::array(tuple)
        })
        .collect();
    js::array(tuples)
}
