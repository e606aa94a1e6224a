//! Library mode: the border between an exported Go package and its JavaScript callers.
//!
//! Every exported name becomes a constant of the bundle that the runtime's combinators make (`border.js`):
//! for each type there is a border with `toHost` and `fromHost`, whose parts are thunks, so that order and
//! cycles do not matter and bundlers drop what is not imported.

use crate::call::{self, Convention};
use crate::cx::{Cx, Emitter};
use crate::expr::{copy_of, expr, zero};
use crate::js::{self, Expr, Stmt};
use crate::map;
use crate::names::property;
use goes_lower::ir::{self, Const, Export, ExportItem, ExprKind, FuncId, IntKind, PackageId, TypeId, TypeKind};
use goes_source::{Diagnostic, Span};
use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHashMap;
use swc_common::DUMMY_SP;
use swc_ecma_ast::{
    ExportNamedSpecifier, ExportSpecifier, IdentName, ModuleDecl, ModuleExportName, ModuleItem, NamedExport,
};

const VARIADIC: i64 = 1;
const FAILS: i64 = 2;
const PARKS: i64 = 4;

/// What a library's module holds besides its program.
pub(crate) struct Library {
    /// In the order of evaluation.
    pub stmts: Vec<Stmt>,
    /// Number of the binding, the name, and the package that exports it.
    pub exports: Vec<(u32, String, PackageId)>,
    /// What callers see of the types.
    pub surface: Surface,
}

/// What of the program its JavaScript callers see.
#[derive(Debug, Default)]
pub(crate) struct Surface {
    /// Exported types: package and name.
    pub types: FxHashMap<TypeId, (PackageId, String)>,
    /// Struct types that JavaScript knows by a class: their objects are shared, not copied.
    pub classes: IndexSet<TypeId>,
    /// Exports that could not be converted.
    pub left_out: Vec<(PackageId, String)>,
    pub has_errors: bool,
}

/// A function as its callers see it.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    pub params: Vec<TypeId>,
    /// Without a last error.
    pub results: Vec<TypeId>,
    pub is_variadic: bool,
    /// Its last result is an error, which is thrown.
    pub fails: bool,
    pub parks: bool,
}

impl Signature {
    fn flags(&self) -> i64 {
        let flag = |is_set: bool, flag: i64| if is_set { flag } else { 0 };
        flag(self.is_variadic, VARIADIC) | flag(self.fails, FAILS) | flag(self.parks, PARKS)
    }

    fn parts(&self) -> impl Iterator<Item = TypeId> + '_ {
        self.params.iter().chain(&self.results).copied()
    }
}

/// A method of an exported type.
#[derive(Clone, Debug)]
pub(crate) struct Method {
    pub name: String,
    pub key: String,
    pub func: FuncId,
    pub signature: Signature,
}

impl Emitter<'_> {
    pub(crate) fn is_error(&self, ty: TypeId) -> bool {
        let ty = self.ty(ty);
        ty.text == "error" && ty.named.as_ref().is_some_and(|named| named.package.is_none())
    }

    pub(crate) fn is_byte(&self, ty: TypeId) -> bool {
        matches!(self.kind(ty), TypeKind::Int(IntKind::Uint8))
    }

    fn signature(&self, params: &[TypeId], results: &[TypeId], is_variadic: bool, parks: bool) -> Signature {
        let (params, mut results) = (params.to_vec(), results.to_vec());
        let fails = results.last().is_some_and(|&last| self.is_error(last));
        if fails {
            results.pop();
        }
        Signature { params, results, is_variadic, fails, parks }
    }

    /// The signature of a function type.
    pub(crate) fn signature_of_type(&self, ty: TypeId) -> Option<Signature> {
        match self.kind(ty) {
            TypeKind::Func { params, results, is_variadic } => {
                Some(self.signature(params, results, *is_variadic, false))
            }
            _ => None,
        }
    }

    /// The signature of a declared function, of a method without its receiver.
    pub(crate) fn signature_of(&self, func: FuncId, skip: usize) -> Signature {
        let function = self.function(func);
        let types: Vec<TypeId> =
            function.code.params.iter().skip(skip).map(|param| function.locals[param.0 as usize].ty).collect();
        let parks = self.convention(func) != Convention::Plain;
        self.signature(&types, &function.code.results, function.is_variadic, parks)
    }

    /// The exported methods of an exported struct type and of pointers to it.
    pub(crate) fn methods_of(&self, ty: TypeId) -> Vec<Method> {
        let Some(pointer) = self.pointers.get(&ty) else { return Vec::new() };
        let mut methods: Vec<Method> = self
            .ty(*pointer)
            .methods
            .iter()
            .filter(|method| method.is_exported)
            .map(|method| Method {
                name: method.name.clone(),
                key: self.key(method.key).to_string(),
                func: method.func,
                signature: self.signature_of(method.func, 1),
            })
            .filter(|method| method.signature.parts().all(|ty| self.obstacle(ty).is_none()))
            .collect();
        methods.sort_by(|a, b| a.name.cmp(&b.name));
        methods
    }

    /// The exported fields that can be converted.
    pub(crate) fn border_fields(&self, ty: TypeId) -> Vec<&ir::Field> {
        let fields = self.fields(ty).map_or(&[][..], |(_, fields)| fields);
        fields.iter().filter(|field| field.is_exported && self.obstacle(field.ty).is_none()).collect()
    }

    /// The type within a type that has no counterpart in JavaScript.
    pub(crate) fn obstacle(&self, ty: TypeId) -> Option<TypeId> {
        self.obstacle_below(ty, &mut Vec::new())
    }

    fn obstacle_below(&self, ty: TypeId, seen: &mut Vec<TypeId>) -> Option<TypeId> {
        if seen.contains(&ty) {
            return None;
        }
        seen.push(ty);
        match self.kind(ty) {
            TypeKind::Complex64
            | TypeKind::Complex128
            | TypeKind::UnsafePointer
            | TypeKind::Chan { .. }
            | TypeKind::Tuple(_)
            | TypeKind::Unit => Some(ty),
            TypeKind::Pointer(elem) if !matches!(self.kind(*elem), TypeKind::Struct(_)) => Some(ty),
            TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => self.obstacle_below(*elem, seen),
            TypeKind::Map { key, elem } => {
                self.obstacle_below(*key, seen).or_else(|| self.obstacle_below(*elem, seen))
            }
            TypeKind::Func { params, results, .. } => {
                params.iter().chain(results).find_map(|&ty| self.obstacle_below(ty, seen))
            }
            TypeKind::Interface(methods) => {
                methods.iter().find_map(|method| self.obstacle_below(method.signature, seen))
            }
            _ => None,
        }
    }
}

/// The types of an exported thing.
fn types_of(emitter: &Emitter, item: &ExportItem) -> Vec<TypeId> {
    match item {
        ExportItem::Func(func) => emitter.signature_of(*func, 0).parts().collect(),
        ExportItem::Var(global) => vec![emitter.program.globals[global.0 as usize].ty],
        ExportItem::Const(value) => vec![value.ty],
        ExportItem::Type(ty) => vec![*ty],
    }
}

fn span_of(emitter: &Emitter, item: &ExportItem) -> Span {
    match item {
        ExportItem::Func(func) => emitter.function(*func).code.span,
        ExportItem::Var(global) => emitter.program.globals[global.0 as usize].span,
        ExportItem::Const(value) => value.span,
        ExportItem::Type(ty) => emitter.ty(*ty).named.as_ref().map_or(Span::default(), |named| named.span),
    }
}

/// Decides what callers see, and reports what they cannot.
fn survey(emitter: &mut Emitter, exports: &[Export]) -> Surface {
    let mut surface = Surface::default();
    for export in exports {
        if let ExportItem::Type(ty) = export.item {
            surface.types.insert(ty, (export.package, export.name.clone()));
        }
    }
    let mut seen = IndexSet::new();
    for export in exports {
        let types = types_of(emitter, &export.item);
        let obstacle = types.iter().find_map(|&ty| emitter.obstacle(ty));
        if let Some(obstacle) = obstacle {
            let text = format!(
                "{} is left out of the package: a value of type {} cannot be passed to JavaScript",
                export.name,
                emitter.ty(obstacle).text
            );
            let span = span_of(emitter, &export.item);
            emitter.diagnostics.push(Diagnostic::warning("LibraryType", span, text));
            surface.left_out.push((export.package, export.name.clone()));
            continue;
        }
        surface.has_errors |= matches!(export.item, ExportItem::Func(func) if emitter.signature_of(func, 0).fails);
        types.into_iter().for_each(|ty| visit(emitter, &mut surface, &mut seen, ty));
    }
    surface
}

/// Finds the types that JavaScript knows by a class: those that it holds pointers to or calls methods of, and
/// those that would show nothing as plain objects.
fn visit(emitter: &Emitter, surface: &mut Surface, seen: &mut IndexSet<TypeId>, ty: TypeId) {
    if !seen.insert(ty) {
        return;
    }
    surface.has_errors |= emitter.is_error(ty);
    match emitter.kind(ty) {
        TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => visit(emitter, surface, seen, *elem),
        TypeKind::Pointer(elem) => {
            surface.classes.insert(*elem);
            visit(emitter, surface, seen, *elem);
        }
        TypeKind::Map { key, elem } => {
            visit(emitter, surface, seen, *key);
            visit(emitter, surface, seen, *elem);
        }
        TypeKind::Func { params, results, .. } => {
            params.iter().chain(results).for_each(|&ty| visit(emitter, surface, seen, ty));
        }
        TypeKind::Interface(methods) => {
            methods.iter().for_each(|method| visit(emitter, surface, seen, method.signature));
        }
        TypeKind::Struct(all) => {
            let fields = emitter.border_fields(ty);
            let methods = if surface.types.contains_key(&ty) { emitter.methods_of(ty) } else { Vec::new() };
            if !methods.is_empty() || (fields.is_empty() && !all.is_empty()) {
                surface.classes.insert(ty);
            }
            fields.iter().for_each(|field| visit(emitter, surface, seen, field.ty));
            for method in methods {
                surface.has_errors |= method.signature.fails;
                method.signature.parts().for_each(|ty| visit(emitter, surface, seen, ty));
            }
        }
        _ => {}
    }
}

/// Makes the exports of a library.
pub(crate) fn write(emitter: &mut Emitter, exports: &[Export], inits: &[FuncId]) -> Library {
    let surface = survey(emitter, exports);
    let mut writer = Writer { emitter, surface, borders: IndexMap::new(), classes: IndexMap::new(), constants: Vec::new() };
    let mut stmts = writer.initialisation(inits);
    let mut bindings = Vec::new();
    for export in exports {
        if writer.surface.left_out.iter().any(|(package, name)| *package == export.package && *name == export.name) {
            continue;
        }
        let id = match &export.item {
            ExportItem::Func(func) => Some(writer.func(&export.name, *func, &mut stmts)),
            ExportItem::Var(global) => Some(writer.var(&export.name, *global, &mut stmts)),
            ExportItem::Const(value) => Some(writer.constant(&export.name, value, &mut stmts)),
            ExportItem::Type(ty) => {
                writer.surface.classes.contains(ty).then(|| writer.class(*ty))
            }
        };
        bindings.extend(id.map(|id| (id, export.name.clone(), export.package)));
    }
    let Writer { surface, constants, .. } = writer;
    Library { stmts: constants.into_iter().chain(stmts).collect(), exports: bindings, surface }
}

struct Writer<'e, 'p> {
    emitter: &'e mut Emitter<'p>,
    surface: Surface,
    borders: IndexMap<TypeId, u32>,
    classes: IndexMap<TypeId, u32>,
    constants: Vec<Stmt>,
}

fn thunk(value: Expr) -> Expr {
    js::arrow_value(Vec::new(), value)
}

impl Writer<'_, '_> {
    /// `$initialise([init, …]);`
    fn initialisation(&mut self, inits: &[FuncId]) -> Vec<Stmt> {
        if inits.is_empty() {
            return Vec::new();
        }
        let mut cx = Cx::new(self.emitter, None);
        let inits = inits.iter().map(|&init| call::function_value(&mut cx, init)).collect();
        let call = cx.helper("initialise", vec![js::array(inits)]);
        vec![js::expr_stmt(call)]
    }

    /// `const Make$export = $exportFunc("Make", Make, () => [$stringBorder], () => [$stringBorder], 2);`
    fn func(&mut self, name: &str, func: FuncId, stmts: &mut Vec<Stmt>) -> u32 {
        let signature = self.emitter.signature_of(func, 0);
        let mut args = vec![js::string(name), call::function_value(&mut Cx::new(self.emitter, None), func)];
        args.extend(self.parts(&signature));
        let value = js::pure(self.emitter.helper("exportFunc", args));
        let id = self.emitter.names.fresh(&format!("{name}$export"));
        stmts.push(js::const_(self.emitter.ident(id), value));
        id
    }

    /// Variables that are assigned to are watched; others are converted once.
    fn var(&mut self, name: &str, global: ir::GlobalId, stmts: &mut Vec<Stmt>) -> u32 {
        let info = &self.emitter.program.globals[global.0 as usize];
        let border = self.border(info.ty);
        let id = self.emitter.names.fresh(&format!("{name}$export"));
        let value = Cx::new(self.emitter, None).global_value(global);
        if !info.is_reassigned {
            let value = js::method(border, "toHost", vec![value]);
            stmts.push(js::const_(self.emitter.ident(id), value));
            return id;
        }
        let v = self.emitter.names.fresh("v");
        let converted = js::method(border, "toHost", vec![self.emitter.name(v)]);
        let assign = js::expr_stmt(js::assign(self.emitter.name(id), converted));
        let changed = js::arrow(vec![js::pat(self.emitter.ident(v))], vec![assign]);
        stmts.push(js::let_(self.emitter.ident(id), None));
        let call = self.emitter.helper("watch", vec![thunk(value), changed]);
        stmts.push(js::expr_stmt(call));
        id
    }

    fn constant(&mut self, name: &str, value: &ir::Expr, stmts: &mut Vec<Stmt>) -> u32 {
        let value = match (&value.kind, self.emitter.kind(value.ty)) {
            (ExprKind::Const(Const::Int(int)), TypeKind::Int(kind)) if is_bigint(*kind) => js::bigint(int),
            (ExprKind::Const(Const::String(bytes)), _) => js::string(&String::from_utf8_lossy(bytes)),
            _ => expr(&mut Cx::new(self.emitter, None), value),
        };
        let id = self.emitter.names.fresh(&format!("{name}$export"));
        stmts.push(js::const_(self.emitter.ident(id), value));
        id
    }

    /// Thunks of the parameters' and results' borders, and flags.
    fn parts(&mut self, signature: &Signature) -> Vec<Expr> {
        let params = signature.params.iter().map(|&ty| self.border(ty)).collect();
        let results = signature.results.iter().map(|&ty| self.border(ty)).collect();
        vec![thunk(js::array(params)), thunk(js::array(results)), js::int(signature.flags())]
    }

    /// The border of a type.
    fn border(&mut self, ty: TypeId) -> Expr {
        let name = match self.emitter.kind(ty) {
            TypeKind::String => "stringBorder",
            TypeKind::Bool => "boolBorder",
            TypeKind::Float32 => "float32Border",
            TypeKind::Float64 => "floatBorder",
            TypeKind::Int(IntKind::Int64) => "int64Border",
            TypeKind::Int(IntKind::Uint64) => "uint64Border",
            TypeKind::Slice(elem) if self.emitter.is_byte(*elem) => "bytesBorder",
            TypeKind::Interface(_) if self.emitter.is_error(ty) => "errorBorder",
            TypeKind::Interface(methods) if methods.is_empty() => "anyBorder",
            _ => return self.made_border(ty),
        };
        self.emitter.rt(name)
    }

    /// `const $border$Options = $structBorder(() => new Options(), () => [["MaxLen", "MaxLen", $border$int]]);`
    fn made_border(&mut self, ty: TypeId) -> Expr {
        if let Some(&id) = self.borders.get(&ty) {
            return self.emitter.name(id);
        }
        let wanted = crate::types::wanted_name(self.emitter, ty, 0);
        let id = self.emitter.names.fresh(&format!("$border${wanted}"));
        self.borders.insert(ty, id);
        let value = js::pure(self.make_border(ty));
        self.constants.push(js::const_(self.emitter.ident(id), value));
        self.emitter.name(id)
    }

    fn make_border(&mut self, ty: TypeId) -> Expr {
        let (name, args) = match self.emitter.kind(ty) {
            TypeKind::Int(kind) => {
                let (low, high) = range(*kind);
                ("intBorder", vec![js::number(low), js::number(high)])
            }
            TypeKind::Slice(elem) => {
                let kind = self.emitter.element_kind(*elem);
                ("sliceBorder", vec![kind, thunk(self.border(*elem))])
            }
            TypeKind::Array { elem, .. } => {
                let make = thunk(zero(&mut Cx::new(self.emitter, None), ty));
                ("arrayBorder", vec![make, thunk(self.border(*elem))])
            }
            TypeKind::Map { key, elem } => {
                let make = thunk(map::new_map(&mut Cx::new(self.emitter, None), ty, None));
                let nil = thunk(self.emitter.rt("nilMap"));
                ("mapBorder", vec![make, nil, thunk(self.border(*key)), thunk(self.border(*elem))])
            }
            TypeKind::Pointer(elem) => {
                let class = self.class(*elem);
                ("pointerBorder", vec![thunk(self.emitter.name(class))])
            }
            TypeKind::Struct(_) if self.surface.classes.contains(&ty) => ("valueBorder", self.value_border(ty)),
            TypeKind::Struct(_) => {
                let make = thunk(zero(&mut Cx::new(self.emitter, None), ty));
                ("structBorder", vec![make, thunk(self.fields(ty, false))])
            }
            TypeKind::Func { .. } => {
                let signature = self.emitter.signature_of_type(ty).expect("it is a function type");
                ("funcBorder", self.parts(&signature))
            }
            TypeKind::Interface(methods) => ("interfaceBorder", self.interface_border(ty, methods)),
            _ => return js::undefined(),
        };
        self.emitter.helper(name, args)
    }

    /// Class, zero value and copy of a struct type that JavaScript knows by a class.
    fn value_border(&mut self, ty: TypeId) -> Vec<Expr> {
        let class = self.class(ty);
        let class = thunk(self.emitter.name(class));
        let mut cx = Cx::new(self.emitter, None);
        let make = thunk(zero(&mut cx, ty));
        let v = cx.fresh("v");
        let value = cx.name(v);
        let copy = copy_of(&mut cx, ty, value);
        vec![class, make, js::arrow_value(vec![js::pat(self.emitter.ident(v))], copy)]
    }

    fn interface_border(&mut self, ty: TypeId, methods: &[ir::InterfaceMethod]) -> Vec<Expr> {
        let name = crate::types::wanted_name(self.emitter, ty, 0);
        let mut list = Vec::new();
        for method in methods {
            let Some(signature) = self.emitter.signature_of_type(method.signature) else { continue };
            let parts = js::array(self.parts(&signature));
            list.push(js::array(vec![js::string(&method.name), js::string(self.emitter.key(method.key)), parts]));
        }
        let has_all = |emitter: &Emitter, ty: TypeId| {
            let own = emitter.pointers.get(&ty).map_or(&[][..], |pointer| &emitter.ty(*pointer).methods[..]);
            methods.iter().all(|method| own.iter().any(|other| other.key == method.key))
        };
        let classes: Vec<TypeId> =
            self.surface.classes.iter().copied().filter(|&class| has_all(self.emitter, class)).collect();
        let mut pairs = Vec::new();
        for class in classes {
            let go = self.emitter.class(class);
            let host = self.class(class);
            pairs.push(js::array(vec![go, self.emitter.name(host)]));
        }
        vec![js::string(&name), js::array(list), thunk(js::array(pairs))]
    }

    /// Name, property and border of the exported fields.
    fn fields(&mut self, ty: TypeId, lazily: bool) -> Expr {
        let fields: Vec<ir::Field> = self.emitter.border_fields(ty).into_iter().cloned().collect();
        let mut list = Vec::new();
        for field in fields {
            let border = self.border(field.ty);
            let border = if lazily { thunk(border) } else { border };
            list.push(js::array(vec![js::string(&field.name), js::string(&property(&field.js_name)), border]));
        }
        js::array(list)
    }

    /// The class by which JavaScript knows a struct type.
    fn class(&mut self, ty: TypeId) -> u32 {
        if let Some(&id) = self.classes.get(&ty) {
            return id;
        }
        let wanted = crate::types::wanted_name(self.emitter, ty, 0);
        let id = self.emitter.names.fresh(&format!("{wanted}$export"));
        self.classes.insert(ty, id);
        let make = thunk(zero(&mut Cx::new(self.emitter, None), ty));
        let fields = self.fields(ty, true);
        let mut methods = Vec::new();
        if self.surface.types.contains_key(&ty) {
            for method in self.emitter.methods_of(ty) {
                let parts = js::array(self.parts(&method.signature));
                methods.push(js::array(vec![js::string(&method.name), js::string(&method.key), parts]));
            }
        }
        let args = vec![js::string(&wanted), make, fields, js::array(methods)];
        let value = js::pure(self.emitter.helper("exportClass", args));
        self.constants.push(js::const_(self.emitter.ident(id), value));
        id
    }
}

/// Whether JavaScript gets a bigint.
pub(crate) fn is_bigint(kind: IntKind) -> bool {
    matches!(kind, IntKind::Int64 | IntKind::Uint64)
}

/// The numbers that an integer type takes from JavaScript.
fn range(kind: IntKind) -> (f64, f64) {
    let safe = 9007199254740991.0;
    let bits = kind.bits();
    if bits == 64 {
        return if kind.is_signed() { (-safe, safe) } else { (0.0, safe) };
    }
    let size = (1u64 << bits) as f64;
    if kind.is_signed() { (-size / 2.0, size / 2.0 - 1.0) } else { (0.0, size - 1.0) }
}

/// `export { Make$export as Make, … };`
pub(crate) fn export_item(emitter: &Emitter, names: &[(u32, String)]) -> ModuleItem {
    let specifier = |(id, name): &(u32, String)| {
        let exported = IdentName { span: DUMMY_SP, sym: name.as_str().into() };
        ExportSpecifier::Named(ExportNamedSpecifier {
            span: DUMMY_SP,
            orig: ModuleExportName::Ident(emitter.ident(*id)),
            exported: Some(ModuleExportName::Ident(exported.into())),
            is_type_only: false,
        })
    };
    ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(NamedExport {
        span: DUMMY_SP,
        specifiers: names.iter().map(specifier).collect(),
        src: None,
        type_only: false,
        with: None,
    }))
}
