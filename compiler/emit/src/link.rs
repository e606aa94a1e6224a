//! The declarations of the runtime and of natives that a program reaches.
//!
//! Their files are cut into top-level declarations by a scan for keywords in the first column; only what
//! is reached is parsed. A declaration's free names lead to further ones.

use crate::names::Names;
use crate::scope;
use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use swc_atoms::Atom;
use swc_common::comments::SingleThreadedComments;
use swc_common::input::StringInput;
use swc_common::{BytePos, DUMMY_SP};
use swc_ecma_ast::*;
use swc_ecma_parser::lexer::Lexer;
use swc_ecma_parser::{EsSyntax, Parser, Syntax};

/// Where a name of a file comes from.
#[derive(Clone, Debug)]
enum Import {
    Runtime(String),
    /// Of another file, by index.
    File(usize, String),
    /// Of a module that the host provides.
    External {
        module: String,
        name: ExternalName,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum ExternalName {
    Named(String),
    Default,
    Namespace,
}

#[derive(Debug)]
struct File {
    text: Rc<str>,
    /// Index into [`Linker::decls`], by declared name.
    names: FxHashMap<Atom, usize>,
    /// Exported names that differ from the declared ones.
    aliases: FxHashMap<String, String>,
    imports: FxHashMap<Atom, Import>,
}

/// A top-level declaration.
#[derive(Debug)]
struct Decl_ {
    file: usize,
    /// Doc comment and text.
    start: usize,
    /// Where the text begins, after the comment.
    body: usize,
    end: usize,
    names: Vec<Atom>,
    /// Numbers of the names, once it is reached.
    ids: Vec<u32>,
    state: State,
}

#[derive(Debug)]
enum State {
    Unseen,
    Queued,
    Parsed {
        stmt: Option<Box<Stmt>>,
        eager: Vec<usize>,
        lazy: Vec<usize>,
        is_placed: bool,
    },
}

pub(crate) struct Linker {
    files: Vec<File>,
    decls: Vec<Decl_>,
    /// Exports of the runtime: file and name.
    runtime: FxHashMap<String, (usize, Atom)>,
    /// Files of natives, by package and name.
    natives: FxHashMap<(u32, String), usize>,
    externals: IndexMap<(String, ExternalName), u32>,
    queue: Vec<usize>,
    /// Runtime exports that were asked for and do not exist.
    pub missing: Vec<String>,
    next_position: u32,
    keep_comments: bool,
    runtime_files: usize,
}

impl Linker {
    /// `position`: the first position that no source file uses.
    pub(crate) fn new(runtime: &[(String, String)], position: u32, keep_comments: bool) -> Linker {
        let mut linker = Linker {
            files: Vec::new(),
            decls: Vec::new(),
            runtime: FxHashMap::default(),
            natives: FxHashMap::default(),
            externals: IndexMap::new(),
            queue: Vec::new(),
            missing: Vec::new(),
            next_position: position,
            keep_comments,
            runtime_files: runtime.len(),
        };
        let first = linker.files.len();
        let indices: FxHashMap<String, usize> = runtime
            .iter()
            .enumerate()
            .map(|(index, (name, _))| (name.clone(), first + index))
            .collect();
        for (_, text) in runtime {
            let exported = linker.add_file(text, &|specifier| {
                indices.get(specifier.trim_start_matches("./")).copied()
            });
            let file = linker.files.len() - 1;
            for (name, declared) in exported {
                linker.runtime.entry(name).or_insert((file, declared));
            }
        }
        linker
    }

    pub(crate) fn add_natives(&mut self, package: u32, files: &[(String, String)]) {
        let first = self.files.len();
        let indices: FxHashMap<String, usize> = files
            .iter()
            .enumerate()
            .map(|(index, (name, _))| (name.clone(), first + index))
            .collect();
        for (name, text) in files {
            self.add_file(text, &|specifier| {
                indices.get(specifier.trim_start_matches("./")).copied()
            });
            self.natives.insert((package, name.clone()), self.files.len() - 1);
        }
    }

    /// Cuts a file into declarations; returns what it exports: exported and declared name.
    fn add_file(&mut self, text: &str, resolve: &dyn Fn(&str) -> Option<usize>) -> Vec<(String, Atom)> {
        let index = self.files.len();
        let text: Rc<str> = text.into();
        let mut file = File {
            text: text.clone(),
            names: FxHashMap::default(),
            aliases: FxHashMap::default(),
            imports: FxHashMap::default(),
        };
        let mut exported = Vec::new();
        for piece in cut(&text) {
            let source = &text[piece.body..piece.end];
            if source.starts_with("import") {
                parse_import(source, resolve, &mut file.imports);
                continue;
            }
            if source.starts_with("export {") || source.starts_with("export{") {
                for (local, name) in export_list(source) {
                    exported.push((name.clone(), Atom::from(local.as_str())));
                    file.aliases.insert(name, local);
                }
                continue;
            }
            let is_exported = source.starts_with("export ");
            let names = declared_names(source);
            let decl = self.decls.len();
            for name in &names {
                file.names.insert(name.clone(), decl);
                if is_exported {
                    exported.push((name.to_string(), name.clone()));
                }
            }
            let Piece { start, body, end } = piece;
            self.decls.push(Decl_ {
                file: index,
                start,
                body,
                end,
                names,
                ids: Vec::new(),
                state: State::Unseen,
            });
        }
        self.files.push(file);
        exported
    }

    /// The number of a runtime export; `None` if there is no such export.
    pub(crate) fn runtime(&mut self, name: &str, names: &mut Names) -> Option<u32> {
        let Some((file, declared)) = self.runtime.get(name).cloned() else {
            if !self.missing.iter().any(|missing| missing == name) {
                self.missing.push(name.to_string());
            }
            return None;
        };
        let decl = *self.files[file].names.get(&declared)?;
        Some(self.reach(decl, &declared, Some(name), names))
    }

    /// The number of an export of a package's native file.
    pub(crate) fn native(
        &mut self,
        package: u32,
        file: &str,
        symbol: &str,
        names: &mut Names,
    ) -> Option<u32> {
        let index = *self.natives.get(&(package, file.to_string()))?;
        self.in_file(index, symbol, names)
    }

    fn in_file(&mut self, file: usize, name: &str, names: &mut Names) -> Option<u32> {
        let declared = self.files[file]
            .aliases
            .get(name)
            .cloned()
            .unwrap_or_else(|| name.to_string());
        let declared = Atom::from(declared);
        let decl = *self.files[file].names.get(&declared)?;
        Some(self.reach(decl, &declared, None, names))
    }

    /// Marks a declaration as needed; the number of one of its names.
    fn reach(&mut self, index: usize, name: &Atom, exported: Option<&str>, names: &mut Names) -> u32 {
        let is_runtime = self.is_runtime(self.decls[index].file);
        let decl = &mut self.decls[index];
        if matches!(decl.state, State::Unseen) {
            decl.state = State::Queued;
            self.queue.push(index);
            decl.ids = decl
                .names
                .iter()
                .map(|declared| {
                    let wanted = match exported {
                        Some(exported) if declared == name => format!("${exported}"),
                        _ if is_runtime => format!("${declared}"),
                        _ => declared.to_string(),
                    };
                    names.fresh(&wanted)
                })
                .collect();
        }
        let at = decl
            .names
            .iter()
            .position(|declared| declared == name)
            .expect("indexed by this name");
        decl.ids[at]
    }

    /// Files of the runtime were added first.
    fn is_runtime(&self, file: usize) -> bool {
        file < self.runtime_files
    }

    /// Parses what has been reached, and what that reaches, until nothing is left.
    fn parse_queue(&mut self, names: &mut Names, comments: &SingleThreadedComments) -> Result<(), String> {
        while let Some(index) = self.queue.pop() {
            let mut stmt = self.parse(index, comments)?;
            let file = self.decls[index].file;
            let (mut eager, mut lazy) = (Vec::new(), Vec::new());
            let mut free: Vec<(Atom, bool, u32)> = Vec::new();
            let own: Vec<(Atom, u32)> = self.decls[index]
                .names
                .iter()
                .cloned()
                .zip(self.decls[index].ids.iter().copied())
                .collect();
            let mut numbers: FxHashMap<Atom, Option<u32>> =
                own.into_iter().map(|(name, id)| (name, Some(id))).collect();
            // Placeholders first: numbers of free names need the linker, which the walk has not.
            let mut found: IndexMap<Atom, bool> = IndexMap::new();
            scope::resolve(&mut stmt.clone(), &mut Names::new(), &mut |name| {
                let is_eager = found.entry(name.name.clone()).or_insert(false);
                *is_eager |= name.is_eager;
                None
            });
            for (name, is_eager) in found {
                if numbers.contains_key(&name) {
                    continue;
                }
                let (id, decl) = self.lookup(file, &name, names);
                numbers.insert(name.clone(), id);
                if let Some(id) = id {
                    free.push((name, is_eager, id));
                }
                if let Some(decl) = decl {
                    if is_eager {
                        eager.push(decl)
                    } else {
                        lazy.push(decl)
                    }
                }
            }
            scope::resolve(&mut stmt, names, &mut |name| {
                numbers.get(name.name).copied().flatten()
            });
            scope::strip_parens(&mut stmt);
            self.decls[index].state = State::Parsed {
                stmt: Some(Box::new(stmt)),
                eager,
                lazy,
                is_placed: false,
            };
        }
        Ok(())
    }

    /// What a free name of a file means: its number, and the declaration that it belongs to.
    fn lookup(&mut self, file: usize, name: &Atom, names: &mut Names) -> (Option<u32>, Option<usize>) {
        if let Some(&decl) = self.files[file].names.get(name) {
            return (Some(self.reach(decl, name, None, names)), Some(decl));
        }
        match self.files[file].imports.get(name).cloned() {
            Some(Import::Runtime(imported)) => {
                let id = self.runtime(&imported, names);
                let decl = self
                    .runtime
                    .get(&imported)
                    .and_then(|(file, name)| self.files[*file].names.get(name));
                (id, decl.copied())
            }
            Some(Import::File(other, imported)) => {
                let id = self.in_file(other, &imported, names);
                let declared = self.files[other].aliases.get(&imported).unwrap_or(&imported);
                (
                    id,
                    self.files[other]
                        .names
                        .get(&Atom::from(declared.as_str()))
                        .copied(),
                )
            }
            Some(Import::External {
                module,
                name: external,
            }) => {
                let wanted = name.clone();
                let id = *self
                    .externals
                    .entry((module, external))
                    .or_insert_with(|| names.fresh(&wanted));
                (Some(id), None)
            }
            None => (None, None),
        }
    }

    fn parse(&mut self, index: usize, comments: &SingleThreadedComments) -> Result<Stmt, String> {
        let decl = &self.decls[index];
        let file = &self.files[decl.file];
        let body = &file.text[decl.body..decl.end];
        let comment = if self.keep_comments {
            &file.text[decl.start..decl.body]
        } else {
            ""
        };
        let body = body.strip_prefix("export ").unwrap_or(body);
        let text = format!("{comment}{body}");
        let start = self.next_position;
        self.next_position += text.len() as u32 + 2;
        let input = StringInput::new(&text, BytePos(start), BytePos(start + text.len() as u32));
        let comments = self
            .keep_comments
            .then_some(comments as &dyn swc_common::comments::Comments);
        let lexer = Lexer::new(
            Syntax::Es(EsSyntax::default()),
            EsVersion::latest(),
            input,
            comments,
        );
        let mut parser = Parser::new_from(lexer);
        let module = parser
            .parse_module()
            .map_err(|error| format!("{:?}: {}", decl.names, error.into_kind().msg()))?;
        match module.body.into_iter().next() {
            Some(ModuleItem::Stmt(stmt)) => Ok(stmt),
            _ => Err(format!("{:?}: not a declaration", decl.names)),
        }
    }

    /// All declarations that have been reached, those that others need while they are evaluated first.
    pub(crate) fn finish(
        &mut self,
        names: &mut Names,
        comments: &SingleThreadedComments,
    ) -> Result<Vec<ModuleItem>, String> {
        self.parse_queue(names, comments)?;
        let mut order = Vec::new();
        for index in 0..self.decls.len() {
            self.place(index, &mut order);
        }
        let mut items: Vec<ModuleItem> = self
            .externals
            .iter()
            .map(|(key, &id)| external(key, id, names))
            .collect();
        for index in order {
            let decl = &mut self.decls[index];
            let State::Parsed { stmt, .. } = &mut decl.state else {
                continue;
            };
            let mut stmt = *stmt.take().expect("placed once");
            rename(&mut stmt, &decl.names, &decl.ids);
            items.push(ModuleItem::Stmt(stmt));
        }
        Ok(items)
    }

    fn place(&mut self, index: usize, order: &mut Vec<usize>) {
        let State::Parsed { eager, is_placed, .. } = &mut self.decls[index].state else {
            return;
        };
        if std::mem::replace(is_placed, true) {
            return;
        }
        let mut seen = vec![index];
        for needed in eager.clone() {
            self.place_with_calls(needed, order, &mut seen);
        }
        order.push(index);
    }

    /// Places a declaration and what its functions use: they may be called at once.
    fn place_with_calls(&mut self, index: usize, order: &mut Vec<usize>, seen: &mut Vec<usize>) {
        if seen.contains(&index) {
            return;
        }
        seen.push(index);
        if let State::Parsed { lazy, .. } = &self.decls[index].state {
            for needed in lazy.clone() {
                self.place_with_calls(needed, order, seen);
            }
        }
        self.place(index, order);
    }
}

/// Declared names got their numbers as free names of their own declaration, except where the tree has
/// them in binding position at its root: those are set here.
fn rename(stmt: &mut Stmt, names: &[Atom], ids: &[u32]) {
    let number = |ident: &mut Ident| {
        if ident.ctxt.as_u32() == 0
            && let Some(at) = names.iter().position(|name| *name == ident.sym)
        {
            ident.ctxt = swc_common::SyntaxContext::from_u32(ids[at]);
        }
    };
    match stmt {
        Stmt::Decl(Decl::Fn(decl)) => number(&mut decl.ident),
        Stmt::Decl(Decl::Class(decl)) => number(&mut decl.ident),
        _ => {}
    }
}

fn external((module, name): &(String, ExternalName), id: u32, names: &Names) -> ModuleItem {
    let local = names.ident(id);
    let specifier = match name {
        ExternalName::Named(name) => ImportSpecifier::Named(ImportNamedSpecifier {
            span: DUMMY_SP,
            local,
            imported: Some(ModuleExportName::Ident(crate::js::ident(name.as_str().into(), 0))),
            is_type_only: false,
        }),
        ExternalName::Default => ImportSpecifier::Default(ImportDefaultSpecifier {
            span: DUMMY_SP,
            local,
        }),
        ExternalName::Namespace => ImportSpecifier::Namespace(ImportStarAsSpecifier {
            span: DUMMY_SP,
            local,
        }),
    };
    ModuleItem::ModuleDecl(ModuleDecl::Import(ImportDecl {
        span: DUMMY_SP,
        specifiers: vec![specifier],
        src: Box::new(Str {
            span: DUMMY_SP,
            value: module.as_str().into(),
            raw: None,
        }),
        type_only: false,
        with: None,
        phase: ImportPhase::Evaluation,
    }))
}

// ---- cutting a file ---------------------------------------------------------------------------------

struct Piece {
    start: usize,
    body: usize,
    end: usize,
}

/// Finds the top-level declarations, imports and export lists: they start in the first column.
fn cut(text: &str) -> Vec<Piece> {
    const STARTS: &[&str] = &[
        "export ",
        "export{",
        "function ",
        "function* ",
        "function*",
        "async ",
        "class ",
        "const ",
        "let ",
        "var ",
        "import ",
        "import{",
    ];
    let mut pieces: Vec<Piece> = Vec::new();
    let mut comment: Option<usize> = None;
    let mut in_block_comment = false;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let at = offset;
        offset += line.len();
        if in_block_comment {
            in_block_comment = !line.contains("*/");
            continue;
        }
        let is_comment = line.starts_with("/*") || line.starts_with("//");
        let is_start = !is_comment && STARTS.iter().any(|start| line.starts_with(start));
        if !is_comment && !is_start {
            // A blank line parts a comment from what follows.
            if line.trim().is_empty() {
                comment = None;
            }
            continue;
        }
        if let Some(last) = pieces.last_mut()
            && last.end == usize::MAX
        {
            last.end = at;
        }
        if is_comment {
            in_block_comment = line.starts_with("/*") && !line.contains("*/");
            let is_doc = line.starts_with("/**");
            if is_doc || comment.is_none() {
                comment = is_doc.then_some(at);
            }
        } else {
            pieces.push(Piece {
                start: comment.take().unwrap_or(at),
                body: at,
                end: usize::MAX,
            });
        }
    }
    if let Some(last) = pieces.last_mut()
        && last.end == usize::MAX
    {
        last.end = text.len();
    }
    pieces
}

fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !Ident::is_valid_continue(c))
        .unwrap_or(text.len());
    &text[..end]
}

/// The names that a declaration declares.
fn declared_names(source: &str) -> Vec<Atom> {
    let source = source.strip_prefix("export ").unwrap_or(source);
    let source = source.strip_prefix("async ").unwrap_or(source);
    let keyword = word(source);
    let rest = source[keyword.len()..]
        .trim_start()
        .trim_start_matches('*')
        .trim_start();
    if !matches!(keyword, "const" | "let" | "var") {
        return vec![word(rest).into()];
    }
    if !rest.starts_with(['{', '[']) && !has_outer_comma(rest) {
        return vec![word(rest).into()];
    }
    // Several names: ask the parser.
    let input = StringInput::new(source, BytePos(1), BytePos(1 + source.len() as u32));
    let lexer = Lexer::new(Syntax::Es(EsSyntax::default()), EsVersion::latest(), input, None);
    let mut names = Vec::new();
    if let Ok(module) = Parser::new_from(lexer).parse_module()
        && let Some(ModuleItem::Stmt(Stmt::Decl(Decl::Var(decl)))) = module.body.first()
    {
        decl.decls
            .iter()
            .for_each(|decl| scope::pattern_names(&decl.name, &mut names));
    }
    names
}

/// A comma outside of all brackets and strings, roughly: what is wrong about it costs a parse.
fn has_outer_comma(text: &str) -> bool {
    let mut depth = 0;
    let mut quote = None;
    let mut escaped = false;
    for c in text.chars() {
        if let Some(open) = quote {
            if !escaped && c == open {
                quote = None;
            }
            escaped = !escaped && c == '\\';
            continue;
        }
        match c {
            '"' | '\'' | '`' => quote = Some(c),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth <= 0 => return true,
            ';' if depth <= 0 => return false,
            _ => {}
        }
    }
    false
}

/// `export { a, b as c };`: local and exported names.
fn export_list(source: &str) -> Vec<(String, String)> {
    let Some((_, rest)) = source.split_once('{') else {
        return Vec::new();
    };
    let Some((list, _)) = rest.split_once('}') else {
        return Vec::new();
    };
    list.split(',')
        .filter_map(|item| {
            let mut words = item.split_whitespace();
            let local = words.next()?.to_string();
            let name = words.nth(1).map_or_else(|| local.clone(), str::to_string);
            Some((local, name))
        })
        .collect()
}

fn parse_import(
    source: &str,
    resolve: &dyn Fn(&str) -> Option<usize>,
    imports: &mut FxHashMap<Atom, Import>,
) {
    let input = StringInput::new(source, BytePos(1), BytePos(1 + source.len() as u32));
    let lexer = Lexer::new(Syntax::Es(EsSyntax::default()), EsVersion::latest(), input, None);
    let Ok(module) = Parser::new_from(lexer).parse_module() else {
        return;
    };
    for item in module.body {
        let ModuleItem::ModuleDecl(ModuleDecl::Import(import)) = item else {
            continue;
        };
        let specifier = import.src.value.to_string_lossy().into_owned();
        let file = resolve(&specifier);
        for item in import.specifiers {
            let (local, name) = match item {
                ImportSpecifier::Named(named) => {
                    let name = match &named.imported {
                        Some(ModuleExportName::Ident(ident)) => ident.sym.to_string(),
                        Some(ModuleExportName::Str(text)) => text.value.to_string_lossy().into_owned(),
                        None => named.local.sym.to_string(),
                    };
                    (named.local.sym, ExternalName::Named(name))
                }
                ImportSpecifier::Default(default) => (default.local.sym, ExternalName::Default),
                ImportSpecifier::Namespace(namespace) => (namespace.local.sym, ExternalName::Namespace),
            };
            let import = match (specifier.as_str(), file, name) {
                ("goes:runtime", _, ExternalName::Named(name)) => Import::Runtime(name),
                (_, Some(file), ExternalName::Named(name)) => Import::File(file, name),
                (_, _, name) => Import::External {
                    module: specifier.clone(),
                    name,
                },
            };
            imports.insert(local, import);
        }
    }
}
