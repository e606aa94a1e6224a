//! The module cache, in the form that the go command gives it.

use crate::fetch::{Client, Wish};
use crate::settings::Settings;
use crate::unpack::{Wanted, unpack};
use crate::{hash, tree};
use goes_packages::{Downloads, cached_name, download_folder, escape};
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use zip::ZipArchive;

/// The longest zip and go.mod that are taken; Go's limits.
const MAX_ZIP: u64 = 500 << 20;
const MAX_MOD_FILE: u64 = 16 << 20;

/// Fetches into the caches that its settings name.
#[derive(Debug)]
pub struct Downloader {
    pub(crate) settings: Settings,
    client: Client,
    /// One download at a time: bars on a terminal, and no module twice.
    turn: Mutex<()>,
}

impl Downloader {
    pub fn new(settings: Settings) -> Downloader {
        Downloader {
            settings,
            client: Client::new(),
            turn: Mutex::new(()),
        }
    }

    /// A file of a module, in a temporary file beside where it is going to stay.
    pub(crate) fn fetch(&self, wish: Wish<'_>, folder: &Path) -> Result<tempfile::NamedTempFile, String> {
        let in_folder = |error: io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(folder).map_err(in_folder)?;
        let mut file = tempfile::Builder::new()
            .prefix(".goes-")
            .tempfile_in(folder)
            .map_err(in_folder)?;
        self.client.fetch(&self.settings, wish, file.as_file_mut())?;
        file.rewind().map_err(in_folder)?;
        Ok(file)
    }

    fn module_cache(&self) -> Result<&Path, String> {
        let cache = self.settings.module_cache.as_deref();
        cache.ok_or_else(|| "there is no module cache: neither GOMODCACHE, GOPATH nor HOME is set".into())
    }

    fn add_module(&self, path: &str, version: &str, sum: Option<&str>) -> Result<PathBuf, String> {
        let name = format!("{path}@{version}");
        let of_module = |error: String| format!("{name}: {error}");
        let cache = self.module_cache()?;
        let folder = cache.join(cached_name(path, version));
        if folder.is_dir() {
            return Ok(folder);
        }
        let kept = download_folder(cache, path);
        let wish = Wish {
            path,
            version,
            kind: "zip",
            max_len: MAX_ZIP,
        };
        let file = self.fetch(wish, &kept)?;
        let mut archive =
            ZipArchive::new(file.as_file()).map_err(|error| of_module(format!("invalid zip: {error}")))?;
        let found = hash::of_zip(&mut archive).map_err(|error| of_module(format!("invalid zip: {error}")))?;
        check_sum(&name, sum, &found)?;
        let parent = folder.parent().unwrap_or(cache);
        let unpacked = temporary_folder(parent)?;
        unpack(&mut archive, &Wanted::all(&format!("{name}/")), unpacked.path())
            .map_err(|why| of_module(format!("unzip: {why}")))?;
        settle(unpacked, &folder)?;
        drop(archive);
        let keep = |ending: &str| kept.join(format!("{}.{ending}", escape(version)));
        write(&keep("ziphash"), found.as_bytes())?;
        file.persist(keep("zip"))
            .map_err(|error| of_module(error.to_string()))?;
        Ok(folder)
    }
}

impl Downloads for Downloader {
    fn mod_file(&self, path: &str, version: &str, sum: Option<&str>) -> Result<Vec<u8>, String> {
        let _turn = self.turn.lock();
        let kept = download_folder(self.module_cache()?, path);
        let wish = Wish {
            path,
            version,
            kind: "mod",
            max_len: MAX_MOD_FILE,
        };
        let mut file = self.fetch(wish, &kept)?;
        let mut text = Vec::new();
        file.read_to_end(&mut text)
            .map_err(|error| format!("{path}@{version}: {error}"))?;
        check_sum(
            &format!("{path}@{version}/go.mod"),
            sum,
            &hash::of_mod_file(&text),
        )?;
        write(&kept.join(format!("{}.mod", escape(version))), &text)?;
        Ok(text)
    }

    fn module(&self, path: &str, version: &str, sum: Option<&str>) -> Result<PathBuf, String> {
        let _turn = self.turn.lock();
        self.add_module(path, version, sum)
    }

    fn go_tree(&self) -> Result<PathBuf, String> {
        let _turn = self.turn.lock();
        tree::fetch(self)
    }
}

/// Compares with the hash that was demanded. What the go command says at a mismatch.
pub(crate) fn check_sum(name: &str, demanded: Option<&str>, found: &str) -> Result<(), String> {
    match demanded {
        Some(demanded) if demanded != found => Err(format!(
            "verifying {name}: checksum mismatch\n\tdownloaded: {found}\n\tgo.sum:     {demanded}"
        )),
        Some(_) | None => Ok(()),
    }
}

pub(crate) fn temporary_folder(parent: &Path) -> Result<tempfile::TempDir, String> {
    fs::create_dir_all(parent)
        .and_then(|()| tempfile::Builder::new().prefix(".goes-").tempdir_in(parent))
        .map_err(|error| format!("{}: {error}", parent.display()))
}

/// Gives an unpacked folder its name. Another process may have been faster; then its folder stays.
pub(crate) fn settle(unpacked: tempfile::TempDir, folder: &Path) -> Result<(), String> {
    #[cfg(unix)]
    fs::set_permissions(
        unpacked.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .map_err(|error| format!("{}: {error}", folder.display()))?;
    match fs::rename(unpacked.path(), folder) {
        Ok(()) => {
            // It has another name now; there is nothing left to remove.
            _ = unpacked.keep();
            Ok(())
        }
        Err(_) if folder.is_dir() => Ok(()),
        Err(error) => Err(format!("{}: {error}", folder.display())),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error: io::Error| format!("{}: {error}", path.display());
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".goes-")
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.persist(path)
        .map(|_: File| ())
        .map_err(|error| failed(error.error))
}
