//! A build of which nothing changed is not done again; one of which something changed is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// It takes long enough to build that it is kept.
const PROGRAM: &str = r#"package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	text, err := json.Marshal(map[string]int{"unlike others": 1})
	fmt.Println(string(text), err, os.Args[1:])
}
"#;

struct World {
    folder: TempDir,
    /// Elsewhere: a new file beside the program would be a change.
    caches: TempDir,
}

impl World {
    fn new() -> World {
        let folder = || tempfile::tempdir().expect("there is a folder for temporary files");
        let world = World {
            folder: folder(),
            caches: folder(),
        };
        world.write("main.go", PROGRAM);
        world.write("go.mod", "module m\n\ngo 1.26\n");
        world
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("the folder is ours");
    }

    fn cache(&self) -> PathBuf {
        self.caches.path().join("cache")
    }

    /// What the program prints; the command has to go well.
    fn run(&self, cache: &Path) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_goes"))
            .args(["run", ".", "a"])
            .current_dir(self.folder.path())
            .env("GOES_CACHE", cache)
            .output()
            .expect("goes is built");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The files that hold builds.
    fn entries(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.cache()).expect("the cache is there");
        let files = files.map(|file| file.expect("the cache can be read").path());
        files.filter(|file| !file.ends_with("tidied")).collect()
    }
}

#[test]
fn kept_until_something_changes() {
    let world = World::new();
    assert_eq!(world.run(&world.cache()), "{\"unlike others\":1} <nil> [a]\n");
    let [entry] = &world.entries()[..] else {
        panic!("one build is kept");
    };
    // Nobody can tell a build that is taken from the cache but by what somebody else put there.
    let kept = fs::read_to_string(entry).expect("it is text");
    fs::write(entry, kept.replace("unlike others", "two")).expect("the cache is ours");
    assert_eq!(world.run(&world.cache()), "{\"two\":1} <nil> [a]\n");
    world.write("main.go", &PROGRAM.replace("unlike others", "three"));
    assert_eq!(world.run(&world.cache()), "{\"three\":1} <nil> [a]\n");
    world.write(
        "more.go",
        "package main\n\nfunc init() { println(\"a new file\") }\n",
    );
    world.write("main.go", &PROGRAM.replace("\"fmt\"", "fmt \"example.com/fmt\""));
    let failed = Command::new(env!("CARGO_BIN_EXE_goes"))
        .args(["run", "."])
        .current_dir(world.folder.path())
        .env("GOES_CACHE", world.cache())
        .env("GOPROXY", "off")
        .output()
        .expect("goes is built");
    assert_eq!(failed.status.code(), Some(1));
}

#[test]
fn harmless_when_damaged_or_off() {
    let world = World::new();
    world.run(&world.cache());
    for entry in world.entries() {
        fs::write(entry, "{\"testimony\":").expect("the cache is ours");
    }
    assert_eq!(world.run(&world.cache()), "{\"unlike others\":1} <nil> [a]\n");
    assert_eq!(world.run(Path::new("off")), "{\"unlike others\":1} <nil> [a]\n");
    assert!(!world.folder.path().join("off").exists());
    // A folder cannot be made where a file is.
    assert_eq!(
        world.run(&world.folder.path().join("go.mod")),
        "{\"unlike others\":1} <nil> [a]\n"
    );
}
