//! Our own packages of the standard library, in place of or on top of Go's.

use crate::file_system::FileSystem;
use crate::target::Target;
use std::path::{Path, PathBuf};
use std::sync::Arc;

include!(concat!(env!("OUT_DIR"), "/shims.rs"));

/// Where the shims are.
#[derive(Clone, Debug)]
pub(crate) enum Shims {
    None,
    Embedded,
    Folder(PathBuf),
}

/// The shim of one package.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shim {
    /// `.go` and `.js` files by name, sorted.
    pub files: Vec<(String, Arc<str>)>,
    /// `_test.go` files: what Go's own tests of the package use of its insides.
    pub tests: Vec<(String, Arc<str>)>,
    /// What overlay.txt says, if there is one.
    pub overlay: Option<String>,
}

impl Shims {
    /// The shims for a target: only JavaScript needs them.
    pub(crate) fn new(folder: Option<&Path>, target: &Target) -> Shims {
        match folder {
            _ if !target.is_compiled_for() => Shims::None,
            Some(folder) => Shims::Folder(folder.to_path_buf()),
            None => Shims::Embedded,
        }
    }

    /// The shim for an import path.
    pub(crate) fn get(&self, path: &str, fs: &dyn FileSystem) -> Option<Shim> {
        let files = match self {
            Shims::None => Vec::new(),
            Shims::Embedded => embedded(path),
            Shims::Folder(folder) => on_disk(&folder.join(path), fs),
        };
        let mut shim = Shim::default();
        for (name, text) in files {
            if name == "overlay.txt" {
                shim.overlay = Some(text.to_string());
            } else if name.ends_with("_test.go") {
                shim.tests.push((name, text));
            } else if name.ends_with(".go") || name.ends_with(".js") {
                shim.files.push((name, text));
            }
        }
        let has_go = shim.files.iter().any(|(name, _)| name.ends_with(".go"));
        (has_go || shim.overlay.is_some()).then_some(shim)
    }

    /// How a file of a shim is called in messages and source maps.
    pub(crate) fn display(&self, path: &str, file: &str) -> PathBuf {
        match self {
            Shims::None | Shims::Embedded => Path::new("stdlib-shims").join(path).join(file),
            Shims::Folder(folder) => folder.join(path).join(file),
        }
    }
}

fn embedded(path: &str) -> Vec<(String, Arc<str>)> {
    let prefix = format!("{path}/");
    let first = EMBEDDED.partition_point(|(name, _)| *name < prefix.as_str());
    let below = EMBEDDED[first..]
        .iter()
        .take_while(|(name, _)| name.starts_with(&prefix));
    below
        .map(|(name, text)| (&name[prefix.len()..], *text))
        .filter(|(name, _)| !name.contains('/'))
        .map(|(name, text)| (name.to_string(), Arc::from(text)))
        .collect()
}

fn on_disk(dir: &Path, fs: &dyn FileSystem) -> Vec<(String, Arc<str>)> {
    let entries = fs
        .read_dir(dir)
        .unwrap_or_default()
        .into_iter()
        .filter(|entry| !entry.is_dir);
    entries
        .filter(|entry| {
            entry.name.ends_with(".go") || entry.name.ends_with(".js") || entry.name == "overlay.txt"
        })
        .filter_map(|entry| {
            let text = String::from_utf8(fs.read(&dir.join(&entry.name)).ok()?).ok()?;
            Some((entry.name, Arc::from(text)))
        })
        .collect()
}
