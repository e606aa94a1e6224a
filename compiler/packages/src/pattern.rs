//! What the command line names.

use crate::Config;
use crate::diag::{self, Failure};
use crate::file_system::{FileSystem, clean};
use crate::load::Loader;
use crate::resolve::{Located, Origin};
use crate::select::{has_go_files, has_test_files};
use goes_source::{Diagnostic, Span};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The path of a package that is a list of files.
const FILES: &str = "command-line-arguments";

/// The folder from which go.mod is looked for: the working folder, unless that has none and a pattern
/// names a folder elsewhere.
pub(crate) fn start(config: &Config, fs: &dyn FileSystem) -> PathBuf {
    let cwd = &config.environment.cwd;
    let has_module = |dir: &Path| {
        dir.ancestors()
            .any(|above| fs.exists(&above.join("go.mod")) || fs.exists(&above.join("go.work")))
    };
    let first = config.patterns.first().map_or(".", String::as_str);
    if !is_local(first) && !first.ends_with(".go") {
        return cwd.clone();
    }
    let named = clean(&cwd.join(first.split("...").next().unwrap_or(first)));
    let dir = if fs.is_dir(&named) {
        named
    } else {
        named.parent().map(Path::to_path_buf).unwrap_or_default()
    };
    // A folder of another module than the working folder's is built as that module says.
    let own = |dir: &Path| {
        dir.ancestors()
            .find(|above| fs.exists(&above.join("go.mod")))
            .map(Path::to_path_buf)
    };
    if (!has_module(cwd) && has_module(&dir))
        || (!first.ends_with(".go") && own(&dir) != own(cwd) && own(&dir).is_some())
    {
        return if has_work(cwd, fs) { cwd.clone() } else { dir };
    }
    cwd.clone()
}

fn has_work(dir: &Path, fs: &dyn FileSystem) -> bool {
    dir.ancestors().any(|above| fs.exists(&above.join("go.work")))
}

/// The packages that the patterns name, in order; what cannot be found is reported.
pub(crate) fn roots(loader: &Loader<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Arc<Located>> {
    let patterns = &loader.config.patterns;
    let found = if patterns.iter().any(|pattern| pattern.ends_with(".go")) {
        files(loader, patterns)
            .map(|located| vec![located])
            .map_err(|failure| vec![failure])
    } else if patterns.is_empty() {
        packages(loader, &[".".to_string()], diagnostics)
    } else {
        packages(loader, patterns, diagnostics)
    };
    let mut roots = found.unwrap_or_else(|failures| {
        diagnostics.extend(failures.into_iter().map(|failure| failure.at(Span::default())));
        Vec::new()
    });
    if loader.config.requires_main && roots.len() > 1 {
        let names: String = roots.iter().map(|root| format!("\n\t{}", root.path)).collect();
        let pattern = patterns.first().map_or(".", String::as_str);
        let message = format!("pattern {pattern} matches multiple packages:{names}");
        diagnostics.push(Failure::new("NotAProgram", message).at(Span::default()));
        roots.clear();
    }
    roots
}

/// A package made of the files that are named.
fn files(loader: &Loader<'_>, names: &[String]) -> Result<Arc<Located>, Failure> {
    let cwd = &loader.config.environment.cwd;
    let mut files: Vec<PathBuf> = Vec::new();
    let mut dirs: Vec<(PathBuf, String)> = Vec::new();
    for name in names {
        if !name.ends_with(".go") {
            return Err(Failure::new(
                "NoSuchFile",
                format!("named files must be .go files: {name}"),
            ));
        }
        let path = clean(&cwd.join(name));
        if !loader.fs.exists(&path) {
            return Err(diag::file_not_found(name));
        }
        if loader.fs.is_dir(&path) {
            return Err(Failure::new(
                "NoSuchFile",
                format!("{name} is a directory, should be a Go file"),
            ));
        }
        if loader.config.requires_main && name.ends_with("_test.go") {
            return Err(Failure::new(
                "NotAProgram",
                format!("cannot run *_test.go files ({name})"),
            ));
        }
        let dir = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let shown = Path::new(name)
            .parent()
            .map(|dir| dir.to_string_lossy().into_owned())
            .unwrap_or_default();
        dirs.push((dir, if shown.is_empty() { ".".into() } else { shown }));
        files.push(path);
    }
    if let Some(other) = dirs.iter().find(|other| other.0 != dirs[0].0) {
        let message = format!(
            "named files must all be in one directory; have {} and {}",
            dirs[0].1, other.1
        );
        return Err(Failure::new("NoSuchFile", message));
    }
    let dir = dirs.swap_remove(0).0;
    let module = loader.resolver.workspace.main_of(&dir, loader.fs).cloned();
    Ok(Arc::new(Located {
        path: FILES.into(),
        origin: Origin::AdHoc {
            module,
            dir,
            files: Some(files),
        },
    }))
}

fn packages(
    loader: &Loader<'_>,
    patterns: &[String],
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<Arc<Located>>, Vec<Failure>> {
    let mut found: Vec<Arc<Located>> = Vec::new();
    let mut failures = Vec::new();
    for pattern in patterns {
        let matched = match pattern.as_str() {
            "std" => Ok(std_packages(loader, "...")),
            pattern if pattern.contains("...") => wildcard(loader, pattern, diagnostics),
            pattern if is_local(pattern) => folder(loader, pattern).map(|located| vec![located]),
            path => named(loader, path).map(|located| vec![located]),
        };
        match matched {
            Ok(matched) => {
                for located in matched {
                    if !found.iter().any(|known| known.path == located.path) {
                        found.push(located);
                    }
                }
            }
            Err(failure) => failures.push(failure),
        }
    }
    if failures.is_empty() {
        Ok(found)
    } else {
        Err(failures)
    }
}

fn is_local(pattern: &str) -> bool {
    pattern == "."
        || pattern == ".."
        || pattern.starts_with("./")
        || pattern.starts_with("../")
        || Path::new(pattern).is_absolute()
}

/// A package by its import path; also a folder that is there, as `goes run examples/hello` means it.
fn named(loader: &Loader<'_>, path: &str) -> Result<Arc<Located>, Failure> {
    let failure = match loader.resolver.named(path.trim_end_matches('/')) {
        Ok(located) => return Ok(located),
        Err(failure) => failure,
    };
    let dir = clean(&loader.config.environment.cwd.join(path));
    if has_go_files(&dir, loader.fs) || (loader.config.finds_tests() && has_test_files(&dir, loader.fs)) {
        Ok(located(loader, dir))
    } else {
        Err(failure)
    }
}

fn folder(loader: &Loader<'_>, pattern: &str) -> Result<Arc<Located>, Failure> {
    let dir = clean(&loader.config.environment.cwd.join(pattern));
    if !loader.fs.is_dir(&dir) {
        return Err(diag::dir_not_found(&dir.to_string_lossy()));
    }
    Ok(located(loader, dir))
}

/// The package of a folder: of its module, of std, or by itself.
fn located(loader: &Loader<'_>, dir: PathBuf) -> Arc<Located> {
    let slashes = |below: &Path| below.to_string_lossy().replace('\\', "/");
    if let Some(module) = loader.resolver.workspace.main_of(&dir, loader.fs) {
        let below = slashes(dir.strip_prefix(&module.dir).unwrap_or(Path::new("")));
        let is_std = loader
            .resolver
            .goroot()
            .is_some_and(|goroot| module.dir == goroot.dir.join("src"));
        if is_std && let Ok(located) = loader.resolver.named(&below) {
            return located;
        }
        let path = if below.is_empty() {
            module.path.clone()
        } else {
            format!("{}/{below}", module.path)
        };
        return Arc::new(Located {
            path,
            origin: Origin::Module {
                module: module.clone(),
                dir,
            },
        });
    }
    Arc::new(Located {
        path: FILES.into(),
        origin: Origin::AdHoc {
            module: None,
            dir,
            files: None,
        },
    })
}

fn wildcard(
    loader: &Loader<'_>,
    pattern: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<Arc<Located>>, Failure> {
    let mut found = Vec::new();
    if is_local(pattern) {
        let (prefix, _) = pattern.split_once("...").unwrap_or((pattern, ""));
        let start = clean(&loader.config.environment.cwd.join(prefix));
        let start = if loader.fs.is_dir(&start) {
            start
        } else {
            start.parent().map(Path::to_path_buf).unwrap_or_default()
        };
        if loader.resolver.workspace.main_of(&start, loader.fs).is_none() {
            let shown = prefix.trim_end_matches('/');
            let message = format!(
                "pattern {pattern}: directory prefix {shown} does not contain main module or its selected dependencies"
            );
            return Err(Failure::new("NoSuchFile", message));
        }
        let absolute = clean(&loader.config.environment.cwd.join(pattern));
        let absolute = absolute.to_string_lossy();
        walk(loader, &start, true, &mut |dir| {
            if matches(&absolute, &dir.to_string_lossy()) {
                found.push(located(loader, dir.to_path_buf()));
            }
        });
    } else {
        for module in loader.resolver.workspace.main_dirs() {
            walk(loader, &module.dir, true, &mut |dir| {
                let package = located(loader, dir.to_path_buf());
                if matches(pattern, &package.path) {
                    found.push(package);
                }
            });
        }
        if found.is_empty() {
            found = std_packages(loader, pattern);
        }
    }
    if found.is_empty() {
        let message = format!("{pattern:?} matched no packages");
        diagnostics.push(Diagnostic::warning("NoMatch", Span::default(), message));
    }
    Ok(found)
}

fn std_packages(loader: &Loader<'_>, pattern: &str) -> Vec<Arc<Located>> {
    let mut found = Vec::new();
    let Some(goroot) = loader.resolver.goroot() else {
        return found;
    };
    let src = goroot.dir.join("src");
    walk(loader, &src, true, &mut |dir| {
        let path = dir
            .strip_prefix(&src)
            .unwrap_or(dir)
            .to_string_lossy()
            .replace('\\', "/");
        let is_command = path == "cmd" || path.starts_with("cmd/");
        if !is_command
            && matches(pattern, &path)
            && let Ok(located) = loader.resolver.named(&path)
        {
            found.push(located);
        }
    });
    found
}

/// Visits the folders with Go files for the target, outermost first. "Directory and file names that begin
/// with "." or "_" are ignored by the go tool, as are directories named "testdata"."
fn walk(loader: &Loader<'_>, dir: &Path, is_top: bool, visit: &mut dyn FnMut(&Path)) {
    let fs = loader.fs;
    if !is_top && fs.exists(&dir.join("go.mod")) {
        return;
    }
    if has_go_files(dir, fs) || (loader.config.finds_tests() && has_test_files(dir, fs)) {
        visit(dir);
    }
    for entry in fs.read_dir(dir).unwrap_or_default() {
        let name = entry.name.as_str();
        // Links may lead back here.
        if entry.is_dir
            && !entry.is_link
            && !name.starts_with(['.', '_'])
            && name != "testdata"
            && name != "vendor"
        {
            walk(loader, &dir.join(name), false, visit);
        }
    }
}

/// "`...` is a wildcard for any string, including the empty string and strings containing slashes"; `x/...`
/// matches x, too.
fn matches(pattern: &str, path: &str) -> bool {
    if let Some(prefix) = pattern.strip_suffix("/...")
        && !prefix.contains("...")
        && path == prefix
    {
        return true;
    }
    let mut parts = pattern.split("...");
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    for (index, part) in parts.iter().enumerate() {
        if index + 1 == parts.len() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards() {
        assert!(matches("./...", "."));
        assert!(matches("/m/...", "/m") && matches("/m/...", "/m/a/b") && !matches("/m/...", "/mm"));
        assert!(matches("a/.../c", "a/b/c") && !matches("a/.../c", "a/b/d"));
        assert!(matches("...", "anything") && matches("net...", "net/http") && !matches("net", "net/http"));
    }
}
