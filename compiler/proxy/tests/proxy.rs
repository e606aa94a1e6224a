//! Modules fetched from a proxy in a folder.

use goes_packages::Downloads;
use goes_proxy::{Downloader, Settings};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MOD: &str = "module example.com/Greet\n\ngo 1.20\n";
/// What `go mod download` says of these two files.
const MOD_SUM: &str = "h1:Ovj5Xwt0fUX7Mpyb/fCEVvoWDDmOvJp1cep3C+fxwOs=";
const SUM: &str = "h1:bsxohjuvq+fMB5TIR6FLn+vuhkZ1dM4fmnrlsAx8ea4=";

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let name = format!("example.com/Greet@v1.0.0/{name}");
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("it is memory");
        writer.write_all(text.as_bytes()).expect("it is memory");
    }
    writer.finish().expect("it is memory").into_inner()
}

/// A proxy with one module.
fn proxy() -> TempDir {
    let root = tempfile::tempdir().expect("there is a folder for temporary files");
    let folder = root.path().join("example.com/!greet/@v");
    fs::create_dir_all(&folder).expect("the folder is ours");
    let files = [
        ("go.mod", MOD),
        (
            "greet.go",
            "package greet\n\nfunc Hello() string { return \"hello\" }\n",
        ),
    ];
    fs::write(folder.join("v1.0.0.zip"), zip(&files)).expect("the folder is ours");
    fs::write(folder.join("v1.0.0.mod"), MOD).expect("the folder is ours");
    root
}

fn downloader(goproxy: &str, cache: &Path) -> Downloader {
    let variable = |name: &str| (name == "GOPROXY").then(|| goproxy.to_string());
    Downloader::new(Settings::from_variables(
        Some(cache.to_path_buf()),
        None,
        variable,
    ))
}

#[test]
fn fetches() {
    let (proxy, cache) = (proxy(), tempfile::tempdir().expect("there is one"));
    let goproxy = format!("file:///does/not/exist,file://{}", proxy.path().display());
    let downloader = downloader(&goproxy, cache.path());
    let text = downloader.mod_file("example.com/Greet", "v1.0.0", Some(MOD_SUM));
    assert_eq!(text, Ok(MOD.as_bytes().to_vec()));
    let folder = downloader.module("example.com/Greet", "v1.0.0", Some(SUM));
    assert_eq!(folder, Ok(cache.path().join("example.com/!greet@v1.0.0")));
    assert!(cache.path().join("example.com/!greet@v1.0.0/greet.go").is_file());
    let kept = cache.path().join("cache/download/example.com/!greet/@v");
    assert_eq!(
        fs::read_to_string(kept.join("v1.0.0.ziphash")).ok().as_deref(),
        Some(SUM)
    );
}

#[test]
fn wrong_sums_leave_nothing() {
    let (proxy, cache) = (proxy(), tempfile::tempdir().expect("there is one"));
    let downloader = downloader(&format!("file://{}", proxy.path().display()), cache.path());
    let failure = downloader
        .module("example.com/Greet", "v1.0.0", Some("h1:x="))
        .expect_err("the hash is another");
    assert!(
        failure.starts_with("verifying example.com/Greet@v1.0.0: checksum mismatch"),
        "{failure}"
    );
    assert!(!cache.path().join("example.com").exists());
    let kept = cache.path().join("cache/download/example.com/!greet/@v");
    assert_eq!(fs::read_dir(kept).map(Iterator::count).ok(), Some(0));
}

#[test]
fn absent() {
    let (proxy, cache) = (proxy(), tempfile::tempdir().expect("there is one"));
    let url = format!("file://{}", proxy.path().display());
    let failure = |goproxy: &str| {
        downloader(goproxy, cache.path())
            .module("example.com/none", "v1.0.0", None)
            .expect_err("there is none")
    };
    assert_eq!(
        failure(&format!("{url},direct")),
        format!("example.com/none@v1.0.0: reading {url}/example.com/none/@v/v1.0.0.zip: no such file")
    );
    assert_eq!(
        failure("off"),
        "example.com/none@v1.0.0: module lookup disabled by GOPROXY=off"
    );
}
