//! Who may wait for a lock.
//!
//! Goroutines run until they park, so a lock is only ever found taken if somebody parks while holding it. All
//! mutexes of one struct field, variable or local are taken together as a *class*: where a function that locks one
//! of a class may park for any other reason, locking that class may park too.

use crate::ir::{Expr, ExprKind, FuncId, GlobalId, LocalId, MethodKey, Place, Program, TypeId, TypeKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// The mutexes that stand in one place of the program.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    /// Reached through a pointer of which nothing is known.
    Unknown,
    Field(TypeId, u32),
    Global(GlobalId),
    /// Of a function, by its index.
    Local(usize, LocalId),
}

/// What a known function does with the lock that is its first argument.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum LockCall {
    Lock,
    /// Locks it if nobody holds it.
    TryLock,
    Unlock,
    /// Holds it while the function that is its second argument runs.
    Once,
}

/// The functions and types of package sync that are about locks.
#[derive(Default)]
pub(super) struct Locks {
    calls: FxHashMap<FuncId, LockCall>,
    /// Methods for dynamic dispatch.
    keys: FxHashMap<MethodKey, LockCall>,
    /// The native in which locking waits.
    pub(super) wait: Option<FuncId>,
    /// Pointers to mutexes and the like.
    pointers: FxHashSet<TypeId>,
    /// What pointer types point to.
    pointees: Vec<Option<TypeId>>,
    /// Locals that hold a pointer to a lock, by function.
    aliases: FxHashMap<(usize, LocalId), Class>,
}

impl Locks {
    pub(super) fn new(program: &Program) -> Locks {
        let mut locks = Locks::default();
        for (index, function) in program.functions.iter().enumerate() {
            let func = FuncId(index as u32);
            let call = match function.go_name.as_str() {
                "sync.(*Mutex).Lock" | "sync.(*RWMutex).Lock" | "sync.(*RWMutex).RLock" => LockCall::Lock,
                "sync.(*Mutex).Unlock" | "sync.(*RWMutex).Unlock" | "sync.(*RWMutex).RUnlock" => {
                    LockCall::Unlock
                }
                "sync.(*Mutex).TryLock" | "sync.(*RWMutex).TryLock" | "sync.(*RWMutex).TryRLock" => {
                    LockCall::TryLock
                }
                "sync.(*Once).Do" => LockCall::Once,
                "sync.waitForLock" => {
                    locks.wait = Some(func);
                    continue;
                }
                _ => continue,
            };
            locks.calls.insert(func, call);
        }
        for (index, key) in program.method_keys.iter().enumerate() {
            let call = match key.as_str() {
                "Lock" | "RLock" => LockCall::Lock,
                "Unlock" | "RUnlock" => LockCall::Unlock,
                "TryLock" | "TryRLock" => LockCall::TryLock,
                _ => continue,
            };
            locks.keys.insert(MethodKey(index as u32), call);
        }
        for (index, ty) in program.types.iter().enumerate() {
            let pointee = if let TypeKind::Pointer(elem) = ty.kind {
                Some(elem)
            } else {
                None
            };
            locks.pointees.push(pointee);
            let is_lock = |elem: TypeId| {
                matches!(
                    program.types[elem.0 as usize].text.as_str(),
                    "sync.Mutex" | "sync.RWMutex" | "sync.Once"
                )
            };
            if pointee.is_some_and(is_lock) {
                locks.pointers.insert(TypeId(index as u32));
            }
        }
        locks
    }

    pub(super) fn call(&self, func: FuncId) -> Option<LockCall> {
        self.calls.get(&func).copied()
    }

    pub(super) fn key_call(&self, key: MethodKey) -> Option<LockCall> {
        self.keys.get(&key).copied()
    }

    pub(super) fn is_pointer(&self, ty: TypeId) -> bool {
        self.pointers.contains(&ty)
    }

    /// A local of the function is given a pointer to a lock of that class. Gives the other class of which it
    /// has had one: then nothing is known of it any more.
    pub(super) fn alias(&mut self, function: usize, local: LocalId, class: Class) -> Option<Class> {
        let known = self.aliases.entry((function, local)).or_insert(class);
        let other = (*known != class).then_some(*known);
        if other.is_some() {
            *known = Class::Unknown;
        }
        other
    }

    /// The class of a lock, or of what a pointer to a lock points to.
    pub(super) fn class(&self, function: usize, expr: &Expr) -> Class {
        let points = self.is_pointer(expr.ty);
        match &expr.kind {
            ExprKind::Address(place) => self.place_class(function, place),
            ExprKind::Convert { operand, .. } | ExprKind::Deref(operand) => self.class(function, operand),
            ExprKind::Local(local) if points => self
                .aliases
                .get(&(function, *local))
                .copied()
                .unwrap_or(Class::Unknown),
            ExprKind::Local(local) => Class::Local(function, *local),
            ExprKind::Global(global) if !points => Class::Global(*global),
            ExprKind::Field { base, field } if !points => self.field_class(base, *field),
            _ => Class::Unknown,
        }
    }

    fn place_class(&self, function: usize, place: &Place) -> Class {
        match place {
            Place::Local(local) => Class::Local(function, *local),
            Place::Global(global) => Class::Global(*global),
            Place::Field { base, field } => self.field_class(base, *field),
            Place::Deref(pointer) => self.class(function, pointer),
            Place::Blank | Place::Index { .. } | Place::MapIndex { .. } => Class::Unknown,
        }
    }

    fn field_class(&self, base: &Expr, field: u32) -> Class {
        let owner = self.pointees[base.ty.0 as usize].unwrap_or(base.ty);
        Class::Field(owner, field)
    }
}
