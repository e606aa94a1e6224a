//! The predeclared identifiers, and package unsafe.

use crate::checker::{Checker, PackageId};
use crate::constant::Value;
use crate::object::{Builtin, Object, ObjectId, ObjectKind};
use crate::scope::ScopeId;
use crate::types::{BasicKind, Interface, Method, Type, TypeId};
use goes_source::Span;
use goes_syntax::ast::Symbol;
use num_bigint::BigInt;

const BASIC_TYPES: [(&str, BasicKind); 19] = [
    ("bool", BasicKind::Bool),
    ("int", BasicKind::Int),
    ("int8", BasicKind::Int8),
    ("int16", BasicKind::Int16),
    ("int32", BasicKind::Int32),
    ("int64", BasicKind::Int64),
    ("uint", BasicKind::Uint),
    ("uint8", BasicKind::Uint8),
    ("uint16", BasicKind::Uint16),
    ("uint32", BasicKind::Uint32),
    ("uint64", BasicKind::Uint64),
    ("uintptr", BasicKind::Uintptr),
    ("float32", BasicKind::Float32),
    ("float64", BasicKind::Float64),
    ("complex64", BasicKind::Complex64),
    ("complex128", BasicKind::Complex128),
    ("string", BasicKind::String),
    // spec: "byte alias for uint8", "rune alias for int32".
    ("byte", BasicKind::Uint8),
    ("rune", BasicKind::Int32),
];

const BUILTINS: [(&str, Builtin); 18] = [
    ("append", Builtin::Append),
    ("cap", Builtin::Cap),
    ("clear", Builtin::Clear),
    ("close", Builtin::Close),
    ("complex", Builtin::Complex),
    ("copy", Builtin::Copy),
    ("delete", Builtin::Delete),
    ("imag", Builtin::Imag),
    ("len", Builtin::Len),
    ("make", Builtin::Make),
    ("max", Builtin::Max),
    ("min", Builtin::Min),
    ("new", Builtin::New),
    ("panic", Builtin::Panic),
    ("print", Builtin::Print),
    ("println", Builtin::Println),
    ("real", Builtin::Real),
    ("recover", Builtin::Recover),
];

const UNSAFE_BUILTINS: [(&str, Builtin); 8] = [
    ("Add", Builtin::UnsafeAdd),
    ("Alignof", Builtin::UnsafeAlignof),
    ("Offsetof", Builtin::UnsafeOffsetof),
    ("Sizeof", Builtin::UnsafeSizeof),
    ("Slice", Builtin::UnsafeSlice),
    ("SliceData", Builtin::UnsafeSliceData),
    ("String", Builtin::UnsafeString),
    ("StringData", Builtin::UnsafeStringData),
];

impl Checker<'_> {
    /// spec: "The following identifiers are implicitly declared in the universe block".
    pub(crate) fn declare_universe(&mut self) {
        for (name, kind) in BASIC_TYPES {
            self.predeclare(
                name,
                TypeId::basic(kind),
                type_name(name == "byte" || name == "rune"),
            );
        }
        self.any_type = self.types.empty_interface();
        self.predeclare("any", self.any_type, type_name(true));
        self.declare_error();
        self.declare_comparable();
        for (name, value) in [("true", true), ("false", false)] {
            let kind = ObjectKind::Const {
                value: Value::Bool(value),
            };
            self.predeclare(name, TypeId::basic(BasicKind::UntypedBool), kind);
        }
        let iota = ObjectKind::Const {
            value: Value::Int(BigInt::from(0)),
        };
        self.iota_object = self.predeclare("iota", TypeId::basic(BasicKind::UntypedInt), iota);
        self.predeclare("nil", TypeId::basic(BasicKind::UntypedNil), ObjectKind::Nil);
        for (name, builtin) in BUILTINS {
            self.predeclare(name, TypeId::INVALID, ObjectKind::Builtin(builtin));
        }
    }

    fn predeclare(&mut self, name: &str, ty: TypeId, kind: ObjectKind) -> ObjectId {
        self.declare_builtin_object(self.universe, None, name, ty, kind)
    }

    fn declare_builtin_object(
        &mut self,
        scope: ScopeId,
        package: Option<PackageId>,
        name: &str,
        ty: TypeId,
        kind: ObjectKind,
    ) -> ObjectId {
        let name = Symbol::new(name);
        let object = self.new_object(Object {
            name,
            package,
            ty,
            span: Span::default(),
            kind,
            is_global: false,
        });
        self.scopes[scope.0 as usize].names.insert(name, object);
        object
    }

    /// spec: "type error interface { Error() string }".
    fn declare_error(&mut self) {
        let object = self.predeclare("error", TypeId::INVALID, type_name(false));
        let (decl, ty) = self.types.new_named(object, &[]);
        let signature = self
            .types
            .signature_of(&[], &[TypeId::basic(BasicKind::String)], false);
        let method = Method {
            name: Symbol::new("Error"),
            package: None,
            signature,
        };
        let underlying = self.types.interface_of(vec![method], &[], false);
        self.types.named_decl_mut(decl).underlying = Some(underlying);
        self.object_mut(object).ty = ty;
        self.error_type = ty;
    }

    /// spec: "The predeclared interface type comparable denotes the set of all non-interface types that
    /// are strictly comparable."
    fn declare_comparable(&mut self) {
        let object = self.predeclare("comparable", TypeId::INVALID, type_name(false));
        let (decl, ty) = self.types.new_named(object, &[]);
        let underlying = self.types.intern(Type::Interface(Interface {
            methods: Box::default(),
            embedded: Box::default(),
            is_comparable: true,
            is_implicit: false,
        }));
        self.types.named_decl_mut(decl).underlying = Some(underlying);
        self.object_mut(object).ty = ty;
        self.comparable_type = ty;
    }

    /// spec: "The built-in package unsafe, known to the compiler and accessible through the import path
    /// "unsafe"".
    pub(crate) fn declare_unsafe(&mut self, package: PackageId, scope: ScopeId) {
        let pointer = TypeId::basic(BasicKind::UnsafePointer);
        self.declare_builtin_object(scope, Some(package), "Pointer", pointer, type_name(false));
        for (name, builtin) in UNSAFE_BUILTINS {
            self.declare_builtin_object(
                scope,
                Some(package),
                name,
                TypeId::INVALID,
                ObjectKind::Builtin(builtin),
            );
        }
    }
}

fn type_name(is_alias: bool) -> ObjectKind {
    ObjectKind::TypeName {
        is_alias,
        type_params: Vec::new(),
    }
}
