//! Whatever the bytes are: tokens cover the text in order, and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = goes_syntax::check_utf8(bytes) {
        let _ = goes_syntax::dump_tokens(text);
        let _ = goes_syntax::parse_header(text, 1);
    }
});
