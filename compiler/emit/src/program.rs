//! One module of a whole program, in an order in which it can be evaluated.

use crate::call;
use crate::compact;
use crate::cx::{Cx, Emitter};
use crate::expr::{expr, zero};
use crate::js::{self, ClassMember, Expr, Stmt};
use crate::package::Package;
use crate::scope::{self, Usage};
use crate::trace::Trace;
use crate::{Options, Output, RuntimeSources, function, hooks, library, print, types, walk};
use goes_lower::ir::{self, Entry, FuncId, GlobalId};
use goes_source::{Diagnostic, Files, Span};
use swc_common::DUMMY_SP;
use swc_ecma_ast::{Decl, FnDecl, MethodKind, Module, ModuleItem};

pub(crate) fn emit(
    program: &ir::Program,
    files: &Files,
    runtime: &RuntimeSources,
    options: &Options,
) -> Output {
    let mut emitter = Emitter::new(program, files, runtime, options);
    let functions = functions(&mut emitter);
    let globals: Vec<Stmt> = (0..program.globals.len())
        .map(|index| global(&mut emitter, GlobalId(index as u32)))
        .collect();
    let entry = entry(&mut emitter);
    let library = match &program.entry {
        Entry::Library(exports) => Some(library::write(&mut emitter, exports)),
        Entry::Main(_) | Entry::None => None,
    };
    let (classes, constants) = types::write(&mut emitter);
    let values = values(&mut emitter);
    let keys = types::key_lists(&emitter);
    let strings = strings(&mut emitter);
    let linked = link(&mut emitter);

    let own = linked.len();
    let mut body = linked;
    let declarations = strings
        .into_iter()
        .chain(classes)
        .chain(constants)
        .chain(keys)
        .chain(values);
    body.extend(
        declarations
            .chain(globals)
            .chain(functions)
            .chain(entry)
            .map(ModuleItem::Stmt),
    );
    let mut package = None;
    if let Some(mut library) = library {
        body.extend(
            std::mem::take(&mut library.stmts)
                .into_iter()
                .map(ModuleItem::Stmt),
        );
        let (files, exports) = Package::new(&emitter, &library);
        body.push(exports);
        let about = options.library.clone().unwrap_or_default();
        let texts = files.texts(&mut emitter, &library, &about);
        package = Some((files, texts));
    }
    let mut module = Module {
        span: DUMMY_SP,
        body,
        shebang: None,
    };
    let own = name(&emitter, &mut module, own);
    let output = finish(emitter, &module, own, files);
    match package {
        Some((files, texts)) => files.complete(output, texts),
        None => output,
    }
}

/// Leaves out hooks that nobody sets and decides all names. The first `linked` items are the runtime's; gives how many
/// of them are left.
fn name(emitter: &Emitter, module: &mut Module, linked: usize) -> usize {
    let mut usage = Usage::of(module, emitter.names.len());
    let left = hooks::drop_unset(module, linked, &usage);
    if left < linked {
        usage = Usage::of(module, emitter.names.len());
    }
    if !emitter.options.minify {
        scope::apply(module, &emitter.names.readable(&usage), &usage.assigned);
        return left;
    }
    compact::move_methods(module, left, &usage);
    let usage = Usage::of(module, emitter.names.len());
    scope::apply(module, &emitter.names.short(&usage), &usage.assigned);
    compact::shorten(module, emitter.options.library.is_none());
    left
}

/// Prints the module, whose items from `own` on are the program's.
fn finish(emitter: Emitter, module: &Module, own: usize, files: &Files) -> Output {
    let mut diagnostics = emitter.diagnostics;
    for name in &emitter.linker.missing {
        diagnostics.push(Diagnostic::error(
            "MissingRuntime",
            Span::default(),
            format!("the runtime has no export {name}"),
        ));
    }
    let trace = emitter
        .options
        .source_map
        .then(|| Trace::of(emitter.program, files));
    let files = trace.as_ref().map(|trace| (files, trace));
    match print::print(module, own, &emitter.comments, emitter.options.minify, files) {
        Ok((code, map)) => Output {
            code,
            map,
            modules: Vec::new(),
            diagnostics,
        },
        Err(error) => {
            diagnostics.push(Diagnostic::error("Internal", Span::default(), error.to_string()));
            Output {
                diagnostics,
                ..Output::default()
            }
        }
    }
}

fn link(emitter: &mut Emitter) -> Vec<ModuleItem> {
    match emitter.linker.finish(&mut emitter.names, &emitter.comments) {
        Ok(items) => items,
        Err(message) => {
            emitter
                .diagnostics
                .push(Diagnostic::error("BadNative", Span::default(), message));
            Vec::new()
        }
    }
}

/// Declarations of functions; methods of classes are kept for their classes.
fn functions(emitter: &mut Emitter) -> Vec<Stmt> {
    let mut stmts = Vec::new();
    for (index, info) in emitter.program.functions.iter().enumerate() {
        let func = FuncId(index as u32);
        let package = &emitter.program.packages[info.package.0 as usize];
        let is_called = package.initializers != Some(func) || package.init == Some(func);
        if info.native.is_some() || !is_called {
            continue;
        }
        let mut function = function::declared(emitter, func);
        let doc = emitter.doc(info.doc.as_deref());
        function.span = if doc == DUMMY_SP && !info.code.span.is_nowhere() {
            js::span(info.code.span)
        } else {
            doc
        };
        if emitter.is_class_method.contains(&func) {
            let base = info
                .method
                .as_ref()
                .map(|method| method.base)
                .expect("it is a method");
            let name = call::method_name(emitter, func);
            let span = function.span;
            let mut member = js::class_method(&name, function, MethodKind::Method);
            if let ClassMember::Method(method) = &mut member {
                method.span = span;
            }
            emitter.class_members.entry(base).or_default().push(member);
            let _ = emitter.class(base);
        } else {
            let mut ident = emitter.ident(emitter.functions[index]);
            ident.span = js::span(info.code.span);
            let decl = FnDecl {
                ident,
                declare: false,
                function: Box::new(function),
            };
            stmts.push(Stmt::Decl(Decl::Fn(decl)));
        }
    }
    stmts
}

/// `let counter = 0;`
fn global(emitter: &mut Emitter, global: GlobalId) -> Stmt {
    let info = &emitter.program.globals[global.0 as usize];
    let mut cx = Cx::of_global(emitter, info);
    let value = match &info.init {
        Some(init) => expr(&mut cx, init),
        None => zero(&mut cx, info.ty),
    };
    let value = if cx.is_boxed_global(global) {
        js::new(cx.rt("Box"), vec![value])
    } else {
        value
    };
    let mut ident = cx.ident(cx.globals[global.0 as usize]);
    ident.span = js::span(info.span);
    let doc = emitter.doc(info.doc.as_deref());
    let mut decl = js::let_(ident, Some(value));
    if let Stmt::Decl(Decl::Var(decl)) = &mut decl {
        decl.span = doc;
    }
    decl
}

/// `const worker$value = (a) => $call(worker(a));`
fn values(emitter: &mut Emitter) -> Vec<Stmt> {
    let values: Vec<(FuncId, u32)> = emitter.values.iter().map(|(&func, &id)| (func, id)).collect();
    values
        .into_iter()
        .map(|(func, id)| {
            let form = call::dynamic_form(&mut Cx::new(emitter, None), func);
            js::const_(emitter.ident(id), form)
        })
        .collect()
}

/// `const $text = $utf8("héllo");`
fn strings(emitter: &mut Emitter) -> Vec<Stmt> {
    let strings: Vec<(Vec<u8>, u32)> = emitter
        .strings
        .iter()
        .map(|(bytes, &id)| (bytes.clone(), id))
        .collect();
    strings
        .into_iter()
        .map(|(bytes, id)| {
            let text = js::string(&String::from_utf8_lossy(&bytes));
            let call = emitter.helper("utf8", vec![text]);
            js::const_(emitter.ident(id), js::pure(call))
        })
        .collect()
}

/// `$run(main, [init, …]);`, or where nothing schedules `$runPlain(main)`, of which the initialisers are a part:
/// `$runPlain(() => { $init(); main(); })`.
fn entry(emitter: &mut Emitter) -> Vec<Stmt> {
    let Entry::Main(main) = emitter.program.entry else {
        return Vec::new();
    };
    let inits: Vec<FuncId> = emitter
        .program
        .packages
        .iter()
        .filter_map(|package| package.init)
        .collect();
    let schedules = emitter.program.functions.iter().any(|function| {
        function.code.may_park
            || function
                .native
                .as_ref()
                .is_some_and(|native| native.may_park && !native.waits)
            || walk::uses_goroutines(&function.code.body)
    });
    let mut cx = Cx::new(emitter, None);
    let inits: Vec<Expr> = inits
        .into_iter()
        .map(|init| call::function_value(&mut cx, init))
        .collect();
    let main = call::function_value(&mut cx, main);
    let run = match (schedules, inits.is_empty()) {
        (true, true) => cx.helper("run", vec![main]),
        (true, false) => cx.helper("run", vec![main, js::array(inits)]),
        (false, true) => cx.helper("runPlain", vec![main]),
        (false, false) => {
            let steps = inits.into_iter().chain([main]);
            let body = steps
                .map(|step| js::expr_stmt(js::call(step, Vec::new())))
                .collect();
            let program = js::arrow(Vec::new(), body);
            cx.helper("runPlain", vec![program])
        }
    };
    vec![js::expr_stmt(run)]
}
