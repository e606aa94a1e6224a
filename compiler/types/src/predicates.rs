//! Questions about types. Those about kinds of basic types hold for a type parameter if they hold for all
//! types of its type set.

use crate::checker::Checker;
use crate::env::Env;
use crate::types::{BasicKind, Signature, Type, TypeId};
use std::sync::Arc;

const BOOLEAN: u16 = 1;
const INTEGER: u16 = 2;
const UNSIGNED: u16 = 4;
const FLOAT: u16 = 8;
const COMPLEX: u16 = 16;
const STRING: u16 = 32;
const UNTYPED: u16 = 64;
const NUMERIC: u16 = INTEGER | FLOAT | COMPLEX;
const ORDERED: u16 = INTEGER | FLOAT | STRING;
const CONST: u16 = BOOLEAN | NUMERIC | STRING;

fn flags(kind: BasicKind) -> u16 {
    match kind {
        BasicKind::Bool => BOOLEAN,
        BasicKind::Int | BasicKind::Int8 | BasicKind::Int16 | BasicKind::Int32 | BasicKind::Int64 => INTEGER,
        BasicKind::Uint
        | BasicKind::Uint8
        | BasicKind::Uint16
        | BasicKind::Uint32
        | BasicKind::Uint64
        | BasicKind::Uintptr => INTEGER | UNSIGNED,
        BasicKind::Float32 | BasicKind::Float64 => FLOAT,
        BasicKind::Complex64 | BasicKind::Complex128 => COMPLEX,
        BasicKind::String => STRING,
        BasicKind::UnsafePointer => 0,
        BasicKind::UntypedBool => BOOLEAN | UNTYPED,
        BasicKind::UntypedInt | BasicKind::UntypedRune => INTEGER | UNTYPED,
        BasicKind::UntypedFloat => FLOAT | UNTYPED,
        BasicKind::UntypedComplex => COMPLEX | UNTYPED,
        BasicKind::UntypedString => STRING | UNTYPED,
        BasicKind::UntypedNil => UNTYPED,
    }
}

macro_rules! kind_predicates {
    ($($(#[$doc:meta])* $name:ident, $flags:expr;)*) => {
        impl Checker<'_> {
            $(
                $(#[$doc])*
                pub(crate) fn $name(&mut self, ty: TypeId) -> bool {
                    self.all_basic(ty, $flags)
                }
            )*
        }
    };
}

kind_predicates! {
    /// All types are boolean.
    is_boolean, BOOLEAN;
    /// All types are integers.
    is_integer, INTEGER;
    /// All types are unsigned integers.
    is_unsigned, UNSIGNED;
    /// All types are floating-point.
    is_float, FLOAT;
    /// All types are complex.
    is_complex, COMPLEX;
    /// All types are numeric.
    is_numeric, NUMERIC;
    /// All types are strings.
    is_string, STRING;
    /// spec: "The ordering operators <, <=, >, and >= apply to operands that are ordered."
    is_ordered, ORDERED;
}

impl<'a> Checker<'a> {
    /// The underlying type; declarations it depends on are resolved, and INVALID stands for a type that
    /// depends on itself. A type parameter's is its constraint's interface.
    pub fn underlying(&mut self, ty: TypeId) -> TypeId {
        loop {
            if let Some(underlying) = self.types.try_underlying(ty) {
                return underlying;
            }
            if !self.resolve_for_underlying(ty) {
                return TypeId::INVALID;
            }
        }
    }

    /// The structure of the underlying type.
    pub fn under(&mut self, ty: TypeId) -> Arc<Type> {
        let underlying = self.underlying(ty);
        self.types.shared(underlying)
    }

    fn one_basic(&mut self, ty: TypeId, wanted: u16) -> bool {
        if self.is_type_param(ty) {
            return false;
        }
        let underlying = self.underlying(ty);
        matches!(self.types.get(underlying), Type::Basic(kind) if flags(*kind) & wanted != 0)
    }

    fn all_basic(&mut self, ty: TypeId, wanted: u16) -> bool {
        if !self.is_type_param(ty) {
            return self.one_basic(ty, wanted);
        }
        match self.type_terms_underlying(ty) {
            Some(terms) => !terms.is_empty() && terms.iter().all(|&term| self.one_basic(term, wanted)),
            None => false,
        }
    }

    /// spec: "Constants [...] boolean, rune, integer, floating-point, complex, and string".
    pub(crate) fn is_const_type(&mut self, ty: TypeId) -> bool {
        self.one_basic(ty, CONST)
    }

    pub(crate) fn is_untyped(&self, ty: TypeId) -> bool {
        matches!(self.types.get(ty), Type::Basic(kind) if flags(*kind) & UNTYPED != 0)
    }

    pub(crate) fn is_untyped_numeric(&self, ty: TypeId) -> bool {
        matches!(self.types.get(ty), Type::Basic(kind) if flags(*kind) & UNTYPED != 0 && flags(*kind) & NUMERIC != 0)
    }

    /// An interface type; type parameters are none.
    pub fn is_interface(&mut self, ty: TypeId) -> bool {
        if self.is_type_param(ty) {
            return false;
        }
        let underlying = self.underlying(ty);
        matches!(self.types.get(underlying), Type::Interface(_))
    }

    pub(crate) fn is_type_param(&self, ty: TypeId) -> bool {
        matches!(self.types.get(ty), Type::TypeParam(_))
    }

    /// Whether the type has a name: predeclared types, defined types and type parameters.
    pub(crate) fn is_named(&self, ty: TypeId) -> bool {
        matches!(
            self.types.get(ty),
            Type::Basic(_) | Type::Named { .. } | Type::TypeParam(_)
        )
    }

    /// A generic type or function that lacks its type arguments.
    pub(crate) fn is_generic(&self, ty: TypeId) -> bool {
        match self.types.get(ty) {
            Type::Signature(signature) => !signature.type_params.is_empty(),
            _ => self.types.missing_type_args(ty).is_some(),
        }
    }

    /// Whether `nil` is a value of the type; of a type parameter: of all its types.
    pub(crate) fn has_nil(&mut self, ty: TypeId) -> bool {
        if self.is_type_param(ty) {
            return match self.type_terms_underlying(ty) {
                Some(terms) => !terms.is_empty() && terms.iter().all(|&term| self.has_nil(term)),
                None => false,
            };
        }
        let underlying = self.underlying(ty);
        match self.types.get(underlying) {
            Type::Basic(kind) => matches!(kind, BasicKind::UnsafePointer | BasicKind::UntypedNil),
            Type::Slice(_)
            | Type::Pointer(_)
            | Type::Signature(_)
            | Type::Interface(_)
            | Type::Map { .. }
            | Type::Chan { .. } => true,
            Type::Invalid
            | Type::Array { .. }
            | Type::Struct(_)
            | Type::Named { .. }
            | Type::TypeParam(_)
            | Type::Tuple(_)
            | Type::Union(_) => false,
        }
    }

    /// The type that an untyped value takes on where none is asked for.
    /// spec: "The default type of an untyped constant is bool, rune, int, float64, complex128, or string".
    pub(crate) fn default_type(&self, ty: TypeId) -> TypeId {
        let Type::Basic(kind) = self.types.get(ty) else {
            return ty;
        };
        match kind {
            BasicKind::UntypedBool => TypeId::basic(BasicKind::Bool),
            BasicKind::UntypedInt => TypeId::basic(BasicKind::Int),
            BasicKind::UntypedRune => TypeId::basic(BasicKind::Int32),
            BasicKind::UntypedFloat => TypeId::basic(BasicKind::Float64),
            BasicKind::UntypedComplex => TypeId::basic(BasicKind::Complex128),
            BasicKind::UntypedString => TypeId::basic(BasicKind::String),
            _ => ty,
        }
    }

    /// spec: "Two types are either identical (the same) or different."
    pub fn identical(&mut self, a: TypeId, b: TypeId) -> bool {
        if a == b {
            return true;
        }
        // Ids differ for identical types only where interfaces embed types that were incomplete, and for
        // generic function types.
        let is_generic =
            |ty: &Type| matches!(ty, Type::Signature(signature) if !signature.type_params.is_empty());
        let may_be = (self.types.has_lazy(a) || self.types.has_lazy(b))
            || (is_generic(self.types.get(a)) && is_generic(self.types.get(b)));
        may_be && self.identical_structure(a, b, &mut Vec::new())
    }

    fn identical_all(&mut self, a: &[TypeId], b: &[TypeId], seen: &mut Vec<(TypeId, TypeId)>) -> bool {
        a.len() == b.len()
            && a.iter()
                .zip(b)
                .all(|(&a, &b)| self.identical_structure(a, b, seen))
    }

    fn identical_structure(&mut self, a: TypeId, b: TypeId, seen: &mut Vec<(TypeId, TypeId)>) -> bool {
        if a == b || seen.contains(&(a, b)) {
            return true;
        }
        let (x, y) = (self.types.shared(a), self.types.shared(b));
        match (&*x, &*y) {
            (Type::Array { len: m, elem: a }, Type::Array { len: n, elem: b }) => {
                m == n && self.identical_structure(*a, *b, seen)
            }
            (Type::Slice(a), Type::Slice(b)) | (Type::Pointer(a), Type::Pointer(b)) => {
                self.identical_structure(*a, *b, seen)
            }
            (Type::Map { key: k, elem: a }, Type::Map { key: l, elem: b }) => {
                self.identical_structure(*k, *l, seen) && self.identical_structure(*a, *b, seen)
            }
            (Type::Chan { dir: d, elem: a }, Type::Chan { dir: e, elem: b }) => {
                d == e && self.identical_structure(*a, *b, seen)
            }
            (Type::Struct(f), Type::Struct(g)) => {
                f.len() == g.len()
                    && f.iter().zip(g).all(|(f, g)| {
                        f.name == g.name
                            && f.package == g.package
                            && f.is_embedded == g.is_embedded
                            && f.tag == g.tag
                            && self.identical_structure(f.ty, g.ty, seen)
                    })
            }
            (Type::Named { decl: d, args: a }, Type::Named { decl: e, args: b }) => {
                d == e && self.identical_all(a, b, seen)
            }
            (Type::Tuple(a), Type::Tuple(b)) => self.identical_all(a, b, seen),
            (Type::Signature(f), Type::Signature(g)) => self.identical_signatures(f, g, seen),
            (Type::Interface(_), Type::Interface(_)) => {
                seen.push((a, b));
                let (s, t) = (self.type_set(a), self.type_set(b));
                s.is_comparable == t.is_comparable
                    && s.terms == t.terms
                    && s.methods.len() == t.methods.len()
                    && s.methods.iter().zip(&t.methods).all(|(m, n)| {
                        m.name == n.name
                            && m.package == n.package
                            && self.identical_structure(m.signature, n.signature, seen)
                    })
            }
            _ => false,
        }
    }

    /// spec: "Two function types are identical if they have the same number of parameters and result
    /// values, corresponding parameter and result types are identical".
    fn identical_signatures(
        &mut self,
        f: &Signature,
        g: &Signature,
        seen: &mut Vec<(TypeId, TypeId)>,
    ) -> bool {
        if f.is_variadic != g.is_variadic || f.type_params.len() != g.type_params.len() {
            return false;
        }
        if f.type_params.is_empty() {
            return self.identical_all(&f.params, &g.params, seen)
                && self.identical_all(&f.results, &g.results, seen);
        }
        let to: Vec<TypeId> = f
            .type_params
            .iter()
            .map(|&param| self.types.intern(Type::TypeParam(param)))
            .collect();
        let with = crate::subst::Substitution::new(&g.type_params, &to);
        for (&p, &q) in f.type_params.iter().zip(&g.type_params) {
            let (p, q) = (
                self.types.type_param(p).constraint,
                self.types.type_param(q).constraint,
            );
            let q = self.types.subst(q, &with);
            if !self.identical_structure(p, q, seen) {
                return false;
            }
        }
        let params = self.types.subst_all(&g.params, &with);
        let results = self.types.subst_all(&g.results, &with);
        self.identical_all(&f.params, &params, seen) && self.identical_all(&f.results, &results, seen)
    }

    /// [`Checker::identical`] but for struct tags.
    /// spec: "ignoring struct tags [...] x's type and T [...] have identical underlying types."
    pub(crate) fn identical_ignoring_tags(&mut self, a: TypeId, b: TypeId) -> bool {
        if self.identical(a, b) {
            return true;
        }
        let (a, b) = (self.without_tags(a), self.without_tags(b));
        self.identical(a, b)
    }

    /// The type with all tags of struct literals in it left out.
    fn without_tags(&mut self, ty: TypeId) -> TypeId {
        let all = |checker: &mut Self, types: &[TypeId]| -> Box<[TypeId]> {
            types.iter().map(|&ty| checker.without_tags(ty)).collect()
        };
        let plain = match &*self.types.shared(ty) {
            Type::Array { len, elem } => Type::Array {
                len: *len,
                elem: self.without_tags(*elem),
            },
            Type::Slice(elem) => Type::Slice(self.without_tags(*elem)),
            Type::Pointer(elem) => Type::Pointer(self.without_tags(*elem)),
            Type::Map { key, elem } => Type::Map {
                key: self.without_tags(*key),
                elem: self.without_tags(*elem),
            },
            Type::Chan { dir, elem } => Type::Chan {
                dir: *dir,
                elem: self.without_tags(*elem),
            },
            Type::Struct(fields) => Type::Struct(
                fields
                    .iter()
                    .map(|field| crate::types::Field {
                        ty: self.without_tags(field.ty),
                        tag: None,
                        ..field.clone()
                    })
                    .collect(),
            ),
            Type::Signature(signature) => Type::Signature(Signature {
                params: all(self, &signature.params),
                results: all(self, &signature.results),
                ..signature.clone()
            }),
            _ => return ty,
        };
        self.types.intern(plain)
    }

    /// An interface that only constraints may use.
    pub(crate) fn is_constraint_interface(&mut self, ty: TypeId) -> bool {
        self.is_interface(ty) && !self.type_set(ty).is_basic()
    }

    /// Whether `==` applies to values of the type; interfaces may panic.
    /// spec: "Interface types that are not type parameters are comparable."
    pub fn comparable(&mut self, ty: TypeId) -> bool {
        self.comparable_type(ty, true, &mut Vec::new())
    }

    /// spec: "A type is strictly comparable if it is comparable and not an interface type nor composed of
    /// interface types."
    pub(crate) fn strictly_comparable(&mut self, ty: TypeId) -> bool {
        self.comparable_type(ty, false, &mut Vec::new())
    }

    fn comparable_type(&mut self, ty: TypeId, is_dynamic: bool, seen: &mut Vec<TypeId>) -> bool {
        if seen.contains(&ty) {
            return true;
        }
        seen.push(ty);
        if self.is_type_param(ty) {
            return self.comparable_set(ty, seen);
        }
        match &*self.under(ty) {
            Type::Basic(kind) => *kind != BasicKind::UntypedNil,
            Type::Pointer(_) | Type::Chan { .. } | Type::Invalid => true,
            Type::Interface(_) => is_dynamic || self.comparable_set(ty, seen),
            Type::Struct(fields) => fields
                .iter()
                .all(|field| self.comparable_type(field.ty, is_dynamic, seen)),
            Type::Array { elem, .. } => self.comparable_type(*elem, is_dynamic, seen),
            Type::Slice(_)
            | Type::Signature(_)
            | Type::Map { .. }
            | Type::Named { .. }
            | Type::TypeParam(_)
            | Type::Tuple(_)
            | Type::Union(_) => false,
        }
    }

    /// Whether all types of a type set are comparable.
    fn comparable_set(&mut self, ty: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let set = self.type_set(ty);
        match &set.terms {
            None => set.is_comparable,
            Some(terms) => terms
                .iter()
                .all(|term| self.comparable_type(term.ty, false, seen)),
        }
    }

    /// Why a type is not comparable, for the parenthesis of a message; empty where there is nothing to add.
    pub(crate) fn why_not_comparable(&mut self, env: &Env, ty: TypeId) -> String {
        if self.is_type_param(ty) {
            return "incomparable types in type set".to_owned();
        }
        match &*self.under(ty) {
            Type::Slice(_) => "slice can only be compared to nil".to_owned(),
            Type::Signature(_) => "func can only be compared to nil".to_owned(),
            Type::Map { .. } => "map can only be compared to nil".to_owned(),
            Type::Struct(fields) => {
                for field in fields {
                    if !self.comparable(field.ty) {
                        return format!(
                            "struct containing {} cannot be compared",
                            self.ty_string(env, field.ty)
                        );
                    }
                }
                String::new()
            }
            Type::Array { .. } => format!("{} cannot be compared", self.ty_string(env, ty)),
            _ => String::new(),
        }
    }
}
