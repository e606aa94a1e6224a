//! Modules: which ones a build consists of, and which of them provides a package.

use crate::diag::{self, Failure};
use crate::downloads::{Downloads, Fetch, ModMode, Sums};
use crate::file_system::{FileSystem, clean, relative};
use crate::go_mod::{self, Kind, ModFile, Replace, Replacement};
use crate::godebug::Defaults;
use crate::goroot::Environment;
use crate::select::is_go_dir;
use crate::target::NEWEST;
use crate::{GoVersion, version};
use goes_source::{Diagnostic, Files, Span};
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The version of a module that names none.
const UNVERSIONED: GoVersion = (1, 16);
/// From here on a go.mod names all that its packages need, so requirements of requirements are left unread.
const PRUNED_FROM: GoVersion = (1, 17);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Module {
    pub path: String,
    /// `None` for the user's own and for folders.
    pub version: Option<String>,
    pub dir: PathBuf,
    pub go_version: GoVersion,
    /// The user's own.
    pub is_main: bool,
    /// As in [`crate::ModuleInfo`].
    pub replacement: Option<(String, Option<String>)>,
    pub sum: Option<String>,
}

/// All modules of a build.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    pub mains: Vec<Arc<Module>>,
    pub defaults: Defaults,
    /// Longest path first: it is the one that provides a package.
    dependencies: Vec<Dependency>,
    vendor: Option<Vendor>,
    sums: Sums,
}

#[derive(Debug)]
struct Dependency {
    path: String,
    version: String,
    source: Source,
    /// As in [`crate::ModuleInfo`].
    replacement: Option<(String, Option<String>)>,
    /// What looking for its files gave; they are looked for when a package of it is.
    found: OnceLock<Result<Arc<Module>, String>>,
    require: Option<Span>,
}

/// Where the files of a module come from, once replacements are made.
#[derive(Debug)]
enum Source {
    Folder(PathBuf),
    /// The path and version under which the cache and the proxies know it.
    Versioned(String, String),
}

#[derive(Debug, Default)]
struct Vendor {
    dir: PathBuf,
    packages: FxHashMap<String, Arc<Module>>,
}

/// Where a go.mod of ours lies and what it says, with spans that count from `base`.
struct Main {
    file: ModFile,
    dir: PathBuf,
    base: u32,
}

/// spec of go.mod's go line: a missing one is that of an old Go.
fn defaults(main: &Main) -> Defaults {
    Defaults {
        go: Some(main.file.go.unwrap_or(UNVERSIONED)),
        settings: main.file.godebug.clone(),
    }
}

impl Workspace {
    /// Finds go.work or go.mod from `start` upwards and what they require.
    pub(crate) fn discover(
        start: &Path,
        environment: &Environment,
        downloads: Option<&dyn Downloads>,
        fs: &dyn FileSystem,
        files: &mut Files,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Workspace {
        let mut reader = Reader {
            environment,
            fs,
            files,
            diagnostics,
        };
        let upwards = |name: &str| {
            start
                .ancestors()
                .map(|dir| dir.join(name))
                .find(|file| fs.exists(file))
        };
        let go_work = match environment.gowork.as_deref() {
            Some("off") => None,
            Some(file) => Some(environment.cwd.join(file)),
            None => upwards("go.work"),
        };
        let work = go_work
            .as_deref()
            .and_then(|file| reader.mod_file(file, Kind::Work));
        let mut mains: Vec<Main> = Vec::new();
        if let Some(work) = &work {
            for (folder, span) in &work.file.uses {
                let dir = clean(&work.dir.join(folder));
                match reader.mod_file(&dir.join("go.mod"), Kind::Main) {
                    Some(main) => mains.push(main),
                    None => reader.error(*span, work.base, format!("cannot load module {folder} listed in go.work file: open {}: no such file or directory", dir.join("go.mod").display())),
                }
            }
        } else if let Some(main) = upwards("go.mod").and_then(|file| reader.mod_file(&file, Kind::Main)) {
            mains.push(main);
        }
        let mut sums = Sums::default();
        let sum_files = mains.iter().map(|main| main.dir.join("go.sum"));
        for file in sum_files.chain(work.iter().map(|work| work.dir.join("go.work.sum"))) {
            sums.add_file(&file, fs);
        }
        let fetch = Fetch {
            downloads,
            sums: &sums,
            environment,
            fs,
        };
        let mut workspace = Workspace::build(&mains, work.as_ref(), fetch, diagnostics);
        workspace.sums = sums;
        workspace
    }

    fn build(
        mains: &[Main],
        work: Option<&Main>,
        fetch: Fetch<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Workspace {
        let modules = mains.iter().map(|main| {
            Arc::new(Module {
                path: main.file.module.clone().unwrap_or_default(),
                version: None,
                dir: main.dir.clone(),
                go_version: main.file.go.unwrap_or(UNVERSIONED),
                is_main: true,
                replacement: None,
                sum: None,
            })
        });
        let mut workspace = Workspace {
            mains: modules.collect(),
            defaults: work.or(mains.first()).map(defaults).unwrap_or_default(),
            ..Workspace::default()
        };
        // Go's reference of modules: "If the vendor directory is present and the go version in go.mod is 1.14 or higher,
        // the go command acts as if -mod=vendor were used"; workspaces have one since go 1.22.
        let vendors_from = if work.is_some() { (1, 22) } else { (1, 14) };
        let vendored = work
            .or(mains.first())
            .filter(|root| match fetch.environment.mod_mode {
                ModMode::Automatic => root.file.go.unwrap_or(UNVERSIONED) >= vendors_from,
                ModMode::Vendor => true,
                ModMode::Readonly | ModMode::Mod => false,
            });
        let vendored = vendored.map(|root| root.dir.join("vendor"));
        if let Some(vendor) = vendored.and_then(|dir| Vendor::open(dir, fetch.fs)) {
            workspace.vendor = Some(vendor);
            return workspace;
        }
        if fetch.environment.mod_mode == ModMode::Vendor {
            workspace.vendor = Some(Vendor::default());
            return workspace;
        }
        let mut requirements = Requirements::new(mains, work, fetch);
        requirements.select(mains, work.is_some());
        let spans = require_spans(mains);
        for (path, message) in std::mem::take(&mut requirements.problems) {
            let span = spans.get(path.as_str()).copied().unwrap_or_default();
            diagnostics.push(Diagnostic::error(diag::MODULE_UNAVAILABLE, span, message));
        }
        workspace.dependencies = requirements.into_dependencies(&spans);
        workspace
            .dependencies
            .sort_by(|a, b| b.path.len().cmp(&a.path.len()).then_with(|| a.path.cmp(&b.path)));
        workspace
    }

    /// The main module that a folder belongs to. A go.mod in between starts another module.
    pub(crate) fn main_of(&self, dir: &Path, fs: &dyn FileSystem) -> Option<&Arc<Module>> {
        let nearest = dir.ancestors().find(|above| fs.exists(&above.join("go.mod")))?;
        self.mains.iter().find(|module| module.dir == nearest)
    }

    /// The module that provides a package, and the package's folder.
    pub(crate) fn find(
        &self,
        path: &str,
        environment: &Environment,
        downloads: Option<&dyn Downloads>,
        fs: &dyn FileSystem,
    ) -> Result<(Arc<Module>, PathBuf), Failure> {
        let mut mains: Vec<&Arc<Module>> = self.mains.iter().collect();
        mains.sort_by_key(|module| std::cmp::Reverse(module.path.len()));
        for module in mains {
            if let Some(dir) = folder_in(&module.path, &module.dir, path)
                && is_go_dir(&dir, fs)
            {
                return Ok((module.clone(), dir));
            }
        }
        if let Some(vendor) = &self.vendor {
            let module = vendor
                .packages
                .get(path)
                .ok_or_else(|| diag::not_vendored(path))?;
            return Ok((module.clone(), vendor.dir.join(path)));
        }
        let fetch = Fetch {
            downloads,
            sums: &self.sums,
            environment,
            fs,
        };
        let mut missing = None;
        let providing = |dependency: &&Dependency| folder_in(&dependency.path, Path::new(""), path).is_some();
        for dependency in self.dependencies.iter().filter(providing) {
            match dependency.module(path, fetch) {
                Ok(module) => {
                    if let Some(dir) = folder_in(&dependency.path, &module.dir, path)
                        && is_go_dir(&dir, fs)
                    {
                        return Ok((module.clone(), dir));
                    }
                }
                Err(why) => _ = missing.get_or_insert((why, dependency.require)),
            }
        }
        Err(match missing {
            Some((why, require)) => diag::module_unavailable(why, require),
            None => diag::no_required_module(path, !self.mains.is_empty()),
        })
    }

    /// The modules below whose folders a pattern with `...` looks.
    pub(crate) fn main_dirs(&self) -> impl Iterator<Item = &Arc<Module>> {
        self.mains.iter()
    }
}

/// The folder of package `path` in a module, if its path lies below the module's.
fn folder_in(module: &str, dir: &Path, path: &str) -> Option<PathBuf> {
    match path.strip_prefix(module)? {
        "" => Some(dir.to_path_buf()),
        rest => rest.strip_prefix('/').map(|rest| dir.join(rest)),
    }
}

impl Dependency {
    /// The module with its files, which are fetched if need be.
    fn module(&self, package: &str, fetch: Fetch<'_>) -> Result<&Arc<Module>, &String> {
        let found = self.found.get_or_init(|| {
            let dir = self.folder(package, fetch)?;
            let text = fetch.fs.read(&dir.join("go.mod"));
            let text = text.or_else(|_| fetch.fs.read(&self.noted_mod_file(fetch)));
            let file = go_mod::parse(
                &String::from_utf8_lossy(&text.unwrap_or_default()),
                Kind::Dependency,
            );
            Ok(Arc::new(Module {
                path: self.path.clone(),
                version: Some(self.version.clone()),
                dir,
                go_version: file.go.unwrap_or(UNVERSIONED),
                is_main: false,
                replacement: self.replacement.clone(),
                sum: self.sum(fetch),
            }))
        });
        found.as_ref()
    }

    /// The hash of its files that go.sum demands.
    fn sum(&self, fetch: Fetch<'_>) -> Option<String> {
        match &self.source {
            Source::Versioned(path, version) => fetch.sums.of_module(path, version).map(str::to_string),
            Source::Folder(_) => None,
        }
    }

    /// The go.mod that a proxy made up for a module that has none.
    fn noted_mod_file(&self, fetch: Fetch<'_>) -> PathBuf {
        match (&self.source, &fetch.environment.module_cache) {
            (Source::Versioned(path, version), Some(cache)) => {
                download_folder(cache, path).join(format!("{}.mod", escape(version)))
            }
            (Source::Folder(_) | Source::Versioned(..), _) => PathBuf::new(),
        }
    }

    fn folder(&self, package: &str, fetch: Fetch<'_>) -> Result<PathBuf, String> {
        let (path, version) = match &self.source {
            Source::Folder(dir) if fetch.fs.is_dir(dir) => return Ok(dir.clone()),
            Source::Folder(dir) => {
                return Err(format!(
                    "{}@{}: replacement directory {} does not exist",
                    self.path,
                    self.version,
                    dir.display()
                ));
            }
            Source::Versioned(path, version) => (path, version),
        };
        if let Some(cache) = &fetch.environment.module_cache {
            let dir = cache.join(cached_name(path, version));
            if fetch.fs.is_dir(&dir) {
                fetch.demand_sums(path, version, package)?;
                let noted = download_folder(cache, path).join(format!("{}.ziphash", escape(version)));
                fetch.verify_cached(path, version, &noted)?;
                return Ok(dir);
            }
        }
        fetch
            .module(path, version, package)
            .map_err(|why| match fetch.downloads {
                Some(_) => why,
                None => format!("package {package}: module {path}@{version} is not in the module cache"),
            })
    }
}

/// Where the user's own go.mod files require each module.
fn require_spans(mains: &[Main]) -> FxHashMap<String, Span> {
    let mut spans = FxHashMap::default();
    for main in mains {
        for require in &main.file.requires {
            let span = Span::new(require.span.lo + main.base, require.span.hi + main.base);
            spans.entry(require.path.clone()).or_insert(span);
        }
    }
    spans
}

impl Vendor {
    fn open(dir: PathBuf, fs: &dyn FileSystem) -> Option<Vendor> {
        let text = fs.read(&dir.join("modules.txt")).ok()?;
        let mut packages = FxHashMap::default();
        for vendored in go_mod::parse_vendor(&String::from_utf8_lossy(&text)) {
            let module = Arc::new(Module {
                dir: dir.join(&vendored.path),
                path: vendored.path,
                version: vendored.version,
                go_version: vendored.go.unwrap_or(UNVERSIONED),
                is_main: false,
                replacement: vendored.replacement,
                sum: None,
            });
            packages.extend(
                vendored
                    .packages
                    .into_iter()
                    .map(|package| (package, module.clone())),
            );
        }
        Some(Vendor { dir, packages })
    }
}

/// Reads the user's own module files and reports what is wrong with them.
struct Reader<'a> {
    environment: &'a Environment,
    fs: &'a dyn FileSystem,
    files: &'a mut Files,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn mod_file(&mut self, path: &Path, kind: Kind) -> Option<Main> {
        let text = String::from_utf8_lossy(&self.fs.read(path).ok()?).into_owned();
        let mut file = go_mod::parse(&text, kind);
        let id = self.files.add(relative(path, &self.environment.cwd), text);
        let base = self.files.get(id).base;
        for (span, message) in std::mem::take(&mut file.errors) {
            self.error(span, base, message);
        }
        if kind == Kind::Main && file.module.is_none() {
            self.error(Span::default(), base, "no module declaration in go.mod".into());
        }
        if let Some(go) = file.go.filter(|go| *go > NEWEST) {
            let message = format!(
                "go.mod requires go >= {}.{} (goes understands Go up to {}.{})",
                go.0, go.1, NEWEST.0, NEWEST.1
            );
            self.error(file.go_span, base, message);
        }
        let dir = path.parent().expect("it names a file in a folder").to_path_buf();
        Some(Main { file, dir, base })
    }

    fn error(&mut self, span: Span, base: u32, message: String) {
        let span = Span::new(span.lo + base, span.hi + base);
        self.diagnostics
            .push(Diagnostic::error(diag::INVALID_MOD_FILE, span, message));
    }
}

/// Minimal version selection: "the highest required version of each module".
struct Requirements<'a> {
    fetch: Fetch<'a>,
    /// With the folder that their paths are relative to.
    replaces: Vec<(Replace, PathBuf)>,
    excludes: FxHashSet<(String, String)>,
    selected: IndexMap<String, String>,
    /// By path and version.
    read: FxHashMap<(String, String), Option<Arc<ModFile>>>,
    /// Modules whose go.mod could not be had, and why.
    problems: Vec<(String, String)>,
    /// Whether a go.mod that the cache lacks is fetched.
    fetches: bool,
}

impl<'a> Requirements<'a> {
    fn new(mains: &[Main], work: Option<&Main>, fetch: Fetch<'a>) -> Self {
        // go.work's replacements come first: they win over those of the modules that it uses.
        let replaces = work.into_iter().chain(mains).flat_map(|main| {
            main.file
                .replaces
                .iter()
                .map(|replace| (replace.clone(), main.dir.clone()))
        });
        Requirements {
            fetch,
            replaces: replaces.collect(),
            excludes: mains
                .iter()
                .flat_map(|main| main.file.excludes.iter().cloned())
                .collect(),
            selected: IndexMap::new(),
            read: FxHashMap::default(),
            problems: Vec::new(),
            fetches: false,
        }
    }

    /// Go's reference of modules on lazy loading: "If the main module is at go 1.17 or higher, the go command
    /// avoids loading transitive dependencies until (and unless) they are needed", for its go.mod names them all.
    fn select(&mut self, mains: &[Main], has_work: bool) {
        let names_all = |main: &Main| main.file.go.unwrap_or(UNVERSIONED) >= PRUNED_FROM;
        self.fetches = has_work || !mains.iter().all(names_all);
        let own: FxHashSet<&str> = mains
            .iter()
            .filter_map(|main| main.file.module.as_deref())
            .collect();
        let mut work: Vec<(String, String, bool)> = Vec::new();
        for main in mains {
            work.extend(
                main.file
                    .requires
                    .iter()
                    .map(|r| (r.path.clone(), r.version.clone(), false)),
            );
        }
        let mut seen = FxHashSet::default();
        while let Some((path, version, is_pruned)) = work.pop() {
            let key = (path.clone(), version.clone());
            if own.contains(path.as_str()) || self.excludes.contains(&key) || !seen.insert((key, is_pruned)) {
                continue;
            }
            let known = self
                .selected
                .entry(path.clone())
                .or_insert_with(|| version.clone());
            if version::compare(&version, known) == Ordering::Greater {
                *known = version.clone();
            }
            // Without its go.mod the main module's own list has to do.
            let Some(file) = self.mod_file(&path, &version) else {
                continue;
            };
            let prunes = file.go.unwrap_or(UNVERSIONED) >= PRUNED_FROM;
            if !(is_pruned && prunes) {
                work.extend(
                    file.requires
                        .iter()
                        .map(|r| (r.path.clone(), r.version.clone(), prunes)),
                );
            }
        }
    }

    fn replacement(&self, path: &str, version: &str) -> Option<(&Replacement, &Path)> {
        let of = |exact: bool| {
            self.replaces.iter().find(move |(replace, _)| {
                replace.path == path
                    && if exact {
                        replace.version.as_deref() == Some(version)
                    } else {
                        replace.version.is_none()
                    }
            })
        };
        of(true)
            .or_else(|| of(false))
            .map(|(replace, dir)| (&replace.with, dir.as_path()))
    }

    fn source(&self, path: &str, version: &str) -> Source {
        match self.replacement(path, version) {
            Some((Replacement::Folder(folder), base)) => Source::Folder(clean(&base.join(folder))),
            Some((Replacement::Module(path, version), _)) => Source::Versioned(path.clone(), version.clone()),
            None => Source::Versioned(path.into(), version.into()),
        }
    }

    fn mod_file(&mut self, path: &str, version: &str) -> Option<Arc<ModFile>> {
        let key = (path.to_string(), version.to_string());
        if let Some(known) = self.read.get(&key) {
            return known.clone();
        }
        let file = match self.read_mod_file(path, version) {
            Ok(bytes) => Some(Arc::new(go_mod::parse(
                &String::from_utf8_lossy(&bytes),
                Kind::Dependency,
            ))),
            Err(why) => {
                // Where nothing can be fetched, it only matters if a package is missing.
                if self.fetches && self.fetch.downloads.is_some() {
                    self.problems.push((path.to_string(), why));
                }
                None
            }
        };
        self.read.insert(key, file.clone());
        file
    }

    fn read_mod_file(&self, path: &str, version: &str) -> Result<Vec<u8>, String> {
        let fs = self.fetch.fs;
        let (path, version) = match self.source(path, version) {
            Source::Folder(dir) => {
                return fs.read(&dir.join("go.mod")).map_err(|_| {
                    format!("open {}: no such file or directory", dir.join("go.mod").display())
                });
            }
            Source::Versioned(path, version) => (path, version),
        };
        if let Some(cache) = &self.fetch.environment.module_cache {
            let downloaded = download_folder(cache, &path).join(format!("{}.mod", escape(&version)));
            let unpacked = cache.join(cached_name(&path, &version)).join("go.mod");
            if let Ok(bytes) = fs.read(&downloaded).or_else(|_| fs.read(&unpacked)) {
                return Ok(bytes);
            }
        }
        if self.fetches {
            self.fetch.mod_file(&path, &version)
        } else {
            Err(format!("{path}@{version} is not in the module cache"))
        }
    }

    fn into_dependencies(mut self, spans: &FxHashMap<String, Span>) -> Vec<Dependency> {
        let selected = std::mem::take(&mut self.selected);
        let dependency = |(path, version): (String, String)| Dependency {
            source: self.source(&path, &version),
            replacement: self.replacement(&path, &version).map(|(with, _)| match with {
                Replacement::Folder(folder) => (folder.clone(), None),
                Replacement::Module(path, version) => (path.clone(), Some(version.clone())),
            }),
            found: OnceLock::new(),
            require: spans.get(path.as_str()).copied(),
            path,
            version,
        };
        selected.into_iter().map(dependency).collect()
    }
}

/// A module's folder in the module cache.
pub fn cached_name(path: &str, version: &str) -> String {
    format!("{}@{}", escape(path), escape(version))
}

/// Where the module cache keeps what it was sent of a module.
pub fn download_folder(cache: &Path, path: &str) -> PathBuf {
    cache.join("cache/download").join(escape(path)).join("@v")
}

/// Module cache folders have `!x` for a capital `X`, for file systems that ignore case.
pub fn escape(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_ascii_uppercase() {
            escaped.push('!');
        }
        escaped.push(c.to_ascii_lowercase());
    }
    escaped
}
