//! Labels, and the branches to them.

use crate::checker::Checker;
use crate::env::Env;
use goes_source::{Diagnostic, Span};
use goes_syntax::ast::{Ident, Stmt, StmtKind, StmtNode, Symbol};
use rustc_hash::FxHashMap;

/// Blocks are numbered in source order.
#[derive(Debug, Default)]
struct Blocks {
    parents: Vec<Option<usize>>,
    spans: Vec<Span>,
}

#[derive(Debug)]
struct Label {
    ident: Ident,
    block: usize,
    /// How many variable declarations of its block precede it.
    declared: usize,
    position: u32,
    is_used: bool,
}

#[derive(Debug)]
struct Goto {
    ident: Ident,
    block: usize,
    position: u32,
}

/// A labelled statement that encloses what is being looked at.
#[derive(Copy, Clone, Debug)]
struct Enclosing {
    name: Symbol,
    can_break: bool,
    can_continue: bool,
}

/// A variable declaration at the top level of a block.
#[derive(Debug)]
struct Declared {
    block: usize,
    name: String,
    span: Span,
}

/// All that a body says about labels.
#[derive(Debug, Default)]
struct Labels {
    blocks: Blocks,
    labels: FxHashMap<Symbol, Label>,
    /// In source order, for messages.
    order: Vec<Symbol>,
    gotos: Vec<Goto>,
    declared: Vec<Declared>,
    enclosing: Vec<Enclosing>,
    errors: Vec<Fault>,
}

/// An error, and the other place that its message ends with.
#[derive(Debug)]
struct Fault {
    diagnostic: Diagnostic,
    place: Option<Place>,
}

/// The other place that a message ends with.
#[derive(Debug)]
enum Place {
    Line(Span),
    Start(Span),
}

impl<'a> Checker<'a> {
    /// Checks the labels of a function body, function literals in it aside.
    pub(crate) fn labels(&mut self, _env: &Env, body: &'a [Stmt]) {
        let mut labels = Labels::default();
        labels.block(None, Span::default(), body);
        labels.resolve_gotos();
        for name in &labels.order {
            let label = &labels.labels[name];
            if !label.is_used {
                let message = format!("label {name} declared and not used");
                let diagnostic = Diagnostic::error("UnusedLabel", label.ident.span, message);
                labels.errors.push(Fault {
                    diagnostic,
                    place: None,
                });
            }
        }
        for Fault {
            mut diagnostic,
            place,
        } in labels.errors
        {
            diagnostic.message += &place
                .and_then(|place| self.place_text(&place))
                .unwrap_or_default();
            self.report(diagnostic);
        }
    }

    fn place_text(&self, place: &Place) -> Option<String> {
        match *place {
            Place::Line(span) => Some(format!(" at line {}", self.files?.position(span)?.line)),
            Place::Start(span) => Some(format!(" starting at {}", self.position_text(span)?)),
        }
    }
}

impl Blocks {
    fn is_within(&self, mut block: usize, outer: usize) -> bool {
        loop {
            if block == outer {
                return true;
            }
            match self.parents[block] {
                Some(parent) => block = parent,
                None => return false,
            }
        }
    }
}

impl Labels {
    fn block(&mut self, parent: Option<usize>, span: Span, list: &[Stmt]) {
        let block = self.blocks.parents.len();
        self.blocks.parents.push(parent);
        self.blocks.spans.push(span);
        for stmt in list {
            self.stmt(block, stmt, None);
        }
    }

    fn error(&mut self, code: &'static str, span: Span, message: String) {
        let diagnostic = Diagnostic::error(code, span, message);
        self.errors.push(Fault {
            diagnostic,
            place: None,
        });
    }

    /// `label`: the statement's own.
    fn stmt(&mut self, block: usize, stmt: &StmtNode, label: Option<Symbol>) {
        match &stmt.kind {
            StmtKind::Labeled(ident, inner) => {
                self.declare(block, ident);
                self.stmt(block, inner, Some(ident.name));
            }
            StmtKind::Decl(decls) => {
                for decl in decls {
                    if let goes_syntax::ast::DeclKind::Var(var) = &decl.kind {
                        let name = var.names.first().map_or("", |name| name.name.as_str());
                        self.declared.push(Declared {
                            block,
                            name: name.to_string(),
                            span: decl.span,
                        });
                    }
                }
            }
            StmtKind::Define(lhs, _) => {
                let name = lhs
                    .first()
                    .map_or_else(String::new, |e| crate::expr_string::expr_string(e));
                self.declared.push(Declared {
                    block,
                    name,
                    span: stmt.span,
                });
            }
            StmtKind::Goto(ident) => {
                self.gotos.push(Goto {
                    ident: *ident,
                    block,
                    position: ident.span.lo,
                });
            }
            StmtKind::Break(Some(ident)) => self.branch(ident, "break", |target| target.can_break),
            StmtKind::Continue(Some(ident)) => self.branch(ident, "continue", |target| target.can_continue),
            _ => self.nested(block, stmt, label),
        }
    }

    /// Statements that contain blocks.
    fn nested(&mut self, block: usize, stmt: &StmtNode, label: Option<Symbol>) {
        let can_continue = matches!(stmt.kind, StmtKind::For(_) | StmtKind::Range(_));
        let can_break = can_continue
            || matches!(
                stmt.kind,
                StmtKind::Switch(_) | StmtKind::TypeSwitch(_) | StmtKind::Select(_)
            );
        if let Some(name) = label {
            self.enclosing.push(Enclosing {
                name,
                can_break,
                can_continue,
            });
        }
        match &stmt.kind {
            StmtKind::Block(inner) => self.block(Some(block), inner.span, &inner.stmts),
            StmtKind::If(_) => self.if_chain(block, stmt),
            StmtKind::For(stmt) => self.block(Some(block), stmt.body.span, &stmt.body.stmts),
            StmtKind::Range(stmt) => self.block(Some(block), stmt.body.span, &stmt.body.stmts),
            StmtKind::Switch(stmt) => stmt
                .cases
                .iter()
                .for_each(|case| self.block(Some(block), case.span, &case.body)),
            StmtKind::TypeSwitch(stmt) => stmt
                .cases
                .iter()
                .for_each(|case| self.block(Some(block), case.span, &case.body)),
            StmtKind::Select(stmt) => stmt
                .cases
                .iter()
                .for_each(|case| self.block(Some(block), case.span, &case.body)),
            _ => {}
        }
        if label.is_some() {
            self.enclosing.pop();
        }
    }

    fn if_chain(&mut self, block: usize, stmt: &StmtNode) {
        let mut stmt = stmt;
        while let StmtKind::If(branch) = &stmt.kind {
            self.block(Some(block), branch.then.span, &branch.then.stmts);
            let Some(next) = &branch.els else { return };
            stmt = next;
        }
        self.nested(block, stmt, None);
    }

    /// spec: "Labels are declared by labeled statements".
    fn declare(&mut self, block: usize, ident: &Ident) {
        if ident.name.is_blank() {
            return;
        }
        if let Some(other) = self.labels.get(&ident.name) {
            let diagnostic = Diagnostic::error(
                "DuplicateLabel",
                ident.span,
                format!("label {} already declared", ident.name),
            )
            .label(other.ident.span, format!("other declaration of {}", ident.name));
            self.errors.push(Fault {
                diagnostic,
                place: None,
            });
            return;
        }
        let declared = self.declared.len();
        let label = Label {
            ident: *ident,
            block,
            declared,
            position: ident.span.lo,
            is_used: false,
        };
        self.labels.insert(ident.name, label);
        self.order.push(ident.name);
    }

    /// spec: "If there is a label, it must be that of an enclosing "for", "switch", or "select" statement".
    fn branch(&mut self, ident: &Ident, verb: &str, is_target: impl Fn(&Enclosing) -> bool) {
        let target = self
            .enclosing
            .iter()
            .rev()
            .find(|target| target.name == ident.name)
            .copied();
        let is_valid = target.as_ref().is_some_and(is_target);
        if let Some(label) = self.labels.get_mut(&ident.name) {
            label.is_used |= is_valid;
            if !is_valid {
                self.error(
                    "MisplacedLabel",
                    ident.span,
                    format!("invalid {verb} label {}", ident.name),
                );
            }
        } else {
            let message = format!("invalid {verb} label {}: label not declared", ident.name);
            self.error("UndeclaredLabel", ident.span, message);
        }
    }

    /// spec: "Executing the "goto" statement must not cause any variables to come into scope that were not
    /// already in scope at the point of the goto", and "Goto statements outside a block must not jump to a
    /// label inside that block."
    fn resolve_gotos(&mut self) {
        for goto in std::mem::take(&mut self.gotos) {
            let name = goto.ident.name;
            let Some(label) = self.labels.get_mut(&name) else {
                self.error(
                    "UndeclaredLabel",
                    goto.ident.span,
                    format!("label {name} not declared"),
                );
                continue;
            };
            label.is_used = true;
            let (block, declared, position) = (label.block, label.declared, label.position);
            let span = label.ident.span;
            if !self.blocks.is_within(goto.block, block) {
                let diagnostic = Diagnostic::error(
                    "JumpIntoBlock",
                    goto.ident.span,
                    format!("goto {name} jumps into block"),
                )
                .label(span, "the label");
                let place = Some(Place::Start(self.blocks.spans[block]));
                self.errors.push(Fault { diagnostic, place });
                continue;
            }
            if position < goto.position {
                continue;
            }
            let jumped = self.declared[..declared]
                .iter()
                .rev()
                .find(|declared| declared.block == block && declared.span.lo > goto.position);
            if let Some(jumped) = jumped {
                let message = format!("goto {name} jumps over variable declaration");
                let diagnostic = Diagnostic::error("JumpOverDecl", goto.ident.span, message)
                    .label(jumped.span, format!("the declaration of {}", jumped.name));
                let place = Some(Place::Line(jumped.span));
                self.errors.push(Fault { diagnostic, place });
            }
        }
    }
}
