//! What a build depends on: everything that it asked of the file system, with a digest of each answer.

use goes_packages::{DirEntry, FileSystem};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Question {
    Read,
    ReadDir,
    Exists,
    IsDir,
    Canonicalize,
}

type Asked = BTreeMap<(PathBuf, Question), String>;

/// Passes questions on to another file system and remembers the answers.
pub struct Witness<'f> {
    inner: &'f dyn FileSystem,
    memory: Mutex<Memory>,
}

#[derive(Debug, Default)]
struct Memory {
    asked: Asked,
    /// A question was answered in two ways: something was downloaded, or somebody is editing.
    is_contradictory: bool,
}

impl<'f> Witness<'f> {
    pub fn new(inner: &'f dyn FileSystem) -> Witness<'f> {
        Witness {
            inner,
            memory: Mutex::default(),
        }
    }

    /// `None` if the file system changed in the meantime.
    pub fn testimony(self) -> Option<Testimony> {
        let memory = self.memory.into_inner().unwrap_or_else(PoisonError::into_inner);
        let answers = memory.asked.into_iter();
        (!memory.is_contradictory).then(|| Testimony {
            answers: answers
                .map(|((path, question), answer)| (path, question, answer))
                .collect(),
        })
    }

    fn note(&self, path: &Path, question: Question, answer: String) {
        let mut memory: MutexGuard<'_, Memory> = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        match memory.asked.entry((path.to_path_buf(), question)) {
            Entry::Occupied(known) => {
                let contradicts = *known.get() != answer;
                memory.is_contradictory |= contradicts;
            }
            Entry::Vacant(place) => {
                place.insert(answer);
            }
        }
    }
}

impl FileSystem for Witness<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let answer = self.inner.read(path);
        self.note(path, Question::Read, of_bytes(&answer));
        answer
    }

    fn read_dir(&self, path: &Path) -> io::Result<Vec<DirEntry>> {
        let answer = self.inner.read_dir(path);
        self.note(path, Question::ReadDir, of_entries(&answer));
        answer
    }

    fn exists(&self, path: &Path) -> bool {
        let answer = self.inner.exists(path);
        self.note(path, Question::Exists, answer.to_string());
        answer
    }

    fn is_dir(&self, path: &Path) -> bool {
        let answer = self.inner.is_dir(path);
        self.note(path, Question::IsDir, answer.to_string());
        answer
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        let answer = self.inner.canonicalize(path);
        self.note(path, Question::Canonicalize, of_path(&answer));
        answer
    }
}

/// What was asked, and digests of the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Testimony {
    answers: Vec<(PathBuf, Question, String)>,
}

impl Testimony {
    /// Would every question be answered in the same way today?
    pub fn holds(&self, fs: &dyn FileSystem) -> bool {
        self.answers.iter().all(|(path, question, answer)| {
            let today = match question {
                Question::Read => of_bytes(&fs.read(path)),
                Question::ReadDir => of_entries(&fs.read_dir(path)),
                Question::Exists => fs.exists(path).to_string(),
                Question::IsDir => fs.is_dir(path).to_string(),
                Question::Canonicalize => of_path(&fs.canonicalize(path)),
            };
            today == *answer
        })
    }
}

fn of_bytes(answer: &io::Result<Vec<u8>>) -> String {
    of_answer(answer, |bytes| digest(bytes))
}

fn of_entries(answer: &io::Result<Vec<DirEntry>>) -> String {
    of_answer(answer, |entries| digest(format!("{entries:?}").as_bytes()))
}

fn of_path(answer: &io::Result<PathBuf>) -> String {
    of_answer(answer, |path| path.display().to_string())
}

/// Why there is no answer is part of what is told to the user.
fn of_answer<T>(answer: &io::Result<T>, show: impl Fn(&T) -> String) -> String {
    match answer {
        Ok(value) => show(value),
        Err(error) => format!("{:?}", error.kind()),
    }
}

/// SHA-256, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use goes_packages::MemoryFileSystem;

    fn ask(fs: &dyn FileSystem) -> Option<Testimony> {
        let witness = Witness::new(fs);
        let _ = witness.read(Path::new("/m/a.go"));
        let _ = witness.read_dir(Path::new("/m"));
        witness.exists(Path::new("/m/go.work"));
        witness.is_dir(Path::new("/m/vendor"));
        witness.testimony()
    }

    #[test]
    fn holds_until_an_answer_changes() {
        let mut fs = MemoryFileSystem::new();
        fs.add("/m/a.go", "package a");
        let testimony = ask(&fs).expect("nothing changes meanwhile");
        assert!(testimony.holds(&fs));
        let changes = [
            ("/m/a.go", "package b"),
            ("/m/b.go", "package a"),
            ("/m/go.work", ""),
            ("/m/vendor/c.go", ""),
        ];
        for (path, text) in changes {
            let mut changed = fs.clone();
            changed.add(path, text);
            assert!(!testimony.holds(&changed), "{path}");
        }
        assert!(testimony.holds(fs.add("/elsewhere/a.go", "package b")));
    }
}
