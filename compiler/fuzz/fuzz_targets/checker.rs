//! Whatever parses is checked without a panic. Imports are missing, as far as the checker is told.
#![no_main]

use goes_types::{Checker, PackageId, PackageInput};
use libfuzzer_sys::fuzz_target;
use rustc_hash::FxHashMap;

fuzz_target!(|text: &str| {
    let parsed = goes_syntax::parse_file(text, 1, 0);
    if parsed.is_malformed {
        return;
    }
    goes_syntax::on_deep_stack(move || {
        let files = [parsed.file];
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
    });
});
