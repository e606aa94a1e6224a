//! Operands that are written twice: which may be, and names for those that may not.

use crate::cx::Cx;
use crate::js::{self, Expr};
use swc_common::SyntaxContext;
use swc_ecma_ast::{
    AssignExpr, AssignTarget, CallExpr, Callee, MemberProp, SimpleAssignTarget, UnaryOp, UpdateExpr,
    YieldExpr,
};
use swc_ecma_visit::{Visit, VisitWith};

/// Whether an expression can be evaluated twice for the price and effect of once.
pub(crate) fn is_repeatable(expr: &Expr) -> bool {
    match expr {
        Expr::Ident(_) | Expr::This(_) | Expr::Lit(_) => true,
        Expr::Unary(unary) => unary.op == UnaryOp::Minus && matches!(&*unary.arg, Expr::Lit(_)),
        Expr::Member(member) => member.prop.is_ident() && is_repeatable(&member.obj),
        _ => false,
    }
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(_) | Expr::Unary(_))
}

/// Whether evaluating an expression may change what another one reads: it calls a function that is not the
/// runtime's, assigns to a variable that is no temporary, or waits.
pub(crate) fn has_effects(expr: &Expr) -> bool {
    let mut finder = Finder { found: false };
    expr.visit_with(&mut finder);
    finder.found
}

struct Finder {
    found: bool,
}

/// Whether a call runs no Go code: one of the runtime, or of the host.
pub(crate) fn is_harmless(call: &CallExpr) -> bool {
    let Callee::Expr(callee) = &call.callee else {
        return false;
    };
    match &**callee {
        Expr::Ident(ident) => {
            ident.sym.starts_with('$') && !matches!(&*ident.sym, "$call" | "$send" | "$receive")
        }
        Expr::Member(member) => match (&*member.obj, &member.prop) {
            (Expr::Ident(host), MemberProp::Ident(_)) if host.ctxt == SyntaxContext::empty() => true,
            (_, MemberProp::Ident(name)) => matches!(&*name.sym, "charCodeAt" | "$clone" | "$equal"),
            _ => false,
        },
        _ => false,
    }
}

impl Visit for Finder {
    fn visit_call_expr(&mut self, call: &CallExpr) {
        self.found |= !is_harmless(call);
        call.visit_children_with(self);
    }

    fn visit_assign_expr(&mut self, assign: &AssignExpr) {
        let is_temporary = matches!(
            &assign.left,
            AssignTarget::Simple(SimpleAssignTarget::Ident(ident)) if ident.id.sym.starts_with('$')
        );
        self.found |= !is_temporary;
        assign.visit_children_with(self);
    }

    fn visit_update_expr(&mut self, _: &UpdateExpr) {
        self.found = true;
    }

    fn visit_yield_expr(&mut self, _: &YieldExpr) {
        self.found = true;
    }

    // Functions in it are not called by evaluating it.
    fn visit_function(&mut self, _: &swc_ecma_ast::Function) {}
    fn visit_arrow_expr(&mut self, _: &swc_ecma_ast::ArrowExpr) {}
}

/// Makes operands repeatable: assignments to temporaries are appended to `effects`, to be evaluated first,
/// in order.
pub(crate) fn name<const N: usize>(cx: &mut Cx, operands: [Expr; N], effects: &mut Vec<Expr>) -> [Expr; N] {
    let mut disturbs = [false; N];
    for index in 1..N {
        if has_effects(&operands[index]) {
            disturbs[..index].fill(true);
        }
    }
    let mut index = 0;
    operands.map(|operand| {
        let keeps = is_constant(&operand) || (is_repeatable(&operand) && !disturbs[index]);
        index += 1;
        if keeps {
            return operand;
        }
        let temp = cx.temp();
        effects.push(js::assign(temp.clone(), operand));
        temp
    })
}

/// `(effects, value)`
pub(crate) fn after(mut effects: Vec<Expr>, value: Expr) -> Expr {
    effects.push(value);
    js::sequence(effects)
}
