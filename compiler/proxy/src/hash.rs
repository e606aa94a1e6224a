//! `h1:` hashes, which go.sum holds.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::{self, Read, Seek};
use zip::ZipArchive;

/// The hash of a list of files: SHA-256 over a line for each file, sorted by name, with the SHA-256 of its
/// content in hexadecimal digits, two spaces and its name.
fn of_files(mut files: Vec<(String, [u8; 32])>) -> String {
    files.sort();
    let mut list = String::new();
    for (name, digest) in files {
        for byte in digest {
            _ = write!(list, "{byte:02x}");
        }
        _ = writeln!(list, "  {name}");
    }
    format!("h1:{}", STANDARD.encode(Sha256::digest(list)))
}

/// The hash of a go.mod by itself.
pub(crate) fn of_mod_file(text: &[u8]) -> String {
    of_files(vec![("go.mod".into(), Sha256::digest(text).into())])
}

/// The hash of all files in a module's zip.
pub(crate) fn of_zip(archive: &mut ZipArchive<impl Read + Seek>) -> io::Result<String> {
    let mut files = Vec::with_capacity(archive.len());
    let mut buffer = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let mut digest = Sha256::new();
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            digest.update(&buffer[..read]);
        }
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        files.push((name, digest.finalize().into()));
    }
    Ok(of_files(files))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// go.sum says so of every module whose go.mod is generated.
    #[test]
    fn mod_file() {
        let text = b"module github.com/google/uuid\n";
        assert_eq!(
            of_mod_file(text),
            "h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo="
        );
    }
}
