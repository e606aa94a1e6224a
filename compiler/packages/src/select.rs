//! Which files of a folder make up a package.

use crate::constraint::file_constraint;
use crate::diag::{self, Failure, Problem};
use crate::file_system::FileSystem;
use crate::target::Target;
use goes_source::Span;
use goes_syntax::{Header, parse_header};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A Go file whose package clause and imports have been read.
#[derive(Debug)]
pub(crate) struct Source {
    pub name: String,
    /// As messages call it.
    pub display: PathBuf,
    pub text: Arc<str>,
    pub header: Header,
    /// A file of ours on top of a package of Go's tree, or one that borrows: what it declares goes before.
    pub is_overlay: bool,
    /// For another system: it lends declarations.
    pub is_borrowed: bool,
}

/// What a folder holds for the target.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    pub sources: Vec<Source>,
    /// At files of `sources`.
    pub problems: Vec<Problem>,
    /// There are Go files for other targets.
    pub has_excluded: bool,
    /// There are tests that were not wanted.
    pub has_tests: bool,
    /// Some of these are for the target that [`Target::lender`] names.
    pub may_borrow: bool,
}

impl Selection {
    /// Takes a file unless its constraints exclude it; `is_named` ones are never excluded: naming a file on
    /// the command line means it.
    pub(crate) fn offer(
        &mut self,
        name: &str,
        display: PathBuf,
        bytes: Vec<u8>,
        target: &Target,
        is_named: bool,
    ) {
        let (text, invalid) = decode(bytes);
        self.offer_text(name, display, text.into(), target, is_named);
        if self.sources.last().is_some_and(|source| source.name == name) {
            for offset in invalid {
                self.problem(Span::new(offset, offset + 1), diag::invalid_utf8());
            }
        }
    }

    pub(crate) fn offer_text(
        &mut self,
        name: &str,
        display: PathBuf,
        text: Arc<str>,
        target: &Target,
        is_named: bool,
    ) {
        let found = file_constraint(&text);
        if let Some(constraint) = found.constraint.filter(|_| !is_named)
            && !constraint.holds(target)
        {
            self.has_excluded = true;
            self.may_borrow |= constraint.holds(&target.lender());
            return;
        }
        let header = parse_header(&text, 0);
        let is_cgo = header.imports.iter().any(|import| import.path == "C");
        // `package documentation` marks a file that only holds prose.
        if !is_named
            && (is_cgo
                || header
                    .package
                    .is_some_and(|(name, _)| name.as_str() == "documentation"))
        {
            self.has_excluded = true;
            return;
        }
        self.sources.push(Source {
            name: name.to_string(),
            display,
            text,
            header,
            is_overlay: false,
            is_borrowed: false,
        });
        if let Some((span, message)) = found.error {
            self.problem(span, Failure::new(diag::INVALID_MOD_FILE, message));
        }
    }

    fn problem(&mut self, span: Span, failure: Failure) {
        self.problems.push(Problem {
            at: Some((self.sources.len() - 1, span)),
            failure,
        });
    }

    /// The package's name, or the first two that contradict each other.
    pub(crate) fn package_name(&self, dir: &str) -> Result<String, Failure> {
        let mut named = self
            .sources
            .iter()
            .filter_map(|source| Some((source.header.package?.0.as_str(), source.name.as_str())));
        let Some(first) = named.next() else {
            return Ok(String::new());
        };
        match named.find(|other| other.0 != first.0) {
            None => Ok(first.0.to_string()),
            Some(other) => Err(diag::several_packages(first, other, dir)),
        }
    }
}

/// Which files of a folder are wanted.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Folder {
    Package,
    /// With the tests that are part of the package.
    WithTests,
    /// Those tests alone.
    InsideTests,
    /// The tests that are a package of their own.
    OutsideTests,
}

/// Reads the Go files of a folder that are for the target.
pub(crate) fn select_folder(
    dir: &Path,
    target: &Target,
    wanted: Folder,
    fs: &dyn FileSystem,
    display: &dyn Fn(&Path) -> PathBuf,
) -> Selection {
    let mut selection = Selection::default();
    for entry in fs.read_dir(dir).unwrap_or_default() {
        let name = entry.name.as_str();
        if entry.is_dir || !name.ends_with(".go") || name.starts_with(['_', '.']) {
            continue;
        }
        let is_test = name.ends_with("_test.go");
        let may_be_wanted = match wanted {
            Folder::Package => !is_test,
            Folder::WithTests => true,
            Folder::InsideTests | Folder::OutsideTests => is_test,
        };
        if !may_be_wanted {
            selection.has_tests |= is_test;
            continue;
        }
        if !target.matches_name(name) {
            selection.has_excluded = true;
            selection.may_borrow |= target.lender().matches_name(name);
            continue;
        }
        let path = dir.join(name);
        match fs.read(&path) {
            Ok(bytes) => selection.offer(name, display(&path), bytes, target, false),
            Err(error) => {
                let failure = diag::unreadable(&display(&path).to_string_lossy(), &error);
                selection.problems.push(Problem { at: None, failure });
            }
        }
        let is_other_side = |source: &Source| {
            source.name == name && source.is_outside_test() != (wanted == Folder::OutsideTests)
        };
        if is_test && selection.sources.last().is_some_and(is_other_side) {
            selection.sources.pop();
            let kept = selection.sources.len();
            selection
                .problems
                .retain(|problem| problem.at.is_none_or(|(file, _)| file < kept));
        }
    }
    selection
}

impl Source {
    /// Tests from outside are a package of their own.
    pub(crate) fn is_outside_test(&self) -> bool {
        let package = self.header.package;
        self.name.ends_with("_test.go") && package.is_some_and(|(name, _)| name.as_str().ends_with("_test"))
    }
}

/// Whether a folder has test files, for whichever target.
pub(crate) fn has_test_files(dir: &Path, fs: &dyn FileSystem) -> bool {
    let is_test = |name: &str| name.ends_with("_test.go") && !name.starts_with(['_', '.']);
    fs.read_dir(dir)
        .is_ok_and(|entries| entries.iter().any(|entry| !entry.is_dir && is_test(&entry.name)))
}

/// Whether an import path may mean a folder: it has Go files, be they tests.
pub(crate) fn is_go_dir(dir: &Path, fs: &dyn FileSystem) -> bool {
    has_go_files(dir, fs) || has_test_files(dir, fs)
}

/// Whether a folder has Go files at all, for whichever target.
pub(crate) fn has_go_files(dir: &Path, fs: &dyn FileSystem) -> bool {
    let is_go =
        |name: &str| name.ends_with(".go") && !name.ends_with("_test.go") && !name.starts_with(['_', '.']);
    fs.read_dir(dir)
        .is_ok_and(|entries| entries.iter().any(|entry| !entry.is_dir && is_go(&entry.name)))
}

/// The text of a file, and where it is not UTF-8: the first place of each line. Each wrong byte is replaced
/// by a letter of the same width, so that positions stay those of the file.
fn decode(bytes: Vec<u8>) -> (String, Vec<u32>) {
    const MAX_ERRORS: usize = 100;
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(error) => error,
    };
    let mut text = String::with_capacity(error.as_bytes().len());
    let mut invalid = Vec::new();
    let mut line_is_known = false;
    for chunk in error.as_bytes().utf8_chunks() {
        line_is_known &= !chunk.valid().contains('\n');
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() && !line_is_known && invalid.len() < MAX_ERRORS {
            invalid.push(text.len() as u32);
            line_is_known = true;
        }
        text.extend(chunk.invalid().iter().map(|_| '_'));
    }
    (text, invalid)
}
