//! Sizes and offsets, as gc lays types out on a 64-bit machine.

use crate::checker::Checker;
use crate::types::{BasicKind, Type, TypeId};

/// Size and alignment of a pointer.
const WORD: u64 = 8;
const MAX_DEPTH: u32 = 1000;

impl Checker<'_> {
    /// `unsafe.Sizeof` of a value of the type; `None` beyond 2^63.
    pub fn sizeof(&mut self, ty: TypeId) -> Option<u64> {
        // A type that contains itself may be asked for its size before it is known to be wrong.
        if self.size_depth > MAX_DEPTH {
            return None;
        }
        self.size_depth += 1;
        let size = self.sizeof_structure(ty);
        self.size_depth -= 1;
        size
    }

    fn sizeof_structure(&mut self, ty: TypeId) -> Option<u64> {
        match &*self.under(ty) {
            Type::Basic(kind) => Some(basic_size(*kind)),
            Type::Array { len, elem } => {
                let elem = self.sizeof(*elem)?;
                in_range(elem.checked_mul(*len)?)
            }
            Type::Struct(fields) => {
                let mut end = 0u64;
                let mut align = 1;
                let mut last_size = 1;
                for field in fields {
                    let field_align = self.alignof(field.ty);
                    align = align.max(field_align);
                    last_size = self.sizeof(field.ty)?;
                    end = round_up(end, field_align)?.checked_add(last_size)?;
                }
                // A pointer to a last field without size must not point past the end of the struct.
                if last_size == 0 && end > 0 {
                    end += 1;
                }
                round_up(end, align)
            }
            Type::Slice(_) => Some(3 * WORD),
            Type::Interface(_) => Some(2 * WORD),
            Type::Tuple(_) | Type::Union(_) | Type::Invalid | Type::Named { .. } | Type::TypeParam(_) => {
                Some(0)
            }
            Type::Pointer(_) | Type::Signature(_) | Type::Map { .. } | Type::Chan { .. } => Some(WORD),
        }
    }

    /// `unsafe.Alignof` of a variable of the type.
    pub fn alignof(&mut self, ty: TypeId) -> u64 {
        if self.size_depth > MAX_DEPTH {
            return WORD;
        }
        self.size_depth += 1;
        let align = self.alignof_structure(ty);
        self.size_depth -= 1;
        align
    }

    fn alignof_structure(&mut self, ty: TypeId) -> u64 {
        match &*self.under(ty) {
            Type::Basic(kind) => match kind {
                BasicKind::Complex64 => 4,
                BasicKind::Complex128 | BasicKind::String | BasicKind::UntypedString => WORD,
                _ => basic_size(*kind).max(1),
            },
            Type::Array { elem, .. } => self.alignof(*elem),
            Type::Struct(fields) => fields
                .iter()
                .map(|field| self.alignof(field.ty))
                .max()
                .unwrap_or(1)
                .max(1),
            Type::Invalid
            | Type::Slice(_)
            | Type::Pointer(_)
            | Type::Signature(_)
            | Type::Interface(_)
            | Type::Map { .. }
            | Type::Chan { .. }
            | Type::Named { .. }
            | Type::TypeParam(_)
            | Type::Tuple(_)
            | Type::Union(_) => WORD,
        }
    }

    /// The offset of the field with the given index in a struct type.
    pub fn offsetof(&mut self, ty: TypeId, index: u32) -> Option<u64> {
        let Type::Struct(fields) = &*self.under(ty) else {
            return Some(0);
        };
        let mut end = 0u64;
        for (at, field) in fields.iter().enumerate() {
            let align = self.alignof(field.ty);
            let start = round_up(end, align)?;
            if at == index as usize {
                return Some(start);
            }
            end = start.checked_add(self.sizeof(field.ty)?)?;
        }
        Some(end)
    }

    /// Whether the size is known here: that of a type parameter depends on its argument.
    /// spec: "a type with variable size".
    pub(crate) fn is_fixed_size(&mut self, ty: TypeId) -> bool {
        if self.is_type_param(ty) {
            return false;
        }
        match &*self.under(ty) {
            Type::Array { elem, .. } => self.is_fixed_size(*elem),
            Type::Struct(fields) => fields.iter().all(|field| self.is_fixed_size(field.ty)),
            _ => true,
        }
    }
}

fn in_range(size: u64) -> Option<u64> {
    i64::try_from(size).ok().map(|_| size)
}

fn round_up(offset: u64, align: u64) -> Option<u64> {
    in_range(offset.checked_add(align - 1)? / align * align)
}

fn basic_size(kind: BasicKind) -> u64 {
    match kind {
        BasicKind::Bool | BasicKind::Int8 | BasicKind::Uint8 | BasicKind::UntypedBool => 1,
        BasicKind::Int16 | BasicKind::Uint16 => 2,
        BasicKind::Int32 | BasicKind::Uint32 | BasicKind::Float32 | BasicKind::UntypedRune => 4,
        BasicKind::Int
        | BasicKind::Int64
        | BasicKind::Uint
        | BasicKind::Uint64
        | BasicKind::Uintptr
        | BasicKind::Float64
        | BasicKind::Complex64
        | BasicKind::UnsafePointer
        | BasicKind::UntypedInt
        | BasicKind::UntypedFloat
        | BasicKind::UntypedNil => 8,
        BasicKind::Complex128 | BasicKind::String | BasicKind::UntypedComplex | BasicKind::UntypedString => {
            16
        }
    }
}
