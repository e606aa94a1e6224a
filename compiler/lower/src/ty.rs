//! The checker's types to those of the Ir: one entry for each concrete type.

use crate::ir::{ChanDir, Field, IntKind, NamedInfo, PackageId, Type, TypeId, TypeKind, TypeUses};
use crate::reach::Lowerer;
use goes_syntax::ast;
use goes_types::types::{Field as SourceField, Type as Source};
use goes_types::{BasicKind, NamedId, Object, TypeId as Ty};
use rustc_hash::{FxHashMap, FxHashSet};

/// Types that have been lowered.
#[derive(Default)]
pub(crate) struct TypeTable {
    by_type: FxHashMap<Ty, TypeId>,
    /// Defined types by declaration and type arguments.
    named: FxHashMap<(NamedId, Vec<TypeId>), TypeId>,
    /// Other types by structure. The package tells apart fields of equal names that are not exported.
    structural: FxHashMap<TypeKind, TypeId>,
    js_names: FxHashSet<(Option<PackageId>, String)>,
    texts: FxHashMap<Ty, std::rc::Rc<str>>,
    local_numbers: FxHashMap<NamedId, u32>,
}

impl Lowerer<'_, '_> {
    /// The type of the Ir for a type without type parameters.
    pub fn ty(&mut self, ty: Ty) -> TypeId {
        if let Some(&id) = self.types.by_type.get(&ty) {
            return id;
        }
        let id = match &*self.shared(ty) {
            Source::Named { decl, args } => return self.named_type(ty, *decl, args),
            Source::Tuple(types) if types.is_empty() => self.unit(),
            Source::Tuple(types) if types.len() == 1 => self.ty(types[0]),
            _ => {
                let kind = self.type_kind(ty);
                self.structural_type(ty, kind)
            }
        };
        self.types.by_type.insert(ty, id);
        id
    }

    /// The type of a call without results.
    pub fn unit(&mut self) -> TypeId {
        self.made_type(TypeKind::Unit, "()")
    }

    fn made_type(&mut self, kind: TypeKind, text: &str) -> TypeId {
        if let Some(&id) = self.types.structural.get(&kind) {
            return id;
        }
        let id = self.push_type(text.to_string(), kind.clone());
        self.types.structural.insert(kind, id);
        id
    }

    fn structural_type(&mut self, ty: Ty, kind: TypeKind) -> TypeId {
        if let Some(&id) = self.types.structural.get(&kind) {
            return id;
        }
        let text = self.type_text(ty).to_string();
        self.made_type(kind, &text)
    }

    fn push_type(&mut self, text: String, kind: TypeKind) -> TypeId {
        let id = TypeId(self.program.types.len() as u32);
        self.program.types.push(Type {
            text,
            kind,
            named: None,
            methods: Vec::new(),
            uses: TypeUses::default(),
        });
        id
    }

    /// The tuple of some types that have been lowered.
    pub fn tuple(&mut self, types: &[Ty]) -> TypeId {
        match types {
            [] => self.unit(),
            [one] => self.ty(*one),
            _ => {
                let tuple = self.checker.types.tuple_of(types);
                self.ty(tuple)
            }
        }
    }

    /// A defined type: entered in the tables before its parts are, which may refer to it.
    fn named_type(&mut self, ty: Ty, decl: NamedId, args: &[Ty]) -> TypeId {
        let key = (decl, args.iter().map(|&arg| self.ty(arg)).collect::<Vec<_>>());
        if let Some(&id) = self.types.named.get(&key) {
            self.types.by_type.insert(ty, id);
            return id;
        }
        let object = self.checker.types.named_decl(decl).object;
        let facts = self.object(object).clone();
        let text = self.type_text(ty).to_string();
        let id = self.push_type(text, TypeKind::Unit);
        self.types.by_type.insert(ty, id);
        self.types.named.insert(key, id);
        let package = facts.package.map(|package| PackageId(package.0));
        let mut js_name = facts.name.to_string();
        for &arg in args {
            js_name.push('$');
            js_name.push_str(&self.name_piece(arg));
        }
        let js_name = self.unique_type_name(package, js_name);
        let text = &self.program.types[id.0 as usize].text;
        let name = match (&facts.package, text.find('.')) {
            (Some(_), Some(dot)) => text[dot + 1..].to_string(),
            _ => text.clone(),
        };
        let doc = facts.package.and_then(|package| self.doc_at(package, facts.span));
        self.program.types[id.0 as usize].named = Some(NamedInfo {
            package,
            js_name,
            name,
            span: facts.span,
            doc,
        });
        let underlying = self.underlying(ty);
        let kind = match self.type_kind(underlying) {
            TypeKind::Int(IntKind::Uint) if self.is_held_as_uint64(&facts) => TypeKind::Int(IntKind::Uint64),
            kind => kind,
        };
        self.program.types[id.0 as usize].kind = kind;
        id
    }

    /// Whether a shim says of a type whose underlying type is uint that JavaScript holds its values as it does those
    /// of uint64, by `//js:uint64 Name`.
    fn is_held_as_uint64(&self, object: &Object) -> bool {
        let Some(package) = object.package else {
            return false;
        };
        let files = self.checker.packages[package.0 as usize].files;
        self.program.packages[package.0 as usize].is_std
            && files.iter().any(|file| {
                let mut directives = file.directives.iter();
                directives.any(|directive| {
                    directive.name == "js:uint64" && directive.args.trim() == object.name.as_str()
                })
            })
    }

    fn unique_type_name(&mut self, package: Option<PackageId>, wanted: String) -> String {
        let mut name = wanted.clone();
        let mut count = 0;
        while !self.types.js_names.insert((package, name.clone())) {
            count += 1;
            name = format!("{wanted}${count}");
        }
        name
    }

    fn type_kind(&mut self, ty: Ty) -> TypeKind {
        match &*self.shared(ty) {
            Source::Basic(kind) => basic_kind(*kind),
            Source::Array { len, elem } => TypeKind::Array {
                len: *len,
                elem: self.ty(*elem),
            },
            Source::Slice(elem) => TypeKind::Slice(self.ty(*elem)),
            Source::Struct(fields) => TypeKind::Struct(self.fields(fields)),
            Source::Pointer(elem) => TypeKind::Pointer(self.ty(*elem)),
            Source::Signature(signature) => TypeKind::Func {
                params: signature.params.iter().map(|&param| self.ty(param)).collect(),
                results: signature.results.iter().map(|&result| self.ty(result)).collect(),
                is_variadic: signature.is_variadic,
            },
            Source::Interface(_) => TypeKind::Interface(self.interface_methods(ty)),
            Source::Map { key, elem } => TypeKind::Map {
                key: self.ty(*key),
                elem: self.ty(*elem),
            },
            Source::Chan { dir, elem } => TypeKind::Chan {
                dir: chan_dir(*dir),
                elem: self.ty(*elem),
            },
            Source::Tuple(types) => TypeKind::Tuple(types.iter().map(|&ty| self.ty(ty)).collect()),
            // A type parameter that was not substituted, or a constraint: the caller has reported it.
            Source::Named { .. } | Source::TypeParam(_) | Source::Union(_) | Source::Invalid => {
                TypeKind::Unit
            }
        }
    }

    fn fields(&mut self, fields: &[SourceField]) -> Vec<Field> {
        let mut used = FxHashSet::default();
        let mut result = Vec::with_capacity(fields.len());
        for field in fields {
            let name = field.name.as_str();
            let plain = crate::interface::property_name(name);
            let mut js_name = plain.clone();
            let mut count = 0;
            while !used.insert(js_name.clone()) {
                count += 1;
                js_name = format!("{plain}${count}");
            }
            let is_exported = field.name.is_exported();
            result.push(Field {
                name: name.to_string(),
                js_name,
                ty: self.ty(field.ty),
                is_embedded: field.is_embedded,
                is_exported,
                tag: field.tag.map(|tag| tag.to_string()),
                package: field
                    .package
                    .filter(|_| !is_exported)
                    .map(|package| PackageId(package.0)),
                is_number: false,
                begins_array: false,
                owns_header: false,
                is_split: false,
            });
        }
        result
    }

    /// A type as reflection prints it.
    pub fn type_text(&mut self, ty: Ty) -> std::rc::Rc<str> {
        if let Some(text) = self.types.texts.get(&ty) {
            return text.clone();
        }
        let mut writer = Writer {
            cx: self,
            out: String::new(),
            is_argument: false,
        };
        writer.write(ty);
        let text: std::rc::Rc<str> = writer.out.into();
        self.types.texts.insert(ty, text.clone());
        text
    }

    /// The place of a type that a function declares among all those of its package, as gc numbers them.
    fn local_number(&mut self, decl: NamedId) -> Option<u32> {
        let object = self.checker.types.named_decl(decl).object;
        let facts = self.object(object);
        let package = facts.package.filter(|_| !facts.is_global)?;
        if !self.types.local_numbers.contains_key(&decl) {
            let mut locals: Vec<_> = (self.checker.types.named_decls())
                .map(|(id, named)| (self.object(named.object), id))
                .filter(|(object, _)| object.package == Some(package) && !object.is_global)
                .map(|(object, id)| (object.span.lo, id))
                .collect();
            locals.sort_unstable();
            let numbered = locals.into_iter().zip(1..).map(|((_, id), number)| (id, number));
            self.types.local_numbers.extend(numbered);
        }
        self.types.local_numbers.get(&decl).copied()
    }
}

/// Writes a type.
struct Writer<'w, 'l, 'a> {
    cx: &'w mut Lowerer<'l, 'a>,
    out: String,
    /// Within the brackets of an instance, where package paths stand instead of names, before the names of fields
    /// and methods that are not exported, too, and types that functions declare are told apart by a number.
    is_argument: bool,
}

impl Writer<'_, '_, '_> {
    fn write(&mut self, ty: Ty) {
        if !self.is_argument
            && let Some(text) = self.cx.types.texts.get(&ty)
        {
            return self.out.push_str(text);
        }
        match &*self.cx.shared(ty) {
            Source::Basic(kind) => self.out.push_str(basic_name(*kind)),
            Source::Array { len, elem } => {
                self.out.push_str(&format!("[{len}]"));
                self.write(*elem);
            }
            Source::Slice(elem) => {
                self.out.push_str("[]");
                self.write(*elem);
            }
            Source::Pointer(elem) => {
                self.out.push('*');
                self.write(*elem);
            }
            Source::Map { key, elem } => {
                self.out.push_str("map[");
                self.write(*key);
                self.out.push(']');
                self.write(*elem);
            }
            Source::Chan { dir, elem } => self.chan(*dir, *elem),
            Source::Struct(fields) => self.struct_type(fields),
            Source::Signature(_) => {
                self.out.push_str("func");
                self.signature(ty);
            }
            Source::Interface(_) => self.interface(ty),
            Source::Named { decl, args } => self.named(*decl, args),
            Source::Tuple(types) => {
                self.out.push('(');
                self.list(types, false);
                self.out.push(')');
            }
            Source::TypeParam(_) | Source::Union(_) | Source::Invalid => self.out.push('?'),
        }
    }

    fn list(&mut self, types: &[Ty], is_variadic: bool) {
        for (index, &ty) in types.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            match &*self.cx.shared(ty) {
                Source::Slice(elem) if is_variadic && index + 1 == types.len() => {
                    self.out.push_str("...");
                    self.write(*elem);
                }
                _ => self.write(ty),
            }
        }
    }

    fn signature(&mut self, ty: Ty) {
        let Some(signature) = self.cx.signature(ty) else {
            return;
        };
        self.out.push('(');
        self.list(&signature.params, signature.is_variadic);
        self.out.push(')');
        match &*signature.results {
            [] => {}
            [one] => {
                self.out.push(' ');
                self.write(*one);
            }
            many => {
                self.out.push_str(" (");
                self.list(many, false);
                self.out.push(')');
            }
        }
    }

    fn chan(&mut self, dir: ast::ChanDir, elem: Ty) {
        self.out.push_str(match dir {
            ast::ChanDir::Both => "chan ",
            ast::ChanDir::Send => "chan<- ",
            ast::ChanDir::Receive => "<-chan ",
        });
        let is_receive = matches!(
            &*self.cx.shared(elem),
            Source::Chan {
                dir: ast::ChanDir::Receive,
                ..
            }
        );
        if dir == ast::ChanDir::Both && is_receive {
            self.out.push('(');
            self.write(elem);
            self.out.push(')');
        } else {
            self.write(elem);
        }
    }

    fn struct_type(&mut self, fields: &[SourceField]) {
        self.out.push_str("struct {");
        for (index, field) in fields.iter().enumerate() {
            self.out.push_str(if index > 0 { "; " } else { " " });
            if !field.is_embedded {
                if self.is_argument && !field.name.is_exported() {
                    self.qualifier(field.package);
                }
                self.out.push_str(field.name.as_str());
                self.out.push(' ');
            }
            self.write(field.ty);
            if let Some(tag) = field.tag {
                self.out.push_str(&format!(" {}", quoted(tag.as_str())));
            }
        }
        self.out.push_str(if fields.is_empty() { "}" } else { " }" });
    }

    fn interface(&mut self, ty: Ty) {
        let methods = self.cx.method_set(ty);
        self.out.push_str("interface {");
        for (index, method) in methods.iter().enumerate() {
            self.out.push_str(if index > 0 { "; " } else { " " });
            self.qualifier(method.package.filter(|_| !method.name.is_exported()));
            self.out.push_str(method.name.as_str());
            self.signature(method.signature);
        }
        self.out.push_str(if methods.is_empty() { "}" } else { " }" });
    }

    /// The package before a name.
    fn qualifier(&mut self, package: Option<goes_types::PackageId>) {
        let Some(package) = package else {
            return;
        };
        let facts = &self.cx.checker.packages[package.0 as usize];
        let is_path = self.is_argument && facts.name != "main";
        self.out.push_str(if is_path { &facts.path } else { &facts.name });
        self.out.push('.');
    }

    /// The type arguments stand without spaces. Those of a generic function are arguments of the types that it
    /// declares.
    fn named(&mut self, decl: NamedId, args: &[Ty]) {
        let object = self.cx.checker.types.named_decl(decl).object;
        let facts = self.cx.object(object).clone();
        self.qualifier(facts.package);
        self.out.push_str(facts.name.as_str());
        let is_argument = std::mem::replace(&mut self.is_argument, true);
        for (index, &arg) in args.iter().enumerate() {
            self.out.push(if index == 0 { '[' } else { ',' });
            self.write(arg);
        }
        self.is_argument = is_argument;
        if !args.is_empty() {
            self.out.push(']');
        }
        if self.is_argument
            && let Some(number) = self.cx.local_number(decl)
        {
            self.out.push_str(&format!("·{number}"));
        }
    }
}

fn chan_dir(dir: ast::ChanDir) -> ChanDir {
    match dir {
        ast::ChanDir::Both => ChanDir::Both,
        ast::ChanDir::Send => ChanDir::Send,
        ast::ChanDir::Receive => ChanDir::Receive,
    }
}

/// As Go quotes struct tags: with double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Untyped values that have kept their kind take on the default type.
fn basic_kind(kind: BasicKind) -> TypeKind {
    use BasicKind as K;
    match kind {
        K::Bool | K::UntypedBool => TypeKind::Bool,
        K::Int | K::UntypedInt => TypeKind::Int(IntKind::Int),
        K::Int8 => TypeKind::Int(IntKind::Int8),
        K::Int16 => TypeKind::Int(IntKind::Int16),
        K::Int32 | K::UntypedRune => TypeKind::Int(IntKind::Int32),
        K::Int64 => TypeKind::Int(IntKind::Int64),
        K::Uint => TypeKind::Int(IntKind::Uint),
        K::Uint8 => TypeKind::Int(IntKind::Uint8),
        K::Uint16 => TypeKind::Int(IntKind::Uint16),
        K::Uint32 => TypeKind::Int(IntKind::Uint32),
        K::Uint64 => TypeKind::Int(IntKind::Uint64),
        K::Uintptr => TypeKind::Int(IntKind::Uintptr),
        K::Float32 => TypeKind::Float32,
        K::Float64 | K::UntypedFloat => TypeKind::Float64,
        K::Complex64 => TypeKind::Complex64,
        K::Complex128 | K::UntypedComplex => TypeKind::Complex128,
        K::String | K::UntypedString => TypeKind::String,
        K::UnsafePointer | K::UntypedNil => TypeKind::UnsafePointer,
    }
}

pub(crate) fn basic_name(kind: BasicKind) -> &'static str {
    use BasicKind as K;
    match kind {
        K::Bool | K::UntypedBool => "bool",
        K::Int | K::UntypedInt => "int",
        K::Int8 => "int8",
        K::Int16 => "int16",
        K::Int32 | K::UntypedRune => "int32",
        K::Int64 => "int64",
        K::Uint => "uint",
        K::Uint8 => "uint8",
        K::Uint16 => "uint16",
        K::Uint32 => "uint32",
        K::Uint64 => "uint64",
        K::Uintptr => "uintptr",
        K::Float32 => "float32",
        K::Float64 | K::UntypedFloat => "float64",
        K::Complex64 => "complex64",
        K::Complex128 | K::UntypedComplex => "complex128",
        K::String | K::UntypedString => "string",
        K::UnsafePointer => "unsafe.Pointer",
        K::UntypedNil => "nil",
    }
}
