//! Interned names. A name is looked up far more often than it is printed, so it is a number.

use rustc_hash::FxHashMap;
use std::fmt;
use std::sync::{LazyLock, RwLock};

/// An interned string; equal strings are equal symbols within one process.
///
/// Order is that of interning, hence not deterministic across runs with parallel parsing: sort by
/// [`Symbol::as_str`] wherever order can be observed.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct Symbol(u32);

#[derive(Default)]
struct Interner {
    ids: FxHashMap<&'static str, u32>,
    names: Vec<&'static str>,
}

static INTERNER: LazyLock<RwLock<Interner>> = LazyLock::new(RwLock::default);

impl Symbol {
    pub fn new(name: &str) -> Symbol {
        if let Some(&id) = INTERNER
            .read()
            .expect("no thread panics while interning")
            .ids
            .get(name)
        {
            return Symbol(id);
        }
        let mut interner = INTERNER.write().expect("no thread panics while interning");
        if let Some(&id) = interner.ids.get(name) {
            return Symbol(id);
        }
        // The names live as long as the process: a build interns each distinct name once.
        let name: &'static str = Box::leak(name.into());
        let id = u32::try_from(interner.names.len()).expect("fewer than 2^32 distinct names");
        interner.names.push(name);
        interner.ids.insert(name, id);
        Symbol(id)
    }

    pub fn as_str(self) -> &'static str {
        INTERNER.read().expect("no thread panics while interning").names[self.0 as usize]
    }

    /// spec: "The blank identifier is represented by the underscore character _."
    pub fn is_blank(self) -> bool {
        self.as_str() == "_"
    }

    /// spec: "An identifier is exported if [...] the first character of the identifier's name is a
    /// Unicode uppercase letter (Unicode character category Lu)".
    pub fn is_exported(self) -> bool {
        self.as_str().chars().next().is_some_and(char::is_uppercase)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
