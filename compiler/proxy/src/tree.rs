//! The Go tree that is fetched where there is none: a pinned release, of which only the library's source is kept.

use crate::cache::{Downloader, check_sum, settle, temporary_folder};
use crate::fetch::Wish;
use crate::hash;
use crate::unpack::{Wanted, unpack};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// The release that the shims are tested with most.
pub const TREE_VERSION: &str = "go1.26.8";

/// The module that carries it, and its hash in the checksum database. The source is the same for all systems.
const MODULE: &str = "golang.org/toolchain";
const MODULE_VERSION: &str = "v0.0.1-go1.26.8.linux-amd64";
const SUM: &str = "h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=";

/// A release is larger than a module may be.
const MAX_ZIP: u64 = 300 << 20;
const MAX_TOTAL: u64 = 2 << 30;

/// Where the tree is, once it is, below the folder for caches.
pub fn tree_folder(caches: &Path) -> PathBuf {
    caches.join("goes").join(TREE_VERSION)
}

/// Fetches the tree, verifies it and unpacks its `src`.
pub(crate) fn fetch(downloader: &Downloader) -> Result<PathBuf, String> {
    let caches = downloader.settings.tree_cache.as_deref();
    let caches = caches.ok_or("there is no folder for caches: neither XDG_CACHE_HOME nor HOME is set")?;
    let folder = tree_folder(caches);
    if folder.is_dir() {
        return Ok(folder);
    }
    let parent = folder.parent().unwrap_or(caches);
    let wish = Wish {
        path: MODULE,
        version: MODULE_VERSION,
        kind: "zip",
        max_len: MAX_ZIP,
    };
    let file = downloader.fetch(wish, parent)?;
    let failed = |why: String| format!("{MODULE}@{MODULE_VERSION}: {why}");
    let mut archive = ZipArchive::new(file.as_file()).map_err(|error| failed(error.to_string()))?;
    let found = hash::of_zip(&mut archive).map_err(|error| failed(error.to_string()))?;
    check_sum(&format!("{MODULE}@{MODULE_VERSION}"), Some(SUM), &found)?;
    let unpacked = temporary_folder(parent)?;
    let wanted = Wanted {
        prefix: &format!("{MODULE}@{MODULE_VERSION}/"),
        max_total: MAX_TOTAL,
        keeps: &|name| name == "VERSION" || (name.starts_with("src/") && !name.starts_with("src/cmd/")),
    };
    unpack(&mut archive, &wanted, unpacked.path()).map_err(failed)?;
    settle(unpacked, &folder)?;
    Ok(folder)
}
