//! Checks packages and prints what is wrong: `check [--bodies] [--stats] [--linux] [--list=FILE] [-lang=go1.N] pattern…`.
//! With `--bodies` the bodies of dependencies too. `--list` writes which files were read, for another checker.

use goes_packages::{Config, DirEntry, Environment, FileSystem, Graph, Target, load};
use goes_types::{Checker, PackageId};
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{fs, io};

/// As `goes` itself has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Disk;

impl FileSystem for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_dir(&self, path: &Path) -> io::Result<Vec<DirEntry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let is_link = entry.file_type()?.is_symlink();
            let is_dir = path.join(&name).is_dir();
            entries.push(DirEntry {
                name,
                is_dir,
                is_link,
            });
        }
        entries.sort();
        Ok(entries)
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn is_dir(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }
}

fn check() -> bool {
    let mut config = Config::default();
    let cwd = std::env::current_dir().expect("there is a working folder");
    config.environment = Environment::from_variables(cwd, |name| std::env::var(name).ok());
    config.target = Target::default();
    let (mut has_bodies, mut has_stats) = (false, false);
    let mut list = None;
    for arg in std::env::args().skip(1) {
        match arg.as_str() {
            "--bodies" => has_bodies = true,
            "--stats" => has_stats = true,
            "--linux" => {
                config.target.goos = "linux".into();
                config.target.goarch = "amd64".into();
            }
            "check" | "--diagnostics=short" => {}
            _ if arg.starts_with("--list=") => list = Some(arg["--list=".len()..].to_owned()),
            _ => match arg.strip_prefix("-lang=go1.") {
                Some(minor) => config.lang = Some((1, minor.parse().expect("a number"))),
                None => config.patterns.push(arg),
            },
        }
    }
    let start = Instant::now();
    let graph = load(&config, &Disk);
    let loaded = start.elapsed();
    if let Some(list) = list {
        fs::write(list, listing(&graph)).expect("the list can be written");
    }
    print!("{}", goes_source::render::short(&graph.files, &graph.diagnostics));
    let start = Instant::now();
    let mut checker = Checker::new();
    checker.add_graph(&graph);
    for index in 0..graph.packages.len() {
        checker.check_package(PackageId(index as u32));
        if has_bodies {
            checker.check_all_bodies(PackageId(index as u32));
        }
    }
    let checked = start.elapsed();
    let diagnostics = checker.take_diagnostics();
    print!("{}", goes_source::render::short(&graph.files, &diagnostics));
    let has_errors = !graph.diagnostics.is_empty() || !diagnostics.is_empty();
    if !has_stats {
        return has_errors;
    }
    eprintln!(
        "{} packages, {} findings; load {loaded:.2?}, check {checked:.2?}; {} types, {} objects, {} scopes",
        graph.packages.len(),
        diagnostics.len(),
        checker.types.len(),
        checker.objects.len(),
        checker.scopes.len()
    );
    has_errors
}

/// `package PATH`, then its `file NAME` and `import WRITTEN PATH` lines.
fn listing(graph: &Graph) -> String {
    let mut lines = Vec::new();
    for package in &graph.packages {
        lines.push(format!("package {}", package.path));
        for &id in &package.file_ids {
            let name = graph.files.get(id).name.display();
            lines.push(format!("file {name}"));
        }
        for (written, &index) in &package.imports {
            lines.push(format!("import {written} {}", graph.get(index).path));
        }
    }
    lines.join("\n") + "\n"
}

fn main() {
    let has_errors = std::thread::Builder::new()
        .stack_size(1 << 30)
        .spawn(check)
        .expect("there is room for a thread")
        .join()
        .expect("the checker does not panic");
    std::process::exit(i32::from(has_errors));
}
