//! Findings, before the files that they are in have positions.

use goes_source::{Code, Diagnostic, Span};

/// A finding about a package that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The index of the file in its package and the offsets there; `None` for the package as a whole.
    pub at: Option<(usize, Span)>,
    pub failure: Failure,
}

/// What is wrong, wherever it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub code: Code,
    pub message: String,
    pub notes: Vec<String>,
    /// Places in files that have positions already, as go.mod has.
    pub labels: Vec<(Span, String)>,
    /// There is no package of that path in std, nor could there be one elsewhere.
    pub is_not_in_std: bool,
}

impl Failure {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Failure {
        Failure {
            code,
            message: message.into(),
            notes: Vec::new(),
            labels: Vec::new(),
            is_not_in_std: false,
        }
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Failure {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn at(self, span: Span) -> Diagnostic {
        let mut diagnostic = Diagnostic::error(self.code, span, self.message);
        diagnostic.notes = self.notes;
        self.labels
            .into_iter()
            .fold(diagnostic, |diagnostic, (span, text)| {
                diagnostic.label(span, text)
            })
    }
}

/// What a go.mod, go.work or build constraint gets wrong.
pub(crate) const INVALID_MOD_FILE: Code = "InvalidModFile";

const INVALID_IMPORT_PATH: Code = "InvalidImportPath";

pub(crate) fn invalid_import_path(why: &str) -> Failure {
    Failure::new(INVALID_IMPORT_PATH, format!("invalid import path ({why})"))
}

pub(crate) fn malformed_import_path(path: &str, why: &str) -> Failure {
    Failure::new(
        INVALID_IMPORT_PATH,
        format!("malformed import path {path:?}: {why}"),
    )
}

pub(crate) fn absolute_import(path: &str) -> Failure {
    Failure::new(
        INVALID_IMPORT_PATH,
        format!("could not import {path} (import path cannot be absolute path)"),
    )
}

pub(crate) fn non_canonical_import(path: &str, canonical: &str) -> Failure {
    Failure::new(
        INVALID_IMPORT_PATH,
        format!("non-canonical import path {path:?} (should be {canonical:?})"),
    )
}

pub(crate) fn relative_import(path: &str) -> Failure {
    Failure::new(
        INVALID_IMPORT_PATH,
        format!("{path:?} is relative, but relative import paths are not supported in module mode"),
    )
}

pub(crate) fn cgo() -> Failure {
    Failure::new(
        "CgoUnsupported",
        "import \"C\" is not supported: there is no C here to call",
    )
}

pub(crate) fn not_in_std(path: &str, goroot: &str) -> Failure {
    let message = format!("package {path} is not in std ({goroot}/src/{path})");
    Failure {
        is_not_in_std: true,
        ..Failure::new("BrokenImport", message)
    }
}

/// What an import declaration is told about a path that names no package of std.
pub(crate) fn could_not_import(path: &str, failure: Failure) -> Failure {
    if !failure.is_not_in_std {
        return failure;
    }
    let message = format!("could not import {path} ({})", failure.message);
    Failure { message, ..failure }
}

pub(crate) fn not_in_any_std(path: &str) -> Failure {
    Failure {
        is_not_in_std: true,
        ..Failure::new("BrokenImport", format!("package {path} is not in std"))
    }
}

/// `why` tells what came of trying to fetch a tree.
pub(crate) fn needs_go_tree(path: &str, why: Option<&str>) -> Failure {
    let failure = Failure::new(
        "BrokenImport",
        format!("package {path} is compiled from Go's own source, which is not on this machine"),
    );
    let failure = why.into_iter().fold(failure, |failure, why| failure.note(why));
    failure.note(
        "to fetch it: goes std fetch (with a network); or name a Go tree (https://go.dev/dl) with --goroot or GOROOT",
    )
}

pub(crate) fn no_required_module(path: &str, has_module: bool) -> Failure {
    let why = if has_module {
        return Failure::new(
            "BrokenImport",
            format!("no required module provides package {path}; to add it:\n\tgo get {path}"),
        );
    } else {
        "go.mod file not found in current directory or any parent directory; see 'go help modules'"
    };
    Failure::new(
        "BrokenImport",
        format!("no required module provides package {path}: {why}"),
    )
}

pub(crate) fn not_vendored(path: &str) -> Failure {
    Failure::new(
        "BrokenImport",
        format!("cannot find module providing package {path}: import lookup disabled by -mod=vendor"),
    )
}

/// A module that is required but cannot be had.
pub(crate) const MODULE_UNAVAILABLE: Code = "ModuleUnavailable";

pub(crate) fn module_unavailable(why: &str, require: Option<Span>) -> Failure {
    let mut failure = Failure::new(MODULE_UNAVAILABLE, why);
    failure
        .labels
        .extend(require.map(|span| (span, "required here".to_string())));
    failure
}

pub(crate) fn internal_package(path: &str) -> Failure {
    Failure::new(
        "BrokenImport",
        format!("use of internal package {path} not allowed"),
    )
}

pub(crate) fn import_of_program(path: &str) -> Failure {
    Failure::new(
        "BrokenImport",
        format!("import {path:?} is a program, not an importable package"),
    )
}

pub(crate) fn not_a_program(path: &str) -> Failure {
    Failure::new("NotAProgram", format!("package {path} is not a main package"))
}

pub(crate) fn no_go_files(dir: &str) -> Failure {
    Failure::new("NoGoFiles", format!("no Go files in {dir}"))
}

pub(crate) fn only_tests(dir: &str) -> Failure {
    Failure::new("NoGoFiles", format!("no non-test Go files in {dir}"))
}

pub(crate) fn all_files_excluded(path: &str, dir: &str) -> Failure {
    Failure::new(
        "NoGoFiles",
        format!("package {path}: build constraints exclude all Go files in {dir}"),
    )
}

pub(crate) fn several_packages(first: (&str, &str), second: (&str, &str), dir: &str) -> Failure {
    let message = format!(
        "found packages {} ({}) and {} ({}) in {dir}",
        first.0, first.1, second.0, second.1
    );
    Failure::new("MismatchedPkgName", message)
}

/// `chain` holds the packages of the cycle, each with the file in which it imports the next.
pub(crate) fn import_cycle(chain: &[(&str, String)], back_to: &str) -> Failure {
    let mut failure = Failure::new("InvalidImportCycle", "import cycle not allowed");
    let mut imported = format!("package {}", chain.first().map_or("", |(path, _)| path));
    for (index, (_, file)) in chain.iter().enumerate() {
        failure = failure.note(imported);
        let next = chain.get(index + 1).map_or(back_to, |(path, _)| path);
        imported = format!("imports {next} from {file}");
    }
    failure.note(imported)
}

pub(crate) fn file_not_found(file: &str) -> Failure {
    Failure::new("NoSuchFile", format!("stat {file}: no such file or directory"))
}

pub(crate) fn dir_not_found(dir: &str) -> Failure {
    Failure::new("NoSuchFile", format!("stat {dir}: directory not found"))
}

pub(crate) fn unreadable(file: &str, error: &std::io::Error) -> Failure {
    Failure::new("NoSuchFile", format!("{file}: {error}"))
}

pub(crate) fn invalid_utf8() -> Failure {
    Failure::new("SyntaxError", "invalid UTF-8 encoding")
}
