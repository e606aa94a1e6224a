//! Whatever the text is: spans lie within it, and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = goes_syntax::parse_file(text, 1, 0);
    let end = 1 + text.len() as u32;
    for diagnostic in &parsed.diagnostics {
        assert!(diagnostic.span.lo <= diagnostic.span.hi && diagnostic.span.hi <= end + 1);
    }
    goes_syntax::on_deep_stack(move || drop(parsed));
});
