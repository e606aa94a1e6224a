//! Whatever parses is checked without a panic. Imports are missing, as far as the checker is told.
#![no_main]

#[path = "../../types/tests/support/mod.rs"]
mod support;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = goes_syntax::parse_file(text, 1, 0);
    if !parsed.is_malformed {
        goes_syntax::on_deep_stack(move || {
            support::check_file(parsed.file);
        });
    }
});
