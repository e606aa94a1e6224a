//! A package that is one file without imports.

use goes_source::Diagnostic;
use goes_syntax::ast::File;
use goes_types::{Checker, PackageId, PackageInput};
use rustc_hash::FxHashMap;

/// What the checker says about the file.
pub fn check_file(file: File) -> Vec<Diagnostic> {
    let files = [file];
    let mut checker = Checker::new();
    checker.add_package(PackageInput {
        path: "p".to_owned(),
        name: "p".to_owned(),
        files: &files,
        versions: vec![(1, 26)],
        imports: FxHashMap::default(),
        is_user: true,
    });
    checker.check_package(PackageId(0));
    checker.take_diagnostics()
}
