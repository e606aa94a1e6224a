//! What the surroundings say: variables, and where a Go tree is.

use crate::downloads::ModMode;
use crate::file_system::FileSystem;
use crate::{GoVersion, NEWEST, version};
use std::path::{Path, PathBuf};

/// The variables that loading depends on.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The working folder, absolute.
    pub cwd: PathBuf,
    /// `--goroot` or `$GOROOT`.
    pub goroot: Option<PathBuf>,
    /// Folders of `$PATH`.
    pub path: Vec<PathBuf>,
    /// Where downloaded modules are.
    pub module_cache: Option<PathBuf>,
    /// `$GOWORK`: a file, or `off`.
    pub gowork: Option<String>,
    /// `-mod` of `$GOFLAGS`.
    pub mod_mode: ModMode,
    /// Where a Go tree is once it has been fetched.
    pub fetched_tree: Option<PathBuf>,
    /// `$GOES_SHIMS`: reads the shims from this folder instead of those built in.
    pub shims: Option<PathBuf>,
}

impl Environment {
    /// Reads them from `variable`, which tells the value of an environment variable.
    pub fn from_variables(cwd: PathBuf, variable: impl Fn(&str) -> Option<String>) -> Environment {
        let given = |name: &str| variable(name).filter(|value| !value.is_empty());
        let folder = |name: &str| given(name).map(|value| cwd.join(value));
        let separator = if cfg!(windows) { ';' } else { ':' };
        let list = |value: String| value.split(separator).map(PathBuf::from).collect::<Vec<_>>();
        let home = folder("HOME").or_else(|| folder("USERPROFILE"));
        let gopath = given("GOPATH")
            .map(list)
            .and_then(|folders| folders.into_iter().next());
        let gopath = gopath.or_else(|| home.map(|home| home.join("go")));
        Environment {
            goroot: folder("GOROOT"),
            path: given("PATH").map(list).unwrap_or_default(),
            module_cache: folder("GOMODCACHE").or_else(|| gopath.map(|gopath| gopath.join("pkg/mod"))),
            gowork: given("GOWORK"),
            mod_mode: ModMode::from_flags(&given("GOFLAGS").unwrap_or_default()),
            fetched_tree: None,
            shims: folder("GOES_SHIMS"),
            cwd,
        }
    }
}

/// The oldest tree whose packages the shims fit.
const OLDEST_TREE: GoVersion = (1, 25);

/// A Go tree.
#[derive(Clone, Debug)]
pub(crate) struct Goroot {
    pub dir: PathBuf,
    pub version: GoVersion,
}

/// Finds the Go tree: the one that is named, else that of the `go` in the path, else the usual folders.
/// `Err` tells of a named folder that is none.
pub fn find_goroot(environment: &Environment, fs: &dyn FileSystem) -> Result<Option<PathBuf>, String> {
    let is_tree = |dir: &Path| is_tree(dir, fs);
    if let Some(named) = &environment.goroot {
        if is_tree(named) {
            let (major, minor) = Goroot::open(named.clone(), fs).version;
            if (major, minor) < OLDEST_TREE {
                return Err(format!(
                    "GOROOT {} has Go {major}.{minor}; goes compiles the standard library of Go {}.{} to {}.{}",
                    named.display(),
                    OLDEST_TREE.0,
                    OLDEST_TREE.1,
                    NEWEST.0,
                    NEWEST.1
                ));
            }
            return Ok(Some(named.clone()));
        }
        return Err(format!("cannot find GOROOT directory: {}", named.display()));
    }
    let command = if cfg!(windows) { "go.exe" } else { "go" };
    let in_path = environment.path.iter().filter_map(|folder| {
        let found = fs.canonicalize(&folder.join(command)).ok()?;
        Some(found.parent()?.parent()?.to_path_buf())
    });
    let usual = [
        "/usr/local/go",
        "/usr/lib/go",
        "/opt/homebrew/opt/go/libexec",
        "C:\\Program Files\\Go",
    ];
    let local = in_path
        .chain(usual.map(PathBuf::from))
        .chain(environment.fetched_tree.clone());
    Ok(local
        .into_iter()
        .find(|dir| is_tree(dir) && Goroot::open(dir.clone(), fs).version >= OLDEST_TREE))
}

/// Whether std has a package of this name, as of the newest version. Internal ones do not count: only a
/// tree asks for them.
pub(crate) fn is_std_name(path: &str) -> bool {
    include_str!("std_packages.txt").lines().any(|name| name == path)
}

fn is_tree(dir: &Path, fs: &dyn FileSystem) -> bool {
    fs.is_dir(&dir.join("src/runtime")) || fs.is_dir(&dir.join("src/fmt"))
}

impl Goroot {
    /// The Go tree that a folder is part of.
    pub(crate) fn around(dir: &Path, fs: &dyn FileSystem) -> Option<Goroot> {
        let dir = dir.ancestors().find(|dir| is_tree(dir, fs))?;
        Some(Goroot::open(dir.to_path_buf(), fs))
    }

    pub(crate) fn open(dir: PathBuf, fs: &dyn FileSystem) -> Goroot {
        let text = fs.read(&dir.join("VERSION")).unwrap_or_default();
        let version = String::from_utf8_lossy(&text)
            .lines()
            .next()
            .and_then(version::go_version);
        // A development tree has no version; it is newer than any release.
        Goroot {
            dir,
            version: version.unwrap_or(NEWEST).min(NEWEST),
        }
    }
}
