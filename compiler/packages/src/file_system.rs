//! The only way from here to files.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DirEntry {
    pub name: String,
    /// Links count as what they point to.
    pub is_dir: bool,
    pub is_link: bool,
}

/// What loading asks of the machine.
pub trait FileSystem: Send + Sync {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Sorted by name. Names that are not UTF-8 are left out: no import path can name them.
    fn read_dir(&self, path: &Path) -> io::Result<Vec<DirEntry>>;
    fn exists(&self, path: &Path) -> bool;
    fn is_dir(&self, path: &Path) -> bool;
    /// With links resolved.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
}

/// Files that exist only in memory: for tests and for hosts without a disk.
#[derive(Clone, Debug, Default)]
pub struct MemoryFileSystem {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl MemoryFileSystem {
    pub fn new() -> MemoryFileSystem {
        MemoryFileSystem::default()
    }

    pub fn add(&mut self, path: impl AsRef<Path>, text: impl Into<Vec<u8>>) -> &mut MemoryFileSystem {
        self.files.insert(clean(path.as_ref()), text.into());
        self
    }
}

impl FileSystem for MemoryFileSystem {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.files
            .get(&clean(path))
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn read_dir(&self, path: &Path) -> io::Result<Vec<DirEntry>> {
        let dir = clean(path);
        let mut entries: Vec<DirEntry> = Vec::new();
        for below in self.files.keys().filter_map(|file| file.strip_prefix(&dir).ok()) {
            let mut components = below.components();
            let Some(Component::Normal(name)) = components.next() else {
                continue;
            };
            let name = name.to_string_lossy().into_owned();
            let entry = DirEntry {
                name,
                is_dir: components.next().is_some(),
                is_link: false,
            };
            if entries.last() != Some(&entry) {
                entries.push(entry);
            }
        }
        entries.sort();
        entries.dedup();
        if entries.is_empty() {
            Err(io::ErrorKind::NotFound.into())
        } else {
            Ok(entries)
        }
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.contains_key(&clean(path)) || self.is_dir(path)
    }

    fn is_dir(&self, path: &Path) -> bool {
        let dir = clean(path);
        self.files
            .keys()
            .any(|file| file != &dir && file.starts_with(&dir))
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(clean(path))
    }
}

/// The same path without `.` and `..`, as far as that can be told from its text.
pub(crate) fn clean(path: &Path) -> PathBuf {
    let mut cleaned = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => match cleaned.components().next_back() {
                Some(Component::Normal(_)) => {
                    cleaned.pop();
                }
                Some(Component::RootDir | Component::Prefix(_)) => {}
                Some(Component::CurDir | Component::ParentDir) | None => cleaned.push(".."),
            },
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => cleaned.push(component),
        }
    }
    cleaned
}

/// `path` as a person in `base` would write it: relative where that is shorter.
pub(crate) fn relative(path: &Path, base: &Path) -> PathBuf {
    let common = path
        .components()
        .zip(base.components())
        .take_while(|(a, b)| a == b)
        .count();
    // Nothing but the root in common: the absolute path tells more.
    if common <= 1 {
        return path.to_path_buf();
    }
    let up = base.components().count() - common;
    let mut result: PathBuf = std::iter::repeat_n("..", up).collect();
    result.extend(path.components().skip(common));
    if result.as_os_str().is_empty() {
        result.push(".");
    }
    if result.as_os_str().len() <= path.as_os_str().len() {
        result
    } else {
        path.to_path_buf()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans() {
        assert_eq!(clean(Path::new("/a/./b/../c")), Path::new("/a/c"));
        assert_eq!(clean(Path::new("../a/..")), Path::new(".."));
        assert_eq!(clean(Path::new("/..")), Path::new("/"));
    }

    #[test]
    fn relates() {
        assert_eq!(
            relative(Path::new("/w/a/x.go"), Path::new("/w/a")),
            Path::new("x.go")
        );
        assert_eq!(
            relative(Path::new("/w/b/x.go"), Path::new("/w/a")),
            Path::new("../b/x.go")
        );
        assert_eq!(
            relative(Path::new("/usr/go/x.go"), Path::new("/w/a")),
            Path::new("/usr/go/x.go")
        );
    }
}
