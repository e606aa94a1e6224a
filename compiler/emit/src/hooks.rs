//! Hooks that nobody sets are left out.
//!
//! A part of the runtime that may have work to do at certain moments has a hook for them, `let flusher = null`, which
//! is called there as `flusher?.()`. In a program that does not contain that part, the hook stays null. The same with
//! `thrown.$report?.()`, which only some classes of the runtime have.

use crate::scope::Usage;
use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use swc_atoms::Atom;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith};

/// Takes out hooks that stay null, with their calls. The first `linked` items are the runtime's; gives how many of
/// them are left.
pub(crate) fn drop_unset(module: &mut Module, linked: usize, usage: &Usage) -> usize {
    let variables: FxHashSet<u32> = module.body[..linked]
        .iter()
        .filter_map(null_variable)
        .filter(|id| !usage.assigned.contains(id))
        .collect();
    let methods = unknown_methods(module);
    if variables.is_empty() && methods.is_empty() {
        return linked;
    }
    module.visit_mut_with(&mut DropCalls {
        variables: &variables,
        methods: &methods,
    });
    let used = Usage::of(module, usage.counts.len());
    let before = module.body.len();
    module.body.retain(|item| {
        null_variable(item).is_none_or(|id| !variables.contains(&id) || used.counts[id as usize] > 1)
    });
    linked - (before - module.body.len())
}

/// Names of the runtime's methods, `$report`, that are nowhere written but in statements `x.$report?.();`.
fn unknown_methods(module: &Module) -> FxHashSet<Atom> {
    let mut uses = MethodUses::default();
    module.visit_with(&mut uses);
    let MethodUses { written, called } = uses;
    let is_unknown = |name: &Atom| written.get(name) == called.get(name);
    called.keys().filter(|name| is_unknown(name)).cloned().collect()
}

/// How often names that begin with `$` are written after a dot or as keys, and how often in statements `x.$name?.();`.
#[derive(Default)]
struct MethodUses {
    written: IndexMap<Atom, u32>,
    called: IndexMap<Atom, u32>,
}

impl Visit for MethodUses {
    fn visit_ident_name(&mut self, name: &IdentName) {
        if name.sym.starts_with('$') {
            *self.written.entry(name.sym.clone()).or_default() += 1;
        }
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let Some(Hook::Method(name)) = hook_call(stmt)
            && name.starts_with('$')
        {
            *self.called.entry(name.clone()).or_default() += 1;
        }
        stmt.visit_children_with(self);
    }
}

/// The variable of a declaration `let x = null` of the module.
fn null_variable(item: &ModuleItem) -> Option<u32> {
    let ModuleItem::Stmt(Stmt::Decl(Decl::Var(decl))) = item else {
        return None;
    };
    let [declarator] = decl.decls.as_slice() else {
        return None;
    };
    let is_null = matches!(declarator.init.as_deref(), Some(Expr::Lit(Lit::Null(_))));
    match &declarator.name {
        Pat::Ident(name) if is_null => Some(name.id.ctxt.as_u32()),
        _ => None,
    }
}

/// What a statement `x?.();` or `value.name?.();` calls.
enum Hook<'a> {
    Variable(u32),
    Method(&'a Atom),
}

fn hook_call(stmt: &Stmt) -> Option<Hook<'_>> {
    let Stmt::Expr(stmt) = stmt else { return None };
    let Expr::OptChain(chain) = &*stmt.expr else {
        return None;
    };
    let OptChainBase::Call(call) = &*chain.base else {
        return None;
    };
    match &*call.callee {
        Expr::Ident(callee) => Some(Hook::Variable(callee.ctxt.as_u32())),
        Expr::Member(MemberExpr {
            obj,
            prop: MemberProp::Ident(name),
            ..
        }) if obj.is_ident() => Some(Hook::Method(&name.sym)),
        _ => None,
    }
}

/// Drops calls of hooks that are not set.
struct DropCalls<'a> {
    variables: &'a FxHashSet<u32>,
    methods: &'a FxHashSet<Atom>,
}

impl DropCalls<'_> {
    fn drops(&self, stmt: &Stmt) -> bool {
        hook_call(stmt).is_some_and(|hook| match hook {
            Hook::Variable(id) => self.variables.contains(&id),
            Hook::Method(name) => self.methods.contains(name),
        })
    }
}

impl VisitMut for DropCalls<'_> {
    fn visit_mut_stmts(&mut self, stmts: &mut Vec<Stmt>) {
        stmts.retain(|stmt| !self.drops(stmt));
        stmts.visit_mut_children_with(self);
    }
}
