//! A library: one module that exports what its packages export, with declarations for TypeScript and a
//! package.json.

use crate::border::{Border, Direction, Signature, is_error, wrapper};
use crate::call;
use crate::cx::{Cx, Emitter};
use crate::dts;
use crate::js::{self, ClassMember, Expr, Stmt};
use crate::names::property;
use goes_lower::ir::{self, Export, ExportItem, FuncId, TypeId, TypeKind};
use serde_json::json;
use std::fmt::Write as _;
use swc_common::{DUMMY_SP, SyntaxContext};
use swc_ecma_ast::{
    Class, ClassDecl, Decl, ExportNamedSpecifier, ExportSpecifier, FnDecl, MethodKind, ModuleDecl,
    ModuleExportName, ModuleItem, NamedExport,
};

/// Statements of a library's module that come after its own, and its declarations.
pub(crate) struct Library {
    pub stmts: Vec<Stmt>,
    pub exports: ModuleItem,
    pub declarations: String,
}

/// The exported methods of `*T`.
fn methods<'p>(emitter: &Emitter<'p>, ty: TypeId) -> Vec<&'p ir::MethodEntry> {
    let Some(&pointer) = emitter.pointers.get(&ty) else {
        return Vec::new();
    };
    emitter
        .ty(pointer)
        .methods
        .iter()
        .filter(|method| method.is_exported)
        .collect()
}

pub(crate) fn write(emitter: &mut Emitter, exports: &[Export]) -> Library {
    let mut border = Border::default();
    for export in exports {
        if let ExportItem::Type(ty) = export.item
            && matches!(emitter.kind(ty), TypeKind::Struct(_))
            && !methods(emitter, ty).is_empty()
        {
            let id = emitter.names.fresh(&export.name);
            border.classes.insert(ty, id);
        }
    }
    let mut stmts = Vec::new();
    // What packages do at their start is done when the module is imported.
    for init in emitter
        .program
        .packages
        .iter()
        .filter_map(|package| package.init)
        .collect::<Vec<_>>()
    {
        let mut cx = Cx::new(emitter, None);
        let init = call::call_of(&mut cx, init, Vec::new());
        stmts.push(js::expr_stmt(init));
    }
    let error = emitter.rt("GoError");
    let mut specifiers = Vec::new();
    if let Expr::Ident(error) = error {
        specifiers.push(specifier(error, "GoError"));
    }
    let mut declarations = String::from("/** A Go error. */\nexport class GoError extends Error {}\n");
    for export in exports {
        let id = one(emitter, &mut border, export, &mut stmts);
        if let Some(id) = id {
            specifiers.push(specifier(emitter.ident(id), &export.name));
        }
        declarations.push('\n');
        declare(emitter, exports, export, &mut declarations);
    }
    border.write(emitter, &mut stmts);
    // Conversions are constants: they must stand before what is evaluated at import.
    stmts.sort_by_key(|stmt| match stmt {
        Stmt::Decl(Decl::Var(decl)) => match decl.decls[0].init.as_deref() {
            Some(Expr::Arrow(_)) => 0,
            _ => 3,
        },
        Stmt::Decl(_) => 1,
        _ => 2,
    });
    let exports = ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(NamedExport {
        span: DUMMY_SP,
        specifiers,
        src: None,
        type_only: false,
        with: None,
    }));
    Library {
        stmts,
        exports,
        declarations,
    }
}

fn specifier(local: js::Ident, exported: &str) -> ExportSpecifier {
    ExportSpecifier::Named(ExportNamedSpecifier {
        span: DUMMY_SP,
        orig: ModuleExportName::Ident(local),
        exported: Some(ModuleExportName::Ident(js::ident(exported.into(), 0))),
        is_type_only: false,
    })
}

/// Writes one export; the number of its name, if it exists at run time.
fn one(emitter: &mut Emitter, border: &mut Border, export: &Export, out: &mut Vec<Stmt>) -> Option<u32> {
    match &export.item {
        ExportItem::Func(func) => {
            let id = emitter.names.fresh(&export.name);
            let function = function(emitter, border, *func);
            let decl = FnDecl {
                ident: emitter.ident(id),
                declare: false,
                function: Box::new(function),
            };
            out.push(Stmt::Decl(Decl::Fn(decl)));
            Some(id)
        }
        ExportItem::Var(global) => {
            let id = emitter.names.fresh(&export.name);
            let ty = emitter.program.globals[global.0 as usize].ty;
            let mut cx = Cx::new(emitter, None);
            let value = cx.global_value(*global);
            let value = border.convert(&mut cx, Direction::ToHost, ty, value);
            out.push(js::let_(emitter.ident(id), Some(value)));
            Some(id)
        }
        ExportItem::Const(value) => {
            let id = emitter.names.fresh(&export.name);
            let mut cx = Cx::new(emitter, None);
            let given = crate::expr::expr(&mut cx, value);
            let given = border.convert(&mut cx, Direction::ToHost, value.ty, given);
            out.push(js::let_(emitter.ident(id), Some(given)));
            Some(id)
        }
        ExportItem::Type(ty) => {
            let id = border.classes.get(ty).copied()?;
            let class = class(emitter, border, *ty, id);
            out.push(class);
            Some(id)
        }
    }
}

/// A function for the host; one that may park gives a promise.
fn function(emitter: &mut Emitter, border: &mut Border, func: FuncId) -> js::Function {
    let signature = Signature::of(emitter, func, 0);
    let may_park = signature.may_park;
    let mut cx = Cx::new(emitter, None);
    let (params, body) = wrapper(border, &mut cx, &signature, |cx, args| {
        if !may_park {
            return call::call_of(cx, func, args);
        }
        let mut all = vec![call::function_value(cx, func)];
        all.extend(args);
        let promise = cx.helper("goPromise", all);
        wait(promise)
    });
    js::Function {
        is_async: may_park,
        ..js::function(params, body, false)
    }
}

fn wait(promise: Expr) -> Expr {
    Expr::Await(swc_ecma_ast::AwaitExpr {
        span: DUMMY_SP,
        arg: Box::new(promise),
    })
}

/// `class Counter { constructor(fields) { … } get Value() { … } Add(n) { … } }`: holds the Go object as `$go`.
fn class(emitter: &mut Emitter, border: &mut Border, ty: TypeId, id: u32) -> Stmt {
    let mut body = vec![
        class_constructor(emitter, border, ty),
        class_of(emitter, id),
        class_in(emitter, border, ty),
    ];
    let go = || js::member(js::this(), "$go");
    let fields: Vec<ir::Field> = emitter
        .fields(ty)
        .map(|(_, fields)| fields.to_vec())
        .unwrap_or_default();
    for field in fields.iter().filter(|field| field.is_exported) {
        let name = property(&field.js_name);
        let mut cx = Cx::new(emitter, None);
        let value = border.convert(&mut cx, Direction::ToHost, field.ty, js::member(go(), &name));
        let getter = js::function(Vec::new(), vec![js::return_(Some(value))], false);
        body.push(js::class_method(&field.name, getter, MethodKind::Getter));
        let v = cx.fresh("value");
        let given = cx.name(v);
        let given = border.convert(&mut cx, Direction::ToGo, field.ty, given);
        let set = js::expr_stmt(js::assign(js::member(go(), &name), given));
        let setter = js::function(vec![js::pat(cx.ident(v))], vec![set], false);
        body.push(js::class_method(&field.name, setter, MethodKind::Setter));
    }
    for entry in methods(emitter, ty) {
        let signature = Signature::of(emitter, entry.func, 1);
        let may_park = signature.may_park;
        let func = entry.func;
        let mut cx = Cx::new(emitter, None);
        let (params, stmts) = wrapper(border, &mut cx, &signature, |cx, args| {
            let mut all = vec![go()];
            all.extend(args);
            if !may_park {
                return call::call_of(cx, func, all);
            }
            all.insert(0, call::function_value(cx, func));
            let promise = cx.helper("goPromise", all);
            wait(promise)
        });
        let function = js::Function {
            is_async: may_park,
            ..js::function(params, stmts, false)
        };
        body.push(js::class_method(&entry.name, function, MethodKind::Method));
    }
    Stmt::Decl(Decl::Class(ClassDecl {
        ident: emitter.ident(id),
        declare: false,
        class: Box::new(Class {
            span: DUMMY_SP,
            ctxt: SyntaxContext::empty(),
            body,
            ..Class::default()
        }),
    }))
}

/// `constructor(fields = {}) { this.$go = to$Counter(fields); this.$go.$host = this; }`
fn class_constructor(emitter: &mut Emitter, border: &mut Border, ty: TypeId) -> ClassMember {
    let fields = emitter.names.fresh("fields");
    let mut cx = Cx::new(emitter, None);
    let given = js::nullish(cx.name(fields), js::object(Vec::new()));
    let made = border.convert(&mut cx, Direction::ToGo, ty, given);
    let class = cx.class(ty);
    // `$of` passes the Go object itself.
    let made = js::conditional(js::instance_of(cx.name(fields), class), cx.name(fields), made);
    let go = js::member(js::this(), "$go");
    let body = vec![
        js::expr_stmt(js::assign(go.clone(), made)),
        js::expr_stmt(js::assign(js::member(go, "$host"), js::this())),
    ];
    let param = swc_ecma_ast::ParamOrTsParamProp::Param(swc_ecma_ast::Param {
        span: DUMMY_SP,
        decorators: Vec::new(),
        pat: js::pat(emitter.ident(fields)),
    });
    ClassMember::Constructor(swc_ecma_ast::Constructor {
        span: DUMMY_SP,
        ctxt: SyntaxContext::empty(),
        key: swc_ecma_ast::PropName::Ident(swc_ecma_ast::IdentName {
            span: DUMMY_SP,
            sym: "constructor".into(),
        }),
        params: vec![param],
        body: Some(swc_ecma_ast::FunctionBody {
            span: DUMMY_SP,
            stmts: body,
        }),
        accessibility: None,
        is_optional: false,
    })
}

fn static_method(name: &str, params: Vec<js::Pat>, value: Expr) -> ClassMember {
    let mut member = js::class_method(
        name,
        js::function(params, vec![js::return_(Some(value))], false),
        MethodKind::Method,
    );
    if let ClassMember::Method(method) = &mut member {
        method.is_static = true;
    }
    member
}

/// `static $of(go) { return go === null ? null : go.$host ?? new Counter(go); }`
fn class_of(emitter: &mut Emitter, id: u32) -> ClassMember {
    let go = emitter.names.fresh("go");
    let name = emitter.name(go);
    let made = js::new(emitter.name(id), vec![name.clone()]);
    let value = js::nullish(js::member(name.clone(), "$host"), made);
    let value = js::conditional(js::equal(name, js::null()), js::null(), value);
    static_method("$of", vec![js::pat(emitter.ident(go))], value)
}

/// `static $in(host) { return host == null ? null : host.$go ?? to$Counter(host); }`
fn class_in(emitter: &mut Emitter, border: &mut Border, ty: TypeId) -> ClassMember {
    let host = emitter.names.fresh("host");
    let mut cx = Cx::new(emitter, None);
    let name = cx.name(host);
    let made = border.convert(&mut cx, Direction::ToGo, ty, name.clone());
    let value = js::nullish(js::member(name.clone(), "$go"), made);
    let nil = js::binary(js::BinaryOp::EqEq, name, js::null());
    let value = js::conditional(nil, js::null(), value);
    static_method("$in", vec![js::pat(emitter.ident(host))], value)
}

// ---- declarations -----------------------------------------------------------------------------------

fn declare(emitter: &Emitter, exports: &[Export], export: &Export, out: &mut String) {
    let exported = |ty: TypeId| {
        exports
            .iter()
            .find(|export| matches!(export.item, ExportItem::Type(other) if other == ty))
            .map(|export| export.name.clone())
    };
    let name = &export.name;
    let written = match &export.item {
        ExportItem::Func(func) => {
            let signature = Signature::of(emitter, *func, 0);
            let throws = signature.results.last().is_some_and(|&ty| is_error(emitter, ty));
            let doc = dts::doc(export.doc.as_deref(), throws, "");
            let text = dts::signature_text(emitter, &signature, &exported);
            writeln!(out, "{doc}export function {name}{text};")
        }
        ExportItem::Var(global) => {
            let ty = emitter.program.globals[global.0 as usize].ty;
            let text = if is_error(emitter, ty) {
                "GoError".into()
            } else {
                dts::type_text(emitter, ty, &exported)
            };
            writeln!(
                out,
                "{}export const {name}: {text};",
                dts::doc(export.doc.as_deref(), false, "")
            )
        }
        ExportItem::Const(value) => {
            let text = dts::constant_text(emitter, value);
            writeln!(
                out,
                "{}export const {name}: {text};",
                dts::doc(export.doc.as_deref(), false, "")
            )
        }
        ExportItem::Type(ty) => {
            out.push_str(&dts::doc(export.doc.as_deref(), false, ""));
            declare_type(emitter, *ty, name, &exported, out);
            Ok(())
        }
    };
    written.expect("writing to a string cannot fail");
}

fn declare_type(
    emitter: &Emitter,
    ty: TypeId,
    name: &str,
    exported: &dyn Fn(TypeId) -> Option<String>,
    out: &mut String,
) {
    let Some((_, fields)) = emitter.fields(ty).filter(|(of, _)| *of == ty) else {
        let text = dts::type_text(emitter, ty, &|_| None);
        writeln!(out, "export type {name} = {text};").expect("writing to a string cannot fail");
        return;
    };
    let methods = methods(emitter, ty);
    let keyword = if methods.is_empty() { "interface" } else { "class" };
    let mark = if methods.is_empty() { "?" } else { "" };
    let mut text = format!("export {keyword} {name} {{\n");
    if !methods.is_empty() {
        let parts: Vec<String> = fields
            .iter()
            .filter(|field| field.is_exported)
            .map(|field| format!("{}?: {}", field.name, dts::type_text(emitter, field.ty, exported)))
            .collect();
        text.push_str(&format!("  constructor(fields?: {{ {} }});\n", parts.join("; ")));
    }
    for field in fields.iter().filter(|field| field.is_exported) {
        text.push_str(&format!(
            "  {}{mark}: {};\n",
            field.name,
            dts::type_text(emitter, field.ty, exported)
        ));
    }
    for method in methods {
        let signature = Signature::of(emitter, method.func, 1);
        let throws = signature.results.last().is_some_and(|&ty| is_error(emitter, ty));
        text.push_str(&dts::doc(
            emitter.function(method.func).doc.as_deref(),
            throws,
            "  ",
        ));
        text.push_str(&format!(
            "  {}{};\n",
            method.name,
            dts::signature_text(emitter, &signature, exported)
        ));
    }
    text.push_str("}\n");
    out.push_str(&text);
}

/// package.json: conditions of `exports` in the order in which they are tried, types first.
pub(crate) fn package_json(options: &crate::LibraryOptions) -> String {
    let mut package = json!({
        "name": options.name,
        "version": options.version,
        "type": "module",
        "exports": { ".": { "types": "./index.d.ts", "default": "./index.js" } },
        "types": "./index.d.ts",
        "files": ["index.js", "index.d.ts"],
        "sideEffects": false,
        "engines": { "node": ">=20" },
    });
    if let Some(description) = &options.description {
        package["description"] = json!(description);
    }
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}
