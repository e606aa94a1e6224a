//! Composite literals.

use crate::body::Body;
use crate::ir::{Expr, ExprKind};
use crate::order::Effects;
use goes_source::Span;
use goes_syntax::ast::{self, CompositeLit, ExprNode};
use goes_types::TypeId as Ty;
use goes_types::types::{Field, Type};

impl<'a> Body<'_, '_, 'a> {
    pub fn composite_lit(&mut self, e: &'a ExprNode, lit: &'a CompositeLit) -> Expr {
        let ty = self.type_of(e);
        self.literal(e, lit, ty)
    }

    /// spec: "Within a composite literal of array, slice, or map type T, elements or map keys that are
    /// themselves composite literals may elide the respective literal type if it is identical to the element
    /// or key type of T. Similarly, elements or keys that are addresses of composite literals may elide the
    /// &T when the element or key type is *T."
    fn element(&mut self, e: &'a ExprNode, ty: Ty) -> Expr {
        if let ast::ExprKind::CompositeLit(lit) = &e.kind
            && lit.ty.is_none()
        {
            return self.literal(e, lit, ty);
        }
        self.value(e, ty)
    }

    /// A literal of the type, or a pointer to a new one if the type is a pointer.
    fn literal(&mut self, e: &'a ExprNode, lit: &'a CompositeLit, ty: Ty) -> Expr {
        let span = e.span;
        match &*self.cx.under(ty) {
            Type::Pointer(base) => {
                let value = self.literal(e, lit, *base);
                let pointer = self.cx.ty(ty);
                self.pointer_to_new(value, pointer)
            }
            Type::Struct(fields) => self.struct_lit(lit, ty, fields, span),
            Type::Array { len, elem } => {
                let (elems, _, effects) = self.elements(lit, *elem);
                let ir_ty = self.cx.ty(ty);
                if elems.is_empty() {
                    return self.node(ExprKind::Zero, ir_ty, span);
                }
                let value = self.node(ExprKind::ArrayLit { elems, len: *len }, ir_ty, span);
                self.sequence(effects, value)
            }
            Type::Slice(elem) => {
                let (elems, len, effects) = self.elements(lit, *elem);
                let ir_ty = self.cx.ty(ty);
                let value = self.node(ExprKind::ArrayLit { elems, len }, ir_ty, span);
                self.sequence(effects, value)
            }
            Type::Map { key, elem } => {
                let mut entries = Vec::with_capacity(lit.elems.len());
                for entry in &lit.elems {
                    if let ast::ExprKind::KeyValue(entry_key, value) = &entry.kind {
                        let mut entry_key = self.element(entry_key, *key);
                        let mut value = self.element(value, *elem);
                        let effects = self.ordered_pair(&mut entry_key, &mut value);
                        entries.push((self.sequence(effects, entry_key), value));
                    }
                }
                // gc stores entries that are constant before all others, which shows where keys are equal.
                if entries.iter().any(|(key, _)| !is_static(key)) {
                    entries.sort_by_key(|(key, value)| !(is_static(key) && is_static(value)));
                }
                let ir_ty = self.cx.ty(ty);
                self.node(ExprKind::MapLit(entries), ir_ty, span)
            }
            _ => self.invalid(span),
        }
    }

    /// Elements with their indices, sorted, and the length of the literal.
    /// spec: "An element without a key uses the previous element's index plus one."
    fn elements(&mut self, lit: &'a CompositeLit, elem: Ty) -> (Vec<(u64, Expr)>, u64, Effects) {
        let mut effects = Vec::new();
        let mut elems = Vec::with_capacity(lit.elems.len());
        let (mut next, mut len) = (0, 0);
        for entry in &lit.elems {
            let value = match &entry.kind {
                ast::ExprKind::KeyValue(key, value) => {
                    next = self.const_index(key).unwrap_or(next);
                    value
                }
                _ => entry,
            };
            let value = self.element(value, elem);
            elems.push((next, value));
            next += 1;
            len = len.max(next);
        }
        // Keys may stand in any order; evaluating in the order of indices differs only where elements
        // have effects, which then go ahead in the order of the source.
        if !elems.is_sorted_by_key(|(index, _)| *index) {
            for (_, value) in &mut elems {
                if crate::expr::has_calls(value) {
                    self.move_ahead(value, &mut effects);
                }
            }
            elems.sort_by_key(|(index, _)| *index);
        } else {
            let mut operands: Vec<&mut Expr> = elems.iter_mut().map(|(_, value)| value).collect();
            effects = self.calls_first(&mut operands);
        }
        (elems, len, effects)
    }

    fn struct_lit(&mut self, lit: &'a CompositeLit, ty: Ty, fields: &[Field], span: Span) -> Expr {
        let ir_ty = self.cx.ty(ty);
        if lit.elems.is_empty() {
            return self.node(ExprKind::Zero, ir_ty, span);
        }
        let mut values: Vec<Option<Expr>> = fields.iter().map(|_| None).collect();
        let (mut order, mut ahead) = (Vec::new(), Vec::new());
        let has_nested = self.has_nested_keys(lit);
        for (position, entry) in lit.elems.iter().enumerate() {
            let (path, value): (Vec<u32>, _) = match &entry.kind {
                ast::ExprKind::KeyValue(key, value) => match self.info().field_keys.get(&key.id) {
                    Some(path) => (path.to_vec(), value),
                    None => (self.field_by_name(key, fields), value),
                },
                _ => (vec![position as u32], entry),
            };
            let Some(field_ty) = self.field_type(fields, &path) else {
                continue;
            };
            let mut value = self.element(value, field_ty);
            if has_nested && crate::expr::has_calls(&value) {
                self.move_ahead(&mut value, &mut ahead);
            }
            // A blank field keeps its zero value.
            let is_blank = |index: u32| {
                fields
                    .get(index as usize)
                    .is_some_and(|field| field.name.is_blank())
            };
            match path[..] {
                [index] if is_blank(index) && matches!(value.kind, ExprKind::Const(_)) => {}
                [index] => {
                    values[index as usize] = Some(value);
                    order.push(index);
                }
                _ => self.nested_field(&mut values, fields, &path, value),
            }
        }
        let effects = match has_nested {
            true => ahead,
            false => self.keep_source_order(&mut values, &order),
        };
        let values = values
            .into_iter()
            .zip(fields)
            .map(|(value, field)| match value {
                Some(value) => value,
                None => self.zero(field.ty, span),
            })
            .collect();
        let value = self.node(ExprKind::StructLit(values), ir_ty, span);
        self.sequence(effects, value)
    }

    /// Whether a key names a promoted field.
    fn has_nested_keys(&self, lit: &CompositeLit) -> bool {
        lit.elems.iter().any(|entry| match &entry.kind {
            ast::ExprKind::KeyValue(key, _) => {
                let path = self.info().field_keys.get(&key.id);
                path.is_some_and(|path| path.len() > 1)
            }
            _ => false,
        })
    }

    /// The type of the field at the end of a path.
    fn field_type(&mut self, fields: &[Field], path: &[u32]) -> Option<Ty> {
        let (first, rest) = path.split_first()?;
        let mut ty = fields.get(*first as usize)?.ty;
        for &index in rest {
            let base = self.cx.pointee(ty).unwrap_or(ty);
            let Type::Struct(fields) = &*self.cx.under(base) else {
                return None;
            };
            ty = fields.get(index as usize)?.ty;
        }
        Some(ty)
    }

    fn field_by_name(&self, key: &ExprNode, fields: &[Field]) -> Vec<u32> {
        let ast::ExprKind::Ident(name) = &key.kind else {
            return Vec::new();
        };
        fields
            .iter()
            .position(|field| field.name == *name)
            .map(|index| vec![index as u32])
            .unwrap_or_default()
    }

    /// Keyed fields are evaluated in the order in which they are written, not that of the struct.
    fn keep_source_order(&mut self, values: &mut [Option<Expr>], order: &[u32]) -> Effects {
        let mut effects = Vec::new();
        let with_calls = values
            .iter()
            .flatten()
            .filter(|value| crate::expr::has_calls(value))
            .count();
        if order.is_sorted() || with_calls < 2 {
            let mut operands: Vec<&mut Expr> = values.iter_mut().flatten().collect();
            return self.calls_first(&mut operands);
        }
        for &index in order {
            if let Some(value) = &mut values[index as usize]
                && crate::expr::has_calls(value)
            {
                self.move_ahead(value, &mut effects);
            }
        }
        effects
    }

    /// `T{A.B: 1}`: a key that selects a promoted field.
    fn nested_field(&mut self, values: &mut [Option<Expr>], fields: &[Field], path: &[u32], value: Expr) {
        let [first, rest @ ..] = path else { return };
        let Some(field) = fields.get(*first as usize) else {
            return;
        };
        let slot = &mut values[*first as usize];
        if slot.is_none() {
            *slot = Some(self.zero_parts(field.ty, value.span));
        }
        let Some(mut target) = slot.take() else { return };
        self.fill_nested(&mut target, field.ty, rest, value);
        values[*first as usize] = Some(target);
    }

    /// Puts a value where a path of field indices leads within a literal.
    fn fill_nested(&mut self, target: &mut Expr, ty: Ty, path: &[u32], value: Expr) {
        let [first, rest @ ..] = path else {
            *target = value;
            return;
        };
        if let ExprKind::Convert { operand, .. } = &mut target.kind {
            let base = self.cx.pointee(ty).unwrap_or(ty);
            return self.fill_nested(operand, base, path, value);
        }
        if let ExprKind::Zero = target.kind {
            *target = self.zero_parts(ty, value.span);
            return self.fill_nested(target, ty, path, value);
        }
        let Type::Struct(fields) = &*self.cx.under(ty) else {
            return;
        };
        if let (ExprKind::StructLit(parts), Some(field)) = (&mut target.kind, fields.get(*first as usize))
            && let Some(part) = parts.get_mut(*first as usize)
        {
            self.fill_nested(part, field.ty, rest, value);
        }
    }

    /// The zero value of a struct with its fields spelt out; of a pointer, a pointer to such a struct.
    fn zero_parts(&mut self, ty: Ty, span: Span) -> Expr {
        match &*self.cx.under(ty) {
            Type::Struct(fields) => {
                let parts = fields.iter().map(|field| self.zero(field.ty, span)).collect();
                let ir_ty = self.cx.ty(ty);
                self.node(ExprKind::StructLit(parts), ir_ty, span)
            }
            Type::Pointer(base) => {
                let value = self.zero_parts(*base, span);
                let ir_ty = self.cx.ty(ty);
                self.pointer_to_new(value, ir_ty)
            }
            _ => self.zero(ty, span),
        }
    }
}

/// Whether an expression consists of constants only, and makes no slice, map or interface value.
fn is_static(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Zero => true,
        ExprKind::StructLit(fields) => fields.iter().all(is_static),
        _ => false,
    }
}
