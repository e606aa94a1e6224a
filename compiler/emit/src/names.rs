//! Names: every binding has a number, which an identifier carries as its syntax context; what it is
//! called is decided once, over the finished module.
//!
//! Number 0 stands for names of the host (`Math`). A readable name changes only where it would be
//! misread: where it is reserved, or hides an outer binding that is used within its scope (Go's
//! `x := x`). Minified names are the shortest that are free, by frequency.

use crate::js;
use crate::js::Ident;
use crate::scope::Usage;
use rustc_hash::{FxHashMap, FxHashSet};
use swc_atoms::Atom;

/// The names wanted, by number.
#[derive(Debug)]
pub(crate) struct Names {
    wanted: Vec<Atom>,
}

impl Names {
    pub(crate) fn new() -> Names {
        Names {
            wanted: vec![Atom::default()],
        }
    }

    /// A number for a new binding that would like this name.
    pub(crate) fn fresh(&mut self, wanted: &str) -> u32 {
        self.wanted.push(sanitise(wanted));
        (self.wanted.len() - 1) as u32
    }

    pub(crate) fn ident(&self, id: u32) -> Ident {
        js::ident(self.wanted[id as usize].clone(), id)
    }

    pub(crate) fn len(&self) -> usize {
        self.wanted.len()
    }

    /// Final names for readable output.
    ///
    /// Scopes are visited from the outside in. Within one, a binding may not have the name of an outer
    /// binding, or of a host name, that is used in it or deeper.
    pub(crate) fn readable(&self, usage: &Usage) -> Vec<Atom> {
        let mut result = self.wanted.clone();
        let mut taken: FxHashSet<Atom> = FxHashSet::default();
        for scope in &usage.scopes {
            taken.clear();
            taken.extend(scope.free_ids().map(|id| result[id as usize].clone()));
            taken.extend(scope.free_hosts().map(|host| usage.hosts[host as usize].clone()));
            let mut suffixes: FxHashMap<Atom, u32> = FxHashMap::default();
            for &id in &scope.declared {
                let wanted = &self.wanted[id as usize];
                let mut name = wanted.clone();
                while taken.contains(&name) {
                    let next = suffixes.entry(wanted.clone()).or_insert(0);
                    *next += 1;
                    name = format!("{wanted}${next}").into();
                }
                taken.insert(name.clone());
                result[id as usize] = name;
            }
        }
        result
    }

    /// Final names for short output.
    ///
    /// Bindings of one scope have slots of their own; those of scopes side by side share slots. The most
    /// used slots get the shortest names.
    pub(crate) fn short(&self, usage: &Usage) -> Vec<Atom> {
        let mut slots = vec![u32::MAX; self.len()];
        let mut ends: Vec<u32> = Vec::with_capacity(usage.scopes.len());
        for scope in &usage.scopes {
            let mut next = scope.parent.map_or(0, |parent| ends[parent]);
            for &id in &scope.declared {
                slots[id as usize] = next;
                next += 1;
            }
            ends.push(next);
        }
        let count = ends.iter().copied().max().unwrap_or(0) as usize;
        let mut weights = vec![0u32; count];
        for (id, &slot) in slots.iter().enumerate() {
            if slot != u32::MAX {
                weights[slot as usize] += usage.counts.get(id).copied().unwrap_or(0);
            }
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|&slot| (std::cmp::Reverse(weights[slot]), slot));
        let hosts: FxHashSet<&Atom> = usage.hosts.iter().collect();
        let mut names = vec![Atom::default(); count];
        let mut counter = 0;
        for slot in order {
            names[slot] = loop {
                let name = Atom::from(short_name(counter));
                counter += 1;
                if !hosts.contains(&name) && !is_reserved(&name) {
                    break name;
                }
            };
        }
        let wanted = |id: usize| self.wanted[id].clone();
        (0..self.len())
            .map(|id| {
                if slots[id] == u32::MAX {
                    wanted(id)
                } else {
                    names[slots[id] as usize].clone()
                }
            })
            .collect()
    }
}

/// `a`, `b`, … `$`, `aa`, …
fn short_name(mut index: usize) -> String {
    const FIRST: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";
    const REST: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$0123456789";
    let mut name = String::from(FIRST[index % FIRST.len()] as char);
    index /= FIRST.len();
    while index > 0 {
        index -= 1;
        name.push(REST[index % REST.len()] as char);
        index /= REST.len();
    }
    name
}

/// The name itself where it can be a binding's in a module, else with a `$` at its end.
pub(crate) fn sanitise(wanted: &str) -> Atom {
    if is_reserved(wanted) {
        return format!("{wanted}$").into();
    }
    if js::is_identifier(wanted) {
        return wanted.into();
    }
    let mut name: String = wanted
        .chars()
        .map(|c| if Ident::is_valid_continue(c) { c } else { '$' })
        .collect();
    if !name.starts_with(Ident::is_valid_start) {
        name.insert(0, '$');
    }
    name.into()
}

/// ECMAScript, "ReservedWord" and what strict mode and modules add; `undefined`, `NaN` and the like are
/// used by emitted code everywhere.
pub(crate) fn is_reserved(name: &str) -> bool {
    matches!(
        name,
        "await"
            | "break"
            | "case"
            | "catch"
            | "class"
            | "const"
            | "continue"
            | "debugger"
            | "default"
            | "delete"
            | "do"
            | "else"
            | "enum"
            | "export"
            | "extends"
            | "false"
            | "finally"
            | "for"
            | "function"
            | "if"
            | "import"
            | "in"
            | "instanceof"
            | "new"
            | "null"
            | "return"
            | "super"
            | "switch"
            | "this"
            | "throw"
            | "true"
            | "try"
            | "typeof"
            | "var"
            | "void"
            | "while"
            | "with"
            | "yield"
            | "let"
            | "static"
            | "implements"
            | "interface"
            | "package"
            | "private"
            | "protected"
            | "public"
            | "arguments"
            | "eval"
            | "undefined"
            | "NaN"
            | "Infinity"
            | "async"
            | "as"
            | "of"
    )
}

/// The property that holds a member of this Go name.
pub(crate) fn property(name: &str) -> String {
    match name {
        "constructor"
        | "prototype"
        | "__proto__"
        | "then"
        | "toString"
        | "valueOf"
        | "hasOwnProperty"
        | "toLocaleString"
        | "isPrototypeOf"
        | "propertyIsEnumerable"
        | "toJSON" => format!("{name}$"),
        _ => name.to_string(),
    }
}
