//! Command-line patterns to a graph of parsed packages: modules, build constraints, where std comes
//! from, embedded files.
//!
//! **Invariant:** this crate never asks what a name means and never touches the machine: files come
//! through [`FileSystem`], variables through [`Environment`].
//! **Invariant:** the graph is the same whatever order the threads ran in.

mod borrow;
mod build_info;
mod constraint;
mod diag;
mod downloads;
mod embed;
mod file_system;
mod go_mod;
mod godebug;
mod goroot;
mod graph;
mod load;
mod mend;
mod module;
mod overlay;
mod pattern;
mod resolve;
mod select;
mod shim;
mod string_values;
mod target;
mod test_load;
mod test_main;
mod version;

pub use downloads::{Downloads, ModMode};
pub use embed::{Embed, EmbedFile};
pub use file_system::{DirEntry, FileSystem, MemoryFileSystem};
pub use goroot::{Environment, find_goroot};
pub use graph::{Graph, ModuleInfo, Package, PackageIndex};
pub use load::load;
pub use module::{cached_name, download_folder, escape};
pub use target::{NEWEST, Target};
pub use test_load::{TestRoot, test_roots};

use std::collections::BTreeSet;
use std::sync::Arc;

/// A version of the language, e.g. `(1, 22)`.
pub type GoVersion = (u32, u32);

/// What to load.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// As `go build` takes them: `.go` files, folders, import paths, `…/...` patterns; none means `.`.
    pub patterns: Vec<String>,
    pub environment: Environment,
    /// `None` builds with what is on the machine.
    pub downloads: Option<Arc<dyn Downloads>>,
    pub target: Target,
    /// `-lang`: the version of the user's own packages, whatever go.mod says.
    pub lang: Option<GoVersion>,
    /// Takes `_test.go` files of the packages named by `patterns` along.
    pub include_tests: bool,
    /// Makes the program that runs the tests of the one package that is named.
    pub makes_test: bool,
    /// What `-ldflags=-X` says: by `path.name`, the values of package variables of type string.
    pub string_values: Vec<(String, String)>,
    /// Import paths of packages that borrow declarations, which they do not have for the target, from their files for
    /// Linux.
    pub borrowers: BTreeSet<String>,
    /// There must be exactly one package, and it must be a program.
    pub requires_main: bool,
}

impl Config {
    /// Folders with nothing but tests count as packages.
    pub(crate) fn finds_tests(&self) -> bool {
        self.include_tests || self.makes_test
    }
}

#[cfg(test)]
mod tests;
