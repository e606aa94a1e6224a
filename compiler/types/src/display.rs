//! Types and objects as gc prints them.

use crate::checker::{Checker, Package, PackageId};
use crate::env::Env;
use crate::object::{ObjectId, ObjectKind, VarKind};
use crate::types::{BasicKind, Interface, Type, TypeId, TypeParamId};
use goes_syntax::ast::{ChanDir, Symbol};
use rustc_hash::FxHashSet;
use std::fmt::Write;

/// How the program wrote types that have two names when it last mentioned them. gc remembers it for each
/// occurrence, but here types are interned.
#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    pub is_byte: bool,
    pub is_rune: bool,
    pub is_any: bool,
}

impl Default for Spelling {
    fn default() -> Spelling {
        Spelling {
            is_byte: true,
            is_rune: true,
            is_any: true,
        }
    }
}

impl BasicKind {
    pub fn name(self) -> &'static str {
        match self {
            BasicKind::Bool => "bool",
            BasicKind::Int => "int",
            BasicKind::Int8 => "int8",
            BasicKind::Int16 => "int16",
            BasicKind::Int32 => "int32",
            BasicKind::Int64 => "int64",
            BasicKind::Uint => "uint",
            BasicKind::Uint8 => "uint8",
            BasicKind::Uint16 => "uint16",
            BasicKind::Uint32 => "uint32",
            BasicKind::Uint64 => "uint64",
            BasicKind::Uintptr => "uintptr",
            BasicKind::Float32 => "float32",
            BasicKind::Float64 => "float64",
            BasicKind::Complex64 => "complex64",
            BasicKind::Complex128 => "complex128",
            BasicKind::String => "string",
            BasicKind::UnsafePointer => "unsafe.Pointer",
            BasicKind::UntypedBool => "untyped bool",
            BasicKind::UntypedInt => "untyped int",
            BasicKind::UntypedRune => "untyped rune",
            BasicKind::UntypedFloat => "untyped float",
            BasicKind::UntypedComplex => "untyped complex",
            BasicKind::UntypedString => "untyped string",
            BasicKind::UntypedNil => "untyped nil",
        }
    }
}

/// How the packages of types are shown.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Qualifier {
    /// By their names, and that of the given package not at all.
    RelativeTo(PackageId),
    ImportPath,
    /// By the path that the linker knows: `main` for a program.
    LinkPath,
}

struct Writer<'w, 'a> {
    checker: &'w Checker<'a>,
    qualifier: Qualifier,
    /// Whether function types show what their parameters are called.
    has_names: bool,
    /// The interfaces that are being written.
    open: Vec<TypeId>,
    out: String,
}

impl<'a> Checker<'a> {
    /// The type as gc prints it in messages about the given package.
    pub fn type_string(&self, ty: TypeId, relative_to: PackageId) -> String {
        let mut writer = Writer {
            checker: self,
            qualifier: Qualifier::RelativeTo(relative_to),
            has_names: true,
            open: Vec::new(),
            out: String::new(),
        };
        writer.ty(ty);
        writer.out
    }

    /// The type with the import paths of packages, as go vet prints it.
    pub fn path_type_string(&self, ty: TypeId) -> String {
        let mut writer = Writer {
            checker: self,
            qualifier: Qualifier::ImportPath,
            has_names: true,
            open: Vec::new(),
            out: String::new(),
        };
        writer.ty(ty);
        writer.out
    }

    /// The type as gc prints it where it forgets which package a message is about.
    pub(crate) fn link_type_string(&self, ty: TypeId) -> String {
        let mut writer = Writer {
            checker: self,
            qualifier: Qualifier::LinkPath,
            has_names: true,
            open: Vec::new(),
            out: String::new(),
        };
        writer.ty(ty);
        writer.out
    }

    pub(crate) fn ty_string(&self, env: &Env, ty: TypeId) -> String {
        self.type_string(ty, env.package)
    }

    /// `name(int) string`, for a method of the given signature.
    pub(crate) fn func_string(&self, package: PackageId, name: &str, signature: TypeId) -> String {
        let mut writer = Writer {
            checker: self,
            qualifier: Qualifier::RelativeTo(package),
            has_names: false,
            open: Vec::new(),
            out: name.to_owned(),
        };
        writer.signature(signature);
        writer.out
    }

    /// The name of a package-level type with its package, as messages about `relative_to` need it.
    pub(crate) fn qualified_name(&self, object: ObjectId, relative_to: PackageId) -> String {
        let mut writer = Writer {
            checker: self,
            qualifier: Qualifier::RelativeTo(relative_to),
            has_names: true,
            open: Vec::new(),
            out: String::new(),
        };
        writer.object_name(object);
        writer.out
    }

    /// Whether a package that `from` imports, directly or not, has the same name as `package`.
    fn has_namesake(&self, from: &Package<'_>, package: &Package<'_>) -> bool {
        let mut seen: FxHashSet<PackageId> = from.imports.iter().copied().collect();
        let mut work = from.imports.clone();
        while let Some(id) = work.pop() {
            let other = self.package(id);
            if other.name == package.name && other.path != package.path {
                return true;
            }
            work.extend(other.imports.iter().filter(|&&import| seen.insert(import)));
        }
        false
    }

    /// The object as gc prints it: `var x int`, `func p.f(int) string`.
    pub(crate) fn object_string(&self, env: &Env, id: ObjectId) -> String {
        let object = self.object(id);
        let word = match &object.kind {
            ObjectKind::PkgName { .. } => "package",
            ObjectKind::Const { .. } => "const",
            ObjectKind::TypeName { .. } => "type",
            ObjectKind::Var(VarKind::Field) => "field",
            ObjectKind::Var(_) => "var",
            ObjectKind::Func { .. } => "func",
            ObjectKind::Label => "label",
            ObjectKind::Builtin(_) => "builtin",
            ObjectKind::Nil => return "nil".to_owned(),
        };
        let mut writer = Writer {
            checker: self,
            qualifier: Qualifier::RelativeTo(env.package),
            has_names: false,
            open: Vec::new(),
            out: format!("{word} "),
        };
        writer.object_name(id);
        match (&object.kind, self.types.get(object.ty)) {
            (ObjectKind::Func { .. }, Type::Signature(_)) => writer.signature(object.ty),
            (ObjectKind::Const { .. } | ObjectKind::Var(_), _) => {
                writer.out.push(' ');
                writer.ty(object.ty);
            }
            _ => {}
        }
        writer.out
    }

    /// What kind of thing an object is, in words.
    pub(crate) fn object_kind(&self, id: ObjectId) -> &'static str {
        match &self.object(id).kind {
            ObjectKind::PkgName { .. } => "package name",
            ObjectKind::Const { .. } => "constant",
            ObjectKind::TypeName { is_alias: true, .. } => "type alias",
            ObjectKind::TypeName { .. } => {
                if let Type::TypeParam(_) = self.types.get(self.object(id).ty) {
                    "type parameter"
                } else {
                    "defined type"
                }
            }
            ObjectKind::Var(VarKind::Package) => "package-level variable",
            ObjectKind::Var(VarKind::Local) => "local variable",
            ObjectKind::Var(VarKind::Param) => "parameter",
            ObjectKind::Var(VarKind::Result) => "result variable",
            ObjectKind::Var(VarKind::Field) => "struct field",
            ObjectKind::Func {
                receiver: Some(_), ..
            } => "method",
            ObjectKind::Func { .. } => "function",
            ObjectKind::Label => "label",
            ObjectKind::Builtin(_) => "built-in function",
            ObjectKind::Nil => "untyped nil",
        }
    }
}

impl Writer<'_, '_> {
    fn ty(&mut self, ty: TypeId) {
        let checker = self.checker;
        match checker.types.get(ty) {
            Type::Invalid => self.out.push_str("invalid type"),
            Type::Basic(kind) => self.basic(*kind),
            Type::Array { len, elem } => {
                let _ = write!(self.out, "[{len}]");
                self.ty(*elem);
            }
            Type::Slice(elem) => {
                self.out.push_str("[]");
                self.ty(*elem);
            }
            Type::Struct(fields) => self.struct_type(fields),
            Type::Pointer(elem) => {
                self.out.push('*');
                self.ty(*elem);
            }
            Type::Signature(_) => {
                self.out.push_str("func");
                self.signature(ty);
            }
            Type::Interface(interface) => self.interface(ty, interface),
            Type::Map { key, elem } => {
                self.out.push_str("map[");
                self.ty(*key);
                self.out.push(']');
                self.ty(*elem);
            }
            Type::Chan { dir, elem } => self.chan(*dir, *elem),
            Type::Named { decl, args } => {
                let named = checker.types.named_decl(*decl);
                self.object_name(named.object);
                let args = &args[named.outer_type_params.len().min(args.len())..];
                if !args.is_empty() {
                    self.out.push('[');
                    self.list(args, ",");
                    self.out.push(']');
                } else if !named.type_params.is_empty() {
                    self.type_params(&named.type_params);
                }
            }
            Type::TypeParam(param) => self.type_param(*param),
            Type::Tuple(types) => {
                let names = checker.types.param_names.get(&ty).filter(|_| self.has_names);
                self.params(types, names.map_or(&[], |names| &names.results), false);
            }
            Type::Union(terms) => {
                for (index, term) in terms.iter().enumerate() {
                    if index > 0 {
                        self.out.push_str(" | ");
                    }
                    if term.is_tilde {
                        self.out.push('~');
                    }
                    self.ty(term.ty);
                }
            }
        }
    }

    fn basic(&mut self, kind: BasicKind) {
        let spelling = &self.checker.spelling;
        let name = match kind {
            BasicKind::Uint8 if spelling.is_byte => "byte",
            BasicKind::Int32 if spelling.is_rune => "rune",
            _ => kind.name(),
        };
        self.out.push_str(name);
    }

    fn list(&mut self, types: &[TypeId], separator: &str) {
        for (index, &ty) in types.iter().enumerate() {
            if index > 0 {
                self.out.push_str(separator);
            }
            self.ty(ty);
        }
    }

    fn struct_type(&mut self, fields: &[crate::types::Field]) {
        self.out.push_str("struct{");
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.out.push_str("; ");
            }
            if !field.is_embedded {
                let _ = write!(self.out, "{} ", field.name);
            }
            self.ty(field.ty);
            if let Some(tag) = field.tag {
                let _ = write!(self.out, " {:?}", tag.as_str());
            }
        }
        self.out.push('}');
    }

    fn interface(&mut self, ty: TypeId, interface: &Interface) {
        let is_empty = interface.methods.is_empty() && interface.embedded.is_empty();
        if is_empty && !interface.is_comparable {
            self.out.push_str(if self.checker.spelling.is_any {
                "any"
            } else {
                "interface{}"
            });
            return;
        }
        if let ([only], true) = (&*interface.embedded, interface.is_implicit) {
            return self.ty(*only);
        }
        let written = self.checker.types.written_interfaces.get(&ty);
        // An element that amounts to the interface itself is the same type.
        let written = written.filter(|_| !self.open.contains(&ty));
        self.open.push(ty);
        let (methods, elements) = match written {
            Some(written) => (&written.methods, &written.elements),
            None => (&interface.methods, &interface.embedded),
        };
        self.out.push_str("interface{");
        let start = self.out.len();
        if interface.is_comparable && written.is_none() {
            self.out.push_str("comparable");
        }
        for method in methods {
            self.separate(start);
            self.out.push_str(method.name.as_str());
            self.signature(method.signature);
        }
        for &element in elements {
            self.separate(start);
            self.ty(element);
        }
        self.out.push('}');
        self.open.pop();
    }

    /// A semicolon, unless nothing has been written since `start`.
    fn separate(&mut self, start: usize) {
        if self.out.len() > start {
            self.out.push_str("; ");
        }
    }

    /// gc shows where a type parameter is declared that hides a predeclared name.
    fn type_param(&mut self, param: TypeParamId) {
        let checker = self.checker;
        let decl = checker.types.type_param(param);
        self.out.push_str(decl.name.as_str());
        let predeclared = &checker.scopes[checker.universe.0 as usize].names;
        if predeclared.contains_key(&decl.name)
            && let Some(at) = checker.position_text(checker.object(decl.object).span)
        {
            let _ = write!(self.out, " /* with {} declared at {at} */", decl.name);
        }
    }

    fn chan(&mut self, dir: ChanDir, elem: TypeId) {
        let is_receive = matches!(
            self.checker.types.get(elem),
            Type::Chan {
                dir: ChanDir::Receive,
                ..
            }
        );
        match dir {
            ChanDir::Both if is_receive => {
                self.out.push_str("chan (");
                self.ty(elem);
                self.out.push(')');
                return;
            }
            ChanDir::Both => self.out.push_str("chan "),
            ChanDir::Send => self.out.push_str("chan<- "),
            ChanDir::Receive => self.out.push_str("<-chan "),
        }
        self.ty(elem);
    }

    fn signature(&mut self, ty: TypeId) {
        let checker = self.checker;
        let Type::Signature(signature) = checker.types.get(ty) else {
            return;
        };
        let names = checker.types.param_names.get(&ty).filter(|_| self.has_names);
        let (params, results): (&[_], &[_]) =
            names.map_or((&[], &[]), |names| (&names.params, &names.results));
        if !signature.type_params.is_empty() {
            self.type_params(&signature.type_params);
        }
        self.params(&signature.params, params, signature.is_variadic);
        match &*signature.results {
            [] => {}
            [one] if results.iter().all(Option::is_none) => {
                self.out.push(' ');
                self.ty(*one);
            }
            many => {
                self.out.push(' ');
                self.params(many, results, false);
            }
        }
    }

    fn params(&mut self, params: &[TypeId], names: &[Option<Symbol>], is_variadic: bool) {
        self.out.push('(');
        for (index, &param) in params.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            if let Some(Some(name)) = names.get(index) {
                let _ = write!(self.out, "{name} ");
            }
            if is_variadic && index + 1 == params.len() {
                self.out.push_str("...");
                match *self.checker.types.get(param) {
                    Type::Slice(elem) => self.ty(elem),
                    // append([]byte, string...)
                    _ => self.ty(param),
                }
            } else {
                self.ty(param);
            }
        }
        self.out.push(')');
    }

    /// `[K comparable, V any]`
    fn type_params(&mut self, params: &[TypeParamId]) {
        self.out.push('[');
        let checker = self.checker;
        for (index, &param) in params.iter().enumerate() {
            let param = checker.types.type_param(param);
            if index > 0 {
                let previous = checker.types.type_param(params[index - 1]);
                if previous.constraint != param.constraint {
                    self.out.push(' ');
                    self.constraint(previous.constraint);
                }
                self.out.push_str(", ");
            }
            self.out.push_str(param.name.as_str());
        }
        if let Some(&last) = params.last() {
            self.out.push(' ');
            self.constraint(checker.types.type_param(last).constraint);
        }
        self.out.push(']');
    }

    /// Constraints are rarely written `interface{}`.
    fn constraint(&mut self, ty: TypeId) {
        if ty == self.checker.any_type {
            self.out.push_str("any");
        } else {
            self.ty(ty);
        }
    }

    fn object_name(&mut self, id: ObjectId) {
        let checker = self.checker;
        let object = checker.object(id);
        if let Some(package) = object.package
            && self.qualifier != Qualifier::RelativeTo(package)
            && !matches!(
                object.kind,
                ObjectKind::Var(VarKind::Local | VarKind::Param | VarKind::Result | VarKind::Field)
            )
        {
            let package = checker.package(package);
            match self.qualifier {
                Qualifier::ImportPath => self.out.push_str(&package.path),
                // Files that were named on the command line have no path.
                Qualifier::LinkPath if package.name == "main" || package.path == "command-line-arguments" => {
                    self.out.push_str(&package.name);
                }
                Qualifier::LinkPath => self.out.push_str(&package.path),
                Qualifier::RelativeTo(from) => {
                    let is_ambiguous = checker
                        .packages
                        .get(from.0 as usize)
                        .is_some_and(|from| from.name == package.name || checker.has_namesake(from, package));
                    if is_ambiguous {
                        let _ = write!(self.out, "{:?}", package.path);
                    } else {
                        self.out.push_str(&package.name);
                    }
                }
            }
            self.out.push('.');
        }
        self.out.push_str(object.name.as_str());
    }
}
