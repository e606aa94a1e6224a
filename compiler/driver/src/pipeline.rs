//! Patterns in; findings, and if there are no errors programs, out.

use goes_packages::{Config, FileSystem, Graph, Package, load};
use goes_source::{Diagnostic, Files};

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

    fn add(&mut self, diagnostics: Vec<Diagnostic>) {
        self.diagnostics.extend(diagnostics);
        self.diagnostics.sort_by(|a, b| a.span.lo.cmp(&b.span.lo).then_with(|| a.message.cmp(&b.message)));
        self.diagnostics.dedup_by(|a, b| a.span.lo == b.span.lo && a.message == b.message);
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
    let graph = load(config, fs);
    let Graph { files, diagnostics, .. } = graph;
    let mut findings = Findings { files, ..Findings::default() };
    findings.add(diagnostics);
    findings
}

/// Builds what the patterns name.
pub fn build(options: &Options, fs: &dyn FileSystem) -> Built {
    let graph = load(&options.config, fs);
    let roots = graph.roots.iter().map(|&root| describe(graph.get(root), &graph)).collect();
    let Graph { files, diagnostics, .. } = graph;
    let mut built = Built { findings: Findings { files, ..Findings::default() }, roots, artifacts: Vec::new() };
    built.findings.add(diagnostics);
    built
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
