//! Import paths to packages.

use crate::Config;
use crate::diag::{self, Failure};
use crate::file_system::FileSystem;
use crate::goroot::{Goroot, is_std_name};
use crate::module::{Module, Workspace};
use crate::select::is_go_dir;
use crate::shim::{Shim, Shims};
use rustc_hash::FxHashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

/// A package that was found but not read.
#[derive(Clone, Debug)]
pub(crate) struct Located {
    /// Its import path; `command-line-arguments` for files.
    pub path: String,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// Known to the compiler; it has no files.
    Unsafe,
    /// Ours altogether.
    Shim(Arc<Shim>),
    /// Go's, with some of ours on top.
    Std {
        dir: PathBuf,
        overlay: Option<Arc<Shim>>,
    },
    Module {
        module: Arc<Module>,
        dir: PathBuf,
    },
    /// A folder or some files outside of any module, or files named on the command line.
    AdHoc {
        module: Option<Arc<Module>>,
        dir: PathBuf,
        files: Option<Vec<PathBuf>>,
    },
    /// The tests of a package from outside, and the program that runs all of its tests.
    Test {
        of: Arc<Located>,
        dir: PathBuf,
    },
}

impl Located {
    pub(crate) fn is_std(&self) -> bool {
        match &self.origin {
            Origin::Unsafe | Origin::Shim(_) | Origin::Std { .. } => true,
            Origin::Module { .. } | Origin::AdHoc { .. } => false,
            Origin::Test { of, .. } => of.is_std(),
        }
    }

    pub(crate) fn is_user(&self) -> bool {
        match &self.origin {
            Origin::Module { module, .. } => module.is_main,
            Origin::AdHoc { .. } => true,
            Origin::Unsafe | Origin::Shim(_) | Origin::Std { .. } => false,
            Origin::Test { of, .. } => of.is_user(),
        }
    }

    pub(crate) fn dir(&self) -> PathBuf {
        match &self.origin {
            Origin::Unsafe | Origin::Shim(_) => PathBuf::new(),
            Origin::Std { dir, .. }
            | Origin::Module { dir, .. }
            | Origin::AdHoc { dir, .. }
            | Origin::Test { dir, .. } => dir.clone(),
        }
    }

    pub(crate) fn module(&self) -> Option<&Arc<Module>> {
        match &self.origin {
            Origin::Module { module, .. } => Some(module),
            Origin::AdHoc { module, .. } => module.as_ref(),
            Origin::Test { of, .. } => of.module(),
            Origin::Unsafe | Origin::Shim(_) | Origin::Std { .. } => None,
        }
    }

    /// The import path that its folder has, which decides about `internal` packages.
    fn location(&self) -> String {
        if let Origin::Test { of, .. } = &self.origin {
            return of.location();
        }
        let Origin::AdHoc {
            module: Some(module),
            dir,
            ..
        } = &self.origin
        else {
            return self.path.clone();
        };
        match dir.strip_prefix(&module.dir) {
            Ok(below) if below.as_os_str().is_empty() => module.path.clone(),
            Ok(below) => format!("{}/{}", module.path, below.to_string_lossy().replace('\\', "/")),
            Err(_) => self.path.clone(),
        }
    }
}

type Resolution = Result<Arc<Located>, Failure>;

/// Finds packages by import path.
pub(crate) struct Resolver<'a> {
    pub fs: &'a dyn FileSystem,
    pub workspace: Workspace,
    pub shims: Shims,
    config: &'a Config,
    /// The tree on this machine.
    local_tree: Option<Goroot>,
    /// The one that was fetched because a package was not to be had otherwise.
    fetched_tree: OnceLock<Result<Goroot, String>>,
    /// By whether std asks, and the path.
    known: Mutex<FxHashMap<(bool, String), Resolution>>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(
        config: &'a Config,
        fs: &'a dyn FileSystem,
        workspace: Workspace,
        shims: Shims,
        local_tree: Option<Goroot>,
    ) -> Self {
        Resolver {
            config,
            fs,
            workspace,
            shims,
            local_tree,
            fetched_tree: OnceLock::new(),
            known: Mutex::default(),
        }
    }

    /// The Go tree, as far as there is one already.
    pub(crate) fn goroot(&self) -> Option<&Goroot> {
        let fetched = || self.fetched_tree.get()?.as_ref().ok();
        self.local_tree.as_ref().or_else(fetched)
    }

    /// The Go tree, fetched if there is none: for a package that exists nowhere else.
    fn need_goroot(&self) -> Result<&Goroot, Option<&str>> {
        if let Some(tree) = &self.local_tree {
            return Ok(tree);
        }
        let Some(downloads) = self.config.downloads.as_deref() else {
            return Err(None);
        };
        let fetched = self
            .fetched_tree
            .get_or_init(|| Ok(Goroot::open(downloads.go_tree()?, self.fs)));
        fetched.as_ref().map_err(|why| Some(why.as_str()))
    }

    /// The package that `importer` means by `path`.
    pub(crate) fn import(&self, importer: &Located, path: &str) -> Resolution {
        validate(path)?;
        let located = self.locate(path, importer.is_std())?;
        if !may_import(importer, &located) {
            return Err(diag::internal_package(path));
        }
        Ok(located)
    }

    /// The package with an import path, as the command line names it.
    pub(crate) fn named(&self, path: &str) -> Resolution {
        validate(path)?;
        self.locate(path, false)
    }

    fn locate(&self, path: &str, from_std: bool) -> Resolution {
        let key = (from_std, path.to_string());
        if let Some(found) = self
            .known
            .lock()
            .expect("no thread panics while it looks up")
            .get(&key)
        {
            return found.clone();
        }
        let found = self.search(path, from_std);
        let mut known = self.known.lock().expect("no thread panics while it looks up");
        known.entry(key).or_insert(found).clone()
    }

    fn search(&self, path: &str, from_std: bool) -> Resolution {
        if path == "unsafe" {
            return Ok(Arc::new(Located {
                path: path.into(),
                origin: Origin::Unsafe,
            }));
        }
        // Go's tree carries the packages of other modules that std uses.
        if from_std && has_dot(path) {
            let vendored = format!("vendor/{path}");
            return self.std(&vendored).ok_or_else(|| self.not_in_std(path));
        }
        if let Some(located) = self.std(path).filter(|_| !path.starts_with("vendor/")) {
            return Ok(located);
        }
        if from_std {
            return Err(self.not_in_std(path));
        }
        match self.find_in_modules(path) {
            Ok((module, dir)) => Ok(Arc::new(Located {
                path: path.into(),
                origin: Origin::Module { module, dir },
            })),
            Err(_) if !has_dot(path) => Err(self.not_in_std(path)),
            Err(failure) => Err(failure),
        }
    }

    fn find_in_modules(&self, path: &str) -> Result<(Arc<Module>, PathBuf), Failure> {
        let downloads = self.config.downloads.as_deref();
        self.workspace
            .find(path, &self.config.environment, downloads, self.fs)
    }

    fn std(&self, path: &str) -> Option<Arc<Located>> {
        let shim = self.shims.get(path, self.fs);
        if let Some(shim) = shim.as_ref().filter(|shim| shim.overlay.is_none()) {
            let origin = Origin::Shim(Arc::new(shim.clone()));
            return Some(Arc::new(Located {
                path: path.into(),
                origin,
            }));
        }
        // Only for what std has: a mistyped path is no reason to fetch a tree.
        let tree = if self.goroot().is_some() || shim.is_some() || is_std_name(path) {
            self.need_goroot().ok()
        } else {
            None
        };
        let dir = tree?.dir.join("src").join(path);
        if !is_go_dir(&dir, self.fs) {
            return None;
        }
        let origin = Origin::Std {
            dir,
            overlay: shim.map(Arc::new),
        };
        Some(Arc::new(Located {
            path: path.into(),
            origin,
        }))
    }

    fn not_in_std(&self, path: &str) -> Failure {
        if let Some(goroot) = self.goroot() {
            return diag::not_in_std(path, &goroot.dir.to_string_lossy());
        }
        if !is_std_name(path) && self.shims.get(path, self.fs).is_none() {
            return diag::not_in_any_std(path);
        }
        diag::needs_go_tree(path, self.need_goroot().err().flatten())
    }
}

fn has_dot(path: &str) -> bool {
    path.split('/').next().is_some_and(|first| first.contains('.'))
}

/// "An import of a path containing the element "internal" is disallowed if the importing code is outside
/// the tree rooted at the parent of the "internal" directory."
fn may_import(importer: &Located, located: &Located) -> bool {
    let elements: Vec<&str> = located.path.split('/').collect();
    let Some(at) = elements.iter().rposition(|element| *element == "internal") else {
        return true;
    };
    if located.is_std() != importer.is_std() {
        return false;
    }
    let parent = elements[..at].join("/");
    let from = importer.location();
    // Ours stand in for the runtime, so they may reach into any package of std.
    let is_shim = matches!(
        importer.origin,
        Origin::Shim(_) | Origin::Std { overlay: Some(_), .. }
    );
    parent.is_empty()
        || is_shim
        || from == parent
        || from
            .strip_prefix(&parent)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// spec: "a compiler may restrict ImportPaths to non-empty strings using only characters belonging to
/// Unicode's L, M, N, P, and S general categories [...] and may also exclude the characters
/// !"#$%&'()*,:;<=>?[\]^`{|} and the Unicode replacement character U+FFFD."
pub(crate) fn validate(path: &str) -> Result<(), Failure> {
    if path == "C" {
        return Err(diag::cgo());
    }
    if path == "." || path == ".." || path.starts_with("./") || path.starts_with("../") {
        return Err(diag::relative_import(path));
    }
    let shorter = path.replace("//", "/");
    if path.is_empty() {
        Err(diag::invalid_import_path("empty string"))
    } else if path.starts_with('/') {
        Err(diag::absolute_import(path))
    } else if let Some(c) = path.chars().find(|&c| !is_path_char(c)) {
        Err(diag::invalid_import_path(&format!(
            "invalid character U+{:04X} {c:?}",
            u32::from(c)
        )))
    } else if shorter != path {
        Err(diag::non_canonical_import(path, &shorter))
    } else if path.ends_with('/') {
        Err(diag::malformed_import_path(path, "trailing slash"))
    } else if path.split('/').any(|element| element.starts_with('.')) {
        Err(diag::malformed_import_path(path, "leading dot in path element"))
    } else {
        Ok(())
    }
}

fn is_path_char(c: char) -> bool {
    let excluded = "!\"#$%&'()*,:;<=>?[\\]^`{|}\u{fffd}";
    !c.is_whitespace() && !c.is_control() && !excluded.contains(c)
}
