//! Places: variables, and what is reached from them by fields, elements and pointers.

use crate::Generator;
use crate::ty::Type;

#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) text: String,
    pub(crate) ty: Type,
    /// Whether a statement may assign to it here.
    pub(crate) is_assignable: bool,
    /// Whether `&` may be applied.
    pub(crate) is_addressable: bool,
}

impl Generator {
    /// Some places of the type that can be read without a panic.
    pub(crate) fn places(&mut self, wanted: &Type) -> Vec<Place> {
        self.all_places()
            .into_iter()
            .filter(|place| place.ty == *wanted)
            .collect()
    }

    pub(crate) fn all_places(&mut self) -> Vec<Place> {
        let mut found = Vec::new();
        for (at, variable) in self.scope.clone().into_iter().enumerate() {
            let place = Place {
                text: variable.name,
                ty: variable.ty,
                is_assignable: variable.is_assignable && at >= self.barrier,
                is_addressable: true,
            };
            self.inner_places(&place, !variable.is_assignable, 2, &mut found);
            found.push(place);
        }
        found
    }

    /// The places within a place; `is_fixed` pointers are not nil.
    fn inner_places(&mut self, place: &Place, is_fixed: bool, depth: usize, found: &mut Vec<Place>) {
        if depth == 0 {
            return;
        }
        let text = &place.text;
        let mut inner = Vec::new();
        match self.underlying(&place.ty) {
            Type::Array(n, elem) => {
                let index = self.rng.usize(..n);
                inner.push(Place {
                    text: format!("{text}[{index}]"),
                    ty: (*elem).clone(),
                    ..place.clone()
                });
            }
            Type::Pointer(elem) if is_fixed => {
                let target = Place {
                    text: format!("(*{text})"),
                    ty: (*elem).clone(),
                    is_assignable: !self.is_pure,
                    is_addressable: true,
                };
                let fields = Place {
                    text: text.clone(),
                    ..target.clone()
                };
                self.field_places(&fields, &mut inner);
                inner.push(target);
            }
            _ => self.field_places(place, &mut inner),
        }
        for place in &inner {
            self.inner_places(place, false, depth - 1, found);
        }
        found.extend(inner);
    }

    /// The fields of a struct, also those of embedded structs by their short names.
    fn field_places(&mut self, place: &Place, found: &mut Vec<Place>) {
        for field in self.struct_fields(&place.ty).unwrap_or_default() {
            let inner = Place {
                text: format!("{}.{}", place.text, field.name),
                ty: field.ty,
                ..place.clone()
            };
            if field.is_embedded && self.rng.bool() {
                let promoted = Place {
                    text: place.text.clone(),
                    ..inner.clone()
                };
                self.field_places(&promoted, found);
            }
            found.push(inner);
        }
    }
}
