//! Patterns in; findings, and if there are no errors programs, out.

use crate::dump;
use goes_packages::{Config, FileSystem, Graph, Package, load};
use goes_source::{Diagnostic, Files};
use goes_types::{Checker, PackageId, PackageInput};

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
        diagnostics.sort_by(|a, b| a.span.lo.cmp(&b.span.lo).then_with(|| a.message.cmp(&b.message)));
        diagnostics.dedup_by(|a, b| a.span.lo == b.span.lo && a.message == b.message);
        // gc looks for bodies only where all else is well: what a broken file lacks may be what is wrong with it.
        let is_missing_body = |diagnostic: &Diagnostic| diagnostic.code == "MissingBody";
        if diagnostics.iter().any(|diagnostic| diagnostic.is_error() && !is_missing_body(diagnostic)) {
            diagnostics.retain(|diagnostic| !is_missing_body(diagnostic));
        }
        Findings { files: graph.files, diagnostics }
    }
}

/// A package that was named.
#[derive(Clone, Debug)]
pub struct Root {
    pub path: String,
    pub is_main: bool,
    /// What `go build` would call the program.
    pub program_name: String,
}

/// A file to write, or to run.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Relative to the output folder; for a program, its suggested name.
    pub name: String,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Built {
    pub findings: Findings,
    pub roots: Vec<Root>,
    /// Empty where there are errors. A program's bundle comes first.
    pub artifacts: Vec<Artifact>,
}

/// Reports everything that is wrong with the packages that the patterns name.
pub fn check(config: &Config, fs: &dyn FileSystem) -> Findings {
    let mut graph = load(config, fs);
    let mut diagnostics = std::mem::take(&mut graph.diagnostics);
    let (mut checker, _) = check_types(&graph);
    diagnostics.extend(checker.take_diagnostics());
    drop(checker);
    Findings::new(graph, diagnostics)
}

/// Builds what the patterns name.
pub fn build(options: &Options, fs: &dyn FileSystem) -> Built {
    let mut graph = load(&options.config, fs);
    let mut diagnostics = std::mem::take(&mut graph.diagnostics);
    let roots: Vec<Root> = graph.roots.iter().map(|&root| describe(graph.get(root), &graph)).collect();
    let artifacts = match options.stage {
        Stage::Tokens => dump::tokens(&graph),
        Stage::Ast => dump::ast(&graph),
        Stage::Types | Stage::Ir | Stage::Js => {
            let (mut checker, _) = check_types(&graph);
            diagnostics.extend(checker.take_diagnostics());
            if diagnostics.iter().any(Diagnostic::is_error) {
                Vec::new()
            } else {
                compile(options, &graph, &roots, &mut checker, &mut diagnostics)
            }
        }
    };
    Built { findings: Findings::new(graph, diagnostics), roots, artifacts }
}

/// Checks all packages but those whose files, or those of what they import, are malformed: whatever would be
/// found there might only follow from that. Packages have the same numbers as in the graph.
fn check_types(graph: &Graph) -> (Checker<'_>, Vec<bool>) {
    let mut checker = Checker::new();
    let mut is_sound: Vec<bool> = Vec::with_capacity(graph.packages.len());
    for package in &graph.packages {
        let imports = package.imports.values();
        is_sound.push(!package.is_malformed && imports.clone().all(|import| is_sound[import.0 as usize]));
        let id = checker.add_package(PackageInput {
            path: package.path.clone(),
            name: package.name.clone(),
            files: &package.files,
            versions: package.file_versions.clone(),
            imports: package.imports.iter().map(|(path, index)| (path.clone(), PackageId(index.0))).collect(),
            is_user: package.is_user,
        });
        if is_sound[id.0 as usize] {
            checker.check_package(id);
        }
    }
    (checker, is_sound)
}

/// From checked packages to what the stage asks for.
fn compile<'a>(
    options: &Options,
    graph: &'a Graph,
    roots: &[Root],
    checker: &mut Checker<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Artifact> {
    if options.stage == Stage::Types {
        return dump::types(graph, checker);
    }
    let _ = (roots, diagnostics);
    Vec::new()
}

/// "go build names the resulting executable after the first named source file [...] or [...] after the last
/// non-major-version component of the package import path."
fn describe(package: &Package, graph: &Graph) -> Root {
    let is_named_by_files = package.path == "command-line-arguments";
    let first_file = package.file_ids.first().map(|id| graph.files.get(*id).name.with_extension(""));
    let stem = first_file.as_deref().and_then(|file| file.file_name()).map(|name| name.to_string_lossy().into_owned());
    let is_major = |element: &str| {
        element.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let last = package.path.rsplit('/').find(|element| !is_major(element)).unwrap_or(&package.path);
    let program_name = if is_named_by_files { stem.unwrap_or_default() } else { last.to_string() };
    Root { path: package.path.clone(), is_main: package.is_main, program_name }
}
