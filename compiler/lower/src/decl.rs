//! Function declarations: parameters, results, bodies, and bodies that stand elsewhere.

use crate::body::Body;
use crate::ir::{FuncId, LocalId, MethodForm, MethodInfo, Native, Stmt, StmtKind};
use crate::reach::Lowerer;
use goes_source::Span;
use goes_syntax::ast::{self, Directive, FuncDecl};
use goes_types::types::Type;
use goes_types::{ObjectId, ObjectKind, PackageId, Substitution, TypeId as Ty};

/// A function declaration's tree and what stands before it.
#[derive(Copy, Clone)]
pub(crate) struct FuncSource<'a> {
    pub decl: &'a FuncDecl,
    pub span: Span,
    pub doc: Option<ast::Doc>,
    pub package: PackageId,
    pub file: usize,
    /// Where the declaration before it ends.
    pub previous_end: u32,
}

/// Type arguments that are nested deeper than any program has them.
const MAX_TYPE_TEXT: usize = 8192;

impl<'a> Lowerer<'_, 'a> {
    /// The tree of a declared function or method.
    pub fn func_source(&mut self, object: ObjectId) -> Option<FuncSource<'a>> {
        if let Some(&known) = self.func_sources.get(&object) {
            return known;
        }
        let source = self.find_source(object);
        self.func_sources.insert(object, source);
        source
    }

    fn find_source(&self, object: ObjectId) -> Option<FuncSource<'a>> {
        let ObjectKind::Func { decl: Some(at), .. } = &self.object(object).kind else {
            return None;
        };
        let files: &'a [ast::File] = self.checker.packages[at.package.0 as usize].files;
        let decls = &files.get(at.file as usize)?.decls;
        let decl = decls.get(at.decl as usize)?;
        let ast::DeclKind::Func(func) = &decl.kind else {
            return None;
        };
        let previous = (at.decl as usize)
            .checked_sub(1)
            .and_then(|index| decls.get(index));
        Some(FuncSource {
            decl: func,
            span: decl.span,
            doc: decl.doc,
            package: at.package,
            file: at.file as usize,
            previous_end: previous.map_or(0, |previous| previous.span.hi),
        })
    }

    /// The directives of that name that directly precede a declaration.
    pub fn directives_before(&self, source: &FuncSource<'a>, name: &str) -> Vec<&'a Directive> {
        let files: &'a [ast::File] = self.checker.packages[source.package.0 as usize].files;
        files[source.file]
            .directives
            .iter()
            .filter(|directive| {
                directive.name == name
                    && directive.span.lo >= source.previous_end
                    && directive.span.lo < source.decl.name.span.lo
            })
            .collect()
    }

    /// The native binding of a declaration: the file that the directive means, and its export.
    fn native(&mut self, source: &FuncSource<'a>) -> Option<Native> {
        let directive = self
            .directives_before(source, "js:native")
            .into_iter()
            .next_back()?;
        let mut words = directive.args.split_whitespace();
        let symbol = words.next().unwrap_or(source.decl.name.name.as_str()).to_string();
        let words: Vec<&str> = words.collect();
        let package = &self.graph.packages[source.package.0 as usize];
        let file_id = package.file_ids[source.file];
        let path = self.graph.files.get(file_id).path().with_extension("js");
        let sibling = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let file = [sibling, "native.js".to_string()]
            .into_iter()
            .find(|name| package.natives.iter().any(|(native, _)| native == name));
        let Some(file) = file else {
            let name = source.decl.name.name.to_string();
            self.report(crate::diag::missing_native(source.decl.name.span, &name));
            return None;
        };
        Some(Native {
            file,
            symbol,
            may_park: words.contains(&"parks") || words.contains(&"waits"),
            waits: words.contains(&"waits"),
            starts: words.contains(&"starts"),
            calls: words.contains(&"calls"),
            makes: words.contains(&"makes"),
            only_reads: words.contains(&"reads"),
        })
    }

    pub fn lower_declared(&mut self, id: FuncId, object: ObjectId, args: Vec<Ty>) {
        let Some(source) = self.func_source(object) else {
            return;
        };
        if args.iter().any(|&arg| self.type_text(arg).len() > MAX_TYPE_TEXT) {
            self.report(crate::diag::infinite_instantiation(source.decl.name.span));
            return;
        }
        self.note_reflection(source.package, object);
        self.describe(id, object, &source, &args);
        let native = self.native(&source);
        if native.is_none() && source.decl.body.is_none() {
            let is_native = !self.directives_before(&source, "js:native").is_empty();
            // In a dependency the function may well be one that is never called: there it panics.
            let is_user = self.checker.packages[source.package.0 as usize].is_user;
            if !is_native && is_user {
                let name = source.decl.name.name.to_string();
                self.report(crate::diag::missing_function_body(source.decl.name.span, &name));
            }
            if is_native || is_user {
                return;
            }
        }
        let with = self.type_arguments(object, &args);
        self.checker.check_body(object);
        let go_name = self.program.functions[id.0 as usize].go_name.clone();
        let body = Body::new(self, source.package, source.file, with, go_name);
        body.declared(id, object, source, native);
    }

    /// Documentation, and whose method it is.
    fn describe(&mut self, id: FuncId, object: ObjectId, source: &FuncSource<'a>, args: &[Ty]) {
        let doc = source
            .doc
            .map(|doc| self.doc_text(doc))
            .filter(|doc| !doc.is_empty());
        let mut method = None;
        if let ObjectKind::Func {
            receiver: Some(receiver),
            ..
        } = self.object(object).kind.clone()
        {
            let with = Substitution {
                from: receiver.type_params.clone(),
                to: args.to_vec(),
            };
            let base = self.checker.types.subst(receiver.base, &with);
            method = Some(MethodInfo {
                base: self.ty(base),
                name: source.decl.name.name.to_string(),
                is_pointer_receiver: receiver.is_pointer,
                form: MethodForm::Function,
            });
        }
        let ty = self.object(object).ty;
        let is_variadic =
            matches!(self.checker.types.get(ty), Type::Signature(signature) if signature.is_variadic);
        let function = &mut self.program.functions[id.0 as usize];
        function.doc = doc;
        function.is_variadic = is_variadic;
        function.method = method;
        function.code.span = source.span;
    }

    /// What a declaration's type parameters stand for. Of a method its receiver's come first.
    fn type_arguments(&mut self, object: ObjectId, args: &[Ty]) -> Substitution {
        let facts = self.object(object);
        let mut from = match &facts.kind {
            ObjectKind::Func {
                receiver: Some(receiver),
                ..
            } => receiver.type_params.clone(),
            _ => Vec::new(),
        };
        if let Type::Signature(signature) = self.checker.types.get(facts.ty) {
            from.extend(&signature.type_params);
        }
        Substitution {
            from,
            to: args.to_vec(),
        }
    }

    /// Functions of package reflect look into whatever interfaces hold.
    fn note_reflection(&mut self, package: PackageId, object: ObjectId) {
        let path = self.checker.packages[package.0 as usize].path.as_str();
        match (path, self.object(object).name.as_str()) {
            ("reflect", "ValueOf" | "TypeOf" | "New" | "Zero" | "Indirect") => self.use_reflection(true),
            ("reflect", "methodAt" | "methodIndex" | "methodExpression" | "boundMethod") => {
                self.use_methods_by_name()
            }
            ("internal/dynamic", "Field" | "Index" | "Load") => self.use_reflection(false),
            _ => {}
        }
    }
}

impl<'a> Body<'_, '_, 'a> {
    fn declared(mut self, id: FuncId, object: ObjectId, source: FuncSource<'a>, native: Option<Native>) {
        let ty = self.object_type(object);
        let Some(signature) = self.cx.signature(ty) else {
            return;
        };
        let mut params = Vec::new();
        if let Some(receiver) = &source.decl.receiver {
            let ty = self.receiver_type(object);
            for param in receiver.iter().take(1) {
                params.push(self.param(param, ty));
            }
        }
        self.params(&source.decl.signature, &signature.params, &mut params);
        self.frame().results = signature.results.to_vec();
        let span = source.span;
        if native.is_some() {
            self.cx.program.functions[id.0 as usize].native = native;
            return self.finish(id, params, span, span);
        }
        let Some(block) = &source.decl.body else {
            let name = self.cx.program.functions[id.0 as usize].go_name.clone();
            let what = format!("the machine code of {name}");
            let unit = self.cx.unit();
            let panics = self.unsupported_unsafe(&what, unit, span);
            self.out.push(Stmt {
                kind: StmtKind::Expr(panics),
                span,
            });
            return self.finish(id, params, span, span);
        };
        self.frame().has_defer = crate::scan::has_defer(&block.stmts);
        self.named_results(&source.decl.signature, &signature.results);
        self.stmts(&block.stmts);
        let end = Span::new(block.span.hi.saturating_sub(1), block.span.hi);
        self.finish(id, params, span, end);
    }

    fn receiver_type(&mut self, object: ObjectId) -> Ty {
        let ObjectKind::Func {
            receiver: Some(receiver),
            ..
        } = self.cx.object(object).kind.clone()
        else {
            return Ty::INVALID;
        };
        let base = self.concrete(receiver.base);
        if receiver.is_pointer {
            self.cx.checker.types.pointer_to(base)
        } else {
            base
        }
    }

    /// The locals of a signature's parameters. `types` are concrete.
    pub fn params(&mut self, signature: &'a ast::Signature, types: &[Ty], params: &mut Vec<LocalId>) {
        for (param, &ty) in signature.params.iter().zip(types) {
            params.push(self.param(param, ty));
        }
    }

    fn param(&mut self, param: &'a ast::Param, ty: Ty) -> LocalId {
        match self.param_object(param) {
            Some(object) => self.declare(object),
            None => {
                let ty = self.cx.ty(ty);
                self.new_local("$_".to_string(), ty, param.span)
            }
        }
    }

    /// Declares named results; they start as zero values.
    pub fn named_results(&mut self, signature: &'a ast::Signature, types: &[Ty]) {
        if !signature.results.iter().any(|result| result.name.is_some()) {
            return;
        }
        for (result, &ty) in signature.results.iter().zip(types) {
            let local = match self.param_object(result) {
                Some(object) => self.declare(object),
                None => {
                    let ty = self.cx.ty(ty);
                    self.new_local("$result".to_string(), ty, result.span)
                }
            };
            self.state.locals[local.0 as usize].is_reassigned = true;
            self.frame().named.push(local);
            let ty = self.cx.ty(ty);
            let zero = self.node(crate::ir::ExprKind::Zero, ty, result.span);
            self.push(
                StmtKind::Let {
                    local,
                    init: Some(zero),
                },
                result.span,
            );
        }
    }
}
