//! Which unlocks are not of what the function locks.
//!
//! Counting by class takes `a[i].Lock(); a[j].Unlock()` for a pair, although one lock stays taken and another, which
//! somebody else has locked, is released. So in a function that locks one of a class an unlock counts only if the words
//! for the lock are the same.

use super::held::{Held, World};
use super::locks::{Class, LockCall};
use crate::ir::{Call, Callee, Closure, Expr, ExprKind, LocalId, Place, Stmt, StmtKind};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};

/// The calls in a body, deferred ones included, that unlock something else than what it locks.
pub(super) fn strange(
    world: World<'_>,
    helpers: &Held,
    function: usize,
    body: &[Stmt],
) -> FxHashSet<*const Call> {
    let mut pairs = Pairs {
        world,
        helpers,
        function,
        pointers: FxHashMap::default(),
        locks: Vec::new(),
        unlocks: Vec::new(),
    };
    visit::walk_stmts(&mut pairs, body);
    let Pairs { locks, unlocks, .. } = pairs;
    let is_strange = |unlock: &Named| {
        let mut same_class = locks
            .iter()
            .filter(|(_, lock)| lock.class == unlock.class)
            .peekable();
        same_class.peek().is_some() && !same_class.any(|(_, lock)| lock.may_be(unlock))
    };
    let strange = unlocks.into_iter().filter(|(_, unlock)| is_strange(unlock));
    strange.map(|(call, _)| call).collect()
}

/// What a call locks or unlocks.
struct Named {
    class: Class,
    /// `None` for what is no chain of variables, fields and elements.
    words: Option<String>,
    /// The call is of a function that does so for its callers: the words tell where the lock is found.
    is_helped: bool,
}

impl Named {
    fn may_be(&self, other: &Named) -> bool {
        let (Some(words), Some(others)) = (&self.words, &other.words) else {
            return false;
        };
        if self.is_helped || other.is_helped {
            return words.starts_with(others.as_str()) || others.starts_with(words.as_str());
        }
        words == others
    }
}

struct Pairs<'p> {
    world: World<'p>,
    helpers: &'p Held,
    function: usize,
    /// Locals that hold a pointer to a lock, and the words for that.
    pointers: FxHashMap<LocalId, Option<String>>,
    locks: Vec<(*const Call, Named)>,
    unlocks: Vec<(*const Call, Named)>,
}

impl Pairs<'_> {
    fn call(&mut self, call: &Call) {
        let lock_call = match call.callee {
            Callee::Func(func) => self.world.locks.call(func),
            Callee::Interface { key } => self.world.locks.key_call(key),
            Callee::Value(_) => return,
        };
        let words = call
            .args
            .first()
            .map_or(Some(String::new()), |arg| self.words(arg));
        let Some(lock_call) = lock_call else {
            return self.helper(call, words.as_ref());
        };
        let class = match (&call.callee, call.args.first()) {
            (Callee::Func(_), Some(lock)) => self.world.locks.class(self.function, lock),
            _ => Class::Unknown,
        };
        let is_locking = match lock_call {
            LockCall::Lock | LockCall::TryLock => true,
            LockCall::Unlock => false,
            LockCall::Once => return,
        };
        self.add(call, class, words, is_locking, false);
    }

    fn helper(&mut self, call: &Call, words: Option<&String>) {
        let Callee::Func(func) = call.callee else { return };
        let index = func.0 as usize;
        let effects = self
            .helpers
            .range((index, Class::Unknown)..(index + 1, Class::Unknown));
        for (&(_, class), &n) in effects {
            self.add(call, class, words.cloned(), n > 0, true);
        }
    }

    fn add(&mut self, call: &Call, class: Class, words: Option<String>, is_locking: bool, is_helped: bool) {
        // There is one such lock.
        if matches!(class, Class::Global(_) | Class::Local(..)) {
            return;
        }
        let named = Named {
            class,
            words,
            is_helped,
        };
        let list = if is_locking {
            &mut self.locks
        } else {
            &mut self.unlocks
        };
        list.push((std::ptr::from_ref(call), named));
    }

    fn words(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Const(value) => Some(format!("{value:?}")),
            ExprKind::Local(local) => match self.pointers.get(local) {
                Some(words) => words.clone(),
                None => Some(format!("local {} ", local.0)),
            },
            ExprKind::Global(global) => Some(format!("global {} ", global.0)),
            ExprKind::Field { base, field } => Some(format!("{}.{field} ", self.words(base)?)),
            ExprKind::Index { base, index, .. } => {
                Some(format!("{}[{}]", self.words(base)?, self.words(index)?))
            }
            ExprKind::Copy(inner) | ExprKind::Deref(inner) | ExprKind::Convert { operand: inner, .. } => {
                self.words(inner)
            }
            ExprKind::Address(place) => self.place_words(place),
            _ => None,
        }
    }

    fn place_words(&self, place: &Place) -> Option<String> {
        match place {
            Place::Local(local) => Some(format!("local {} ", local.0)),
            Place::Global(global) => Some(format!("global {} ", global.0)),
            Place::Field { base, field } => Some(format!("{}.{field} ", self.words(base)?)),
            Place::Index { base, index, .. } => {
                Some(format!("{}[{}]", self.words(base)?, self.words(index)?))
            }
            Place::Deref(pointer) => self.words(pointer),
            Place::Blank | Place::MapIndex { .. } => None,
        }
    }
}

impl Visitor for Pairs<'_> {
    fn expr(&mut self, expr: &Expr) {
        visit::walk_expr(self, expr);
        if let ExprKind::Call(call) = &expr.kind {
            self.call(call);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Defer { call, .. } => visit::walk_stmts(self, &call.body),
            StmtKind::Let {
                local,
                init: Some(init),
            } if self.world.locks.is_pointer(init.ty) => {
                let words = self.words(init);
                self.pointers.insert(*local, words);
                visit::walk_stmt(self, stmt);
            }
            _ => visit::walk_stmt(self, stmt),
        }
    }

    /// Another body.
    fn closure(&mut self, _: &Closure) {}
}
