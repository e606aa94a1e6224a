//! The result: packages in the order of their imports, with parsed files.

use crate::GoVersion;
use crate::diag::{self, Problem};
use crate::embed::{Embed, embeds};
use crate::godebug::Defaults;
use crate::load::{Loader, RawPackage};
use crate::resolve::{Located, Origin};
use crate::select::Source;
use crate::string_values;
use goes_source::files::LineDirective;
use goes_source::{Diagnostic, FileId, Files, Span};
use goes_syntax::ast;
use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::path::PathBuf;
use std::sync::Arc;

/// What a file may ask for in a `//go:build` line, at least: older compilers could not read such a file.
const FILE_VERSIONS_FROM: GoVersion = (1, 21);

#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageIndex(pub u32);

/// A build's packages.
#[derive(Debug, Default)]
pub struct Graph {
    pub files: Files,
    /// In the order of initialisation: imported packages come before those that import them.
    pub packages: Vec<Package>,
    /// What the patterns name.
    pub roots: Vec<PackageIndex>,
    pub(crate) defaults: Defaults,
    /// Sorted by position.
    pub diagnostics: Vec<Diagnostic>,
}

/// A module as a package's home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleInfo {
    pub path: String,
    /// `None` for the user's own and for folders that replace a module.
    pub version: Option<String>,
    pub dir: PathBuf,
    /// The user's own.
    pub is_main: bool,
    /// What its files come from instead: a folder as go.mod names it, or a module and its version.
    pub replacement: Option<(String, Option<String>)>,
    /// The hash of its files, if go.sum has it.
    pub sum: Option<String>,
}

#[derive(Debug)]
pub struct Package {
    /// The import path; `command-line-arguments` for named files.
    pub path: String,
    pub name: String,
    /// Empty for packages that come with the compiler.
    pub dir: PathBuf,
    /// Sorted by name; files of the command line as they stand there.
    pub files: Vec<ast::File>,
    pub file_ids: Vec<FileId>,
    /// By path as written. What could not be resolved has been reported and is missing.
    pub imports: IndexMap<String, PackageIndex>,
    pub go_version: GoVersion,
    /// The language version of each file.
    pub file_versions: Vec<GoVersion>,
    /// JavaScript files that stand beside the Go files and are bound by `//js:native`: name and text.
    pub natives: Vec<(String, String)>,
    pub embeds: Vec<Embed>,
    pub is_std: bool,
    /// Of the modules that are being worked on.
    pub is_user: bool,
    pub is_main: bool,
    /// Some file has syntax errors: its tree is not whole.
    pub is_malformed: bool,
    /// It has files for the system that lends declarations (see `Config::borrowers`).
    pub may_borrow: bool,
    /// Which of its files lend them.
    pub borrowed: Vec<FileId>,
    /// Node numbers of all files are less.
    pub node_count: u32,
    pub module: Option<ModuleInfo>,
}

impl Graph {
    pub fn get(&self, index: PackageIndex) -> &Package {
        &self.packages[index.0 as usize]
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Orders what was read, gives the files their positions and parses them.
pub(crate) fn assemble(
    loader: &Loader<'_>,
    mut files: Files,
    mut raw: IndexMap<String, RawPackage>,
    roots: &[Arc<Located>],
    mut diagnostics: Vec<Diagnostic>,
) -> Graph {
    report_failed_roots(loader, &raw, roots, &mut diagnostics);
    refuse_unimportable(&mut raw);
    drop_links_from_below(&mut raw);
    let reached = break_cycles(&mut raw, roots);
    let order = initialisation_order(&raw, reached);
    let index_of: FxHashMap<&str, PackageIndex> = order
        .iter()
        .enumerate()
        .map(|(index, path)| (path.as_str(), PackageIndex(index as u32)))
        .collect();
    let roots = roots
        .iter()
        .filter_map(|root| index_of.get(root.path.as_str()).copied())
        .collect();
    let indices: Vec<IndexMap<String, PackageIndex>> = order
        .iter()
        .map(|path| {
            let targets = raw[path].imports.iter().filter_map(|(written, site)| {
                Some((
                    written.clone(),
                    *index_of.get(site.target.as_ref()?.path.as_str())?,
                ))
            });
            targets.collect()
        })
        .collect();
    let ordered: Vec<(RawPackage, Vec<FileId>, IndexMap<String, PackageIndex>)> = order
        .iter()
        .zip(indices)
        .map(|(path, imports)| {
            let package = raw.swap_remove(path).expect("the order names what was read");
            let ids = package
                .sources
                .iter()
                .map(|source| files.add(&source.display, source.text.clone()))
                .collect();
            (package, ids, imports)
        })
        .collect();
    let parsed: Vec<ParsedPackage> = ordered
        .into_par_iter()
        .map(|(package, ids, imports)| parse_package(loader, package, ids, imports, &files))
        .collect();
    let mut packages = Vec::with_capacity(parsed.len());
    for mut package in parsed {
        for (file, directives) in package.line_directives {
            files.set_line_directives(file, directives);
        }
        diagnostics.append(&mut package.diagnostics);
        packages.push(package.package);
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.lo);
    Graph {
        files,
        packages,
        roots,
        defaults: loader.resolver.workspace.defaults.clone(),
        diagnostics,
    }
}

/// What is named on the command line has no import to point at.
fn report_failed_roots(
    loader: &Loader<'_>,
    raw: &IndexMap<String, RawPackage>,
    roots: &[Arc<Located>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for root in roots {
        let package = &raw[&root.path];
        if let Some(failure) = &package.failure {
            // A pattern may well match folders that are not for this target.
            let is_excluded = failure.message.contains("build constraints exclude") && roots.len() > 1;
            if !is_excluded {
                diagnostics.push(failure.clone().at(Span::default()));
            }
        } else if loader.config.requires_main && package.name != "main" && !package.name.is_empty() {
            diagnostics.push(diag::not_a_program(&root.path).at(Span::default()));
        }
    }
}

/// Drops imports of what is no package, or a program, and reports them where they stand.
fn refuse_unimportable(raw: &mut IndexMap<String, RawPackage>) {
    let mut refused = FxHashMap::default();
    for (path, package) in raw.iter() {
        if let Some(failure) = &package.failure {
            refused.insert(path.clone(), failure.clone());
        } else if package.name == "main" {
            refused.insert(path.clone(), diag::import_of_program(path));
        }
    }
    for package in raw.values_mut() {
        // A program may have tests, too.
        let tested = match &package.located.origin {
            Origin::Test { of, .. } => Some(of.path.as_str()),
            _ => None,
        };
        for site in package.imports.values_mut() {
            let Some(target) = &site.target else { continue };
            if tested == Some(target.path.as_str()) {
                continue;
            }
            if let Some(failure) = refused.get(&target.path) {
                package.problems.push(Problem {
                    at: Some(site.at),
                    failure: failure.clone(),
                });
                site.target = None;
            }
        }
    }
}

/// What the runtime itself imports may link to it, but does not come after it.
fn drop_links_from_below(raw: &mut IndexMap<String, RawPackage>) {
    let mut below: Vec<bool> = vec![false; raw.len()];
    let is_link = |package: usize, import: usize| raw[package].imports[import].is_linked;
    let mut work: Vec<usize> = raw.get_index_of("runtime").into_iter().collect();
    while let Some(package) = work.pop() {
        for (import, target) in sorted_imports(raw, package) {
            if !is_link(package, import) && !std::mem::replace(&mut below[target], true) {
                work.push(target);
            }
        }
    }
    for (package, _) in below.into_iter().enumerate().filter(|(_, is_below)| *is_below) {
        raw[package].imports.retain(|_, site| !site.is_linked);
    }
}

/// spec: "Given the list of all packages, sorted by import path, in each step the first uninitialized package
/// in the list for which all imported packages (if any) are already initialized is initialized."
fn initialisation_order(raw: &IndexMap<String, RawPackage>, reached: Vec<usize>) -> Vec<String> {
    let mut importers: Vec<Vec<usize>> = vec![Vec::new(); raw.len()];
    let mut waits_for: Vec<usize> = vec![0; raw.len()];
    let mut ready = BinaryHeap::new();
    let path = |package: usize| raw[package].located.path.as_str();
    for &package in &reached {
        let mut imports: Vec<usize> = sorted_imports(raw, package)
            .into_iter()
            .map(|(_, target)| target)
            .collect();
        imports.dedup();
        waits_for[package] = imports.len();
        imports
            .into_iter()
            .for_each(|import| importers[import].push(package));
        if waits_for[package] == 0 {
            ready.push(Reverse((path(package), package)));
        }
    }
    let mut order = Vec::with_capacity(reached.len());
    while let Some(Reverse((path_of, package))) = ready.pop() {
        order.push(path_of.to_string());
        for &importer in &importers[package] {
            waits_for[importer] -= 1;
            if waits_for[importer] == 0 {
                ready.push(Reverse((path(importer), importer)));
            }
        }
    }
    order
}

/// Finds the packages that the roots reach. An import that closes a cycle is reported and dropped.
fn break_cycles(raw: &mut IndexMap<String, RawPackage>, roots: &[Arc<Located>]) -> Vec<usize> {
    let mut state: Vec<State> = vec![State::New; raw.len()];
    let mut reached = Vec::with_capacity(raw.len());
    for root in roots {
        let Some(start) = raw.get_index_of(&root.path) else {
            continue;
        };
        if state[start] != State::New || raw[start].failure.is_some() {
            continue;
        }
        state[start] = State::Open;
        let mut stack = vec![(start, sorted_imports(raw, start), 0)];
        while let Some((package, imports, at)) = stack.last_mut() {
            let package = *package;
            let Some(&(import, target)) = imports.get(*at) else {
                state[package] = State::Done;
                reached.push(package);
                stack.pop();
                continue;
            };
            *at += 1;
            match state[target] {
                State::Done => {}
                State::New => {
                    state[target] = State::Open;
                    let imports = sorted_imports(raw, target);
                    stack.push((target, imports, 0));
                }
                State::Open => report_cycle(raw, &stack, import, target),
            }
        }
    }
    reached
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

/// A package that is being walked, its imports as (index in the map, package), and how many have been seen.
type Frame = (usize, Vec<(usize, usize)>, usize);

fn sorted_imports(raw: &IndexMap<String, RawPackage>, package: usize) -> Vec<(usize, usize)> {
    let targets = raw[package].imports.values().enumerate();
    let mut imports: Vec<(usize, usize)> = targets
        .filter_map(|(index, site)| Some((index, raw.get_index_of(&site.target.as_ref()?.path)?)))
        .collect();
    imports.sort_by(|a, b| raw[a.1].located.path.cmp(&raw[b.1].located.path));
    imports
}

fn report_cycle(raw: &mut IndexMap<String, RawPackage>, stack: &[Frame], import: usize, target: usize) {
    let first = stack
        .iter()
        .position(|frame| frame.0 == target)
        .expect("an open package is on the stack");
    let chain: Vec<(&str, String)> = stack[first..]
        .iter()
        .map(|(package, imports, at)| {
            let package = &raw[*package];
            let site = &package.imports[imports[at - 1].0];
            (
                package.located.path.as_str(),
                package.sources[site.at.0].name.clone(),
            )
        })
        .collect();
    let failure = diag::import_cycle(&chain, &raw[target].located.path);
    let importer = stack.last().expect("someone imports").0;
    let package = &mut raw[importer];
    let site = &mut package.imports[import];
    site.target = None;
    let at = Some(site.at);
    package.problems.push(Problem { at, failure });
}

struct ParsedPackage {
    package: Package,
    diagnostics: Vec<Diagnostic>,
    line_directives: Vec<(FileId, Vec<LineDirective>)>,
}

/// Parses the files of one package; their node numbers follow each other.
fn parse_package(
    loader: &Loader<'_>,
    raw: RawPackage,
    file_ids: Vec<FileId>,
    imports: IndexMap<String, PackageIndex>,
    files: &Files,
) -> ParsedPackage {
    let RawPackage {
        located,
        name,
        sources,
        natives,
        problems,
        go_version,
        replaced,
        may_borrow,
        ..
    } = raw;
    let mut result_files = Vec::with_capacity(sources.len());
    let mut diagnostics = Vec::new();
    let mut line_directives = Vec::new();
    let mut embedded = Vec::new();
    let mut embed_problems = Vec::new();
    let mut node_count = 0;
    let mut is_malformed = false;
    let dir = located.dir();
    for (index, (source, id)) in sources.iter().zip(&file_ids).enumerate() {
        let parsed = goes_syntax::parse_file(&source.text, files.get(*id).base, node_count);
        is_malformed |= parsed.is_malformed;
        diagnostics.extend(parsed.diagnostics);
        if !parsed.line_directives.is_empty() {
            line_directives.push((*id, parsed.line_directives));
        }
        let mut file = parsed.file;
        string_values::set(loader.config, &located.path, &mut file);
        node_count = file.next_id;
        if let Some(replaced) = replaced.as_ref().filter(|_| !source.is_overlay) {
            replaced.apply(&mut file, &source.text);
        }
        embedded.extend(embeds(
            index,
            &file,
            &source.text,
            file_version(go_version, file.go_version),
            &dir,
            loader.fs,
            &mut embed_problems,
        ));
        diagnostics.extend(unreadable_imports(&file));
        result_files.push(file);
    }
    let file_versions = result_files
        .iter()
        .map(|file| file_version(go_version, file.go_version))
        .collect();
    let base = |file: usize| files.get(file_ids[file]).base;
    diagnostics.extend(problems.into_iter().map(|problem| {
        match problem.at {
            Some((file, span)) => problem
                .failure
                .at(Span::new(span.lo + base(file), span.hi + base(file))),
            None => problem.failure.at(Span::default()),
        }
    }));
    let place = |problem: &Problem| problem.at.map_or(Span::default(), |(_, span)| span);
    diagnostics.extend(embed_problems.into_iter().map(|problem| {
        let span = place(&problem);
        problem.failure.at(span)
    }));
    let module = located.module().map(|module| ModuleInfo {
        path: module.path.clone(),
        version: module.version.clone(),
        dir: module.dir.clone(),
        is_main: module.is_main,
        replacement: module.replacement.clone(),
        sum: module.sum.clone(),
    });
    let lends = |(source, id): (&Source, &FileId)| source.is_borrowed.then_some(*id);
    let package = Package {
        may_borrow,
        borrowed: sources.iter().zip(&file_ids).filter_map(lends).collect(),
        is_std: located.is_std(),
        is_user: located.is_user(),
        is_main: name == "main",
        is_malformed,
        path: located.path.clone(),
        name,
        dir,
        files: result_files,
        file_ids,
        imports,
        go_version,
        file_versions,
        natives,
        embeds: embedded,
        node_count,
        module,
    };
    ParsedPackage {
        package,
        diagnostics,
        line_directives,
    }
}

/// Imports whose path is a string, but not text: reading the header passed them over.
fn unreadable_imports(file: &ast::File) -> impl Iterator<Item = Diagnostic> {
    file.imports.iter().filter_map(|import| {
        let bytes = goes_syntax::unquote_string(import.path.text.as_str())?;
        let is_text = std::str::from_utf8(&bytes).is_ok();
        (!is_text).then(|| diag::invalid_import_path("invalid UTF-8 encoding").at(import.path.span))
    })
}

/// `//go:build go1.N` sets a file's version, up or down, though not below 1.21.
fn file_version(package: GoVersion, build: Option<GoVersion>) -> GoVersion {
    build.map_or(package, |build| build.max(FILE_VERSIONS_FROM))
}
