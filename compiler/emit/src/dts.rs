//! Type declarations for the host: what [`crate::border`] makes of each type.

use crate::border::{Signature, is_context, is_duration, is_error, is_shown, is_time};
use crate::cx::Emitter;
use crate::library;
use goes_lower::ir::{Const, Export, ExportItem, Expr, ExprKind, IntKind, PackageId, TypeId, TypeKind};
use std::collections::BTreeSet;

/// What is known while the declarations of one package are written.
pub(crate) struct Declarations<'e, 'p> {
    emitter: &'e Emitter<'p>,
    package: PackageId,
    exports: &'e [Export],
    /// Other packages whose types are named.
    pub foreign: BTreeSet<PackageId>,
    pub text: String,
}

impl<'e, 'p> Declarations<'e, 'p> {
    pub(crate) fn new(
        emitter: &'e Emitter<'p>,
        exports: &'e [Export],
        package: PackageId,
    ) -> Declarations<'e, 'p> {
        let mut declarations = Declarations {
            emitter,
            package,
            exports,
            foreign: BTreeSet::new(),
            text: String::new(),
        };
        for export in exports.iter().filter(|export| export.package == package) {
            declarations.text.push('\n');
            declarations.export(export);
        }
        declarations
    }

    fn export(&mut self, export: &Export) {
        let name = &export.name;
        let is_func = matches!(export.item, ExportItem::Func(_));
        if !is_func {
            self.text.push_str(&doc(export.doc.as_deref(), false, ""));
        }
        match &export.item {
            ExportItem::Func(func) => {
                let signature = Signature::of(self.emitter, *func, 0);
                let throws = signature
                    .results
                    .last()
                    .is_some_and(|&ty| is_error(self.emitter, ty));
                self.text.push_str(&doc(export.doc.as_deref(), throws, ""));
                let text = self.signature(&signature);
                self.line(&format!("export function {name}{text};"));
            }
            ExportItem::Var(global) => {
                let info = &self.emitter.program.globals[global.0 as usize];
                let text = match is_error(self.emitter, info.ty) {
                    true => "GoError".into(),
                    false => self.ty(info.ty),
                };
                let keyword = if info.is_reassigned { "let" } else { "const" };
                self.line(&format!("export {keyword} {name}: {text};"));
            }
            ExportItem::Const(value) => {
                let text = self.constant(value);
                self.line(&format!("export const {name}: {text};"));
            }
            ExportItem::Type(ty) => self.declared_type(*ty, name),
        }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn declared_type(&mut self, ty: TypeId, name: &str) {
        let fields = self.emitter.fields(ty).filter(|(of, _)| *of == ty);
        let (Some((_, fields)), false) = (fields, is_time(self.emitter, ty)) else {
            let text = self.unnamed(ty);
            return self.line(&format!("export type {name} = {text};"));
        };
        let shown: Vec<_> = fields
            .iter()
            .filter(|field| is_shown(self.emitter, field))
            .collect();
        let methods = library::methods(self.emitter, ty);
        let is_class = !methods.is_empty();
        let keyword = if is_class { "class" } else { "interface" };
        self.line(&format!("export {keyword} {name} {{"));
        if is_class {
            let parts: Vec<String> = shown
                .iter()
                .map(|field| format!("{}?: {}", field.name, self.ty(field.ty)))
                .collect();
            let parts = if parts.is_empty() {
                "{}".into()
            } else {
                format!("{{ {} }}", parts.join("; "))
            };
            self.line(&format!("  constructor(fields?: {parts});"));
        }
        let mark = if is_class { "" } else { "?" };
        for field in shown {
            let text = self.ty(field.ty);
            self.line(&format!("  {}{mark}: {text};", field.name));
        }
        for method in methods {
            let signature = Signature::of(self.emitter, method.func, 1);
            let throws = signature
                .results
                .last()
                .is_some_and(|&ty| is_error(self.emitter, ty));
            let about = self.emitter.function(method.func).doc.as_deref();
            self.text.push_str(&doc(about, throws, "  "));
            let text = self.signature(&signature);
            self.line(&format!("  {}{text};", method.name));
        }
        self.line("}");
    }

    /// The TypeScript type of a Go type: its name where it is exported.
    fn ty(&mut self, ty: TypeId) -> String {
        let named = self
            .exports
            .iter()
            .find(|export| matches!(export.item, ExportItem::Type(other) if other == ty));
        match named {
            Some(export) if export.package == self.package => export.name.clone(),
            Some(export) => {
                self.foreign.insert(export.package);
                format!("{}.{}", alias(self.emitter, export.package), export.name)
            }
            None => self.unnamed(ty),
        }
    }

    fn unnamed(&mut self, ty: TypeId) -> String {
        let emitter = self.emitter;
        if is_duration(emitter, ty) {
            return "number".into();
        }
        if is_time(emitter, ty) {
            return "Date".into();
        }
        match emitter.kind(ty) {
            TypeKind::Bool => "boolean".into(),
            TypeKind::Int(IntKind::Int64 | IntKind::Uint64) => "bigint".into(),
            TypeKind::Int(_) | TypeKind::Float32 | TypeKind::Float64 => "number".into(),
            TypeKind::String => "string".into(),
            TypeKind::Slice(elem) if *emitter.kind(*elem) == TypeKind::Int(IntKind::Uint8) => {
                "Uint8Array".into()
            }
            TypeKind::Slice(elem) | TypeKind::Array { elem, .. } => self.list(*elem),
            TypeKind::Map { key, elem } => format!("Map<{}, {}>", self.ty(*key), self.ty(*elem)),
            TypeKind::Struct(fields) => {
                let parts: Vec<String> = fields
                    .iter()
                    .filter(|field| is_shown(emitter, field))
                    .map(|field| format!("{}?: {}; ", field.name, self.ty(field.ty)))
                    .collect();
                format!("{{ {}}}", parts.concat())
            }
            TypeKind::Pointer(elem) => format!("{} | null", self.ty(*elem)),
            TypeKind::Func {
                params,
                results,
                is_variadic,
            } => self.func(params, results, *is_variadic),
            TypeKind::Chan { elem, .. } => format!("AsyncIterable<{}>", self.ty(*elem)),
            TypeKind::Interface(_) if is_error(emitter, ty) => "Error | null".into(),
            _ => "unknown".into(),
        }
    }

    fn list(&mut self, elem: TypeId) -> String {
        match self.ty(elem) {
            elem if elem.contains(' ') => format!("({elem})[]"),
            elem => format!("{elem}[]"),
        }
    }

    /// A last error is thrown, whoever is called.
    fn func(&mut self, params: &[TypeId], results: &[TypeId], is_variadic: bool) -> String {
        let params: Vec<String> = params
            .iter()
            .enumerate()
            .map(|(index, &ty)| {
                let dots = if is_variadic && index + 1 == params.len() {
                    "..."
                } else {
                    ""
                };
                format!("{dots}{}: {}", crate::call::letter(index), self.ty(ty))
            })
            .collect();
        let result = self.results(results);
        format!("(({}) => {result}) | null", params.join(", "))
    }

    fn results(&mut self, results: &[TypeId]) -> String {
        let kept = match results.split_last() {
            Some((&last, rest)) if is_error(self.emitter, last) => rest,
            _ => results,
        };
        match kept {
            [] => "void".into(),
            [one] => self.ty(*one),
            _ => {
                let parts: Vec<String> = kept.iter().map(|&ty| self.ty(ty)).collect();
                format!("[{}]", parts.join(", "))
            }
        }
    }

    /// `(title: string, opts?: Options): string`
    fn signature(&mut self, signature: &Signature) -> String {
        let emitter = self.emitter;
        let has_context = signature.has_context(emitter);
        let given: Vec<&(String, TypeId)> = signature
            .params
            .iter()
            .filter(|(_, ty)| !has_context || !is_context(emitter, *ty))
            .collect();
        let is_optional = |index: usize| {
            given[index..]
                .iter()
                .all(|(_, ty)| matches!(emitter.kind(*ty), TypeKind::Struct(_)) && !is_time(emitter, *ty))
        };
        let mut params = Vec::new();
        for (index, (name, ty)) in given.iter().enumerate() {
            let name = match crate::names::is_reserved(name) {
                true => format!("{name}$"),
                false => name.clone(),
            };
            let (dots, mark) = match signature.is_variadic && index + 1 == given.len() {
                true => ("...", ""),
                false => ("", if is_optional(index) { "?" } else { "" }),
            };
            params.push(format!("{dots}{name}{mark}: {}", self.ty(*ty)));
        }
        if has_context {
            params.push("options?: { signal?: AbortSignal }".into());
        }
        let result = self.results(signature.results);
        match signature.may_park {
            true => format!("({}): Promise<{result}>", params.join(", ")),
            false => format!("({}): {result}", params.join(", ")),
        }
    }

    /// The type of a constant: its literal where that is short.
    fn constant(&mut self, value: &Expr) -> String {
        match (&value.kind, self.emitter.kind(value.ty)) {
            (ExprKind::Const(Const::Int(number)), TypeKind::Int(kind))
                if !matches!(kind, IntKind::Int64 | IntKind::Uint64) && number.bits() <= 53 =>
            {
                number.to_string()
            }
            (ExprKind::Const(Const::Bool(value)), _) => value.to_string(),
            _ => self.unnamed(value.ty),
        }
    }
}

/// The name under which declarations import those of another package.
pub(crate) fn alias(emitter: &Emitter, package: PackageId) -> String {
    format!("{}$", emitter.program.packages[package.0 as usize].name)
}

/// A doc comment, and that a function throws.
fn doc(text: Option<&str>, throws: bool, indent: &str) -> String {
    let mut lines: Vec<String> = text
        .unwrap_or("")
        .trim()
        .replace("*/", "* /")
        .lines()
        .map(str::to_string)
        .collect();
    if throws {
        lines.push("@throws {GoError}".into());
    }
    match lines.as_slice() {
        [] => String::new(),
        [one] => format!("{indent}/** {one} */\n"),
        _ => {
            let body: Vec<String> = lines
                .iter()
                .map(|line| format!("{indent} * {line}").trim_end().to_string())
                .collect();
            format!("{indent}/**\n{}\n{indent} */\n", body.join("\n"))
        }
    }
}
