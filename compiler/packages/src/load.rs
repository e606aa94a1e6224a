//! From patterns to packages: reads headers in waves, each one step further along the imports.

use crate::diag::{self, Failure, Problem};
use crate::file_system::{FileSystem, relative};
use crate::goroot::{Goroot, find_goroot};
use crate::graph::{Graph, assemble};
use crate::module::Workspace;
use crate::overlay::Replaced;
use crate::pattern;
use crate::resolve::{Located, Origin, Resolver};
use crate::select::{Folder, Selection, Source, select_folder};
use crate::shim::{Shim, Shims};
use crate::target::Target;
use crate::{Config, GoVersion, NEWEST};
use goes_source::{Diagnostic, Files, Span};
use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A package of which only the files' headers have been read.
#[derive(Debug)]
pub(crate) struct RawPackage {
    pub located: Arc<Located>,
    pub name: String,
    pub sources: Vec<Source>,
    pub natives: Vec<(String, String)>,
    /// By path as written, in order of appearance; `None` for what was not found.
    pub imports: IndexMap<String, ImportSite>,
    pub problems: Vec<Problem>,
    /// There is no such package after all; told to whoever asks for it.
    pub failure: Option<Failure>,
    pub go_version: GoVersion,
    pub replaced: Option<Replaced>,
    pub may_borrow: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct ImportSite {
    /// The first file that imports it, and where.
    pub at: (usize, Span),
    pub target: Option<Arc<Located>>,
    /// By `//go:linkname` alone.
    pub is_linked: bool,
}

impl ImportSite {
    pub(crate) fn new(at: (usize, Span), target: Option<Arc<Located>>) -> ImportSite {
        ImportSite {
            at,
            target,
            is_linked: false,
        }
    }
}

impl RawPackage {
    /// One whose imports have not been looked for.
    pub(crate) fn new(
        located: Arc<Located>,
        name: String,
        selection: Selection,
        go_version: GoVersion,
    ) -> RawPackage {
        RawPackage {
            located,
            name,
            sources: selection.sources,
            natives: Vec::new(),
            imports: IndexMap::new(),
            problems: selection.problems,
            failure: None,
            go_version,
            replaced: None,
            may_borrow: selection.may_borrow,
        }
    }
}

/// Everything that reading a package depends on.
pub(crate) struct Loader<'a> {
    pub config: &'a Config,
    pub fs: &'a dyn FileSystem,
    pub resolver: Resolver<'a>,
    pub target: Target,
}

/// Loads what the patterns name and all that it imports.
///
/// Whatever is wrong is among the graph's diagnostics. An import that could not be resolved is missing in
/// [`crate::Package::imports`]; it has been reported.
pub fn load(config: &Config, fs: &dyn FileSystem) -> Graph {
    let mut files = Files::new();
    let mut diagnostics = Vec::new();
    let loader = Loader::new(config, fs, &mut files, &mut diagnostics);
    let roots = pattern::roots(&loader, &mut diagnostics);
    let (packages, roots) = if config.makes_test {
        loader.read_test(&roots, &mut diagnostics)
    } else {
        let read = roots
            .par_iter()
            .map(|root| loader.read_package(root.clone(), config.include_tests))
            .collect();
        (loader.read_closure(read), roots)
    };
    assemble(&loader, files, packages, &roots, diagnostics)
}

impl<'a> Loader<'a> {
    pub(crate) fn new(
        config: &'a Config,
        fs: &'a dyn FileSystem,
        files: &mut Files,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Loader<'a> {
        let goroot = match find_goroot(&config.environment, fs) {
            Ok(dir) => dir.map(|dir| Goroot::open(dir, fs)),
            Err(message) => {
                diagnostics.push(Failure::new("NoGoTree", message).at(Span::default()));
                None
            }
        };
        let mut target = config.target.clone();
        if let Some(goroot) = &goroot {
            target.go_version = target.go_version.min(goroot.version);
        }
        let environment = &config.environment;
        let start = pattern::start(config, fs);
        let workspace = Workspace::discover(
            &start,
            environment,
            config.downloads.as_deref(),
            fs,
            files,
            diagnostics,
        );
        let shims = Shims::new(environment.shims.as_deref(), &target);
        Loader {
            config,
            fs,
            resolver: Resolver::new(config, fs, workspace, shims, goroot),
            target,
        }
    }
}

impl Loader<'_> {
    /// Reads all that the packages import, in an order that does not depend on timing.
    pub(crate) fn read_closure(&self, first: Vec<RawPackage>) -> IndexMap<String, RawPackage> {
        let mut packages: IndexMap<String, RawPackage> = IndexMap::new();
        let mut asked: FxHashSet<String> = first.iter().map(|package| package.located.path.clone()).collect();
        let mut read = first;
        while !read.is_empty() {
            let mut wave: Vec<Arc<Located>> = Vec::new();
            for package in read {
                for located in package.imports.values().filter_map(|site| site.target.as_ref()) {
                    if asked.insert(located.path.clone()) {
                        wave.push(located.clone());
                    }
                }
                packages.insert(package.located.path.clone(), package);
            }
            read = wave
                .par_iter()
                .map(|located| self.read_package(located.clone(), false))
                .collect();
        }
        packages
    }

    /// Reads a package, with the tests that are part of it if they are wanted.
    pub(crate) fn read_package(&self, located: Arc<Located>, with_tests: bool) -> RawPackage {
        let mut replaced = None;
        let mut natives = Vec::new();
        let folder = if with_tests {
            Folder::WithTests
        } else {
            Folder::Package
        };
        let mut selection = match &located.origin {
            // Those that are only tests are read by their own means.
            Origin::Unsafe | Origin::Test { .. } => Selection::default(),
            Origin::Shim(shim) => self.select_shim(&located.path, shim, &mut natives),
            Origin::Std { dir, overlay: None } => self.select(dir, folder),
            Origin::Std {
                dir,
                overlay: Some(shim),
            } => {
                let (selection, names) = self.select_overlay(&located.path, dir, shim, &mut natives);
                replaced = Some(names);
                selection
            }
            Origin::Module { dir, .. } => self.select(dir, folder),
            Origin::AdHoc { dir, files: None, .. } => self.select(dir, folder),
            Origin::AdHoc {
                files: Some(files), ..
            } => self.select_files(files),
        };
        match &located.origin {
            Origin::Shim(shim)
            | Origin::Std {
                overlay: Some(shim), ..
            } if with_tests => self.add_shim_tests(&located, shim, &mut selection),
            Origin::AdHoc { files: Some(_), .. } if with_tests => {
                selection.sources.retain(|source| !source.is_outside_test());
            }
            Origin::Module { dir, .. } | Origin::AdHoc { dir, files: None, .. }
                if self.config.borrowers.contains(&located.path) =>
            {
                replaced = Some(self.borrow(dir, &mut selection));
            }
            _ => {}
        }
        self.finish_package(located, selection, natives, replaced)
    }

    /// Names the package and finds what it imports.
    pub(crate) fn finish_package(
        &self,
        located: Arc<Located>,
        selection: Selection,
        natives: Vec<(String, String)>,
        replaced: Option<Replaced>,
    ) -> RawPackage {
        let (name, failure) = self.identify(&located, &selection);
        let go_version = self.go_version(&located);
        let mut package = RawPackage {
            natives,
            failure,
            replaced,
            ..RawPackage::new(located, name, selection, go_version)
        };
        if package.failure.is_none() {
            self.resolve_imports(&mut package);
            self.read_natives(&mut package);
        }
        package
    }

    pub(crate) fn select(&self, dir: &Path, folder: Folder) -> Selection {
        select_folder(dir, &self.target, folder, self.fs, &|path| self.display(path))
    }

    pub(crate) fn select_files(&self, files: &[PathBuf]) -> Selection {
        let mut selection = Selection::default();
        for path in files {
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            match self.fs.read(path) {
                Ok(bytes) => selection.offer(&name, self.display(path), bytes, &self.target, true),
                Err(error) => {
                    let failure = diag::unreadable(&self.display(path).to_string_lossy(), &error);
                    selection.problems.push(Problem { at: None, failure });
                }
            }
        }
        selection
    }

    pub(crate) fn select_shim(
        &self,
        path: &str,
        shim: &Shim,
        natives: &mut Vec<(String, String)>,
    ) -> Selection {
        let mut selection = Selection::default();
        // What replaces a whole package is ours, whatever the tree; what is laid over one goes by that.
        let newest = Target {
            go_version: NEWEST,
            ..self.target.clone()
        };
        let target = if shim.overlay.is_some() {
            &self.target
        } else {
            &newest
        };
        for (name, text) in &shim.files {
            if name.ends_with(".js") {
                natives.push((name.clone(), text.to_string()));
            } else if target.matches_name(name) {
                selection.offer_text(
                    name,
                    self.resolver.shims.display(path, name),
                    text.clone(),
                    target,
                    false,
                );
            }
        }
        selection
    }

    fn select_overlay(
        &self,
        path: &str,
        dir: &Path,
        shim: &Shim,
        natives: &mut Vec<(String, String)>,
    ) -> (Selection, Replaced) {
        let mut replaced = Replaced::read(shim.overlay.as_deref().unwrap_or_default());
        let mut ours = self.select_shim(path, shim, natives);
        for source in &mut ours.sources {
            source.is_overlay = true;
            replaced.add(&goes_syntax::parse_file(&source.text, 0, 0).file);
        }
        let mut selection = self.select(dir, Folder::Package);
        let is_dropped = |name: &str| {
            replaced.files.contains(name) || shim.files.iter().any(|(replacing, _)| replacing == name)
        };
        selection.sources.retain(|source| !is_dropped(&source.name));
        selection
            .sources
            .iter_mut()
            .for_each(|source| replaced.prune_imports(source));
        // Those of files that are Go's own tell nothing that can be mended here.
        selection.problems = Vec::new();
        let kept = selection.sources.len();
        selection.sources.append(&mut ours.sources);
        selection
            .problems
            .extend(ours.problems.into_iter().map(|problem| Problem {
                at: problem.at.map(|(file, span)| (file + kept, span)),
                ..problem
            }));
        (selection, replaced)
    }

    /// The package's name, or why it is none.
    fn identify(&self, located: &Located, selection: &Selection) -> (String, Option<Failure>) {
        if let Origin::Unsafe = located.origin {
            return ("unsafe".into(), None);
        }
        let dir = located.dir().to_string_lossy().into_owned();
        if selection.sources.is_empty() && selection.problems.is_empty() {
            let failure = if selection.has_excluded {
                diag::all_files_excluded(&located.path, &dir)
            } else if selection.has_tests {
                diag::only_tests(&dir)
            } else {
                diag::no_go_files(&dir)
            };
            return (String::new(), Some(failure));
        }
        match selection.package_name(&dir) {
            Ok(name) => (name, None),
            Err(failure) => (String::new(), Some(failure)),
        }
    }

    /// spec of go.mod's go line: the language version of a module's packages.
    pub(crate) fn go_version(&self, located: &Located) -> GoVersion {
        if let Some(lang) = self.config.lang.filter(|_| located.is_user()) {
            return lang;
        }
        match &located.origin {
            Origin::Module { module, .. } => module.go_version,
            // Folders count as packages of their module, files on the command line do not; those of a Go tree,
            // as its tests are, are of its version.
            Origin::AdHoc { dir, .. } => Goroot::around(dir, self.fs).map_or(NEWEST, |tree| tree.version),
            Origin::Unsafe | Origin::Shim(_) => NEWEST,
            Origin::Std { overlay, .. } => match self.resolver.goroot() {
                Some(goroot) if overlay.is_none() => goroot.version,
                _ => NEWEST,
            },
            Origin::Test { of, .. } => self.go_version(of),
        }
    }

    fn resolve_imports(&self, package: &mut RawPackage) {
        for (index, source) in package.sources.iter().enumerate() {
            for import in &source.header.imports {
                let at = (index, import.span);
                let path = &import.path;
                if let Some(known) = package.imports.get(path) {
                    // What is no path at all is so wherever it stands.
                    if known.target.is_none()
                        && let Err(failure) = crate::resolve::validate(path)
                    {
                        let at = Some(at);
                        package.problems.push(Problem { at, failure });
                    }
                    continue;
                }
                let target = match self.resolver.import(&package.located, path) {
                    Ok(located) => Some(located),
                    Err(failure) => {
                        package.problems.push(Problem {
                            at: Some(at),
                            failure: diag::could_not_import(path, failure),
                        });
                        None
                    }
                };
                package.imports.insert(path.clone(), ImportSite::new(at, target));
            }
        }
        self.import_linked(package);
    }

    /// `//go:linkname local runtime.name` reaches into the runtime without importing it; it has to be read all the same.
    fn import_linked(&self, package: &mut RawPackage) {
        const RUNTIME: &str = "runtime";
        if package.located.path == RUNTIME || package.imports.contains_key(RUNTIME) {
            return;
        }
        let pulls = |line: &str| {
            let mut words = line.split_whitespace();
            words.next() == Some("//go:linkname")
                && words.nth(1).is_some_and(|name| name.starts_with("runtime."))
        };
        let is_linked =
            |source: &Source| source.text.contains("//go:linkname") && source.text.lines().any(pulls);
        if let Some(index) = package.sources.iter().position(is_linked) {
            let target = self.resolver.import(&package.located, RUNTIME).ok();
            let at = (index, Span::default());
            package.imports.insert(
                RUNTIME.into(),
                ImportSite {
                    at,
                    target,
                    is_linked: true,
                },
            );
        }
    }

    /// The user's own JavaScript beside Go files that bind to it.
    fn read_natives(&self, package: &mut RawPackage) {
        let binds = |source: &Source| source.text.contains("//js:native");
        if package.located.is_std() || !package.sources.iter().any(binds) {
            return;
        }
        let dir = package.located.dir();
        for entry in self.fs.read_dir(&dir).unwrap_or_default() {
            if entry.is_dir || !entry.name.ends_with(".js") {
                continue;
            }
            if let Ok(bytes) = self.fs.read(&dir.join(&entry.name)) {
                package
                    .natives
                    .push((entry.name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }

    pub(crate) fn display(&self, path: &Path) -> PathBuf {
        relative(path, &self.config.environment.cwd)
    }
}
