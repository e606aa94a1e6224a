//! Programs whose modules come from a proxy: a folder, so that no network is asked.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const GO_MOD: &str = "module example.com/Greet\n\ngo 1.20\n";
const GREET: &str = "package greet\n\nfunc Hello() string { return \"hello\" }\n";
/// Recorded by `go mod download`.
const GO_SUM: &str = "example.com/Greet v1.0.0 h1:bsxohjuvq+fMB5TIR6FLn+vuhkZ1dM4fmnrlsAx8ea4=
example.com/Greet v1.0.0/go.mod h1:Ovj5Xwt0fUX7Mpyb/fCEVvoWDDmOvJp1cep3C+fxwOs=
";

/// A proxy with one module, an empty cache, and a program that wants the module.
struct World {
    folder: TempDir,
}

impl World {
    fn new() -> World {
        let folder = tempfile::tempdir().expect("there is a folder for temporary files");
        let world = World { folder };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [("go.mod", GO_MOD), ("greet.go", GREET)] {
            let name = format!("example.com/Greet@v1.0.0/{name}");
            zip.start_file(name, SimpleFileOptions::default())
                .expect("it is memory");
            zip.write_all(text.as_bytes()).expect("it is memory");
        }
        let zip = zip.finish().expect("it is memory").into_inner();
        world.write("proxy/example.com/!greet/@v/v1.0.0.zip", &zip);
        world.write("proxy/example.com/!greet/@v/v1.0.0.mod", GO_MOD.as_bytes());
        world.write(
            "main/go.mod",
            b"module m\n\ngo 1.20\n\nrequire example.com/Greet v1.0.0\n",
        );
        world.write(
            "main/main.go",
            b"package main\n\nimport \"example.com/Greet\"\n\nfunc main() { println(greet.Hello()) }\n",
        );
        world.write("main/go.sum", GO_SUM.as_bytes());
        world
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("the folder is ours");
        fs::write(path, bytes).expect("the folder is ours");
    }

    /// `goes run .` with a list of proxies and flags.
    fn run(&self, goproxy: &str, goflags: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_goes"))
            .args(["run", "--diagnostics=short", "."])
            .current_dir(self.path("main"))
            .env("GOPROXY", goproxy)
            .env("GOFLAGS", goflags)
            .env("GOMODCACHE", self.path("cache"))
            .env("GOENV", "off")
            .env("GOES_CACHE", "off")
            .output()
            .expect("goes is built")
    }

    fn url(&self) -> String {
        format!("file://{}", self.path("proxy").display())
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn fetched_once() {
    let world = World::new();
    let first = world.run(&world.url(), "");
    assert_eq!(
        stderr(&first),
        "goes: downloading example.com/Greet v1.0.0\nhello\n"
    );
    assert!(first.status.success());
    let second = world.run("off", "");
    assert_eq!(stderr(&second), "hello\n");
}

#[test]
fn unfetched() {
    let world = World::new();
    let output = world.run("off", "");
    assert_eq!(
        stderr(&output),
        "main.go:3:8: example.com/Greet@v1.0.0: module lookup disabled by GOPROXY=off\n\tgo.mod:5:1: required here\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn without_a_sum() {
    let world = World::new();
    world.write("main/go.sum", b"");
    let output = world.run(&world.url(), "");
    assert_eq!(
        stderr(&output),
        "main.go:3:8: missing go.sum entry for module providing package example.com/Greet; to add:\n\tgo mod download example.com/Greet\n\tgo.mod:5:1: required here\n"
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(world.run(&world.url(), "-mod=mod").status.success());
}

#[test]
fn with_another_sum() {
    let world = World::new();
    world.write("main/go.sum", GO_SUM.replace("h1:b", "h1:c").as_bytes());
    let output = world.run(&world.url(), "");
    let text = stderr(&output);
    assert!(
        text.contains(
            "main.go:3:8: verifying example.com/Greet@v1.0.0: checksum mismatch\n\tdownloaded: h1:b"
        ),
        "{text}"
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(!world.path("cache/example.com").exists());
}
