//! Lists every file of `stdlib-shims` with its text, so that the compiler carries them inside.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let shims = manifest.join("../../stdlib-shims").canonicalize()?;
    println!("cargo:rerun-if-changed={}", shims.display());
    println!("cargo:rerun-if-changed=build.rs");

    let mut files = Vec::new();
    collect(&shims, &mut files)?;
    let name = |file: &PathBuf| {
        let below = file.strip_prefix(&shims).expect("collected below it");
        below.to_string_lossy().replace('\\', "/")
    };
    // In the order of the texts, in which `a.go` is before `a/b.go`: whoever looks a folder up searches by halves.
    files.sort_by_key(name);
    let mut table = String::from("pub(crate) static EMBEDDED: &[(&str, &str)] = &[\n");
    for file in files {
        let text = file.to_string_lossy();
        writeln!(table, "    ({:?}, include_str!({text:?})),", name(&file)).expect("a String grows");
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("shims.rs"), table)
}

/// Only what a package and its tests can consist of: notes that lie beside it stay outside.
fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if name.starts_with('.') || name == "testdata" {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else if name == "overlay.txt" || name.ends_with(".go") || is_native(&name) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_native(name: &str) -> bool {
    name.ends_with(".js") && !name.ends_with(".test.js")
}
