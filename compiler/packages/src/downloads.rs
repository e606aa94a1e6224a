//! What a build lacks and may fetch: modules, and a Go tree.

use crate::file_system::FileSystem;
use crate::goroot::Environment;
use rustc_hash::FxHashMap;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

/// The only way from here to the network. Every `Err` is a whole sentence for the user.
pub trait Downloads: Debug + Send + Sync {
    /// The text of a module's go.mod. `sum` is the hash that go.sum demands; `None` takes any.
    fn mod_file(&self, path: &str, version: &str, sum: Option<&str>) -> Result<Vec<u8>, String>;
    /// The folder with a module's files, which are in the module cache from then on.
    fn module(&self, path: &str, version: &str, sum: Option<&str>) -> Result<PathBuf, String>;
    /// A Go tree of a version that the shims fit.
    fn go_tree(&self) -> Result<PathBuf, String>;
}

/// `-mod` of `$GOFLAGS`: what may happen to what go.mod and go.sum do not say.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum ModMode {
    /// The vendor folder where there is one, else as `Readonly`.
    #[default]
    Automatic,
    /// A module without a line in go.sum is an error.
    Readonly,
    Vendor,
    /// A module without a line in go.sum is taken as it comes; there is no vendor folder.
    Mod,
}

impl ModMode {
    /// The last `-mod` flag among `$GOFLAGS`.
    pub(crate) fn from_flags(flags: &str) -> ModMode {
        let mut given = flags
            .split_whitespace()
            .filter_map(|flag| flag.trim_start_matches('-').strip_prefix("mod="));
        match given.next_back() {
            Some("readonly") => ModMode::Readonly,
            Some("vendor") => ModMode::Vendor,
            Some("mod") => ModMode::Mod,
            Some(_) | None => ModMode::Automatic,
        }
    }
}

/// The lines of go.sum: "each line has three fields: a module path, a version (possibly ending with
/// /go.mod), and a hash".
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums {
    hashes: FxHashMap<(String, String), String>,
}

impl Sums {
    pub(crate) fn add_file(&mut self, file: &Path, fs: &dyn FileSystem) {
        let Ok(text) = fs.read(file) else { return };
        for line in String::from_utf8_lossy(&text).lines() {
            if let [path, version, hash] = line.split_whitespace().collect::<Vec<_>>()[..]
                && hash.starts_with("h1:")
            {
                self.hashes
                    .insert((path.to_string(), version.to_string()), hash.to_string());
            }
        }
    }

    /// The hash of a module's files.
    pub(crate) fn of_module(&self, path: &str, version: &str) -> Option<&str> {
        let key = (path.to_string(), version.to_string());
        self.hashes.get(&key).map(String::as_str)
    }

    /// The hash of a module's go.mod.
    pub(crate) fn of_mod_file(&self, path: &str, version: &str) -> Option<&str> {
        self.of_module(path, &format!("{version}/go.mod"))
    }
}

/// What to fetch with and how strict to be about it.
#[derive(Clone, Copy)]
pub(crate) struct Fetch<'a> {
    pub downloads: Option<&'a dyn Downloads>,
    pub sums: &'a Sums,
    pub environment: &'a Environment,
    pub fs: &'a dyn FileSystem,
}

impl Fetch<'_> {
    /// Fetches a go.mod that the cache lacks.
    pub(crate) fn mod_file(&self, path: &str, version: &str) -> Result<Vec<u8>, String> {
        self.demand_mod_sum(path, version)?;
        let sum = self.sums.of_mod_file(path, version);
        self.network()?.mod_file(path, version, sum)
    }

    /// Fetches a module that the cache lacks, for the sake of one of its packages.
    pub(crate) fn module(&self, path: &str, version: &str, package: &str) -> Result<PathBuf, String> {
        self.demand_module_sum(path, version, package)?;
        let sum = self.sums.of_module(path, version);
        self.network()?.module(path, version, sum)
    }

    /// Refuses a module that go.sum does not know, also if the cache has it: what the build is made of must not depend
    /// on what other builds have left there.
    pub(crate) fn demand_sums(&self, path: &str, version: &str, package: &str) -> Result<(), String> {
        self.demand_module_sum(path, version, package)?;
        self.demand_mod_sum(path, version)
    }

    fn demand_module_sum(&self, path: &str, version: &str, package: &str) -> Result<(), String> {
        if self.environment.mod_mode == ModMode::Mod || self.sums.of_module(path, version).is_some() {
            return Ok(());
        }
        Err(format!(
            "missing go.sum entry for module providing package {package}; to add:\n\tgo mod download {path}"
        ))
    }

    fn demand_mod_sum(&self, path: &str, version: &str) -> Result<(), String> {
        if self.environment.mod_mode == ModMode::Mod || self.sums.of_mod_file(path, version).is_some() {
            return Ok(());
        }
        Err(format!(
            "{path}@{version}: missing go.sum entry for go.mod file; to add it:\n\tgo mod download {path}"
        ))
    }

    /// Whether a cached module is the one that go.sum names: the cache notes the hash of what it unpacked.
    pub(crate) fn verify_cached(&self, path: &str, version: &str, noted: &Path) -> Result<(), String> {
        let (Some(sum), Ok(found)) = (self.sums.of_module(path, version), self.fs.read(noted)) else {
            return Ok(());
        };
        let found = String::from_utf8_lossy(&found);
        if found.trim() == sum {
            return Ok(());
        }
        Err(format!(
            "verifying {path}@{version}: checksum mismatch\n\tdownloaded: {}\n\tgo.sum:     {sum}",
            found.trim()
        ))
    }

    fn network(&self) -> Result<&dyn Downloads, String> {
        self.downloads
            .ok_or_else(|| "it is not in the module cache, and nothing may be downloaded here".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryFileSystem;

    #[test]
    fn mod_modes() {
        assert_eq!(ModMode::from_flags("-buildvcs=false -mod=mod"), ModMode::Mod);
        assert_eq!(ModMode::from_flags("--mod=vendor"), ModMode::Vendor);
        assert_eq!(ModMode::from_flags("-modfile=x"), ModMode::Automatic);
    }

    #[test]
    fn sums() {
        let mut fs = MemoryFileSystem::new();
        fs.add(
            "/m/go.sum",
            "a.com/b v1.0.0 h1:abc=\na.com/b v1.0.0/go.mod h1:def=\nbroken\n",
        );
        let mut sums = Sums::default();
        sums.add_file(Path::new("/m/go.sum"), &fs);
        assert_eq!(sums.of_module("a.com/b", "v1.0.0"), Some("h1:abc="));
        assert_eq!(sums.of_mod_file("a.com/b", "v1.0.0"), Some("h1:def="));
        assert_eq!(sums.of_module("a.com/b", "v1.0.1"), None);
    }
}
