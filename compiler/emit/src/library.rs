//! A library: a module that exports what its packages export, with declarations for TypeScript.

use crate::border::{self, Border, Direction, Signature, wrapper};
use crate::call;
use crate::cx::{Cx, Emitter};
use crate::js::{self, ClassMember, Expr, Stmt};
use crate::names::property;
use goes_lower::ir::{self, Export, ExportItem, FuncId, GlobalId, PackageId, TypeId, TypeKind};
use goes_source::{Diagnostic, Span};
use swc_common::{DUMMY_SP, SyntaxContext};
use swc_ecma_ast::{
    Class, ClassDecl, Decl, ExportNamedSpecifier, ExportSpecifier, FnDecl, MethodKind, ModuleDecl,
    ModuleExportName, ModuleItem, NamedExport,
};

/// What a library's module holds besides its program.
pub(crate) struct Library {
    pub stmts: Vec<Stmt>,
    /// The class of errors.
    pub error: Expr,
    /// What is exported: its name in the module, its Go name, its package.
    pub exports: Vec<(js::Ident, String, PackageId)>,
    /// What of the program's exports can be exported.
    pub surface: Vec<Export>,
}

/// The exported methods of `*T` that can be called from the host.
pub(crate) fn methods<'p>(emitter: &Emitter<'p>, ty: TypeId) -> Vec<&'p ir::MethodEntry> {
    let Some(&pointer) = emitter.pointers.get(&ty) else {
        return Vec::new();
    };
    emitter
        .ty(pointer)
        .methods
        .iter()
        .filter(|method| method.is_exported && obstacle(emitter, method.func, 1).is_none())
        .collect()
}

/// What of a function's signature cannot cross. A channel can as a result.
fn obstacle(emitter: &Emitter, func: FuncId, skip: usize) -> Option<TypeId> {
    let signature = Signature::of(emitter, func, skip);
    let params = signature.params.iter().map(|(_, ty)| *ty);
    params
        .chain(signature.results.iter().map(|&ty| received(emitter, ty)))
        .find_map(|ty| border::obstacle(emitter, ty))
}

/// The elements of a channel that the host is given, else the type itself.
fn received(emitter: &Emitter, ty: TypeId) -> TypeId {
    match emitter.kind(ty) {
        TypeKind::Chan { elem, .. } => *elem,
        _ => ty,
    }
}

/// The exports that can cross; a warning for each other one.
fn crossing<'x>(emitter: &mut Emitter, exports: &'x [Export]) -> Vec<&'x Export> {
    let mut kept = Vec::new();
    for export in exports {
        let (found, span) = match &export.item {
            ExportItem::Func(func) => (obstacle(emitter, *func, 0), emitter.function(*func).code.span),
            ExportItem::Var(global) => {
                let info = &emitter.program.globals[global.0 as usize];
                (border::obstacle(emitter, received(emitter, info.ty)), info.span)
            }
            ExportItem::Const(value) => (border::obstacle(emitter, value.ty), value.span),
            ExportItem::Type(ty) => {
                let span = emitter
                    .ty(*ty)
                    .named
                    .as_ref()
                    .map_or(Span::default(), |named| named.span);
                let is_struct = matches!(emitter.kind(*ty), TypeKind::Struct(_));
                (border::obstacle(emitter, *ty).filter(|_| !is_struct), span)
            }
        };
        let Some(found) = found else {
            kept.push(export);
            continue;
        };
        let text = format!(
            "{} is left out of the package: a value of type {} cannot be passed to JavaScript",
            export.name,
            emitter.ty(found).text
        );
        emitter
            .diagnostics
            .push(Diagnostic::warning("LibraryType", span, text));
    }
    kept
}

/// Exported variables that are assigned to and that the host sees in another form.
fn converted_variables(emitter: &Emitter, exports: &[&Export]) -> Vec<GlobalId> {
    let is_converted = |global: &GlobalId| {
        let info = &emitter.program.globals[global.0 as usize];
        info.is_reassigned && (!border::is_same(emitter, info.ty) || info.storage == ir::Storage::Boxed)
    };
    exports
        .iter()
        .filter_map(|export| match &export.item {
            ExportItem::Var(global) => Some(*global),
            _ => None,
        })
        .filter(is_converted)
        .collect()
}

pub(crate) fn write(emitter: &mut Emitter, exports: &[Export]) -> Library {
    let exports = crossing(emitter, exports);
    let mut border = Border::default();
    for export in &exports {
        if let ExportItem::Type(ty) = export.item
            && matches!(emitter.kind(ty), TypeKind::Struct(_))
            && !methods(emitter, ty).is_empty()
        {
            let id = emitter.names.fresh(&export.name);
            border.classes.insert(ty, id);
        }
    }
    let watched = converted_variables(emitter, &exports);
    border.refresh = (!watched.is_empty()).then(|| emitter.names.fresh("$refresh"));
    // Every package exports it.
    let error = emitter.rt("GoError");
    let mut stmts = initialisation(emitter);
    let mut written = Vec::new();
    let mut seen = Vec::new();
    for export in &exports {
        if let Some(id) = one(emitter, &mut border, export, &mut stmts) {
            written.push((emitter.ident(id), export.name.clone(), export.package));
            if let ExportItem::Var(global) = export.item
                && watched.contains(&global)
            {
                seen.push((id, global));
            }
        }
    }
    if let Some(id) = border.refresh {
        let refresh = refresh(emitter, &mut border, id, &seen);
        stmts.push(refresh);
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
    Library {
        stmts,
        error,
        exports: written,
        surface: exports.into_iter().cloned().collect(),
    }
}

/// What packages do at their start is done when the module is imported.
fn initialisation(emitter: &mut Emitter) -> Vec<Stmt> {
    let program = emitter.program;
    let inits = program.packages.iter().filter_map(|package| package.init);
    inits
        .map(|init| {
            let mut cx = Cx::new(emitter, None);
            js::expr_stmt(call::call_of(&mut cx, init, Vec::new()))
        })
        .collect()
}

/// `function $refresh() { Name = toHost(name); }`: what Go assigned shows when a call returns.
fn refresh(emitter: &mut Emitter, border: &mut Border, id: u32, seen: &[(u32, GlobalId)]) -> Stmt {
    let mut body = Vec::new();
    for &(seen, global) in seen {
        let ty = emitter.program.globals[global.0 as usize].ty;
        let mut cx = Cx::new(emitter, None);
        let value = cx.global_value(global);
        let value = border.convert(&mut cx, Direction::ToHost, ty, value);
        body.push(js::expr_stmt(js::assign(cx.name(seen), value)));
    }
    Stmt::Decl(Decl::Fn(FnDecl {
        ident: emitter.ident(id),
        declare: false,
        function: Box::new(js::function(Vec::new(), body, false)),
    }))
}

/// `export { Make, Options$1 as Options };`
pub(crate) fn export_item(names: Vec<(js::Ident, String)>) -> ModuleItem {
    ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(NamedExport {
        span: DUMMY_SP,
        specifiers: names
            .into_iter()
            .map(|(local, exported)| specifier(local, &exported))
            .collect(),
        src: None,
        type_only: false,
        with: None,
    }))
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
            let info = &emitter.program.globals[global.0 as usize];
            // JavaScript's exports are bindings: they show what Go assigns.
            if border::is_same(emitter, info.ty) && info.storage != ir::Storage::Boxed {
                return Some(emitter.globals[global.0 as usize]);
            }
            let id = emitter.names.fresh(&export.name);
            let ty = info.ty;
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
    for field in &fields {
        if !border::is_shown(emitter, field) {
            continue;
        }
        let name = property(&field.js_name);
        let mut cx = Cx::new(emitter, None);
        let value = border.convert(&mut cx, Direction::ToHost, field.ty, js::member(go(), &name));
        let getter = js::function(Vec::new(), vec![js::return_(Some(value))], false);
        body.push(js::class_method(&field.name, getter, MethodKind::Getter));
        let v = cx.fresh("value");
        let given = cx.name(v);
        let given = border.convert_named(&mut cx, &field.name, field.ty, given);
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
