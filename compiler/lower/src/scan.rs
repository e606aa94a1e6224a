//! What a body's statements contain, found before it is lowered. Function literals are bodies of their own.

use goes_source::Symbol;
use goes_syntax::ast::{Stmt, StmtKind};
use rustc_hash::FxHashMap;

/// Calls `visit` for each statement, nested ones included.
pub(crate) fn each_stmt<'a>(stmts: &'a [Stmt], visit: &mut dyn FnMut(&'a Stmt)) {
    for stmt in stmts {
        visit(stmt);
        match &stmt.kind {
            StmtKind::Block(block) => each_stmt(&block.stmts, visit),
            StmtKind::If(stmt) => {
                each_stmt(&stmt.then.stmts, visit);
                if let Some(els) = &stmt.els {
                    each_stmt(std::slice::from_ref(els), visit);
                }
            }
            StmtKind::Switch(stmt) => stmt.cases.iter().for_each(|case| each_stmt(&case.body, visit)),
            StmtKind::TypeSwitch(stmt) => stmt.cases.iter().for_each(|case| each_stmt(&case.body, visit)),
            StmtKind::Select(stmt) => stmt.cases.iter().for_each(|case| each_stmt(&case.body, visit)),
            StmtKind::For(stmt) => each_stmt(&stmt.body.stmts, visit),
            StmtKind::Range(stmt) => each_stmt(&stmt.body.stmts, visit),
            StmtKind::Labeled(_, stmt) => each_stmt(std::slice::from_ref(stmt), visit),
            _ => {}
        }
    }
}

pub(crate) fn has_defer(stmts: &[Stmt]) -> bool {
    let mut found = false;
    each_stmt(stmts, &mut |stmt| {
        found |= matches!(stmt.kind, StmtKind::Defer(_))
    });
    found
}

/// By label: the first and last statements of the list that go there, or have a nested statement that does.
pub(crate) fn gotos(stmts: &[Stmt]) -> FxHashMap<Symbol, (usize, usize)> {
    let mut found: FxHashMap<Symbol, (usize, usize)> = FxHashMap::default();
    for (index, stmt) in stmts.iter().enumerate() {
        each_stmt(std::slice::from_ref(stmt), &mut |stmt| {
            if let StmtKind::Goto(target) = &stmt.kind {
                found.entry(target.name).or_insert((index, index)).1 = index;
            }
        });
    }
    found
}
