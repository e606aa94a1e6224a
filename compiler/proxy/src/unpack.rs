//! Zips of modules to folders. What a zip holds is not trusted: its names stay below the folder, and its
//! files below the sizes that Go sets.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read, Seek};
use std::path::Path;
use zip::ZipArchive;

/// The most that all files of a module may have together; Go's limit.
const MAX_MODULE: u64 = 500 << 20;

/// Which files of a zip to keep.
pub(crate) struct Wanted<'a> {
    /// What all names start with, with a slash at its end.
    pub prefix: &'a str,
    pub max_total: u64,
    pub keeps: &'a dyn Fn(&str) -> bool,
}

impl<'a> Wanted<'a> {
    pub(crate) fn all(prefix: &'a str) -> Wanted<'a> {
        Wanted {
            prefix,
            max_total: MAX_MODULE,
            keeps: &|_| true,
        }
    }
}

/// Writes the wanted files of a zip below `folder`, which must exist. `Err` says which name or size is wrong.
pub(crate) fn unpack(
    archive: &mut ZipArchive<impl Read + Seek>,
    wanted: &Wanted<'_>,
    folder: &Path,
) -> Result<(), String> {
    let mut total = 0;
    let mut folded: HashMap<String, String> = HashMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| error.to_string())?;
        let name = std::str::from_utf8(file.name_raw())
            .map_err(|_| "a file name is not UTF-8".to_string())?
            .to_string();
        let below = name
            .strip_prefix(wanted.prefix)
            .ok_or_else(|| format!("file name {name:?} does not begin with {:?}", wanted.prefix))?;
        if below.ends_with('/') {
            continue;
        }
        check_name(below)?;
        if let Some(other) = folded.insert(below.to_lowercase(), below.to_string()) {
            return Err(format!("file names {other:?} and {below:?} differ in case only"));
        }
        if !(wanted.keeps)(below) {
            continue;
        }
        if file.is_symlink() {
            return Err(format!("{below} is no regular file"));
        }
        total = write(&mut file, &folder.join(below), total, wanted.max_total)
            .map_err(|error| format!("{below}: {error}"))?;
    }
    Ok(())
}

/// Writes one file and tells the total of bytes so far. What the zip claims about sizes does not count.
fn write(file: &mut impl Read, to: &Path, total: u64, max_total: u64) -> io::Result<u64> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut output = fs::File::create_new(to)?;
    let left = max_total - total;
    let written = io::copy(&mut file.take(left + 1), &mut output)?;
    if written > left {
        return Err(io::Error::other(format!(
            "more than {max_total} bytes altogether"
        )));
    }
    Ok(total + written)
}

/// Only names that mean the same on every system.
fn check_name(name: &str) -> Result<(), String> {
    let is_bad_element = |element: &str| {
        let stem = element.split('.').next().unwrap_or_default().to_ascii_uppercase();
        let is_device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
            || ((stem.starts_with("COM") || stem.starts_with("LPT"))
                && stem.len() == 4
                && stem.ends_with(|c: char| c.is_ascii_digit()));
        element.is_empty() || element == "." || element == ".." || element.ends_with('.') || is_device
    };
    let is_bad_char = |c: char| c.is_control() || "\\:*?\"<>|'`".contains(c);
    if name.chars().any(is_bad_char) || name.split('/').any(is_bad_element) {
        return Err(format!("malformed file path {name:?}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn archive(files: &[(&str, &str)]) -> ZipArchive<Cursor<Vec<u8>>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .expect("it is memory");
            writer.write_all(text.as_bytes()).expect("it is memory");
        }
        ZipArchive::new(writer.finish().expect("it is memory")).expect("it was just written")
    }

    fn unpack_files(files: &[(&str, &str)]) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().expect("there is a folder for temporary files");
        let wanted = Wanted {
            max_total: 100,
            ..Wanted::all("m@v1.0.0/")
        };
        unpack(&mut archive(files), &wanted, folder.path())?;
        let mut names: Vec<String> = fs::read_dir(folder.path())
            .expect("it exists")
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        names.sort();
        Ok(names)
    }

    #[test]
    fn regular() {
        let files = [("m@v1.0.0/go.mod", "module m"), ("m@v1.0.0/p/p.go", "package p")];
        assert_eq!(unpack_files(&files), Ok(vec!["go.mod".into(), "p".into()]));
    }

    #[test]
    fn hostile() {
        let refused = |name: &str| unpack_files(&[(name, "")]).expect_err("it is refused");
        assert_eq!(refused("m@v1.0.0/../x"), "malformed file path \"../x\"");
        assert_eq!(refused("m@v1.0.0//x"), "malformed file path \"/x\"");
        assert_eq!(refused("m@v1.0.0/a\\b"), "malformed file path \"a\\\\b\"");
        assert_eq!(refused("m@v1.0.0/aux.go"), "malformed file path \"aux.go\"");
        assert_eq!(
            refused("/etc/x"),
            "file name \"/etc/x\" does not begin with \"m@v1.0.0/\""
        );
        let long = "x".repeat(101);
        assert_eq!(
            unpack_files(&[("m@v1.0.0/a", &long)]),
            Err("a: more than 100 bytes altogether".into())
        );
        let twins = [("m@v1.0.0/a.go", ""), ("m@v1.0.0/A.go", "")];
        assert_eq!(
            unpack_files(&twins),
            Err("file names \"a.go\" and \"A.go\" differ in case only".into())
        );
    }
}
