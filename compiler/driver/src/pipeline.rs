//! Patterns in; findings, and if there are no errors programs, out.

use crate::borrow::borrowing;
use crate::dump;
use goes_emit::{LibraryOptions, RuntimeSources};
use goes_lower::Roots;
use goes_lower::ir::Program;
use goes_packages::{Config, FileSystem, Graph, Package, PackageIndex, load};
use goes_source::{Diagnostic, Files, Span};
use goes_syntax::ast::DeclKind;
use goes_types::{Checker, PackageId};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// How far to go.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    Tokens,
    Ast,
    Types,
    Ir,
    #[default]
    Js,
}

#[derive(Clone, Debug, Default)]
pub struct Options {
    pub config: Config,
    pub stage: Stage,
    pub minify: bool,
    pub source_map: bool,
    /// Makes an npm package of the exported names instead of a program.
    pub library: bool,
    /// What its package.json calls it, and which version, instead of what the sources suggest.
    pub package_name: Option<String>,
    pub package_version: Option<String>,
    /// Reads the runtime from this folder instead of the one built in.
    pub runtime: Option<PathBuf>,
}

/// What was found out about the input, with the files that it points into.
#[derive(Debug, Default)]
pub struct Findings {
    pub files: Files,
    /// Sorted by position, none twice.
    pub diagnostics: Vec<Diagnostic>,
}

impl Findings {
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    fn new(graph: Graph, mut diagnostics: Vec<Diagnostic>) -> Findings {
        // Those at the same place stay in the order in which they were found.
        diagnostics.sort_by_key(|diagnostic| diagnostic.span.lo);
        let mut diagnostics = without_repetitions(diagnostics);
        // gc looks for bodies only where all else is well: what a broken file lacks may be what is wrong with it.
        let is_missing_body = |diagnostic: &Diagnostic| diagnostic.code == "MissingBody";
        if diagnostics
            .iter()
            .any(|diagnostic| diagnostic.is_error() && !is_missing_body(diagnostic))
        {
            diagnostics.retain(|diagnostic| !is_missing_body(diagnostic));
        }
        Findings {
            files: graph.files,
            diagnostics,
        }
    }
}

/// Sorted diagnostics without those that say the same of the same place.
fn without_repetitions(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let mut at_same_place = kept
            .iter()
            .rev()
            .take_while(|other| other.span.lo == diagnostic.span.lo);
        if !at_same_place.any(|other| other.message == diagnostic.message) {
            kept.push(diagnostic);
        }
    }
    kept
}

/// A package that was named.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Root {
    pub path: String,
    pub is_main: bool,
    /// What `go build` would call the program.
    pub program_name: String,
}

/// A file to write.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Artifact {
    /// Relative to the output folder.
    pub name: String,
    pub text: String,
}

/// A program in one file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bundle {
    pub code: String,
    /// The code does not refer to it yet: what it will be called is up to who writes it.
    pub map: Option<String>,
}

#[derive(Debug, Default)]
pub struct Built {
    pub findings: Findings,
    pub roots: Vec<Root>,
    /// What the stage before JavaScript shows.
    pub dump: String,
    /// The programs among the roots, in order. Empty where there are errors.
    pub bundles: Vec<Bundle>,
    /// The files of a library.
    pub modules: Vec<Artifact>,
}

/// Reports everything that is wrong with the packages that the patterns name.
pub fn check(config: &Config, fs: &dyn FileSystem) -> Findings {
    examine(config, fs, false)
}

/// The same, and where nothing is wrong, what is most likely a mistake.
pub fn vet(config: &Config, fs: &dyn FileSystem) -> Findings {
    examine(config, fs, true)
}

fn examine(config: &Config, fs: &dyn FileSystem, vets: bool) -> Findings {
    let graph = load(config, fs);
    let ((), graph, diagnostics) = borrowing(&mut config.clone(), graph, fs, |graph, known| {
        ((), examine_graph(graph, known, vets))
    });
    Findings::new(graph, diagnostics)
}

fn examine_graph(graph: &mut Graph, known: Vec<Diagnostic>, vets: bool) -> Vec<Diagnostic> {
    let mut diagnostics = known;
    // What is named is meant, wherever it is from.
    for index in graph.roots.clone() {
        let package = &mut graph.packages[index.0 as usize];
        // That one is prose in the form of declarations.
        package.is_user |= !(package.is_std && package.path == "builtin");
    }
    let graph = &*graph;
    let mut checker = check_types(graph);
    add_independent(graph, &mut diagnostics, checker.take_diagnostics());
    if !has_errors(&diagnostics) {
        checker.check_anonymous_cycles();
        diagnostics.extend(checker.take_diagnostics());
    }
    if vets && !has_errors(&diagnostics) {
        let mut roots: Vec<PackageId> = graph.roots.iter().map(|root| PackageId(root.0)).collect();
        roots.sort_unstable();
        diagnostics.extend(goes_vet::vet(&mut checker, &roots));
    }
    diagnostics
}

/// Builds what the patterns name.
pub fn build(options: &Options, fs: &dyn FileSystem) -> Built {
    let graph = load(&options.config, fs);
    let mut config = options.config.clone();
    let (built, graph, diagnostics) = borrowing(&mut config, graph, fs, |graph, known| {
        compile(options, graph, known, fs)
    });
    finish(built, graph, diagnostics)
}

/// From loaded packages to what the stage asks for. `diagnostics` holds what is known to be wrong with them.
pub(crate) fn compile(
    options: &Options,
    graph: &Graph,
    mut diagnostics: Vec<Diagnostic>,
    fs: &dyn FileSystem,
) -> (Built, Vec<Diagnostic>) {
    let roots = graph.roots.iter().map(|&root| describe(graph.get(root), graph));
    let mut built = Built {
        roots: roots.collect(),
        ..Built::default()
    };
    match options.stage {
        Stage::Tokens => built.dump = dump::tokens(graph),
        Stage::Ast => built.dump = dump::ast(graph),
        Stage::Types | Stage::Ir | Stage::Js => {
            let mut checker = check_types(graph);
            add_independent(graph, &mut diagnostics, checker.take_diagnostics());
            if !has_errors(&diagnostics) {
                checker.check_for_build();
                diagnostics.extend(checker.take_diagnostics());
            }
            if !has_errors(&diagnostics) {
                let runtime = runtime(options, fs);
                Compilation {
                    options,
                    fs,
                    graph,
                    checker,
                    runtime,
                    diagnostics: &mut diagnostics,
                }
                .run(&mut built);
            }
        }
    }
    (built, diagnostics)
}

pub(crate) fn finish(mut built: Built, graph: Graph, diagnostics: Vec<Diagnostic>) -> Built {
    built.findings = Findings::new(graph, diagnostics);
    if built.findings.has_errors() {
        (built.bundles, built.modules) = Default::default();
    }
    built
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(Diagnostic::is_error)
}

/// The runtime that is built in, or the one in a folder.
fn runtime(options: &Options, fs: &dyn FileSystem) -> RuntimeSources {
    let Some(folder) = &options.runtime else {
        return RuntimeSources::embedded();
    };
    let entries = fs
        .read_dir(folder)
        .unwrap_or_default()
        .into_iter()
        .filter(|entry| entry.name.ends_with(".js"));
    let files = entries.filter_map(|entry| {
        let text = String::from_utf8(fs.read(&folder.join(&entry.name)).ok()?).ok()?;
        Some((entry.name, text))
    });
    RuntimeSources {
        files: files.collect(),
    }
}

/// Adds what the checker found, but for what may only follow from what the parser did: names that a declaration
/// with a syntax error lacks or does not use, and findings about an expression in which something is malformed.
fn add_independent(graph: &Graph, diagnostics: &mut Vec<Diagnostic>, found: Vec<Diagnostic>) {
    let is_syntax_error = |diagnostic: &Diagnostic| diagnostic.message.starts_with("syntax error");
    let holds = |span: Span, diagnostic: &Diagnostic| (span.lo..=span.hi).contains(&diagnostic.span.lo);
    // What is wrong just after an expression says nothing of it.
    let is_within = |diagnostic: &Diagnostic, span: Span| {
        holds(span, diagnostic) && (diagnostic.span.lo < span.hi || span.lo == span.hi)
    };
    let mut broken: Vec<Span> = Vec::new();
    for decl in graph
        .packages
        .iter()
        .filter(|package| package.is_malformed)
        .flat_map(|package| &package.files)
        .flat_map(|file| &file.decls)
    {
        let mut syntax_errors = diagnostics
            .iter()
            .filter(|diagnostic| is_syntax_error(diagnostic));
        if syntax_errors.any(|diagnostic| holds(decl.span, diagnostic)) {
            broken.push(decl.span);
        }
    }
    let malformed = diagnostics.len();
    for finding in found {
        let is_about_names = matches!(
            finding.code,
            "UndeclaredName" | "UnusedVar" | "UnusedLabel" | "MisplacedLabel" | "MissingReturn"
        );
        let follows = is_about_names && broken.iter().any(|&span| holds(span, &finding))
            || diagnostics[..malformed]
                .iter()
                .any(|diagnostic| is_syntax_error(diagnostic) && is_within(diagnostic, finding.span));
        if !follows {
            diagnostics.push(finding);
        }
    }
}

/// Checks all packages but those of which a declaration could not be parsed, and what imports these: whatever
/// would be found there might only follow from that. Packages have the same numbers as in the graph.
fn check_types(graph: &Graph) -> Checker<'_> {
    let mut checker = Checker::new();
    checker.add_graph(graph);
    let mut is_whole: Vec<bool> = Vec::with_capacity(graph.packages.len());
    for (index, package) in graph.packages.iter().enumerate() {
        let imports = package.imports.values();
        let mut decls = package.files.iter().flat_map(|file| &file.decls);
        let is_lost = package.is_malformed && decls.any(|decl| matches!(decl.kind, DeclKind::Bad));
        is_whole.push(!is_lost && imports.clone().all(|import| is_whole[import.0 as usize]));
        if is_whole[index] {
            checker.check_package(PackageId(index as u32));
        }
    }
    checker
}

/// From checked packages to what the stage asks for.
struct Compilation<'b, 'a> {
    options: &'b Options,
    fs: &'b dyn FileSystem,
    graph: &'a Graph,
    checker: Checker<'a>,
    runtime: RuntimeSources,
    diagnostics: &'b mut Vec<Diagnostic>,
}

impl Compilation<'_, '_> {
    fn run(mut self, built: &mut Built) {
        if self.options.stage == Stage::Types {
            built.dump = dump::types(self.graph, &self.checker);
            return;
        }
        let id = |index: &PackageIndex| PackageId(index.0);
        if self.options.library {
            let packages: Vec<PackageId> = self.graph.roots.iter().map(id).collect();
            return self.library(&packages, built);
        }
        let is_main = |index: &&PackageIndex| self.graph.get(**index).is_main;
        let (mains, others): (Vec<&PackageIndex>, Vec<&PackageIndex>) =
            self.graph.roots.iter().partition(is_main);
        if !others.is_empty() {
            // Nothing is written for them, but what cannot be compiled is to be found.
            let program = self.lower(&Roots::Library(others.into_iter().map(id).collect()));
            self.dump_ir(&program, built);
        }
        for main in mains {
            let program = self.lower(&Roots::Main(id(main)));
            self.dump_ir(&program, built);
            if has_errors(self.diagnostics) || self.options.stage == Stage::Ir {
                continue;
            }
            let output = self.emit(&program, None);
            built.bundles.push(Bundle {
                code: output.code,
                map: output.map,
            });
        }
    }

    fn library(&mut self, packages: &[PackageId], built: &mut Built) {
        let program = self.lower(&Roots::Library(packages.to_vec()));
        self.dump_ir(&program, built);
        if has_errors(self.diagnostics) || self.options.stage == Stage::Ir {
            return;
        }
        let first = self.graph.roots.first().map(|&root| self.graph.get(root));
        let companions = first
            .map(|package| companions(self.fs, package))
            .unwrap_or_default();
        let library = self.about(&program, first, &companions);
        let output = self.emit(&program, Some(library));
        built.modules = output
            .modules
            .into_iter()
            .map(|(name, text)| Artifact { name, text })
            .chain(companions.into_iter().filter(|file| file.name != MANIFEST))
            .collect();
    }

    /// What is known of a library besides its code.
    fn about(&self, program: &Program, first: Option<&Package>, companions: &[Artifact]) -> LibraryOptions {
        let module = first.and_then(|package| package.module.as_ref());
        let path = module
            .map(|module| module.path.as_str())
            .or(first.map(|package| package.name.as_str()))
            .unwrap_or("library");
        let mut elements = path.rsplit('/').filter(|element| !is_major_version(element));
        let text = |wanted: &dyn Fn(&str) -> bool| {
            companions
                .iter()
                .find(|file| wanted(&file.name))
                .map(|file| &file.text)
        };
        LibraryOptions {
            name: elements.next().unwrap_or(path).to_string(),
            version: "0.0.0".into(),
            description: first.and_then(|package| first_sentence(program, &package.path)),
            license: text(&|name| name.to_uppercase().starts_with("LICEN"))
                .and_then(|text| license(text))
                .map(str::to_string),
            manifest: text(&|name| name == MANIFEST).cloned(),
            forced_name: self.options.package_name.clone(),
            forced_version: self.options.package_version.clone(),
        }
    }

    fn lower(&mut self, roots: &Roots) -> Program {
        let (program, found) = goes_lower::lower(
            &mut self.checker,
            self.graph,
            roots,
            &goes_lower::Options::default(),
        );
        self.diagnostics.extend(found);
        self.diagnostics.extend(self.checker.take_diagnostics());
        program
    }

    fn emit(&mut self, program: &Program, library: Option<LibraryOptions>) -> goes_emit::Output {
        let options = goes_emit::Options {
            minify: self.options.minify,
            source_map: self.options.source_map,
            library,
        };
        let mut output = goes_emit::emit(program, &self.graph.files, &self.runtime, &options);
        self.diagnostics.append(&mut output.diagnostics);
        output
    }

    fn dump_ir(&self, program: &Program, built: &mut Built) {
        if self.options.stage == Stage::Ir {
            built.dump.push_str(&dump::ir(program));
        }
    }
}

/// The author's own description of an npm package, beside the Go files.
const MANIFEST: &str = "package.json";

/// package.json, licence and README of a package, or else of its module.
fn companions(fs: &dyn FileSystem, package: &Package) -> Vec<Artifact> {
    let module = package.module.as_ref().map(|module| &module.dir);
    let mut found: Vec<Artifact> = Vec::new();
    for folder in std::iter::once(&package.dir).chain(module) {
        for entry in fs.read_dir(folder).unwrap_or_default() {
            let upper = entry.name.to_uppercase();
            let kinds = ["LICENSE", "LICENCE", "README", "PACKAGE.JSON"];
            let Some(kind) = kinds.into_iter().find(|kind| upper.starts_with(kind)) else {
                continue;
            };
            let is_known = found
                .iter()
                .any(|file| file.name.to_uppercase().starts_with(kind));
            if is_known || entry.name.ends_with(".go") {
                continue;
            }
            let bytes = fs.read(&folder.join(&entry.name)).ok();
            if let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
                found.push(Artifact {
                    name: entry.name,
                    text,
                });
            }
        }
    }
    found
}

/// The SPDX identifier of a licence, by phrases that only it has.
fn license(text: &str) -> Option<&'static str> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let has = |phrase: &str| words.contains(phrase);
    let known = [
        (has("Apache License") && has("Version 2.0"), "Apache-2.0"),
        (has("Mozilla Public License Version 2.0"), "MPL-2.0"),
        (has("Permission is hereby granted, free of charge"), "MIT"),
        (has("Permission to use, copy, modify, and/or distribute"), "ISC"),
        (
            has("Redistribution and use") && has("Neither the name"),
            "BSD-3-Clause",
        ),
        (has("Redistribution and use"), "BSD-2-Clause"),
    ];
    known.into_iter().find(|(is_it, _)| *is_it).map(|(_, name)| name)
}

/// What a package's documentation begins with.
fn first_sentence(program: &Program, path: &str) -> Option<String> {
    let package = program.packages.iter().find(|package| package.path == path)?;
    let text = package.doc.as_deref()?.split("\n\n").next()?.replace('\n', " ");
    let end = text.find(". ").map_or(text.len(), |end| end + 1);
    Some(text[..end].trim().to_string()).filter(|text| !text.is_empty())
}

/// `v2` at the end of a module's path.
fn is_major_version(element: &str) -> bool {
    element
        .strip_prefix('v')
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// "go build names the resulting executable after the first named source file [...] or [...] after the last
/// non-major-version component of the package import path."
fn describe(package: &Package, graph: &Graph) -> Root {
    let is_named_by_files = package.path == "command-line-arguments";
    let first_file = package
        .file_ids
        .first()
        .map(|id| graph.files.get(*id).name.with_extension(""));
    let stem = first_file
        .as_deref()
        .and_then(|file| file.file_name())
        .map(|name| name.to_string_lossy().into_owned());
    let last = package
        .path
        .rsplit('/')
        .find(|element| !is_major_version(element))
        .unwrap_or(&package.path);
    let program_name = if is_named_by_files {
        stem.unwrap_or_default()
    } else {
        last.to_string()
    };
    Root {
        path: package.path.clone(),
        is_main: package.is_main,
        program_name,
    }
}
