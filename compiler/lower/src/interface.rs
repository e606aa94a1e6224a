//! Dynamic dispatch: which methods of which types interfaces can reach.
//!
//! A method is kept if a value of its type is put into an interface somewhere and a reached call (or
//! assertion) goes through an interface with that method.

use crate::ir::{MethodEntry, MethodKey};
use crate::reach::Lowerer;
use goes_source::Symbol;
use goes_types::types::Type;
use goes_types::{PackageId, TypeId as Ty};
use indexmap::IndexSet;
use rustc_hash::{FxHashMap, FxHashSet};

/// A method's name; with its package where it is not exported.
type MethodName = (Symbol, Option<PackageId>);

/// What is known of dispatch so far.
#[derive(Default)]
pub(crate) struct Dispatch {
    /// By name, and package where not exported: the signatures with their keys.
    keys: FxHashMap<MethodName, Vec<(Ty, MethodKey)>>,
    /// What each key stands for.
    key_names: Vec<(Symbol, Option<PackageId>, Ty)>,
    /// Keys that a reached interface operation uses.
    live: FxHashSet<MethodKey>,
    /// Types whose values are put into interfaces, in order.
    held: IndexSet<Ty>,
    /// The methods of held types by name.
    candidates: FxHashMap<MethodName, Vec<(Ty, Ty)>>,
    /// Properties given to keys.
    properties: FxHashSet<String>,
    /// Values are taken apart at run time: the parts of a held type can be held as well.
    reflects: bool,
    /// Reflection can make pointers to held values.
    points: bool,
    /// Reflection can call methods by their names.
    calls_by_name: bool,
}

/// Property names that JavaScript itself looks for, so that a method must not have them.
const SPECIAL_PROPERTIES: &[&str] = &[
    "constructor",
    "toString",
    "valueOf",
    "toJSON",
    "then",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "__proto__",
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
];

/// A Go name as a property: itself unless JavaScript would misread it.
pub(crate) fn property_name(name: &str) -> String {
    if SPECIAL_PROPERTIES.contains(&name) {
        format!("{name}$")
    } else {
        name.to_string()
    }
}

impl Lowerer<'_, '_> {
    /// The runtime calls these by their plain names.
    pub fn predeclare_keys(&mut self) {
        let string = Ty::basic(goes_types::BasicKind::String);
        let gives_string = self.checker.types.signature_of(&[], &[string], false);
        let gives_nothing = self.checker.types.signature_of(&[], &[], false);
        self.method_key(Symbol::new("Error"), None, gives_string);
        self.method_key(Symbol::new("RuntimeError"), None, gives_nothing);
        self.method_key(Symbol::new("String"), None, gives_string);
    }

    /// The key for a method name with that signature.
    pub fn method_key(&mut self, name: Symbol, package: Option<PackageId>, signature: Ty) -> MethodKey {
        let package = if name.is_exported() { None } else { package };
        let known = self
            .dispatch
            .keys
            .get(&(name, package))
            .cloned()
            .unwrap_or_default();
        if let Some(&(_, key)) = known.iter().find(|&&(other, _)| self.identical(other, signature)) {
            return key;
        }
        let key = MethodKey(self.program.method_keys.len() as u32);
        let plain = property_name(name.as_str());
        let mut property = plain.clone();
        let mut count = 0;
        while !self.dispatch.properties.insert(property.clone()) {
            count += 1;
            property = format!("{plain}${count}");
        }
        self.program.method_keys.push(property);
        self.dispatch.key_names.push((name, package, signature));
        self.dispatch
            .keys
            .entry((name, package))
            .or_default()
            .push((signature, key));
        key
    }

    /// A reached operation needs the methods of that key.
    pub fn use_key(&mut self, key: MethodKey) {
        if !self.dispatch.live.insert(key) {
            return;
        }
        let (name, package, signature) = self.dispatch.key_names[key.0 as usize];
        let candidates = self
            .dispatch
            .candidates
            .get(&(name, package))
            .cloned()
            .unwrap_or_default();
        for (ty, method_signature) in candidates {
            if self.identical(signature, method_signature) {
                self.keep_method(ty, name, package, key, signature);
            }
        }
    }

    /// A reached operation asks whether a value implements the interface.
    pub fn use_interface(&mut self, interface: Ty) {
        for entry in self.method_set(interface) {
            let key = self.method_key(entry.name, entry.package, entry.signature);
            self.use_key(key);
        }
    }

    /// `panic` prints what it was called with by its method.
    pub fn use_panic_methods(&mut self) {
        self.use_key(MethodKey(0));
        self.use_key(MethodKey(2));
    }

    /// Values of a type that is no interface are put into interfaces.
    pub fn put_into_interface(&mut self, ty: Ty) {
        if self.dispatch.held.contains(&ty) {
            return;
        }
        self.dispatch.held.insert(ty);
        let id = self.ty(ty);
        self.program.types[id.0 as usize].uses.in_interface = true;
        for entry in self.method_set(ty) {
            // spec: "The method set of a defined type T consists of all methods declared with receiver type T."
            if entry.needs_pointer {
                continue;
            }
            let package = if entry.name.is_exported() {
                None
            } else {
                entry.package
            };
            self.dispatch
                .candidates
                .entry((entry.name, package))
                .or_default()
                .push((ty, entry.signature));
            let known = self
                .dispatch
                .keys
                .get(&(entry.name, package))
                .cloned()
                .unwrap_or_default();
            for (signature, key) in known {
                if self.dispatch.live.contains(&key) && self.identical(signature, entry.signature) {
                    self.keep_method(ty, entry.name, package, key, signature);
                }
            }
        }
        if self.dispatch.reflects {
            self.hold_parts(ty);
        }
        if self.dispatch.calls_by_name {
            self.use_exported_methods(ty);
        }
    }

    fn keep_method(
        &mut self,
        ty: Ty,
        name: Symbol,
        package: Option<PackageId>,
        key: MethodKey,
        signature: Ty,
    ) {
        let id = self.ty(ty);
        if self.program.types[id.0 as usize]
            .methods
            .iter()
            .any(|method| method.key == key)
        {
            return;
        }
        let func = self.dispatch_function(ty, name, package);
        let signature = self.dispatch.calls_by_name.then(|| self.ty(signature));
        self.program.types[id.0 as usize].methods.push(MethodEntry {
            key,
            name: name.to_string(),
            func,
            is_exported: name.is_exported(),
            signature,
        });
    }

    /// Values can be taken apart, and their parts put into interfaces; `points`: pointers to them as well.
    pub fn use_reflection(&mut self, points: bool) {
        if self.dispatch.reflects && (self.dispatch.points || !points) {
            return;
        }
        self.dispatch.reflects = true;
        self.dispatch.points |= points;
        let mut index = 0;
        while let Some(&ty) = self.dispatch.held.get_index(index) {
            self.hold_parts(ty);
            index += 1;
        }
    }

    /// Exported methods can be called by their names, and reflection shows them with their types.
    pub fn use_methods_by_name(&mut self) {
        if self.dispatch.calls_by_name {
            return;
        }
        self.dispatch.calls_by_name = true;
        self.program.shows_methods = true;
        for index in 0..self.program.types.len() {
            for at in 0..self.program.types[index].methods.len() {
                let key = self.program.types[index].methods[at].key;
                let (_, _, signature) = self.dispatch.key_names[key.0 as usize];
                let signature = self.ty(signature);
                self.program.types[index].methods[at].signature = Some(signature);
            }
        }
        let mut index = 0;
        while let Some(&ty) = self.dispatch.held.get_index(index) {
            self.use_exported_methods(ty);
            index += 1;
        }
    }

    fn use_exported_methods(&mut self, ty: Ty) {
        for entry in self.method_set(ty) {
            if entry.name.is_exported() && !entry.needs_pointer {
                let key = self.method_key(entry.name, None, entry.signature);
                self.use_key(key);
            }
        }
    }

    fn hold_parts(&mut self, ty: Ty) {
        let mut parts = Vec::new();
        if self.dispatch.points && self.tells_pointers(ty) {
            parts.push(self.checker.types.pointer_to(ty));
        }
        match &*self.under(ty) {
            Type::Slice(elem) | Type::Array { elem, .. } | Type::Pointer(elem) => parts.push(*elem),
            Type::Map { key, elem } => parts.extend([*key, *elem]),
            Type::Struct(fields) => parts.extend(fields.iter().map(|field| field.ty)),
            Type::Chan { elem, .. } => parts.push(*elem),
            _ => {}
        }
        // Reflection makes arguments for functions, and takes their results.
        if self.dispatch.points
            && let Some(signature) = self.signature(ty)
        {
            parts.extend(signature.params.iter().chain(signature.results.iter()).copied());
        }
        for part in parts {
            if !self.is_interface(part) {
                self.put_into_interface(part);
            } else if self.dispatch.points && matches!(&*self.under(ty), Type::Pointer(_)) {
                // How reflection comes to an interface type that it asks whether others implement it.
                self.use_interface(part);
            } else {
                self.use_hidden_methods(part);
            }
        }
    }

    /// Methods that are not exported often only mark what belongs to an interface, and nobody calls them: reflection
    /// asks for them where it puts values into fields. Others are too many to be kept for that.
    fn use_hidden_methods(&mut self, interface: Ty) {
        for entry in self.method_set(interface) {
            if !entry.name.is_exported() {
                let key = self.method_key(entry.name, entry.package, entry.signature);
                self.use_key(key);
            }
        }
    }

    /// The program must know of pointers to values of the type that reflection makes: they may have methods, and a
    /// pointer to a struct in an interface is the object, whose class tells the type.
    fn tells_pointers(&mut self, ty: Ty) -> bool {
        matches!(&*self.shared(ty), Type::Named { .. } | Type::Struct(_))
    }

    /// The methods of an interface type in the order of their names.
    pub fn interface_methods(&mut self, interface: Ty) -> Vec<crate::ir::InterfaceMethod> {
        let entries = self.method_set(interface);
        entries
            .into_iter()
            .map(|entry| crate::ir::InterfaceMethod {
                name: entry.name.to_string(),
                key: self.method_key(entry.name, entry.package, entry.signature),
                signature: self.ty(entry.signature),
                is_exported: entry.name.is_exported(),
                package: entry
                    .package
                    .filter(|_| !entry.name.is_exported())
                    .map(|package| crate::ir::PackageId(package.0)),
            })
            .collect()
    }
}
