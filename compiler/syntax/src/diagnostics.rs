//! What is reported about a file, as gc would: in order, one syntax error per line.

use goes_source::Diagnostic;

/// After this many, the rest is most likely noise.
const MAX_ERRORS: usize = 100;

/// Sorts, and keeps the first "syntax error" of each line. What is wrong within a token comes without these
/// words, and in any number.
pub(crate) fn tidy(text: &str, base: u32, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    // Stable: of two at one place, the first reported stays first.
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.lo);
    let mut previous: Option<usize> = None;
    diagnostics.retain(|diagnostic| {
        if !is_syntax_error(diagnostic) {
            return true;
        }
        let offset = ((diagnostic.span.lo - base) as usize).min(text.len());
        let previous = previous.replace(offset);
        previous.is_none_or(|previous| text.as_bytes()[previous..offset].contains(&b'\n'))
    });
    diagnostics.truncate(MAX_ERRORS);
    diagnostics
}

/// Whether the tokens do not follow the grammar. What is wrong within one is reported without these words.
pub(crate) fn is_syntax_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.message.starts_with("syntax error")
}
