//! Finished builds, below the user's folder for caches: a build of which nothing changed is not done again.
//!
//! An entry is found by what was asked for and by which `goes`, and is good as long as the file system answers
//! every question of that build as it did then. Only builds without findings are kept: there is nothing to
//! tell about them.

use crate::disk::{self, Disk};
use goes_driver::{Artifact, Built, Bundle, FileSystem, Options, Root, Testimony, Witness, digest};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// What takes no longer is not worth a file.
const SHORT: Duration = Duration::from_millis(25);
/// Entries that were not used for so long go; Go's own build cache has the same limit.
const UNUSED: Duration = Duration::from_secs(5 * 24 * 60 * 60);
/// All entries together.
const MOST_BYTES: u64 = 1 << 30;
/// How often that is looked at.
const TIDY_EVERY: Duration = Duration::from_secs(60 * 60);

#[derive(Debug, Serialize, Deserialize)]
struct Entry<'b> {
    testimony: Testimony,
    roots: Cow<'b, [Root]>,
    bundles: Cow<'b, [Bundle]>,
    modules: Cow<'b, [Artifact]>,
}

/// `$GOES_CACHE`, or a folder in the user's folder for caches. `None` if it is `off` or there is no place for it.
pub fn folder() -> Option<PathBuf> {
    match std::env::var_os("GOES_CACHE") {
        Some(value) if value == OsStr::new("off") => None,
        Some(value) if !value.is_empty() => Some(PathBuf::from(value)),
        Some(_) | None => dirs::cache_dir().map(|caches| caches.join("goes").join("builds")),
    }
}

/// Builds, unless that was done before. `subject` tells apart what `options` do not.
pub fn build(options: &Options, subject: &str, work: impl FnOnce(&dyn FileSystem) -> Built) -> Built {
    let Some((folder, key)) = folder().and_then(|folder| Some((folder, key(options, subject)?))) else {
        return work(&Disk);
    };
    let file = folder.join(key);
    if let Some(built) = find(&file) {
        return built;
    }
    let start = Instant::now();
    let witness = Witness::new(&Disk);
    let built = work(&witness);
    if let Some(testimony) = witness.testimony()
        && built.findings.diagnostics.is_empty()
        && built.dump.is_empty()
        && start.elapsed() > SHORT
    {
        let entry = Entry {
            testimony,
            roots: Cow::Borrowed(&built.roots),
            bundles: Cow::Borrowed(&built.bundles),
            modules: Cow::Borrowed(&built.modules),
        };
        keep(&folder, &file, &entry);
    }
    built
}

/// What was asked for, and of whom.
fn key(options: &Options, subject: &str) -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let about = fs::metadata(&program).ok()?;
    let mut options = options.clone();
    // What comes from there is asked of the file system afterwards.
    options.config.downloads = None;
    let text = format!(
        "{program:?} {} {:?} {subject} {options:?}",
        about.len(),
        about.modified().ok()?
    );
    Some(digest(text.as_bytes()))
}

fn find(file: &Path) -> Option<Built> {
    let text = fs::read(file).ok()?;
    let entry: Entry<'_> = serde_json::from_slice(&text).ok()?;
    if !entry.testimony.holds(&Disk) {
        return None;
    }
    // Its age counts from its last use. Where that cannot be noted it is only built again some day.
    let _ = fs::File::open(file).and_then(|file| file.set_modified(SystemTime::now()));
    Some(Built {
        roots: entry.roots.into_owned(),
        bundles: entry.bundles.into_owned(),
        modules: entry.modules.into_owned(),
        ..Built::default()
    })
}

/// A cache that cannot be written is no reason to fail.
fn keep(folder: &Path, file: &Path, entry: &Entry<'_>) {
    if let Ok(text) = serde_json::to_vec(entry) {
        let _ = disk::write(file, &text);
    }
    let _ = tidy(folder);
}

/// Removes what was not used for long, and the oldest if the rest is too much.
fn tidy(folder: &Path) -> std::io::Result<()> {
    let mark = folder.join("tidied");
    let age = |modified: SystemTime| modified.elapsed().unwrap_or_default();
    if fs::metadata(&mark).is_ok_and(|about| about.modified().is_ok_and(|at| age(at) < TIDY_EVERY)) {
        return Ok(());
    }
    disk::write(&mark, b"")?;
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        entries.push((age(about.modified()?), about.len(), entry.path()));
    }
    entries.sort();
    let mut total = 0;
    for (age, size, path) in entries {
        total += size;
        if age > UNUSED || total > MOST_BYTES {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
