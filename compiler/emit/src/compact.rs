//! What a minified module says in fewer words.

use crate::js;
use crate::scope::Usage;
use rustc_hash::FxHashMap;
use swc_common::{BytePos, DUMMY_SP, Span};
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith};

/// Moves functions that only their class calls, `String() { return T$String(this); }`, into the class. The first
/// `linked` items are left alone.
pub(crate) fn move_methods(module: &mut Module, linked: usize, usage: &Usage) {
    let own = &mut module.body[linked..];
    let mut functions: FxHashMap<u32, usize> = FxHashMap::default();
    for (index, item) in own.iter().enumerate() {
        if let ModuleItem::Stmt(Stmt::Decl(Decl::Fn(decl))) = item {
            let id = decl.ident.ctxt.as_u32();
            if usage.counts[id as usize] == 2 && !uses_this(&decl.function) {
                functions.insert(id, index);
            }
        }
    }
    let mut moved = vec![false; own.len()];
    for index in 0..own.len() {
        // Taken out, so that the functions can be reached.
        let nothing = ModuleItem::Stmt(Stmt::Empty(EmptyStmt { span: DUMMY_SP }));
        let mut item = std::mem::replace(&mut own[index], nothing);
        if let ModuleItem::Stmt(Stmt::Decl(Decl::Class(decl))) = &mut item {
            for member in &mut decl.class.body {
                let ClassMember::Method(method) = member else {
                    continue;
                };
                let Some(&from) = forwards_to(&method.function).and_then(|id| functions.get(&id)) else {
                    continue;
                };
                let ModuleItem::Stmt(Stmt::Decl(Decl::Fn(source))) = &mut own[from] else {
                    continue;
                };
                if let Some(function) = as_method(&mut source.function, &method.function) {
                    *method.function = function;
                    moved[from] = true;
                }
            }
        }
        own[index] = item;
    }
    let mut index = 0;
    module.body.retain(|_| {
        index += 1;
        index <= linked || !moved[index - 1 - linked]
    });
}

/// The function of `m(a, b) { return f(this, a, b); }`.
fn forwards_to(method: &Function) -> Option<u32> {
    let [Stmt::Return(ReturnStmt { arg: Some(value), .. })] = &method.body.as_ref()?.stmts[..] else {
        return None;
    };
    let Expr::Call(CallExpr { callee, args, .. }) = &**value else {
        return None;
    };
    let Callee::Expr(callee) = callee else { return None };
    let Expr::Ident(callee) = &**callee else {
        return None;
    };
    let (first, rest) = args.split_first()?;
    let passes_on = first.expr.is_this()
        && rest.len() == method.params.len()
        && rest.iter().zip(&method.params).all(|(arg, param)| {
            let (Expr::Ident(arg), Pat::Ident(param)) = (&*arg.expr, &param.pat) else {
                return false;
            };
            arg.ctxt == param.id.ctxt
        });
    (passes_on && !method.is_generator && args.iter().all(|arg| arg.spread.is_none()))
        .then(|| callee.ctxt.as_u32())
}

/// `function f(receiver, a, b) {…}` as the method that forwards to it; `None` if it takes other parameters.
fn as_method(function: &mut Function, method: &Function) -> Option<Function> {
    let is_plain = function.params.iter().all(|param| param.pat.is_ident());
    if !is_plain || function.params.len() != method.params.len() + 1 {
        return None;
    }
    let mut function = std::mem::take(function);
    let receiver = function.params.remove(0);
    let Pat::Ident(receiver) = receiver.pat else {
        return None;
    };
    if let Some(body) = &mut function.body {
        let this = Expr::This(ThisExpr { span: DUMMY_SP });
        body.stmts.insert(0, js::let_(receiver.id, Some(this)));
    }
    Some(function)
}

fn uses_this(function: &Function) -> bool {
    let mut finder = ThisFinder { found: false };
    function.visit_children_with(&mut finder);
    finder.found
}

struct ThisFinder {
    found: bool,
}

impl Visit for ThisFinder {
    fn visit_this_expr(&mut self, _: &ThisExpr) {
        self.found = true;
    }

    fn visit_ident(&mut self, ident: &Ident) {
        self.found |= ident.sym == "arguments";
    }
}

/// Takes shorter words of the same meaning: `!0` for `true`, `let` for `const` inside functions (outside, engines take
/// advantage of constants), no braces around one statement, and, in a program, no notes for bundlers on what is pure.
pub(crate) fn shorten(module: &mut Module, is_program: bool) {
    module.visit_mut_with(&mut Shorten {
        is_program,
        functions: 0,
    });
}

struct Shorten {
    is_program: bool,
    /// How many functions are around.
    functions: u32,
}

impl VisitMut for Shorten {
    fn visit_mut_function(&mut self, function: &mut Function) {
        self.functions += 1;
        function.visit_mut_children_with(self);
        self.functions -= 1;
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        self.functions += 1;
        arrow.visit_mut_children_with(self);
        self.functions -= 1;
    }

    fn visit_mut_var_decl(&mut self, decl: &mut VarDecl) {
        if self.functions > 0 && decl.kind == VarDeclKind::Const {
            decl.kind = VarDeclKind::Let;
        }
        decl.visit_mut_children_with(self);
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        expr.visit_mut_children_with(self);
        if let Expr::Lit(Lit::Bool(value)) = expr {
            let number = js::number(if value.value { 0.0 } else { 1.0 });
            *expr = js::not(number);
        }
    }

    fn visit_mut_if_stmt(&mut self, stmt: &mut IfStmt) {
        stmt.visit_mut_children_with(self);
        // An `else` belongs to the nearest `if`.
        let only = stmt.cons.as_block().and_then(|block| block.stmts.first());
        if stmt.alt.is_none() || !only.is_some_and(takes_else) {
            unwrap(&mut stmt.cons);
        }
        if let Some(alt) = &mut stmt.alt {
            unwrap(alt);
        }
    }

    fn visit_mut_for_stmt(&mut self, stmt: &mut ForStmt) {
        stmt.visit_mut_children_with(self);
        unwrap(&mut stmt.body);
    }

    fn visit_mut_for_of_stmt(&mut self, stmt: &mut ForOfStmt) {
        stmt.visit_mut_children_with(self);
        unwrap(&mut stmt.body);
    }

    fn visit_mut_while_stmt(&mut self, stmt: &mut WhileStmt) {
        stmt.visit_mut_children_with(self);
        unwrap(&mut stmt.body);
    }

    fn visit_mut_span(&mut self, span: &mut Span) {
        if self.is_program && span.lo == BytePos::PURE {
            *span = DUMMY_SP;
        }
    }
}

/// Whether an `else` after the statement would belong to an `if` in it.
fn takes_else(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::If(stmt) => stmt.alt.as_deref().is_none_or(takes_else),
        Stmt::For(stmt) => takes_else(&stmt.body),
        Stmt::ForOf(stmt) => takes_else(&stmt.body),
        Stmt::ForIn(stmt) => takes_else(&stmt.body),
        Stmt::While(stmt) => takes_else(&stmt.body),
        Stmt::Labeled(stmt) => takes_else(&stmt.body),
        _ => false,
    }
}

/// `{ f(); }` as `f();`. Declarations need their block.
fn unwrap(stmt: &mut Stmt) {
    if let Stmt::Block(block) = stmt
        && let [only] = &mut block.stmts[..]
        && !only.is_decl()
    {
        *stmt = std::mem::take(only);
    }
}
