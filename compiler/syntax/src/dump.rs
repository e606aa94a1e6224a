//! Stable text forms of tokens and trees: `goes build --emit=tokens` and `--emit=ast`.

use crate::ast::*;
use crate::lexer::lex;
use crate::token::TokenKind;

/// One token a line: `line:column`, then its text. Semicolons that were inserted show as `;` and why.
pub fn dump_tokens(text: &str) -> String {
    let mut out = String::new();
    let (mut line, mut line_start, mut scanned) = (1, 0, 0);
    for token in lex(text, 0).tokens {
        let (lo, hi) = (token.lo as usize, token.hi as usize);
        for (offset, _) in text[scanned..lo].match_indices('\n') {
            line += 1;
            line_start = scanned + offset + 1;
        }
        scanned = lo;
        let shown = match token.kind {
            TokenKind::Semicolon if lo == hi => "; (newline)",
            TokenKind::Eof => "(end)",
            _ => &text[lo..hi],
        };
        out.push_str(&format!("{line}:{} {shown}\n", lo - line_start + 1));
    }
    out
}

/// Beyond this depth nothing is indented any further: long chains would take quadratic space.
const MAX_INDENT: usize = 100;

/// The tree as nested lists, `(what part part …)`, one part a line and indented. Recurses as deep as the tree.
pub fn dump_ast(file: &File) -> String {
    let mut dump = Dump {
        out: String::new(),
        depth: 0,
    };
    dump.list(&format!("file {}", file.package.name), |dump| {
        for directive in &file.directives {
            dump.line(&format!("(directive {} {:?})", directive.name, directive.args));
        }
        for import in &file.imports {
            let name = import
                .name
                .map_or(String::new(), |name| format!("{} ", name.name));
            dump.line(&format!("(import {name}{})", import.path.text));
        }
        file.decls.iter().for_each(|decl| dump.decl(decl));
    });
    dump.out.push('\n');
    dump.out
}

struct Dump {
    out: String,
    depth: usize,
}

impl Dump {
    fn line(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
            .extend(std::iter::repeat_n("  ", self.depth.min(MAX_INDENT)));
        self.out.push_str(text);
    }

    fn list(&mut self, head: &str, parts: impl FnOnce(&mut Dump)) {
        self.line(&format!("({head}"));
        self.depth += 1;
        parts(self);
        self.depth -= 1;
        self.out.push(')');
    }

    fn exprs(&mut self, head: &str, exprs: &[Expr]) {
        if !exprs.is_empty() {
            self.list(head, |dump| exprs.iter().for_each(|x| dump.expr(x)));
        }
    }

    /// A part that may be missing.
    fn part(&mut self, head: &str, x: Option<&Expr>) {
        if let Some(x) = x {
            self.list(head, |dump| dump.expr(x));
        }
    }

    fn decl(&mut self, decl: &Decl) {
        match &decl.kind {
            DeclKind::Bad => self.line("(bad)"),
            DeclKind::Const(decl) => self.list(
                &format!("const {} iota={}", names(&decl.names), decl.iota),
                |dump| {
                    dump.part("type", decl.ty.as_ref());
                    dump.exprs("values", &decl.values);
                },
            ),
            DeclKind::Var(decl) => self.list(&format!("var {}", names(&decl.names)), |dump| {
                dump.part("type", decl.ty.as_ref());
                dump.exprs("values", &decl.values);
            }),
            DeclKind::Type(decl) => {
                let alias = if decl.is_alias { " =" } else { "" };
                self.list(&format!("type {}{alias}", decl.name.name), |dump| {
                    dump.params("type-params", &decl.type_params);
                    dump.expr(&decl.ty);
                });
            }
            DeclKind::Func(decl) => self.list(&format!("func {}", decl.name.name), |dump| {
                if let Some(receiver) = &decl.receiver {
                    dump.params("receiver", receiver);
                }
                dump.signature(&decl.signature);
                if let Some(body) = &decl.body {
                    dump.block(body);
                }
            }),
        }
    }

    fn params(&mut self, head: &str, params: &[Param]) {
        if params.is_empty() {
            return;
        }
        self.list(head, |dump| {
            for param in params {
                let name = param
                    .name
                    .map_or("param".to_string(), |name| format!("param {}", name.name));
                let dots = if param.is_variadic { " ..." } else { "" };
                match &param.ty {
                    Some(ty) => dump.list(&format!("{name}{dots}"), |dump| dump.expr(ty)),
                    None => dump.line(&format!("({name})")),
                }
            }
        });
    }

    fn signature(&mut self, signature: &Signature) {
        self.params("type-params", &signature.type_params);
        self.params("params", &signature.params);
        self.params("results", &signature.results);
    }

    fn expr(&mut self, x: &Expr) {
        match &x.kind {
            ExprKind::Bad => self.line("(bad)"),
            ExprKind::Ident(name) | ExprKind::BasicLit(_, name) => self.line(name.as_str()),
            ExprKind::CompositeLit(lit) => self.list("composite", |dump| {
                dump.part("type", lit.ty.as_ref());
                lit.elems.iter().for_each(|elem| dump.expr(elem));
            }),
            ExprKind::FuncLit(lit) => self.list("func-lit", |dump| {
                dump.signature(&lit.signature);
                dump.block(&lit.body);
            }),
            ExprKind::Paren(x) => self.list("paren", |dump| dump.expr(x)),
            ExprKind::Selector(x, name) => self.list(&format!("select {}", name.name), |dump| dump.expr(x)),
            ExprKind::Index(x, indices) => self.list("index", |dump| {
                dump.expr(x);
                indices.iter().for_each(|index| dump.expr(index));
            }),
            ExprKind::Slice(slice) => self.list("slice", |dump| {
                dump.expr(&slice.operand);
                dump.part("low", slice.low.as_ref());
                dump.part("high", slice.high.as_ref());
                dump.part("max", slice.max.as_ref());
            }),
            ExprKind::TypeAssert(x, ty) => self.list("assert", |dump| {
                dump.expr(x);
                dump.part("type", ty.as_ref());
            }),
            ExprKind::Call(call) => self.list(if call.has_dots { "call ..." } else { "call" }, |dump| {
                dump.expr(&call.func);
                call.args.iter().for_each(|arg| dump.expr(arg));
            }),
            ExprKind::Star(x) => self.list("*", |dump| dump.expr(x)),
            ExprKind::Unary(op, x) => self.list(&format!("{op:?}"), |dump| dump.expr(x)),
            ExprKind::Binary(op, x, y) => self.list(&format!("{op:?}"), |dump| {
                dump.expr(x);
                dump.expr(y);
            }),
            ExprKind::KeyValue(key, value) => self.list("key", |dump| {
                dump.expr(key);
                dump.expr(value);
            }),
            _ => self.type_expr(x),
        }
    }

    fn type_expr(&mut self, x: &Expr) {
        match &x.kind {
            ExprKind::ArrayType(length, elem) => self.list("array", |dump| {
                dump.part("length", length.as_ref());
                dump.expr(elem);
            }),
            ExprKind::SliceType(elem) => self.list("slice-type", |dump| dump.expr(elem)),
            ExprKind::StructType(fields) => self.list("struct", |dump| {
                for field in fields {
                    let tag = field.tag.map_or(String::new(), |tag| format!(" {}", tag.text));
                    dump.list(&format!("field {}{tag}", names(&field.names)), |dump| {
                        dump.expr(&field.ty)
                    });
                }
            }),
            ExprKind::FuncType(signature) => self.list("func-type", |dump| dump.signature(signature)),
            ExprKind::InterfaceType(elems) => self.list("interface", |dump| {
                for elem in elems {
                    match elem {
                        InterfaceElem::Method(name, signature) => {
                            dump.list(&format!("method {}", name.name), |dump| dump.signature(signature));
                        }
                        InterfaceElem::Embedded(ty) => dump.list("embedded", |dump| dump.expr(ty)),
                    }
                }
            }),
            ExprKind::MapType(key, elem) => self.list("map", |dump| {
                dump.expr(key);
                dump.expr(elem);
            }),
            ExprKind::ChanType(dir, elem) => self.list(&format!("chan {dir:?}"), |dump| dump.expr(elem)),
            ExprKind::Union(terms) => self.exprs("union", terms),
            _ => {}
        }
    }

    fn block(&mut self, block: &Block) {
        self.stmts("block", &block.stmts);
    }

    fn stmts(&mut self, head: &str, stmts: &[Stmt]) {
        self.list(head, |dump| stmts.iter().for_each(|stmt| dump.stmt(stmt)));
    }

    fn init(&mut self, init: Option<&Stmt>) {
        if let Some(init) = init {
            self.list("init", |dump| dump.stmt(init));
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Bad => self.line("(bad)"),
            StmtKind::Empty => self.line("(empty)"),
            StmtKind::Expr(x) => self.expr(x),
            StmtKind::Send(chan, value) => self.list("send", |dump| {
                dump.expr(chan);
                dump.expr(value);
            }),
            StmtKind::IncDec(x, is_increment) => {
                self.list(if *is_increment { "++" } else { "--" }, |dump| dump.expr(x))
            }
            StmtKind::Assign(left, right) => self.list("=", |dump| {
                dump.exprs("left", left);
                dump.exprs("right", right);
            }),
            StmtKind::Define(left, right) => self.list(":=", |dump| {
                dump.exprs("left", left);
                dump.exprs("right", right);
            }),
            StmtKind::OpAssign(op, left, right) => self.list(&format!("{op:?}="), |dump| {
                dump.expr(left);
                dump.expr(right);
            }),
            StmtKind::Go(x) => self.list("go", |dump| dump.expr(x)),
            StmtKind::Defer(x) => self.list("defer", |dump| dump.expr(x)),
            StmtKind::Return(values) => self.list("return", |dump| values.iter().for_each(|x| dump.expr(x))),
            StmtKind::Break(label) => self.line(&branch("break", label.as_ref())),
            StmtKind::Continue(label) => self.line(&branch("continue", label.as_ref())),
            StmtKind::Goto(label) => self.line(&branch("goto", Some(label))),
            StmtKind::Fallthrough => self.line("(fallthrough)"),
            StmtKind::Block(block) => self.block(block),
            StmtKind::Labeled(label, stmt) => {
                self.list(&format!("label {}", label.name), |dump| dump.stmt(stmt))
            }
            StmtKind::Decl(decls) => decls.iter().for_each(|decl| self.decl(decl)),
            _ => self.compound_stmt(stmt),
        }
    }

    fn compound_stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::If(stmt) => self.list("if", |dump| {
                dump.init(stmt.init.as_ref());
                dump.expr(&stmt.cond);
                dump.block(&stmt.then);
                if let Some(els) = &stmt.els {
                    dump.list("else", |dump| dump.stmt(els));
                }
            }),
            StmtKind::Switch(stmt) => self.list("switch", |dump| {
                dump.init(stmt.init.as_ref());
                dump.part("tag", stmt.tag.as_ref());
                dump.cases(&stmt.cases);
            }),
            StmtKind::TypeSwitch(stmt) => {
                let bind = stmt.bind.map_or(String::new(), |bind| format!(" {}", bind.name));
                self.list(&format!("type-switch{bind}"), |dump| {
                    dump.init(stmt.init.as_ref());
                    dump.expr(&stmt.operand);
                    dump.cases(&stmt.cases);
                });
            }
            StmtKind::Select(stmt) => self.list("select", |dump| {
                for case in &stmt.cases {
                    dump.list(if case.comm.is_some() { "case" } else { "default" }, |dump| {
                        case.comm.iter().for_each(|comm| dump.stmt(comm));
                        dump.stmts("body", &case.body);
                    });
                }
            }),
            StmtKind::For(stmt) => self.list("for", |dump| {
                dump.init(stmt.init.as_ref());
                dump.part("cond", stmt.cond.as_ref());
                if let Some(post) = &stmt.post {
                    dump.list("post", |dump| dump.stmt(post));
                }
                dump.block(&stmt.body);
            }),
            StmtKind::Range(stmt) => self.list(if stmt.is_define { "range :=" } else { "range" }, |dump| {
                dump.part("key", stmt.key.as_ref());
                dump.part("value", stmt.value.as_ref());
                dump.expr(&stmt.operand);
                dump.block(&stmt.body);
            }),
            _ => {}
        }
    }

    fn cases(&mut self, cases: &[CaseClause]) {
        for case in cases {
            self.list(if case.is_default { "default" } else { "case" }, |dump| {
                case.exprs.iter().for_each(|x| dump.expr(x));
                dump.stmts("body", &case.body);
            });
        }
    }
}

fn names(names: &[Ident]) -> String {
    names
        .iter()
        .map(|name| name.name.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn branch(keyword: &str, label: Option<&Ident>) -> String {
    match label {
        Some(label) => format!("({keyword} {})", label.name),
        None => format!("({keyword})"),
    }
}
