//! Go's own source, where a Go tree is at hand: all of it must be accepted.

use std::path::{Path, PathBuf};
use std::process::Command;

fn goroot() -> Option<PathBuf> {
    if let Some(root) = std::env::var_os("GOROOT") {
        return Some(PathBuf::from(root));
    }
    let output = Command::new("go").args(["env", "GOROOT"]).output().ok()?;
    let root = String::from_utf8(output.stdout).ok()?;
    (!root.trim().is_empty()).then(|| PathBuf::from(root.trim()))
}

/// Calls `visit` with every Go file under `folder`, apart from those that are made to be wrong.
fn each_file(folder: &Path, visit: &mut impl FnMut(&Path)) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "testdata") {
                each_file(&path, visit);
            }
        } else if path.extension().is_some_and(|extension| extension == "go") {
            visit(&path);
        }
    }
}

#[test]
fn the_standard_library_is_accepted() {
    let Some(root) = goroot() else { return };
    let mut rejected = Vec::new();
    each_file(&root.join("src"), &mut |path| {
        let Ok(text) = std::fs::read_to_string(path) else {
            return;
        };
        let parsed = goes_syntax::parse_file(&text, 1, 0);
        if let Some(first) = parsed.diagnostics.first() {
            rejected.push(format!("{}: {}", path.display(), first.message));
        }
        let header = goes_syntax::parse_header(&text, 1);
        assert_eq!(
            header.imports.len(),
            parsed.file.imports.len(),
            "{}",
            path.display()
        );
    });
    assert!(rejected.is_empty(), "{}", rejected.join("\n"));
}
