//! Which binding a name means.
//!
//! [`resolve`] gives the identifiers of a parsed declaration their numbers; [`Usage::of`] finds the scopes
//! of a finished module and what is used in them; [`apply`] writes the names that [`crate::names`] chose.

use crate::names::Names;
use indexmap::IndexSet;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use swc_atoms::Atom;
use swc_common::SyntaxContext;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith};

// ---- from names to numbers --------------------------------------------------------------------------

/// A free name of a declaration, and whether it is needed to evaluate the declaration itself (rather than
/// when a function in it is called).
pub(crate) struct FreeName<'a> {
    pub name: &'a Atom,
    pub is_eager: bool,
}

/// Numbers the local bindings of a declaration; `free` tells the number of the others (`None`: a name of
/// the host).
pub(crate) fn resolve(stmt: &mut Stmt, names: &mut Names, free: &mut dyn FnMut(FreeName) -> Option<u32>) {
    let mut resolver = Resolver {
        names,
        scopes: Vec::new(),
        functions: 0,
        free,
    };
    stmt.visit_mut_with(&mut resolver);
}

/// The names that a pattern binds.
pub(crate) fn pattern_names(pattern: &Pat, found: &mut Vec<Atom>) {
    match pattern {
        Pat::Ident(ident) => found.push(ident.id.sym.clone()),
        Pat::Array(array) => array
            .elems
            .iter()
            .flatten()
            .for_each(|elem| pattern_names(elem, found)),
        Pat::Rest(rest) => pattern_names(&rest.arg, found),
        Pat::Object(object) => {
            for prop in &object.props {
                match prop {
                    ObjectPatProp::KeyValue(prop) => pattern_names(&prop.value, found),
                    ObjectPatProp::Assign(prop) => found.push(prop.key.id.sym.clone()),
                    ObjectPatProp::Rest(rest) => pattern_names(&rest.arg, found),
                }
            }
        }
        Pat::Assign(assign) => pattern_names(&assign.left, found),
        Pat::Invalid(_) | Pat::Expr(_) => {}
    }
}

struct Resolver<'a> {
    names: &'a mut Names,
    scopes: Vec<FxHashMap<Atom, u32>>,
    /// How many functions are around.
    functions: u32,
    free: &'a mut dyn FnMut(FreeName) -> Option<u32>,
}

impl Resolver<'_> {
    fn scope(&mut self, declared: Vec<Atom>, visit: impl FnOnce(&mut Self)) {
        let mut scope = FxHashMap::default();
        for name in declared {
            if let Entry::Vacant(place) = scope.entry(name) {
                let id = self.names.fresh(place.key());
                place.insert(id);
            }
        }
        self.scopes.push(scope);
        visit(self);
        self.scopes.pop();
    }

    fn function_scope(
        &mut self,
        mut declared: Vec<Atom>,
        body: Option<&[Stmt]>,
        visit: impl FnOnce(&mut Self),
    ) {
        if let Some(body) = body {
            lexical_names(body, &mut declared);
            let mut vars = Vars { found: Vec::new() };
            body.iter().for_each(|stmt| stmt.visit_with(&mut vars));
            declared.append(&mut vars.found);
        }
        self.functions += 1;
        self.scope(declared, visit);
        self.functions -= 1;
    }
}

/// Names declared by `let`, `const`, `class` and `function` directly among these statements.
fn lexical_names(stmts: &[Stmt], found: &mut Vec<Atom>) {
    for stmt in stmts {
        match stmt {
            Stmt::Decl(Decl::Fn(decl)) => found.push(decl.ident.sym.clone()),
            Stmt::Decl(Decl::Class(decl)) => found.push(decl.ident.sym.clone()),
            Stmt::Decl(Decl::Var(decl)) if decl.kind != VarDeclKind::Var => {
                decl.decls
                    .iter()
                    .for_each(|decl| pattern_names(&decl.name, found));
            }
            _ => {}
        }
    }
}

/// Collects `var` declarations of one function.
struct Vars {
    found: Vec<Atom>,
}

impl Visit for Vars {
    fn visit_var_decl(&mut self, decl: &VarDecl) {
        if decl.kind == VarDeclKind::Var {
            decl.decls
                .iter()
                .for_each(|decl| pattern_names(&decl.name, &mut self.found));
        }
    }
    fn visit_function(&mut self, _: &Function) {}
    fn visit_arrow_expr(&mut self, _: &ArrowExpr) {}
    fn visit_class(&mut self, _: &Class) {}
    fn visit_expr(&mut self, _: &Expr) {}
}

impl VisitMut for Resolver<'_> {
    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        let local = self
            .scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(&ident.sym).copied());
        let id = local.or_else(|| {
            (self.free)(FreeName {
                name: &ident.sym,
                is_eager: self.functions == 0,
            })
        });
        if let Some(id) = id {
            ident.ctxt = SyntaxContext::from_u32(id);
        }
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        let mut declared = Vec::new();
        function
            .params
            .iter()
            .for_each(|param| pattern_names(&param.pat, &mut declared));
        let body = function.body.as_ref().map(|body| body.stmts.clone());
        self.function_scope(declared, body.as_deref(), |this| {
            function.visit_mut_children_with(this)
        });
    }

    fn visit_mut_constructor(&mut self, constructor: &mut Constructor) {
        let mut declared = Vec::new();
        for param in &constructor.params {
            if let ParamOrTsParamProp::Param(param) = param {
                pattern_names(&param.pat, &mut declared);
            }
        }
        let body = constructor.body.as_ref().map(|body| body.stmts.clone());
        self.function_scope(declared, body.as_deref(), |this| {
            constructor.visit_mut_children_with(this)
        });
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        let mut declared = Vec::new();
        arrow
            .params
            .iter()
            .for_each(|param| pattern_names(param, &mut declared));
        let body = match &*arrow.body {
            ArrowFunctionBody::FunctionBody(body) => Some(body.stmts.clone()),
            ArrowFunctionBody::Expr(_) => None,
        };
        self.function_scope(declared, body.as_deref(), |this| {
            arrow.visit_mut_children_with(this)
        });
    }

    fn visit_mut_fn_expr(&mut self, expr: &mut FnExpr) {
        let declared = expr.ident.iter().map(|ident| ident.sym.clone()).collect();
        self.scope(declared, |this| expr.visit_mut_children_with(this));
    }

    fn visit_mut_class_expr(&mut self, expr: &mut ClassExpr) {
        let declared = expr.ident.iter().map(|ident| ident.sym.clone()).collect();
        self.scope(declared, |this| expr.visit_mut_children_with(this));
    }

    fn visit_mut_class_prop(&mut self, prop: &mut ClassProp) {
        // An instance property is evaluated when an object is made.
        self.functions += u32::from(!prop.is_static);
        prop.visit_mut_children_with(self);
        self.functions -= u32::from(!prop.is_static);
    }

    fn visit_mut_block_stmt(&mut self, block: &mut BlockStmt) {
        let mut declared = Vec::new();
        lexical_names(&block.stmts, &mut declared);
        self.scope(declared, |this| block.visit_mut_children_with(this));
    }

    fn visit_mut_for_stmt(&mut self, stmt: &mut ForStmt) {
        let mut declared = Vec::new();
        if let Some(VarDeclOrExpr::VarDecl(decl)) = &stmt.init
            && decl.kind != VarDeclKind::Var
        {
            decl.decls
                .iter()
                .for_each(|decl| pattern_names(&decl.name, &mut declared));
        }
        self.scope(declared, |this| stmt.visit_mut_children_with(this));
    }

    fn visit_mut_for_of_stmt(&mut self, stmt: &mut ForOfStmt) {
        stmt.right.visit_mut_with(self);
        self.scope(head_names(&stmt.left), |this| {
            stmt.left.visit_mut_with(this);
            stmt.body.visit_mut_with(this);
        });
    }

    fn visit_mut_for_in_stmt(&mut self, stmt: &mut ForInStmt) {
        stmt.right.visit_mut_with(self);
        self.scope(head_names(&stmt.left), |this| {
            stmt.left.visit_mut_with(this);
            stmt.body.visit_mut_with(this);
        });
    }

    fn visit_mut_switch_stmt(&mut self, stmt: &mut SwitchStmt) {
        stmt.discriminant.visit_mut_with(self);
        let mut declared = Vec::new();
        stmt.cases
            .iter()
            .for_each(|case| lexical_names(&case.cons, &mut declared));
        self.scope(declared, |this| stmt.cases.visit_mut_with(this));
    }

    fn visit_mut_catch_clause(&mut self, clause: &mut CatchClause) {
        let mut declared = Vec::new();
        if let Some(param) = &clause.param {
            pattern_names(param, &mut declared);
        }
        self.scope(declared, |this| clause.visit_mut_children_with(this));
    }

    fn visit_mut_labeled_stmt(&mut self, stmt: &mut LabeledStmt) {
        stmt.body.visit_mut_with(self);
    }
    fn visit_mut_break_stmt(&mut self, _: &mut BreakStmt) {}
    fn visit_mut_continue_stmt(&mut self, _: &mut ContinueStmt) {}
}

fn head_names(head: &ForHead) -> Vec<Atom> {
    let mut declared = Vec::new();
    if let ForHead::VarDecl(decl) = head
        && decl.kind != VarDeclKind::Var
    {
        decl.decls
            .iter()
            .for_each(|decl| pattern_names(&decl.name, &mut declared));
    }
    declared
}

/// Takes away parentheses that only held a type comment.
pub(crate) fn strip_parens(stmt: &mut Stmt) {
    stmt.visit_mut_with(&mut StripParens);
}

struct StripParens;

impl VisitMut for StripParens {
    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        expr.visit_mut_children_with(self);
        while let Expr::Paren(inner) = expr {
            let is_bare = match &*inner.expr {
                Expr::Ident(_) | Expr::This(_) | Expr::Member(_) | Expr::Array(_) | Expr::Paren(_) => true,
                Expr::Call(call) => matches!(call.callee, Callee::Expr(_)),
                _ => false,
            };
            if !is_bare {
                return;
            }
            *expr = std::mem::take(&mut *inner.expr);
        }
    }

    fn visit_mut_new_expr(&mut self, new: &mut NewExpr) {
        new.args.visit_mut_with(self);
    }
}

// ---- scopes of a finished module --------------------------------------------------------------------

#[derive(Debug, Default)]
pub(crate) struct Scope {
    pub parent: Option<usize>,
    pub declared: Vec<u32>,
    /// Used in this scope or deeper, but declared outside.
    used: FxHashSet<u32>,
    hosts: FxHashSet<u32>,
}

impl Scope {
    /// In no particular order: only for membership.
    #[allow(clippy::iter_over_hash_type)]
    pub(crate) fn free_ids(&self) -> impl Iterator<Item = u32> + '_ {
        self.used.iter().copied()
    }

    pub(crate) fn free_hosts(&self) -> impl Iterator<Item = u32> + '_ {
        self.hosts.iter().copied()
    }
}

/// Scopes, outer before inner, and how bindings are used.
#[derive(Debug, Default)]
pub(crate) struct Usage {
    pub scopes: Vec<Scope>,
    /// Names of the host that are used anywhere.
    pub hosts: IndexSet<Atom>,
    /// By binding: how often its name is written.
    pub counts: Vec<u32>,
    /// Bindings that are assigned to after their declaration.
    pub assigned: FxHashSet<u32>,
}

impl Usage {
    pub(crate) fn of(module: &Module, bindings: usize) -> Usage {
        let usage = Usage {
            counts: vec![0; bindings],
            ..Usage::default()
        };
        let mut collector = Collector {
            usage,
            stack: Vec::new(),
            functions: Vec::new(),
        };
        collector.function(|this| module.visit_children_with(this));
        let mut usage = collector.usage;
        // Inner scopes come after outer ones, so going backwards everything has arrived when it is passed on.
        for index in (0..usage.scopes.len()).rev() {
            let mut scope = std::mem::take(&mut usage.scopes[index]);
            for id in &scope.declared {
                scope.used.remove(id);
            }
            if let Some(parent) = scope.parent {
                usage.scopes[parent].used.extend(&scope.used);
                usage.scopes[parent].hosts.extend(&scope.hosts);
            }
            usage.scopes[index] = scope;
        }
        usage
    }
}

struct Collector {
    usage: Usage,
    stack: Vec<usize>,
    /// Scopes of functions, for `var`.
    functions: Vec<usize>,
}

impl Collector {
    fn scope(&mut self, visit: impl FnOnce(&mut Self)) {
        let parent = self.stack.last().copied();
        self.stack.push(self.usage.scopes.len());
        self.usage.scopes.push(Scope {
            parent,
            ..Scope::default()
        });
        visit(self);
        self.stack.pop();
    }

    fn function(&mut self, visit: impl FnOnce(&mut Self)) {
        self.functions.push(self.usage.scopes.len());
        self.scope(visit);
        self.functions.pop();
    }

    fn declare_in(&mut self, ident: &Ident, scope: usize) {
        let id = ident.ctxt.as_u32();
        if id == 0 {
            return;
        }
        self.usage.counts[id as usize] += 1;
        let declared = &mut self.usage.scopes[scope].declared;
        if declared.last() != Some(&id) {
            declared.push(id);
        }
    }

    fn declare(&mut self, ident: &Ident) {
        let scope = *self.stack.last().expect("the module is a scope");
        self.declare_in(ident, scope);
    }

    fn declare_pattern(&mut self, pattern: &Pat, scope: usize) {
        match pattern {
            Pat::Ident(ident) => self.declare_in(&ident.id, scope),
            Pat::Array(array) => array
                .elems
                .iter()
                .flatten()
                .for_each(|elem| self.declare_pattern(elem, scope)),
            Pat::Rest(rest) => self.declare_pattern(&rest.arg, scope),
            Pat::Object(object) => {
                for prop in &object.props {
                    match prop {
                        ObjectPatProp::KeyValue(prop) => {
                            prop.key.visit_with(self);
                            self.declare_pattern(&prop.value, scope);
                        }
                        ObjectPatProp::Assign(prop) => {
                            self.declare_in(&prop.key.id, scope);
                            prop.value.visit_with(self);
                        }
                        ObjectPatProp::Rest(rest) => self.declare_pattern(&rest.arg, scope),
                    }
                }
            }
            Pat::Assign(assign) => {
                self.declare_pattern(&assign.left, scope);
                assign.right.visit_with(self);
            }
            Pat::Invalid(_) | Pat::Expr(_) => {}
        }
    }

    fn declare_here(&mut self, pattern: &Pat) {
        let scope = *self.stack.last().expect("the module is a scope");
        self.declare_pattern(pattern, scope);
    }

    fn assigned(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Ident(ident) => {
                self.usage.assigned.insert(ident.id.ctxt.as_u32());
            }
            Pat::Array(array) => array.elems.iter().flatten().for_each(|elem| self.assigned(elem)),
            Pat::Rest(rest) => self.assigned(&rest.arg),
            Pat::Assign(assign) => self.assigned(&assign.left),
            Pat::Object(object) => {
                for prop in &object.props {
                    match prop {
                        ObjectPatProp::KeyValue(prop) => self.assigned(&prop.value),
                        ObjectPatProp::Assign(prop) => {
                            self.usage.assigned.insert(prop.key.id.ctxt.as_u32());
                        }
                        ObjectPatProp::Rest(rest) => self.assigned(&rest.arg),
                    }
                }
            }
            Pat::Expr(expr) => {
                if let Expr::Ident(ident) = &**expr {
                    self.usage.assigned.insert(ident.ctxt.as_u32());
                }
            }
            Pat::Invalid(_) => {}
        }
    }
}

impl Visit for Collector {
    fn visit_ident(&mut self, ident: &Ident) {
        let scope = *self.stack.last().expect("the module is a scope");
        let id = ident.ctxt.as_u32();
        if id == 0 {
            let host = self.usage.hosts.insert_full(ident.sym.clone()).0;
            self.usage.scopes[scope].hosts.insert(host as u32);
        } else {
            self.usage.counts[id as usize] += 1;
            self.usage.scopes[scope].used.insert(id);
        }
    }

    fn visit_var_decl(&mut self, decl: &VarDecl) {
        let scopes = if decl.kind == VarDeclKind::Var {
            &self.functions
        } else {
            &self.stack
        };
        let scope = *scopes.last().expect("the module is a scope");
        for declarator in &decl.decls {
            self.declare_pattern(&declarator.name, scope);
            declarator.init.visit_with(self);
        }
    }

    fn visit_fn_decl(&mut self, decl: &FnDecl) {
        self.declare(&decl.ident);
        decl.function.visit_with(self);
    }

    fn visit_class_decl(&mut self, decl: &ClassDecl) {
        self.declare(&decl.ident);
        decl.class.visit_with(self);
    }

    fn visit_fn_expr(&mut self, expr: &FnExpr) {
        self.scope(|this| {
            if let Some(ident) = &expr.ident {
                this.declare(ident);
            }
            expr.function.visit_with(this);
        });
    }

    fn visit_class_expr(&mut self, expr: &ClassExpr) {
        self.scope(|this| {
            if let Some(ident) = &expr.ident {
                this.declare(ident);
            }
            expr.class.visit_with(this);
        });
    }

    fn visit_function(&mut self, function: &Function) {
        self.function(|this| {
            function
                .params
                .iter()
                .for_each(|param| this.declare_here(&param.pat));
            function.body.visit_with(this);
        });
    }

    fn visit_constructor(&mut self, constructor: &Constructor) {
        self.function(|this| {
            for param in &constructor.params {
                if let ParamOrTsParamProp::Param(param) = param {
                    this.declare_here(&param.pat);
                }
            }
            constructor.body.visit_with(this);
        });
    }

    fn visit_arrow_expr(&mut self, arrow: &ArrowExpr) {
        self.function(|this| {
            arrow.params.iter().for_each(|param| this.declare_here(param));
            arrow.body.visit_with(this);
        });
    }

    fn visit_block_stmt(&mut self, block: &BlockStmt) {
        self.scope(|this| block.visit_children_with(this));
    }

    fn visit_for_stmt(&mut self, stmt: &ForStmt) {
        self.scope(|this| stmt.visit_children_with(this));
    }

    fn visit_for_of_stmt(&mut self, stmt: &ForOfStmt) {
        self.scope(|this| {
            if let ForHead::Pat(pattern) = &stmt.left {
                this.assigned(pattern);
            }
            stmt.visit_children_with(this);
        });
    }

    fn visit_for_in_stmt(&mut self, stmt: &ForInStmt) {
        self.scope(|this| {
            if let ForHead::Pat(pattern) = &stmt.left {
                this.assigned(pattern);
            }
            stmt.visit_children_with(this);
        });
    }

    fn visit_switch_stmt(&mut self, stmt: &SwitchStmt) {
        stmt.discriminant.visit_with(self);
        self.scope(|this| stmt.cases.visit_with(this));
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        self.scope(|this| {
            if let Some(param) = &clause.param {
                this.declare_here(param);
            }
            clause.body.visit_children_with(this);
        });
    }

    fn visit_labeled_stmt(&mut self, stmt: &LabeledStmt) {
        stmt.body.visit_with(self);
    }
    fn visit_break_stmt(&mut self, _: &BreakStmt) {}
    fn visit_continue_stmt(&mut self, _: &ContinueStmt) {}

    fn visit_assign_expr(&mut self, assign: &AssignExpr) {
        match &assign.left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(ident)) => {
                self.usage.assigned.insert(ident.id.ctxt.as_u32());
            }
            AssignTarget::Simple(SimpleAssignTarget::Paren(target)) => {
                if let Expr::Ident(ident) = &*target.expr {
                    self.usage.assigned.insert(ident.ctxt.as_u32());
                }
            }
            AssignTarget::Simple(_) => {}
            AssignTarget::Pat(AssignTargetPat::Array(array)) => {
                array.elems.iter().flatten().for_each(|elem| self.assigned(elem));
            }
            AssignTarget::Pat(AssignTargetPat::Object(object)) => self.assigned(&Pat::Object(object.clone())),
            AssignTarget::Pat(AssignTargetPat::Invalid(_)) => {}
        }
        assign.visit_children_with(self);
    }

    fn visit_update_expr(&mut self, update: &UpdateExpr) {
        if let Expr::Ident(ident) = &*update.arg {
            self.usage.assigned.insert(ident.ctxt.as_u32());
        }
        update.visit_children_with(self);
    }

    fn visit_import_decl(&mut self, import: &ImportDecl) {
        for specifier in &import.specifiers {
            match specifier {
                ImportSpecifier::Named(named) => self.declare(&named.local),
                ImportSpecifier::Default(default) => self.declare(&default.local),
                ImportSpecifier::Namespace(namespace) => self.declare(&namespace.local),
            }
        }
    }

    fn visit_export_named_specifier(&mut self, specifier: &ExportNamedSpecifier) {
        specifier.orig.visit_with(self);
    }
}

// ---- from numbers to names --------------------------------------------------------------------------

/// Writes final names, and `const` for `let` where nothing is assigned later.
pub(crate) fn apply(module: &mut Module, names: &[Atom], assigned: &FxHashSet<u32>) {
    module.visit_mut_with(&mut Apply { names, assigned });
}

struct Apply<'a> {
    names: &'a [Atom],
    assigned: &'a FxHashSet<u32>,
}

impl Apply<'_> {
    fn is_assigned(&self, pattern: &Pat) -> bool {
        match pattern {
            Pat::Ident(ident) => self.assigned.contains(&ident.id.ctxt.as_u32()),
            Pat::Array(array) => array.elems.iter().flatten().any(|elem| self.is_assigned(elem)),
            _ => true,
        }
    }

    fn make_const(&self, decl: &mut VarDecl, is_head: bool) {
        let can = decl.kind == VarDeclKind::Let
            && decl
                .decls
                .iter()
                .all(|decl| (is_head || decl.init.is_some()) && !self.is_assigned(&decl.name));
        if can {
            decl.kind = VarDeclKind::Const;
        }
    }
}

impl VisitMut for Apply<'_> {
    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        let id = ident.ctxt.as_u32();
        if id != 0 {
            ident.sym = self.names[id as usize].clone();
        }
    }

    fn visit_mut_stmt(&mut self, stmt: &mut Stmt) {
        if let Stmt::Decl(Decl::Var(decl)) = stmt {
            self.make_const(decl, false);
        }
        stmt.visit_mut_children_with(self);
    }

    fn visit_mut_for_of_stmt(&mut self, stmt: &mut ForOfStmt) {
        if let ForHead::VarDecl(decl) = &mut stmt.left {
            self.make_const(decl, true);
        }
        stmt.visit_mut_children_with(self);
    }

    fn visit_mut_prop(&mut self, prop: &mut Prop) {
        if let Prop::Shorthand(ident) = prop {
            let key = PropName::Ident(IdentName {
                span: ident.span,
                sym: ident.sym.clone(),
            });
            let mut value = ident.clone();
            self.visit_mut_ident(&mut value);
            if value.sym != ident.sym {
                *prop = Prop::KeyValue(KeyValueProp {
                    key,
                    value: Box::new(Expr::Ident(value)),
                });
            }
            return;
        }
        prop.visit_mut_children_with(self);
    }

    fn visit_mut_object_pat_prop(&mut self, prop: &mut ObjectPatProp) {
        let ObjectPatProp::Assign(assign) = prop else {
            return prop.visit_mut_children_with(self);
        };
        let mut ident = assign.key.id.clone();
        self.visit_mut_ident(&mut ident);
        assign.value.visit_mut_with(self);
        if ident.sym != assign.key.id.sym {
            let key = PropName::Ident(IdentName {
                span: ident.span,
                sym: assign.key.id.sym.clone(),
            });
            let name = Pat::Ident(BindingIdent {
                id: ident,
                type_ann: None,
            });
            let value = match assign.value.take() {
                Some(right) => Pat::Assign(AssignPat {
                    span: assign.span,
                    left: Box::new(name),
                    right,
                }),
                None => name,
            };
            *prop = ObjectPatProp::KeyValue(KeyValuePatProp {
                key,
                value: Box::new(value),
            });
        }
    }

    fn visit_mut_labeled_stmt(&mut self, stmt: &mut LabeledStmt) {
        stmt.body.visit_mut_with(self);
    }
    fn visit_mut_break_stmt(&mut self, _: &mut BreakStmt) {}
    fn visit_mut_continue_stmt(&mut self, _: &mut ContinueStmt) {}

    fn visit_mut_import_named_specifier(&mut self, specifier: &mut ImportNamedSpecifier) {
        if specifier.imported.is_none() {
            specifier.imported = Some(ModuleExportName::Ident(specifier.local.clone()));
        }
        self.visit_mut_ident(&mut specifier.local);
    }

    fn visit_mut_export_named_specifier(&mut self, specifier: &mut ExportNamedSpecifier) {
        specifier.orig.visit_mut_with(self);
    }
}
