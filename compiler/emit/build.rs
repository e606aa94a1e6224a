//! Makes a table of the runtime's source files, so that the compiler is one binary.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let folder = root.join("../../runtime/src");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    collect(&folder, Path::new(""), &mut files)?;
    files.sort();
    let mut table = String::from("pub(crate) const RUNTIME: &[(&str, &str)] = &[\n");
    for (name, path) in files {
        println!("cargo:rerun-if-changed={}", path.display());
        let path = path.canonicalize()?;
        writeln!(
            table,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        )
        .expect("writing to a string cannot fail");
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("runtime.rs"), table)
}

/// All `.js` files below a folder, by their path relative to it.
fn collect(folder: &Path, prefix: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let relative = prefix.join(name);
        if path.is_dir() {
            collect(&path, &relative, files)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            files.push((relative.display().to_string().replace('\\', "/"), path));
        }
    }
    Ok(())
}
