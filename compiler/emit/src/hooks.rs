//! Hooks that nobody sets are left out.
//!
//! A part of the runtime that may have work to do at certain moments has a hook for them, `let flusher = null`, which
//! is called there as `flusher?.()`. In a program that does not contain that part, the hook stays null.

use crate::scope::Usage;
use rustc_hash::FxHashSet;
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith};

/// Takes out hooks that stay null, with their calls. The first `linked` items are the runtime's; gives how many of
/// them are left.
pub(crate) fn drop_unset(module: &mut Module, linked: usize, usage: &Usage) -> usize {
    let unset: FxHashSet<u32> = module.body[..linked]
        .iter()
        .filter_map(null_variable)
        .filter(|id| !usage.assigned.contains(id))
        .collect();
    if unset.is_empty() {
        return linked;
    }
    module.visit_mut_with(&mut DropCalls { unset: &unset });
    let used = Usage::of(module, usage.counts.len());
    let before = module.body.len();
    module.body.retain(|item| {
        null_variable(item).is_none_or(|id| !unset.contains(&id) || used.counts[id as usize] > 1)
    });
    linked - (before - module.body.len())
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

/// Drops statements `x?.();` for some variables.
struct DropCalls<'a> {
    unset: &'a FxHashSet<u32>,
}

impl DropCalls<'_> {
    fn is_call(&self, stmt: &Stmt) -> bool {
        let Stmt::Expr(stmt) = stmt else { return false };
        let Expr::OptChain(chain) = &*stmt.expr else {
            return false;
        };
        let OptChainBase::Call(call) = &*chain.base else {
            return false;
        };
        matches!(&*call.callee, Expr::Ident(callee) if self.unset.contains(&callee.ctxt.as_u32()))
    }
}

impl VisitMut for DropCalls<'_> {
    fn visit_mut_stmts(&mut self, stmts: &mut Vec<Stmt>) {
        stmts.retain(|stmt| !self.is_call(stmt));
        stmts.visit_mut_children_with(self);
    }
}
