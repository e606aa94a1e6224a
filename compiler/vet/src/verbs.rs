//! Which types of arguments the verbs of fmt take.

use crate::pass::{Pass, as_ident, unparen};
use goes_syntax::ast::{ExprKind, ExprNode, UnaryOp};
use goes_types::{BasicKind, Type, TypeId};

/// A set of kinds of values.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(crate) struct Kinds(u16);

impl Kinds {
    const BOOL: Kinds = Kinds(1);
    const BYTE: Kinds = Kinds(2);
    pub const INT: Kinds = Kinds(4);
    const RUNE: Kinds = Kinds(8);
    pub const STRING: Kinds = Kinds(16);
    const FLOAT: Kinds = Kinds(32);
    const COMPLEX: Kinds = Kinds(64);
    const POINTER: Kinds = Kinds(128);
    pub const ERROR: Kinds = Kinds(256);
    pub const ANY: Kinds = Kinds(u16::MAX);

    const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    pub fn has(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// A verb's flags, and what it formats; `None` if there is no such verb.
pub(crate) fn verb(verb: char, version: (u32, u32)) -> Option<(&'static str, Kinds)> {
    const NUMBER: &str = " -+.0";
    const ALL: &str = " -+.0#";
    const REAL: Kinds = Kinds::FLOAT.or(Kinds::COMPLEX);
    const ADDRESS: Kinds = Kinds::INT.or(Kinds::POINTER);
    const HEX: Kinds = ADDRESS.or(Kinds::RUNE).or(Kinds::STRING).or(REAL);
    const CHARACTER: Kinds = Kinds::RUNE.or(Kinds::INT);
    Some(match verb {
        '%' => ("", Kinds(0)),
        'b' => (ALL, ADDRESS.or(REAL)),
        'c' => ("-", CHARACTER),
        // Since then pointers are not printed as numbers.
        'd' if version >= (1, 27) => (NUMBER, Kinds::INT),
        'd' => (NUMBER, ADDRESS),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => (ALL, REAL),
        'o' | 'O' => (ALL, ADDRESS),
        'p' => ("-#", Kinds::POINTER),
        // Since then only what is a character may be quoted as one.
        'q' if version >= (1, 26) => (ALL, Kinds::RUNE.or(Kinds::BYTE).or(Kinds::STRING)),
        'q' => (ALL, CHARACTER.or(Kinds::STRING)),
        's' => (NUMBER, Kinds::STRING),
        't' => ("-", Kinds::BOOL),
        'T' => ("-", Kinds::ANY),
        'U' => ("-#", CHARACTER),
        'v' => (ALL, Kinds::ANY),
        'w' => (ALL, Kinds::ERROR),
        'x' | 'X' => (ALL, HEX),
        _ => return None,
    })
}

/// Whether the type may have a method of its own for formatting.
pub(crate) fn is_formatter(pass: &mut Pass<'_, '_>, ty: TypeId) -> bool {
    let is_param = matches!(pass.checker.types.get(ty), Type::TypeParam(_));
    if pass.checker.is_interface(ty) && !is_param {
        return true;
    }
    let Some(signature) = pass.method(ty, "Format") else {
        return false;
    };
    match &*pass.checker.types.shared(signature) {
        Type::Signature(signature) => match (&signature.params[..], &signature.results[..]) {
            ([state, verb], []) => {
                pass.is_named(*state, "fmt", "State") && *verb == TypeId::basic(BasicKind::Int32)
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether values are printed through `Error() string` or `String() string`.
fn is_stringer(pass: &mut Pass<'_, '_>, ty: TypeId) -> bool {
    ["Error", "String"]
        .into_iter()
        .any(|name| is_string_method(pass, ty, name))
}

fn is_string_method(pass: &mut Pass<'_, '_>, ty: TypeId, name: &str) -> bool {
    let string = TypeId::basic(BasicKind::String);
    pass.method(ty, name)
        .is_some_and(|signature| pass.has_signature(signature, &[], &[string]))
}

/// The method `String() string` or `Error() string` that formatting `arg` calls, where it is the one that the
/// call stands in: as in `func (t T) String() string { return fmt.Sprint(t) }`.
pub(crate) fn recursive_method(pass: &mut Pass<'_, '_>, arg: &ExprNode) -> Option<String> {
    let method = pass.method?;
    let ty = pass.type_of(arg)?;
    let operand = match &unparen(arg).kind {
        ExprKind::Unary(UnaryOp::Address, x) => unparen(x),
        _ => unparen(arg),
    };
    if pass.object(as_ident(operand)?.id) != Some(method.receiver) || is_formatter(pass, ty) {
        return None;
    }
    let name = pass.checker.object(method.object).name;
    let is_called = matches!(name.as_str(), "String" | "Error") && is_string_method(pass, ty, name.as_str());
    is_called.then(|| pass.full_name(method.object))
}

/// Whether arguments of a type suit a verb that formats `kinds`; if not, more about why, if there is.
pub(crate) fn suits(pass: &mut Pass<'_, '_>, kinds: Kinds, ty: TypeId) -> Result<(), Option<String>> {
    let mut matcher = Matcher {
        pass,
        kinds,
        seen: Vec::new(),
        reason: None,
    };
    if kinds == Kinds::ANY || matcher.matches(ty, true) {
        return Ok(());
    }
    Err(matcher.reason)
}

struct Matcher<'p, 'c, 'a> {
    pass: &'p mut Pass<'c, 'a>,
    kinds: Kinds,
    seen: Vec<TypeId>,
    reason: Option<String>,
}

impl Matcher<'_, '_, '_> {
    /// `is_whole`: the argument itself, rather than a part of it.
    fn matches(&mut self, ty: TypeId, is_whole: bool) -> bool {
        if self.kinds == Kinds::ERROR {
            return is_string_method(self.pass, ty, "Error");
        }
        if is_formatter(self.pass, ty) || self.kinds.has(Kinds::STRING) && is_stringer(self.pass, ty) {
            return true;
        }
        if let Type::TypeParam(_) = self.pass.checker.types.get(ty) {
            return self.param(ty, is_whole);
        }
        let underlying = self.pass.checker.under(ty);
        let key = self.pass.checker.underlying(ty);
        if self.seen.contains(&key) {
            return true;
        }
        self.seen.push(key);
        match &*underlying {
            Type::Signature(_) => self.kinds == Kinds::POINTER,
            Type::Chan { .. } => self.kinds.has(Kinds::POINTER),
            Type::Map { key, elem } => {
                self.kinds == Kinds::POINTER || self.matches(*key, false) && self.matches(*elem, false)
            }
            Type::Array { elem, .. } => self.is_bytes(*elem) || self.matches(*elem, false),
            Type::Slice(elem) => {
                self.is_bytes(*elem) || self.kinds == Kinds::POINTER || self.matches(*elem, false)
            }
            Type::Pointer(elem) => self.pointer(*elem, is_whole),
            Type::Struct(fields) => fields.iter().all(|field| {
                // fmt cannot call methods of what is not exported.
                let is_hidden = self.kinds.has(Kinds::STRING)
                    && !field.name.is_exported()
                    && is_stringer(self.pass, field.ty);
                !is_hidden && self.matches(field.ty, false)
            }),
            Type::Basic(kind) => self.basic(*kind),
            _ => true,
        }
    }

    /// All types of a type parameter's type set must match.
    fn param(&mut self, param: TypeId, is_whole: bool) -> bool {
        if self.seen.contains(&param) {
            return true;
        }
        self.seen.push(param);
        let Some(terms) = self.pass.checker.type_set_terms(param) else {
            return false;
        };
        for term in &terms {
            if !self.matches(term.ty, is_whole) {
                let tilde = if term.is_tilde { "~" } else { "" };
                let ty = self.pass.checker.path_type_string(term.ty);
                self.reason = is_whole.then(|| format!("contains {tilde}{ty}"));
                return false;
            }
        }
        true
    }

    /// A pointer that is no number.
    fn is_address(&mut self) -> bool {
        if !self.kinds.has(Kinds::POINTER) && self.kinds.has(Kinds::INT) {
            self.reason = Some("use %p for a pointer".to_string());
        }
        self.kinds.has(Kinds::POINTER)
    }

    fn is_bytes(&mut self, elem: TypeId) -> bool {
        self.kinds.has(Kinds::STRING) && self.pass.checker.underlying(elem) == TypeId::basic(BasicKind::Uint8)
    }

    fn pointer(&mut self, elem: TypeId, is_whole: bool) -> bool {
        if self.kinds == Kinds::POINTER || matches!(self.pass.checker.types.get(elem), Type::TypeParam(_)) {
            return true;
        }
        match &*self.pass.checker.under(elem) {
            // These are printed behind an &, but only where they are the argument itself.
            Type::Struct(_) | Type::Array { .. } | Type::Slice(_) | Type::Map { .. } => {
                let underlying = self.pass.checker.underlying(elem);
                is_whole && self.matches(underlying, false)
            }
            _ => self.is_address(),
        }
    }

    fn basic(&mut self, kind: BasicKind) -> bool {
        use BasicKind::*;
        self.kinds.has(match kind {
            Bool | UntypedBool => Kinds::BOOL,
            Uint8 => Kinds::INT.or(Kinds::BYTE),
            Int32 | UntypedRune => Kinds::INT.or(Kinds::RUNE),
            Float32 | Float64 | UntypedFloat => Kinds::FLOAT,
            Complex64 | Complex128 | UntypedComplex => Kinds::COMPLEX,
            String | UntypedString => Kinds::STRING,
            UnsafePointer => return self.is_address(),
            UntypedNil => return false,
            _ => Kinds::INT,
        })
    }
}
