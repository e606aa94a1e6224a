//! Expressions as messages show them: one line, bodies left out.

use goes_syntax::ast::{
    BinaryOp, ChanDir, Expr, ExprKind, ExprNode, FieldDecl, InterfaceElem, Param, Signature, UnaryOp,
};

/// The source form of an expression, in gc's short form: `f(x + 1)`, `T{…}`, `func(x int) {…}`.
pub(crate) fn expr_string(e: &ExprNode) -> String {
    let mut out = String::new();
    write_expr(&mut out, e);
    out
}

fn write_list(out: &mut String, list: &[Expr]) {
    for (index, e) in list.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write_expr(out, e);
    }
}

fn write_all(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}

fn write_expr(out: &mut String, e: &ExprNode) {
    match &e.kind {
        ExprKind::Bad => out.push('_'),
        ExprKind::Ident(name) => out.push_str(name.as_str()),
        ExprKind::BasicLit(_, text) => out.push_str(text.as_str()),
        ExprKind::CompositeLit(lit) => {
            if let Some(ty) = &lit.ty {
                write_expr(out, ty);
            }
            out.push_str(if lit.elems.is_empty() { "{}" } else { "{…}" });
        }
        ExprKind::FuncLit(lit) => {
            out.push_str("func");
            write_signature(out, &lit.signature);
            out.push_str(if lit.body.stmts.is_empty() {
                " {}"
            } else {
                " {…}"
            });
        }
        ExprKind::Paren(inner) => {
            out.push('(');
            write_expr(out, inner);
            out.push(')');
        }
        ExprKind::Selector(x, name) => {
            write_expr(out, x);
            write_all(out, &[".", name.name.as_str()]);
        }
        ExprKind::Index(x, indices) => {
            write_expr(out, x);
            out.push('[');
            write_list(out, indices);
            out.push(']');
        }
        ExprKind::Slice(slice) => {
            write_expr(out, &slice.operand);
            out.push('[');
            let bounds = [&slice.low, &slice.high, &slice.max];
            for (index, bound) in bounds[..if slice.is_full { 3 } else { 2 }].iter().enumerate() {
                if index > 0 {
                    out.push(':');
                }
                if let Some(bound) = bound {
                    write_expr(out, bound);
                }
            }
            out.push(']');
        }
        ExprKind::TypeAssert(x, ty) => {
            write_expr(out, x);
            out.push_str(".(");
            match ty {
                Some(ty) => write_expr(out, ty),
                None => out.push_str("type"),
            }
            out.push(')');
        }
        ExprKind::Call(call) => {
            write_expr(out, &call.func);
            out.push('(');
            write_list(out, &call.args);
            out.push_str(if call.has_dots { "...)" } else { ")" });
        }
        ExprKind::Star(x) => {
            out.push('*');
            write_expr(out, x);
        }
        ExprKind::Unary(op, x) => {
            out.push_str(unary_op(*op));
            write_expr(out, x);
        }
        ExprKind::Binary(op, x, y) => {
            write_expr(out, x);
            write_all(out, &[" ", binary_op(*op), " "]);
            write_expr(out, y);
        }
        ExprKind::KeyValue(key, value) => {
            write_expr(out, key);
            out.push_str(": ");
            write_expr(out, value);
        }
        ExprKind::Union(terms) => {
            for (index, term) in terms.iter().enumerate() {
                if index > 0 {
                    out.push_str(" | ");
                }
                write_expr(out, term);
            }
        }
        _ => write_type(out, e),
    }
}

fn write_type(out: &mut String, e: &ExprNode) {
    match &e.kind {
        ExprKind::ArrayType(len, elem) => {
            out.push('[');
            match len {
                Some(len) => write_expr(out, len),
                None => out.push_str("..."),
            }
            out.push(']');
            write_expr(out, elem);
        }
        ExprKind::SliceType(elem) => {
            out.push_str("[]");
            write_expr(out, elem);
        }
        ExprKind::StructType(fields) => write_struct(out, fields),
        ExprKind::FuncType(signature) => {
            out.push_str("func");
            write_signature(out, signature);
        }
        ExprKind::InterfaceType(elems) => {
            out.push_str("interface{");
            for (index, elem) in elems.iter().enumerate() {
                if index > 0 {
                    out.push_str("; ");
                }
                match elem {
                    InterfaceElem::Method(name, signature) => {
                        out.push_str(name.name.as_str());
                        write_signature(out, signature);
                    }
                    InterfaceElem::Embedded(elem) => write_expr(out, elem),
                }
            }
            out.push('}');
        }
        ExprKind::MapType(key, elem) => {
            out.push_str("map[");
            write_expr(out, key);
            out.push(']');
            write_expr(out, elem);
        }
        ExprKind::ChanType(dir, elem) => {
            out.push_str(match dir {
                ChanDir::Both => "chan ",
                ChanDir::Send => "chan<- ",
                ChanDir::Receive => "<-chan ",
            });
            write_expr(out, elem);
        }
        _ => {}
    }
}

fn write_struct(out: &mut String, fields: &[FieldDecl]) {
    out.push_str("struct{");
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            out.push_str("; ");
        }
        for (index, name) in field.names.iter().enumerate() {
            write_all(out, &[if index > 0 { ", " } else { "" }, name.name.as_str()]);
        }
        if !field.names.is_empty() {
            out.push(' ');
        }
        write_expr(out, &field.ty);
        if let Some(tag) = field.tag {
            write_all(out, &[" ", tag.text.as_str()]);
        }
    }
    out.push('}');
}

fn write_signature(out: &mut String, signature: &Signature) {
    out.push('(');
    write_params(out, &signature.params);
    out.push(')');
    match &signature.results[..] {
        [] => {}
        [
            Param {
                name: None,
                ty: Some(ty),
                ..
            },
        ] => {
            out.push(' ');
            write_expr(out, ty);
        }
        results => {
            out.push_str(" (");
            write_params(out, results);
            out.push(')');
        }
    }
}

fn write_params(out: &mut String, params: &[Param]) {
    for (index, param) in params.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        if let Some(name) = param.name {
            out.push_str(name.name.as_str());
            if param.ty.is_some() {
                out.push(' ');
            }
        }
        if param.is_variadic {
            out.push_str("...");
        }
        if let Some(ty) = &param.ty {
            write_expr(out, ty);
        }
    }
}

pub(crate) fn unary_op(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Plus => "+",
        UnaryOp::Minus => "-",
        UnaryOp::Not => "!",
        UnaryOp::Complement => "^",
        UnaryOp::Address => "&",
        UnaryOp::Receive => "<-",
        UnaryOp::Tilde => "~",
    }
}

pub(crate) fn binary_op(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::LogicalOr => "||",
        BinaryOp::LogicalAnd => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::Less => "<",
        BinaryOp::LessEqual => "<=",
        BinaryOp::Greater => ">",
        BinaryOp::GreaterEqual => ">=",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Or => "|",
        BinaryOp::Xor => "^",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::Shl => "<<",
        BinaryOp::Shr => ">>",
        BinaryOp::And => "&",
        BinaryOp::AndNot => "&^",
    }
}

/// The expression within any parentheses.
pub(crate) fn unparen(mut e: &ExprNode) -> &ExprNode {
    while let ExprKind::Paren(inner) = &e.kind {
        e = inner;
    }
    e
}
