//! Lists the packages that a program consists of: `cargo run --example list -- net/http`.

use goes_packages::{Config, DirEntry, Environment, FileSystem, load};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

struct Disk;

impl FileSystem for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_dir(&self, path: &Path) -> io::Result<Vec<DirEntry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            entries.push(DirEntry {
                is_dir: entry.path().is_dir(),
                is_link: entry.file_type()?.is_symlink(),
                name,
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

fn main() -> io::Result<()> {
    let environment = Environment::from_variables(env::current_dir()?, |name| env::var(name).ok());
    let config = Config {
        patterns: env::args().skip(1).collect(),
        environment,
        ..Config::default()
    };
    let graph = load(&config, &Disk);
    for diagnostic in &graph.diagnostics {
        let place = graph.files.position(diagnostic.span);
        let place = place
            .map(|at| format!("{}:{}:{}: ", at.file.display(), at.line, at.column))
            .unwrap_or_default();
        println!("{place}{}", diagnostic.message);
    }
    for package in &graph.packages {
        let files: Vec<String> = package
            .file_ids
            .iter()
            .map(|id| graph.files.get(*id).name.to_string_lossy().into_owned())
            .collect();
        let names: Vec<&str> = files
            .iter()
            .map(|file| file.rsplit('/').next().unwrap_or(file))
            .collect();
        println!("{} [{}]", package.path, names.join(" "));
    }
    Ok(())
}
